/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/text-flow.h"

G_BEGIN_DECLS

/* For text-flow.c: lines of texts, and where they stand. */

typedef struct
{
  guint    text;   /* index of its text */
  guint    index;  /* in the layout */
  double   height;
  double   before;
  gboolean glued;  /* stays with the next line */
  gboolean begins;
  guint    first_call; /* of the notes it calls: those from this one on, … */
  guint    n_calls;    /* … as many as these */
} RoadmapFlowLine;

typedef struct
{
  const RoadmapFlowLine *line;
  double                 x, y;
} RoadmapFlowPlaced;

/* Adds the lines of @placed (RoadmapFlowPlaced) of @texts (RoadmapFlowText): those of one text that stand below each
 * other as one shape, and those of one item that follow each other as one group, wherever they stand. */
void roadmap_flow_add_placed (GArray       *texts,
                              GArray       *placed,
                              RoadmapScene *scene);

G_END_DECLS
