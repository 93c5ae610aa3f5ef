/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "timeline.h"

G_BEGIN_DECLS

/* A roadmap with everything a timeline can show, small enough for golden texts, and layouts of it. */
extern const char plan_text[];

/* plan_text with all titles three times as long. */
Roadmap         *plan_create_wordy  (void);

/* Opens an amendment of 25 March 2022 and revises every title and text of the charts and maps. */
void             plan_amend         (Roadmap     *roadmap);

/* (transfer container): the items with these ids, divided by spaces. */
GPtrArray       *plan_list          (Roadmap     *roadmap,
                                     const char  *ids);
/* @charts as for plan_list(); @width is that of the axis, in points, with 13 points at the step BODY; @today may be
 * NULL. */
Timeline *plan_lay_out       (Roadmap     *roadmap,
                                     const char  *charts,
                                     const char  *language,
                                     double       width,
                                     const GDate *today);

/* Compares @text with tests/chart/golden/NAME.txt and shows the lines that differ.  With KOTEIHYO_WRITE_GOLDEN set
 * in the environment the file is written instead: look at what git shows then. */
void             plan_assert_golden (const char  *name,
                                     const char  *text);

/* The scene's group of the item, which must be there. */
const RoadmapGroup *plan_get_group  (Roadmap      *roadmap,
                                     RoadmapScene *scene,
                                     const char   *id);
/* The first shape of this form in the group, or NULL. */
const RoadmapShape *plan_find_shape (RoadmapScene       *scene,
                                     const RoadmapGroup *group,
                                     RoadmapForm         form);

G_END_DECLS
