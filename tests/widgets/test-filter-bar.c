/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "stage.h"
#include "widgets/filter-bar.h"
#include "widgets/filter-button.h"

static void
set_filter (Stage      *stage,
            const char *words)
{
  g_object_set (stage->state, "filter-text", words, NULL);
  stage_settle (stage);
}

static void
assert_filter (Stage      *stage,
               const char *words)
{
  g_autofree char *text = NULL;

  g_object_get (stage->state, "filter-text", &text, NULL);
  g_assert_cmpstr (text, ==, words);
}

/* The button around the label with this text. */
static GtkWidget *
find_button (GtkWidget  *top,
             const char *text)
{
  return gtk_widget_get_ancestor (stage_find (top, GTK_TYPE_LABEL, text), GTK_TYPE_BUTTON);
}

/* The state with what it is filtered by, before any view. */
static void
test_state (void)
{
  Stage stage;
  g_autoptr (Roadmap) other = sample_parse ("roadmap r | title=他\n"
                                            "  chart c | calendar=fiscal | start=FY2020 | end=FY2021 | title=計画\n"
                                            "    lane l | title=領域\n"
                                            "      bar b | start=FY2020 | end=FY2020 | title=帯\n");
  GDate today;

  stage_open (&stage, ROADMAP_TYPE_FILTER_BAR);
  g_assert_true (roadmap_view_state_shows (stage.state, sample_get (stage.roadmap, "irb.b4")));
  set_filter (&stage, "status:done category:A");
  assert_filter (&stage, "category:A status:done");
  g_assert_true (roadmap_view_state_shows (stage.state, sample_get (stage.roadmap, "irb.b1")));
  g_assert_false (roadmap_view_state_show_func (sample_get (stage.roadmap, "irb.b4"), stage.state));

  /* Settings from elsewhere: what cannot be read, and what the roadmap does not have, is passed over. */
  set_filter (&stage, "colour:red status:done,lost year:x late");
  assert_filter (&stage, "status:done late");

  /* Another day, another roadmap. */
  set_filter (&stage, "late");
  g_assert_false (roadmap_view_state_shows (stage.state, sample_get (stage.roadmap, "irb.b3")));
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 1, 4, 2022);
  roadmap_view_state_set_today (stage.state, &today);
  g_assert_true (roadmap_view_state_shows (stage.state, sample_get (stage.roadmap, "irb.b3")));
  set_filter (&stage, "category:A year:2020");
  roadmap_view_state_set_roadmap (stage.state, other);
  assert_filter (&stage, "year:2020");
  g_assert_true (roadmap_view_state_shows (stage.state, sample_get (other, "b")));
  roadmap_view_state_set_roadmap (stage.state, stage.roadmap);
  stage_close (&stage);
}

static void
test_chips (void)
{
  Stage stage;

  stage_open (&stage, ROADMAP_TYPE_FILTER_BAR);
  g_assert_false (gtk_widget_get_visible (stage.widget));
  set_filter (&stage, "category:A status:done,none domain:common stage:irb year:2020 basis:inferred late");
  g_assert_true (gtk_widget_get_visible (stage.widget));
  stage_assert_words (&stage, "Category: A\n完\n完了\nNo Status\nDomain: 共通\n① IRBの審査\n2020年度\nInferred\nOverdue\n"
                              "0 of 6 bars\nClear All");
  set_filter (&stage, "year:2020");
  stage_assert_words (&stage, "2020年度\n3 of 6 bars\nClear All");
  stage_apply (&stage, "set irb.b4 start=FY2020");
  stage_settle (&stage);
  stage_assert_words (&stage, "4 of 6 bars");
  roadmap_view_state_set_language (stage.state, "en");
  stage_settle (&stage);
  stage_assert_words (&stage, "FY2020");

  set_filter (&stage, "");
  g_assert_false (gtk_widget_get_visible (stage.widget));
  roadmap_view_state_set_query (stage.state, "改正");
  stage_settle (&stage);
  stage_assert_words (&stage, "“改正”: 4 results\nClear All");
  stage_assert_no_words (&stage, "of 6");
  stage_close (&stage);
}

static void
test_remove (void)
{
  Stage stage;
  GtkWidget *chip;

  stage_open (&stage, ROADMAP_TYPE_FILTER_BAR);
  roadmap_view_state_set_query (stage.state, "改正");
  set_filter (&stage, "category:A,B year:2020 late");
  chip = find_button (stage.widget, "Category: B");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, "Category: B, remove");
  g_signal_emit_by_name (chip, "clicked");
  stage_settle (&stage);
  assert_filter (&stage, "category:A year:2020 late");
  stage_assert_no_words (&stage, "Category: B");

  /* By keys, of which each leaves the focus on the next. */
  gtk_widget_grab_focus (find_button (stage.widget, "Category: A"));
  g_assert_true (stage_press (stage.widget, GDK_KEY_Delete));
  stage_settle (&stage);
  assert_filter (&stage, "year:2020 late");
  g_assert_true (gtk_widget_has_focus (find_button (stage.widget, "2020年度")));
  g_assert_true (stage_press (stage.widget, GDK_KEY_BackSpace));
  stage_settle (&stage);
  assert_filter (&stage, "late");
  g_assert_true (stage_press (stage.widget, GDK_KEY_Delete));
  stage_settle (&stage);
  assert_filter (&stage, "");
  g_assert_true (gtk_widget_has_focus (find_button (stage.widget, "Clear All")));
  g_assert_false (stage_press (stage.widget, GDK_KEY_Delete));
  g_assert_nonnull (roadmap_view_state_get_query (stage.state));

  g_signal_emit_by_name (find_button (stage.widget, "“改正”: 4 results"), "clicked");
  stage_settle (&stage);
  g_assert_null (roadmap_view_state_get_query (stage.state));
  g_assert_false (gtk_widget_get_visible (stage.widget));
  stage_close (&stage);
}

