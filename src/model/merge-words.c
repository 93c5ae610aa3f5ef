/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/merge-words.h"

#include <glib/gi18n-lib.h>

#include "model/diff-words.h"
#include "model/value-words.h"

RoadmapItem *
roadmap_conflict_get_item (const RoadmapConflict *conflict)
{
  return conflict->items[ROADMAP_SIDE_OURS] != NULL ? conflict->items[ROADMAP_SIDE_OURS]
                                                    : conflict->items[ROADMAP_SIDE_THEIRS];
}

char *
roadmap_conflict_dup_topic (const RoadmapConflict *conflict)
{
  switch (conflict->type)
    {
    case ROADMAP_CONFLICT_SET:
      return roadmap_diff_dup_field (conflict->field, conflict->language);
    case ROADMAP_CONFLICT_MOVED:
      return g_strdup (_("Place"));
    case ROADMAP_CONFLICT_REMOVED:
      return g_strdup (_("Removed or changed"));
    case ROADMAP_CONFLICT_KIND:
    default:
      return g_strdup (_("One id for two things"));
    }
}

static char *
describe_value (const RoadmapConflict *conflict,
                RoadmapMerge          *merge,
                RoadmapSide            side,
                const char            *language)
{
  g_autofree char *value = roadmap_value_describe (roadmap_merge_get_side (merge, side), conflict->field,
                                                   conflict->values[side], language);

  return g_strdelimit (g_steal_pointer (&value), "\n", ' ');
}

static char *
describe_place (RoadmapItem *item,
                const char  *language)
{
  g_autofree char *subject = roadmap_diff_dup_subject (roadmap_item_get_parent (item), language);

  /* Translators: where an item stands: In Stage “Training” */
  return g_strdup_printf (_("In %s"), subject);
}

char *
roadmap_conflict_dup_outcome (const RoadmapConflict *conflict,
                              RoadmapMerge          *merge,
                              RoadmapSide            side,
                              const char            *language)
{
  switch (conflict->type)
    {
    case ROADMAP_CONFLICT_SET:
      return describe_value (conflict, merge, side, language);
    case ROADMAP_CONFLICT_MOVED:
      return describe_place (conflict->items[side], language);
    case ROADMAP_CONFLICT_REMOVED:
      return g_strdup (conflict->items[side] != NULL ? _("Changed, and kept") : _("Removed"));
    case ROADMAP_CONFLICT_KIND:
    default:
      return roadmap_diff_dup_subject (conflict->items[side], language);
    }
}
