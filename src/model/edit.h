/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/item.h"

G_BEGIN_DECLS

/* A change as a value: it says what to do, and keeps what it replaces, so that it can be turned around.  Undo, journal,
 * diff and merge are made of these four. */
typedef enum
{
  ROADMAP_EDIT_SET,    /* @field of @item in @language becomes @value; NULL takes it away */
  ROADMAP_EDIT_INSERT, /* @item, with everything below it, becomes child @position of @parent */
  ROADMAP_EDIT_REMOVE, /* @item leaves @parent */
  ROADMAP_EDIT_MOVE,   /* @item leaves @parent and becomes child @new_position of @new_parent */
} RoadmapEditType;

typedef struct
{
  RoadmapEditType     type;
  RoadmapItem        *item;

  /* SET */
  const RoadmapField *field;
  char               *language;
  char               *value;
  char               *old_value;

  /* INSERT, REMOVE, MOVE */
  RoadmapItem        *parent;
  guint               position;
  /* MOVE; the position counts after the item has left its old place */
  RoadmapItem        *new_parent;
  guint               new_position;
} RoadmapEdit;

#define ROADMAP_TYPE_EDIT (roadmap_edit_get_type ())
GType        roadmap_edit_get_type   (void);

/* @language and @value may be NULL. */
RoadmapEdit *roadmap_edit_new_set    (RoadmapItem        *item,
                                      const RoadmapField *field,
                                      const char         *language,
                                      const char         *value);
/* @position may be G_MAXUINT: after the last child. */
RoadmapEdit *roadmap_edit_new_insert (RoadmapItem        *parent,
                                      guint               position,
                                      RoadmapItem        *item);
RoadmapEdit *roadmap_edit_new_remove (RoadmapItem        *item);
RoadmapEdit *roadmap_edit_new_move   (RoadmapItem        *item,
                                      RoadmapItem        *new_parent,
                                      guint               new_position);
/* The edit that takes @edit back. */
RoadmapEdit *roadmap_edit_invert     (const RoadmapEdit  *edit);
RoadmapEdit *roadmap_edit_copy       (const RoadmapEdit  *edit);
void         roadmap_edit_free       (RoadmapEdit        *edit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapEdit, roadmap_edit_free)

G_END_DECLS
