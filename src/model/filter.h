/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/facet.h"

G_BEGIN_DECLS

/* Which part of a roadmap to show: values of facets, as an immutable value.  An item passes if it has, of each facet that
 * the filter names, one of the values named.  NULL is the filter that everything passes, and what every function here
 * returns for one without values.
 *
 * A filter has a textual form, for the settings and the command line: words divided by spaces, each a facet with its
 * values, as model/facet.h lists them.
 *
 *   category:A,C status:delayed,none year:2021 basis:inferred late */

typedef struct _RoadmapFilter RoadmapFilter;

#define ROADMAP_TYPE_FILTER (roadmap_filter_get_type ())
GType          roadmap_filter_get_type   (void);

/* Reads the textual form, without asking any roadmap for its values.  Fails with ROADMAP_ERROR_INVALID and a sentence that
 * names the word that is wrong and what could stand there; a filter without values, which is NULL, is no failure. */
gboolean       roadmap_filter_parse      (const char          *text,
                                          RoadmapFilter      **filter,
                                          GError             **error);
/* The textual form, which is the same for equal filters; empty for NULL. */
char          *roadmap_filter_dup_text   (const RoadmapFilter *self);

RoadmapFilter *roadmap_filter_ref        (RoadmapFilter       *self);
void           roadmap_filter_unref      (RoadmapFilter       *self);
gboolean       roadmap_filter_equal      (const RoadmapFilter *self,
                                          const RoadmapFilter *other);

/* The values of @facet, NULL-terminated, in alphabetical order; NULL if it names none. */
const char *const *roadmap_filter_get_values (const RoadmapFilter *self,
                                              RoadmapFacet         facet);
gboolean       roadmap_filter_has        (const RoadmapFilter *self,
                                          RoadmapFacet         facet,
                                          const char          *value);
/* (transfer full): the same filter with, or without, this value. */
RoadmapFilter *roadmap_filter_set        (const RoadmapFilter *self,
                                          RoadmapFacet         facet,
                                          const char          *value,
                                          gboolean             on);

/* Writes all values as @roadmap does, "法改正" as "A".  Fails with ROADMAP_ERROR_INVALID if it does not have one, with a
 * sentence that names those it has. */
gboolean       roadmap_filter_resolve    (const RoadmapFilter *self,
                                          Roadmap             *roadmap,
                                          RoadmapFilter      **resolved,
                                          GError             **error);
/* (transfer full): the same, without the values that @roadmap does not have. */
RoadmapFilter *roadmap_filter_restrict   (const RoadmapFilter *self,
                                          Roadmap             *roadmap);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapFilter, roadmap_filter_unref)

G_END_DECLS
