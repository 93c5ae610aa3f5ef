/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/compare-entry.h"

#include "model/merge-words.h"

G_DEFINE_FINAL_TYPE (RoadmapCompareEntry, roadmap_compare_entry, G_TYPE_OBJECT)

static void
clear_section (gpointer data)
{
  RoadmapCompareSection *section = data;

  g_free (section->heading);
  g_clear_object (&section->old);
  g_clear_object (&section->new);
  g_clear_pointer (&section->differences, g_ptr_array_unref);
  g_free (section->language);
}

RoadmapCompareSection *
roadmap_compare_section_new_diff (const char  *heading,
                                  Roadmap     *old,
                                  Roadmap     *new,
                                  const char  *language,
                                  GError     **error)
{
  g_autoptr (GPtrArray) differences = roadmap_diff (old, new, error);
  RoadmapCompareSection *self;

  if (differences == NULL)
    return NULL;

  self = g_rc_box_new0 (RoadmapCompareSection);
  self->heading = g_strdup (heading);
  self->old = g_object_ref (old);
  self->new = g_object_ref (new);
  self->differences = g_steal_pointer (&differences);
  self->language = g_strdup (language);
  return self;
}

RoadmapCompareSection *
roadmap_compare_section_new_merge (const char   *heading,
                                   RoadmapMerge *merge,
                                   const char   *language)
{
  RoadmapCompareSection *self = g_rc_box_new0 (RoadmapCompareSection);

  self->heading = g_strdup (heading);
  self->merge = merge;
  self->language = g_strdup (language);
  return self;
}

void
roadmap_compare_section_release (RoadmapCompareSection *self)
{
  g_rc_box_release_full (self, clear_section);
}

static gboolean
passes (RoadmapCompareSection *self,
        guint                  mask,
        guint                  index)
{
  const RoadmapDifference *difference = g_ptr_array_index (self->differences, index);

  return (mask & 1u << difference->type) != 0;
}

guint
roadmap_compare_section_count (RoadmapCompareSection *self,
                               guint                  mask)
{
  guint n = 0;

  if (self->merge != NULL)
    return roadmap_merge_get_conflicts (self->merge)->len;
  for (guint i = 0; i < self->differences->len; i++)
    n += passes (self, mask, i);
  return n;
}

static RoadmapCompareEntry *
create_entry (RoadmapCompareSection *section,
              RoadmapItem           *item)
{
  RoadmapCompareEntry *entry = g_object_new (ROADMAP_TYPE_COMPARE_ENTRY, NULL);

  entry->section = g_rc_box_acquire (section);
  g_set_object (&entry->item, item);
  return entry;
}

static RoadmapItem *
get_item (RoadmapCompareSection *self,
          guint                  index)
{
  return self->merge != NULL
           ? roadmap_conflict_get_item (g_ptr_array_index (roadmap_merge_get_conflicts (self->merge), index))
           : roadmap_difference_get_item (g_ptr_array_index (self->differences, index));
}

void
roadmap_compare_section_list (RoadmapCompareSection *self,
                              guint                  mask,
                              GListStore            *entries)
{
  GPtrArray *changes = self->merge != NULL ? roadmap_merge_get_conflicts (self->merge) : self->differences;
  g_autoptr (GPtrArray) listed = g_ptr_array_new_with_free_func (g_object_unref);
  RoadmapCompareEntry *entry = NULL;

  if (roadmap_compare_section_count (self, mask) == 0)
    return;

  if (self->heading != NULL)
    g_ptr_array_add (listed, create_entry (self, NULL));
  for (guint i = 0; i < changes->len; i++)
    {
      if (self->merge == NULL && !passes (self, mask, i))
        continue;
      if (entry == NULL || entry->item != get_item (self, i))
        {
          entry = create_entry (self, get_item (self, i));
          g_ptr_array_add (listed, entry);
        }
      g_ptr_array_add (entry->changes, g_ptr_array_index (changes, i));
    }
  /* Whoever watches the list shows an entry as soon as it is there. */
  g_list_store_splice (entries, g_list_model_get_n_items (G_LIST_MODEL (entries)), 0, listed->pdata, listed->len);
}

static void
roadmap_compare_entry_finalize (GObject *object)
{
  RoadmapCompareEntry *self = ROADMAP_COMPARE_ENTRY (object);

  g_clear_pointer (&self->section, roadmap_compare_section_release);
  g_clear_object (&self->item);
  g_ptr_array_unref (self->changes);

  G_OBJECT_CLASS (roadmap_compare_entry_parent_class)->finalize (object);
}

static void
roadmap_compare_entry_class_init (RoadmapCompareEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_compare_entry_finalize;
}

static void
roadmap_compare_entry_init (RoadmapCompareEntry *self)
{
  self->changes = g_ptr_array_new ();
}

char *
roadmap_compare_entry_dup_path (RoadmapCompareEntry *self)
{
  GString *path = g_string_new (NULL);

  for (RoadmapItem *item = roadmap_item_get_parent (self->item); item != NULL && roadmap_item_get_parent (item) != NULL;
       item = roadmap_item_get_parent (item))
    {
      g_autofree char *label = roadmap_item_dup_label (item, self->section->language);

      if (path->len > 0)
        g_string_prepend (path, " › ");
      g_string_prepend (path, *label != '\0' ? label : roadmap_item_get_id (item));
    }
  return g_string_free (path, FALSE);
}
