/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "window-fixture.h"

#include <string.h>

#include "app/item-dialog.h"
#include "model/new-item.h"
#include "widgets/dragged-items.h"
#include "widgets/item-tree.h"

/* Whole items in the window: what the actions do, and to what. */

static void
set_selection (Fixture    *fixture,
               const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (char **id = words; *id != NULL && **id != '\0'; id++)
    g_ptr_array_add (items, fixture_look_up (fixture, *id));
  roadmap_view_state_set_selection (fixture->window->state, items, NULL);
}

static Roadmap *
get_roadmap (Fixture *fixture)
{
  return roadmap_view_state_get_roadmap (fixture->window->state);
}

static void
unlock (Fixture *fixture)
{
  roadmap_set_wording_locked (get_roadmap (fixture), FALSE);
}

static RoadmapItem *
get_selected (Fixture *fixture)
{
  return roadmap_view_state_get_selected (fixture->window->state);
}

static guint
count (Fixture    *fixture,
       const char *kind)
{
  g_autoptr (GPtrArray) items = roadmap_list (get_roadmap (fixture), NULL, kind);

  return items->len;
}

static void
assert_enabled (Fixture    *fixture,
                const char *action,
                gboolean    wanted)
{
  gboolean enabled = FALSE;

  g_action_group_query_action (G_ACTION_GROUP (fixture->window), action, &enabled, NULL, NULL, NULL, NULL);
  g_assert_cmpint (enabled, ==, wanted);
}

/* The first label in @top that begins with @text. */
static GtkWidget *
find_label (GtkWidget  *top,
            const char *text)
{
  if (GTK_IS_LABEL (top) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (top)), text))
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_toast (Fixture    *fixture,
              const char *text)
{
  fixture_settle ();
  if (find_label (GTK_WIDGET (fixture->window->toasts), text) == NULL)
    g_error ("there is no message “%s”", text);
}

/* The form that asks what is added, or NULL. */
static GtkWidget *
find_form (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (ROADMAP_IS_ITEM_DIALOG (window->data))
      return window->data;
  return NULL;
}

static void
answer_form (const char *action)
{
  GtkWidget *form = find_form ();

  g_assert_nonnull (form);
  if (action != NULL)
    g_assert_true (gtk_widget_activate_action (form, action, NULL));
  else
    gtk_window_close (GTK_WINDOW (form));
  fixture_settle ();
  g_assert_null (find_form ());
}

/* Nothing is added before the form is accepted, and nothing at all when it is cancelled. */
static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  guint n_bars = count (fixture, "bar");
  RoadmapItem *measure;

  set_selection (fixture, "irb.bar-3");
  measure = roadmap_get_linked (get_roadmap (fixture), fixture_look_up (fixture, "irb.bar-3"), "measures");
  g_assert_nonnull (measure);
  for (int accepted = 0; accepted < 2; accepted++)
    {
      roadmap_view_state_set_selected (fixture->window->state, measure);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add-item", "(us)", ROADMAP_ADD_INSIDE, "bar"));
      fixture_settle ();
      g_assert_cmpuint (count (fixture, "bar"), ==, n_bars);
      answer_form (accepted ? "dialog.save" : NULL);
      g_assert_cmpuint (count (fixture, "bar"), ==, n_bars + accepted);
      g_assert_cmpint (roadmap_window_is_modified (fixture->window), ==, accepted);
    }
  g_assert_true (roadmap_item_is (get_selected (fixture), "bar"));
  g_assert_true (roadmap_get_linked (get_roadmap (fixture), get_selected (fixture), "measures") == measure);
  g_assert_cmpstr (roadmap_history_get_undo_name (fixture->window->history), ==, "Add Bar");
  fixture_activate (fixture, "win.undo");
  g_assert_cmpuint (count (fixture, "bar"), ==, n_bars);
  g_assert_false (roadmap_window_is_modified (fixture->window));

  /* Nothing comes of what cannot be added there. */
  roadmap_view_state_set_selected (fixture->window->state, measure);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add-item", "(us)", ROADMAP_ADD_INSIDE, "stage"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add-item", "(us)", 7, "bar"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add-item", "(us)", 0, "no-kind"));
  g_assert_false (roadmap_window_is_modified (fixture->window));
}

