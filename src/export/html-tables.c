/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/html-parts.h"
#include "model/outline.h"
#include "model/status.h"

/* The outline of a chart as tables, one for each stage or lane: what the timeline draws, for who reads or hears it. */

#define MAX_DEPTH 32

static void
add_span_cell (RoadmapHtml *self,
               RoadmapItem *item)
{
  RoadmapSpan span;

  roadmap_html_add (self, "<td>");
  if (roadmap_get_span (self->roadmap, item, &span))
    {
      if (span.basis == ROADMAP_BASIS_INFERRED)
        {
          roadmap_html_add (self, "<span aria-hidden=\"true\">≈ </span><span class=\"vh\">");
          roadmap_html_add_word (self, "Inferred");
          roadmap_html_add (self, " </span>");
        }
      roadmap_html_add_short_span (self, &span);
    }
  roadmap_html_add (self, "</td>");
}

static void
add_status_cell (RoadmapHtml *self,
                 RoadmapItem *item)
{
  gboolean has_status = roadmap_item_is (item, "bar") || roadmap_item_is (item, "measure");
  RoadmapItem *status = has_status ? roadmap_get_status (self->roadmap, item) : NULL;

  if (!self->has_statuses)
    return;
  roadmap_html_add (self, "<td>");
  if (status != NULL)
    roadmap_html_add_status (self, status);
  roadmap_html_add (self, "</td>");
}

static void
add_letters (RoadmapHtml *self,
             RoadmapItem *item)
{
  g_autoptr (GPtrArray) categories = roadmap_get_links (self->roadmap, item, "categories");

  for (guint i = 0; i < categories->len; i++)
    roadmap_html_addf (self, " <span class=\"cat\">%s</span>",
                       roadmap_item_get (g_ptr_array_index (categories, i), "label"));
}

static void
add_row (RoadmapHtml *self,
         RoadmapItem *item,
         guint        depth)
{
  const RoadmapKind *kind = roadmap_item_get_kind (item);

  g_string_append_printf (self->out, "<tr data-d=\"%u\"", depth);
  roadmap_html_addf (self, " data-i=\"%s\" class=\"%s\"><th scope=\"row\"", roadmap_item_get_id (item), kind->name);
  g_string_append_printf (self->out, " style=\"--d:%u\"><span class=\"kind\">", depth);
  roadmap_html_add_word (self, kind->label);
  roadmap_html_add (self, "</span> ");
  roadmap_html_add_link (self, item);
  if (roadmap_item_is (item, "roadblock"))
    add_letters (self, item);
  roadmap_html_add (self, "</th>");
  add_span_cell (self, item);
  add_status_cell (self, item);
  roadmap_html_add (self, "</tr>\n");
}

/* Rows of what stands under @item; a bar stands under each of its measures. */
static void
add_rows (RoadmapHtml *self,
          RoadmapItem *item,
          guint        depth)
{
  g_autoptr (GPtrArray) children = roadmap_outline_children (self->roadmap, item);

  for (guint i = 0; i < children->len && depth < MAX_DEPTH; i++)
    if (roadmap_html_shows (self, g_ptr_array_index (children, i)))
      {
        add_row (self, g_ptr_array_index (children, i), depth);
        add_rows (self, g_ptr_array_index (children, i), depth + 1);
      }
}

static void
add_head (RoadmapHtml *self)
{
  static const char *const heads[] = { "Item", "Time", "Status" };
  gsize n_heads = G_N_ELEMENTS (heads) - !self->has_statuses;

  roadmap_html_add (self, "<thead><tr>");
  for (gsize i = 0; i < n_heads; i++)
    {
      roadmap_html_add (self, "<th scope=\"col\">");
      roadmap_html_add_word (self, heads[i]);
      roadmap_html_add (self, "</th>");
    }
  roadmap_html_add (self, "</tr></thead>\n<tbody>\n");
}

/* How many of each kind stand under it. */
static void
add_counts (RoadmapHtml *self,
            RoadmapItem *top)
{
  static const struct { const char *kind, *word; } counted[] = {
    { "roadblock", "Roadblocks" }, { "measure", "Measures" }, { "bar", "Bars" }, { "milestone", "Milestones" },
  };
  const char *space = "";

  roadmap_html_add (self, " <small>");
  for (gsize k = 0; k < G_N_ELEMENTS (counted); k++)
    {
      g_autoptr (GPtrArray) items = roadmap_list (self->roadmap, top, counted[k].kind);
      guint n = 0;

      for (guint i = 0; i < items->len; i++)
        n += roadmap_html_shows (self, g_ptr_array_index (items, i));
      if (n == 0)
        continue;
      roadmap_html_add (self, space);
      roadmap_html_add_word (self, counted[k].word);
      g_string_append_printf (self->out, " %u", n);
      space = " · ";
    }
  roadmap_html_add (self, "</small>");
}

static void
add_table (RoadmapHtml *self,
           RoadmapItem *lane)
{
  if (!roadmap_html_shows (self, lane))
    return;
  g_string_append_printf (self->out, "<details class=\"branch h%u\"", roadmap_html_get_hue (self, lane));
  roadmap_html_addf (self, " data-i=\"%s\"><summary><h4>", roadmap_item_get_id (lane));
  roadmap_html_add_label (self, lane);
  roadmap_html_add (self, "</h4>");
  add_counts (self, lane);
  roadmap_html_add (self, "</summary>\n<table><caption class=\"vh\">");
  roadmap_html_add_label (self, lane);
  roadmap_html_add (self, "</caption>");
  add_head (self);
  add_rows (self, lane, 0);
  roadmap_html_add (self, "</tbody></table></details>\n");
}

static gboolean
is_lane (RoadmapItem *item)
{
  return roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane");
}

void
roadmap_html_add_tables (RoadmapHtml *self,
                         RoadmapItem *chart)
{
  g_autoptr (GPtrArray) children = roadmap_outline_children (self->roadmap, chart);
  gboolean loose = FALSE;

  for (guint i = 0; i < children->len; i++)
    {
      RoadmapItem *child = g_ptr_array_index (children, i);

      if (is_lane (child))
        add_table (self, child);
      else
        loose |= roadmap_html_shows (self, child);
    }
  if (!loose)
    return;

  /* Milestones of the chart itself. */
  roadmap_html_add (self, "<details class=\"branch h0\"><summary><h4>");
  roadmap_html_add_word (self, "Milestones");
  roadmap_html_add (self, "</h4></summary>\n<table><caption class=\"vh\">");
  roadmap_html_add_word (self, "Milestones");
  roadmap_html_add (self, "</caption>");
  add_head (self);
  for (guint i = 0; i < children->len; i++)
    if (!is_lane (g_ptr_array_index (children, i)) && roadmap_html_shows (self, g_ptr_array_index (children, i)))
      add_row (self, g_ptr_array_index (children, i), 0);
  roadmap_html_add (self, "</tbody></table></details>\n");
}
