/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* What stands in the columns of an item tree.  A cell is made once and shows one item after another, in @language. */
typedef struct
{
  GtkWidget *(*create) (void);
  void       (*show)   (GtkWidget   *cell,
                        Roadmap     *roadmap,
                        RoadmapItem *item,
                        const char  *language);
} RoadmapItemCell;

/* A GtkTreeExpander around number and title; the row it stands in takes its name from them. */
extern const RoadmapItemCell roadmap_title_cell;
/* The letters of a roadblock's categories. */
extern const RoadmapItemCell roadmap_categories_cell;
/* The status of a bar or measure; of a stage or lane, how many of its bars are closed, once any has a status. */
extern const RoadmapItemCell roadmap_status_cell;
/* The span in short, such as "≈2020 Q1–Q3"; in words as tooltip and for screen readers. */
extern const RoadmapItemCell roadmap_span_cell;

G_END_DECLS
