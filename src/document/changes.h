/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Notes which items of a roadmap have changed since its file was read or saved, and what stood in them then.  It need
 * not be exact: an item that was changed back is still noted.  From what is noted a save knows what it need not look
 * at. */
typedef struct _RoadmapChanges RoadmapChanges;

RoadmapChanges *roadmap_changes_new          (Roadmap        *roadmap);
void            roadmap_changes_free         (RoadmapChanges *self);

gboolean        roadmap_changes_is_empty     (RoadmapChanges *self);
/* (transfer container) (element-type RoadmapItem): the items whose values or children changed. */
GList          *roadmap_changes_list         (RoadmapChanges *self);
/* (transfer none): the children that @item had in the file, in order; NULL if it has the same ones now. */
GPtrArray      *roadmap_changes_get_children (RoadmapChanges *self,
                                              RoadmapItem    *item);
/* The item that @item stood in, in the file; the one it stands in now unless that changed. */
RoadmapItem    *roadmap_changes_get_parent   (RoadmapChanges *self,
                                              RoadmapItem    *item);

/* (transfer full): what was noted so far; from now on changes from the present state are noted. */
RoadmapChanges *roadmap_changes_take         (RoadmapChanges *self);
/* Takes back what was taken, and frees it: the state that it led to did not come into the file. */
void            roadmap_changes_give_back    (RoadmapChanges *self,
                                              RoadmapChanges *taken);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapChanges, roadmap_changes_free)

G_END_DECLS
