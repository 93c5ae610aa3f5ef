/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What cannot be left out of a frame: its rectangles and runs of glyphs, drawn by bare cairo where they stand.  A drawing of
 * ours counts as one rectangle. */
typedef struct _NodeFloor NodeFloor;

/* Gathers them from the render nodes of a frame @width × @height large; what lies outside is left out. */
NodeFloor *node_floor_new  (GskRenderNode *node,
                            double         width,
                            double         height);
void       node_floor_free (NodeFloor     *self);
void       node_floor_draw (NodeFloor     *self,
                            cairo_t       *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NodeFloor, node_floor_free)

G_END_DECLS
