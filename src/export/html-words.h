/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of a page for a browser.  As those of chart/words.h they are in the language of the content and do not go
 * through gettext: Japanese for "ja", English for any other language.  @english is what stands in English: one of the
 * words that html-words.c has in Japanese, or a label of model/schema.h, which chart/schema-words.h has. */
const char *roadmap_html_word (const char *english,
                               const char *language);

G_END_DECLS
