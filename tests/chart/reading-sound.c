/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "reading-sound.h"

#include "sound.h"

#include "model/mark.h"

static gboolean
overlaps (const RoadmapRect *a,
          const RoadmapRect *b)
{
  RoadmapRect smaller = { a->x + SOUND_NEAR, a->y + SOUND_NEAR, a->width - 2 * SOUND_NEAR, a->height - 2 * SOUND_NEAR };

  return roadmap_rect_overlaps (&smaller, b);
}

void
reading_assert_row (RoadmapScene      *scene,
                    const RoadmapRect *room)
{
  guint n = roadmap_scene_get_n_shapes (scene);

  for (guint i = 0; i < n; i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, i);

      if (shape->layout == NULL)
        continue;
      sound_assert_within (&shape->rect, room);
      g_assert_cmpint (pango_layout_get_unknown_glyphs_count (shape->layout), ==, 0);
      for (guint j = i + 1; j < n; j++)
        {
          const RoadmapShape *other = roadmap_scene_get_shape (scene, j);

          if (other->layout != NULL && overlaps (&shape->rect, &other->rect))
            g_error ("“%s” lies over “%s”", pango_layout_get_text (shape->layout),
                     pango_layout_get_text (other->layout));
        }
    }
  for (guint i = 0; i < roadmap_scene_get_n_links (scene); i++)
    sound_assert_within (&roadmap_scene_get_link (scene, i)->rect, room);
}

void
reading_assert_sound (RoadmapSheet *sheet,
                      double        height)
{
  RoadmapRect head = { 0, 0, roadmap_sheet_get_body_width (sheet), roadmap_sheet_get_head_height (sheet) };

  reading_assert_row (roadmap_sheet_get_head (sheet), &head);
  for (guint i = 0; i < roadmap_sheet_get_n_rows (sheet); i++)
    {
      RoadmapScene *scene = roadmap_sheet_get_body (sheet, i);
      RoadmapRect room = { 0, 0, roadmap_sheet_get_body_width (sheet),
                           height > 0 ? height : roadmap_scene_get_height (scene) };

      reading_assert_row (scene, &room);
    }
}

char *
reading_strip (const char *text)
{
  GString *words = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (words, g_utf8_get_char (p));
  return g_string_free (words, FALSE);
}

static void
append_lines (GString            *words,
              const RoadmapShape *shape)
{
  guint end = shape->n_lines > 0 ? shape->first_line + shape->n_lines : G_MAXUINT;
  guint index = 0;

  for (GSList *l = pango_layout_get_lines_readonly (shape->layout); l != NULL && index < end; l = l->next, index++)
    {
      PangoLayoutLine *line = l->data;

      if (index >= shape->first_line)
        g_string_append_len (words, pango_layout_get_text (shape->layout) + line->start_index, line->length);
    }
}

char *
reading_dup_words (RoadmapSheet *sheet,
                   RoadmapItem  *item)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < roadmap_sheet_get_n_rows (sheet); i++)
    {
      RoadmapScene *scene = roadmap_sheet_get_body (sheet, i);

      for (guint j = 0; j < roadmap_scene_get_n_groups (scene); j++)
        {
          const RoadmapGroup *group = roadmap_scene_get_group (scene, j);

          for (guint k = group->first; group->item == item && k < group->first + group->n_shapes; k++)
            if (roadmap_scene_get_shape (scene, k)->layout != NULL)
              append_lines (words, roadmap_scene_get_shape (scene, k));
        }
    }
  return reading_strip (words->str);
}

RoadmapSheet *
reading_lay_out_narrative (Roadmap     *roadmap,
                           RoadmapItem *narrative,
                           const char  *language,
                           double       width,
                           double       height,
                           double       points)
{
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (points, language);
  RoadmapNarrativeOptions options = {
    .roadmap = roadmap,
    .narrative = narrative,
    .language = language,
    .width = width,
    .height = height,
    .measure = measure,
    .untitled = height > 0,
  };

  return roadmap_narrative_layout_new (&options);
}

static void
assert_has_words (RoadmapSheet *sheet,
                  Roadmap      *roadmap,
                  RoadmapItem  *item,
                  const char   *field,
                  const char   *language)
{
  gboolean hangs = roadmap_item_is (item, "footnote");
  const char *marker = roadmap_item_get (item, hangs ? "number" : "marker");
  g_autofree char *text = roadmap_item_dup_text (item, field, language);
  g_autofree char *mark = roadmap_mark_describe (roadmap, item, language);
  gboolean japanese = g_str_equal (language, "ja");
  g_autofree char *suffix = mark != NULL ? g_strconcat (japanese ? "（" : "(", mark, japanese ? "）" : ")", NULL) : NULL;
  g_autofree char *all = g_strconcat (marker != NULL ? marker : "", text != NULL ? text : "", suffix, NULL);
  g_autofree char *expected = reading_strip (all);
  g_autofree char *found = reading_dup_words (sheet, item);

  g_assert_cmpstr (found, ==, expected);
}

void
reading_assert_has_narrative (RoadmapSheet *sheet,
                              Roadmap      *roadmap,
                              RoadmapItem  *narrative,
                              const char   *language)
{
  static const char *const kinds[][2] = { { "section", "title" }, { "paragraph", "text" }, { "footnote", "text" } };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) items = roadmap_list (roadmap, narrative, kinds[i][0]);

      for (guint j = 0; j < items->len; j++)
        assert_has_words (sheet, roadmap, g_ptr_array_index (items, j), kinds[i][1], language);
    }
}
