/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "chart/paint.h"
#include "sample.h"
#include "widgets/page-cell.h"
#include "widgets/page-geometry.h"
#include "widgets/page-thumbnails.h"
#include "widgets/page-tiles.h"
#include "widgets/page-view.h"

#define WIDTH 500.0
#define HEIGHT 150.0

/* A chart a page. */
static const char text[] =
  "roadmap roadmap | fiscal-start=4 | title=工程表\n"
  "  chart c1 | calendar=fiscal | start=FY2020 | end=FY2023 | title=計画\n"
  "    stage s1 | number=① | title=IRBの審査\n"
  "      bar b1 | start=FY2020-Q1 | end=FY2020-Q3 | title=改正\n"
  "  chart c2 | calendar=fiscal | start=FY2020 | end=FY2023 | title=第二\n"
  "    stage s2 | number=② | title=同意\n"
  "  chart c3 | calendar=fiscal | start=FY2020 | end=FY2023 | title=第三\n"
  "    stage s3 | number=③ | title=検証\n"
  "  chart c4 | calendar=fiscal | start=FY2020 | end=FY2023 | title=第四\n"
  "    stage s4 | number=④ | title=更新\n"
  "  chart c5 | calendar=fiscal | start=FY2020 | end=FY2023 | title=第五\n"
  "    stage s5 | number=⑤ | title=展開\n";

typedef struct
{
  Roadmap      *roadmap;
  RoadmapPages *pages;
  GtkWidget    *window;
  GtkWidget    *scrolled;
  GtkWidget    *view; /* of whichever kind */
} Fixture;

/* @chart NULL: all. */
static RoadmapPages *
lay_out (Roadmap    *roadmap,
         const char *chart)
{
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();
  const RoadmapPagesOptions options = {
    .roadmap = roadmap,
    .charts = chart != NULL ? charts : NULL,
    .language = "ja",
    .paper = { WIDTH, HEIGHT, 10 },
  };

  if (chart != NULL)
    g_ptr_array_add (charts, sample_get (roadmap, chart));
  return roadmap_pages_new (&options);
}

static void
settle (Fixture *fixture)
{
  for (guint i = 0; i < 6; i++)
    gtk_test_widget_wait_for_draw (fixture->window);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GType (*get_type) (void) = data;

  fixture->roadmap = sample_parse (text);
  fixture->pages = lay_out (fixture->roadmap, NULL);
  g_assert_cmpuint (roadmap_pages_get_n_pages (fixture->pages), ==, 5);
  fixture->window = gtk_window_new ();
  fixture->scrolled = gtk_scrolled_window_new ();
  fixture->view = g_object_new (get_type (), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scrolled), fixture->view);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->scrolled);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 536, 250);
  roadmap_page_column_set_pages (ROADMAP_PAGE_COLUMN (fixture->view), fixture->pages);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer view = fixture->view;

  g_object_add_weak_pointer (G_OBJECT (fixture->view), &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (view);
  roadmap_pages_unref (fixture->pages);
  g_assert_finalize_object (fixture->roadmap);
}

static double
get_scroll (Fixture *fixture)
{
  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->scrolled)));
}

static guint
get_page (Fixture *fixture)
{
  return roadmap_page_column_get_page (ROADMAP_PAGE_COLUMN (fixture->view));
}

static double
get_zoom (Fixture *fixture)
{
  return roadmap_page_column_get_zoom (ROADMAP_PAGE_COLUMN (fixture->view));
}

static guint
get_last (Fixture *fixture)
{
  return roadmap_pages_get_n_pages (fixture->pages) - 1;
}

/* What a key does that @widget has a shortcut for. */
static void
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->view);
  g_autoptr (GtkShortcutTrigger) trigger = gtk_keyval_trigger_new (key, modifiers);
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      GListModel *shortcuts = GTK_IS_SHORTCUT_CONTROLLER (controller) ? G_LIST_MODEL (controller) : NULL;

      for (guint j = 0; shortcuts != NULL && j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);

          if (!gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            continue;
          found = TRUE;
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE,
                                        fixture->view, gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_true (found);
  settle (fixture);
}

