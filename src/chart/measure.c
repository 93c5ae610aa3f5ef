/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/measure.h"

#include "chart/even-lines.h"
#include "chart/line-breaks.h"
#include "chart/paper-rulers.h"
#include "chart/phrases.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* From baseline to baseline, in ems.  Set, because fonts for CJK ask for nearly one and a half. */
#define LINE_HEIGHT 1.3
#define OPEN_LINE_HEIGHT 1.6

/* Between letters below each other, in ems: kanji fill their squares, so that without it strokes run together. */
#define VERTICAL_SPACE 0.1

/* Running text keeps only such words in katakana whole as lines of this length would. */
#define RUNNING_EMS 9

/* Signs of notes and of revisions are tied to the words before them, and may be so long together. */
#define MARK_EMS 3

/* The size of a raised note number, of the text around it. */
#define NOTE_PERCENT 77

/* Results kept at most; when there are more, all are let go, which costs one slow frame.  What is on paper is seldom
 * asked for again, and there may be thousands of pages of it: its layouts are let go soon, so that the next take their
 * memory while the processor still has it at hand, which is a good part of the time that a page takes. */
#define MAX_KEPT             32768
#define MAX_KEPT_ON_PAPER    2048
#define MAX_LAYOUTS_ON_PAPER 128

static const double steps[] = {
  [ROADMAP_SIZE_SMALL] = 11,
  [ROADMAP_SIZE_BAR] = 12,
  [ROADMAP_SIZE_BODY] = 13,
  [ROADMAP_SIZE_NUMBER] = 16,
  [ROADMAP_SIZE_TITLE] = 22,
};

/* In Pango units: the height of a text of one line, what each further one adds, and the baseline of the first. */
typedef struct
{
  int first;
  int further;
  int baseline;
} LineHeights;

struct _RoadmapMeasure
{
  PangoContext         *context;
  PangoContext         *vertical; /* (nullable): made when it is first needed */
  PangoFontDescription *font;
  double                body;    /* size of the step BODY */
  double                minimum; /* of any step */
  char                 *language;
  GHashTable           *layouts; /* Key, owned, to PangoLayout, owned */
  GHashTable           *words;   /* Key, owned, to the width of the longest word: double, owned */
  const RoadmapRulers  *rulers;  /* (not owned) (nullable): on paper */
  LineHeights           line_heights[4][G_N_ELEMENTS (steps)]; /* with rulers, of usual, bold, open, and open bold lines;
                                                                * 0 until they are asked for */
  GArray               *kept;       /* RoadmapKeptPiece, of the text in hand */
  GHashTable           *attributes; /* size and flags of a style to PangoAttrList, owned */
};

typedef struct
{
  char             *markup;
  RoadmapTextStyle  style;
  int               width; /* Pango units, -1 for not wrapped */
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->markup) * 31 + key->width * 97 + key->style.size * 7 + key->style.flags +
         (guint) key->style.indent;
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  return left->width == right->width && left->style.size == right->style.size &&
         left->style.flags == right->style.flags && left->style.indent == right->style.indent &&
         strcmp (left->markup, right->markup) == 0;
}

static void
free_key (gpointer data)
{
  Key *key = data;

  g_free (key->markup);
  g_free (key);
}

/* Takes over @context. */
static RoadmapMeasure *
new_measure (PangoContext *context,
             const char   *language)
{
  RoadmapMeasure *self = g_rc_box_new0 (RoadmapMeasure);

  self->context = context;
  self->language = g_strdup (language);
  self->layouts = g_hash_table_new_full (hash_key, equal_keys, free_key, g_object_unref);
  self->words = g_hash_table_new_full (hash_key, equal_keys, free_key, g_free);
  self->kept = g_array_new (FALSE, FALSE, sizeof (RoadmapKeptPiece));
  self->attributes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) pango_attr_list_unref);
  pango_context_set_language (context, pango_language_from_string (language));
  return self;
}

static double
get_pixel_size (PangoContext               *context,
                const PangoFontDescription *font)
{
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * (resolution > 0 ? resolution : 96) / 72;
}

static PangoContext *
copy_context (PangoContext *context)
{
  PangoContext *copy = pango_font_map_create_context (pango_context_get_font_map (context));

  pango_cairo_context_set_resolution (copy, pango_cairo_context_get_resolution (context));
  pango_cairo_context_set_font_options (copy, pango_cairo_context_get_font_options (context));
  pango_context_set_round_glyph_positions (copy, pango_context_get_round_glyph_positions (context));
  return copy;
}

