/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For measure.c: where a Japanese heading may be divided so that each line is something one can say.
 *
 * Unicode lets a line end after almost any kana or kanji, and newspapers and running text do that.  A title of two lines that tears a
 * word apart looks like an accident.  Without a dictionary, the change of scripts tells most of it: what follows a kanji in hiragana
 * belongs to it (踏まえた, 方向性を), and where kanji, katakana or Latin letters follow hiragana a new phrase begins. */

/* Adds to @kept (RoadmapKeptPiece) the phrases of @text that lines @line_ems long have room for.  Those that are too long are divided
 * where else the script changes (コミュニケーション and 支援等); what is too long even then breaks anywhere.  Of texts in Latin
 * letters alone it adds nothing. */
void roadmap_phrases_find (const char *text,
                           double      line_ems,
                           GArray     *kept);

G_END_DECLS
