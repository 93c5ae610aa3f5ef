/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What was changed in a form, over all of its fields in the order of editing, so that it can be taken back.  What is typed
 * without a pause, word by word, is one step, as in a text view. */

typedef struct _RoadmapFormHistory RoadmapFormHistory;

/* A field, by its number in the form, and its values; NULL is none. */
typedef struct
{
  guint  field;
  char  *old_value;
  char  *new_value;
} RoadmapFormChange;

RoadmapFormHistory *roadmap_form_history_new      (void);
void                roadmap_form_history_free     (RoadmapFormHistory *self);

/* A new step, which makes those that were undone unreachable.  @typed: the value is written letter by letter, so that the
 * change may join the step before it; @now is in microseconds. */
void                roadmap_form_history_add      (RoadmapFormHistory *self,
                                                   guint               field,
                                                   const char         *old_value,
                                                   const char         *new_value,
                                                   gboolean            typed,
                                                   gint64              now);
/* What the newest step has brought about in another field. */
void                roadmap_form_history_follow   (RoadmapFormHistory *self,
                                                   guint               field,
                                                   const char         *old_value,
                                                   const char         *new_value);

/* (transfer none) (element-type RoadmapFormChange): the step that is now undone or redone, what was changed by hand first;
 * NULL if there is none. */
const GArray       *roadmap_form_history_undo     (RoadmapFormHistory *self);
const GArray       *roadmap_form_history_redo     (RoadmapFormHistory *self);
gboolean            roadmap_form_history_can_undo (RoadmapFormHistory *self);
gboolean            roadmap_form_history_can_redo (RoadmapFormHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapFormHistory, roadmap_form_history_free)

G_END_DECLS
