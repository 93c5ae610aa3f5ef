/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/followup-list.h"

#include <glib/gi18n-lib.h>

#include "model/era.h"
#include "model/followup.h"
#include "model/status.h"
#include "widgets/chip.h"
#include "widgets/wording.h"

#define SPACING 6

static GtkWidget *
append_label (GtkBox     *box,
              const char *text,
              const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return label;
}

/* Returns the box, which has room for more behind the title. */
static GtkBox *
append_status (GtkBox      *box,
               RoadmapItem *status,
               const char  *language)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *chip = roadmap_chip_new ();
  g_autofree char *title = status != NULL ? roadmap_item_dup_title (status, language) : NULL;

  roadmap_chip_set_item (ROADMAP_CHIP (chip), status, language);
  gtk_box_append (GTK_BOX (row), chip);
  if (title != NULL)
    append_label (GTK_BOX (row), title, "heading");
  gtk_box_append (box, row);
  return GTK_BOX (row);
}

static void
append_date (GtkBox      *row,
             RoadmapItem *followup,
             const char  *language)
{
  const char *value = roadmap_item_get (followup, "date");
  g_autofree char *words = NULL;
  GtkWidget *label;
  GDate date;

  if (value == NULL || !roadmap_date_parse (value, &date))
    return;
  words = roadmap_date_describe (&date, language);
  label = append_label (row, words, "numeric");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_halign (label, GTK_ALIGN_END);
}

static char *
describe_year (Roadmap     *roadmap,
               RoadmapItem *followup,
               const char  *language)
{
  const char *value = roadmap_item_get (followup, "year");
  int fiscal_start = roadmap_get_fiscal_start (roadmap);
  RoadmapPoint year;

  if (value == NULL || !roadmap_point_parse (value, fiscal_start, &year))
    return NULL;
  return roadmap_point_describe (&year, fiscal_start, language);
}

/* "第15回 · 令和3年度 · 山田": what of it there is. */
static void
append_circumstances (GtkBox      *box,
                      Roadmap     *roadmap,
                      RoadmapItem *followup,
                      const char  *language)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *year = describe_year (roadmap, followup, language);
  const char *meeting = roadmap_item_get_in (followup, "meeting", language);
  const char *author = roadmap_item_get (followup, "author");
  g_auto (GStrv) texts = NULL;
  g_autofree char *line = NULL;

  if (meeting != NULL)
    g_strv_builder_add (parts, meeting);
  if (year != NULL)
    g_strv_builder_add (parts, year);
  if (author != NULL)
    g_strv_builder_add (parts, author);

  texts = g_strv_builder_end (parts);
  line = g_strjoinv (" · ", texts);
  if (*line != '\0')
    gtk_widget_add_css_class (append_label (box, line, "caption"), "dim-label");
}

static void
append_text (GtkBox      *box,
             RoadmapItem *followup,
             const char  *field,
             const char  *heading,
             const char  *language)
{
  const char *text = roadmap_item_get_in (followup, field, language);
  g_autofree char *markup = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  if (text == NULL)
    return;
  append_label (box, heading, "caption-heading");
  gtk_box_append (box, roadmap_wording_label_new (markup, language, FALSE));
}

static void
append_paragraphs (GtkBox      *box,
                   Roadmap     *roadmap,
                   RoadmapItem *followup)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  g_ptr_array_add (paragraphs, followup);
  roadmap_wording_append_items (box, roadmap, paragraphs, NULL);
}

static void
append_link (GtkBox     *box,
             const char *text,
             const char *scheme,
             const char *target,
             const char *language)
{
  g_autofree char *markup = g_markup_printf_escaped ("<a href=\"%s%s\">%s</a>", scheme, target, text);

  gtk_box_append (box, roadmap_wording_label_new (markup, language, FALSE));
}

static void
append_repeated (GtkBox      *box,
                 RoadmapItem *repeated,
                 const char  *language)
{
  RoadmapItem *owner = roadmap_item_get_parent (repeated);
  g_autofree char *title = roadmap_item_dup_title (owner, language);
  /* Translators: 再掲; a record that stands under another item as well.  %s: title of that item. */
  g_autofree char *text = g_strdup_printf (_("Repeated from “%s”"), title);

  append_link (box, text, "item:", roadmap_item_get_id (owner), language);
}

static void
append_followup (GtkBox      *box,
                 Roadmap     *roadmap,
                 RoadmapItem *followup,
                 const char  *language)
{
  RoadmapItem *repeated = roadmap_get_linked (roadmap, followup, "repeats");
  RoadmapItem *source = repeated != NULL && roadmap_item_get (followup, "progress") == NULL ? repeated : followup;
  const char *evidence = roadmap_item_get (source, "evidence");

  append_date (append_status (box, roadmap_get_status (roadmap, followup), language), followup, language);
  append_circumstances (box, roadmap, followup, language);
  if (repeated != NULL)
    append_repeated (box, repeated, language);
  append_text (box, source, "progress", _("Progress"), language);
  append_text (box, source, "plan", _("Plan"), language);
  append_paragraphs (box, roadmap, source);
  if (evidence == NULL)
    return;
  append_label (box, _("Evidence"), "caption-heading");
  append_link (box, evidence, "", evidence, language);
}

void
roadmap_followup_list_append (GtkBox      *box,
                              Roadmap     *roadmap,
                              RoadmapItem *item,
                              const char  *language)
{
  g_autoptr (GPtrArray) followups = roadmap_list_all_followups (item);
  RoadmapItem *newest = followups->len > 0 ? g_ptr_array_index (followups, 0) : NULL;
  RoadmapItem *status = roadmap_get_status (roadmap, item);

  if (newest == NULL && status == NULL)
    append_label (box, _("Nothing recorded yet"), "dim-label");

  /* Usually the newest record gave the item its status, and says so itself. */
  if (status != NULL && (newest == NULL || roadmap_get_status (roadmap, newest) != status))
    append_status (box, status, language);

  for (guint i = 0; i < followups->len; i++)
    {
      if (gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL)
        gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      append_followup (box, roadmap, g_ptr_array_index (followups, i), language);
    }
}
