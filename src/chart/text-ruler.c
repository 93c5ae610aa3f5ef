/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/text-ruler-private.h"

#include <string.h>

#include "chart/line-breaks.h"

RoadmapTextRuler *
roadmap_text_ruler_new (PangoContext               *context,
                        const PangoFontDescription *font)
{
  RoadmapTextRuler *self = g_new0 (RoadmapTextRuler, 1);

  self->context = g_object_ref (context);
  self->font = pango_font_description_copy (font);
  pango_font_description_set_absolute_size (self->font, ROADMAP_RULER_LEARN_SIZE);
  self->advances = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->letters = g_array_new (FALSE, FALSE, sizeof (RoadmapRulerLetter));
  self->attributes = g_array_new (FALSE, TRUE, sizeof (PangoLogAttr));
  return self;
}

void
roadmap_text_ruler_free (RoadmapTextRuler *self)
{
  g_array_unref (self->attributes);
  g_array_unref (self->letters);
  g_hash_table_unref (self->advances);
  pango_font_description_free (self->font);
  g_object_unref (self->context);
  g_free (self);
}

/* Taking up */

static gboolean
is_simple (gunichar character,
           int      script)
{
  switch (script)
    {
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
      break;
    default:
      return FALSE;
    }
  switch ((int) g_unichar_type (character))
    {
    case G_UNICODE_CONTROL:
      return character == '\n';
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_UNASSIGNED:
      return FALSE;
    default:
      return TRUE;
    }
}

static gboolean
read_letters (RoadmapTextRuler *self,
              const char       *text,
              int               size)
{
  PangoScriptIter *scripts = pango_script_iter_new (text, -1);
  gboolean simple = TRUE;

  g_array_set_size (self->letters, 0);
  do
    {
      const char *begin, *end;
      PangoScript script;

      pango_script_iter_get_range (scripts, &begin, &end, &script);
      for (const char *p = begin; p < end && simple; p = g_utf8_next_char (p))
        {
          RoadmapRulerLetter letter = { g_utf8_get_char (p), (int) script, p - text, size };

          simple = is_simple (letter.character, script);
          g_array_append_val (self->letters, letter);
        }
    }
  while (simple && pango_script_iter_next (scripts));
  pango_script_iter_free (scripts);
  return simple;
}

static void
scale_letters (RoadmapTextRuler     *self,
               const PangoAttribute *mark)
{
  double factor = ((const PangoAttrFloat *) mark)->value;

  for (guint i = 0; i < self->letters->len; i++)
    {
      RoadmapRulerLetter *letter = roadmap_ruler_get_letter (self, i);

      if (letter->start >= (int) mark->start_index && letter->start < (int) mark->end_index)
        letter->size *= factor;
    }
}

