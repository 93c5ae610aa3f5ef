/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/properties-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/item-dialog.h"
#include "app/properties-page.h"
#include "model/amendment.h"
#include "model/arrange.h"
#include "model/new-item.h"
#include "widgets/item-words.h"

/* How much of an item's name stands in the name of a step. */
#define NAME_WIDTH 24

/* A page: what an item holds, or its items of a kind. */
typedef struct
{
  RoadmapItem       *item;
  const RoadmapKind *kind; /* nullable */
} Page;

struct _RoadmapPropertiesDialog
{
  AdwWindow         parent_instance;

  RoadmapHistory   *history;
  Roadmap          *roadmap;
  GDate             today;
  char             *language;
  GArray           *path;       /* Page, the one that is shown last */
  guint             refresh_id; /* 0: the page is as the roadmap is */
  char             *focus_action;
  char             *focus_id;

  GtkWidget        *back_button;
  AdwWindowTitle   *title;
  AdwToastOverlay  *toasts;
  AdwBin           *place;
};

G_DEFINE_FINAL_TYPE (RoadmapPropertiesDialog, roadmap_properties_dialog, ADW_TYPE_WINDOW)

static Page *
get_page (RoadmapPropertiesDialog *self)
{
  return &g_array_index (self->path, Page, self->path->len - 1);
}

static void
clear_page (gpointer data)
{
  g_clear_object (&((Page *) data)->item);
}

/* What was there may be gone, by an undo. */
static void
leave_what_is_gone (RoadmapPropertiesDialog *self)
{
  for (guint i = 1; i < self->path->len; i++)
    {
      RoadmapItem *item = g_array_index (self->path, Page, i).item;

      if (roadmap_lookup (self->roadmap, roadmap_item_get_id (item)) != item)
        g_array_set_size (self->path, i);
    }
}

