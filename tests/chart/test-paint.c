/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/paint.h"

#include "../model/sample.h"
#include "plan.h"

/* Pictures are compared by their pixels; what they look like is for people to see. */

typedef struct
{
  Roadmap         *roadmap;
  Timeline *swimlane;
  RoadmapScene    *body;
  int              width;
  int              height;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 20, 10, 2021);
  fixture->roadmap = sample_parse (plan_text);
  fixture->swimlane = plan_lay_out (fixture->roadmap, "stages", "ja", 720, &day);
  fixture->body = timeline_get_body (fixture->swimlane);
  fixture->width = roadmap_scene_get_width (fixture->body) + 1;
  fixture->height = roadmap_scene_get_height (fixture->body) + 1;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->swimlane, timeline_free);
  g_clear_object (&fixture->roadmap);
}

static cairo_surface_t *
create_surface (Fixture              *fixture,
                const RoadmapPalette *palette)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, fixture->width, fixture->height);
  cairo_t *cr = cairo_create (surface);

  roadmap_set_colour (cr, &palette->background);
  cairo_paint (cr);
  cairo_destroy (cr);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  const guint32 *row = (const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface));

  return row[x] & 0xffffff;
}

static int
get_difference (guint32 a,
                guint32 b)
{
  int difference = 0;

  for (int shift = 0; shift <= 16; shift += 8)
    difference = MAX (difference, ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));
  return difference;
}

/* But for rounding where an edge is smoothed. */
static gboolean
are_equal (cairo_surface_t *a,
           cairo_surface_t *b)
{
  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      if (get_difference (get_pixel (a, x, y), get_pixel (b, x, y)) > 3)
        return FALSE;
  return TRUE;
}

/* Background and groups one by one are the whole picture. */
static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  for (RoadmapTheme theme = 0; theme < ROADMAP_N_THEMES; theme++)
    {
      const RoadmapPalette *palette = roadmap_palette_get (theme);
      cairo_surface_t *whole = create_surface (fixture, palette);
      cairo_surface_t *parts = create_surface (fixture, palette);
      cairo_t *cr = cairo_create (whole);

      roadmap_paint_scene (cr, fixture->body, palette, NULL);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);

      cr = cairo_create (parts);
      roadmap_paint_background (cr, fixture->body, palette, NULL);
      g_assert_false (are_equal (whole, parts));
      for (guint i = 0; i < roadmap_scene_get_n_groups (fixture->body); i++)
        roadmap_paint_group (cr, fixture->body, roadmap_scene_get_group (fixture->body, i), palette);
      cairo_destroy (cr);

      g_assert_true (are_equal (whole, parts));
      cairo_surface_destroy (parts);
      cairo_surface_destroy (whole);
    }
}

/* What lies outside of the clip is left out, what lies in it is complete. */
static void
test_clip (Fixture       *fixture,
           gconstpointer  data)
{
  const RoadmapPalette *palette = roadmap_palette_get (ROADMAP_THEME_LIGHT);
  cairo_surface_t *whole = create_surface (fixture, palette);
  cairo_surface_t *pieces = create_surface (fixture, palette);
  cairo_t *cr = cairo_create (whole);

  roadmap_paint_scene (cr, fixture->body, palette, NULL);
  cairo_destroy (cr);

  cr = cairo_create (pieces);
  for (int x = 0; x < fixture->width; x += 100)
    for (int y = 0; y < fixture->height; y += 40)
      {
        RoadmapRect clip = { x, y, 100, 40 };

        cairo_save (cr);
        cairo_rectangle (cr, x, y, 100, 40);
        cairo_clip (cr);
        roadmap_paint_scene (cr, fixture->body, palette, &clip);
        cairo_restore (cr);
      }
  cairo_destroy (cr);

  g_assert_true (are_equal (whole, pieces));
  cairo_surface_destroy (pieces);
  cairo_surface_destroy (whole);
}

