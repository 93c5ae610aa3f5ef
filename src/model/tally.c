/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/tally.h"

#include "model/edition.h"

static void
count_bar (RoadmapTally *tally,
           RoadmapItem  *bar,
           int           change)
{
  tally->n_bars += change;
  if (g_strcmp0 (roadmap_item_get (bar, "basis"), "inferred") == 0)
    tally->n_inferred += change;
  if (roadmap_item_get_boolean (bar, "open"))
    tally->n_open += change;
}

static void
count (RoadmapTally     *tally,
       RoadmapItem      *top,
       RoadmapTallyFunc  counts,
       gpointer          user_data,
       int               change)
{
  const RoadmapKind *roadblock = roadmap_schema_find_kind ("roadblock");
  const RoadmapKind *measure = roadmap_schema_find_kind ("measure");
  const RoadmapKind *bar = roadmap_schema_find_kind ("bar");

  for (RoadmapItem *item = top; item != NULL; item = roadmap_item_next_current (item, top))
    {
      const RoadmapKind *kind = roadmap_item_get_kind (item);

      if ((kind != roadblock && kind != measure && kind != bar) || (counts != NULL && !counts (item, user_data)))
        continue;
      if (kind == roadblock)
        tally->n_roadblocks += change;
      else if (kind == measure)
        tally->n_measures += change;
      else
        count_bar (tally, item, change);
    }
}

void
roadmap_tally_add (RoadmapTally     *tally,
                   RoadmapItem      *top,
                   RoadmapTallyFunc  counts,
                   gpointer          user_data)
{
  g_return_if_fail (tally != NULL);
  g_return_if_fail (ROADMAP_IS_ITEM (top));

  count (tally, top, counts, user_data, 1);
}

static gboolean
lies_in (RoadmapItem *item,
         GPtrArray   *tops)
{
  for (; item != NULL && !roadmap_item_is_past (item); item = roadmap_item_get_parent (item))
    if (g_ptr_array_find (tops, item, NULL))
      return TRUE;
  return FALSE;
}

/* The values of a bar before and after. */
static void
count_value (RoadmapTally      *tally,
             const RoadmapEdit *edit)
{
  if (!roadmap_item_is (edit->item, "bar"))
    return;
  if (g_str_equal (edit->field->name, "basis"))
    tally->n_inferred += (g_strcmp0 (edit->value, "inferred") == 0) - (g_strcmp0 (edit->old_value, "inferred") == 0);
  else if (g_str_equal (edit->field->name, "open"))
    tally->n_open += (g_strcmp0 (edit->value, "true") == 0) - (g_strcmp0 (edit->old_value, "true") == 0);
}

void
roadmap_tally_update (RoadmapTally      *tally,
                      GPtrArray         *tops,
                      const RoadmapEdit *edit)
{
  gboolean in_place = edit->parent != NULL && lies_in (edit->parent, tops);

  g_return_if_fail (tally != NULL);

  switch (edit->type)
    {
    case ROADMAP_EDIT_SET:
      if (lies_in (edit->item, tops))
        count_value (tally, edit);
      break;
    case ROADMAP_EDIT_INSERT:
      if (in_place)
        count (tally, edit->item, NULL, NULL, 1);
      break;
    case ROADMAP_EDIT_REMOVE:
      if (in_place)
        count (tally, edit->item, NULL, NULL, -1);
      break;
    case ROADMAP_EDIT_MOVE:
      if (in_place != lies_in (edit->item, tops))
        count (tally, edit->item, NULL, NULL, in_place ? -1 : 1);
      break;
    default:
      g_assert_not_reached ();
    }
}
