/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/item-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "model/amendment.h"
#include "model/arrange.h"
#include "widgets/item-form.h"
#include "widgets/item-words.h"

/* How much of an item's name stands in the name of a step. */
#define NAME_WIDTH 24

struct _RoadmapItemDialog
{
  AdwWindow        parent_instance;

  RoadmapHistory  *history;
  Roadmap         *roadmap;
  RoadmapItem     *item;
  RoadmapPlace     place;    /* where a new item goes; without a parent the item is one of the roadmap */
  char            *language;
  gboolean         may_close;

  RoadmapItemForm *form;
  GtkWidget       *save_button;
  GtkWidget       *problem_button;
  GtkLabel        *problem_label;
  AdwClamp        *form_place;
};

G_DEFINE_FINAL_TYPE (RoadmapItemDialog, roadmap_item_dialog, ADW_TYPE_WINDOW)

enum { SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* NULL: none. */
static void
show_problem (RoadmapItemDialog *self,
              const char        *message)
{
  gtk_label_set_label (self->problem_label, message != NULL ? message : "");
  gtk_widget_set_visible (self->problem_button, message != NULL);
}

/* A new item can be added as it is. */
static gboolean
can_save (RoadmapItemDialog *self)
{
  return roadmap_item_form_get_problem (self->form) == NULL &&
         (self->place.parent != NULL || roadmap_item_form_has_edits (self->form));
}

static void
changed_cb (RoadmapItemDialog *self)
{
  const char *problem = roadmap_item_form_get_problem (self->form);

  show_problem (self, problem);
  gtk_widget_set_tooltip_text (self->save_button, problem);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", can_save (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.undo", roadmap_item_form_can_undo (self->form));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.redo", roadmap_item_form_can_redo (self->form));
}

/* What undo will take back. */
static char *
name_step (RoadmapItemDialog *self)
{
  const char *kind = _(roadmap_item_get_kind (self->item)->label);
  g_autofree char *name = roadmap_item_dup_short_name (self->item, self->language, NAME_WIDTH);

  if (self->place.parent != NULL)
    /* Translators: %s is a kind of item, such as “Bar” */
    return g_strdup_printf (_("Add %s"), kind);
  if (roadmap_item_get_parent (self->item) == NULL)
    return g_strdup (_("Edit the Title Page"));
  /* Translators: the first %s is a kind of item, such as “Bar”, the second its title */
  return g_strdup_printf (_("Edit %s “%s”"), kind, name);
}

static gboolean
change (RoadmapItemDialog  *self,
        const char         *name,
        GError            **error)
{
  g_autoptr (GPtrArray) edits = roadmap_item_form_get_edits (self->form);

  roadmap_history_begin (self->history, name);
  for (guint i = 0; i < edits->len; i++)
    if (!roadmap_change (self->roadmap, g_ptr_array_index (edits, i), error))
      {
        roadmap_history_rollback (self->history);
        return FALSE;
      }
  return roadmap_history_commit (self->history, error);
}

/* It comes with the values it has: the lock of adopted wording lets nobody change them later. */
static gboolean
add (RoadmapItemDialog  *self,
     const char         *name,
     GError            **error)
{
  g_autoptr (RoadmapItem) added = roadmap_item_form_build (self->form);

  if (!roadmap_arrange_insert (self->history, self->roadmap, name, added, &self->place, error))
    return FALSE;
  g_set_object (&self->item, added);
  return TRUE;
}

static gboolean
apply (RoadmapItemDialog  *self,
       GError            **error)
{
  g_autofree char *name = name_step (self);

  return self->place.parent != NULL ? add (self, name, error) : change (self, name, error);
}

static void
save (RoadmapItemDialog *self)
{
  g_autoptr (GError) error = NULL;
  gboolean locked = roadmap_get_wording_locked (self->roadmap);
  gboolean saved;

  if (roadmap_item_form_get_unlocked (self->form))
    roadmap_set_wording_locked (self->roadmap, FALSE);
  saved = apply (self, &error);
  roadmap_set_wording_locked (self->roadmap, locked);

  if (!saved)
    {
      show_problem (self, error->message);
      return;
    }
  self->may_close = TRUE;
  g_signal_emit (self, signals[SAVED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  save (ROADMAP_ITEM_DIALOG (widget));
}

/* Asked for by keys, while the button may not be there to be pressed: goes to what is wrong instead. */
static void
try_save_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RoadmapItemDialog *self = ROADMAP_ITEM_DIALOG (widget);

  if (can_save (self))
    save (self);
  else
    roadmap_item_form_show_problem (self->form);
}

static void
show_problem_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  roadmap_item_form_show_problem (ROADMAP_ITEM_DIALOG (widget)->form);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  roadmap_item_form_undo (ROADMAP_ITEM_DIALOG (widget)->form);
}

static void
redo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  roadmap_item_form_redo (ROADMAP_ITEM_DIALOG (widget)->form);
}

