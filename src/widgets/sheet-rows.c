/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/sheet-rows.h"

#include <math.h>

#include "widgets/sheet-scroll.h"

/* Rows so far outside of what is seen are laid out too, so that a short scroll finds them ready … */
#define LOOKAHEAD 160.0
/* … and of those further away than so many screens the scenes are given back. */
#define KEPT_SCREENS 3.0

/* Laying out rows moves others into view; after so many rounds what is left is laid out in the next frame. */
#define MAX_ROUNDS 8

struct _RoadmapSheetRows
{
  GtkWidget     *view;                          /* not owned */
  void         (*scrolled) (GtkWidget *view);
  GtkAdjustment *hadjustment, *vadjustment;
  RoadmapSheet  *sheet;                         /* (nullable) */
  gboolean       adjusting;                     /* what the adjustments report now was set here */
  guint          ahead_id;                      /* waits to lay out rows before they come into view, 0 if it need not */

  /* What stays in its place in the next sheet. */
  double         next_x;                        /* where to be; NAN: where one was */
  RoadmapItem   *top_item;                      /* (nullable): the item of the topmost row seen */
  double         top_offset;                    /* how far it is scrolled */
  double         share_x, share_y;              /* the point of the sheet, in shares of its size, … */
  double         point_x, point_y;              /* … that stays at these pixels of the body; NAN: none does */
};

static double
get_body_width (RoadmapSheetRows *self)
{
  return MAX (0.0, gtk_widget_get_width (self->view) - roadmap_sheet_get_names_width (self->sheet));
}

static double
get_body_height (RoadmapSheetRows *self)
{
  return MAX (0.0, gtk_widget_get_height (self->view) - roadmap_sheet_get_head_height (self->sheet));
}

RoadmapRect
roadmap_sheet_rows_get_seen (RoadmapSheetRows *self)
{
  return (RoadmapRect) { gtk_adjustment_get_value (self->hadjustment), gtk_adjustment_get_value (self->vadjustment),
                         get_body_width (self), get_body_height (self) };
}

/* What stays in its place */

static void
remember_top (RoadmapSheetRows *self)
{
  double y = gtk_adjustment_get_value (self->vadjustment);
  guint row;

  if (roadmap_sheet_get_n_rows (self->sheet) == 0)
    return;
  row = roadmap_sheet_find_row_at (self->sheet, y);
  g_set_object (&self->top_item, roadmap_sheet_get_row_item (self->sheet, row));
  self->top_offset = y - roadmap_sheet_get_row_y (self->sheet, row);
}

RoadmapSheet *
roadmap_sheet_rows_get_sheet (RoadmapSheetRows *self)
{
  return self->sheet;
}

void
roadmap_sheet_rows_set_sheet (RoadmapSheetRows *self,
                              RoadmapSheet     *sheet)
{
  if (self->sheet != NULL)
    remember_top (self);
  g_set_object (&self->sheet, sheet);
}

void
roadmap_sheet_rows_forget_place (RoadmapSheetRows *self)
{
  g_clear_object (&self->top_item);
}

void
roadmap_sheet_rows_hold_point (RoadmapSheetRows *self,
                               double            x,
                               double            y,
                               gboolean          rows_too)
{
  RoadmapRect seen = roadmap_sheet_rows_get_seen (self);

  self->point_x = CLAMP (x, 0, seen.width);
  self->point_y = rows_too ? CLAMP (y, 0, seen.height) : NAN;
  self->share_x = (seen.x + self->point_x) / MAX (roadmap_sheet_get_body_width (self->sheet), 1);
  self->share_y = (seen.y + self->point_y) / MAX (roadmap_sheet_get_height (self->sheet), 1);
}

void
roadmap_sheet_rows_hold_x (RoadmapSheetRows *self,
                           double            x)
{
  self->next_x = x;
}

