/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "stage.h"
#include "widgets/detail-pane.h"
#include "widgets/item-markup.h"

static void
test_pane_wording (void)
{
  Stage stage;

  stage_open (&stage, ROADMAP_TYPE_DETAIL_PANE);
  stage_assert_words (&stage, "Nothing Selected");

  stage_select (&stage, "irb");
  stage_assert_words (&stage, "① IRBの審査");
  stage_assert_words (&stage, "Ethics review (our\u00a0translation)");

  stage_select (&stage, "irb.r1");
  stage_assert_words (&stage, "① IRBの審査");
  stage_assert_words (&stage, "審査の質");
  stage_assert_words (&stage, "共通");
  stage_assert_words (&stage, "A\n法改正");
  stage_assert_words (&stage, "・\n委員に※AI&MLの専門家がいない");
  stage_assert_words (&stage, "Notes\n※\n指針\n令和３年改正");
  stage_assert_no_words (&stage, "ranslation");
  stage_close (&stage);
}

/* Read in another language, the adopted wording still comes first. */
static void
test_pane_translation (void)
{
  Stage stage;

  stage_open (&stage, ROADMAP_TYPE_DETAIL_PANE);
  stage_apply (&stage, "set irb.r1.i1 text@en=No <link href=\"https://example.org/\">AI</link> experts");
  roadmap_view_state_set_language (stage.state, "en");
  stage_select (&stage, "irb.r1");
  stage_assert_words (&stage, "・\n委員に※AI&MLの専門家がいない\nOur translation\n・\nNo AI experts");
  stage_assert_words (&stage, "① Ethics review");
  stage_close (&stage);
}

static void
test_pane_progress (void)
{
  Stage stage;

  stage_open (&stage, ROADMAP_TYPE_DETAIL_PANE);
  stage_select (&stage, "irb.b4");
  stage_assert_words (&stage, "Nothing recorded yet");

  stage_apply (&stage, "insert irb.b4 -1 followup f1 | date=2023-03-01 | year=FY2022 | status=running | author=事務局 | "
                 "meeting=第16回 | progress=開始 | plan=継続");
  stage_apply (&stage, "insert irb.b4 -1 followup f2 | date=2024-03-01 | status=done | repeats=irb.b1.f2");
  stage_apply (&stage, "set irb.b4 status=done");
  stage_settle (&stage);
  stage_assert_no_words (&stage, "Nothing recorded yet");
  stage_assert_words (&stage, "完\n完了\n令和6年3月1日\nRepeated from “改正”\nProgress\n告示した\n実\n実施中\n令和5年3月1日\n"
                        "第16回 · 令和4年度 · 事務局\nProgress\n開始\nPlan\n継続");

  stage_select (&stage, "ic");
  stage_assert_words (&stage, "Progress\n実\n実施中\n1");
  stage_close (&stage);
}

static void
test_pane_time (void)
{
  Stage stage;

  stage_open (&stage, ROADMAP_TYPE_DETAIL_PANE);
  stage_select (&stage, "irb.b1");
  stage_assert_words (&stage, "令和2年度第1四半期から令和2年度第3四半期\n≈ Inferred: the source gives no position");
  stage_apply (&stage, "set irb.b1 basis=confirmed");
  stage_settle (&stage);
  stage_assert_words (&stage, "Inferred, and confirmed since");
  stage_close (&stage);
}

/* Each link leads to its item, whether as a row or in a text. */
static void
test_pane_links (void)
{
  Stage stage;
  GtkWidget *label, *row;
  gboolean handled;

  stage_open (&stage, ROADMAP_TYPE_DETAIL_PANE);
  stage_select (&stage, "irb.b2");
  stage_assert_words (&stage, "Measures");
  stage_assert_words (&stage, "Follows");
  row = gtk_widget_get_ancestor (stage_find (stage.widget, GTK_TYPE_LABEL, "周知"), ADW_TYPE_ACTION_ROW);
  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_activate (row));
  stage_assert_selected (&stage, "irb.m2");
  stage_settle (&stage);
  stage_assert_words (&stage, "Bars");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (stage.window)) == stage_find (stage.widget, GTK_TYPE_LABEL, "周知"));

  stage_select (&stage, "irb.r1");
  label = stage_find (stage.widget, GTK_TYPE_LABEL, "委員に※AI&MLの専門家がいない");
  /* Links to anything but items and the web are taken, and not followed. */
  g_signal_emit_by_name (label, "activate-link", "file:///etc/passwd", &handled);
  g_assert_true (handled);
  g_signal_emit_by_name (label, "activate-link", "item:n1", &handled);
  stage_assert_selected (&stage, "n1");
  stage_settle (&stage);
  stage_assert_words (&stage, "※ Note\nWording\n※\n指針\n令和３年改正");
  stage_assert_words (&stage, "Referred to by");
  stage_close (&stage);
}

