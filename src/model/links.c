/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/links.h"

#include <string.h>

#include "model/item-order.h"

struct _RoadmapLinks
{
  /* id → GPtrArray of the RoadmapItems that link to it, as often as they do, in no order */
  GHashTable *referrers;
};

static void
add_link (RoadmapLinks *self,
          RoadmapItem  *item,
          const char   *id)
{
  GPtrArray *referrers = g_hash_table_lookup (self->referrers, id);

  if (referrers == NULL)
    {
      referrers = g_ptr_array_new ();
      g_hash_table_insert (self->referrers, g_strdup (id), referrers);
    }
  g_ptr_array_add (referrers, item);
}

static void
remove_link (RoadmapLinks *self,
             RoadmapItem  *item,
             const char   *id)
{
  GPtrArray *referrers = g_hash_table_lookup (self->referrers, id);

  g_ptr_array_remove_fast (referrers, item);
  if (referrers->len == 0)
    g_hash_table_remove (self->referrers, id);
}

typedef void (*LinkFunc) (RoadmapLinks *self,
                          RoadmapItem  *item,
                          const char   *id);

/* Calls @visit for each id in a value of a link. */
static void
visit_ids (RoadmapLinks *self,
           RoadmapItem  *item,
           const char   *value,
           LinkFunc      visit)
{
  g_auto (GStrv) ids = NULL;

  /* Most name one item, and need no list. */
  if (strchr (value, ' ') == NULL)
    {
      visit (self, item, value);
      return;
    }
  ids = g_strsplit (value, " ", -1);
  for (char **id = ids; *id != NULL; id++)
    visit (self, item, *id);
}

typedef struct
{
  RoadmapLinks *links;
  RoadmapItem  *item;
  LinkFunc      visit;
} Visit;

static void
visit_value_cb (const RoadmapField *field,
                const char         *language,
                const char         *value,
                gpointer            user_data)
{
  Visit *visit = user_data;

  if (roadmap_field_is_link (field))
    visit_ids (visit->links, visit->item, value, visit->visit);
}

static void
visit_items (RoadmapLinks *self,
             RoadmapItem  *first,
             RoadmapItem  *top,
             LinkFunc      visit)
{
  for (RoadmapItem *item = first; item != NULL; item = roadmap_item_next (item, top))
    roadmap_item_foreach_value (item, visit_value_cb, &(Visit) { self, item, visit });
}

RoadmapLinks *
roadmap_links_new (RoadmapItem *root)
{
  RoadmapLinks *self = g_new0 (RoadmapLinks, 1);

  self->referrers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  visit_items (self, roadmap_item_next (root, root), root, add_link);
  return self;
}

void
roadmap_links_free (RoadmapLinks *self)
{
  g_hash_table_unref (self->referrers);
  g_free (self);
}

void
roadmap_links_add (RoadmapLinks *self,
                   RoadmapItem  *top)
{
  visit_items (self, top, top, add_link);
}

void
roadmap_links_remove (RoadmapLinks *self,
                      RoadmapItem  *top)
{
  visit_items (self, top, top, remove_link);
}

void
roadmap_links_change (RoadmapLinks *self,
                      RoadmapItem  *item,
                      const char   *old_value,
                      const char   *value)
{
  if (old_value != NULL)
    visit_ids (self, item, old_value, remove_link);
  if (value != NULL)
    visit_ids (self, item, value, add_link);
}

GPtrArray *
roadmap_links_list (RoadmapLinks *self,
                    const char   *id)
{
  GPtrArray *referrers = g_hash_table_lookup (self->referrers, id);
  GPtrArray *items = g_ptr_array_new ();

  if (referrers == NULL)
    return items;
  g_ptr_array_extend (items, referrers, NULL, NULL);
  g_ptr_array_sort (items, roadmap_item_compare_place);
  for (guint i = items->len; i > 1; i--)
    if (g_ptr_array_index (items, i - 1) == g_ptr_array_index (items, i - 2))
      g_ptr_array_remove_index (items, i - 1);
  return items;
}
