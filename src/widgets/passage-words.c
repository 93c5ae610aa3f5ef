/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/passage-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/era.h"
#include "model/mark.h"
#include "model/markup.h"
#include "model/status.h"
#include "widgets/item-markup.h"
#include "widgets/wording.h"

/* What heads the items of a kind where the source has no words for it. */
static const struct
{
  const char *kind;
  const char *heading;
} groups[] = {
  { "roadblock", N_ ("Roadblocks") },
  { "addressed", N_ ("Started or addressed") },
  { "measure", N_ ("Measures") },
  { "bar", N_ ("Bars") },
  { "note", N_ ("Notes") },
};

/* NULL for the document's own language. */
static const char *
get_translation (Roadmap    *roadmap,
                 const char *language)
{
  return g_strcmp0 (language, roadmap_get_language (roadmap)) != 0 ? language : NULL;
}

static const char *
get_translated (Roadmap              *roadmap,
                const RoadmapPassage *passage,
                const char           *language)
{
  const char *translation = get_translation (roadmap, language);

  if (passage->field == NULL || translation == NULL)
    return NULL;
  return roadmap_item_get_value (passage->item, passage->field, translation);
}

const char *
roadmap_passage_get_language (Roadmap              *roadmap,
                              const RoadmapPassage *passage,
                              const char           *language)
{
  return get_translated (roadmap, passage, language) != NULL ? language : roadmap_get_language (roadmap);
}

gboolean
roadmap_passage_is_ours (Roadmap              *roadmap,
                         const RoadmapPassage *passage,
                         const char           *language)
{
  gboolean translated = get_translated (roadmap, passage, language) != NULL;

  return passage->field != NULL && roadmap_wording_is_ours (passage->item, translated ? language : NULL);
}

static const char *
get_heading (RoadmapItem *first)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    if (roadmap_item_is (first, groups[i].kind))
      return _(groups[i].heading);
  return _(roadmap_item_get_kind (first)->label);
}

static char *
describe_page (const RoadmapPassage *passage,
               const char           *language)
{
  g_autofree char *title = NULL;

  if (passage->item == NULL)
    /* Translators: heads what stands in no part of the published source. */
    return g_strdup (_("Not in the Source"));
  title = roadmap_item_dup_title (passage->item, language);
  /* Translators: where something stands in the source: title of the part, page. */
  return g_strdup_printf (_("%s, p. %u"), title, passage->page);
}

static void
append_mark (GString     *markup,
             Roadmap     *roadmap,
             RoadmapItem *note,
             const char  *language)
{
  g_autofree char *number = g_markup_escape_text (roadmap_item_get (note, "number"), -1);
  g_autofree char *ref = g_strdup_printf ("<ref to=\"%s\">%s</ref>", roadmap_item_get_id (note), number);
  g_autofree char *mark = roadmap_markup_to_pango (ref, roadmap, language);

  g_string_append (markup, mark);
}

/* The notes a bar or cell has by a link stand behind its title, as they do on the chart. */
static void
append_marks (GString              *markup,
              Roadmap              *roadmap,
              const RoadmapPassage *passage,
              const char           *language)
{
  g_autoptr (GPtrArray) notes = roadmap_get_links (roadmap, passage->item, "notes");

  if (passage->form != ROADMAP_PASSAGE_TEXT)
    return;
  for (guint i = 0; i < notes->len; i++)
    append_mark (markup, roadmap, g_ptr_array_index (notes, i), language);
}

/* Lines of a heading are those of the paper. */
static gboolean
is_one_line (RoadmapPassageForm form)
{
  return form != ROADMAP_PASSAGE_TEXT && form != ROADMAP_PASSAGE_DETAIL && form != ROADMAP_PASSAGE_REMARK;
}

static char *
dup_value_markup (Roadmap              *roadmap,
                  const RoadmapPassage *passage,
                  const char           *value,
                  const char           *language)
{
  g_autofree char *line = is_one_line (passage->form) ? roadmap_markup_unfold (value, strlen (value)) : NULL;

  if (passage->field->type == ROADMAP_FIELD_MARKUP)
    return roadmap_markup_to_pango (value, roadmap, language);
  return g_markup_escape_text (line != NULL ? line : value, -1);
}

static void
append_number (GString              *markup,
               const RoadmapPassage *passage)
{
  g_autofree char *number = NULL;

  if (passage->form != ROADMAP_PASSAGE_HEADING && passage->form != ROADMAP_PASSAGE_ENTRY)
    return;
  number = roadmap_item_dup_number_markup (passage->item);
  if (number != NULL)
    g_string_append_printf (markup, "%s ", number);
}

static char *
dup_markup (Roadmap              *roadmap,
            const RoadmapPassage *passage,
            const char           *value,
            const char           *language)
{
  g_autofree char *words = dup_value_markup (roadmap, passage, value, language);
  GString *markup = g_string_new (NULL);

  append_number (markup, passage);
  g_string_append (markup, words);
  append_marks (markup, roadmap, passage, language);
  return g_string_free (markup, FALSE);
}

char *
roadmap_passage_dup_markup (Roadmap              *roadmap,
                            const RoadmapPassage *passage,
                            const char           *language)
{
  const char *value = get_translated (roadmap, passage, language);
  g_autofree char *text = NULL;

  if (passage->field != NULL)
    return dup_markup (roadmap, passage, value != NULL ? value : roadmap_item_get_value (passage->item, passage->field, NULL),
                       language);

  text = passage->form == ROADMAP_PASSAGE_PAGE ? describe_page (passage, language) : g_strdup (get_heading (passage->item));
  return g_markup_escape_text (text, -1);
}

