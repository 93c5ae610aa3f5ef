/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/sheet-port.h"

G_BEGIN_DECLS

/* The parts of a sheet view that are not children: the backgrounds of rows and names, head and corner.  Their render nodes
 * are kept as long as their scenes are shown, so that scrolling only moves them. */
typedef struct _RoadmapSheetPaint RoadmapSheetPaint;

RoadmapSheetPaint *roadmap_sheet_paint_new    (void);
void               roadmap_sheet_paint_free   (RoadmapSheetPaint      *self);

/* Forgets all nodes: palette, query or scenes have changed. */
void               roadmap_sheet_paint_clear  (RoadmapSheetPaint      *self);
/* The backgrounds of the rows, or of their names.  @whole: with their groups, which have no children yet. */
void               roadmap_sheet_paint_bodies (RoadmapSheetPaint      *self,
                                               const RoadmapSheetPort *port,
                                               gboolean                whole,
                                               GtkSnapshot            *snapshot);
void               roadmap_sheet_paint_names  (RoadmapSheetPaint      *self,
                                               const RoadmapSheetPort *port,
                                               gboolean                whole,
                                               GtkSnapshot            *snapshot);
/* Head and corner, which lie over what scrolls under them. */
void               roadmap_sheet_paint_heads  (RoadmapSheetPaint      *self,
                                               const RoadmapSheetPort *port,
                                               GtkSnapshot            *snapshot);

G_END_DECLS
