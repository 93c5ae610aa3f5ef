/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/order.h"

#include <string.h>

/* Patience sorting.  For each length, `tails` has the index of the smallest position that a rising selection of that
 * length can end with; `before` has for each index the one before it in the best selection that ends there. */

static guint
find_length (GArray *positions,
             GArray *tails,
             guint   position)
{
  guint low = 0, high = tails->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      guint tail = g_array_index (tails, guint, middle);

      if (g_array_index (positions, guint, tail) < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

GArray *
roadmap_order_find_stable (GArray *positions)
{
  GArray *stable = g_array_sized_new (FALSE, TRUE, sizeof (gboolean), positions->len);
  g_autoptr (GArray) tails = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *before = g_new (guint, positions->len);
  guint index;

  for (guint i = 0; i < positions->len; i++)
    {
      guint length = find_length (positions, tails, g_array_index (positions, guint, i));

      before[i] = length > 0 ? g_array_index (tails, guint, length - 1) : G_MAXUINT;
      if (length == tails->len)
        g_array_append_val (tails, i);
      else
        g_array_index (tails, guint, length) = i;
    }

  g_array_set_size (stable, positions->len);
  index = tails->len > 0 ? g_array_index (tails, guint, tails->len - 1) : G_MAXUINT;
  for (; index != G_MAXUINT; index = before[index])
    g_array_index (stable, gboolean, index) = TRUE;
  return stable;
}

static GHashTable *
create_index (GPtrArray *things)
{
  GHashTable *index = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < things->len; i++)
    g_hash_table_insert (index, g_ptr_array_index (things, i), GUINT_TO_POINTER (i));
  return index;
}

/* (transfer full): the things that @ours does not have where @base and @theirs have them. */
static GHashTable *
find_placed (GPtrArray  *base,
             GPtrArray  *ours,
             GHashTable *in_ours,
             GHashTable *in_theirs)
{
  GHashTable *placed = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) common = g_ptr_array_new ();
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) stable = NULL;
  gpointer position;

  for (guint i = 0; i < ours->len; i++)
    if (!g_hash_table_contains (in_theirs, g_ptr_array_index (ours, i)))
      g_hash_table_add (placed, g_ptr_array_index (ours, i));
  for (guint i = 0; i < base->len; i++)
    if (g_hash_table_lookup_extended (in_ours, g_ptr_array_index (base, i), NULL, &position))
      {
        guint value = GPOINTER_TO_UINT (position);

        g_ptr_array_add (common, g_ptr_array_index (base, i));
        g_array_append_val (positions, value);
      }
  stable = roadmap_order_find_stable (positions);
  for (guint i = 0; i < common->len; i++)
    if (!g_array_index (stable, gboolean, i))
      g_hash_table_add (placed, g_ptr_array_index (common, i));
  return placed;
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0);
}

GPtrArray *
roadmap_order_merge (GPtrArray *base,
                     GPtrArray *ours,
                     GPtrArray *theirs)
{
  g_autoptr (GHashTable) in_ours = NULL;
  g_autoptr (GHashTable) in_theirs = NULL;
  g_autoptr (GHashTable) placed = NULL;
  g_autoptr (GHashTable) links = NULL; /* the place of each thing in `order` */
  g_autoptr (GQueue) order = g_queue_new ();
  GPtrArray *merged = g_ptr_array_sized_new (theirs->len);
  GList *before = NULL;

  if (is_same (ours, theirs))
    {
      g_ptr_array_extend (merged, theirs, NULL, NULL);
      return merged;
    }

  in_ours = create_index (ours);
  in_theirs = create_index (theirs);
  placed = find_placed (base, ours, in_ours, in_theirs);
  links = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < theirs->len; i++)
    if (!g_hash_table_contains (placed, g_ptr_array_index (theirs, i)))
      {
        g_queue_push_tail (order, g_ptr_array_index (theirs, i));
        g_hash_table_insert (links, g_ptr_array_index (theirs, i), g_queue_peek_tail_link (order));
      }

  for (guint i = 0; i < ours->len; i++)
    {
      gpointer thing = g_ptr_array_index (ours, i);

      if (g_hash_table_contains (placed, thing))
        {
          GList *after = before != NULL ? before->next : order->head;

          while (after != NULL && !g_hash_table_contains (in_ours, after->data))
            after = after->next;
          g_queue_insert_before (order, after, thing);
          g_hash_table_insert (links, thing, after != NULL ? after->prev : order->tail);
        }
      before = g_hash_table_lookup (links, thing);
    }

  for (GList *l = order->head; l != NULL; l = l->next)
    g_ptr_array_add (merged, l->data);
  return merged;
}
