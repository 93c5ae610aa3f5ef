/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/page-target.h"

#include <stdio.h>

char *
roadmap_page_target_new (guint  page,
                         double y)
{
  return g_strdup_printf ("#page:%u:%d", page, (int) y);
}

gboolean
roadmap_page_target_find (RoadmapPages *pages,
                          const char   *target,
                          guint        *page,
                          double       *y)
{
  RoadmapItem *item;
  int height;

  if (*target != '#')
    return FALSE;
  if (sscanf (target, "#page:%u:%d", page, &height) == 2)
    {
      *y = height;
      return *page < roadmap_pages_get_n_pages (pages);
    }
  item = roadmap_lookup (roadmap_pages_get_roadmap (pages), target + 1);
  return item != NULL && roadmap_pages_find (pages, item, page, y);
}
