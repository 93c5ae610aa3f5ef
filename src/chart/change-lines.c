/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/change-lines.h"

#include <string.h>

#include "chart/schema-words.h"
#include "chart/words.h"
#include "model/edition.h"
#include "model/era.h"
#include "model/text-diff.h"

/* A text that names itself, and a title that would fill a page: as much of it as has room in so many Latin letters, of
 * which a wide character takes two. */
#define TEXT_LETTERS 40
#define TITLE_LETTERS 240

/* Fields whose values are told as one span. */
static const char *const span_fields[] = { "start", "end", "open", NULL };

/* Fields of an item that is new or gone that say nothing to a reader, or are told elsewhere. */
static const char *const silent_fields[] = {
  "origin", "edition", "source", "page", "number", "marker", "label", "title", "text", "start", "end", "open", "basis",
  "hue", "colour", "width", "height", "level", "x", "y", NULL,
};

static void
free_line (gpointer data)
{
  RoadmapChangeLine *line = data;

  g_free (line->label);
  g_ptr_array_unref (line->before);
  g_ptr_array_unref (line->after);
  g_free (line);
}

static void
free_text (gpointer data)
{
  RoadmapChangeText *text = data;

  g_free (text->markup);
  g_free (text);
}

static GPtrArray *
create_texts (void)
{
  return g_ptr_array_new_with_free_func (free_text);
}

/* Takes over @markup. */
static void
add_text (GPtrArray *texts,
          char      *markup,
          guint      depth)
{
  RoadmapChangeText *text = g_new (RoadmapChangeText, 1);

  *text = (RoadmapChangeText) { markup, depth };
  g_ptr_array_add (texts, text);
}

static RoadmapChangeLine *
add_empty_line (GPtrArray  *lines,
                const char *label)
{
  RoadmapChangeLine *line = g_new (RoadmapChangeLine, 1);

  *line = (RoadmapChangeLine) { g_strdup (label), create_texts (), create_texts () };
  g_ptr_array_add (lines, line);
  return line;
}

/* Takes over both texts, which are markup. */
static void
add_line (GPtrArray  *lines,
          const char *label,
          char       *before,
          char       *after)
{
  RoadmapChangeLine *line = add_empty_line (lines, label);

  add_text (line->before, before, 0);
  add_text (line->after, after, 0);
}

static gboolean
is_japanese (const char *language)
{
  return language != NULL && g_str_has_prefix (language, "ja");
}

/* (transfer full): “（新設）” · “(added)” in the place of the words that are not there. */
static char *
dup_bracketed (RoadmapWord  word,
               const char  *language)
{
  return g_strdup_printf (is_japanese (language) ? "（%s）" : "(%s)", roadmap_word (word, language));
}

/* Names */

/* (transfer full): the beginning of @text, up to the end of a word if one ends near; all of it if it is short. */
static char *
dup_beginning (const char *text,
               int         room)
{
  const char *end = text;
  const char *word = NULL;

  for (; *end != '\0'; end = g_utf8_next_char (end))
    {
      room -= g_unichar_iswide (g_utf8_get_char (end)) ? 2 : 1;
      if (room < 0)
        {
          if (word != NULL && word - text > (end - text) / 2)
            end = word;
          return g_strdup_printf ("%.*s…", (int) (end - text), text);
        }
      if (*end == ' ')
        word = end;
    }
  return g_strdup (text);
}

char *
roadmap_change_dup_name (RoadmapItem *item,
                         const char  *language)
{
  g_autofree char *label = roadmap_item_dup_label (item, language);

  if (*label == '\0' && roadmap_item_get_parent (item) != NULL)
    return roadmap_change_dup_name (roadmap_item_get_parent (item), language);
  return dup_beginning (label, roadmap_item_get (item, "title") != NULL ? TITLE_LETTERS : TEXT_LETTERS);
}

char *
roadmap_change_dup_container_name (RoadmapItem *container,
                                   const char  *language)
{
  /* It has the title of the whole. */
  if (roadmap_item_is (container, "narrative"))
    return g_strdup (roadmap_kind_word (roadmap_item_get_kind (container), language));
  return roadmap_item_dup_label (container, language);
}

char *
roadmap_change_dup_heading (RoadmapItem *container,
                            const char  *language)
{
  g_autoptr (GString) heading = g_string_new (NULL);

  for (; container != NULL; container = roadmap_item_find_container (container))
    {
      g_autofree char *label = roadmap_change_dup_container_name (container, language);

      if (*label == '\0')
        continue;
      if (heading->len > 0)
        g_string_prepend (heading, " › ");
      g_string_prepend (heading, label);
    }
  if (heading->len == 0)
    return g_strdup (roadmap_word (ROADMAP_WORD_WHOLE, language));
  return g_string_free (g_steal_pointer (&heading), FALSE);
}

/* Values */

