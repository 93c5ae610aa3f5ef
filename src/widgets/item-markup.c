/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/item-markup.h"

#include <string.h>

#include "chart/style.h"
#include "model/markup.h"
#include "model/query.h"
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

typedef struct
{
  GString    *pango;
  Roadmap    *roadmap; /* may be NULL */
  const char *language;
} Writer;

/* What pointing at a mark tells: markup in an attribute, as GtkLabel wants it. */
static char *
dup_tooltip (Writer     *writer,
             const char *id)
{
  RoadmapItem *item = writer->roadmap != NULL ? roadmap_lookup (writer->roadmap, id) : NULL;
  g_autofree char *words = item != NULL ? roadmap_item_dup_title (item, writer->language) : NULL;

  return g_markup_escape_text (words != NULL ? words : "", -1);
}

static void
append_piece_cb (RoadmapMarkupPiece  piece,
                 const char         *words,
                 const char         *target,
                 gpointer            user_data)
{
  Writer *writer = user_data;
  g_autofree char *tooltip = piece == ROADMAP_MARKUP_REF ? dup_tooltip (writer, target) : NULL;
  g_autofree char *pango = NULL;

  if (piece == ROADMAP_MARKUP_REF)
    pango = g_markup_printf_escaped ("<span rise=\"3000\" size=\"smaller\">"
                                     "<a href=\"item:%s\" title=\"%s\">%s</a></span>", target, tooltip, words);
  else if (piece == ROADMAP_MARKUP_LINK)
    pango = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", target, words);
  else
    pango = g_markup_escape_text (words, -1);
  g_string_append (writer->pango, pango);
}

char *
roadmap_markup_to_pango (const char *markup,
                         Roadmap    *roadmap,
                         const char *language)
{
  g_autoptr (GString) pango = g_string_new (NULL);
  Writer writer = { pango, roadmap, language };

  g_return_val_if_fail (markup != NULL, NULL);

  if (!roadmap_markup_foreach (markup, append_piece_cb, &writer))
    return g_markup_escape_text (markup, -1);
  return g_string_free (g_steal_pointer (&pango), FALSE);
}

void
roadmap_label_set_words (GtkLabel   *label,
                         const char *markup,
                         const char *language)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (language)));
  /* GTK 4.8 adds attributes to those of the markup, and keeps them there as long as the markup is the same. */
  gtk_label_set_markup (label, "");
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_markup (label, markup);
}

/* A text marker's yellow, let through in the dark so that light text stays legible; in high contrast it is solid, and
 * the text on it black. */
static const struct
{
  guint16  red, green, blue, alpha;
  gboolean black;
} marks[] = {
  [ROADMAP_THEME_LIGHT] = { 0xf8f8, 0xe4e4, 0x5c5c, 0xb0b0, FALSE },
  [ROADMAP_THEME_DARK] = { 0xe5e5, 0xa5a5, 0x0a0a, 0x6060, FALSE },
  [ROADMAP_THEME_LIGHT_CONTRAST] = { 0xf6f6, 0xd3d3, 0x2d2d, 0xffff, TRUE },
  [ROADMAP_THEME_DARK_CONTRAST] = { 0xf6f6, 0xd3d3, 0x2d2d, 0xffff, TRUE },
};

static void
insert_attribute (PangoAttrList      *attributes,
                  PangoAttribute     *attribute,
                  const RoadmapRange *range)
{
  attribute->start_index = range->start;
  attribute->end_index = range->end;
  pango_attr_list_insert (attributes, attribute);
}

void
roadmap_label_mark_hits (GtkLabel   *label,
                         const char *query)
{
  RoadmapTheme theme = roadmap_theme_get_current ();
  g_autoptr (GArray) ranges = roadmap_query_find_ranges (gtk_label_get_text (label), query);
  g_autoptr (PangoAttrList) attributes = NULL;

  if (ranges->len == 0)
    return;

  attributes = gtk_label_get_attributes (label) != NULL ? pango_attr_list_copy (gtk_label_get_attributes (label))
                                                        : pango_attr_list_new ();
  for (guint i = 0; i < ranges->len; i++)
    {
      const RoadmapRange *range = &g_array_index (ranges, RoadmapRange, i);

      insert_attribute (attributes, pango_attr_background_new (marks[theme].red, marks[theme].green, marks[theme].blue),
                        range);
      insert_attribute (attributes, pango_attr_background_alpha_new (marks[theme].alpha), range);
      if (marks[theme].black)
        insert_attribute (attributes, pango_attr_foreground_new (0, 0, 0), range);
    }
  gtk_label_set_attributes (label, attributes);
}
