/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/excerpt.h"

#include <string.h>

#include "document/lines.h"
#include "document/reader.h"
#include "model/order.h"

struct _RoadmapExcerpt
{
  GString    *text;
  const char *ending;
  GArray     *stubs;
};

/* While an excerpt is made. */
typedef struct
{
  RoadmapExcerpt *excerpt;
  const char     *text; /* the file's */
  gsize           size;
  GArray         *extents;
  Roadmap        *roadmap;
  RoadmapChanges *changes;
  GHashTable     *open; /* the items that changed, and those around them in the file */
} Making;

static RoadmapExcerpt *
create (const char *ending)
{
  RoadmapExcerpt *self = g_new0 (RoadmapExcerpt, 1);

  self->text = g_string_new (NULL);
  self->ending = ending;
  self->stubs = g_array_new (FALSE, TRUE, sizeof (RoadmapStub));
  return self;
}

/* (nullable): where the item stands in the file. */
static const RoadmapExtent *
find_extent (Making      *making,
             RoadmapItem *item)
{
  guint serial = roadmap_item_get_serial (item);
  const RoadmapExtent *extent;

  if (serial == 0 || serial > making->extents->len)
    return NULL;
  extent = &g_array_index (making->extents, RoadmapExtent, serial - 1);
  return extent->end > 0 ? extent : NULL;
}

static void
open_changed (Making *making)
{
  g_autoptr (GList) items = roadmap_changes_list (making->changes);

  for (GList *l = items; l != NULL; l = l->next)
    for (RoadmapItem *item = l->data; item != NULL && find_extent (making, item) != NULL;
         item = roadmap_changes_get_parent (making->changes, item))
      if (!g_hash_table_add (making->open, item))
        break;
}

static void
copy (Making *making,
      gsize   start,
      gsize   end)
{
  g_string_append_len (making->excerpt->text, making->text + start, end - start);
}

/* Behind the ">" of the start tag that begins at @start; it is known to be well-formed. */
static gsize
find_tag_end (Making *making,
              gsize   start)
{
  char quote = '\0';

  for (gsize i = start; i < making->size; i++)
    {
      char c = making->text[i];

      if (quote != '\0')
        quote = c == quote ? '\0' : quote;
      else if (c == '"' || c == '\'')
        quote = c;
      else if (c == '>')
        return i + 1;
    }
  return making->size;
}

static void
add_stub (Making              *making,
          const RoadmapExtent *extent)
{
  GString *text = making->excerpt->text;
  RoadmapStub stub = { .start = text->len, .original_start = extent->start, .original_end = extent->end };

  copy (making, extent->start, find_tag_end (making, extent->start));
  if (text->str[text->len - 2] != '/')
    g_string_insert_c (text, text->len - 1, '/');
  stub.end = text->len;
  g_array_append_val (making->excerpt->stubs, stub);
}

/* The item that the writer will find for the element of @child in the element of @parent: it goes by the id. */
static RoadmapItem *
find_successor (Making      *making,
                RoadmapItem *parent,
                RoadmapItem *child)
{
  RoadmapItem *now = roadmap_lookup (making->roadmap, roadmap_item_get_id (child));

  if (now == NULL || roadmap_item_get_parent (now) != parent || roadmap_item_get_kind (now) != roadmap_item_get_kind (child))
    return NULL;
  return now;
}

/* (transfer full): which of @children stay in their place as they are.  The others are needed whole, since they go
 * elsewhere or somebody may have taken something from them. */
static GArray *
find_staying (Making      *making,
              RoadmapItem *parent,
              GPtrArray   *children)
{
  GArray *stays = g_array_sized_new (FALSE, TRUE, sizeof (gboolean), children->len);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) stable = NULL;
  guint n = 0;

  g_array_set_size (stays, children->len);
  for (guint i = 0; i < children->len; i++)
    {
      RoadmapItem *now = find_successor (making, parent, g_ptr_array_index (children, i));

      if (now != NULL)
        {
          guint position = roadmap_item_get_position (now);

          g_array_append_val (positions, position);
        }
    }
  stable = roadmap_order_find_stable (positions);
  for (guint i = 0; i < children->len; i++)
    {
      RoadmapItem *now = find_successor (making, parent, g_ptr_array_index (children, i));

      g_array_index (stays, gboolean, i) =
        now != NULL && g_array_index (stable, gboolean, n++) && now == g_ptr_array_index (children, i);
    }
  return stays;
}

static gboolean add_open (Making              *making,
                          RoadmapItem         *item,
                          const RoadmapExtent *extent);

