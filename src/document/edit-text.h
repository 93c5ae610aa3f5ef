/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* An edit as a line of text, for the journal.  Its words are divided by tabs:
 *
 *     set     ID  FIELD  LANGUAGE  VALUE  OLD-VALUE
 *     insert  PARENT  POSITION  FRAGMENT
 *     remove  ID  PARENT  POSITION
 *     move    ID  PARENT  POSITION  NEW-PARENT  NEW-POSITION
 *
 * LANGUAGE, VALUE and OLD-VALUE are "-" for NULL, or "=" and the text.  FRAGMENT is as in document/fragment.h.  In all
 * words \\, \t, \n and \r stand for a backslash, a tab and line ends, so that an edit takes one line. */

/* Appends @text, with those four replaced. */
void         roadmap_edit_text_escape   (GString            *out,
                                         const char         *text);
/* (transfer full): the opposite; NULL if @text cannot have come from there. */
char        *roadmap_edit_text_unescape (const char         *text);
/* Appends "-" for NULL, else "=" and the text; and the opposite, which is FALSE if @word cannot have come from
 * there. */
void         roadmap_edit_text_append_optional (GString     *out,
                                                const char  *text);
gboolean     roadmap_edit_text_parse_optional  (const char  *word,
                                                char       **text);

/* Appends @edit, which has just been applied to @roadmap: an item that it inserted is written as it is now. */
void         roadmap_edit_text_append   (GString            *out,
                                         Roadmap            *roadmap,
                                         const RoadmapEdit  *edit);
/* (transfer full): the edit in @line, to be applied to @roadmap now by roadmap_replay().  Fails with
 * ROADMAP_ERROR_INVALID if @line is none, or @roadmap is not as it was before the edit: the value that was replaced,
 * the place that was left.  The message is the end of a sentence: what is not as it should be. */
RoadmapEdit *roadmap_edit_text_parse    (Roadmap            *roadmap,
                                         const char         *line,
                                         GError            **error);

G_END_DECLS
