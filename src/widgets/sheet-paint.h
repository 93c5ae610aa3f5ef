/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/sheet-children.h"
#include "widgets/sheet-port.h"

G_BEGIN_DECLS

/* What a sheet view looks like.  The render nodes of what are no children, the backgrounds of rows and names, head and
 * corner, are kept as long as their scenes are shown, so that scrolling only moves them. */
typedef struct _RoadmapSheetPaint RoadmapSheetPaint;

RoadmapSheetPaint *roadmap_sheet_paint_new    (void);
void               roadmap_sheet_paint_free   (RoadmapSheetPaint      *self);

/* Forgets all nodes: palette, query or scenes have changed. */
void               roadmap_sheet_paint_clear  (RoadmapSheetPaint      *self);
/* All of @view: the rows, what leads from one to another, their groups, and head and corner over what scrolls under them.
 * @children (nullable): the groups have no children yet, and are painted with their rows. */
void               roadmap_sheet_paint_snapshot (RoadmapSheetPaint    *self,
                                               RoadmapSheetView       *view,
                                               const RoadmapSheetPort *port,
                                               RoadmapSheetChildren   *children,
                                               GtkSnapshot            *snapshot);

G_END_DECLS
