/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "stage.h"
#include "widgets/map-view.h"
#include "widgets/sheet-child.h"

static const char map_text[] =
  "roadmap roadmap | title=工程表 | title@en=Roadmap\n"
  "  status done | closed=true | title=完了 | letter=完\n"
  "  chart lanes | calendar=fiscal | start=FY2020 | end=FY2023 | title=領域\n"
  "    lane imaging | number=② | title=画像診断支援 | title@en=Imaging\n"
  "      bar imaging.1 | start=FY2020 | end=FY2020 | title=画像DB構築\n"
  "      bar imaging.2 | start=FY2021 | end=FY2023 | title=開発\n"
  "  map map | title=俯瞰図 | title@en=Map\n"
  "    column diagnosis | x=0 | width=4 | level=1 | title=診断 | title@en=Diagnosis\n"
  "    column care | x=4 | width=4 | level=1 | title=ケア | title@en=Care\n"
  "    band upper | title=医療技術 | title@en=Technology\n"
  "      region r.imaging | lane=imaging | x=0 | y=0 | width=4 | height=2 | title=画像診断領域 | title@en=Imaging AI\n"
  "        cell c.ct | x=0 | y=1 | width=4 | height=1 | notes=n1 | title=CT | title@en=CT\n"
  "      region r.home | x=4 | y=0 | width=4 | height=2 | title=在宅医療 | title@en=Home care\n"
  "    note n1 | number=* | text=断層撮影\n";

static void
open_map (Stage *stage)
{
  stage_open (stage, ROADMAP_TYPE_MAP_VIEW);
  g_clear_object (&stage->roadmap);
  stage->roadmap = sample_parse (map_text);
  roadmap_view_state_set_roadmap (stage->state, stage->roadmap);
  stage_settle (stage);
}

static GtkWidget *
get_child (Stage      *stage,
           const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (stage->widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ROADMAP_IS_SHEET_CHILD (child) &&
        g_str_equal (roadmap_item_get_id (roadmap_sheet_child_get_item (ROADMAP_SHEET_CHILD (child))), id))
      return child;
  g_error ("%s is not there", id);
}

static void
assert_words (Stage      *stage,
              const char *id,
              const char *name,
              const char *place)
{
  GtkAccessible *child = GTK_ACCESSIBLE (get_child (stage, id));

  gtk_test_accessible_assert_role (child, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place);
}

static void
test_names (void)
{
  Stage stage;

  open_map (&stage);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (stage.widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "Bird’s-eye map");
  assert_words (&stage, "r.imaging", "②画像診断領域、帯2本、進捗の記録なし", "医療技術、診断");
  assert_words (&stage, "c.ct", "CT", "画像診断領域、* 断層撮影");
  assert_words (&stage, "r.home", "在宅医療", "医療技術、ケア");

  stage_apply (&stage, "set imaging.1 status=done");
  stage_settle (&stage);
  assert_words (&stage, "r.imaging", "②画像診断領域、帯2本のうち終了1本", "医療技術、診断");

  roadmap_view_state_set_language (stage.state, "en");
  stage_settle (&stage);
  assert_words (&stage, "r.imaging", "② Imaging AI, 1 of 2 bars closed", "Technology, Diagnosis");
  stage_close (&stage);
}

static void
test_keys (void)
{
  Stage stage;

  open_map (&stage);
  g_assert_true (gtk_widget_grab_focus (get_child (&stage, "r.imaging")));
  g_assert_true (stage_type (&stage, GDK_KEY_Down, 0));
  stage_assert_selected (&stage, "c.ct");
  g_assert_true (gtk_widget_has_focus (get_child (&stage, "c.ct")));
  g_assert_true (stage_type (&stage, GDK_KEY_Up, 0));
  stage_assert_selected (&stage, "r.imaging");
  g_assert_false (stage_type (&stage, GDK_KEY_Up, 0));
  g_assert_true (stage_type (&stage, GDK_KEY_Escape, 0));
  stage_assert_selected (&stage, NULL);
  stage_close (&stage);
}

static void
shown_cb (GSimpleAction *action,
          GVariant      *parameter,
          char         **id)
{
  g_free (*id);
  *id = g_variant_dup_string (parameter, NULL);
}

/* Enter leads from a region or cell to the lane, and from one without a lane nowhere. */
static void
test_open (void)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show-in-timeline", G_VARIANT_TYPE_STRING);
  g_autofree char *shown = NULL;
  Stage stage;

  open_map (&stage);
  g_signal_connect (action, "activate", G_CALLBACK (shown_cb), &shown);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (stage.window, "win", G_ACTION_GROUP (actions));

  g_assert_true (gtk_widget_activate_action (get_child (&stage, "r.home"), "item.activate", NULL));
  stage_assert_selected (&stage, "r.home");
  g_assert_null (shown);
  g_assert_true (gtk_widget_activate_action (get_child (&stage, "c.ct"), "item.activate", NULL));
  stage_assert_selected (&stage, "c.ct");
  g_assert_cmpstr (shown, ==, "imaging");
  stage_close (&stage);
}

