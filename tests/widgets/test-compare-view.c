/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "stage.h"
#include "widgets/compare-view.h"

static Roadmap *
edit_sample (const char *edits)
{
  Roadmap *roadmap = sample_parse (sample_text);
  g_auto (GStrv) list = g_strsplit (edits, "; ", -1);

  roadmap_set_wording_locked (roadmap, FALSE);
  for (char **text = list; *text != NULL; text++)
    {
      g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, *text);

      g_assert_true (roadmap_apply (roadmap, edit, NULL));
    }
  return roadmap;
}

/* The view in a stage of its own: what it compares is not the stage's roadmap. */
static void
open_view (Stage *stage)
{
  *stage = (Stage) { 0 };
  stage->window = gtk_window_new ();
  stage->widget = roadmap_compare_view_new ();
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 600, 700);
  gtk_window_set_child (GTK_WINDOW (stage->window), stage->widget);
  gtk_window_present (GTK_WINDOW (stage->window));
}

static void
close_view (Stage *stage)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
}

static void
note_item_cb (RoadmapCompareView *view,
              RoadmapItem        *item,
              gpointer            id)
{
  *(const char **) id = roadmap_item_get_id (item);
}

static void
test_differences (void)
{
  Stage stage;
  g_autoptr (Roadmap) old = sample_parse (sample_text);
  g_autoptr (Roadmap) new = edit_sample ("set irb.b1 status=running; set irb.b1 title=改正の周知; remove ic.x1; "
                                         "insert irb -1 remark x | text=y; move ic.b1 irb 0");
  GtkWidget *list;
  const char *selected = NULL;

  open_view (&stage);
  roadmap_compare_view_add_section (ROADMAP_COMPARE_VIEW (stage.widget),
                                    roadmap_compare_section_new_diff ("In the file", old, new, NULL, NULL));
  stage_settle (&stage);
  stage_assert_words (&stage, "5 changes");
  stage_assert_words (&stage, "In the file");
  stage_assert_words (&stage, "Bar “改正”\n計画 › ① IRBの審査\nMoved from “② 同意” to “① IRBの審査”");
  stage_assert_words (&stage, "Bar “改正の周知”\n計画 › ① IRBの審査\nStatus\n−\n完了\n+\n実施中\nTitle\n−\n改正\n+\n改正の周知");
  stage_assert_words (&stage, "Editor’s remark “推定”\n計画 › ② 同意\nRemoved");

  /* One kind alone, and none. */
  g_object_set (stage_find (stage.widget, GTK_TYPE_DROP_DOWN, NULL), "selected", 2, NULL);
  stage_settle (&stage);
  stage_assert_words (&stage, "1 change");
  stage_assert_no_words (&stage, "改正の周知");
  g_object_set (stage_find (stage.widget, GTK_TYPE_DROP_DOWN, NULL), "selected", 0, NULL);
  stage_settle (&stage);

  list = stage_find (stage.widget, GTK_TYPE_LIST_VIEW, NULL);
  g_signal_connect (stage.widget, "item-selected", G_CALLBACK (note_item_cb), &selected);
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 2, TRUE);
  g_assert_cmpstr (selected, ==, "irb.b1");
  close_view (&stage);
}

static void
test_same (void)
{
  Stage stage;
  g_autoptr (Roadmap) old = sample_parse (sample_text);
  g_autoptr (Roadmap) new = sample_parse (sample_text);

  open_view (&stage);
  roadmap_compare_view_add_section (ROADMAP_COMPARE_VIEW (stage.widget),
                                    roadmap_compare_section_new_diff (NULL, old, new, NULL, NULL));
  stage_settle (&stage);
  stage_assert_words (&stage, "No Changes");
  close_view (&stage);
}

static GtkCheckButton *
find_choice (Stage      *stage,
             const char *text)
{
  GtkWidget *label = stage_find (stage->widget, GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);
  return GTK_CHECK_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON));
}

static void
test_conflicts (void)
{
  Stage stage;
  g_autoptr (Roadmap) base = sample_parse (sample_text);
  g_autoptr (Roadmap) ours = edit_sample ("set irb.b1 status=running; set irb.b1 end=FY2020-Q1; remove ic");
  g_autoptr (Roadmap) theirs = edit_sample ("set irb.b1 status=open; set irb.b1 start=FY2020-Q3; set ic title=x");
  g_autoptr (RoadmapMerge) merge = roadmap_merge_new (base, ours, theirs, NULL);
  GPtrArray *conflicts = roadmap_merge_get_conflicts (merge);

  open_view (&stage);
  roadmap_compare_view_add_section (ROADMAP_COMPARE_VIEW (stage.widget),
                                    roadmap_compare_section_new_merge ("Changed by both", merge, NULL));
  stage_settle (&stage);
  stage_assert_words (&stage, "Status\nMine: 実施中\nTheirs: 未着手");
  stage_assert_words (&stage, "Removed or changed\nMine: Removed\nTheirs: Changed, and kept");
  /* Both ends of the span are one choice. */
  stage_assert_words (&stage, "From – To\nMine: 令和2年度第1四半期 – 令和2年度第1四半期\n"
                              "Theirs: 令和2年度第3四半期 – 令和2年度第3四半期");

  g_assert_true (gtk_check_button_get_active (find_choice (&stage, "Mine: 実施中")));
  g_assert_true (gtk_check_button_get_active (find_choice (&stage, "Theirs: Changed, and kept")));
  gtk_check_button_set_active (find_choice (&stage, "Theirs: 未着手"), TRUE);
  g_assert_false (gtk_check_button_get_active (find_choice (&stage, "Mine: 実施中")));
  gtk_check_button_set_active (find_choice (&stage, "Theirs: 令和2年度第3四半期 – 令和2年度第3四半期"), TRUE);
  gtk_check_button_set_active (find_choice (&stage, "Mine: Removed"), TRUE);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const RoadmapConflict *conflict = g_ptr_array_index (conflicts, i);

      g_assert_cmpint (conflict->choice, ==, conflict->type == ROADMAP_CONFLICT_SET ? ROADMAP_SIDE_THEIRS : ROADMAP_SIDE_OURS);
    }
  close_view (&stage);
}

int
main (int   argc,
      char *argv[])
{
  stage_init (&argc, &argv);

  g_test_add_func ("/compare-view/differences", test_differences);
  g_test_add_func ("/compare-view/same", test_same);
  g_test_add_func ("/compare-view/conflicts", test_conflicts);

  return g_test_run ();
}
