/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/journal-output.h"

G_BEGIN_DECLS

/* Writes a journal into its file (document/journal-output.h), in a thread of its own: nobody who edits waits for the
 * disk.
 *
 * There is no file before the first record.  Each record is written at once and is on the disk, synced,
 * ROADMAP_JOURNAL_DELAY after it came at the latest, if the disk is quick: the time counts from the first record that
 * waits.
 *
 * What fails – the disk is full, the folder cannot be written – is tried again every few seconds. */

typedef struct _RoadmapJournalFile RoadmapJournalFile;

/* Called by the journal's thread: what is wrong, or with NULL that all is well again. */
typedef void (*RoadmapJournalStateFunc) (const GError *error,
                                         gpointer      user_data);

RoadmapJournalFile *roadmap_journal_file_new     (const char               *folder,
                                                  const RoadmapJournalBase *base,
                                                  RoadmapJournalStateFunc   state,
                                                  gpointer                  user_data);
/* Takes the file away. */
void                roadmap_journal_file_free    (RoadmapJournalFile       *self);
/* Leaves the file as an end of the program would. */
void                roadmap_journal_file_abandon (RoadmapJournalFile       *self);

/* Adds a record with this text. */
void                roadmap_journal_file_append  (RoadmapJournalFile       *self,
                                                  const char               *text);
/* Adds that the file is about to become what @checksum is of, and waits until that is on the disk, or cannot be.  From
 * any thread. */
void                roadmap_journal_file_note_saving (RoadmapJournalFile   *self,
                                                      const char           *checksum);
/* The file has become that: the journal begins anew with what came after the note, or goes. */
void                roadmap_journal_file_restart (RoadmapJournalFile       *self,
                                                  const RoadmapJournalBase *base);
/* Waits until all is on the disk.  Fails with the error that it met last. */
gboolean            roadmap_journal_file_flush   (RoadmapJournalFile       *self,
                                                  GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapJournalFile, roadmap_journal_file_free)

G_END_DECLS
