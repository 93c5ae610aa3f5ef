/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/scene.h"
#include "model/roadmap.h"

G_BEGIN_DECLS

/* What inks look like.  Palettes are plain values: copy one and change a colour, such as the accent the system asks
 * for.
 *
 * All mixing gives opaque colours, so that nothing shines through a bar.  Text has a contrast of at least 4.5:1 to
 * everything it stands on (WCAG 2.1, 1.4.3), edges of bars 3:1 (1.4.11). */

/* From 0 to 1, sRGB. */
typedef struct
{
  double red, green, blue;
} RoadmapColour;

typedef enum
{
  ROADMAP_THEME_LIGHT,
  ROADMAP_THEME_DARK,
  ROADMAP_THEME_LIGHT_CONTRAST,
  ROADMAP_THEME_DARK_CONTRAST,
  ROADMAP_THEME_PAPER,
} RoadmapTheme;

#define ROADMAP_N_THEMES (ROADMAP_THEME_PAPER + 1)

typedef struct
{
  RoadmapColour background;
  RoadmapColour text;
  RoadmapColour dim_text;
  RoadmapColour grid;
  RoadmapColour strong_grid;
  RoadmapColour head;
  RoadmapColour panel;
  RoadmapColour accent; /* selection; also for widgets */
  RoadmapColour today;
  RoadmapColour mark;   /* behind words that were searched for */
  double        bar_tint;   /* how much of the hue is in a bar, 0 to 1 */
  double        name_tint;  /* … behind the name of a lane */
  double        row_tint;   /* … behind its bars */
  double        hatch_tint; /* … in the stripes of a hatched bar */
  double        hint;       /* … in a thin edge; 1: as strong as any other */
  double        edge_width; /* of a bar; pixels, or points on paper */
  double        rule_width; /* of grid lines; in pixels of the device on a screen, points on paper */
} RoadmapPalette;

const RoadmapPalette *roadmap_palette_get       (RoadmapTheme          theme);
/* The colour of @ink; @hue is 0xrrggbb, for the inks that have one. */
RoadmapColour         roadmap_palette_get_ink   (const RoadmapPalette *palette,
                                                 RoadmapInk            ink,
                                                 guint32               hue);
/* The colour of the stripes over a hatched bar. */
RoadmapColour         roadmap_palette_get_hatch (const RoadmapPalette *palette,
                                                 guint32               hue);

/* Contrast of two colours after WCAG 2.1, from 1 to 21. */
double                roadmap_colour_contrast   (const RoadmapColour  *a,
                                                 const RoadmapColour  *b);
RoadmapColour         roadmap_colour_from_hue   (guint32               hue);

/* Reads "#rrggbb". */
gboolean              roadmap_hue_parse         (const char           *text,
                                                 guint32              *hue);
/* (out) @n_hues: the hues that stages and lanes without one of their own have, by order. */
const guint32        *roadmap_hue_get_family    (guint                *n_hues);
/* The hue of a stage or lane: its own, else that of the lane around it, else by order among its siblings. */
guint32               roadmap_lane_get_hue      (RoadmapItem          *lane);
/* The hue of any item: that of the stage or lane it is or lies in; of an item that lies in none, a neutral one. */
guint32               roadmap_item_get_hue      (RoadmapItem          *item);
/* The same hue with most of its colour gone, for what is no longer in force. */
guint32               roadmap_hue_get_pale      (guint32               hue);
/* The colour of a status, a neutral one if it has none. */
guint32               roadmap_status_get_hue    (RoadmapItem          *status);

G_END_DECLS
