/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/table-layout.h"

G_BEGIN_DECLS

/* For table-layout.c: the words of cells, each a scene of texts from its top left corner, without air around it.  Each
 * text has the item whose words it shows. */

/* (transfer full): a roadblock with its categories and issues, a measure with its status, an addressed item with its
 * paragraphs, or a note. */
RoadmapScene *roadmap_table_text_new        (const RoadmapTableOptions *options,
                                             RoadmapItem               *item,
                                             double                     width);
/* (transfer full): plain words. */
RoadmapScene *roadmap_table_text_new_domain (const RoadmapTableOptions *options,
                                             RoadmapItem               *roadblock,
                                             double                     width);
/* (transfer full) (nullable): the explanation of a bar. */
PangoLayout  *roadmap_table_lay_out_detail  (const RoadmapTableOptions *options,
                                             RoadmapItem               *bar,
                                             double                     width);
/* The letters of a roadblock's categories, such as "B・C"; NULL if it has none. */
char         *roadmap_table_dup_categories  (Roadmap                   *roadmap,
                                             RoadmapItem               *roadblock,
                                             const char                *language);

G_END_DECLS
