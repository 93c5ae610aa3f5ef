/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <math.h>

#include "stage.h"
#include "widgets/sheet-child.h"
#include "widgets/sheet-view.h"

/* A view of a sheet with a row for each stage of the roadmap: its bars stand in boxes of 40 × 40 at x = 50 × their place. */

#define ESTIMATE 30.0
#define HEIGHT 60.0

typedef RoadmapSheet BoxSheet;
typedef RoadmapSheetClass BoxSheetClass;

GType box_sheet_get_type (void);

G_DEFINE_TYPE (BoxSheet, box_sheet, ROADMAP_TYPE_SHEET)

static guint n_laid_out;

static void
box_sheet_lay_out (RoadmapSheet *sheet,
                   guint         index,
                   RoadmapScene *names,
                   RoadmapScene *body)
{
  RoadmapItem *stage = roadmap_sheet_get_row_item (sheet, index);
  guint n = 0;

  n_laid_out++;
  roadmap_scene_begin_group (names, stage, 0, 0);
  roadmap_scene_add (names, &(RoadmapShape) { .form = ROADMAP_FORM_FILL, .rect = { 0, 0, 80, HEIGHT }, .item = stage });
  roadmap_scene_end_group (names);
  for (guint i = 0; i < roadmap_item_get_n_children (stage); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (stage, i);

      if (!roadmap_item_is (item, "bar"))
        continue;
      roadmap_scene_begin_group (body, item, 0, 0);
      roadmap_scene_add (body, &(RoadmapShape) { .form = ROADMAP_FORM_BOX, .rect = { 50.0 * n++, 10, 40, 40 }, .item = item });
      roadmap_scene_end_group (body);
    }
}

static void
box_sheet_class_init (BoxSheetClass *klass)
{
  klass->lay_out = box_sheet_lay_out;
}

static void
box_sheet_init (BoxSheet *self)
{
}

typedef struct
{
  RoadmapSheetView parent_instance;
  double           zoom;
} BoxView;
typedef RoadmapSheetViewClass BoxViewClass;

GType box_view_get_type (void);

G_DEFINE_TYPE (BoxView, box_view, ROADMAP_TYPE_SHEET_VIEW)

static guint n_sheets;

static RoadmapSheet *
box_view_create_sheet (RoadmapSheetView *view,
                       RoadmapViewState *state,
                       RoadmapMeasure   *measure,
                       double            width)
{
  RoadmapSheet *sheet = g_object_new (box_sheet_get_type (), NULL);
  g_autoptr (GPtrArray) stages = roadmap_list (roadmap_view_state_get_roadmap (state), NULL, "stage");

  n_sheets++;
  roadmap_sheet_set_widths (sheet, 80, 1000 * ((BoxView *) view)->zoom);
  for (guint i = 0; i < stages->len; i++)
    roadmap_sheet_add_row (sheet, g_ptr_array_index (stages, i), ESTIMATE);
  return sheet;
}

static double
box_view_get_zoom (RoadmapSheetView *view)
{
  return ((BoxView *) view)->zoom;
}

static void
box_view_set_zoom (RoadmapSheetView *view,
                   double            zoom)
{
  ((BoxView *) view)->zoom = zoom;
  roadmap_sheet_view_invalidate (view);
}

static void
box_view_class_init (BoxViewClass *klass)
{
  klass->create_sheet = box_view_create_sheet;
  klass->get_zoom = box_view_get_zoom;
  klass->set_zoom = box_view_set_zoom;
}

static void
box_view_init (BoxView *self)
{
  self->zoom = 1;
}

#define N_STAGES 40

static Roadmap *
create_plan (void)
{
  g_autoptr (GString) text = g_string_new ("roadmap roadmap | title=T\n"
                                           "  status s | title=S | letter=S\n"
                                           "  chart c | calendar=fiscal | start=FY2020 | end=FY2022 | title=C\n");

  for (guint i = 0; i < N_STAGES; i++)
    g_string_append_printf (text, "    stage s%u | title=Stage %u\n"
                                  "      bar s%u.a | start=FY2020 | end=FY2020 | title=A%u\n"
                                  "      bar s%u.b | start=FY2021 | end=FY2021 | title=B%u\n", i, i, i, i, i, i);
  return sample_parse (text->str);
}

