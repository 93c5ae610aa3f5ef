/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"
#include "chart/sheet.h"
#include "chart/swimlane-options.h"

G_BEGIN_DECLS

/* How far the whole roadmap is, on a page: a sheet with
 *
 *   figures  24 bars   6 closed (25 %)   3 overdue   15 with a record for FY2021
 *   ▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒▒▒▒▒▒▒░░░░░░░░░   all bars by their status, and what the letters mean
 *   ────────────────────────────────────────────────────────────────────────
 *   charts, their stages and lanes, then categories: a bar and figures in each row
 *   ────────────────────────────────────────────────────────────────────────
 *   what is overdue and since when, what has come further since the year before
 *
 * Pieces of bars are told apart by letter, pattern and how dark they are as well as by colour, and by their place.
 *
 * As long as nobody has recorded a status, bars are divided by what is known instead: whether by plan they are still to
 * come, under way or ended; and words say so. */

typedef struct
{
  Roadmap         *roadmap;
  GPtrArray       *charts;    /* RoadmapItem */
  const char      *language;  /* of the content */
  double           width;     /* of all; the body becomes wider if its columns need more */
  int              year;      /* to report on, as for roadmap_choose_followup_year() */
  const GDate     *today;     /* (nullable): nothing is overdue */
  RoadmapMeasure  *measure;
  gboolean         paged;     /* heads are repeated on each page, and items lead to where they stand; else they are groups
                               * of their own */
  RoadmapShowFunc  show;      /* (nullable): all; asked for bars */
  gpointer         show_data;
} RoadmapProgressOptions;

#define ROADMAP_TYPE_PROGRESS_SHEET (roadmap_progress_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapProgressSheet, roadmap_progress_sheet, ROADMAP, PROGRESS_SHEET, RoadmapSheet)

RoadmapSheet *roadmap_progress_sheet_new (const RoadmapProgressOptions *options);

/* (transfer container): the bars that the row of @item counts: those in a chart, stage or lane that are shown, or of all
 * charts those that a category has. */
GPtrArray    *roadmap_progress_list_counted (const RoadmapProgressOptions *options,
                                          RoadmapItem                  *item);
/* Whether there is any bar to count. */
gboolean      roadmap_progress_has_bars  (const RoadmapProgressOptions *options);
/* (transfer full): "進捗状況（令和3年度）" · "Progress (FY2021)". */
char         *roadmap_progress_dup_title (const RoadmapProgressOptions *options);

G_END_DECLS
