/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/import.h"

G_BEGIN_DECLS

/* CSV tables in UTF-8, UTF-16 or Shift_JIS: those this program writes (export/csv.h; document/csv-items reads them), and
 * simple ones of other programs (document/csv-plan). */

/* Whether the file is called so: what makes a text a table does not show. */
gboolean  roadmap_csv_recognises (GBytes                      *content,
                                  const char                  *name);
Roadmap  *roadmap_csv_import     (GBytes                      *content,
                                  const char                  *name,
                                  const RoadmapImportOptions  *options,
                                  GError                     **error);

G_END_DECLS
