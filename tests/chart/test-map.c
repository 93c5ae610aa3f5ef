/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/map-grid.h"
#include "chart/map-layout.h"
#include "chart/paint.h"

#include "../model/sample.h"
#include "map-sound.h"
#include "plan.h"

#include <string.h>

#define NEAR 0.02

static const char map_text[] =
  "roadmap roadmap | title=工程表 | title@en=Roadmap\n"
  "  status waiting | colour=#77767b | title=未着手 | letter=未\n"
  "  status done | colour=#26a269 | closed=true | title=完了 | title@en=Done | letter=完 | letter@en=D\n"
  "  status late | colour=#c01c28 | pattern=hatched | title=遅延 | title@en=Delayed | letter=遅 | letter@en=L\n"
  "  chart lanes | calendar=fiscal | start=FY2020 | end=FY2023 | title=領域\n"
  "    lane phr | number=⑦ | hue=#d56199 | title=予防\n"
  "      bar phr.1 | start=FY2020 | end=FY2020 | title=工程表を策定\n"
  "    lane imaging | number=② | hue=#2190a4 | title=画像診断支援\n"
  "      bar imaging.1 | start=FY2020 | end=FY2020 | status=done | title=画像DB構築\n"
  "      bar imaging.2 | start=FY2021 | end=FY2023 | status=late | title=プログラムを開発\n"
  "      lane imaging.sub | title=拠点\n"
  "        bar imaging.3 | start=FY2021 | end=FY2023 | status=done | title=整備\n"
  "        bar imaging.4 | start=FY2021 | end=FY2023 | title=運用\n"
  "    lane drug | number=④ | title=医薬品開発\n"
  "  map map | width=12 | height=6 | title=AIの開発・利活用が期待できる領域 | title@en=Where AI may be used | "
      "dateline=（令和２年3月） | dateline@en=(March 2020)\n"
  "    column half-1 | x=1 | width=7 | level=1 | title=健康・医療 | title@en=Health\n"
  "    column half-2 | x=8 | width=4 | level=1 | title=介護・福祉 | title@en=Welfare\n"
  "    column prevention | x=1 | width=3 | level=2 | next=diagnosis | title=予防 | title@en=Prevention\n"
  "    column diagnosis | x=4 | width=4 | level=2 | next=care | title=診断 | title@en=Diagnosis\n"
  "    column care | x=8 | width=4 | level=2 | title=ケア | title@en=Care\n"
  "    band upper | x=0 | y=0 | width=12 | height=4 | title=医療技術（医療機器を含む） | title@en=Medical technology\n"
  "      region r.prevention | number=⑦ | lane=phr | x=1 | y=0 | width=3 | height=3 | title=予防領域におけるAI開発 | "
      "title@en=AI in prevention\n"
  "        cell c.onset | x=1 | y=1 | width=3 | height=1 | title=発症予測 | title@en=Prediction of onset\n"
  "        cell c.dtx | x=1 | y=2 | width=3 | height=1 | notes=n1 | title=デジタルセラピューティクス | "
      "title@en=Digital therapeutics\n"
  "      region r.imaging | lane=imaging | x=4 | y=0 | width=4 | height=3 | title=画像診断支援領域におけるAI開発 | "
      "title@en=AI in diagnostic imaging\n"
  "      region r.home | x=8 | y=0 | width=4 | height=3 | title=在宅医療／遠隔診療 | title@en=Home care\n"
  "        cell c.care | x=8 | y=1 | width=2 | height=2 | title=介助 | title@en=Assistance\n"
  "        cell c.talk | x=10 | y=1 | width=2 | height=2 | title=コミュニケーション支援等 | "
      "title@en=Communication support, etc.\n"
  "    band lower | x=0 | y=4 | width=12 | height=2 | title=基盤 | title@en=Basis\n"
  "      region r.drug | number=④ | lane=drug | x=1 | y=4 | width=11 | height=2 | title=医薬品開発 | "
      "title@en=Drug development\n"
  "        cell c.target | x=1 | y=5 | width=4 | height=1 | next=c.compound | title=創薬ターゲット探索 | "
      "title@en=Target discovery\n"
  "        cell c.compound | x=5 | y=5 | width=4 | height=1 | next=c.trial | title=化合物探索 | "
      "title@en=Compound discovery\n"
  "        cell c.trial | x=9 | y=5 | width=3 | height=1 | title=臨床試験 | title@en=Clinical trial\n"
  "    note n1 | number=* | text=疾病の治療等を支援するソフトウェア | text@en=Software that supports treatment\n";

/* The grid */

