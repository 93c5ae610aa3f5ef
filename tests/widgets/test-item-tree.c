/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "stage.h"
#include "widgets/item-tree.h"
#include "widgets/tree-drag.h"

static void
open_tree (Stage *stage)
{
  stage_open (stage, ROADMAP_TYPE_ITEM_TREE);
  roadmap_item_tree_set_chart (ROADMAP_ITEM_TREE (stage->widget), sample_get (stage->roadmap, "plan"));
  stage_settle (stage);
}

static GtkSelectionModel *
get_rows (Stage *stage)
{
  GtkWidget *view = stage_find (stage->widget, GTK_TYPE_COLUMN_VIEW, NULL);

  return gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
}

/* The rows of a tree: "-" expanded, "+" collapsed, "." without rows below it; selected ones have a "*". */
static void
assert_rows (Stage      *stage,
             const char *wanted)
{
  GtkSelectionModel *selection = get_rows (stage);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (selection), i);
      g_autoptr (RoadmapItem) item = gtk_tree_list_row_get_item (row);
      const char *mark = gtk_tree_list_row_get_expanded (row) ? "-" : gtk_tree_list_row_is_expandable (row) ? "+" : ".";

      g_string_append_printf (text, "%*s%s%s%s\n", (int) gtk_tree_list_row_get_depth (row), "", mark,
                              roadmap_item_get_id (item),
                              gtk_selection_model_is_selected (selection, i) ? "*" : "");
    }
  g_assert_cmpstr (text->str, ==, wanted);
}

/* The widget of the row with this title, which GTK keeps to itself. */
static GtkWidget *
find_row (GtkWidget  *view,
          const char *title)
{
  GtkWidget *cell = gtk_widget_get_ancestor (stage_find (view, GTK_TYPE_LABEL, title), GTK_TYPE_TREE_EXPANDER);

  return gtk_widget_get_parent (gtk_widget_get_parent (cell));
}

static void
expand (Stage *stage,
        guint  position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (get_rows (stage)), position);

  gtk_tree_list_row_set_expanded (row, TRUE);
}

static void
test_tree_start (void)
{
  Stage stage;

  open_tree (&stage);
  assert_rows (&stage, "-irb\n +irb.r1\n +irb.r2\n +irb.m2\n .irb.b4\n .irb.ms\n+ic\n");
  stage_assert_words (&stage, "① IRBの審査");
  stage_assert_words (&stage, "審査の質");
  stage_assert_words (&stage, "◆ 答申");
  stage_assert_words (&stage, "A\nB");
  stage_assert_words (&stage, "令和4年度");
  stage_assert_words (&stage, "1/4");
  roadmap_view_state_set_language (stage.state, "en");
  stage_settle (&stage);
  stage_assert_words (&stage, "① Ethics review");
  stage_close (&stage);
}

static void
test_tree_cells (void)
{
  Stage stage;

  open_tree (&stage);
  stage_select (&stage, "irb.b2");
  /* A bar has its span below its title. */
  stage_assert_words (&stage, "① IRBの審査\n1/4");
  stage_assert_words (&stage, "完\n改正\n≈令和2年度Q1–Q3");
  stage_assert_words (&stage, "実\nガイダンス\n令和2年度Q4–");
  stage_assert_words (&stage, "◆ 答申\n令和2年8月");
  stage_close (&stage);
}

/* A column that nothing fills leaves its room to the titles. */
static void
test_tree_columns (void)
{
  Stage stage;

  open_tree (&stage);
  g_assert_nonnull (stage_find (stage.widget, GTK_TYPE_LABEL, "Cat."));
  roadmap_item_tree_set_chart (ROADMAP_ITEM_TREE (stage.widget), sample_get (stage.roadmap, "map"));
  stage_settle (&stage);
  assert_rows (&stage, "-genome\n +genome.sub\n .genome.ms\n");
  g_assert_null (stage_find (stage.widget, GTK_TYPE_LABEL, "Cat."));

  stage_apply (&stage, "set genome.b1 status=done");
  stage_settle (&stage);
  stage_assert_words (&stage, "1/1");
  stage_close (&stage);
}

