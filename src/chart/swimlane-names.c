/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/swimlane-names.h"

#include "chart/bar-place.h"
#include "chart/style.h"
#include "chart/words.h"
#include "model/mark.h"

static const RoadmapTextStyle number_style = { ROADMAP_SIZE_NUMBER, ROADMAP_TEXT_BOLD };
static const RoadmapTextStyle name_style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_HEADING };
static const RoadmapTextStyle narrow_style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_HEADING };
static const RoadmapTextStyle small_style = { ROADMAP_SIZE_SMALL, 0 };
static const RoadmapTextStyle title_style = { ROADMAP_SIZE_BAR, 0 };

/* The words of a cell:
 *
 *   ┃  parent      where it is not on the page
 *   ┃  ① name
 *   ┃    of the lane（続き）
 *   ┃    令和4年3月25日一部見直し
 */
typedef struct
{
  PangoLayout *parent; /* (nullable) */
  PangoLayout *number; /* (nullable) */
  PangoLayout *name;
  PangoLayout *mark;   /* (nullable): of a lane that was revised */
  double       unit;
  double       arrow;        /* the side of the arrow before them; 0: there is none */
  double       left;         /* of the words in the cell */
  double       number_width; /* with the space behind it */
  double       parent_height;
  double       name_height;
  double       height;       /* of all */
} Cell;

static void
clear_cell (Cell *cell)
{
  g_clear_object (&cell->parent);
  g_clear_object (&cell->number);
  g_clear_object (&cell->name);
  g_clear_object (&cell->mark);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cell, clear_cell)

static char *
create_name (const RoadmapSwimlaneOptions *options,
             const RoadmapSwimlaneRow     *row,
             RoadmapNameFlags              flags)
{
  gboolean chart = roadmap_item_is (row->item, "chart");
  const char *name = NULL;

  if (chart && !row->band)
    name = roadmap_word (ROADMAP_WORD_MILESTONE, options->language);
  else if (chart)
    name = roadmap_item_get_in (row->item, "name", options->language);
  if (name == NULL)
    name = roadmap_item_get_in (row->item, "title", options->language);
  return g_strconcat (name != NULL ? name : "",
                      flags & ROADMAP_NAME_CONTINUED ? roadmap_word (ROADMAP_WORD_CONTINUED, options->language) : "",
                      NULL);
}

/* Numbers such as ① look well beside a name; a heading's longer ones are only wider. */
static void
lay_out_number (const RoadmapSwimlaneOptions *options,
                const RoadmapSwimlaneRow     *row,
                Cell                         *cell)
{
  const char *number = roadmap_item_get (row->item, "number");

  if (number == NULL || *number == '\0')
    return;
  cell->number = roadmap_measure_text (options->measure, number, number_style, ROADMAP_UNWRAPPED);
  roadmap_layout_get_size (cell->number, &cell->number_width, NULL);
  cell->number_width += 4 * cell->unit;
}

static void
lay_out_parent (const RoadmapSwimlaneOptions *options,
                const RoadmapSwimlaneRow     *row,
                Cell                         *cell)
{
  g_autofree char *label = roadmap_item_dup_label (roadmap_item_get_parent (row->item), options->language);
  double width = options->name_width - cell->left - 6 * cell->unit;

  cell->parent = roadmap_measure_text (options->measure, label, small_style, width);
  roadmap_layout_get_size (cell->parent, NULL, &cell->parent_height);
}

/* Broken behind each ／ and nowhere else; NULL if it cannot be. */
static PangoLayout *
lay_out_alternatives (const RoadmapSwimlaneOptions *options,
                      const char                   *name,
                      RoadmapTextStyle              style,
                      double                        width)
{
  g_auto (GStrv) alternatives = g_strsplit (name, "／", -1);
  g_autofree char *lines = g_strjoinv ("／\n", alternatives);
  g_autoptr (PangoLayout) layout = roadmap_measure_text (options->measure, lines, style, width);

  if (roadmap_layout_get_n_lines (layout) > (int) g_strv_length (alternatives))
    return NULL;
  return g_steal_pointer (&layout);
}

/* In small letters where a word would have to be broken otherwise. */
static PangoLayout *
lay_out_name (const RoadmapSwimlaneOptions *options,
              const RoadmapSwimlaneRow     *row,
              const char                   *name,
              double                        width)
{
  static const RoadmapTextStyle cut_style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_BOLD | ROADMAP_TEXT_CUT };
  g_autofree char *markup = g_markup_escape_text (name, -1);
  double longest = roadmap_measure_get_longest_word (options->measure, markup, name_style);
  RoadmapTextStyle style = longest > width ? narrow_style : name_style;
  g_autoptr (PangoLayout) wrapped = NULL;
  g_autoptr (PangoLayout) alternatives = NULL;

  if (row->collapsed)
    return roadmap_measure_text (options->measure, name, cut_style, width);
  wrapped = roadmap_measure_text (options->measure, name, style, width);

  if (roadmap_layout_get_n_lines (wrapped) > 1)
    alternatives = lay_out_alternatives (options, name, style, width);
  return alternatives != NULL ? g_steal_pointer (&alternatives) : g_steal_pointer (&wrapped);
}

/* A row that is collapsed has room for a line alone. */
static double
lay_out_mark (const RoadmapSwimlaneOptions *options,
              const RoadmapSwimlaneRow     *row,
              double                        width,
              Cell                         *cell)
{
  g_autofree char *mark = row->collapsed ? NULL : roadmap_mark_describe (options->roadmap, row->item, options->language);
  double height;

  if (mark == NULL)
    return 0;
  cell->mark = roadmap_measure_text (options->measure, mark, small_style, width);
  roadmap_layout_get_size (cell->mark, NULL, &height);
  return height;
}

