/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Makes @self what @other, another version of it, is: all items, their values and their order.  Only edits that are needed
 * are applied, by roadmap_apply(), so that who follows the roadmap can follow this too; items that are in both stay the
 * same objects.  The lock of the wording does not hold here: it is no correction of one's own, but another's whole
 * version.
 *
 * Fails as roadmap_pairs_new() does, and then changes nothing.  In a history this is one step if the caller opens one. */
gboolean roadmap_become (Roadmap  *self,
                         Roadmap  *other,
                         GError  **error);

G_END_DECLS
