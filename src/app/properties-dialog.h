/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "model/history.h"

G_BEGIN_DECLS

/* The properties of a roadmap: its title page, and what no view lets one select – parts, editions, domains, categories,
 * statuses, the columns and headings of charts, the bands, regions and cells of maps, and whatever else the schema has.
 * All of it can be edited, added, removed and put in another order, each at once and in a step that undo takes back, in
 * the dialog too. */

#define ROADMAP_TYPE_PROPERTIES_DIALOG (roadmap_properties_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapPropertiesDialog, roadmap_properties_dialog, ROADMAP, PROPERTIES_DIALOG, AdwWindow)

/* @language is the content's, NULL for the document's own; @today is what new items are dated by.  It frees itself when it
 * closes. */
GtkWidget *roadmap_properties_dialog_new  (GtkWindow               *parent,
                                           RoadmapHistory          *history,
                                           Roadmap                 *roadmap,
                                           const GDate             *today,
                                           const char              *language);
/* Opens the page of what @item holds, or of its items of @kind (nullable). */
void       roadmap_properties_dialog_open (RoadmapPropertiesDialog *self,
                                           RoadmapItem             *item,
                                           const RoadmapKind       *kind);

G_END_DECLS