/* Where to be in a new sheet: where one was. */
static void
restore_place (RoadmapSheetRows *self,
               double           *x,
               double           *y)
{
  g_autoptr (RoadmapItem) top_item = g_steal_pointer (&self->top_item);
  guint row;

  if (top_item != NULL && roadmap_sheet_find_row_of (self->sheet, top_item, &row))
    *y = roadmap_sheet_get_row_y (self->sheet, row) + MIN (self->top_offset, roadmap_sheet_get_row_height (self->sheet, row));
  if (!isnan (self->next_x))
    *x = self->next_x;
  if (!isnan (self->point_x))
    *x = self->share_x * roadmap_sheet_get_body_width (self->sheet) - self->point_x;
  if (!isnan (self->point_y))
    *y = self->share_y * roadmap_sheet_get_height (self->sheet) - self->point_y;
  self->point_x = self->point_y = self->next_x = NAN;
}

/* Laying out */

/* Lays out the rows in view at @y; what is seen there stays, so @y may change. */
static void
lay_out_rows (RoadmapSheetRows *self,
              double           *y)
{
  double page = get_body_height (self);

  if (roadmap_sheet_get_n_rows (self->sheet) == 0)
    return;
  for (guint i = 0; i < MAX_ROUNDS; i++)
    {
      guint top = roadmap_sheet_find_row_at (self->sheet, *y);
      double offset = *y - roadmap_sheet_get_row_y (self->sheet, top);

      if (!roadmap_sheet_lay_out (self->sheet, *y - LOOKAHEAD, *y + page + LOOKAHEAD))
        return;
      *y = roadmap_sheet_get_row_y (self->sheet, top) + MIN (offset, roadmap_sheet_get_row_height (self->sheet, top));
    }
}

static void
configure (GtkAdjustment *adjustment,
           double         value,
           double         length,
           double         page)
{
  length = MAX (length, page);
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, length - page), 0, length, page * 0.1, page * 0.9, page);
}

void
roadmap_sheet_rows_update (RoadmapSheetRows *self)
{
  double x = gtk_adjustment_get_value (self->hadjustment);
  double y = gtk_adjustment_get_value (self->vadjustment);
  double page = get_body_height (self);
  gboolean was_adjusting = self->adjusting;
  double bottom = gtk_adjustment_get_upper (self->vadjustment) - gtk_adjustment_get_page_size (self->vadjustment);
  gboolean at_bottom = self->top_item == NULL && y > 0 && y >= bottom - 0.5;

  restore_place (self, &x, &y);
  y = CLAMP (y, 0, MAX (0, roadmap_sheet_get_height (self->sheet) - page));
  lay_out_rows (self, &y);
  for (guint i = 0; at_bottom && i < MAX_ROUNDS; i++)
    {
      double end = MAX (0, roadmap_sheet_get_height (self->sheet) - page);

      if (y == end)
        break;
      y = end;
      lay_out_rows (self, &y);
    }

  self->adjusting = TRUE;
  configure (self->hadjustment, x, roadmap_sheet_get_body_width (self->sheet), get_body_width (self));
  configure (self->vadjustment, y, roadmap_sheet_get_height (self->sheet), page);
  self->adjusting = was_adjusting;
}

void
roadmap_sheet_rows_trim (RoadmapSheetRows *self)
{
  RoadmapRect seen = roadmap_sheet_rows_get_seen (self);
  double kept = KEPT_SCREENS * seen.height;

  roadmap_sheet_forget_outside (self->sheet, seen.y - kept, seen.y + seen.height + kept);
}

