/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "stage.h"
#include "widgets/document-view.h"
#include "widgets/passage-row.h"

static void
open_view (Stage *stage)
{
  stage_open (stage, ROADMAP_TYPE_DOCUMENT_VIEW);
}

/* Puts the stages on pages of a part. */
static void
add_pages (Stage *stage)
{
  stage_apply (stage, "insert roadmap 0 part annex | page=1 | title=別添 | heading=解消");
  stage_apply (stage, "set irb source=annex");
  stage_apply (stage, "set irb page=2-3");
  stage_apply (stage, "set ic source=annex");
  stage_apply (stage, "set ic page=4");
  stage_settle (stage);
}

static GtkListView *
get_list (Stage *stage)
{
  return GTK_LIST_VIEW (stage_find (stage->widget, GTK_TYPE_LIST_VIEW, NULL));
}

/* The passage with this text in view; NULL if there is none. */
static GtkWidget *
find_passage (Stage      *stage,
              const char *text)
{
  GtkWidget *label = stage_find (stage->widget, GTK_TYPE_LABEL, text);

  return label != NULL ? gtk_widget_get_ancestor (label, ROADMAP_TYPE_PASSAGE_ROW) : NULL;
}

static void
activate (Stage *stage,
          guint  position)
{
  g_signal_emit_by_name (get_list (stage), "activate", position);
  stage_settle (stage);
}

/* Getting to a row takes some frames. */
static void
settle_scrolling (Stage *stage)
{
  for (guint i = 0; i < 4; i++)
    stage_settle (stage);
}

/* Below the top of the text, in pixels. */
static double
get_top (Stage      *stage,
         const char *text)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_parent (find_passage (stage, text)),
                                            GTK_WIDGET (get_list (stage)), &bounds));
  return bounds.origin.y;
}

static void
add_bars (Stage *stage,
          guint  n_bars)
{
  for (guint i = 0; i < n_bars; i++)
    {
      g_autofree char *edit = g_strdup_printf ("insert ic -1 bar ic.n%u | start=FY2021 | end=FY2021 | title=第%u", i, i);

      stage_apply (stage, edit);
    }
  stage_settle (stage);
}

static void
test_document_words (void)
{
  Stage stage;

  open_view (&stage);
  stage_assert_words (&stage, "計画\n① IRBの審査\nRoadblocks\n【審査の質】\n共通 · A・B\n・\n委員に※AI&MLの専門家がいない\n"
                              "【専門家の不足】\nMeasures\n•\n指針の改正\n•\n周知\nBars\n•\n改正\n"
                              "令和2年度第1四半期から令和2年度第3四半期 (inferred) · 完了");
  /* A bar with a note has its mark, and what was recorded since is not read. */
  stage_assert_words (&stage, "ガイダンス※");
  stage_assert_no_words (&stage, "議論した");
  stage_close (&stage);
}

static void
test_document_pages (void)
{
  Stage stage;
  GtkDropDown *pages;

  open_view (&stage);
  add_pages (&stage);
  stage_assert_words (&stage, "別添, p. 1\n別添\n解消\n別添, p. 2\n① IRBの審査");
  stage_assert_words (&stage, "別添, p. 4\n② 同意");

  /* What is in no part comes last. */
  add_bars (&stage, 60);
  pages = GTK_DROP_DOWN (stage_find (stage.widget, GTK_TYPE_DROP_DOWN, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (pages)), ==, 4);
  gtk_drop_down_set_selected (pages, 3);
  settle_scrolling (&stage);
  g_assert_cmpuint (gtk_drop_down_get_selected (pages), ==, 3);
  stage_assert_words (&stage, "Not in the Source\n計画");

  gtk_drop_down_set_selected (pages, 1);
  settle_scrolling (&stage);
  g_assert_cmpfloat (ABS (get_top (&stage, "別添, p. 2") - 24), <, 2);

  /* And it follows what is read. */
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_list (&stage))), 0);
  settle_scrolling (&stage);
  g_assert_cmpuint (gtk_drop_down_get_selected (pages), ==, 0);
  stage_close (&stage);
}

