/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* The dialog for what no view selects. */

#include <string.h>

#include "app/item-dialog.h"
#include "app/properties-dialog.h"
#include "app/properties-page.h"
#include "dialog-fixture.h"
#include "form-driver.h"

static void
show_properties (DialogFixture *fixture)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 20, 10, 2022);
  dialog_show (fixture, roadmap_properties_dialog_new (NULL, fixture->history, fixture->roadmap, &today, NULL));
}

/* As a click on the row or button does, which has to be there. */
static void
use (DialogFixture *fixture,
     const char    *action,
     const char    *id)
{
  GtkWidget *widget = roadmap_properties_page_find (fixture->dialog, action, id);

  g_assert_nonnull (widget);
  gtk_widget_activate_action_variant (widget, action, gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)));
  dialog_pump (SHORTLY);
}

static void
open_page (DialogFixture *fixture,
           const char    *id,
           const char    *kind)
{
  gtk_widget_activate_action (fixture->dialog, "properties.open", "(ss)", id, kind);
  dialog_pump (SHORTLY);
}

/* The form that was opened. */
static GtkWidget *
get_form_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ROADMAP_IS_ITEM_DIALOG (window))
        return window;
    }
  g_assert_not_reached ();
}

static void
enter (const char *name,
       const char *value)
{
  RoadmapItemForm *form = ROADMAP_ITEM_FORM (form_find_below (get_form_dialog (), ROADMAP_TYPE_ITEM_FORM));

  form_enter (form, form_get (form, name, NULL), value);
}

static void
save (void)
{
  gtk_widget_activate_action (get_form_dialog (), "dialog.save", NULL);
  dialog_pump (SHORTLY);
}

static char *
list_ids (DialogFixture *fixture,
          const char    *kind)
{
  g_autoptr (GPtrArray) items = roadmap_list (fixture->roadmap, NULL, kind);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", roadmap_item_get_id (g_ptr_array_index (items, i)));
  return g_string_free (ids, FALSE);
}

static void
assert_ids (DialogFixture *fixture,
            const char    *kind,
            const char    *wanted)
{
  g_autofree char *ids = list_ids (fixture, kind);

  g_assert_cmpstr (ids, ==, wanted);
}

static void
test_title_page (DialogFixture *fixture,
                 gconstpointer  data)
{
  show_properties (fixture);
  use (fixture, "properties.edit", "roadmap");
  enter ("date", "2020-06-19");
  enter ("fiscal-start", "10");
  enter ("attribution", "出典：編集者");
  save ();
  g_assert_cmpstr (dialog_get_value (fixture, "roadmap", "date"), ==, "2020-06-19");
  g_assert_cmpint (roadmap_get_fiscal_start (fixture->roadmap), ==, 10);
  dialog_assert_one_step (fixture, "Edit the Title Page");
  g_assert_cmpint (roadmap_get_fiscal_start (fixture->roadmap), ==, 4);
}

/* A status is added with its letter and colour, moved and taken away. */
static void
test_status (DialogFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) statuses = NULL;
  const char *id;

  show_properties (fixture);
  open_page (fixture, "roadmap", "status");
  use (fixture, "properties.add", "roadmap");
  enter ("title", "保留");
  enter ("letter", "保");
  enter ("colour", "#123456");
  enter ("pattern", "hatched");
  save ();
  statuses = roadmap_list (fixture->roadmap, NULL, "status");
  g_assert_cmpuint (statuses->len, ==, 7);
  id = roadmap_item_get_id (g_ptr_array_index (statuses, 6));
  g_assert_cmpstr (dialog_get_value (fixture, id, "title"), ==, "保留");
  g_assert_cmpstr (dialog_get_value (fixture, id, "colour"), ==, "#123456");

  use (fixture, "properties.remove", id);
  assert_ids (fixture, "status", "not-started in-progress ongoing done delayed cancelled");
  roadmap_history_undo (fixture->history);
  roadmap_history_undo (fixture->history);
  g_assert_false (roadmap_history_get_modified (fixture->history));
}

static void
test_order (DialogFixture *fixture,
            gconstpointer  data)
{
  show_properties (fixture);
  open_page (fixture, "roadmap", "status");
  gtk_widget_activate_action (fixture->dialog, "properties.move", "(si)", "ongoing", -1);
  assert_ids (fixture, "status", "not-started ongoing in-progress done delayed cancelled");
  gtk_widget_activate_action (fixture->dialog, "properties.move", "(si)", "ongoing", -1);
  gtk_widget_activate_action (fixture->dialog, "properties.move", "(si)", "ongoing", -1);
  assert_ids (fixture, "status", "ongoing not-started in-progress done delayed cancelled");
  gtk_widget_activate_action (fixture->dialog, "properties.move", "(si)", "not-started", 1);
  assert_ids (fixture, "status", "ongoing in-progress not-started done delayed cancelled");
  dialog_pump (SHORTLY);
  for (guint i = 0; i < 3; i++)
    gtk_widget_activate_action (fixture->dialog, "properties.undo", NULL);
  assert_ids (fixture, "status", "not-started in-progress ongoing done delayed cancelled");
  g_assert_false (roadmap_history_get_modified (fixture->history));
}

