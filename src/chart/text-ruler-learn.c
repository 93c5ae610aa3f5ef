/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/text-ruler-private.h"

/* Characters have 21 bits. */
static gint64
get_key (const RoadmapRulerLetter *letter,
         gunichar                  next)
{
  return (gint64) letter->script << 42 | (gint64) letter->character << 21 | next;
}

static int
find_units (RoadmapTextRuler         *self,
            const RoadmapRulerLetter *letter,
            gunichar                  next)
{
  gint64 key = get_key (letter, next);
  gpointer units;

  if (!g_hash_table_lookup_extended (self->advances, &key, NULL, &units))
    return ROADMAP_RULER_UNKNOWN;
  return GPOINTER_TO_INT (units);
}

static void
keep (RoadmapTextRuler         *self,
      const RoadmapRulerLetter *letter,
      gunichar                  next,
      int                       width)
{
  int known = find_units (self, letter, next);
  int units = width % PANGO_SCALE == 0 ? width / PANGO_SCALE : ROADMAP_RULER_COMPLEX;
  gint64 key = get_key (letter, next);

  /* What depends on more than the next letter is not simple. */
  if (known == units)
    return;
  if (known != ROADMAP_RULER_UNKNOWN)
    units = ROADMAP_RULER_COMPLEX;
  g_hash_table_insert (self->advances, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (units));
}

static PangoLayout *
create_layout (RoadmapTextRuler *self,
               const char       *text,
               gsize             length)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_text (layout, text, length);
  return layout;
}

/* Of all letters of a paragraph, which begins with the one at @first. */
static void
learn_run (RoadmapTextRuler *self,
           PangoLayoutRun   *run,
           const char       *text,
           guint             first)
{
  g_autofree int *widths = g_new (int, run->item->num_chars);
  guint begin = first + g_utf8_pointer_to_offset (text, text + run->item->offset);
  PangoGlyphItemIter clusters;

  pango_glyph_item_get_logical_widths (run, text, widths);
  for (int i = 0; i < run->item->num_chars; i++)
    {
      const RoadmapRulerLetter *letter = roadmap_ruler_get_letter (self, begin + i);
      gboolean more = begin + i + 1 < self->letters->len && !roadmap_ruler_is_feed (self, begin + i + 1);

      keep (self, letter, more ? letter[1].character : ROADMAP_RULER_LINE_END, widths[i]);
    }
  for (gboolean more = pango_glyph_item_iter_init_start (&clusters, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&clusters))
    for (int i = clusters.start_char; clusters.end_char - clusters.start_char > 1 && i < clusters.end_char; i++)
      {
        const RoadmapRulerLetter *letter = roadmap_ruler_get_letter (self, begin + i);
        gboolean more_letters = begin + i + 1 < self->letters->len && !roadmap_ruler_is_feed (self, begin + i + 1);

        keep (self, letter, more_letters ? letter[1].character : ROADMAP_RULER_LINE_END, 1);
      }
}

void
roadmap_ruler_learn (RoadmapTextRuler *self,
                     const char       *text,
                     gsize             length,
                     guint             first)
{
  g_autoptr (PangoLayout) layout = create_layout (self, text, length);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);

      if (run != NULL)
        learn_run (self, run, pango_layout_get_text (layout), first);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

/* A letter on its own ends a line. */
static int
learn_last (RoadmapTextRuler         *self,
            const RoadmapRulerLetter *letter)
{
  char text[8] = "";
  g_autoptr (PangoLayout) layout = create_layout (self, text, g_unichar_to_utf8 (letter->character, text));
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  keep (self, letter, ROADMAP_RULER_LINE_END, logical.width);
  return find_units (self, letter, ROADMAP_RULER_LINE_END);
}

/* As HarfBuzz scales, with which Pango shapes. */
static int
scale (int units,
       int size)
{
  gint64 factor = ((gint64) size << 16) / ROADMAP_RULER_UNITS;

  return (units * factor + 32768) >> 16;
}

int
roadmap_ruler_look_up (RoadmapTextRuler         *self,
                       const RoadmapRulerLetter *letter,
                       gunichar                  next)
{
  int units = find_units (self, letter, next);

  if (units == ROADMAP_RULER_UNKNOWN && next == ROADMAP_RULER_LINE_END)
    return learn_last (self, letter);
  return units;
}

int
roadmap_ruler_get_last (RoadmapTextRuler   *self,
                        RoadmapRulerLetter *letter)
{
  if (letter->last == ROADMAP_RULER_UNKNOWN)
    {
      int units = roadmap_ruler_look_up (self, letter, ROADMAP_RULER_LINE_END);

      letter->last = units == ROADMAP_RULER_COMPLEX ? ROADMAP_RULER_COMPLEX : scale (units, letter->size);
    }
  return letter->last;
}

/* The advance to the next letter, and how much nearer that one is drawn, are scaled one by one. */
int
roadmap_ruler_scale (RoadmapTextRuler         *self,
                     const RoadmapRulerLetter *letter,
                     int                       units)
{
  int last = units != ROADMAP_RULER_UNITS ? roadmap_ruler_look_up (self, letter, ROADMAP_RULER_LINE_END) : ROADMAP_RULER_UNITS;

  if (last == ROADMAP_RULER_COMPLEX)
    return ROADMAP_RULER_COMPLEX;
  return scale (last, letter->size) + (units != last ? scale (units - last, letter->size) : 0);
}
