/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/merge-private.h"

#include "model/pairs.h"

/* What was changed where, and what that leaves to decide. */

static const RoadmapKind *
get_kind (RoadmapMergeItem *item)
{
  for (guint i = 0; i < ROADMAP_MERGE_N_VERSIONS; i++)
    if (item->versions[i] != NULL)
      return roadmap_item_get_kind (item->versions[i]);
  g_assert_not_reached ();
}

RoadmapMergeItem *
roadmap_merge_find (RoadmapMerge *self,
                    RoadmapItem  *item)
{
  RoadmapMergeItem *found;

  if (item == NULL)
    return NULL;

  found = g_hash_table_lookup (self->by_id, roadmap_item_get_id (item));
  while (found != NULL && get_kind (found) != roadmap_item_get_kind (item))
    found = found->namesake;
  return found;
}

RoadmapMergeItem *
roadmap_merge_get_parent (RoadmapMerge     *self,
                          RoadmapMergeItem *item,
                          guint             version)
{
  return item->versions[version] != NULL ? roadmap_merge_find (self, roadmap_item_get_parent (item->versions[version]))
                                         : NULL;
}

RoadmapSide
roadmap_merge_get_mover (RoadmapMerge     *self,
                         RoadmapMergeItem *item)
{
  if (item->moved != NULL)
    return item->moved->choice;
  return roadmap_merge_get_parent (self, item, ROADMAP_SIDE_OURS) == roadmap_merge_get_parent (self, item, ROADMAP_MERGE_BASE)
           ? ROADMAP_SIDE_THEIRS
           : ROADMAP_SIDE_OURS;
}

static void
free_item (gpointer data)
{
  RoadmapMergeItem *item = data;

  g_clear_pointer (&item->set, g_ptr_array_unref);
  g_free (item);
}

static void
note_version (RoadmapMerge *self,
              RoadmapItem  *item,
              guint         version)
{
  RoadmapMergeItem *found = roadmap_merge_find (self, item);

  if (found == NULL)
    {
      found = g_new0 (RoadmapMergeItem, 1);
      found->namesake = g_hash_table_lookup (self->by_id, roadmap_item_get_id (item));
      found->place = self->items->len;
      g_ptr_array_add (self->items, found);
      g_hash_table_insert (self->by_id, (gpointer) roadmap_item_get_id (item), found);
    }
  found->versions[version] = item;
}

static RoadmapConflict *
add_conflict (RoadmapMerge        *self,
              RoadmapMergeItem    *item,
              RoadmapConflictType  type,
              RoadmapSide          choice)
{
  RoadmapConflict *conflict = g_new0 (RoadmapConflict, 1);

  conflict->type = type;
  conflict->choice = choice;
  conflict->base_item = item->versions[ROADMAP_MERGE_BASE];
  conflict->items[ROADMAP_SIDE_OURS] = item->versions[ROADMAP_SIDE_OURS];
  conflict->items[ROADMAP_SIDE_THEIRS] = item->versions[ROADMAP_SIDE_THEIRS];
  conflict->place = item->place;
  g_ptr_array_add (self->conflicts, conflict);
  return conflict;
}

static RoadmapConflict *
add_set (RoadmapMerge       *self,
         RoadmapMergeItem   *item,
         const RoadmapField *field,
         const char         *language,
         const char *const  *values)
{
  RoadmapConflict *conflict = add_conflict (self, item, ROADMAP_CONFLICT_SET, ROADMAP_SIDE_OURS);

  conflict->field = field;
  conflict->language = g_intern_string (language);
  conflict->base_value = values[ROADMAP_MERGE_BASE];
  conflict->values[ROADMAP_SIDE_OURS] = values[ROADMAP_SIDE_OURS];
  conflict->values[ROADMAP_SIDE_THEIRS] = values[ROADMAP_SIDE_THEIRS];
  if (item->set == NULL)
    item->set = g_ptr_array_new ();
  g_ptr_array_add (item->set, conflict);
  return conflict;
}

static gboolean
is_in_both (RoadmapMergeItem *item)
{
  return item->versions[ROADMAP_SIDE_OURS] != NULL && item->versions[ROADMAP_SIDE_THEIRS] != NULL;
}

