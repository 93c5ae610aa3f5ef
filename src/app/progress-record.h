/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/history.h"

G_BEGIN_DECLS

/* A record of progress: what was filled in about a bar or measure, and how it comes into the roadmap. */
typedef struct
{
  Roadmap     *roadmap;  /* not owned */
  RoadmapItem *item;     /* not owned; a bar or measure of @roadmap */
  RoadmapItem *status;   /* not owned; the item's from now on, NULL: none */
  GDate        date;     /* not valid if what was entered is no day */
  int          year;     /* the year that is reported on, by the calendar of the item's chart */
  char        *progress; /* these may be NULL */
  char        *plan;
  char        *meeting;
  char        *author;
  char        *evidence;
} RoadmapProgressRecord;

void     roadmap_progress_record_clear          (RoadmapProgressRecord        *record);
/* Makes the texts, as they were entered, what a file holds: no space around them, no line breaks in what is a single
 * line, NULL instead of nothing. */
void     roadmap_progress_record_tidy           (RoadmapProgressRecord        *record);

/* Whether there is nothing to record: date, year and author alone say nothing about the item. */
gboolean roadmap_progress_record_is_empty       (const RoadmapProgressRecord  *record);
/* Whether the evidence is none or a web address. */
gboolean roadmap_progress_record_evidence_opens (const RoadmapProgressRecord  *record);

/* Adds the follow-up and sets the status, if it is another, as one step of @history, which belongs to the record's
 * roadmap.  The date is valid.  Fails with what the roadmap refuses, and leaves no trace then. */
gboolean roadmap_progress_record_save           (const RoadmapProgressRecord  *record,
                                                 RoadmapHistory               *history,
                                                 GError                      **error);

/* Reads a day as people type it: YYYY-MM-DD, also in full width and with slashes or dots. */
gboolean roadmap_progress_record_read_date      (const char                   *entered,
                                                 GDate                        *date);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RoadmapProgressRecord, roadmap_progress_record_clear)

G_END_DECLS
