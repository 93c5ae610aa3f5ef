/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Items as an XML text of their own, for the clipboard and for the journal:
 *
 *     <?xml version="1.0" encoding="UTF-8"?>
 *     <fragment xmlns="https://koteihyo.org/ns/roadmap" version="1" xml:lang="ja">
 *       <bar id="…" start="FY2020" …>…</bar>
 *     </fragment>
 *
 * They stand in it as they would in a file, with everything below them, in the language of their roadmap. */

/* The type under which a clipboard offers such a text. */
#define ROADMAP_FRAGMENT_MIME_TYPE "application/vnd.koteihyo.fragment+xml"

/* @items, which stand in @roadmap, or did, or shall; not its outermost item.  One that stands inside another of them is
 * written only there. */
char      *roadmap_fragment_write    (Roadmap      *roadmap,
                                      GPtrArray    *items);

/* (transfer full): new items that belong to no roadmap, with the ids they have in @text, in its order; empty if it
 * holds none.  The form of each value has been checked; where links lead, and whether ids are free, is for
 * roadmap_apply() to say.  @length may be -1; @name is what to call the text in messages.
 *
 * @text is not trusted: it is read as a file is (document/parser.h).  Fails with ROADMAP_ERROR_SYNTAX, _FORMAT or
 * _INVALID and a message "NAME:LINE: sentence". */
GPtrArray *roadmap_fragment_read     (const char   *text,
                                      gssize        length,
                                      const char   *name,
                                      GError      **error);
/* The same for a roadmap whose own language is @language.  Where that is not the fragment's, wording that stands in
 * @language becomes the adopted one, and what was adopted its translation; wording that does not is adopted as it
 * is. */
GPtrArray *roadmap_fragment_read_for (const char   *text,
                                      gssize        length,
                                      const char   *name,
                                      const char   *language,
                                      GError      **error);

G_END_DECLS
