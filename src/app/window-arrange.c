/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-arrange.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/item-dialog.h"
#include "model/copies.h"
#include "model/edition.h"
#include "model/new-item.h"

/* Letters: a longer title is cut in the name of a step and in a message. */
#define TITLE_LENGTH 32

static Roadmap *
get_roadmap (RoadmapWindow *self)
{
  return roadmap_view_state_get_roadmap (self->state);
}

gboolean
roadmap_window_may_edit (RoadmapWindow *self)
{
  return self->document != NULL && get_roadmap (self) != NULL && !roadmap_get_read_only (get_roadmap (self));
}

GPtrArray *
roadmap_window_list_selected (RoadmapWindow *self)
{
  GPtrArray *selection = roadmap_view_state_get_selection (self->state);
  g_autoptr (GPtrArray) tops = roadmap_list_tops (selection);

  if (tops->len == 0 || roadmap_item_get_parent (g_ptr_array_index (tops, 0)) == NULL)
    return NULL;
  return g_steal_pointer (&tops);
}

RoadmapItem *
roadmap_window_get_target (RoadmapWindow *self)
{
  RoadmapItem *selected = roadmap_view_state_get_selected (self->state);
  RoadmapItem *chart = roadmap_view_state_get_chart (self->state);

  if (selected != NULL || chart != NULL)
    return selected != NULL ? selected : chart;
  return get_roadmap (self) != NULL ? roadmap_get_root (get_roadmap (self)) : NULL;
}

/* Words */

static char *
dup_short_title (RoadmapWindow *self,
                 RoadmapItem   *item)
{
  g_autofree char *title = roadmap_item_dup_title (item, roadmap_view_state_get_words (self->state));
  g_autofree char *start = NULL;

  if (*title == '\0')
    return g_strdup (_(roadmap_item_get_kind (item)->label));
  if (g_utf8_strlen (title, -1) <= TITLE_LENGTH)
    return g_steal_pointer (&title);
  start = g_utf8_substring (title, 0, TITLE_LENGTH - 1);
  return g_strconcat (start, "…", NULL);
}

/* @value where @format has @place. */
static char *
fill_in (const char *format,
         const char *place,
         const char *value)
{
  g_auto (GStrv) parts = g_strsplit (format, place, 2);

  return g_strjoinv (value, parts);
}

char *
roadmap_window_describe (RoadmapWindow *self,
                         GPtrArray     *items,
                         const char    *one,
                         const char    *many)
{
  g_autofree char *number = g_strdup_printf ("%u", items->len);
  g_autofree char *title = NULL;

  if (items->len > 1)
    return fill_in (many, "%u", number);
  title = dup_short_title (self, g_ptr_array_index (items, 0));
  return fill_in (one, "%s", title);
}

