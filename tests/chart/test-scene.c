/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/scene.h"

#include "../model/sample.h"

/* Three lanes as a scene might show them, each letter a bar:
 *
 *   x      0    10   20   30   40
 *   line 0 │aaaa bbbb      cccc     lane 0
 *   line 1 │          dddd          lane 0
 *   line 2 │eeeeeeeeeeeeeeeeeee     lane 1
 *   line 4 │                    f   lane 2; its line 3 is empty
 */
static const char bars[] =
  "roadmap r | title=計画\n"
  "  chart c | calendar=fiscal | start=FY2020 | end=FY2021 | title=表\n"
  "    lane l | title=段階\n"
  "      bar a | start=FY2020 | end=FY2020 | title=あ\n"
  "      bar b | start=FY2020 | end=FY2020 | title=い\n"
  "      bar c2 | start=FY2020 | end=FY2020 | title=う\n"
  "      bar d | start=FY2020 | end=FY2020 | title=え\n"
  "      bar e | start=FY2020 | end=FY2020 | title=お\n"
  "      bar f | start=FY2020 | end=FY2020 | title=か\n";

typedef struct
{
  Roadmap      *roadmap;
  RoadmapScene *scene;
} Fixture;

static void
add_bar (Fixture    *fixture,
         const char *id,
         guint       lane,
         guint       line,
         double      x,
         double      width)
{
  RoadmapShape box = { .form = ROADMAP_FORM_BOX, .ink = ROADMAP_INK_BAR_TINT, .hue = 0x3584e4 };

  box.rect = (RoadmapRect) { x, line * 10, width, 8 };
  roadmap_scene_begin_group (fixture->scene, sample_get (fixture->roadmap, id), lane, line);
  roadmap_scene_add (fixture->scene, &box);
  roadmap_scene_end_group (fixture->scene);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  RoadmapShape ground = { .form = ROADMAP_FORM_FILL, .ink = ROADMAP_INK_HEAD, .rect = { 0, 0, 50, 30 } };

  fixture->roadmap = sample_parse (bars);
  fixture->scene = roadmap_scene_new ();
  ground.item = sample_get (fixture->roadmap, "l");
  roadmap_scene_add (fixture->scene, &ground);
  add_bar (fixture, "a", 0, 0, 0, 10);
  add_bar (fixture, "b", 0, 0, 10, 10);
  add_bar (fixture, "c2", 0, 0, 30, 10);
  add_bar (fixture, "d", 0, 1, 20, 10);
  add_bar (fixture, "e", 1, 2, 0, 40);
  add_bar (fixture, "f", 2, 4, 45, 2);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->scene, roadmap_scene_unref);
  g_clear_object (&fixture->roadmap);
}

static const char *
get_id (RoadmapItem *item)
{
  return item != NULL ? roadmap_item_get_id (item) : NULL;
}

static void
test_pick (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    double      x, y;
    const char *id;
  } rows[] = {
    { 0, 0, "a" },
    { 9.9, 7.9, "a" },
    { 10, 0, "b" },    /* the right edge belongs to the neighbour */
    { 25, 5, "l" },    /* between bars: the lane */
    { 0, 9, "l" },
    { 45, 40, "f" },
    { 45, 35, NULL },
    { -1, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("(%g, %g)", rows[i].x, rows[i].y);
      g_assert_cmpstr (get_id (roadmap_scene_pick (fixture->scene, rows[i].x, rows[i].y)), ==, rows[i].id);
    }
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *from;
    const char *left, *right, *up, *down;
  } rows[] = {
    { "a", NULL, "b", NULL, "d" },
    { "b", "a", "d", NULL, "d" },
    { "d", "b", "c2", "b", "e" },
    { "c2", "d", NULL, NULL, "d" },
    { "e", NULL, NULL, "d", "f" },
    { "f", NULL, NULL, "e", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const RoadmapGroup *from;
      const char *expected[] = { rows[i].left, rows[i].right, rows[i].up, rows[i].down };

      from = roadmap_scene_find_group (fixture->scene, sample_get (fixture->roadmap, rows[i].from));
      for (RoadmapDirection direction = ROADMAP_DIRECTION_LEFT; direction <= ROADMAP_DIRECTION_DOWN; direction++)
        {
          const RoadmapGroup *to = roadmap_scene_move (fixture->scene, from, direction);

          g_test_message ("from %s, direction %d", rows[i].from, direction);
          g_assert_cmpstr (to != NULL ? get_id (to->item) : NULL, ==, expected[direction]);
        }
    }
}

