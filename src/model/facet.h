/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* What a roadmap can be filtered by.  A facet has values, written as words without spaces, commas and colons:
 *
 *   category  the letter of a category, as printed, or its id
 *   status    the id of a status, or "none"
 *   domain    the id of a domain
 *   stage     the id of a stage or lane
 *   year      a year, by the calendar of the chart an item stands in: 2021 is FY2021 in a fiscal chart
 *   basis     stated, inferred or confirmed
 *   late      only "late": overdue
 *
 * An item has values of its own, and those of what it serves:
 *   - a roadblock has its categories and domain, a measure those of the roadblocks it serves, a bar those of the roadblocks
 *     and measures it serves, a milestone all that its bar has;
 *   - a bar without a status has the status of its measures;
 *   - a span has each year it touches, an open one all that follow;
 *   - a bar is late if its span ended before this month, is not open, and a status that closes does not say that nothing
 *     is left to do.  What status words such as "delayed" mean is the roadmap's affair: there is `status` for them.
 *   - an item has the stages and lanes it stands in. */
typedef enum
{
  ROADMAP_FACET_CATEGORY,
  ROADMAP_FACET_STATUS,
  ROADMAP_FACET_DOMAIN,
  ROADMAP_FACET_STAGE,
  ROADMAP_FACET_YEAR,
  ROADMAP_FACET_BASIS,
  ROADMAP_FACET_LATE,
} RoadmapFacet;

#define ROADMAP_N_FACETS (ROADMAP_FACET_LATE + 1)

/* The status of what has none. */
#define ROADMAP_FACET_NONE "none"

/* As in the list above. */
const char   *roadmap_facet_get_name    (RoadmapFacet   facet);
gboolean      roadmap_facet_find        (const char    *name,
                                         RoadmapFacet  *facet);
/* The item @word stands for, by its id, letter, number or title; NULL if there is none, or if the facet's values are no
 * items. */
RoadmapItem  *roadmap_facet_find_item   (Roadmap       *roadmap,
                                         RoadmapFacet   facet,
                                         const char    *word);
/* (transfer full): the value @word stands for as it is written in the list above; NULL if the roadmap has no such. */
char         *roadmap_facet_dup_value   (Roadmap       *roadmap,
                                         RoadmapFacet   facet,
                                         const char    *word);
/* (transfer full) (nullable): what @roadmap calls @value in @language: the letter, number and title of the item it stands
 * for, or the year in its calendar; NULL for the other values, for which it has no words. */
char         *roadmap_facet_dup_label   (Roadmap       *roadmap,
                                         RoadmapFacet   facet,
                                         const char    *value,
                                         const char    *language);
/* (transfer full): the values to choose from, in the order of the file; of stages and lanes the outermost of the charts in
 * force, of years those that these charts show. */
char        **roadmap_facet_list_values (Roadmap       *roadmap,
                                         RoadmapFacet   facet);

/* Values as pointers, to compare many of them quickly: the item, or a number in a pointer.  NULL for an unknown value.  A
 * key is valid until the roadmap changes. */
gpointer      roadmap_facet_find_key    (Roadmap       *roadmap,
                                         RoadmapFacet   facet,
                                         const char    *value);
/* Adds the keys of all values that @item has to @keys.  @today (nullable): then nothing is late.  @horizon is the last
 * year that matters, where an open span ends. */
void          roadmap_facet_append_keys (Roadmap       *roadmap,
                                         RoadmapFacet   facet,
                                         RoadmapItem   *item,
                                         const GDate   *today,
                                         int            horizon,
                                         GPtrArray     *keys);

G_END_DECLS
