/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "model/history.h"

G_BEGIN_DECLS

/* Edits an item's wording, its translations and its span; saving is one step that undo takes back.  Adopted wording can
 * be read but not changed until a button unlocks it, for this dialog alone.
 *
 * signal "saved" (RoadmapItemDialog *self): the changes are in the roadmap; the dialog closes. */

#define ROADMAP_TYPE_ITEM_DIALOG (roadmap_item_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapItemDialog, roadmap_item_dialog, ROADMAP, ITEM_DIALOG, AdwWindow)

/* @item is one of @roadmap with a title.  @language is the content's, NULL for the document's own; a translation into
 * it can be added, and those into other languages are shown where there are any.  Show it with gtk_window_present();
 * it frees itself when it closes. */
GtkWidget *roadmap_item_dialog_new (GtkWindow      *parent,
                                    RoadmapHistory *history,
                                    Roadmap        *roadmap,
                                    RoadmapItem    *item,
                                    const char     *language);

G_END_DECLS