static void
test_pane_buttons (void)
{
  Stage stage;

  stage_open (&stage, ROADMAP_TYPE_DETAIL_PANE);
  stage_select (&stage, "irb.b1");
  stage_assert_words (&stage, "Record Progress…\nEdit…");
  stage_select (&stage, "irb");
  stage_assert_no_words (&stage, "Record Progress…");
  stage_assert_words (&stage, "Edit…");
  stage_select (&stage, "n1");
  stage_assert_words (&stage, "Edit…");
  stage_close (&stage);
}

/* Removing what is shown, or replacing the roadmap, empties the pane. */
static void
test_pane_emptied (void)
{
  Stage stage;
  g_autoptr (Roadmap) other = sample_parse (sample_text);

  stage_open (&stage, ROADMAP_TYPE_DETAIL_PANE);
  stage_select (&stage, "irb.b1.f1");
  stage_assert_words (&stage, "Added by the editor");
  stage_apply (&stage, "remove irb.b1.f1");
  stage_settle (&stage);
  stage_assert_words (&stage, "Nothing Selected");

  stage_select (&stage, "irb.b1");
  roadmap_view_state_set_roadmap (stage.state, other);
  stage_settle (&stage);
  stage_assert_words (&stage, "Nothing Selected");
  stage_close (&stage);
}

static void
test_pane_accessible (void)
{
  Stage stage;
  GtkWidget *title, *heading, *section;

  stage_open (&stage, ROADMAP_TYPE_DETAIL_PANE);
  stage_select (&stage, "irb.b1");
  title = stage_find (stage.widget, GTK_TYPE_LABEL, "改正");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_ROLE_HEADING);
  heading = stage_find (stage.widget, GTK_TYPE_LABEL, "Time");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_ROLE_HEADING);
  section = gtk_widget_get_parent (heading);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (section), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (section), GTK_ACCESSIBLE_PROPERTY_LABEL, "Time");
  stage_close (&stage);
}

static void
note_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  char **id = user_data;

  g_free (*id);
  *id = g_variant_dup_string (parameter, NULL);
}

/* The way up and the way to the source. */
static void
test_pane_place (void)
{
  Stage stage;
  GtkWidget *path, *row;
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) show = g_simple_action_new ("show-in-document", G_VARIANT_TYPE_STRING);
  g_autofree char *shown = NULL;
  gboolean handled;

  g_signal_connect (show, "activate", G_CALLBACK (note_action_cb), &shown);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (show));
  stage_open (&stage, ROADMAP_TYPE_DETAIL_PANE);
  gtk_widget_insert_action_group (stage.window, "win", G_ACTION_GROUP (actions));
  stage_apply (&stage, "insert roadmap 0 part annex | title=別添");
  stage_apply (&stage, "set irb source=annex");
  stage_apply (&stage, "set irb page=2");
  roadmap_set_wording_locked (stage.roadmap, FALSE);
  stage_apply (&stage, "set irb.m1 title=いわゆる多機関共同研究を含む医学研究等に係る倫理指針の見直し");
  stage_select (&stage, "irb.b1");

  path = stage_find (stage.widget, GTK_TYPE_LABEL, "① IRBの審査 ／ 審査の質 ／ いわゆる多機関共同研究を含む医学研究等に係る倫理指針の見直し");
  g_assert_nonnull (path);
  row = gtk_widget_get_ancestor (stage_find (stage.widget, GTK_TYPE_LABEL, "別添, p. 2"), ADW_TYPE_ACTION_ROW);
  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_activate (row));
  g_assert_cmpstr (shown, ==, "irb.b1");

  g_signal_emit_by_name (path, "activate-link", "item:irb.r1", &handled);
  stage_assert_selected (&stage, "irb.r1");
  stage_close (&stage);
}

/* A region leads to its cells and its lane, and the lane back. */
static void
test_pane_map (void)
{
  Stage stage;

  stage_open (&stage, ROADMAP_TYPE_DETAIL_PANE);
  stage_apply (&stage, "insert roadmap -1 map picture | title=俯瞰");
  stage_apply (&stage, "insert picture -1 band picture.b | title=技術");
  stage_apply (&stage, "insert picture.b -1 region picture.r | lane=genome | title=解析");
  stage_apply (&stage, "insert picture.r -1 cell picture.c2 | title=知識");
  stage_apply (&stage, "insert picture.r 0 cell picture.c1 | next=picture.c2 | title=全ゲノム");
  stage_select (&stage, "picture.r");
  stage_assert_words (&stage, "俯瞰 ／ 技術");
  stage_assert_words (&stage, "Lane\n① ゲノム");
  stage_assert_words (&stage, "Cells\n全ゲノム");
  stage_select (&stage, "picture.c2");
  stage_assert_words (&stage, "Comes from\n全ゲノム");
  stage_select (&stage, "genome");
  stage_assert_words (&stage, "On the bird’s-eye map\n解析");
  stage_select (&stage, "a");
  stage_assert_words (&stage, "Roadblocks\n審査の質");
  stage_close (&stage);
}

