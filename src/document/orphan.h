/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/document.h"
#include "model/history.h"

G_BEGIN_DECLS

/* A journal (document/journal.h) whose owner is gone: the program or the machine went down with work that was not
 * saved.
 *
 * As long as the object is there the journal is locked, so that no other window, process or user is offered it, and the
 * journal of a document that is open is never one. */

typedef struct _RoadmapOrphan RoadmapOrphan;

/* How it fits what the file holds now. */
typedef enum
{
  ROADMAP_ORPHAN_FITS,    /* there is work that can be done again on what is there */
  ROADMAP_ORPHAN_DONE,    /* all of it is in the file */
  ROADMAP_ORPHAN_CHANGED, /* the file holds something else than what the work began from: they can only be merged */
  ROADMAP_ORPHAN_LOST,    /* nothing can be read of it */
} RoadmapOrphanFit;

/* (transfer full): those of @file in @folder, or all of them if it is NULL, the newest first. */
GPtrArray        *roadmap_orphan_list            (const char       *folder,
                                                  GFile            *file);
/* Gives the journal up, which stays; or takes it away for good. */
void              roadmap_orphan_free            (RoadmapOrphan    *self);
void              roadmap_orphan_discard         (RoadmapOrphan    *self);

/* The file that was worked on; NULL if there was none yet, or it cannot be read which one. */
GFile            *roadmap_orphan_get_file        (RoadmapOrphan    *self);
/* When the last step was done, or failing that the journal was written. (transfer full), in local time. */
GDateTime        *roadmap_orphan_dup_time        (RoadmapOrphan    *self);
/* What of the journal cannot be restored and why, as a sentence; NULL: nothing is missing. */
const char       *roadmap_orphan_get_problem     (RoadmapOrphan    *self);

/* @content is what the file holds now, as roadmap_document_get_content() has it; NULL stands for what the work began
 * from. */
RoadmapOrphanFit  roadmap_orphan_get_fit         (RoadmapOrphan    *self,
                                                  GBytes           *content);
/* (transfer full): the names of the steps that are not in @content, in order; a step without a name is "".  What was
 * undone and redone is not among them more often than it stands.  All steps if @content does not fit. */
GStrv             roadmap_orphan_list_steps      (RoadmapOrphan    *self,
                                                  GBytes           *content);

/* Does what is not in @content again, step by step, on the roadmap of @history, which must be what @content holds.  All
 * of it is checked: the first step that cannot be done, or does not find what it found then, is not done and none after
 * it.  Returns how many were; @error is set if these are not all. */
guint             roadmap_orphan_replay          (RoadmapOrphan    *self,
                                                  GBytes           *content,
                                                  Roadmap          *roadmap,
                                                  RoadmapHistory   *history,
                                                  GError          **error);
/* (transfer full): what the work began from: with NULL for @content, all of it can be done again on this.  Fails with
 * ROADMAP_ERROR_CHANGED if it was not kept. */
Roadmap          *roadmap_orphan_read_base       (RoadmapOrphan    *self,
                                                  GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapOrphan, roadmap_orphan_free)

G_END_DECLS
