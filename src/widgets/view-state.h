/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

#include "model/filter.h"
#include "model/hit-list.h"

G_BEGIN_DECLS

/* What a window shows of a roadmap, shared by all its views: each binds to it and none knows another.
 *
 * Properties, all notified on change:
 *   "roadmap"   Roadmap, nullable. Setting it clears the selection and the chart.
 *   "selected"  RoadmapItem, nullable: the one item that leads what is selected: the focus is on it, details are shown of it.
 *   "selection" GPtrArray of RoadmapItem, read-only: all that is selected, that one among them.
 *   "chart"     RoadmapItem of kind chart, nullable: the chart that is browsed; NULL: all current charts.
 *   "language"  string, nullable: of the content; NULL: the document's own.
 *   "today"     GDate, nullable.
 *   "zoom"      double, 1 to ROADMAP_ZOOM_MAX: 1 fits the time axis to the width there is.
 *   "query"     string, nullable: what is searched for.
 *   "hit"       uint: which of the hits of the query was gone to last; G_MAXUINT: none.
 *   "filter"    RoadmapFilter, nullable: what part is shown.  Notified also when an edit, or a new day, lets other items pass,
 *               so a view need only follow this.  Setting a roadmap takes away the values that it does not have.
 *   "filter-text" string: the textual form of the filter, for the settings.  Words that cannot be read are passed over.
 *   "density"   RoadmapDensity: how much air there is.
 *   "earlier"   boolean: whether the chart an earlier plan is drawn in is shown behind the bars that came of it.
 *   "collapsed" GStrv, nullable: the ids of stages and lanes of which only the names are shown. */

typedef enum
{
  ROADMAP_DENSITY_COMFORTABLE,
  ROADMAP_DENSITY_COMPACT,
} RoadmapDensity;

#define ROADMAP_ZOOM_MAX 12.0

#define ROADMAP_TYPE_VIEW_STATE (roadmap_view_state_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapViewState, roadmap_view_state, ROADMAP, VIEW_STATE, GObject)

RoadmapViewState *roadmap_view_state_new          (void);

Roadmap          *roadmap_view_state_get_roadmap  (RoadmapViewState *self);
void              roadmap_view_state_set_roadmap  (RoadmapViewState *self,
                                                   Roadmap          *roadmap);

RoadmapItem      *roadmap_view_state_get_selected (RoadmapViewState *self);
/* Selects this one alone.  Where the item that leads stands in another chart than the one browsed, its chart is turned
 * to. */
void              roadmap_view_state_set_selected (RoadmapViewState *self,
                                                   RoadmapItem      *item);
/* (transfer none): all that is selected, in the order it was selected in; empty for nothing.  It is replaced, never
 * changed: who takes a reference keeps it as it is.  What leaves the roadmap leaves it. */
GPtrArray        *roadmap_view_state_get_selection (RoadmapViewState *self);
gboolean          roadmap_view_state_is_selected  (RoadmapViewState *self,
                                                   RoadmapItem      *item);
/* Selects all of @items, one of which is @lead; NULL: the last one. */
void              roadmap_view_state_set_selection (RoadmapViewState *self,
                                                    GPtrArray        *items,
                                                    RoadmapItem      *lead);
/* Lets @item lead: what is selected stays so if it is one of it, as for a menu; else it is selected alone. */
void              roadmap_view_state_lead_with    (RoadmapViewState *self,
                                                   RoadmapItem      *item);
/* Selects @item besides the others, as the one that leads; or leaves it out, and where it led the last of the others
 * does. */
void              roadmap_view_state_toggle_selected (RoadmapViewState *self,
                                                      RoadmapItem      *item);

RoadmapItem      *roadmap_view_state_get_chart    (RoadmapViewState *self);
void              roadmap_view_state_set_chart    (RoadmapViewState *self,
                                                   RoadmapItem      *chart);

const char       *roadmap_view_state_get_language (RoadmapViewState *self);
void              roadmap_view_state_set_language (RoadmapViewState *self,
                                                   const char       *language);
/* As get_language(), with the document's own language instead of NULL; "en" while there is no roadmap. */
const char       *roadmap_view_state_get_words    (RoadmapViewState *self);

const GDate      *roadmap_view_state_get_today    (RoadmapViewState *self);
void              roadmap_view_state_set_today    (RoadmapViewState *self,
                                                   const GDate      *today);

double            roadmap_view_state_get_zoom     (RoadmapViewState *self);
void              roadmap_view_state_set_zoom     (RoadmapViewState *self,
                                                   double            zoom);

const char       *roadmap_view_state_get_query    (RoadmapViewState *self);
void              roadmap_view_state_set_query    (RoadmapViewState *self,
                                                   const char       *query);

/* What the query finds among what the filter shows. */
RoadmapHitList   *roadmap_view_state_get_hits     (RoadmapViewState *self);
guint             roadmap_view_state_get_hit      (RoadmapViewState *self);
/* Selects what the hit at @position leads to; returns FALSE if there is none. */
gboolean          roadmap_view_state_go_to_hit    (RoadmapViewState *self,
                                                   guint             position);
/* The next hit (@step 1) or the one before (-1), from the last on with the first; FALSE if there is none. */
gboolean          roadmap_view_state_step_hit     (RoadmapViewState *self,
                                                   int               step);

RoadmapFilter    *roadmap_view_state_get_filter   (RoadmapViewState *self);
void              roadmap_view_state_set_filter   (RoadmapViewState *self,
                                                   RoadmapFilter    *filter);
/* Whether the filter shows @item (model/filter-set.h). */
gboolean          roadmap_view_state_shows        (RoadmapViewState *self,
                                                   RoadmapItem      *item);
/* Whether a search is to find @item: as roadmap_view_state_shows(), but with a filter only what stands in a chart. */
gboolean          roadmap_view_state_holds        (RoadmapViewState *self,
                                                   RoadmapItem      *item);
/* How many bars of the charts in force the filter shows, and (out) of how many; both 0 without a filter. */
guint             roadmap_view_state_count_shown  (RoadmapViewState *self,
                                                   guint            *n_bars);
/* roadmap_view_state_shows() as a RoadmapShowFunc, whose data is the state. */
gboolean          roadmap_view_state_show_func    (RoadmapItem      *item,
                                                   gpointer          state);

RoadmapDensity    roadmap_view_state_get_density  (RoadmapViewState *self);
void              roadmap_view_state_set_density  (RoadmapViewState *self,
                                                   RoadmapDensity    density);

gboolean          roadmap_view_state_get_earlier  (RoadmapViewState *self);
void              roadmap_view_state_set_earlier  (RoadmapViewState *self,
                                                   gboolean          earlier);

/* Whether only the name of @lane is shown. */
gboolean          roadmap_view_state_is_collapsed (RoadmapViewState *self,
                                                   RoadmapItem      *lane);
void              roadmap_view_state_collapse     (RoadmapViewState *self,
                                                   RoadmapItem      *lane,
                                                   gboolean          collapsed);
/* @ids may name what the roadmap does not have. */
void              roadmap_view_state_set_collapsed (RoadmapViewState  *self,
                                                    const char *const *ids);

G_END_DECLS
