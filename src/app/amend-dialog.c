/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/amend-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/amendment.h"
#include "model/era.h"
#include "model/mark.h"
#include "widgets/field-row.h"

struct _RoadmapAmendDialog
{
  AdwWindow        parent_instance;

  RoadmapHistory  *history;
  Roadmap         *roadmap;
  RoadmapItem     *last;    /* the edition before; (nullable) */
  RoadmapItem     *edition; /* what the row of the date may ask about; it stays as it is */
  RoadmapFieldRow *date_row;
  gboolean         named;   /* somebody gave the edition a name; until then it is called after its day */
  gboolean         filling; /* the rows are being set, not used */

  GtkLabel        *error_label;
  GtkWidget       *date_place;
  GtkEditable     *title_row;
  GtkEditable     *meeting_row;
  GtkLabel        *problem_label;
};

G_DEFINE_FINAL_TYPE (RoadmapAmendDialog, roadmap_amend_dialog, ADW_TYPE_WINDOW)

enum { OPENED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
read_date (RoadmapAmendDialog *self,
           GDate              *date)
{
  g_autofree char *text = roadmap_field_row_dup_value (self->date_row);

  return text != NULL && roadmap_date_parse (text, date);
}

static char *
dup_stripped (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

static gboolean
is_before_last (RoadmapAmendDialog *self,
                const GDate        *date)
{
  const char *value = self->last != NULL ? roadmap_item_get (self->last, "date") : NULL;
  GDate last;

  return value != NULL && roadmap_date_parse (value, &last) && g_date_compare (date, &last) < 0;
}

/* (transfer full) (nullable): in words, what is wrong with the day. */
static char *
find_date_problem (RoadmapAmendDialog *self)
{
  g_autofree char *day = NULL;
  GDate date;

  if (!read_date (self, &date))
    return g_strdup (_("The date must be a day of the calendar such as 2020-06-18."));
  if (!is_before_last (self, &date))
    return NULL;
  day = roadmap_edition_dup_day (self->last, roadmap_get_language (self->roadmap));
  /* Translators: %s is a day */
  return g_strdup_printf (_("The date must not be before the last edition, of %s."), day);
}

static void
mark_title (RoadmapAmendDialog *self,
            gboolean            wrong)
{
  GtkEditable *text = gtk_editable_get_delegate (self->title_row);

  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->title_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), wrong);
}

static void
update (RoadmapAmendDialog *self)
{
  g_autofree char *title = dup_stripped (self->title_row);
  g_autofree char *problem = find_date_problem (self);

  roadmap_field_row_set_problem (self->date_row, problem);
  mark_title (self, *title == '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.open", problem == NULL && *title != '\0');
}

/* NULL: none. */
static void
show_error (RoadmapAmendDialog *self,
            const char         *message)
{
  gtk_label_set_label (self->error_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), message != NULL);
}

static void
set_text (RoadmapAmendDialog *self,
          GtkEditable        *row,
          const char         *text)
{
  self->filling = TRUE;
  gtk_editable_set_text (row, text);
  self->filling = FALSE;
}

/* As long as nobody calls it otherwise, the edition is called after its day. */
static void
name_after_day (RoadmapAmendDialog *self)
{
  g_autofree char *words = NULL;
  GDate date;

  if (self->named || !read_date (self, &date))
    return;
  words = roadmap_date_describe (&date, roadmap_get_language (self->roadmap));
  set_text (self, self->title_row, words);
}

static void
date_changed_cb (RoadmapAmendDialog *self)
{
  show_error (self, NULL);
  name_after_day (self);
  update (self);
}

static void
title_changed_cb (RoadmapAmendDialog *self)
{
  if (self->filling)
    return;
  self->named = TRUE;
  show_error (self, NULL);
  update (self);
}

