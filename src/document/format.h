/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/schema.h"

G_BEGIN_DECLS

/* How we write what is new in a file; what was there before keeps the form it has. */

/* Between the quotes of an attribute; @quote is the kind of quotes. */
void roadmap_format_attribute_value (GString            *out,
                                     const char         *value,
                                     char                quote);
/* The whole attribute, with a space before it. */
void roadmap_format_attribute       (GString            *out,
                                     const char         *name,
                                     const char         *value);
/* Between the tags of a value's element; @ending divides the lines. */
void roadmap_format_content         (GString            *out,
                                     const RoadmapField *field,
                                     const char         *value,
                                     const char         *ending);
/* A name of our namespace, with @prefix if that is not NULL. */
void roadmap_format_name            (GString            *out,
                                     const char         *prefix,
                                     const char         *name);

G_END_DECLS
