/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <string.h>

#include "export/html-markup.h"
#include "export/html-parts.h"
#include "export/html-words.h"
#include "model/former-words.h"
#include "model/mark.h"
#include "model/outline.h"
#include "model/status.h"

/* One item: its wording, what was recorded of it, and links to what it belongs to. */

/* Fields that have a place of their own. */
static const char *const placed_fields[] = { "title", "name", "letter", "text", "timing", NULL };

/* What stands under an item in the outline, by kind. */
static const struct
{
  const char *kind;
  const char *heading;
} parts[] = {
  { "measure", "Measures" },
  { "bar", "Bars" },
  { "milestone", "Milestones" },
};

/* What links to an item without standing under it. */
static const struct
{
  const char *kind;
  const char *field;
  const char *heading;
} referrers[] = {
  { "bar", "after", "Followed by" },
  { "milestone", "of", "Milestones" },
  { "region", "lane", "On the bird’s-eye map" },
};

static char *
say_mark (RoadmapHtml    *self,
          guint           reading,
          const char    **spoken,
          gconstpointer   item)
{
  g_autofree char *mark = roadmap_mark_describe (self->roadmap, (RoadmapItem *) item, self->languages[reading]);

  *spoken = roadmap_html_get_own_language (self, reading);
  return mark != NULL ? roadmap_html_escape (mark) : NULL;
}

static void
add_mark (RoadmapHtml *self,
          RoadmapItem *item)
{
  if (roadmap_html_is_ours (self, item, 0))
    {
      roadmap_html_add (self, "<p class=\"mark\"><span class=\"tag\">");
      roadmap_html_add_word (self, "Added by the editor");
      roadmap_html_add (self, "</span></p>\n");
    }
  if (roadmap_get_revision (self->roadmap, item) == NULL && roadmap_get_addition (self->roadmap, item) == NULL)
    return;
  roadmap_html_add (self, "<p class=\"mark\">");
  roadmap_html_add_said (self, say_mark, item);
  roadmap_html_add (self, "</p>\n");
}

/* The title as adopted, where the heading above is a translation of ours. */
static void
add_adopted_title (RoadmapHtml *self,
                   RoadmapItem *item)
{
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), "title");
  const char *title = roadmap_item_get_value (item, field, NULL);

  for (guint i = 1; i < self->n_readings; i++)
    {
      const char *translated = roadmap_item_get_value (item, field, self->languages[i]);

      if (translated == NULL || g_strcmp0 (translated, title) == 0)
        continue;
      g_string_append_printf (self->out, "<p class=\"v w l%u\">", i);
      roadmap_html_add (self, "<span class=\"tag\">");
      roadmap_html_add_word (self, "Adopted wording");
      roadmap_html_addf (self, "</span> <span lang=\"%s\">%s</span></p>\n", self->languages[0], title);
    }
}

static void
add_heading (RoadmapHtml *self,
             RoadmapItem *item,
             const char  *heading)
{
  const char *number = roadmap_item_get (item, "number");

  roadmap_html_addf (self, "<%s>", heading);
  if (number != NULL)
    roadmap_html_addf (self, "<span class=\"n\">%s</span> ", number);
  roadmap_html_add_field (self, item, "title");
  roadmap_html_addf (self, "</%s>\n", heading);
}

static void
add_fields (RoadmapHtml *self,
            RoadmapItem *item)
{
  for (const RoadmapField *field = roadmap_item_get_kind (item)->fields; field->name != NULL; field++)
    if (roadmap_field_is_text (field) && !g_strv_contains (placed_fields, field->name) &&
        roadmap_item_get_value (item, field, NULL) != NULL)
      {
        roadmap_html_add (self, "<div class=\"field\"><span class=\"label\">");
        roadmap_html_add_word (self, field->label);
        roadmap_html_add (self, "</span>");
        roadmap_html_add_wording (self, item, field->name, NULL);
        roadmap_html_add (self, "</div>\n");
      }
}

static const char *
describe_basis (RoadmapBasis basis)
{
  static const char *const words[] = {
    [ROADMAP_BASIS_STATED] = "Stated in the source",
    [ROADMAP_BASIS_INFERRED] = "≈ Inferred: the source gives no position",
    [ROADMAP_BASIS_CONFIRMED] = "Inferred, and confirmed since",
  };

  return words[basis];
}

static void
add_time (RoadmapHtml *self,
          RoadmapItem *item)
{
  RoadmapSpan span;

  if (!roadmap_get_span (self->roadmap, item, &span))
    return;
  roadmap_html_add_term (self, "Time");
  roadmap_html_add_span (self, &span);
  if (roadmap_item_get (item, "basis") != NULL)
    {
      roadmap_html_add (self, span.basis == ROADMAP_BASIS_INFERRED ? " <small class=\"guess\">" : " <small>");
      roadmap_html_add_word (self, describe_basis (span.basis));
      roadmap_html_add (self, "</small>");
    }
  roadmap_html_add (self, "</dd>");
  if (roadmap_item_get (item, "timing") == NULL)
    return;
  roadmap_html_add_term (self, "As worded");
  roadmap_html_add_wording (self, item, "timing", NULL);
  roadmap_html_add (self, "</dd>");
}

