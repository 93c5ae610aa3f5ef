/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/filter-set.h"

G_BEGIN_DECLS

/* For view-state.c: the filter that is on, and what of the roadmap it shows.  All of it is shown while there is no filter or
 * no roadmap. */

typedef struct _RoadmapViewFilter RoadmapViewFilter;

RoadmapViewFilter *roadmap_view_filter_new         (void);
void               roadmap_view_filter_free        (RoadmapViewFilter *self);

/* (transfer none) (nullable) */
RoadmapFilter     *roadmap_view_filter_get         (RoadmapViewFilter *self);
/* What passes, or NULL. */
RoadmapFilterSet  *roadmap_view_filter_get_shown   (RoadmapViewFilter *self);

/* Without the values that the roadmap does not have.  Returns whether the filter is another one than before. */
gboolean           roadmap_view_filter_set         (RoadmapViewFilter *self,
                                                    RoadmapFilter     *filter);
/* The same; @roadmap (nullable) is kept, and may take values away. */
gboolean           roadmap_view_filter_set_roadmap (RoadmapViewFilter *self,
                                                    Roadmap           *roadmap);
/* Returns whether the filter asks for the day. */
gboolean           roadmap_view_filter_set_today   (RoadmapViewFilter *self,
                                                    const GDate       *today);

/* (transfer full) (nullable): the filter of a textual form that may have been written by a later version, or by hand: words
 * that cannot be read are passed over. */
RoadmapFilter     *roadmap_view_filter_read        (const char        *text);

G_END_DECLS
