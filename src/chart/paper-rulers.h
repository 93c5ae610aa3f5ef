/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/text-ruler.h"

G_BEGIN_DECLS

/* For measure.c: what text on paper is measured with. */

#define ROADMAP_PAPER_FONT "Noto Sans CJK JP"

/* For one language.  What they have learned they know in any size. */
typedef struct
{
  RoadmapTextRuler *regular;
  RoadmapTextRuler *bold;
} RoadmapRulers;

/* (transfer full): on which nothing depends on the pixels of a screen. */
PangoContext        *roadmap_paper_context_new (void);
/* (transfer none): those of this thread, so that what was learned for one size of text serves for the next that is tried, and
 * for the next print. */
const RoadmapRulers *roadmap_rulers_get        (const char *language);

G_END_DECLS
