/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "export/formats.h"

G_BEGIN_DECLS

/* A roadmap as one page for a browser, for people who do not have this program.
 *
 * The file needs nothing beside it and loads nothing from anywhere, which its Content-Security-Policy also forbids.
 * It can be read without script; a script of its own, allowed by its checksum, adds the search and the filters.  It
 * has all languages of the roadmap in it, between which the reader chooses; `language` is the one shown first.
 *
 * Charts, show, filter, today, created and file_name are made use of.  Without `charts` all of the roadmap is in it,
 * with the earlier plan, the narrative and the map.  The same options give the same bytes. */
gboolean roadmap_html_write (const RoadmapExportOptions  *options,
                             GOutputStream               *stream,
                             GCancellable                *cancellable,
                             GError                     **error);

G_END_DECLS