/* Whether @side alone still has what was there. */
static gboolean
is_removed_from_other (RoadmapMergeItem *item,
                       RoadmapSide       side)
{
  return item->versions[ROADMAP_MERGE_BASE] != NULL && item->versions[side] != NULL && item->versions[1 - side] == NULL;
}

/* What is linked to now and was not before is in use. */
static void
touch_linked (RoadmapMerge *self,
              const char   *base,
              const char   *value,
              RoadmapSide   side)
{
  g_auto (GStrv) old_ids = g_strsplit (base != NULL ? base : "", " ", -1);
  g_auto (GStrv) ids = g_strsplit (value, " ", -1);

  for (char **id = ids; *id != NULL; id++)
    if (!g_strv_contains ((const char *const *) old_ids, *id))
      for (RoadmapMergeItem *item = g_hash_table_lookup (self->by_id, *id); item != NULL; item = item->namesake)
        if (is_removed_from_other (item, side))
          item->touched = TRUE;
}

static void
look_at_value_cb (RoadmapMergeItem   *item,
                  const RoadmapField *field,
                  const char         *language,
                  const char *const  *values,
                  gpointer            user_data)
{
  RoadmapMerge *self = user_data;
  const char *base = values[ROADMAP_MERGE_BASE];
  g_autofree char *joined = NULL;

  if (is_in_both (item) && !roadmap_merge_join_value (field, values, &joined))
    add_set (self, item, field, language, values);
  for (guint side = 0; side < 2; side++)
    {
      if (g_strcmp0 (values[side], base) == 0)
        continue;
      if (is_removed_from_other (item, side))
        item->touched = TRUE;
      if (values[side] != NULL && roadmap_field_is_link (field))
        touch_linked (self, base, values[side], side);
    }
}

static void
look_at_place (RoadmapMerge     *self,
               RoadmapMergeItem *item)
{
  RoadmapMergeItem *base = roadmap_merge_get_parent (self, item, ROADMAP_MERGE_BASE);
  RoadmapMergeItem *ours = roadmap_merge_get_parent (self, item, ROADMAP_SIDE_OURS);
  RoadmapMergeItem *theirs = roadmap_merge_get_parent (self, item, ROADMAP_SIDE_THEIRS);

  if (is_in_both (item) && ours != theirs && ours != base && theirs != base)
    item->moved = add_conflict (self, item, ROADMAP_CONFLICT_MOVED, ROADMAP_SIDE_OURS);
  for (guint side = 0; side < 2; side++)
    {
      RoadmapMergeItem *parent = side == ROADMAP_SIDE_OURS ? ours : theirs;

      if (parent == NULL || parent == base)
        continue;
      if (is_removed_from_other (item, side))
        item->touched = TRUE;
      if (is_removed_from_other (parent, side))
        parent->touched = TRUE;
    }
}

static const char *
get_value (RoadmapItem        *item,
           const RoadmapField *field)
{
  return item != NULL ? roadmap_item_get_value (item, field, NULL) : NULL;
}

static RoadmapConflict *
find_set (RoadmapMergeItem   *item,
          const RoadmapField *field)
{
  for (guint i = 0; item->set != NULL && i < item->set->len; i++)
    {
      RoadmapConflict *conflict = g_ptr_array_index (item->set, i);

      if (conflict->field == field && conflict->language == NULL)
        return conflict;
    }
  return NULL;
}

static gboolean
is_ordered (RoadmapMerge *self,
            const char   *start,
            const char   *end)
{
  int fiscal_start = roadmap_get_fiscal_start (self->roadmaps[ROADMAP_SIDE_OURS]);
  RoadmapSpan span = { 0 };

  return start == NULL || end == NULL || !roadmap_point_parse (start, fiscal_start, &span.start) ||
         !roadmap_point_parse (end, fiscal_start, &span.end) || roadmap_span_is_ordered (&span);
}

/* The two ends of a span are decided together when anything about them is to be decided, or one's start and the other's end
 * make none. */
