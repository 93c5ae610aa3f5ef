/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "stage.h"
#include "widgets/search-bar.h"

static void
test_search_hits (void)
{
  Stage stage;
  gboolean searching;
  GtkWidget *row, *excerpt;

  stage_open (&stage, ROADMAP_TYPE_SEARCH_BAR);
  g_object_get (stage.widget, "searching", &searching, NULL);
  g_assert_false (searching);

  roadmap_view_state_set_query (stage.state, "ａｉ");
  stage_settle (&stage);
  g_object_get (stage.widget, "searching", &searching, NULL);
  g_assert_true (searching);
  stage_assert_words (&stage, "1 found");
  stage_assert_words (&stage, "① IRBの審査 · Issue\n審査の質\n委員に※AI&MLの専門家がいない");
  row = gtk_widget_get_parent (gtk_widget_get_parent (stage_find (stage.widget, GTK_TYPE_LABEL, "審査の質")));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "審査の質: 委員に※AI&MLの専門家がいない");

  /* Outline first, then what is said about it, then the rest. */
  roadmap_view_state_set_query (stage.state, "改正");
  stage_settle (&stage);
  stage_assert_words (&stage, "4 found");
  stage_assert_words (&stage, "① IRBの審査 · Measure\n指針の改正\n① IRBの審査 · Bar\n改正\n② 同意 · Bar\n改正\n"
                              "Chart · Paragraph\n令和３年改正");

  /* What matches only in a translation is shown as ours. */
  roadmap_view_state_set_query (stage.state, "ethics");
  stage_settle (&stage);
  excerpt = stage_find (stage.widget, GTK_TYPE_LABEL, "Ethics review");
  g_assert_true (gtk_widget_has_css_class (excerpt, "ours"));

  roadmap_view_state_set_query (stage.state, "zzz");
  stage_settle (&stage);
  stage_assert_words (&stage, "0 found\nNothing Found\nTry fewer or other words.");

  /* Headings of the file are nowhere to go to. */
  roadmap_view_state_set_query (stage.state, "共通");
  stage_settle (&stage);
  stage_assert_words (&stage, "0 found");
  stage_close (&stage);
}

