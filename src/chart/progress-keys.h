/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/progress-layout.h"
#include "model/progress.h"

G_BEGIN_DECLS

/* For the files progress-*.c: by what bars are divided, and how the pieces look. */

/* Statuses and none, or the phases of the plan. */
typedef struct
{
  char        *title;
  char        *letter; /* (nullable) */
  RoadmapItem *status; /* (nullable) */
  RoadmapShape look;   /* of a piece, without place and words */
} RoadmapProgressKey;

/* What all parts of the sheet share. */
typedef struct
{
  const RoadmapProgressOptions *options;
  RoadmapProgressAsk            ask;
  gboolean                      has_status; /* some bar has one: else the keys are phases */
  GArray                       *keys;       /* RoadmapProgressKey */
  GPtrArray                    *bars;       /* of all charts, that are shown */
  RoadmapProgress               all;
  double                        width;      /* of the sheet */
  double                        unit;       /* a pixel at the usual size */
  double                        em;         /* of the text of rows */
} RoadmapProgressParts;

void         roadmap_progress_parts_init      (RoadmapProgressParts         *self,
                                               const RoadmapProgressOptions *options);
void         roadmap_progress_parts_clear     (RoadmapProgressParts         *self);

/* (transfer container): the bars in @top that are shown. */
GPtrArray   *roadmap_progress_list_bars       (const RoadmapProgressOptions *options,
                                               RoadmapItem                  *top);
/* Adds bars to counts. */
void         roadmap_progress_parts_count     (const RoadmapProgressParts   *self,
                                               GPtrArray                    *bars,
                                               RoadmapProgress              *progress);
/* How many bars of @progress a key has. */
guint        roadmap_progress_parts_get       (const RoadmapProgressParts   *self,
                                               const RoadmapProgress        *progress,
                                               guint                         key);
/* (transfer full): "令和3年度" · "FY2021", so many years before. */
char        *roadmap_progress_dup_year        (const RoadmapProgressParts   *self,
                                               int                           before);

/* Adds one piece after another in @rect, as long as their share of the bars, with letters and figures where they have
 * room. */
void         roadmap_progress_add_bar         (const RoadmapProgressParts   *self,
                                               const RoadmapProgress        *progress,
                                               RoadmapTextSize               size,
                                               RoadmapRect                   rect,
                                               RoadmapScene                 *scene);
/* Adds a small piece that looks like those of the key, with its letter, in the middle of a line. */
void         roadmap_progress_add_sample      (const RoadmapProgressParts   *self,
                                               guint                         key,
                                               double                        x,
                                               double                        y,
                                               double                        line_height,
                                               RoadmapScene                 *scene);
double       roadmap_progress_get_sample_width (const RoadmapProgressParts  *self,
                                               guint                         key);
/* The texts of @item are added between these: a group on a screen, on paper a link to where it stands, in @area. */
void         roadmap_progress_begin_item      (const RoadmapProgressParts   *self,
                                               RoadmapItem                  *item,
                                               RoadmapScene                 *scene);
void         roadmap_progress_end_item        (const RoadmapProgressParts   *self,
                                               RoadmapItem                  *item,
                                               RoadmapRect                   area,
                                               RoadmapScene                 *scene);

G_END_DECLS
