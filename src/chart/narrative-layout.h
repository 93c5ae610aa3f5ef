/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"
#include "chart/sheet.h"
#include "chart/swimlane-options.h"
#include "model/roadmap.h"

G_BEGIN_DECLS

/* A narrative as pages of running text: title, date and author, headings, paragraphs that hang behind their markers,
 * the numbers of notes raised, and the notes at the foot of the column that calls them.  Numbers and addresses lead where
 * they say.  A sheet whose rows are the pages; without a height, its sections with their notes.
 *
 * Lines become no longer than can be read well: a wide page has columns, and what is still too wide is left free.
 *
 * Its groups are the narrative (title, date, author), sections, paragraphs and notes, downwards in one lane. */

typedef struct
{
  Roadmap         *roadmap;
  RoadmapItem     *narrative;  /* of kind "narrative" */
  const char      *language;   /* of the content */
  double           width;      /* pixels or points */
  double           height;     /* of a page, which each row then fills at most; 0: a row for each section */
  RoadmapMeasure  *measure;
  gboolean         untitled;   /* its title stands elsewhere, as at the head of a page */
  RoadmapShowFunc  show;       /* (nullable): all; asked for sections and paragraphs, only during …_new() */
  gpointer         show_data;
} RoadmapNarrativeOptions;

#define ROADMAP_TYPE_NARRATIVE_LAYOUT (roadmap_narrative_layout_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapNarrativeLayout, roadmap_narrative_layout, ROADMAP, NARRATIVE_LAYOUT, RoadmapSheet)

RoadmapSheet *roadmap_narrative_layout_new (const RoadmapNarrativeOptions *options);

G_END_DECLS