static gboolean
open_amendment (RoadmapAmendDialog  *self,
                GError             **error)
{
  g_autofree char *title = dup_stripped (self->title_row);
  g_autofree char *meeting = dup_stripped (self->meeting_row);
  g_autofree char *day = roadmap_field_row_dup_value (self->date_row);

  roadmap_history_begin (self->history, _("Begin Amendment"));
  if (roadmap_open_amendment (self->roadmap, day, title, meeting, error) != NULL)
    return roadmap_history_commit (self->history, error);
  roadmap_history_rollback (self->history);
  return FALSE;
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RoadmapAmendDialog *self = ROADMAP_AMEND_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (!open_amendment (self, &error))
    {
      show_error (self, error != NULL ? error->message : NULL);
      return;
    }
  g_signal_emit (self, signals[OPENED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
roadmap_amend_dialog_finalize (GObject *object)
{
  RoadmapAmendDialog *self = ROADMAP_AMEND_DIALOG (object);

  g_clear_object (&self->history);
  g_clear_object (&self->roadmap);
  g_clear_object (&self->last);
  g_clear_object (&self->date_row);
  g_clear_object (&self->edition);

  G_OBJECT_CLASS (roadmap_amend_dialog_parent_class)->finalize (object);
}

static void
roadmap_amend_dialog_class_init (RoadmapAmendDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roadmap_amend_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "dialog.open", NULL, open_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/amend-dialog.ui");

  gtk_widget_class_bind_template_child (widget_class, RoadmapAmendDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, RoadmapAmendDialog, date_place);
  gtk_widget_class_bind_template_child (widget_class, RoadmapAmendDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapAmendDialog, meeting_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapAmendDialog, problem_label);

  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);

  signals[OPENED] = g_signal_new ("opened", ROADMAP_TYPE_AMEND_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
roadmap_amend_dialog_init (RoadmapAmendDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The focus goes to the text in an entry row, which knows nothing of the row's title. */
static void
name_entry (GtkEditable *row)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_editable_get_delegate (row)),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
}

static void
add_date_row (RoadmapAmendDialog *self,
              const GDate        *today)
{
  const RoadmapKind *kind = roadmap_schema_find_kind ("edition");
  g_autofree char *date = roadmap_date_format (today);
  RoadmapFieldContext context = { self->roadmap, NULL, roadmap_get_root (self->roadmap),
                                  roadmap_get_language (self->roadmap) };

  context.item = self->edition = roadmap_item_new (kind, kind->name);
  self->date_row = roadmap_field_row_new (&context, roadmap_kind_find_field (kind, "date"), NULL, _("_Date"), _("Date"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->date_place), roadmap_field_row_get_widget (self->date_row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->date_place), roadmap_field_row_get_note (self->date_row));
  roadmap_field_row_set_value (self->date_row, date);
  g_signal_connect_object (self->date_row, "changed", G_CALLBACK (date_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
fill (RoadmapAmendDialog *self,
      const GDate        *today)
{
  const char *meeting = self->last != NULL ? roadmap_item_get (self->last, "meeting") : NULL;

  add_date_row (self, today);
  name_entry (self->title_row);
  name_entry (self->meeting_row);
  set_text (self, self->meeting_row, meeting != NULL ? meeting : "");
  name_after_day (self);
  update (self);
  roadmap_field_row_grab_focus (self->date_row);
}

GtkWidget *
roadmap_amend_dialog_new (GtkWindow      *parent,
                          RoadmapHistory *history,
                          Roadmap        *roadmap,
                          const GDate    *today)
{
  RoadmapAmendDialog *self;
  g_autoptr (GPtrArray) editions = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ROADMAP_IS_HISTORY (history), NULL);
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  self = g_object_new (ROADMAP_TYPE_AMEND_DIALOG, "transient-for", parent, NULL);
  self->history = g_object_ref (history);
  self->roadmap = g_object_ref (roadmap);
  editions = roadmap_list_editions (roadmap);
  if (editions->len > 0)
    self->last = g_object_ref (g_ptr_array_index (editions, editions->len - 1));
  fill (self, today);
  return GTK_WIDGET (self);
}