static void
test_document_translation (void)
{
  Stage stage;
  GtkWidget *toggle;

  open_view (&stage);
  g_assert_null (stage_find (stage.widget, GTK_TYPE_LABEL, "Original"));
  roadmap_view_state_set_language (stage.state, "en");
  stage_settle (&stage);
  stage_assert_words (&stage, "① Ethics review");
  stage_assert_words (&stage, "Our translation: only the original wording was adopted.");
  stage_assert_no_words (&stage, "IRBの審査");
  /* What has no translation is read as it was adopted, and not passed off as ours. */
  g_assert_false (gtk_widget_has_css_class (stage_find (stage.widget, GTK_TYPE_LABEL, "【審査の質】"), "ours"));
  g_assert_true (gtk_widget_has_css_class (stage_find (stage.widget, GTK_TYPE_LABEL, "① Ethics review"), "slanted"));

  toggle = gtk_widget_get_ancestor (stage_find (stage.widget, GTK_TYPE_LABEL, "Original"), GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  stage_settle (&stage);
  stage_assert_words (&stage, "① Ethics review\n① IRBの審査");
  stage_close (&stage);
}

static void
test_document_selection (void)
{
  Stage stage;

  open_view (&stage);
  activate (&stage, 1);
  stage_assert_selected (&stage, "irb");
  g_assert_true (gtk_widget_has_css_class (find_passage (&stage, "① IRBの審査"), "current"));
  /* What only heads others is not chosen. */
  activate (&stage, 2);
  stage_assert_selected (&stage, "irb");

  add_bars (&stage, 60);
  stage_select (&stage, "ic.n50");
  settle_scrolling (&stage);
  g_assert_false (stage_find (stage.widget, GTK_TYPE_LABEL, "① IRBの審査") != NULL &&
                  gtk_widget_has_css_class (find_passage (&stage, "① IRBの審査"), "current"));
  g_assert_true (gtk_widget_has_css_class (find_passage (&stage, "第50"), "current"));
  g_assert_cmpfloat (ABS (get_top (&stage, "第50") - 24), <, 2);

  /* What is in view already stays where it is. */
  stage_select (&stage, "ic.n52");
  settle_scrolling (&stage);
  g_assert_cmpfloat (ABS (get_top (&stage, "第50") - 24), <, 2);
  stage_close (&stage);
}

static void
test_document_reveal (void)
{
  Stage stage;
  GtkWidget *focus;

  open_view (&stage);
  add_bars (&stage, 60);
  roadmap_document_view_reveal (ROADMAP_DOCUMENT_VIEW (stage.widget), sample_get (stage.roadmap, "ic.n40"));
  settle_scrolling (&stage);
  g_assert_cmpfloat (ABS (get_top (&stage, "第40") - 24), <, 2);
  g_assert_true (gtk_widget_has_css_class (find_passage (&stage, "第40"), "revealed"));
  focus = gtk_window_get_focus (GTK_WINDOW (stage.window));
  g_assert_true (gtk_widget_get_first_child (focus) == find_passage (&stage, "第40"));

  /* A record is found by what it is about; what is not read at all leaves everything as it is. */
  roadmap_document_view_reveal (ROADMAP_DOCUMENT_VIEW (stage.widget), sample_get (stage.roadmap, "irb.b1.f1"));
  settle_scrolling (&stage);
  g_assert_false (gtk_widget_has_css_class (find_passage (&stage, "ガイダンス※"), "revealed"));
  g_assert_true (gtk_widget_has_css_class (find_passage (&stage, "令和2年度第1四半期から令和2年度第3四半期 (inferred) · 完了"),
                                           "revealed"));
  roadmap_document_view_reveal (ROADMAP_DOCUMENT_VIEW (stage.widget), sample_get (stage.roadmap, "done"));
  settle_scrolling (&stage);
  stage_close (&stage);
}

/* A mark leads to its note, and the note's number back. */
static void
test_document_marks (void)
{
  Stage stage;
  GtkWidget *label;
  gboolean handled;

  open_view (&stage);
  add_bars (&stage, 40);
  label = stage_find (stage.widget, GTK_TYPE_LABEL, "ガイダンス※");
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), "title=\"指針\""));
  g_signal_emit_by_name (label, "activate-link", "item:n1", &handled);
  g_assert_true (handled);
  settle_scrolling (&stage);
  g_assert_true (gtk_widget_has_css_class (find_passage (&stage, "指針"), "revealed"));
  stage_assert_selected (&stage, NULL);

  g_signal_emit_by_name (gtk_widget_get_first_child (find_passage (&stage, "指針")), "activate-link", "item:n1", &handled);
  settle_scrolling (&stage);
  g_assert_true (gtk_widget_has_css_class (find_passage (&stage, "ガイダンス※"), "revealed"));

  /* Links to anything but items and the web are taken, and not followed. */
  g_signal_emit_by_name (label, "activate-link", "file:///etc/passwd", &handled);
  g_assert_true (handled);
  stage_close (&stage);
}

