/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/attributes.h"

#include <string.h>

const RoadmapAttribute *
roadmap_attributes_find (const RoadmapAttribute *attributes,
                         guint                   n_attributes,
                         const char             *uri,
                         const char             *name)
{
  for (guint i = 0; i < n_attributes; i++)
    if (g_strcmp0 (attributes[i].uri, uri) == 0 && strcmp (attributes[i].name, name) == 0)
      return &attributes[i];
  return NULL;
}

char *
roadmap_attributes_dup (const RoadmapAttribute *attributes,
                        guint                   n_attributes,
                        const char             *uri,
                        const char             *name)
{
  const RoadmapAttribute *found = roadmap_attributes_find (attributes, n_attributes, uri, name);

  return found != NULL ? g_strndup (found->value, found->end - found->value) : NULL;
}
