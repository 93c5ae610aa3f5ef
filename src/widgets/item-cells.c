/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/item-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/era.h"
#include "model/outline.h"
#include "model/status.h"
#include "widgets/bar-words.h"
#include "widgets/chip.h"
#include "widgets/item-markup.h"
#include "widgets/theme.h"

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

/* The row that a cell's child stands in, or NULL before it stands anywhere. */
static GtkWidget *
find_row (GtkWidget *child)
{
  GtkWidget *cell = gtk_widget_get_parent (child);

  return cell != NULL ? gtk_widget_get_parent (cell) : NULL;
}

/* GTK 4.8 tells a screen reader neither, and later ones not on every row. */
static void
describe_row (GtkTreeExpander *expander)
{
  GtkTreeListRow *tree_row = gtk_tree_expander_get_list_row (expander);
  GtkWidget *row = find_row (GTK_WIDGET (expander));
  g_autofree char *words = NULL;
  guint level;

  if (tree_row == NULL || row == NULL)
    return;

  level = gtk_tree_list_row_get_depth (tree_row) + 1;
  if (!gtk_tree_list_row_is_expandable (tree_row))
    /* Translators: of a row of the outline, for screen readers; %u: 1 at the top. */
    words = g_strdup_printf (_("Level %u"), level);
  else if (gtk_tree_list_row_get_expanded (tree_row))
    /* Translators: of a row of the outline, for screen readers; %u: 1 at the top. */
    words = g_strdup_printf (_("Level %u, expanded"), level);
  else
    /* Translators: of a row of the outline, for screen readers; %u: 1 at the top. */
    words = g_strdup_printf (_("Level %u, collapsed"), level);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static GtkWidget *
create_title_label (void)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "xalign", 0.0,
                       "hexpand", TRUE,
                       "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "lines", TITLE_LINES,
                       "ellipsize", PANGO_ELLIPSIZE_END,
                       NULL);
}

static GtkWidget *
create_span_label (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", 0.0,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static GtkWidget *
create_progress_label (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_BASELINE, NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static GtkWidget *
create_title (void)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, CHIP_SPACING + 2);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GSignalGroup *row_signals = g_signal_group_new (GTK_TYPE_TREE_LIST_ROW);

  gtk_box_append (GTK_BOX (words), create_title_label ());
  gtk_box_append (GTK_BOX (words), create_span_label ());
  gtk_box_append (GTK_BOX (box), roadmap_chip_new ());
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), create_progress_label ());
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);

  g_signal_group_connect_object (row_signals, "notify::expanded", G_CALLBACK (describe_row), expander,
                                 G_CONNECT_SWAPPED);
  g_object_bind_property (expander, "list-row", row_signals, "target", G_BINDING_DEFAULT);
  g_object_set_data_full (G_OBJECT (expander), "row-signals", row_signals, g_object_unref);
  return expander;
}

/* "2/3": how many of the bars are closed; NULL as long as none has a status. */
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
    return NULL;

  /* Translators: bars of a stage, of which nothing is left to do in the first number: "2 of 3 bars closed". */
  *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u bar closed", "%u of %u bars closed", n_all),
                            n_closed, n_all);
  return g_strdup_printf ("%u/%u", n_closed, n_all);
}

/* Returns what the numbers say, or NULL. */
static char *
show_progress (GtkWidget   *label,
               Roadmap     *roadmap,
               RoadmapItem *item)
{
  gboolean counted = roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane");
  g_autofree char *words = NULL;
  g_autofree char *text = counted ? format_progress (roadmap, item, &words) : NULL;

  gtk_widget_set_visible (label, text != NULL);
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (label, words);
  set_name (label, words != NULL ? words : "");
  return g_steal_pointer (&words);
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

/* When a bar is due stands below its title: a column of it would take the room of the titles. */
static void
show_span (GtkWidget        *label,
           RoadmapViewState *state,
           RoadmapItem      *item)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (state);
  const char *language = roadmap_view_state_get_words (state);
  int fiscal_start = roadmap_get_fiscal_start (roadmap);
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;
  RoadmapSpan span;

  if (roadmap_get_span (roadmap, item, &span))
    {
      g_autofree char *brief = roadmap_span_abbreviate (&span, fiscal_start, language);

      text = g_strconcat (span.basis == ROADMAP_BASIS_INFERRED ? "≈" : "", brief, NULL);
      words = describe_span (&span, fiscal_start, language);
    }
  gtk_widget_set_visible (label, text != NULL);
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  /* A label that gets another text is named by it. */
  set_name (label, words != NULL ? words : "");
  gtk_widget_set_tooltip_text (label, words);
}

static char *
join_name (const char *title,
           const char *more,
           const char *language)
{
  return more != NULL ? g_strjoin (g_str_has_prefix (language, "ja") ? "、" : ", ", title, more, NULL) : g_strdup (title);
}

static void
show_title (GtkWidget        *cell,
            RoadmapViewState *state,
            RoadmapItem      *item)
{
  GtkWidget *chip = gtk_widget_get_first_child (gtk_tree_expander_get_child (GTK_TREE_EXPANDER (cell)));
  GtkWidget *words = gtk_widget_get_next_sibling (chip);
  GtkWidget *label = gtk_widget_get_first_child (words);
  Roadmap *roadmap = roadmap_view_state_get_roadmap (state);
  const char *language = roadmap_view_state_get_words (state);
  RoadmapItem *parent = roadmap_item_get_parent (item);
  gboolean bar = roadmap_item_is (item, "bar") || roadmap_item_is (item, "milestone");
  g_autofree char *markup = roadmap_item_dup_label_markup (item, language);
  g_autofree char *title = bar ? roadmap_bar_dup_name (roadmap, item, language) : roadmap_item_dup_label (item, language);
  RoadmapItem *status = roadmap_get_status (roadmap, item);
  g_autofree char *status_title = status != NULL ? roadmap_item_dup_title (status, language) : NULL;
  g_autofree char *progress = show_progress (gtk_widget_get_next_sibling (words), roadmap, item);
  /* The name of a bar has its status. */
  g_autofree char *name = join_name (title, progress != NULL ? progress : !bar ? status_title : NULL, language);

  roadmap_chip_set_item (ROADMAP_CHIP (chip), status, language);
  roadmap_label_set_words (GTK_LABEL (label), markup, language);
  roadmap_label_mark_hits (GTK_LABEL (label), roadmap_view_state_get_query (state));
  show_span (gtk_widget_get_next_sibling (label), state, item);
  roadmap_theme_set_class (label, "heading", parent != NULL && roadmap_item_is (parent, "chart") && !bar);

  set_name (cell, name);
  name_cell (cell, name);
  if (find_row (cell) != NULL)
    set_name (find_row (cell), name);
  describe_row (GTK_TREE_EXPANDER (cell));
}

static GtkWidget *
create_categories (void)
{
  return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, CHIP_SPACING);
}

static void
show_categories (GtkWidget        *cell,
                 RoadmapViewState *state,
                 RoadmapItem      *item)
{
  const char *language = roadmap_view_state_get_words (state);
  g_autoptr (GPtrArray) categories = roadmap_get_links (roadmap_view_state_get_roadmap (state), item, "categories");
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
  name_cell (cell, categories->len > 0 ? names->str : _("No categories"));
}

const RoadmapItemCell roadmap_title_cell = { create_title, show_title };
const RoadmapItemCell roadmap_categories_cell = { create_categories, show_categories };
