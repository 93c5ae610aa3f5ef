/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

#include "model/reading.h"

G_BEGIN_DECLS

/* The reading text of a roadmap (model/reading.h) as a GListModel of RoadmapPassageObject.  The text is read once in a
 * single pass; an object for a passage is made only when it is asked for, which a list view does for those in view. */

#define ROADMAP_TYPE_PASSAGE_OBJECT (roadmap_passage_object_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapPassageObject, roadmap_passage_object, ROADMAP, PASSAGE_OBJECT, GObject)

const RoadmapPassage *roadmap_passage_object_get (RoadmapPassageObject *self);

#define ROADMAP_TYPE_PASSAGE_MODEL (roadmap_passage_model_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapPassageModel, roadmap_passage_model, ROADMAP, PASSAGE_MODEL, GObject)

RoadmapPassageModel  *roadmap_passage_model_new       (void);
/* Reads @roadmap (NULL: nothing) anew.  Passages at the beginning and end that are as they were stay what they are, so
 * that a list view keeps its place. */
void                  roadmap_passage_model_read      (RoadmapPassageModel *self,
                                                       Roadmap             *roadmap);
/* Valid until the next roadmap_passage_model_read(). */
GArray               *roadmap_passage_model_get_all   (RoadmapPassageModel *self);
const RoadmapPassage *roadmap_passage_model_get       (RoadmapPassageModel *self,
                                                       guint                position);

G_END_DECLS