/* Neither a line of the grid nor that of today shines through a bar. */
static void
test_opaque (Fixture       *fixture,
             gconstpointer  data)
{
  const RoadmapPalette *palette = roadmap_palette_get (ROADMAP_THEME_LIGHT);
  cairo_surface_t *surface = create_surface (fixture, palette);
  const RoadmapGroup *bar = plan_get_group (fixture->roadmap, fixture->body, "data.2");
  RoadmapColour tint = roadmap_palette_get_ink (palette, ROADMAP_INK_BAR_TINT, 0x2190a4);
  cairo_t *cr = cairo_create (surface);
  int y = bar->box.y + 4;
  guint32 expected;

  roadmap_paint_scene (cr, fixture->body, palette, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  expected = get_pixel (surface, bar->box.x + 10, y);
  g_assert_cmpint (ABS ((int) (expected >> 16) - (int) (tint.red * 255)), <=, 1);
  for (int x = bar->box.x + 10; x < bar->box.x + bar->box.width - 20; x++)
    g_assert_cmphex (get_pixel (surface, x, y), ==, expected);
  cairo_surface_destroy (surface);
}

/* On a screen a line of the grid is one pixel of one colour, also between pixels and scaled. */
static void
test_crisp (void)
{
  static const double scales[] = { 1, 1.5, 2 };
  const RoadmapPalette *palette = roadmap_palette_get (ROADMAP_THEME_LIGHT_CONTRAST);

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (RoadmapScene) scene = roadmap_scene_new ();
      RoadmapShape rule = { ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, .rect = { 10.3, 0, 0, 20 } };
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 40, 40);
      cairo_t *cr = cairo_create (surface);
      int n_dark = 0;

      roadmap_scene_add (scene, &rule);
      roadmap_set_colour (cr, &palette->background);
      cairo_paint (cr);
      cairo_scale (cr, scales[i], scales[i]);
      roadmap_paint_scene (cr, scene, palette, NULL);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      for (int x = 0; x < 40; x++)
        if (get_pixel (surface, x, 5) != 0xffffff)
          {
            g_assert_cmphex (get_pixel (surface, x, 5), ==, 0x3d3846);
            n_dark++;
          }
      g_assert_cmpint (n_dark, ==, scales[i] < 2 ? (scales[i] > 1 ? 2 : 1) : 2);
      cairo_surface_destroy (surface);
    }
}

static void
test_outline (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const ids[] = { "irb.1", "irb.3", "data.3", "data.m" };
  cairo_surface_t *surface = create_surface (fixture, roadmap_palette_get (ROADMAP_THEME_LIGHT));
  cairo_t *cr = cairo_create (surface);

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const RoadmapGroup *group = plan_get_group (fixture->roadmap, fixture->body, ids[i]);
      double left, top, right, bottom;

      cairo_new_path (cr);
      roadmap_paint_outline (cr, fixture->body, group, 2);
      cairo_path_extents (cr, &left, &top, &right, &bottom);
      /* Around the box, not the words beside it; set on pixels. */
      g_assert_cmpfloat (ABS (left - (group->box.x - 2)), <=, 0.5);
      g_assert_cmpfloat (ABS (right - (group->box.x + group->box.width + 2)), <=, 0.5);
      g_assert_cmpfloat (ABS (bottom - (group->box.y + group->box.height + 2)), <=, 0.5);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A text painted in pieces, each where its lines lie, is the whole text; a piece alone is not. */
static void
test_pieces (void)
{
  static const RoadmapTextStyle style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_CENTRED };
  const RoadmapPalette *palette = roadmap_palette_get (ROADMAP_THEME_LIGHT);
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (12, "ja");
  g_autoptr (PangoLayout) layout = roadmap_measure_text (measure, "倫理指針の見直しを行い、周知する。", style, 70);
  RoadmapShape whole = { .form = ROADMAP_FORM_TEXT, .layout = layout, .rect = { 4, 6, 70, 100 } };
  RoadmapShape piece = whole;
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  Fixture fixture = { .width = 80, .height = 110 };
  cairo_surface_t *surfaces[] = { create_surface (&fixture, palette), create_surface (&fixture, palette) };
  cairo_t *cr = cairo_create (surfaces[0]);
  guint n_lines = pango_layout_get_line_count (layout);
  PangoRectangle line;

  g_assert_cmpuint (n_lines, >, 2);
  roadmap_paint_shape (cr, &whole, palette);
  cairo_destroy (cr);

  cr = cairo_create (surfaces[1]);
  piece.n_lines = 1;
  roadmap_paint_shape (cr, &piece, palette);
  g_assert_false (are_equal (surfaces[0], surfaces[1]));
  pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_extents (iter, NULL, &line);
  pango_layout_iter_free (iter);
  piece.first_line = 1;
  piece.n_lines = n_lines - 1;
  piece.rect.y += pango_units_to_double (line.y);
  roadmap_paint_shape (cr, &piece, palette);
  cairo_destroy (cr);
  g_assert_true (are_equal (surfaces[0], surfaces[1]));
  cairo_surface_destroy (surfaces[0]);
  cairo_surface_destroy (surfaces[1]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/paint/parts", Fixture, NULL, set_up, test_parts, tear_down);
  g_test_add ("/paint/clip", Fixture, NULL, set_up, test_clip, tear_down);
  g_test_add ("/paint/opaque", Fixture, NULL, set_up, test_opaque, tear_down);
  g_test_add ("/paint/outline", Fixture, NULL, set_up, test_outline, tear_down);
  g_test_add_func ("/paint/crisp", test_crisp);
  g_test_add_func ("/paint/pieces", test_pieces);
  return g_test_run ();
}
