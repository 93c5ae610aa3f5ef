/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Follow-ups: the dated records of progress that stand in bars and measures, by the year they report on.
 *
 * A year is a number by the calendar of the chart an item stands in: 2021 is FY2021 in a fiscal chart.  A record that does
 * not say its year reports on the one its date lies in. */

/* The year that @followup reports on. */
int          roadmap_followup_get_year       (Roadmap     *roadmap,
                                              RoadmapItem *followup);
/* The record whose words @followup shows: itself, or what it repeats (再掲) if it has no words of its own. */
RoadmapItem *roadmap_followup_get_source     (Roadmap     *roadmap,
                                              RoadmapItem *followup);
/* (transfer container): the records of a bar or measure about @year, the oldest first. */
GPtrArray   *roadmap_list_followups          (Roadmap     *roadmap,
                                              RoadmapItem *item,
                                              int          year);
/* (transfer container): all that were recorded in an item itself, the newest first; of one day, the one recorded last. */
GPtrArray   *roadmap_list_all_followups      (RoadmapItem *item);
/* A year by the calendar of the chart that is reported on. */
typedef struct
{
  int             year;
  RoadmapCalendar calendar;
} RoadmapYear;

/* (transfer full): RoadmapYear, those that any record reports on, the newest first.  Of one number there is one: charts with
 * different calendars share it, by that of the first record. */
GArray      *roadmap_list_followup_years     (Roadmap     *roadmap);
/* Whether there is one about @year, in the item or, of a bar, in one of its measures. */
gboolean     roadmap_has_followup            (Roadmap     *roadmap,
                                              RoadmapItem *item,
                                              int          year);

/* A year to look at. */
typedef struct
{
  int year;
  int last; /* the newest that any record reports on; 0 if there is no record */
} RoadmapFollowupYear;

/* @year if it is one; of 0, the newest that any record reports on; failing that, the year that @today lies in, or without
 * it the first of the first chart. */
RoadmapFollowupYear roadmap_choose_followup_year (Roadmap      *roadmap,
                                              int           year,
                                              const GDate  *today);

/* How far a bar or measure was at the end of the year, or NULL if that is not known.  If no record reports on a later one,
 * it is how far it is now, as roadmap_find_status(); else what its last record until then says, or failing that the last
 * of its measures'. */
RoadmapItem *roadmap_get_status_of_year      (Roadmap                   *roadmap,
                                              RoadmapItem               *item,
                                              const RoadmapFollowupYear *year);

G_END_DECLS
