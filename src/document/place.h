/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/error.h"

G_BEGIN_DECLS

/* Errors about a place in a file: the message is "FILE:LINE: sentence", as compilers and editors know it. */
void  roadmap_set_error_at (GError       **error,
                            RoadmapError   code,
                            const char    *file,
                            guint          line,
                            const char    *format,
                            ...) G_GNUC_PRINTF (5, 6);

/* Puts the file's name before an error of roadmap_new(), which knows the lines of items but not the file: "line N: sentence"
 * becomes "FILE:N: sentence", any other sentence "FILE: sentence". */
void  roadmap_name_error   (GError       **error,
                            const char    *file);

/* The line, from 1, that the byte at @offset stands on. */
guint roadmap_count_line   (const char    *text,
                            gsize          offset);

G_END_DECLS
