/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/table-notes.h"

#include <string.h>

static void
add_own (RoadmapItem *container,
         GPtrArray   *notes)
{
  for (guint i = 0; i < roadmap_item_get_n_children (container); i++)
    if (roadmap_item_is (roadmap_item_get_child (container, i), "note"))
      g_ptr_array_add (notes, roadmap_item_get_child (container, i));
}

gboolean
roadmap_table_has_notes (RoadmapItem *chart)
{
  for (guint i = 0; i < roadmap_item_get_n_children (chart); i++)
    if (roadmap_item_is (roadmap_item_get_child (chart, i), "note"))
      return TRUE;
  return FALSE;
}

static void
add_if_of (RoadmapItem *chart,
           RoadmapItem *note,
           GPtrArray   *notes)
{
  if (note != NULL && roadmap_item_is (note, "note") && roadmap_item_get_parent (note) == chart &&
      !g_ptr_array_find (notes, note, NULL))
    g_ptr_array_add (notes, note);
}

/* What the words of @item refer to: <ref to="ID">. */
static void
add_references (Roadmap     *roadmap,
                RoadmapItem *chart,
                RoadmapItem *item,
                GPtrArray   *notes)
{
  const char *text = roadmap_item_get (item, "text");

  while (text != NULL && (text = strstr (text, "<ref ")) != NULL)
    {
      const char *to = strstr (text, "to=");
      const char *end = to != NULL && to[3] != '\0' ? strchr (to + 4, to[3]) : NULL;
      g_autofree char *id = end != NULL ? g_strndup (to + 4, end - to - 4) : NULL;

      if (id != NULL)
        add_if_of (chart, roadmap_lookup (roadmap, id), notes);
      text++;
    }
}

static void
add_links (Roadmap     *roadmap,
           RoadmapItem *chart,
           RoadmapItem *item,
           GPtrArray   *notes)
{
  g_autoptr (GPtrArray) links = NULL;

  if (roadmap_item_get (item, "notes") == NULL)
    return;
  links = roadmap_get_links (roadmap, item, "notes");
  for (guint i = 0; i < links->len; i++)
    add_if_of (chart, g_ptr_array_index (links, i), notes);
}

GPtrArray *
roadmap_table_list_notes (Roadmap     *roadmap,
                          RoadmapItem *chart,
                          RoadmapItem *top)
{
  GPtrArray *notes = g_ptr_array_new ();

  add_own (top, notes);
  if (chart == NULL)
    return notes;
  for (RoadmapItem *item = roadmap_item_next (top, top); item != NULL; item = roadmap_item_next (item, top))
    {
      add_references (roadmap, chart, item, notes);
      add_links (roadmap, chart, item, notes);
    }
  return notes;
}

static gboolean
is_in (GPtrArray   *lists,
       RoadmapItem *note)
{
  for (guint i = 0; i < lists->len; i++)
    if (g_ptr_array_index (lists, i) != NULL && g_ptr_array_find (g_ptr_array_index (lists, i), note, NULL))
      return TRUE;
  return FALSE;
}

GPtrArray *
roadmap_table_list_other_notes (RoadmapItem *chart,
                                GPtrArray   *lists)
{
  GPtrArray *notes = g_ptr_array_new ();

  add_own (chart, notes);
  for (guint i = notes->len; i > 0; i--)
    if (is_in (lists, g_ptr_array_index (notes, i - 1)))
      g_ptr_array_remove_index (notes, i - 1);
  return notes;
}
