/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/text-ruler.h"

G_BEGIN_DECLS

/* For text-ruler.c and text-ruler-learn.c: how far letters advance, and how that is found out. */

/* In a font of this size a unit of an em of a thousand is one of Pango's units times PANGO_SCALE. */
#define ROADMAP_RULER_UNITS      1000
#define ROADMAP_RULER_LEARN_SIZE (ROADMAP_RULER_UNITS * PANGO_SCALE)

/* No advance. */
#define ROADMAP_RULER_UNKNOWN G_MININT
/* Of letters that are combined. */
#define ROADMAP_RULER_COMPLEX (G_MININT + 1)

/* A letter's key where no letter follows it on the line. */
#define ROADMAP_RULER_LINE_END 0

typedef struct
{
  gunichar character;
  int      script;    /* in which it stands, that of its neighbours for punctuation */
  int      start;     /* bytes */
  int      size;
  int      advance;   /* to the next letter */
  int      last;      /* if the line ends behind it; ROADMAP_RULER_UNKNOWN until it is asked for */
  gboolean can_break; /* before it … */
  gboolean may_break; /* … but for words in katakana that stay whole */
  gboolean is_white;
} RoadmapRulerLetter;

struct _RoadmapTextRuler
{
  PangoContext         *context;
  PangoFontDescription *font;
  GHashTable           *advances; /* guint64, owned, to the units */

  /* The text taken up. */
  GArray               *letters;    /* RoadmapRulerLetter; a line feed ends a paragraph */
  GArray               *attributes; /* PangoLogAttr */
};

static inline RoadmapRulerLetter *
roadmap_ruler_get_letter (RoadmapTextRuler *self,
                          guint             index)
{
  return &g_array_index (self->letters, RoadmapRulerLetter, index);
}

static inline gboolean
roadmap_ruler_is_feed (RoadmapTextRuler *self,
                       guint             index)
{
  return roadmap_ruler_get_letter (self, index)->character == '\n';
}

/* Lays out the paragraph whose letters begin with the one at @first, and keeps how far each advances. */
void roadmap_ruler_learn        (RoadmapTextRuler         *self,
                                 const char               *text,
                                 gsize                     length,
                                 guint                     first);
/* The advance in units if @next follows; ROADMAP_RULER_UNKNOWN if that was not learned.  At the end of a line it is learned. */
int  roadmap_ruler_look_up      (RoadmapTextRuler         *self,
                                 const RoadmapRulerLetter *letter,
                                 gunichar                  next);
/* The same in the size of the letter; ROADMAP_RULER_COMPLEX if it is combined. */
int  roadmap_ruler_get_last     (RoadmapTextRuler         *self,
                                 RoadmapRulerLetter       *letter);
int  roadmap_ruler_scale        (RoadmapTextRuler         *self,
                                 const RoadmapRulerLetter *letter,
                                 int                       units);

G_END_DECLS
