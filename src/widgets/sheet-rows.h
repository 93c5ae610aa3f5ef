/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "chart/sheet.h"

G_BEGIN_DECLS

/* The part of a sheet's rows that a view shows: the adjustments, the rows laid out around what they show, and what stays in
 * its place, when rows turn out higher than they were guessed and when another sheet takes the place of one.  Pixels. */
typedef struct _RoadmapSheetRows RoadmapSheetRows;

/* @view owns this; its size, less heads and names, is what is shown.  @scrolled is called with it as its only argument when
 * somebody else than this has scrolled. */
RoadmapSheetRows *roadmap_sheet_rows_new            (GtkWidget               *view,
                                                     void                   (*scrolled) (GtkWidget *view));
void              roadmap_sheet_rows_free           (RoadmapSheetRows        *self);

/* (nullable): a new one, if NULL */
void              roadmap_sheet_rows_set_adjustment (RoadmapSheetRows        *self,
                                                     GtkOrientation           orientation,
                                                     GtkAdjustment           *adjustment);
GtkAdjustment    *roadmap_sheet_rows_get_adjustment (RoadmapSheetRows        *self,
                                                     GtkOrientation           orientation);

/* (nullable).  The item of the topmost row seen stays where it is in the next sheet that has it. */
void              roadmap_sheet_rows_set_sheet      (RoadmapSheetRows        *self,
                                                     RoadmapSheet            *sheet);
RoadmapSheet     *roadmap_sheet_rows_get_sheet      (RoadmapSheetRows        *self);
/* The next sheet is shown where this one is, whatever its rows are. */
void              roadmap_sheet_rows_forget_place   (RoadmapSheetRows        *self);
/* What is at (@x, @y) of the body stays there in the next sheet, which is larger or smaller in proportion; @rows_too: also
 * in its height. */
void              roadmap_sheet_rows_hold_point     (RoadmapSheetRows        *self,
                                                     double                   x,
                                                     double                   y,
                                                     gboolean                 rows_too);

/* The next sheet is shown from @x on, its own coordinate. */
void              roadmap_sheet_rows_hold_x         (RoadmapSheetRows        *self,
                                                     double                   x);

/* The rest needs a sheet.  What is in view, in the coordinates of the rows. */
RoadmapRect       roadmap_sheet_rows_get_seen       (RoadmapSheetRows        *self);
/* Lays out what is in view and sets the adjustments to it. */
void              roadmap_sheet_rows_update         (RoadmapSheetRows        *self);
/* Scrolls to a group; or so that a row is seen. */
void              roadmap_sheet_rows_go_to          (RoadmapSheetRows        *self,
                                                     const RoadmapSheetPlace *place);
void              roadmap_sheet_rows_show           (RoadmapSheetRows        *self,
                                                     guint                    row);
/* Gives back the scenes of what is far out of view. */
void              roadmap_sheet_rows_trim           (RoadmapSheetRows        *self);
/* Lays out what may come into view soon, while nothing else is to be done. */
void              roadmap_sheet_rows_queue_ahead    (RoadmapSheetRows        *self);

G_END_DECLS