/* The first letter that begins at @start or behind it. */
static guint
find_letter (RoadmapTextRuler *self,
             int               start)
{
  guint low = 0, high = self->letters->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (roadmap_ruler_get_letter (self, middle)->start < start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
keep_whole (RoadmapTextRuler *self,
            int               start,
            int               end,
            gboolean          word)
{
  for (guint i = find_letter (self, start + 1); i < self->letters->len && roadmap_ruler_get_letter (self, i)->start < end; i++)
    {
      roadmap_ruler_get_letter (self, i)->can_break = FALSE;
      roadmap_ruler_get_letter (self, i)->may_break &= word;
    }
}

/* FALSE if there is one of another kind than those of the numbers of notes. */
static gboolean
read_marks (RoadmapTextRuler *self,
            PangoAttrList    *marks)
{
  GSList *list = pango_attr_list_get_attributes (marks);
  gboolean simple = TRUE;

  for (GSList *l = list; l != NULL && simple; l = l->next)
    {
      const PangoAttribute *mark = l->data;

      switch ((int) mark->klass->type)
        {
        case PANGO_ATTR_SCALE:
          scale_letters (self, mark);
          break;
        case PANGO_ATTR_ALLOW_BREAKS:
          if (!((const PangoAttrInt *) mark)->value)
            keep_whole (self, mark->start_index, MIN (mark->end_index, G_MAXINT), FALSE);
          break;
        case PANGO_ATTR_BASELINE_SHIFT:
        case PANGO_ATTR_ABSOLUTE_LINE_HEIGHT:
          break;
        default:
          simple = FALSE;
        }
    }
  g_slist_free_full (list, (GDestroyNotify) pango_attribute_destroy);
  return simple;
}

static void
find_breaks (RoadmapTextRuler *self,
             const char       *text,
             gsize             offset,
             gsize             length,
             guint             first,
             guint             n)
{
  PangoLogAttr *found;

  g_array_set_size (self->attributes, 0);
  g_array_set_size (self->attributes, n + 1);
  found = (PangoLogAttr *) (void *) self->attributes->data;
  pango_default_break (text + offset, length, NULL, found, n + 1);
  for (guint i = 0; i < n; i++)
    {
      roadmap_ruler_get_letter (self, first + i)->can_break = roadmap_ruler_get_letter (self, first + i)->may_break = found[i].is_line_break;
      roadmap_ruler_get_letter (self, first + i)->is_white = found[i].is_white;
    }
}

/* The letters up to @after know how far it is to the next; FALSE if they are combined. */
static gboolean
find_advances (RoadmapTextRuler *self,
               const char       *text,
               gsize             offset,
               gsize             length,
               guint             first,
               guint             after)
{
  gboolean learned = FALSE;

  for (guint i = first; i < after; i++)
    {
      RoadmapRulerLetter *letter = roadmap_ruler_get_letter (self, i);
      /* Letters of different sizes do not know each other. */
      gunichar next = i + 1 < after && letter[1].size == letter->size ? letter[1].character : ROADMAP_RULER_LINE_END;
      int units = roadmap_ruler_look_up (self, letter, next);

      if (units == ROADMAP_RULER_UNKNOWN && !learned)
        {
          roadmap_ruler_learn (self, text + offset, length, first);
          learned = TRUE;
          units = roadmap_ruler_look_up (self, letter, next);
        }
      if (units == ROADMAP_RULER_UNKNOWN || units == ROADMAP_RULER_COMPLEX)
        return FALSE;
      letter->advance = roadmap_ruler_scale (self, letter, units);
      if (letter->advance == ROADMAP_RULER_COMPLEX)
        return FALSE;
      letter->last = next == ROADMAP_RULER_LINE_END ? letter->advance : ROADMAP_RULER_UNKNOWN;
    }
  return TRUE;
}

static gboolean
find_all_advances (RoadmapTextRuler *self,
                   const char       *text)
{
  guint after;
  gsize offset = 0, length;

  for (guint first = 0; first < self->letters->len; first = after + 1, offset += length + 1)
    {
      length = strcspn (text + offset, "\n");
      for (after = first; after < self->letters->len && !roadmap_ruler_is_feed (self, after); after++)
        continue;
      if (!find_advances (self, text, offset, length, first, after))
        return FALSE;
    }
  return TRUE;
}

gboolean
roadmap_text_ruler_read (RoadmapTextRuler *self,
                         const char       *text,
                         GArray           *kept,
                         PangoAttrList    *marks,
                         int               size)
{
  guint n, after;
  gsize offset = 0, length;

  if (*text == '\0' || !read_letters (self, text, size))
    return FALSE;

  n = self->letters->len;
  for (guint first = 0; first < n; first = after + 1, offset += length + 1)
    {
      gboolean fed;

      length = strcspn (text + offset, "\n");
      fed = text[offset + length] != '\0';
      for (after = first; after < n && !roadmap_ruler_is_feed (self, after); after++)
        continue;
      /* Empty lines, and spaces at the end of one, have rules of their own. */
      if (after == first || (fed && after + 1 == n) || g_unichar_isspace (roadmap_ruler_get_letter (self, after - 1)->character))
        return FALSE;
      find_breaks (self, text, offset, length + fed, first, after - first + fed);
    }
  for (guint i = 0; i < kept->len; i++)
    {
      const RoadmapKeptPiece *piece = &g_array_index (kept, RoadmapKeptPiece, i);

      keep_whole (self, piece->start, piece->end, piece->word);
    }
  return (marks == NULL || read_marks (self, marks)) && find_all_advances (self, text);
}

/* Breaking lines */

/* The width of a line that ends before the letter at @after, the ones up to which take @width. */
static int
get_line_width (RoadmapTextRuler *self,
                guint             after,
                int               width)
{
  RoadmapRulerLetter *letter = roadmap_ruler_get_letter (self, after - 1);
  int last = letter->is_white ? 0 : roadmap_ruler_get_last (self, letter);

  return last == ROADMAP_RULER_COMPLEX ? ROADMAP_RULER_COMPLEX : width - letter->advance + last;
}

/* Where the line from @first on ends: after the paragraph, or at the last break that fits.  FALSE if there is none. */
static gboolean
find_line_end (RoadmapTextRuler *self,
               guint             first,
               int               room,
               guint            *after,
               int              *line_width)
{
  int width = 0;
  guint i;

  *after = first;
  for (i = first; i < self->letters->len && !roadmap_ruler_is_feed (self, i); i++)
    {
      if (i > first && roadmap_ruler_get_letter (self, i)->can_break)
        {
          int whole = get_line_width (self, i, width);

          if (whole == ROADMAP_RULER_COMPLEX)
            return FALSE;
          if (whole > room)
            return *after > first;
          *after = i;
          *line_width = whole;
        }
      width += roadmap_ruler_get_letter (self, i)->advance;
    }
  if (width > room)
    return *after > first;
  *after = i;
  *line_width = width;
  return TRUE;
}

static int
get_room (const RoadmapTextFrame *frame,
          gboolean                begins)
{
  int room = frame->width;

  if (frame->width < 0)
    return G_MAXINT;
  if (frame->alignment != PANGO_ALIGN_CENTER && (begins ? frame->indent > 0 : frame->indent < 0))
    room -= ABS (frame->indent);
  return MAX (room, 0);
}

/* The right edge of a line that is @width wide. */
static int
get_right (const RoadmapTextFrame *frame,
           gboolean                begins,
           int                     width)
{
  int x = 0;

  if (frame->width >= 0 && frame->alignment == PANGO_ALIGN_RIGHT)
    return frame->width;
  if (frame->width >= 0 && frame->alignment == PANGO_ALIGN_CENTER)
    {
      x = (frame->width - width) / 2;
      if (((frame->width | width) & (PANGO_SCALE - 1)) == 0)
        x = PANGO_UNITS_ROUND (x);
    }
  else if (begins ? frame->indent > 0 : frame->indent < 0)
    x = ABS (frame->indent);
  return x + width;
}

gboolean
roadmap_text_ruler_wrap (RoadmapTextRuler       *self,
                         const RoadmapTextFrame *frame,
                         RoadmapTextLines       *lines)
{
  gboolean begins = TRUE;
  guint after;

  *lines = (RoadmapTextLines) { 0 };
  if (frame->indent != 0 && frame->alignment != PANGO_ALIGN_LEFT)
    return FALSE;
  for (guint first = 0; first < self->letters->len; first = after)
    {
      int width = 0;

      if (!find_line_end (self, first, get_room (frame, begins), &after, &width))
        return FALSE;
      lines->n_lines++;
      lines->right = MAX (lines->right, get_right (frame, begins, width));
      lines->last_start = roadmap_ruler_get_letter (self, first)->start;
      begins = after < self->letters->len && roadmap_ruler_is_feed (self, after);
      after += begins;
    }
  return TRUE;
}

int
roadmap_text_ruler_get_longest_word (RoadmapTextRuler *self)
{
  int longest = 0, width = 0;

  for (guint i = 0; i < self->letters->len; i++)
    {
      const RoadmapRulerLetter *letter = roadmap_ruler_get_letter (self, i);

      if (letter->may_break || roadmap_ruler_is_feed (self, i))
        width = 0;
      width += roadmap_ruler_is_feed (self, i) ? 0 : letter->advance;
      if (!letter->is_white && !roadmap_ruler_is_feed (self, i))
        longest = MAX (longest, width);
    }
  return longest;
}
