/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/map-grid.h"

typedef struct
{
  double from;
  double to;
  double length;
} Need;

typedef struct
{
  double   line;
  gboolean behind;
  double   length;
} Pad;

/* The strip between two neighbouring lines. */
typedef struct
{
  double weight; /* its length in the drawing */
  double before; /* pads at its ends */
  double after;
  double length;
} Track;

struct _RoadmapMapGrid
{
  GArray *lines;  /* double; in order and without repetitions once it is solved */
  GArray *needs;  /* Need */
  GArray *pads;   /* Pad */
  GArray *tracks; /* Track */
};

RoadmapMapGrid *
roadmap_map_grid_new (void)
{
  RoadmapMapGrid *self = g_new0 (RoadmapMapGrid, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (double));
  self->needs = g_array_new (FALSE, FALSE, sizeof (Need));
  self->pads = g_array_new (FALSE, FALSE, sizeof (Pad));
  self->tracks = g_array_new (FALSE, TRUE, sizeof (Track));
  return self;
}

void
roadmap_map_grid_free (RoadmapMapGrid *self)
{
  g_array_unref (self->tracks);
  g_array_unref (self->pads);
  g_array_unref (self->needs);
  g_array_unref (self->lines);
  g_free (self);
}

void
roadmap_map_grid_add (RoadmapMapGrid *self,
                      double          from,
                      double          to,
                      double          length)
{
  Need need = { from, to, length };

  g_return_if_fail (from < to);

  g_array_append_val (self->lines, from);
  g_array_append_val (self->lines, to);
  g_array_append_val (self->needs, need);
}

void
roadmap_map_grid_pad (RoadmapMapGrid *self,
                      double          line,
                      gboolean        behind,
                      double          length)
{
  Pad pad = { line, behind, length };

  g_array_append_val (self->pads, pad);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
get_line (RoadmapMapGrid *self,
          guint           index)
{
  return g_array_index (self->lines, double, index);
}

static void
create_tracks (RoadmapMapGrid *self)
{
  guint n = 0;

  g_array_sort (self->lines, compare_numbers);
  for (guint i = 0; i < self->lines->len; i++)
    if (n == 0 || get_line (self, i) != get_line (self, n - 1))
      g_array_index (self->lines, double, n++) = get_line (self, i);
  g_array_set_size (self->lines, n);

  g_array_set_size (self->tracks, 0);
  g_array_set_size (self->tracks, n > 0 ? n - 1 : 0);
  for (guint i = 0; i < self->tracks->len; i++)
    g_array_index (self->tracks, Track, i).weight = get_line (self, i + 1) - get_line (self, i);
}

static guint
find_line (RoadmapMapGrid *self,
           double          line)
{
  guint index = 0;

  if (!g_array_binary_search (self->lines, &line, compare_numbers, &index))
    g_critical ("no line at %g", line);
  return index;
}

static void
pad_tracks (RoadmapMapGrid *self)
{
  for (guint i = 0; i < self->pads->len; i++)
    {
      const Pad *pad = &g_array_index (self->pads, Pad, i);
      guint line = find_line (self, pad->line);
      Track *track;

      if (pad->behind ? line >= self->tracks->len : line == 0)
        continue;
      track = &g_array_index (self->tracks, Track, pad->behind ? line : line - 1);
      if (pad->behind)
        track->before = MAX (track->before, pad->length);
      else
        track->after = MAX (track->after, pad->length);
    }
}

static double
get_pads (const Track *track)
{
  return track->before + track->after;
}

/* How long a unit of the drawing must be for the tracks to be @length long in all, if none becomes shorter. */
static double
find_scale (const Track *tracks,
            guint        n,
            double       length)
{
  double scale = G_MAXDOUBLE;

  /* Tracks that are longer than their share leave less to the others, so the scale only ever falls. */
  for (;;)
    {
      double weight = 0, rest = length;

      for (guint i = 0; i < n; i++)
        if (tracks[i].length < get_pads (&tracks[i]) + scale * tracks[i].weight)
          {
            weight += tracks[i].weight;
            rest -= get_pads (&tracks[i]);
          }
        else
          rest -= tracks[i].length;
      if (weight == 0 || rest <= 0)
        return 0;
      if (rest / weight >= scale)
        return scale;
      scale = rest / weight;
    }
}

/* Makes tracks longer, those first that are shortest for their weight, until they are @length long in all. */
static void
stretch (RoadmapMapGrid *self,
         guint           first,
         guint           n,
         double          length)
{
  Track *tracks = &g_array_index (self->tracks, Track, first);
  double before = 0, scale;

  for (guint i = 0; i < n; i++)
    before += tracks[i].length;
  if (n == 0 || before >= length)
    return;
  scale = find_scale (tracks, n, length);
  for (guint i = 0; i < n; i++)
    tracks[i].length = MAX (tracks[i].length, get_pads (&tracks[i]) + scale * tracks[i].weight);
}

/* What spans fewer tracks has less choice. */
static int
compare_needs (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Need *left = a;
  const Need *right = b;
  RoadmapMapGrid *self = user_data;
  guint n_left = find_line (self, left->to) - find_line (self, left->from);
  guint n_right = find_line (self, right->to) - find_line (self, right->from);

  return (n_left > n_right) - (n_left < n_right);
}

double
roadmap_map_grid_solve (RoadmapMapGrid *self,
                        double          length)
{
  double sum = 0;

  create_tracks (self);
  pad_tracks (self);
  g_array_sort_with_data (self->needs, compare_needs, self);
  for (guint i = 0; i < self->needs->len; i++)
    {
      const Need *need = &g_array_index (self->needs, Need, i);
      guint first = find_line (self, need->from);

      stretch (self, first, find_line (self, need->to) - first, need->length);
    }
  stretch (self, 0, self->tracks->len, length);
  for (guint i = 0; i < self->tracks->len; i++)
    sum += g_array_index (self->tracks, Track, i).length;
  return sum;
}

double
roadmap_map_grid_get (RoadmapMapGrid *self,
                      double          line)
{
  guint index = find_line (self, line);
  double sum = 0;

  for (guint i = 0; i < index; i++)
    sum += g_array_index (self->tracks, Track, i).length;
  return sum;
}
