/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/plan-private.h"

#include <string.h>

/* A lane in a lane and so on; deeper ones stand beside that of the last level.  It keeps files readable: XML is not read to
 * any depth. */
#define MAX_LEVEL 32

/* What becomes of a task. */
typedef struct
{
  RoadmapPlanTask *task;
  int              above;  /* the index of the task it stands under, or -1 */
  gboolean         has_below;
  gboolean         has_below_below;
  RoadmapItem     *item;
} Node;

typedef struct
{
  RoadmapPlanMaking *making;
  GArray            *nodes;
  GHashTable        *keys;          /* of nodes: index + 1 */
  RoadmapItem       *chart;         /* (nullable): for what stands in no chart of the plan */
  GHashTable        *other_lanes;   /* of charts: the lane for what stands in none */
} Items;

static void
clear_items (Items *items)
{
  g_array_unref (items->nodes);
  g_hash_table_unref (items->keys);
  g_hash_table_unref (items->other_lanes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Items, clear_items)

static Node *
get_node (Items *items,
          int    index)
{
  return &g_array_index (items->nodes, Node, index);
}

/* The outline */

static void
find_outline (Items *items)
{
  GPtrArray *tasks = items->making->plan->tasks;
  int last[MAX_LEVEL + 1];
  guint level = 0;

  last[0] = -1;
  for (guint i = 0; i < tasks->len; i++)
    {
      RoadmapPlanTask *task = g_ptr_array_index (tasks, i);
      Node node = { .task = task };

      level = CLAMP (task->level, 1, MIN (level + 1, MAX_LEVEL));
      node.above = last[level - 1];
      last[level] = i;
      g_array_append_val (items->nodes, node);
      if (node.above >= 0)
        {
          Node *above = get_node (items, node.above);

          above->has_below = TRUE;
          if (above->above >= 0)
            get_node (items, above->above)->has_below_below = TRUE;
        }
      if (task->key != NULL)
        g_hash_table_insert (items->keys, task->key, GUINT_TO_POINTER (i + 1));
    }
}

/* Whether all other tasks stand under the first one, in lanes. */
static gboolean
is_lone_top (Items *items,
             int    index)
{
  if (index != 0 || !get_node (items, 0)->has_below_below)
    return FALSE;
  for (guint i = 1; i < items->nodes->len; i++)
    if (get_node (items, i)->above < 0)
      return FALSE;
  return TRUE;
}

/* Kinds */

static gboolean
has_days (const RoadmapPlanTask *task)
{
  return g_date_valid (&task->first) && g_date_valid (&task->last);
}

/* The nearest item above the node that may hold @kind; NULL if none does. */
static RoadmapItem *
find_holder (Items      *items,
             const Node *node,
             const char *kind)
{
  for (int above = node->above; above >= 0; above = get_node (items, above)->above)
    {
      RoadmapItem *item = get_node (items, above)->item;

      if (roadmap_kind_may_contain (roadmap_item_get_kind (item), kind))
        return item;
    }
  return NULL;
}

/* The kind that the task had as an item, if it can have it here. */
static const char *
find_former_kind (Items      *items,
                  const Node *node)
{
  static const char *const holders[] = { "chart", "stage", "lane", "roadblock", "measure", NULL };
  const char *kind = node->task->item_kind;

  if (kind == NULL || !g_strv_contains (holders, kind) || !node->has_below)
    return NULL;
  if (strcmp (kind, "chart") == 0)
    return node->above < 0 ? "chart" : NULL;
  return find_holder (items, node, kind) != NULL ? kind : NULL;
}

static const char *
find_kind (Items *items,
           int    index)
{
  const Node *node = get_node (items, index);
  const char *former = find_former_kind (items, node);

  if (former != NULL)
    return former;
  if (is_lone_top (items, index))
    return "chart";
  if (node->has_below || node->task->lane)
    return "lane";
  if (!has_days (node->task))
    return "measure";
  return node->task->milestone ? "milestone" : "bar";
}

/* Places */

/* The chart that the plan itself is. */
static RoadmapItem *
get_chart (Items *items)
{
  const char *title = roadmap_item_get (items->making->root, "title");

  if (items->chart == NULL)
    {
      items->chart = roadmap_plan_new_item (items->making, items->making->root, "chart", NULL, 0);
      roadmap_plan_set (items->making, items->chart, "title", title, NULL);
    }
  return items->chart;
}

static RoadmapItem *
get_other_lane (Items       *items,
                RoadmapItem *chart)
{
  gboolean is_japanese = g_str_has_prefix (items->making->language, "ja");
  RoadmapItem *lane = g_hash_table_lookup (items->other_lanes, chart);

  if (lane == NULL)
    {
      lane = roadmap_plan_new_item (items->making, chart, "lane", NULL, 0);
      roadmap_plan_set (items->making, lane, "title", is_japanese ? "その他" : "Other", NULL);
      g_hash_table_insert (items->other_lanes, chart, lane);
    }
  return lane;
}

static RoadmapItem *
find_parent (Items      *items,
             const Node *node,
             const char *kind)
{
  RoadmapItem *holder = find_holder (items, node, kind);
  RoadmapItem *chart = NULL;

  if (strcmp (kind, "chart") == 0)
    return items->making->root;
  if (holder != NULL)
    return holder;

  for (int above = node->above; above >= 0; above = get_node (items, above)->above)
    if (roadmap_item_is (get_node (items, above)->item, "chart"))
      chart = get_node (items, above)->item;
  if (chart == NULL)
    chart = get_chart (items);
  if (roadmap_kind_may_contain (roadmap_item_get_kind (chart), kind))
    return chart;
  return get_other_lane (items, chart);
}

/* What the item stands under in the outline, though not in the file, it links to. */
static gboolean
set_nesting (Items       *items,
             const Node  *node,
             GError     **error)
{
  const RoadmapKind *kind = roadmap_item_get_kind (node->item);
  RoadmapItem *above = node->above >= 0 ? get_node (items, node->above)->item : NULL;

  if (above == NULL || above == roadmap_item_get_parent (node->item))
    return TRUE;
  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (field->flags & ROADMAP_FIELD_NESTS && roadmap_field_may_link_to (field, roadmap_item_get_kind (above)->name))
      return roadmap_plan_set (items->making, node->item, field->name, roadmap_item_get_id (above), error);
  return TRUE;
}

/* Values */

/* Without the number before it, which stands in a field of its own. */
static const char *
skip_number (const char *title,
             const char *number)
{
  if (number == NULL || *number == '\0' || !g_str_has_prefix (title, number) || title[strlen (number)] != ' ' ||
      title[strlen (number) + 1] == '\0')
    return NULL;
  return title + strlen (number) + 1;
}

static gboolean
set_words (Items       *items,
           const Node  *node,
           GError     **error)
{
  const RoadmapPlanTask *task = node->task;
  const RoadmapKind *kind = roadmap_item_get_kind (node->item);
  gboolean has_number = roadmap_kind_find_field (kind, "number") != NULL;
  const char *bare = has_number ? skip_number (task->title, task->number) : NULL;

  if (bare != NULL && !roadmap_plan_set (items->making, node->item, "number", task->number, error))
    return FALSE;
  if (roadmap_kind_find_field (kind, "detail") != NULL &&
      !roadmap_plan_set (items->making, node->item, "detail", task->detail, error))
    return FALSE;
  return roadmap_plan_set (items->making, node->item, "title", bare != NULL ? bare : task->title, error);
}

static gboolean
set_span (Items       *items,
          const Node  *node,
          GError     **error)
{
  RoadmapPlanMaking *making = items->making;
  const RoadmapPlanTask *task = node->task;
  const RoadmapField *basis = roadmap_kind_find_field (roadmap_item_get_kind (node->item), "basis");
  gboolean is_bar = roadmap_item_is (node->item, "bar");
  gboolean is_open = is_bar && g_strcmp0 (task->open, "true") == 0;
  gboolean knows_basis = task->basis != NULL && roadmap_field_check (basis, task->basis, NULL);
  const char *otherwise = task->item_id == NULL ? "stated" : NULL;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *timing = NULL;

  if (is_bar)
    {
      roadmap_plan_find_span (making, task, &start, &end);
      timing = roadmap_plan_dup_timing (making, task);
    }
  else
    start = roadmap_plan_find_point (making, task);
  return roadmap_plan_set (making, node->item, "start", start, error) &&
         (end == NULL || roadmap_plan_set (making, node->item, "end", end, error)) &&
         (!is_open || roadmap_plan_set (making, node->item, "open", "true", error)) &&
         (timing == NULL || roadmap_plan_set (making, node->item, "timing", timing, error)) &&
         roadmap_plan_set (making, node->item, "basis", knows_basis ? task->basis : otherwise, error);
}

static gboolean
make_item (Items   *items,
           int      index,
           GError **error)
{
  Node *node = get_node (items, index);
  const char *kind = find_kind (items, index);
  RoadmapItem *parent = find_parent (items, node, kind);
  const char *status = NULL;
  gboolean has_status;

  node->item = roadmap_plan_new_item (items->making, parent, kind, node->task->item_id, node->task->line);
  has_status = roadmap_kind_find_field (roadmap_item_get_kind (node->item), "status") != NULL;
  if (!set_words (items, node, error) || !set_nesting (items, node, error))
    return FALSE;
  if ((strcmp (kind, "bar") == 0 || strcmp (kind, "milestone") == 0) && !set_span (items, node, error))
    return FALSE;
  if (!has_status || node->has_below)
    return TRUE;
  return roadmap_plan_find_status (items->making, node->task, &status, error) &&
         roadmap_plan_set (items->making, node->item, "status", status, error);
}

/* Bars that follow bars; other links have no place in a roadmap. */
static gboolean
set_links (Items       *items,
           const Node  *node,
           GError     **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (node->task->after == NULL || !roadmap_item_is (node->item, "bar"))
    return TRUE;
  for (guint i = 0; i < node->task->after->len; i++)
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (items->keys, g_ptr_array_index (node->task->after, i)));
      RoadmapItem *before = number > 0 ? get_node (items, number - 1)->item : NULL;

      if (before != NULL && before != node->item && roadmap_item_is (before, "bar") && g_hash_table_add (seen, before))
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", roadmap_item_get_id (before));
    }
  return roadmap_plan_set (items->making, node->item, "after", ids->str, error);
}