static void
test_duplicate_and_delete (Fixture       *fixture,
                           gconstpointer  data)
{
  guint n_bars = count (fixture, "bar");
  RoadmapItem *copy;

  set_selection (fixture, "irb.bar-1 irb.bar-2");
  fixture_activate (fixture, "win.duplicate");
  g_assert_cmpuint (count (fixture, "bar"), ==, n_bars + 2);
  g_assert_cmpuint (roadmap_view_state_get_selection (fixture->window->state)->len, ==, 2);
  g_assert_cmpstr (roadmap_history_get_undo_name (fixture->window->history), ==, "Duplicate 2 Items");
  copy = get_selected (fixture);
  g_assert_cmpstr (roadmap_item_get (copy, "origin"), ==, "editor");

  /* Copies are nobody's but the editor's, so they can be deleted again. */
  fixture_activate (fixture, "win.delete");
  g_assert_cmpuint (count (fixture, "bar"), ==, n_bars);
  g_assert_cmpstr (roadmap_history_get_undo_name (fixture->window->history), ==, "Delete 2 Items");
  assert_toast (fixture, "Deleted 2 items");
  g_assert_true (roadmap_item_is (get_selected (fixture), "bar"));

  fixture_activate (fixture, "win.undo");
  fixture_activate (fixture, "win.undo");
  g_assert_false (roadmap_window_is_modified (fixture->window));
}

/* What was adopted stays, and selected, and it is said why. */
static void
test_adopted (Fixture       *fixture,
              gconstpointer  data)
{
  set_selection (fixture, "irb.bar-1 irb.bar-2");
  fixture_activate (fixture, "win.delete");
  assert_toast (fixture, "“");
  g_assert_false (roadmap_window_is_modified (fixture->window));
  g_assert_cmpuint (roadmap_view_state_get_selection (fixture->window->state)->len, ==, 2);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "unlock-wording", NULL);
  g_assert_true (g_variant_get_boolean (g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "unlock-wording")));
  g_assert_true (gtk_widget_get_visible (fixture->window->unlocked_button));
  fixture_activate (fixture, "win.delete");
  g_assert_true (roadmap_window_is_modified (fixture->window));
  g_assert_null (roadmap_lookup (get_roadmap (fixture), "irb.bar-1"));
  fixture_activate (fixture, "win.undo");
  g_assert_nonnull (roadmap_lookup (get_roadmap (fixture), "irb.bar-1"));
  g_signal_emit_by_name (fixture->window->unlocked_button, "clicked");
  g_assert_true (roadmap_get_wording_locked (get_roadmap (fixture)));
  g_assert_false (gtk_widget_get_visible (fixture->window->unlocked_button));
}

static gboolean
is_not_second (RoadmapItem *item,
               gpointer     second)
{
  return item != second;
}

/* What a filter hides is passed. */
static void
test_move_past_hidden (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) stages = roadmap_list (get_roadmap (fixture), fixture_look_up (fixture, "stages"), "stage");
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  const RoadmapArrangeSeen seen = { is_not_second, g_ptr_array_index (stages, 1) };
  RoadmapItem *first = g_ptr_array_index (stages, 0);
  RoadmapItem *third = g_ptr_array_index (stages, 2);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, first);
  g_assert_true (roadmap_arrange_can_step (get_roadmap (fixture), items, 1, &seen));
  roadmap_arrange_step (fixture->window->history, get_roadmap (fixture), "Move", items, 1, &seen, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (roadmap_item_get_position (first), ==, roadmap_item_get_position (third) + 1);
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  RoadmapItem *first = fixture_look_up (fixture, "stages");
  RoadmapItem *stage = NULL;

  for (guint i = 0; i < roadmap_item_get_n_children (first) && stage == NULL; i++)
    if (roadmap_item_is (roadmap_item_get_child (first, i), "stage"))
      stage = roadmap_item_get_child (first, i);
  g_assert_nonnull (stage);
  roadmap_view_state_set_selected (fixture->window->state, stage);
  assert_enabled (fixture, "win.move-up", FALSE);
  fixture_activate (fixture, "win.move-down");
  g_assert_true (roadmap_item_is (roadmap_item_get_child (first, roadmap_item_get_position (stage) - 1), "stage"));
  g_assert_true (get_selected (fixture) == stage);
  fixture_activate (fixture, "win.move-up");
  g_assert_cmpuint (roadmap_item_get_position (stage), <, roadmap_item_get_n_children (first) - 1);
}

static void
test_status (Fixture       *fixture,
             gconstpointer  data)
{
  const char *const ids[] = { "irb.bar-1", "irb.bar-2", "irb.bar-3", "genome.bar-1" };
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (fixture->window), "set-status");

  set_selection (fixture, "");
  g_assert_false (g_action_get_enabled (action));
  set_selection (fixture, "irb.bar-1 irb.bar-2 irb.bar-3 genome.bar-1");
  g_assert_true (g_action_get_enabled (action));
  g_action_activate (action, g_variant_new_string ("done"));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpstr (roadmap_item_get (fixture_look_up (fixture, ids[i]), "status"), ==, "done");
  g_assert_cmpstr (g_variant_get_string (g_action_get_state (action), NULL), ==, "done");
  assert_toast (fixture, "Status of 4 items set");
  fixture_activate (fixture, "win.undo");
  g_assert_false (roadmap_window_is_modified (fixture->window));

  fixture_set_status (fixture, "irb.bar-1", "delayed");
  set_selection (fixture, "irb.bar-1");
  g_assert_cmpstr (g_variant_get_string (g_action_get_state (action), NULL), ==, "delayed");
  g_action_activate (action, g_variant_new_string (""));
  g_assert_null (roadmap_item_get (fixture_look_up (fixture, "irb.bar-1"), "status"));
}