static void
test_tree_selection (void)
{
  Stage stage;

  open_tree (&stage);
  stage_select (&stage, "irb.b2");
  assert_rows (&stage, "-irb\n -irb.r1\n  -irb.m1\n   .irb.b1\n   .irb.b2*\n +irb.r2\n +irb.m2\n"
                       " .irb.b4\n .irb.ms\n+ic\n");

  /* The same bar under its other measure: that row stays chosen. */
  expand (&stage, 6);
  gtk_selection_model_select_item (get_rows (&stage), 7, TRUE);
  stage_settle (&stage);
  stage_assert_selected (&stage, "irb.b2");
  assert_rows (&stage, "-irb\n -irb.r1\n  -irb.m1\n   .irb.b1\n   .irb.b2\n +irb.r2\n -irb.m2\n  .irb.b2*\n"
                       " .irb.b4\n .irb.ms\n+ic\n");

  gtk_selection_model_select_item (get_rows (&stage), 0, TRUE);
  stage_assert_selected (&stage, "irb");

  /* What was opened for the bar is closed with it, but not what was opened by hand. */
  stage_select (&stage, "ic.b1");
  assert_rows (&stage, "-irb\n +irb.r1\n +irb.r2\n -irb.m2\n  .irb.b2\n .irb.b4\n .irb.ms\n-ic\n .ic.b1*\n");
  stage_select (&stage, "irb");
  assert_rows (&stage, "-irb*\n +irb.r1\n +irb.r2\n -irb.m2\n  .irb.b2\n .irb.b4\n .irb.ms\n+ic\n");

  /* What stands in another chart, or in no outline, has no row. */
  stage_select (&stage, "genome.b1");
  assert_rows (&stage, "-irb\n +irb.r1\n +irb.r2\n -irb.m2\n  .irb.b2\n .irb.b4\n .irb.ms\n+ic\n");
  stage_assert_selected (&stage, "genome.b1");
  stage_select (&stage, "irb.r1.i1");
  stage_assert_selected (&stage, "irb.r1.i1");
  stage_close (&stage);
}

static void
assert_selection (Stage      *stage,
                  const char *ids,
                  const char *lead)
{
  g_autofree char *selected = sample_join_ids (roadmap_view_state_get_selection (stage->state));

  g_assert_cmpstr (selected, ==, ids);
  stage_assert_selected (stage, lead);
}

/* Several rows are several items, and the other way round; only the one that leads is revealed. */
static void
test_tree_several (void)
{
  Stage stage;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  open_tree (&stage);
  gtk_selection_model_select_item (get_rows (&stage), 3, TRUE);
  gtk_selection_model_select_item (get_rows (&stage), 1, FALSE);
  assert_selection (&stage, "irb.r1 irb.m2", "irb.r1");
  gtk_selection_model_unselect_item (get_rows (&stage), 1);
  assert_selection (&stage, "irb.m2", "irb.m2");
  gtk_selection_model_select_all (get_rows (&stage));
  assert_selection (&stage, "irb irb.r1 irb.r2 irb.m2 irb.b4 irb.ms ic", "ic");

  g_ptr_array_add (items, sample_get (stage.roadmap, "irb.b4"));
  g_ptr_array_add (items, sample_get (stage.roadmap, "irb.b2"));
  g_ptr_array_add (items, sample_get (stage.roadmap, "ic.b1"));
  roadmap_view_state_set_selection (stage.state, items, sample_get (stage.roadmap, "irb.b2"));
  stage_settle (&stage);
  assert_rows (&stage, "-irb\n -irb.r1\n  -irb.m1\n   .irb.b1\n   .irb.b2*\n +irb.r2\n +irb.m2\n"
                       " .irb.b4*\n .irb.ms\n+ic\n");
  assert_selection (&stage, "irb.b4 irb.b2 ic.b1", "irb.b2");

  /* What follows an edit keeps them. */
  stage_apply (&stage, "move irb.b4 irb 0");
  stage_settle (&stage);
  assert_rows (&stage, "-irb\n .irb.b4*\n -irb.r1\n  -irb.m1\n   .irb.b1\n   .irb.b2*\n +irb.r2\n +irb.m2\n"
                       " .irb.ms\n+ic\n");
  gtk_selection_model_unselect_all (get_rows (&stage));
  assert_selection (&stage, "", NULL);
  stage_close (&stage);
}

