/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text and wording as HTML. */

/* Adds the @length bytes of @text so that they are read as text between tags and in quoted attributes alike.
 * Characters that HTML does not allow become U+FFFD. */
void     roadmap_html_append_text (GString    *out,
                                   const char *text,
                                   gsize       length);
char    *roadmap_html_escape      (const char *text);
/* A MARKUP value: <ref to="ID"> becomes a raised link to the element of that id, <link href="URI"> one to the web.
 * What is not well-formed is shown as it is. */
char    *roadmap_html_from_markup (const char *markup);
/* Whether a browser may be sent to @uri: other schemes than the web's could start anything. */
gboolean roadmap_html_is_web      (const char *uri);

G_END_DECLS
