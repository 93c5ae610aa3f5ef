/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/changes.h"

struct _RoadmapChanges
{
  Roadmap    *roadmap; /* NULL: it notes nothing more */
  GHashTable *items;   /* RoadmapItem → the GPtrArray of its children in the file, or NULL; both owned */
  GHashTable *parents; /* RoadmapItem → the item it stood in, of all in these arrays; neither owned */
};

static void
unref_children (gpointer children)
{
  if (children != NULL)
    g_ptr_array_unref (children);
}

static RoadmapChanges *
create (void)
{
  RoadmapChanges *self = g_new0 (RoadmapChanges, 1);

  self->items = g_hash_table_new_full (NULL, NULL, g_object_unref, unref_children);
  self->parents = g_hash_table_new (NULL, NULL);
  return self;
}

static void
note (RoadmapChanges *self,
      RoadmapItem    *item)
{
  if (!g_hash_table_contains (self->items, item))
    g_hash_table_insert (self->items, g_object_ref (item), NULL);
}

/* (transfer full): the children as they are. */
static GPtrArray *
list_children (RoadmapItem *item)
{
  GPtrArray *children = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    g_ptr_array_add (children, g_object_ref (roadmap_item_get_child (item, i)));
  return children;
}

/* @children, which are taken, are those that @item had before its children changed the first time. */
static void
note_children (RoadmapChanges *self,
               RoadmapItem    *item,
               GPtrArray      *children)
{
  for (guint i = 0; i < children->len; i++)
    g_hash_table_insert (self->parents, g_ptr_array_index (children, i), item);
  g_hash_table_insert (self->items, g_object_ref (item), children);
}

static gboolean
is_noted (RoadmapChanges *self,
          RoadmapItem    *item)
{
  return g_hash_table_lookup (self->items, item) != NULL;
}

static void
note_gone (RoadmapChanges *self,
           RoadmapItem    *parent,
           RoadmapItem    *child,
           guint           position)
{
  GPtrArray *children;

  if (is_noted (self, parent))
    return;
  children = list_children (parent);
  g_ptr_array_insert (children, position, g_object_ref (child));
  note_children (self, parent, children);
}

static void
note_come (RoadmapChanges *self,
           RoadmapItem    *parent,
           RoadmapItem    *child)
{
  GPtrArray *children;

  if (is_noted (self, parent))
    return;
  children = list_children (parent);
  g_ptr_array_remove (children, child);
  note_children (self, parent, children);
}

static void
note_moved (RoadmapChanges    *self,
            const RoadmapEdit *edit)
{
  GPtrArray *children;

  if (edit->parent != edit->new_parent)
    {
      note_gone (self, edit->parent, edit->item, edit->position);
      note_come (self, edit->new_parent, edit->item);
    }
  else if (!is_noted (self, edit->parent))
    {
      children = list_children (edit->parent);
      g_ptr_array_remove (children, edit->item);
      g_ptr_array_insert (children, edit->position, g_object_ref (edit->item));
      note_children (self, edit->parent, children);
    }
}

/* What comes from elsewhere does not stand in this file, whatever it stood in. */
static void
forget_serials (RoadmapChanges *self,
                RoadmapItem    *item)
{
  if (g_hash_table_contains (self->parents, item))
    return;
  roadmap_item_set_serial (item, 0);
  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    forget_serials (self, roadmap_item_get_child (item, i));
}

static void
changed_cb (Roadmap           *roadmap,
            const RoadmapEdit *edit,
            RoadmapChanges    *self)
{
  switch (edit->type)
    {
    case ROADMAP_EDIT_SET:
      note (self, edit->item);
      break;
    case ROADMAP_EDIT_INSERT:
      forget_serials (self, edit->item);
      note_come (self, edit->parent, edit->item);
      break;
    case ROADMAP_EDIT_REMOVE:
      note_gone (self, edit->parent, edit->item, edit->position);
      break;
    case ROADMAP_EDIT_MOVE:
      note_moved (self, edit);
      break;
    default:
      g_assert_not_reached ();
    }
}

RoadmapChanges *
roadmap_changes_new (Roadmap *roadmap)
{
  RoadmapChanges *self = create ();

  self->roadmap = g_object_ref (roadmap);
  g_signal_connect (roadmap, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

void
roadmap_changes_free (RoadmapChanges *self)
{
  if (self->roadmap != NULL)
    g_signal_handlers_disconnect_by_data (self->roadmap, self);
  g_clear_object (&self->roadmap);
  g_hash_table_unref (self->parents);
  g_hash_table_unref (self->items);
  g_free (self);
}

gboolean
roadmap_changes_is_empty (RoadmapChanges *self)
{
  return g_hash_table_size (self->items) == 0;
}

GList *
roadmap_changes_list (RoadmapChanges *self)
{
  return g_hash_table_get_keys (self->items);
}

GPtrArray *
roadmap_changes_get_children (RoadmapChanges *self,
                              RoadmapItem    *item)
{
  return g_hash_table_lookup (self->items, item);
}

RoadmapItem *
roadmap_changes_get_parent (RoadmapChanges *self,
                            RoadmapItem    *item)
{
  RoadmapItem *parent = g_hash_table_lookup (self->parents, item);

  return parent != NULL ? parent : roadmap_item_get_parent (item);
}

RoadmapChanges *
roadmap_changes_take (RoadmapChanges *self)
{
  RoadmapChanges *taken = create ();
  GHashTable *items = taken->items, *parents = taken->parents;

  taken->items = self->items;
  taken->parents = self->parents;
  self->items = items;
  self->parents = parents;
  return taken;
}

void
roadmap_changes_give_back (RoadmapChanges *self,
                           RoadmapChanges *taken)
{
  GHashTableIter iter;
  gpointer item, children;

  /* What was noted first is what the file has. */
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, &children))
    {
      note (taken, item);
      if (children != NULL && !is_noted (taken, item))
        note_children (taken, item, g_ptr_array_ref (children));
    }
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->parents);
  self->items = g_steal_pointer (&taken->items);
  self->parents = g_steal_pointer (&taken->parents);
  g_free (taken);
}
