/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "record-sound.h"

#include <string.h>

#include "chart/axis.h"
#include "model/progress.h"
#include "sound.h"

RoadmapSheet *
record_lay_out_followups (Roadmap    *roadmap,
                          const char *language,
                          double      width,
                          int         year)
{
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (13, language);
  g_autoptr (GPtrArray) charts = roadmap_list_charts (roadmap);
  g_autoptr (GPtrArray) tops = g_ptr_array_new ();
  RoadmapFollowupOptions options = {
    .roadmap = roadmap,
    .tops = tops,
    .language = language,
    .width = width,
    .year = year,
    .measure = measure,
    .paged = TRUE,
  };

  for (guint i = 0; i < charts->len; i++)
    {
      RoadmapItem *chart = g_ptr_array_index (charts, i);

      for (guint j = 0; j < roadmap_item_get_n_children (chart); j++)
        {
          RoadmapItem *item = roadmap_item_get_child (chart, j);

          if (roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane"))
            g_ptr_array_add (tops, item);
        }
    }
  return roadmap_followup_sheet_new (&options);
}

RoadmapSheet *
record_lay_out_progress (Roadmap     *roadmap,
                         const char  *language,
                         double       width,
                         int          year,
                         const GDate *today,
                         gboolean     paged)
{
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (13, language);
  g_autoptr (GPtrArray) charts = roadmap_list_charts (roadmap);
  RoadmapProgressOptions options = {
    .roadmap = roadmap,
    .charts = charts,
    .language = language,
    .width = width,
    .year = year,
    .today = today,
    .measure = measure,
    .paged = paged,
  };

  return roadmap_progress_sheet_new (&options);
}

static void
assert_lines (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);

  g_assert_false (pango_layout_is_ellipsized (layout));
  g_assert_cmpint (pango_layout_get_unknown_glyphs_count (layout), ==, 0);
  for (GSList *l = pango_layout_get_lines_readonly (layout)->next; l != NULL; l = l->next)
    {
      PangoLayoutLine *line = l->data;
      const char *first = text + line->start_index;

      if (line->is_paragraph_start)
        continue;
      if (g_utf8_strchr ("、。，．）」』】〉》〕］｝／～・：；？！", -1, g_utf8_get_char (first)) != NULL)
        g_error ("a line begins with %s", first);
      if (g_utf8_strchr ("（「『【〈《〔［｛", -1, g_utf8_get_char (g_utf8_prev_char (first))) != NULL)
        g_error ("a line ends before %s", first);
    }
}

static gboolean
is_chip (const RoadmapShape *shape)
{
  return shape->form == ROADMAP_FORM_CHIP;
}

static void
assert_scene (RoadmapScene *scene,
              double        width)
{
  RoadmapRect sheet = { 0, 0, width, roadmap_scene_get_height (scene) };

  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    {
      const RoadmapShape *a = roadmap_scene_get_shape (scene, i);

      sound_assert_within (&a->rect, &sheet);
      if (a->layout == NULL)
        continue;
      assert_lines (a->layout);
      for (guint j = i + 1; j < roadmap_scene_get_n_shapes (scene); j++)
        {
          const RoadmapShape *b = roadmap_scene_get_shape (scene, j);

          /* A chip stands in the indent of the words behind it. */
          if (b->layout != NULL && is_chip (a) == is_chip (b) && roadmap_rect_overlaps (&a->rect, &b->rect))
            g_error ("“%s” lies over “%s”", pango_layout_get_text (a->layout), pango_layout_get_text (b->layout));
        }
    }
  for (guint i = 0; i < roadmap_scene_get_n_links (scene); i++)
    sound_assert_within (&roadmap_scene_get_link (scene, i)->rect, &sheet);
}

void
record_assert_sound (RoadmapSheet *sheet)
{
  double width = roadmap_sheet_get_body_width (sheet);

  g_assert_cmpfloat (roadmap_sheet_get_names_width (sheet), ==, 0);
  for (guint i = 0; i < roadmap_sheet_get_n_rows (sheet); i++)
    {
      RoadmapScene *corner, *head;

      assert_scene (roadmap_sheet_get_body (sheet, i), width);
      roadmap_sheet_find_heads (sheet, roadmap_sheet_get_row_y (sheet, i), &corner, &head);
      assert_scene (head, width);
      g_assert_cmpfloat (roadmap_scene_get_height (head), <=, roadmap_sheet_get_head_height (sheet) + SOUND_NEAR);
    }
}

/* Words, without anything white. */

static char *
squeeze (const char *text)
{
  GString *words = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (words, g_utf8_get_char (p));
  return g_string_free (words, FALSE);
}

static char *
list_words (RoadmapScene       *scene,
            const RoadmapGroup *group)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < group->n_shapes; i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, group->first + i);

      if (shape->layout != NULL)
        g_string_append (words, pango_layout_get_text (shape->layout));
    }
  return squeeze (words->str);
}

static void
assert_has (const char *words,
            const char *text)
{
  g_autofree char *squeezed = squeeze (text != NULL ? text : "");

  if (strstr (words, squeezed) == NULL)
    g_error ("“%s” is not in “%s”", squeezed, words);
}

