/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/csv-text.h"
#include "model/roadmap.h"

G_BEGIN_DECLS

/* The table of items that export/csv.h describes.  The rows may stand in any order; items beside each other have that of
 * their rows.  Columns that no field is named after are passed over. */

/* Whether it is one, by its heads: id, kind and parent. */
gboolean  roadmap_csv_are_items  (GPtrArray   *rows);
/* The roadmap of the rows.
 *
 * A line of words that was changed beside its FIELD.exact is the new wording, and a period whose column is empty is taken
 * from FIELD.date.  Values that are the same as what the item inherits are left to be inherited, unless FIELD.exact has them. */
Roadmap  *roadmap_csv_read_items (GPtrArray   *rows,
                                  const char  *name,
                                  GError     **error);

G_END_DECLS
