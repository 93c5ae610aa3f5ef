/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "cli/json.h"

void
roadmap_cli_append_json (GString    *json,
                         const char *text)
{
  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }

  /* RFC 8259: all but the quotation mark, the backslash and U+0000 to U+001F may stand as they are. */
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '"' || *c == '\\')
      g_string_append_printf (json, "\\%c", *c);
    else if ((guchar) *c < 0x20)
      g_string_append_printf (json, "\\u%04x", *c);
    else
      g_string_append_c (json, *c);
  g_string_append_c (json, '"');
}
