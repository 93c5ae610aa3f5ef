/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "export/formats.h"

G_BEGIN_DECLS

/* What to say of a bar or milestone to a program that has room for a title and a note, in the language of the options. */

/* One of roadmap_list_languages(), never NULL. */
const char *roadmap_export_get_language    (const RoadmapExportOptions *options);

/* (transfer full): its explanation, where it stands, its span in words with the basis, status, categories and notes, a line
 * each. */
char       *roadmap_export_dup_note        (const RoadmapExportOptions *options,
                                            RoadmapItem                *item);
/* (transfer full): the titles around it from the chart down, divided by " / ". */
char       *roadmap_export_dup_place       (const RoadmapExportOptions *options,
                                            RoadmapItem                *item);
/* (transfer container): RoadmapItem; the categories of @item and of what it serves. */
GPtrArray  *roadmap_export_list_categories (const RoadmapExportOptions *options,
                                            RoadmapItem                *item);
/* The status it has itself, or else that of its measures; NULL if there is none. */
RoadmapItem *roadmap_export_find_status    (const RoadmapExportOptions *options,
                                            RoadmapItem                *item);

G_END_DECLS
