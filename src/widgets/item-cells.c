/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/item-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/era.h"
#include "model/status.h"
#include "widgets/bar-words.h"
#include "widgets/chip.h"
#include "widgets/item-markup.h"

#define TITLE_LINES 6
#define CHIP_SPACING 3

static void
set_name (GtkWidget  *widget,
          const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What we make stands in a cell of GTK's, and that in a row.  GTK 4.8 gives neither a name, and a screen reader would
 * read out the names of their classes. */
static void
name_cell (GtkWidget  *child,
           const char *name)
{
  GtkWidget *cell = gtk_widget_get_parent (child);

  if (cell != NULL)
    set_name (cell, name);
}

static void
name_row (GtkWidget  *child,
          const char *name)
{
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (row != NULL)
    set_name (row, name);
}

static GtkWidget *
create_title (void)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", 0.0,
                                   "hexpand", TRUE,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "lines", TITLE_LINES,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   NULL);

  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
  return expander;
}

static void
show_title (GtkWidget   *cell,
            Roadmap     *roadmap,
            RoadmapItem *item,
            const char  *language)
{
  GtkWidget *label = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (cell));
  RoadmapItem *parent = roadmap_item_get_parent (item);
  gboolean bar = roadmap_item_is (item, "bar") || roadmap_item_is (item, "milestone");
  g_autofree char *markup = roadmap_item_dup_label_markup (item, language);
  g_autofree char *title = roadmap_item_dup_label (item, language);
  g_autofree char *name = bar ? roadmap_bar_dup_name (roadmap, item, language) : NULL;

  roadmap_label_set_words (GTK_LABEL (label), markup, language);
  if (parent != NULL && roadmap_item_is (parent, "chart") && !bar)
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
  name_cell (cell, title);
  name_row (cell, name != NULL ? name : title);
}

static GtkWidget *
create_categories (void)
{
  return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, CHIP_SPACING);
}

static void
show_categories (GtkWidget   *cell,
                 Roadmap     *roadmap,
                 RoadmapItem *item,
                 const char  *language)
{
  g_autoptr (GPtrArray) categories = roadmap_get_links (roadmap, item, "categories");
  g_autoptr (GString) names = g_string_new (NULL);
  GtkWidget *chip = gtk_widget_get_first_child (cell);

  for (guint i = 0; i < categories->len; i++, chip = gtk_widget_get_next_sibling (chip))
    {
      RoadmapItem *category = g_ptr_array_index (categories, i);
      g_autofree char *title = roadmap_item_dup_title (category, language);

      if (chip == NULL)
        {
          chip = roadmap_chip_new ();
          gtk_box_append (GTK_BOX (cell), chip);
        }
      roadmap_chip_set_item (ROADMAP_CHIP (chip), category, language);
      g_string_append_printf (names, "%s%s", i > 0 ? " · " : "", title);
    }
  for (; chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    roadmap_chip_set_item (ROADMAP_CHIP (chip), NULL, language);
  name_cell (cell, names->str);
}

static GtkWidget *
create_status (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, CHIP_SPACING + 2);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "status-title");
  gtk_box_append (GTK_BOX (box), roadmap_chip_new ());
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* "2/3": how many of the bars are closed; empty as long as none has a status. */
static char *
format_progress (Roadmap     *roadmap,
                 RoadmapItem *item,
                 char       **words)
{
  g_autoptr (GArray) counts = roadmap_count_status (roadmap, item);
  guint n_all = 0, n_closed = 0, n_open = 0;

  for (guint i = 0; i < counts->len; i++)
    {
      const RoadmapStatusCount *count = &g_array_index (counts, RoadmapStatusCount, i);

      n_all += count->n_bars;
      if (count->status == NULL)
        n_open = count->n_bars;
      else if (roadmap_item_get_boolean (count->status, "closed"))
        n_closed += count->n_bars;
    }
  if (n_open == n_all)
    return g_strdup ("");

  /* Translators: bars of a stage, of which nothing is left to do in the first number: "2 of 3 bars closed". */
  *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u bar closed", "%u of %u bars closed", n_all),
                            n_closed, n_all);
  return g_strdup_printf ("%u/%u", n_closed, n_all);
}

