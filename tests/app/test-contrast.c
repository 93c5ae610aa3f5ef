/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Contrast measured from the pixels that are painted, in the theme the environment asks for: the words of each label and
 * bar against what lies around them, 4.5:1 (WCAG 2.1, 1.4.3).  What cannot be used at the moment is exempt, as there.  And that the letters of statuses tell them apart without colour. */

#include "config.h"

#include <locale.h>

#include "chart/style.h"
#include "widgets/chip.h"
#include "window-fixture.h"

/* Painted this much larger, letters have pixels of their full colour. */
#define SCALE 4

#define WANTED 4.5

typedef struct
{
  GtkWidget       *top;
  cairo_surface_t *surface;
  guint            n_measured;
  guint            n_wrong;
} Picture;

/* (transfer full): @widget as it is painted, over the window's background. */
static cairo_surface_t *
paint (GtkWidget *widget,
       int        scale)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * scale, height * scale);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node = NULL;

  /* There is nothing to see until the frame after the last change. */
  while (node == NULL)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      gtk_widget_queue_draw (widget);
      gtk_test_widget_wait_for_draw (widget);
      gdk_paintable_snapshot (paintable, snapshot, width, height);
      node = gtk_snapshot_free_to_node (snapshot);
    }
  cairo_scale (cr, scale, scale);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[x] & 0xffffff;
}

static double
get_contrast (guint32 a,
              guint32 b)
{
  RoadmapColour first = roadmap_colour_from_hue (a);
  RoadmapColour second = roadmap_colour_from_hue (b);

  return roadmap_colour_contrast (&first, &second);
}

/* The colour most of the rectangle has, against the one that stands out most. */
static double
measure_contrast (cairo_surface_t             *surface,
                  const cairo_rectangle_int_t *area)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  gpointer ground = NULL;
  guint most = 0;
  double contrast = 1;
  GHashTableIter iter;
  gpointer colour, count;

  for (int y = area->y; y < area->y + area->height; y++)
    for (int x = area->x; x < area->x + area->width; x++)
      {
        gpointer pixel = GUINT_TO_POINTER (get_pixel (surface, x, y));

        g_hash_table_insert (counts, pixel, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, pixel)) + 1));
      }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &colour, &count))
    if (GPOINTER_TO_UINT (count) > most)
      {
        most = GPOINTER_TO_UINT (count);
        ground = colour;
      }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &colour, NULL))
    contrast = MAX (contrast, get_contrast (GPOINTER_TO_UINT (colour), GPOINTER_TO_UINT (ground)));
  return contrast;
}

/* Where @widget can be seen, in pixels of the picture.  FALSE: nowhere, or too little of it. */
static gboolean
get_area (Picture               *picture,
          GtkWidget             *widget,
          cairo_rectangle_int_t *area)
{
  graphene_rect_t bounds, visible;

  if (!gtk_widget_compute_bounds (widget, picture->top, &bounds))
    return FALSE;
  visible = bounds;
  for (GtkWidget *around = widget; around != NULL; around = gtk_widget_get_parent (around))
    {
      graphene_rect_t rect;

      if (!gtk_widget_compute_bounds (around, picture->top, &rect) ||
          (gtk_widget_get_overflow (around) == GTK_OVERFLOW_HIDDEN &&
           !graphene_rect_intersection (&visible, &rect, &visible)))
        return FALSE;
    }
  if (!graphene_rect_intersection (&visible, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (picture->top),
                                                                 gtk_widget_get_height (picture->top)), &visible))
    return FALSE;
  *area = (cairo_rectangle_int_t) {
    ceil (visible.origin.x) * SCALE, ceil (visible.origin.y) * SCALE,
    floor (visible.size.width - 1) * SCALE, floor (visible.size.height - 1) * SCALE,
  };
  return area->width > 6 * SCALE && area->height > 6 * SCALE &&
         visible.size.width * visible.size.height > bounds.size.width * bounds.size.height / 2;
}

static void
measure_widget (Picture    *picture,
                GtkWidget  *widget,
                const char *words)
{
  cairo_rectangle_int_t area;
  double contrast;

  if (!get_area (picture, widget, &area))
    return;
  contrast = measure_contrast (picture->surface, &area);
  picture->n_measured++;
  if (contrast >= WANTED)
    return;
  picture->n_wrong++;
  g_test_message ("%.1f: %s “%s”", contrast, G_OBJECT_TYPE_NAME (widget), words);
}

static gboolean
is_bar (GtkWidget *widget)
{
  return gtk_widget_get_first_child (widget) == NULL &&
         gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_LIST_ITEM;
}

