/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/map-layout.h"
#include "chart/map-region.h"
#include "export/html-parts.h"
#include "model/edition.h"

/* The map in the cells of its own grid; on a narrow screen the style sheet lets its regions follow each other. */

static void
add_place (RoadmapHtml *self,
           RoadmapRect  grid,
           double       x,
           double       y)
{
  g_string_append_printf (self->out, " style=\"--x:%d;--y:%d;--w:%d;--h:%d\"", (int) (grid.x - x) + 1,
                          (int) (grid.y - y) + 1, MAX ((int) grid.width, 1), MAX ((int) grid.height, 1));
}

/* Whether each cell has a place on the grid. */
static gboolean
are_placed (RoadmapItem *region)
{
  for (guint i = 0; i < roadmap_item_get_n_children (region); i++)
    {
      RoadmapItem *cell = roadmap_item_get_child (region, i);

      if (roadmap_item_is (cell, "cell") &&
          (roadmap_item_get (cell, "x") == NULL || roadmap_item_get (cell, "y") == NULL))
        return FALSE;
    }
  return TRUE;
}

/* The grid of the map has room for the head of a region; here it stands over the cells. */
static double
find_first_row (RoadmapItem *region)
{
  double first = G_MAXINT;

  for (guint i = 0; i < roadmap_item_get_n_children (region); i++)
    if (roadmap_item_is (roadmap_item_get_child (region, i), "cell"))
      first = MIN (first, roadmap_map_get_grid (roadmap_item_get_child (region, i)).y);
  return first;
}

static void
add_cell (RoadmapHtml *self,
          RoadmapItem *cell,
          RoadmapRect  region,
          gboolean     placed)
{
  g_autoptr (GPtrArray) notes = roadmap_get_links (self->roadmap, cell, "notes");
  g_autoptr (GPtrArray) next = roadmap_get_links (self->roadmap, cell, "next");

  roadmap_html_addf (self, "<li id=\"%s\" class=\"cell\" data-s", roadmap_item_get_id (cell));
  if (placed)
    add_place (self, roadmap_map_get_grid (cell), region.x, region.y);
  roadmap_html_add (self, "><div class=\"own\">");
  roadmap_html_add_field (self, cell, "title");
  for (guint i = 0; i < notes->len; i++)
    {
      RoadmapItem *note = g_ptr_array_index (notes, i);

      roadmap_html_addf (self, "<sup><a href=\"#%s\">%s</a></sup>", roadmap_item_get_id (note),
                         roadmap_item_get (note, "number"));
    }
  roadmap_html_add_remarks (self, cell);
  roadmap_html_add (self, "</div>");
  for (guint i = 0; i < next->len; i++)
    {
      roadmap_html_addf (self, "<a class=\"next\" href=\"#%s\"><span aria-hidden=\"true\">→</span><span class=\"vh\">",
                         roadmap_item_get_id (g_ptr_array_index (next, i)));
      roadmap_html_add_word (self, "Leads to");
      roadmap_html_add (self, " ");
      roadmap_html_add_title (self, g_ptr_array_index (next, i));
      roadmap_html_add (self, "</span></a>");
    }
  roadmap_html_add (self, "</li>\n");
}

static void
add_region (RoadmapHtml *self,
            RoadmapItem *region)
{
  RoadmapItem *lane = roadmap_map_find_lane (self->roadmap, region);
  RoadmapRect grid = roadmap_map_get_grid (region);
  RoadmapRect inner = { grid.x, find_first_row (region), 0, 0 };
  gboolean placed = are_placed (region), opened = FALSE;
  const char *id = roadmap_item_get_id (region);

  g_string_append_printf (self->out, "<section class=\"region h%u\"",
                          roadmap_html_get_hue (self, lane != NULL ? lane : region));
  if (lane != NULL)
    roadmap_html_addf (self, " data-i=\"%s\"", roadmap_item_get_id (lane));
  roadmap_html_addf (self, " id=\"%s\" data-s", id);
  add_place (self, grid, 0, 0);
  roadmap_html_add (self, "><div class=\"own\"><h4>");
  if (roadmap_item_get (region, "number") != NULL)
    roadmap_html_addf (self, "<span class=\"n\">%s</span> ", roadmap_item_get (region, "number"));
  roadmap_html_add_field (self, region, "title");
  roadmap_html_add (self, "</h4>");
  roadmap_html_add_remarks (self, region);
  roadmap_html_add (self, "</div>\n");
  if (lane != NULL)
    {
      roadmap_html_add (self, "<p class=\"back\">");
      roadmap_html_add_link (self, lane);
      roadmap_html_add (self, "</p>\n");
    }
  for (guint i = 0; i < roadmap_item_get_n_children (region); i++)
    {
      RoadmapItem *cell = roadmap_item_get_child (region, i);

      if (!roadmap_item_is (cell, "cell") || roadmap_item_is_past (cell))
        continue;
      if (!opened)
        roadmap_html_add (self, "<ul class=\"cells\">\n");
      opened = TRUE;
      add_cell (self, cell, inner, placed);
    }
  roadmap_html_add (self, opened ? "</ul></section>\n" : "</section>\n");
}

