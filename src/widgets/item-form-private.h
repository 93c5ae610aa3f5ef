/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/field-row.h"
#include "widgets/form-fields.h"
#include "widgets/form-history.h"
#include "widgets/item-form.h"

G_BEGIN_DECLS

/* For item-form.c, which knows what the fields say, and item-form-layout.c, which puts them together. */

/* A field in a language, which has a row. */
typedef struct
{
  const RoadmapField *field;
  char               *language; /* NULL for the document's own */
  RoadmapFieldRow    *row;
  char               *original; /* what the item says */
  char               *value;    /* what the form says */
  gboolean            adopted;  /* is locked until it is unlocked */
  gboolean            touched;
  char               *problem;
} RoadmapFormField;

struct _RoadmapItemForm
{
  GtkBox               parent_instance;

  Roadmap             *roadmap;
  RoadmapItem         *item;
  RoadmapItem         *parent;   /* NULL: the item is one of the roadmap */
  char                *language; /* of the content; never NULL */
  RoadmapItem         *amendment; /* in progress; nullable, owned */
  GPtrArray           *fields;   /* RoadmapFormField */
  RoadmapFormHistory  *history;
  GHashTable          *labels;   /* RoadmapField → its label with a mnemonic */
  gboolean             unlocked;
  gboolean             basis_chosen;

  AdwPreferencesGroup *wording_group;
  GtkWidget           *wording_list;
  GtkWidget           *lock_box;
  GtkImage            *lock_image;
  GtkLabel            *lock_label;
  GtkWidget           *unlock_button;
  GtkBox              *translations;
  GPtrArray           *languages; /* of the translations that have fields; interned */
  GtkWidget           *language_button;
  GtkWidget           *provenance;
};

/* Makes the fields and puts them into the form. */
void              roadmap_item_form_lay_out      (RoadmapItemForm    *self);
/* Fields for a translation into @language, if there are none yet. */
void              roadmap_item_form_add_language (RoadmapItemForm    *self,
                                                  const char         *language);
/* Which texts can be seen: those that say something or can be edited. */
void              roadmap_item_form_update_shown (RoadmapItemForm    *self);

/* A field with its row, filled, not yet in any widget. */
RoadmapFormField *roadmap_item_form_add_field    (RoadmapItemForm    *self,
                                                  const RoadmapField *field,
                                                  const char         *language);
/* What its user should know, now that it has this value and can be edited or not. */
void              roadmap_item_form_show_hint    (RoadmapItemForm    *self,
                                                  RoadmapFormField   *field);
/* NULL if the form has none. */
RoadmapFormField *roadmap_item_form_find_field   (RoadmapItemForm    *self,
                                                  const char         *name,
                                                  const char         *language);
/* Whether the wording of the item is adopted, so that it is locked. */
gboolean          roadmap_item_form_is_adopted   (RoadmapItemForm    *self);

G_END_DECLS
