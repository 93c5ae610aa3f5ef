/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/place.h"

#include <string.h>

/* What people add, in the order in which they think of it.  Other kinds come about by other means: an edition by an
 * amendment. */
static const char *const added_kinds[] = {
  "stage", "lane", "roadblock", "measure", "bar", "milestone", "followup", "issue", "addressed", "section", "paragraph",
  "footnote", "band", "region", "cell", "column", "heading", "note", "narrative", "chart", "map", "domain", "category",
  "status", "part", "remark",
};

const RoadmapField *
roadmap_find_nesting (const RoadmapKind *kind,
                      const char        *under)
{
  g_return_val_if_fail (kind != NULL && under != NULL, NULL);

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (field->flags & ROADMAP_FIELD_NESTS && roadmap_field_may_link_to (field, under))
      return field;
  return NULL;
}

/* Where @kind comes among what may stand in @parent. */
static gssize
get_rank (const RoadmapKind *parent,
          const char        *kind)
{
  g_auto (GStrv) kinds = g_strsplit (parent->children != NULL ? parent->children : "", " ", -1);

  for (gssize i = 0; kinds[i] != NULL; i++)
    if (strcmp (kinds[i], kind) == 0)
      return i;
  return G_MAXSSIZE;
}

/* After the last child of the same kind or of one that comes before it. */
static guint
find_position (const RoadmapKind *kind,
               RoadmapItem       *parent)
{
  const RoadmapKind *around = roadmap_item_get_kind (parent);
  gssize rank = get_rank (around, kind->name);
  guint position = roadmap_item_get_n_children (parent);

  while (position > 0 &&
         get_rank (around, roadmap_item_get_kind (roadmap_item_get_child (parent, position - 1))->name) > rank)
    position--;
  return position;
}

/* After the last of those that stand under @item already. */
static guint
find_position_under (Roadmap            *roadmap,
                     const RoadmapKind  *kind,
                     RoadmapItem        *item)
{
  RoadmapItem *parent = roadmap_item_get_parent (item);
  g_autoptr (GPtrArray) referrers = roadmap_get_referrers (roadmap, item, kind->name);

  for (guint i = referrers->len; i > 0; i--)
    {
      RoadmapItem *referrer = g_ptr_array_index (referrers, i - 1);

      if (roadmap_item_get_parent (referrer) == parent)
        return roadmap_item_get_position (referrer) + 1;
    }
  return find_position (kind, parent);
}

static gboolean
find_inside (Roadmap           *roadmap,
             const RoadmapKind *kind,
             RoadmapItem       *item,
             RoadmapPlace      *place)
{
  RoadmapItem *parent = roadmap_item_get_parent (item);

  if (roadmap_kind_may_contain (roadmap_item_get_kind (item), kind->name))
    {
      *place = (RoadmapPlace) { item, find_position (kind, item), NULL, NULL };
      return TRUE;
    }
  if (parent == NULL || !roadmap_kind_may_contain (roadmap_item_get_kind (parent), kind->name) ||
      roadmap_find_nesting (kind, roadmap_item_get_kind (item)->name) == NULL)
    return FALSE;
  *place = (RoadmapPlace) { parent, find_position_under (roadmap, kind, item), item, NULL };
  return TRUE;
}

static gboolean
find_beside (const RoadmapKind *kind,
             RoadmapItem       *item,
             RoadmapPlace      *place)
{
  RoadmapItem *parent = roadmap_item_get_parent (item);

  if (parent == NULL || roadmap_item_get_kind (item) != kind)
    return FALSE;
  *place = (RoadmapPlace) { parent, roadmap_item_get_position (item) + 1, NULL, item };
  return TRUE;
}

static gboolean
find_around (const RoadmapKind *kind,
             RoadmapItem       *item,
             RoadmapPlace      *place)
{
  RoadmapItem *parent = roadmap_item_get_parent (item);

  if (parent == NULL || !roadmap_kind_may_contain (roadmap_item_get_kind (parent), kind->name))
    return FALSE;
  *place = (RoadmapPlace) { parent, find_position (kind, parent), NULL, NULL };
  return TRUE;
}

gboolean
roadmap_find_addition (Roadmap           *roadmap,
                       const RoadmapKind *kind,
                       RoadmapItem       *item,
                       RoadmapAddWhere    where,
                       RoadmapPlace      *place)
{
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), FALSE);
  g_return_val_if_fail (kind != NULL && ROADMAP_IS_ITEM (item) && place != NULL, FALSE);

  switch (where)
    {
    case ROADMAP_ADD_BESIDE:
      return find_beside (kind, item, place);
    case ROADMAP_ADD_INSIDE:
      return find_inside (roadmap, kind, item, place);
    case ROADMAP_ADD_AROUND:
    default:
      return find_around (kind, item, place);
    }
}

static gboolean
is_listed (GArray            *additions,
           const RoadmapKind *kind)
{
  for (guint i = 0; i < additions->len; i++)
    if (g_array_index (additions, RoadmapAddition, i).kind == kind)
      return TRUE;
  return FALSE;
}

static void
add_kinds (Roadmap         *roadmap,
           RoadmapItem     *item,
           RoadmapAddWhere  where,
           GArray          *additions)
{
  for (guint i = 0; i < G_N_ELEMENTS (added_kinds); i++)
    {
      RoadmapAddition addition = { roadmap_schema_find_kind (added_kinds[i]), where };
      RoadmapPlace place;

      if (where == ROADMAP_ADD_AROUND && is_listed (additions, addition.kind))
        continue;
      if (roadmap_find_addition (roadmap, addition.kind, item, where, &place))
        g_array_append_val (additions, addition);
    }
}

GArray *
roadmap_list_additions (Roadmap     *roadmap,
                        RoadmapItem *item)
{
  GArray *additions = g_array_new (FALSE, FALSE, sizeof (RoadmapAddition));

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), additions);
  g_return_val_if_fail (ROADMAP_IS_ITEM (item), additions);

  for (RoadmapAddWhere where = ROADMAP_ADD_BESIDE; where <= ROADMAP_ADD_AROUND; where++)
    add_kinds (roadmap, item, where, additions);
  return additions;
}

gboolean
roadmap_find_place (Roadmap           *roadmap,
                    const RoadmapKind *kind,
                    RoadmapItem       *item,
                    RoadmapPlace      *place)
{
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), FALSE);
  g_return_val_if_fail (kind != NULL && ROADMAP_IS_ITEM (item) && place != NULL, FALSE);

  for (; item != NULL; item = roadmap_item_get_parent (item))
    if (find_beside (kind, item, place) || find_inside (roadmap, kind, item, place))
      return TRUE;
  return FALSE;
}

static void
set_link (RoadmapItem        *item,
          const RoadmapField *field,
          const char         *ids)
{
  if (ids != NULL)
    roadmap_item_init_value (item, field, NULL, ids);
}

void
roadmap_place_link (const RoadmapPlace *place,
                    RoadmapItem        *item)
{
  const RoadmapKind *kind = roadmap_item_get_kind (item);

  g_return_if_fail (place != NULL);

  if (place->under != NULL)
    set_link (item, roadmap_find_nesting (kind, roadmap_item_get_kind (place->under)->name),
              roadmap_item_get_id (place->under));
  for (const RoadmapField *field = kind->fields; field->name != NULL && place->like != NULL; field++)
    if (field->flags & ROADMAP_FIELD_NESTS)
      set_link (item, field, roadmap_item_get_value (place->like, field, NULL));
}
