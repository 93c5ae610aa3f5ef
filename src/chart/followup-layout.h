/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"
#include "chart/sheet.h"
#include "chart/swimlane-options.h"

G_BEGIN_DECLS

/* The table in which progress is reported year by year: a sheet with a row for each measure, with its bars.
 *
 *   ① IRB                                                        2/3
 *   measure                │ progress in FY2021     │ plans
 *   ───────────────────────┼────────────────────────┼────────────────
 *   【…】B・C
 *   review of the guidelines
 *     完 amend them Q1–Q3  │ 30 March · 9th meeting │
 *                          │ ○ amended              │ ○ guidance
 *                          │   ・ one review for all │
 *     make them known      │ no record              │
 *
 * The name of the stage or lane stands in the heads, so that it is repeated on each page; within it, measures stand under
 * the roadblocks they serve.  What serves several is reported once, and elsewhere there is a reference (再掲) that leads to
 * it; so is a record that repeats another.  The chip of a status says how far the item was in the year.
 *
 * Groups: roadblocks, measures and bars, on paper also follow-ups; `line` counts the entries of a row. */

typedef struct
{
  Roadmap         *roadmap;
  GPtrArray       *tops;      /* RoadmapItem, stages and lanes; those after the first have a band with heads */
  const char      *language;  /* of the content */
  double           width;     /* of all; the body becomes wider if its columns need more */
  int              year;      /* to report on, as for roadmap_choose_followup_year() */
  const GDate     *today;     /* (nullable) */
  RoadmapMeasure  *measure;
  gboolean         paged;     /* records are groups of their own, so that references lead to them; else they are part of
                               * what they are about, which is selected as a whole */
  RoadmapShowFunc  show;      /* (nullable): all; asked for roadblocks, measures and bars */
  gpointer         show_data;
} RoadmapFollowupOptions;

#define ROADMAP_TYPE_FOLLOWUP_SHEET (roadmap_followup_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapFollowupSheet, roadmap_followup_sheet, ROADMAP, FOLLOWUP_SHEET, RoadmapSheet)

RoadmapSheet *roadmap_followup_sheet_new (const RoadmapFollowupOptions *options);

/* Whether there is anything to report on in a stage or lane. */
gboolean      roadmap_followup_has_rows  (const RoadmapFollowupOptions *options,
                                          RoadmapItem                  *top);
/* (transfer full): "令和3年度フォローアップ" · "Follow-up for FY2021", by the calendar of the chart around @top. */
char         *roadmap_followup_dup_title (const RoadmapFollowupOptions *options,
                                          RoadmapItem                  *top);

G_END_DECLS
