/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* The lock on adopted wording.  While it is on, adopted wording changes in an amendment alone, and not before what it was
 * is kept: so whatever asks for an edit, no adopted word can be lost. */

/* Whether what @item says is the editor's, not adopted. */
gboolean roadmap_item_is_editors     (RoadmapItem        *item);
/* Whether there is adopted wording in @top or below it.  That of @except, an edition or NULL, does not count. */
gboolean roadmap_has_adopted_wording (RoadmapItem        *top,
                                      RoadmapItem        *except);
/* Fails with ROADMAP_ERROR_LOCKED_WORDING if the lock is on and does not allow @edit, or if the roadmap is past. */
gboolean roadmap_check_lock          (Roadmap            *self,
                                      const RoadmapEdit  *edit,
                                      GError            **error);

G_END_DECLS
