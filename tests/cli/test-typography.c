/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Japanese typography in every layout of the shipped roadmap, at many widths and sizes: where lines break (kinsoku), and
 * which forms Han characters have.  Only this layer can read the roadmap and lay it out. */

#include "config.h"

#include <locale.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "chart/map-layout.h"
#include "../chart/timeline.h"
#include "chart/table-layout.h"
#include "document/document.h"

/* JIS X 4051: what may not begin a line, and what may not end one; and ／ and ～, which join what stands around them. */
#define NOT_FIRST "、。，．・：；？！」』）］｝〉》】〕’”ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ／～…"
#define NOT_LAST  "「『（［｛〈《【〔‘“"

typedef struct
{
  Roadmap        *roadmap;
  GPtrArray      *charts;
  RoadmapMeasure *measure;
  guint           n_lines;
  guint           n_wrong;
} Fixture;

static gboolean
is_latin (gunichar c)
{
  return c < 0x80 && g_ascii_isalnum (c);
}

/* A word that is wider than its line has to break somewhere: then it has the line to itself. */
static gboolean
is_only_word (const char *line,
              const char *end)
{
  while (line < end && is_latin (g_utf8_get_char (line)))
    line = g_utf8_next_char (line);
  return line == end;
}

static void
report (Fixture    *fixture,
        const char *what,
        const char *at,
        const char *text)
{
  g_test_message ("%s “%s” in: %s", what, at, text);
  fixture->n_wrong++;
}

static void
check_break (Fixture    *fixture,
             const char *text,
             const char *line,
             const char *at)
{
  gunichar before = g_utf8_get_char (g_utf8_prev_char (at));
  gunichar after = g_utf8_get_char (at);

  if (g_utf8_strchr (NOT_FIRST, -1, after) != NULL)
    report (fixture, "a line begins with", at, text);
  if (g_utf8_strchr (NOT_LAST, -1, before) != NULL)
    report (fixture, "a line ends with an opening bracket before", at, text);
  if (is_latin (before) && is_latin (after) && !is_only_word (line, at))
    report (fixture, "a word is broken before", at, text);
}

static void
check_lines (Fixture     *fixture,
             PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  const char *line = text;

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      PangoLayoutLine *next = l->next != NULL ? l->next->data : NULL;
      const char *at = next != NULL ? text + next->start_index : NULL;

      fixture->n_lines++;
      if (at != NULL && at > text && *at != '\0' && at[-1] != '\n')
        check_break (fixture, text, line, at);
      line = at;
    }
}

/* Noto Sans CJK draws Han characters as they are written in Japan, China, Taiwan, Hong Kong or Korea: a font each. */
static void
check_forms (PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  g_assert_cmpstr (pango_language_to_string (pango_context_get_language (pango_layout_get_context (layout))), ==, "ja");
  do
    {
      PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);
      g_autoptr (PangoFontDescription) font = NULL;
      const char *family;

      if (run == NULL)
        continue;
      font = pango_font_describe (run->item->analysis.font);
      family = pango_font_description_get_family (font);
      if (strstr (family, "CJK") != NULL && !g_str_has_suffix (family, "JP"))
        g_error ("“%s” is drawn with %s", pango_layout_get_text (layout), family);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

static void
check_scene (Fixture      *fixture,
             RoadmapScene *scene)
{
  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    {
      PangoLayout *layout = roadmap_scene_get_shape (scene, i)->layout;

      if (layout == NULL)
        continue;
      check_lines (fixture, layout);
      check_forms (layout);
    }
}

static void
check_sheet (Fixture      *fixture,
             RoadmapSheet *sheet)
{
  g_autoptr (RoadmapScene) scene = roadmap_sheet_flatten (sheet);

  check_scene (fixture, scene);
  g_object_unref (sheet);
}

static void
check_timeline (Fixture *fixture,
                double   width)
{
  RoadmapSwimlaneOptions options = {
    .roadmap = fixture->roadmap,
    .charts = fixture->charts,
    .language = "ja",
    .name_width = 9 * roadmap_measure_get_em (fixture->measure, ROADMAP_SIZE_BODY),
    .measure = fixture->measure,
  };
  Timeline *timeline;

  options.axis = roadmap_axis_for_charts (fixture->roadmap, fixture->charts, 0);
  /* As on a screen, which scrolls sideways where a year would be narrower. */
  roadmap_axis_set_width (&options.axis, MAX (width, 11 * roadmap_measure_get_em (fixture->measure, ROADMAP_SIZE_BODY) *
                                                       (options.axis.after - options.axis.first) / 12.0));
  timeline = timeline_new (&options);
  check_scene (fixture, timeline_get_corner (timeline));
  check_scene (fixture, timeline_get_years (timeline));
  check_scene (fixture, timeline_get_names (timeline));
  check_scene (fixture, timeline_get_body (timeline));
  timeline_free (timeline);
}

static void
check_table (Fixture *fixture,
             double   width)
{
  const RoadmapTableOptions options = {
    .roadmap = fixture->roadmap,
    .charts = fixture->charts,
    .language = "ja",
    .width = width,
    .measure = fixture->measure,
  };

  check_sheet (fixture, roadmap_table_new (&options));
}

static void
check_map (Fixture *fixture,
           double   width)
{
  const RoadmapMapOptions options = {
    .roadmap = fixture->roadmap,
    .map = roadmap_map_find (fixture->roadmap),
    .language = "ja",
    .width = width,
    .measure = fixture->measure,
  };

  check_sheet (fixture, roadmap_map_layout_new (&options));
}

/* (transfer full): on a screen the system's font, whose Latin is not that of the Japanese font. */
static RoadmapMeasure *
create_screen_measure (double points)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  RoadmapMeasure *measure;

  pango_font_description_set_absolute_size (font, points * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  measure = roadmap_measure_new (context, "ja");
  g_object_unref (context);
  return measure;
}

static void
test_everything (gconstpointer data)
{
  void (*check) (Fixture *, double) = (void (*) (Fixture *, double)) data;
  static const double widths[] = { 360, 480, 640, 800, 1130, 1600, 2400 };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "roadmap.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RoadmapDocument) document = roadmap_document_open_path (path, &error);
  g_autoptr (GPtrArray) charts = NULL;
  Fixture fixture = { 0 };

  g_assert_no_error (error);
  fixture.roadmap = roadmap_document_get_roadmap (document);
  fixture.charts = charts = roadmap_list_charts (fixture.roadmap);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint j = 0; j < 3; j++)
      {
        g_autoptr (RoadmapMeasure) measure = j == 0 ? roadmap_measure_new_for_paper (9, "ja")
                                                    : create_screen_measure (j == 1 ? 14.7 : 29.3);

        g_test_message ("width %g, %s", widths[i], j == 0 ? "paper" : j == 1 ? "screen" : "text twice as large");
        fixture.measure = measure;
        check (&fixture, widths[i]);
      }
  g_assert_cmpuint (fixture.n_wrong, ==, 0);
  g_assert_cmpuint (fixture.n_lines, >, 1000);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/typography/timeline", check_timeline, test_everything);
  g_test_add_data_func ("/typography/table", check_table, test_everything);
  g_test_add_data_func ("/typography/map", check_map, test_everything);
  return g_test_run ();
}
