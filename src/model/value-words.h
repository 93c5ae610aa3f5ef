/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* A value of @field as people read it: links as the labels of what they lead to, times and dates in words, markup
 * without its tags.  What comes from the roadmap is in @language (NULL: the roadmap's own), “Yes” and the like in the
 * interface's.  @value may be NULL, which is a dash. */
char *roadmap_value_describe (Roadmap            *roadmap,
                              const RoadmapField *field,
                              const char         *value,
                              const char         *language);

G_END_DECLS
