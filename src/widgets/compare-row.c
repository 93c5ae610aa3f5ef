/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/compare-row.h"

#include <glib/gi18n-lib.h>

#include "model/diff-words.h"
#include "model/merge-words.h"
#include "model/text-diff.h"
#include "model/value-words.h"
#include "widgets/item-markup.h"

/* What is marked is told by a line through or under it too, not by the colour alone. */
static const char *const mark_tags[] = {
  "<span strikethrough=\"true\" background=\"#e01b24\" background_alpha=\"22%\">",
  "<span underline=\"single\" background=\"#2ec27e\" background_alpha=\"26%\">",
};

GtkWidget *
roadmap_compare_row_create (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (row, "compare-row");
  return row;
}

static GtkLabel *
append_label (GtkWidget  *box,
              const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (label, 0);
  gtk_label_set_width_chars (label, 8);
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), style);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  return label;
}

static void
append_words (GtkWidget           *box,
              const char          *style,
              const char          *words,
              RoadmapCompareEntry *entry)
{
  g_autofree char *markup = g_markup_escape_text (words, -1);

  roadmap_label_set_words (append_label (box, style), markup, entry->section->language);
}

static char *
mark (const char *text,
      GArray     *ranges,
      const char *tag)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      const RoadmapTextRange *range = &g_array_index (ranges, RoadmapTextRange, i);
      g_autofree char *before = g_markup_escape_text (text + at, range->start - at);
      g_autofree char *marked = g_markup_escape_text (text + range->start, range->end - range->start);

      g_string_append_printf (markup, "%s%s%s</span>", before, tag, marked);
      at = range->end;
    }
  if (text[at] != '\0')
    {
      g_autofree char *rest = g_markup_escape_text (text + at, -1);

      g_string_append (markup, rest);
    }
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static void
append_version (GtkWidget           *box,
                const char          *sign,
                const char          *name,
                const char          *markup,
                RoadmapCompareEntry *entry)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (sign);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "compare-sign");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (line, name);
  gtk_box_append (GTK_BOX (line), label);
  roadmap_label_set_words (append_label (line, NULL), markup, entry->section->language);
  gtk_box_append (GTK_BOX (box), line);
}

static void
append_value (GtkWidget               *box,
              RoadmapCompareEntry     *entry,
              const RoadmapDifference *difference)
{
  RoadmapCompareSection *section = entry->section;
  g_autofree char *field = roadmap_diff_dup_field (difference->field, difference->language);
  g_autofree char *old = roadmap_value_describe (section->old, difference->field, difference->old_value, section->language);
  g_autofree char *new = roadmap_value_describe (section->new, difference->field, difference->new_value, section->language);
  g_autoptr (GArray) old_ranges = NULL;
  g_autoptr (GArray) new_ranges = NULL;
  g_autofree char *old_markup = NULL;
  g_autofree char *new_markup = NULL;

  roadmap_text_diff (difference->old_value != NULL ? old : "", difference->new_value != NULL ? new : "", &old_ranges,
                     &new_ranges);
  old_markup = mark (old, old_ranges, mark_tags[0]);
  new_markup = mark (new, new_ranges, mark_tags[1]);
  gtk_label_set_label (append_label (box, "compare-field"), field);
  if (difference->old_value != NULL)
    append_version (box, "−", _("Before"), old_markup, entry);
  if (difference->new_value != NULL)
    append_version (box, "+", _("Now"), new_markup, entry);
}

static void
append_difference (GtkWidget               *box,
                   RoadmapCompareEntry     *entry,
                   const RoadmapDifference *difference)
{
  static const char *const styles[] = { "added", "removed", "moved" };
  g_autofree char *words = NULL;
  GtkLabel *label;

  if (difference->type == ROADMAP_DIFFERENCE_SET)
    {
      append_value (box, entry, difference);
      return;
    }

  words = roadmap_diff_dup_change (difference, entry->section->old, entry->section->new, entry->section->language);
  label = append_label (box, "compare-change");
  gtk_label_set_label (label, words);
  gtk_widget_add_css_class (GTK_WIDGET (label), styles[difference->type]);
}

typedef struct
{
  RoadmapMerge    *merge;
  RoadmapConflict *conflict;
  RoadmapSide      side;
} Decision;

static void
free_decision (gpointer  decision,
               GClosure *closure)
{
  g_free (decision);
}