static void
look_at_span (RoadmapMerge     *self,
              RoadmapMergeItem *item)
{
  static const char *const names[] = { "start", "end" };
  RoadmapConflict *conflicts[2] = { NULL };
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  char **joined[] = { &start, &end };
  gboolean clear = TRUE;

  for (guint i = 0; i < 2; i++)
    {
      const RoadmapField *field = roadmap_kind_find_field (get_kind (item), names[i]);
      const char *values[ROADMAP_MERGE_N_VERSIONS];

      if (field == NULL)
        return;
      for (guint version = 0; version < ROADMAP_MERGE_N_VERSIONS; version++)
        values[version] = get_value (item->versions[version], field);
      clear = roadmap_merge_join_value (field, values, joined[i]) && clear;
    }
  if (clear && is_ordered (self, start, end))
    return;

  for (guint i = 0; i < 2; i++)
    {
      const RoadmapField *field = roadmap_kind_find_field (get_kind (item), names[i]);
      const char *values[ROADMAP_MERGE_N_VERSIONS];

      for (guint version = 0; version < ROADMAP_MERGE_N_VERSIONS; version++)
        values[version] = get_value (item->versions[version], field);
      conflicts[i] = find_set (item, field);
      if (conflicts[i] == NULL && g_strcmp0 (values[ROADMAP_SIDE_OURS], values[ROADMAP_SIDE_THEIRS]) != 0)
        conflicts[i] = add_set (self, item, field, NULL, values);
    }
  for (guint i = 0; i < 2; i++)
    if (conflicts[i] != NULL)
      conflicts[i]->partner = conflicts[1 - i];
}

/* An item that one side removed and the other touched stays, with all that the first removed around it. */
static void
find_removed (RoadmapMerge *self,
              RoadmapSide   side)
{
  RoadmapItem *root = roadmap_get_root (self->roadmaps[side]);
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();

  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    {
      RoadmapMergeItem *found = roadmap_merge_find (self, item);

      if (is_removed_from_other (found, side))
        g_ptr_array_add (removed, found);
    }

  for (guint i = removed->len; i > 0; i--)
    {
      RoadmapMergeItem *item = g_ptr_array_index (removed, i - 1);
      RoadmapMergeItem *parent = roadmap_merge_get_parent (self, item, side);

      if (item->touched && is_removed_from_other (parent, side))
        parent->touched = TRUE;
    }
  for (guint i = 0; i < removed->len; i++)
    {
      RoadmapMergeItem *item = g_ptr_array_index (removed, i);
      RoadmapMergeItem *parent = roadmap_merge_get_parent (self, item, side);

      if (is_removed_from_other (parent, side) && parent->removed != NULL)
        item->removed = parent->removed;
      else if (item->touched)
        item->removed = add_conflict (self, item, ROADMAP_CONFLICT_REMOVED, side);
    }
}

static gboolean
may_be_present (RoadmapMergeItem *item)
{
  return item->removed != NULL || item->versions[ROADMAP_MERGE_BASE] == NULL || is_in_both (item);
}

/* The id of @first in ours and in theirs, where these are of different kinds. */
static void
look_at_namesakes (RoadmapMerge     *self,
                   RoadmapMergeItem *first)
{
  RoadmapMergeItem *by_side[2] = { NULL };
  RoadmapConflict *conflict = NULL;

  for (RoadmapMergeItem *item = first; item != NULL; item = item->namesake)
    for (guint side = 0; side < 2; side++)
      if (item->versions[side] != NULL)
        by_side[side] = item;
  if (by_side[0] == NULL || by_side[1] == NULL || by_side[0] == by_side[1] ||
      !may_be_present (by_side[0]) || !may_be_present (by_side[1]))
    return;

  for (guint side = 0; side < 2; side++)
    if (conflict == NULL)
      conflict = by_side[side]->removed;
  if (conflict == NULL)
    conflict = add_conflict (self, by_side[ROADMAP_SIDE_OURS], ROADMAP_CONFLICT_KIND, ROADMAP_SIDE_OURS);
  conflict->type = ROADMAP_CONFLICT_KIND;
  conflict->choice = ROADMAP_SIDE_OURS;
  for (guint side = 0; side < 2; side++)
    {
      conflict->items[side] = by_side[side]->versions[side];
      by_side[side]->removed = conflict;
    }
}

