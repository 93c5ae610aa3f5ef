/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/search-hit.h"

#include <glib/gi18n-lib.h>

#include "model/outline.h"
#include "model/query.h"
#include "model/search-index.h"
#include "widgets/bar-words.h"
#include "widgets/item-markup.h"
#include "widgets/theme.h"

#define EXCERPT_LENGTH 72
#define TITLE_LINES 3
#define EXCERPT_LINES 4

/* Shows @text with the words of @query in bold; returns whether it holds any. */
static gboolean
show_words (GtkLabel   *label,
            const char *text,
            const char *query,
            const char *language)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GArray) ranges = roadmap_query_find_ranges (text, query);

  for (guint i = 0; i < ranges->len; i++)
    {
      const RoadmapRange *range = &g_array_index (ranges, RoadmapRange, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = range->start;
      bold->end_index = range->end;
      pango_attr_list_insert (attributes, bold);
    }
  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (language)));
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_label (label, text);
  return ranges->len > 0;
}

static GtkWidget *
append_label (GtkWidget  *box,
              int         n_lines,
              const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", 0.0,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   "lines", n_lines,
                                   NULL);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

GtkWidget *
roadmap_search_hit_create_row (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *place = append_label (row, 1, "caption");

  gtk_widget_add_css_class (place, "dim-label");
  append_label (row, TITLE_LINES, "hit-title");
  append_label (row, EXCERPT_LINES, "hit-excerpt");
  return row;
}

/* The stage or lane around @hit; without one, its chart, narrative or map.  NULL if that is @hit itself. */
static RoadmapItem *
find_place (RoadmapItem *hit)
{
  RoadmapItem *place = roadmap_item_find_around (hit, "stage");

  if (place == NULL)
    place = roadmap_item_find_around (hit, "lane");
  for (RoadmapItem *item = hit; place == NULL && item != NULL; item = roadmap_item_get_parent (item))
    if (roadmap_item_get_parent (item) != NULL && roadmap_item_is (roadmap_item_get_parent (item), ROADMAP_KIND_ROOT))
      place = item;
  return place != hit ? place : NULL;
}

/* "① IRB · Issue", "Narrative · Paragraph" */
static void
show_place (GtkLabel    *label,
            RoadmapItem *hit,
            const char  *language)
{
  RoadmapItem *place = find_place (hit);
  const char *kind = _(roadmap_item_get_kind (hit)->label);
  g_autofree char *name = NULL;
  g_autofree char *markup = NULL;

  if (place != NULL && roadmap_outline_shows (place))
    name = roadmap_item_dup_label_markup (place, language);
  else if (place != NULL)
    name = g_markup_escape_text (_(roadmap_item_get_kind (place)->label), -1);
  markup = name != NULL ? g_strdup_printf ("%s · %s", name, kind) : g_strdup (kind);
  roadmap_label_set_words (label, markup, language);
}

typedef struct
{
  const char *query;
  gboolean    found;
} AdoptedMatch;

static void
find_adopted_cb (const RoadmapField *field,
                 const char         *language,
                 const char         *value,
                 gpointer            user_data)
{
  AdoptedMatch *match = user_data;
  g_autoptr (GArray) ranges = language == NULL ? roadmap_query_find_ranges (value, match->query) : NULL;

  if (ranges != NULL && ranges->len > 0)
    match->found = TRUE;
}

/* An excerpt is of adopted wording, or a record, if that holds a word of the query, and only else of a translation. */
static gboolean
is_ours (RoadmapItem *hit,
         const char  *query)
{
  AdoptedMatch match = { query, FALSE };

  if (roadmap_item_is (hit, "remark"))
    return TRUE;
  roadmap_item_foreach_value (hit, find_adopted_cb, &match);
  return !match.found;
}

/* As in a tree, a row has no name of its own in GTK 4.8. */
static void
name_row (GtkWidget  *row,
          const char *title,
          const char *words)
{
  GtkWidget *parent = gtk_widget_get_parent (row);
  g_autofree char *name = g_strjoin (": ", title, words, NULL);

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
roadmap_search_hit_show (GtkWidget   *row,
                         RoadmapItem *hit,
                         const char  *query,
                         const char  *language)
{
  GtkWidget *place = gtk_widget_get_first_child (row);
  GtkWidget *title = gtk_widget_get_next_sibling (place);
  GtkWidget *excerpt = gtk_widget_get_last_child (row);
  RoadmapItem *target = roadmap_search_get_target (hit);
  g_autofree char *label = roadmap_item_dup_label (target, language);
  g_autofree char *words = roadmap_query_excerpt (hit, query, EXCERPT_LENGTH);
  gboolean titled = roadmap_item_get (target, "title") != NULL;
  gboolean said;

  /* The title is not repeated below it, and of a text without a title only the words found are shown. */
  show_place (GTK_LABEL (place), hit, language);
  said = show_words (GTK_LABEL (title), titled ? label : "", query, language) && target == hit;
  show_words (GTK_LABEL (excerpt), words != NULL ? words : label, query, language);
  gtk_widget_set_visible (title, titled);
  gtk_widget_set_visible (excerpt, !said);
  roadmap_theme_set_class (excerpt, "ours", is_ours (hit, query));
  name_row (row, label, said ? NULL : words);
}
