/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <string.h>

#include "export/html-parts.h"
#include "export/html-words.h"

/* The details of a chart: a section for each stage or lane, in it an article for each item. */

/* What stands in a stage or lane, in groups. */
static const struct
{
  const char *kind;
  const char *heading;
} groups[] = {
  { "roadblock", "Roadblocks" },
  { "measure", "Measures" },
  { "bar", "Bars" },
  { "milestone", "Milestones" },
};

static gboolean
has_shown (RoadmapHtml *self,
           RoadmapItem *container,
           const char  *kind)
{
  for (guint i = 0; i < roadmap_item_get_n_children (container); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (container, i);

      if (roadmap_item_is (child, kind) && roadmap_html_shows (self, child))
        return TRUE;
    }
  return FALSE;
}

static void
add_group (RoadmapHtml *self,
           RoadmapItem *container,
           const char  *kind,
           const char  *heading)
{
  if (!has_shown (self, container, kind))
    return;
  roadmap_html_add (self, "<div class=\"group\"><h5>");
  roadmap_html_add_word (self, heading);
  roadmap_html_add (self, "</h5>\n");
  for (guint i = 0; i < roadmap_item_get_n_children (container); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (container, i);

      if (roadmap_item_is (child, kind) && roadmap_html_shows (self, child))
        roadmap_html_add_article (self, child, "h6");
    }
  roadmap_html_add (self, "</div>\n");
}

/* What was addressed without a roadblock it belongs to; the rest stands with its roadblocks. */
static void
add_addressed (RoadmapHtml *self,
               RoadmapItem *lane)
{
  gboolean opened = FALSE;

  for (guint i = 0; i < roadmap_item_get_n_children (lane); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (lane, i);

      if (!roadmap_item_is (child, "addressed") || roadmap_item_get (child, "roadblocks") != NULL ||
          !roadmap_html_shows (self, child))
        continue;
      if (!opened)
        {
          roadmap_html_add (self, "<div class=\"group\"><h5>");
          roadmap_html_add_word (self, "Started or addressed");
          roadmap_html_add (self, "</h5>\n");
        }
      opened = TRUE;
      roadmap_html_addf (self, "<div class=\"own\" id=\"%s\">", roadmap_item_get_id (child));
      roadmap_html_add_paragraphs (self, child, "paragraph", TRUE);
      roadmap_html_add (self, "</div>\n");
    }
  if (opened)
    roadmap_html_add (self, "</div>\n");
}

static void
add_lane (RoadmapHtml *self,
          RoadmapItem *lane,
          guint        level)
{
  const char *id = roadmap_item_get_id (lane);

  if (!roadmap_html_shows (self, lane))
    return;
  g_string_append_printf (self->out, "<section class=\"stage h%u\"", roadmap_html_get_hue (self, lane));
  roadmap_html_addf (self, " id=\"%s\" data-i=\"%s\" data-s>\n<div class=\"own\">", id, id);
  g_string_append_printf (self->out, "<h%u>", level);
  roadmap_html_add_label (self, lane);
  g_string_append_printf (self->out, "</h%u>\n", level);
  roadmap_html_add_facts (self, lane);
  roadmap_html_add (self, "</div>\n");
  roadmap_html_add_links (self, lane);

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      add_group (self, lane, groups[i].kind, groups[i].heading);
      if (strcmp (groups[i].kind, "roadblock") == 0)
        add_addressed (self, lane);
    }
  for (guint i = 0; i < roadmap_item_get_n_children (lane); i++)
    if (roadmap_item_is (roadmap_item_get_child (lane, i), "lane"))
      add_lane (self, roadmap_item_get_child (lane, i), MIN (level + 1, 6));
  roadmap_html_add_notes (self, lane, "note");
  roadmap_html_add (self, "</section>\n");
}

void
roadmap_html_add_details (RoadmapHtml *self,
                          RoadmapItem *chart)
{
  for (guint i = 0; i < roadmap_item_get_n_children (chart); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (chart, i);

      if (roadmap_item_is (child, "stage") || roadmap_item_is (child, "lane"))
        add_lane (self, child, 4);
    }
  add_group (self, chart, "milestone", "Milestones");
  roadmap_html_add_notes (self, chart, "note");
}
