/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/new-item.h"

#include <string.h>

/* Printed numbers as people write them. */

/* Numbers that are one letter: the Unicode blocks Enclosed Alphanumerics and Enclosed CJK Letters. */
static const struct
{
  gunichar first; /* of … */
  guint    from;  /* … the numbers that begin with this one … */
  guint    count; /* … and are so many */
} letters[] = {
  { 0x2460, 1, 20 },  /* ① – ⑳ */
  { 0x3251, 21, 15 }, /* ㉑ – ㉟ */
  { 0x32b1, 36, 15 }, /* ㊱ – ㊿ */
  { 0x2474, 1, 20 },  /* ⑴ – ⒇ */
  { 0x2488, 1, 20 },  /* ⒈ – ⒛ */
};

static const gunichar digit_zeros[] = { '0', 0xff10 };

/* @text up to @from, @middle, @text from @to on. */
static char *
splice (const char *text,
        const char *from,
        const char *to,
        const char *middle)
{
  g_autofree char *start = g_strndup (text, from - text);

  return g_strconcat (start, middle, to, NULL);
}

static char *
step_letter (const char *number,
             const char *at)
{
  gunichar c = g_utf8_get_char (at);
  char next[7] = "";

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      guint offset = c - letters[i].first;

      if (c < letters[i].first || offset >= letters[i].count)
        continue;
      if (offset + 1 < letters[i].count)
        g_unichar_to_utf8 (c + 1, next);
      else if (i + 1 < G_N_ELEMENTS (letters) && letters[i + 1].from == letters[i].from + letters[i].count)
        g_unichar_to_utf8 (letters[i + 1].first, next);
      return *next != '\0' ? splice (number, at, g_utf8_next_char (at), next) : NULL;
    }
  return NULL;
}

/* The zero of the digits that @c is one of; 0 for no digit. */
static gunichar
find_zero (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (digit_zeros); i++)
    if (c >= digit_zeros[i] && c <= digit_zeros[i] + 9)
      return digit_zeros[i];
  return 0;
}

/* @last is the last of a run of digits. */
static char *
step_digits (const char *number,
             const char *last)
{
  gunichar zero = find_zero (g_utf8_get_char (last));
  const char *first = last;
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autofree char *plain = NULL;
  guint64 value = 0;

  while (first > number && find_zero (g_utf8_get_char (g_utf8_prev_char (first))) == zero)
    first = g_utf8_prev_char (first);
  for (const char *c = first; c <= last; c = g_utf8_next_char (c))
    value = MIN (value, G_MAXUINT32) * 10 + (g_utf8_get_char (c) - zero);
  plain = g_strdup_printf ("%" G_GUINT64_FORMAT, value + 1);
  for (const char *c = plain; *c != '\0'; c++)
    g_string_append_unichar (digits, zero + (*c - '0'));
  return splice (number, first, g_utf8_next_char (last), digits->str);
}

char *
roadmap_number_next (const char *number)
{
  g_return_val_if_fail (number != NULL, NULL);

  for (const char *c = number + strlen (number); c > number;)
    {
      char *next;

      c = g_utf8_prev_char (c);
      next = find_zero (g_utf8_get_char (c)) != 0 ? step_digits (number, c) : step_letter (number, c);
      if (next != NULL)
        return next;
    }
  return NULL;
}

static RoadmapItem *
find_numbered (const RoadmapKind *kind,
               RoadmapItem       *parent,
               const char        *number)
{
  for (guint i = roadmap_item_get_n_children (parent); i > 0; i--)
    {
      RoadmapItem *child = roadmap_item_get_child (parent, i - 1);
      const char *given = roadmap_item_get_kind (child) == kind ? roadmap_item_get (child, "number") : NULL;

      if (given != NULL && (number == NULL || strcmp (given, number) == 0))
        return child;
    }
  return NULL;
}

char *
roadmap_number_dup_free (const RoadmapKind *kind,
                         RoadmapItem       *parent)
{
  RoadmapItem *last;
  char *number;

  g_return_val_if_fail (kind != NULL && ROADMAP_IS_ITEM (parent), NULL);

  last = find_numbered (kind, parent, NULL);
  number = last != NULL ? roadmap_number_next (roadmap_item_get (last, "number")) : NULL;
  while (number != NULL && find_numbered (kind, parent, number) != NULL)
    {
      g_autofree char *taken = number;

      number = roadmap_number_next (taken);
    }
  return number;
}
