/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/detail-cards.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/era.h"
#include "model/mark.h"
#include "model/markup.h"
#include "model/outline.h"
#include "model/query.h"
#include "model/reading.h"
#include "model/status.h"
#include "widgets/chip.h"
#include "widgets/followup-list.h"
#include "widgets/former-list.h"
#include "widgets/item-markup.h"
#include "widgets/link-list.h"
#include "widgets/wording.h"

#define SPACING 6

typedef struct
{
  GtkBox      *box;
  Roadmap     *roadmap;
  RoadmapItem *item;
  const char  *language;
  const char  *translation; /* as in widgets/wording.h */
} Cards;

/* What stands under an item in the outline, by kind. */
static const struct
{
  const char *kind;
  const char *heading;
} parts[] = {
  { "stage", N_ ("Stages") },
  { "lane", N_ ("Lanes") },
  { "roadblock", N_ ("Roadblocks") },
  { "measure", N_ ("Measures") },
  { "bar", N_ ("Bars") },
  { "milestone", N_ ("Milestones") },
};

/* What stands in an item of the map. */
static const struct
{
  const char *kind;
  const char *heading;
} map_parts[] = {
  { "band", N_ ("Bands") },
  { "region", N_ ("Regions") },
  { "cell", N_ ("Cells") },
};

/* What links to an item without standing under it. */
static const struct
{
  const char *kind;
  const char *field;
  const char *heading;
} referrers[] = {
  { "bar", "after", N_ ("Followed by") },
  { "milestone", "of", N_ ("Milestones") },
  { "region", "lane", N_ ("On the bird’s-eye map") },
  { "cell", "next", N_ ("Comes from") },
  { "roadblock", "domain", N_ ("Roadblocks") },
  { "roadblock", "categories", N_ ("Roadblocks") },
};

/* Fields that have a place of their own. */
static const char *const placed_fields[] = { "title", "name", "letter", "text", "timing", NULL };

static void
append_section (Cards      *cards,
                const char *heading,
                GtkWidget  *content)
{
  GtkWidget *section = g_object_new (GTK_TYPE_BOX,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                     "orientation", GTK_ORIENTATION_VERTICAL,
                                     "spacing", SPACING,
                                     NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", heading,
                                   "xalign", 0.0,
                                   "wrap", TRUE,
                                   NULL);

  gtk_widget_add_css_class (label, "caption-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (section), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_box_append (GTK_BOX (section), label);
  gtk_box_append (GTK_BOX (section), content);
  gtk_box_append (cards->box, section);
}

static GtkBox *
append_card (Cards      *cards,
             const char *heading)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "detail-card");
  append_section (cards, heading, card);
  return GTK_BOX (card);
}

static void
append_line (GtkBox     *box,
             const char *text,
             const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

static GPtrArray *
list_children (RoadmapItem *item,
               const char  *kind)
{
  GPtrArray *children = g_ptr_array_new ();

  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    if (roadmap_item_is (roadmap_item_get_child (item, i), kind))
      g_ptr_array_add (children, roadmap_item_get_child (item, i));
  return children;
}

static void
append_wording (Cards      *cards,
                const char *heading,
                GPtrArray  *items)
{
  if (items->len > 0)
    roadmap_wording_append_items (append_card (cards, heading), cards->roadmap, items, cards->translation);
}

static void
append_fields (Cards *cards)
{
  for (const RoadmapField *field = roadmap_item_get_kind (cards->item)->fields; field->name != NULL; field++)
    if (roadmap_field_is_text (field) && !g_strv_contains (placed_fields, field->name) &&
        roadmap_item_get_value (cards->item, field, NULL) != NULL)
      roadmap_wording_append_field (append_card (cards, _(field->label)), cards->roadmap, cards->item, field->name,
                                    cards->translation);
}

/* The item's own text with what is nested in it. */
static void
append_own_text (Cards *cards)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, cards->item);
  append_wording (cards, _("Wording"), items);
}

static void
append_sections (Cards *cards)
{
  g_autoptr (GPtrArray) sections = list_children (cards->item, "section");

  for (guint i = 0; i < sections->len; i++)
    {
      g_autofree char *title = roadmap_item_dup_title (g_ptr_array_index (sections, i), cards->language);
      g_autoptr (GPtrArray) paragraphs = list_children (g_ptr_array_index (sections, i), "paragraph");

      append_wording (cards, title, paragraphs);
    }
}

