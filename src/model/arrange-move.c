/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/arrange-private.h"

#include "model/copies.h"
#include "model/outline.h"

/* One place up or down */

/* Whether the outline shows both under @under, or neither anywhere. */
static gboolean
is_beside (Roadmap     *roadmap,
           RoadmapItem *item,
           RoadmapItem *other,
           RoadmapItem *under)
{
  g_autoptr (GPtrArray) places = NULL;

  if (roadmap_outline_shows (item) != roadmap_outline_shows (other))
    return FALSE;
  if (!roadmap_outline_shows (item))
    return TRUE;
  places = roadmap_outline_places (roadmap, other);
  return g_ptr_array_find (places, under, NULL);
}

/* The neighbour to change places with, or NULL: found from the item on, since there may be very many beside it. */
static RoadmapItem *
find_neighbour (Roadmap                  *roadmap,
                RoadmapItem              *item,
                int                       step,
                const RoadmapArrangeSeen *seen)
{
  RoadmapItem *parent = roadmap_item_get_parent (item);
  g_autoptr (GPtrArray) places = roadmap_outline_places (roadmap, item);
  RoadmapItem *under = places->len > 0 ? g_ptr_array_index (places, 0) : NULL;
  guint n = roadmap_item_get_n_children (parent);

  /* Before the first child the position turns round to a very high one. */
  for (guint i = roadmap_item_get_position (item) + step; i < n; i += step)
    {
      RoadmapItem *other = roadmap_item_get_child (parent, i);

      if (is_beside (roadmap, item, other, under) && (seen == NULL || seen->shows (other, seen->data)))
        return other;
    }
  return NULL;
}

/* @tops are in the order in which they move: the foremost first.  @held is the set of those that stay, for one at the
 * end. */
static RoadmapItem *
find_free_neighbour (Roadmap                  *roadmap,
                     RoadmapItem              *item,
                     int                       step,
                     const RoadmapArrangeSeen *seen,
                     GHashTable               *held)
{
  RoadmapItem *neighbour = find_neighbour (roadmap, item, step, seen);

  return neighbour != NULL && !g_hash_table_contains (held, neighbour) ? neighbour : NULL;
}

static gboolean
step_all (Roadmap                   *roadmap,
          GPtrArray                 *tops,
          int                        step,
          const RoadmapArrangeSeen  *seen,
          GError                   **error)
{
  g_autoptr (GHashTable) held = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < tops->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (tops, step < 0 ? i : tops->len - 1 - i);
      RoadmapItem *neighbour = find_free_neighbour (roadmap, item, step, seen, held);

      if (neighbour == NULL)
        g_hash_table_add (held, item);
      else if (!roadmap_arrange_apply (roadmap,
                                       roadmap_edit_new_move (item, roadmap_item_get_parent (item),
                                                              roadmap_item_get_position (neighbour)),
                                       error))
        return FALSE;
    }
  return TRUE;
}

gboolean
roadmap_arrange_can_step (Roadmap                  *roadmap,
                          GPtrArray                *items,
                          int                       step,
                          const RoadmapArrangeSeen *seen)
{
  g_autoptr (GHashTable) held = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) tops = NULL;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap) && items != NULL, FALSE);

  tops = roadmap_list_tops (items);
  for (guint i = 0; i < tops->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (tops, step < 0 ? i : tops->len - 1 - i);

      if (roadmap_item_get_parent (item) == NULL)
        return FALSE;
      if (find_free_neighbour (roadmap, item, step, seen, held) != NULL)
        return TRUE;
      g_hash_table_add (held, item);
    }
  return FALSE;
}

gboolean
roadmap_arrange_step (RoadmapHistory            *history,
                      Roadmap                   *roadmap,
                      const char                *name,
                      GPtrArray                 *items,
                      int                        step,
                      const RoadmapArrangeSeen  *seen,
                      GError                   **error)
{
  g_autoptr (GPtrArray) tops = NULL;

  g_return_val_if_fail (ROADMAP_IS_HISTORY (history) && ROADMAP_IS_ROADMAP (roadmap), FALSE);
  g_return_val_if_fail (items != NULL && (step == 1 || step == -1), FALSE);

  tops = roadmap_list_tops (items);
  roadmap_history_begin (history, name);
  return roadmap_arrange_end (history, step_all (roadmap, tops, step, seen, error), error);
}

/* To another place */