static RoadmapPageCell *
find_cell (Fixture *fixture,
           guint    page)
{
  for (GtkWidget *child = gtk_widget_get_first_child (fixture->view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ROADMAP_IS_PAGE_CELL (child) && roadmap_page_cell_get_page (ROADMAP_PAGE_CELL (child)) == page)
      return ROADMAP_PAGE_CELL (child);
  return NULL;
}

static guint
count_cells (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (fixture->view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += ROADMAP_IS_PAGE_CELL (child);
  return n;
}

/* Geometry */

static void
test_geometry (void)
{
  const RoadmapPageGeometry geometry = {
    .n_pages = 10, .width = 200, .height = 100, .foot = 10, .margin = 20, .view_width = 300, .view_height = 150,
  };
  RoadmapPagePlace place;
  guint first, last;
  double x, y;

  g_assert_cmpfloat (roadmap_page_geometry_get_height (&geometry), ==, 20 + 10 * 130);
  g_assert_cmpfloat (roadmap_page_geometry_get_width (&geometry), ==, 240);
  g_assert_cmpfloat (roadmap_page_geometry_get_left (&geometry), ==, 50);
  g_assert_cmpfloat (roadmap_page_geometry_get_top (&geometry, 2), ==, 20 + 2 * 130);
  g_assert_cmpfloat (roadmap_page_geometry_get_turned (&geometry, 2), ==, 2 * 130);

  roadmap_page_geometry_find_seen (&geometry, 0, &first, &last);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (last, ==, 1);
  roadmap_page_geometry_find_seen (&geometry, 10 * 130, &first, &last);
  g_assert_cmpuint (first, ==, 9);
  g_assert_cmpuint (last, ==, 9);
  g_assert_cmpuint (roadmap_page_geometry_find_most_seen (&geometry, 60), ==, 0);
  g_assert_cmpuint (roadmap_page_geometry_find_most_seen (&geometry, 70), ==, 1);

  place = roadmap_page_geometry_find_place (&geometry, 150, 20 + 130 + 65);
  g_assert_cmpfloat (place.x, ==, 0.5);
  g_assert_cmpfloat (place.y, ==, 1.5);
  g_assert_true (roadmap_page_geometry_is_on_page (&geometry, place));
  roadmap_page_geometry_find_point (&geometry, place, &x, &y);
  g_assert_cmpfloat (x, ==, 150);
  g_assert_cmpfloat (y, ==, 215);
  g_assert_false (roadmap_page_geometry_is_on_page (&geometry, roadmap_page_geometry_find_place (&geometry, 150, 135)));
  g_assert_false (roadmap_page_geometry_is_on_page (&geometry, roadmap_page_geometry_find_place (&geometry, 10, 30)));
}

/* A page that fits is turned, one that does not is read to its end first. */
static void
test_reading_on (void)
{
  static const struct
  {
    int    height;
    double from;
    double share;
    double to;
  } table[] = {
    { 100, 0, 0.9, 120 },     /* to the next page */
    { 100, 120, 0.9, 240 },
    { 100, 240, -0.9, 120 },  /* and back */
    { 100, 150, -0.9, 120 },  /* to the top of the page that is seen in part */
    { 100, 0, -0.9, 0 },
    { 500, 0, 0.9, 135 },     /* a part of it */
    { 500, 405, 0.9, 520 },   /* not past the top of the next */
    { 500, 520, -0.9, 385 },  /* the end of the one before */
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const RoadmapPageGeometry geometry = {
        .n_pages = 4, .width = 200, .height = table[i].height, .margin = 20, .view_width = 300, .view_height = 150,
      };

      g_assert_cmpfloat (roadmap_page_geometry_read_on (&geometry, table[i].from, table[i].share), ==, table[i].to);
    }
}

/* Tiles */

static cairo_surface_t *
create_surface (double zoom)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, ceil (WIDTH * zoom), ceil (HEIGHT * zoom));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  return surface;
}

/* What tiles show in one frame. */
static cairo_surface_t *
draw_tiles (RoadmapPageTiles *tiles,
            double            zoom,
            gint64            frame,
            gboolean         *complete)
{
  cairo_surface_t *surface = create_surface (zoom);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  *complete = roadmap_page_tiles_snapshot (tiles, snapshot, 0,
                                           &GRAPHENE_RECT_INIT (0, 0, WIDTH * zoom, HEIGHT * zoom), frame);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  return surface;
}

