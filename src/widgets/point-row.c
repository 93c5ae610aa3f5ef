/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/point-row.h"

#include "model/era.h"
#include "widgets/combo-row.h"

#define YEARS_BEFORE 2
#define YEARS_AFTER  4

struct _RoadmapPointRow
{
  AdwComboRow   parent_instance;

  GArray       *points; /* RoadmapPoint, in the order of the list */
  RoadmapPoint  shown;  /* what the item says */
};

G_DEFINE_FINAL_TYPE (RoadmapPointRow, roadmap_point_row, ADW_TYPE_COMBO_ROW)

static gboolean
is_same_point (const RoadmapPoint *a,
               const RoadmapPoint *b)
{
  return a->calendar == b->calendar && a->unit == b->unit && a->first == b->first;
}

/* A year stands before the quarters it consists of. */
static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const RoadmapPoint *left = a, *right = b;

  if (left->first != right->first)
    return left->first - right->first;
  return (int) right->unit - (int) left->unit;
}

static guint
find_point (RoadmapPointRow    *self,
            const RoadmapPoint *point)
{
  for (guint i = 0; i < self->points->len; i++)
    if (is_same_point (&g_array_index (self->points, RoadmapPoint, i), point))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
offer_point (RoadmapPointRow    *self,
             const RoadmapPoint *point)
{
  if (find_point (self, point) == GTK_INVALID_LIST_POSITION)
    g_array_append_vals (self->points, point, 1);
}

static void
collect_points (RoadmapPointRow   *self,
                Roadmap           *roadmap,
                RoadmapItem       *item,
                const RoadmapSpan *span)
{
  RoadmapItem *chart = roadmap_item_find_around (item, "chart");
  RoadmapSpan around = *span;

  if (chart != NULL)
    roadmap_get_span (roadmap, chart, &around);

  g_array_set_size (self->points, 0);
  for (RoadmapMonth month = roadmap_span_get_first (&around) - 12 * YEARS_BEFORE;
       month < roadmap_span_get_after (&around) + 12 * YEARS_AFTER; month += 3)
    {
      RoadmapPoint quarter = roadmap_point_at (around.start.calendar, ROADMAP_UNIT_QUARTER, month,
                                               roadmap_get_fiscal_start (roadmap));

      g_array_append_val (self->points, quarter);
    }
  offer_point (self, &span->start);
  offer_point (self, &span->end);
  g_array_sort (self->points, compare_points);
}

static void
roadmap_point_row_finalize (GObject *object)
{
  RoadmapPointRow *self = ROADMAP_POINT_ROW (object);

  g_clear_pointer (&self->points, g_array_unref);

  G_OBJECT_CLASS (roadmap_point_row_parent_class)->finalize (object);
}

static void
roadmap_point_row_class_init (RoadmapPointRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_point_row_finalize;
}

static void
roadmap_point_row_init (RoadmapPointRow *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (RoadmapPoint));
  roadmap_combo_row_prepare (ADW_COMBO_ROW (self));
}

GtkWidget *
roadmap_point_row_new (void)
{
  return g_object_new (ROADMAP_TYPE_POINT_ROW, NULL);
}

void
roadmap_point_row_fill (RoadmapPointRow    *self,
                        Roadmap            *roadmap,
                        RoadmapItem        *item,
                        const char         *language,
                        const RoadmapSpan  *span,
                        const RoadmapPoint *point)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  g_return_if_fail (ROADMAP_IS_POINT_ROW (self));
  g_return_if_fail (ROADMAP_IS_ROADMAP (roadmap));
  g_return_if_fail (ROADMAP_IS_ITEM (item));

  self->shown = *point;
  collect_points (self, roadmap, item, span);
  for (guint i = 0; i < self->points->len; i++)
    gtk_string_list_take (list, roadmap_point_describe (&g_array_index (self->points, RoadmapPoint, i),
                                                        roadmap_get_fiscal_start (roadmap), language));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), find_point (self, point));
}

RoadmapPoint
roadmap_point_row_get_point (RoadmapPointRow *self)
{
  return g_array_index (self->points, RoadmapPoint, adw_combo_row_get_selected (ADW_COMBO_ROW (self)));
}

gboolean
roadmap_point_row_has_moved (RoadmapPointRow *self)
{
  RoadmapPoint point = roadmap_point_row_get_point (self);

  return !is_same_point (&point, &self->shown);
}
