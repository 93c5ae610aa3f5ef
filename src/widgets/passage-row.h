/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "model/reading.h"
#include "widgets/view-state.h"

G_BEGIN_DECLS

/* One passage of the reading text, typeset: a marker with the words hanging beside it, under them what the source shows
 * rather than says and, where a translation is read, the adopted wording if that is wanted.
 *
 * signal "follow" (RoadmapPassageRow *self, char *id): a mark in the words that leads to the item @id was chosen.
 * signal "return" (RoadmapPassageRow *self): the number of a note was chosen, which leads back to where it is from. */

#define ROADMAP_TYPE_PASSAGE_ROW (roadmap_passage_row_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapPassageRow, roadmap_passage_row, ROADMAP, PASSAGE_ROW, GtkWidget)

GtkWidget   *roadmap_passage_row_new          (void);

/* @before: the passage before it, or NULL: the first of some notes is set off.  @adopted: whether the adopted wording
 * stands under a translation. */
void         roadmap_passage_row_show         (RoadmapPassageRow    *self,
                                               RoadmapViewState     *state,
                                               const RoadmapPassage *passage,
                                               const RoadmapPassage *before,
                                               gboolean              adopted);
/* Moves the focus into the links of the row, or on from one to the next in @direction; FALSE if there is none further.
 * Only then do they take it, so that arrow keys go from row to row. */
gboolean     roadmap_passage_row_focus_link   (RoadmapPassageRow    *self,
                                               GtkDirectionType      direction);
/* Whether its item is the one that is selected. */
void         roadmap_passage_row_set_current  (RoadmapPassageRow    *self,
                                               gboolean              current);
/* Draws the eye to it for as long as it is set. */
void         roadmap_passage_row_set_revealed (RoadmapPassageRow    *self,
                                               gboolean              revealed);

G_END_DECLS
