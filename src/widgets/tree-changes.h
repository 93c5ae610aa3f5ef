/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/edit.h"

G_BEGIN_DECLS

/* For item-tree.c and outline-model.c: what edits have changed in an outline since its rows were last brought up to
 * date.  Most edits change one bar, and of a long outline then only its row, and those around it, need a look. */

typedef struct _RoadmapTreeChanges RoadmapTreeChanges;

RoadmapTreeChanges *roadmap_tree_changes_new     (void);
void                roadmap_tree_changes_free    (RoadmapTreeChanges *self);

/* @edit was made, as the roadmap's "changed" announces it.  FALSE if an outline of @chart is as it was. */
gboolean            roadmap_tree_changes_add     (RoadmapTreeChanges *self,
                                                  RoadmapItem        *chart,
                                                  const RoadmapEdit  *edit);
/* Anything may be different. */
void                roadmap_tree_changes_add_all (RoadmapTreeChanges *self);
/* Nothing is any more. */
void                roadmap_tree_changes_clear   (RoadmapTreeChanges *self);

/* Whether what a row says about @item may be different: the item, something in it, or everything. */
gboolean            roadmap_tree_changes_concern (RoadmapTreeChanges *self,
                                                  RoadmapItem        *item);
/* Whether other rows may stand under that of @item, at any depth. */
gboolean            roadmap_tree_changes_reach   (RoadmapTreeChanges *self,
                                                  RoadmapItem        *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapTreeChanges, roadmap_tree_changes_free)

G_END_DECLS
