/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/followup.h"

G_BEGIN_DECLS

/* How far bars are in a year, counted for a summary of progress.
 *
 * For the newest year with records, and later ones, that is as of today; for earlier years, as of their end. */

/* Where a bar lies by its span, whatever was recorded. */
typedef enum
{
  ROADMAP_PHASE_BEFORE, /* it has not begun */
  ROADMAP_PHASE_DURING,
  ROADMAP_PHASE_AFTER,  /* it has ended; one that is open never does */
} RoadmapPhase;

#define ROADMAP_N_PHASES (ROADMAP_PHASE_AFTER + 1)

/* What is asked about bars. */
typedef struct
{
  Roadmap            *roadmap;   /* not owned */
  RoadmapFollowupYear year;
  RoadmapMonth        month;     /* as of this one; 0: not known, so that nothing has a phase or is overdue */
  GPtrArray          *statuses;  /* the vocabulary, in the order of the file; owned */
} RoadmapProgressAsk;

/* @year as for roadmap_choose_followup_year(); @today (nullable). */
void         roadmap_progress_ask_init       (RoadmapProgressAsk       *self,
                                              Roadmap                  *roadmap,
                                              int                       year,
                                              const GDate              *today);
void         roadmap_progress_ask_clear      (RoadmapProgressAsk       *self);

/* How far @bar is; NULL if that is not known. */
RoadmapItem *roadmap_progress_ask_status     (const RoadmapProgressAsk *self,
                                              RoadmapItem              *bar);
/* The same a year before; NULL also if no record reports on that year or one before. */
RoadmapItem *roadmap_progress_ask_status_before (const RoadmapProgressAsk *self,
                                              RoadmapItem              *bar);
/* Whether any record of the roadmap reports on an earlier year, so that a change can be told. */
gboolean     roadmap_progress_ask_knows_before (const RoadmapProgressAsk *self);
/* FALSE if the bar has no span or the month is not known. */
gboolean     roadmap_progress_ask_phase      (const RoadmapProgressAsk *self,
                                              RoadmapItem              *bar,
                                              RoadmapPhase             *phase);
/* Whether the bar has ended though no status says that nothing is left to do; @since (out): the first month after it. */
gboolean     roadmap_progress_ask_overdue    (const RoadmapProgressAsk *self,
                                              RoadmapItem              *bar,
                                              RoadmapMonth             *since);

/* Counts of bars.  {0} is none. */
typedef struct
{
  guint   n_bars;
  guint   n_closed;   /* with nothing left to do */
  guint   n_overdue;
  guint   n_recorded; /* with a record about the year, their own or their measure's */
  guint   n_in_phase[ROADMAP_N_PHASES];
  GArray *n_of_status; /* guint, as the statuses asked for, last those without one; owned */
} RoadmapProgress;

void         roadmap_progress_add            (RoadmapProgress          *self,
                                              const RoadmapProgressAsk *ask,
                                              RoadmapItem              *bar);
/* The bars of the status @index of those asked for; of the one behind the last: the bars without one. */
guint        roadmap_progress_get            (const RoadmapProgress    *self,
                                              guint                     index);
void         roadmap_progress_clear          (RoadmapProgress          *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RoadmapProgressAsk, roadmap_progress_ask_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RoadmapProgress, roadmap_progress_clear)

G_END_DECLS
