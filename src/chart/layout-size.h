/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* How large a layout is, also before it is laid out, which is done when it is drawn. */

/* For measure.c: what roadmap_layout_get_size() and roadmap_layout_get_n_lines() are to say, in Pango's units. */
void roadmap_layout_set_extents (PangoLayout *layout,
                                 int          right,
                                 int          height,
                                 int          n_lines);

/* The logical size of a layout, with its indent; @width and @height may be NULL.  Ask this and the next rather than Pango. */
void roadmap_layout_get_size    (PangoLayout *layout,
                                 double      *width,
                                 double      *height);
int  roadmap_layout_get_n_lines (PangoLayout *layout);

G_END_DECLS
