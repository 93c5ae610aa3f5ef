/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/former-list.h"

#include <glib/gi18n-lib.h>

#include "widgets/wording.h"

static void
append_label (GtkBox                   *box,
              const RoadmapFormerWords *words,
              RoadmapItem              *shown)
{
  const char *marker = words->item != shown ? roadmap_item_get (words->item, "marker") : NULL;
  g_autofree char *text = marker != NULL ? g_strdup_printf ("%s %s", _(words->label), marker) : g_strdup (_(words->label));
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (box, label);
}

static void
append_words (GtkBox                   *box,
              Roadmap                  *roadmap,
              const RoadmapFormerWords *words,
              const char               *language)
{
  g_autofree char *markup = g_markup_escape_text (words->text, -1);
  GtkWidget *label;

  if (*words->text != '\0')
    label = roadmap_wording_label_new (markup, words->adopted ? roadmap_get_language (roadmap) : language, !words->adopted);
  else
    {
      label = g_object_new (GTK_TYPE_LABEL, "label", _("Nothing"), "xalign", 0.0, NULL);
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_box_append (box, label);
}

guint
roadmap_former_list_append (GtkBox      *box,
                            Roadmap     *roadmap,
                            RoadmapItem *shown,
                            GPtrArray   *words,
                            guint        first,
                            const char  *language)
{
  const RoadmapFormerWords *start = g_ptr_array_index (words, first);
  guint i = first;

  for (; i < words->len; i++)
    {
      const RoadmapFormerWords *next = g_ptr_array_index (words, i);

      if (next->edition != start->edition)
        break;
      append_label (box, next, shown);
      append_words (box, roadmap, next, language);
    }
  return i;
}