/* What links to it, loses the link in the same step. */
static void
test_remove_used (DialogFixture *fixture,
                  gconstpointer  data)
{
  RoadmapItem *bar = dialog_get_item (fixture, "irb.bar-3");
  g_autoptr (RoadmapEdit) edit = roadmap_edit_new_set (bar, roadmap_kind_find_field (roadmap_item_get_kind (bar), "status"),
                                                       NULL, "done");

  g_assert_true (roadmap_apply (fixture->roadmap, edit, NULL));
  show_properties (fixture);
  open_page (fixture, "roadmap", "status");
  use (fixture, "properties.remove", "done");
  g_assert_null (roadmap_lookup (fixture->roadmap, "done"));
  g_assert_null (dialog_get_value (fixture, "irb.bar-3", "status"));
  roadmap_history_undo (fixture->history);
  g_assert_cmpstr (dialog_get_value (fixture, "irb.bar-3", "status"), ==, "done");
}

/* Adopted wording is not taken away outside of an amendment; that is told. */
static void
test_remove_locked (DialogFixture *fixture,
                    gconstpointer  data)
{
  show_properties (fixture);
  open_page (fixture, "roadmap", "category");
  use (fixture, "properties.remove", "category.a");
  g_assert_nonnull (roadmap_lookup (fixture->roadmap, "category.a"));
  g_assert_false (roadmap_history_get_can_undo (fixture->history));
}

/* The years and the calendar of a chart. */
static void
test_chart (DialogFixture *fixture,
            gconstpointer  data)
{
  RoadmapSpan span;

  show_properties (fixture);
  open_page (fixture, "roadmap", "chart");
  use (fixture, "properties.edit", "stages");
  enter ("calendar", "calendar");
  enter ("start", "2019");
  enter ("end", "2026-H1");
  enter ("columns", "quarter");
  save ();
  g_assert_true (roadmap_get_span (fixture->roadmap, dialog_get_item (fixture, "stages"), &span));
  g_assert_cmpint (roadmap_span_get_first (&span), ==, 2019 * 12);
  g_assert_cmpint (roadmap_span_get_after (&span), ==, 2026 * 12 + 6);
  g_assert_cmpint (roadmap_get_calendar (fixture->roadmap, dialog_get_item (fixture, "irb.bar-3")), ==, ROADMAP_CALENDAR_CIVIL);
  g_assert_cmpstr (roadmap_history_get_undo_name (fixture->history), ==, "Edit Chart “ロードブロック解消のための工程表”");
}

/* The page of what an undo takes away is left. */
static void
test_left (DialogFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) charts = NULL;

  show_properties (fixture);
  open_page (fixture, "roadmap", "chart");
  use (fixture, "properties.add", "roadmap");
  enter ("title", "もう一つの図");
  enter ("start", "FY2021");
  enter ("end", "FY2022");
  save ();
  charts = roadmap_list (fixture->roadmap, NULL, "chart");
  open_page (fixture, roadmap_item_get_id (g_ptr_array_index (charts, charts->len - 1)), "");
  g_assert_nonnull (roadmap_properties_page_find (fixture->dialog, "properties.open",
                                                  roadmap_item_get_id (g_ptr_array_index (charts, charts->len - 1))));
  gtk_widget_activate_action (fixture->dialog, "properties.undo", NULL);
  dialog_pump (SHORTLY);
  g_assert_nonnull (roadmap_properties_page_find (fixture->dialog, "properties.edit", "stages"));
}

/* Every page there is: it fits, and what stands on it can be gone to. */
static void
visit (DialogFixture *fixture,
       RoadmapItem   *item)
{
  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (item, i);

      if (i > 0 && roadmap_item_get_kind (child) == roadmap_item_get_kind (roadmap_item_get_child (item, i - 1)))
        continue;
      open_page (fixture, roadmap_item_get_id (item), roadmap_item_get_kind (child)->name);
      dialog_assert_fits (fixture);
      if (roadmap_properties_has_contents (child))
        {
          open_page (fixture, roadmap_item_get_id (child), "");
          dialog_assert_fits (fixture);
          visit (fixture, child);
          gtk_widget_activate_action (fixture->dialog, "properties.back", NULL);
        }
      gtk_widget_activate_action (fixture->dialog, "properties.back", NULL);
    }
}

static void
test_pages (DialogFixture *fixture,
            gconstpointer  data)
{
  show_properties (fixture);
  dialog_assert_fits (fixture);
  visit (fixture, roadmap_get_root (fixture->roadmap));
  gtk_widget_activate_action (fixture->dialog, "properties.back", NULL);
  dialog_assert_closed (fixture);
}

#define ADD(path, test) g_test_add (path, DialogFixture, NULL, dialog_set_up, test, dialog_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("/properties/title-page", test_title_page);
  ADD ("/properties/status", test_status);
  ADD ("/properties/order", test_order);
  ADD ("/properties/remove-used", test_remove_used);
  ADD ("/properties/remove-locked", test_remove_locked);
  ADD ("/properties/chart", test_chart);
  ADD ("/properties/left", test_left);
  g_test_add ("/properties/pages", DialogFixture, "second.xml", dialog_set_up, test_pages, dialog_tear_down);
  return g_test_run ();
}
