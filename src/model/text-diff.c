/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/text-diff.h"

#include <string.h>

/* Of more pairs of words than these nobody is shown each. */
#define MAX_PAIRS (1 << 20)

/* The beginnings of the words of a text, and its end. */
typedef struct
{
  const char *text;
  GArray     *starts; /* guint, bytes */
} Words;

static gboolean
is_joined (gunichar a,
           gunichar b)
{
  return g_unichar_isalnum (a) && g_unichar_isalnum (b) && !g_unichar_iswide (a) && !g_unichar_iswide (b);
}

static Words
split (const char *text)
{
  Words words = { text, g_array_new (FALSE, FALSE, sizeof (guint)) };
  gunichar before = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      /* What is put on a character belongs to it. */
      if (!is_joined (before, character) && !g_unichar_ismark (character))
        g_array_append_val (words.starts, ((guint) { c - text }));
      before = character;
    }
  if (words.starts->len == 0 && *text != '\0')
    g_array_append_val (words.starts, ((guint) { 0 }));
  g_array_append_val (words.starts, ((guint) { strlen (text) }));
  return words;
}

static guint
count (const Words *words)
{
  return words->starts->len - 1;
}

static guint
start_of (const Words *words,
          guint        index)
{
  return g_array_index (words->starts, guint, index);
}

static gboolean
is_same (const Words *a,
         guint        i,
         const Words *b,
         guint        j)
{
  guint length = start_of (a, i + 1) - start_of (a, i);

  return start_of (b, j + 1) - start_of (b, j) == length &&
         memcmp (a->text + start_of (a, i), b->text + start_of (b, j), length) == 0;
}

/* Marks the words from @first up to @end; next to what is marked already they are one range. */
static void
mark (GArray      *ranges,
      const Words *words,
      guint        first,
      guint        end)
{
  RoadmapTextRange range;
  RoadmapTextRange *last = ranges->len > 0 ? &g_array_index (ranges, RoadmapTextRange, ranges->len - 1) : NULL;

  if (first == end)
    return;
  range = (RoadmapTextRange) { start_of (words, first), start_of (words, end) };
  if (last != NULL && last->end == range.start)
    last->end = range.end;
  else
    g_array_append_val (ranges, range);
}

/* A longest common subsequence: lengths[i][j] is that of what is behind i and j. */
static void
mark_between (const Words *old,
              guint        old_first,
              guint        old_end,
              const Words *new,
              guint        new_first,
              guint        new_end,
              GArray      *old_ranges,
              GArray      *new_ranges)
{
  guint rows = old_end - old_first, columns = new_end - new_first;
  g_autofree guint16 *lengths = NULL;
  guint i = 0, j = 0;

  if (rows > 0 && columns > MAX_PAIRS / rows)
    {
      mark (old_ranges, old, old_first, old_end);
      mark (new_ranges, new, new_first, new_end);
      return;
    }

  lengths = g_new0 (guint16, (rows + 1) * (columns + 1));
  for (guint row = rows; row > 0; row--)
    for (guint column = columns; column > 0; column--)
      {
        guint at = (row - 1) * (columns + 1) + column - 1;

        if (is_same (old, old_first + row - 1, new, new_first + column - 1))
          lengths[at] = lengths[at + columns + 2] + 1;
        else
          lengths[at] = MAX (lengths[at + 1], lengths[at + columns + 1]);
      }

  while (i < rows || j < columns)
    {
      guint at = i * (columns + 1) + j;

      if (i < rows && j < columns && is_same (old, old_first + i, new, new_first + j))
        {
          i++;
          j++;
        }
      else if (j == columns || (i < rows && lengths[at + columns + 1] >= lengths[at + 1]))
        {
          mark (old_ranges, old, old_first + i, old_first + i + 1);
          i++;
        }
      else
        {
          mark (new_ranges, new, new_first + j, new_first + j + 1);
          j++;
        }
    }
}

void
roadmap_text_diff (const char  *old_text,
                   const char  *new_text,
                   GArray     **old_ranges,
                   GArray     **new_ranges)
{
  Words old = split (old_text), new = split (new_text);
  guint first = 0, old_end = count (&old), new_end = count (&new);

  while (first < old_end && first < new_end && is_same (&old, first, &new, first))
    first++;
  while (old_end > first && new_end > first && is_same (&old, old_end - 1, &new, new_end - 1))
    {
      old_end--;
      new_end--;
    }

  *old_ranges = g_array_new (FALSE, FALSE, sizeof (RoadmapTextRange));
  *new_ranges = g_array_new (FALSE, FALSE, sizeof (RoadmapTextRange));
  mark_between (&old, first, old_end, &new, first, new_end, *old_ranges, *new_ranges);
  g_array_unref (old.starts);
  g_array_unref (new.starts);
}