static void
test_pane_hits (void)
{
  Stage stage;
  GtkWidget *label;
  g_autofree char *attributes = NULL;

  stage_open (&stage, ROADMAP_TYPE_DETAIL_PANE);
  stage_select (&stage, "irb.r1");
  roadmap_view_state_set_query (stage.state, "専門家");
  stage_settle (&stage);
  label = stage_find (stage.widget, GTK_TYPE_LABEL, "委員に※AI&MLの専門家がいない");
  attributes = pango_attr_list_to_string (gtk_label_get_attributes (GTK_LABEL (label)));
  g_assert_nonnull (strstr (attributes, "background"));
  stage_close (&stage);
}

static void
test_markup (void)
{
  static const char *const cases[][2] = {
    { "a &amp; b", "a &amp; b" },
    { "<link href=\"https://e.org/?a&amp;b\">x</link>", "<a href=\"https://e.org/?a&amp;b\">x</a>" },
    { "<![CDATA[a < b]]>", "a &lt; b" },
    { "a < b", "a &lt; b" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autofree char *ref = roadmap_markup_to_pango ("<ref to=\"n1\">1</ref>", roadmap, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pango = roadmap_markup_to_pango (cases[i][0], NULL, NULL);

      g_assert_cmpstr (pango, ==, cases[i][1]);
    }
  g_assert_nonnull (strstr (ref, "<a href=\"item:n1\" title=\"指針\">1</a>"));
}

/* Of several there is a list, and what can be done with all of them. */
static void
test_several (void)
{
  Stage stage;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autofree char *more = NULL;
  GtkWidget *row;

  stage_open (&stage, ROADMAP_TYPE_DETAIL_PANE);
  g_ptr_array_add (items, sample_get (stage.roadmap, "irb.b1"));
  g_ptr_array_add (items, sample_get (stage.roadmap, "irb.b2"));
  g_ptr_array_add (items, sample_get (stage.roadmap, "irb.r1"));
  roadmap_view_state_set_selection (stage.state, items, NULL);
  stage_settle (&stage);
  stage_assert_words (&stage, "3 Items Selected\nRoadblock × 1 · Bar × 2\n改正\nガイダンス\n審査の質");
  stage_assert_words (&stage, "Set Status");

  stage_apply (&stage, "set irb.b1 title@en=Amendment");
  roadmap_view_state_set_language (stage.state, "en");
  stage_settle (&stage);
  stage_assert_words (&stage, "Amendment\nガイダンス\n審査の質");

  /* A row leads to its item alone. */
  row = gtk_widget_get_ancestor (stage_find (stage.widget, GTK_TYPE_LABEL, "ガイダンス"), GTK_TYPE_LIST_BOX_ROW);
  g_assert_true (gtk_widget_activate_action (row, "details.select-item", "s", "irb.b2"));
  stage_settle (&stage);
  g_assert_cmpuint (roadmap_view_state_get_selection (stage.state)->len, ==, 1);
  stage_assert_selected (&stage, "irb.b2");
  stage_assert_no_words (&stage, "3 Items Selected");

  /* What has no status cannot be given one. */
  g_ptr_array_set_size (items, 0);
  g_ptr_array_add (items, sample_get (stage.roadmap, "irb.r1"));
  g_ptr_array_add (items, sample_get (stage.roadmap, "irb.r2"));
  roadmap_view_state_set_selection (stage.state, items, NULL);
  stage_settle (&stage);
  stage_assert_words (&stage, "2 Items Selected");
  stage_assert_no_words (&stage, "Set Status");

  /* Many are not all listed. */
  g_clear_pointer (&items, g_ptr_array_unref);
  items = roadmap_list (stage.roadmap, NULL, NULL);
  roadmap_view_state_set_selection (stage.state, items, NULL);
  stage_settle (&stage);
  more = g_strdup_printf ("and %u more", items->len - 12);
  g_assert_nonnull (stage_find (stage.widget, GTK_TYPE_LABEL, more));
  stage_close (&stage);
}

int
main (int    argc,
      char **argv)
{
  stage_init (&argc, &argv);

  g_test_add_func ("/detail-pane/wording", test_pane_wording);
  g_test_add_func ("/detail-pane/translation", test_pane_translation);
  g_test_add_func ("/detail-pane/progress", test_pane_progress);
  g_test_add_func ("/detail-pane/time", test_pane_time);
  g_test_add_func ("/detail-pane/links", test_pane_links);
  g_test_add_func ("/detail-pane/buttons", test_pane_buttons);
  g_test_add_func ("/detail-pane/emptied", test_pane_emptied);
  g_test_add_func ("/detail-pane/accessible", test_pane_accessible);
  g_test_add_func ("/detail-pane/place", test_pane_place);
  g_test_add_func ("/detail-pane/map", test_pane_map);
  g_test_add_func ("/detail-pane/hits", test_pane_hits);
  g_test_add_func ("/item-markup/pango", test_markup);
  g_test_add_func ("/detail-pane/several", test_several);
  return g_test_run ();
}
