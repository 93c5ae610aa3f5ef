/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "widgets/view-state.h"

G_BEGIN_DECLS

/* The roadmap as reading text: the narrative with its footnotes, then tables, charts and map as headings and lists, part
 * by part and page by page as published (model/reading.h).  Above it a list of the pages to go to, which follows what is
 * read; and, while a translation is read, a note that it is ours and a switch that puts the adopted wording under it.
 *
 * The selection is shared with the state both ways: choosing a passage selects its item, and what is selected elsewhere is
 * marked and scrolled into view.  What the state's query finds is marked.  The text is read at the first showing, and
 * again, as far as it changed, at the frame after an edit.
 *
 * Keys: arrows go from passage to passage, Enter selects its item, Tab goes to its links and then on, Ctrl+C copies it,
 * Menu and Shift+F10 open the menu.  A mark leads to its note, and the number of the note back.
 *
 * Properties: "state" (RoadmapViewState, nullable), "menu-model" (GMenuModel, nullable): the menu of a passage, whose item
 * is selected before it opens. */

#define ROADMAP_TYPE_DOCUMENT_VIEW (roadmap_document_view_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapDocumentView, roadmap_document_view, ROADMAP, DOCUMENT_VIEW, AdwBin)

GtkWidget        *roadmap_document_view_new       (void);

RoadmapViewState *roadmap_document_view_get_state (RoadmapDocumentView *self);
void              roadmap_document_view_set_state (RoadmapDocumentView *self,
                                                   RoadmapViewState    *state);

/* Scrolls to where @item stands in the source, gives that the focus and draws the eye to it for a moment; when the view is
 * not shown, as soon as it is.  Does nothing for an item that is not read (see roadmap_reading_find()). */
void              roadmap_document_view_reveal    (RoadmapDocumentView *self,
                                                   RoadmapItem         *item);

G_END_DECLS
