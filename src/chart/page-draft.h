/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/page-frame.h"

G_BEGIN_DECLS

/* For pages.c: all charts laid out in one size of text, and where their pages end. */

/* A chart while it is put on pages.
 *
 *   title                  part, edition     ┐ top
 *   ┌──────┬──────┬──────┐                   ┘
 *   │      │ 2020 │ 2021 │                   ┐ head
 *   ├──────┼──────┴──────┤                   ┘
 *   │ ①    │ ▭▭▭▭▭       │                     rows, from one break to another
 *   └──────┴─────────────┘
 *   legend
 *   ─────────────────────
 *   source                          n / N    } foot
 */
typedef struct
{
  RoadmapItem     *chart;
  RoadmapSwimlane *swimlane;
  double           rows_y;
  double           rows_after; /* where rows and legend must end */
  GArray          *ends;       /* double: the breaks with which the pages end */
} RoadmapPageLayout;

/* All charts in one size of text. */
typedef struct
{
  RoadmapPageFrame  frame;
  GPtrArray        *layouts; /* RoadmapPageLayout */
  guint             n_pages;
  gboolean          fits;    /* no line of bars is higher than a page */
} RoadmapPageDraft;

/* (transfer full): the draft with the largest text that needs as few pages as can be.  @options must outlive it. */
RoadmapPageDraft *roadmap_page_draft_choose        (const RoadmapPagesOptions *options);
void              roadmap_page_draft_free          (RoadmapPageDraft          *self);

/* (transfer full): the legend to the rows between two breaks, and the space above it. */
RoadmapScene     *roadmap_page_draft_create_legend (const RoadmapPageDraft    *self,
                                                    const RoadmapPageLayout   *layout,
                                                    double                     from,
                                                    double                     to);
double            roadmap_page_draft_get_legend_gap (const RoadmapPageDraft   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapPageDraft, roadmap_page_draft_free)

G_END_DECLS
