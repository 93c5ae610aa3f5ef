/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/followup-layout.h"
#include "chart/progress-layout.h"

/* What must be true of every sheet of records, however narrow it is. */

/* (transfer full): the follow-up table of all stages and lanes of @charts, as on paper with 13 points at the step BODY. */
RoadmapSheet *record_lay_out_followups  (Roadmap      *roadmap,
                                         const char   *language,
                                         double        width,
                                         int           year);
/* (transfer full): the summary of all charts in force, as of @today (nullable). */
RoadmapSheet *record_lay_out_progress   (Roadmap      *roadmap,
                                         const char   *language,
                                         double        width,
                                         int           year,
                                         const GDate  *today,
                                         gboolean      paged);
/* No words lie over others or leave the sheet; links lie on words; every line begins and ends where it may. */
void          record_assert_sound       (RoadmapSheet *sheet);
/* Every measure and bar of the charts in force stands there once, with its title, and every record of the year with all its
 * words or with what it repeats. */
void          record_assert_complete    (Roadmap      *roadmap,
                                         RoadmapSheet *sheet,
                                         const char   *language,
                                         int           year);
/* Every chart, stage and lane in force has its row, and everything that is overdue or has changed its line. */
void          record_assert_summary     (Roadmap      *roadmap,
                                         RoadmapSheet *sheet,
                                         const char   *language,
                                         int           year,
                                         const GDate  *today);
