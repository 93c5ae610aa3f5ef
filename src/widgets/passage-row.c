/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/passage-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "widgets/item-markup.h"
#include "widgets/passage-words.h"
#include "widgets/theme.h"
#include "widgets/wording.h"

/* Deeper passages are indented no further. */
#define DEPTH_MAX 4
/* GtkLabel finds out how narrow it can be by breaking its text at that width: in a column one letter wide a page of text
 * has a thousand lines, each of them shaped. */
#define WIDTH_MIN 10

/* A list view keeps some two hundred rows ready, and most passages are words alone: a label is made when it is first
 * needed, and laid out again only when it says something else. */
typedef struct
{
  GtkLabel *label; /* NULL until it is needed */
  char     *said;  /* all that decides how it looks */
} Line;

struct _RoadmapPassageRow
{
  GtkWidget  parent_instance;

  Line       marker;
  GtkWidget *column;
  Line       tag;     /* says that a remark is one */
  Line       words;
  Line       facts;
  Line       adopted;

  char      *style; /* the class of the form */
  char      *depth; /* the class of the depth */
};

G_DEFINE_FINAL_TYPE (RoadmapPassageRow, roadmap_passage_row, GTK_TYPE_WIDGET)

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

  if (label == self->marker.label)
    g_signal_emit (self, signals[RETURN], 0);
  else
    g_signal_emit (self, signals[FOLLOW], 0, uri + strlen ("item:"));
  return GDK_EVENT_STOP;
}

static int
get_marker_width (RoadmapPassageRow *self)
{
  int width;

  if (self->marker.label == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->marker.label)))
    return 0;
  gtk_widget_measure (GTK_WIDGET (self->marker.label), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static GtkSizeRequestMode
roadmap_passage_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A box would do, but a list view asks for widths that suit a height, which a label answers by trying one width after
 * another: that took longer than all the rest of showing a text. */
static void
roadmap_passage_row_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  RoadmapPassageRow *self = ROADMAP_PASSAGE_ROW (widget);
  int marker = get_marker_width (self);
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  gtk_widget_measure (self->column, orientation, horizontal || for_size < 0 ? -1 : MAX (0, for_size - marker), minimum,
                      natural, NULL, NULL);
  if (horizontal)
    {
      *minimum += marker;
      *natural += marker;
    }
}

static void
roadmap_passage_row_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  RoadmapPassageRow *self = ROADMAP_PASSAGE_ROW (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int marker = get_marker_width (self);

  if (marker > 0)
    gtk_widget_size_allocate (GTK_WIDGET (self->marker.label),
                              &(GtkAllocation) { mirrored ? width - marker : 0, 0, marker, height }, -1);
  gtk_widget_size_allocate (self->column, &(GtkAllocation) { mirrored ? 0 : marker, 0, width - marker, height }, -1);
}

static void
roadmap_passage_row_dispose (GObject *object)
{
  RoadmapPassageRow *self = ROADMAP_PASSAGE_ROW (object);

  if (self->marker.label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->marker.label));
  self->marker.label = NULL;
  g_clear_pointer (&self->column, gtk_widget_unparent);

  G_OBJECT_CLASS (roadmap_passage_row_parent_class)->dispose (object);
}

static void
roadmap_passage_row_finalize (GObject *object)
{
  RoadmapPassageRow *self = ROADMAP_PASSAGE_ROW (object);

  g_clear_pointer (&self->marker.said, g_free);
  g_clear_pointer (&self->tag.said, g_free);
  g_clear_pointer (&self->words.said, g_free);
  g_clear_pointer (&self->facts.said, g_free);
  g_clear_pointer (&self->adopted.said, g_free);
  g_clear_pointer (&self->style, g_free);
  g_clear_pointer (&self->depth, g_free);

  G_OBJECT_CLASS (roadmap_passage_row_parent_class)->finalize (object);
}

static void
roadmap_passage_row_class_init (RoadmapPassageRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = roadmap_passage_row_dispose;
  object_class->finalize = roadmap_passage_row_finalize;
  widget_class->get_request_mode = roadmap_passage_row_get_request_mode;
  widget_class->measure = roadmap_passage_row_measure;
  widget_class->size_allocate = roadmap_passage_row_size_allocate;

  signals[FOLLOW] = g_signal_new ("follow", ROADMAP_TYPE_PASSAGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RETURN] = g_signal_new ("return", ROADMAP_TYPE_PASSAGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "passage");
}

static void
create_label (RoadmapPassageRow *self,
              Line              *line,
              const char        *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "can-focus", FALSE,
                                   "xalign", 0.0,
                                   "valign", GTK_ALIGN_START,
                                   "width-chars", WIDTH_MIN,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   NULL);

  line->label = GTK_LABEL (label);
  gtk_widget_add_css_class (label, style);
  g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), self);
}

/* @after: NULL for the first of the column. */
static void
insert_label (RoadmapPassageRow *self,
              Line              *line,
              const char        *style,
              const Line        *after)
{
  create_label (self, line, style);
  gtk_box_insert_child_after (GTK_BOX (self->column), GTK_WIDGET (line->label),
                              after != NULL ? GTK_WIDGET (after->label) : NULL);
}

