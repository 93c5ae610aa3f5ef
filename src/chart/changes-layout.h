/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"
#include "chart/sheet.h"
#include "chart/swimlane-options.h"
#include "model/roadmap.h"

G_BEGIN_DECLS

/* What has changed between two versions of a roadmap, as it is published beside the new text (新旧対照表): a sheet with a
 * row for each item that is not as it was.
 *
 *   revised: 2, added: 1
 *   item      │ what  │ before               │ now
 *   ──────────┴───────┴──────────────────────┴─────────────────────
 *   Chart › ① Stage
 *   ──────────┬───────┬──────────────────────┬─────────────────────
 *   bar       │ title │ review               │ thorough review          what went is struck, what came underlined
 *   Review    ├───────┼──────────────────────┼─────────────────────
 *             │ span  │ FY2020               │ FY2020 to FY2021
 *   ──────────┼───────┼──────────────────────┼─────────────────────
 *   bar       │ added │ (added)              │ training …
 *
 * In a narrow sheet item and what stand over the two versions.  If nothing has changed, the one row says so.
 *
 * Its groups are the items, downwards in one lane; what was removed is an item of the older version. */

typedef struct
{
  Roadmap         *roadmap;
  Roadmap         *since;      /* the older version */
  const char      *language;   /* of the content */
  double           width;      /* pixels or points */
  RoadmapMeasure  *measure;
  gboolean         paged;      /* for paper: items are the names of rows, which stand again, with what they are in, where
                                * a page begins; needs room for columns */
  RoadmapShowFunc  show;       /* (nullable): all; only asked during …_new(), for items of the newer version: of what
                                * was removed, for what it stood in */
  gpointer         show_data;
} RoadmapChangesOptions;

#define ROADMAP_TYPE_CHANGES_LAYOUT (roadmap_changes_layout_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapChangesLayout, roadmap_changes_layout, ROADMAP, CHANGES_LAYOUT, RoadmapSheet)

/* Fails as roadmap_diff() does, if they are not versions of one roadmap. */
RoadmapSheet *roadmap_changes_layout_new    (const RoadmapChangesOptions *options,
                                             GError                     **error);

/* (transfer full): "Changes since 18 June 2020", the day of the last edition in the older version, or since @since_name
 * (nullable). */
char         *roadmap_changes_dup_title     (Roadmap                     *since,
                                             const char                  *since_name,
                                             const char                  *language);

G_END_DECLS
