/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/import.h"

G_BEGIN_DECLS

/* What other programs know of a plan: tasks in an outline, with days and what they follow.  It becomes a roadmap:
 *
 *   - a task with others under it a lane, or a lane in a lane; if all stand under one outermost task, that is the chart;
 *   - a task with days a bar, a milestone one; without days it is a measure;
 *   - what stands under no other is put in a lane of its own.
 *
 * Spans are whole years, quarters or months, the longest of these that begin and end on the days; where these lie within a
 * month, the bar says them in its own words.  That is what was written down, so the basis of each span is `stated`.
 *
 * A task that was an item of a roadmap says so: it has the same id, kind and span again if these still fit. */

typedef struct
{
  guint   line;       /* of the file, from 1 */
  guint   level;      /* in the outline, from 1; one that is more than one deeper than that before it stands under it */
  char   *key;        /* (nullable): by which others name it */
  char   *title;
  char   *detail;     /* (nullable) */
  GDate   first;      /* not valid: none */
  GDate   last;
  gboolean milestone;
  gboolean lane;      /* also if nothing stands under it */
  char   *status;     /* (nullable): its title */
  gboolean done;      /* has a status that closes, if there is one and no other is named */
  GPtrArray *after;   /* (nullable): char; keys */
  /* (nullable) */
  char   *item_id;
  char   *item_kind;
  char   *number;
  char   *start;      /* a period as in RoadmapPoint */
  char   *end;
  char   *open;
  char   *basis;
} RoadmapPlanTask;

typedef struct
{
  char       *title;
  GPtrArray  *tasks;        /* RoadmapPlanTask, in the order of the outline */
  int         fiscal_start; /* the first month of its fiscal years; 0: as is usual where its language is spoken */
  gboolean    is_fiscal;    /* it counts in these */
} RoadmapPlan;

RoadmapPlan     *roadmap_plan_new         (void);
void             roadmap_plan_free        (RoadmapPlan                 *self);
/* (transfer none): a new task at the end. */
RoadmapPlanTask *roadmap_plan_add         (RoadmapPlan                 *self,
                                           guint                        line,
                                           guint                        level);
/* The roadmap of the plan, in the file called @name.  Its id comes from @content, the same for the same. */
Roadmap         *roadmap_plan_make        (RoadmapPlan                 *self,
                                           GBytes                      *content,
                                           const char                  *name,
                                           const RoadmapImportOptions  *options,
                                           GError                     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapPlan, roadmap_plan_free)

G_END_DECLS
