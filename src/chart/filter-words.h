/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/filter.h"

G_BEGIN_DECLS

/* (transfer full): what @filter lets through, in @language, for paper: "Filtered (Category: A Law, C Guidance / Overdue)".
 * NULL for the filter that everything passes. */
char *roadmap_filter_dup_words (RoadmapFilter *filter,
                                Roadmap       *roadmap,
                                const char    *language);

G_END_DECLS
