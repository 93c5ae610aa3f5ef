/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "export/formats.h"

G_BEGIN_DECLS

/* The outline of a roadmap as the tasks of a project plan: each item in the first of its places, and only those that have a
 * span or something under them that has. */
typedef struct
{
  RoadmapItem *item;
  guint        level;     /* 1: chart */
  char        *number;    /* "1.2.3" */
  GDate        first;     /* of what is under a summary, the earliest … */
  GDate        last;      /* … and latest day */
  gboolean     summary;
  guint        n_bars;    /* in it: 1 for a bar, 0 for a milestone */
  guint        n_closed;  /* of these, those with a status that closes */
} RoadmapTask;

/* (transfer full): RoadmapTask, in the order of the outline.  A task's number in other places is its index + 1. */
GPtrArray *roadmap_tasks_list              (const RoadmapExportOptions *options);

/* The days from Monday to Friday from @first to @last, both of them counted; if @last is before @first, those between them,
 * as a negative number. */
int        roadmap_tasks_count_working_days (const GDate               *first,
                                             const GDate               *last);

G_END_DECLS
