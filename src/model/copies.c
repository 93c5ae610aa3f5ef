/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/copies.h"

#include <string.h>

#include "model/edition.h"
#include "model/item-order.h"
#include "model/markup.h"

typedef struct
{
  Roadmap          *roadmap;
  RoadmapCopyFlags  flags;
  GHashTable       *copies;  /* id of what is copied → RoadmapItem, the copy; of an id that occurs twice, the first */
  GHashTable       *taken;   /* set of the ids of the copies */
  guint             n_dropped;
} Copying;

GPtrArray *
roadmap_list_tops (GPtrArray *items)
{
  GPtrArray *tops = g_ptr_array_new ();
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  g_ptr_array_extend (sorted, items, NULL, NULL);
  g_ptr_array_sort (sorted, roadmap_item_compare_place);
  /* What stands in an item comes right after it. */
  for (guint i = 0; i < sorted->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (sorted, i);
      RoadmapItem *top = tops->len > 0 ? g_ptr_array_index (tops, tops->len - 1) : NULL;

      if (top == NULL || !roadmap_item_is_within (item, top))
        g_ptr_array_add (tops, item);
    }
  return tops;
}

static char *
dup_id (Copying     *copying,
        RoadmapItem *item)
{
  const char *id = roadmap_item_get_id (item);

  if (!(copying->flags & ROADMAP_COPY_NEW_IDS) && roadmap_lookup (copying->roadmap, id) == NULL &&
      !g_hash_table_contains (copying->taken, id))
    return g_strdup (id);
  for (;;)
    {
      g_autofree char *new_id = roadmap_dup_new_id (copying->roadmap, roadmap_item_get_kind (item));

      if (!g_hash_table_contains (copying->taken, new_id))
        return g_steal_pointer (&new_id);
    }
}

/* First all of them, still without values: links may lead forwards. */
static RoadmapItem *
create_copy (Copying     *copying,
             RoadmapItem *item)
{
  g_autofree char *id = dup_id (copying, item);
  RoadmapItem *copy = roadmap_item_new (roadmap_item_get_kind (item), id);

  g_hash_table_add (copying->taken, (gpointer) roadmap_item_get_id (copy));
  if (!g_hash_table_contains (copying->copies, roadmap_item_get_id (item)))
    g_hash_table_insert (copying->copies, (gpointer) roadmap_item_get_id (item), copy);
  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      g_autoptr (RoadmapItem) child = NULL;

      if (roadmap_item_is (roadmap_item_get_child (item, i), "former"))
        continue;
      child = create_copy (copying, roadmap_item_get_child (item, i));
      roadmap_item_init_child (copy, child);
    }
  return copy;
}

/* What a link to @id leads to from a copy, or NULL. */
static RoadmapItem *
find_target (Copying    *copying,
             const char *id)
{
  RoadmapItem *target = g_hash_table_lookup (copying->copies, id);

  if (target != NULL)
    return target;
  target = roadmap_lookup (copying->roadmap, id);
  return target != NULL && !roadmap_item_is_withdrawn (target) ? target : NULL;
}

static char *
dup_links (Copying            *copying,
           const RoadmapField *field,
           const char         *value)
{
  g_auto (GStrv) ids = g_strsplit (value, " ", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (char **id = ids; *id != NULL; id++)
    {
      RoadmapItem *target = find_target (copying, *id);

      if (target == NULL || !roadmap_field_may_link_to (field, roadmap_item_get_kind (target)->name))
        copying->n_dropped++;
      else
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", roadmap_item_get_id (target));
    }
  return kept->len > 0 ? g_string_free (g_steal_pointer (&kept), FALSE) : NULL;
}

static char *
replace_ref (const char *id,
             gpointer    user_data)
{
  Copying *copying = user_data;
  RoadmapItem *target = find_target (copying, id);

  if (target != NULL)
    return g_strdup (roadmap_item_get_id (target));
  copying->n_dropped++;
  return NULL;
}

typedef struct
{
  Copying     *copying;
  RoadmapItem *copy;
} Filling;

static void
copy_value_cb (const RoadmapField *field,
               const char         *language,
               const char         *value,
               gpointer            user_data)
{
  const Filling *filling = user_data;
  static const char *const adopted[] = { "edition", "source", "page", NULL };
  RoadmapCopyFlags flags = filling->copying->flags;
  g_autofree char *changed = NULL;

  if ((flags & ROADMAP_COPY_FRESH && g_strv_contains (adopted, field->name)) ||
      (flags & ROADMAP_COPY_EDITORS && strcmp (field->name, "origin") == 0))
    return;
  if (roadmap_field_is_link (field))
    changed = dup_links (filling->copying, field, value);
  else if (field->type == ROADMAP_FIELD_MARKUP)
    changed = roadmap_markup_replace_refs (value, replace_ref, filling->copying);
  else
    changed = g_strdup (value);
  if (changed != NULL)
    roadmap_item_init_value (filling->copy, field, language, changed);
}

static void
fill_copy (Copying     *copying,
           RoadmapItem *item,
           RoadmapItem *copy)
{
  roadmap_item_foreach_value (item, copy_value_cb, &(Filling) { copying, copy });
  for (guint i = 0, n = 0; i < roadmap_item_get_n_children (item); i++)
    if (!roadmap_item_is (roadmap_item_get_child (item, i), "former"))
      fill_copy (copying, roadmap_item_get_child (item, i), roadmap_item_get_child (copy, n++));
}

GPtrArray *
roadmap_copy_items (Roadmap          *roadmap,
                    GPtrArray        *items,
                    RoadmapCopyFlags  flags,
                    guint            *n_dropped)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  Copying copying = { roadmap, flags, by_id, taken, 0 };

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), copies);
  g_return_val_if_fail (items != NULL, copies);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (copies, create_copy (&copying, g_ptr_array_index (items, i)));
  for (guint i = 0; i < items->len; i++)
    fill_copy (&copying, g_ptr_array_index (items, i), g_ptr_array_index (copies, i));
  if (flags & ROADMAP_COPY_EDITORS)
    for (guint i = 0; i < copies->len; i++)
      {
        RoadmapItem *copy = g_ptr_array_index (copies, i);

        roadmap_item_init_value (copy, roadmap_kind_find_field (roadmap_item_get_kind (copy), "origin"), NULL, "editor");
      }
  if (n_dropped != NULL)
    *n_dropped = copying.n_dropped;
  return copies;
}
