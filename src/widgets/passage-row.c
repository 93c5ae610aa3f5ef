/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/passage-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "widgets/item-markup.h"
#include "widgets/passage-words.h"
#include "widgets/wording.h"

/* Deeper passages are indented no further. */
#define DEPTH_MAX 4

struct _RoadmapPassageRow
{
  GtkBox     parent_instance;

  GtkLabel  *marker;
  GtkWidget *column;
  GtkLabel  *tag;     /* says that a remark is one */
  GtkLabel  *words;
  GtkLabel  *facts;
  GtkLabel  *adopted;

  char      *style; /* the class of the form */
  char      *depth; /* the class of the depth */
};

G_DEFINE_FINAL_TYPE (RoadmapPassageRow, roadmap_passage_row, GTK_TYPE_BOX)

enum { FOLLOW, RETURN, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *const styles[] = {
  [ROADMAP_PASSAGE_PAGE] = "page-turn",
  [ROADMAP_PASSAGE_OVERLINE] = "overline",
  [ROADMAP_PASSAGE_TITLE] = "main-title",
  [ROADMAP_PASSAGE_SUBTITLE] = "subtitle-line",
  [ROADMAP_PASSAGE_BYLINE] = "byline",
  [ROADMAP_PASSAGE_HEADING] = "section-heading",
  [ROADMAP_PASSAGE_GROUP] = "group-heading",
  [ROADMAP_PASSAGE_ENTRY] = "entry",
  [ROADMAP_PASSAGE_TEXT] = "text",
  [ROADMAP_PASSAGE_DETAIL] = "detail",
  [ROADMAP_PASSAGE_NOTE] = "note",
  [ROADMAP_PASSAGE_REMARK] = "remark",
};

static gboolean
activate_link_cb (GtkLabel          *label,
                  const char        *uri,
                  RoadmapPassageRow *self)
{
  if (!g_str_has_prefix (uri, "item:"))
    return roadmap_wording_open_link (label, uri);

  if (label == self->marker)
    g_signal_emit (self, signals[RETURN], 0);
  else
    g_signal_emit (self, signals[FOLLOW], 0, uri + strlen ("item:"));
  return GDK_EVENT_STOP;
}

static void
roadmap_passage_row_finalize (GObject *object)
{
  RoadmapPassageRow *self = ROADMAP_PASSAGE_ROW (object);

  g_clear_pointer (&self->style, g_free);
  g_clear_pointer (&self->depth, g_free);

  G_OBJECT_CLASS (roadmap_passage_row_parent_class)->finalize (object);
}

static void
roadmap_passage_row_class_init (RoadmapPassageRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = roadmap_passage_row_finalize;

  signals[FOLLOW] = g_signal_new ("follow", ROADMAP_TYPE_PASSAGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RETURN] = g_signal_new ("return", ROADMAP_TYPE_PASSAGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "passage");
}

static GtkLabel *
append_label (RoadmapPassageRow *self,
              GtkWidget         *box,
              const char        *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", 0.0,
                                   "valign", GTK_ALIGN_START,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   NULL);

  gtk_widget_add_css_class (label, style);
  gtk_widget_set_can_focus (label, FALSE);
  g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
set_links_focusable (RoadmapPassageRow *self,
                     gboolean           focusable)
{
  GtkLabel *labels[] = { self->marker, self->words, self->adopted };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    gtk_widget_set_can_focus (GTK_WIDGET (labels[i]), focusable && strstr (gtk_label_get_label (labels[i]), "<a ") != NULL);
}

static void
focus_left_cb (GtkEventControllerFocus *controller,
               RoadmapPassageRow       *self)
{
  set_links_focusable (self, FALSE);
}

static void
roadmap_passage_row_init (RoadmapPassageRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  self->marker = append_label (self, GTK_WIDGET (self), "marker");
  gtk_label_set_wrap (self->marker, FALSE);
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->column, TRUE);
  gtk_box_append (GTK_BOX (self), self->column);
  self->tag = append_label (self, self->column, "ours-tag");
  gtk_label_set_label (self->tag, _("Editor’s remark"));
  gtk_widget_set_halign (GTK_WIDGET (self->tag), GTK_ALIGN_START);
  self->words = append_label (self, self->column, "words");
  self->facts = append_label (self, self->column, "facts");
  self->adopted = append_label (self, self->column, "adopted");
}

GtkWidget *
roadmap_passage_row_new (void)
{
  return g_object_new (ROADMAP_TYPE_PASSAGE_ROW, NULL);
}