static void
test_grid (void)
{
  g_autoptr (RoadmapMapGrid) grid = roadmap_map_grid_new ();

  roadmap_map_grid_add (grid, 0, 4, 10);
  roadmap_map_grid_add (grid, 4, 6, 50);
  roadmap_map_grid_add (grid, 6, 10, 10);
  g_assert_cmpfloat_with_epsilon (roadmap_map_grid_solve (grid, 0), 70, NEAR);

  /* The line in the middle has its 50, and the others share what is left by their weight. */
  g_assert_cmpfloat_with_epsilon (roadmap_map_grid_solve (grid, 130), 130, NEAR);
  g_assert_cmpfloat_with_epsilon (roadmap_map_grid_get (grid, 4), 40, NEAR);
  g_assert_cmpfloat_with_epsilon (roadmap_map_grid_get (grid, 6), 90, NEAR);

  /* With enough room the proportions are those of the drawing. */
  g_assert_cmpfloat_with_epsilon (roadmap_map_grid_solve (grid, 1000), 1000, NEAR);
  g_assert_cmpfloat_with_epsilon (roadmap_map_grid_get (grid, 4), 400, NEAR);
  g_assert_cmpfloat_with_epsilon (roadmap_map_grid_get (grid, 6), 600, NEAR);
}

/* What spans several tracks grows where it is shortest; an offset of the drawing and numbers beyond reason do no harm. */
static void
test_grid_spans (void)
{
  g_autoptr (RoadmapMapGrid) grid = roadmap_map_grid_new ();

  roadmap_map_grid_add (grid, 100, 101, 30);
  roadmap_map_grid_add (grid, 101, 102, 10);
  roadmap_map_grid_add (grid, 100, 102, 100);
  roadmap_map_grid_add (grid, 102, 999999, 5);
  g_assert_cmpfloat_with_epsilon (roadmap_map_grid_solve (grid, 0), 105, NEAR);
  g_assert_cmpfloat_with_epsilon (roadmap_map_grid_get (grid, 100), 0, NEAR);
  g_assert_cmpfloat_with_epsilon (roadmap_map_grid_get (grid, 101), 50, NEAR);
  g_assert_cmpfloat_with_epsilon (roadmap_map_grid_get (grid, 102), 100, NEAR);
}

static void
test_grid_pads (void)
{
  g_autoptr (RoadmapMapGrid) grid = roadmap_map_grid_new ();

  roadmap_map_grid_add (grid, 0, 1, 0);
  roadmap_map_grid_add (grid, 1, 2, 0);
  roadmap_map_grid_add (grid, 2, 3, 0);
  roadmap_map_grid_pad (grid, 0, TRUE, 20);
  roadmap_map_grid_pad (grid, 3, FALSE, 10);
  roadmap_map_grid_pad (grid, 3, TRUE, 99); /* there is nothing behind it */
  g_assert_cmpfloat_with_epsilon (roadmap_map_grid_solve (grid, 330), 330, NEAR);
  g_assert_cmpfloat_with_epsilon (roadmap_map_grid_get (grid, 1), 120, NEAR);
  g_assert_cmpfloat_with_epsilon (roadmap_map_grid_get (grid, 2), 220, NEAR);
}

/* The layout */

static void
test_golden (void)
{
  static const struct
  {
    const char *name;
    const char *language;
    double      width;
    gboolean    is_list;
  } cases[] = {
    { "map-ja", "ja", 900, FALSE },
    { "map-en", "en", 760, FALSE },
    { "map-list", "ja", 300, TRUE },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (map_text);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RoadmapSheet) sheet = map_lay_out (roadmap, cases[i].language, cases[i].width, 0, 13);
      g_autoptr (RoadmapScene) scene = roadmap_sheet_flatten (sheet);
      g_autofree char *text = roadmap_scene_dump (scene);

      g_assert_true (roadmap_map_layout_is_list (ROADMAP_MAP_LAYOUT (sheet)) == cases[i].is_list);
      plan_assert_golden (cases[i].name, text);
    }
}

/* All titles three times as long. */
static Roadmap *
create_wordy (void)
{
  g_auto (GStrv) lines = g_strsplit (map_text, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRegex) title = g_regex_new ("(title(?:@en)?=)([^|]*[^| ])", 0, 0, NULL);

  for (char **line = lines; *line != NULL && **line != '\0'; line++)
    {
      g_autofree char *wordy = g_regex_replace (title, *line, -1, 0, "\\1\\2、\\2、\\2", 0, NULL);

      g_string_append_printf (text, "%s\n", wordy);
    }
  return sample_parse (text->str);
}

