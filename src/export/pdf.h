/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

#include "chart/pages.h"

G_BEGIN_DECLS

/* Pages as PDF: vector text that can be searched, fonts embedded in part with the characters of their glyphs; title,
 * author, subject, keywords, dates and language; bookmarks, page labels, links; and what each text is (ISO 32000-1, 14.8),
 * in the order of painting, for readers that do not see the page.
 *
 * Pages are made, drawn and let go one after another, and what is drawn goes to @stream at once.
 *
 * Writes to @stream, which stays open, and fails with the stream's error, with G_IO_ERROR_CANCELLED or with
 * G_IO_ERROR_FAILED; success means that the stream took a whole PDF.  The same pages and @created give the same bytes with
 * the same cairo and fonts.  What was written before an error is not a PDF: write to a file with
 * roadmap_file_write_with(), which then stays as it was. */
gboolean roadmap_pdf_write (RoadmapPages   *pages,
                            GDateTime      *created,
                            GOutputStream  *stream,
                            GCancellable   *cancellable,
                            GError        **error);

G_END_DECLS
