/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/field-row-private.h"

#include "widgets/theme.h"

#define SPACING 6

struct _RoadmapFieldRow
{
  GObject                   parent_instance;

  RoadmapFieldContext       context;
  char                     *content_language; /* what the context points to */
  const RoadmapField       *field;
  char                     *language;
  char                     *label;
  char                     *name;
  const RoadmapFieldWidget *type;

  char                     *shown;       /* the value that was set */
  char                     *read_back;   /* what the widget said right after that */
  char                     *description; /* of the value */
  char                     *problem;
  char                     *hint;
  gboolean                  showing;     /* the widget is being set, not used */
  gboolean                  visible;

  GtkWidget                *widget;
  GtkWidget                *note;
  GtkWidget                *note_icon;
  GtkLabel                 *note_label;
};

G_DEFINE_FINAL_TYPE (RoadmapFieldRow, roadmap_field_row, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const RoadmapFieldWidget *const types[] = {
  [ROADMAP_FIELD_STRING] = &roadmap_field_string,
  [ROADMAP_FIELD_TEXT] = &roadmap_field_text,
  [ROADMAP_FIELD_MARKUP] = &roadmap_field_markup,
  [ROADMAP_FIELD_NUMBER] = &roadmap_field_number,
  [ROADMAP_FIELD_BOOLEAN] = &roadmap_field_boolean,
  [ROADMAP_FIELD_CHOICE] = &roadmap_field_choice,
  [ROADMAP_FIELD_POINT] = &roadmap_field_point,
  [ROADMAP_FIELD_DATE] = &roadmap_field_date,
  [ROADMAP_FIELD_COLOUR] = &roadmap_field_colour,
  [ROADMAP_FIELD_URI] = &roadmap_field_uri,
  [ROADMAP_FIELD_REF] = &roadmap_field_ref,
  [ROADMAP_FIELD_REFS] = &roadmap_field_refs,
};

static void
roadmap_field_row_finalize (GObject *object)
{
  RoadmapFieldRow *self = ROADMAP_FIELD_ROW (object);

  g_clear_object (&self->widget);
  g_clear_object (&self->note);
  g_free (self->content_language);
  g_free (self->language);
  g_free (self->label);
  g_free (self->name);
  g_free (self->shown);
  g_free (self->read_back);
  g_free (self->description);
  g_free (self->problem);
  g_free (self->hint);

  G_OBJECT_CLASS (roadmap_field_row_parent_class)->finalize (object);
}

static void
roadmap_field_row_class_init (RoadmapFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_field_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", ROADMAP_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
roadmap_field_row_init (RoadmapFieldRow *self)
{
  self->visible = TRUE;
}

/* In a list a row of its own, which nobody walks to: what it says is the description of the row above. */
static void
create_note (RoadmapFieldRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  self->note_icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL);
  self->note_label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0,
                                   "hexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (box), self->note_icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note_label));
  gtk_widget_add_css_class (box, "field-note");
  if (ADW_IS_PREFERENCES_ROW (self->widget))
    self->note = g_object_new (ADW_TYPE_PREFERENCES_ROW, "child", box, "activatable", FALSE, "selectable", FALSE,
                               "focusable", FALSE, NULL);
  else
    self->note = box;
  g_object_ref_sink (self->note);
  gtk_widget_add_css_class (self->note, "field-note-row");
}

static void
update_accessible (RoadmapFieldRow *self)
{
  GtkAccessible *focus = GTK_ACCESSIBLE (self->type->get_focus (self->widget));
  const char *note = self->problem != NULL ? self->problem : self->hint;
  g_autofree char *description = self->description != NULL && note != NULL
                                   ? g_strdup_printf ("%s – %s", self->description, note)
                                   : g_strdup (self->description != NULL ? self->description : note);

  gtk_accessible_update_property (focus, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "", -1);
  gtk_accessible_update_state (focus, GTK_ACCESSIBLE_STATE_INVALID,
                               self->problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
update_note (RoadmapFieldRow *self)
{
  const char *words = self->problem != NULL ? self->problem : self->hint;
  gboolean noted = self->visible && words != NULL;

  gtk_label_set_label (self->note_label, words != NULL ? words : "");
  gtk_widget_set_visible (self->note_icon, self->problem != NULL);
  gtk_widget_set_visible (self->note, noted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : self->name, -1);
  roadmap_theme_set_class (self->widget, "noted", noted);
  roadmap_theme_set_class (self->widget, "error", self->problem != NULL);
  roadmap_theme_set_class (self->note, "error", self->problem != NULL);
  update_accessible (self);
}

RoadmapFieldRow *
roadmap_field_row_new (const RoadmapFieldContext *context,
                       const RoadmapField        *field,
                       const char                *language,
                       const char                *label,
                       const char                *name)
{
  RoadmapFieldRow *self;

  g_return_val_if_fail (context != NULL && context->language != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  self = g_object_new (ROADMAP_TYPE_FIELD_ROW, NULL);
  self->context = *context;
  self->content_language = g_strdup (context->language);
  self->context.language = self->content_language;
  self->field = field;
  self->language = g_strdup (language);
  self->label = g_strdup (label);
  self->name = g_strdup (name);
  self->type = types[field->type];

  self->showing = TRUE;
  self->widget = g_object_ref_sink (self->type->create (self));
  self->showing = FALSE;
  create_note (self);
  roadmap_field_row_set_value (self, NULL);
  update_note (self);
  return self;
}

const RoadmapField *
roadmap_field_row_get_field (RoadmapFieldRow *self)
{
  g_return_val_if_fail (ROADMAP_IS_FIELD_ROW (self), NULL);

  return self->field;
}

const char *
roadmap_field_row_get_language (RoadmapFieldRow *self)
{
  g_return_val_if_fail (ROADMAP_IS_FIELD_ROW (self), NULL);

  return self->language;
}

GtkWidget *
roadmap_field_row_get_widget (RoadmapFieldRow *self)
{
  g_return_val_if_fail (ROADMAP_IS_FIELD_ROW (self), NULL);

  return self->widget;
}

GtkWidget *
roadmap_field_row_get_note (RoadmapFieldRow *self)
{
  g_return_val_if_fail (ROADMAP_IS_FIELD_ROW (self), NULL);

  return self->note;
}

const RoadmapFieldContext *
roadmap_field_row_get_context (RoadmapFieldRow *self)
{
  return &self->context;
}

const char *
roadmap_field_row_get_label (RoadmapFieldRow *self)
{
  return self->label;
}

const char *
roadmap_field_row_get_name (RoadmapFieldRow *self)
{
  return self->name;
}

char *
roadmap_field_row_dup_value (RoadmapFieldRow *self)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (ROADMAP_IS_FIELD_ROW (self), NULL);

  value = self->type->read (self->widget);
  if (g_strcmp0 (value, self->read_back) == 0)
    return g_strdup (self->shown);
  return g_steal_pointer (&value);
}

void
roadmap_field_row_set_value (RoadmapFieldRow *self,
                             const char      *value)
{
  char *shown;

  g_return_if_fail (ROADMAP_IS_FIELD_ROW (self));

  self->showing = TRUE;
  self->type->show (self->widget, value);
  self->showing = FALSE;

  shown = g_strdup (value);
  g_free (self->shown);
  g_free (self->read_back);
  self->shown = shown;
  self->read_back = self->type->read (self->widget);
}

void
roadmap_field_row_set_editable (RoadmapFieldRow *self,
                                gboolean         editable)
{
  g_return_if_fail (ROADMAP_IS_FIELD_ROW (self));

  self->type->set_editable (self->widget, editable);
}

void
roadmap_field_row_set_visible (RoadmapFieldRow *self,
                               gboolean         visible)
{
  g_return_if_fail (ROADMAP_IS_FIELD_ROW (self));

  self->visible = visible;
  gtk_widget_set_visible (self->widget, visible);
  update_note (self);
}

static void
set_words (RoadmapFieldRow  *self,
           char            **place,
           const char       *words)
{
  if (g_strcmp0 (*place, words) == 0)
    return;
  g_free (*place);
  *place = g_strdup (words);
  update_note (self);
}

void
roadmap_field_row_set_problem (RoadmapFieldRow *self,
                               const char      *problem)
{
  g_return_if_fail (ROADMAP_IS_FIELD_ROW (self));

  set_words (self, &self->problem, problem);
}

const char *
roadmap_field_row_get_problem (RoadmapFieldRow *self)
{
  g_return_val_if_fail (ROADMAP_IS_FIELD_ROW (self), NULL);

  return self->problem;
}

void
roadmap_field_row_set_hint (RoadmapFieldRow *self,
                            const char      *hint)
{
  g_return_if_fail (ROADMAP_IS_FIELD_ROW (self));

  set_words (self, &self->hint, hint);
}

void
roadmap_field_row_describe (RoadmapFieldRow *self,
                            const char      *value)
{
  g_free (self->description);
  self->description = g_strdup (value);
  /* The first value comes while the widget is being made. */
  if (self->widget != NULL)
    update_accessible (self);
}

void
roadmap_field_row_changed (RoadmapFieldRow *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
roadmap_field_row_grab_focus (RoadmapFieldRow *self)
{
  g_return_if_fail (ROADMAP_IS_FIELD_ROW (self));

  gtk_widget_grab_focus (self->type->get_focus (self->widget));
}