gboolean
roadmap_find_drop (Roadmap           *roadmap,
                   const RoadmapKind *kind,
                   RoadmapItem       *item,
                   RoadmapItem       *under,
                   RoadmapDropSide    side,
                   RoadmapPlace      *place)
{
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap) && kind != NULL && ROADMAP_IS_ITEM (item), FALSE);
  g_return_val_if_fail (ROADMAP_IS_ITEM (under) && place != NULL, FALSE);

  if (!roadmap_find_addition (roadmap, kind, side == ROADMAP_DROP_ONTO ? item : under, ROADMAP_ADD_INSIDE, place))
    return FALSE;
  if (side == ROADMAP_DROP_ONTO)
    return TRUE;
  if (roadmap_item_get_parent (item) != place->parent)
    return FALSE;
  place->position = roadmap_item_get_position (item) + (side == ROADMAP_DROP_AFTER);
  return TRUE;
}

/* What @place is, as the outline shows it. */
static RoadmapItem *
get_shown_under (const RoadmapPlace *place)
{
  return place->under != NULL ? place->under : place->parent;
}

static gboolean
may_move (Roadmap            *roadmap,
          RoadmapItem        *item,
          const RoadmapPlace *place)
{
  RoadmapItem *under = get_shown_under (place);

  if (roadmap_item_is_within (place->parent, item) || under == item || roadmap_outline_holds (roadmap, item, under))
    return FALSE;
  if (!roadmap_kind_may_contain (roadmap_item_get_kind (place->parent), roadmap_item_get_kind (item)->name))
    return FALSE;
  return place->under == NULL ||
         roadmap_find_nesting (roadmap_item_get_kind (item), roadmap_item_get_kind (place->under)->name) != NULL;
}

/* Whether it stands under the same item already. */
static gboolean
is_shown_there (Roadmap            *roadmap,
                RoadmapItem        *item,
                const RoadmapPlace *place)
{
  g_autoptr (GPtrArray) places = roadmap_outline_places (roadmap, item);

  return roadmap_item_get_parent (item) == place->parent && g_ptr_array_find (places, get_shown_under (place), NULL);
}

static gboolean
is_there (Roadmap            *roadmap,
          RoadmapItem        *item,
          const RoadmapPlace *place)
{
  guint position = roadmap_item_get_position (item);

  return is_shown_there (roadmap, item, place) && (place->position == position || place->position == position + 1);
}

gboolean
roadmap_arrange_can_move (Roadmap            *roadmap,
                          GPtrArray          *items,
                          RoadmapItem        *from,
                          const RoadmapPlace *place)
{
  gboolean changes = FALSE;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap) && items != NULL && place != NULL, FALSE);

  changes = from != NULL && from != get_shown_under (place);
  for (guint i = 0; i < items->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (items, i);

      if (!may_move (roadmap, item, place))
        return FALSE;
      changes = changes || !is_there (roadmap, item, place);
    }
  return changes;
}

static gboolean
has_link (const char *value,
          const char *id)
{
  g_auto (GStrv) ids = g_strsplit (value, " ", -1);

  return g_strv_contains ((const char *const *) ids, id);
}

/* The value of @field by which @item stands under @place: the link to @from, where it was shown before, gives way. */
static char *
dup_nesting (RoadmapItem        *item,
             const RoadmapField *field,
             const RoadmapPlace *place,
             RoadmapItem        *from)
{
  const char *value = roadmap_item_get_value (item, field, NULL);
  const char *id = roadmap_item_get_id (place->under);
  const char *old_id = from != NULL && from != place->under ? roadmap_item_get_id (from) : NULL;
  gboolean stays = value != NULL && roadmap_item_get_parent (item) == place->parent;

  if (stays && has_link (value, id))
    return old_id != NULL ? roadmap_links_without (value, old_id, NULL) : g_strdup (value);
  if (stays && old_id != NULL && has_link (value, old_id))
    return roadmap_links_without (value, old_id, id);
  return g_strdup (id);
}

/* Of the links that say where it stands, the first that leads beside it holds: those before the one that is to hold go, and
 * all where none is to. */