/* What is held over a row 20 pixels high: the line it shows is before, after or on it.  The row is of an item under another. */
static const struct
{
  const char *dragged;
  const char *row;
  double      y;
  const char *place; /* side, parent, position and the item that is linked to; NULL: nowhere */
  const char *copied; /* the same with Ctrl */
} drags[] = {
  { "irb.b4", "irb.m2 irb", 10, "onto irb 6 irb.m2", "onto irb 6 irb.m2" },
  { "irb.b4", "irb.m2 irb", 1, "before irb 3 -", "before irb 3 -" },
  { "irb.b4", "irb.m2 irb", 19, "after irb 4 -", "after irb 4 -" },
  { "irb.b4 irb.b3", "irb.m1 irb.r1", 10, "onto irb 6 irb.m1", "onto irb 6 irb.m1" },
  /* Between two rows the one that is nearer is meant where it cannot stand on it. */
  { "ic", "irb plan", 8, "before plan 0 -", "before plan 0 -" },
  { "ic", "irb plan", 2, "before plan 0 -", "before plan 0 -" },
  { "ic", "irb plan", 12, NULL, "after plan 1 -" },
  { "irb.m2", "irb.m1 irb.r1", 2, "before irb 2 irb.r1", "before irb 2 irb.r1" },
  /* Where it is already, and inside itself, it cannot go, but a copy can. */
  { "irb.b4", "irb.b4 irb", 10, NULL, "after irb 8 -" },
  { "irb.r1", "irb.m1 irb.r1", 10, NULL, NULL },
  { "genome", "genome.sub genome", 10, NULL, "onto genome.sub 0 -" },
  { "ic irb.b4", "ic plan", 10, NULL, NULL },
};

static char *
describe_place (gboolean            found,
                const RoadmapPlace *place,
                RoadmapDropSide     side)
{
  static const char *const sides[] = { "before", "after", "onto" };

  if (!found)
    return NULL;
  return g_strdup_printf ("%s %s %u %s", sides[side], roadmap_item_get_id (place->parent), place->position,
                          place->under != NULL ? roadmap_item_get_id (place->under) : "-");
}

static void
test_tree_drag (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);

  for (guint i = 0; i < G_N_ELEMENTS (drags) * 2; i++)
    {
      gboolean copy = i % 2 == 1;
      g_auto (GStrv) ids = g_strsplit (drags[i / 2].dragged, " ", -1);
      g_auto (GStrv) row = g_strsplit (drags[i / 2].row, " ", -1);
      g_autoptr (GPtrArray) items = g_ptr_array_new ();
      g_autoptr (RoadmapDraggedItems) dragged = NULL;
      g_autofree char *told = NULL;
      RoadmapDropSide side = ROADMAP_DROP_ONTO;
      RoadmapPlace place = { 0 };
      gboolean found;

      for (char **id = ids; *id != NULL; id++)
        g_ptr_array_add (items, sample_get (roadmap, *id));
      dragged = roadmap_dragged_items_new (roadmap, items, NULL);
      found = roadmap_tree_drag_find (roadmap, dragged, sample_get (roadmap, row[0]), sample_get (roadmap, row[1]),
                                      drags[i / 2].y, 20, copy, &place, &side);
      told = describe_place (found, &place, side);
      g_test_message ("%s over %s at %g%s", drags[i / 2].dragged, drags[i / 2].row, drags[i / 2].y, copy ? ", copied" : "");
      g_assert_cmpstr (told, ==, copy ? drags[i / 2].copied : drags[i / 2].place);
    }
}

/* A row that was closed and opened again by hand is no longer ours to close. */
static void
test_tree_touched (void)
{
  Stage stage;
  GtkWidget *view;

  open_tree (&stage);
  view = stage_find (stage.widget, GTK_TYPE_COLUMN_VIEW, NULL);
  stage_select (&stage, "ic.b1");
  g_signal_emit_by_name (view, "activate", 6);
  g_signal_emit_by_name (view, "activate", 6);
  stage_select (&stage, "irb");
  assert_rows (&stage, "-irb*\n +irb.r1\n +irb.r2\n +irb.m2\n .irb.b4\n .irb.ms\n-ic\n .ic.b1\n");
  stage_close (&stage);
}