static void
append_texts (Cards *cards)
{
  g_autoptr (GPtrArray) issues = list_children (cards->item, "issue");
  g_autoptr (GPtrArray) paragraphs = list_children (cards->item, "paragraph");
  g_autoptr (GPtrArray) addressed = roadmap_get_referrers (cards->roadmap, cards->item, "addressed");
  g_autoptr (GPtrArray) footnotes = list_children (cards->item, "footnote");

  append_fields (cards);
  append_wording (cards, _("Issues"), issues);
  if (roadmap_item_get (cards->item, "text") != NULL)
    append_own_text (cards);
  else
    append_wording (cards, _("Wording"), paragraphs);
  append_sections (cards);
  append_wording (cards, _("Footnotes"), footnotes);
  append_wording (cards, _("Started or addressed"), addressed);
}

static const char *
describe_basis (RoadmapBasis basis)
{
  switch (basis)
    {
    case ROADMAP_BASIS_INFERRED:
      return _("≈ Inferred: the source gives no position");
    case ROADMAP_BASIS_CONFIRMED:
      return _("Inferred, and confirmed since");
    default:
      return _("Stated in the source");
    }
}

static void
append_time (Cards *cards)
{
  g_autofree char *words = NULL;
  RoadmapSpan span;
  GtkBox *card;

  if (!roadmap_get_span (cards->roadmap, cards->item, &span))
    return;

  words = roadmap_span_describe (&span, roadmap_get_fiscal_start (cards->roadmap), cards->language);
  card = append_card (cards, _("Time"));
  append_line (card, words, "body");
  if (roadmap_item_get (cards->item, "timing") != NULL)
    {
      append_line (card, _("As worded"), "caption-heading");
      roadmap_wording_append_field (card, cards->roadmap, cards->item, "timing", cards->translation);
    }
  if (roadmap_item_get (cards->item, "basis") != NULL)
    append_line (card, describe_basis (span.basis), span.basis == ROADMAP_BASIS_INFERRED ? "inferred" : "basis");
}

/* One line of a summary: how many bars have the status. */
static void
append_count (GtkBox      *box,
              RoadmapItem *status,
              guint        n_bars,
              const char  *language)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *chip = roadmap_chip_new ();
  g_autofree char *title = status != NULL ? roadmap_item_dup_title (status, language) : NULL;
  g_autofree char *number = g_strdup_printf ("%u", n_bars);

  roadmap_chip_set_item (ROADMAP_CHIP (chip), status, language);
  gtk_box_append (GTK_BOX (row), chip);
  append_line (GTK_BOX (row), title != NULL ? title : _("Nothing recorded yet"), title != NULL ? "body" : "dim-label");
  gtk_widget_set_hexpand (gtk_widget_get_last_child (row), TRUE);
  append_line (GTK_BOX (row), number, "numeric");
  gtk_box_append (box, row);
}

static void
append_summary (Cards *cards)
{
  g_autoptr (GArray) counts = roadmap_count_status (cards->roadmap, cards->item);
  GtkBox *card = NULL;

  for (guint i = 0; i < counts->len; i++)
    {
      const RoadmapStatusCount *count = &g_array_index (counts, RoadmapStatusCount, i);

      /* Last come the bars without a status, which alone say nothing. */
      if (count->n_bars == 0 || (count->status == NULL && card == NULL))
        continue;
      if (card == NULL)
        card = append_card (cards, _("Progress"));
      append_count (card, count->status, count->n_bars, cards->language);
    }
}

static void
append_progress (Cards *cards)
{
  GtkBox *card;

  if (!roadmap_item_is (cards->item, "bar") && !roadmap_item_is (cards->item, "measure"))
    {
      append_summary (cards);
      return;
    }
  card = append_card (cards, _("Progress Records"));
  roadmap_followup_list_append (card, cards->roadmap, cards->item, cards->language);
}

static void
append_links (Cards      *cards,
              const char *heading,
              GPtrArray  *items)
{
  if (items->len > 0)
    append_section (cards, heading, roadmap_link_list_new (cards->roadmap, items, heading, cards->language));
}

/* Whether the field leads to what has a place on a chart or the map; the rest is shown in words. */
static gboolean
leads_to_place (Cards              *cards,
                const RoadmapField *field)
{
  RoadmapItem *linked = NULL;

  if (roadmap_field_is_link (field))
    linked = roadmap_get_linked (cards->roadmap, cards->item, field->name);
  return linked != NULL && (roadmap_outline_shows (linked) || roadmap_item_is (linked, "cell"));
}