/* How the region is drawn; what stands out has a different node around it. */
static GskRenderNode *
draw_region (Stage *stage)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (get_child (stage, "r.imaging"));

  gdk_paintable_snapshot (paintable, snapshot, 400, 200);
  return gtk_snapshot_free_to_node (snapshot);
}

static guint
sum_pixels (GskRenderNode *node)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 200);
  cairo_t *cr = cairo_create (surface);
  const unsigned char *data;
  guint sum = 0;

  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int i = 0; i < cairo_image_surface_get_stride (surface) * 200; i++)
    sum = sum * 31 + data[i];
  cairo_surface_destroy (surface);
  gsk_render_node_unref (node);
  return sum;
}

/* What is selected in another view makes the region of its lane stand out. */
static void
test_related (void)
{
  Stage stage;
  guint plain, related;

  open_map (&stage);
  plain = sum_pixels (draw_region (&stage));
  stage_select (&stage, "imaging.2");
  related = sum_pixels (draw_region (&stage));
  g_assert_cmpuint (related, !=, plain);
  stage_select (&stage, "r.home");
  g_assert_cmpuint (sum_pixels (draw_region (&stage)), ==, plain);
  stage_close (&stage);
}

/* Wide, the regions stand beside each other; narrow, below. */
static void
test_reflow (void)
{
  graphene_rect_t imaging, home;
  Stage stage;

  open_map (&stage);
  g_assert_true (gtk_widget_compute_bounds (get_child (&stage, "r.imaging"), stage.widget, &imaging));
  g_assert_true (gtk_widget_compute_bounds (get_child (&stage, "r.home"), stage.widget, &home));
  g_assert_cmpfloat (home.origin.y, >=, imaging.origin.y + imaging.size.height - 2 * ROADMAP_SHEET_CHILD_MARGIN);

  gtk_window_set_default_size (GTK_WINDOW (stage.window), 1000, 500);
  stage_settle (&stage);
  g_assert_true (gtk_widget_compute_bounds (get_child (&stage, "r.imaging"), stage.widget, &imaging));
  g_assert_true (gtk_widget_compute_bounds (get_child (&stage, "r.home"), stage.widget, &home));
  g_assert_cmpfloat (home.origin.y, ==, imaging.origin.y);
  g_assert_cmpfloat (imaging.size.height, >, 200);
  stage_close (&stage);
}

static gboolean
has_ink (cairo_surface_t *surface,
         int              from_y,
         int              to_y)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);

  for (int y = from_y; y < to_y; y++)
    for (int x = 0; x < 60; x++)
      {
        const guint32 *row = (const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface));

        if ((row[x] & 0xff) < 0x50 && row[x] >> 24 == 0xff)
          return TRUE;
      }
  return FALSE;
}

/* The name of the band, four letters of some 14 pixels, runs down the middle of the side and not across it. */
static void
test_side (void)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) paintable = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1000, 500);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GskRenderNode) node = NULL;
  graphene_rect_t region;
  int middle;
  Stage stage;

  open_map (&stage);
  gtk_window_set_default_size (GTK_WINDOW (stage.window), 1000, 500);
  stage_settle (&stage);
  g_assert_true (gtk_widget_compute_bounds (get_child (&stage, "r.imaging"), stage.widget, &region));
  middle = region.origin.y + region.size.height / 2;
  paintable = gtk_widget_paintable_new (stage.widget);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (stage.widget), gtk_widget_get_height (stage.widget));
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  g_assert_true (has_ink (surface, middle - 26, middle - 14));
  g_assert_true (has_ink (surface, middle + 14, middle + 26));
  g_assert_false (has_ink (surface, middle + 50, middle + 80));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  stage_close (&stage);
}

/* A roadmap without a map leaves the view empty, and one with a map fills it again. */
static void
test_no_map (void)
{
  Stage stage;

  stage_open (&stage, ROADMAP_TYPE_MAP_VIEW);
  g_assert_null (stage_find (stage.widget, ROADMAP_TYPE_SHEET_CHILD, NULL));
  stage_type (&stage, GDK_KEY_Down, 0);
  g_assert_false (gtk_widget_grab_focus (stage.widget));

  g_clear_object (&stage.roadmap);
  stage.roadmap = sample_parse (map_text);
  roadmap_view_state_set_roadmap (stage.state, stage.roadmap);
  stage_settle (&stage);
  get_child (&stage, "r.home");
  stage_close (&stage);
}

int
main (int   argc,
      char *argv[])
{
  stage_init (&argc, &argv);

  g_test_add_func ("/map-view/names", test_names);
  g_test_add_func ("/map-view/keys", test_keys);
  g_test_add_func ("/map-view/open", test_open);
  g_test_add_func ("/map-view/related", test_related);
  g_test_add_func ("/map-view/reflow", test_reflow);
  g_test_add_func ("/map-view/side", test_side);
  g_test_add_func ("/map-view/no-map", test_no_map);

  return g_test_run ();
}
