/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/html-markup.h"

#include <string.h>

#include "model/markup.h"

static const char *
find_entity (gunichar c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    /* As it is, the parser of the page would make a line feed of it. */
    case '\r':
      return "&#13;";
    default:
      return NULL;
    }
}

/* Controls and noncharacters (HTML, 13.2.3.5). */
static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c < 0xa0) || (c >= 0xfdd0 && c <= 0xfdef) ||
         (c & 0xfffe) == 0xfffe;
}

void
roadmap_html_append_text (GString    *out,
                          const char *text,
                          gsize       length)
{
  const char *end = text + length;
  const char *from = text;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *entity = find_entity (c);

      if (entity == NULL && is_forbidden (c))
        entity = "\uFFFD";
      if (entity == NULL)
        continue;
      g_string_append_len (out, from, p - from);
      g_string_append (out, entity);
      from = g_utf8_next_char (p);
    }
  g_string_append_len (out, from, end - from);
}

char *
roadmap_html_escape (const char *text)
{
  GString *out = g_string_new (NULL);

  roadmap_html_append_text (out, text, strlen (text));
  return g_string_free (out, FALSE);
}

gboolean
roadmap_html_is_web (const char *uri)
{
  const char *scheme = g_uri_peek_scheme (uri);

  return g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0;
}

static void
append_piece_cb (RoadmapMarkupPiece  piece,
                 const char         *words,
                 const char         *target,
                 gpointer            out)
{
  g_autofree char *escaped = target != NULL ? roadmap_html_escape (target) : NULL;

  if (piece == ROADMAP_MARKUP_REF)
    g_string_append_printf (out, "<sup><a href=\"#%s\">", escaped);
  else if (piece == ROADMAP_MARKUP_LINK && roadmap_html_is_web (target))
    g_string_append_printf (out, "<a href=\"%s\" rel=\"noopener noreferrer\">", escaped);
  roadmap_html_append_text (out, words, strlen (words));
  if (piece == ROADMAP_MARKUP_REF)
    g_string_append (out, "</a></sup>");
  else if (piece == ROADMAP_MARKUP_LINK && roadmap_html_is_web (target))
    g_string_append (out, "</a>");
}

char *
roadmap_html_from_markup (const char *markup)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (markup != NULL, NULL);

  if (!roadmap_markup_foreach (markup, append_piece_cb, out))
    return roadmap_html_escape (markup);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
