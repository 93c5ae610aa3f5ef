/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/lines.h"

#include <string.h>

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

const char *
roadmap_lines_get_ending (const char *text,
                          gsize       size)
{
  const char *feed = memchr (text, '\n', size);

  return feed != NULL && feed > text && feed[-1] == '\r' ? "\r\n" : "\n";
}

gboolean
roadmap_lines_is_first (const char *text,
                        gsize       offset,
                        gsize      *start)
{
  *start = offset;
  while (*start > 0 && is_blank (text[*start - 1]))
    *start -= 1;
  return *start == 0 || text[*start - 1] == '\n';
}

gsize
roadmap_lines_skip_blank (const char *text,
                          gsize       limit,
                          gsize       offset)
{
  while (offset < limit && is_blank (text[offset]))
    offset++;
  return offset;
}

gboolean
roadmap_lines_is_last (const char *text,
                       gsize       limit,
                       gsize       offset,
                       gsize      *next)
{
  gsize end = roadmap_lines_skip_blank (text, limit, offset);

  if (end < limit && text[end] == '\r')
    end++;
  *next = end + 1;
  return end < limit && text[end] == '\n';
}

gsize
roadmap_lines_skip_notes (const char *text,
                          gsize       limit,
                          gsize       offset)
{
  gsize end = offset;
  gsize next;

  while (!roadmap_lines_is_last (text, limit, end, &next))
    {
      const char *comment = text + roadmap_lines_skip_blank (text, limit, end);
      gsize rest = text + limit - comment;
      const char *close = NULL;

      if (rest > 4 && memcmp (comment, "<!--", 4) == 0)
        close = g_strstr_len (comment + 4, rest - 4, "-->");
      if (close == NULL || memchr (comment, '\n', close - comment) != NULL)
        return offset;
      end = close + strlen ("-->") - text;
    }
  return end;
}