static void
discard_answered_cb (const char *response,
                     gpointer    user_data)
{
  RoadmapItemDialog *self = user_data;

  if (g_strcmp0 (response, "discard") != 0)
    return;
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
roadmap_item_dialog_close_request (GtkWindow *window)
{
  RoadmapItemDialog *self = ROADMAP_ITEM_DIALOG (window);
  const RoadmapAnswer answers[] = {
    { .id = "keep", .label = _("_Keep Editing") },
    { .id = "discard", .label = _("_Discard"), .destructive = TRUE },
    { NULL },
  };

  if (self->may_close || !roadmap_item_form_has_edits (self->form))
    return GTK_WINDOW_CLASS (roadmap_item_dialog_parent_class)->close_request (window);

  roadmap_compat_ask (window, _("Discard the Changes?"), _("What you changed has not been saved."), answers,
                      discard_answered_cb, self);
  return TRUE;
}

static void
roadmap_item_dialog_finalize (GObject *object)
{
  RoadmapItemDialog *self = ROADMAP_ITEM_DIALOG (object);

  g_clear_object (&self->history);
  g_clear_object (&self->roadmap);
  g_clear_object (&self->item);
  g_clear_object (&self->place.parent);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (roadmap_item_dialog_parent_class)->finalize (object);
}

static void
roadmap_item_dialog_class_init (RoadmapItemDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roadmap_item_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = roadmap_item_dialog_close_request;

  signals[SAVED] = g_signal_new ("saved", ROADMAP_TYPE_ITEM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "dialog.try-save", NULL, try_save_cb);
  gtk_widget_class_install_action (widget_class, "dialog.show-problem", NULL, show_problem_cb);
  gtk_widget_class_install_action (widget_class, "dialog.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "dialog.redo", NULL, redo_cb);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/item-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapItemDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapItemDialog, problem_button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapItemDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, RoadmapItemDialog, form_place);
}

static void
roadmap_item_dialog_init (RoadmapItemDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (RoadmapItemDialog *self)
{
  const char *kind = _(roadmap_item_get_kind (self->item)->label);
  /* Translators: %s is a kind of item, such as “Bar” or “Milestone” */
  g_autofree char *title = g_strdup_printf (self->place.parent != NULL ? _("Add %s") : _("Edit %s"), kind);
  GtkWidget *form = roadmap_item_form_new (self->roadmap, self->item, self->place.parent, self->language);

  self->form = ROADMAP_ITEM_FORM (form);
  adw_clamp_set_child (self->form_place, form);
  g_signal_connect_object (form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_title (GTK_WINDOW (self), title);
  if (self->place.parent != NULL)
    gtk_button_set_label (GTK_BUTTON (self->save_button), _("_Add"));
  changed_cb (self);
  show_problem (self, NULL);
  gtk_widget_grab_focus (form);
  /* What is typed takes the place of the title that a new item has for the time being. */
  if (self->place.parent != NULL)
    gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (self)), "selection.select-all", NULL);
}

static GtkWidget *
create (GtkWindow          *parent,
        RoadmapHistory     *history,
        Roadmap            *roadmap,
        RoadmapItem        *item,
        const RoadmapPlace *place,
        const char         *language)
{
  RoadmapItemDialog *self = g_object_new (ROADMAP_TYPE_ITEM_DIALOG, "transient-for", parent, NULL);

  self->history = g_object_ref (history);
  self->roadmap = g_object_ref (roadmap);
  self->item = g_object_ref (item);
  if (place != NULL)
    self->place = (RoadmapPlace) { .parent = g_object_ref (place->parent), .position = place->position };
  self->language = g_strdup (language);
  fill (self);
  return GTK_WIDGET (self);
}

GtkWidget *
roadmap_item_dialog_new (GtkWindow      *parent,
                         RoadmapHistory *history,
                         Roadmap        *roadmap,
                         RoadmapItem    *item,
                         const char     *language)
{
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ROADMAP_IS_HISTORY (history), NULL);
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);

  return create (parent, history, roadmap, item, NULL, language);
}

GtkWidget *
roadmap_item_dialog_new_item (GtkWindow          *parent,
                              RoadmapHistory     *history,
                              Roadmap            *roadmap,
                              RoadmapItem        *item,
                              const RoadmapPlace *place,
                              const char         *language)
{
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ROADMAP_IS_HISTORY (history), NULL);
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (ROADMAP_IS_ITEM (item) && roadmap_item_get_parent (item) == NULL, NULL);
  g_return_val_if_fail (place != NULL && ROADMAP_IS_ITEM (place->parent), NULL);

  return create (parent, history, roadmap, item, place, language);
}

RoadmapItem *
roadmap_item_dialog_get_item (RoadmapItemDialog *self)
{
  g_return_val_if_fail (ROADMAP_IS_ITEM_DIALOG (self), NULL);

  return self->item;
}