/* (transfer full): the span of the item in words, or a dash. */
static char *
describe_span (Roadmap     *roadmap,
               RoadmapItem *item,
               const char  *language)
{
  RoadmapSpan span;

  if (!roadmap_get_span (roadmap, item, &span))
    return g_strdup ("–");
  return roadmap_span_describe (&span, roadmap_get_fiscal_start (roadmap), language);
}

/* (transfer full): the same with its basis, if the item says one. */
static char *
describe_span_and_basis (Roadmap     *roadmap,
                         RoadmapItem *item,
                         const char  *language)
{
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), "basis");
  const char *basis = roadmap_item_get (item, "basis");
  g_autofree char *words = describe_span (roadmap, item, language);
  g_autofree char *basis_words = basis != NULL ? roadmap_value_word (roadmap, field, basis, language) : NULL;

  if (basis == NULL)
    return g_steal_pointer (&words);
  return g_strdup_printf (is_japanese (language) ? "%s（%s）" : "%s (%s)", words, basis_words);
}

static char *
mark (const char *text,
      GArray     *ranges,
      const char *tag)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i <= ranges->len; i++)
    {
      const RoadmapTextRange *range = i < ranges->len ? &g_array_index (ranges, RoadmapTextRange, i) : NULL;
      g_autofree char *same = g_markup_escape_text (text + at, range != NULL ? (gssize) (range->start - at) : -1);

      g_string_append (markup, same);
      if (range != NULL)
        {
          g_autofree char *marked = g_markup_escape_text (text + range->start, range->end - range->start);

          g_string_append_printf (markup, "<%s>%s</%s>", tag, marked, tag);
          at = range->end;
        }
    }
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static void
add_value_line (GPtrArray                   *lines,
                const RoadmapDifference     *difference,
                const RoadmapChangeVersions *versions)
{
  const char *language = versions->language;
  g_autofree char *old = roadmap_value_word (versions->old, difference->field, difference->old_value, language);
  g_autofree char *new = roadmap_value_word (versions->new, difference->field, difference->new_value, language);
  const char *word = roadmap_field_word (difference->field, language);
  gboolean adopted = difference->language == NULL && roadmap_field_is_text (difference->field) &&
                     g_strcmp0 (language, roadmap_get_language (versions->new)) != 0;
  g_autofree char *label = adopted ? g_strdup_printf ("%s (%s)", word, roadmap_get_language (versions->new))
                                   : g_strdup (word);
  g_autoptr (GArray) old_ranges = NULL;
  g_autoptr (GArray) new_ranges = NULL;

  if (!roadmap_field_is_text (difference->field) || difference->old_value == NULL || difference->new_value == NULL)
    {
      add_line (lines, label, g_markup_escape_text (old, -1), g_markup_escape_text (new, -1));
      return;
    }
  roadmap_text_diff (old, new, &old_ranges, &new_ranges);
  add_line (lines, label, mark (old, old_ranges, "s"), mark (new, new_ranges, "u"));
}

static void
add_move_line (GPtrArray                   *lines,
               const RoadmapDifference     *difference,
               const RoadmapChangeVersions *versions)
{
  const char *language = versions->language;
  RoadmapItem *from = roadmap_item_get_parent (difference->old_item);
  RoadmapItem *to = roadmap_item_get_parent (difference->new_item);
  g_autofree char *from_name = roadmap_change_dup_name (from, language);
  g_autofree char *to_name = roadmap_change_dup_name (to, language);
  const char *label = roadmap_word (ROADMAP_WORD_MOVED, language);

  if (strcmp (roadmap_item_get_id (from), roadmap_item_get_id (to)) == 0)
    {
      g_autofree char *words = roadmap_word_with (ROADMAP_WORD_ORDER_IN, language, to_name);

      add_line (lines, label, g_strdup ("–"), g_markup_escape_text (words, -1));
      return;
    }
  add_line (lines, label, g_markup_escape_text (from_name, -1), g_markup_escape_text (to_name, -1));
}

/* What is new or gone */

static void
add_field (GPtrArray  *texts,
           guint       depth,
           const char *label,
           const char *value,
           const char *language)
{
  add_text (texts, g_markup_printf_escaped (is_japanese (language) ? "%s：%s" : "%s: %s", label, value), depth);
}

/* Whether a field is told of an item that is new: what was adopted, and what progress says. */
static gboolean
is_told (RoadmapItem        *item,
         const RoadmapField *field)
{
  if (g_strv_contains (silent_fields, field->name))
    return FALSE;
  return field->flags & (ROADMAP_FIELD_OFFICIAL | ROADMAP_FIELD_KEPT) || roadmap_field_is_text (field) ||
         roadmap_item_is (item, "followup");
}

