/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/bullets.h"

#include <string.h>

#define MAX_LEVELS 8

#define IDEOGRAPHIC_SPACE 0x3000

/* Of markers that are a single character, those with the lower rank usually stand around the others.  A marker that is also
 * a letter or sign of running text needs a space behind it. */
static const struct
{
  const char *characters;
  guint       rank;
  gboolean    spaced;
} marker_kinds[] = {
  { "○〇◯●◎■□◆◇▶▷➢", 0, FALSE },
  { "・•･‣▪", 1, FALSE },
  { "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", 1, FALSE },
  { "*·", 1, TRUE },
  { "－―—→⇒", 2, FALSE },
  { "-–−", 2, TRUE },
  { "※＊", 3, FALSE },
};

/* A number with what stands around it: (1) 1. １． （１） ア． */
#define RANK_OF_NUMBERS 1

typedef struct
{
  guint    spaces; /* before the marker */
  guint    kind;   /* index among the kinds, or behind them: a number */
  gunichar first;  /* the marker's character, of those that are told apart by it */
  guint    rank;
} Level;

static gboolean
is_space (gunichar character)
{
  return character == ' ' || character == '\t' || character == IDEOGRAPHIC_SPACE;
}

/* A wide space counts as two. */
static const char *
skip_spaces (const char *text,
             guint      *spaces)
{
  *spaces = 0;
  for (; is_space (g_utf8_get_char (text)); text = g_utf8_next_char (text))
    *spaces += g_utf8_get_char (text) == ' ' ? 1 : 2;
  return text;
}

static gboolean
is_digit (gunichar character)
{
  return g_unichar_isdigit (character);
}

