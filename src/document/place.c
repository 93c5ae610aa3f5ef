/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/place.h"

#include <string.h>

void
roadmap_set_error_at (GError       **error,
                      RoadmapError   code,
                      const char    *file,
                      guint          line,
                      const char    *format,
                      ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, ROADMAP_ERROR, code, "%s:%u: %s", file, line, sentence);
}

guint
roadmap_count_line (const char *text,
                    gsize       offset)
{
  const char *end = text + offset;
  guint line = 1;

  for (const char *feed = memchr (text, '\n', offset); feed != NULL; feed = memchr (feed + 1, '\n', end - feed - 1))
    line++;
  return line;
}
