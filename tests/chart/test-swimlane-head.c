/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <math.h>

#include "chart/swimlane-head.h"

#include "../model/sample.h"

/* More than rounding may make labels touch. */
#define NEAR 0.01

static const char text[] =
  "roadmap r | title=T\n"
  "  chart fiscal | calendar=fiscal | start=FY2018 | end=FY2023 | title=Fiscal\n"
  "    lane f | title=F\n"
  "      bar f.1 | start=FY2018 | end=FY2023 | open=true | title=One\n"
  "  chart calendar | calendar=calendar | start=2019 | end=2020 | title=Calendar\n"
  "    lane c | title=C\n"
  "      bar c.1 | start=2019 | end=2020 | title=Two\n";

static gboolean
is_label (const RoadmapShape *shape)
{
  return shape->form == ROADMAP_FORM_TEXT || shape->form == ROADMAP_FORM_LABEL;
}

static void
assert_apart (const RoadmapShape *a,
              const RoadmapShape *b)
{
  RoadmapRect inner = { a->rect.x + NEAR, a->rect.y + NEAR, a->rect.width - 2 * NEAR, a->rect.height - 2 * NEAR };

  if (!roadmap_rect_overlaps (&inner, &b->rect))
    return;
  g_test_message ("“%s” and “%s”", pango_layout_get_text (a->layout), pango_layout_get_text (b->layout));
  g_test_fail ();
}

/* Where each label is when only what is in @seen is. */
static void
assert_sound (RoadmapScene       *head,
              double              width,
              const RoadmapReach *seen)
{
  guint n = roadmap_scene_get_n_shapes (head);

  for (guint i = 0; i < n; i++)
    {
      RoadmapShape a = *roadmap_scene_get_shape (head, i);

      if (!is_label (&a))
        continue;
      a.rect.x += roadmap_shape_follow (&a, seen);
      g_assert_cmpfloat (a.rect.x, >=, -NEAR);
      g_assert_cmpfloat (a.rect.x + a.rect.width, <=, width + NEAR);
      for (guint j = i + 1; j < n; j++)
        {
          RoadmapShape b = *roadmap_scene_get_shape (head, j);

          b.rect.x += roadmap_shape_follow (&b, seen);
          if (is_label (&b))
            assert_apart (&a, &b);
        }
    }
}

static void
check (RoadmapSwimlaneOptions *options,
       double                  width)
{
  g_autoptr (RoadmapScene) head = NULL;

  roadmap_axis_set_width (&options->axis, width);
  head = roadmap_swimlane_create_years (options, roadmap_swimlane_choose_unit (options));
  for (double from = 0; from <= width; from += MAX (width / 5, 40))
    assert_sound (head, width, &(RoadmapReach) { from, from + width / 3 });
}

/* However wide the axis, however large the text, whatever the language: no label lies on another or is cut off. */
static void
test_labels (void)
{
  static const double sizes[] = { 9, 13, 20, 26 };
  static const char *const languages[] = { "ja", "en" };
  static const char *const names[] = { "fiscal", "calendar" };
  g_autoptr (Roadmap) roadmap = sample_parse (text);
  GDate today;

  for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (gsize language = 0; language < G_N_ELEMENTS (languages); language++)
      for (gsize name = 0; name < G_N_ELEMENTS (names); name++)
        {
          g_autoptr (GPtrArray) charts = g_ptr_array_new ();
          g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (sizes[size], languages[language]);
          RoadmapSwimlaneOptions options = { .roadmap = roadmap, .charts = charts, .language = languages[language],
                                             .name_width = 130, .measure = measure };

          g_ptr_array_add (charts, sample_get (roadmap, names[name]));
          options.axis = roadmap_axis_for_charts (roadmap, charts, 0);
          for (guint year = 2017; year < 2021; year++)
            {
              g_date_set_dmy (&today, 3, (year * 5) % 12 + 1, year);
              options.today = year == 2017 ? NULL : &today;
              for (double width = 150; width < 8000; width *= 1.13)
                check (&options, floor (width));
            }
        }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/swimlane-head/labels", test_labels);
  return g_test_run ();
}
