/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/view-state.h"

G_BEGIN_DECLS

/* What stands in the columns of an item tree.  A cell is made once and shows one item after another of the roadmap in
 * @state, in the language that is read and with what is searched for marked. */
typedef struct
{
  GtkWidget *(*create) (void);
  void       (*show)   (GtkWidget        *cell,
                        RoadmapViewState *state,
                        RoadmapItem      *item);
} RoadmapItemCell;

/* A GtkTreeExpander around status, number and title and, of a bar or milestone, the span in short ("≈令和2年度Q1–Q3"), of a
 * stage or lane how many of its bars are closed, once any has a status.  The row it stands in takes its name from them, and is described by its level and whether it is expanded. */
extern const RoadmapItemCell roadmap_title_cell;
/* The letters of a roadblock's categories. */
extern const RoadmapItemCell roadmap_categories_cell;

G_END_DECLS
