/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#define _GNU_SOURCE /* mempcpy() */

#include "config.h"

#include "document/rewrite.h"

#include <string.h>

#include "document/excerpt.h"
#include "document/reader.h"
#include "document/writer.h"
#include "model/rules.h"

/* A stretch of what was written that stands for a longer one of the old text. */
typedef struct
{
  gsize written_start, written_end;
  gsize original_start, original_end;
} Splice;

struct _RoadmapRewrite
{
  GBytes  *text;
  GArray  *extents;
  GString *written; /* an excerpt */
  GArray  *splices; /* Splice, by their place in it */
  GArray  *items;   /* RoadmapWritten, those that were written and not copied */

  GArray  *new_extents; /* once it was run */
};

static void
clear_written (gpointer data)
{
  g_object_unref (((RoadmapWritten *) data)->item);
}

/* What is written from the new text with the same roadmap is the same text: nothing was lost or mistaken. */
static gboolean
is_faithful (RoadmapExcerpt *excerpt,
             Roadmap        *roadmap,
             GString        *written)
{
  g_autoptr (RoadmapExcerpt) again = roadmap_excerpt_new_written (excerpt, written);
  GString *text = roadmap_write_excerpt (again, roadmap, NULL);
  gboolean same = text != NULL && g_string_equal (text, written);

  if (text != NULL)
    g_string_free (text, TRUE);
  return same;
}

static gboolean
check_referrers (Roadmap     *roadmap,
                 RoadmapItem *removed)
{
  for (RoadmapItem *item = removed; item != NULL; item = roadmap_item_next (item, removed))
    {
      g_autoptr (GPtrArray) referrers = roadmap_get_referrers (roadmap, item, NULL);

      for (guint i = 0; i < referrers->len; i++)
        if (!roadmap_check (roadmap, g_ptr_array_index (referrers, i), NULL))
          return FALSE;
    }
  return TRUE;
}

/* What did not change kept the rules when it was read; links into what is gone are the exception. */
static gboolean
keeps_rules (RoadmapRewrite *self,
             Roadmap        *roadmap,
             RoadmapChanges *changes)
{
  g_autoptr (GList) changed = roadmap_changes_list (changes);

  for (guint i = 0; i < self->items->len; i++)
    if (!roadmap_check (roadmap, g_array_index (self->items, RoadmapWritten, i).item, NULL))
      return FALSE;

  for (GList *l = changed; l != NULL; l = l->next)
    {
      GPtrArray *children = roadmap_changes_get_children (changes, l->data);

      for (guint i = 0; children != NULL && i < children->len; i++)
        {
          RoadmapItem *child = g_ptr_array_index (children, i);

          if (roadmap_lookup (roadmap, roadmap_item_get_id (child)) != child && !check_referrers (roadmap, child))
            return FALSE;
        }
    }
  return TRUE;
}

static void
list_splices (RoadmapRewrite *self,
              RoadmapExcerpt *excerpt)
{
  GArray *stubs = roadmap_excerpt_get_stubs (excerpt);

  for (guint i = 0; i < stubs->len; i++)
    {
      const RoadmapStub *stub = &g_array_index (stubs, RoadmapStub, i);

      if (stub->written_end > 0)
        g_array_append_val (self->splices, ((Splice) { stub->written_start, stub->written_end,
                                                       stub->original_start, stub->original_end }));
    }
}

/* Each stands behind the one before it, in both texts. */
static gboolean
is_in_order (GArray *splices)
{
  for (guint i = 1; i < splices->len; i++)
    {
      const Splice *before = &g_array_index (splices, Splice, i - 1);
      const Splice *splice = &g_array_index (splices, Splice, i);

      if (splice->written_start < before->written_end || splice->original_start < before->original_end)
        return FALSE;
    }
  return TRUE;
}

RoadmapRewrite *
roadmap_rewrite_new (GBytes         *text,
                     GArray         *extents,
                     Roadmap        *roadmap,
                     RoadmapChanges *changes)
{
  g_autoptr (RoadmapRewrite) self = g_new0 (RoadmapRewrite, 1);
  g_autoptr (RoadmapExcerpt) excerpt = roadmap_excerpt_new (text, extents, roadmap, changes);

  self->text = g_bytes_ref (text);
  self->extents = g_array_ref (extents);
  self->splices = g_array_new (FALSE, FALSE, sizeof (Splice));
  self->items = g_array_new (FALSE, FALSE, sizeof (RoadmapWritten));
  g_array_set_clear_func (self->items, clear_written);
  if (excerpt == NULL)
    return NULL;

  self->written = roadmap_write_excerpt (excerpt, roadmap, self->items);
  if (self->written == NULL)
    return NULL;
  list_splices (self, excerpt);
  if (!is_in_order (self->splices) || !keeps_rules (self, roadmap, changes) || !is_faithful (excerpt, roadmap, self->written))
    return NULL;
  return g_steal_pointer (&self);
}