/* Charts */

/* The first and last day of what stands in the chart; today if nothing has days. */
static void
find_days (Items       *items,
           RoadmapItem *chart,
           GDate       *first,
           GDate       *last)
{
  g_date_clear (first, 1);
  g_date_clear (last, 1);
  for (guint i = 0; i < items->nodes->len; i++)
    {
      const Node *node = get_node (items, i);

      if (!has_days (node->task) || !roadmap_item_is_within (node->item, chart) || node->has_below)
        continue;
      if (!g_date_valid (first) || g_date_compare (&node->task->first, first) < 0)
        *first = node->task->first;
      if (!g_date_valid (last) || g_date_compare (&node->task->last, last) > 0)
        *last = node->task->last;
    }
  if (!g_date_valid (first))
    *first = *last = *items->making->today;
}

static const RoadmapPlanTask *
find_task_of (Items       *items,
              RoadmapItem *item)
{
  for (guint i = 0; i < items->nodes->len; i++)
    if (get_node (items, i)->item == item)
      return get_node (items, i)->task;
  return NULL;
}

/* What the chart had before, if all still lies in it. */
static gboolean
find_former_years (Items                 *items,
                   const RoadmapPlanTask *task,
                   const GDate           *first,
                   const GDate           *last)
{
  int fiscal_start = items->making->fiscal_start;
  RoadmapPoint start, end;

  return task != NULL && g_strcmp0 (task->item_kind, "chart") == 0 && task->start != NULL && task->end != NULL &&
         roadmap_point_parse (task->start, fiscal_start, &start) && roadmap_point_parse (task->end, fiscal_start, &end) &&
         start.first <= roadmap_month_of_date (first) && roadmap_point_get_after (&end) > roadmap_month_of_date (last);
}

