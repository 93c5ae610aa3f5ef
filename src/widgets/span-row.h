/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* The rows of a form that ask for the span of an item: start, end, whether it runs on, and what it rests on.  Only rows
 * whose fields the item's kind has are shown.
 *
 * Start and end are picked as widgets/point-row.h says.  Moving an inferred span makes it a confirmed one, unless a
 * basis was chosen by hand.
 *
 * signal "changed" (RoadmapSpanRows *self): a row was changed by its user. */

#define ROADMAP_TYPE_SPAN_ROWS (roadmap_span_rows_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapSpanRows, roadmap_span_rows, ROADMAP, SPAN_ROWS, AdwPreferencesGroup)

GtkWidget  *roadmap_span_rows_new         (void);

/* Shows the span of @item, described in @language (NULL: the document's own).  An item without one hides the widget. */
void        roadmap_span_rows_set_item    (RoadmapSpanRows *self,
                                           Roadmap         *roadmap,
                                           RoadmapItem     *item,
                                           const char      *language);

/* What the rows say; FALSE if the item has no span. */
gboolean    roadmap_span_rows_get_span    (RoadmapSpanRows *self,
                                           RoadmapSpan     *span);
/* In words, why the span cannot be kept; NULL if it can. */
const char *roadmap_span_rows_get_problem (RoadmapSpanRows *self);
/* (transfer container): RoadmapEdit that make the item's span what the rows say, for the fields that differ only. */
GPtrArray  *roadmap_span_rows_get_edits   (RoadmapSpanRows *self);

G_END_DECLS
