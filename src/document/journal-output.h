/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The file of a journal on the disk (document/journal-text.h says what is in it), while it is written.
 *
 * It is locked (flock) from before it has its name until it is given up, so that a lock that can be had says that its
 * owner is gone.  Beside it stands what the edits begin from, ".base": the text in UTF-8.
 *
 * An error names the file; what could not be written waits for the next time. */

#define ROADMAP_JOURNAL_SUFFIX ".journal"
/* How long what was written may wait for being synced. */
#define ROADMAP_JOURNAL_DELAY  (300 * G_TIME_SPAN_MILLISECOND)

/* What the edits begin from. */
typedef struct
{
  char   *uri;     /* NULL while there is no file */
  GBytes *content; /* of the file; the same as @text if there is none */
  GBytes *text;
} RoadmapJournalBase;

/* Where the base of the journal at @path is kept, and what the names of all journals of a file begin with.
 * (transfer full) */
char                 *roadmap_journal_output_dup_base_path (const char                *path);
char                 *roadmap_journal_output_dup_prefix    (const char                *uri);

typedef struct _RoadmapJournalOutput RoadmapJournalOutput;

/* (transfer full): a new file in @folder, which is made if need be, with the records @texts, all of it on the disk.  Of
 * a roadmap that has no file the base is there first; any other comes with roadmap_journal_output_write(). */
RoadmapJournalOutput *roadmap_journal_output_new           (const char                *folder,
                                                            const RoadmapJournalBase  *base,
                                                            GPtrArray                 *texts,
                                                            GError                   **error);
/* Takes the file and its base away, unless they are to be kept, and gives up the lock. */
void                  roadmap_journal_output_free          (RoadmapJournalOutput      *self,
                                                            gboolean                   keep);

/* Adds a record, which waits to be written. */
void                  roadmap_journal_output_add           (RoadmapJournalOutput      *self,
                                                            const char                *text);
/* Writes what waits, and syncs what is due, or in a @hurry all.  When nothing is left to sync, the base is written,
 * once. */
gboolean              roadmap_journal_output_write         (RoadmapJournalOutput      *self,
                                                            const RoadmapJournalBase  *base,
                                                            gboolean                   hurry,
                                                            GError                   **error);
/* Whether it has anything to do now, and when (g_get_monotonic_time()) what it has written is due; 0: nothing is. */
gboolean              roadmap_journal_output_has_work      (const RoadmapJournalOutput *self,
                                                            gboolean                   hurry);
gint64                roadmap_journal_output_get_due       (const RoadmapJournalOutput *self);

G_END_DECLS