static void
test_clear (void)
{
  Stage stage;

  stage_open (&stage, ROADMAP_TYPE_FILTER_BAR);
  for (guint i = 0; i < 2; i++)
    {
      roadmap_view_state_set_query (stage.state, "改正");
      set_filter (&stage, "year:2020 late");
      g_assert_false (i == 0 && stage_press (stage.widget, GDK_KEY_Escape));
      gtk_widget_grab_focus (find_button (stage.widget, "2020年度"));
      if (i == 0)
        g_assert_true (stage_press (stage.widget, GDK_KEY_Escape));
      else
        g_signal_emit_by_name (find_button (stage.widget, "Clear All"), "clicked");
      stage_settle (&stage);
      g_assert_null (roadmap_view_state_get_query (stage.state));
      assert_filter (&stage, "");
      g_assert_false (gtk_widget_get_visible (stage.widget));
    }
  stage_close (&stage);
}

/* Chips that do not fit beside each other stand below each other, all of them within the bar. */
static void
test_narrow (void)
{
  Stage stage;
  GtkWidget *bar;
  int height, width;

  stage_open (&stage, ROADMAP_TYPE_FILTER_BAR);
  set_filter (&stage, "category:A,B status:done,none year:2020,2021 late stage:irb,ic basis:inferred");
  bar = gtk_widget_get_first_child (stage.widget);
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <, 360);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, 340, &height, NULL, NULL, NULL);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, 2000, &width, NULL, NULL, NULL);
  g_assert_cmpint (height, >, 2 * width);
  for (GtkWidget *chip = gtk_widget_get_first_child (bar); chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (chip, bar, &bounds));
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (bar));
    }
  stage_close (&stage);
}

/* The check button around the label with this text. */
static GtkWidget *
find_check (GtkWidget  *top,
            const char *text)
{
  return gtk_widget_get_ancestor (stage_find (top, GTK_TYPE_LABEL, text), GTK_TYPE_CHECK_BUTTON);
}

static void
test_button (void)
{
  Stage stage;
  GtkMenuButton *button;
  GtkWidget *popover, *check;

  stage_open (&stage, ROADMAP_TYPE_FILTER_BUTTON);
  button = GTK_MENU_BUTTON (stage_find (stage.widget, GTK_TYPE_MENU_BUTTON, NULL));
  gtk_menu_button_popup (button);
  stage_settle (&stage);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  stage_assert_words (&stage, "Status\n未\n未着手\n0\n実\n実施中\n2\n完\n完了\n1\nNo Status\n3\n"
                              "Years\n2017年\n1\n2018年\n1\n2019年\n0\n2020年度\n3\n2021年度\n2\n2022年度\n2\n2023年度\n1\n"
                              "Category\nA\n法改正\n2\nB\n運用\n2\n"
                              "Domain\n共通\n2");

  check = find_check (popover, "完了");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, "完了, 1 bar");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  stage_settle (&stage);
  assert_filter (&stage, "status:done");
  stage_assert_words (&stage, "1 of 6 bars");
  g_assert_true (gtk_widget_is_sensitive (find_check (popover, "実施中")));
  g_assert_false (gtk_widget_is_sensitive (find_check (popover, "2022年度")));

  /* What others change shows. */
  set_filter (&stage, "status:running");
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_check (popover, "実施中"))));
  g_signal_emit_by_name (find_button (popover, "Clear"), "clicked");
  stage_settle (&stage);
  assert_filter (&stage, "");
  stage_assert_words (&stage, "6 of 6 bars");
  gtk_menu_button_popdown (button);
  stage_settle (&stage);
  stage_close (&stage);
}

int
main (int    argc,
      char **argv)
{
  stage_init (&argc, &argv);

  g_test_add_func ("/filter-bar/state", test_state);
  g_test_add_func ("/filter-bar/chips", test_chips);
  g_test_add_func ("/filter-bar/remove", test_remove);
  g_test_add_func ("/filter-bar/clear", test_clear);
  g_test_add_func ("/filter-bar/narrow", test_narrow);
  g_test_add_func ("/filter-bar/button", test_button);
  return g_test_run ();
}