/* A row that is not laid out, within a screen of what is seen. */
static gboolean
find_row_ahead (RoadmapSheetRows *self,
                guint            *row)
{
  RoadmapRect seen = roadmap_sheet_rows_get_seen (self);
  double end = seen.y + 2 * seen.height;

  for (guint i = roadmap_sheet_find_row_at (self->sheet, seen.y - seen.height); i < roadmap_sheet_get_n_rows (self->sheet); i++)
    {
      if (roadmap_sheet_get_row_y (self->sheet, i) >= end)
        return FALSE;
      if (!roadmap_sheet_is_laid_out (self->sheet, i))
        {
          *row = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* One row each time, so that input and frames need not wait. */
static gboolean
lay_out_ahead_cb (gpointer user_data)
{
  RoadmapSheetRows *self = user_data;
  double y = gtk_adjustment_get_value (self->vadjustment);
  guint row, top;
  double offset;

  if (self->sheet == NULL || !find_row_ahead (self, &row))
    {
      self->ahead_id = 0;
      /* What leads to these rows can be drawn now. */
      gtk_widget_queue_draw (self->view);
      return G_SOURCE_REMOVE;
    }

  top = roadmap_sheet_find_row_at (self->sheet, y);
  offset = y - roadmap_sheet_get_row_y (self->sheet, top);
  roadmap_sheet_get_body (self->sheet, row);
  self->adjusting = TRUE;
  gtk_adjustment_set_upper (self->vadjustment, MAX (roadmap_sheet_get_height (self->sheet),
                                                    gtk_adjustment_get_page_size (self->vadjustment)));
  gtk_adjustment_set_value (self->vadjustment, roadmap_sheet_get_row_y (self->sheet, top) + offset);
  self->adjusting = FALSE;
  return G_SOURCE_CONTINUE;
}

void
roadmap_sheet_rows_queue_ahead (RoadmapSheetRows *self)
{
  if (self->ahead_id == 0)
    self->ahead_id = g_idle_add_full (G_PRIORITY_LOW, lay_out_ahead_cb, self, NULL);
}

/* Scrolling */

/* Rows above the group may turn out to be higher than it was thought, and push it away. */
void
roadmap_sheet_rows_go_to (RoadmapSheetRows        *self,
                          const RoadmapSheetPlace *place)
{
  RoadmapRect before, after;

  self->adjusting = TRUE;
  for (guint i = 0; i < MAX_ROUNDS; i++)
    {
      roadmap_sheet_rows_update (self);
      before = roadmap_sheet_rows_get_seen (self);
      roadmap_sheet_scroll_to (self->sheet, place, &before, self->hadjustment, self->vadjustment);
      after = roadmap_sheet_rows_get_seen (self);
      if (before.x == after.x && before.y == after.y)
        break;
    }
  self->adjusting = FALSE;
}

void
roadmap_sheet_rows_show (RoadmapSheetRows *self,
                         guint             row)
{
  double y = roadmap_sheet_get_row_y (self->sheet, row);

  self->adjusting = TRUE;
  gtk_adjustment_clamp_page (self->vadjustment, y, y + roadmap_sheet_get_row_height (self->sheet, row));
  self->adjusting = FALSE;
}

static void
scrolled_cb (RoadmapSheetRows *self)
{
  if (!self->adjusting)
    self->scrolled (self->view);
}

static GtkAdjustment **
get_adjustment (RoadmapSheetRows *self,
                GtkOrientation    orientation)
{
  return orientation == GTK_ORIENTATION_HORIZONTAL ? &self->hadjustment : &self->vadjustment;
}

GtkAdjustment *
roadmap_sheet_rows_get_adjustment (RoadmapSheetRows *self,
                                   GtkOrientation    orientation)
{
  return *get_adjustment (self, orientation);
}

static void
drop_adjustment (RoadmapSheetRows  *self,
                 GtkAdjustment    **adjustment)
{
  if (*adjustment != NULL)
    g_signal_handlers_disconnect_by_func (*adjustment, scrolled_cb, self);
  g_clear_object (adjustment);
}

void
roadmap_sheet_rows_set_adjustment (RoadmapSheetRows *self,
                                   GtkOrientation    orientation,
                                   GtkAdjustment    *adjustment)
{
  GtkAdjustment **place = get_adjustment (self, orientation);

  drop_adjustment (self, place);
  *place = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*place, "value-changed", G_CALLBACK (scrolled_cb), self);
}

RoadmapSheetRows *
roadmap_sheet_rows_new (GtkWidget  *view,
                        void      (*scrolled) (GtkWidget *view))
{
  RoadmapSheetRows *self = g_new0 (RoadmapSheetRows, 1);

  self->view = view;
  self->scrolled = scrolled;
  self->point_x = self->point_y = self->next_x = NAN;
  roadmap_sheet_rows_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  roadmap_sheet_rows_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  return self;
}

void
roadmap_sheet_rows_free (RoadmapSheetRows *self)
{
  g_clear_handle_id (&self->ahead_id, g_source_remove);
  drop_adjustment (self, &self->hadjustment);
  drop_adjustment (self, &self->vadjustment);
  g_clear_object (&self->sheet);
  g_clear_object (&self->top_item);
  g_free (self);
}
