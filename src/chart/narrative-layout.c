/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/narrative-layout.h"

#include "chart/text-flow.h"
#include "chart/title-markup.h"
#include "chart/words.h"
#include "model/reading.h"

/* How long lines are at most, and at least where there are columns, in ems of the text: Japanese lines of up to some 45
 * characters and English ones of up to some 85 are read without losing the next. */
#define MAX_LINE_JAPANESE 45
#define MAX_LINE 38
#define MIN_COLUMN_JAPANESE 28
#define MIN_COLUMN 23

/* In ems. */
#define COLUMN_GAP 2.4
#define PARAGRAPH_GAP 0.45
#define HEADING_GAP 1.3
#define NOTE_GAP 0.35
#define TITLE_GAP 1.2
#define MARKER_GAP 0.4
#define PAGE_TOP 0.8

/* A page that is wider than a line by no more than this is not left with a strip of nothing. */
#define WIDER_LINE 1.15

/* Less of a line than this is no room for words: what is nested deeper begins at the left again. */
#define MIN_WORDS 8

/* A title that takes up more than this share of the page has one for itself. */
#define MAX_TITLE_SHARE 0.6

struct _RoadmapNarrativeLayout
{
  RoadmapSheet  parent_instance;

  GPtrArray    *pages; /* RoadmapScene */
};

G_DEFINE_FINAL_TYPE (RoadmapNarrativeLayout, roadmap_narrative_layout, ROADMAP_TYPE_SHEET)

typedef struct
{
  const RoadmapNarrativeOptions *options;
  RoadmapFlowFrame               frame;
  double                         em;
  RoadmapTextFlow               *flow;
  RoadmapItem                   *note;   /* the one whose texts are added, or NULL */
  gboolean                       begins; /* the next text does */
} Draft;

static gboolean
is_japanese (const Draft *draft)
{
  return draft->options->language != NULL && g_str_has_prefix (draft->options->language, "ja");
}

/* As many columns as lines of good length want, but none too narrow. */
static void
find_columns (Draft *draft)
{
  double longest = draft->em * (is_japanese (draft) ? MAX_LINE_JAPANESE : MAX_LINE);
  double shortest = draft->em * (is_japanese (draft) ? MIN_COLUMN_JAPANESE : MIN_COLUMN);
  double width = draft->options->width;
  double gap = COLUMN_GAP * draft->em;
  guint n_columns = 1;

  if (draft->options->height > 0)
    while ((width + gap) / n_columns - gap > longest && (width + gap) / (n_columns + 1) - gap >= shortest)
      n_columns++;
  draft->frame.n_columns = n_columns;
  draft->frame.column_width = (width + gap) / n_columns - gap;
  if (draft->frame.column_width > WIDER_LINE * longest)
    draft->frame.column_width = longest;
  draft->frame.gap = gap;
  draft->frame.height = draft->options->height;
  draft->frame.top = draft->options->height > 0 ? PAGE_TOP * draft->em : 0;
  draft->frame.note_gap = 0.6 * draft->em;
}

/* Texts */

static RoadmapTextStyle
get_style (const Draft *draft)
{
  if (draft->note != NULL)
    return (RoadmapTextStyle) { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_RUNNING };
  return (RoadmapTextStyle) { ROADMAP_SIZE_BODY, ROADMAP_TEXT_RUNNING | ROADMAP_TEXT_EVEN | ROADMAP_TEXT_OPEN };
}

/* Adds @text, which is filled in but for its layout, with the words @value and the mark of an item that was revised. */
static void
add_text (Draft            *draft,
          RoadmapFlowText  *text,
          const char       *value,
          RoadmapTextStyle  style)
{
  const RoadmapNarrativeOptions *options = draft->options;
  g_autoptr (GString) markup = g_string_new (NULL);

  text->words = roadmap_linked_text_new (options->roadmap, value, options->measure, style.size);
  g_string_append (markup, text->words->markup);
  roadmap_mark_append_markup (markup, options->roadmap, text->item, options->language, options->measure, style.size);
  text->layout = roadmap_measure_markup (options->measure, markup->str, style, draft->frame.column_width - text->x);
  text->begins = draft->begins && draft->note == NULL;
  text->note = draft->note;
  if (draft->note == NULL)
    draft->begins = FALSE;
  roadmap_text_flow_add (draft->flow, text);
  g_object_unref (text->layout);
}

/* Lets the words of @text hang behind @marker: in Japanese a full-width one such as ○ needs no more air. */
static void
add_marker (Draft            *draft,
            RoadmapFlowText  *text,
            const char       *marker,
            RoadmapTextStyle  style)
{
  double em = roadmap_measure_get_em (draft->options->measure, style.size);
  double width;

  style.flags &= ROADMAP_TEXT_OPEN;
  text->marker = roadmap_measure_text (draft->options->measure, marker, style, ROADMAP_UNWRAPPED);
  text->marker_x = text->x;
  roadmap_layout_get_size (text->marker, &width, NULL);
  if (width < 0.9 * em || !is_japanese (draft))
    width += MARKER_GAP * em;
  text->x += width;
}