static gboolean
link_to_place (Roadmap             *roadmap,
               RoadmapItem         *item,
               const RoadmapPlace  *place,
               RoadmapItem         *from,
               GError             **error)
{
  const RoadmapKind *kind = roadmap_item_get_kind (item);
  const RoadmapField *wanted =
    place->under != NULL ? roadmap_find_nesting (kind, roadmap_item_get_kind (place->under)->name) : NULL;

  if (is_shown_there (roadmap, item, place) && (from == NULL || from == get_shown_under (place)))
    return TRUE;

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *value = field == wanted ? dup_nesting (item, field, place, from) : NULL;

      if (field->flags & ROADMAP_FIELD_NESTS && !roadmap_arrange_change (roadmap, item, field, value, error))
        return FALSE;
      if (field == wanted && wanted != NULL)
        return TRUE;
    }
  return TRUE;
}

/* What stands under @item by a link, and nowhere else, before it moves.  (transfer container) */
static GPtrArray *
list_followers (Roadmap     *roadmap,
                RoadmapItem *item)
{
  GPtrArray *followers = g_ptr_array_new ();
  g_autoptr (GPtrArray) children = roadmap_outline_children (roadmap, item);

  for (guint i = 0; i < children->len; i++)
    {
      RoadmapItem *child = g_ptr_array_index (children, i);
      g_autoptr (GPtrArray) places = roadmap_outline_places (roadmap, child);

      if (roadmap_item_get_parent (child) != item && places->len == 1)
        g_ptr_array_add (followers, child);
    }
  return followers;
}

static gboolean
put_at (Roadmap      *roadmap,
        RoadmapItem  *item,
        RoadmapItem  *parent,
        guint         position,
        GError      **error)
{
  guint old_position = roadmap_item_get_position (item);

  /* An edit counts without the item itself. */
  if (roadmap_item_get_parent (item) == parent && position > old_position)
    position--;
  if (roadmap_item_get_parent (item) == parent && position == old_position)
    return TRUE;
  return roadmap_arrange_apply (roadmap, roadmap_edit_new_move (item, parent, position), error);
}

/* Rings of links end where everything has moved. */
static gboolean
bring_followers (Roadmap      *roadmap,
                 GPtrArray    *followers,
                 RoadmapItem  *parent,
                 GError      **error)
{
  for (guint i = 0; i < followers->len; i++)
    {
      RoadmapItem *follower = g_ptr_array_index (followers, i);
      g_autoptr (GPtrArray) next = list_followers (roadmap, follower);
      RoadmapPlace place;

      if (roadmap_item_get_parent (follower) == parent ||
          !roadmap_find_addition (roadmap, roadmap_item_get_kind (follower), parent, ROADMAP_ADD_INSIDE, &place) ||
          place.parent != parent)
        continue;
      if (!roadmap_arrange_apply (roadmap, roadmap_edit_new_move (follower, parent, place.position), error) ||
          !bring_followers (roadmap, next, parent, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
move_item (Roadmap             *roadmap,
           RoadmapItem         *item,
           RoadmapItem         *from,
           const RoadmapPlace  *place,
           GError             **error)
{
  gboolean leaves = roadmap_item_get_parent (item) != place->parent;
  g_autoptr (GPtrArray) followers = list_followers (roadmap, item);

  return link_to_place (roadmap, item, place, from, error) &&
         put_at (roadmap, item, place->parent, place->position, error) &&
         (!leaves || bring_followers (roadmap, followers, place->parent, error));
}

static gboolean
move_all (Roadmap             *roadmap,
          GPtrArray           *tops,
          RoadmapItem         *from,
          const RoadmapPlace  *place,
          GError             **error)
{
  RoadmapPlace next = *place;

  for (guint i = 0; i < tops->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (tops, i);

      if (!move_item (roadmap, item, from, &next, error))
        return FALSE;
      next.position = roadmap_item_get_position (item) + 1;
    }
  return TRUE;
}

gboolean
roadmap_arrange_move (RoadmapHistory      *history,
                      Roadmap             *roadmap,
                      const char          *name,
                      GPtrArray           *items,
                      RoadmapItem         *from,
                      const RoadmapPlace  *place,
                      GError             **error)
{
  g_autoptr (GPtrArray) tops = NULL;

  g_return_val_if_fail (ROADMAP_IS_HISTORY (history) && ROADMAP_IS_ROADMAP (roadmap), FALSE);
  g_return_val_if_fail (items != NULL && place != NULL, FALSE);
  g_return_val_if_fail (roadmap_arrange_can_move (roadmap, items, from, place), FALSE);

  tops = roadmap_list_tops (items);
  roadmap_history_begin (history, name);
  return roadmap_arrange_end (history, move_all (roadmap, tops, from, place, error), error);
}