RoadmapMeasure *
roadmap_measure_new (PangoContext *context,
                     const char   *language)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  /* The widget goes on using its context with its own language. */
  RoadmapMeasure *self = new_measure (copy_context (context), language);

  self->font = pango_font_description_copy (font);
  self->body = get_pixel_size (context, font);
  return self;
}

RoadmapMeasure *
roadmap_measure_new_for_paper (double      points,
                               const char *language)
{
  RoadmapMeasure *self = new_measure (roadmap_paper_context_new (), language);

  self->font = pango_font_description_from_string (ROADMAP_PAPER_FONT);
  self->body = points;
  self->minimum = ROADMAP_MEASURE_MIN_POINTS;
  self->rulers = roadmap_rulers_get (language);
  return self;
}

RoadmapMeasure *
roadmap_measure_ref (RoadmapMeasure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
finalize (gpointer data)
{
  RoadmapMeasure *self = data;

  g_clear_pointer (&self->layouts, g_hash_table_unref);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->kept, g_array_unref);
  g_clear_pointer (&self->attributes, g_hash_table_unref);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_object (&self->context);
  g_clear_object (&self->vertical);
}

void
roadmap_measure_unref (RoadmapMeasure *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, finalize);
}

const char *
roadmap_measure_get_language (RoadmapMeasure *self)
{
  return self->language;
}

double
roadmap_measure_get_em (RoadmapMeasure  *self,
                        RoadmapTextSize  size)
{
  return MAX (self->body * steps[size] / steps[ROADMAP_SIZE_BODY], self->minimum);
}

char *
roadmap_measure_dup_note_markup (RoadmapMeasure  *self,
                                 RoadmapTextSize  size,
                                 const char      *number)
{
  double em = roadmap_measure_get_em (self, size);
  double percent = MAX (NOTE_PERCENT, 100 * self->minimum / em);

  /* Of little height itself, so that its line does not become higher than the others. */
  return g_markup_printf_escaped ("<span size=\"%d%%\" baseline_shift=\"superscript\" line_height=\"%d\">%s</span>",
                                  (int) ceil (percent), (int) (0.6 * em * PANGO_SCALE), number);
}

/* In Pango units. */
static double
get_line_height (RoadmapMeasure   *self,
                 RoadmapTextStyle  style)
{
  double ems = style.flags & ROADMAP_TEXT_OPEN ? OPEN_LINE_HEIGHT : LINE_HEIGHT;

  return ems * roadmap_measure_get_em (self, style.size) * PANGO_SCALE;
}

/* Without what depends on the words. */
static PangoAttrList *
create_attributes (RoadmapMeasure   *self,
                   RoadmapTextStyle  style)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  double em = roadmap_measure_get_em (self, style.size) * PANGO_SCALE;

  pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute (get_line_height (self, style)));
  /* A word broken for want of room has no hyphen: it would be searched for as it was worded. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (style.flags & ROADMAP_TEXT_STRUCK)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  if (style.flags & ROADMAP_TEXT_VERTICAL)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (VERTICAL_SPACE * em));
  return attributes;
}

static void
find_kept (RoadmapMeasure *self,
           const Key      *key,
           const char     *text,
           PangoAttrList  *marks)
{
  double em = roadmap_measure_get_em (self, key->style.size) * PANGO_SCALE;
  double line_ems = key->width >= 0 ? key->width / em : ROADMAP_UNWRAPPED;
  double mark_ems = marks != NULL ? MARK_EMS : 0;

  if (key->style.flags & ROADMAP_TEXT_RUNNING && line_ems > RUNNING_EMS)
    line_ems = RUNNING_EMS;
  roadmap_line_breaks_find (text, line_ems, mark_ems, self->kept);
  if (key->style.flags & ROADMAP_TEXT_PHRASES && line_ems >= 0)
    roadmap_phrases_find (text, line_ems - mark_ems, self->kept);
}

/* Most texts have those of their style, which are made once. */
static void
set_attributes (RoadmapMeasure *self,
                const Key      *key,
                PangoLayout    *layout,
                PangoAttrList  *marks)
{
  const RoadmapTextFlags flags = ROADMAP_TEXT_STRUCK | ROADMAP_TEXT_VERTICAL | ROADMAP_TEXT_OPEN;
  gpointer style = GUINT_TO_POINTER ((guint) key->style.size << 16 | (key->style.flags & flags));
  PangoAttrList *usual = g_hash_table_lookup (self->attributes, style);
  g_autoptr (PangoAttrList) own = NULL;

  if (usual == NULL)
    {
      usual = create_attributes (self, key->style);
      g_hash_table_insert (self->attributes, style, usual);
    }
  if (self->kept->len == 0 && marks == NULL)
    {
      pango_layout_set_attributes (layout, usual);
      return;
    }
  own = pango_attr_list_copy (usual);
  roadmap_line_breaks_add (own, self->kept);
  if (marks != NULL)
    pango_attr_list_splice (own, marks, 0, 0);
  pango_layout_set_attributes (layout, own);
}