void
roadmap_window_toast_done (RoadmapWindow *self,
                           const char    *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  /* It is about what was done just now, so it does not wait for others. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static gboolean
has_action (RoadmapWindow *self,
            const char    *wanted)
{
  const GVariantType *parameter;
  const char *name, *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (self), i, &owner, &name, &parameter, &property); i++)
    if (strcmp (name, wanted) == 0)
      return TRUE;
  return FALSE;
}

/* What was adopted is amended by a meeting; the menu of the items has how to correct a mistake. */
static void
offer_to_unlock (RoadmapWindow *self,
                 AdwToast      *toast)
{
  gboolean amends = has_action (self, "win.amend") && roadmap_get_amendment (get_roadmap (self)) == NULL;

  adw_toast_set_button_label (toast, amends ? _("_Amend…") : _("_Unlock"));
  adw_toast_set_action_name (toast, amends ? "win.amend" : "win.unlock-wording");
}

void
roadmap_window_toast_error (RoadmapWindow *self,
                            const GError  *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (g_error_matches (error, ROADMAP_ERROR, ROADMAP_ERROR_LOCKED_WORDING))
    offer_to_unlock (self, toast);
  /* A sentence that says what to do takes longer to read. */
  adw_toast_set_timeout (toast, 10);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Adding */

static gboolean
read_addition (GVariant           *target,
               const RoadmapKind **kind,
               RoadmapAddWhere    *where)
{
  const char *name;
  guint number;

  g_variant_get (target, "(u&s)", &number, &name);
  *kind = roadmap_schema_find_kind (name);
  *where = number;
  return *kind != NULL && number <= ROADMAP_ADD_AROUND;
}

/* A window that was not told the day takes that of the clock. */
static GDate *
dup_today (RoadmapWindow *self)
{
  const GDate *today = roadmap_view_state_get_today (self->state);
  GDate *now;

  if (today != NULL)
    return g_date_copy (today);
  now = g_date_new ();
  g_date_set_time_t (now, time (NULL));
  return now;
}

static void
added_cb (RoadmapItemDialog *dialog,
          RoadmapWindow     *self)
{
  RoadmapItem *item = roadmap_item_dialog_get_item (dialog);

  roadmap_view_state_set_selected (self->state, item);
  /* Keys move it from there on. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->timeline)))
    roadmap_swimlane_view_go_to (self->timeline, item);
}

void
roadmap_window_add (RoadmapWindow      *self,
                    RoadmapItem        *item,
                    const RoadmapPlace *place)
{
  GtkWidget *dialog = roadmap_item_dialog_new_item (GTK_WINDOW (self), self->history, get_roadmap (self), item, place,
                                                    roadmap_view_state_get_language (self->state));

  g_signal_connect_object (dialog, "saved", G_CALLBACK (added_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_item_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);
  RoadmapItem *target = roadmap_window_get_target (self);
  g_autoptr (GDate) today = dup_today (self);
  g_autoptr (RoadmapItem) item = NULL;
  const RoadmapKind *kind;
  RoadmapAddWhere where;
  RoadmapPlace place;

  if (!roadmap_window_may_edit (self) || !read_addition (parameter, &kind, &where) ||
      !roadmap_find_addition (get_roadmap (self), kind, target, where, &place))
    return;
  item = roadmap_new_item (get_roadmap (self), kind, &place, today, NULL);
  roadmap_window_add (self, item, &place);
}

static void
drawn_cb (RoadmapWindow      *self,
          RoadmapItem        *bar,
          const RoadmapPlace *place)
{
  roadmap_window_add (self, bar, place);
}

/* Doubling and deleting */

static void
duplicate_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);
  g_autoptr (GPtrArray) items = roadmap_window_list_selected (self);
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (items == NULL || !roadmap_window_may_edit (self))
    return;
  name = roadmap_window_describe (self, items, _("Duplicate “%s”"),
                                  ngettext ("Duplicate %u Item", "Duplicate %u Items", items->len));
  copies = roadmap_arrange_duplicate (self->history, get_roadmap (self), name, items, &error);
  if (copies != NULL)
    roadmap_view_state_set_selection (self->state, copies, NULL);
  else
    roadmap_window_toast_error (self, error);
}

static gboolean
is_among (GPtrArray   *items,
          RoadmapItem *item)
{
  return g_ptr_array_find (items, item, NULL);
}

/* What is selected after @items are gone, so that one can go on from there. */
static RoadmapItem *
find_next_selected (RoadmapWindow *self,
                    GPtrArray     *items)
{
  RoadmapItem *last = g_ptr_array_index (items, items->len - 1);
  RoadmapItem *parent = roadmap_item_get_parent (last);
  guint position = roadmap_item_get_position (last);

  for (guint i = position + 1; i < roadmap_item_get_n_children (parent); i++)
    if (roadmap_item_get_kind (roadmap_item_get_child (parent, i)) == roadmap_item_get_kind (last))
      return roadmap_item_get_child (parent, i);
  for (guint i = position; i > 0; i--)
    {
      RoadmapItem *sibling = roadmap_item_get_child (parent, i - 1);

      if (roadmap_item_get_kind (sibling) == roadmap_item_get_kind (last) && !is_among (items, sibling))
        return sibling;
    }
  return roadmap_item_is (parent, "chart") || roadmap_item_get_parent (parent) == NULL ? NULL : parent;
}

gboolean
roadmap_window_delete (RoadmapWindow *self,
                       GPtrArray     *items,
                       const char    *name)
{
  g_autoptr (GPtrArray) selection = g_ptr_array_ref (roadmap_view_state_get_selection (self->state));
  g_autoptr (RoadmapItem) lead = g_object_ref (roadmap_view_state_get_selected (self->state));
  g_autoptr (GError) error = NULL;

  /* Before, so that not each of many is taken out of what is selected. */
  roadmap_view_state_set_selected (self->state, find_next_selected (self, items));
  if (roadmap_arrange_remove (self->history, get_roadmap (self), name, items, &error))
    return TRUE;
  roadmap_view_state_set_selection (self->state, selection, lead);
  roadmap_window_toast_error (self, error);
  return FALSE;
}

static void
delete_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);
  g_autoptr (GPtrArray) items = roadmap_window_list_selected (self);
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (items == NULL || !roadmap_window_may_edit (self))
    return;
  name = roadmap_window_describe (self, items, _("Delete “%s”"), ngettext ("Delete %u Item", "Delete %u Items", items->len));
  message = roadmap_window_describe (self, items, _("Deleted “%s”"),
                                     ngettext ("Deleted %u item", "Deleted %u items", items->len));
  if (roadmap_window_delete (self, items, name))
    roadmap_window_toast_done (self, message);
}

