/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/edition.h"

G_BEGIN_DECLS

/* The mark of what an edition after the first changed: 令和4年3月25日一部見直し, as it stands in published roadmaps.  An item
 * carries the mark of the last edition that revised it, or else that added it; what lies in an added item needs none of
 * its own.  Words are in @language, as those of model/era.h. */

/* The edition that revised @item last, or NULL.  A new translation, or another order of what is in the item, is no
 * revision. */
RoadmapItem *roadmap_get_revision   (Roadmap      *roadmap,
                                     RoadmapItem  *item);
/* The later edition that added @item itself, or NULL. */
RoadmapItem *roadmap_get_addition   (Roadmap      *roadmap,
                                     RoadmapItem  *item);
/* (transfer full) (nullable): "令和4年3月25日一部見直し", "令和4年3月25日追加" · "Partly revised 25 March 2022", "Added 25 March
 * 2022"; NULL if @item carries no mark. */
char        *roadmap_mark_describe  (Roadmap      *roadmap,
                                     RoadmapItem  *item,
                                     const char   *language);

/* (transfer full): the day of an edition, "令和4年3月25日" · "25 March 2022"; failing that, its title.  Never NULL. */
char        *roadmap_edition_dup_day (RoadmapItem  *edition,
                                      const char   *language);

/* (transfer full) (nullable): the edition that @item was first adopted in, with the last one that changed the roadmap
 * since, "令和2年6月18日版（令和4年3月25日一部見直し）" · "Edition of 18 June 2020, partly revised 25 March 2022"; an amendment in
 * progress is named as a draft (案).  Failing an edition, the day the roadmap was adopted; NULL if that is not known. */
char        *roadmap_edition_describe (Roadmap      *roadmap,
                                       RoadmapItem  *item,
                                       const char   *language);

/* What an edition changed. */
typedef struct
{
  guint n_revised, n_added, n_withdrawn;
} RoadmapAmended;

RoadmapAmended roadmap_count_amended (Roadmap      *roadmap,
                                      RoadmapItem  *edition);

G_END_DECLS
