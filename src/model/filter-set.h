/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/filter.h"

G_BEGIN_DECLS

/* The items of a roadmap that a filter shows.
 *
 * A bar, milestone, measure or roadblock passes if it has the values that the filter asks for (model/facet.h).  It is
 * shown if it passes or if something under it in the outline does; a stage, lane or chart if something in it passes.  What
 * is only said about these is shown with them, and what stands in none of them, such as the narrative, always.
 *
 * The set is found out when it is first asked, in one pass over the roadmap, and then kept up. */

typedef struct _RoadmapFilterSet RoadmapFilterSet;

/* @filter and @today (then nothing is late) may be NULL.  Values of the filter that the roadmap does not have are passed
 * over.  The set does not keep the roadmap alive. */
RoadmapFilterSet *roadmap_filter_set_new    (Roadmap           *roadmap,
                                             RoadmapFilter     *filter,
                                             const GDate       *today);
void              roadmap_filter_set_free   (RoadmapFilterSet  *self);

gboolean          roadmap_filter_set_shows  (RoadmapFilterSet  *self,
                                             RoadmapItem       *item);
/* The same, but without what stands in no chart: where to search.  Everything without a filter. */
gboolean          roadmap_filter_set_holds  (RoadmapFilterSet  *self,
                                             RoadmapItem       *item);
/* roadmap_filter_set_shows() for what asks by a callback; @self: RoadmapFilterSet. */
gboolean          roadmap_filter_set_show_func (RoadmapItem    *item,
                                             gpointer           self);
/* Takes what is not shown out of @items (element-type RoadmapItem). */
void              roadmap_filter_set_keep_shown (RoadmapFilterSet *self,
                                             GPtrArray         *items);
/* How many bars of the charts in force are shown; @n_bars (out): of how many. */
guint             roadmap_filter_set_count  (RoadmapFilterSet  *self,
                                             guint             *n_bars);
/* Follows an edit of the roadmap, as "changed" announces it.  Returns FALSE if the set is certainly the same as before. */
gboolean          roadmap_filter_set_update (RoadmapFilterSet  *self,
                                             const RoadmapEdit *edit);

/* How many bars a choice among the values of a facet would leave. */
typedef struct _RoadmapFilterCounts RoadmapFilterCounts;

/* In one pass over the roadmap. */
RoadmapFilterCounts *roadmap_filter_counts_new  (Roadmap             *roadmap,
                                                 RoadmapFilter       *filter,
                                                 const GDate         *today);
void                 roadmap_filter_counts_free (RoadmapFilterCounts *self);
/* The bars that have @value and pass what the filter asks of the other facets.  The roadmap must not have changed. */
guint                roadmap_filter_counts_get  (RoadmapFilterCounts *self,
                                                 RoadmapFacet         facet,
                                                 const char          *value);
/* The bars of the charts in force that pass, and all of these. */
guint                roadmap_filter_counts_get_n_shown (RoadmapFilterCounts *self);
guint                roadmap_filter_counts_get_n_bars  (RoadmapFilterCounts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapFilterSet, roadmap_filter_set_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapFilterCounts, roadmap_filter_counts_free)

G_END_DECLS
