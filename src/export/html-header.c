/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/edition-words.h"
#include "chart/filter-words.h"
#include "chart/words.h"
#include "export/html-markup.h"
#include "export/html-parts.h"
#include "export/html-words.h"

/* The head of the page: what it is, and how to read it. */

/* Facets in the order of the page, and what each is called. */
static const struct
{
  RoadmapFacet facet;
  const char  *heading;
} facets[] = {
  { ROADMAP_FACET_STAGE, "Stages and lanes" },
  { ROADMAP_FACET_CATEGORY, "Category" },
  { ROADMAP_FACET_STATUS, "Status" },
  { ROADMAP_FACET_DOMAIN, "Domain" },
  { ROADMAP_FACET_YEAR, "Years" },
  { ROADMAP_FACET_BASIS, "Basis of the span" },
  { ROADMAP_FACET_LATE, "Time" },
};

static void
add_choice (RoadmapHtml *self,
            const char  *group,
            const char  *class,
            gboolean     checked)
{
  roadmap_html_addf (self, "<label><input type=\"radio\" name=\"%s\" value=\"%s\" class=\"%s\"", group,
                     class, class);
  roadmap_html_add (self, checked ? " checked> " : "> ");
}

static void
add_languages (RoadmapHtml *self)
{
  if (self->n_readings < 2)
    return;
  roadmap_html_add (self, "<fieldset class=\"choice\"><legend>");
  roadmap_html_add_word (self, "Language");
  roadmap_html_add (self, "</legend>");
  for (guint i = 0; i < self->n_readings; i++)
    {
      g_autofree char *class = g_strdup_printf ("r%u", i);

      add_choice (self, "language", class, i == roadmap_html_get_chosen (self));
      roadmap_html_addf (self, "<span lang=\"%s\">%s</span></label>", self->languages[i],
                         roadmap_language_name (self->languages[i]));
    }
  roadmap_html_add (self, "</fieldset>\n");
}

static void
add_themes (RoadmapHtml *self)
{
  static const struct { const char *class, *word; } themes[] = {
    { "auto", "Automatic" }, { "light", "Light" }, { "dark", "Dark" },
  };

  roadmap_html_add (self, "<fieldset class=\"choice\"><legend>");
  roadmap_html_add_word (self, "Appearance");
  roadmap_html_add (self, "</legend>");
  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      add_choice (self, "theme", themes[i].class, i == 0);
      roadmap_html_add_word (self, themes[i].word);
      roadmap_html_add (self, "</label>");
    }
  roadmap_html_add (self, "</fieldset>\n");
}

typedef struct
{
  RoadmapFacet facet;
  const char  *value;
} Value;

static char *
say_value (RoadmapHtml    *self,
           guint           reading,
           const char    **spoken,
           gconstpointer   data)
{
  static const struct { const char *value, *word; } fixed[] = {
    { ROADMAP_FACET_NONE, "None recorded" }, { "stated", "Stated" }, { "inferred", "Inferred" },
    { "confirmed", "Confirmed" }, { "late", "Overdue" },
  };
  const Value *value = data;
  const char *language = self->languages[reading];
  g_autofree char *label = roadmap_facet_dup_label (self->roadmap, value->facet, value->value, language);

  *spoken = language;
  if (label != NULL)
    return roadmap_html_escape (label);
  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (g_str_equal (fixed[i].value, value->value))
      return roadmap_html_escape (roadmap_html_word (fixed[i].word, language));
  return roadmap_html_escape (value->value);
}

