/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/order.h"

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
