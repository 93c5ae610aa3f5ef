/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A patch of a colour, as an image without words. */

#define ROADMAP_TYPE_SWATCH (roadmap_swatch_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapSwatch, roadmap_swatch, ROADMAP, SWATCH, GtkWidget)

GtkWidget *roadmap_swatch_new        (void);
/* @colour is #rrggbb; NULL, or anything else, leaves the patch empty. */
void       roadmap_swatch_set_colour (RoadmapSwatch *self,
                                      const char    *colour);

G_END_DECLS