static void
test_sound (void)
{
  static const double widths[] = { 100, 320, 480, 600, 760, 1000, 2000 };
  static const double sizes[] = { 9, 13, 26 };
  static const char *const languages[] = { "ja", "en" };
  g_autoptr (Roadmap) usual = sample_parse (map_text);
  g_autoptr (Roadmap) wordy = create_wordy ();
  g_autoptr (Roadmap) amended = sample_parse (map_text);
  Roadmap *roadmaps[] = { usual, wordy, amended };

  plan_amend (amended);
  for (gsize i = 0; i < G_N_ELEMENTS (roadmaps); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (languages); j++)
      for (gsize k = 0; k < G_N_ELEMENTS (widths); k++)
        for (gsize l = 0; l < G_N_ELEMENTS (sizes); l++)
          {
            g_autoptr (RoadmapSheet) sheet = NULL;

            g_test_message ("roadmap %zu, %s, width %g, text %g", i, languages[j], widths[k], sizes[l]);
            sheet = map_lay_out (roadmaps[i], languages[j], widths[k], 700, sizes[l]);
            map_assert_sound (roadmaps[i], sheet, languages[j]);
            g_assert_cmpfloat (roadmap_sheet_get_body_width (sheet), ==, MAX (widths[k], 16 * sizes[l]));
          }
}

/* The height of the view is filled, if that does not stretch the map too far. */
static void
test_height (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (map_text);
  g_autoptr (RoadmapSheet) low = map_lay_out (roadmap, "ja", 1000, 0, 13);
  g_autoptr (RoadmapSheet) filled = map_lay_out (roadmap, "ja", 1000, 700, 13);
  g_autoptr (RoadmapSheet) tall = map_lay_out (roadmap, "ja", 1000, 5000, 13);

  g_assert_cmpfloat (roadmap_sheet_get_height (low), <, 600);
  g_assert_cmpfloat (ABS (roadmap_sheet_get_height (filled) - 700), <=, 2);
  g_assert_cmpfloat (roadmap_sheet_get_height (tall), <=, 1000);
}

