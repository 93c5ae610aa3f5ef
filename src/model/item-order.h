/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/item.h"

G_BEGIN_DECLS

/* For g_ptr_array_sort(): by the order of the file, what holds the other first.  Items that belong together nowhere
 * stay in the order they have. */
int roadmap_item_compare_place (gconstpointer a,
                                gconstpointer b);

G_END_DECLS