static void
test_search_choose (void)
{
  Stage stage;
  GtkWidget *entry, *list;

  stage_open (&stage, ROADMAP_TYPE_SEARCH_BAR);
  roadmap_search_bar_grab (ROADMAP_SEARCH_BAR (stage.widget));
  entry = stage_find (stage.widget, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (stage.window)), entry));

  /* Enter does not wait for the entry's delay. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "専門家");
  g_signal_emit_by_name (entry, "activate");
  stage_assert_selected (&stage, "irb.r2");
  g_assert_cmpstr (roadmap_view_state_get_query (stage.state), ==, "専門家");
  stage_settle (&stage);

  g_assert_true (stage_press (stage.widget, GDK_KEY_Down));
  list = stage_find (stage.widget, GTK_TYPE_LIST_VIEW, NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (stage.window)), list));
  g_signal_emit_by_name (list, "activate", 1);
  stage_assert_selected (&stage, "irb.r1");
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 0, TRUE);
  g_assert_true (stage_press (stage.widget, GDK_KEY_Up));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (stage.window)), entry));

  g_assert_true (stage_press (stage.widget, GDK_KEY_Escape));
  g_assert_null (roadmap_view_state_get_query (stage.state));
  g_assert_false (roadmap_search_bar_get_searching (ROADMAP_SEARCH_BAR (stage.widget)));
  g_assert_false (stage_press (stage.widget, GDK_KEY_Escape));
  stage_close (&stage);
}

static void
test_search_edits (void)
{
  Stage stage;

  stage_open (&stage, ROADMAP_TYPE_SEARCH_BAR);
  roadmap_view_state_set_query (stage.state, "ガイドライン");
  stage_settle (&stage);
  stage_assert_words (&stage, "0 found");
  stage_apply (&stage, "insert irb.b1 -1 followup f9 | date=2024-03-01 | progress=ｶﾞｲﾄﾞﾗｲﾝを公表");
  stage_settle (&stage);
  stage_assert_words (&stage, "1 found");
  stage_assert_words (&stage, "① IRBの審査 · Follow-up\n改正\nｶﾞｲﾄﾞﾗｲﾝを公表");
  stage_close (&stage);
}

/* From hit to hit, wherever the focus is; the list stands where the state stands. */
static void
test_search_step (void)
{
  Stage stage;
  GtkWidget *list;
  GtkSingleSelection *rows;

  stage_open (&stage, ROADMAP_TYPE_SEARCH_BAR);
  roadmap_view_state_set_query (stage.state, "改正");
  stage_settle (&stage);
  list = stage_find (stage.widget, GTK_TYPE_LIST_VIEW, NULL);
  rows = GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)));

  gtk_widget_activate_action (stage.widget, "hit.next", NULL);
  stage_assert_selected (&stage, "irb.m1");
  stage_assert_words (&stage, "1 of 4");
  g_assert_cmpuint (gtk_single_selection_get_selected (rows), ==, 0);
  gtk_widget_activate_action (stage.widget, "hit.next", NULL);
  stage_assert_selected (&stage, "irb.b1");
  gtk_widget_activate_action (stage.widget, "hit.previous", NULL);
  gtk_widget_activate_action (stage.widget, "hit.previous", NULL);
  stage_assert_selected (&stage, "n1.p1");
  stage_assert_words (&stage, "4 of 4");
  gtk_widget_activate_action (stage.widget, "hit.next", NULL);
  stage_assert_selected (&stage, "irb.m1");

  /* What was gone to stays so, wherever it stands now, until it leaves the roadmap. */
  roadmap_view_state_step_hit (stage.state, 1);
  roadmap_set_wording_locked (stage.roadmap, FALSE);
  stage_apply (&stage, "remove ic.b1");
  stage_settle (&stage);
  stage_assert_words (&stage, "2 of 3");
  stage_apply (&stage, "set irb.m1 title=周知");
  stage_settle (&stage);
  stage_assert_words (&stage, "1 of 2");
  g_assert_cmpuint (gtk_single_selection_get_selected (rows), ==, 0);
  stage_apply (&stage, "set irb.b1 title=周知");
  stage_settle (&stage);
  stage_assert_words (&stage, "1 found");
  g_assert_cmpuint (gtk_single_selection_get_selected (rows), ==, GTK_INVALID_LIST_POSITION);

  roadmap_view_state_set_query (stage.state, "zzz");
  stage_settle (&stage);
  g_assert_false (roadmap_view_state_step_hit (stage.state, 1));
  stage_close (&stage);
}

/* Only what the filter shows is found; Escape takes away the query first, then the filter. */
static void
test_search_filter (void)
{
  Stage stage;

  stage_open (&stage, ROADMAP_TYPE_SEARCH_BAR);
  g_object_set (stage.state, "filter-text", "status:done", NULL);
  roadmap_view_state_set_query (stage.state, "改正");
  stage_settle (&stage);
  stage_assert_words (&stage, "3 found");
  stage_apply (&stage, "set ic.b1 status=done");
  stage_settle (&stage);
  stage_assert_words (&stage, "4 found");

  g_assert_true (stage_press (stage.widget, GDK_KEY_Escape));
  g_assert_null (roadmap_view_state_get_query (stage.state));
  g_assert_nonnull (roadmap_view_state_get_filter (stage.state));
  g_assert_true (stage_press (stage.widget, GDK_KEY_Escape));
  g_assert_null (roadmap_view_state_get_filter (stage.state));
  g_assert_false (stage_press (stage.widget, GDK_KEY_Escape));
  stage_close (&stage);
}

int
main (int    argc,
      char **argv)
{
  stage_init (&argc, &argv);

  g_test_add_func ("/search-bar/hits", test_search_hits);
  g_test_add_func ("/search-bar/choose", test_search_choose);
  g_test_add_func ("/search-bar/edits", test_search_edits);
  g_test_add_func ("/search-bar/step", test_search_step);
  g_test_add_func ("/search-bar/filter", test_search_filter);
  return g_test_run ();
}