/* Copies up to @child, and @child itself as far as it is needed.  A child that has no place in the file is passed over;
 * one that has but is not known to have it is copied with what stands around it. */
static gboolean
add_child (Making              *making,
           RoadmapItem         *child,
           gboolean             stays,
           const RoadmapExtent *outer,
           gsize               *position)
{
  const RoadmapExtent *extent = find_extent (making, child);

  if (extent == NULL)
    return TRUE;
  if (extent->start < *position || extent->end > outer->end)
    return FALSE;

  copy (making, *position, extent->start);
  *position = extent->end;
  if (!stays)
    copy (making, extent->start, extent->end);
  else if (g_hash_table_contains (making->open, child))
    return add_open (making, child, extent);
  else
    add_stub (making, extent);
  return TRUE;
}

static gboolean
add_open (Making              *making,
          RoadmapItem         *item,
          const RoadmapExtent *extent)
{
  GPtrArray *children = roadmap_changes_get_children (making->changes, item);
  g_autoptr (GArray) stays = children != NULL ? find_staying (making, item, children) : NULL;
  guint n_children = children != NULL ? children->len : roadmap_item_get_n_children (item);
  gsize position = extent->start;

  for (guint i = 0; i < n_children; i++)
    {
      RoadmapItem *child = children != NULL ? g_ptr_array_index (children, i) : roadmap_item_get_child (item, i);
      gboolean stay = children == NULL || g_array_index (stays, gboolean, i);

      if (!add_child (making, child, stay, extent, &position))
        return FALSE;
    }
  copy (making, position, extent->end);
  return TRUE;
}

RoadmapExcerpt *
roadmap_excerpt_new (GBytes         *text,
                     GArray         *extents,
                     Roadmap        *roadmap,
                     RoadmapChanges *changes)
{
  g_autoptr (RoadmapExcerpt) self = NULL;
  g_autoptr (GHashTable) open = g_hash_table_new (NULL, NULL);
  Making making = { .extents = extents, .roadmap = roadmap, .changes = changes, .open = open };
  RoadmapItem *root = roadmap_get_root (roadmap);
  const RoadmapExtent *extent = find_extent (&making, root);

  making.text = g_bytes_get_data (text, &making.size);
  if (extent == NULL || extent->end > making.size)
    return NULL;

  self = making.excerpt = create (roadmap_lines_get_ending (making.text, making.size));
  open_changed (&making);
  copy (&making, 0, extent->start);
  if (!g_hash_table_contains (open, root))
    add_stub (&making, extent);
  else if (!add_open (&making, root, extent))
    return NULL;
  copy (&making, extent->end, making.size);
  return g_steal_pointer (&self);
}

RoadmapExcerpt *
roadmap_excerpt_new_written (RoadmapExcerpt *self,
                             GString        *text)
{
  RoadmapExcerpt *written = create (self->ending);

  g_string_append_len (written->text, text->str, text->len);
  for (guint i = 0; i < self->stubs->len; i++)
    {
      RoadmapStub stub = g_array_index (self->stubs, RoadmapStub, i);

      if (stub.written_end == 0)
        continue;
      stub.start = stub.written_start;
      stub.end = stub.written_end;
      stub.written_start = stub.written_end = 0;
      g_array_append_val (written->stubs, stub);
    }
  return written;
}

void
roadmap_excerpt_free (RoadmapExcerpt *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->stubs);
  g_free (self);
}

GBytes *
roadmap_excerpt_get_text (RoadmapExcerpt *self)
{
  return g_bytes_new (self->text->str, self->text->len);
}

const char *
roadmap_excerpt_get_ending (RoadmapExcerpt *self)
{
  return self->ending;
}

GArray *
roadmap_excerpt_get_stubs (RoadmapExcerpt *self)
{
  return self->stubs;
}

static int
compare_start (const void *start,
               const void *stub)
{
  gsize a = *(const gsize *) start, b = ((const RoadmapStub *) stub)->start;

  return (a > b) - (a < b);
}

RoadmapStub *
roadmap_excerpt_find_stub (RoadmapExcerpt *self,
                           gsize           start)
{
  guint index;

  /* Stubs that stay are in the same order before and after. */
  if (!g_array_binary_search (self->stubs, &start, compare_start, &index))
    return NULL;
  return &g_array_index (self->stubs, RoadmapStub, index);
}

void
roadmap_excerpt_place_stub (RoadmapExcerpt *self,
                            RoadmapStub    *stub,
                            gsize           written_start)
{
  stub->written_start = written_start;
  stub->written_end = written_start + (stub->end - stub->start);
}
