/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

/* The bar below a window's header that tells why the file stays as it is, and offers to save as another one. */

#define ROADMAP_TYPE_ACCESS_BAR (roadmap_access_bar_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapAccessBar, roadmap_access_bar, ROADMAP, ACCESS_BAR, AdwBin)

/* It hides when there is nothing to tell. */
void roadmap_access_bar_set_access (RoadmapAccessBar *self,
                                    RoadmapAccess     access);

G_END_DECLS