/* (transfer full): the words of the one group of @item. */
static char *
find_words (RoadmapSheet *sheet,
            RoadmapItem  *item)
{
  char *found = NULL;

  for (guint i = 0; i < roadmap_sheet_get_n_rows (sheet); i++)
    {
      RoadmapScene *body = roadmap_sheet_get_body (sheet, i);

      for (guint j = 0; j < roadmap_scene_get_n_groups (body); j++)
        if (roadmap_scene_get_group (body, j)->item == item)
          {
            g_assert_null (found);
            found = list_words (body, roadmap_scene_get_group (body, j));
          }
    }
  if (found == NULL)
    g_error ("%s is missing", roadmap_item_get_id (item));
  return found;
}

static void
assert_record (Roadmap      *roadmap,
               RoadmapSheet *sheet,
               RoadmapItem  *followup,
               const char   *language)
{
  static const char *const texts[] = { "meeting", "progress", "plan" };
  g_autofree char *words = find_words (sheet, followup);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = roadmap_item_get_in (followup, texts[i], language);
      g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

      for (char **line = lines; *line != NULL; line++)
        assert_has (words, *line);
    }
  for (RoadmapItem *item = roadmap_item_next (followup, followup); item != NULL; item = roadmap_item_next (item, followup))
    if (roadmap_item_is (item, "paragraph"))
      {
        g_autofree char *text = roadmap_item_dup_text (item, "text", language);

        assert_has (words, text);
      }
  if (roadmap_get_linked (roadmap, followup, "repeats") != NULL)
    assert_has (words, g_str_has_prefix (language, "ja") ? "再掲" : "repeated");
}

void
record_assert_complete (Roadmap      *roadmap,
                        RoadmapSheet *sheet,
                        const char   *language,
                        int           year)
{
  static const char *const kinds[] = { "measure", "bar" };
  g_autoptr (GPtrArray) charts = roadmap_list_charts (roadmap);

  for (guint n = 0; n < charts->len; n++)
    for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
      {
        g_autoptr (GPtrArray) items = roadmap_list (roadmap, g_ptr_array_index (charts, n), kinds[i]);

        for (guint j = 0; j < items->len; j++)
          {
            RoadmapItem *item = g_ptr_array_index (items, j);
            g_autofree char *words = find_words (sheet, item);
            g_autoptr (GPtrArray) followups = roadmap_list_followups (roadmap, item, year);

            assert_has (words, roadmap_item_get_in (item, "title", language));
            for (guint k = 0; k < followups->len; k++)
              assert_record (roadmap, sheet, g_ptr_array_index (followups, k), language);
          }
      }
}

/* Summary */

static char *
list_all_words (RoadmapSheet *sheet)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < roadmap_sheet_get_n_rows (sheet); i++)
    {
      RoadmapScene *body = roadmap_sheet_get_body (sheet, i);

      for (guint j = 0; j < roadmap_scene_get_n_shapes (body); j++)
        if (roadmap_scene_get_shape (body, j)->layout != NULL)
          g_string_append_printf (words, "%s\n", pango_layout_get_text (roadmap_scene_get_shape (body, j)->layout));
    }
  return squeeze (words->str);
}

void
record_assert_summary (Roadmap      *roadmap,
                       RoadmapSheet *sheet,
                       const char   *language,
                       int           year,
                       const GDate  *today)
{
  static const char *const kinds[] = { "stage", "lane" };
  g_autofree char *words = list_all_words (sheet);
  g_autoptr (GPtrArray) charts = roadmap_list_charts (roadmap);
  g_auto (RoadmapProgressAsk) ask = { NULL };

  roadmap_progress_ask_init (&ask, roadmap, year, today);
  for (guint n = 0; n < charts->len; n++)
    {
      RoadmapItem *chart = g_ptr_array_index (charts, n);
      g_autoptr (GPtrArray) bars = roadmap_list (roadmap, chart, "bar");
      gboolean has_status = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
        {
          g_autoptr (GPtrArray) lanes = roadmap_list (roadmap, chart, kinds[i]);

          for (guint j = 0; j < lanes->len; j++)
            {
              g_autofree char *label = roadmap_item_dup_label (g_ptr_array_index (lanes, j), language);

              assert_has (words, label);
            }
        }
      for (guint i = 0; i < bars->len; i++)
        has_status = has_status || roadmap_progress_ask_status (&ask, g_ptr_array_index (bars, i)) != NULL;
      for (guint i = 0; has_status && i < bars->len; i++)
        {
          RoadmapItem *bar = g_ptr_array_index (bars, i);
          RoadmapItem *before = roadmap_progress_ask_status_before (&ask, bar);
          RoadmapMonth since;

          if (roadmap_progress_ask_overdue (&ask, bar, &since) ||
              (before != NULL && before != roadmap_progress_ask_status (&ask, bar)))
            assert_has (words, roadmap_item_get_in (bar, "title", language));
        }
    }
}