static void
test_tree_hits (void)
{
  Stage stage;
  GtkWidget *label;
  PangoAttrIterator *iterator;
  int start, end;

  open_tree (&stage);
  roadmap_view_state_set_query (stage.state, "審査");
  stage_settle (&stage);
  label = stage_find (stage.widget, GTK_TYPE_LABEL, "① IRBの審査");
  iterator = pango_attr_list_get_iterator (gtk_label_get_attributes (GTK_LABEL (label)));
  while (pango_attr_iterator_get (iterator, PANGO_ATTR_BACKGROUND) == NULL)
    g_assert_true (pango_attr_iterator_next (iterator));
  pango_attr_iterator_range (iterator, &start, &end);
  g_assert_cmpint (start, ==, strlen ("① IRBの"));
  g_assert_cmpint (end, ==, strlen ("① IRBの審査"));
  pango_attr_iterator_destroy (iterator);
  stage_close (&stage);
}

static void
test_tree_set (void)
{
  Stage stage;

  open_tree (&stage);
  stage_select (&stage, "ic.b1");
  stage_apply (&stage, "set ic.b1 status=done");
  stage_apply (&stage, "set ic.b1 end=FY2021");
  stage_apply (&stage, "set irb title@en=Review");
  stage_settle (&stage);
  assert_rows (&stage, "-irb\n +irb.r1\n +irb.r2\n +irb.m2\n .irb.b4\n .irb.ms\n-ic\n .ic.b1*\n");
  stage_assert_words (&stage, "完\n改正\n令和2年度Q1–3年度");
  stage_assert_words (&stage, "1/1");
  stage_close (&stage);
}

/* Rows come, go and move; the others stay expanded and selected. */
static void
test_tree_rebuild (void)
{
  Stage stage;

  open_tree (&stage);
  stage_select (&stage, "irb.b2");

  stage_apply (&stage, "insert ic 0 roadblock ic.r1 | title=新規");
  stage_apply (&stage, "insert irb 0 milestone irb.ms2 | start=2021-08 | title=公表");
  stage_settle (&stage);
  assert_rows (&stage, "-irb\n .irb.ms2\n -irb.r1\n  -irb.m1\n   .irb.b1\n   .irb.b2*\n +irb.r2\n +irb.m2\n .irb.b4\n"
                       " .irb.ms\n+ic\n");

  /* A leaf gets its first row, a row loses its last; a link moves a bar. */
  stage_apply (&stage, "set irb.b4 measures=irb.m2");
  stage_apply (&stage, "set irb.b2 measures=irb.m1");
  stage_apply (&stage, "set ic.b1 roadblocks=ic.r1");
  stage_settle (&stage);
  assert_rows (&stage, "-irb\n .irb.ms2\n -irb.r1\n  -irb.m1\n   .irb.b1\n   .irb.b2*\n +irb.r2\n +irb.m2\n"
                       " .irb.ms\n+ic\n");

  stage_apply (&stage, "move irb plan 1");
  stage_settle (&stage);
  assert_rows (&stage, "+ic\n-irb\n .irb.ms2\n -irb.r1\n  -irb.m1\n   .irb.b1\n   .irb.b2*\n +irb.r2\n +irb.m2\n"
                       " .irb.ms\n");

  roadmap_set_wording_locked (stage.roadmap, FALSE);
  stage_apply (&stage, "remove irb.b2");
  stage_settle (&stage);
  stage_assert_selected (&stage, NULL);
  assert_rows (&stage, "+ic\n-irb\n .irb.ms2\n -irb.r1\n  -irb.m1\n   .irb.b1\n +irb.r2\n +irb.m2\n .irb.ms\n");
  stage_close (&stage);
}

/* GTK binds the rows behind one that comes or goes anew: they go on saying what is so, even if that was edited at once. */
static void
test_tree_push (void)
{
  Stage stage;
  GtkWidget *view;

  open_tree (&stage);
  view = stage_find (stage.widget, GTK_TYPE_COLUMN_VIEW, NULL);
  roadmap_set_wording_locked (stage.roadmap, FALSE);
  stage_apply (&stage, "insert irb 0 milestone irb.ms2 | start=2021-08 | title=公表");
  stage_apply (&stage, "set irb.r1 categories=b");
  stage_apply (&stage, "set irb.b4 title=再検討");
  stage_settle (&stage);
  stage_assert_words (&stage, "① IRBの審査\n1/4\n◆ 公表\n令和3年8月\n審査の質\nB\n専門家の不足\n周知\n再検討\n令和4年度\n◆ 答申\n令和2年8月");

  stage_apply (&stage, "set irb.b4 status=done");
  stage_apply (&stage, "remove irb.ms2");
  stage_apply (&stage, "set irb.ms start=2020-09");
  stage_settle (&stage);
  stage_assert_words (&stage, "① IRBの審査\n2/4\n審査の質\nB\n専門家の不足\n周知\n完\n再検討\n令和4年度\n◆ 答申\n令和2年9月");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_row (view, "再検討")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "再検討、令和4年度、完了");
  stage_close (&stage);
}