static void
add_status (RoadmapHtml *self,
            RoadmapItem *item)
{
  RoadmapItem *status;

  if (!roadmap_item_is (item, "bar") && !roadmap_item_is (item, "measure"))
    return;
  status = roadmap_get_status (self->roadmap, item);
  if (status == NULL)
    return;
  roadmap_html_add_term (self, "Status");
  roadmap_html_add_status (self, status);
  roadmap_html_add (self, "</dd>");
}

static void
add_former (RoadmapHtml *self,
            RoadmapItem *item)
{
  for (guint reading = 0; reading < self->n_readings; reading++)
    {
      g_autoptr (GPtrArray) words = roadmap_list_former_words (self->roadmap, item, self->languages[reading]);

      for (guint i = 0; i < words->len; i++)
        {
          const RoadmapFormerWords *former = g_ptr_array_index (words, i);
          g_autofree char *day = roadmap_edition_dup_day (former->edition, self->languages[reading]);
          const char *language = self->languages[reading];
          g_auto (GStrv) until = g_strsplit (roadmap_html_word ("Until %s", language), "%s", 2);
          g_autofree char *when = g_strjoinv (day, until);

          g_string_append_printf (self->out, "<div class=\"field former%s", self->n_readings > 1 ? " w l" : "");
          if (self->n_readings > 1)
            g_string_append_printf (self->out, "%u", reading);
          roadmap_html_addf (self, "\" lang=\"%s\"><span class=\"label\">%s · %s</span>", language, when,
                             roadmap_html_word (former->label, language));
          roadmap_html_addf (self, former->adopted ? "<p class=\"v\" lang=\"%s\">%s</p></div>\n"
                                                   : "<p class=\"v ours\" lang=\"%s\">%s</p></div>\n",
                             former->adopted ? self->languages[0] : language,
                             *former->text != '\0' ? former->text : roadmap_html_word ("Nothing", language));
        }
    }
}

void
roadmap_html_add_remarks (RoadmapHtml *self,
                          RoadmapItem *item)
{
  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      RoadmapItem *remark = roadmap_item_get_child (item, i);

      if (!roadmap_item_is (remark, "remark"))
        continue;
      roadmap_html_add (self, "<p class=\"v ours remark\"><span class=\"tag\">");
      roadmap_html_add_word (self, "Editor’s remark");
      roadmap_html_add (self, "</span> ");
      roadmap_html_add_field (self, remark, "text");
      roadmap_html_add (self, "</p>\n");
    }
}

static void
add_addressed (RoadmapHtml *self,
               RoadmapItem *roadblock)
{
  g_autoptr (GPtrArray) addressed = roadmap_get_referrers (self->roadmap, roadblock, "addressed");

  for (guint i = 0; i < addressed->len; i++)
    if (roadmap_item_get_n_children (g_ptr_array_index (addressed, i)) > 0)
      {
        RoadmapItem *item = g_ptr_array_index (addressed, i);
        g_autoptr (GPtrArray) roadblocks = roadmap_get_links (self->roadmap, item, "roadblocks");

        roadmap_html_add (self, "<div class=\"field\"><span class=\"label\">");
        roadmap_html_add_word (self, "Started or addressed");
        roadmap_html_add (self, "</span>");
        /* It may stand with several roadblocks, but an element of its id only once. */
        roadmap_html_add_paragraphs (self, item, "paragraph",
                                     roadblocks->len > 0 && g_ptr_array_index (roadblocks, 0) == roadblock);
        roadmap_html_add (self, "</div>\n");
      }
}

void
roadmap_html_add_facts (RoadmapHtml *self,
                        RoadmapItem *item)
{
  add_adopted_title (self, item);
  add_mark (self, item);
  add_fields (self, item);
  roadmap_html_add_paragraphs (self, item, "issue", TRUE);
  if (roadmap_item_is (item, "roadblock"))
    add_addressed (self, item);
  roadmap_html_add_remarks (self, item);
  add_former (self, item);
}

static void
add_link_row (RoadmapHtml *self,
              const char  *word,
              GPtrArray   *items)
{
  if (items->len == 0)
    return;
  roadmap_html_add_term (self, word);
  roadmap_html_add (self, items->len > 1 ? "<ul>" : "");
  for (guint i = 0; i < items->len; i++)
    {
      roadmap_html_add (self, items->len > 1 ? "<li>" : "");
      roadmap_html_add_link (self, g_ptr_array_index (items, i));
      roadmap_html_add (self, items->len > 1 ? "</li>" : "");
    }
  roadmap_html_add (self, items->len > 1 ? "</ul></dd>" : "</dd>");
}

