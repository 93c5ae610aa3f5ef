/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/diff-words.h"

#include <glib/gi18n-lib.h>

#include "model/value-words.h"

static char *
dup_name (RoadmapItem *item,
          const char  *language)
{
  g_autofree char *label = roadmap_item_dup_label (item, language);

  return *label != '\0' ? g_steal_pointer (&label) : g_strdup (roadmap_item_get_id (item));
}

char *
roadmap_diff_dup_subject (RoadmapItem *item,
                          const char  *language)
{
  g_autofree char *name = dup_name (item, language);

  /* Translators: the kind of an item and what it is called: Bar “Training” */
  return g_strdup_printf (_("%s “%s”"), _(roadmap_item_get_kind (item)->label), name);
}

char *
roadmap_diff_dup_field (const RoadmapField *field,
                        const char         *language)
{
  if (language == NULL)
    return g_strdup (_(field->label));
  /* Translators: a field and the language it is translated into: Title (en) */
  return g_strdup_printf (_("%s (%s)"), _(field->label), language);
}

static char *
describe_move (const RoadmapDifference *difference,
               const char              *language)
{
  RoadmapItem *from = roadmap_item_get_parent (difference->old_item);
  RoadmapItem *to = roadmap_item_get_parent (difference->new_item);
  g_autofree char *from_name = dup_name (from, language);
  g_autofree char *to_name = dup_name (to, language);

  if (g_str_equal (roadmap_item_get_id (from), roadmap_item_get_id (to)))
    return g_strdup_printf (_("Moved within “%s”"), to_name);
  return g_strdup_printf (_("Moved from “%s” to “%s”"), from_name, to_name);
}

static char *
describe_set (const RoadmapDifference *difference,
              Roadmap                 *old,
              Roadmap                 *new,
              const char              *language)
{
  g_autofree char *field = roadmap_diff_dup_field (difference->field, difference->language);
  g_autofree char *before = roadmap_value_describe (old, difference->field, difference->old_value, language);
  g_autofree char *after = roadmap_value_describe (new, difference->field, difference->new_value, language);
  /* Translators: a field, its value before and its value now: Status: not started → in progress */
  g_autofree char *words = g_strdup_printf (_("%s: %s → %s"), field, before, after);

  return g_strdelimit (g_steal_pointer (&words), "\n", ' ');
}

char *
roadmap_diff_dup_change (const RoadmapDifference *difference,
                         Roadmap                 *old,
                         Roadmap                 *new,
                         const char              *language)
{
  switch (difference->type)
    {
    case ROADMAP_DIFFERENCE_INSERTED:
      return g_strdup (_("Added"));
    case ROADMAP_DIFFERENCE_REMOVED:
      return g_strdup (_("Removed"));
    case ROADMAP_DIFFERENCE_MOVED:
      return describe_move (difference, language);
    case ROADMAP_DIFFERENCE_SET:
    default:
      return describe_set (difference, old, new, language);
    }
}

char *
roadmap_diff_describe (const RoadmapDifference *difference,
                       Roadmap                 *old,
                       Roadmap                 *new,
                       const char              *language)
{
  g_autofree char *subject = roadmap_diff_dup_subject (roadmap_difference_get_item (difference), language);
  g_autofree char *change = roadmap_diff_dup_change (difference, old, new, language);

  /* Translators: an item and what became of it */
  return g_strdup_printf (_("%s: %s"), subject, change);
}