static void
lay_out_cell (const RoadmapSwimlaneOptions *options,
              const RoadmapSwimlaneRow     *row,
              RoadmapNameFlags              flags,
              Cell                         *cell)
{
  g_autofree char *name = create_name (options, row, flags);
  double width, number_height = 0;

  *cell = (Cell) { .unit = roadmap_bar_metrics (options->measure).unit };
  cell->left = (12 + 12 * row->depth) * cell->unit;
  if (options->collapsed != NULL && !roadmap_item_is (row->item, "chart"))
    {
      cell->arrow = 8 * cell->unit;
      cell->left += 8 * cell->unit;
    }
  lay_out_number (options, row, cell);
  if (flags & ROADMAP_NAME_WITH_PARENT)
    lay_out_parent (options, row, cell);
  width = options->name_width - cell->left - cell->number_width - 6 * cell->unit;
  cell->name = lay_out_name (options, row, name, MAX (width, 2 * cell->unit));
  roadmap_layout_get_size (cell->name, NULL, &cell->name_height);
  if (cell->number != NULL)
    roadmap_layout_get_size (cell->number, NULL, &number_height);
  cell->height = cell->parent_height + MAX (cell->name_height + (cell->number != NULL ? 4 * cell->unit : 0), number_height);
  cell->height += lay_out_mark (options, row, MAX (width, 2 * cell->unit), cell);
}

double
roadmap_swimlane_get_name_height (const RoadmapSwimlaneOptions *options,
                                  const RoadmapSwimlaneRow     *row,
                                  RoadmapNameFlags              flags)
{
  g_auto (Cell) cell;

  lay_out_cell (options, row, flags, &cell);
  return cell.height + 14 * cell.unit;
}

static double
get_baseline (PangoLayout *layout)
{
  return roadmap_layout_get_baseline (layout);
}

/* In the middle of the first line. */
static void
add_arrow (RoadmapScene      *scene,
           const Cell        *cell,
           const RoadmapRect *rect,
           gboolean           closed)
{
  PangoLayout *first = cell->number != NULL ? cell->number : cell->name;
  RoadmapShape shape = {
    .form = ROADMAP_FORM_DISCLOSURE,
    .ink = ROADMAP_INK_DIM_TEXT,
    .flags = closed ? ROADMAP_SHAPE_CLOSED : 0,
  };
  double long_side = cell->arrow;
  double short_side = cell->arrow * 0.6;
  double height;

  roadmap_layout_get_size (first, NULL, &height);
  height /= roadmap_layout_get_n_lines (first);
  shape.rect = (RoadmapRect) { rect->x + cell->left - cell->arrow - 3 * cell->unit, rect->y + 7 * cell->unit,
                               closed ? short_side : long_side, closed ? long_side : short_side };
  shape.rect.y += cell->parent_height + (height - shape.rect.height) / 2;
  roadmap_scene_add (scene, &shape);
}

static void
add_words (RoadmapScene      *scene,
           const Cell        *cell,
           const RoadmapRect *rect,
           guint32            hue)
{
  double x = rect->x + cell->left;
  double y = rect->y + 7 * cell->unit;
  double name_y = y + cell->parent_height;

  if (cell->parent != NULL)
    roadmap_scene_add_text (scene, cell->parent, ROADMAP_INK_DIM_TEXT, 0, x, y);
  if (cell->number != NULL)
    {
      roadmap_scene_add_text (scene, cell->number, ROADMAP_INK_HUE_TEXT, hue, x, name_y);
      name_y += get_baseline (cell->number) - get_baseline (cell->name);
    }
  roadmap_scene_add_text (scene, cell->name, ROADMAP_INK_TEXT, 0, x + cell->number_width, name_y);
  if (cell->mark != NULL)
    roadmap_scene_add_text (scene, cell->mark, ROADMAP_INK_DIM_TEXT, 0, x + cell->number_width, name_y + cell->name_height);
}

void
roadmap_swimlane_add_name (const RoadmapSwimlaneOptions *options,
                           const RoadmapSwimlaneRow     *row,
                           RoadmapNameFlags              flags,
                           RoadmapScene                 *scene,
                           const RoadmapRect            *rect)
{
  guint32 hue = roadmap_item_get_hue (row->item);
  g_auto (Cell) cell;

  lay_out_cell (options, row, flags, &cell);
  if (row->band)
    roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_PANEL, 0, *rect);
  else
    {
      RoadmapRect edge = { rect->x, rect->y, 4 * cell.unit, rect->height };
      RoadmapRect side = { rect->x + rect->width - cell.unit, rect->y, 0, rect->height };

      roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_NAME_TINT, hue, *rect);
      roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_HUE, hue, edge);
      roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0, side);
    }
  if (cell.arrow > 0)
    add_arrow (scene, &cell, rect, row->collapsed);
  add_words (scene, &cell, rect, hue);
}

void
roadmap_swimlane_add_band_title (const RoadmapSwimlaneOptions *options,
                                 const RoadmapSwimlaneRow     *row,
                                 RoadmapScene                 *scene,
                                 const RoadmapRect            *rect)
{
  const char *title = roadmap_item_get_in (row->item, "title", options->language);
  double unit = roadmap_bar_metrics (options->measure).unit;
  g_autoptr (PangoLayout) layout = NULL;
  double height;

  if (title == NULL || roadmap_item_get_in (row->item, "name", options->language) == NULL)
    return;
  layout = roadmap_measure_text (options->measure, title, title_style, ROADMAP_UNWRAPPED);
  roadmap_layout_get_size (layout, NULL, &height);
  roadmap_scene_add_text (scene, layout, ROADMAP_INK_DIM_TEXT, 0, rect->x + 8 * unit,
                          rect->y + (rect->height - height) / 2);
}
