/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @text, which is UTF-8, as a JSON string with its quotation marks (RFC 8259, section 7); NULL as null. */
void roadmap_cli_append_json (GString    *json,
                              const char *text);

G_END_DECLS