static void
measure_all (Picture   *picture,
             GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return;
  if (GTK_IS_LABEL (widget))
    {
      if (*gtk_label_get_text (GTK_LABEL (widget)) != '\0')
        measure_widget (picture, widget, gtk_label_get_text (GTK_LABEL (widget)));
    }
  else if (is_bar (widget))
    measure_widget (picture, widget, "");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    measure_all (picture, child);
}

static void
measure_picture (Picture    *picture,
                 const char *what)
{
  picture->surface = paint (picture->top, SCALE);
  measure_all (picture, picture->top);
  cairo_surface_destroy (picture->surface);
  g_test_message ("%s: %u measured, %u below %g:1", what, picture->n_measured, picture->n_wrong, WANTED);
  g_assert_cmpuint (picture->n_measured, >, 10);
  g_assert_cmpuint (picture->n_wrong, ==, 0);
}

static void
check (Fixture    *fixture,
       const char *what)
{
  Picture picture = { .top = GTK_WIDGET (fixture->window) };

  fixture_settle ();
  measure_picture (&picture, what);
}

static void
test_window (Fixture       *fixture,
             gconstpointer  data)
{
  check (fixture, "nothing selected");
  fixture_set_status (fixture, "irb.bar-1", "delayed");
  fixture_set_status (fixture, "irb.bar-3", "in-progress");
  roadmap_view_state_set_selected (fixture->window->state, fixture_look_up (fixture, "irb.bar-1"));
  check (fixture, "a bar selected");
}

/* All that the roadmap has something for. */
static void
test_views (Fixture       *fixture,
            gconstpointer  data)
{
  AdwViewStack *views = fixture->window->views;
  g_autoptr (GListModel) pages = G_LIST_MODEL (adw_view_stack_get_pages (views));

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, i);

      if (!adw_view_stack_page_get_visible (page))
        continue;
      adw_view_stack_set_visible_child (views, adw_view_stack_page_get_child (page));
      check (fixture, adw_view_stack_page_get_name (page));
    }
}

static void
test_help (Fixture       *fixture,
           gconstpointer  data)
{
  Picture picture = { NULL };

  g_action_group_activate_action (G_ACTION_GROUP (fixture_application), "help", NULL);
  fixture_settle ();
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (fixture_application)); l != NULL; l = l->next)
    if (l->data != fixture->window)
      picture.top = l->data;
  g_assert_nonnull (picture.top);
  measure_picture (&picture, "help");
}

/* Letters */

/* (transfer full): whether each pixel is nearer to the letter or to its ground, as printed without colours. */
static GByteArray *
trace (GtkWidget *chip)
{
  cairo_surface_t *surface = paint (chip, SCALE);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  GByteArray *dots = g_byte_array_new ();
  guint ground = get_pixel (surface, width / 8, height / 2);

  for (int y = height / 8; y < height * 7 / 8; y++)
    for (int x = width / 8; x < width * 7 / 8; x++)
      {
        guint8 dot = get_contrast (get_pixel (surface, x, y), ground) > 2;

        g_byte_array_append (dots, &dot, 1);
      }
  cairo_surface_destroy (surface);
  return dots;
}

static void
assert_different (GByteArray *a,
                  GByteArray *b)
{
  guint differ = 0;

  if (a->len != b->len)
    return;
  for (guint i = 0; i < a->len; i++)
    differ += a->data[i] != b->data[i];
  g_assert_cmpuint (differ, >, a->len / 30);
}

static void
test_letters (Fixture       *fixture,
              gconstpointer  language)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (fixture->window->state);
  g_autoptr (GPtrArray) statuses = roadmap_list (roadmap, NULL, "status");
  g_autoptr (GPtrArray) traces = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *chip = roadmap_chip_new ();

  gtk_widget_set_halign (chip, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_window_set_child (GTK_WINDOW (window), chip);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpuint (statuses->len, >, 3);
  for (guint i = 0; i < statuses->len; i++)
    {
      roadmap_chip_set_item (ROADMAP_CHIP (chip), g_ptr_array_index (statuses, i), language);
      fixture_settle ();
      g_ptr_array_add (traces, trace (chip));
      for (guint j = 0; j < i; j++)
        assert_different (g_ptr_array_index (traces, i), g_ptr_array_index (traces, j));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  fixture_init ();
  g_test_add ("/contrast/window", Fixture, NULL, fixture_set_up, test_window, fixture_tear_down);
  g_test_add ("/contrast/views", Fixture, NULL, fixture_set_up, test_views, fixture_tear_down);
  g_test_add ("/contrast/help", Fixture, NULL, fixture_set_up, test_help, fixture_tear_down);
  g_test_add ("/contrast/letters-ja", Fixture, "ja", fixture_set_up, test_letters, fixture_tear_down);
  g_test_add ("/contrast/letters-en", Fixture, "en", fixture_set_up, test_letters, fixture_tear_down);
  return g_test_run ();
}
