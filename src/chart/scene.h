/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <pango/pango.h>

#include "model/item.h"

G_BEGIN_DECLS

/* A scene: what a layout found out, as a list of shapes.  Screen and paper paint it, clicks and arrow keys ask it,
 * tests print it as text; drawing and picking share one geometry.
 *
 * Words: a *shape* is one thing to paint.  The shapes of one item that follow each other are a *group*, with
 * bounds, so that a bar can be painted alone; shapes outside of groups are the *background*.  A *line* is one of
 * the rows in which bars stand in a lane, a *lane* the row of the chart they belong to; both are only counted, for
 * moving between groups.
 *
 * Lengths are in pixels on a screen and in points (1/72 inch) on paper; y goes downwards.
 *
 * A scene is built once and not changed when others look at it; pointers to its groups and shapes live as long as
 * it. */

typedef struct
{
  double x, y, width, height;
} RoadmapRect;

/* What is drawn in a shape's rectangle. */
typedef enum
{
  ROADMAP_FORM_FILL,      /* the rectangle filled, without an edge */
  ROADMAP_FORM_RULE,      /* a hairline: along the left side if the width is 0, along the top if the height is 0 */
  ROADMAP_FORM_BOX,       /* tinted, edged, with round corners */
  ROADMAP_FORM_DIAMOND,
  ROADMAP_FORM_CHIP,      /* a small filled box with a letter in it, its layout in the middle */
  ROADMAP_FORM_LABEL,     /* a filled pill with its layout in the middle */
  ROADMAP_FORM_CONNECTOR, /* from (x, y) along, then down to (x + width, y + height), with a small head there; width and
                           * height may be negative */
  ROADMAP_FORM_ARC,       /* a piece of a ring that fills the rectangle, `from` … `to` */
  ROADMAP_FORM_DISCLOSURE, /* a small arrow that points down to what is shown below; with the flag CLOSED to the right */
  ROADMAP_FORM_TEXT,      /* the layout, from the top left corner */
} RoadmapForm;

/* What a shape's colour means; the palette says what it looks like. */
typedef enum
{
  ROADMAP_INK_TEXT,
  ROADMAP_INK_DIM_TEXT,
  ROADMAP_INK_GRID,
  ROADMAP_INK_STRONG_GRID,
  ROADMAP_INK_HEAD,      /* behind the names of years */
  ROADMAP_INK_PANEL,     /* behind the titles of charts */
  ROADMAP_INK_BACKGROUND, /* that of the chart itself: cards that lie on a tint */
  ROADMAP_INK_HUE,       /* the hue of the shape, made visible on the background: edges */
  ROADMAP_INK_HUE_TEXT,  /* the same, readable: numbers */
  ROADMAP_INK_HUE_HINT,  /* the same, paler where no contrast is asked for: thin edges */
  ROADMAP_INK_NAME_TINT, /* the hue, very light: behind the name of a lane */
  ROADMAP_INK_ROW_TINT,  /* the hue, lighter still: behind the bars of a lane */
  ROADMAP_INK_BAR_TINT,  /* the hue, light: a bar */
  ROADMAP_INK_STATUS,    /* the hue of the shape, dark enough for a white letter */
  ROADMAP_INK_TODAY,
} RoadmapInk;

typedef enum
{
  ROADMAP_SHAPE_DASHED        = 1 << 0, /* the span is inferred */
  ROADMAP_SHAPE_OPEN_END      = 1 << 1, /* runs on (以降): the right side is an arrow head */
  ROADMAP_SHAPE_BEGINS_BEFORE = 1 << 2, /* cut off by the axis: the left side has a notch */
  ROADMAP_SHAPE_ENDS_AFTER    = 1 << 3, /* the same at the right side */
  ROADMAP_SHAPE_HATCHED       = 1 << 4,
  ROADMAP_SHAPE_STRUCK        = 1 << 5, /* a text with a line through it */
  ROADMAP_SHAPE_DOWN_FIRST    = 1 << 6, /* a connector that goes down, then along */
  ROADMAP_SHAPE_VERTICAL      = 1 << 7, /* a text that runs downwards, laid out with ROADMAP_TEXT_VERTICAL */
  ROADMAP_SHAPE_UPWARDS       = 1 << 8, /* a text turned to the left, so that it runs upwards */
  ROADMAP_SHAPE_THIN          = 1 << 9, /* a box whose edge is only a hint */
  ROADMAP_SHAPE_CLOSED        = 1 << 10,
} RoadmapShapeFlags;

