/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/followup-view.h"
#include "widgets/progress-view.h"

#include "stage.h"

static void
open_view (Stage *stage,
           GType  type)
{
  stage_open (stage, type);
  stage_settle (stage);
}

static void
assert_name (Stage      *stage,
             const char *id,
             const char *wanted)
{
  GtkWidget *child = stage_find_child (stage, id);
  g_autofree char *found = NULL;

  g_assert_nonnull (child);
  found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, wanted);
  if (found != NULL)
    g_error ("%s is called %s", id, found);
}

/* A measure or bar is read out with what was reported about it. */
static void
test_followups (void)
{
  Stage stage;

  open_view (&stage, ROADMAP_TYPE_FOLLOWUP_VIEW);
  gtk_test_accessible_assert_role (stage.widget, GTK_ACCESSIBLE_ROLE_LIST);
  assert_name (&stage, "irb.b1", "改正、令和2年度第1四半期から令和2年度第3四半期、完了、令和4年3月31日、完了、告示した");
  assert_name (&stage, "irb.b3", "人材育成、令和3年度、no record");
  assert_name (&stage, "irb.r2", "ロードブロック、専門家の不足");
  stage_close (&stage);
}

/* A new record shows where it belongs, and in the newest year. */
static void
test_new_record (void)
{
  Stage stage;

  open_view (&stage, ROADMAP_TYPE_FOLLOWUP_VIEW);
  stage_apply (&stage, "insert irb.b3 -1 followup new | date=2023-03-31 | year=FY2022 | status=running | progress=講習を開いた。");
  stage_settle (&stage);
  assert_name (&stage, "irb.b3", "人材育成、令和3年度、令和5年3月31日、実施中、講習を開いた。");
  assert_name (&stage, "irb.b1", "改正、令和2年度第1四半期から令和2年度第3四半期、完了、no record");
  stage_close (&stage);
}

static void
test_keys (void)
{
  Stage stage;

  open_view (&stage, ROADMAP_TYPE_FOLLOWUP_VIEW);
  stage_select (&stage, "irb.r1");
  stage_settle (&stage);
  g_assert_true (gtk_widget_child_focus (stage.widget, GTK_DIR_TAB_FORWARD));
  stage_settle (&stage);
  stage_assert_selected (&stage, "irb.r1");
  stage_type (&stage, GDK_KEY_Down, 0);
  stage_assert_selected (&stage, "irb.m1");
  stage_type (&stage, GDK_KEY_Down, 0);
  stage_assert_selected (&stage, "irb.b1");
  stage_type (&stage, GDK_KEY_Up, 0);
  stage_assert_selected (&stage, "irb.m1");
  stage_close (&stage);
}

/* Rows say their figures, which follow edits. */
static void
test_progress (void)
{
  Stage stage;

  open_view (&stage, ROADMAP_TYPE_PROGRESS_VIEW);
  gtk_test_accessible_assert_role (stage.widget, GTK_ACCESSIBLE_ROLE_LIST);
  assert_name (&stage, "irb", "① IRBの審査、実施中 1 of 4、完了 1 of 4、no status 2 of 4");
  stage_apply (&stage, "set irb.b3 status=done");
  stage_settle (&stage);
  assert_name (&stage, "irb", "① IRBの審査、実施中 1 of 4、完了 2 of 4、no status 1 of 4");
  stage_close (&stage);
}

int
main (int    argc,
      char **argv)
{
  stage_init (&argc, &argv);

  g_test_add_func ("/record-views/followups", test_followups);
  g_test_add_func ("/record-views/new-record", test_new_record);
  g_test_add_func ("/record-views/keys", test_keys);
  g_test_add_func ("/record-views/progress", test_progress);

  return g_test_run ();
}