static void
set_font (RoadmapMeasure   *self,
          PangoLayout      *layout,
          RoadmapTextStyle  style)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (self->font);

  pango_font_description_set_absolute_size (font, roadmap_measure_get_em (self, style.size) * PANGO_SCALE);
  if (style.flags & ROADMAP_TEXT_BOLD)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (style.flags & ROADMAP_TEXT_ITALIC)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
}

/* Without laying anything out */

/* Struck text is as wide as any other. */
static RoadmapTextRuler *
get_ruler (RoadmapMeasure *self,
           const Key      *key)
{
  const RoadmapTextFlags odd = ROADMAP_TEXT_ITALIC | ROADMAP_TEXT_VERTICAL | ROADMAP_TEXT_CUT;

  if (self->rulers == NULL || key->style.flags & odd)
    return NULL;
  return key->style.flags & ROADMAP_TEXT_BOLD ? self->rulers->bold : self->rulers->regular;
}

static PangoAlignment
get_alignment (RoadmapTextStyle style)
{
  if (style.flags & ROADMAP_TEXT_CENTRED)
    return PANGO_ALIGN_CENTER;
  return style.flags & ROADMAP_TEXT_END ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

/* The attributes of @layout are those of its own words, which a sample has not. */
static const LineHeights *
get_line_heights (RoadmapMeasure   *self,
                  RoadmapTextStyle  style,
                  PangoLayout      *layout)
{
  guint lines = (style.flags & ROADMAP_TEXT_BOLD ? 1 : 0) + (style.flags & ROADMAP_TEXT_OPEN ? 2 : 0);
  LineHeights *heights = &self->line_heights[lines][style.size];
  g_autoptr (PangoLayout) sample = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;
  int both;

  if (heights->first > 0)
    return heights;
  sample = pango_layout_copy (layout);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute (get_line_height (self, style)));
  pango_layout_set_attributes (sample, attributes);
  pango_layout_set_width (sample, -1);
  pango_layout_set_text (sample, "あ", -1);
  pango_layout_get_size (sample, NULL, &heights->first);
  heights->baseline = pango_layout_get_baseline (sample);
  pango_layout_set_text (sample, "あ\nあ", -1);
  pango_layout_get_size (sample, NULL, &both);
  heights->further = both - heights->first;
  return heights;
}

/* Sets the layout's width and remembers its extents, if that can be done without laying it out. */
static gboolean
rule_layout (RoadmapMeasure *self,
             const Key      *key,
             PangoLayout    *layout,
             PangoAttrList  *marks)
{
  RoadmapTextRuler *ruler = get_ruler (self, key);
  const char *text = pango_layout_get_text (layout);
  double em = roadmap_measure_get_em (self, key->style.size);
  RoadmapTextFrame frame = { key->width, pango_layout_get_indent (layout), get_alignment (key->style) };
  const LineHeights *heights;
  RoadmapTextLines lines;
  RoadmapExtents extents;

  if (ruler == NULL || !roadmap_text_ruler_read (ruler, text, self->kept, marks, em * PANGO_SCALE) ||
      !roadmap_text_ruler_wrap (ruler, &frame, &lines))
    return FALSE;
  if (key->style.flags & ROADMAP_TEXT_EVEN && key->width > 0 && !roadmap_even_frame (ruler, text, em, &frame, &lines))
    return FALSE;

  heights = get_line_heights (self, key->style, layout);
  extents = (RoadmapExtents) {
    .right = lines.right,
    .height = heights->first + (lines.n_lines - 1) * heights->further,
    .baseline = heights->baseline,
    .longest_word = roadmap_text_ruler_get_longest_word (ruler),
    .n_lines = lines.n_lines,
  };
  pango_layout_set_width (layout, frame.width);
  roadmap_layout_set_extents (layout, &extents);
  return TRUE;
}

