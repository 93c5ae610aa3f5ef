/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Whether @tag has the form of a language, as in xml:lang (BCP 47). */
gboolean roadmap_imported_is_language (const char *tag);

/* (transfer full): the roadmap of items that were made from the file called @name and have its lines.  Fails as roadmap_new()
 * does, with "NAME:LINE: sentence".  The items of the roadmap have no lines any more: it is not in that file. */
Roadmap *roadmap_imported_new (RoadmapItem  *root,
                               const char   *language,
                               const char   *name,
                               GError      **error);

G_END_DECLS