static void
add_facet (RoadmapHtml *self,
           gsize        index)
{
  g_auto (GStrv) values = roadmap_facet_list_values (self->roadmap, facets[index].facet);
  guint n_values = g_strv_length (values);

  /* One value to choose from is no choice; but whether something is late is. */
  if (facets[index].facet == ROADMAP_FACET_LATE ? self->options->today == NULL : n_values < 2)
    return;
  roadmap_html_add (self, "<fieldset><legend>");
  roadmap_html_add_word (self, facets[index].heading);
  roadmap_html_add (self, "</legend>");
  for (guint i = 0; i < n_values; i++)
    {
      g_string_append_printf (self->out, "<label><input type=\"checkbox\" value=\"%c%u\"> ",
                              roadmap_html_get_facet_letter (facets[index].facet), i + 1);
      roadmap_html_add_said (self, say_value, &(Value) { facets[index].facet, values[i] });
      roadmap_html_add (self, "</label>");
    }
  roadmap_html_add (self, "</fieldset>\n");
}

/* These need the script, which shows them. */
static void
add_search (RoadmapHtml *self)
{
  roadmap_html_add (self, "<div id=\"ui:tools\" hidden>\n<div class=\"find\" role=\"search\"><label for=\"ui:query\">");
  roadmap_html_add_word (self, "Search for words of the roadmap");
  roadmap_html_add (self, "</label><input type=\"search\" id=\"ui:query\" autocomplete=\"off\" "
                          "spellcheck=\"false\"></div>\n");
  roadmap_html_add (self, "<details class=\"filter\"><summary>");
  roadmap_html_add_word (self, "Filter");
  roadmap_html_add (self, " <span id=\"ui:active\"></span></summary>\n<div id=\"ui:filter\">");
  for (gsize i = 0; i < G_N_ELEMENTS (facets); i++)
    add_facet (self, i);
  roadmap_html_add (self, "<button type=\"button\" id=\"ui:all\">");
  roadmap_html_add_word (self, "Show all");
  roadmap_html_add (self, "</button></div></details>\n");
  roadmap_html_add (self, "<p id=\"ui:count\" role=\"status\"></p>\n"
                          "<template id=\"ui:count-words\"><b></b> ");
  roadmap_html_add_word (self, "of");
  roadmap_html_add (self, " <i></i> ");
  roadmap_html_add_word (self, "bars are shown");
  roadmap_html_add (self, "</template>\n<section id=\"ui:results\" hidden aria-labelledby=\"ui:results-title\">"
                          "<h2 id=\"ui:results-title\">");
  roadmap_html_add_word (self, "Results of the search");
  roadmap_html_add (self, "</h2>\n<p role=\"status\" id=\"ui:found\"></p>\n<ol></ol></section>\n"
                          "<template id=\"ui:found-words\"><b></b> ");
  roadmap_html_add_word (self, "found");
  roadmap_html_add (self, "</template><template id=\"ui:none-words\">");
  roadmap_html_add_word (self, "Nothing was found");
  roadmap_html_add (self, "</template><template id=\"ui:more-words\">… <b></b> ");
  roadmap_html_add_word (self, "more; add a word to find fewer");
  roadmap_html_add (self, "</template>\n</div>\n");
}

static char *
say_filter (RoadmapHtml    *self,
            guint           reading,
            const char    **spoken,
            gconstpointer   data)
{
  g_autofree char *words = roadmap_filter_dup_words (self->options->filter, self->roadmap, self->languages[reading]);

  *spoken = self->languages[reading];
  return words != NULL ? roadmap_html_escape (words) : NULL;
}

void
roadmap_html_add_header (RoadmapHtml *self)
{
  RoadmapItem *root = roadmap_get_root (self->roadmap);

  roadmap_html_add (self, "<a class=\"skip\" href=\"#ui:main\">");
  roadmap_html_add_word (self, "Skip to the content");
  roadmap_html_add (self, "</a>\n<header id=\"ui:top\">\n<p class=\"by\">");
  roadmap_html_add_field (self, root, "organisation");
  roadmap_html_add (self, "</p>\n<h1>");
  roadmap_html_add_title (self, root);
  roadmap_html_add (self, "</h1>\n");
  if (self->options->filter != NULL)
    {
      roadmap_html_add (self, "<p class=\"filtered\">");
      roadmap_html_add_said (self, say_filter, NULL);
      roadmap_html_add (self, "</p>\n");
    }
  roadmap_html_add (self, "<div class=\"choices\">");
  add_languages (self);
  add_themes (self);
  roadmap_html_add (self, "</div>\n");
  add_search (self);
  roadmap_html_add (self, "</header>\n");
}

