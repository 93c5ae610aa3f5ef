/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/orphan.h"

G_BEGIN_DECLS

/* What is left of an earlier run, in words for people: which roadmap, how much, when, and what was done last.  @content
 * is what the file holds now, NULL if there is none.  (transfer full) */
char *roadmap_recovery_describe (RoadmapOrphan *orphan,
                                 GBytes        *content);

G_END_DECLS
