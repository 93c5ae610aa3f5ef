/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): what roadmap_edition_describe() says of the edition of @item, for readers of a copy: a roadmap
 * as it was (model/as-of) is said to be that. */
char *roadmap_edition_dup_words (Roadmap     *roadmap,
                                 RoadmapItem *item,
                                 const char  *language);

G_END_DECLS
