/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "table-sound.h"
#include "sound.h"

#include <math.h>
#include <string.h>

#include "model/mark.h"

RoadmapSheet *
table_lay_out (Roadmap    *roadmap,
               GPtrArray  *charts,
               const char *language,
               double      width)
{
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (13, language);
  RoadmapTableOptions options = {
    .roadmap = roadmap,
    .charts = charts,
    .language = language,
    .width = width,
    .measure = measure,
  };

  return roadmap_table_new (&options);
}

/* How often things stand there */

static guint
count_groups (RoadmapSheet *sheet,
              RoadmapItem  *item)
{
  guint n = 0;

  for (guint i = 0; i < roadmap_sheet_get_n_rows (sheet); i++)
    {
      RoadmapScene *body = roadmap_sheet_get_body (sheet, i);

      for (guint j = 0; j < roadmap_scene_get_n_groups (body); j++)
        n += roadmap_scene_get_group (body, j)->item == item;
    }
  return n;
}

static guint
count_texts (RoadmapScene *scene,
             RoadmapItem  *item,
             const char   *text,
             const char   *mark)
{
  guint n = 0;

  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, i);

      if (shape->form == ROADMAP_FORM_TEXT && (item == NULL || shape->item == item) &&
          g_str_has_prefix (pango_layout_get_text (shape->layout), text) &&
          (mark == NULL || strstr (pango_layout_get_text (shape->layout), mark) != NULL))
        n++;
    }
  return n;
}

/* With the mark of an item that was revised behind its title or text. */
static void
assert_words (Roadmap      *roadmap,
              RoadmapSheet *sheet,
              RoadmapItem  *item,
              const char   *field,
              const char   *language)
{
  g_autofree char *text = roadmap_item_dup_text (item, field, language);
  g_autofree char *mark = strcmp (field, "detail") != 0 ? roadmap_mark_describe (roadmap, item, language) : NULL;
  guint n = 0;

  if (text == NULL)
    return;
  for (guint i = 0; i < roadmap_sheet_get_n_rows (sheet); i++)
    n += count_texts (roadmap_sheet_get_body (sheet, i), item, text, mark);
  if (n != 1)
    g_error ("%s stands there %u times: %s", roadmap_item_get_id (item), n, text);
}

/* An item without words that are shown has no cell. */
static gboolean
has_cell (RoadmapItem *item)
{
  static const char *const kinds[] = { "roadblock", "measure", "bar", "milestone", NULL };

  if (roadmap_item_is (item, "addressed"))
    return roadmap_item_get_n_children (item) > 0 && roadmap_item_is (roadmap_item_get_child (item, 0), "paragraph");
  return g_strv_contains (kinds, roadmap_item_get_kind (item)->name);
}

static void
assert_shown_once (Roadmap      *roadmap,
                   RoadmapSheet *sheet,
                   GPtrArray    *charts,
                   const char   *language)
{
  for (guint i = 0; i < charts->len; i++)
    {
      RoadmapItem *chart = g_ptr_array_index (charts, i);

      for (RoadmapItem *item = roadmap_item_next (chart, chart); item != NULL; item = roadmap_item_next (item, chart))
        {
          if (has_cell (item) && count_groups (sheet, item) != 1)
            g_error ("%s has %u cells", roadmap_item_get_id (item), count_groups (sheet, item));
          if (roadmap_item_is (item, "roadblock") || roadmap_item_is (item, "measure"))
            assert_words (roadmap, sheet, item, "title", language);
          else if (roadmap_item_is (item, "issue"))
            assert_words (roadmap, sheet, item, "text", language);
          else if (roadmap_item_is (item, "paragraph") && roadmap_item_find_around (item, "addressed") != NULL)
            assert_words (roadmap, sheet, item, "text", language);
          else if (roadmap_item_is (item, "note"))
            g_assert_cmpuint (count_groups (sheet, item), >=, 1);
          else if (roadmap_item_is (item, "bar") && roadmap_item_get (item, "detail") != NULL)
            assert_words (roadmap, sheet, item, "detail", language);
        }
    }
}

/* Cells */

static gboolean
is_cell (const RoadmapGroup *group)
{
  return group->lane < ROADMAP_TABLE_YEARS && !roadmap_item_is (group->item, "note") &&
         !roadmap_item_is (group->item, "chart");
}

