/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/place.h"

#include <stdio.h>
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

void
roadmap_name_error (GError     **error,
                    const char  *file)
{
  GError *cause;
  guint line;
  int length = 0;

  if (error == NULL || *error == NULL)
    return;

  cause = g_steal_pointer (error);
  if (sscanf (cause->message, "line %u: %n", &line, &length) == 1 && length > 0)
    roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, file, line, "%s", cause->message + length);
  else
    g_set_error (error, cause->domain, cause->code, "%s: %s", file, cause->message);
  g_error_free (cause);
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
