/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "widgets/item-markup.h"
#include "widgets/theme.h"

#define MARKER_SPACING 4
#define INDENT 18

gboolean
roadmap_wording_is_ours (RoadmapItem *item,
                         const char  *language)
{
  return language != NULL || roadmap_item_is (item, "remark") ||
         g_strcmp0 (roadmap_item_get_inherited (item, "origin"), "editor") == 0;
}

/* Chinese, Japanese and Korean have no italics; slanted by force they are hard to read. */
static gboolean
has_italics (const char *language)
{
  static const char *const upright[] = { "ja", "zh", "ko" };

  for (gsize i = 0; i < G_N_ELEMENTS (upright); i++)
    if (language != NULL && g_str_has_prefix (language, upright[i]))
      return FALSE;
  return TRUE;
}

void
roadmap_wording_style (GtkWidget  *label,
                       const char *language,
                       gboolean    ours)
{
  roadmap_theme_set_class (label, "ours", ours);
  roadmap_theme_set_class (label, "slanted", ours && has_italics (language));
}

/* Other schemes than the web's are left alone: a roadmap comes by mail, and its links must not start anything else. */
gboolean
roadmap_wording_open_link (GtkLabel   *label,
                           const char *uri)
{
  const char *scheme = g_uri_peek_scheme (uri);

  if (g_strcmp0 (scheme, "item") == 0)
    gtk_widget_activate_action (GTK_WIDGET (label), "details.select-item", "s", uri + strlen ("item:"));
  else if (g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (label))), uri, GDK_CURRENT_TIME);
  return GDK_EVENT_STOP;
}

GtkWidget *
roadmap_wording_label_new (const char *markup,
                           const char *language,
                           gboolean    ours)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", 0.0,
                                   "hexpand", TRUE,
                                   "selectable", TRUE,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   NULL);

  roadmap_label_set_words (GTK_LABEL (label), markup, language);
  roadmap_wording_style (label, language, ours);
  g_signal_connect (label, "activate-link", G_CALLBACK (roadmap_wording_open_link), NULL);
  return label;
}

/* The value in exactly this language as Pango markup; NULL if there is none. */
static char *
dup_markup (Roadmap     *roadmap,
            RoadmapItem *item,
            const char  *name,
            const char  *language)
{
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), name);
  const char *value = field != NULL ? roadmap_item_get_value (item, field, language) : NULL;

  if (value == NULL)
    return NULL;
  return field->type == ROADMAP_FIELD_MARKUP ? roadmap_markup_to_pango (value, roadmap, language)
                                             : g_markup_escape_text (value, -1);
}

static void
append_words (GtkBox      *box,
              Roadmap     *roadmap,
              RoadmapItem *item,
              const char  *markup,
              const char  *language)
{
  const char *spoken = language != NULL ? language : roadmap_get_language (roadmap);

  gtk_box_append (box, roadmap_wording_label_new (markup, spoken, roadmap_wording_is_ours (item, language)));
}

static GtkWidget *
append_tag (GtkBox *box)
{
  GtkWidget *label = gtk_label_new (_("Our translation"));

  gtk_widget_add_css_class (label, "ours-tag");
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_box_append (box, label);
  return label;
}

void
roadmap_wording_append_field (GtkBox      *box,
                              Roadmap     *roadmap,
                              RoadmapItem *item,
                              const char  *field,
                              const char  *translation)
{
  g_autofree char *official = dup_markup (roadmap, item, field, NULL);
  g_autofree char *ours = translation != NULL ? dup_markup (roadmap, item, field, translation) : NULL;

  if (official != NULL)
    append_words (box, roadmap, item, official, NULL);
  if (ours == NULL)
    return;
  append_tag (box);
  append_words (box, roadmap, item, ours, translation);
}

/* A box whose second child is indented by the width of the marker, so that lines hang under the text. */
static GtkBox *
append_hanging (GtkBox     *box,
                const char *marker,
                guint       depth)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, MARKER_SPACING);

  gtk_widget_set_margin_start (row, depth * INDENT);
  gtk_box_append (box, row);
  if (marker != NULL)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", marker, "valign", GTK_ALIGN_START, NULL);

      gtk_box_append (GTK_BOX (row), label);
    }
  return GTK_BOX (row);
}

/* Returns whether there was anything in @language. */
static gboolean
append_paragraph (GtkBox      *box,
                  Roadmap     *roadmap,
                  RoadmapItem *item,
                  const char  *language,
                  guint        depth)
{
  g_autofree char *markup = dup_markup (roadmap, item, "text", language);
  const char *marker = roadmap_item_get (item, "marker");
  gboolean found = markup != NULL;

  if (marker == NULL)
    marker = roadmap_item_get (item, "number");
  if (markup != NULL)
    append_words (append_hanging (box, marker, depth), roadmap, item, markup, language);

  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (item, i);

      if (roadmap_item_is (child, "paragraph"))
        found |= append_paragraph (box, roadmap, child, language, markup != NULL ? depth + 1 : depth);
    }
  return found;
}

void
roadmap_wording_append_items (GtkBox      *box,
                              Roadmap     *roadmap,
                              GPtrArray   *items,
                              const char  *translation)
{
  GtkWidget *tag;
  gboolean translated = FALSE;

  for (guint i = 0; i < items->len; i++)
    append_paragraph (box, roadmap, g_ptr_array_index (items, i), NULL, 0);
  if (translation == NULL)
    return;

  tag = append_tag (box);
  for (guint i = 0; i < items->len; i++)
    translated |= append_paragraph (box, roadmap, g_ptr_array_index (items, i), translation, 0);
  gtk_widget_set_visible (tag, translated);
}
