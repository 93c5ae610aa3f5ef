/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* What was done to a roadmap, in named steps that can be undone and redone.
 *
 * A step: roadmap_history_begin(), any number of roadmap_apply(), then roadmap_history_commit() – or
 * roadmap_history_rollback(), which leaves no trace.  An edit applied outside a step is a step of its own without a name.
 *
 * Properties, all notified: "can-undo", "can-redo" (boolean), "undo-name", "redo-name" (string, NULL if there is none),
 * "modified" (boolean: the roadmap differs from the last roadmap_history_mark_saved()).
 *
 * Signals, with which one can keep a record of all that was done:
 *
 * "edited" (RoadmapHistory *self, RoadmapEdit *edit): an edit was carried out, in a step, outside one, or as part of an
 * undo, a redo or a roll-back, which announce the inverse edits.
 * "stepped" (RoadmapHistory *self, int type, const char *name): the edits announced since the last of these two signals
 * are a whole step, and the properties say so already.  @type is a RoadmapStepType; @name is that of the step or NULL.
 * It comes once for each step that did something: after roadmap_history_commit(), undo and redo, and after an edit
 * outside a step.
 * "rolled-back" (RoadmapHistory *self): the edits announced since the last of these two signals come to nothing. */

typedef enum
{
  ROADMAP_STEP_DONE,
  ROADMAP_STEP_UNDONE,
  ROADMAP_STEP_REDONE,
} RoadmapStepType;

#define ROADMAP_TYPE_HISTORY (roadmap_history_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapHistory, roadmap_history, ROADMAP, HISTORY, GObject)

RoadmapHistory *roadmap_history_new           (Roadmap         *roadmap);
Roadmap        *roadmap_history_get_roadmap   (RoadmapHistory  *self);

/* @name says what the step does, for "Undo …", already translated. */
void            roadmap_history_begin         (RoadmapHistory  *self,
                                               const char      *name);
/* Ends the step if all items it touched pass roadmap_check(); otherwise takes the whole step back and fails. */
gboolean        roadmap_history_commit        (RoadmapHistory  *self,
                                               GError         **error);
void            roadmap_history_rollback      (RoadmapHistory  *self);
/* Makes one step, with the name of the older, of the two that were done last: for keys that are pressed again and again, so
 * that one undo takes them all back.  Changes nothing in the roadmap.  FALSE: there are no two, or the file holds what lies
 * between them, which an undo must lead back to. */
gboolean        roadmap_history_join          (RoadmapHistory  *self);

/* Do nothing when there is nothing to undo or redo. */
void            roadmap_history_undo          (RoadmapHistory  *self);
void            roadmap_history_redo          (RoadmapHistory  *self);

gboolean        roadmap_history_get_can_undo  (RoadmapHistory  *self);
gboolean        roadmap_history_get_can_redo  (RoadmapHistory  *self);
const char     *roadmap_history_get_undo_name (RoadmapHistory  *self);
const char     *roadmap_history_get_redo_name (RoadmapHistory  *self);

/* The roadmap as it is now is what the file holds. */
void            roadmap_history_mark_saved    (RoadmapHistory  *self);
/* The file holds something that no undo leads to. */
void            roadmap_history_mark_unsaved  (RoadmapHistory  *self);
/* What the roadmap is now is on its way into the file; until it is there it counts as modified.  The end says whether it has
 * come there, whatever was done to the roadmap since. */
void            roadmap_history_begin_saving  (RoadmapHistory  *self);
void            roadmap_history_end_saving    (RoadmapHistory  *self,
                                               gboolean         saved);
gboolean        roadmap_history_get_modified  (RoadmapHistory  *self);

G_END_DECLS
