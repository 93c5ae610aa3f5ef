/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"
#include "chart/scene.h"
#include "model/roadmap.h"

G_BEGIN_DECLS

/* A MARKUP value (model/markup.h) as people read it, with what its words lead to: <ref to="ID"> to "#ID", the number of
 * a note raised and on the line of the character before it; <link href="URI"> to URI. */

/* From byte @start up to @end of the layout's text. */
typedef struct
{
  char *target; /* as of a RoadmapSceneLink */
  int   start;
  int   end;
} RoadmapTextLink;

typedef struct
{
  char   *markup; /* for roadmap_measure_markup() */
  GArray *links;  /* RoadmapTextLink, in order */
} RoadmapLinkedText;

/* (transfer full): @value (nullable) for a text of @size.  What is not well-formed is shown as it stands. */
RoadmapLinkedText *roadmap_linked_text_new  (Roadmap                 *roadmap,
                                             const char              *value,
                                             RoadmapMeasure          *measure,
                                             RoadmapTextSize          size);
void               roadmap_linked_text_free (RoadmapLinkedText       *self);

/* Adds the links to the scene of @shape, a text laid out from the markup; of a piece only those on its lines. */
void               roadmap_linked_text_add  (const RoadmapLinkedText *self,
                                             RoadmapScene            *scene,
                                             const RoadmapShape      *shape);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapLinkedText, roadmap_linked_text_free)

G_END_DECLS
