/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/merge-private.h"

#include <string.h>

#include "model/order.h"
#include "model/pairs.h"

void
roadmap_merge_foreach_value (RoadmapMergeItem      *item,
                             RoadmapMergeValueFunc  visit,
                             gpointer               user_data)
{
  GArray *lists[ROADMAP_MERGE_N_VERSIONS];
  guint at[ROADMAP_MERGE_N_VERSIONS] = { 0 };

  for (guint i = 0; i < ROADMAP_MERGE_N_VERSIONS; i++)
    lists[i] = roadmap_pairs_list_values (item->versions[i]);

  while (TRUE)
    {
      const RoadmapValue *first = NULL;
      const char *values[ROADMAP_MERGE_N_VERSIONS] = { NULL };

      for (guint i = 0; i < ROADMAP_MERGE_N_VERSIONS; i++)
        if (at[i] < lists[i]->len)
          {
            const RoadmapValue *value = &g_array_index (lists[i], RoadmapValue, at[i]);

            if (first == NULL || roadmap_pairs_compare_place (value, first) < 0)
              first = value;
          }
      if (first == NULL)
        break;
      for (guint i = 0; i < ROADMAP_MERGE_N_VERSIONS; i++)
        if (at[i] < lists[i]->len &&
            roadmap_pairs_compare_place (&g_array_index (lists[i], RoadmapValue, at[i]), first) == 0)
          values[i] = g_array_index (lists[i], RoadmapValue, at[i]++).text;
      visit (item, first->field, first->language, values, user_data);
    }

  for (guint i = 0; i < ROADMAP_MERGE_N_VERSIONS; i++)
    g_array_unref (lists[i]);
}

/* (transfer container): the ids, interned; NULL if one occurs twice. */
static GPtrArray *
split_ids (const char *value)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_auto (GStrv) words = g_strsplit (value != NULL ? value : "", " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      gpointer id = (gpointer) g_intern_string (*word);

      if (g_ptr_array_find (ids, id, NULL))
        return NULL;
      g_ptr_array_add (ids, id);
    }
  return g_steal_pointer (&ids);
}

/* Takes those out that were in @base and are not in @other, who removed them. */
static void
drop_removed (GPtrArray *ids,
              GPtrArray *base,
              GPtrArray *other)
{
  for (guint i = ids->len; i > 0; i--)
    {
      gpointer id = g_ptr_array_index (ids, i - 1);

      if (g_ptr_array_find (base, id, NULL) && !g_ptr_array_find (other, id, NULL))
        g_ptr_array_remove_index (ids, i - 1);
    }
}

static char *
join_ids (GPtrArray *ids)
{
  if (ids->len == 0)
    return NULL;
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

static gboolean
join_links (const char *const  *values,
            char              **joined)
{
  g_autoptr (GPtrArray) base = split_ids (values[ROADMAP_MERGE_BASE]);
  g_autoptr (GPtrArray) ours = split_ids (values[ROADMAP_SIDE_OURS]);
  g_autoptr (GPtrArray) theirs = split_ids (values[ROADMAP_SIDE_THEIRS]);
  g_autoptr (GPtrArray) merged = NULL;
  g_autoptr (GPtrArray) all_ours = NULL;

  if (base == NULL || ours == NULL || theirs == NULL)
    return FALSE;

  all_ours = g_ptr_array_copy (ours, NULL, NULL);
  drop_removed (ours, base, theirs);
  drop_removed (theirs, base, all_ours);
  merged = roadmap_order_merge (base, ours, theirs);
  *joined = join_ids (merged);
  return TRUE;
}

gboolean
roadmap_merge_join_value (const RoadmapField *field,
                          const char *const  *values,
                          char              **joined)
{
  const char *ours = values[ROADMAP_SIDE_OURS];
  const char *theirs = values[ROADMAP_SIDE_THEIRS];
  const char *base = values[ROADMAP_MERGE_BASE];

  if (g_strcmp0 (ours, theirs) == 0 || g_strcmp0 (theirs, base) == 0)
    *joined = g_strdup (ours);
  else if (g_strcmp0 (ours, base) == 0)
    *joined = g_strdup (theirs);
  else
    return field->type == ROADMAP_FIELD_REFS && join_links (values, joined);
  return TRUE;
}

char *
roadmap_merge_dup_value (RoadmapMergeItem   *item,
                         const RoadmapField *field,
                         const char         *language,
                         const char *const  *values)
{
  char *joined = NULL;

  /* Here or there, or there is nothing to join. */
  for (guint side = 0; side < 2; side++)
    if (item->versions[side] == NULL)
      return g_strdup (values[1 - side]);

  for (guint i = 0; item->set != NULL && i < item->set->len; i++)
    {
      const RoadmapConflict *conflict = g_ptr_array_index (item->set, i);

      if (conflict->field == field && g_strcmp0 (conflict->language, language) == 0)
        return g_strdup (values[conflict->choice]);
    }
  roadmap_merge_join_value (field, values, &joined);
  return joined;
}