static char *
say_edition (RoadmapHtml    *self,
             guint           reading,
             const char    **spoken,
             gconstpointer   data)
{
  g_autofree char *words = roadmap_edition_dup_words (self->roadmap, (RoadmapItem *) data, self->languages[reading]);

  *spoken = roadmap_html_get_own_language (self, reading);
  return words != NULL ? roadmap_html_escape (words) : NULL;
}

static void
add_editions (RoadmapHtml *self)
{
  g_autoptr (GPtrArray) editions = roadmap_list (self->roadmap, NULL, "edition");

  if (editions->len == 0)
    return;
  roadmap_html_add_term (self, "Editions");
  roadmap_html_add_said (self, say_edition, roadmap_get_root (self->roadmap));
  roadmap_html_add (self, "<ul>");
  for (guint i = 0; i < editions->len; i++)
    {
      RoadmapItem *edition = g_ptr_array_index (editions, i);

      roadmap_html_addf (self, "<li id=\"%s\">", roadmap_item_get_id (edition));
      roadmap_html_add_title (self, edition);
      roadmap_html_add (self, " <small>");
      roadmap_html_add_date (self, roadmap_item_get (edition, "date"));
      if (roadmap_item_get (edition, "meeting") != NULL)
        {
          roadmap_html_add (self, " · ");
          roadmap_html_add_field (self, edition, "meeting");
        }
      if (roadmap_item_get_boolean (edition, "draft"))
        {
          roadmap_html_add (self, " · ");
          roadmap_html_add_word (self, "Amendment in progress");
        }
      roadmap_html_add (self, "</small></li>");
    }
  roadmap_html_add (self, "</ul></dd>\n");
}

static void
add_translated (RoadmapHtml *self)
{
  for (guint i = 1; i < self->n_readings; i++)
    {
      const char *language = roadmap_html_get_own_language (self, i);

      g_string_append_printf (self->out, "<p class=\"note w l%u\"", i);
      roadmap_html_addf (self, " lang=\"%s\">%s</p>\n", language,
                         roadmap_html_word ("The wording in this language is the editor’s translation, not the adopted "
                                            "text; the adopted wording stands with each item.", language));
    }
}

void
roadmap_html_add_overview (RoadmapHtml *self)
{
  RoadmapItem *root = roadmap_get_root (self->roadmap);
  const char *licence = roadmap_item_get (root, "licence");

  add_translated (self);
  roadmap_html_add (self, "<dl class=\"about\">\n");
  if (roadmap_item_get (root, "organisation") != NULL)
    {
      roadmap_html_add_term (self, "Adopted by");
      roadmap_html_add_field (self, root, "organisation");
      roadmap_html_add (self, "</dd>\n");
    }
  if (roadmap_item_get (root, "date") != NULL)
    {
      roadmap_html_add_term (self, "Adopted on");
      roadmap_html_add_date (self, roadmap_item_get (root, "date"));
      roadmap_html_add (self, "</dd>\n");
    }
  add_editions (self);
  if (self->options->today != NULL)
    {
      g_autofree char *today = roadmap_date_format (self->options->today);

      roadmap_html_add_term (self, "As of");
      roadmap_html_add_date (self, today);
      roadmap_html_add (self, "</dd>\n");
    }
  if (roadmap_item_get (root, "attribution") != NULL)
    {
      roadmap_html_add_term (self, "Attribution");
      roadmap_html_add_field (self, root, "attribution");
      roadmap_html_add (self, "</dd>\n");
    }
  if (licence != NULL)
    {
      roadmap_html_add_term (self, "Licence");
      roadmap_html_add_web_link (self, licence);
      roadmap_html_add (self, "</dd>\n");
    }
  roadmap_html_add (self, "</dl>\n");
  roadmap_html_add_remarks (self, root);
}
