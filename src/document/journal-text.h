/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/history.h"

G_BEGIN_DECLS

/* What stands in a journal file: a line that says so, then records.
 *
 *     koteihyo-journal 1
 *     NUMBER LENGTH GUARD CHECKSUM
 *     TEXT
 *
 * NUMBER (from 0) and LENGTH (of TEXT, in bytes) are eight hexadecimal digits.  CHECKSUM is the SHA-256 of the checksum
 * before, NUMBER, LENGTH and TEXT, so that a record stands only where it was written; GUARD, eight digits, is of the
 * same without TEXT: a wrong LENGTH is not taken for an end that is missing.  TEXT ends with a line feed, which is not
 * counted.
 *
 * The first record is the head, the others are steps and saves:
 *
 *     file URI base CHECKSUM text CHECKSUM   of the file and of its text in UTF-8; URI is "-" or "=…" as in
 *                                            document/edit-text.h
 *     step TYPE TIME NAME                    and a line for each edit; TYPE is done, undone or redone
 *     saving CHECKSUM                        the file is about to become what this is of
 *
 * with a tab between the words. */

/* Where a journal is continued. */
typedef struct
{
  guint  number;       /* of the next record */
  char   checksum[65]; /* of the last one */
} RoadmapJournalChain;

typedef struct
{
  RoadmapStepType  type;
  gint64           time;  /* when it was done, in seconds since 1970 (UTC) */
  char            *name;  /* NULL if the step had none */
  char           **edits; /* as in document/edit-text.h */
  char            *saving; /* not NULL: no step, but what the file was about to become */
} RoadmapJournalRecord;

/* What can be read of a journal. */
typedef struct
{
  char      *uri;    /* of the file; NULL if there was none yet */
  char      *base;   /* SHA-256 of what the file held at the beginning, or of the text of a roadmap that had no file */
  char      *text;   /* the same of its text in UTF-8 */
  GPtrArray *records; /* RoadmapJournalRecord */
  gboolean   torn;   /* what was written last is not complete, and was passed over */
  GError    *damage; /* NULL, or why nothing was read from a certain place on: a sentence */
} RoadmapJournalText;

/* The first bytes of a journal: the first line and the head.  @chain is set to where it goes on. */
void                roadmap_journal_text_begin         (GString             *out,
                                                        RoadmapJournalChain *chain,
                                                        const char          *uri,
                                                        const char          *base,
                                                        const char          *text);
/* Appends a record with this text, which one of the following has made. */
void                roadmap_journal_text_append        (GString             *out,
                                                        RoadmapJournalChain *chain,
                                                        const char          *text);
/* (transfer full): @edits is the lines of the edits, each ended by a line feed. */
char               *roadmap_journal_text_create_step   (RoadmapStepType      type,
                                                        gint64               time,
                                                        const char          *name,
                                                        const char          *edits);
char               *roadmap_journal_text_create_saving (const char          *checksum);

/* (transfer full): all that is whole from the beginning of @bytes on.  Fails with ROADMAP_ERROR_FORMAT if there is not
 * even a head: it is no journal, is damaged at once, or comes from a newer version; or with ROADMAP_ERROR_SYNTAX if it
 * ends before the head does, which means that nothing was recorded yet.  @name is what messages call it. */
RoadmapJournalText *roadmap_journal_text_parse         (GBytes              *bytes,
                                                        const char          *name,
                                                        GError             **error);
void                roadmap_journal_text_free          (RoadmapJournalText  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapJournalText, roadmap_journal_text_free)

G_END_DECLS