/* What the item links to itself. */
static void
append_linked (Cards *cards)
{
  for (const RoadmapField *field = roadmap_item_get_kind (cards->item)->fields; field->name != NULL; field++)
    if (leads_to_place (cards, field))
      {
        g_autoptr (GPtrArray) items = roadmap_get_links (cards->roadmap, cards->item, field->name);

        append_links (cards, _(field->label), items);
      }
}

static void
append_parts (Cards *cards)
{
  g_autoptr (GPtrArray) children = roadmap_outline_children (cards->roadmap, cards->item);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new ();

      for (guint j = 0; j < children->len; j++)
        if (roadmap_item_is (g_ptr_array_index (children, j), parts[i].kind))
          g_ptr_array_add (items, g_ptr_array_index (children, j));
      append_links (cards, _(parts[i].heading), items);
    }
  for (guint i = 0; i < G_N_ELEMENTS (map_parts); i++)
    {
      g_autoptr (GPtrArray) items = list_children (cards->item, map_parts[i].kind);

      append_links (cards, _(map_parts[i].heading), items);
    }
}

static void
append_referrers (Cards *cards)
{
  for (guint i = 0; i < G_N_ELEMENTS (referrers); i++)
    {
      g_autoptr (GPtrArray) items = roadmap_get_referrers (cards->roadmap, cards->item, referrers[i].kind);

      for (guint j = items->len; j > 0; j--)
        {
          g_autoptr (GPtrArray) links = roadmap_get_links (cards->roadmap, g_ptr_array_index (items, j - 1),
                                                           referrers[i].field);

          if (!g_ptr_array_find (links, cards->item, NULL))
            g_ptr_array_remove_index (items, j - 1);
        }
      append_links (cards, _(referrers[i].heading), items);
    }
}

/* Where the source has the mark of a note. */
static void
append_mentions (Cards *cards)
{
  g_autoptr (GPtrArray) items = NULL;

  if (roadmap_item_get (cards->item, "number") == NULL || roadmap_item_get (cards->item, "text") == NULL)
    return;
  items = roadmap_reading_list_mentions (cards->roadmap, cards->item);
  append_links (cards, _("Referred to by"), items);
}

static void
add_new (GPtrArray   *items,
         RoadmapItem *item)
{
  if (item != NULL && !g_ptr_array_find (items, item, NULL))
    g_ptr_array_add (items, item);
}

/* The notes that the wording in and below @item refers to. */
static void
add_noted (Cards       *cards,
           RoadmapItem *top,
           GPtrArray   *notes)
{
  for (RoadmapItem *item = top; item != NULL; item = roadmap_item_next (item, top))
    {
      const char *text = roadmap_item_get (item, "text");
      g_auto (GStrv) ids = text != NULL ? roadmap_markup_list_refs (text) : NULL;

      for (char **id = ids; id != NULL && *id != NULL; id++)
        add_new (notes, roadmap_lookup (cards->roadmap, *id));
    }
}

/* Of a stage or chart, only what is shown of it: the notes of its parts are shown with the parts. */
static void
append_notes (Cards *cards)
{
  g_autoptr (GPtrArray) notes = roadmap_get_links (cards->roadmap, cards->item, "notes");
  g_autoptr (GPtrArray) addressed = roadmap_get_referrers (cards->roadmap, cards->item, "addressed");
  g_autoptr (GPtrArray) parts_below = roadmap_outline_children (cards->roadmap, cards->item);

  if (parts_below->len == 0 || roadmap_item_is (cards->item, "roadblock"))
    add_noted (cards, cards->item, notes);
  for (guint i = 0; i < addressed->len; i++)
    add_noted (cards, g_ptr_array_index (addressed, i), notes);
  append_wording (cards, _("Notes"), notes);
}

static void
append_remarks (Cards *cards)
{
  g_autoptr (GPtrArray) remarks = list_children (cards->item, "remark");
  GtkBox *card = remarks->len > 0 ? append_card (cards, _("Editor’s remark")) : NULL;

  for (guint i = 0; i < remarks->len; i++)
    {
      const char *text = roadmap_item_get_in (g_ptr_array_index (remarks, i), "text", cards->language);
      g_autofree char *markup = g_markup_escape_text (text != NULL ? text : "", -1);

      gtk_box_append (card, roadmap_wording_label_new (markup, cards->language, TRUE));
    }
}

