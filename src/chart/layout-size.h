/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* How large a layout is, also before it is laid out, which is done when it is drawn. */

/* In Pango's units. */
typedef struct
{
  int right;        /* edge of the longest line */
  int height;
  int baseline;     /* of the first line */
  int longest_word; /* in a layout that would not be wrapped */
  int n_lines;
} RoadmapExtents;

/* For measure.c: what the functions below are to say. */
void   roadmap_layout_set_extents      (PangoLayout          *layout,
                                        const RoadmapExtents *extents);

/* The logical size of a layout, with its indent; @width and @height may be NULL.  Ask these and the next two rather than Pango. */
void   roadmap_layout_get_size         (PangoLayout          *layout,
                                        double               *width,
                                        double               *height);
/* One of the two alone. */
double roadmap_layout_get_width        (PangoLayout          *layout);
double roadmap_layout_get_height       (PangoLayout          *layout);
int    roadmap_layout_get_n_lines      (PangoLayout          *layout);
/* That of the first line. */
double roadmap_layout_get_baseline     (PangoLayout          *layout);
/* As roadmap_measure_get_longest_word(); -1 if a layout that is wrapped does not know. */
double roadmap_layout_get_longest_word (PangoLayout          *layout);

G_END_DECLS
