/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Changes @roadmap by up to @n_edits random edits of all kinds, in steps that are sound; ids of new items begin with
 * @prefix.  Where the random numbers come from is g_test_rand_int(). */
void mutate (Roadmap    *roadmap,
             guint       n_edits,
             const char *prefix);

G_END_DECLS
