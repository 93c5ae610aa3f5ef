/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/item-markup.h"

#include <string.h>

#include "chart/style.h"
#include "model/markup.h"
#include "widgets/theme.h"

char *
roadmap_item_dup_number_markup (RoadmapItem *item)
{
  const RoadmapPalette *palette = roadmap_palette_get (roadmap_theme_get_current ());
  RoadmapColour colour = roadmap_palette_get_ink (palette, ROADMAP_INK_HUE_TEXT, roadmap_item_get_hue (item));
  const char *number = roadmap_item_is (item, "milestone") ? "◆" : roadmap_item_get (item, "number");

  if (number == NULL)
    return NULL;
  return g_markup_printf_escaped ("<span foreground=\"#%02x%02x%02x\" weight=\"bold\" "
                                  "letter_spacing=\"2048\">%s</span>",
                                  (guint) (colour.red * 255), (guint) (colour.green * 255),
                                  (guint) (colour.blue * 255), number);
}

char *
roadmap_item_dup_label_markup (RoadmapItem *item,
                               const char  *language)
{
  g_autofree char *number = roadmap_item_dup_number_markup (item);
  g_autofree char *title = roadmap_item_dup_title (item, language);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  return number != NULL ? g_strdup_printf ("%s %s", number, escaped) : g_steal_pointer (&escaped);
}

static const char *
find_attribute (const char **names,
                const char **values,
                const char  *wanted)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], wanted) == 0)
      return values[i];
  return "";
}

static void
open_link_cb (GMarkupParseContext  *context,
              const char           *name,
              const char          **names,
              const char          **values,
              gpointer              pango,
              GError              **error)
{
  g_autofree char *tag = NULL;

  if (strcmp (name, "ref") == 0)
    tag = g_markup_printf_escaped ("<span rise=\"3000\" size=\"smaller\"><a href=\"item:%s\">",
                                   find_attribute (names, values, "to"));
  else if (strcmp (name, "link") == 0)
    tag = g_markup_printf_escaped ("<a href=\"%s\">", find_attribute (names, values, "href"));
  if (tag != NULL)
    g_string_append (pango, tag);
}

static void
close_link_cb (GMarkupParseContext  *context,
               const char           *name,
               gpointer              pango,
               GError              **error)
{
  if (strcmp (name, "ref") == 0)
    g_string_append (pango, "</a></span>");
  else if (strcmp (name, "link") == 0)
    g_string_append (pango, "</a>");
}

static void
append_text_cb (GMarkupParseContext  *context,
                const char           *text,
                gsize                 length,
                gpointer              pango,
                GError              **error)
{
  g_autofree char *words = roadmap_markup_unfold (text, length);
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  g_string_append (pango, escaped);
}

static gboolean
parse_markup (const GMarkupParser *parser,
              const char          *markup,
              gpointer             user_data)
{
  g_autoptr (GMarkupParseContext) context = NULL;

  context = g_markup_parse_context_new (parser, G_MARKUP_TREAT_CDATA_AS_TEXT, user_data, NULL);
  return g_markup_parse_context_parse (context, "<text>", -1, NULL) &&
         g_markup_parse_context_parse (context, markup, -1, NULL) &&
         g_markup_parse_context_parse (context, "</text>", -1, NULL) &&
         g_markup_parse_context_end_parse (context, NULL);
}

char *
roadmap_markup_to_pango (const char *markup)
{
  const GMarkupParser parser = { .start_element = open_link_cb, .end_element = close_link_cb, .text = append_text_cb };
  g_autoptr (GString) pango = g_string_new (NULL);

  g_return_val_if_fail (markup != NULL, NULL);

  if (!parse_markup (&parser, markup, pango))
    return g_markup_escape_text (markup, -1);
  return g_string_free (g_steal_pointer (&pango), FALSE);
}

static void
add_ref_cb (GMarkupParseContext  *context,
            const char           *name,
            const char          **names,
            const char          **values,
            gpointer              ids,
            GError              **error)
{
  if (strcmp (name, "ref") == 0)
    g_strv_builder_add (ids, find_attribute (names, values, "to"));
}

char **
roadmap_markup_list_refs (const char *markup)
{
  const GMarkupParser parser = { .start_element = add_ref_cb };
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (markup != NULL, NULL);

  parse_markup (&parser, markup, ids);
  return g_strv_builder_end (ids);
}

void
roadmap_label_set_words (GtkLabel   *label,
                         const char *markup,
                         const char *language)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (language)));
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_markup (label, markup);
}
