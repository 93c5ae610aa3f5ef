/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/table-years.h"

#include "chart/lane-bars.h"
#include "chart/style.h"
#include "chart/table-columns.h"
#include "chart/table-text.h"

/* An explanation is at least so wide, in ems, if there is room beside its bar. */
#define MIN_DETAIL 16

typedef struct
{
  RoadmapItem *item;
  PangoLayout *layout; /* owned */
  guint        line;
  double       x;      /* along the axis */
} Detail;

struct _RoadmapTableBars
{
  RoadmapSwimlaneOptions  options; /* its pointers are those of the table */
  RoadmapLaneBars        *bars;
  GArray                 *details; /* Detail */
};

static void
clear_detail (gpointer data)
{
  g_clear_object (&((Detail *) data)->layout);
}

static const RoadmapBarPlace *
get_place (RoadmapTableBars *self,
           guint             index)
{
  return &g_array_index (self->bars->places, RoadmapBarPlace, index);
}

static gboolean
has_detail (RoadmapTableBars          *self,
            const RoadmapTableOptions *options,
            const RoadmapBarPlace     *place)
{
  g_autoptr (PangoLayout) layout = roadmap_table_lay_out_detail (options, place->item, ROADMAP_UNWRAPPED);

  return layout != NULL;
}

/* How far to both sides the explanation of @place may reach: up to the bars of its line that have one too. */
static void
find_room (RoadmapTableBars          *self,
           const RoadmapTableOptions *options,
           const RoadmapBarPlace     *place,
           double                    *left,
           double                    *right)
{
  *left = 0;
  *right = roadmap_axis_get_width (&self->options.axis);
  for (guint i = 0; i < self->bars->places->len; i++)
    {
      const RoadmapBarPlace *other = get_place (self, i);

      if (other == place || other->line != place->line || !has_detail (self, options, other))
        continue;
      /* The one behind begins where its bar does. */
      if (other->left < place->left)
        *left = place->left;
      else
        *right = MIN (*right, other->left);
    }
}

static void
add_detail (RoadmapTableBars          *self,
            const RoadmapTableOptions *options,
            const RoadmapBarPlace     *place)
{
  RoadmapBarMetrics metrics = roadmap_bar_metrics (options->measure);
  double em = roadmap_measure_get_em (options->measure, ROADMAP_SIZE_BAR);
  double left, right, width;
  Detail detail = { place->item, NULL, place->line, 0 };

  if (!has_detail (self, options, place))
    return;
  find_room (self, options, place, &left, &right);
  width = MIN (MAX (place->right - place->left, MIN_DETAIL * em), right - left);
  detail.x = MAX (MIN (place->left, right - width), left) + metrics.pad_x;
  detail.layout = roadmap_table_lay_out_detail (options, place->item, MAX (width - 2 * metrics.pad_x, em));
  g_array_append_val (self->details, detail);
}

static double
get_detail_height (RoadmapTableBars *self,
                   guint             line)
{
  double highest = 0;

  for (guint i = 0; i < self->details->len; i++)
    {
      const Detail *detail = &g_array_index (self->details, Detail, i);
      double height;

      if (detail->line != line)
        continue;
      roadmap_layout_get_size (detail->layout, NULL, &height);
      highest = MAX (highest, height);
    }
  return highest > 0 ? highest + 2 * roadmap_bar_metrics (self->options.measure).unit : 0;
}

/* Each line moves down by the explanations above it. */
static void
make_room_for_details (RoadmapTableBars *self)
{
  double shift = 0;

  for (guint i = 0; i < self->bars->lines->len; i++)
    {
      g_array_index (self->bars->lines, RoadmapLine, i).y += shift;
      shift += get_detail_height (self, i);
    }
  self->bars->height += shift;
}

RoadmapTableBars *
roadmap_table_bars_new (const RoadmapTableOptions *options,
                        const RoadmapAxis         *axis,
                        GPtrArray                 *bars)
{
  RoadmapTableBars *self = g_new0 (RoadmapTableBars, 1);

  self->options = (RoadmapSwimlaneOptions) {
    .roadmap = options->roadmap,
    .charts = options->charts,
    .language = options->language,
    .axis = *axis,
    .measure = options->measure,
  };
  self->bars = roadmap_lane_bars_new_for (&self->options, bars);
  self->details = g_array_new (FALSE, FALSE, sizeof (Detail));
  g_array_set_clear_func (self->details, clear_detail);
  for (guint i = 0; i < self->bars->places->len; i++)
    add_detail (self, options, get_place (self, i));
  make_room_for_details (self);
  return self;
}

void
roadmap_table_bars_free (RoadmapTableBars *self)
{
  g_clear_pointer (&self->bars, roadmap_lane_bars_free);
  g_clear_pointer (&self->details, g_array_unref);
  g_free (self);
}

double
roadmap_table_bars_get_height (RoadmapTableBars *self)
{
  return self->bars->height;
}

/* No line of the grid runs through the words. */
static void
add_words (RoadmapTableBars *self,
           const Detail     *detail,
           RoadmapScene     *scene,
           double            x,
           double            y)
{
  const RoadmapLine *line = &g_array_index (self->bars->lines, RoadmapLine, detail->line);
  RoadmapRect rect = { x + detail->x, y + line->y + line->height + roadmap_bar_metrics (self->options.measure).unit };

  roadmap_layout_get_size (detail->layout, &rect.width, &rect.height);
  roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_ROW_TINT, roadmap_item_get_hue (detail->item), rect);
  roadmap_table_add_text (scene, detail->layout, ROADMAP_INK_TEXT, rect.x, rect.y, detail->item);
}

guint
roadmap_table_bars_add (RoadmapTableBars          *self,
                        const RoadmapTableOptions *options,
                        RoadmapScene              *scene,
                        double                     x,
                        double                     y,
                        guint                      first_line)
{
  RoadmapLanePart part = { x, y, 0, self->bars->lines->len, ROADMAP_TABLE_YEARS, first_line };

  for (guint i = 0; i < self->details->len; i++)
    add_words (self, &g_array_index (self->details, Detail, i), scene, x, y);
  roadmap_lane_bars_add_groups (self->bars, &self->options, scene, &part);
  return self->bars->lines->len;
}
