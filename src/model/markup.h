/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Values of the type ROADMAP_FIELD_MARKUP: an XML fragment with <ref to="ID"> and <link href="URI">, not nested. */

/* The words of a MARKUP value without its tags and with its entities resolved; NULL if it is not well-formed or has other
 * tags than <ref to="…"> and <link href="…">, or one inside another. */
char  *roadmap_markup_to_text   (const char *markup);
/* Whether a text for which roadmap_markup_to_text() has words is XML too, as it must be to stand in a file: GMarkup takes a
 * "<" in an attribute, an attribute twice, "]]>" in text and the like. */
gboolean roadmap_markup_is_xml  (const char *markup);
/* The @length bytes of text between tags as they read: a line feed, which only says where the source's line or page ends,
 * is nothing beside a wide character and a space between others (CSS Text 3, 4.1.3).  (transfer full) */
char  *roadmap_markup_unfold    (const char *text,
                                gsize       length);
/* The pieces of a MARKUP value in order: words by themselves, and those of a mark with the id or URI it leads to. */
typedef enum
{
  ROADMAP_MARKUP_WORDS,
  ROADMAP_MARKUP_REF,
  ROADMAP_MARKUP_LINK,
} RoadmapMarkupPiece;

/* @words are unfolded; @target is NULL for words by themselves. */
typedef void (*RoadmapMarkupFunc) (RoadmapMarkupPiece piece, const char *words, const char *target, gpointer user_data);
/* Calls @visit for each piece that has words.  FALSE if the value is not well-formed; then it was called for those before
 * the fault. */
gboolean roadmap_markup_foreach (const char       *markup,
                                 RoadmapMarkupFunc visit,
                                 gpointer          user_data);
/* Whether a reader may be sent to @uri: other schemes than the web's and that of mail could start anything. */
gboolean roadmap_uri_is_safe    (const char       *uri);

/* (transfer full): the ids a MARKUP value refers to, in order; those before the fault if it is not well-formed. */
char **roadmap_markup_list_refs (const char *markup);
/* (transfer full): the MARKUP value with each id it refers to replaced by what @replace, which returns a new string,
 * says; where that is NULL, the words alone stay. */
typedef char * (*RoadmapRefFunc) (const char *id, gpointer user_data);
char  *roadmap_markup_replace_refs (const char     *markup,
                                    RoadmapRefFunc  replace,
                                    gpointer        user_data);

G_END_DECLS
