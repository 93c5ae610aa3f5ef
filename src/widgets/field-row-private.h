/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/field-row.h"

G_BEGIN_DECLS

/* For field-row.c and the files that make the widgets of the types. */

/* How fields of a type are edited. */
typedef struct
{
  /* The widget, without a value; it calls roadmap_field_row_changed(). */
  GtkWidget *(*create)       (RoadmapFieldRow *row);
  /* (transfer full): what the widget says; NULL: nothing. */
  char      *(*read)         (GtkWidget       *widget);
  void       (*show)         (GtkWidget       *widget,
                              const char      *value);
  void       (*set_editable) (GtkWidget       *widget,
                              gboolean         editable);
  /* What has the focus, and is described to a screen reader, inside the widget. */
  GtkWidget *(*get_focus)    (GtkWidget       *widget);
} RoadmapFieldWidget;

extern const RoadmapFieldWidget roadmap_field_string;
extern const RoadmapFieldWidget roadmap_field_uri;
extern const RoadmapFieldWidget roadmap_field_date;
extern const RoadmapFieldWidget roadmap_field_colour;
extern const RoadmapFieldWidget roadmap_field_text;
extern const RoadmapFieldWidget roadmap_field_markup;
extern const RoadmapFieldWidget roadmap_field_number;
extern const RoadmapFieldWidget roadmap_field_boolean;
extern const RoadmapFieldWidget roadmap_field_choice;
extern const RoadmapFieldWidget roadmap_field_point;
extern const RoadmapFieldWidget roadmap_field_ref;
extern const RoadmapFieldWidget roadmap_field_refs;

const RoadmapFieldContext *roadmap_field_row_get_context (RoadmapFieldRow *self);
const char                *roadmap_field_row_get_label   (RoadmapFieldRow *self);
const char                *roadmap_field_row_get_name    (RoadmapFieldRow *self);
/* The widget was used, or shows a value; the latter is kept to itself. */
void                       roadmap_field_row_changed     (RoadmapFieldRow *self);
/* For rows whose description is the value they show: told to a screen reader before the note. */
void                       roadmap_field_row_describe    (RoadmapFieldRow *self,
                                                          const char      *value);

G_END_DECLS