static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (RoadmapScene) scene = roadmap_scene_new ();
  RoadmapItem *item = sample_get (fixture->roadmap, "a");
  RoadmapShape words = { .form = ROADMAP_FORM_TEXT, .rect = { 20, 2, 30, 4 } };
  RoadmapShape box = { .form = ROADMAP_FORM_BOX, .rect = { 10, 0, 5, 8 } };
  const RoadmapGroup *group;

  roadmap_scene_begin_group (scene, item, 3, 7);
  roadmap_scene_add (scene, &words);
  roadmap_scene_add (scene, &box);
  roadmap_scene_end_group (scene);
  group = roadmap_scene_find_group (scene, item);

  g_assert_cmpuint (group->n_shapes, ==, 2);
  g_assert_cmpuint (group->lane, ==, 3);
  g_assert_cmpuint (group->line, ==, 7);
  g_assert_cmpfloat (group->bounds.x, ==, 10);
  g_assert_cmpfloat (group->bounds.width, ==, 40);
  g_assert_cmpfloat (group->box.width, ==, 5);
  /* Between box and words there is nothing to pick. */
  g_assert_true (roadmap_scene_pick (scene, 12, 4) == item);
  g_assert_true (roadmap_scene_pick (scene, 30, 4) == item);
  g_assert_null (roadmap_scene_pick (scene, 17, 4));
  g_assert_null (roadmap_scene_find_group (scene, sample_get (fixture->roadmap, "b")));
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (RoadmapScene) copy = roadmap_scene_new ();
  g_autofree char *original_dump = roadmap_scene_dump (fixture->scene);
  g_autofree char *copy_dump = NULL;

  roadmap_scene_add_scene (copy, fixture->scene, 0, 0);
  copy_dump = roadmap_scene_dump (copy);
  g_assert_cmpstr (copy_dump, ==, original_dump);

  roadmap_scene_add_scene (copy, fixture->scene, 100, 50);
  g_assert_cmpuint (roadmap_scene_get_n_groups (copy), ==, 12);
  g_assert_cmpstr (get_id (roadmap_scene_pick (copy, 100, 50)), ==, "a");
  g_assert_cmpfloat (roadmap_scene_get_width (copy), ==, 150);
}

static void
test_dump (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (RoadmapScene) scene = roadmap_scene_new ();
  RoadmapShape connector = { .form = ROADMAP_FORM_CONNECTOR, .ink = ROADMAP_INK_HUE, .rect = { 20, 30, -10, -20 } };
  RoadmapShape box = {
    .form = ROADMAP_FORM_BOX,
    .ink = ROADMAP_INK_BAR_TINT,
    .flags = ROADMAP_SHAPE_DASHED | ROADMAP_SHAPE_OPEN_END,
    .hue = 0x3584e4,
    .rect = { -0.1, 0.26, 12.5, 8 },
  };
  g_autofree char *dump = NULL;

  roadmap_scene_add (scene, &connector);
  roadmap_scene_begin_group (scene, sample_get (fixture->roadmap, "a"), 0, 1);
  roadmap_scene_add (scene, &box);
  roadmap_scene_end_group (scene);
  dump = roadmap_scene_dump (scene);
  g_assert_cmpstr (dump, ==,
                   "scene 20 30\n"
                   "connector hue 20 30 -10 -20\n"
                   "group a lane 0 line 1\n"
                   "  box bar-tint #3584e4 0 0.5 12.5 8 dashed open\n");
}

/* Links go along with a copy. */
static void
test_links (void)
{
  g_autoptr (RoadmapScene) scene = roadmap_scene_new ();
  g_autoptr (RoadmapScene) copy = roadmap_scene_new ();
  g_autofree char *dump = NULL;

  roadmap_scene_add_link (scene, (RoadmapRect) { 1, 2, 30, 10 }, "https://www.example.org/");
  roadmap_scene_add_scene (copy, scene, 100, 50);
  roadmap_scene_add_link (copy, (RoadmapRect) { 0, 0, 5, 5 }, "#note-1");
  g_assert_cmpuint (roadmap_scene_get_n_links (scene), ==, 1);
  dump = roadmap_scene_dump (copy);
  g_assert_cmpstr (dump, ==,
                   "scene 0 0\n"
                   "link 101 52 30 10 https://www.example.org/\n"
                   "link 0 0 5 5 #note-1\n");
}

static void
test_heads (void)
{
  RoadmapShape box = { .form = ROADMAP_FORM_BOX, .rect = { 0, 0, 100, 50 }, .corner = 4 };

  g_assert_cmpfloat (roadmap_shape_get_head (&box), ==, 0);
  box.flags = ROADMAP_SHAPE_OPEN_END;
  g_assert_cmpfloat (roadmap_shape_get_head (&box), ==, 10);
  /* A head leaves most of a small box as it is. */
  box.rect.width = 6;
  g_assert_cmpfloat (roadmap_shape_get_head (&box), ==, 2);
}

/* Words move no further than they must, stay in their room, and show their beginning if there is no room for all. */
static void
test_follow (void)
{
  static const struct
  {
    RoadmapReach seen;
    double       shift;
  } rows[] = {
    { { 0, 400 }, 0 },
    { { 120, 400 }, 0 },
    { { 130, 400 }, 10 },
    { { 150.4, 400 }, 30 },
    { { 290, 400 }, 120 },   /* up to the end of the room */
    { { 0, 160 }, -10 },
    { { 0, 100 }, -20 },     /* up to its beginning */
    { { 140, 150 }, 20 },    /* too little is seen */
  };
  RoadmapShape words = { .form = ROADMAP_FORM_TEXT, .words = { 120, 170 }, .room = { 100, 290 } };
  RoadmapShape fixed = { .form = ROADMAP_FORM_TEXT };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat (roadmap_shape_follow (&words, &rows[i].seen), ==, rows[i].shift);
  g_assert_cmpfloat (roadmap_shape_follow (&fixed, &rows[3].seen), ==, 0);
  words.room = (RoadmapReach) { 120, 160 };
  g_assert_cmpfloat (roadmap_shape_follow (&words, &rows[3].seen), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/scene/pick", Fixture, NULL, set_up, test_pick, tear_down);
  g_test_add ("/scene/move", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/scene/groups", Fixture, NULL, set_up, test_groups, tear_down);
  g_test_add ("/scene/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/scene/dump", Fixture, NULL, set_up, test_dump, tear_down);
  g_test_add_func ("/scene/links", test_links);
  g_test_add_func ("/scene/heads", test_heads);
  g_test_add_func ("/scene/follow", test_follow);
  return g_test_run ();
}
