/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

/* The heights of a row of the table; the other half of table-grid.h.
 *
 * The lines between strips are shared by all columns, so they come first: for each run of strips that cells fill, the
 * shorter runs first, what the run lacks is divided evenly among its strips.  Then each column sets the edges that lie
 * within strips, between the highest and the lowest place each can have. */
#include "chart/table-grid.h"

/* So many strips together are at least so high. */
typedef struct
{
  guint  first;
  guint  last;
  double needed;
} Demand;

static RoadmapTableStrip *
get_strip (const RoadmapTableGrid *self,
           guint                   index)
{
  return &g_array_index (self->strips, RoadmapTableStrip, index);
}

static RoadmapTableCell *
get_cell (GArray *cells,
          guint   index)
{
  return &g_array_index (cells, RoadmapTableCell, index);
}

/* What the bars beside several measures need more than these do. */
static void
make_room_for_bars (RoadmapTableGrid *self)
{
  for (guint i = 0; i < self->years->len; i++)
    {
      const RoadmapTableYears *years = &g_array_index (self->years, RoadmapTableYears, i);
      double lacking = years->needed;

      for (guint j = years->first; j <= years->last; j++)
        lacking -= get_cell (self->measures, j)->needed;
      for (guint j = years->first; j <= years->last && lacking > 0; j++)
        get_cell (self->measures, j)->needed += lacking / (years->last - years->first + 1);
    }
}

/* Whether the edge between the cell and the one above it lies within a strip. */
static gboolean
shares_strip_above (GArray *cells,
                    guint   index)
{
  return index > 0 && get_cell (cells, index)->first == get_cell (cells, index - 1)->last;
}

static gboolean
shares_strip_below (GArray *cells,
                    guint   index)
{
  return index + 1 < cells->len && shares_strip_above (cells, index + 1);
}

/* The cells from @top on that fill whole strips together. */
static void
add_demands_from (GArray *cells,
                  guint   top,
                  double  overlap,
                  GArray *demands)
{
  Demand demand = { .first = get_cell (cells, top)->first };

  if (shares_strip_above (cells, top))
    demand.needed += overlap;
  for (guint i = top; i < cells->len; i++)
    {
      gboolean shares_below = shares_strip_below (cells, i);
      const RoadmapTableCell *cell = get_cell (cells, i);

      demand.last = cell->last;
      demand.needed += cell->needed;
      /* While the next cell ends in the same strip, it belongs to the same demand. */
      if (!shares_below || get_cell (cells, i + 1)->last > cell->last)
        {
          Demand complete = demand;

          complete.needed += shares_below ? overlap : 0;
          g_array_append_val (demands, complete);
        }
      if (!shares_below)
        return;
    }
}

static void
add_demands (GArray *cells,
             double  overlap,
             GArray *demands)
{
  for (guint i = 0; i < cells->len; i++)
    if (!shares_strip_above (cells, i) || get_cell (cells, i - 1)->first < get_cell (cells, i)->first)
      add_demands_from (cells, i, overlap, demands);
}

static int
compare_demands (gconstpointer a,
                 gconstpointer b)
{
  const Demand *left = a;
  const Demand *right = b;
  guint length_left = left->last - left->first;
  guint length_right = right->last - right->first;

  if (length_left != length_right)
    return length_left < length_right ? -1 : 1;
  return left->first < right->first ? -1 : left->first > right->first;
}

static void
meet (RoadmapTableGrid *self,
      const Demand     *demand)
{
  double lacking = demand->needed;

  for (guint i = demand->first; i <= demand->last; i++)
    lacking -= get_strip (self, i)->height;
  for (guint i = demand->first; i <= demand->last && lacking > 0; i++)
    get_strip (self, i)->height += lacking / (demand->last - demand->first + 1);
}

static void
place_strips (RoadmapTableGrid *self,
              double            overlap)
{
  g_autoptr (GArray) demands = g_array_new (FALSE, FALSE, sizeof (Demand));
  Demand all = { 0, self->strips->len - 1, self->needed };

  for (guint i = 0; i < self->strips->len; i++)
    get_strip (self, i)->height = get_strip (self, i)->needed;
  add_demands (self->addressed, overlap, demands);
  add_demands (self->measures, overlap, demands);
  if (self->strips->len > 0)
    g_array_append_val (demands, all);
  g_array_sort (demands, compare_demands);
  for (guint i = 0; i < demands->len; i++)
    meet (self, &g_array_index (demands, Demand, i));

  self->height = 0;
  for (guint i = 0; i < self->strips->len; i++)
    {
      get_strip (self, i)->y = self->height;
      self->height += get_strip (self, i)->height;
    }
}

/* The lowest place of the lower edge of each cell from @top to @bottom, which fill whole strips. */
static double *
find_lowest_edges (const RoadmapTableGrid *self,
                   GArray                 *cells,
                   guint                   top,
                   guint                   bottom,
                   double                  overlap)
{
  double *lowest = g_new (double, bottom - top + 1);
  const RoadmapTableStrip *last = get_strip (self, get_cell (cells, bottom)->last);

  lowest[bottom - top] = last->y + last->height;
  for (guint i = bottom; i > top; i--)
    {
      const RoadmapTableCell *below = get_cell (cells, i);
      const RoadmapTableStrip *strip = get_strip (self, below->first);
      double limit = strip->y + strip->height - (below->last > below->first ? overlap : 0);

      lowest[i - 1 - top] = MIN (lowest[i - top] - below->needed, limit);
    }
  return lowest;
}

/* Room that no cell needs is divided evenly. */
static void
place_run (const RoadmapTableGrid *self,
           GArray                 *cells,
           guint                   top,
           guint                   bottom,
           double                  overlap)
{
  g_autofree double *lowest = find_lowest_edges (self, cells, top, bottom, overlap);
  double y = get_strip (self, get_cell (cells, top)->first)->y;
  double highest = y;

  for (guint i = top; i <= bottom; i++)
    {
      RoadmapTableCell *cell = get_cell (cells, i);
      double share = (i - top + 1) / (double) (bottom - top + 1);
      double edge;

      highest = MAX (highest + cell->needed,
                     get_strip (self, cell->last)->y + (cell->last > cell->first ? overlap : 0));
      edge = MAX (highest + share * (lowest[i - top] - highest), y + cell->needed);
      edge = MIN (edge, lowest[i - top]);
      cell->y = y;
      cell->height = edge - y;
      y = edge;
    }
}

static void
place_cells (const RoadmapTableGrid *self,
             GArray                 *cells,
             double                  overlap)
{
  guint top = 0;

  for (guint i = 0; i < cells->len; i++)
    if (!shares_strip_below (cells, i))
      {
        place_run (self, cells, top, i, overlap);
        top = i + 1;
      }
}

static void
place_years (RoadmapTableGrid *self)
{
  for (guint i = 0; i < self->years->len; i++)
    {
      RoadmapTableYears *years = &g_array_index (self->years, RoadmapTableYears, i);
      const RoadmapTableCell *last = get_cell (self->measures, years->last);

      years->y = get_cell (self->measures, years->first)->y;
      years->height = last->y + last->height - years->y;
    }
}

void
roadmap_table_grid_solve (RoadmapTableGrid *self,
                          double            overlap)
{
  make_room_for_bars (self);
  place_strips (self, overlap);
  place_cells (self, self->addressed, overlap);
  place_cells (self, self->measures, overlap);
  place_years (self);
}
