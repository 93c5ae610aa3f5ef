/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/pages.h"

G_BEGIN_DECLS

/* For pdf.c: what stands in the catalog of a document of pages, beside what cairo writes there. */

#define ROADMAP_PDF_CREATOR PACKAGE_NAME " " PACKAGE_VERSION

/* (transfer full): its language, that its title is to be shown instead of the file's name, and its bookmarks at once. */
char *roadmap_pdf_dup_catalog_entries (RoadmapPages *pages);
/* (transfer full): its properties as an XMP packet (ISO 16684-1), the same ones as cairo writes in the old form. */
char *roadmap_pdf_dup_metadata        (RoadmapPages *pages,
                                       GDateTime    *created);

G_END_DECLS
