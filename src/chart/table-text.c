/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/table-text.h"

#include "chart/bar-place.h"
#include "chart/style.h"
#include "chart/table-columns.h"
#include "chart/title-markup.h"
#include "model/status.h"

#include <math.h>
#include <string.h>

/* Words are added below each other. */
typedef struct
{
  const RoadmapTableOptions *options;
  RoadmapTableMetrics        metrics;
  RoadmapTextStyle           style;
  RoadmapScene              *scene;
  double                     width;
  double                     y;
} Writer;

static gboolean
is_japanese (const char *language)
{
  return language != NULL && g_str_has_prefix (language, "ja");
}

static Writer
begin (const RoadmapTableOptions *options,
       double                     width)
{
  RoadmapTableMetrics metrics = roadmap_table_metrics (options);

  return (Writer) { options, metrics, { metrics.size, ROADMAP_TEXT_RUNNING | ROADMAP_TEXT_EVEN }, roadmap_scene_new (),
                    width, 0 };
}

/* Adds @markup in lines from @x on.  Takes up the rest of the width. */
static void
add_markup (Writer      *writer,
            const char  *markup,
            double       x,
            RoadmapItem *item)
{
  double width = MAX (writer->width - x, writer->metrics.em);
  g_autoptr (PangoLayout) layout = roadmap_measure_markup (writer->options->measure, markup, writer->style, width);
  double height;

  roadmap_layout_get_size (layout, NULL, &height);
  roadmap_table_add_text (writer->scene, layout, ROADMAP_INK_TEXT, x, writer->y, item);
  writer->y += height;
}

/* @markup with the mark of an item that was revised. */
static char *
dup_marked (Writer      *writer,
            RoadmapItem *item,
            const char  *markup)
{
  GString *marked = g_string_new (markup);

  roadmap_mark_append_markup (marked, writer->options->roadmap, item, writer->options->language, writer->options->measure,
                              writer->style.size);
  return g_string_free (marked, FALSE);
}

/* Paragraphs */

/* How far words stand behind their marker: in Japanese a full-width one such as ○ or ・ needs no more air. */
static double
add_marker (Writer      *writer,
            const char  *marker,
            double       x,
            RoadmapItem *item)
{
  g_autoptr (PangoLayout) layout = NULL;
  double width;

  if (marker == NULL || *marker == '\0')
    return 0;
  layout = roadmap_measure_text (writer->options->measure, marker, (RoadmapTextStyle) { writer->style.size, 0 },
                                 ROADMAP_UNWRAPPED);
  roadmap_layout_get_size (layout, &width, NULL);
  roadmap_table_add_text (writer->scene, layout, ROADMAP_INK_TEXT, x, writer->y, item);
  if (width < 0.9 * writer->metrics.em || !is_japanese (writer->options->language))
    width = MAX (width + 0.3 * writer->metrics.em, 0.9 * writer->metrics.em);
  return width;
}

static void add_paragraphs (Writer      *writer,
                            RoadmapItem *container,
                            const char  *kind,
                            double       x);

/* Words hang behind the marker, and what is nested in them begins where they do. */
static void
add_paragraph (Writer      *writer,
               RoadmapItem *item,
               const char  *marker,
               double       x)
{
  g_autofree char *text = roadmap_item_dup_text (item, "text", writer->options->language);
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);
  g_autofree char *markup = dup_marked (writer, item, escaped);

  if (x > writer->width / 2)
    x = 0;
  x += add_marker (writer, marker, x, item);
  add_markup (writer, markup, x, item);
  add_paragraphs (writer, item, "paragraph", x);
}

static void
add_paragraphs (Writer      *writer,
                RoadmapItem *container,
                const char  *kind,
                double       x)
{
  for (guint i = 0; i < roadmap_item_get_n_children (container); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (container, i);

      if (!roadmap_item_is (item, kind))
        continue;
      if (writer->y > 0)
        writer->y += writer->metrics.gap;
      add_paragraph (writer, item, roadmap_item_get (item, "marker"), x);
    }
}

/* Roadblocks */

char *
roadmap_table_dup_categories (Roadmap     *roadmap,
                              RoadmapItem *roadblock,
                              const char  *language)
{
  g_autoptr (GPtrArray) categories = roadmap_get_links (roadmap, roadblock, "categories");
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = 0; i < categories->len; i++)
    g_string_append_printf (letters, "%s%s", i > 0 ? is_japanese (language) ? "・" : ", " : "",
                            roadmap_item_get (g_ptr_array_index (categories, i), "label"));
  return letters->len > 0 ? g_string_free (g_steal_pointer (&letters), FALSE) : NULL;
}