/* The stage with the plan above in a scrolled window 420 × 400. */
typedef struct
{
  Stage          stage;
  GtkWidget     *scrolled;
  GtkAdjustment *adjustment;
} Fixture;

static void
present_view (Fixture *fixture)
{
  Stage *stage = &fixture->stage;

  n_sheets = n_laid_out = 0;
  stage->roadmap = create_plan ();
  stage->state = roadmap_view_state_new ();
  roadmap_view_state_set_roadmap (stage->state, stage->roadmap);
  stage->widget = g_object_new (box_view_get_type (), "state", stage->state, NULL);
  fixture->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scrolled), stage->widget);
  fixture->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (stage->widget));
  stage->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 420, 400);
  gtk_window_set_child (GTK_WINDOW (stage->window), fixture->scrolled);
  gtk_window_present (GTK_WINDOW (stage->window));
}

static void
open_view (Fixture *fixture)
{
  present_view (fixture);
  stage_settle (&fixture->stage);
}

static guint
count_children (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (fixture->stage.widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += ROADMAP_IS_SHEET_CHILD (child);
  return n;
}

/* The height in the view at which the child is seen. */
static double
get_y (Fixture    *fixture,
       const char *id)
{
  GtkWidget *child = stage_find_child (&fixture->stage, id);
  graphene_rect_t bounds;

  g_assert_nonnull (child);
  g_assert_true (gtk_widget_compute_bounds (child, fixture->stage.widget, &bounds));
  return bounds.origin.y + ROADMAP_SHEET_CHILD_MARGIN;
}

static void
assert_focused (Fixture    *fixture,
                const char *id)
{
  GtkWidget *child = gtk_widget_get_focus_child (fixture->stage.widget);

  g_assert_nonnull (child);
  g_assert_cmpstr (roadmap_item_get_id (roadmap_sheet_child_get_item (ROADMAP_SHEET_CHILD (child))), ==, id);
}

/* (transfer full): the pixels of the view as it was last painted. */
static GBytes *
take_picture (Fixture *fixture)
{
  GtkWidget *view = fixture->stage.widget;
  int width = gtk_widget_get_width (view);
  int height = gtk_widget_get_height (view);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (view);
  g_autoptr (GdkPaintable) image = gdk_paintable_get_current_image (paintable);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guchar *pixels = g_malloc (4 * width * height);

  gdk_paintable_snapshot (image, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->stage.window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_download (texture, pixels, 4 * width);
  return g_bytes_new_take (pixels, 4 * width * height);
}

typedef struct
{
  Fixture  fixture;
  GBytes  *first; /* what the first frame shows */
} Opening;

static void
painted_cb (Opening *opening)
{
  if (opening->first != NULL || n_laid_out == 0)
    return;
  g_assert_cmpuint (count_children (&opening->fixture), ==, 0);
  opening->first = take_picture (&opening->fixture);
}

/* Names and bars are there before their children are, and look the same. */
static void
test_first_frame (void)
{
  Opening opening = { 0 };
  GBytes *later;

  present_view (&opening.fixture);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (opening.fixture.stage.window), "after-paint",
                            G_CALLBACK (painted_cb), &opening);
  while (opening.first == NULL)
    g_main_context_iteration (NULL, TRUE);
  stage_settle (&opening.fixture.stage);
  g_assert_cmpuint (count_children (&opening.fixture), >, 0);
  later = take_picture (&opening.fixture);
  g_assert_true (g_bytes_equal (opening.first, later));

  g_bytes_unref (opening.first);
  g_bytes_unref (later);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (opening.fixture.stage.window), &opening);
  stage_close (&opening.fixture.stage);
}

static void
test_only_what_is_seen (void)
{
  Fixture fixture;

  open_view (&fixture);
  g_assert_nonnull (stage_find_child (&fixture.stage, "s0"));
  g_assert_nonnull (stage_find_child (&fixture.stage, "s0.a"));
  g_assert_null (stage_find_child (&fixture.stage, "s39.a"));
  g_assert_cmpuint (n_laid_out, <, N_STAGES / 2);
  g_assert_cmpuint (count_children (&fixture), <, 3 * N_STAGES / 2);

  gtk_adjustment_set_value (fixture.adjustment, gtk_adjustment_get_upper (fixture.adjustment));
  stage_settle (&fixture.stage);
  g_assert_null (stage_find_child (&fixture.stage, "s0.a"));
  g_assert_nonnull (stage_find_child (&fixture.stage, "s39.a"));
  /* Rows turned out twice as high as they were guessed, and yet the last one is at the bottom. */
  g_assert_cmpfloat (get_y (&fixture, "s39.a"), ==, gtk_widget_get_height (fixture.stage.widget) - 50);
  stage_close (&fixture.stage);
}

