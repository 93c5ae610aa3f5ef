/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/html-parts.h"
#include "model/era.h"
#include "model/followup.h"
#include "model/status.h"

/* What was recorded of an item, the newest first. */

static char *
say_year (RoadmapHtml    *self,
          guint           reading,
          const char    **spoken,
          gconstpointer   point)
{
  *spoken = roadmap_html_get_own_language (self, reading);
  return roadmap_point_describe (point, roadmap_get_fiscal_start (self->roadmap), self->languages[reading]);
}

static void
add_circumstances (RoadmapHtml *self,
                   RoadmapItem *followup)
{
  const char *year = roadmap_item_get (followup, "year");
  const char *author = roadmap_item_get (followup, "author");
  RoadmapPoint point;

  roadmap_html_add (self, "<p class=\"when\">");
  roadmap_html_add_date (self, roadmap_item_get (followup, "date"));
  if (roadmap_item_get (followup, "meeting") != NULL)
    {
      roadmap_html_add (self, " · ");
      roadmap_html_add_field (self, followup, "meeting");
    }
  if (year != NULL && roadmap_point_parse (year, roadmap_get_fiscal_start (self->roadmap), &point))
    {
      roadmap_html_add (self, " · ");
      roadmap_html_add_said (self, say_year, &point);
    }
  if (author != NULL)
    roadmap_html_addf (self, " · %s", author);
  roadmap_html_add (self, "</p>\n");
}

static void
add_text (RoadmapHtml *self,
          RoadmapItem *followup,
          const char  *field,
          const char  *heading)
{
  if (roadmap_item_get (followup, field) == NULL)
    return;
  roadmap_html_add (self, "<div class=\"field\"><span class=\"label\">");
  roadmap_html_add_word (self, heading);
  roadmap_html_add (self, "</span>");
  roadmap_html_add_wording (self, followup, field, NULL);
  roadmap_html_add (self, "</div>\n");
}

static void
add_followup (RoadmapHtml *self,
              RoadmapItem *followup)
{
  RoadmapItem *status = roadmap_get_status (self->roadmap, followup);
  RoadmapItem *repeated = roadmap_get_linked (self->roadmap, followup, "repeats");
  RoadmapItem *source = repeated != NULL && roadmap_item_get (followup, "progress") == NULL ? repeated : followup;
  const char *evidence = roadmap_item_get (source, "evidence");

  roadmap_html_addf (self, "<li id=\"%s\">", roadmap_item_get_id (followup));
  if (status != NULL)
    {
      roadmap_html_add (self, "<p>");
      roadmap_html_add_status (self, status);
      roadmap_html_add (self, "</p>\n");
    }
  add_circumstances (self, followup);
  if (repeated != NULL)
    {
      roadmap_html_add (self, "<p>");
      roadmap_html_add_word (self, "Repeated from");
      roadmap_html_add (self, " ");
      roadmap_html_add_link (self, roadmap_item_get_parent (repeated));
      roadmap_html_add (self, "</p>\n");
    }
  add_text (self, source, "progress", "Progress");
  add_text (self, source, "plan", "Plan");
  roadmap_html_add_paragraphs (self, source, "paragraph", source == followup);
  if (evidence != NULL)
    {
      roadmap_html_add (self, "<p><span class=\"label\">");
      roadmap_html_add_word (self, "Evidence");
      roadmap_html_add (self, "</span> ");
      roadmap_html_add_web_link (self, evidence);
      roadmap_html_add (self, "</p>\n");
    }
  roadmap_html_add (self, "</li>\n");
}

void
roadmap_html_add_followups (RoadmapHtml *self,
                            RoadmapItem *item)
{
  g_autoptr (GPtrArray) followups = roadmap_list_all_followups (item);

  if (followups->len == 0)
    return;
  roadmap_html_add (self, "<div class=\"followups\"><span class=\"label\">");
  roadmap_html_add_word (self, "Progress Records");
  roadmap_html_add (self, "</span>\n<ol>\n");
  for (guint i = 0; i < followups->len; i++)
    add_followup (self, g_ptr_array_index (followups, i));
  roadmap_html_add (self, "</ol></div>\n");
}
