/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/imported.h"

#include "document/place.h"

gboolean
roadmap_imported_is_language (const char *tag)
{
  return g_regex_match_simple ("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", tag, G_REGEX_DOLLAR_ENDONLY, 0);
}

Roadmap *
roadmap_imported_new (RoadmapItem  *root,
                      const char   *language,
                      const char   *name,
                      GError      **error)
{
  Roadmap *roadmap = roadmap_new (root, language, error);

  if (roadmap == NULL)
    {
      roadmap_name_error (error, name);
      return NULL;
    }
  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    roadmap_item_set_line (item, 0);
  return roadmap;
}
