/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/edition.h"

G_BEGIN_DECLS

/* (transfer full): a roadmap of its own that is @roadmap as it was adopted in @edition: what later editions changed
 * says what it said, what they added is left out, and what they took out or moved is back in its place.  What
 * amendments do not keep – progress, remarks, colours – is as it is now.
 *
 * It is past: roadmap_apply() refuses to change it.  @edition is one of roadmap_list_editions().  Fails with
 * ROADMAP_ERROR_INVALID if what was kept does not make a sound roadmap, which happens to files that were edited by hand
 * alone. */
Roadmap *roadmap_as_of (Roadmap      *roadmap,
                        RoadmapItem  *edition,
                        GError      **error);

G_END_DECLS
