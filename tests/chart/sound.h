/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/scene.h"

/* What must be true of any layout. */

/* Lengths that differ by less are the same: rounding moves things that far. */
#define SOUND_NEAR 0.02

void sound_assert_within (const RoadmapRect *inner,
                          const RoadmapRect *outer);
/* No shape of one group lies over a shape of another. */
void sound_assert_apart  (RoadmapScene      *scene);
