/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/markup.h"

#include <string.h>

/* GMarkup reads some things that are no XML.  This goes through the text as far as these are concerned. */

#define SPACE " \t\n\r"

/* The reference that begins at the "&"; NULL if it stands for no character of XML 1.0 (2.2). */
static const char *
skip_reference (const char *at)
{
  gboolean is_hexadecimal = g_str_has_prefix (at, "&#x");
  char *end;
  guint64 character;

  if (at[1] != '#')
    return at + 1;
  character = g_ascii_strtoull (at + (is_hexadecimal ? 3 : 2), &end, is_hexadecimal ? 16 : 10);
  if (*end != ';' || character > 0x10ffff || character == 0xfffe || character == 0xffff ||
      (character >= 0xd800 && character < 0xe000) || (character < 0x20 && strchr ("\t\n\r", (int) character) == NULL) ||
      character == 0)
    return NULL;
  return end + 1;
}

/* A quoted value, from its opening quote; NULL if it has no end or a "<" stands in it. */
static const char *
skip_value (const char *at)
{
  char quote = *at++;

  while (at != NULL && *at != quote)
    {
      if (*at == '\0' || *at == '<')
        return NULL;
      at = *at == '&' ? skip_reference (at) : at + 1;
    }
  return at != NULL ? at + 1 : NULL;
}

/* name="value"; its name must not be among @names yet. */
static const char *
skip_attribute (const char *at,
                GHashTable *names)
{
  gsize prefix = g_str_has_prefix (at, "xml:") ? strlen ("xml:") : 0;
  gsize length = strspn (at + prefix, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_");
  const char *after = at + prefix + length;

  if (length == 0 || !g_ascii_isalpha (at[prefix]) || !g_hash_table_add (names, g_strndup (at, prefix + length)))
    return NULL;
  after += strspn (after, SPACE);
  if (*after != '=')
    return NULL;
  after++;
  after += strspn (after, SPACE);
  return *after == '"' || *after == '\'' ? skip_value (after) : NULL;
}

/* A tag from its "<"; what it is called, GMarkup has seen. */
static const char *
skip_tag (const char *at)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  at += strcspn (at, SPACE "/>");
  if (*at == '/' && at[-1] == '<')
    at += strcspn (at, SPACE ">");
  while (at != NULL && *at != '>')
    {
      gsize space = strspn (at, SPACE);

      at += space;
      if (*at == '/' && at[1] == '>')
        at++;
      else if (*at != '>' && (space == 0 || *at == '\0'))
        return NULL;
      else if (*at != '>')
        at = skip_attribute (at, names);
    }
  return at != NULL ? at + 1 : NULL;
}

static const char *
skip_section (const char *at,
              const char *start,
              const char *end)
{
  const char *found = strstr (at + strlen (start), end);

  return found != NULL ? found + strlen (end) : NULL;
}

static const char *
skip_comment (const char *at)
{
  const char *end = skip_section (at, "<!--", "--");

  return end != NULL && *end == '>' ? end + 1 : NULL;
}

gboolean
roadmap_markup_is_xml (const char *markup)
{
  g_return_val_if_fail (markup != NULL, FALSE);

  while (markup != NULL && *markup != '\0')
    if (g_str_has_prefix (markup, "<!--"))
      markup = skip_comment (markup);
    else if (g_str_has_prefix (markup, "<![CDATA["))
      markup = skip_section (markup, "<![CDATA[", "]]>");
    else if (*markup == '<' && (markup[1] == '?' || markup[1] == '!'))
      return FALSE;
    else if (*markup == '<')
      markup = skip_tag (markup);
    else if (*markup == '&')
      markup = skip_reference (markup);
    else if (g_str_has_prefix (markup, "]]>"))
      return FALSE;
    else
      markup++;
  return markup != NULL;
}