static void
show_status (GtkWidget   *cell,
             Roadmap     *roadmap,
             RoadmapItem *item,
             const char  *language)
{
  GtkWidget *chip = gtk_widget_get_first_child (cell);
  GtkWidget *label = gtk_widget_get_last_child (cell);
  RoadmapItem *status = roadmap_get_status (roadmap, item);
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  if (status != NULL)
    text = roadmap_item_dup_title (status, language);
  else if (roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane"))
    text = format_progress (roadmap, item, &words);

  roadmap_chip_set_item (ROADMAP_CHIP (chip), status, language);
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  if (status == NULL)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");

  if (words == NULL)
    words = g_strdup (text != NULL ? text : "");
  gtk_widget_set_tooltip_text (label, *words != '\0' ? words : NULL);
  set_name (label, words);
  name_cell (cell, words);
}

static GtkWidget *
create_span (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", 0.0,
                                   "wrap", TRUE,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_WORD,
                                   NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  return label;
}

/* "2020", "2020 H1", "2020 Q3", "2020-08"; the spaces do not break, so that a narrow column breaks behind the dash. */
static char *
format_point (const RoadmapPoint *point,
              int                 fiscal_start)
{
  int year = roadmap_point_get_year (point, fiscal_start);
  int ordinal = roadmap_point_get_ordinal (point, fiscal_start);

  switch (point->unit)
    {
    case ROADMAP_UNIT_MONTH:
      return g_strdup_printf ("%d-%02d", year, ordinal);
    case ROADMAP_UNIT_QUARTER:
      return g_strdup_printf ("%d\u00a0Q%d", year, ordinal);
    case ROADMAP_UNIT_HALF:
      return g_strdup_printf ("%d\u00a0H%d", year, ordinal);
    default:
      return g_strdup_printf ("%d", year);
    }
}

static char *
format_span (const RoadmapSpan *span,
             int                fiscal_start)
{
  const char *sign = span->basis == ROADMAP_BASIS_INFERRED ? "≈" : "";
  g_autofree char *start = format_point (&span->start, fiscal_start);
  g_autofree char *end = format_point (&span->end, fiscal_start);
  int first_year = roadmap_point_get_year (&span->start, fiscal_start);
  int last_year = roadmap_point_get_year (&span->end, fiscal_start);

  if (span->open)
    return g_strdup_printf ("%s%s\u00a0–", sign, start);
  if (g_strcmp0 (start, end) == 0)
    return g_strconcat (sign, start, NULL);
  /* 2020 Q1–Q3 */
  if (first_year == last_year && span->start.unit == span->end.unit && span->start.unit != ROADMAP_UNIT_MONTH)
    return g_strdup_printf ("%s%s–%s", sign, start, end + strlen ("2020\u00a0"));
  return g_strdup_printf ("%s%s\u00a0– %s", sign, start, end);
}

static char *
describe_span (const RoadmapSpan *span,
               int                fiscal_start,
               const char        *language)
{
  g_autofree char *words = roadmap_span_describe (span, fiscal_start, language);

  if (span->basis != ROADMAP_BASIS_INFERRED)
    return g_steal_pointer (&words);
  /* Translators: behind a span of time, which an editor inferred as the source does not state it. */
  return g_strdup_printf (_("%s (inferred)"), words);
}

static void
show_span (GtkWidget   *cell,
           Roadmap     *roadmap,
           RoadmapItem *item,
           const char  *language)
{
  int fiscal_start = roadmap_get_fiscal_start (roadmap);
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;
  RoadmapSpan span;

  if (roadmap_get_span (roadmap, item, &span))
    {
      text = format_span (&span, fiscal_start);
      words = describe_span (&span, fiscal_start, language);
    }
  gtk_label_set_label (GTK_LABEL (cell), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (cell, words);
  set_name (cell, words != NULL ? words : "");
  name_cell (cell, words != NULL ? words : "");
}

const RoadmapItemCell roadmap_title_cell = { create_title, show_title };
const RoadmapItemCell roadmap_categories_cell = { create_categories, show_categories };
const RoadmapItemCell roadmap_status_cell = { create_status, show_status };
const RoadmapItemCell roadmap_span_cell = { create_span, show_span };