/* Puts @wanted into the place of the class that stands there. */
static void
replace_class (GtkWidget   *widget,
               char       **current,
               const char  *wanted)
{
  if (g_strcmp0 (*current, wanted) == 0)
    return;

  if (*current != NULL)
    gtk_widget_remove_css_class (widget, *current);
  gtk_widget_add_css_class (widget, wanted);
  g_free (*current);
  *current = g_strdup (wanted);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_style (RoadmapPassageRow    *self,
            const RoadmapPassage *passage)
{
  g_autofree char *depth = g_strdup_printf ("depth-%u", MIN (passage->depth, DEPTH_MAX));

  replace_class (GTK_WIDGET (self), &self->style, styles[passage->form]);
  replace_class (GTK_WIDGET (self), &self->depth, depth);
  gtk_widget_set_visible (GTK_WIDGET (self->tag), passage->form == ROADMAP_PASSAGE_REMARK);
}

static void
show_marker (RoadmapPassageRow    *self,
             const RoadmapPassage *passage,
             const char           *language)
{
  const char *marker = roadmap_passage_get_marker (passage);
  g_autofree char *markup = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->marker), marker != NULL);
  if (marker == NULL)
    return;

  if (passage->form == ROADMAP_PASSAGE_NOTE && roadmap_item_get (passage->item, "number") != NULL)
    markup = g_markup_printf_escaped ("<a href=\"item:%s\" title=\"%s\">%s</a>", roadmap_item_get_id (passage->item),
                                      /* Translators: tells what the number of a footnote does. */
                                      _("Back to the Text"), marker);
  else if (roadmap_item_is (passage->item, "milestone"))
    markup = roadmap_item_dup_number_markup (passage->item);
  else
    markup = g_markup_escape_text (marker, -1);
  roadmap_label_set_words (self->marker, markup, language);
}

/* A label without words takes no room; neither does its spacing. */
static void
show_line (GtkLabel   *label,
           const char *markup,
           const char *language,
           const char *query)
{
  gtk_widget_set_visible (GTK_WIDGET (label), markup != NULL);
  roadmap_label_set_words (label, markup != NULL ? markup : "", language);
  roadmap_label_mark_hits (label, query);
}

/* The widget that GTK puts around a row has the focus, and on 4.8 no name of its own. */
static void
name_row (RoadmapPassageRow    *self,
          Roadmap              *roadmap,
          const RoadmapPassage *passage,
          const char           *language)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean heading = passage->form == ROADMAP_PASSAGE_TITLE || passage->form == ROADMAP_PASSAGE_HEADING ||
                     passage->form == ROADMAP_PASSAGE_GROUP || passage->form == ROADMAP_PASSAGE_ENTRY;
  gboolean ours = roadmap_passage_is_ours (roadmap, passage, language);
  const char *description = heading ? _("Heading") : NULL;
  g_autofree char *name = NULL;

  if (row == NULL)
    return;
  if (passage->form == ROADMAP_PASSAGE_REMARK)
    description = _("Editor’s remark");
  else if (!heading && ours)
    description = roadmap_wording_is_ours (passage->item, NULL) ? _("Added by the editor") : _("Our translation");

  name = roadmap_passage_dup_text (roadmap, passage, language);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "",
                                  -1);
}

void
roadmap_passage_row_show (RoadmapPassageRow    *self,
                          RoadmapViewState     *state,
                          const RoadmapPassage *passage,
                          const RoadmapPassage *before,
                          gboolean              adopted)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (state);
  RoadmapItem *selected = roadmap_view_state_get_selected (state);
  const char *language = roadmap_view_state_get_words (state);
  const char *query = roadmap_view_state_get_query (state);
  const char *spoken;
  g_autofree char *words = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *original = NULL;

  g_return_if_fail (ROADMAP_IS_PASSAGE_ROW (self));

  spoken = roadmap_passage_get_language (roadmap, passage, language);
  words = roadmap_passage_dup_markup (roadmap, passage, language);
  facts = roadmap_passage_dup_facts (roadmap, passage, language);
  original = adopted ? roadmap_passage_dup_adopted (roadmap, passage, language) : NULL;

  show_style (self, passage);
  show_marker (self, passage, spoken);
  show_line (self->words, words, spoken, passage->field != NULL ? query : NULL);
  roadmap_wording_style (GTK_WIDGET (self->words), spoken, roadmap_passage_is_ours (roadmap, passage, language));
  show_line (self->facts, facts, language, NULL);
  show_line (self->adopted, original, roadmap_get_language (roadmap), query);
  set_class (GTK_WIDGET (self), "current",
             selected != NULL && passage->item == selected && passage->form != ROADMAP_PASSAGE_PAGE);
  set_class (GTK_WIDGET (self), "first",
             passage->form == ROADMAP_PASSAGE_NOTE && before != NULL && before->form != ROADMAP_PASSAGE_NOTE);
  name_row (self, roadmap, passage, language);
}

gboolean
roadmap_passage_row_focus_link (RoadmapPassageRow *self,
                                GtkDirectionType   direction)
{
  g_return_val_if_fail (ROADMAP_IS_PASSAGE_ROW (self), FALSE);

  set_links_focusable (self, TRUE);
  if (gtk_widget_child_focus (GTK_WIDGET (self), direction))
    return TRUE;
  set_links_focusable (self, FALSE);
  return FALSE;
}

void
roadmap_passage_row_set_revealed (RoadmapPassageRow *self,
                                  gboolean           revealed)
{
  g_return_if_fail (ROADMAP_IS_PASSAGE_ROW (self));

  set_class (GTK_WIDGET (self), "revealed", revealed);
}