/* What the item links to, but its status. */
static void
add_linked (RoadmapHtml *self,
            RoadmapItem *item)
{
  static const char *const told[] = { "status", "edition", "source", NULL };

  for (const RoadmapField *field = roadmap_item_get_kind (item)->fields; field->name != NULL; field++)
    if (roadmap_field_is_link (field) && !g_strv_contains (told, field->name))
      {
        g_autoptr (GPtrArray) items = roadmap_get_links (self->roadmap, item, field->name);

        add_link_row (self, field->label, items);
      }
}

static void
add_parts (RoadmapHtml *self,
           RoadmapItem *item)
{
  g_autoptr (GPtrArray) children = NULL;

  if (!roadmap_outline_gathers (item))
    return;
  children = roadmap_outline_children (self->roadmap, item);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new ();

      for (guint j = 0; j < children->len; j++)
        if (roadmap_item_is (g_ptr_array_index (children, j), parts[i].kind))
          g_ptr_array_add (items, g_ptr_array_index (children, j));
      add_link_row (self, parts[i].heading, items);
    }
}

static void
add_referrers (RoadmapHtml *self,
               RoadmapItem *item)
{
  for (guint i = 0; i < G_N_ELEMENTS (referrers); i++)
    {
      g_autoptr (GPtrArray) items = roadmap_get_referrers (self->roadmap, item, referrers[i].kind);

      for (guint j = items->len; j > 0; j--)
        {
          g_autoptr (GPtrArray) links = roadmap_get_links (self->roadmap, g_ptr_array_index (items, j - 1),
                                                           referrers[i].field);

          if (!g_ptr_array_find (links, item, NULL))
            g_ptr_array_remove_index (items, j - 1);
        }
      add_link_row (self, referrers[i].heading, items);
    }
}

/* Whether the item says itself where it stands, or is a stage or lane, which says it for all in it. */
static gboolean
tells_source (RoadmapItem *item)
{
  return roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane") ||
         roadmap_item_get (item, "source") != NULL || roadmap_item_get (item, "page") != NULL ||
         roadmap_item_get (item, "edition") != NULL;
}

static void
add_source (RoadmapHtml *self,
            RoadmapItem *item)
{
  const char *source = roadmap_item_get_inherited (item, "source");
  const char *page = roadmap_item_get_inherited (item, "page");
  const char *edition_id = roadmap_item_get_inherited (item, "edition");
  RoadmapItem *part = source != NULL ? roadmap_lookup (self->roadmap, source) : NULL;
  RoadmapItem *edition = edition_id != NULL ? roadmap_lookup (self->roadmap, edition_id) : NULL;

  if (!tells_source (item) || (part == NULL && edition == NULL))
    return;
  roadmap_html_add_term (self, "Source");
  if (part != NULL)
    roadmap_html_add_title (self, part);
  if (part != NULL && page != NULL)
    {
      roadmap_html_add (self, " ");
      roadmap_html_add_word_with (self, "p. %s", page);
    }
  if (edition != NULL)
    {
      roadmap_html_add (self, part != NULL ? " · " : "");
      roadmap_html_add_title (self, edition);
    }
  roadmap_html_add (self, "</dd>");
}

void
roadmap_html_add_links (RoadmapHtml *self,
                        RoadmapItem *item)
{
  roadmap_html_add (self, "<dl>");
  add_time (self, item);
  add_status (self, item);
  add_linked (self, item);
  add_parts (self, item);
  add_referrers (self, item);
  add_source (self, item);
  roadmap_html_add (self, "</dl>\n");
}

void
roadmap_html_add_article (RoadmapHtml *self,
                          RoadmapItem *item,
                          const char  *heading)
{
  const char *id = roadmap_item_get_id (item);

  roadmap_html_addf (self, "<article id=\"%s\" class=\"%s\" data-s", id, roadmap_item_get_kind (item)->name);
  roadmap_html_add_facets (self, item);
  roadmap_html_add (self, ">\n<div class=\"own\">");
  add_heading (self, item, heading);
  roadmap_html_add_facts (self, item);
  roadmap_html_add_followups (self, item);
  roadmap_html_add (self, "</div>\n");
  roadmap_html_add_links (self, item);
  if (roadmap_item_is (item, "bar") || roadmap_item_is (item, "milestone"))
    {
      roadmap_html_addf (self, "<p class=\"back\"><a href=\"#t:%s\">", id);
      roadmap_html_add_word (self, "Show in the timeline");
      roadmap_html_add (self, "</a></p>\n");
    }
  roadmap_html_add (self, "</article>\n");
}
