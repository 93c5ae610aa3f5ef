/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finds what can stay when a row of things is put in a new order by taking some out and putting them in elsewhere.
 * @positions, a GArray of guint, has the new position of each thing in the old order; all differ.
 *
 * Returns a GArray of gboolean, as long: a longest selection whose positions rise.  (transfer full) */
GArray    *roadmap_order_find_stable (GArray    *positions);

/* Three-way merge of orders.  Each array holds pointers that tell its things apart, none of them twice; all that are in
 * @ours or @theirs are to be in the result.  It has the order of @theirs, except that what only @ours has, or has moved
 * against @base, comes behind what it comes behind there; what both put in the same place is there in the order theirs,
 * ours.  If one of the two is as @base, the result is the other.  (transfer container) */
GPtrArray *roadmap_order_merge       (GPtrArray *base,
                                      GPtrArray *ours,
                                      GPtrArray *theirs);

G_END_DECLS