/* 【…】B・C, and where the title has no brackets, the letters have. */
static char *
create_title (Writer      *writer,
              RoadmapItem *roadblock)
{
  const char *language = writer->options->language;
  const char *title = roadmap_item_get_in (roadblock, "title", language);
  g_autofree char *letters = roadmap_table_dup_categories (writer->options->roadmap, roadblock, language);
  const char *form = is_japanese (language) ? "%s<span allow_breaks=\"false\">（%s）</span>"
                                            : "%s <span allow_breaks=\"false\">(%s)</span>";

  if (title == NULL)
    title = "";
  if (letters == NULL)
    return g_markup_escape_text (title, -1);
  if (g_str_has_suffix (title, "】"))
    form = "%s<span allow_breaks=\"false\">%s</span>";
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_markup_printf_escaped (form, title, letters);
#pragma GCC diagnostic pop
}

static void
add_roadblock (Writer      *writer,
               RoadmapItem *roadblock)
{
  g_autofree char *title = create_title (writer, roadblock);
  g_autofree char *markup = dup_marked (writer, roadblock, title);

  writer->style.flags ^= ROADMAP_TEXT_BOLD;
  add_markup (writer, markup, 0, roadblock);
  writer->style.flags ^= ROADMAP_TEXT_BOLD;
  add_paragraphs (writer, roadblock, "issue", 0);
}

/* Measures */

static double
get_first_line_height (PangoLayout *layout)
{
  double height;

  roadmap_layout_get_size (layout, NULL, &height);
  return height / roadmap_layout_get_n_lines (layout);
}

static void
add_chip (Writer      *writer,
          RoadmapItem *status,
          double       line_height)
{
  const char *letter = roadmap_item_get_in (status, "letter", writer->options->language);
  RoadmapBarMetrics metrics = roadmap_bar_metrics (writer->options->measure);
  RoadmapTextStyle style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_BOLD };
  g_autoptr (PangoLayout) layout = roadmap_measure_text (writer->options->measure, letter, style, ROADMAP_UNWRAPPED);
  RoadmapShape chip = {
    .form = ROADMAP_FORM_CHIP,
    .ink = ROADMAP_INK_STATUS,
    .hue = roadmap_status_get_hue (status),
    .rect = { 0, MAX (line_height - metrics.chip, 0) / 2, metrics.chip, metrics.chip },
    .corner = 3 * metrics.unit,
    .layout = layout,
  };

  roadmap_scene_add (writer->scene, &chip);
}

/* The chip of the status stands before the first line, as in a bar. */
static void
add_measure (Writer      *writer,
             RoadmapItem *measure)
{
  RoadmapItem *status = roadmap_get_status (writer->options->roadmap, measure);
  const char *title = roadmap_item_get_in (measure, "title", writer->options->language);
  g_autofree char *escaped = g_markup_escape_text (title != NULL ? title : "", -1);
  g_autofree char *markup = dup_marked (writer, measure, escaped);
  RoadmapBarMetrics metrics = roadmap_bar_metrics (writer->options->measure);

  if (status != NULL && roadmap_item_get_in (status, "letter", writer->options->language) != NULL)
    {
      g_autoptr (PangoLayout) layout = NULL;

      writer->style.indent = metrics.chip + metrics.chip_gap;
      layout = roadmap_measure_markup (writer->options->measure, markup, writer->style, writer->width);
      add_chip (writer, status, get_first_line_height (layout));
    }
  add_markup (writer, markup, 0, measure);
}

RoadmapScene *
roadmap_table_text_new (const RoadmapTableOptions *options,
                        RoadmapItem               *item,
                        double                     width)
{
  Writer writer = begin (options, width);

  if (roadmap_item_is (item, "roadblock"))
    add_roadblock (&writer, item);
  else if (roadmap_item_is (item, "measure"))
    add_measure (&writer, item);
  else if (roadmap_item_is (item, "note"))
    {
      writer.style.size = ROADMAP_SIZE_SMALL;
      add_paragraph (&writer, item, roadmap_item_get (item, "number"), 0);
    }
  else
    add_paragraphs (&writer, item, "paragraph", 0);
  return writer.scene;
}

RoadmapScene *
roadmap_table_text_new_domain (const RoadmapTableOptions *options,
                               RoadmapItem               *roadblock,
                               double                     width)
{
  RoadmapItem *domain = roadmap_get_linked (options->roadmap, roadblock, "domain");
  Writer writer = begin (options, width);

  if (domain != NULL)
    {
      g_autofree char *title = roadmap_item_dup_title (domain, options->language);
      g_autofree char *markup = g_markup_escape_text (title, -1);

      writer.style.flags = ROADMAP_TEXT_CENTRED;
      add_markup (&writer, markup, 0, roadblock);
    }
  return writer.scene;
}

PangoLayout *
roadmap_table_lay_out_detail (const RoadmapTableOptions *options,
                              RoadmapItem               *bar,
                              double                     width)
{
  const char *detail = roadmap_item_is (bar, "bar") ? roadmap_item_get_in (bar, "detail", options->language) : NULL;
  RoadmapTextStyle style = { ROADMAP_SIZE_BAR, ROADMAP_TEXT_RUNNING | ROADMAP_TEXT_EVEN };

  if (detail == NULL || *detail == '\0')
    return NULL;
  return roadmap_measure_text (options->measure, detail, style, width);
}
