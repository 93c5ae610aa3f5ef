/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/mspdi-tasks.h"

#include "export/item-words.h"
#include "model/outline.h"

typedef struct
{
  const RoadmapExportOptions *options;
  GPtrArray                  *tasks;
  GHashTable                 *seen;
} Listing;

static void
free_task (gpointer data)
{
  RoadmapTask *task = data;

  g_free (task->number);
  g_free (task);
}

static gboolean
has_own_span (RoadmapItem *item)
{
  return roadmap_item_is (item, "bar") || roadmap_item_is (item, "milestone");
}

static void
set_span (Listing     *listing,
          RoadmapTask *task)
{
  RoadmapSpan span;
  gboolean is_found = roadmap_get_span (listing->options->roadmap, task->item, &span);
  RoadmapItem *status = roadmap_export_find_status (listing->options, task->item);

  /* Required of both, so it is there. */
  g_return_if_fail (is_found);

  roadmap_month_get_first_day (roadmap_span_get_first (&span), &task->first);
  roadmap_month_get_first_day (roadmap_span_get_after (&span), &task->last);
  g_date_subtract_days (&task->last, 1);
  if (roadmap_item_is (task->item, "milestone"))
    task->first = task->last;
  else
    task->n_bars = 1;
  task->n_closed = task->n_bars > 0 && status != NULL && roadmap_item_get_boolean (status, "closed");
}

static void
join_span (RoadmapTask       *summary,
           const RoadmapTask *task)
{
  if (!g_date_valid (&summary->first) || g_date_compare (&task->first, &summary->first) < 0)
    summary->first = task->first;
  if (!g_date_valid (&summary->last) || g_date_compare (&task->last, &summary->last) > 0)
    summary->last = task->last;
  summary->n_bars += task->n_bars;
  summary->n_closed += task->n_closed;
}

/* Adds @item and what is under it; NULL if nothing of that has a span.  @number is that of the item above, with a dot. */
static RoadmapTask *
add_task (Listing     *listing,
          RoadmapItem *item,
          guint        level,
          const char  *above,
          guint        ordinal)
{
  guint index = listing->tasks->len;
  RoadmapTask *task;
  g_autoptr (GPtrArray) children = NULL;
  g_autofree char *below = NULL;
  guint n_children = 0;

  if (!roadmap_export_shows (listing->options, item) || !g_hash_table_add (listing->seen, item))
    return NULL;

  task = g_new0 (RoadmapTask, 1);
  *task = (RoadmapTask) { .item = item, .level = level, .number = g_strdup_printf ("%s%u", above, ordinal) };
  g_ptr_array_add (listing->tasks, task);
  if (has_own_span (item))
    {
      set_span (listing, task);
      return task;
    }

  task->summary = TRUE;
  below = g_strconcat (task->number, ".", NULL);
  children = roadmap_outline_children (listing->options->roadmap, item);
  for (guint i = 0; i < children->len; i++)
    {
      const RoadmapTask *child = add_task (listing, g_ptr_array_index (children, i), level + 1, below, n_children + 1);

      if (child != NULL)
        {
          join_span (task, child);
          n_children++;
        }
    }
  if (n_children > 0)
    return task;
  g_ptr_array_set_size (listing->tasks, index);
  return NULL;
}

GPtrArray *
roadmap_tasks_list (const RoadmapExportOptions *options)
{
  g_autoptr (GPtrArray) charts = roadmap_export_list_charts (options);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Listing listing = { options, g_ptr_array_new_with_free_func (free_task), seen };
  guint n_charts = 0;

  for (guint i = 0; i < charts->len; i++)
    if (add_task (&listing, g_ptr_array_index (charts, i), 1, "", n_charts + 1) != NULL)
      n_charts++;
  return listing.tasks;
}

int
roadmap_tasks_count_working_days (const GDate *first,
                                  const GDate *last)
{
  int n_days = g_date_days_between (first, last) + 1;
  int n_working;
  int weekday = g_date_get_weekday (first); /* 1: Monday */

  if (n_days < 0)
    {
      GDate after = *last, before = *first;

      g_date_add_days (&after, 1);
      g_date_subtract_days (&before, 1);
      return -roadmap_tasks_count_working_days (&after, &before);
    }
  n_working = n_days / 7 * 5;
  for (int i = 0; i < n_days % 7; i++)
    n_working += (weekday - 1 + i) % 7 < 5;
  return n_working;
}