/* More rows than GTK keeps ready: what shows one row shows another as soon as one scrolls. */
static void
test_tree_recycle (void)
{
  Stage stage;

  open_tree (&stage);
  for (guint i = 1; i <= 500; i++)
    {
      g_autofree char *edit = g_strdup_printf ("insert irb -1 milestone irb.x%u | start=2021-08 | title=節目%u", i, i);

      stage_apply (&stage, edit);
    }
  stage_select (&stage, "irb.x500");
  stage_settle (&stage);
  stage_assert_words (&stage, "◆ 節目499\n令和3年8月\n◆ 節目500\n令和3年8月");

  roadmap_set_wording_locked (stage.roadmap, FALSE);
  stage_apply (&stage, "set irb title=倫理審査");
  stage_apply (&stage, "set irb.r1 categories=b");
  stage_settle (&stage);
  stage_select (&stage, "irb");
  stage_settle (&stage);
  stage_assert_words (&stage, "① 倫理審査\n1/4\n審査の質\nB\n専門家の不足");
  stage_close (&stage);
}

/* What the user has closed stays closed, whatever is edited; a new selection opens it. */
static void
test_tree_collapsed (void)
{
  Stage stage;

  open_tree (&stage);
  stage_select (&stage, "ic.b1");
  g_signal_emit_by_name (stage_find (stage.widget, GTK_TYPE_COLUMN_VIEW, NULL), "activate", 6);
  stage_apply (&stage, "set ic.b1 status=done");
  stage_apply (&stage, "insert irb 0 milestone irb.ms2 | start=2021-08 | title=公表");
  stage_settle (&stage);
  stage_assert_selected (&stage, "ic.b1");
  assert_rows (&stage, "-irb\n .irb.ms2\n +irb.r1\n +irb.r2\n +irb.m2\n .irb.b4\n .irb.ms\n+ic\n");
  stage_select (&stage, NULL);
  stage_select (&stage, "ic.b1");
  assert_rows (&stage, "-irb\n .irb.ms2\n +irb.r1\n +irb.r2\n +irb.m2\n .irb.b4\n .irb.ms\n-ic\n .ic.b1*\n");
  stage_close (&stage);
}

/* As dialogs do: what is inserted is selected at once, before there is a row for it. */
static void
test_tree_insert_selected (void)
{
  Stage stage;

  open_tree (&stage);
  stage_apply (&stage, "insert ic -1 bar ic.b2 | start=FY2021 | end=FY2021 | title=新規");
  stage_select (&stage, "ic.b2");
  assert_rows (&stage, "-irb\n +irb.r1\n +irb.r2\n +irb.m2\n .irb.b4\n .irb.ms\n-ic\n .ic.b1\n .ic.b2*\n");
  stage_close (&stage);
}

static void
note_item_cb (RoadmapItemTree  *tree,
              RoadmapItem      *item,
              RoadmapItem     **activated)
{
  *activated = item;
}

static void
test_tree_keys (void)
{
  Stage stage;
  GtkWidget *view;
  RoadmapItem *activated = NULL;

  open_tree (&stage);
  view = stage_find (stage.widget, GTK_TYPE_COLUMN_VIEW, NULL);
  g_assert_false (stage_press (view, GDK_KEY_Right));
  stage_select (&stage, "ic");
  gtk_widget_grab_focus (find_row (view, "② 同意"));
  g_assert_true (stage_press (view, GDK_KEY_Right));
  g_assert_true (stage_press (view, GDK_KEY_Right));
  stage_assert_selected (&stage, "ic.b1");
  stage_settle (&stage);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (stage.window)), find_row (view, "改正")));
  g_assert_true (stage_press (view, GDK_KEY_Left));
  g_assert_true (stage_press (view, GDK_KEY_Left));
  stage_assert_selected (&stage, "ic");
  assert_rows (&stage, "-irb\n +irb.r1\n +irb.r2\n +irb.m2\n .irb.b4\n .irb.ms\n+ic*\n");

  g_signal_connect (stage.widget, "activated", G_CALLBACK (note_item_cb), &activated);
  g_signal_emit_by_name (view, "activate", 0);
  assert_rows (&stage, "+irb\n+ic*\n");
  g_assert_null (activated);
  g_signal_emit_by_name (view, "activate", 1);
  g_signal_emit_by_name (view, "activate", 2);
  g_assert_true (activated == sample_get (stage.roadmap, "ic.b1"));
  stage_close (&stage);
}