/* A label without words takes no room; neither does its spacing. */
static void
say (Line       *line,
     const char *markup,
     const char *language,
     const char *query)
{
  g_autofree char *said = NULL;

  if (line->label == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (line->label), markup != NULL);
  if (markup == NULL)
    return;

  /* The theme decides on the colour of marks, and has its say in the markup otherwise. */
  said = g_strdup_printf ("%s\n%s\n%s\n%d", language, query != NULL ? query : "", markup, roadmap_theme_get_current ());
  if (g_strcmp0 (line->said, said) == 0)
    return;
  roadmap_label_set_words (line->label, markup, language);
  roadmap_label_mark_hits (line->label, query);
  g_free (line->said);
  line->said = g_steal_pointer (&said);
}

static void
set_links_focusable (RoadmapPassageRow *self,
                     gboolean           focusable)
{
  const Line *lines[] = { &self->marker, &self->words, &self->adopted };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i]->label != NULL)
      gtk_widget_set_can_focus (GTK_WIDGET (lines[i]->label),
                                focusable && strstr (gtk_label_get_label (lines[i]->label), "<a ") != NULL);
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

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->column, GTK_WIDGET (self));
  insert_label (self, &self->words, "words", NULL);
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
show_style (RoadmapPassageRow    *self,
            const RoadmapPassage *passage)
{
  g_autofree char *depth = g_strdup_printf ("depth-%u", MIN (passage->depth, DEPTH_MAX));

  replace_class (GTK_WIDGET (self), &self->style, styles[passage->form]);
  replace_class (GTK_WIDGET (self), &self->depth, depth);
}

static char *
dup_marker_markup (const RoadmapPassage *passage)
{
  const char *marker = roadmap_passage_get_marker (passage);

  if (marker == NULL)
    return NULL;
  if (roadmap_item_is (passage->item, "milestone"))
    return roadmap_item_dup_number_markup (passage->item);
  if (passage->form == ROADMAP_PASSAGE_NOTE && roadmap_item_get (passage->item, "number") != NULL)
    return g_markup_printf_escaped ("<a href=\"item:%s\" title=\"%s\">%s</a>", roadmap_item_get_id (passage->item),
                                    /* Translators: tells what the number of a footnote does. */
                                    _("Back to the Text"), marker);
  return g_markup_escape_text (marker, -1);
}

static void
show_marker (RoadmapPassageRow    *self,
             const RoadmapPassage *passage,
             const char           *language)
{
  g_autofree char *markup = dup_marker_markup (passage);

  if (markup != NULL && self->marker.label == NULL)
    {
      create_label (self, &self->marker, "marker");
      g_object_set (self->marker.label, "width-chars", -1, "wrap", FALSE, NULL);
      gtk_widget_insert_before (GTK_WIDGET (self->marker.label), GTK_WIDGET (self), self->column);
    }
  say (&self->marker, markup, language, NULL);
}

static void
show_tag (RoadmapPassageRow    *self,
          const RoadmapPassage *passage)
{
  gboolean remark = passage->form == ROADMAP_PASSAGE_REMARK;

  if (remark && self->tag.label == NULL)
    {
      insert_label (self, &self->tag, "ours-tag", NULL);
      gtk_label_set_width_chars (self->tag.label, -1);
      gtk_widget_set_halign (GTK_WIDGET (self->tag.label), GTK_ALIGN_START);
    }
  say (&self->tag, remark ? _("Editor’s remark") : NULL, NULL, NULL);
}

static void
show_facts (RoadmapPassageRow *self,
            const char        *facts,
            const char        *language)
{
  g_autofree char *markup = facts != NULL ? g_markup_escape_text (facts, -1) : NULL;

  if (facts != NULL && self->facts.label == NULL)
    insert_label (self, &self->facts, "facts", &self->words);
  say (&self->facts, markup, language, NULL);
}

static void
show_adopted (RoadmapPassageRow *self,
              const char        *markup,
              const char        *language,
              const char        *query)
{
  if (markup != NULL && self->adopted.label == NULL)
    insert_label (self, &self->adopted, "adopted", self->facts.label != NULL ? &self->facts : &self->words);
  say (&self->adopted, markup, language, query);
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
  show_tag (self, passage);
  say (&self->words, words, spoken, passage->field != NULL ? query : NULL);
  roadmap_wording_style (GTK_WIDGET (self->words.label), spoken, roadmap_passage_is_ours (roadmap, passage, language));
  show_facts (self, facts, language);
  show_adopted (self, original, roadmap_get_language (roadmap), query);
  roadmap_theme_set_class (GTK_WIDGET (self), "first",
                           passage->form == ROADMAP_PASSAGE_NOTE && before != NULL &&
                             before->form != ROADMAP_PASSAGE_NOTE);
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
roadmap_passage_row_set_current (RoadmapPassageRow *self,
                                 gboolean           current)
{
  g_return_if_fail (ROADMAP_IS_PASSAGE_ROW (self));

  roadmap_theme_set_class (GTK_WIDGET (self), "current", current);
}

void
roadmap_passage_row_set_revealed (RoadmapPassageRow *self,
                                  gboolean           revealed)
{
  g_return_if_fail (ROADMAP_IS_PASSAGE_ROW (self));

  roadmap_theme_set_class (GTK_WIDGET (self), "revealed", revealed);
}