static void
toggled_cb (GtkCheckButton *button,
            Decision       *decision)
{
  if (gtk_check_button_get_active (button))
    roadmap_merge_choose (decision->merge, decision->conflict, decision->side);
}

/* With that of what is decided along with it. */
static char *
dup_outcome (RoadmapCompareEntry   *entry,
             const RoadmapConflict *conflict,
             RoadmapSide            side)
{
  RoadmapCompareSection *section = entry->section;
  g_autofree char *outcome = roadmap_conflict_dup_outcome (conflict, section->merge, side, section->language);
  g_autofree char *other = NULL;

  if (conflict->partner == NULL)
    return g_steal_pointer (&outcome);
  other = roadmap_conflict_dup_outcome (conflict->partner, section->merge, side, section->language);
  return g_strdup_printf ("%s – %s", outcome, other);
}

static char *
dup_topic (const RoadmapConflict *conflict)
{
  g_autofree char *topic = roadmap_conflict_dup_topic (conflict);
  g_autofree char *other = NULL;

  if (conflict->partner == NULL)
    return g_steal_pointer (&topic);
  other = roadmap_conflict_dup_topic (conflict->partner);
  return g_strdup_printf ("%s – %s", topic, other);
}

static GtkCheckButton *
append_choice (GtkWidget           *box,
               RoadmapCompareEntry *entry,
               RoadmapConflict     *conflict,
               RoadmapSide          side)
{
  RoadmapMerge *merge = entry->section->merge;
  g_autofree char *outcome = dup_outcome (entry, conflict, side);
  g_autofree char *words = side == ROADMAP_SIDE_OURS
                             /* Translators: one of two versions, that of this program; %s is what it says */
                             ? g_strdup_printf (_("Mine: %s"), outcome)
                             /* Translators: one of two versions, somebody else's; %s is what it says */
                             : g_strdup_printf (_("Theirs: %s"), outcome);
  g_autofree char *markup = g_markup_escape_text (words, -1);
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *holder = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  Decision *decision = g_new (Decision, 1);

  roadmap_label_set_words (append_label (holder, NULL), markup, entry->section->language);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), holder);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), conflict->choice == side);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  *decision = (Decision) { merge, conflict, side };
  g_signal_connect_data (button, "toggled", G_CALLBACK (toggled_cb), decision, free_decision, 0);
  gtk_box_append (GTK_BOX (box), button);
  return GTK_CHECK_BUTTON (button);
}

static void
append_conflict (GtkWidget           *box,
                 RoadmapCompareEntry *entry,
                 RoadmapConflict     *conflict)
{
  g_autofree char *topic = dup_topic (conflict);
  GtkCheckButton *ours, *theirs;

  gtk_label_set_label (append_label (box, "compare-field"), topic);
  ours = append_choice (box, entry, conflict, ROADMAP_SIDE_OURS);
  theirs = append_choice (box, entry, conflict, ROADMAP_SIDE_THEIRS);
  gtk_check_button_set_group (theirs, ours);
}

/* What is decided along with another one has no choice of its own. */
static gboolean
follows_partner (RoadmapCompareEntry *entry,
                 guint                index)
{
  const RoadmapConflict *conflict = g_ptr_array_index (entry->changes, index);
  guint place;

  return conflict->partner != NULL && g_ptr_array_find (entry->changes, conflict->partner, &place) && place < index;
}

void
roadmap_compare_row_show (GtkWidget           *row,
                          RoadmapCompareEntry *entry)
{
  g_autofree char *subject = NULL;
  g_autofree char *path = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (row)) != NULL)
    gtk_box_remove (GTK_BOX (row), child);

  if (entry->item == NULL)
    {
      gtk_label_set_label (append_label (row, "compare-heading"), entry->section->heading);
      return;
    }

  subject = roadmap_diff_dup_subject (entry->item, entry->section->language);
  path = roadmap_compare_entry_dup_path (entry);
  append_words (row, "compare-subject", subject, entry);
  if (*path != '\0')
    append_words (row, "compare-path", path, entry);
  for (guint i = 0; i < entry->changes->len; i++)
    if (entry->section->merge != NULL && !follows_partner (entry, i))
      append_conflict (row, entry, g_ptr_array_index (entry->changes, i));
    else if (entry->section->merge == NULL)
      append_difference (row, entry, g_ptr_array_index (entry->changes, i));
}