static void
add_columns (RoadmapHtml *self,
             RoadmapItem *map)
{
  g_autoptr (GPtrArray) columns = roadmap_list (self->roadmap, map, "column");

  if (columns->len == 0)
    return;
  roadmap_html_add (self, "<ol class=\"columns\">\n");
  for (guint i = 0; i < columns->len; i++)
    {
      RoadmapItem *column = g_ptr_array_index (columns, i);
      RoadmapRect grid = roadmap_map_get_grid (column);
      const char *level = roadmap_item_get (column, "level");
      gboolean leads = roadmap_item_get (column, "next") != NULL;

      grid.y = level != NULL ? MAX (g_ascii_strtoll (level, NULL, 10) - 1, 0) : 0;
      roadmap_html_addf (self, "<li id=\"%s\" class=\"%s\"", roadmap_item_get_id (column), leads ? "leads" : "ends");
      add_place (self, grid, 0, 0);
      roadmap_html_add (self, ">");
      roadmap_html_add_field (self, column, "title");
      roadmap_html_add (self, "</li>\n");
    }
  roadmap_html_add (self, "</ol>\n");
}

static void
add_band (RoadmapHtml *self,
          RoadmapItem *band)
{
  RoadmapRect grid = roadmap_map_get_grid (band);

  roadmap_html_addf (self, "<div class=\"band\" id=\"%s\" data-s", roadmap_item_get_id (band));
  add_place (self, grid, 0, 0);
  roadmap_html_add (self, "><div class=\"own\">");
  roadmap_html_add_field (self, band, "title");
  roadmap_html_add_remarks (self, band);
  roadmap_html_add (self, "</div></div>\n");
  for (guint i = 0; i < roadmap_item_get_n_children (band); i++)
    {
      RoadmapItem *region = roadmap_item_get_child (band, i);

      if (roadmap_item_is (region, "region") && !roadmap_item_is_past (region))
        add_region (self, region);
    }
}

void
roadmap_html_add_map (RoadmapHtml *self,
                      RoadmapItem *map)
{
  const char *width = roadmap_item_get (map, "width");
  const char *height = roadmap_item_get (map, "height");

  roadmap_html_addf (self,
                     "<section class=\"map\" id=\"%s\" aria-labelledby=\"m:%s\">\n<div class=\"own\"><h3 id=\"m:%s\">",
                     roadmap_item_get_id (map), roadmap_item_get_id (map), roadmap_item_get_id (map));
  roadmap_html_add_field (self, map, "title");
  roadmap_html_add (self, "</h3>\n");
  roadmap_html_add_facts (self, map);
  roadmap_html_addf (self, "</div>\n<div class=\"grid\" style=\"--nx:%s;--ny:%s\">\n", width != NULL ? width : "1",
                     height != NULL ? height : "1");
  add_columns (self, map);
  roadmap_html_add (self, "<div class=\"plane\">\n");
  for (guint i = 0; i < roadmap_item_get_n_children (map); i++)
    {
      RoadmapItem *band = roadmap_item_get_child (map, i);

      if (roadmap_item_is (band, "band") && !roadmap_item_is_past (band))
        add_band (self, band);
    }
  roadmap_html_add (self, "</div></div>\n");
  roadmap_html_add_notes (self, map, "note");
  roadmap_html_add (self, "</section>\n");
}