static void
read_text_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
read_clipboard (Fixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL, read_text_cb, &text);
  fixture_settle ();
  return text;
}

static void
test_clipboard (Fixture       *fixture,
                gconstpointer  data)
{
  guint n_bars = count (fixture, "bar");
  g_autofree char *text = NULL;

  set_selection (fixture, "irb.bar-1 irb.bar-2");
  fixture_activate (fixture, "win.copy");
  text = read_clipboard (fixture);
  g_assert_nonnull (strstr (text, "<bar id=\"irb.bar-1\""));

  set_selection (fixture, "genome.bar-1");
  fixture_activate (fixture, "win.paste");
  assert_toast (fixture, "Pasted 2 items");
  g_assert_cmpuint (count (fixture, "bar"), ==, n_bars + 2);
  g_assert_true (roadmap_item_get_parent (get_selected (fixture)) ==
                 roadmap_item_get_parent (fixture_look_up (fixture, "genome.bar-1")));
  g_assert_cmpstr (roadmap_history_get_undo_name (fixture->window->history), ==, "Paste 2 Items");

  /* Cut: gone, and back where it is pasted, with its id. */
  fixture_activate (fixture, "win.undo");
  unlock (fixture);
  set_selection (fixture, "irb.bar-1");
  fixture_activate (fixture, "win.cut");
  g_assert_null (roadmap_lookup (get_roadmap (fixture), "irb.bar-1"));
  set_selection (fixture, "irb.bar-2");
  fixture_activate (fixture, "win.paste");
  fixture_settle ();
  g_assert_nonnull (roadmap_lookup (get_roadmap (fixture), "irb.bar-1"));
  g_assert_cmpuint (count (fixture, "bar"), ==, n_bars);
}

/* What is in the clipboard comes from anywhere. */
static const struct
{
  const char *text;
  const char *message;
} refused[] = {
  { "", "The clipboard holds no items" },
  { "Dear all,", "The clipboard holds no items" },
  { "<html><body>x</body></html>", "The clipboard holds no items" },
  { "<fragment xmlns=\"https://koteihyo.org/ns/roadmap\" version=\"1\" xml:lang=\"ja\"/>", "The clipboard holds no items" },
  { "<!DOCTYPE fragment [<!ENTITY a \"b\">]><fragment xmlns=\"https://koteihyo.org/ns/roadmap\" version=\"1\">&a;</fragment>",
    "The clipboard holds no items" },
  { "<fragment xmlns=\"https://koteihyo.org/ns/roadmap\" version=\"1\" xml:lang=\"ja\">"
    "<cell id=\"x\"><title>x</title></cell></fragment>",
    "There is no place for the kind “Cell” here" },
};

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      set_selection (fixture, "irb.bar-1");
      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), refused[i].text);
      fixture_activate (fixture, "win.paste");
      assert_toast (fixture, refused[i].message);
      g_assert_false (roadmap_window_is_modified (fixture->window));
      g_assert_false (roadmap_history_get_can_undo (fixture->window->history));
    }
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const actions[] = { "win.add-item", "win.duplicate", "win.delete", "win.cut", "win.paste", "win.move-up" };

  roadmap_set_read_only (get_roadmap (fixture), TRUE);
  set_selection (fixture, "irb.bar-1 irb.bar-2");
  fixture_activate (fixture, "win.copy");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), actions[i], i == 0 ? "(us)" : NULL, ROADMAP_ADD_BESIDE, "bar");
  fixture_settle ();
  g_assert_false (roadmap_window_is_modified (fixture->window));
  g_assert_false (g_action_get_enabled (g_action_map_lookup_action (G_ACTION_MAP (fixture->window), "set-status")));
}

