/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/facet.h"

G_BEGIN_DECLS

/* What people call facets, in the language of the interface, and their values: words of the roadmap in @language, the rest
 * in that of the interface. */

const char *roadmap_facet_get_label  (RoadmapFacet   facet);
/* "A 法改正が必要な事項", "遅延", "2021年度", "Inferred". */
char       *roadmap_facet_dup_title  (Roadmap       *roadmap,
                                      RoadmapFacet   facet,
                                      const char    *value,
                                      const char    *language);
/* The same so short that it can stand in a row of others, with the facet where the value alone does not say: "Category: A",
 * "遅延". */
char       *roadmap_facet_dup_phrase (Roadmap       *roadmap,
                                      RoadmapFacet   facet,
                                      const char    *value,
                                      const char    *language);

G_END_DECLS
