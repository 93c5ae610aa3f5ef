/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/plan.h"

G_BEGIN_DECLS

/* What the parts of making a roadmap of a plan share. */
typedef struct
{
  RoadmapPlan   *plan;
  const char    *name;         /* of the file */
  const char    *language;
  RoadmapCalendar calendar;
  int            fiscal_start;
  const GDate   *today;
  RoadmapItem   *root;
  GHashTable    *ids;          /* (element-type utf8): those that are taken */
  GHashTable    *numbers;      /* of kinds: the last in an id that was made up */
  GHashTable    *statuses;     /* (element-type utf8 RoadmapItem): by their titles, of which the case does not count */
  RoadmapItem   *closing;      /* (nullable): the first status that closes */
} RoadmapPlanMaking;

/* plan-span: values of fields, as far as the task has days. */

/* (transfer full): the periods of a bar, as texts. */
void  roadmap_plan_find_span        (const RoadmapPlanMaking *making,
                                     const RoadmapPlanTask   *task,
                                     char                   **start,
                                     char                   **end);
/* (transfer full): the period of a milestone. */
char *roadmap_plan_find_point       (const RoadmapPlanMaking *making,
                                     const RoadmapPlanTask   *task);
/* (transfer full) (nullable): the days, if they say more than the span. */
char *roadmap_plan_dup_timing       (const RoadmapPlanMaking *making,
                                     const RoadmapPlanTask   *task);
/* (transfer full): whole years that hold all days from @first to @last. */
void  roadmap_plan_find_years       (const RoadmapPlanMaking *making,
                                     const GDate             *first,
                                     const GDate             *last,
                                     char                   **start,
                                     char                   **end);

/* plan-items: puts an item for each task in the charts, of which there is one at least. */
gboolean roadmap_plan_make_items    (RoadmapPlanMaking       *making,
                                     GError                 **error);

/* plan-status: the statuses of the new roadmap. */
void        roadmap_plan_add_statuses (RoadmapPlanMaking     *making,
                                       Roadmap               *template);
/* @id (out) (nullable): of the status that the task has, which is made if there is none. */
gboolean     roadmap_plan_find_status (RoadmapPlanMaking       *making,
                                       const RoadmapPlanTask   *task,
                                       const char             **id,
                                       GError                 **error);

/* plan. */

/* (transfer none): a new item for the line of the file, with an id that is free: @id if it is. */
RoadmapItem *roadmap_plan_new_item  (RoadmapPlanMaking       *making,
                                     RoadmapItem             *parent,
                                     const char              *kind,
                                     const char              *id,
                                     guint                    line);
/* Gives it a value; NULL and the empty text are none. */
gboolean     roadmap_plan_set       (RoadmapPlanMaking       *making,
                                     RoadmapItem             *item,
                                     const char              *field,
                                     const char              *value,
                                     GError                 **error);

G_END_DECLS