/* (transfer full): the item's wording as it stands, with its number or marker; empty if it has none. */
static char *
dup_wording (RoadmapItem *item,
             const char  *language)
{
  const char *number = roadmap_item_get (item, "number");
  const char *marker = number != NULL ? number : roadmap_item_get (item, "marker");
  const char *title = roadmap_item_get_in (item, "title", language);
  g_autofree char *text = roadmap_item_dup_text (item, "text", language);

  if (marker == NULL)
    marker = roadmap_item_get (item, "label");
  if (title == NULL)
    title = text != NULL ? text : "";
  return g_strconcat (marker != NULL ? marker : "", marker != NULL && marker == number ? " " : "", title, NULL);
}

/* Everything there is to say of an item: a text for each field and each item in it. */
static void
add_item (GPtrArray   *texts,
          Roadmap     *roadmap,
          RoadmapItem *item,
          guint        depth,
          const char  *language)
{
  const RoadmapField *fields = roadmap_item_get_kind (item)->fields;
  g_autofree char *wording = dup_wording (item, language);
  const char *kind = roadmap_kind_word (roadmap_item_get_kind (item), language);
  guint field_depth = depth > 0 ? depth + 1 : 0;
  RoadmapSpan span;

  if (depth == 0)
    add_text (texts, g_markup_escape_text (*wording != '\0' ? wording : kind, -1), 0);
  else
    add_field (texts, depth, kind, wording, language);
  if (roadmap_get_span (roadmap, item, &span))
    {
      g_autofree char *span_words = describe_span_and_basis (roadmap, item, language);

      add_field (texts, field_depth, roadmap_word (ROADMAP_WORD_SPAN, language), span_words, language);
    }
  for (const RoadmapField *field = fields; field->name != NULL; field++)
    {
      const char *value = roadmap_field_is_text (field) ? roadmap_item_get_in (item, field->name, language)
                                                        : roadmap_item_get (item, field->name);
      g_autofree char *value_words = NULL;

      if (value == NULL || !is_told (item, field))
        continue;
      value_words = roadmap_value_word (roadmap, field, value, language);
      add_field (texts, field_depth, roadmap_field_word (field, language), value_words, language);
    }
  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    if (!roadmap_item_is_past (roadmap_item_get_child (item, i)))
      add_item (texts, roadmap, roadmap_item_get_child (item, i), depth + 1, language);
}

/* Whether the value is told as a part of the span. */
static gboolean
is_of_span (const RoadmapChange         *change,
            const RoadmapDifference     *difference,
            const RoadmapChangeVersions *versions)
{
  RoadmapSpan span;

  return difference->type == ROADMAP_DIFFERENCE_SET && g_strv_contains (span_fields, difference->field->name) &&
         roadmap_get_span (versions->new, change->item, &span);
}

static void
add_span_line (GPtrArray                   *lines,
               const RoadmapDifference     *difference,
               const RoadmapChangeVersions *versions)
{
  add_line (lines, roadmap_word (ROADMAP_WORD_SPAN, versions->language),
            describe_span (versions->old, difference->old_item, versions->language),
            describe_span (versions->new, difference->new_item, versions->language));
}

/* Wordings first, then what is said about them. */
static void
add_revised_lines (GPtrArray                   *lines,
                   const RoadmapChange         *change,
                   const RoadmapChangeVersions *versions)
{
  gboolean spanned = FALSE;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < change->differences->len; i++)
      {
        const RoadmapDifference *difference = g_ptr_array_index (change->differences, i);
        gboolean wording = difference->type == ROADMAP_DIFFERENCE_SET && roadmap_field_is_text (difference->field);

        if (wording != (pass == 0))
          continue;
        if (difference->type == ROADMAP_DIFFERENCE_MOVED)
          add_move_line (lines, difference, versions);
        else if (!is_of_span (change, difference, versions))
          add_value_line (lines, difference, versions);
        else if (!spanned)
          {
            add_span_line (lines, difference, versions);
            spanned = TRUE;
          }
      }
}

GPtrArray *
roadmap_change_list_lines (const RoadmapChange         *change,
                           const RoadmapChangeVersions *versions)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (free_line);
  const char *language = versions->language;
  RoadmapChangeLine *line;

  switch (change->type)
    {
    case ROADMAP_CHANGE_ADDED:
      line = add_empty_line (lines, roadmap_word (ROADMAP_WORD_ADDED, language));
      add_text (line->before, dup_bracketed (ROADMAP_WORD_ADDED, language), 0);
      add_item (line->after, versions->new, change->item, 0, language);
      break;
    case ROADMAP_CHANGE_REMOVED:
      line = add_empty_line (lines, roadmap_word (ROADMAP_WORD_REMOVED, language));
      add_item (line->before, versions->old, change->item, 0, language);
      add_text (line->after, dup_bracketed (ROADMAP_WORD_REMOVED, language), 0);
      break;
    case ROADMAP_CHANGE_REVISED:
    default:
      add_revised_lines (lines, change, versions);
    }
  return lines;
}
