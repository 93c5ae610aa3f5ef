/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "stage.h"
#include "widgets/sheet-child.h"
#include "widgets/table-view.h"

static void
open_table (Stage *stage)
{
  stage_open (stage, ROADMAP_TYPE_TABLE_VIEW);
  roadmap_view_state_set_chart (stage->state, sample_get (stage->roadmap, "plan"));
  /* So large that all of the small roadmap is seen. */
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 1000, 850);
  stage_settle (stage);
}

static void
assert_property (Stage                 *stage,
                 const char            *id,
                 GtkAccessibleProperty  property,
                 const char            *wanted)
{
  GtkWidget *child = stage_find_child (stage, id);
  g_autofree char *found = NULL;

  g_assert_nonnull (child);
  found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (child), property, wanted);
  if (found != NULL)
    g_error ("%s is called %s", id, found);
}

/* Each cell says in which column it stands, and what it belongs to. */
static void
test_names (void)
{
  static const struct { const char *id; const char *name; } cases[] = {
    { "irb.r1", "ロードブロック、審査の質、categories A・B、domain 共通、委員に※AI&MLの専門家がいない" },
    { "irb.r2", "ロードブロック、専門家の不足" },
    { "irb.m1", "取組事項、指針の改正、for the roadblocks: 「審査の質」「専門家の不足」" },
    { "irb.m2", "取組事項、周知" },
    { "irb.b1", "改正、令和2年度第1四半期から令和2年度第3四半期、完了" },
    { "irb.ms", "答申、令和2年8月" },
    { "n1", "Note ※、指針、令和３年改正" },
    { "irb", "① IRBの審査" },
  };
  Stage stage;

  open_table (&stage);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_property (&stage, cases[i].id, GTK_ACCESSIBLE_PROPERTY_LABEL, cases[i].name);
  assert_property (&stage, "irb.b1", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "① IRBの審査、for the measures: 「指針の改正」");
  assert_property (&stage, "irb.r1", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "① IRBの審査");

  roadmap_view_state_set_language (stage.state, "en");
  stage_settle (&stage);
  assert_property (&stage, "irb.r1", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "① Ethics review");
  assert_property (&stage, "irb.m1", GTK_ACCESSIBLE_PROPERTY_LABEL,
                   "Measures, 指針の改正, for the roadblocks: “審査の質”, “専門家の不足”");
  stage_close (&stage);
}

static void
test_roles (void)
{
  Stage stage;

  open_table (&stage);
  gtk_test_accessible_assert_role (stage.widget, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (stage_find_child (&stage, "irb.r1"), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_role (stage_find_child (&stage, "irb.b1"), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_role (stage_find_child (&stage, "irb"), GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  stage_close (&stage);
}

/* Along the row of the table, and within its columns. */
static void
test_keys (void)
{
  static const struct { guint key; const char *selected; } steps[] = {
    { GDK_KEY_Down, "irb.r2" },
    { GDK_KEY_Right, "irb.m1" },
    { GDK_KEY_Right, "irb.b1" },
    { GDK_KEY_Right, "irb.b2" },
    { GDK_KEY_Left, "irb.b1" },
    { GDK_KEY_Left, "irb.m1" },
    { GDK_KEY_Up, "irb.m1" },
    { GDK_KEY_Left, "irb.r1" },
    { GDK_KEY_Left, "irb" },
    { GDK_KEY_Down, "ic" },
  };
  Stage stage;

  open_table (&stage);
  stage_select (&stage, "irb.r1");
  stage_settle (&stage);
  g_assert_true (gtk_widget_child_focus (stage.widget, GTK_DIR_TAB_FORWARD));
  stage_settle (&stage);
  stage_assert_selected (&stage, "irb.r1");
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      stage_type (&stage, steps[i].key, 0);
      stage_assert_selected (&stage, steps[i].selected);
    }
  stage_close (&stage);
}

/* What an edit changes in one row alone is laid out alone; new columns are not. */
static void
test_edits (void)
{
  Stage stage;
  RoadmapSheet *sheet;

  open_table (&stage);
  sheet = roadmap_sheet_view_get_sheet (ROADMAP_SHEET_VIEW (stage.widget));
  stage_apply (&stage, "set irb.b3 status=running");
  stage_settle (&stage);
  g_assert_true (roadmap_sheet_view_get_sheet (ROADMAP_SHEET_VIEW (stage.widget)) == sheet);
  assert_property (&stage, "irb.b3", GTK_ACCESSIBLE_PROPERTY_LABEL, "人材育成、令和3年度、実施中");

  stage_apply (&stage, "insert irb -1 measure irb.m9 | roadblocks=irb.r2 | title=新たな取組");
  stage_settle (&stage);
  assert_property (&stage, "irb.m9", GTK_ACCESSIBLE_PROPERTY_LABEL, "取組事項、新たな取組、for the roadblocks: 「専門家の不足」");
  stage_close (&stage);
}

static void
test_filter (void)
{
  g_autoptr (RoadmapFilter) filter = NULL;
  Stage stage;

  open_table (&stage);
  g_assert_nonnull (stage_find_child (&stage, "irb.b4"));
  g_assert_true (roadmap_filter_parse ("status:done", &filter, NULL));
  roadmap_view_state_set_filter (stage.state, filter);
  stage_settle (&stage);
  g_assert_nonnull (stage_find_child (&stage, "irb.b1"));
  g_assert_nonnull (stage_find_child (&stage, "irb.m1"));
  g_assert_null (stage_find_child (&stage, "irb.b4"));
  g_assert_null (stage_find_child (&stage, "ic"));
  stage_close (&stage);
}

int
main (int    argc,
      char **argv)
{
  stage_init (&argc, &argv);
  g_test_add_func ("/table-view/names", test_names);
  g_test_add_func ("/table-view/roles", test_roles);
  g_test_add_func ("/table-view/keys", test_keys);
  g_test_add_func ("/table-view/edits", test_edits);
  g_test_add_func ("/table-view/filter", test_filter);
  return g_test_run ();
}
