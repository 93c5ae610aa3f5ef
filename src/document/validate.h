/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Checks the text of a file, whose name in messages is @name, against the RELAX NG schema at @schema_path.  Stricter
 * than roadmap_read(), which passes over what it does not know.
 *
 * Fails with ROADMAP_ERROR_INVALID on the first thing that the schema does not allow ("NAME:LINE: sentence"), with
 * ROADMAP_ERROR_SYNTAX if one of the two is not XML, with ROADMAP_ERROR_FORMAT if @schema_path is not a schema, or
 * with G_IO_ERROR if it cannot be read. */
gboolean roadmap_validate (GBytes      *bytes,
                           const char  *name,
                           const char  *schema_path,
                           GError     **error);

G_END_DECLS
