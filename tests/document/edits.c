/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "edits.h"

#include "fixture.h"

static RoadmapItem *
pick (Roadmap *roadmap)
{
  g_autoptr (GPtrArray) items = roadmap_list (roadmap, NULL, NULL);

  return g_ptr_array_index (items, g_test_rand_int_range (0, items->len));
}

static RoadmapEdit *
create_set (Roadmap *roadmap)
{
  RoadmapItem *item = pick (roadmap);
  const RoadmapField *fields = roadmap_item_get_kind (item)->fields;
  guint n = 0;
  const char *language = NULL;
  g_autofree char *value = NULL;

  while (fields[n].name != NULL)
    n++;
  n = g_test_rand_int_range (0, n);
  if (roadmap_field_is_text (&fields[n]) && g_test_rand_bit ())
    language = g_test_rand_bit () ? "en" : "de";
  if (g_test_rand_int_range (0, 4) > 0)
    value = fixture_create_value (roadmap, &fields[n], NULL);
  return roadmap_edit_new_set (item, &fields[n], language, value);
}

/* A new item with random values; some have children. */
static RoadmapItem *
create_item (Roadmap     *roadmap,
             RoadmapItem *parent,
             guint        depth)
{
  const char *children = roadmap_item_get_kind (parent)->children;
  g_auto (GStrv) kinds = children != NULL ? g_strsplit (children, " ", -1) : NULL;
  const RoadmapKind *kind;
  g_autofree char *id = NULL;
  RoadmapItem *item;

  if (kinds == NULL)
    return NULL;
  kind = roadmap_schema_find_kind (kinds[g_test_rand_int_range (0, g_strv_length (kinds))]);
  id = roadmap_dup_new_id (roadmap, kind);
  item = roadmap_item_new (kind, id);
  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *value = fixture_create_value (roadmap, field, NULL);

      if (value != NULL && (field->flags & ROADMAP_FIELD_REQUIRED || g_test_rand_bit ()))
        roadmap_item_init_value (item, field, NULL, value);
    }
  for (guint i = depth; i < 2; i++)
    {
      g_autoptr (RoadmapItem) child = create_item (roadmap, item, depth + 1);

      if (child != NULL)
        roadmap_item_init_child (item, child);
    }
  return item;
}

/* The new parent is near, or far away. */
static RoadmapEdit *
create_move (Roadmap *roadmap)
{
  RoadmapItem *item = pick (roadmap);
  RoadmapItem *parent = roadmap_item_get_parent (item);

  if (g_test_rand_bit ())
    for (guint i = 0; i < 100; i++)
      {
        RoadmapItem *other = pick (roadmap);

        if (roadmap_kind_may_contain (roadmap_item_get_kind (other), roadmap_item_get_kind (item)->name) &&
            !roadmap_item_is_within (other, item))
          parent = other;
      }
  return roadmap_edit_new_move (item, parent, g_test_rand_int_range (0, roadmap_item_get_n_children (parent) + 1));
}

RoadmapEdit *
edits_create (Roadmap *roadmap)
{
  RoadmapItem *parent = pick (roadmap);
  g_autoptr (RoadmapItem) item = NULL;
  guint position;

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return roadmap_edit_new_remove (pick (roadmap));
    case 1:
    case 2:
      return create_move (roadmap);
    case 3:
      item = create_item (roadmap, parent, 0);
      position = g_test_rand_int_range (0, roadmap_item_get_n_children (parent) + 1);
      if (item != NULL)
        return roadmap_edit_new_insert (parent, position, item);
      G_GNUC_FALLTHROUGH;
    default:
      return create_set (roadmap);
    }
}

gboolean
edits_take_step (Roadmap        *roadmap,
                 RoadmapHistory *history)
{
  g_autoptr (RoadmapEdit) edit = edits_create (roadmap);

  roadmap_history_begin (history, "edit");
  if (roadmap_apply (roadmap, edit, NULL))
    return roadmap_history_commit (history, NULL);

  roadmap_history_rollback (history);
  return FALSE;
}

static gboolean
take_long_step (Roadmap        *roadmap,
                RoadmapHistory *history)
{
  gboolean done = FALSE;

  roadmap_history_begin (history, "several\tedits\n");
  for (guint i = g_test_rand_int_range (2, 6); i > 0; i--)
    {
      g_autoptr (RoadmapEdit) edit = edits_create (roadmap);

      done |= roadmap_apply (roadmap, edit, NULL);
    }
  if (g_test_rand_int_range (0, 6) > 0)
    return roadmap_history_commit (history, NULL) && done;

  roadmap_history_rollback (history);
  return FALSE;
}

gboolean
edits_go_on (Roadmap        *roadmap,
             RoadmapHistory *history)
{
  gboolean can_undo = roadmap_history_get_can_undo (history), can_redo = roadmap_history_get_can_redo (history);

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
    case 1:
      roadmap_history_undo (history);
      return can_undo;
    case 2:
      roadmap_history_redo (history);
      return can_redo;
    case 3:
    case 4:
      return take_long_step (roadmap, history);
    default:
      return edits_take_step (roadmap, history);
    }
}