/* Curves that a tile cuts may be a shade off. */
#define SHADES 8

static gboolean
are_alike (guint32 a,
           guint32 b)
{
  for (guint shift = 0; shift < 24; shift += 8)
    if (ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > SHADES)
      return FALSE;
  return TRUE;
}

static gboolean
are_equal (cairo_surface_t *a,
           cairo_surface_t *b)
{
  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    {
      const guint32 *p = (gpointer) (cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a));
      const guint32 *q = (gpointer) (cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b));

      for (int x = 0; x < cairo_image_surface_get_width (a); x++)
        if (!are_alike (p[x], q[x]))
          return FALSE;
    }
  return TRUE;
}

/* Frame by frame the page comes to look as if it was painted at once, where tiles meet, too. */
static void
test_tiles (void)
{
  const double zoom = 2.5;
  g_autoptr (Roadmap) roadmap = sample_parse (text);
  RoadmapPages *pages = lay_out (roadmap, NULL);
  g_autoptr (RoadmapPageTiles) tiles = roadmap_page_tiles_new ();
  cairo_surface_t *whole = create_surface (zoom);
  cairo_surface_t *blank = create_surface (zoom);
  cairo_t *cr = cairo_create (whole);
  gboolean complete = FALSE;
  gboolean equal = FALSE;
  guint frame;

  cairo_scale (cr, zoom, zoom);
  roadmap_pages_draw (pages, 0, cr);
  cairo_destroy (cr);
  g_assert_false (are_equal (whole, blank));

  roadmap_page_tiles_set (tiles, pages, zoom, 1);
  for (frame = 1; frame < 100 && !complete; frame++)
    {
      cairo_surface_t *shown = draw_tiles (tiles, zoom, frame, &complete);

      equal = are_equal (whole, shown);
      g_assert_true (equal || !complete);
      cairo_surface_destroy (shown);
    }
  g_assert_true (complete && equal);
  g_assert_cmpuint (roadmap_page_tiles_count (tiles), ==, 3); /* 1250 × 375 pixels */

  /* In another size what was there shows until there is something better, and then goes. */
  roadmap_page_tiles_set (tiles, pages, zoom / 2, 1);
  g_assert_cmpuint (roadmap_page_tiles_count (tiles), ==, 3);
  for (complete = FALSE; frame < 200 && !complete; frame++)
    cairo_surface_destroy (draw_tiles (tiles, zoom / 2, frame, &complete));
  cairo_surface_destroy (draw_tiles (tiles, zoom / 2, frame, &complete));
  g_assert_cmpuint (roadmap_page_tiles_count (tiles), ==, 2);

  roadmap_page_tiles_set (tiles, NULL, zoom, 1);
  g_assert_cmpuint (roadmap_page_tiles_count (tiles), ==, 0);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (blank);
  roadmap_pages_unref (pages);
}

/* The view */

static void
test_only_what_is_seen (Fixture       *fixture,
                        gconstpointer  data)
{
  g_assert_cmpuint (count_cells (fixture), ==, 2);
  g_assert_nonnull (find_cell (fixture, 0));
  roadmap_page_column_set_page (ROADMAP_PAGE_COLUMN (fixture->view), 2);
  settle (fixture);
  g_assert_cmpuint (count_cells (fixture), <=, 3);
  g_assert_null (find_cell (fixture, 0));
  g_assert_nonnull (find_cell (fixture, 2));
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  RoadmapPageCell *cell = find_cell (fixture, 0);
  g_autofree char *name = g_strdup_printf ("Page 1 of %u: 計画", get_last (fixture) + 1);

  gtk_test_accessible_assert_role (fixture->view, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Pages");
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "① IRBの審査");
  gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (find_cell (fixture, 1), GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_widget_grab_focus (fixture->view);
  press (fixture, GDK_KEY_Page_Down, 0);
  g_assert_cmpuint (get_page (fixture), ==, 1);
  press (fixture, GDK_KEY_space, 0);
  g_assert_cmpuint (get_page (fixture), ==, 2);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_cell (fixture, 2))));
  press (fixture, GDK_KEY_space, GDK_SHIFT_MASK);
  g_assert_cmpuint (get_page (fixture), ==, 1);
  press (fixture, GDK_KEY_Page_Up, 0);
  g_assert_cmpuint (get_page (fixture), ==, 0);
  g_assert_cmpfloat (get_scroll (fixture), ==, 0);
  press (fixture, GDK_KEY_Down, 0);
  g_assert_cmpfloat (get_scroll (fixture), ==, 48);
  press (fixture, GDK_KEY_Up, 0);
  g_assert_cmpfloat (get_scroll (fixture), ==, 0);
  press (fixture, GDK_KEY_End, 0);
  g_assert_cmpuint (get_page (fixture), ==, get_last (fixture));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_cell (fixture, get_last (fixture)))));
  press (fixture, GDK_KEY_Page_Up, GDK_CONTROL_MASK);
  g_assert_cmpuint (get_page (fixture), ==, get_last (fixture) - 1);
  press (fixture, GDK_KEY_Page_Down, 0);
  g_assert_cmpuint (get_page (fixture), ==, get_last (fixture));
  press (fixture, GDK_KEY_Home, 0);
  g_assert_cmpuint (get_page (fixture), ==, 0);
}

