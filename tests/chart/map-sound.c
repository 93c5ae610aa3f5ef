/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "map-sound.h"
#include "sound.h"

#include <string.h>

#include "model/mark.h"

RoadmapSheet *
map_lay_out (Roadmap    *roadmap,
             const char *language,
             double      width,
             double      height,
             double      points)
{
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (points, language);
  RoadmapMapOptions options = {
    .roadmap = roadmap,
    .map = roadmap_map_find (roadmap),
    .language = language,
    .width = width,
    .height = height,
    .measure = measure,
  };

  return roadmap_map_layout_new (&options);
}

static gboolean
overlaps (const RoadmapRect *a,
          const RoadmapRect *b)
{
  RoadmapRect smaller = { a->x + SOUND_NEAR, a->y + SOUND_NEAR, a->width - 2 * SOUND_NEAR, a->height - 2 * SOUND_NEAR };

  return roadmap_rect_overlaps (&smaller, b);
}

/* The rectangle of a text is what its layout needs, and no letter is missing. */
static void
assert_whole_text (const RoadmapShape *shape)
{
  gboolean turned = (shape->flags & (ROADMAP_SHAPE_VERTICAL | ROADMAP_SHAPE_UPWARDS)) != 0;
  double width, height;

  g_assert_false (pango_layout_is_ellipsized (shape->layout));
  g_assert_cmpint (pango_layout_get_unknown_glyphs_count (shape->layout), ==, 0);
  roadmap_layout_get_size (shape->layout, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, turned ? shape->rect.height : shape->rect.width, SOUND_NEAR);
  g_assert_cmpfloat_with_epsilon (height, turned ? shape->rect.width : shape->rect.height, SOUND_NEAR);
}

/* Texts are whole, lie in the scene, and none lies over another; chips count as texts. */
static void
assert_texts (RoadmapScene *scene)
{
  RoadmapRect all = { 0, 0, roadmap_scene_get_width (scene), roadmap_scene_get_height (scene) };
  guint n = roadmap_scene_get_n_shapes (scene);

  for (guint i = 0; i < n; i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, i);
      RoadmapRect bounds = roadmap_shape_get_bounds (shape);

      sound_assert_within (&bounds, &all);
      if (shape->layout == NULL)
        continue;
      if (shape->form == ROADMAP_FORM_TEXT)
        assert_whole_text (shape);
      for (guint j = i + 1; j < n; j++)
        {
          const RoadmapShape *other = roadmap_scene_get_shape (scene, j);

          if (other->layout != NULL && overlaps (&shape->rect, &other->rect))
            g_error ("“%s” lies over “%s”", pango_layout_get_text (shape->layout), pango_layout_get_text (other->layout));
        }
    }
}

/* But arrows between cells, all of a group lies in its box, and one of its texts is the title, with its mark. */
static void
assert_group (Roadmap            *roadmap,
              RoadmapScene       *scene,
              const RoadmapGroup *group,
              const char         *language)
{
  const char *title = roadmap_item_get_in (group->item, "title", language);
  g_autofree char *mark = roadmap_mark_describe (roadmap, group->item, language);
  gboolean found = FALSE;

  for (guint i = 0; i < group->n_shapes; i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, group->first + i);

      if (shape->form != ROADMAP_FORM_CONNECTOR)
        sound_assert_within (&shape->rect, &group->box);
      if (shape->form == ROADMAP_FORM_TEXT && g_str_has_prefix (pango_layout_get_text (shape->layout), title) &&
          (mark == NULL || strstr (pango_layout_get_text (shape->layout), mark) != NULL))
        found = TRUE;
    }
  if (!found)
    g_error ("the title of %s is not there", roadmap_item_get_id (group->item));
}

/* Boxes lie in that of the item around them, else apart; cells also keep clear of the head of their region. */
static void
assert_apart (RoadmapScene       *scene,
              const RoadmapGroup *group,
              const RoadmapGroup *other)
{
  if (roadmap_item_get_parent (other->item) == group->item)
    {
      sound_assert_within (&other->box, &group->box);
      for (guint i = 1; i < group->n_shapes; i++)
        {
          const RoadmapShape *shape = roadmap_scene_get_shape (scene, group->first + i);
          RoadmapRect bounds = roadmap_shape_get_bounds (shape);

          if (overlaps (&bounds, &other->box))
            g_error ("something of %s lies over %s", roadmap_item_get_id (group->item), roadmap_item_get_id (other->item));
        }
    }
  else if (roadmap_item_get_parent (group->item) != other->item && overlaps (&group->box, &other->box))
    g_error ("%s lies over %s", roadmap_item_get_id (group->item), roadmap_item_get_id (other->item));
}

static void
mark_reached (RoadmapSheet       *sheet,
              const RoadmapGroup *group,
              GHashTable         *reached)
{
  if (!g_hash_table_add (reached, (gpointer) group))
    return;
  for (RoadmapDirection direction = ROADMAP_DIRECTION_LEFT; direction <= ROADMAP_DIRECTION_DOWN; direction++)
    {
      RoadmapSheetPlace from = { .group = group }, to;

      if (roadmap_sheet_move (sheet, &from, direction, &to))
        mark_reached (sheet, to.group, reached);
    }
}

/* The arrow keys lead from each region and cell to each other. */
static void
assert_reachable (RoadmapSheet *sheet,
                  RoadmapScene *scene)
{
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);

  mark_reached (sheet, roadmap_scene_get_group (scene, 0), reached);
  for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
    if (!g_hash_table_contains (reached, roadmap_scene_get_group (scene, i)))
      g_error ("no arrow key leads to %s", roadmap_item_get_id (roadmap_scene_get_group (scene, i)->item));
}

void
map_assert_sound (Roadmap      *roadmap,
                  RoadmapSheet *sheet,
                  const char   *language)
{
  RoadmapItem *map = roadmap_map_find (roadmap);
  RoadmapScene *scene = roadmap_sheet_get_body (sheet, 0);
  g_autoptr (GPtrArray) regions = roadmap_list (roadmap, map, "region");
  g_autoptr (GPtrArray) cells = roadmap_list (roadmap, map, "cell");
  guint n = roadmap_scene_get_n_groups (scene);

  g_assert_cmpuint (n, ==, regions->len + cells->len);
  for (guint i = 0; i < regions->len; i++)
    g_assert_nonnull (roadmap_scene_find_group (scene, g_ptr_array_index (regions, i)));
  for (guint i = 0; i < cells->len; i++)
    g_assert_nonnull (roadmap_scene_find_group (scene, g_ptr_array_index (cells, i)));

  assert_texts (scene);
  for (guint i = 0; i < n; i++)
    {
      assert_group (roadmap, scene, roadmap_scene_get_group (scene, i), language);
      for (guint j = 0; j < n; j++)
        if (i != j)
          assert_apart (scene, roadmap_scene_get_group (scene, i), roadmap_scene_get_group (scene, j));
    }
  assert_reachable (sheet, scene);
}
