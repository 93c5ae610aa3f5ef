/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/change-list.h"

#include "model/edition.h"

typedef struct
{
  RoadmapChangeList *list;
  const char        *language; /* NULL: the roadmap's own */
  GHashTable        *places;   /* of the old version's items in the order of the file */
} Search;

static void
free_change (gpointer data)
{
  RoadmapChange *change = data;

  g_object_unref (change->item);
  g_clear_object (&change->container);
  g_ptr_array_unref (change->differences);
  g_free (change);
}

RoadmapItem *
roadmap_item_find_container (RoadmapItem *item)
{
  static const char *const kinds[] = { "chart", "stage", "lane", "narrative", "section", "map", "band", NULL };

  for (item = roadmap_item_get_parent (item); item != NULL; item = roadmap_item_get_parent (item))
    if (g_strv_contains (kinds, roadmap_item_get_kind (item)->name))
      return item;
  return NULL;
}

static RoadmapChange *
add_at (RoadmapChangeList *list,
        guint              index,
        RoadmapChangeType  type,
        RoadmapItem       *item)
{
  RoadmapChange *change = g_new0 (RoadmapChange, 1);

  change->type = type;
  change->item = g_object_ref (item);
  g_set_object (&change->container, roadmap_item_find_container (item));
  change->differences = g_ptr_array_new ();
  g_ptr_array_insert (list->changes, index, change);
  list->n[type]++;
  return change;
}

static RoadmapChange *
add (RoadmapChangeList *list,
     RoadmapChangeType  type,
     RoadmapItem       *item)
{
  return add_at (list, list->changes->len, type, item);
}

/* The one that the item has already, or a new one. */
static RoadmapChange *
ensure_revised (RoadmapChangeList *list,
                RoadmapItem       *item)
{
  RoadmapChange *last = list->changes->len > 0 ? g_ptr_array_index (list->changes, list->changes->len - 1) : NULL;

  if (last != NULL && last->type == ROADMAP_CHANGE_REVISED && last->item == item)
    return last;
  return add (list, ROADMAP_CHANGE_REVISED, item);
}

static gboolean
is_history (RoadmapItem *item)
{
  for (; item != NULL; item = roadmap_item_get_parent (item))
    if (roadmap_item_is_past (item))
      return TRUE;
  return FALSE;
}

/* Whether the value that differs is one that readers are told: not that of another language, nor the wording itself if
 * its translation differs too. */
static gboolean
is_told (Search                  *search,
         const RoadmapDifference *difference)
{
  const char *language = search->language;

  if (g_str_equal (difference->field->name, "edition"))
    return FALSE;
  if (difference->language != NULL)
    return g_strcmp0 (difference->language, language) == 0;
  if (language == NULL || !roadmap_field_is_text (difference->field))
    return TRUE;
  return g_strcmp0 (roadmap_item_get_value (difference->old_item, difference->field, language),
                    roadmap_item_get_value (difference->new_item, difference->field, language)) == 0;
}

/* Where the item of a change stood, from 1; 0 if it was nowhere, or elsewhere. */
static guint
get_old_place (Search              *search,
               const RoadmapChange *change)
{
  const RoadmapDifference *first = change->differences->len > 0 ? g_ptr_array_index (change->differences, 0) : NULL;

  if (change->type == ROADMAP_CHANGE_REMOVED)
    return GPOINTER_TO_UINT (g_hash_table_lookup (search->places, change->item));
  if (first == NULL || first->type == ROADMAP_DIFFERENCE_MOVED)
    return 0;
  return GPOINTER_TO_UINT (g_hash_table_lookup (search->places, first->old_item));
}

static gboolean
is_withdrawn (const RoadmapDifference *difference)
{
  return difference->type == ROADMAP_DIFFERENCE_MOVED && is_history (difference->new_item) &&
         !is_history (difference->old_item);
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      places)
{
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (places, *(RoadmapItem *const *) a));
  guint second = GPOINTER_TO_UINT (g_hash_table_lookup (places, *(RoadmapItem *const *) b));

  return (first > second) - (first < second);
}

/* An edition keeps what it took out at another place of the file: it is told behind what stood before it. */
static void
add_withdrawn (Search    *search,
               GPtrArray *differences)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  guint index = search->list->changes->len;

  for (guint i = 0; i < differences->len; i++)
    if (is_withdrawn (g_ptr_array_index (differences, i)))
      g_ptr_array_add (items, ((RoadmapDifference *) g_ptr_array_index (differences, i))->old_item);
  g_ptr_array_sort_with_data (items, compare_places, search->places);

  /* From the last on, so that each place is looked for from where the one after it was found. */
  for (guint i = items->len; i > 0; i--)
    {
      RoadmapItem *item = g_ptr_array_index (items, i - 1);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (search->places, item));

      for (; index > 0; index--)
        {
          guint before = get_old_place (search, g_ptr_array_index (search->list->changes, index - 1));

          if (before > 0 && before < place)
            break;
        }
      add_at (search->list, index, ROADMAP_CHANGE_REMOVED, item);
    }
}

static void
add_difference (Search            *search,
                RoadmapDifference *difference)
{
  gboolean was_there = difference->old_item != NULL && !is_history (difference->old_item);
  gboolean is_there = difference->new_item != NULL && !is_history (difference->new_item);
  RoadmapItem *item = roadmap_difference_get_item (difference);

  if (roadmap_item_is (item, "edition") && difference->type != ROADMAP_DIFFERENCE_SET)
    return;
  if (was_there && is_there)
    {
      if (difference->type == ROADMAP_DIFFERENCE_MOVED || is_told (search, difference))
        g_ptr_array_add (ensure_revised (search->list, item)->differences, difference);
    }
  /* What moved into the past comes later; what was only changed there is no news. */
  else if (difference->type == ROADMAP_DIFFERENCE_REMOVED && was_there)
    add (search->list, ROADMAP_CHANGE_REMOVED, difference->old_item);
  else if (difference->type != ROADMAP_DIFFERENCE_SET && is_there)
    add (search->list, ROADMAP_CHANGE_ADDED, difference->new_item);
}

/* (transfer full) */
static GHashTable *
number_items (Roadmap *roadmap)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);
  RoadmapItem *root = roadmap_get_root (roadmap);
  guint n = 0;

  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    g_hash_table_insert (places, item, GUINT_TO_POINTER (++n));
  return places;
}

RoadmapChangeList *
roadmap_change_list_new (Roadmap     *old,
                         Roadmap     *new,
                         const char  *language,
                         GError     **error)
{
  g_autoptr (GPtrArray) differences = roadmap_diff (old, new, error);
  g_autoptr (GHashTable) places = NULL;
  RoadmapChangeList *self;
  Search search;

  if (differences == NULL)
    return NULL;

  self = g_new0 (RoadmapChangeList, 1);
  self->changes = g_ptr_array_new_with_free_func (free_change);
  search.list = self;
  search.places = places = number_items (old);
  search.language = g_strcmp0 (language, roadmap_get_language (new)) != 0 ? language : NULL;
  for (guint i = 0; i < differences->len; i++)
    add_difference (&search, g_ptr_array_index (differences, i));
  add_withdrawn (&search, differences);
  self->differences = g_steal_pointer (&differences);
  return self;
}

void
roadmap_change_list_free (RoadmapChangeList *self)
{
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->differences);
  g_free (self);
}
