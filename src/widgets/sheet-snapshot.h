/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "chart/scene.h"
#include "chart/style.h"

G_BEGIN_DECLS

/* Scenes as render nodes.  Areas, rules and words become nodes of their own kind, which are drawn directly and, where there
 * is a graphics processor, by it; what only cairo can draw is drawn as chart/paint does.
 *
 * The scene's origin must lie on whole pixels. */

/* Appends the shapes from @first up to @after.  Behind words that match @query (nullable) lies a mark; words stay in @seen
 * (nullable), the part of the scene that is in view, as far as they can. */
void roadmap_snapshot_shapes     (GtkSnapshot          *snapshot,
                                  const RoadmapScene   *scene,
                                  guint                 first,
                                  guint                 after,
                                  const RoadmapPalette *palette,
                                  const char           *query,
                                  const RoadmapReach   *seen);
/* The shapes that belong to no group. */
void roadmap_snapshot_background (GtkSnapshot          *snapshot,
                                  const RoadmapScene   *scene,
                                  const RoadmapPalette *palette,
                                  const char           *query,
                                  const RoadmapReach   *seen);

G_END_DECLS