/* Tab goes to the current page, and on from there. */
static void
test_one_tab_stop (Fixture       *fixture,
                   gconstpointer  data)
{
  roadmap_page_column_set_page (ROADMAP_PAGE_COLUMN (fixture->view), 1);
  settle (fixture);
  g_assert_true (gtk_widget_child_focus (fixture->view, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_cell (fixture, 1))));
  g_assert_false (gtk_widget_child_focus (fixture->view, GTK_DIR_TAB_FORWARD));
}

static void
test_fits (Fixture       *fixture,
           gconstpointer  data)
{
  RoadmapPageView *view = ROADMAP_PAGE_VIEW (fixture->view);
  double resolution = roadmap_page_view_get_resolution (view);
  int width = gtk_widget_get_width (fixture->view);

  g_assert_cmpstr (roadmap_page_view_get_fit (view), ==, "width");
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture), (width - 36) / WIDTH, 0.001);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 200);
  settle (fixture);
  width = gtk_widget_get_width (fixture->view);
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture), (width - 36) / WIDTH, 0.001);

  roadmap_page_view_set_fit (view, "page");
  settle (fixture);
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture),
                                  (gtk_widget_get_height (fixture->view) - 36) / HEIGHT, 0.001);

  roadmap_page_view_set_scale (view, 1);
  settle (fixture);
  g_assert_cmpstr (roadmap_page_view_get_fit (view), ==, "free");
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture), resolution, 0.001);
  roadmap_page_view_step_scale (view, 1);
  settle (fixture);
  g_assert_cmpfloat_with_epsilon (roadmap_page_view_get_scale (view), 1.1, 0.001);
  roadmap_page_view_step_scale (view, -1);
  roadmap_page_view_step_scale (view, -1);
  settle (fixture);
  g_assert_cmpfloat_with_epsilon (roadmap_page_view_get_scale (view), 0.9, 0.001);
  roadmap_page_view_set_scale (view, 100);
  settle (fixture);
  g_assert_cmpfloat_with_epsilon (roadmap_page_view_get_scale (view), ROADMAP_PAGE_SCALE_MAX, 0.001);
}

/* What is in the middle stays there. */
static void
test_zoom_keeps_place (Fixture       *fixture,
                       gconstpointer  data)
{
  RoadmapPageView *view = ROADMAP_PAGE_VIEW (fixture->view);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->scrolled));
  double half = gtk_widget_get_height (fixture->view) / 2.0;
  double before, after;

  roadmap_page_view_set_scale (view, 1);
  settle (fixture);
  gtk_adjustment_set_value (adjustment, 300);
  settle (fixture);
  before = (get_scroll (fixture) + half - 18) / (round (HEIGHT * get_zoom (fixture)) + 18);
  roadmap_page_view_set_scale (view, 4);
  settle (fixture);
  after = (get_scroll (fixture) + half - 18) / (round (HEIGHT * get_zoom (fixture)) + 18);
  g_assert_cmpfloat_with_epsilon (before, after, 0.01);
}

