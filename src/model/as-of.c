/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/as-of.h"

#include <string.h>

#include "model/former.h"
#include "model/item-private.h"

/* Editions are taken back one after the other, the newest first, in a copy of the items that belongs to no roadmap. */
typedef struct
{
  RoadmapItem *root;
  GHashTable  *items; /* id → RoadmapItem, owned: some stand nowhere for a while */
} Past;

/* What stood in an item, and what has come there since and stays. */
typedef struct
{
  RoadmapItem *parent;
  char       **ids;
  GPtrArray   *others;  /* RoadmapItem, owned */
  GPtrArray   *anchors; /* for each of the others the one of @ids that it stands behind, or NULL */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_strfreev (order->ids);
  g_ptr_array_unref (order->others);
  g_ptr_array_unref (order->anchors);
  g_free (order);
}

static void
detach (RoadmapItem *item)
{
  if (roadmap_item_get_parent (item) != NULL)
    roadmap_item_remove_child (roadmap_item_get_parent (item), roadmap_item_get_position (item));
}

/* The languages in which a field has a value. */
typedef struct
{
  const RoadmapField *field;
  GPtrArray          *languages; /* interned; NULL is the document's own */
} Languages;

static void
add_language_cb (const RoadmapField *field,
                 const char         *language,
                 const char         *value,
                 gpointer            user_data)
{
  Languages *languages = user_data;

  if (field == languages->field)
    g_ptr_array_add (languages->languages, (gpointer) language);
}

static void
put_back_values (RoadmapItem        *former,
                 RoadmapItem        *item,
                 const RoadmapField *field)
{
  const RoadmapField *text = roadmap_kind_find_field (roadmap_item_get_kind (former), "text");
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  roadmap_item_foreach_value (item, add_language_cb, &(Languages) { field, all });
  roadmap_item_foreach_value (former, add_language_cb, &(Languages) { text, all });
  for (guint i = 0; i < all->len; i++)
    {
      const char *language = g_ptr_array_index (all, i);

      roadmap_item_set_value (item, field, language, roadmap_item_get_value (former, text, language));
    }
}

static Order *
order_new (RoadmapItem *former,
           RoadmapItem *parent)
{
  Order *order = g_new0 (Order, 1);
  const char *text = roadmap_item_get (former, "text");
  RoadmapItem *anchor = NULL;

  order->parent = parent;
  order->ids = g_strsplit (text != NULL ? text : "", " ", -1);
  order->others = g_ptr_array_new_with_free_func (g_object_unref);
  order->anchors = g_ptr_array_new ();
  for (guint i = 0; i < roadmap_item_get_n_children (parent); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (parent, i);

      if (g_strv_contains ((const char *const *) order->ids, roadmap_item_get_id (child)))
        {
          anchor = child;
          continue;
        }
      g_ptr_array_add (order->others, g_object_ref (child));
      g_ptr_array_add (order->anchors, anchor);
    }
  return order;
}

static void
detach_all (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    detach (g_ptr_array_index (items, i));
}

/* Files that were edited by hand may keep what cannot be. */
static void
attach (RoadmapItem *parent,
        RoadmapItem *item)
{
  if (roadmap_item_get_parent (item) == NULL && !roadmap_item_is_within (parent, item) &&
      roadmap_kind_may_contain (roadmap_item_get_kind (parent), roadmap_item_get_kind (item)->name))
    roadmap_item_insert_child (parent, item, G_MAXUINT);
}

/* Those that stood elsewhere go there instead. */
static void
attach_others (Order       *order,
               RoadmapItem *anchor,
               GHashTable  *named)
{
  for (guint i = 0; i < order->others->len; i++)
    {
      RoadmapItem *other = g_ptr_array_index (order->others, i);

      if (g_ptr_array_index (order->anchors, i) == anchor && !g_hash_table_contains (named, roadmap_item_get_id (other)))
        attach (order->parent, other);
    }
}

static void
put_back_order (Past       *past,
                Order      *order,
                GHashTable *named)
{
  attach_others (order, NULL, named);
  for (char **id = order->ids; *id != NULL; id++)
    {
      RoadmapItem *item = g_hash_table_lookup (past->items, *id);

      if (item == NULL)
        continue;
      attach (order->parent, item);
      attach_others (order, item, named);
    }
}

