/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* What kinds and fields are called, and what their values say, on charts and paper: in the language of the content, as
 * the words of chart/words.h, where model/schema.h has labels for the interface. */

/* "Bar" · 帯. */
const char *roadmap_kind_word  (const RoadmapKind  *kind,
                                const char         *language);
/* "Explanation" · 説明. */
const char *roadmap_field_word (const RoadmapField *field,
                                const char         *language);
/* The same for a label of either. */
const char *roadmap_label_word (const char         *label,
                                const char         *language);
/* (transfer full): as roadmap_value_describe(), with all of it in @language. */
char       *roadmap_value_word (Roadmap            *roadmap,
                                const RoadmapField *field,
                                const char         *value,
                                const char         *language);

G_END_DECLS