/* A map that is not drawn so that it could be shown as it is drawn is a list, with nothing lost. */
static void
test_odd_drawings (void)
{
  static const struct
  {
    const char *map;
    gboolean    is_list;
  } cases[] = {
    /* no places at all */
    { "      region a | title=A\n        cell a1 | title=1\n        cell a2 | title=2\n      region b | title=B\n", TRUE },
    /* a cell in the place of another */
    { "      region a | x=0 | y=0 | width=4 | height=4 | title=A\n"
      "        cell a1 | x=0 | y=1 | width=2 | height=2 | title=1\n"
      "        cell a2 | x=1 | y=2 | width=2 | height=2 | title=2\n", TRUE },
    /* cells from the first row on, where the title stands */
    { "      region a | x=0 | y=0 | width=4 | height=2 | title=A\n"
      "        cell a1 | x=0 | y=0 | width=2 | height=1 | title=1\n"
      "        cell a2 | x=2 | y=1 | width=2 | height=1 | title=2\n", FALSE },
    /* a cell that stands out of its region */
    { "      region a | x=2 | y=0 | width=2 | height=2 | title=A\n"
      "        cell a1 | x=0 | y=1 | width=9 | height=5 | title=1\n", FALSE },
    /* numbers beyond reason, and an arrow back */
    { "      region a | x=1 | y=7 | width=999999 | height=999999 | title=A\n"
      "        cell a1 | x=900000 | y=8 | width=2 | height=1 | title=1\n"
      "        cell a2 | x=3 | y=500000 | width=1 | height=1 | next=a1 a2 | title=2\n", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("roadmap r | title=計画\n  map m | title=M\n    band x | title=X\n",
                                           cases[i].map, NULL);
      g_autoptr (Roadmap) roadmap = sample_parse (text);
      g_autoptr (RoadmapSheet) sheet = map_lay_out (roadmap, "ja", 800, 600, 13);

      g_test_message ("drawing %zu", i);
      g_assert_true (roadmap_map_layout_is_list (ROADMAP_MAP_LAYOUT (sheet)) == cases[i].is_list);
      map_assert_sound (roadmap, sheet, "ja");
    }
}

/* Looking up */

static void
test_find (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (map_text);
  g_autoptr (Roadmap) none = sample_parse ("roadmap r | title=計画\n  map m | title=M\n    band b | title=B\n");
  RoadmapItem *imaging = sample_get (roadmap, "r.imaging");

  g_assert_true (roadmap_map_find (roadmap) == sample_get (roadmap, "map"));
  g_assert_null (roadmap_map_find (none));

  g_assert_true (roadmap_map_find_lane (roadmap, imaging) == sample_get (roadmap, "imaging"));
  g_assert_true (roadmap_map_find_lane (roadmap, sample_get (roadmap, "c.dtx")) == sample_get (roadmap, "phr"));
  g_assert_null (roadmap_map_find_lane (roadmap, sample_get (roadmap, "c.care")));
  g_assert_null (roadmap_map_find_lane (roadmap, sample_get (roadmap, "imaging")));

  g_assert_true (roadmap_map_find_region (roadmap, imaging) == imaging);
  g_assert_true (roadmap_map_find_region (roadmap, sample_get (roadmap, "imaging.1")) == imaging);
  g_assert_true (roadmap_map_find_region (roadmap, sample_get (roadmap, "imaging.3")) == imaging);
  g_assert_null (roadmap_map_find_region (roadmap, sample_get (roadmap, "done")));
}

static void
test_columns (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (map_text);
  static const struct { const char *region, *language, *columns; } cases[] = {
    { "r.prevention", "ja", "予防" }, { "r.home", "en", "Care" }, { "r.drug", "ja", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *columns = NULL;

      columns = roadmap_map_dup_columns (roadmap, sample_get (roadmap, cases[i].region), cases[i].language);
      g_assert_cmpstr (columns, ==, cases[i].columns);
    }
}

/* Keys */

static void
test_keys (void)
{
  static const struct { const char *from; RoadmapDirection direction; const char *to; } cases[] = {
    { "r.prevention", ROADMAP_DIRECTION_RIGHT, "r.imaging" },
    { "r.prevention", ROADMAP_DIRECTION_DOWN, "c.onset" },
    { "r.prevention", ROADMAP_DIRECTION_LEFT, NULL },
    { "r.prevention", ROADMAP_DIRECTION_UP, NULL },
    { "c.onset", ROADMAP_DIRECTION_DOWN, "c.dtx" },
    { "c.onset", ROADMAP_DIRECTION_UP, "r.prevention" },
    { "c.onset", ROADMAP_DIRECTION_RIGHT, "r.imaging" },
    { "c.dtx", ROADMAP_DIRECTION_DOWN, "r.drug" },
    { "r.drug", ROADMAP_DIRECTION_DOWN, "c.target" },
    { "c.target", ROADMAP_DIRECTION_RIGHT, "c.compound" },
    { "c.trial", ROADMAP_DIRECTION_UP, "r.drug" },
    { "c.trial", ROADMAP_DIRECTION_RIGHT, NULL },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (map_text);
  g_autoptr (RoadmapSheet) sheet = map_lay_out (roadmap, "ja", 900, 0, 13);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RoadmapSheetPlace from, to = { .group = NULL };

      g_assert_true (roadmap_sheet_find (sheet, sample_get (roadmap, cases[i].from), &from));
      roadmap_sheet_move (sheet, &from, cases[i].direction, &to);
      g_assert_cmpstr (to.group != NULL ? roadmap_item_get_id (to.group->item) : NULL, ==, cases[i].to);
    }
}

/* Rings */

/* The arcs of a group behind the track, as "from–to colour", in hundredths of a turn. */
static char *
describe_ring (RoadmapScene       *scene,
               const RoadmapGroup *group)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < group->n_shapes; i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, group->first + i);

      if (shape->form == ROADMAP_FORM_ARC && shape->ink == ROADMAP_INK_HUE)
        g_string_append_printf (out, "%d–%d #%06x ", (int) (shape->from * 100 + 0.5), (int) (shape->to * 100 + 0.5),
                                shape->hue);
      if (shape->form == ROADMAP_FORM_TEXT && strchr (pango_layout_get_text (shape->layout), '/') != NULL)
        g_string_append (out, pango_layout_get_text (shape->layout));
      if (shape->form == ROADMAP_FORM_CHIP)
        g_string_append_printf (out, " %s", pango_layout_get_text (shape->layout));
    }
  return g_string_free (out, FALSE);
}

static void
test_rings (void)
{
  static const struct { const char *region, *ring; } cases[] = {
    /* Two of four are closed, one is late, one has no status. */
    { "r.imaging", "1–49 #26a269 51–74 #c01c28 2/4 遅" },
    { "r.prevention", "–/1" },
    { "r.drug", "" }, /* a lane without bars */
    { "r.home", "" }, /* no lane */
  };
  g_autoptr (Roadmap) roadmap = sample_parse (map_text);
  g_autoptr (RoadmapSheet) sheet = map_lay_out (roadmap, "ja", 900, 0, 13);
  RoadmapScene *scene = roadmap_sheet_get_body (sheet, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ring = describe_ring (scene, plan_get_group (roadmap, scene, cases[i].region));

      g_assert_cmpstr (ring, ==, cases[i].ring);
    }
}