/* A row far down is scrolled to. */
static void
test_tree_scroll (void)
{
  Stage stage;
  GtkAdjustment *adjustment;

  open_tree (&stage);
  for (guint i = 0; i < 80; i++)
    {
      g_autofree char *edit = g_strdup_printf ("insert ic -1 bar ic.n%u | start=FY2021 | end=FY2021 | title=第%u", i, i);

      stage_apply (&stage, edit);
    }
  stage_select (&stage, "ic.n60");
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (stage_find (stage.widget, GTK_TYPE_COLUMN_VIEW, NULL)));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
  stage_assert_words (&stage, "第60");
  stage_close (&stage);
}

static gboolean
is_marked (GtkWidget  *top,
           const char *words)
{
  GtkWidget *label = stage_find (top, GTK_TYPE_LABEL, words);
  PangoAttrList *attributes = pango_layout_get_attributes (gtk_label_get_layout (GTK_LABEL (label)));
  g_autofree char *text = pango_attr_list_to_string (attributes);

  return strstr (text, " background ") != NULL;
}

/* Marks come with the query and go with it. */
static void
test_tree_marks (void)
{
  Stage stage;

  open_tree (&stage);
  g_assert_false (is_marked (stage.widget, "審査の質"));
  roadmap_view_state_set_query (stage.state, "質");
  stage_settle (&stage);
  g_assert_true (is_marked (stage.widget, "審査の質"));
  roadmap_view_state_set_query (stage.state, "ほか");
  stage_settle (&stage);
  g_assert_false (is_marked (stage.widget, "審査の質"));
  stage_close (&stage);
}

/* What a filter leaves is unfolded, and folded again after it but for what was touched by hand. */
static void
test_tree_unfold (void)
{
  Stage stage;

  open_tree (&stage);
  assert_rows (&stage, "-irb\n +irb.r1\n +irb.r2\n +irb.m2\n .irb.b4\n .irb.ms\n+ic\n");
  g_object_set (stage.state, "filter-text", "status:done", NULL);
  stage_settle (&stage);
  assert_rows (&stage, "-irb\n -irb.r1\n  -irb.m1\n   .irb.b1\n -irb.r2\n  -irb.m1\n   .irb.b1\n .irb.ms\n");
  for (guint i = 0; i < 2; i++)
    g_signal_emit_by_name (stage_find (stage.widget, GTK_TYPE_COLUMN_VIEW, NULL), "activate", 1);
  g_object_set (stage.state, "filter-text", "", NULL);
  stage_settle (&stage);
  assert_rows (&stage, "-irb\n -irb.r1\n  +irb.m1\n +irb.r2\n +irb.m2\n .irb.b4\n .irb.ms\n+ic\n");
  stage_close (&stage);
}

