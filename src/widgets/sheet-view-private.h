/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/sheet-children.h"
#include "widgets/sheet-port.h"
#include "widgets/sheet-rows.h"
#include "widgets/sheet-view.h"

G_BEGIN_DECLS

/* What the files beside sheet-view.c need of it. */

void                  roadmap_sheet_view_class_set_defaults (RoadmapSheetViewClass *klass);

RoadmapSheetRows     *roadmap_sheet_view_get_rows       (RoadmapSheetView        *self);
RoadmapSheetChildren *roadmap_sheet_view_get_children   (RoadmapSheetView        *self);
/* Makes and drops children so that they are those of what is in view. */
void                  roadmap_sheet_view_sync           (RoadmapSheetView        *self);

/* FALSE while there is nothing to show. */
gboolean              roadmap_sheet_view_get_port       (RoadmapSheetView        *self,
                                                         RoadmapSheetPort        *port);
/* (transfer none): what the texts of the sheet are laid out with.  The view has a state. */
RoadmapMeasure       *roadmap_sheet_view_get_measure    (RoadmapSheetView        *self);
const RoadmapPalette *roadmap_sheet_view_get_palette    (RoadmapSheetView        *self);
GMenuModel           *roadmap_sheet_view_get_menu_model (RoadmapSheetView        *self);
/* The group that has the focus. */
gboolean              roadmap_sheet_view_get_focused    (RoadmapSheetView        *self,
                                                         RoadmapSheetPlace       *place);
/* Scrolls the group into view; its child. */
GtkWidget            *roadmap_sheet_view_reveal         (RoadmapSheetView        *self,
                                                         const RoadmapSheetPlace *place);
/* The child to enter at, nullable: the selected one, else the first in view. */
GtkWidget            *roadmap_sheet_view_find_entrance  (RoadmapSheetView        *self);
/* The row at a point of the widget, whether it is among the names, and the point in the row's scene; the place has no
 * group.  FALSE over the heads and below all rows. */
gboolean              roadmap_sheet_view_find_row       (RoadmapSheetView        *self,
                                                         double                   x,
                                                         double                   y,
                                                         RoadmapSheetPlace       *place,
                                                         RoadmapRect             *point);
/* The group or shape with an item at a point; its place has no group if it is only a shape.  NULL: there is none. */
RoadmapItem          *roadmap_sheet_view_pick           (RoadmapSheetView        *self,
                                                         double                   x,
                                                         double                   y,
                                                         RoadmapSheetPlace       *place,
                                                         RoadmapRect             *point);
/* What a click with Ctrl or Shift does: selects the group besides the others or leaves it out, or all between the first
 * that is selected and it.  FALSE without one of these keys. */
gboolean              roadmap_sheet_view_select_more    (RoadmapSheetView        *self,
                                                         const RoadmapSheetPlace *place,
                                                         GdkModifierType          modifiers);
/* Selects all that lies between the first that is selected and the group, which leads then. */
void                  roadmap_sheet_view_extend_to      (RoadmapSheetView        *self,
                                                         const RoadmapSheetPlace *place);
/* Selects all in the body of the row. */
void                  roadmap_sheet_view_select_row     (RoadmapSheetView        *self,
                                                         const RoadmapSheetPlace *place);
/* Zooms so that what is at (@x, @y), widget coordinates, stays where it is. */
void                  roadmap_sheet_view_zoom_at        (RoadmapSheetView        *self,
                                                         double                   zoom,
                                                         double                   x,
                                                         double                   y);
RoadmapEmphasis       roadmap_sheet_view_get_emphasis   (RoadmapSheetView        *self,
                                                         RoadmapItem             *item);
gboolean              roadmap_sheet_view_open_item      (RoadmapSheetView        *self,
                                                         RoadmapItem             *item);
/* Selects the item and opens it. */
void                  roadmap_sheet_view_activate_item  (RoadmapSheetView        *self,
                                                         RoadmapItem             *item);
char                 *roadmap_sheet_view_dup_name       (RoadmapSheetView        *self,
                                                         RoadmapItem             *item);
char                 *roadmap_sheet_view_dup_place      (RoadmapSheetView        *self,
                                                         RoadmapItem             *item);
char                 *roadmap_sheet_view_dup_tooltip    (RoadmapSheetView        *self,
                                                         RoadmapItem             *item);

/* Keyboard and pointer of one view, which owns it. */
typedef struct _RoadmapSheetInput RoadmapSheetInput;

RoadmapSheetInput    *roadmap_sheet_input_new           (RoadmapSheetView        *view);
void                  roadmap_sheet_input_free          (RoadmapSheetInput       *self);
G_END_DECLS