char *
roadmap_passage_dup_adopted (Roadmap              *roadmap,
                             const RoadmapPassage *passage,
                             const char           *language)
{
  const char *translated = get_translated (roadmap, passage, language);
  const char *adopted = passage->field != NULL ? roadmap_item_get_value (passage->item, passage->field, NULL) : NULL;

  /* Names such as “IRB” are the same in both, and what is ours in the first place was not adopted. */
  if (translated == NULL || g_strcmp0 (translated, adopted) == 0 || roadmap_wording_is_ours (passage->item, NULL))
    return NULL;
  return dup_markup (roadmap, passage, adopted, roadmap_get_language (roadmap));
}

static void
add_time (GStrvBuilder *facts,
          Roadmap      *roadmap,
          RoadmapItem  *item,
          const char   *language)
{
  const char *timing = roadmap_item_get_in (item, "timing", language);
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  RoadmapSpan span;

  if (timing != NULL)
    g_strv_builder_add (facts, timing);
  if (!roadmap_get_span (roadmap, item, &span))
    return;
  words = roadmap_span_describe (&span, roadmap_get_fiscal_start (roadmap), language);
  if (span.basis == ROADMAP_BASIS_INFERRED)
    /* Translators: behind a span of time, which an editor inferred as the source does not state it. */
    text = g_strdup_printf (_("%s (inferred)"), words);
  g_strv_builder_add (facts, text != NULL ? text : words);
}

static void
add_title (GStrvBuilder *facts,
           RoadmapItem  *item,
           const char   *language)
{
  g_autofree char *title = item != NULL ? roadmap_item_dup_title (item, language) : NULL;

  if (title != NULL)
    g_strv_builder_add (facts, title);
}

/* "B・C": the letters alone, as printed; what they mean stands once at the beginning. */
static void
add_letters (GStrvBuilder *facts,
             Roadmap      *roadmap,
             RoadmapItem  *item,
             const char   *language)
{
  g_autoptr (GPtrArray) categories = roadmap_get_links (roadmap, item, "categories");
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = 0; i < categories->len; i++)
    g_string_append_printf (letters, "%s%s", i == 0 ? "" : g_str_has_prefix (language, "ja") ? "・" : ", ",
                            roadmap_item_get (g_ptr_array_index (categories, i), "label"));
  if (letters->len > 0)
    g_strv_builder_add (facts, letters->str);
}

static void
add_next (GStrvBuilder *facts,
          Roadmap      *roadmap,
          RoadmapItem  *item,
          const char   *language)
{
  g_autoptr (GPtrArray) next = roadmap_get_links (roadmap, item, "next");

  for (guint i = 0; i < next->len; i++)
    {
      g_autofree char *title = roadmap_item_dup_title (g_ptr_array_index (next, i), language);
      g_autofree char *text = g_strconcat ("→ ", title, NULL);

      g_strv_builder_add (facts, text);
    }
}

char *
roadmap_passage_dup_facts (Roadmap              *roadmap,
                           const RoadmapPassage *passage,
                           const char           *language)
{
  g_autoptr (GStrvBuilder) facts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  RoadmapItem *item = passage->item;
  g_autofree char *mark = item != NULL ? roadmap_mark_describe (roadmap, item, language) : NULL;

  if (item == NULL || (passage->form != ROADMAP_PASSAGE_TEXT && passage->form != ROADMAP_PASSAGE_ENTRY))
    return NULL;

  add_title (facts, roadmap_get_linked (roadmap, item, "domain"), language);
  add_letters (facts, roadmap, item, language);
  if (!roadmap_item_is (item, "column"))
    add_time (facts, roadmap, item, language);
  add_next (facts, roadmap, item, language);
  add_title (facts, roadmap_get_status (roadmap, item), language);
  if (mark != NULL)
    g_strv_builder_add (facts, mark);
  texts = g_strv_builder_end (facts);
  return texts[0] != NULL ? g_strjoinv (" · ", texts) : NULL;
}

/* The words without links; what stands raised on the screen is only put behind. */
static char *
dup_words (Roadmap              *roadmap,
           const RoadmapPassage *passage,
           const char           *language)
{
  const char *value = get_translated (roadmap, passage, language);

  if (passage->form == ROADMAP_PASSAGE_PAGE)
    return describe_page (passage, language);
  if (passage->field == NULL)
    return g_strdup (get_heading (passage->item));
  if (value == NULL)
    value = roadmap_item_get_value (passage->item, passage->field, NULL);
  if (passage->field->type == ROADMAP_FIELD_MARKUP)
    return roadmap_markup_to_text (value);
  return is_one_line (passage->form) ? roadmap_markup_unfold (value, strlen (value)) : g_strdup (value);
}

char *
roadmap_passage_dup_text (Roadmap              *roadmap,
                          const RoadmapPassage *passage,
                          const char           *language)
{
  gboolean numbered = passage->form == ROADMAP_PASSAGE_HEADING || passage->form == ROADMAP_PASSAGE_ENTRY;
  const char *marker = numbered ? roadmap_item_get (passage->item, "number") : roadmap_passage_get_marker (passage);
  g_autofree char *words = dup_words (roadmap, passage, language);
  g_autofree char *facts = roadmap_passage_dup_facts (roadmap, passage, language);

  return g_strconcat (marker != NULL ? marker : "", marker != NULL ? " " : "", words != NULL ? words : "",
                      facts != NULL ? "\n" : "", facts, NULL);
}
