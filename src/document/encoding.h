/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The content of an XML file in UTF-8.  UTF-8, with or without a byte order mark, comes back as it is; UTF-16 and
 * what the XML declaration names (Shift_JIS, EUC-JP …) is converted, and the declaration says UTF-8 from then on.
 *
 * Fails with ROADMAP_ERROR_SYNTAX when the file is empty, holds NUL bytes or is not in the encoding it claims; @name
 * is the file's name in the message. */
GBytes *roadmap_encoding_to_utf8 (GBytes      *bytes,
                                  const char  *name,
                                  GError     **error);

/* The same for a text that does not say what encoding it is in, without a byte order mark: UTF-8, UTF-16 with a mark or as
 * far as ASCII shows it, else Windows' Shift_JIS (CP932). */
GBytes *roadmap_encoding_guess_utf8 (GBytes      *bytes,
                                     const char  *name,
                                     GError     **error);

G_END_DECLS
