/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "chart/measure.h"
#include "chart/sheet.h"
#include "widgets/view-state.h"

G_BEGIN_DECLS

/* A view of a roadmap that scrolls over a sheet: head, names and corner stay while the rows scroll.
 *
 * It is a GtkScrollable, for a GtkScrolledWindow.  Only the rows in view are laid out, and what is seen stays in its place
 * when they turn out higher than they were guessed.  Over the painted rows lies a focusable child for each group in view.
 * Tab enters at the selected item and leaves.  Arrow keys go from group to group, to the left of the first one to the name
 * of the row; Home and End along the row, with Ctrl to the first and last of all; Page Up and Page Down by what is seen;
 * Escape leaves the selection.  With Shift, an arrow or a click selects all from the first one on, a click with Ctrl
 * one more, Ctrl+A the row.  Where a view has a scale, Ctrl with the wheel, and pinching, zoom around the pointer.
 *
 * Properties: "state" (RoadmapViewState), "menu-model" (GMenuModel, nullable: the context menu of an item, which is
 * selected before it opens).
 *
 * A new sheet is made when a property of the state changes, except for "selected", "selection" and "query". */

#define ROADMAP_TYPE_SHEET_VIEW (roadmap_sheet_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (RoadmapSheetView, roadmap_sheet_view, ROADMAP, SHEET_VIEW, GtkWidget)

struct _RoadmapSheetViewClass
{
  GtkWidgetClass parent_class;

  /* (transfer full) (nullable): what the state asks for, for a view @width pixels wide, its texts laid out with @measure.
   * The state has a roadmap.  Widths of names and heights of heads are whole pixels. */
  RoadmapSheet *(* create_sheet) (RoadmapSheetView  *self,
                                  RoadmapViewState  *state,
                                  RoadmapMeasure    *measure,
                                  double             width);
  /* Whether @sheet, of which forget_row() was called for what changed, still shows the roadmap after an edit.  FALSE: a new
   * one is made.  As it is, it looks at the row of the edited item alone. */
  gboolean      (* keep_sheet)   (RoadmapSheetView  *self,
                                  RoadmapSheet      *sheet,
                                  const RoadmapEdit *edit);

  /* (transfer full): what an item is called for those who do not see it, where it stands, and (nullable) what is shown
   * while the pointer rests on it.  As they are: the words of a bar, and for the tooltip all of them. */
  char         *(* dup_name)     (RoadmapSheetView  *self,
                                  RoadmapItem       *item);
  char         *(* dup_place)    (RoadmapSheetView  *self,
                                  RoadmapItem       *item);
  char         *(* dup_tooltip)  (RoadmapSheetView  *self,
                                  RoadmapItem       *item);

  /* A group was clicked at a point of its row's scene, or a key was pressed while it has the focus.  TRUE: that is all
   * there is to do.  (nullable) */
  gboolean      (* clicked)      (RoadmapSheetView        *self,
                                  const RoadmapSheetPlace *place,
                                  double                   x,
                                  double                   y);
  gboolean      (* key_pressed)  (RoadmapSheetView        *self,
                                  const RoadmapSheetPlace *place,
                                  guint                    key,
                                  GdkModifierType          modifiers);

  /* Whether @item stands out because of the item that leads what is selected, which is another one.  As it is, what
   * belongs to a roadblock or measure does. */
  gboolean      (* is_related)   (RoadmapSheetView  *self,
                                  RoadmapItem       *selected,
                                  RoadmapItem       *item);
  /* Enter, or a double click, on a group whose item is selected now.  TRUE: it was opened; FALSE, as it is: Enter does no
   * more, and a double click activates "win.edit-item". */
  gboolean      (* open_item)    (RoadmapSheetView  *self,
                                  RoadmapItem       *item);

  /* (transfer full): what lies between the rows that are laid out and their groups, near @from … @to, in the coordinates of
   * all bodies; (nullable): nothing does.  For a frame, so it lays out nothing. */
  RoadmapScene *(* create_links) (RoadmapSheetView  *self,
                                  RoadmapSheet      *sheet,
                                  double             from,
                                  double             to);

  /* Paints what lies over rows and names for a while, such as what is being dragged; (nullable): nothing does. */
  void          (* snapshot_over) (RoadmapSheetView *self,
                                  GtkSnapshot       *snapshot);

  /* The scale, in proportion to which the bodies are wide; (nullable): there is none.  set_zoom() clamps it, and sees to it
   * that a new sheet is made, by a property of the state or by roadmap_sheet_view_invalidate(). */
  double        (* get_zoom)     (RoadmapSheetView  *self);
  void          (* set_zoom)     (RoadmapSheetView  *self,
                                  double             zoom);
  gboolean         zooms_height; /* whether the rows are high in proportion to it, too */

  gboolean         fills_height; /* whether the sheet also depends on the height of the widget */

  GtkAccessibleRole child_role;  /* of what lies in the bodies, as it suits the role of the view; a list item of a list */
};

RoadmapViewState *roadmap_sheet_view_get_state  (RoadmapSheetView *self);
void              roadmap_sheet_view_set_state  (RoadmapSheetView *self,
                                                 RoadmapViewState *state);

/* For subclasses.  What the sheet was made from has changed. */
void              roadmap_sheet_view_invalidate (RoadmapSheetView *self);
/* (transfer none): the sheet that is shown, made if need be; NULL while there is nothing to show. */
RoadmapSheet     *roadmap_sheet_view_get_sheet  (RoadmapSheetView *self);
/* While a sheet is being created: it is shown from @x of its bodies on. */
void              roadmap_sheet_view_hold_x     (RoadmapSheetView *self,
                                                 double            x);
/* Scrolls to the group and gives it the focus. */
void              roadmap_sheet_view_go_to      (RoadmapSheetView        *self,
                                                 const RoadmapSheetPlace *place);
/* The group's rectangle in the view; for a popover that points to it. */
void              roadmap_sheet_view_get_bounds (RoadmapSheetView        *self,
                                                 const RoadmapSheetPlace *place,
                                                 GdkRectangle            *bounds);

G_END_DECLS