/* Instead of an empty outline there is a way out of the filter. */
static void
test_tree_nothing (void)
{
  Stage stage;
  GtkWidget *button;

  open_tree (&stage);
  g_object_set (stage.state, "filter-text", "category:a year:2020 basis:confirmed late", NULL);
  stage_settle (&stage);
  stage_assert_words (&stage, "Nothing Passes the Filter");
  button = gtk_widget_get_ancestor (stage_find (stage.widget, GTK_TYPE_LABEL, "Clear Filter"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  stage_settle (&stage);
  g_assert_null (roadmap_view_state_get_filter (stage.state));
  stage_assert_no_words (&stage, "Nothing Passes the Filter");
  stage_close (&stage);
}

/* Rows that pass, and those around them; edits let rows come and go. */
static void
test_tree_filter (void)
{
  Stage stage;

  open_tree (&stage);
  stage_select (&stage, "irb.b2");
  g_object_set (stage.state, "filter-text", "status:done,none", NULL);
  stage_settle (&stage);
  assert_rows (&stage, "-irb\n -irb.r1\n  -irb.m1\n   .irb.b1\n -irb.r2\n  -irb.m1\n   .irb.b1\n  .irb.b3\n .irb.m2\n"
                       " .irb.b4\n .irb.ms\n");
  stage_assert_selected (&stage, "irb.b2");

  stage_apply (&stage, "set irb.b2 status=done");
  stage_settle (&stage);
  assert_rows (&stage, "-irb\n -irb.r1\n  -irb.m1\n   .irb.b1\n   .irb.b2*\n -irb.r2\n  -irb.m1\n   .irb.b1\n   .irb.b2\n"
                       "  .irb.b3\n +irb.m2\n .irb.b4\n .irb.ms\n");

  g_object_set (stage.state, "filter-text", "category:a", NULL);
  stage_settle (&stage);
  assert_rows (&stage, "-irb\n -irb.r1\n  -irb.m1\n   .irb.b1\n   .irb.b2*\n -irb.r2\n  -irb.m1\n   .irb.b1\n   .irb.b2\n"
                       " -irb.m2\n  .irb.b2\n .irb.ms\n");

  g_object_set (stage.state, "filter-text", "", NULL);
  stage_settle (&stage);
  assert_rows (&stage, "-irb\n -irb.r1\n  -irb.m1\n   .irb.b1\n   .irb.b2*\n +irb.r2\n +irb.m2\n .irb.b4\n .irb.ms\n+ic\n");
  stage_close (&stage);
}

static void
test_tree_accessible (void)
{
  Stage stage;
  GtkWidget *view, *row, *chip, *span;

  open_tree (&stage);
  stage_select (&stage, "irb.b1");
  view = stage_find (stage.widget, GTK_TYPE_COLUMN_VIEW, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Outline");

  row = find_row (view, "改正");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "改正、令和2年度第1四半期から令和2年度第3四半期、完了");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Level 4");
  row = find_row (view, "① IRBの審査");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "① IRBの審査、1 of 4 bars closed");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Level 1, expanded");
  g_signal_emit_by_name (view, "activate", 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Level 1, collapsed");
  g_signal_emit_by_name (view, "activate", 0);
  stage_select (&stage, NULL);
  stage_select (&stage, "irb.b1");

  chip = gtk_widget_get_parent (stage_find (view, GTK_TYPE_LABEL, "完"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, "完了");
  span = stage_find (view, GTK_TYPE_LABEL, "≈令和2年度Q1–Q3");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (span), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "令和2年度第1四半期から令和2年度第3四半期 (inferred)");
  stage_close (&stage);
}

int
main (int    argc,
      char **argv)
{
  stage_init (&argc, &argv);

  g_test_add_func ("/item-tree/start", test_tree_start);
  g_test_add_func ("/item-tree/cells", test_tree_cells);
  g_test_add_func ("/item-tree/columns", test_tree_columns);
  g_test_add_func ("/item-tree/selection", test_tree_selection);
  g_test_add_func ("/item-tree/several", test_tree_several);
  g_test_add_func ("/item-tree/drag", test_tree_drag);
  g_test_add_func ("/item-tree/touched", test_tree_touched);
  g_test_add_func ("/item-tree/hits", test_tree_hits);
  g_test_add_func ("/item-tree/set", test_tree_set);
  g_test_add_func ("/item-tree/rebuild", test_tree_rebuild);
  g_test_add_func ("/item-tree/push", test_tree_push);
  g_test_add_func ("/item-tree/recycle", test_tree_recycle);
  g_test_add_func ("/item-tree/collapsed", test_tree_collapsed);
  g_test_add_func ("/item-tree/insert-selected", test_tree_insert_selected);
  g_test_add_func ("/item-tree/keys", test_tree_keys);
  g_test_add_func ("/item-tree/scroll", test_tree_scroll);
  g_test_add_func ("/item-tree/marks", test_tree_marks);
  g_test_add_func ("/item-tree/filter", test_tree_filter);
  g_test_add_func ("/item-tree/unfold", test_tree_unfold);
  g_test_add_func ("/item-tree/nothing", test_tree_nothing);
  g_test_add_func ("/item-tree/accessible", test_tree_accessible);
  return g_test_run ();
}