/* What the sides put into each other is one conflict: for ours, or for theirs. */
static void
find_rings (RoadmapMerge *self)
{
  RoadmapMergeItem *first;

  while ((first = roadmap_merge_find_places (self, FALSE)) != NULL)
    {
      RoadmapConflict *conflict = NULL;
      RoadmapMergeItem *item = first;

      do
        {
          if (conflict == NULL && is_in_both (item) && item->moved == NULL && item->side == ROADMAP_SIDE_THEIRS)
            conflict = add_conflict (self, item, ROADMAP_CONFLICT_MOVED, ROADMAP_SIDE_OURS);
          item = roadmap_merge_get_parent (self, item, item->side);
        }
      while (item != first);
      g_assert (conflict != NULL);
      do
        {
          if (is_in_both (item) && item->moved == NULL)
            item->moved = conflict;
          item = roadmap_merge_get_parent (self, item, item->side);
        }
      while (item != first);
    }
}

static int
compare_conflicts (gconstpointer a,
                   gconstpointer b)
{
  const RoadmapConflict *one = *(RoadmapConflict **) a, *other = *(RoadmapConflict **) b;

  return (one->place > other->place) - (one->place < other->place);
}

static void
find_conflicts (RoadmapMerge *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      RoadmapMergeItem *item = g_ptr_array_index (self->items, i);

      look_at_place (self, item);
      roadmap_merge_foreach_value (item, look_at_value_cb, self);
      if (is_in_both (item))
        look_at_span (self, item);
    }
  find_removed (self, ROADMAP_SIDE_OURS);
  find_removed (self, ROADMAP_SIDE_THEIRS);
  for (guint i = 0; i < self->items->len; i++)
    {
      RoadmapMergeItem *item = g_ptr_array_index (self->items, i);

      if (item->namesake != NULL)
        look_at_namesakes (self, item);
    }
  find_rings (self);
  g_ptr_array_sort (self->conflicts, compare_conflicts);
}

RoadmapMerge *
roadmap_merge_new (Roadmap  *base,
                   Roadmap  *ours,
                   Roadmap  *theirs,
                   GError  **error)
{
  RoadmapMerge *self;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (base), NULL);

  if (!roadmap_pairs_check (base, ours, error) || !roadmap_pairs_check (base, theirs, error))
    return NULL;

  self = g_new0 (RoadmapMerge, 1);
  self->roadmaps[ROADMAP_MERGE_BASE] = g_object_ref (base);
  self->roadmaps[ROADMAP_SIDE_OURS] = g_object_ref (ours);
  self->roadmaps[ROADMAP_SIDE_THEIRS] = g_object_ref (theirs);
  self->items = g_ptr_array_new_with_free_func (free_item);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->conflicts = g_ptr_array_new_with_free_func (g_free);
  for (guint version = 0; version < ROADMAP_MERGE_N_VERSIONS; version++)
    {
      RoadmapItem *root = roadmap_get_root (self->roadmaps[version]);

      for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
        note_version (self, item, version);
    }
  find_conflicts (self);
  return self;
}

void
roadmap_merge_free (RoadmapMerge *self)
{
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->conflicts);
  for (guint version = 0; version < ROADMAP_MERGE_N_VERSIONS; version++)
    g_object_unref (self->roadmaps[version]);
  g_free (self);
}

Roadmap *
roadmap_merge_get_base (RoadmapMerge *self)
{
  return self->roadmaps[ROADMAP_MERGE_BASE];
}

Roadmap *
roadmap_merge_get_side (RoadmapMerge *self,
                        RoadmapSide   side)
{
  return self->roadmaps[side];
}

GPtrArray *
roadmap_merge_get_conflicts (RoadmapMerge *self)
{
  return self->conflicts;
}

void
roadmap_merge_choose (RoadmapMerge    *self,
                      RoadmapConflict *conflict,
                      RoadmapSide      side)
{
  g_return_if_fail (self != NULL && conflict != NULL);

  conflict->choice = side;
  if (conflict->partner != NULL)
    conflict->partner->choice = side;
}
