/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/format.h"

#include <string.h>

typedef struct
{
  char        character;
  const char *entity;
} Escape;

/* Without these a parser would read something else, or turn the character into a space or a line feed. */
static const Escape attribute_escapes[] = {
  { '&', "&amp;" }, { '<', "&lt;" }, { '\t', "&#9;" }, { '\n', "&#10;" }, { '\r', "&#13;" }, { '\0', NULL },
};

static const Escape text_escapes[] = {
  { '&', "&amp;" }, { '<', "&lt;" }, { '>', "&gt;" }, { '\r', "&#13;" }, { '\0', NULL },
};

static const char *
find_entity (const Escape *escapes,
             char          character)
{
  for (const Escape *escape = escapes; escape->entity != NULL; escape++)
    if (escape->character == character)
      return escape->entity;
  return NULL;
}

static void
append_escaped (GString      *out,
                const Escape *escapes,
                char          character)
{
  const char *entity = find_entity (escapes, character);

  if (entity != NULL)
    g_string_append (out, entity);
  else
    g_string_append_c (out, character);
}

void
roadmap_format_attribute_value (GString    *out,
                                const char *value,
                                char        quote)
{
  for (const char *c = value; *c != '\0'; c++)
    if (*c == quote)
      g_string_append (out, quote == '"' ? "&quot;" : "&apos;");
    else
      append_escaped (out, attribute_escapes, *c);
}

void
roadmap_format_attribute (GString    *out,
                          const char *name,
                          const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  roadmap_format_attribute_value (out, value, '"');
  g_string_append_c (out, '"');
}

/* Markup is XML already; a carriage return in it is a line end, as anywhere in XML. */
static void
append_markup (GString    *out,
               const char *markup,
               const char *ending)
{
  for (const char *c = markup; *c != '\0'; c++)
    if (*c == '\r' || *c == '\n')
      {
        g_string_append (out, ending);
        if (c[0] == '\r' && c[1] == '\n')
          c++;
      }
    else
      g_string_append_c (out, *c);
}

void
roadmap_format_content (GString            *out,
                        const RoadmapField *field,
                        const char         *value,
                        const char         *ending)
{
  if (field->type == ROADMAP_FIELD_MARKUP)
    {
      append_markup (out, value, ending);
      return;
    }

  for (const char *c = value; *c != '\0'; c++)
    if (*c == '\n')
      g_string_append (out, ending);
    else
      append_escaped (out, text_escapes, *c);
}

void
roadmap_format_name (GString    *out,
                     const char *prefix,
                     const char *name)
{
  if (prefix != NULL)
    g_string_append_printf (out, "%s:", prefix);
  g_string_append (out, name);
}
