/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/document.h"
#include "model/history.h"

G_BEGIN_DECLS

/* Keeps what is done to a document in a file beside the user's state, so that nothing is lost when the program or the
 * machine goes down: each step, undo and redo is on the disk within a second (document/journal-file.h).  What an
 * earlier run has left is found by document/orphan.h.
 *
 * There is no file while nothing was done since the document was opened or saved.  When the document is saved the
 * journal begins anew.  It goes with the object, which is what a window does that is closed: what is left unsaved then
 * was to be.
 *
 * Signal "state" (RoadmapJournal *self, const char *message): once when the journal cannot be written, with the reason,
 * and once with NULL when it can be again. */

#define ROADMAP_TYPE_JOURNAL (roadmap_journal_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapJournal, roadmap_journal, ROADMAP, JOURNAL, GObject)

/* The folder of this user's journals.  (transfer full) */
char           *roadmap_journal_dup_folder  (void);

/* @history is that of the document's roadmap; what is in it already was done before.  The files go to @folder, which is
 * made when it is needed. */
RoadmapJournal *roadmap_journal_new         (RoadmapDocument  *document,
                                             RoadmapHistory   *history,
                                             const char       *folder);
/* Waits until all that was done is on the disk.  Fails with G_IO_ERROR. */
gboolean        roadmap_journal_flush       (RoadmapJournal   *self,
                                             GError          **error);
/* Leaves the file where it is and stops, as if the program had gone down. */
void            roadmap_journal_abandon     (RoadmapJournal   *self);

G_END_DECLS