static void add_paragraphs (Draft       *draft,
                            RoadmapItem *container,
                            double       x);

/* A paragraph or a note with what is nested in it, which begins where its words do. */
static void
add_paragraph (Draft       *draft,
               RoadmapItem *item,
               const char  *marker,
               const char  *marker_target,
               double       x)
{
  RoadmapTextStyle style = get_style (draft);
  RoadmapFlowText text = {
    .item = item,
    .x = draft->frame.column_width - x > MIN_WORDS * draft->em ? x : 0,
    .before = (draft->note != NULL ? NOTE_GAP : PARAGRAPH_GAP) * draft->em,
    .tag = draft->note != NULL ? ROADMAP_TAG_NOTE : ROADMAP_TAG_PARAGRAPH,
    .marker_target = marker_target,
  };

  if (marker != NULL && *marker != '\0')
    add_marker (draft, &text, marker, style);
  add_text (draft, &text, roadmap_item_get_in (item, "text", draft->options->language), style);
  add_paragraphs (draft, item, text.x);
  g_clear_object (&text.marker);
}

static gboolean
is_shown (Draft       *draft,
          RoadmapItem *item)
{
  return draft->options->show == NULL || draft->options->show (item, draft->options->show_data);
}

static void
add_paragraphs (Draft       *draft,
                RoadmapItem *container,
                double       x)
{
  for (guint i = 0; i < roadmap_item_get_n_children (container); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (container, i);

      if (roadmap_item_is (item, "paragraph") && is_shown (draft, item))
        add_paragraph (draft, item, roadmap_item_get (item, "marker"), NULL, x);
    }
}

static void
add_section (Draft       *draft,
             RoadmapItem *section)
{
  RoadmapTextStyle style = { ROADMAP_SIZE_NUMBER, ROADMAP_TEXT_BOLD | ROADMAP_TEXT_EVEN };
  const char *title = roadmap_item_get_in (section, "title", draft->options->language);
  g_autofree char *escaped = g_markup_escape_text (title != NULL ? title : "", -1);
  RoadmapFlowText text = {
    .item = section,
    .before = HEADING_GAP * draft->em,
    .tag = ROADMAP_TAG_HEADING,
    .keep = TRUE,
  };

  draft->begins = TRUE;
  if (*escaped != '\0')
    add_text (draft, &text, escaped, style);
  add_paragraphs (draft, section, 0);
}

/* The number of a note leads back to the first item that calls it. */
static void
add_note (Draft       *draft,
          RoadmapItem *note)
{
  g_autoptr (GPtrArray) callers = roadmap_reading_list_mentions (draft->options->roadmap, note);
  g_autofree char *target = NULL;

  if (callers->len > 0)
    target = g_strconcat ("#", roadmap_item_get_id (g_ptr_array_index (callers, 0)), NULL);
  draft->note = note;
  add_paragraph (draft, note, roadmap_item_get (note, "number"), target, 0);
  draft->note = NULL;
}

static void
add_body (Draft *draft)
{
  RoadmapItem *narrative = draft->options->narrative;

  for (guint i = 0; i < roadmap_item_get_n_children (narrative); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (narrative, i);

      if (!is_shown (draft, item))
        continue;
      if (roadmap_item_is (item, "section"))
        add_section (draft, item);
      else if (roadmap_item_is (item, "paragraph"))
        add_paragraph (draft, item, roadmap_item_get (item, "marker"), NULL, 0);
      else if (roadmap_item_is (item, "footnote"))
        add_note (draft, item);
    }
}

/* Title */

/* Adds a line over all columns. */
static double
add_title_line (Draft            *draft,
                RoadmapScene     *scene,
                const char       *words,
                RoadmapTextStyle  style,
                RoadmapTag        tag,
                double            y)
{
  const RoadmapFlowFrame *frame = &draft->frame;
  double width = frame->n_columns * (frame->column_width + frame->gap) - frame->gap;
  RoadmapShape shape = {
    .form = ROADMAP_FORM_TEXT,
    .ink = tag == ROADMAP_TAG_TITLE ? ROADMAP_INK_TEXT : ROADMAP_INK_DIM_TEXT,
    .item = draft->options->narrative,
    .tag = tag,
    .rect = { 0, y, width, 0 },
  };

  if (words == NULL || *words == '\0')
    return y;
  shape.layout = roadmap_measure_text (draft->options->measure, words, style, width);
  roadmap_layout_get_size (shape.layout, NULL, &shape.rect.height);
  roadmap_scene_add (scene, &shape);
  g_object_unref (shape.layout);
  return roadmap_rect_get_bottom (&shape.rect);
}