/* What is drawn on the timeline is asked for in the same way. */
static void
test_draw (Fixture       *fixture,
           gconstpointer  data)
{
  const RoadmapKind *kind = roadmap_schema_find_kind ("bar");
  g_autoptr (GDate) today = g_date_new_dmy (1, 4, 2021);
  g_autoptr (RoadmapItem) bar = NULL;
  RoadmapPlace place;

  g_assert_true (roadmap_find_addition (get_roadmap (fixture), kind, fixture_look_up (fixture, "irb"), ROADMAP_ADD_INSIDE, &place));
  bar = roadmap_new_item (get_roadmap (fixture), kind, &place, today, NULL);
  g_signal_emit_by_name (fixture->window->timeline, "drawn", bar, &place);
  answer_form (NULL);
  g_assert_false (roadmap_window_is_modified (fixture->window));
  g_signal_emit_by_name (fixture->window->timeline, "drawn", bar, &place);
  answer_form ("dialog.save");
  g_assert_cmpstr (roadmap_item_get_id (get_selected (fixture)), ==, roadmap_item_get_id (bar));
  /* Keys move it from there on. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == fixture_find_bar (fixture, roadmap_item_get_id (bar)));
}

/* Rows that are dropped: moved in their own roadmap, or copied with Ctrl; a text is pasted. */
static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *tree = adw_bin_get_child (ADW_BIN (gtk_stack_get_visible_child (fixture->window->trees)));
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (RoadmapDraggedItems) dragged = NULL;
  RoadmapItem *bar = fixture_look_up (fixture, "irb.bar-1");
  RoadmapItem *stage = roadmap_item_get_parent (bar);
  RoadmapItem *other = roadmap_item_get_child (roadmap_item_get_parent (stage), roadmap_item_get_position (stage) + 1);
  guint n_bars = count (fixture, "bar");
  g_autofree char *text = NULL;
  RoadmapPlace place;
  gboolean done;

  g_assert_true (ROADMAP_IS_ITEM_TREE (tree));
  g_assert_true (roadmap_item_is (other, "stage"));
  g_ptr_array_add (items, bar);
  dragged = roadmap_dragged_items_new (get_roadmap (fixture), items, NULL);
  g_assert_true (roadmap_find_drop (get_roadmap (fixture), roadmap_item_get_kind (bar), other, roadmap_item_get_parent (other),
                                    ROADMAP_DROP_ONTO, &place));
  g_signal_emit_by_name (tree, "items-dropped", dragged, &place, FALSE, &done);
  g_assert_true (done);
  g_assert_true (roadmap_item_get_parent (bar) == other);
  fixture_activate (fixture, "win.undo");
  g_assert_true (roadmap_item_get_parent (bar) == stage);

  g_signal_emit_by_name (tree, "items-dropped", dragged, &place, TRUE, &done);
  g_assert_true (done);
  g_assert_true (roadmap_item_get_parent (bar) == stage);
  g_assert_cmpuint (count (fixture, "bar"), ==, n_bars + 1);

  g_signal_emit_by_name (tree, "describe-items", items, &text);
  g_signal_emit_by_name (tree, "text-dropped", text, other, &done);
  g_assert_true (done);
  g_assert_cmpuint (count (fixture, "bar"), ==, n_bars + 2);
  g_signal_emit_by_name (tree, "text-dropped", "nothing of ours", other, &done);
  g_assert_false (done);
  assert_toast (fixture, "The clipboard holds no items");
}

/* The menu offers what may be added at what is selected. */
static char *
list_menu (GMenuModel *menu)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      g_string_append (labels, i > 0 ? " |" : "");
      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autofree char *label = NULL;

          g_menu_model_get_item_attribute (section, j, "label", "s", &label);
          g_string_append_printf (labels, " %s", label);
        }
    }
  return g_string_free (g_steal_pointer (&labels), FALSE);
}

static void
test_menus (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *bar = NULL;
  g_autofree char *statuses = NULL;

  set_selection (fixture, "irb.bar-1");
  bar = list_menu (G_MENU_MODEL (fixture->window->add_menu));
  g_assert_cmpstr (bar, ==, " Bar Follow-up Editor’s remark | Roadblock Measure Milestone Addressed Column heading Note");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.content-language", "s", "en"));
  fixture_settle ();
  statuses = list_menu (G_MENU_MODEL (fixture->window->status_menu));
  g_assert_nonnull (strstr (statuses, " Done"));
  g_assert_true (g_str_has_suffix (statuses, "| None"));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture       *fixture,
                       gconstpointer  data);
  } tests[] = {
    { "/arrange-window/add", test_add },
    { "/arrange-window/duplicate-and-delete", test_duplicate_and_delete },
    { "/arrange-window/adopted", test_adopted },
    { "/arrange-window/move", test_move },
    { "/arrange-window/status", test_status },
    { "/arrange-window/clipboard", test_clipboard },
    { "/arrange-window/refused", test_refused },
    { "/arrange-window/read-only", test_read_only },
    { "/arrange-window/draw", test_draw },
    { "/arrange-window/move-past-hidden", test_move_past_hidden },
    { "/arrange-window/drop", test_drop },
    { "/arrange-window/menus", test_menus },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  return g_test_run ();
}