/* The end of a number such as "(1)", "１．" or "2)", or NULL if @text begins with none. */
static const char *
find_number_end (const char *text)
{
  gboolean bracketed = g_utf8_get_char (text) == '(' || g_utf8_get_char (text) == 0xff08 /* （ */;
  const char *digits = bracketed ? g_utf8_next_char (text) : text;
  const char *p = digits;
  gunichar close;

  while (is_digit (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  close = g_utf8_get_char (p);
  if (p == digits || p - digits > 6)
    return NULL;
  if (close == ')' || close == 0xff09 /* ） */)
    return g_utf8_next_char (p);
  if (!bracketed && close == 0xff0e /* ． */)
    return g_utf8_next_char (p);
  if (!bracketed && close == '.' && is_space (g_utf8_get_char (g_utf8_next_char (p))))
    return g_utf8_next_char (p);
  return NULL;
}

/* The end of the marker that @text begins with, or NULL. */
static const char *
find_marker_end (const char *text,
                 Level      *level)
{
  gunichar first = g_utf8_get_char (text);
  const char *after;

  if (first == 0)
    return NULL;
  after = g_utf8_next_char (text);
  for (guint i = 0; i < G_N_ELEMENTS (marker_kinds); i++)
    if (g_utf8_strchr (marker_kinds[i].characters, -1, first) != NULL &&
        (!marker_kinds[i].spaced || is_space (g_utf8_get_char (after))))
      {
        level->kind = i;
        level->rank = marker_kinds[i].rank;
        /* ① and ② are of one list, ○ and ◎ of two. */
        level->first = first >= 0x2460 && first <= 0x2473 ? 0x2460 : first;
        return after;
      }
  level->kind = G_N_ELEMENTS (marker_kinds);
  level->rank = RANK_OF_NUMBERS;
  level->first = first == '(' || first == 0xff08 ? '(' : '.';
  return find_number_end (text);
}

static gboolean
is_same_list (const Level *a,
              const Level *b)
{
  return a->kind == b->kind && a->first == b->first;
}

/* Puts @level where it belongs among those around it; returns how deep it is. */
static guint
nest (Level       *levels,
      guint       *n_levels,
      const Level *level)
{
  for (guint i = *n_levels; i > 0; i--)
    if (is_same_list (&levels[i - 1], level) && levels[i - 1].spaces == level->spaces)
      {
        *n_levels = i;
        return i - 1;
      }
  while (*n_levels > 0)
    {
      const Level *around = &levels[*n_levels - 1];

      if (around->spaces < level->spaces || (around->spaces == level->spaces && around->rank <= level->rank &&
                                             !is_same_list (around, level)))
        break;
      --*n_levels;
    }
  *n_levels = MIN (*n_levels, MAX_LEVELS - 1);
  levels[(*n_levels)++] = *level;
  return *n_levels - 1;
}

/* How deep a paragraph is: in the innermost point that begins further to the left. */
static guint
find_depth (const Level *levels,
            guint       *n_levels,
            guint        spaces)
{
  while (*n_levels > 0 && levels[*n_levels - 1].spaces >= spaces)
    --*n_levels;
  return *n_levels;
}

static void
free_bullet (gpointer data)
{
  RoadmapBullet *bullet = data;

  g_free (bullet->marker);
  g_free (bullet->words);
  g_free (bullet);
}

static RoadmapBullet *
parse_line (const char *line,
            Level      *levels,
            guint      *n_levels)
{
  RoadmapBullet *bullet = g_new0 (RoadmapBullet, 1);
  Level level = { 0, };
  const char *begin = skip_spaces (line, &level.spaces);
  const char *end = find_marker_end (begin, &level);
  guint ignored;

  if (end == NULL)
    {
      bullet->level = find_depth (levels, n_levels, level.spaces);
      bullet->marker = g_strdup ("");
      bullet->words = g_strdup (begin);
    }
  else
    {
      bullet->level = nest (levels, n_levels, &level);
      bullet->marker = g_strndup (begin, end - begin);
      bullet->words = g_strdup (skip_spaces (end, &ignored));
    }
  g_strchomp (bullet->words);
  return bullet;
}

GPtrArray *
roadmap_bullets_parse (const char *text)
{
  GPtrArray *bullets = g_ptr_array_new_with_free_func (free_bullet);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Level levels[MAX_LEVELS];
  guint n_levels = 0;

  for (char **line = lines; *line != NULL; line++)
    {
      RoadmapBullet *bullet = parse_line (*line, levels, &n_levels);

      if (*bullet->words != '\0' || *bullet->marker != '\0')
        g_ptr_array_add (bullets, bullet);
      else
        free_bullet (bullet);
    }
  return bullets;
}

/* Layout */

static RoadmapShape
add_shape (const RoadmapBulletStyle *style,
           PangoLayout              *layout,
           double                    x,
           double                    y,
           RoadmapScene             *scene)
{
  RoadmapShape shape = {
    .form = ROADMAP_FORM_TEXT,
    .ink = style->ink,
    .tag = style->tag,
    .item = style->item,
    .layout = layout,
    .rect = { .x = x, .y = y },
  };

  roadmap_layout_get_size (layout, &shape.rect.width, &shape.rect.height);
  roadmap_scene_add (scene, &shape);
  return shape;
}

static PangoLayout *
lay_out_marker (const RoadmapBulletStyle *style,
                const char               *marker)
{
  return roadmap_measure_text (style->measure, marker, (RoadmapTextStyle) { style->style.size, 0 }, ROADMAP_UNWRAPPED);
}

/* A full-width marker such as ○ or ・ brings its air along. */
double
roadmap_bullets_get_indent (const RoadmapBulletStyle *style,
                            const char               *marker)
{
  double em = roadmap_measure_get_em (style->measure, style->style.size);
  g_autoptr (PangoLayout) layout = NULL;
  double width;

  if (*marker == '\0')
    return 0;
  layout = lay_out_marker (style, marker);
  roadmap_layout_get_size (layout, &width, NULL);
  if (g_unichar_iswide (g_utf8_get_char (marker)) && width <= 1.1 * em)
    return width;
  return MAX (width + 0.3 * em, 0.9 * em);
}

double
roadmap_bullets_add_point (const RoadmapBulletStyle *style,
                           const char               *marker,
                           const char               *markup,
                           double                    x,
                           double                    y,
                           double                    width,
                           RoadmapScene             *scene,
                           RoadmapShape             *words)
{
  double indent = roadmap_bullets_get_indent (style, marker);
  double em = roadmap_measure_get_em (style->measure, style->style.size);
  g_autoptr (PangoLayout) layout = roadmap_measure_markup (style->measure, markup, style->style, MAX (width - indent, em));
  RoadmapShape shape;

  if (*marker != '\0')
    {
      g_autoptr (PangoLayout) marker_layout = lay_out_marker (style, marker);

      add_shape (style, marker_layout, x, y, scene);
    }
  shape = add_shape (style, layout, x + indent, y, scene);
  if (words != NULL)
    *words = shape;
  return shape.rect.height;
}

double
roadmap_bullets_add_text (const RoadmapBulletStyle *style,
                          const char               *text,
                          double                    x,
                          double                    y,
                          double                    width,
                          double                    gap,
                          RoadmapScene             *scene)
{
  g_autoptr (GPtrArray) bullets = roadmap_bullets_parse (text);
  double indents[MAX_LEVELS + 2] = { 0, };
  double top = y;

  for (guint i = 0; i < bullets->len; i++)
    {
      const RoadmapBullet *bullet = g_ptr_array_index (bullets, i);
      g_autofree char *markup = g_markup_escape_text (bullet->words, -1);
      double indent = indents[bullet->level];

      /* Nothing becomes a tower of letters. */
      if (indent + roadmap_bullets_get_indent (style, bullet->marker) > width / 2)
        indent = 0;
      if (i > 0)
        y += gap;
      y += roadmap_bullets_add_point (style, bullet->marker, markup, x + indent, y, width - indent, scene, NULL);
      indents[bullet->level + 1] = indent + roadmap_bullets_get_indent (style, bullet->marker);
    }
  return y - top;
}
