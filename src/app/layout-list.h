/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "app/print-job.h"

G_BEGIN_DECLS

/* The layouts that a roadmap can be printed in, to be ticked.  Those that are ticked stand first, in the order in which
 * they are printed; their buttons move them. */

#define ROADMAP_TYPE_LAYOUT_LIST (roadmap_layout_list_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapLayoutList, roadmap_layout_list, ROADMAP, LAYOUT_LIST, AdwBin)

/* Once: what is ticked becomes the "layouts" of @choices. */
void roadmap_layout_list_bind   (RoadmapLayoutList   *self,
                                 RoadmapPrintChoices *choices);
/* Shows what @job prints, and offers what it could. */
void roadmap_layout_list_update (RoadmapLayoutList   *self,
                                 RoadmapPrintJob     *job);

G_END_DECLS
