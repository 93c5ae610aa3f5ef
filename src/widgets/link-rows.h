/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* The row of a form that edits the links of an item to others: a line for each with buttons to take it away and, where
 * there may be several, to move it; a button that searches for another.  Ctrl+Up and Ctrl+Down move the line that has
 * the focus, Delete takes it away.
 *
 * signal "changed" (RoadmapLinkRows *self): other items are linked to now, or in another order. */

#define ROADMAP_TYPE_LINK_ROWS (roadmap_link_rows_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapLinkRows, roadmap_link_rows, ROADMAP, LINK_ROWS, AdwPreferencesRow)

/* @field is a REF, which holds one link, or a REFS.  @item itself is not offered.  Roadmap and item have to live as long as
 * the row. */
GtkWidget  *roadmap_link_rows_new          (Roadmap            *roadmap,
                                            RoadmapItem        *item,
                                            const RoadmapField *field,
                                            const char         *language);
/* @label has a mnemonic. */
void        roadmap_link_rows_set_name     (RoadmapLinkRows    *self,
                                            const char         *label,
                                            const char         *name);
/* As the field's value. */
const char *roadmap_link_rows_get_ids      (RoadmapLinkRows    *self);
void        roadmap_link_rows_set_ids      (RoadmapLinkRows    *self,
                                            const char         *ids);
void        roadmap_link_rows_set_editable (RoadmapLinkRows    *self,
                                            gboolean            editable);
/* (transfer none): the button that searches. */
GtkWidget  *roadmap_link_rows_get_button   (RoadmapLinkRows    *self);

G_END_DECLS
