/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* One field of an item in a form: the widget that its type asks for (a table in field-row.c), and a note under it that
 * says what is wrong with the value, or failing that a hint.
 *
 * Values are those of the schema, strings as they stand in the file; NULL is none.  A value that is shown and not touched
 * is read back as it was, whatever its spelling.
 *
 * signal "changed" (RoadmapFieldRow *self): the user has changed the value. */

#define ROADMAP_TYPE_FIELD_ROW (roadmap_field_row_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapFieldRow, roadmap_field_row, ROADMAP, FIELD_ROW, GObject)

/* What a row may ask about the item whose field it edits. */
typedef struct
{
  Roadmap     *roadmap;
  RoadmapItem *item;
  RoadmapItem *around;   /* the item, or what it is going to stand in while it belongs to no roadmap yet */
  const char  *language; /* of the content that is shown; never NULL */
} RoadmapFieldContext;

/* @language is that of the value, NULL for the document's own; @label has a mnemonic, @name is the same for a screen
 * reader.  What @context holds has to live as long as the row. */
RoadmapFieldRow    *roadmap_field_row_new           (const RoadmapFieldContext *context,
                                                     const RoadmapField        *field,
                                                     const char                *language,
                                                     const char                *label,
                                                     const char                *name);

const RoadmapField *roadmap_field_row_get_field     (RoadmapFieldRow           *self);
const char         *roadmap_field_row_get_language  (RoadmapFieldRow           *self);
/* (transfer none): an AdwPreferencesRow; for wording a card that stands by itself. */
GtkWidget          *roadmap_field_row_get_widget    (RoadmapFieldRow           *self);
/* (transfer none): what is to stand right under the widget; hidden while there is nothing to say. */
GtkWidget          *roadmap_field_row_get_note      (RoadmapFieldRow           *self);

/* The value as the user left it. */
char               *roadmap_field_row_dup_value     (RoadmapFieldRow           *self);
/* Shows another value, which no "changed" tells of. */
void                roadmap_field_row_set_value     (RoadmapFieldRow           *self,
                                                     const char                *value);
/* Rows that cannot be edited can still be read. */
void                roadmap_field_row_set_editable  (RoadmapFieldRow           *self,
                                                     gboolean                   editable);
void                roadmap_field_row_set_visible   (RoadmapFieldRow           *self,
                                                     gboolean                   visible);
/* A sentence; NULL: nothing is wrong, nothing is to be said. */
void                roadmap_field_row_set_problem   (RoadmapFieldRow           *self,
                                                     const char                *problem);
const char         *roadmap_field_row_get_problem   (RoadmapFieldRow           *self);
void                roadmap_field_row_set_hint      (RoadmapFieldRow           *self,
                                                     const char                *hint);
void                roadmap_field_row_grab_focus    (RoadmapFieldRow           *self);

G_END_DECLS
