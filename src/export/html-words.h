/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of a page for a browser.  As those of chart/words.h they are in the language of the content and do not go
 * through gettext: Japanese for "ja", English for any other language.  @english, which must be known, is what stands in
 * English; labels of kinds and fields of model/schema.h are known. */
const char *roadmap_html_word (const char *english,
                               const char *language);

G_END_DECLS
