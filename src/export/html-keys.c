/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/html-parts.h"

/* What letters, colours and edges of the page mean. */

/* Categories and domains; an item of them leads to what has it. */
static void
add_list (RoadmapHtml *self,
          const char  *kind,
          const char  *heading)
{
  g_autoptr (GPtrArray) items = roadmap_list (self->roadmap, NULL, kind);

  if (items->len == 0)
    return;
  roadmap_html_add (self, "<div class=\"key\"><h3>");
  roadmap_html_add_word (self, heading);
  roadmap_html_add (self, "</h3>\n<ul>");
  for (guint i = 0; i < items->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (items, i);
      const char *label = roadmap_item_get (item, "label");

      roadmap_html_addf (self, "<li id=\"%s\" data-s><div class=\"own\">", roadmap_item_get_id (item));
      if (label != NULL)
        roadmap_html_addf (self, "<span class=\"cat\">%s</span> ", label);
      roadmap_html_add_title (self, item);
      roadmap_html_add_remarks (self, item);
      roadmap_html_add (self, "</div></li>\n");
    }
  roadmap_html_add (self, "</ul></div>\n");
}

static void
add_statuses (RoadmapHtml *self)
{
  g_autoptr (GPtrArray) statuses = roadmap_list (self->roadmap, NULL, "status");

  if (statuses->len == 0)
    return;
  roadmap_html_add (self, "<div class=\"key\"><h3>");
  roadmap_html_add_word (self, "Status");
  roadmap_html_add (self, "</h3>\n<ul>");
  for (guint i = 0; i < statuses->len; i++)
    {
      RoadmapItem *status = g_ptr_array_index (statuses, i);

      roadmap_html_addf (self, "<li id=\"%s\">", roadmap_item_get_id (status));
      roadmap_html_add_status (self, status);
      roadmap_html_add_remarks (self, status);
      roadmap_html_add (self, "</li>\n");
    }
  roadmap_html_add (self, "</ul></div>\n");
}

static void
add_shapes (RoadmapHtml *self)
{
  static const struct { const char *class, *word; } shapes[] = {
    { "bar", "Stated in the source" },
    { "bar inferred", "≈ Inferred: the source gives no position" },
    { "bar open", "Runs on without an end" },
    { "milestone", "Milestone" },
  };

  roadmap_html_add (self, "<div class=\"key shapes h0\"><h3>");
  roadmap_html_add_word (self, "Timeline");
  roadmap_html_add (self, "</h3>\n<ul>");
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      roadmap_html_addf (self, "<li><span class=\"sample %s\" aria-hidden=\"true\"></span> ", shapes[i].class);
      roadmap_html_add_word (self, shapes[i].word);
      roadmap_html_add (self, "</li>\n");
    }
  roadmap_html_add (self, "</ul></div>\n");
}

void
roadmap_html_add_keys (RoadmapHtml *self)
{
  roadmap_html_add (self, "<div class=\"keys\">\n");
  add_shapes (self);
  add_statuses (self);
  add_list (self, "category", "Categories");
  add_list (self, "domain", "Domain");
  roadmap_html_add (self, "</div>\n");
}
