/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/scene.h"
#include "chart/swimlane-options.h"

G_BEGIN_DECLS

/* The swimlane timeline, all of it: lanes below each other, their bars on one time axis.  For paper, which shows
 * everything; a screen lays out what comes into view with chart/swimlane-sheet.h.
 *
 *   corner │ years            corner and years stay at the top when the body scrolls down, names and corner at the left
 *   ───────┼──────            when it scrolls right: four scenes, each with its own origin.
 *   names  │ body
 *
 * Bars of a lane are packed into lines: a bar stands in the first line where it is free for the bar's time, the steps
 * of a chain (`after`) one behind the other where that can be.  Every text is whole: a line grows with its longest
 * text. */

typedef struct _RoadmapSwimlane RoadmapSwimlane;

RoadmapSwimlane          *roadmap_swimlane_new         (const RoadmapSwimlaneOptions *options);
RoadmapSwimlane          *roadmap_swimlane_ref         (RoadmapSwimlane              *self);
void                      roadmap_swimlane_unref       (RoadmapSwimlane              *self);

/* (transfer none) */
RoadmapScene             *roadmap_swimlane_get_corner  (RoadmapSwimlane              *self);
RoadmapScene             *roadmap_swimlane_get_years   (RoadmapSwimlane              *self);
/* The groups of names are the lanes. */
RoadmapScene             *roadmap_swimlane_get_names   (RoadmapSwimlane              *self);
/* The groups of the body are the bars and milestones, one each. */
RoadmapScene             *roadmap_swimlane_get_body    (RoadmapSwimlane              *self);

const RoadmapAxis        *roadmap_swimlane_get_axis    (RoadmapSwimlane              *self);
/* The unit of the second row of heads, to which dragging snaps well. */
RoadmapUnit               roadmap_swimlane_get_unit    (RoadmapSwimlane              *self);

guint                     roadmap_swimlane_get_n_rows  (RoadmapSwimlane              *self);
const RoadmapSwimlaneRow *roadmap_swimlane_get_row     (RoadmapSwimlane              *self,
                                                        guint                         index);
/* The row at @y of the body, or NULL. */
const RoadmapSwimlaneRow *roadmap_swimlane_find_row    (RoadmapSwimlane              *self,
                                                        double                        y);

/* Pages.  Heights in the body, ascending, where a page may end: between rows and between lines, the last being the
 * height of the body. */
const double             *roadmap_swimlane_get_breaks  (RoadmapSwimlane              *self,
                                                        guint                        *n_breaks);
/* Adds corner and years to @scene with the top left corner at (@x, @y). */
void                      roadmap_swimlane_add_head    (RoadmapSwimlane              *self,
                                                        RoadmapScene                 *scene,
                                                        double                        x,
                                                        double                        y);
/* Adds names and body from @from to @to, two breaks or 0, with the top left corner at (@x, @y).  A row that began
 * before @from has its name again, marked as continued. */
void                      roadmap_swimlane_add_rows    (RoadmapSwimlane              *self,
                                                        RoadmapScene                 *scene,
                                                        double                        x,
                                                        double                        y,
                                                        double                        from,
                                                        double                        to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapSwimlane, roadmap_swimlane_unref)

G_END_DECLS