static char *
describe_part (Cards *cards)
{
  const char *source = roadmap_item_get_inherited (cards->item, "source");
  const char *page = roadmap_item_get_inherited (cards->item, "page");
  RoadmapItem *part = source != NULL ? roadmap_lookup (cards->roadmap, source) : NULL;
  g_autofree char *title = part != NULL ? roadmap_item_dup_title (part, cards->language) : NULL;

  if (title == NULL || page == NULL)
    return g_steal_pointer (&title);
  /* Translators: where something stands in the source: title of the part, page or pages. */
  return g_strdup_printf (_("%s, p. %s"), title, page);
}

/* The title of an edition is often its date already. */
static char *
describe_edition (Cards *cards)
{
  const char *id = roadmap_item_get_inherited (cards->item, "edition");
  RoadmapItem *edition = id != NULL ? roadmap_lookup (cards->roadmap, id) : NULL;
  const char *value = edition != NULL ? roadmap_item_get (edition, "date") : NULL;
  g_autofree char *title = edition != NULL ? roadmap_item_dup_title (edition, cards->language) : NULL;
  g_autofree char *date_words = NULL;
  g_autofree char *folded_title = NULL;
  g_autofree char *folded_date = NULL;
  GDate date;

  if (value == NULL || !roadmap_date_parse (value, &date))
    return g_steal_pointer (&title);
  date_words = roadmap_date_describe (&date, cards->language);
  folded_title = roadmap_query_fold (title);
  folded_date = roadmap_query_fold (date_words);
  if (strstr (folded_title, folded_date) != NULL)
    return g_steal_pointer (&title);
  /* Translators: an edition of the roadmap: title, date. */
  return g_strdup_printf (_("%s (%s)"), title, date_words);
}

/* Where the item stands in the source, which leads there. */
static GtkWidget *
create_source_row (Cards      *cards,
                   const char *place,
                   const char *edition)
{
  /* Translators: %s is the title of an edition, which may be its date. */
  g_autofree char *subtitle = edition != NULL ? g_strdup_printf (_("Edition: %s"), edition) : NULL;
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", place,
                                 "subtitle", subtitle != NULL ? subtitle : "",
                                 "activatable", TRUE,
                                 "tooltip-text", _("Show in the Document"),
                                 "action-name", "win.show-in-document",
                                 "action-target", g_variant_new_string (roadmap_item_get_id (cards->item)),
                                 NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE,
                                                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                                 "icon-name", "go-next-symbolic",
                                                                 NULL));
  return row;
}

static void
append_source (Cards *cards)
{
  g_autofree char *part = describe_part (cards);
  g_autofree char *edition = describe_edition (cards);
  GtkWidget *list;

  if (part == NULL && edition == NULL)
    return;

  list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "link-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Source"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), create_source_row (cards, part != NULL ? part : edition,
                                                               part != NULL ? edition : NULL));
  append_section (cards, _("Source"), list);
}

/* What the item said in earlier editions, a card for each edition that changed it. */
static void
append_former (Cards *cards)
{
  g_autoptr (GPtrArray) words = roadmap_list_former_words (cards->roadmap, cards->item, cards->language);

  for (guint i = 0; i < words->len;)
    {
      const RoadmapFormerWords *first = g_ptr_array_index (words, i);
      g_autofree char *day = roadmap_edition_dup_day (first->edition, cards->language);
      /* Translators: heads what something said before; %s is the day of the edition that changed it */
      g_autofree char *heading = g_strdup_printf (_("Until %s"), day);
      GtkBox *card = append_card (cards, heading);

      i = roadmap_former_list_append (card, cards->roadmap, cards->item, words, i, cards->language);
    }
}

void
roadmap_detail_cards_append (GtkBox      *box,
                             Roadmap     *roadmap,
                             RoadmapItem *item,
                             const char  *language)
{
  gboolean translated = g_strcmp0 (language, roadmap_get_language (roadmap)) != 0;
  Cards cards = { box, roadmap, item, language, translated ? language : NULL };

  append_texts (&cards);
  append_time (&cards);
  append_former (&cards);
  append_progress (&cards);
  append_linked (&cards);
  append_parts (&cards);
  append_referrers (&cards);
  append_mentions (&cards);
  append_notes (&cards);
  append_remarks (&cards);
  append_source (&cards);
}
