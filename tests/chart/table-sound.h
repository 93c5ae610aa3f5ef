/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/table-layout.h"

G_BEGIN_DECLS

/* A table of @charts, RoadmapItem, laid out as on paper with 13 points at the step BODY. */
RoadmapSheet *table_lay_out       (Roadmap      *roadmap,
                                   GPtrArray    *charts,
                                   const char   *language,
                                   double        width);

/* What must be true of every table, however narrow it is: each roadblock, measure, bar, … of @charts stands there once, with
 * all its words; cells do not lie over each other, have edges all around, and hold their words; no line begins or ends where
 * it must not. */
void          table_assert_sound  (Roadmap      *roadmap,
                                   RoadmapSheet *sheet,
                                   GPtrArray    *charts,
                                   const char   *language);
/* The cells of measures and addressed items lie beside the roadblocks they belong to, bars beside their measures. */
void          table_assert_beside (Roadmap      *roadmap,
                                   RoadmapSheet *sheet,
                                   GPtrArray    *charts);

G_END_DECLS
