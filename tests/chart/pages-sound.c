/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "pages-sound.h"

#include <string.h>

#include "chart/measure.h"
#include "chart/page-run.h"
#include "chart/scene-band.h"
#include "sound.h"

static gboolean
is_text (const RoadmapShape *shape)
{
  return shape->form == ROADMAP_FORM_TEXT || shape->form == ROADMAP_FORM_LABEL;
}

/* The size of the smallest letters, in points. */
static double
get_smallest_font (PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double smallest = G_MAXDOUBLE;

  do
    {
      PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);
      PangoFontDescription *font;

      if (run == NULL)
        continue;
      font = pango_font_describe_with_absolute_size (run->item->analysis.font);
      smallest = MIN (smallest, pango_font_description_get_size (font) / (double) PANGO_SCALE);
      pango_font_description_free (font);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
  return smallest;
}

/* Where there is ink: a layout may be wider than its words, as one that is centred. */
static RoadmapRect
get_words_rect (const RoadmapShape *shape)
{
  RoadmapRect rect = roadmap_shape_get_bounds (shape);
  int width;

  if (shape->flags & (ROADMAP_SHAPE_VERTICAL | ROADMAP_SHAPE_UPWARDS) || shape->form != ROADMAP_FORM_TEXT)
    return rect;
  width = pango_layout_get_width (shape->layout);
  if (width > 0 && pango_layout_get_alignment (shape->layout) != PANGO_ALIGN_LEFT)
    {
      PangoRectangle logical;

      pango_layout_get_extents (shape->layout, NULL, &logical);
      rect.x += pango_units_to_double (logical.x);
      rect.width = pango_units_to_double (logical.width);
    }
  return rect;
}

static void
assert_page (RoadmapPages *pages,
             guint         page)
{
  const RoadmapPaper *paper = roadmap_pages_get_paper (pages);
  RoadmapScene *scene = roadmap_pages_get_scene (pages, page);
  const RoadmapRect room = { paper->margin, paper->margin, paper->width - 2 * paper->margin,
                             paper->height - 2 * paper->margin };
  g_autofree char *label = roadmap_pages_dup_label (pages, page);
  guint n_labels = 0;

  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, i);
      RoadmapRect rect = roadmap_shape_get_bounds (shape);

      if (rect.x < room.x - SOUND_NEAR || rect.y < room.y - SOUND_NEAR ||
          roadmap_rect_get_right (&rect) > roadmap_rect_get_right (&room) + SOUND_NEAR ||
          roadmap_rect_get_bottom (&rect) > roadmap_rect_get_bottom (&room) + SOUND_NEAR)
        g_error ("page %u: “%s” (form %d, %g %g %g %g) leaves the margins", page + 1,
                 shape->layout != NULL ? pango_layout_get_text (shape->layout) : "", shape->form, rect.x, rect.y, rect.width,
                 rect.height);
      if (shape->layout == NULL)
        continue;
      if (get_smallest_font (shape->layout) < ROADMAP_MEASURE_MIN_POINTS - 0.001)
        g_error ("page %u: “%s” is too small", page + 1, pango_layout_get_text (shape->layout));
      if (pango_layout_get_unknown_glyphs_count (shape->layout) > 0)
        g_error ("page %u: “%s” has letters without a font", page + 1, pango_layout_get_text (shape->layout));
      n_labels += strcmp (pango_layout_get_text (shape->layout), label) == 0;
    }
  g_assert_cmpuint (n_labels, >=, 1);
}

static void
assert_free_words (RoadmapPages *pages,
                   guint         page)
{
  RoadmapScene *scene = roadmap_pages_get_scene (pages, page);
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    if (is_text (roadmap_scene_get_shape (scene, i)))
      g_array_append_val (texts, i);
  for (guint i = 0; i < texts->len; i++)
    for (guint j = i + 1; j < texts->len; j++)
      {
        const RoadmapShape *a = roadmap_scene_get_shape (scene, g_array_index (texts, guint, i));
        const RoadmapShape *b = roadmap_scene_get_shape (scene, g_array_index (texts, guint, j));
        RoadmapRect first = get_words_rect (a);
        RoadmapRect second = get_words_rect (b);

        second = (RoadmapRect) { second.x + SOUND_NEAR, second.y + SOUND_NEAR, second.width - 2 * SOUND_NEAR,
                                 second.height - 2 * SOUND_NEAR };
        if (roadmap_rect_overlaps (&first, &second))
          g_error ("page %u: “%s” (%g %g %g %g) lies over “%s” (%g %g %g %g)", page + 1, pango_layout_get_text (a->layout),
                   first.x, first.y, first.width, first.height, pango_layout_get_text (b->layout), second.x, second.y,
                   second.width, second.height);
      }
}

