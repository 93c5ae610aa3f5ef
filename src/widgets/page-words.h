/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/pages.h"

G_BEGIN_DECLS

/* What a screen reader says of pages. */

/* (transfer full): "Page 3 of 14: title", with the title of what stands on it. */
char *roadmap_page_words_name     (RoadmapPages *pages,
                                   guint         page);
/* (transfer full): what begins on it, such as stages; empty if nothing does. */
char *roadmap_page_words_describe (RoadmapPages *pages,
                                   guint         page);

/* (transfer full): where a link leads, "Page 3: title" or an address. */
char *roadmap_page_words_link     (RoadmapPages *pages,
                                   const char   *target);

G_END_DECLS