/* Moving */

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);
  const RoadmapArrangeSeen seen = { roadmap_view_state_show_func, self->state };
  int step = strcmp (action, "win.move-up") == 0 ? -1 : 1;
  g_autoptr (GPtrArray) items = roadmap_window_list_selected (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (items == NULL || !roadmap_window_may_edit (self) ||
      !roadmap_arrange_can_step (get_roadmap (self), items, step, &seen))
    return;
  name = roadmap_window_describe (self, items, _("Move “%s”"), ngettext ("Move %u Item", "Move %u Items", items->len));
  if (!roadmap_arrange_step (self->history, get_roadmap (self), name, items, step, &seen, &error))
    roadmap_window_toast_error (self, error);
}

/* Status */

static gboolean
has_status (RoadmapItem *item)
{
  return roadmap_kind_find_field (roadmap_item_get_kind (item), "status") != NULL;
}

/* (transfer full): those of the selected that can have a status. */
static GPtrArray *
list_with_status (RoadmapWindow *self)
{
  GPtrArray *selection = roadmap_view_state_get_selection (self->state);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < selection->len; i++)
    if (has_status (g_ptr_array_index (selection, i)))
      g_ptr_array_add (items, g_ptr_array_index (selection, i));
  return items;
}

static void
set_status_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  RoadmapWindow *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (GPtrArray) items = list_with_status (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (items->len == 0 || !roadmap_window_may_edit (self))
    return;
  name = roadmap_window_describe (self, items, _("Set Status of “%s”"),
                                  ngettext ("Set Status of %u Item", "Set Status of %u Items", items->len));
  if (!roadmap_arrange_set (self->history, get_roadmap (self), name, items, "status", *id != '\0' ? id : NULL, &error))
    roadmap_window_toast_error (self, error);
  else if (items->len > 1)
    {
      g_autofree char *message = g_strdup_printf (ngettext ("Status of %u item set", "Status of %u items set", items->len),
                                                  items->len);

      roadmap_window_toast_done (self, message);
    }
  roadmap_window_update_arrange (self);
}

/* For as long as the window likes, to correct what was copied wrongly. */
static void
unlock_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  RoadmapWindow *self = user_data;
  Roadmap *roadmap = get_roadmap (self);

  if (!roadmap_window_may_edit (self))
    return;
  roadmap_set_wording_locked (roadmap, !roadmap_get_wording_locked (roadmap));
  roadmap_window_toast (self, roadmap_get_wording_locked (roadmap)
                                ? _("The adopted wording is locked")
                                : _("The adopted wording can be corrected until it is locked again"));
  roadmap_window_update_arrange (self);
}

/* The id of the status that all of @items have, "" for none; "?", which is no id, if they differ. */
static const char *
get_common_status (GPtrArray *items)
{
  const char *common = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const char *status = roadmap_item_get (g_ptr_array_index (items, i), "status");

      status = status != NULL ? status : "";
      if (common != NULL && strcmp (common, status) != 0)
        return "?";
      common = status;
    }
  return common != NULL ? common : "?";
}

/* Keys: what is being typed has them first. */

