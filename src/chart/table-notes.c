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

/* Whether the words of @item have a reference to @id in them: <ref to="ID">. */
static gboolean
has_reference (RoadmapItem *item,
               const char  *id)
{
  const char *text = roadmap_item_get (item, "text");
  gsize length = strlen (id);

  for (const char *p = text; p != NULL && (p = strstr (p, "<ref ")) != NULL; p++)
    {
      const char *to = strstr (p, "to=");

      if (to != NULL && strncmp (to + 4, id, length) == 0 && (to[4 + length] == '"' || to[4 + length] == '\''))
        return TRUE;
    }
  return FALSE;
}

static gboolean
refers_to (Roadmap     *roadmap,
           RoadmapItem *item,
           RoadmapItem *note)
{
  g_autoptr (GPtrArray) links = roadmap_get_links (roadmap, item, "notes");

  return g_ptr_array_find (links, note, NULL) || has_reference (item, roadmap_item_get_id (note));
}

GPtrArray *
roadmap_table_list_notes (Roadmap     *roadmap,
                          RoadmapItem *chart,
                          RoadmapItem *top)
{
  g_autoptr (GPtrArray) common = g_ptr_array_new ();
  GPtrArray *notes = g_ptr_array_new ();

  add_own (top, notes);
  if (chart != NULL)
    add_own (chart, common);
  for (guint i = 0; i < common->len; i++)
    for (RoadmapItem *item = roadmap_item_next (top, top); item != NULL; item = roadmap_item_next (item, top))
      if (refers_to (roadmap, item, g_ptr_array_index (common, i)))
        {
          g_ptr_array_add (notes, g_ptr_array_index (common, i));
          break;
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
