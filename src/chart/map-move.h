/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/scene.h"

G_BEGIN_DECLS

/* For the files map-*.c alone: arrow keys among groups that lie in the plane and not in lanes.  From where it stands, a key leads to the
 * nearest group on that side, one straight ahead before one that lies off the way.  A group with others inside counts as
 * its upper part, above them: Down leads from a heading into what it heads. */
const RoadmapGroup *roadmap_map_move (const RoadmapScene *scene,
                                      const RoadmapGroup *from,
                                      RoadmapDirection    direction);

G_END_DECLS