static void
test_scrolling_turns_pages (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->scrolled));

  gtk_adjustment_set_value (adjustment, 200);
  settle (fixture);
  g_assert_cmpuint (get_page (fixture), ==, 1);
  gtk_adjustment_set_value (adjustment, 0);
  g_assert_cmpuint (get_page (fixture), ==, 0);
}

static void
test_fewer_pages (Fixture       *fixture,
                  gconstpointer  data)
{
  RoadmapPages *fewer = lay_out (fixture->roadmap, "c2");

  roadmap_page_column_set_page (ROADMAP_PAGE_COLUMN (fixture->view), G_MAXUINT);
  settle (fixture);
  roadmap_page_column_set_pages (ROADMAP_PAGE_COLUMN (fixture->view), fewer);
  settle (fixture);
  g_assert_cmpuint (get_page (fixture), ==, roadmap_pages_get_n_pages (fewer) - 1);
  roadmap_page_column_set_pages (ROADMAP_PAGE_COLUMN (fixture->view), NULL);
  settle (fixture);
  g_assert_cmpuint (count_cells (fixture), ==, 0);
  roadmap_pages_unref (fewer);
}

/* Thumbnails */

static void
click (Fixture *fixture,
       double   x,
       double   y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "pressed", 1, x, y);
    }
  settle (fixture);
}

static void
test_thumbnails (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkAllocation place;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 160, 250);
  settle (fixture);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Page thumbnails");
  gtk_widget_get_allocation (GTK_WIDGET (find_cell (fixture, 2)), &place);
  click (fixture, place.x + place.width / 2, place.y + 5);
  g_assert_cmpuint (get_page (fixture), ==, 2);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_cell (fixture, 2))));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_cell (fixture, 2)), "current"));
  click (fixture, 2, 2);
  g_assert_cmpuint (get_page (fixture), ==, 2);

  press (fixture, GDK_KEY_Up, 0);
  g_assert_cmpuint (get_page (fixture), ==, 1);
  press (fixture, GDK_KEY_End, 0);
  g_assert_cmpuint (get_page (fixture), ==, get_last (fixture));
  g_assert_nonnull (find_cell (fixture, get_last (fixture)));
  press (fixture, GDK_KEY_Home, 0);
  press (fixture, GDK_KEY_Down, 0);
  g_assert_cmpuint (get_page (fixture), ==, 1);
  press (fixture, GDK_KEY_Page_Up, 0);
  g_assert_cmpuint (get_page (fixture), ==, 0);
  press (fixture, GDK_KEY_Page_Down, 0);
  g_assert_cmpuint (get_page (fixture), ==, MIN (5, get_last (fixture)));
}

/* What is chosen stays chosen while one looks at others. */
static void
test_thumbnails_scroll (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->scrolled));

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 160, 150);
  settle (fixture);
  gtk_adjustment_set_value (adjustment, 1000);
  settle (fixture);
  g_assert_cmpfloat (get_scroll (fixture), >, 0);
  g_assert_cmpuint (get_page (fixture), ==, 0);
}

#define VIEW(name, test) \
  g_test_add ("/page-view/" name, Fixture, (gconstpointer) roadmap_page_view_get_type, set_up, test, tear_down)
#define THUMBNAILS(name, test) \
  g_test_add ("/page-thumbnails/" name, Fixture, (gconstpointer) roadmap_page_thumbnails_get_type, set_up, test, \
              tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/page-geometry/places", test_geometry);
  g_test_add_func ("/page-geometry/reading-on", test_reading_on);
  g_test_add_func ("/page-tiles/as-painted-at-once", test_tiles);
  VIEW ("only-what-is-seen", test_only_what_is_seen);
  VIEW ("names", test_names);
  VIEW ("keys", test_keys);
  VIEW ("one-tab-stop", test_one_tab_stop);
  VIEW ("fits", test_fits);
  VIEW ("zoom-keeps-place", test_zoom_keeps_place);
  VIEW ("scrolling-turns-pages", test_scrolling_turns_pages);
  VIEW ("fewer-pages", test_fewer_pages);
  THUMBNAILS ("choose", test_thumbnails);
  THUMBNAILS ("scroll", test_thumbnails_scroll);
  return g_test_run ();
}
