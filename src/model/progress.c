/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/progress.h"

#include "model/status.h"

/* The first month after the year asked about. */
static RoadmapMonth
get_month_after (const RoadmapProgressAsk *self)
{
  g_autoptr (GPtrArray) charts = roadmap_list (self->roadmap, NULL, "chart");
  RoadmapItem *item = charts->len > 0 ? g_ptr_array_index (charts, 0) : roadmap_get_root (self->roadmap);
  gboolean fiscal = roadmap_get_calendar (self->roadmap, item) == ROADMAP_CALENDAR_FISCAL;

  return (self->year.year + 1) * 12 + (fiscal ? roadmap_get_fiscal_start (self->roadmap) - 1 : 0);
}

void
roadmap_progress_ask_init (RoadmapProgressAsk *self,
                           Roadmap            *roadmap,
                           int                 year,
                           const GDate        *today)
{
  *self = (RoadmapProgressAsk) {
    .roadmap = roadmap,
    .year = roadmap_choose_followup_year (roadmap, year, today),
    .statuses = roadmap_list (roadmap, NULL, "status"),
  };
  if (self->year.year < self->year.last)
    self->month = get_month_after (self);
  else if (today != NULL)
    self->month = roadmap_month_of_date (today);
}

void
roadmap_progress_ask_clear (RoadmapProgressAsk *self)
{
  g_clear_pointer (&self->statuses, g_ptr_array_unref);
}

RoadmapItem *
roadmap_progress_ask_status (const RoadmapProgressAsk *self,
                             RoadmapItem              *bar)
{
  return roadmap_get_status_of_year (self->roadmap, bar, &self->year);
}

gboolean
roadmap_progress_ask_knows_before (const RoadmapProgressAsk *self)
{
  g_autoptr (GPtrArray) followups = roadmap_list (self->roadmap, NULL, "followup");

  for (guint i = 0; i < followups->len; i++)
    if (roadmap_followup_get_year (self->roadmap, g_ptr_array_index (followups, i)) < self->year.year)
      return TRUE;
  return FALSE;
}

RoadmapItem *
roadmap_progress_ask_status_before (const RoadmapProgressAsk *self,
                                    RoadmapItem              *bar)
{
  /* What is known now does not say how far it was then. */
  RoadmapFollowupYear before = { self->year.year - 1, MAX (self->year.last, self->year.year) };

  return roadmap_get_status_of_year (self->roadmap, bar, &before);
}

gboolean
roadmap_progress_ask_phase (const RoadmapProgressAsk *self,
                            RoadmapItem              *bar,
                            RoadmapPhase             *phase)
{
  RoadmapSpan span;

  if (self->month == 0 || !roadmap_get_span (self->roadmap, bar, &span))
    return FALSE;
  if (self->month < roadmap_span_get_first (&span))
    *phase = ROADMAP_PHASE_BEFORE;
  else if (span.open || self->month < roadmap_span_get_after (&span))
    *phase = ROADMAP_PHASE_DURING;
  else
    *phase = ROADMAP_PHASE_AFTER;
  return TRUE;
}

static gboolean
is_closed (RoadmapItem *status)
{
  return status != NULL && roadmap_item_get_boolean (status, "closed");
}

gboolean
roadmap_progress_ask_overdue (const RoadmapProgressAsk *self,
                              RoadmapItem              *bar,
                              RoadmapMonth             *since)
{
  RoadmapPhase phase;
  RoadmapSpan span;

  if (!roadmap_progress_ask_phase (self, bar, &phase) || phase != ROADMAP_PHASE_AFTER ||
      is_closed (roadmap_progress_ask_status (self, bar)) || !roadmap_get_span (self->roadmap, bar, &span))
    return FALSE;
  *since = roadmap_span_get_after (&span);
  return TRUE;
}

/* Counts */

static guint
find_index (const RoadmapProgressAsk *ask,
            RoadmapItem              *status)
{
  guint index = ask->statuses->len;

  if (status != NULL)
    g_ptr_array_find (ask->statuses, status, &index);
  return index;
}

void
roadmap_progress_add (RoadmapProgress          *self,
                      const RoadmapProgressAsk *ask,
                      RoadmapItem              *bar)
{
  RoadmapItem *status = roadmap_progress_ask_status (ask, bar);
  RoadmapMonth since;
  RoadmapPhase phase;

  if (self->n_of_status == NULL)
    {
      self->n_of_status = g_array_new (FALSE, TRUE, sizeof (guint));
      g_array_set_size (self->n_of_status, ask->statuses->len + 1);
    }
  self->n_bars++;
  g_array_index (self->n_of_status, guint, find_index (ask, status))++;
  self->n_closed += is_closed (status);
  self->n_recorded += roadmap_has_followup (ask->roadmap, bar, ask->year.year);
  self->n_overdue += roadmap_progress_ask_overdue (ask, bar, &since);
  if (roadmap_progress_ask_phase (ask, bar, &phase))
    self->n_in_phase[phase]++;
}

guint
roadmap_progress_get (const RoadmapProgress *self,
                      guint                  index)
{
  return self->n_of_status != NULL && index < self->n_of_status->len ? g_array_index (self->n_of_status, guint, index) : 0;
}

void
roadmap_progress_clear (RoadmapProgress *self)
{
  g_clear_pointer (&self->n_of_status, g_array_unref);
}