static gboolean
is_typing (RoadmapWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return focus != NULL && (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus));
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  const char *action;

  if (is_typing (ROADMAP_WINDOW (widget)))
    return GDK_EVENT_PROPAGATE;
  g_variant_get (arguments, "(&s)", &action);
  return gtk_widget_activate_action (widget, action, NULL);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } table[] = {
    { GDK_KEY_d, GDK_CONTROL_MASK, "win.duplicate" },
    { GDK_KEY_Delete, 0, "win.delete" },
    { GDK_KEY_KP_Delete, 0, "win.delete" },
    { GDK_KEY_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.move-up" },
    { GDK_KEY_KP_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.move-up" },
    { GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.move-down" },
    { GDK_KEY_KP_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.move-down" },
    { GDK_KEY_x, GDK_CONTROL_MASK, "win.cut" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "win.copy" },
    { GDK_KEY_v, GDK_CONTROL_MASK, "win.paste" },
    { GDK_KEY_Delete, GDK_SHIFT_MASK, "win.cut" },
    { GDK_KEY_Insert, GDK_CONTROL_MASK, "win.copy" },
    { GDK_KEY_Insert, GDK_SHIFT_MASK, "win.paste" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_widget_class_add_binding (widget_class, table[i].key, table[i].modifiers, key_cb, "(s)", table[i].action);
}

void
roadmap_window_init_arrange (RoadmapWindowClass *klass)
{
  static const RoadmapWindowAction table[] = {
    { "win.add-item", "(us)", add_item_cb },
    { "win.duplicate", NULL, duplicate_cb },
    { "win.delete", NULL, delete_cb },
    { "win.move-up", NULL, move_cb },
    { "win.move-down", NULL, move_cb },
    { NULL },
  };

  roadmap_window_install_actions (klass, table);
  add_keys (GTK_WIDGET_CLASS (klass));
}

void
roadmap_window_add_arrange (RoadmapWindow *self)
{
  static const GActionEntry entries[] = {
    { "set-status", set_status_cb, "s", "'?'" },
    { "unlock-wording", unlock_cb, NULL, "false" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->timeline, "drawn", G_CALLBACK (drawn_cb), self, G_CONNECT_SWAPPED);
}

void
roadmap_window_update_arrange (RoadmapWindow *self)
{
  const RoadmapArrangeSeen seen = { roadmap_view_state_show_func, self->state };
  GtkWidget *widget = GTK_WIDGET (self);
  GAction *set_status = g_action_map_lookup_action (G_ACTION_MAP (self), "set-status");
  GAction *unlock = g_action_map_lookup_action (G_ACTION_MAP (self), "unlock-wording");
  g_autoptr (GPtrArray) items = roadmap_window_list_selected (self);
  g_autoptr (GPtrArray) with_status = list_with_status (self);
  gboolean may_edit = roadmap_window_may_edit (self);
  gboolean unlocked = may_edit && !roadmap_get_wording_locked (get_roadmap (self));
  static const char *const need_both[] = { "win.duplicate", "win.delete", "win.cut" };

  for (guint i = 0; i < G_N_ELEMENTS (need_both); i++)
    gtk_widget_action_set_enabled (widget, need_both[i], may_edit && items != NULL);
  gtk_widget_action_set_enabled (widget, "win.copy", items != NULL);
  gtk_widget_action_set_enabled (widget, "win.paste", may_edit);
  gtk_widget_action_set_enabled (widget, "win.add-item", may_edit);
  gtk_widget_action_set_enabled (widget, "win.move-up", may_edit && items != NULL &&
                                 roadmap_arrange_can_step (get_roadmap (self), items, -1, &seen));
  gtk_widget_action_set_enabled (widget, "win.move-down", may_edit && items != NULL &&
                                 roadmap_arrange_can_step (get_roadmap (self), items, 1, &seen));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (set_status), may_edit && with_status->len > 0);
  g_simple_action_set_state (G_SIMPLE_ACTION (set_status), g_variant_new_string (get_common_status (with_status)));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (unlock), may_edit);
  g_simple_action_set_state (G_SIMPLE_ACTION (unlock), g_variant_new_boolean (unlocked));
  gtk_widget_set_visible (self->unlocked_button, unlocked);
  roadmap_window_update_arrange_menus (self);
}
