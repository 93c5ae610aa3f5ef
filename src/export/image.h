/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

#include "chart/pages.h"

G_BEGIN_DECLS

/* Pages as PDF: vector text that can be searched, fonts embedded, with title, author, subject, bookmarks and page
 * labels.
 *
 * Writes to @stream, which stays open, and fails with the stream's error or G_IO_ERROR_FAILED.  The same pages and
 * @created give the same bytes with the same cairo and fonts.  What was written before an error is not a PDF: write to
 * a temporary file and rename it on success. */
gboolean roadmap_image_write_pdf (RoadmapPages   *pages,
                                  GDateTime      *created,
                                  GOutputStream  *stream,
                                  GCancellable   *cancellable,
                                  GError        **error);

G_END_DECLS
