/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* What must be true of a roadmap beyond the form of single values.  All fail with ROADMAP_ERROR_INVALID, and the message
 * begins with "line N: " when the item was read from a file. */

/* Whether @item keeps the rules that span several fields or items: required fields are there, links lead to items of the
 * right kind, a span does not end before it starts. */
gboolean     roadmap_check              (Roadmap            *self,
                                         RoadmapItem        *item,
                                         GError            **error);
/* Whether no id in @top, which is about to join the roadmap, is taken or occurs twice. */
gboolean     roadmap_check_new_ids      (Roadmap            *self,
                                         RoadmapItem        *top,
                                         GError            **error);
/* Says that the id of @item is one of them. */
void         roadmap_set_id_error       (RoadmapItem        *item,
                                         GError            **error);
/* Whether @edit may be applied by itself: the wording it touches is not locked (ROADMAP_ERROR_LOCKED_WORDING), its
 * value has the form of the field, links lead somewhere, kinds stand where they may. */
gboolean     roadmap_check_edit         (Roadmap            *self,
                                         RoadmapEdit        *edit,
                                         GError            **error);
/* The same without what roadmap_replay() does not ask: the lock, and where links lead. */
gboolean     roadmap_check_replay       (Roadmap            *self,
                                         RoadmapEdit        *edit,
                                         GError            **error);

G_END_DECLS
