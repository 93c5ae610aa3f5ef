/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib-object.h>

#include "chart/scene.h"

G_BEGIN_DECLS

/* A sheet is what a view of a roadmap scrolls over: rows below each other, with a head over them and names beside them.
 *
 *   corner │ head         corner and head stay at the top when the rows scroll down, corner and names at the left when
 *   ───────┼───────       they scroll right.  Either may be empty: a map is one row without names or head.
 *   names  │ rows
 *
 * Laying out text is what costs time, so a row is laid out when it is first asked for.  Until then its height is an
 * estimate; when it is laid out, it and the rows below it may move.  Each row has scenes of its own, one for its part of
 * the names and one for its body, whose origins are the row's top left corner; their background shapes hold tints and
 * grid, their groups what can be selected.  Groups' `lane` and `line` count from 0 in each row.
 *
 * Subclasses say what the rows are while they are being constructed, and override lay_out().  Lengths are pixels on a
 * screen and points on paper. */

#define ROADMAP_TYPE_SHEET (roadmap_sheet_get_type ())
G_DECLARE_DERIVABLE_TYPE (RoadmapSheet, roadmap_sheet, ROADMAP, SHEET, GObject)

/* Where a group is.  An item has at most one group in each scene of a row. */
typedef struct
{
  guint               row;
  gboolean            in_names; /* it is one of the row's names, not of its body */
  const RoadmapGroup *group;    /* valid until the row is forgotten */
} RoadmapSheetPlace;

/* A piece of a row that is put on pages. */
typedef struct
{
  double   from;   /* heights in the row; above 0 it goes on from an earlier page */
  double   to;
  gboolean on_top; /* it is the first of its page */
} RoadmapSheetPiece;

struct _RoadmapSheetClass
{
  GObjectClass parent_class;

  /* Fills the two new scenes of the row @index.  The row becomes as high as the higher of the two. */
  void (* lay_out) (RoadmapSheet *self,
                    guint         index,
                    RoadmapScene *names,
                    RoadmapScene *body);

  /* As roadmap_sheet_move() from one body to another, for a sheet whose groups stand otherwise than bars in lanes;
   * NULL: as said there.  @to is in the row of @from and has no group yet. */
  gboolean (* move) (RoadmapSheet            *self,
                     const RoadmapSheetPlace *from,
                     RoadmapDirection         direction,
                     RoadmapSheetPlace       *to);

  /* Fills the new scene of what stands beside a piece of the row @index on paper, from the piece's upper edge on: the
   * names again, marked as continued.  They may need more height than the piece has.  FALSE, or NULL: the piece of the
   * row's own names. */
  gboolean (* lay_out_names) (RoadmapSheet            *self,
                              guint                    index,
                              const RoadmapSheetPiece *piece,
                              RoadmapScene            *names);
};

/* For subclasses.  Widths of the column of names and of everything beside it. */
void                roadmap_sheet_set_widths    (RoadmapSheet             *self,
                                                 double                    names_width,
                                                 double                    body_width);
/* (transfer full): @corner is as wide as the names, @head as the body; they have the same height.  They stand over the rows
 * added from now on: a sheet of several charts may have heads for each, all of one height. */
void                roadmap_sheet_take_heads    (RoadmapSheet             *self,
                                                 RoadmapScene             *corner,
                                                 RoadmapScene             *head);
/* Says that the body may be divided at @x, ascending, where it is wider than a page. */
void                roadmap_sheet_add_column_break (RoadmapSheet          *self,
                                                 double                    x);
/* Adds a row below the others.  @item (nullable) is what it shows; items below it in the roadmap are looked for in this
 * row unless a row of their own was added. */
void                roadmap_sheet_add_row       (RoadmapSheet             *self,
                                                 RoadmapItem              *item,
                                                 double                    estimated_height);
/* Says that @item is to be looked for in the row @index, where no row for it or an item around it would be found. */
void                roadmap_sheet_add_to_row    (RoadmapSheet             *self,
                                                 guint                     index,
                                                 RoadmapItem              *item);
/* Says that the last row added is only a heading for the next: no page ends with it. */
void                roadmap_sheet_keep_with_next (RoadmapSheet            *self);

double              roadmap_sheet_get_names_width (RoadmapSheet           *self);
double              roadmap_sheet_get_body_width (RoadmapSheet            *self);
double              roadmap_sheet_get_head_height (RoadmapSheet           *self);
/* The same of the heads over the row @index, on paper: nothing if they are empty. */
double              roadmap_sheet_get_row_head_height (RoadmapSheet       *self,
                                                 guint                     index);
/* (transfer none): where the body may be divided. */
const double       *roadmap_sheet_get_column_breaks (RoadmapSheet         *self,
                                                 guint                    *n_breaks);
/* Of all rows, with estimates for those not laid out. */
double              roadmap_sheet_get_height    (RoadmapSheet             *self);
/* (transfer none): those over the first row; never NULL. */
RoadmapScene       *roadmap_sheet_get_corner    (RoadmapSheet             *self);
RoadmapScene       *roadmap_sheet_get_head      (RoadmapSheet             *self);
/* (transfer none): those over the row at @y. */
void                roadmap_sheet_find_heads    (RoadmapSheet             *self,
                                                 double                    y,
                                                 RoadmapScene            **corner,
                                                 RoadmapScene            **head);