/* (transfer full): title, date and author, and where the words are ours, that they are. */
static RoadmapScene *
create_title (Draft *draft)
{
  static const RoadmapTextStyle title_style = { ROADMAP_SIZE_TITLE, ROADMAP_TEXT_BOLD | ROADMAP_TEXT_EVEN };
  static const RoadmapTextStyle byline_style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_END };
  static const RoadmapTextStyle ours_style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_ITALIC };
  const RoadmapNarrativeOptions *options = draft->options;
  const char *language = options->language;
  gboolean ours = g_strcmp0 (language, roadmap_get_language (options->roadmap)) != 0;
  RoadmapScene *scene = roadmap_scene_new ();
  double y = draft->frame.top;

  roadmap_scene_begin_group (scene, options->narrative, 0, 0);
  if (!options->untitled)
    y = add_title_line (draft, scene, roadmap_item_get_in (options->narrative, "title", language), title_style,
                        ROADMAP_TAG_TITLE, y) + PARAGRAPH_GAP * draft->em;
  y = add_title_line (draft, scene, roadmap_item_get_in (options->narrative, "dateline", language), byline_style,
                      ROADMAP_TAG_PARAGRAPH, y);
  y = add_title_line (draft, scene, roadmap_item_get_in (options->narrative, "author", language), byline_style,
                      ROADMAP_TAG_PARAGRAPH, y);
  if (ours)
    y = add_title_line (draft, scene, roadmap_word (ROADMAP_WORD_TRANSLATED, language), ours_style,
                        ROADMAP_TAG_PARAGRAPH, y + PARAGRAPH_GAP * draft->em);
  roadmap_scene_end_group (scene);
  if (roadmap_scene_get_n_shapes (scene) > 0)
    roadmap_scene_extend (scene, 0, y + TITLE_GAP * draft->em);
  return scene;
}

/* Pages */

static void
add_page (RoadmapNarrativeLayout *self,
          const Draft            *draft,
          RoadmapScene           *scene)
{
  RoadmapSheet *sheet = ROADMAP_SHEET (self);
  guint index = self->pages->len;

  roadmap_scene_extend (scene, draft->options->width, 0);
  g_ptr_array_add (self->pages, scene);
  roadmap_sheet_add_row (sheet, NULL, roadmap_scene_get_height (scene));
  for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
    roadmap_sheet_add_to_row (sheet, index, roadmap_scene_get_group (scene, i)->item);
}

/* The title stands on the first page, or on one before it. */
static void
add_pages (RoadmapNarrativeLayout *self,
           Draft                  *draft)
{
  g_autoptr (RoadmapScene) title = create_title (draft);
  g_autoptr (GPtrArray) pages = NULL;
  double height = roadmap_scene_get_height (title);
  gboolean apart = draft->options->height > 0 && height > MAX_TITLE_SHARE * draft->options->height;

  draft->frame.first_top = apart || height == 0 ? draft->frame.top : height;
  pages = roadmap_text_flow_fill (draft->flow, &draft->frame);
  if (apart || pages->len == 0)
    add_page (self, draft, roadmap_scene_ref (title));
  for (guint i = 0; i < pages->len; i++)
    {
      RoadmapScene *page = roadmap_scene_new ();
      double gap = draft->options->height > 0 || i + 1 == pages->len ? 0 : HEADING_GAP * draft->em;

      if (i == 0 && !apart)
        roadmap_scene_add_scene (page, title, 0, 0);
      roadmap_scene_add_scene (page, g_ptr_array_index (pages, i), 0, 0);
      roadmap_scene_extend (page, 0, roadmap_scene_get_height (page) + gap);
      add_page (self, draft, page);
    }
}

static void
roadmap_narrative_layout_lay_out (RoadmapSheet *sheet,
                                  guint         index,
                                  RoadmapScene *names,
                                  RoadmapScene *body)
{
  RoadmapNarrativeLayout *self = ROADMAP_NARRATIVE_LAYOUT (sheet);
  RoadmapScene *page = g_ptr_array_index (self->pages, index);

  roadmap_scene_add_scene (body, page, 0, 0);
  roadmap_scene_extend (body, roadmap_scene_get_width (page), roadmap_scene_get_height (page));
}

static void
roadmap_narrative_layout_finalize (GObject *object)
{
  RoadmapNarrativeLayout *self = ROADMAP_NARRATIVE_LAYOUT (object);

  g_ptr_array_unref (self->pages);

  G_OBJECT_CLASS (roadmap_narrative_layout_parent_class)->finalize (object);
}

static void
roadmap_narrative_layout_class_init (RoadmapNarrativeLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_narrative_layout_finalize;
  ROADMAP_SHEET_CLASS (klass)->lay_out = roadmap_narrative_layout_lay_out;
}

static void
roadmap_narrative_layout_init (RoadmapNarrativeLayout *self)
{
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_scene_unref);
}

RoadmapSheet *
roadmap_narrative_layout_new (const RoadmapNarrativeOptions *options)
{
  RoadmapNarrativeLayout *self = g_object_new (ROADMAP_TYPE_NARRATIVE_LAYOUT, NULL);
  g_autoptr (RoadmapTextFlow) flow = roadmap_text_flow_new ();
  Draft draft = { .options = options, .flow = flow };

  draft.em = roadmap_measure_get_em (options->measure, ROADMAP_SIZE_BODY);
  find_columns (&draft);
  add_body (&draft);
  /* Where a page ends is known only when all before it is laid out: all is drawn at once. */
  roadmap_sheet_set_widths (ROADMAP_SHEET (self), 0, options->width);
  add_pages (self, &draft);
  return ROADMAP_SHEET (self);
}