void
pages_assert_sound (RoadmapPages *pages)
{
  for (guint page = 0; page < roadmap_pages_get_n_pages (pages); page++)
    {
      assert_page (pages, page);
      assert_free_words (pages, page);
    }
}

/* Counting lines: a line of a text of an item, and how often it stands there. */

static void
count_line (GHashTable  *counts,
            RoadmapItem *item,
            PangoLayout *layout,
            guint        line)
{
  PangoLayoutLine *words = pango_layout_get_line_readonly (layout, line);
  g_autofree char *text = g_strndup (pango_layout_get_text (layout) + words->start_index, words->length);
  char *key = g_strdup_printf ("%s %u %s", item != NULL ? roadmap_item_get_id (item) : "", line, text);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

  g_hash_table_insert (counts, key, GUINT_TO_POINTER (n + 1));
}

static void
count_shape (GHashTable         *counts,
             RoadmapItem        *item,
             const RoadmapShape *shape)
{
  guint n_lines;

  if (shape->layout == NULL)
    return;
  n_lines = shape->n_lines;
  if (n_lines == 0)
    n_lines = (guint) pango_layout_get_line_count (shape->layout) - shape->first_line;
  for (guint i = 0; i < n_lines; i++)
    count_line (counts, item, shape->layout, shape->first_line + i);
}

/* Those of groups, or of the background. */
static void
count_scene (GHashTable   *counts,
             RoadmapScene *scene,
             gboolean      groups)
{
  guint next = 0;

  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    {
      gboolean is_left = next < roadmap_scene_get_n_groups (scene);
      const RoadmapGroup *group = is_left ? roadmap_scene_get_group (scene, next) : NULL;
      gboolean in_group = group != NULL && i >= group->first;

      if (in_group == groups)
        count_shape (counts, in_group ? group->item : NULL, roadmap_scene_get_shape (scene, i));
      if (in_group && i + 1 == group->first + group->n_shapes)
        next++;
    }
}

static GHashTable *
create_counts (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
assert_counts (GHashTable *expected,
               GHashTable *found,
               gboolean    exact)
{
  GHashTableIter iter;
  gpointer key, n;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &key, &n))
    {
      guint n_found = GPOINTER_TO_UINT (g_hash_table_lookup (found, key));

      if (n_found < GPOINTER_TO_UINT (n) || (exact && n_found > GPOINTER_TO_UINT (n)))
        g_error ("line “%s” stands there %u times, not %u", (char *) key, n_found, GPOINTER_TO_UINT (n));
    }
}

static gboolean
is_key_of (gpointer key,
           gpointer value,
           gpointer other)
{
  return g_hash_table_contains (other, key);
}

/* Heads stand on each page of a chapter. */
static void
assert_heads (RoadmapScene *page,
              RoadmapScene *head)
{
  g_autoptr (GHashTable) expected = create_counts ();
  g_autoptr (GHashTable) found = create_counts ();

  count_scene (expected, head, FALSE);
  count_scene (found, page, FALSE);
  assert_counts (expected, found, FALSE);
}

/* The rows of the chapters as they are when nothing is cut. */
static void
count_run (RoadmapPageRun *run,
           GHashTable     *groups,
           GHashTable     *background,
           GHashTable     *names)
{
  for (guint i = 0; i < run->chapters->len; i++)
    {
      RoadmapSheet *sheet = ((RoadmapChapter *) g_ptr_array_index (run->chapters, i))->sheet;

      for (guint row = 0; row < roadmap_sheet_get_n_rows (sheet); row++)
        {
          count_scene (groups, roadmap_sheet_get_body (sheet, row), TRUE);
          count_scene (background, roadmap_sheet_get_body (sheet, row), FALSE);
          count_scene (names, roadmap_sheet_get_names (sheet, row), TRUE);
          roadmap_sheet_forget_row (sheet, row);
        }
    }
}