static gboolean
has_edge_at (RoadmapScene      *body,
             const RoadmapRect *rect,
             double             y)
{
  for (guint i = 0; i < roadmap_scene_get_n_shapes (body); i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (body, i);

      if (shape->form == ROADMAP_FORM_RULE && shape->rect.height == 0 && fabs (shape->rect.y - y) <= 1 + SOUND_NEAR &&
          shape->rect.x <= rect->x + SOUND_NEAR && roadmap_rect_get_right (&shape->rect) >= roadmap_rect_get_right (rect) - SOUND_NEAR)
        return TRUE;
    }
  return y <= 1 + SOUND_NEAR;
}

/* A ground keeps so far away from edges, which on paper lie to both sides of where they are. */
#define EDGE_ROOM 0.5

static gboolean
is_off_edge (const RoadmapShape *shape,
             const RoadmapRect  *ground)
{
  if (shape->rect.height == 0)
    return shape->rect.y <= ground->y - EDGE_ROOM || shape->rect.y >= roadmap_rect_get_bottom (ground) + EDGE_ROOM;
  return shape->rect.x <= ground->x - EDGE_ROOM || shape->rect.x >= roadmap_rect_get_right (ground) + EDGE_ROOM;
}

/* A cell has edges above and below, and covers none. */
static void
assert_edges (RoadmapScene       *body,
              const RoadmapGroup *group)
{
  const RoadmapRect *ground = &roadmap_scene_get_shape (body, group->first)->rect;

  g_assert_cmpfloat (ground->height, >, 0);
  g_assert_true (has_edge_at (body, ground, ground->y));
  g_assert_true (has_edge_at (body, ground, roadmap_rect_get_bottom (ground) + 1));
  for (guint i = 0; i < roadmap_scene_get_n_shapes (body); i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (body, i);

      if (shape->form == ROADMAP_FORM_RULE && shape->ink != ROADMAP_INK_TODAY &&
          shape->rect.x <= roadmap_rect_get_right (ground) && roadmap_rect_get_right (&shape->rect) >= ground->x &&
          shape->rect.y <= roadmap_rect_get_bottom (ground) && roadmap_rect_get_bottom (&shape->rect) >= ground->y)
        g_assert_true (is_off_edge (shape, ground));
    }
}

static void
assert_words_inside (RoadmapScene       *body,
                     const RoadmapGroup *group)
{
  const RoadmapRect *ground = &roadmap_scene_get_shape (body, group->first)->rect;

  for (guint i = 1; i < group->n_shapes; i++)
    sound_assert_within (&roadmap_scene_get_shape (body, group->first + i)->rect, ground);
}

/* No words lie over others, nor do bars over explanations. */
static void
assert_words_apart (RoadmapScene *body)
{
  for (guint i = 0; i < roadmap_scene_get_n_shapes (body); i++)
    for (guint j = i + 1; j < roadmap_scene_get_n_shapes (body); j++)
      {
        const RoadmapShape *a = roadmap_scene_get_shape (body, i);
        const RoadmapShape *b = roadmap_scene_get_shape (body, j);
        gboolean chips = a->form == ROADMAP_FORM_CHIP || b->form == ROADMAP_FORM_CHIP;

        if (a->layout != NULL && b->layout != NULL && !chips && roadmap_rect_overlaps (&a->rect, &b->rect))
          g_error ("“%s” lies over “%s”", pango_layout_get_text (a->layout), pango_layout_get_text (b->layout));
        if (a->form == ROADMAP_FORM_TEXT && b->form == ROADMAP_FORM_BOX)
          g_assert_false (roadmap_rect_overlaps (&a->rect, &b->rect));
      }
}

/* Lines */

static gboolean
is_latin (gunichar character)
{
  return character < 0x80 && g_unichar_isalnum (character);
}

static void
assert_breaks (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);

  g_assert_false (pango_layout_is_ellipsized (layout));
  g_assert_cmpint (pango_layout_get_unknown_glyphs_count (layout), ==, 0);
  for (GSList *l = pango_layout_get_lines_readonly (layout)->next; l != NULL; l = l->next)
    {
      PangoLayoutLine *line = l->data;
      const char *first = text + line->start_index;
      gunichar character = g_utf8_get_char (first);
      gunichar before = g_utf8_get_char (g_utf8_prev_char (first));

      if (line->is_paragraph_start)
        continue;
      if (g_utf8_strchr ("、。，．）」』】〉》〕］｝／～・：；？！", -1, character) != NULL)
        g_error ("a line begins with %s", first);
      if (g_utf8_strchr ("（「『【〈《〔［｛", -1, before) != NULL)
        g_error ("a line ends before %s", first);
      if (is_latin (character) && is_latin (before))
        g_error ("a word is broken before %s", first);
    }
}