guint               roadmap_sheet_get_n_rows    (RoadmapSheet             *self);
/* (nullable) */
RoadmapItem        *roadmap_sheet_get_row_item  (RoadmapSheet             *self,
                                                 guint                     index);
double              roadmap_sheet_get_row_y     (RoadmapSheet             *self,
                                                 guint                     index);
double              roadmap_sheet_get_row_height (RoadmapSheet            *self,
                                                 guint                     index);
gboolean            roadmap_sheet_is_laid_out   (RoadmapSheet             *self,
                                                 guint                     index);
gboolean            roadmap_sheet_is_kept_with_next (RoadmapSheet         *self,
                                                 guint                     index);
/* The row at @y, the first or last if @y lies above or below all; 0 if there is none. */
guint               roadmap_sheet_find_row_at   (RoadmapSheet             *self,
                                                 double                    y);
/* The row in which @item is looked for.  FALSE if there is none. */
gboolean            roadmap_sheet_find_row_of   (RoadmapSheet             *self,
                                                 RoadmapItem              *item,
                                                 guint                    *index);

/* (transfer none): the scenes of a row, which is laid out if it is not.  They live until the row is forgotten. */
RoadmapScene       *roadmap_sheet_get_names     (RoadmapSheet             *self,
                                                 guint                     index);
RoadmapScene       *roadmap_sheet_get_body      (RoadmapSheet             *self,
                                                 guint                     index);
/* (transfer full) (nullable): what stands beside a piece of a row; NULL if that is a piece of roadmap_sheet_get_names(). */
RoadmapScene       *roadmap_sheet_create_names  (RoadmapSheet             *self,
                                                 guint                     index,
                                                 const RoadmapSheetPiece  *piece);
/* Lays out the rows that lie between two heights.  TRUE if rows have moved.  To keep what is seen in its place, remember
 * a row and where it lay, and scroll by as much as it moved. */
gboolean            roadmap_sheet_lay_out       (RoadmapSheet             *self,
                                                 double                    from,
                                                 double                    to);
/* Frees the scenes of rows that lie outside of two heights; their heights stay. */
void                roadmap_sheet_forget_outside (RoadmapSheet            *self,
                                                 double                    from,
                                                 double                    to);
/* What the row shows has changed: it will be laid out anew. */
void                roadmap_sheet_forget_row    (RoadmapSheet             *self,
                                                 guint                     index);

/* Asking.  All lay out what they need; points are in the coordinates of all rows.  FALSE and NULL: there is none. */
/* The item in a body, or failing that among the names. */
gboolean            roadmap_sheet_find          (RoadmapSheet             *self,
                                                 RoadmapItem              *item,
                                                 RoadmapSheetPlace        *place);
/* The item in one row alone. */
gboolean            roadmap_sheet_find_in_row   (RoadmapSheet             *self,
                                                 guint                     index,
                                                 RoadmapItem              *item,
                                                 RoadmapSheetPlace        *place);
/* The bounds of a group among all bodies, or among all names. */
RoadmapRect         roadmap_sheet_get_bounds    (RoadmapSheet             *self,
                                                 const RoadmapSheetPlace  *place);
/* The group an arrow key leads to, as roadmap_scene_move(), on into the next row that has groups.  Names lie to the left
 * of the first group of their row. */
gboolean            roadmap_sheet_move          (RoadmapSheet             *self,
                                                 const RoadmapSheetPlace  *from,
                                                 RoadmapDirection          direction,
                                                 RoadmapSheetPlace        *to);
/* The first or last group along the row of the table, for the keys Home and End. */
gboolean            roadmap_sheet_find_row_end  (RoadmapSheet             *self,
                                                 const RoadmapSheetPlace  *from,
                                                 gboolean                  last,
                                                 RoadmapSheetPlace        *place);
/* The group of a body nearest to a height, of those the one that is least far to the side of @from, for the keys Page Up and
 * Page Down. */
gboolean            roadmap_sheet_find_near     (RoadmapSheet             *self,
                                                 const RoadmapSheetPlace  *from,
                                                 double                    y,
                                                 RoadmapSheetPlace        *place);
/* The first or last group of all bodies, for the keys Ctrl+Home and Ctrl+End. */
gboolean            roadmap_sheet_find_end      (RoadmapSheet             *self,
                                                 gboolean                  last,
                                                 RoadmapSheetPlace        *place);
/* The item drawn at a point of the body, or of the names. */
RoadmapItem        *roadmap_sheet_pick          (RoadmapSheet             *self,
                                                 double                    x,
                                                 double                    y);
RoadmapItem        *roadmap_sheet_pick_name     (RoadmapSheet             *self,
                                                 double                    x,
                                                 double                    y);

/* All of a sheet as one scene, for tests and paper: corner and head, then names and rows.  (transfer full) */
RoadmapScene       *roadmap_sheet_flatten       (RoadmapSheet             *self);

G_END_DECLS
