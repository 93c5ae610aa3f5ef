/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/table-stack.h"

int
roadmap_table_entry_compare (gconstpointer a,
                             gconstpointer b)
{
  const RoadmapTableEntry *left = a;
  const RoadmapTableEntry *right = b;

  if (left->first != right->first)
    return left->first < right->first ? -1 : 1;
  if (left->last != right->last)
    return left->last < right->last ? -1 : 1;
  return left->order < right->order ? -1 : left->order > right->order;
}

static void
add_empty_cells (GArray *cells,
                 guint   from,
                 guint   to)
{
  for (guint i = from; i < to; i++)
    {
      RoadmapTableCell cell = { .first = i, .last = i };

      g_array_append_val (cells, cell);
    }
}

/* The last strip that each entry can touch, if those below it are to touch theirs. */
static guint *
find_limits (GArray *entries)
{
  guint *limits = g_new (guint, entries->len + 1);

  limits[entries->len] = G_MAXUINT;
  for (guint i = entries->len; i > 0; i--)
    limits[i - 1] = MIN (g_array_index (entries, RoadmapTableEntry, i - 1).last, limits[i]);
  return limits;
}

void
roadmap_table_stack (GArray *entries,
                     guint   n_strips,
                     GArray *cells,
                     guint  *cell_by_order)
{
  g_autofree guint *limits = find_limits (entries);
  guint covered = 0; /* strips that are touched from above */

  for (guint i = 0; i < entries->len; i++)
    {
      const RoadmapTableEntry *entry = &g_array_index (entries, RoadmapTableEntry, i);
      RoadmapTableCell cell = { .item = entry->item, .first = entry->first, .last = limits[i] };

      if (covered > 0 && entry->first < covered)
        {
          cell.first = covered - 1;
          cell.light = entry->first < cell.first || g_array_index (entries, RoadmapTableEntry, i - 1).last > cell.first;
        }
      add_empty_cells (cells, covered, cell.first);
      cell.last = MAX (cell.last, cell.first);
      if (cell_by_order != NULL)
        cell_by_order[entry->order] = cells->len;
      g_array_append_val (cells, cell);
      covered = cell.last + 1;
    }
  add_empty_cells (cells, covered, n_strips);
}