/* The first stage whose bars are wholly seen. */
static char *
find_seen (Fixture *fixture)
{
  for (guint i = 0; i < N_STAGES; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u.a", i);

      if (stage_find_child (&fixture->stage, id) != NULL && get_y (fixture, id) >= 40)
        return g_steal_pointer (&id);
    }
  g_assert_not_reached ();
}

static void
test_what_is_seen_stays (void)
{
  g_autofree char *id = NULL;
  Fixture fixture;
  double y;

  open_view (&fixture);
  gtk_adjustment_set_value (fixture.adjustment, gtk_adjustment_get_upper (fixture.adjustment) - 500);
  stage_settle (&fixture.stage);
  id = find_seen (&fixture);
  y = get_y (&fixture, id);

  /* Rows above come into view and turn out twice as high as they were guessed; and a new sheet is made. */
  gtk_adjustment_set_value (fixture.adjustment, gtk_adjustment_get_value (fixture.adjustment) - 70);
  stage_settle (&fixture.stage);
  g_assert_cmpfloat (get_y (&fixture, id), ==, y + 70);
  roadmap_sheet_view_invalidate (ROADMAP_SHEET_VIEW (fixture.stage.widget));
  stage_settle (&fixture.stage);
  g_assert_cmpfloat (get_y (&fixture, id), ==, y + 70);
  stage_close (&fixture.stage);
}

static void
test_scrolling_keeps_children (void)
{
  Fixture fixture;
  GtkWidget *child;

  open_view (&fixture);
  child = stage_find_child (&fixture.stage, "s3.a");
  gtk_adjustment_set_value (fixture.adjustment, 40);
  stage_settle (&fixture.stage);
  g_assert_true (stage_find_child (&fixture.stage, "s3.a") == child);
  stage_close (&fixture.stage);
}

static void
test_keys (void)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *focused;
  } steps[] = {
    { GDK_KEY_Right, 0, "s0.b" },
    { GDK_KEY_Down, 0, "s1.b" },
    { GDK_KEY_Home, 0, "s1.a" },
    { GDK_KEY_Left, 0, "s1" },
    { GDK_KEY_Down, 0, "s2" },
    { GDK_KEY_Right, 0, "s2.a" },
    { GDK_KEY_End, 0, "s2.b" },
    { GDK_KEY_End, GDK_CONTROL_MASK, "s39.b" },
    { GDK_KEY_Up, 0, "s38.b" },
    { GDK_KEY_Home, GDK_CONTROL_MASK, "s0.a" },
  };
  Fixture fixture;

  open_view (&fixture);
  gtk_widget_child_focus (fixture.stage.widget, GTK_DIR_TAB_FORWARD);
  assert_focused (&fixture, "s0.a");
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_true (stage_type (&fixture.stage, steps[i].key, steps[i].modifiers));
      assert_focused (&fixture, steps[i].focused);
      stage_assert_selected (&fixture.stage, steps[i].focused);
    }

  g_assert_true (stage_type (&fixture.stage, GDK_KEY_Page_Down, 0));
  g_assert_cmpstr (roadmap_item_get_id (roadmap_view_state_get_selected (fixture.stage.state)), !=, "s0.a");
  g_assert_true (stage_type (&fixture.stage, GDK_KEY_Page_Up, 0));
  assert_focused (&fixture, "s0.a");
  g_assert_true (stage_type (&fixture.stage, GDK_KEY_Escape, 0));
  stage_assert_selected (&fixture.stage, NULL);
  g_assert_false (stage_type (&fixture.stage, GDK_KEY_Escape, 0));
  stage_close (&fixture.stage);
}

