/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/table-words.h"

#include <glib/gi18n-lib.h>

#include "chart/table-layout.h"
#include "model/mark.h"
#include "model/status.h"
#include "widgets/bar-words.h"

/* Pieces that are read one after the other. */
typedef struct
{
  Roadmap    *roadmap;
  const char *language;
  GString    *text;
} Words;

static Words
begin (Roadmap    *roadmap,
       const char *language)
{
  return (Words) { roadmap, language, g_string_new (NULL) };
}

/* A sentence that has its own full stop needs no comma. */
static void
add (Words      *words,
     const char *piece)
{
  gboolean japanese = g_str_has_prefix (words->language, "ja");

  if (piece == NULL || *piece == '\0')
    return;
  if (words->text->len > 0)
    {
      if (g_str_has_suffix (words->text->str, "。") || g_str_has_suffix (words->text->str, "."))
        g_string_append (words->text, japanese ? "" : " ");
      else
        g_string_append (words->text, japanese ? "、" : ", ");
    }
  g_string_append (words->text, piece);
}

static void
add_heading (Words       *words,
             RoadmapItem *item)
{
  g_autofree char *heading = roadmap_table_dup_heading (item, words->language);

  add (words, heading);
}

static void
add_mark (Words       *words,
          RoadmapItem *item)
{
  g_autofree char *mark = roadmap_mark_describe (words->roadmap, item, words->language);

  add (words, mark);
}

static void
add_title (Words       *words,
           RoadmapItem *item)
{
  g_autofree char *title = roadmap_item_dup_title (item, words->language);

  add (words, title);
}

/* The words of all paragraphs, or issues, below @item. */
static void
add_paragraphs (Words       *words,
                RoadmapItem *top)
{
  for (RoadmapItem *item = roadmap_item_next_current (top, top); item != NULL;
       item = roadmap_item_next_current (item, top))
    if (roadmap_item_is (item, "paragraph") || roadmap_item_is (item, "issue"))
      {
        g_autofree char *text = roadmap_item_dup_text (item, "text", words->language);

        add (words, text);
        add_mark (words, item);
      }
}

/* Titles have commas of their own, so they stand in quotation marks. */
static char *
join_titles (Words       *words,
             RoadmapItem *item,
             const char  *field)
{
  g_autoptr (GPtrArray) links = roadmap_get_links (words->roadmap, item, field);
  gboolean japanese = g_str_has_prefix (words->language, "ja");
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      g_autofree char *title = roadmap_item_dup_title (g_ptr_array_index (links, i), words->language);

      g_string_append_printf (titles, japanese ? "%s「%s」" : "%s“%s”", i > 0 && !japanese ? ", " : "", title);
    }
  return g_string_free (titles, FALSE);
}

/* @form has a "%s" for @value; nothing is said if that is empty. */
static void
add_with (Words      *words,
          const char *form,
          const char *value)
{
  g_auto (GStrv) parts = g_strsplit (form, "%s", 2);
  g_autofree char *piece = g_strjoinv (value, parts);

  if (*value != '\0')
    add (words, piece);
}

static void
add_links (Words       *words,
           RoadmapItem *item,
           const char  *field,
           const char  *form)
{
  g_autofree char *titles = join_titles (words, item, field);

  add_with (words, form, titles);
}

static void
add_domain (Words       *words,
            RoadmapItem *roadblock)
{
  RoadmapItem *domain = roadmap_get_linked (words->roadmap, roadblock, "domain");
  g_autofree char *title = domain != NULL ? roadmap_item_dup_title (domain, words->language) : g_strdup ("");

  /* Translators: read out for a roadblock; %s is its domain. */
  add_with (words, _("domain %s"), title);
}

static void
add_categories (Words       *words,
                RoadmapItem *roadblock)
{
  g_autoptr (GPtrArray) categories = roadmap_get_links (words->roadmap, roadblock, "categories");
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = 0; i < categories->len; i++)
    g_string_append_printf (letters, "%s%s", i > 0 ? "・" : "",
                            roadmap_item_get (g_ptr_array_index (categories, i), "label"));
  /* Translators: read out for a roadblock; %s are the letters of its categories, such as "B・C". */
  add_with (words, g_dngettext (GETTEXT_PACKAGE, "category %s", "categories %s", categories->len), letters->str);
}

static void
add_status (Words       *words,
            RoadmapItem *item)
{
  RoadmapItem *status = roadmap_get_status (words->roadmap, item);

  if (status != NULL)
    add_title (words, status);
}

char *
roadmap_table_dup_cell_name (Roadmap     *roadmap,
                             RoadmapItem *item,
                             const char  *language)
{
  Words words = begin (roadmap, language);

  if (roadmap_item_is (item, "bar") || roadmap_item_is (item, "milestone"))
    {
      g_autofree char *name = roadmap_bar_dup_name (roadmap, item, language);

      add (&words, name);
      if (roadmap_item_is (item, "bar"))
        add (&words, roadmap_item_get_in (item, "detail", language));
      return g_string_free (words.text, FALSE);
    }
  if (roadmap_item_is (item, "note"))
    {
      g_autofree char *text = roadmap_item_dup_text (item, "text", language);

      /* Translators: read out for a note below a table; %s is its number. */
      g_autofree char *number = g_strdup_printf (_("Note %s"), roadmap_item_get (item, "number"));

      add (&words, number);
      add (&words, text);
      add_mark (&words, item);
      add_paragraphs (&words, item);
      return g_string_free (words.text, FALSE);
    }
  if (!roadmap_item_is (item, "roadblock") && !roadmap_item_is (item, "measure") && !roadmap_item_is (item, "addressed"))
    return roadmap_item_dup_label (item, language);

  add_heading (&words, item);
  add_title (&words, item);
  add_mark (&words, item);
  add_status (&words, item);
  if (roadmap_item_is (item, "roadblock"))
    {
      add_categories (&words, item);
      add_domain (&words, item);
    }
  add_paragraphs (&words, item);
  if (!roadmap_item_is (item, "roadblock"))
    /* Translators: read out for a measure; %s are the titles of the roadblocks it is meant to remove. */
    add_links (&words, item, "roadblocks", _("for the roadblocks: %s"));
  return g_string_free (words.text, FALSE);
}

char *
roadmap_table_dup_cell_place (Roadmap     *roadmap,
                              RoadmapItem *item,
                              const char  *language)
{
  Words words = begin (roadmap, language);
  g_autofree char *place = roadmap_bar_dup_place (item, language);

  add (&words, place);
  if (roadmap_item_is (item, "bar"))
    /* Translators: read out for a bar; %s are the titles of the measures it belongs to. */
    add_links (&words, item, "measures", _("for the measures: %s"));
  return g_string_free (words.text, FALSE);
}
