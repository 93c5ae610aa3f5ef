/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finds what can stay when a row of things is put in a new order by taking some out and putting them in elsewhere.
 * @positions, a GArray of guint, has the new position of each thing in the old order; all differ.
 *
 * Returns a GArray of gboolean, as long: a longest selection whose positions rise.  (transfer full) */
GArray *roadmap_order_find_stable (GArray *positions);

G_END_DECLS
