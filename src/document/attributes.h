/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The attributes of an element as libxml2 hands them over at its start tag (startElementNsSAX2Func): in rows of five
 * pointers, of which the last two stand around a value that is not ended by NUL. */
typedef struct
{
  const char *name, *prefix, *uri, *value, *end;
} RoadmapAttribute;

/* The one with this name in the namespace @uri, or with NULL in none; NULL if there is none. */
const RoadmapAttribute *roadmap_attributes_find (const RoadmapAttribute *attributes,
                                                 guint                   n_attributes,
                                                 const char             *uri,
                                                 const char             *name);
/* Its value, or NULL.  (transfer full) */
char                   *roadmap_attributes_dup  (const RoadmapAttribute *attributes,
                                                 guint                   n_attributes,
                                                 const char             *uri,
                                                 const char             *name);

G_END_DECLS