/* What a text is, for a reader that does not see it; written into a PDF. */
typedef enum
{
  ROADMAP_TAG_NONE,       /* not said: a paragraph */
  ROADMAP_TAG_TITLE,      /* of a chart, a map, a narrative */
  ROADMAP_TAG_HEADING,    /* of a stage, a lane, a section */
  ROADMAP_TAG_SUBHEADING,
  ROADMAP_TAG_PARAGRAPH,
  ROADMAP_TAG_HEAD_CELL,  /* names a column or a row */
  ROADMAP_TAG_CELL,
  ROADMAP_TAG_NEXT_CELL,  /* another cell, where one text after another in a group is not in the same one */
  ROADMAP_TAG_NOTE,
  ROADMAP_TAG_ARTIFACT,   /* repeated on each page, such as its number: passed over when reading */
} RoadmapTag;

/* From one x to another. */
typedef struct
{
  double from, to;
} RoadmapReach;

typedef struct
{
  RoadmapForm        form;
  RoadmapInk         ink;
  RoadmapShapeFlags  flags;
  guint32            hue;    /* 0xrrggbb, for the inks that have one */
  RoadmapRect        rect;
  double             corner; /* of a box: radius of its corners; of a connector: length of its head; of an arc: how thick */
  PangoLayout       *layout; /* (nullable) */
  RoadmapItem       *item;   /* (nullable): what the shape shows */
  float              from;   /* of an arc: turns from the top, clockwise, 0 to 1 */
  float              to;
  RoadmapReach       words;  /* what moves together with the shape to stay in view when it is scrolled, … */
  RoadmapReach       room;   /* … within these; without a width it stays where it is */
  RoadmapTag         tag;    /* of its text */
  guint              first_line; /* of a text that is a piece of its layout: the lines from this one on, at the top of the
                                  * rectangle … */
  guint              n_lines;    /* … as many as these; 0: the whole layout */
} RoadmapShape;

/* An area that leads somewhere. */
typedef struct
{
  RoadmapRect  rect;
  char        *target; /* an URI, or "#" and the id of an item; on pages also another page, see chart/page-target.h */
} RoadmapSceneLink;

typedef struct
{
  RoadmapItem *item;
  RoadmapRect  bounds;  /* around all its shapes */
  RoadmapRect  box;     /* of its first box or diamond, without text beside it; else the bounds */
  guint        first;   /* index of its first shape */
  guint        n_shapes;
  guint        lane;
  guint        line;
} RoadmapGroup;

typedef enum
{
  ROADMAP_DIRECTION_LEFT,
  ROADMAP_DIRECTION_RIGHT,
  ROADMAP_DIRECTION_UP,
  ROADMAP_DIRECTION_DOWN,
} RoadmapDirection;

typedef struct _RoadmapScene RoadmapScene;

RoadmapScene       *roadmap_scene_new         (void);
RoadmapScene       *roadmap_scene_ref         (RoadmapScene        *self);
void                roadmap_scene_unref       (RoadmapScene        *self);

/* Building.  A scene takes references of layout and item. */
void                roadmap_scene_add         (RoadmapScene        *self,
                                               const RoadmapShape  *shape);
/* A shape that is no more than this. */
void                roadmap_scene_add_plain   (RoadmapScene        *self,
                                               RoadmapForm          form,
                                               RoadmapInk           ink,
                                               guint32              hue,
                                               RoadmapRect          rect);