static gboolean
is_shown (RoadmapItem *item,
          gpointer     user_data)
{
  return roadmap_item_is_within (item, user_data);
}

/* A filter that leaves nothing of a lane makes its region pale; one without a lane stays as it is. */
static void
test_filter (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (map_text);
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (13, "ja");
  RoadmapMapOptions options = { roadmap, sample_get (roadmap, "map"), "ja", 900, 0, measure, is_shown,
                                sample_get (roadmap, "imaging.sub") };
  g_autoptr (RoadmapSheet) sheet = roadmap_map_layout_new (&options);
  RoadmapScene *scene = roadmap_sheet_get_body (sheet, 0);
  static const struct { const char *region; RoadmapInk ink; } cases[] = {
    { "r.imaging", ROADMAP_INK_NAME_TINT }, { "r.prevention", ROADMAP_INK_BACKGROUND }, { "r.home", ROADMAP_INK_NAME_TINT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const RoadmapGroup *group = plan_get_group (roadmap, scene, cases[i].region);

      g_assert_cmpint (plan_find_shape (scene, group, ROADMAP_FORM_BOX)->ink, ==, cases[i].ink);
    }
}

/* Painting */

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  const guint32 *row = (const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface));

  return row[x] & 0xffffff;
}

static cairo_surface_t *
paint (RoadmapScene *scene)
{
  const RoadmapPalette *palette = roadmap_palette_get (ROADMAP_THEME_LIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  cairo_t *cr = cairo_create (surface);

  roadmap_set_colour (cr, &palette->background);
  cairo_paint (cr);
  roadmap_paint_scene (cr, scene, palette, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* A quarter from the top: the upper right of the ring, and nothing inside of it. */
static void
test_paint_arc (void)
{
  g_autoptr (RoadmapScene) scene = roadmap_scene_new ();
  cairo_surface_t *surface;

  roadmap_scene_add (scene, &(RoadmapShape) { .form = ROADMAP_FORM_ARC, .ink = ROADMAP_INK_TEXT, .corner = 10,
                                              .rect = { 10, 10, 80, 80 }, .to = 0.25 });
  surface = paint (scene);
  g_assert_cmphex (get_pixel (surface, 75, 26), ==, 0x1e1e1e);
  g_assert_cmphex (get_pixel (surface, 60, 40), ==, 0xffffff);
  g_assert_cmphex (get_pixel (surface, 75, 74), ==, 0xffffff);
  g_assert_cmphex (get_pixel (surface, 25, 26), ==, 0xffffff);
  cairo_surface_destroy (surface);
}

static gboolean
has_ink (cairo_surface_t *surface,
         int              from_y,
         int              to_y)
{
  for (int y = from_y; y < to_y; y++)
    for (int x = 0; x < 100; x++)
      if (get_pixel (surface, x, y) != 0xffffff)
        return TRUE;
  return FALSE;
}

/* The first letter stands at the lower end. */
static void
test_paint_upwards (void)
{
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (13, "en");
  g_autoptr (PangoLayout) layout = roadmap_measure_text (measure, "I", (RoadmapTextStyle) { 0 }, 60);
  g_autoptr (RoadmapScene) scene = roadmap_scene_new ();
  cairo_surface_t *surface;

  roadmap_scene_add (scene, &(RoadmapShape) { .form = ROADMAP_FORM_TEXT, .flags = ROADMAP_SHAPE_UPWARDS, .layout = layout,
                                              .rect = { 40, 20, 20, 60 } });
  surface = paint (scene);
  g_assert_true (has_ink (surface, 70, 80));
  g_assert_false (has_ink (surface, 0, 70));
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/grid", test_grid);
  g_test_add_func ("/map/grid/spans", test_grid_spans);
  g_test_add_func ("/map/grid/pads", test_grid_pads);
  g_test_add_func ("/map/golden", test_golden);
  g_test_add_func ("/map/sound", test_sound);
  g_test_add_func ("/map/height", test_height);
  g_test_add_func ("/map/odd-drawings", test_odd_drawings);
  g_test_add_func ("/map/find", test_find);
  g_test_add_func ("/map/columns", test_columns);
  g_test_add_func ("/map/keys", test_keys);
  g_test_add_func ("/map/rings", test_rings);
  g_test_add_func ("/map/filter", test_filter);
  g_test_add_func ("/map/paint/arc", test_paint_arc);
  g_test_add_func ("/map/paint/upwards", test_paint_upwards);
  return g_test_run ();
}
