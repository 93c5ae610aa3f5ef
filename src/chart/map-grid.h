/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the lines of a drawing's grid come to lie, in one direction.
 *
 * The drawing says between which lines things stand, and how long each of them must be to hold its words.  The lines
 * keep the proportions of the drawing as far as that allows: what is too short grows, and the rest shares what is left.
 *
 * Only lines at which something begins or ends count, so an odd drawing costs no more than a plain one. */

typedef struct _RoadmapMapGrid RoadmapMapGrid;

RoadmapMapGrid *roadmap_map_grid_new   (void);
void            roadmap_map_grid_free  (RoadmapMapGrid *self);

/* Something stands between the lines @from and @to, @from being the lower, and is at least @length long. */
void            roadmap_map_grid_add   (RoadmapMapGrid *self,
                                        double          from,
                                        double          to,
                                        double          length);
/* The strip before the line @line, or behind it, begins or ends with so much that is not part of the drawing: it comes on
 * top of what the strip's share is. */
void            roadmap_map_grid_pad   (RoadmapMapGrid *self,
                                        double          line,
                                        gboolean        behind,
                                        double          length);
/* Places the lines, over @length or as much more as is needed.  Returns the distance of the outermost. */
double          roadmap_map_grid_solve (RoadmapMapGrid *self,
                                        double          length);
/* Where the line @line of the drawing lies, from 0; it must be one of those added. */
double          roadmap_map_grid_get   (RoadmapMapGrid *self,
                                        double          line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapMapGrid, roadmap_map_grid_free)

G_END_DECLS
