/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <string.h>

#include "export/html-parts.h"
#include "model/edition.h"
#include "model/markup.h"

/* Running text: the narrative, points of a roadblock, notes. */

static gboolean
is_bulleted (RoadmapItem *item)
{
  return roadmap_item_get (item, "marker") != NULL;
}

static void
add_paragraph (RoadmapHtml *self,
               RoadmapItem *item,
               gboolean     ids)
{
  if (ids)
    roadmap_html_addf (self, "<li id=\"%s\" class=\"%s\">", roadmap_item_get_id (item), is_bulleted (item) ? "b" : "p");
  else
    roadmap_html_add (self, is_bulleted (item) ? "<li class=\"b\">" : "<li class=\"p\">");
  roadmap_html_add_wording (self, item, "text", roadmap_item_get (item, "marker"));
  roadmap_html_add_remarks (self, item);
  roadmap_html_add_paragraphs (self, item, "paragraph", ids);
  roadmap_html_add (self, "</li>\n");
}

void
roadmap_html_add_paragraphs (RoadmapHtml *self,
                             RoadmapItem *item,
                             const char  *kind,
                             gboolean     ids)
{
  gboolean opened = FALSE;

  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (item, i);

      if (!roadmap_item_is (child, kind) || roadmap_item_is_past (child))
        continue;
      if (!opened)
        roadmap_html_add (self, "<ul class=\"text\">\n");
      opened = TRUE;
      add_paragraph (self, child, ids);
    }
  if (opened)
    roadmap_html_add (self, "</ul>\n");
}

static void
add_mention (RoadmapHtml *self,
             RoadmapItem *note,
             RoadmapItem *item)
{
  GPtrArray *items = g_hash_table_lookup (self->mentions, note);

  if (items == NULL)
    {
      items = g_ptr_array_new ();
      g_hash_table_insert (self->mentions, note, items);
    }
  if (items->len == 0 || g_ptr_array_index (items, items->len - 1) != item)
    g_ptr_array_add (items, item);
}

/* Of all notes in one pass. */
static void
find_mentions (RoadmapHtml *self)
{
  RoadmapItem *root = roadmap_get_root (self->roadmap);

  self->mentions = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next_current (item, root))
    {
      const char *text = roadmap_item_get (item, "text");
      g_autoptr (GPtrArray) notes = roadmap_item_get (item, "notes") != NULL
                                      ? roadmap_get_links (self->roadmap, item, "notes") : NULL;
      g_auto (GStrv) ids = text != NULL && strstr (text, "<ref") != NULL ? roadmap_markup_list_refs (text) : NULL;

      for (guint i = 0; notes != NULL && i < notes->len; i++)
        add_mention (self, g_ptr_array_index (notes, i), item);
      for (char **id = ids; id != NULL && *id != NULL; id++)
        if (roadmap_lookup (self->roadmap, *id) != NULL)
          add_mention (self, roadmap_lookup (self->roadmap, *id), item);
    }
}

/* Where its mark stands. */
static void
add_mentions (RoadmapHtml *self,
              RoadmapItem *note)
{
  GPtrArray *items;

  if (self->mentions == NULL)
    find_mentions (self);
  items = g_hash_table_lookup (self->mentions, note);
  if (items == NULL)
    return;
  roadmap_html_add (self, "<p class=\"back\">");
  roadmap_html_add_word (self, "Referred to by");
  for (guint i = 0; i < items->len; i++)
    {
      roadmap_html_addf (self, " <a href=\"#%s\">↩\u00a0", roadmap_item_get_id (g_ptr_array_index (items, i)));
      roadmap_html_add_excerpt (self, g_ptr_array_index (items, i));
      roadmap_html_add (self, "</a>");
    }
  roadmap_html_add (self, "</p>\n");
}

void
roadmap_html_add_notes (RoadmapHtml *self,
                        RoadmapItem *item,
                        const char  *kind)
{
  gboolean opened = FALSE;

  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      RoadmapItem *note = roadmap_item_get_child (item, i);

      if (!roadmap_item_is (note, kind) || roadmap_item_is_past (note))
        continue;
      if (!opened)
        {
          roadmap_html_add (self, "<div class=\"notes\"><span class=\"label\">");
          roadmap_html_add_word (self, g_str_equal (kind, "note") ? "Notes" : "Footnotes");
          roadmap_html_add (self, "</span>\n<ol>\n");
        }
      opened = TRUE;
      roadmap_html_addf (self, "<li id=\"%s\" data-s><div class=\"own\">", roadmap_item_get_id (note));
      roadmap_html_add_wording (self, note, "text", roadmap_item_get (note, "number"));
      roadmap_html_add_paragraphs (self, note, "paragraph", TRUE);
      roadmap_html_add_remarks (self, note);
      roadmap_html_add (self, "</div>\n");
      add_mentions (self, note);
      roadmap_html_add (self, "</li>\n");
    }
  if (opened)
    roadmap_html_add (self, "</ol></div>\n");
}

static void
add_section (RoadmapHtml *self,
             RoadmapItem *section)
{
  roadmap_html_addf (self, "<section id=\"%s\" data-s><div class=\"own\">", roadmap_item_get_id (section));
  if (roadmap_item_get (section, "title") != NULL)
    {
      roadmap_html_add (self, "<h3>");
      roadmap_html_add_field (self, section, "title");
      roadmap_html_add (self, "</h3>\n");
    }
  roadmap_html_add_remarks (self, section);
  roadmap_html_add_paragraphs (self, section, "paragraph", TRUE);
  roadmap_html_add (self, "</div></section>\n");
}

void
roadmap_html_add_narrative (RoadmapHtml *self,
                            RoadmapItem *narrative)
{
  static const char *const bylines[] = { "dateline", "author" };

  roadmap_html_add (self, "<div class=\"own\">");
  roadmap_html_add_wording (self, narrative, "title", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (bylines); i++)
    roadmap_html_add_wording (self, narrative, bylines[i], NULL);
  roadmap_html_add_remarks (self, narrative);
  roadmap_html_add_paragraphs (self, narrative, "paragraph", TRUE);
  roadmap_html_add (self, "</div>\n");
  for (guint i = 0; i < roadmap_item_get_n_children (narrative); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (narrative, i);

      if (roadmap_item_is (child, "section") && !roadmap_item_is_past (child))
        add_section (self, child);
    }
  roadmap_html_add_notes (self, narrative, "footnote");
}
