/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/view-filter.h"
#include "widgets/view-hits.h"
#include "widgets/view-state.h"

G_BEGIN_DECLS

/* For view-state.c and the files that hold one subject of it each: view-selection.c, view-shown.c (query and filter) and
 * view-collapsed.c. */

struct _RoadmapViewState
{
  GObject      parent_instance;

  Roadmap     *roadmap;
  RoadmapItem *selected;  /* the lead of … */
  GPtrArray   *selection; /* … these */
  GHashTable  *is_selected; /* set of them */
  RoadmapItem *chart;
  char        *language;
  GDate       *today;
  double       zoom;
  char        *query;
  RoadmapViewHits   *hits;
  RoadmapViewFilter *filter;
  RoadmapDensity density;
  gboolean     earlier;
  GHashTable  *collapsed; /* set of ids */
};

/* What is selected.  @selection, RoadmapItems that it owns, is empty while @selected is NULL. */
void   roadmap_view_state_init_selection  (RoadmapViewState *self);
void   roadmap_view_state_clear_selection (RoadmapViewState *self);
/* Takes out what @removed, an item that left the roadmap, held. */
void   roadmap_view_state_drop_selected   (RoadmapViewState *self,
                                           RoadmapItem      *removed);

/* Other items are shown, so others may be found; and by another filter. */
void   roadmap_view_state_notify_shown    (RoadmapViewState *self);
void   roadmap_view_state_notify_filter   (RoadmapViewState *self);

/* In alphabetical order, so that the same set is always stored alike. */
char **roadmap_view_state_dup_collapsed   (RoadmapViewState *self);

G_END_DECLS
