/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Undoing ten thousand edits of all kinds, all over a roadmap, in as many steps or in one.
 *   bench-undo NAME LIMIT RUNS steps|one-step FILE
 * The floor is applying them. */

#include "config.h"

#include <stdlib.h>

#include "bench.h"
#include "document/document.h"
#include "model/history.h"

#define N_EDITS 10000

typedef struct
{
  Roadmap        *roadmap;
  RoadmapHistory *history;
  GPtrArray      *bars;
  gboolean        one_step;
} Place;

/* What the edit before has inserted is removed by the next, which so breaks no link. */
static RoadmapEdit *
create_edit (Place *place,
             guint  n)
{
  RoadmapItem *bar = g_ptr_array_index (place->bars, n * 7919 % place->bars->len);
  const RoadmapKind *kind = roadmap_item_get_kind (bar);

  switch (n % 5)
    {
    case 0:
      return roadmap_edit_new_set (bar, roadmap_kind_find_field (kind, "title"), NULL, "改めた題名");
    case 1:
      return roadmap_edit_new_set (bar, roadmap_kind_find_field (kind, "end"), NULL, "FY2023-Q4");
    case 2:
      return roadmap_edit_new_move (bar, roadmap_item_get_parent (bar), 0);
    case 3:
      {
        const RoadmapValue values[] = {
          { roadmap_kind_find_field (kind, "start"), NULL, "FY2020-Q1" },
          { roadmap_kind_find_field (kind, "end"), NULL, "FY2021-Q4" },
          { roadmap_kind_find_field (kind, "title"), NULL, "新しい棒" },
        };
        g_autoptr (RoadmapItem) item = roadmap_item_new_with_values (kind, "new", values, G_N_ELEMENTS (values));

        return roadmap_edit_new_insert (roadmap_item_get_parent (bar), 0, item);
      }
    default:
      return roadmap_edit_new_remove (roadmap_lookup (place->roadmap, "new"));
    }
}

static void
commit (Place *place)
{
  g_autoptr (GError) error = NULL;

  if (!roadmap_history_commit (place->history, &error))
    g_error ("%s", error->message);
}

static void
edit (Place *place)
{
  roadmap_history_begin (place->history, "Edit");
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (RoadmapEdit) edit = create_edit (place, i);
      g_autoptr (GError) error = NULL;

      if (!roadmap_apply (place->roadmap, edit, &error))
        g_error ("%s", error->message);
      if (!place->one_step && i + 1 < N_EDITS)
        {
          commit (place);
          roadmap_history_begin (place->history, "Edit");
        }
    }
  commit (place);
}

static void
undo (Place *place)
{
  while (roadmap_history_get_can_undo (place->history))
    roadmap_history_undo (place->history);
}

int
main (int   argc,
      char *argv[])
{
  Bench bench = { .name = argv[1], .unit = "ms", .limit = g_ascii_strtod (argv[2], NULL), .runs = strtoul (argv[3], NULL, 10) };
  g_autofree double *edits = g_new (double, bench.runs);
  g_autofree double *undos = g_new (double, bench.runs);
  g_autoptr (RoadmapDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) bars = NULL;
  g_autoptr (RoadmapHistory) history = NULL;
  Place place = { .one_step = g_str_equal (argv[4], "one-step") };

  document = roadmap_document_open_path (argv[5], &error);
  g_assert_no_error (error);
  place.roadmap = roadmap_document_get_roadmap (document);
  roadmap_set_wording_locked (place.roadmap, FALSE);
  place.bars = bars = roadmap_list (place.roadmap, NULL, "bar");
  place.history = history = roadmap_history_new (place.roadmap);

  edit (&place);
  undo (&place);
  for (guint i = 0; i < bench.runs; i++)
    {
      double start = bench_get_thread_time ();

      edit (&place);
      edits[i] = bench_get_thread_time () - start;
      start = bench_get_thread_time ();
      undo (&place);
      undos[i] = bench_get_thread_time () - start;
    }
  return bench_report (&bench, bench_percentile (undos, bench.runs, 50), bench_percentile (edits, bench.runs, 50));
}