/* The button that was used goes with its page; the one in its place has the focus then, or failing that the row. */
static void
restore_focus (RoadmapPropertiesDialog *self,
               GtkWidget               *page)
{
  GtkWidget *widget = NULL;

  if (self->focus_id != NULL)
    widget = roadmap_properties_page_find (page, self->focus_action, self->focus_id);
  if (widget == NULL && self->focus_id != NULL)
    widget = roadmap_properties_page_find (page, "properties.edit", self->focus_id);
  if (widget != NULL)
    gtk_widget_grab_focus (widget);
  else
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
show_page (RoadmapPropertiesDialog *self)
{
  const Page *shown = get_page (self);
  gboolean top = self->path->len == 1;
  GtkWidget *page = roadmap_properties_page_new (self->roadmap, shown->item, shown->kind, self->language);
  g_autofree char *name = roadmap_item_dup_short_name (shown->item, self->language, NAME_WIDTH);

  adw_bin_set_child (self->place, page);
  adw_window_title_set_title (self->title, top ? _("Roadmap Properties")
                                               : adw_preferences_page_get_title (ADW_PREFERENCES_PAGE (page)));
  adw_window_title_set_subtitle (self->title, top ? "" : name);
  gtk_widget_set_visible (self->back_button, !top);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    restore_focus (self, page);
}

static gboolean
refresh_cb (gpointer user_data)
{
  RoadmapPropertiesDialog *self = user_data;

  self->refresh_id = 0;
  leave_what_is_gone (self);
  show_page (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh_cb (RoadmapPropertiesDialog *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
keep_focus (RoadmapPropertiesDialog *self,
            const char              *action,
            const char              *id)
{
  g_free (self->focus_action);
  g_free (self->focus_id);
  self->focus_action = g_strdup (action);
  self->focus_id = g_strdup (id);
}

static void
toast (RoadmapPropertiesDialog *self,
       const char              *words,
       gboolean                 undo)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  AdwToast *message = adw_toast_new (escaped);

  if (undo)
    {
      adw_toast_set_button_label (message, _("_Undo"));
      adw_toast_set_action_name (message, "properties.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, message);
}

static void
toast_step (RoadmapPropertiesDialog *self)
{
  const char *name = roadmap_history_get_undo_name (self->history);
  /* Translators: %s is what was done, such as “Record Progress” */
  g_autofree char *words = g_strdup_printf (_("Done: %s"), name != NULL ? name : "");

  toast (self, words, TRUE);
}

void
roadmap_properties_dialog_open (RoadmapPropertiesDialog *self,
                                RoadmapItem             *item,
                                const RoadmapKind       *kind)
{
  Page page = { .item = g_object_ref (item), .kind = kind };

  g_return_if_fail (ROADMAP_IS_PROPERTIES_DIALOG (self));

  g_array_append_val (self->path, page);
  keep_focus (self, NULL, NULL);
  show_page (self);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RoadmapPropertiesDialog *self = ROADMAP_PROPERTIES_DIALOG (widget);
  const char *id, *kind;
  RoadmapItem *item;

  g_variant_get (parameter, "(&s&s)", &id, &kind);
  item = roadmap_lookup (self->roadmap, id);
  if (item != NULL)
    roadmap_properties_dialog_open (self, item, *kind != '\0' ? roadmap_schema_find_kind (kind) : NULL);
}

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RoadmapPropertiesDialog *self = ROADMAP_PROPERTIES_DIALOG (widget);
  const Page *left = get_page (self);

  if (self->path->len == 1)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  keep_focus (self, "properties.open", roadmap_item_get_id (left->item));
  g_array_set_size (self->path, self->path->len - 1);
  show_page (self);
}

static void
saved_cb (RoadmapPropertiesDialog *self,
          RoadmapItemDialog       *dialog)
{
  keep_focus (self, "properties.edit", roadmap_item_get_id (roadmap_item_dialog_get_item (dialog)));
  toast_step (self);
}

static void
present (RoadmapPropertiesDialog *self,
         GtkWidget               *dialog)
{
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *id)
{
  RoadmapPropertiesDialog *self = ROADMAP_PROPERTIES_DIALOG (widget);
  RoadmapItem *item = roadmap_lookup (self->roadmap, g_variant_get_string (id, NULL));

  if (item != NULL)
    present (self, roadmap_item_dialog_new (GTK_WINDOW (self), self->history, self->roadmap, item, self->language));
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  RoadmapPropertiesDialog *self = ROADMAP_PROPERTIES_DIALOG (widget);
  RoadmapPlace place = { .position = G_MAXUINT };
  g_autoptr (RoadmapItem) item = NULL;
  const char *id, *kind;

  g_variant_get (parameter, "(&s&s)", &id, &kind);
  place.parent = roadmap_lookup (self->roadmap, id);
  if (place.parent == NULL)
    return;
  item = roadmap_new_item (self->roadmap, roadmap_schema_find_kind (kind), &place, &self->today, NULL);
  present (self, roadmap_item_dialog_new_item (GTK_WINDOW (self), self->history, self->roadmap, item, &place,
                                               self->language));
}

/* (transfer none): the item of the same kind beside it, before (-1) or after (1), or NULL. */
static RoadmapItem *
find_beside (RoadmapItem *item,
             int          step)
{
  RoadmapItem *parent = roadmap_item_get_parent (item);
  guint n = parent != NULL ? roadmap_item_get_n_children (parent) : 0;

  for (guint i = roadmap_item_get_position (item) + step; i < n; i += step)
    if (roadmap_item_get_kind (roadmap_item_get_child (parent, i)) == roadmap_item_get_kind (item))
      return roadmap_item_get_child (parent, i);
  return NULL;
}

static char *
name_step (RoadmapPropertiesDialog *self,
           RoadmapItem             *item,
           const char              *format)
{
  g_autofree char *name = roadmap_item_dup_short_name (item, self->language, NAME_WIDTH);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (name, parts);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *id)
{
  RoadmapPropertiesDialog *self = ROADMAP_PROPERTIES_DIALOG (widget);
  RoadmapItem *item = roadmap_lookup (self->roadmap, g_variant_get_string (id, NULL));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  RoadmapItem *next;

  if (item == NULL || roadmap_item_get_parent (item) == NULL)
    return;
  g_ptr_array_add (items, g_object_ref (item));
  next = find_beside (item, 1) != NULL ? find_beside (item, 1) : find_beside (item, -1);
  keep_focus (self, action, next != NULL ? roadmap_item_get_id (next) : NULL);
  /* Translators: %s is the title of an item */
  name = name_step (self, item, _("Remove “%s”"));
  if (roadmap_arrange_remove (self->history, self->roadmap, name, items, &error))
    toast_step (self);
  else
    toast (self, error->message, FALSE);
}

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RoadmapPropertiesDialog *self = ROADMAP_PROPERTIES_DIALOG (widget);
  g_autoptr (RoadmapEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  RoadmapItem *item, *beside;
  const char *id;
  int step;

  g_variant_get (parameter, "(&si)", &id, &step);
  item = roadmap_lookup (self->roadmap, id);
  beside = item != NULL ? find_beside (item, step) : NULL;
  if (beside == NULL)
    return;

  keep_focus (self, action, id);
  /* Translators: %s is the title of an item */
  name = name_step (self, item, _("Move “%s”"));
  edit = roadmap_edit_new_move (item, roadmap_item_get_parent (item), roadmap_item_get_position (beside));
  roadmap_history_begin (self->history, name);
  if (!roadmap_change (self->roadmap, edit, &error))
    roadmap_history_rollback (self->history);
  else
    roadmap_history_commit (self->history, &error);
  if (error != NULL)
    toast (self, error->message, FALSE);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  roadmap_history_undo (ROADMAP_PROPERTIES_DIALOG (widget)->history);
}

static void
redo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  roadmap_history_redo (ROADMAP_PROPERTIES_DIALOG (widget)->history);
}

static void
update_undo_cb (RoadmapPropertiesDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "properties.undo", roadmap_history_get_can_undo (self->history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "properties.redo", roadmap_history_get_can_redo (self->history));
}

static void
roadmap_properties_dialog_dispose (GObject *object)
{
  RoadmapPropertiesDialog *self = ROADMAP_PROPERTIES_DIALOG (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);

  G_OBJECT_CLASS (roadmap_properties_dialog_parent_class)->dispose (object);
}

static void
roadmap_properties_dialog_finalize (GObject *object)
{
  RoadmapPropertiesDialog *self = ROADMAP_PROPERTIES_DIALOG (object);

  g_array_unref (self->path);
  g_free (self->language);
  g_free (self->focus_action);
  g_free (self->focus_id);
  g_clear_object (&self->history);
  g_clear_object (&self->roadmap);

  G_OBJECT_CLASS (roadmap_properties_dialog_parent_class)->finalize (object);
}

static void
roadmap_properties_dialog_class_init (RoadmapPropertiesDialogClass *klass)
{
  static const struct
  {
    const char                  *name;
    const char                  *parameter;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "properties.open", "(ss)", open_cb },
    { "properties.back", NULL, back_cb },
    { "properties.edit", "s", edit_cb },
    { "properties.add", "(ss)", add_cb },
    { "properties.remove", "s", remove_cb },
    { "properties.move", "(si)", move_cb },
    { "properties.undo", NULL, undo_cb },
    { "properties.redo", NULL, redo_cb },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roadmap_properties_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = roadmap_properties_dialog_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/properties-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapPropertiesDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPropertiesDialog, title);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPropertiesDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPropertiesDialog, place);
}

static void
roadmap_properties_dialog_init (RoadmapPropertiesDialog *self)
{
  self->path = g_array_new (FALSE, FALSE, sizeof (Page));
  g_array_set_clear_func (self->path, clear_page);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
roadmap_properties_dialog_new (GtkWindow      *parent,
                               RoadmapHistory *history,
                               Roadmap        *roadmap,
                               const GDate    *today,
                               const char     *language)
{
  RoadmapPropertiesDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ROADMAP_IS_HISTORY (history), NULL);
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (today != NULL, NULL);

  self = g_object_new (ROADMAP_TYPE_PROPERTIES_DIALOG, "transient-for", parent, NULL);
  self->history = g_object_ref (history);
  self->roadmap = g_object_ref (roadmap);
  self->today = *today;
  self->language = g_strdup (language);
  g_signal_connect_object (roadmap, "changed", G_CALLBACK (queue_refresh_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "notify", G_CALLBACK (update_undo_cb), self, G_CONNECT_SWAPPED);
  update_undo_cb (self);
  roadmap_properties_dialog_open (self, roadmap_get_root (roadmap), NULL);
  return GTK_WIDGET (self);
}