/* A name may be broken into lines otherwise on a page, so the words are looked for without them. */
static void
assert_names (RoadmapPages *pages,
              guint         page,
              guint         first_row,
              guint         last_row,
              RoadmapSheet *sheet)
{
  RoadmapScene *scene = roadmap_pages_get_scene (pages, page);

  for (guint row = first_row; row <= last_row && row < roadmap_sheet_get_n_rows (sheet); row++)
    {
      RoadmapScene *names = roadmap_sheet_get_names (sheet, row);

      /* Of lanes in lanes only that which goes on has its name again. */
      if (roadmap_scene_get_n_groups (names) == 1)
        g_assert_nonnull (roadmap_scene_find_group (scene, roadmap_scene_get_group (names, 0)->item));
    }
}

static gboolean
has_text (RoadmapScene *scene,
          const char   *text)
{
  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, i);

      if (shape->layout != NULL && g_str_equal (pango_layout_get_text (shape->layout), text))
        return TRUE;
    }
  return FALSE;
}

/* What the letters on a page mean stands below it. */
static void
assert_letters (RoadmapScene              *scene,
                const RoadmapPagesOptions *options)
{
  for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (scene, i);
      gboolean has_letter = FALSE;
      RoadmapItem *status;

      if (!roadmap_item_is (group->item, "bar") && !roadmap_item_is (group->item, "measure"))
        continue;
      for (guint j = 0; j < group->n_shapes; j++)
        has_letter = has_letter || roadmap_scene_get_shape (scene, group->first + j)->form == ROADMAP_FORM_CHIP;
      status = roadmap_get_linked (options->roadmap, group->item, "status");
      if (has_letter && status != NULL)
        g_assert_true (has_text (scene, roadmap_item_get_in (status, "title", options->language)));
    }
}

void
pages_assert_whole (RoadmapPages              *pages,
                    const RoadmapPagesOptions *options)
{
  g_autoptr (GPtrArray) charts = options->charts != NULL ? g_ptr_array_ref (options->charts)
                                                          : roadmap_list_charts (options->roadmap);
  RoadmapPagesOptions with_charts = *options;
  RoadmapPageFrame frame = { &with_charts };
  g_autoptr (RoadmapMeasure) measure = NULL;
  g_autoptr (RoadmapPageRun) run = NULL;
  g_autoptr (GHashTable) groups = create_counts ();
  g_autoptr (GHashTable) background = create_counts ();
  g_autoptr (GHashTable) names = create_counts ();
  g_autoptr (GHashTable) found_groups = create_counts ();
  g_autoptr (GHashTable) found_background = create_counts ();

  g_assert_cmpuint (options->n_layouts, ==, 1);
  with_charts.charts = charts;
  measure = roadmap_measure_new_for_paper (roadmap_page_frame_get_points (&frame), options->language);
  frame.measure = measure;
  run = roadmap_page_run_choose (&frame, roadmap_layout_find_id (options->layouts[0]));
  g_assert_cmpuint (run->pages->len, ==, roadmap_pages_get_n_pages (pages));
  count_run (run, groups, background, names);
  for (guint i = 0; i < run->pages->len; i++)
    {
      const RoadmapPagePlan *plan = &g_array_index (run->pages, RoadmapPagePlan, i);
      const RoadmapChapter *chapter = g_ptr_array_index (run->chapters, plan->chapter);
      RoadmapSheet *sheet = chapter->sheet;
      RoadmapScene *scene = roadmap_pages_get_scene (pages, i);
      g_autoptr (RoadmapScene) heads = roadmap_scene_new ();
      RoadmapScene *corner, *head;
      double row_y = 0;

      if (chapter->flags & ROADMAP_CHAPTER_LEGEND)
        assert_letters (scene, options);
      count_scene (found_groups, scene, TRUE);
      count_scene (found_background, scene, FALSE);
      if (roadmap_sheet_get_n_rows (sheet) > 0)
        row_y = roadmap_sheet_get_row_y (sheet, plan->rows.row);
      roadmap_sheet_find_heads (sheet, row_y, &corner, &head);
      if (plan->rows.band.to > plan->rows.band.from)
        roadmap_band_add (head, &plan->rows.band, heads, 0, 0);
      else
        roadmap_scene_add_scene (heads, head, 0, 0);
      assert_heads (scene, heads);
      assert_heads (scene, corner);
      assert_names (pages, i, plan->rows.row, plan->rows.last, sheet);
    }
  assert_counts (background, found_background, FALSE);
  assert_counts (names, found_groups, FALSE);
  /* A line that is also one of a name may stand there again. */
  g_hash_table_foreach_remove (groups, is_key_of, names);
  assert_counts (groups, found_groups, TRUE);
}