/* Ideographs and kana stand upright, with their forms for vertical lines; Latin words lie on their side. */
static PangoContext *
ensure_vertical (RoadmapMeasure *self)
{
  if (self->vertical == NULL)
    {
      self->vertical = copy_context (self->context);
      pango_context_set_language (self->vertical, pango_language_from_string (self->language));
      pango_context_set_base_gravity (self->vertical, PANGO_GRAVITY_EAST);
      pango_context_set_gravity_hint (self->vertical, PANGO_GRAVITY_HINT_NATURAL);
    }
  return self->vertical;
}

/* (transfer full): the words of markup; @marks becomes what it says about parts of them, NULL if it says nothing. */
static char *
parse (const char     *markup,
       PangoAttrList **marks)
{
  char *text;

  if (strpbrk (markup, "<&") == NULL)
    return g_strdup (markup);
  if (pango_parse_markup (markup, -1, 0, marks, &text, NULL, NULL))
    return text;
  g_critical ("not markup: %s", markup);
  return g_strdup (markup);
}

static PangoLayout *
create_layout (RoadmapMeasure *self,
               const Key      *key)
{
  PangoLayout *layout = pango_layout_new (key->style.flags & ROADMAP_TEXT_VERTICAL ? ensure_vertical (self)
                                                                                   : self->context);
  g_autoptr (PangoAttrList) marks = NULL;
  g_autofree char *text = parse (key->markup, &marks);
  double em = roadmap_measure_get_em (self, key->style.size);

  find_kept (self, key, text, marks);
  /* What is cut to one line would show a sign for each line feed. */
  if (key->style.flags & ROADMAP_TEXT_CUT)
    g_strdelimit (text, "\n", ' ');
  set_font (self, layout, key->style);
  pango_layout_set_text (layout, text, -1);
  set_attributes (self, key, layout, marks);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (key->style.flags & ROADMAP_TEXT_CUT)
    {
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  if (key->style.indent > 0)
    pango_layout_set_indent (layout, key->style.indent * PANGO_SCALE);
  else if (key->width >= 0)
    pango_layout_set_indent (layout, -roadmap_line_breaks_get_bullet_width (text) * em * PANGO_SCALE);
  pango_layout_set_alignment (layout, get_alignment (key->style));
  if (rule_layout (self, key, layout, marks))
    return layout;
  pango_layout_set_width (layout, key->width);
  if (key->style.flags & ROADMAP_TEXT_EVEN && key->width > 0)
    roadmap_even_layout (layout, em);
  return layout;
}

/* Takes over @value. */
static void
keep (RoadmapMeasure *self,
      GHashTable     *table,
      const Key      *wanted,
      gpointer        value)
{
  Key *key = g_new (Key, 1);
  guint most = self->rulers == NULL ? MAX_KEPT : table == self->layouts ? MAX_LAYOUTS_ON_PAPER : MAX_KEPT_ON_PAPER;

  *key = (Key) { g_strdup (wanted->markup), wanted->style, wanted->width };
  if (g_hash_table_size (table) >= most)
    g_hash_table_remove_all (table);
  g_hash_table_insert (table, key, value);
}

PangoLayout *
roadmap_measure_markup (RoadmapMeasure   *self,
                        const char       *markup,
                        RoadmapTextStyle  style,
                        double            width)
{
  Key wanted = { (char *) markup, style, width < 0 ? -1 : (int) floor (width * PANGO_SCALE) };
  PangoLayout *layout = g_hash_table_lookup (self->layouts, &wanted);

  if (layout == NULL)
    {
      layout = create_layout (self, &wanted);
      keep (self, self->layouts, &wanted, layout);
    }
  return g_object_ref (layout);
}

double
roadmap_measure_get_longest_word (RoadmapMeasure   *self,
                                  const char       *markup,
                                  RoadmapTextStyle  style)
{
  Key wanted = { (char *) markup, style, -1 };
  double *width = g_hash_table_lookup (self->words, &wanted);

  if (width == NULL)
    {
      g_autoptr (PangoLayout) layout = create_layout (self, &wanted);

      width = g_new (double, 1);
      *width = roadmap_layout_get_longest_word (layout);
      keep (self, self->words, &wanted, width);
    }
  return *width;
}

PangoLayout *
roadmap_measure_text (RoadmapMeasure   *self,
                      const char       *text,
                      RoadmapTextStyle  style,
                      double            width)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  return roadmap_measure_markup (self, markup, style, width);
}
