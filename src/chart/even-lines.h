/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/text-ruler.h"

G_BEGIN_DECLS

/* For measure.c: makes lines shorter, as little as will do and without making more of them, until the last is no lonely letter.
 * @em is in points or pixels. */

void     roadmap_even_layout (PangoLayout      *layout,
                              double            em);
/* The same for what a ruler has taken up, @text; @lines are those of @frame, and become the new ones.  FALSE if the ruler does not
 * know. */
gboolean roadmap_even_frame  (RoadmapTextRuler *ruler,
                              const char       *text,
                              double            em,
                              RoadmapTextFrame *frame,
                              RoadmapTextLines *lines);

G_END_DECLS