static void
assert_lines (RoadmapScene *scene)
{
  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    if (roadmap_scene_get_shape (scene, i)->layout != NULL)
      assert_breaks (roadmap_scene_get_shape (scene, i)->layout);
}

void
table_assert_sound (Roadmap      *roadmap,
                    RoadmapSheet *sheet,
                    GPtrArray    *charts,
                    const char   *language)
{
  assert_shown_once (roadmap, sheet, charts, language);
  assert_words_apart (roadmap_sheet_get_head (sheet));
  assert_lines (roadmap_sheet_get_head (sheet));
  g_assert_cmpfloat (roadmap_scene_get_width (roadmap_sheet_get_head (sheet)), ==, roadmap_sheet_get_body_width (sheet));
  for (guint i = 0; i < roadmap_sheet_get_n_rows (sheet); i++)
    {
      RoadmapScene *body = roadmap_sheet_get_body (sheet, i);
      RoadmapScene *names = roadmap_sheet_get_names (sheet, i);

      g_assert_cmpfloat_with_epsilon (roadmap_scene_get_width (body), roadmap_sheet_get_body_width (sheet), SOUND_NEAR);
      g_assert_cmpfloat_with_epsilon (roadmap_scene_get_width (names), roadmap_sheet_get_names_width (sheet), SOUND_NEAR);
      g_assert_cmpfloat_with_epsilon (roadmap_scene_get_height (body), roadmap_scene_get_height (names), SOUND_NEAR);
      sound_assert_apart (body);
      assert_words_apart (body);
      assert_words_apart (names);
      assert_lines (body);
      for (guint j = 0; j < roadmap_scene_get_n_groups (body); j++)
        if (is_cell (roadmap_scene_get_group (body, j)))
          {
            assert_edges (body, roadmap_scene_get_group (body, j));
            assert_words_inside (body, roadmap_scene_get_group (body, j));
          }
    }
}

/* Beside */

static void
assert_beside_links (Roadmap            *roadmap,
                     RoadmapScene       *body,
                     const RoadmapGroup *group,
                     const char         *field)
{
  g_autoptr (GPtrArray) links = roadmap_get_links (roadmap, group->item, field);

  for (guint i = 0; i < links->len; i++)
    {
      const RoadmapGroup *other = roadmap_scene_find_group (body, g_ptr_array_index (links, i));
      double overlap;

      g_assert_nonnull (other);
      overlap = MIN (roadmap_rect_get_bottom (&group->bounds), roadmap_rect_get_bottom (&other->bounds)) -
                MAX (group->bounds.y, other->bounds.y);
      if (overlap < 10)
        g_error ("%s does not lie beside %s", roadmap_item_get_id (group->item), roadmap_item_get_id (other->item));
    }
}

/* A bar may have several measures; it lies beside one of them, or between them. */
static void
assert_bar_beside (Roadmap            *roadmap,
                   RoadmapScene       *body,
                   const RoadmapGroup *group)
{
  g_autoptr (GPtrArray) measures = roadmap_get_links (roadmap, group->item, "measures");
  double top = G_MAXDOUBLE, bottom = 0;

  for (guint i = 0; i < measures->len; i++)
    {
      const RoadmapGroup *measure = roadmap_scene_find_group (body, g_ptr_array_index (measures, i));

      top = MIN (top, measure->bounds.y);
      bottom = MAX (bottom, roadmap_rect_get_bottom (&measure->bounds));
    }
  if (measures->len == 0)
    {
      assert_beside_links (roadmap, body, group, "roadblocks");
      return;
    }
  g_assert_cmpfloat (group->box.y, >=, top);
  g_assert_cmpfloat (roadmap_rect_get_bottom (&group->box), <=, bottom + 1 + SOUND_NEAR);
}

void
table_assert_beside (Roadmap      *roadmap,
                     RoadmapSheet *sheet,
                     GPtrArray    *charts)
{
  for (guint i = 0; i < roadmap_sheet_get_n_rows (sheet); i++)
    {
      RoadmapScene *body = roadmap_sheet_get_body (sheet, i);

      for (guint j = 0; j < roadmap_scene_get_n_groups (body); j++)
        {
          const RoadmapGroup *group = roadmap_scene_get_group (body, j);

          if (roadmap_item_is (group->item, "bar"))
            assert_bar_beside (roadmap, body, group);
          else if (is_cell (group))
            assert_beside_links (roadmap, body, group, "roadblocks");
        }
    }
}
