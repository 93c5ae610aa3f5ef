/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/followup-entries.h"

#include "model/outline.h"

typedef struct
{
  const RoadmapFollowupOptions *options;
  GHashTable                   *seen; /* set of the items that have their place */
  GPtrArray                    *rows;
} Lister;

static gboolean
is_kind (RoadmapItem       *item,
         const char *const *kinds)
{
  return g_strv_contains (kinds, roadmap_item_get_kind (item)->name);
}

static gboolean
is_entry (RoadmapItem *item)
{
  return is_kind (item, (const char *const[]) { "measure", "bar", NULL });
}

static gboolean
is_lane (RoadmapItem *item)
{
  return is_kind (item, (const char *const[]) { "stage", "lane", NULL });
}

RoadmapItem *
roadmap_followup_find_top (RoadmapItem *item)
{
  RoadmapItem *top = NULL;

  for (; item != NULL; item = roadmap_item_get_parent (item))
    if (is_lane (item))
      top = item;
  return top;
}

static gboolean
shows (Lister      *lister,
       RoadmapItem *item)
{
  return lister->options->show == NULL || lister->options->show (item, lister->options->show_data);
}

/* (transfer container): what stands under @item, then what stands elsewhere and serves it, too. */
static GPtrArray *
list_under (Lister      *lister,
            RoadmapItem *item)
{
  GPtrArray *under = roadmap_outline_children (lister->options->roadmap, item);
  g_autoptr (GPtrArray) referrers = NULL;

  if (!roadmap_outline_gathers (item))
    return under;
  referrers = roadmap_get_referrers (lister->options->roadmap, item, NULL);
  for (guint i = 0; i < referrers->len; i++)
    {
      RoadmapItem *other = g_ptr_array_index (referrers, i);

      if (is_entry (other) && roadmap_item_get_parent (other) != roadmap_item_get_parent (item))
        g_ptr_array_add (under, other);
    }
  return under;
}

static void
free_row (gpointer data)
{
  RoadmapFollowupRow *row = data;

  g_array_unref (row->entries);
  g_free (row);
}

static RoadmapFollowupRow *
create_row (void)
{
  RoadmapFollowupRow *row = g_new0 (RoadmapFollowupRow, 1);

  row->entries = g_array_new (FALSE, FALSE, sizeof (RoadmapFollowupEntry));
  return row;
}

/* @place: what @item is listed under. */
static void
add_entry (Lister             *lister,
           RoadmapFollowupRow *row,
           RoadmapItem        *item,
           RoadmapItem        *place,
           gboolean            inner)
{
  gboolean elsewhere = roadmap_followup_find_top (item) != roadmap_followup_find_top (place);
  RoadmapFollowupEntry entry = { item, inner, elsewhere };

  if (!elsewhere)
    entry.repeated = !g_hash_table_add (lister->seen, item);
  g_array_append_val (row->entries, entry);
}

static void
add_bars (Lister             *lister,
          RoadmapFollowupRow *row,
          RoadmapItem        *measure)
{
  g_autoptr (GPtrArray) bars = list_under (lister, measure);

  for (guint i = 0; i < bars->len; i++)
    {
      RoadmapItem *bar = g_ptr_array_index (bars, i);

      if (roadmap_item_is (bar, "bar") && shows (lister, bar))
        add_entry (lister, row, bar, measure, TRUE);
    }
}

/* The row of a measure or bar; NULL if it is not shown. */
static RoadmapFollowupRow *
add_row (Lister      *lister,
         RoadmapItem *item,
         RoadmapItem *place)
{
  RoadmapFollowupRow *row = create_row ();

  add_entry (lister, row, item, place, FALSE);
  /* What is said about a measure that stands elsewhere is said there, of its bars too. */
  if (roadmap_item_is (item, "measure") && !g_array_index (row->entries, RoadmapFollowupEntry, 0).repeated)
    add_bars (lister, row, item);
  if (!shows (lister, item) && row->entries->len == 1)
    {
      g_hash_table_remove (lister->seen, item);
      free_row (row);
      return NULL;
    }
  g_ptr_array_add (lister->rows, row);
  return row;
}

/* The measures and bars directly under @place; returns the first row or NULL. */
static RoadmapFollowupRow *
add_rows (Lister      *lister,
          RoadmapItem *place)
{
  g_autoptr (GPtrArray) under = list_under (lister, place);
  RoadmapFollowupRow *first = NULL;

  for (guint i = 0; i < under->len; i++)
    if (is_entry (g_ptr_array_index (under, i)))
      {
        RoadmapFollowupRow *row = add_row (lister, g_ptr_array_index (under, i), place);

        if (first == NULL)
          first = row;
      }
  return first;
}

static void
add_roadblock (Lister      *lister,
               RoadmapItem *roadblock)
{
  RoadmapFollowupRow *first = add_rows (lister, roadblock);

  if (first == NULL && shows (lister, roadblock))
    g_ptr_array_add (lister->rows, first = create_row ());
  if (first != NULL)
    first->around = roadblock;
}

/* First what has a roadblock, then what has none, then the lanes in the lane. */
static void
add_lane (Lister      *lister,
          RoadmapItem *lane,
          gboolean     outermost)
{
  g_autoptr (GPtrArray) children = roadmap_outline_children (lister->options->roadmap, lane);
  RoadmapFollowupRow *first;
  guint n_rows;

  for (guint i = 0; i < children->len; i++)
    if (roadmap_item_is (g_ptr_array_index (children, i), "roadblock"))
      add_roadblock (lister, g_ptr_array_index (children, i));

  n_rows = lister->rows->len;
  first = add_rows (lister, lane);
  if (first != NULL && !outermost)
    first->around = lane;
  else if (first != NULL)
    first->others = n_rows > 0;

  for (guint i = 0; i < children->len; i++)
    if (is_lane (g_ptr_array_index (children, i)))
      add_lane (lister, g_ptr_array_index (children, i), FALSE);
}

GPtrArray *
roadmap_followup_list_rows (const RoadmapFollowupOptions *options,
                            RoadmapItem                  *top)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Lister lister = { options, seen, g_ptr_array_new_with_free_func (free_row) };

  add_lane (&lister, top, TRUE);
  return lister.rows;
}