static void
test_document_edits (void)
{
  Stage stage;

  open_view (&stage);
  stage_apply (&stage, "set irb.r1.i1 text@en=No expert");
  stage_apply (&stage, "set irb.b1 status=running");
  stage_apply (&stage, "insert irb -1 remark irb.x | origin=editor | text=原文のまま");
  stage_settle (&stage);
  stage_assert_words (&stage, "令和2年度第1四半期から令和2年度第3四半期 (inferred) · 実施中");
  stage_assert_words (&stage, "Editor’s remark\n原文のまま");
  stage_apply (&stage, "remove irb.x");
  stage_settle (&stage);
  stage_assert_no_words (&stage, "原文のまま");
  roadmap_view_state_set_language (stage.state, "en");
  stage_settle (&stage);
  stage_assert_words (&stage, "No expert");

  roadmap_view_state_set_roadmap (stage.state, NULL);
  stage_settle (&stage);
  stage_assert_no_words (&stage, "No expert");
  roadmap_view_state_set_roadmap (stage.state, stage.roadmap);
  stage_settle (&stage);
  stage_assert_words (&stage, "No expert");
  stage_close (&stage);
}

static void
test_document_hits (void)
{
  Stage stage;
  GtkWidget *label;
  g_autofree char *attributes = NULL;

  open_view (&stage);
  roadmap_view_state_set_query (stage.state, "改正");
  stage_settle (&stage);
  label = stage_find (stage.widget, GTK_TYPE_LABEL, "指針の改正");
  attributes = pango_attr_list_to_string (gtk_label_get_attributes (GTK_LABEL (label)));
  g_assert_nonnull (strstr (attributes, "9 15 background"));
  stage_close (&stage);
}

static char *
dup_clipboard (GtkWidget *widget)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (widget));
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  return g_value_dup_string (&value);
}

static void
test_document_keys (void)
{
  Stage stage;
  GtkWidget *row;
  g_autofree char *text = NULL;

  open_view (&stage);
  row = gtk_widget_get_parent (find_passage (&stage, "委員に※AI&MLの専門家がいない"));
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (gtk_widget_is_focus (row));
  gtk_widget_activate_action (stage.widget, "document.copy", NULL);
  text = dup_clipboard (stage.widget);
  g_assert_cmpstr (text, ==, "・ 委員に※AI&MLの専門家がいない");

  /* Tab goes to the link of the passage, then out of the view; back, it goes the same way. */
  g_assert_true (gtk_widget_child_focus (stage.widget, GTK_DIR_TAB_FORWARD));
  g_assert_true (GTK_IS_LABEL (gtk_window_get_focus (GTK_WINDOW (stage.window))));
  g_assert_false (gtk_widget_child_focus (stage.widget, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (stage.widget, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_is_focus (row));
  g_assert_true (gtk_widget_child_focus (stage.widget, GTK_DIR_TAB_BACKWARD));
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (stage.window)), GTK_WIDGET (get_list (&stage))));
  stage_close (&stage);
}

static void
test_document_menu (void)
{
  Stage stage;
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *list;

  g_menu_append (menu, "Edit…", "win.edit-item");
  open_view (&stage);
  g_object_set (stage.widget, "menu-model", menu, NULL);
  list = GTK_WIDGET (get_list (&stage));
  gtk_widget_grab_focus (gtk_widget_get_parent (find_passage (&stage, "【審査の質】")));
  g_assert_false (stage_press (list, GDK_KEY_a));
  g_assert_true (stage_press (list, GDK_KEY_Menu));
  stage_settle (&stage);
  stage_assert_selected (&stage, "irb.r1");
  g_assert_nonnull (stage_find (stage.widget, GTK_TYPE_POPOVER_MENU, NULL));
  stage_close (&stage);
}

static void
test_document_accessible (void)
{
  Stage stage;
  GtkWidget *row;

  open_view (&stage);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_list (&stage)), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_list (&stage)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Document");
  row = gtk_widget_get_parent (find_passage (&stage, "① IRBの審査"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "① IRBの審査");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Heading");
  row = gtk_widget_get_parent (find_passage (&stage, "見直し"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "• 見直し\n令和4年度");
  stage_close (&stage);
}

int
main (int    argc,
      char **argv)
{
  stage_init (&argc, &argv);

  g_test_add_func ("/document-view/words", test_document_words);
  g_test_add_func ("/document-view/pages", test_document_pages);
  g_test_add_func ("/document-view/translation", test_document_translation);
  g_test_add_func ("/document-view/selection", test_document_selection);
  g_test_add_func ("/document-view/reveal", test_document_reveal);
  g_test_add_func ("/document-view/marks", test_document_marks);
  g_test_add_func ("/document-view/edits", test_document_edits);
  g_test_add_func ("/document-view/hits", test_document_hits);
  g_test_add_func ("/document-view/keys", test_document_keys);
  g_test_add_func ("/document-view/menu", test_document_menu);
  g_test_add_func ("/document-view/accessible", test_document_accessible);
  return g_test_run ();
}