/* A text whose upper left corner is there, and whose rectangle as large as the layout. */
void                roadmap_scene_add_text    (RoadmapScene        *self,
                                               PangoLayout         *layout,
                                               RoadmapInk           ink,
                                               guint32              hue,
                                               double               x,
                                               double               y);
/* The shapes added up to roadmap_scene_end_group() are @item's; groups do not nest. */
void                roadmap_scene_begin_group (RoadmapScene        *self,
                                               RoadmapItem         *item,
                                               guint                lane,
                                               guint                line);
void                roadmap_scene_end_group   (RoadmapScene        *self);
/* What lies in @rect leads to @target. */
void                roadmap_scene_add_link    (RoadmapScene        *self,
                                               RoadmapRect          rect,
                                               const char          *target);
/* Copies all of another scene, links too, moved by (@dx, @dy). */
void                roadmap_scene_add_scene   (RoadmapScene        *self,
                                               const RoadmapScene  *other,
                                               double               dx,
                                               double               dy);
/* The size is what the shapes need from the origin, or more if this asks for more. */
void                roadmap_scene_extend      (RoadmapScene        *self,
                                               double               width,
                                               double               height);

double              roadmap_scene_get_width   (const RoadmapScene  *self);
double              roadmap_scene_get_height  (const RoadmapScene  *self);

/* Shapes in the order in which they are painted. */
guint               roadmap_scene_get_n_shapes (const RoadmapScene *self);
const RoadmapShape *roadmap_scene_get_shape   (const RoadmapScene  *self,
                                               guint                index);
/* Groups in the order in which they were added, which is that of the file within a lane. */
guint               roadmap_scene_get_n_groups (const RoadmapScene *self);
const RoadmapGroup *roadmap_scene_get_group   (const RoadmapScene  *self,
                                               guint                index);
/* The first group of @item, or NULL. */
const RoadmapGroup *roadmap_scene_find_group  (const RoadmapScene  *self,
                                               RoadmapItem         *item);

guint               roadmap_scene_get_n_links (const RoadmapScene  *self);
const RoadmapSceneLink *roadmap_scene_get_link (const RoadmapScene *self,
                                               guint                index);

/* The item drawn at a point: of the topmost group there, else of the topmost shape that has one, else NULL. */
RoadmapItem        *roadmap_scene_pick        (const RoadmapScene  *self,
                                               double               x,
                                               double               y);
/* The group an arrow key leads to from @from, or NULL at the end.  Left and right go by time within the lane; up and
 * down to the nearest in the next line that has groups, on into the neighbouring lane. */
const RoadmapGroup *roadmap_scene_move        (const RoadmapScene  *self,
                                               const RoadmapGroup  *from,
                                               RoadmapDirection     direction);

/* The scene as text for golden tests, a shape a line, lengths rounded to half units. */
char               *roadmap_scene_dump        (const RoadmapScene  *self);

/* How deep the head or notches of a box are; 0 if it has none. */
double              roadmap_shape_get_head    (const RoadmapShape  *shape);
/* How far to the right the shape moves, to the left if negative, when only what is in @seen is in view of the scene: as
 * little as brings its words into view, within their room.  Whole pixels. */
double              roadmap_shape_follow      (const RoadmapShape  *shape,
                                               const RoadmapReach  *seen);
/* The shape's rectangle with positive width and height. */
RoadmapRect         roadmap_shape_get_bounds  (const RoadmapShape  *shape);

double              roadmap_rect_get_right    (const RoadmapRect   *rect);
double              roadmap_rect_get_bottom   (const RoadmapRect   *rect);
gboolean            roadmap_rect_contains     (const RoadmapRect   *rect,
                                               double               x,
                                               double               y);
/* Whether the two share more than an edge. */
gboolean            roadmap_rect_overlaps     (const RoadmapRect   *a,
                                               const RoadmapRect   *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapScene, roadmap_scene_unref)

G_END_DECLS
