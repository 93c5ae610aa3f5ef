/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"
#include "chart/sheet.h"
#include "model/roadmap.h"

G_BEGIN_DECLS

/* The cover of a meeting pack: a sheet of one row.
 *
 *   ▬▬▬▬▬▬▬▬▬▬▬▬▬▬  the hues of stages and lanes
 *   who adopted it
 *
 *   Title
 *   meeting papers
 *
 *   ───────────────
 *   meeting   …      what is known of these: meeting, edition, day, what is shown, file with its fingerprint, licence
 *   edition   …
 *
 * Its one group is the roadmap. */

typedef struct
{
  Roadmap         *roadmap;
  GPtrArray       *charts;      /* RoadmapItem, whose hues it shows */
  const char      *language;    /* of the content */
  double           width;       /* points */
  double           height;      /* to be filled */
  double           points;      /* of the text: the step BODY */
  const GDate     *today;       /* (nullable) */
  const char      *shown;       /* (nullable): what a filter leaves, in words */
  const char      *file_name;   /* (nullable) */
  const char      *fingerprint; /* (nullable): SHA-256 of the file, in hexadecimal */
} RoadmapCoverOptions;

#define ROADMAP_TYPE_COVER_LAYOUT (roadmap_cover_layout_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapCoverLayout, roadmap_cover_layout, ROADMAP, COVER_LAYOUT, RoadmapSheet)

RoadmapSheet *roadmap_cover_layout_new (const RoadmapCoverOptions *options);

G_END_DECLS
