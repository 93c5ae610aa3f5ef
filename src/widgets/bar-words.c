/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/bar-words.h"

#include "model/era.h"
#include "model/status.h"

char *
roadmap_bar_dup_name (Roadmap     *roadmap,
                      RoadmapItem *item,
                      const char  *language)
{
  RoadmapItem *status = roadmap_get_status (roadmap, item);
  const char *comma = g_str_has_prefix (language, "ja") ? "、" : ", ";
  g_autofree char *title = roadmap_item_dup_title (item, language);
  g_autofree char *status_title = status != NULL ? roadmap_item_dup_title (status, language) : NULL;
  g_autofree char *time = NULL;
  RoadmapSpan span;

  if (roadmap_get_span (roadmap, item, &span))
    time = roadmap_span_describe (&span, roadmap_get_fiscal_start (roadmap), language);

  return g_strconcat (title,
                      time != NULL ? comma : "", time != NULL ? time : "",
                      status_title != NULL ? comma : "", status_title != NULL ? status_title : "",
                      NULL);
}

char *
roadmap_bar_dup_place (RoadmapItem *item,
                       const char  *language)
{
  RoadmapItem *lane = roadmap_item_find_around (item, "stage");

  if (lane == NULL)
    lane = roadmap_item_find_around (item, "lane");
  if (lane == NULL)
    lane = roadmap_item_find_around (item, "chart");
  return lane != NULL ? roadmap_item_dup_label (lane, language) : g_strdup ("");
}