/* Everything leaves its place before anything takes one: the items may have changed places. */
static void
put_back_orders (Past      *past,
                 GPtrArray *orders)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < orders->len; i++)
    {
      Order *order = g_ptr_array_index (orders, i);

      detach_all (order->others);
      for (char **id = order->ids; *id != NULL; id++)
        {
          RoadmapItem *item = g_hash_table_lookup (past->items, *id);

          g_hash_table_add (named, *id);
          if (item != NULL && item != past->root)
            detach (item);
        }
    }
  for (guint i = 0; i < orders->len; i++)
    put_back_order (past, g_ptr_array_index (orders, i), named);
}

/* (transfer full): the items that @edition keeps, or those that it added. */
static GPtrArray *
collect (Past        *past,
         const char  *field,
         RoadmapItem *edition,
         gboolean     formers)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (RoadmapItem *item = roadmap_item_next (past->root, past->root); item != NULL;
       item = roadmap_item_next (item, past->root))
    if (roadmap_item_is (item, "former") == formers &&
        g_strcmp0 (roadmap_item_get (item, field), roadmap_item_get_id (edition)) == 0)
      g_ptr_array_add (found, g_object_ref (item));
  return found;
}

static void
take_back (Past        *past,
           RoadmapItem *edition)
{
  g_autoptr (GPtrArray) formers = collect (past, "until", edition, TRUE);
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (order_free);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GPtrArray) added = NULL;

  for (guint i = 0; i < formers->len; i++)
    g_ptr_array_add (items, roadmap_item_get_parent (g_ptr_array_index (formers, i)));
  detach_all (formers);
  for (guint i = 0; i < formers->len; i++)
    {
      RoadmapItem *former = g_ptr_array_index (formers, i), *item = g_ptr_array_index (items, i);
      const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), roadmap_item_get (former, "field"));

      if (field != NULL)
        put_back_values (former, item, field);
      else
        g_ptr_array_add (orders, order_new (former, item));
    }
  put_back_orders (past, orders);
  added = collect (past, "edition", edition, FALSE);
  detach_all (added);
  detach (edition);
}

/* What progress was recorded with since may be gone: links that no longer lead anywhere go too. */
static void
drop_lost_links (Past               *past,
                 RoadmapItem        *item,
                 const RoadmapField *field)
{
  const char *value = roadmap_item_get_value (item, field, NULL);
  g_auto (GStrv) ids = value != NULL ? g_strsplit (value, " ", -1) : NULL;
  g_autoptr (GString) kept = g_string_new (NULL);

  for (char **id = ids; id != NULL && *id != NULL; id++)
    if (g_hash_table_contains (past->items, *id) &&
        roadmap_item_is_within (g_hash_table_lookup (past->items, *id), past->root))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", *id);
  if (value != NULL && strcmp (kept->str, value) != 0)
    roadmap_item_set_value (item, field, NULL, kept->len > 0 ? kept->str : NULL);
}

static void
drop_all_lost_links (Past *past)
{
  for (RoadmapItem *item = past->root; item != NULL; item = roadmap_item_next (item, past->root))
    for (const RoadmapField *field = roadmap_item_get_kind (item)->fields; field->name != NULL; field++)
      if (roadmap_field_is_link (field))
        drop_lost_links (past, item, field);
}

Roadmap *
roadmap_as_of (Roadmap      *roadmap,
               RoadmapItem  *edition,
               GError      **error)
{
  g_autoptr (GPtrArray) editions = NULL;
  g_autoptr (RoadmapItem) root = NULL;
  g_autoptr (GHashTable) items = NULL;
  Roadmap *as_of;
  Past past;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (ROADMAP_IS_ITEM (edition), NULL);

  editions = roadmap_list_editions (roadmap);
  root = roadmap_item_copy (roadmap_get_root (roadmap));
  items = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    g_hash_table_insert (items, (gpointer) roadmap_item_get_id (item), g_object_ref (item));

  past = (Past) { root, items };
  for (guint i = editions->len; i > 0 && g_ptr_array_index (editions, i - 1) != edition; i--)
    take_back (&past, g_hash_table_lookup (items, roadmap_item_get_id (g_ptr_array_index (editions, i - 1))));
  drop_all_lost_links (&past);
  as_of = roadmap_new (root, roadmap_get_language (roadmap), error);
  if (as_of != NULL)
    roadmap_set_past (as_of);
  return as_of;
}
