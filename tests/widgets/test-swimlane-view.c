/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "stage.h"
#include "widgets/sheet-child.h"
#include "widgets/swimlane-keys.h"
#include "widgets/swimlane-view.h"

/* The plan alone: the years of all charts would be wider than the window. */
static void
open_plan (Stage *stage)
{
  stage_open (stage, ROADMAP_TYPE_SWIMLANE_VIEW);
  stage_apply (stage, "set map role=earlier");
  roadmap_view_state_set_chart (stage->state, sample_get (stage->roadmap, "plan"));
  stage_settle (stage);
}

static GtkWidget *
find_popover (Stage *stage)
{
  for (GtkWidget *child = gtk_widget_get_first_child (stage->widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      return child;
  return NULL;
}

static gboolean
is_collapsed (Stage      *stage,
              const char *id)
{
  return roadmap_view_state_is_collapsed (stage->state, sample_get (stage->roadmap, id));
}

static void
test_collapse (void)
{
  GtkWidget *bar;
  Stage stage;

  open_plan (&stage);
  bar = stage_find_child (&stage, "irb.b1");
  gtk_widget_grab_focus (bar);
  g_assert_true (stage_type (&stage, GDK_KEY_minus, 0));
  g_assert_true (is_collapsed (&stage, "irb"));
  /* Its strip is the same child and has kept the focus. */
  g_assert_true (stage_find_child (&stage, "irb.b1") == bar);
  g_assert_true (gtk_widget_has_focus (bar));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (stage_find_child (&stage, "irb")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "① IRBの審査");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (stage_find_child (&stage, "irb")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Collapsed");
  g_assert_true (stage_type (&stage, GDK_KEY_plus, 0));
  g_assert_false (is_collapsed (&stage, "irb"));

  /* The arrow keys do the same on the name. */
  gtk_widget_grab_focus (stage_find_child (&stage, "ic"));
  g_assert_true (stage_type (&stage, GDK_KEY_Left, 0));
  g_assert_true (is_collapsed (&stage, "ic"));
  g_assert_true (stage_type (&stage, GDK_KEY_Right, 0));
  g_assert_false (is_collapsed (&stage, "ic"));
  g_assert_true (stage_type (&stage, GDK_KEY_Right, 0));
  stage_assert_selected (&stage, "ic.b1");
  stage_close (&stage);
}

static void
test_notes (void)
{
  Stage stage;

  open_plan (&stage);
  gtk_widget_grab_focus (stage_find_child (&stage, "irb.b1"));
  g_assert_false (stage_type (&stage, GDK_KEY_n, 0));
  gtk_widget_grab_focus (stage_find_child (&stage, "irb.b2"));
  roadmap_view_state_set_selected (stage.state, roadmap_lookup (stage.roadmap, "irb.b2"));
  gtk_widget_activate_action (stage_find_child (&stage, "irb.b2"), "timeline.show-notes", NULL);
  stage_settle (&stage);
  g_assert_nonnull (find_popover (&stage));
  gtk_popover_popdown (GTK_POPOVER (find_popover (&stage)));
  stage_settle (&stage);

  /* What has none has no such entry in its menu. */
  roadmap_view_state_set_selected (stage.state, roadmap_lookup (stage.roadmap, "irb.b1"));
  gtk_widget_activate_action (stage_find_child (&stage, "irb.b1"), "timeline.show-notes", NULL);
  g_assert_null (find_popover (&stage));

  gtk_widget_grab_focus (stage_find_child (&stage, "irb.b2"));
  g_assert_true (stage_type (&stage, GDK_KEY_n, 0));
  g_assert_nonnull (find_popover (&stage));
  g_assert_true (gtk_widget_get_visible (find_popover (&stage)));
  gtk_popover_popdown (GTK_POPOVER (find_popover (&stage)));
  stage_settle (&stage);
  g_assert_null (find_popover (&stage));
  stage_close (&stage);
}

/* The words of a bar, and where it is; until the next frame. */
static const RoadmapShape *
find_text (Stage             *stage,
           const char        *id,
           RoadmapSheetPlace *place)
{
  RoadmapSheet *sheet = roadmap_sheet_view_get_sheet (ROADMAP_SHEET_VIEW (stage->widget));
  RoadmapScene *scene;

  g_assert_true (roadmap_sheet_find (sheet, sample_get (stage->roadmap, id), place));
  scene = roadmap_sheet_get_body (sheet, place->row);
  for (guint i = 0; i < place->group->n_shapes; i++)
    if (roadmap_scene_get_shape (scene, place->group->first + i)->form == ROADMAP_FORM_TEXT)
      return roadmap_scene_get_shape (scene, place->group->first + i);
  g_assert_not_reached ();
}

/* The number of a note can be clicked; what lies behind a short line with one is the bar. */
static void
test_note_numbers (void)
{
  static const struct
  {
    double   x, y; /* in the text, from 0 to 1; x beyond the number by as many pixels as it is more than 1 */
    gboolean opens;
  } rows[] = {
    { 0.1, 0.2, FALSE },
    { 0.9, 0.2, FALSE },
    { 0.01, 0.8, FALSE },
    { 1, 0.8, TRUE },
    { 30, 0.8, FALSE },
  };
  Stage stage;

  open_plan (&stage);
  roadmap_set_wording_locked (stage.roadmap, FALSE);
  stage_apply (&stage, "set irb.b2 title=ガイダンスの作成\n周知");
  stage_settle (&stage);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapSheetPlace place;
      const RoadmapShape *text = find_text (&stage, "irb.b2", &place);
      PangoRectangle end;
      double x;

      g_test_message ("%g, %g", rows[i].x, rows[i].y);
      g_assert_cmpint (pango_layout_get_line_count (text->layout), ==, 2);
      pango_layout_index_to_pos (text->layout, strlen (pango_layout_get_text (text->layout)), &end);
      x = rows[i].x < 1 ? rows[i].x * text->rect.width : (double) end.x / PANGO_SCALE + rows[i].x - 3;
      g_assert_cmpint (roadmap_swimlane_clicked (ROADMAP_SHEET_VIEW (stage.widget), &place, text->rect.x + x,
                                                 text->rect.y + rows[i].y * text->rect.height), ==, rows[i].opens);
      g_assert_cmpint (find_popover (&stage) != NULL, ==, rows[i].opens);
      stage_settle (&stage);
      if (rows[i].opens)
        gtk_popover_popdown (GTK_POPOVER (find_popover (&stage)));
      stage_settle (&stage);
    }
  stage_close (&stage);
}

static void
test_density (void)
{
  Stage stage;
  int height;

  open_plan (&stage);
  height = gtk_widget_get_height (stage_find_child (&stage, "irb.b1"));
  roadmap_view_state_set_density (stage.state, ROADMAP_DENSITY_COMPACT);
  stage_settle (&stage);
  g_assert_cmpint (gtk_widget_get_height (stage_find_child (&stage, "irb.b1")), <, height);
  stage_close (&stage);
}

static int
get_x (GtkWidget *child)
{
  GtkAllocation place;

  gtk_widget_get_allocation (child, &place);
  return place.x;
}

/* The earlier plan's bars say that they are, and selecting one does not turn to its chart. */
static void
test_earlier (void)
{
  Stage stage;
  int x;

  open_plan (&stage);
  roadmap_set_wording_locked (stage.roadmap, FALSE);
  stage_apply (&stage, "set genome title=IRBの審査");
  g_assert_null (stage_find_child (&stage, "genome.b1"));
  x = get_x (stage_find_child (&stage, "irb.b1"));
  roadmap_view_state_set_earlier (stage.state, TRUE);
  stage_settle (&stage);
  /* The earlier years lie to the left of those that are seen. */
  g_assert_cmpint (ABS (get_x (stage_find_child (&stage, "irb.b1")) - x), <=, 1);
  gtk_adjustment_set_value (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (stage.widget)), 0);
  stage_settle (&stage);
  g_assert_nonnull (stage_find_child (&stage, "genome.b1"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (stage_find_child (&stage, "genome.b1")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "俯瞰図、整備、平成29年から平成30年第2四半期");
  stage_select (&stage, "genome.b1");
  g_assert_true (roadmap_view_state_get_chart (stage.state) == sample_get (stage.roadmap, "plan"));
  roadmap_view_state_set_earlier (stage.state, FALSE);
  stage_settle (&stage);
  g_assert_null (stage_find_child (&stage, "genome.b1"));
  stage_close (&stage);
}

/* What stands in another lane then, or in another place of its own, costs no new sheet unless others may be shown. */
static void
test_moves (void)
{
  static const struct
  {
    const char *edit;
    gboolean    kept;
  } rows[] = {
    { "move irb.b3 ic 0", TRUE },
    { "move irb.b3 irb 5", TRUE },
    { "move irb.ms ic 0", TRUE },
    { "move irb.ms plan 0", FALSE },
    { "move irb.ms irb 0", FALSE },
    { "move ic plan 0", FALSE },
  };
  Stage stage;

  open_plan (&stage);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      /* Owned, so that no new one can have its address. */
      g_autoptr (RoadmapSheet) before = g_object_ref (roadmap_sheet_view_get_sheet (ROADMAP_SHEET_VIEW (stage.widget)));

      g_test_message ("%s", rows[i].edit);
      stage_apply (&stage, rows[i].edit);
      stage_settle (&stage);
      g_assert_cmpint (roadmap_sheet_view_get_sheet (ROADMAP_SHEET_VIEW (stage.widget)) == before, ==, rows[i].kept);
      g_assert_nonnull (stage_find_child (&stage, "irb.b3"));
      g_assert_nonnull (stage_find_child (&stage, "irb.ms"));
    }
  stage_close (&stage);
}

int
main (int   argc,
      char *argv[])
{
  stage_init (&argc, &argv);

  g_test_add_func ("/swimlane-view/collapse", test_collapse);
  g_test_add_func ("/swimlane-view/notes", test_notes);
  g_test_add_func ("/swimlane-view/note-numbers", test_note_numbers);
  g_test_add_func ("/swimlane-view/moves", test_moves);
  g_test_add_func ("/swimlane-view/density", test_density);
  g_test_add_func ("/swimlane-view/earlier", test_earlier);

  return g_test_run ();
}
