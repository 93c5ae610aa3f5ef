/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/arrange.h"

G_BEGIN_DECLS

/* For arrange.c and the files beside it: single edits of a step. */

/* Applies @edit, which is taken over. */
gboolean roadmap_arrange_apply  (Roadmap             *roadmap,
                                 RoadmapEdit         *edit,
                                 GError             **error);
/* Sets a link or another fact of an item, unless it is so already. */
gboolean roadmap_arrange_change (Roadmap             *roadmap,
                                 RoadmapItem         *item,
                                 const RoadmapField  *field,
                                 const char          *value,
                                 GError             **error);
/* Ends the step that was begun: commits it if @done, else leaves no trace of it. */
gboolean roadmap_arrange_end    (RoadmapHistory      *history,
                                 gboolean             done,
                                 GError             **error);

/* (transfer full) (nullable): the ids in @value, divided by spaces, without @id, or with @new_id (nullable) in its
 * place. */
char    *roadmap_links_without  (const char          *value,
                                 const char          *id,
                                 const char          *new_id);

G_END_DECLS
