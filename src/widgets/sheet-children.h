/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/sheet-child.h"
#include "widgets/sheet-port.h"
#include "widgets/sheet-view.h"

G_BEGIN_DECLS

/* The children of a sheet view: a RoadmapSheetChild for each group that is in view or near it, and none for the others.
 * They outlive the sheet: where a new one has the same item in the row of the same item, the child stays, and with it the
 * focus. */
typedef struct _RoadmapSheetChildren RoadmapSheetChildren;

/* Children become children of @view, which owns this. */
RoadmapSheetChildren *roadmap_sheet_children_new          (RoadmapSheetView       *view);
void                  roadmap_sheet_children_free         (RoadmapSheetChildren   *self);

/* Makes and drops children so that they are those of what is in view; the one with the focus stays.  Not while the view is
 * being allocated: a new child asks for another layout. */
void                  roadmap_sheet_children_sync         (RoadmapSheetChildren   *self,
                                                           const RoadmapSheetPort *port);
/* Places the children there are. */
void                  roadmap_sheet_children_allocate     (RoadmapSheetChildren   *self,
                                                           const RoadmapSheetPort *port);
/* Appends those of the names or those in the bodies, where they can be seen: in @area of the view. */
void                  roadmap_sheet_children_snapshot     (RoadmapSheetChildren   *self,
                                                           GtkSnapshot            *snapshot,
                                                           gboolean                names,
                                                           const GdkRectangle     *area);
/* The palette or what is searched for has changed; what is selected has; what they are called has. */
void                  roadmap_sheet_children_update_looks (RoadmapSheetChildren   *self);
void                  roadmap_sheet_children_update_emphasis (RoadmapSheetChildren *self);
void                  roadmap_sheet_children_update_words (RoadmapSheetChildren   *self);
void                  roadmap_sheet_children_clear        (RoadmapSheetChildren   *self);
/* The child at a place, or NULL. */
GtkWidget            *roadmap_sheet_children_find         (RoadmapSheetChildren   *self,
                                                           RoadmapSheet           *sheet,
                                                           const RoadmapSheetPlace *place);
/* Where a child of the view stands in the sheet, which lays out its row if need be.  FALSE: the sheet does not have it. */
gboolean              roadmap_sheet_children_get_place    (RoadmapSheetChildren   *self,
                                                           RoadmapSheet           *sheet,
                                                           GtkWidget              *child,
                                                           RoadmapSheetPlace      *place);

G_END_DECLS
