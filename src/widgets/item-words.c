/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/item-words.h"

#include <glib/gi18n-lib.h>

static guint
count_alike_before (RoadmapItem *item)
{
  RoadmapItem *parent = roadmap_item_get_parent (item);
  guint n = 0;

  for (guint i = 0; i < roadmap_item_get_position (item); i++)
    if (roadmap_item_get_kind (roadmap_item_get_child (parent, i)) == roadmap_item_get_kind (item))
      n++;
  return n;
}

char *
roadmap_item_dup_name (RoadmapItem *item,
                       const char  *language)
{
  g_autofree char *label = NULL;
  const char *kind;

  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);

  label = roadmap_item_dup_label (item, language);
  if (*label != '\0')
    return g_steal_pointer (&label);

  kind = _(roadmap_item_get_kind (item)->label);
  if (roadmap_item_get_parent (item) == NULL)
    return g_strdup (kind);
  return g_strdup_printf ("%s %u", kind, count_alike_before (item) + 1);
}

char *
roadmap_item_dup_path (RoadmapItem *item,
                       const char  *language)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);

  for (RoadmapItem *around = roadmap_item_get_parent (item);
       around != NULL && roadmap_item_get_parent (around) != NULL; around = roadmap_item_get_parent (around))
    {
      g_autofree char *name = roadmap_item_dup_name (around, language);
      char *longer = path != NULL ? g_strjoin (" › ", name, path, NULL) : g_strdup (name);

      g_free (path);
      path = longer;
    }
  return g_steal_pointer (&path);
}

char *
roadmap_item_dup_short_name (RoadmapItem *item,
                             const char  *language,
                             guint        width)
{
  g_autofree char *name = roadmap_item_dup_name (item, language);
  g_autofree char *beginning = NULL;

  if (name == NULL || g_utf8_strlen (name, -1) <= width)
    return g_steal_pointer (&name);
  beginning = g_utf8_substring (name, 0, width - 1);
  return g_strconcat (g_strchomp (beginning), "…", NULL);
}