static gboolean
set_chart (Items        *items,
           RoadmapItem  *chart,
           GError      **error)
{
  RoadmapPlanMaking *making = items->making;
  const RoadmapPlanTask *task = find_task_of (items, chart);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  gboolean is_open = FALSE;
  GDate first, last;

  find_days (items, chart, &first, &last);
  if (find_former_years (items, task, &first, &last))
    {
      start = g_strdup (task->start);
      end = g_strdup (task->end);
      is_open = g_strcmp0 (task->open, "true") == 0;
    }
  else
    roadmap_plan_find_years (making, &first, &last, &start, &end);
  return roadmap_plan_set (making, chart, "calendar", g_str_has_prefix (start, "FY") ? "fiscal" : "calendar", error) &&
         roadmap_plan_set (making, chart, "start", start, error) && roadmap_plan_set (making, chart, "end", end, error) &&
         (!is_open || roadmap_plan_set (making, chart, "open", "true", error));
}

gboolean
roadmap_plan_make_items (RoadmapPlanMaking  *making,
                         GError            **error)
{
  g_auto (Items) items = { .making = making };
  const char *status;

  items.nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  items.keys = g_hash_table_new (g_str_hash, g_str_equal);
  items.other_lanes = g_hash_table_new (NULL, NULL);
  find_outline (&items);
  /* The statuses stand before the charts. */
  for (guint i = 0; i < items.nodes->len; i++)
    if (!get_node (&items, i)->has_below && !get_node (&items, i)->task->milestone &&
        !roadmap_plan_find_status (making, get_node (&items, i)->task, &status, error))
      return FALSE;
  if (items.nodes->len == 0)
    get_chart (&items);
  for (guint i = 0; i < items.nodes->len; i++)
    if (!make_item (&items, i, error))
      return FALSE;
  for (guint i = 0; i < items.nodes->len; i++)
    if (!set_links (&items, get_node (&items, i), error))
      return FALSE;
  for (guint i = 0; i < roadmap_item_get_n_children (making->root); i++)
    {
      RoadmapItem *chart = roadmap_item_get_child (making->root, i);

      if (roadmap_item_is (chart, "chart") && !set_chart (&items, chart, error))
        return FALSE;
    }
  return TRUE;
}