void
roadmap_rewrite_free (RoadmapRewrite *self)
{
  g_clear_pointer (&self->new_extents, g_array_unref);
  g_array_unref (self->items);
  g_array_unref (self->splices);
  if (self->written != NULL)
    g_string_free (self->written, TRUE);
  g_array_unref (self->extents);
  g_bytes_unref (self->text);
  g_free (self);
}

static gsize
get_growth (const Splice *splice)
{
  return splice->original_end - splice->original_start - (splice->written_end - splice->written_start);
}

/* @growth, as many as there are splices and one more, is by how much what stands before and behind each of them
 * moves. */
static gsize
find_new_place (RoadmapRewrite *self,
                const gsize    *growth,
                gsize           written)
{
  guint low = 0, high = self->splices->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->splices, Splice, middle).written_end <= written)
        low = middle + 1;
      else
        high = middle;
    }
  return written + growth[low];
}

/* (nullable): the splice whose original @offset stands in. */
static const Splice *
find_splice (RoadmapRewrite *self,
             gsize           offset,
             guint          *index)
{
  guint low = 0, high = self->splices->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->splices, Splice, middle).original_end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  *index = low;
  if (low == self->splices->len || g_array_index (self->splices, Splice, low).original_start > offset)
    return NULL;
  return &g_array_index (self->splices, Splice, low);
}

/* Where items stand that were copied, and those written that have a serial.  The others keep none. */
static void
find_new_extents (RoadmapRewrite *self,
                  const gsize    *growth)
{
  self->new_extents = g_array_sized_new (FALSE, TRUE, sizeof (RoadmapExtent), self->extents->len + self->items->len);
  g_array_set_size (self->new_extents, self->extents->len);
  for (guint i = 0; i < self->extents->len; i++)
    {
      const RoadmapExtent *old = &g_array_index (self->extents, RoadmapExtent, i);
      guint index;
      const Splice *splice = old->end > 0 ? find_splice (self, old->start, &index) : NULL;

      if (splice != NULL)
        {
          gsize start = splice->written_start + growth[index] + old->start - splice->original_start;

          g_array_index (self->new_extents, RoadmapExtent, i) = (RoadmapExtent) { start, start + old->end - old->start };
        }
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      RoadmapWritten *item = &g_array_index (self->items, RoadmapWritten, i);

      item->start = find_new_place (self, growth, item->start);
      item->end = find_new_place (self, growth, item->end);
    }
}

GBytes *
roadmap_rewrite_run (RoadmapRewrite *self)
{
  gsize old_size, size = self->written->len;
  const char *old = g_bytes_get_data (self->text, &old_size);
  g_autofree gsize *growth = g_new0 (gsize, self->splices->len + 1);
  gsize position = 0;
  char *text, *end;

  for (guint i = 0; i < self->splices->len; i++)
    growth[i + 1] = growth[i] + get_growth (&g_array_index (self->splices, Splice, i));
  size += growth[self->splices->len];
  find_new_extents (self, growth);

  text = end = g_malloc (size);
  for (guint i = 0; i < self->splices->len; i++)
    {
      const Splice *splice = &g_array_index (self->splices, Splice, i);

      end = mempcpy (end, self->written->str + position, splice->written_start - position);
      end = mempcpy (end, old + splice->original_start, splice->original_end - splice->original_start);
      position = splice->written_end;
    }
  memcpy (end, self->written->str + position, self->written->len - position);

  if (size == old_size && memcmp (text, old, size) == 0)
    {
      g_free (text);
      return g_bytes_ref (self->text);
    }
  return g_bytes_new_take (text, size);
}

GArray *
roadmap_rewrite_adopt (RoadmapRewrite *self)
{
  GArray *extents = self->new_extents;

  for (guint i = 0; i < self->items->len; i++)
    {
      const RoadmapWritten *written = &g_array_index (self->items, RoadmapWritten, i);
      RoadmapExtent extent = { written->start, written->end };
      guint serial = roadmap_item_get_serial (written->item);

      if (serial == 0 || serial > extents->len)
        {
          serial = extents->len + 1;
          g_array_append_val (extents, extent);
          roadmap_item_set_serial (written->item, serial);
        }
      else
        g_array_index (extents, RoadmapExtent, serial - 1) = extent;
    }
  return g_array_ref (extents);
}