/* The child with the focus stays when it is scrolled away, so that the next key goes on from there. */
static void
test_focus_is_kept (void)
{
  Fixture fixture;

  open_view (&fixture);
  gtk_widget_child_focus (fixture.stage.widget, GTK_DIR_TAB_FORWARD);
  gtk_adjustment_set_value (fixture.adjustment, 900);
  stage_settle (&fixture.stage);
  assert_focused (&fixture, "s0.a");
  roadmap_sheet_view_invalidate (ROADMAP_SHEET_VIEW (fixture.stage.widget));
  stage_settle (&fixture.stage);
  assert_focused (&fixture, "s0.a");
  g_assert_true (stage_type (&fixture.stage, GDK_KEY_Right, 0));
  assert_focused (&fixture, "s0.b");
  g_assert_cmpfloat (get_y (&fixture, "s0.b"), >=, 0);
  stage_close (&fixture.stage);
}

static void
test_selecting_scrolls (void)
{
  Fixture fixture;

  open_view (&fixture);
  stage_select (&fixture.stage, "s30.b");
  g_assert_nonnull (stage_find_child (&fixture.stage, "s30.b"));
  g_assert_cmpfloat (get_y (&fixture, "s30.b"), >, 0);
  g_assert_cmpfloat (get_y (&fixture, "s30.b"), <, gtk_widget_get_height (fixture.stage.widget) - 40);
  stage_select (&fixture.stage, "s2");
  g_assert_nonnull (stage_find_child (&fixture.stage, "s2.a"));
  stage_close (&fixture.stage);
}

/* An edit of a bar lays out its row alone; one that may change everything, everything that is seen. */
static void
test_edits (void)
{
  Fixture fixture;
  guint before;

  open_view (&fixture);
  before = n_laid_out;
  stage_apply (&fixture.stage, "set s2.a end=FY2021");
  stage_settle (&fixture.stage);
  g_assert_cmpuint (n_laid_out, ==, before + 1);
  g_assert_cmpuint (n_sheets, ==, 1);

  stage_apply (&fixture.stage, "insert s2 0 bar new | origin=editor | start=FY2020 | end=FY2020 | title=New");
  stage_settle (&fixture.stage);
  g_assert_cmpuint (n_sheets, ==, 1);
  g_assert_nonnull (stage_find_child (&fixture.stage, "new"));
  stage_apply (&fixture.stage, "remove new");
  stage_settle (&fixture.stage);
  g_assert_cmpuint (n_sheets, ==, 1);
  g_assert_null (stage_find_child (&fixture.stage, "new"));

  stage_apply (&fixture.stage, "set s colour=#1c71d8");
  stage_settle (&fixture.stage);
  g_assert_cmpuint (n_sheets, ==, 2);
  stage_close (&fixture.stage);
}

static void
test_state (void)
{
  Fixture fixture;

  open_view (&fixture);
  roadmap_view_state_set_query (fixture.stage.state, "stage");
  stage_select (&fixture.stage, "s0.a");
  g_assert_cmpuint (n_sheets, ==, 1);
  roadmap_view_state_set_zoom (fixture.stage.state, 2);
  stage_settle (&fixture.stage);
  g_assert_cmpuint (n_sheets, ==, 2);

  roadmap_view_state_set_roadmap (fixture.stage.state, NULL);
  stage_settle (&fixture.stage);
  g_assert_cmpuint (count_children (&fixture), ==, 0);
  stage_close (&fixture.stage);
}

int
main (int   argc,
      char *argv[])
{
  stage_init (&argc, &argv);

  g_test_add_func ("/sheet-view/first-frame", test_first_frame);
  g_test_add_func ("/sheet-view/only-what-is-seen", test_only_what_is_seen);
  g_test_add_func ("/sheet-view/what-is-seen-stays", test_what_is_seen_stays);
  g_test_add_func ("/sheet-view/scrolling-keeps-children", test_scrolling_keeps_children);
  g_test_add_func ("/sheet-view/keys", test_keys);
  g_test_add_func ("/sheet-view/focus-is-kept", test_focus_is_kept);
  g_test_add_func ("/sheet-view/selecting-scrolls", test_selecting_scrolls);
  g_test_add_func ("/sheet-view/edits", test_edits);
  g_test_add_func ("/sheet-view/state", test_state);

  return g_test_run ();
}
