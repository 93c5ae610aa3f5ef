/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/bar-place.h"

G_BEGIN_DECLS

/* For swimlane-sheet.c: the bars and milestones of one lane, packed into lines. */

typedef struct
{
  double y; /* from the top of the lane */
  double height;
} RoadmapLine;

typedef struct
{
  GArray *places; /* RoadmapBarPlace, in the order of the file */
  GArray *lines;  /* RoadmapLine */
  double  height; /* with the margins above and below; 0 without lines */
  RoadmapItem *hue_lane; /* (not owned) (nullable): what `hue` was asked for last */
  guint32      hue;
} RoadmapLaneBars;

/* The bars and milestones directly in @lane that are shown. */
RoadmapLaneBars *roadmap_lane_bars_new            (const RoadmapSwimlaneOptions *options,
                                                   RoadmapItem                  *lane);
/* These bars and milestones, wherever they stand. */
RoadmapLaneBars *roadmap_lane_bars_new_for        (const RoadmapSwimlaneOptions *options,
                                                   GPtrArray                    *bars);
void             roadmap_lane_bars_free           (RoadmapLaneBars              *self);

/* Which lines to add to a scene, and where. */
typedef struct
{
  double x;          /* of the axis's first month */
  double y;          /* of the lane's upper edge */
  guint  first;      /* the first line */
  guint  after;      /* the first line no more */
  guint  lane;       /* the lane's index in the whole scene */
  guint  first_line; /* the index of its first line in the whole scene */
} RoadmapLanePart;

/* The arrows between steps that both stand in the part; they belong to the background. */
void             roadmap_lane_bars_add_connectors (RoadmapLaneBars              *self,
                                                   const RoadmapSwimlaneOptions *options,
                                                   RoadmapScene                 *scene,
                                                   const RoadmapLanePart        *part);
/* An arrow from the box of one step to that of the next, as @ink of @hue; @words_end is where the words to the right of the
 * first end, or the box. */
void             roadmap_lane_add_connector       (RoadmapScene                 *scene,
                                                   const RoadmapBarMetrics      *metrics,
                                                   const RoadmapRect            *from,
                                                   double                        words_end,
                                                   const RoadmapRect            *to,
                                                   RoadmapInk                    ink,
                                                   guint32                       hue);
/* Each bar and milestone as a group. */
void             roadmap_lane_bars_add_groups     (RoadmapLaneBars              *self,
                                                   const RoadmapSwimlaneOptions *options,
                                                   RoadmapScene                 *scene,
                                                   const RoadmapLanePart        *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapLaneBars, roadmap_lane_bars_free)

G_END_DECLS
