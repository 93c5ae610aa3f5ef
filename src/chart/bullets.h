/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* Lists as ministries write them, in plain text with a line for each point:
 *
 *   ○ 指針を改正した。
 *   　・ 一括審査を原則とした。
 *   　　－ 施行は令和3年6月
 *
 * How deep a point is, is told by its marker and by the spaces before it.  A point whose marker was met further up goes on
 * with that list; another marker begins a list in the point above it, unless it is one that usually stands higher: ○ before
 * ・ before －.  A line without a marker is a paragraph: in the point above it if spaces stand before it, else in none. */

typedef struct
{
  guint level;  /* 0: not in any other */
  char *marker; /* empty for a paragraph */
  char *words;
} RoadmapBullet;

/* (transfer full): the points of @text, RoadmapBullet, in order; empty lines are passed over. */
GPtrArray *roadmap_bullets_parse (const char *text);

/* What texts are added with: all shapes get these. */
typedef struct
{
  RoadmapMeasure  *measure;
  RoadmapTextStyle style;
  RoadmapInk       ink;
  RoadmapTag       tag;
  RoadmapItem     *item; /* (nullable) */
} RoadmapBulletStyle;

/* How wide a marker is with the air behind it. */
double     roadmap_bullets_get_indent (const RoadmapBulletStyle *style,
                                       const char               *marker);
/* Adds one point: the marker at @x, the words of @markup hanging behind it.  @words (out) (nullable): their shape, with
 * its layout alive as long as the scene.  Returns its height. */
double     roadmap_bullets_add_point  (const RoadmapBulletStyle *style,
                                       const char               *marker,
                                       const char               *markup,
                                       double                    x,
                                       double                    y,
                                       double                    width,
                                       RoadmapScene             *scene,
                                       RoadmapShape             *words);
/* Adds all points of @text below each other, @gap apart, each level hanging behind the markers of those around it.
 * Returns the height. */
double     roadmap_bullets_add_text   (const RoadmapBulletStyle *style,
                                       const char               *text,
                                       double                    x,
                                       double                    y,
                                       double                    width,
                                       double                    gap,
                                       RoadmapScene             *scene);

G_END_DECLS
