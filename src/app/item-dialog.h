/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "model/history.h"
#include "model/place.h"

G_BEGIN_DECLS

/* A form (widgets/item-form.h) for an item of any kind, or for one that is to be added.  Saving is one step that undo takes
 * back; until then the roadmap is not touched.  Undo and redo inside the dialog go over what was entered.  What the rules
 * refuse is said, and nothing that was entered is lost.  Closing with changes asks.
 *
 * signal "saved" (RoadmapItemDialog *self): the changes are in the roadmap; the dialog closes. */

#define ROADMAP_TYPE_ITEM_DIALOG (roadmap_item_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapItemDialog, roadmap_item_dialog, ROADMAP, ITEM_DIALOG, AdwWindow)

/* @item is one of @roadmap.  @language is the content's, NULL for the document's own.  Show it with gtk_window_present();
 * it frees itself when it closes. */
GtkWidget   *roadmap_item_dialog_new      (GtkWindow         *parent,
                                           RoadmapHistory    *history,
                                           Roadmap           *roadmap,
                                           RoadmapItem       *item,
                                           const char        *language);
/* @item belongs to no roadmap yet, such as one of model/new-item.h; saving puts a copy of it, with what is in it, to
 * @place.  Cancelling leaves no trace.  What was added has the id of @item. */
GtkWidget   *roadmap_item_dialog_new_item (GtkWindow          *parent,
                                           RoadmapHistory     *history,
                                           Roadmap            *roadmap,
                                           RoadmapItem        *item,
                                           const RoadmapPlace *place,
                                           const char         *language);

/* The item that is edited; after saving, the one that was added. */
RoadmapItem *roadmap_item_dialog_get_item (RoadmapItemDialog *self);

G_END_DECLS
