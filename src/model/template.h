/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* A new roadmap, made after another one.
 *
 * A template is a roadmap like any other.  Its title is its name, its attribution says what it is for; its own language and
 * those it is translated into are the languages a roadmap can be made in.  The stages or lanes of its charts, and how they
 * are numbered, are what is proposed. */

/* What is chosen. */
typedef struct
{
  const char        *title;
  const char        *language;     /* of the adopted wording: one of the template's */
  RoadmapCalendar    calendar;
  int                fiscal_start; /* the first month of a fiscal year */
  int                first_year;
  int                last_year;
  const char        *columns;      /* a word of the chart's field of that name */
  const char *const *lanes;        /* titles of the stages or lanes */
  gboolean           categories;   /* those of the template come along */
  const GDate       *today;        /* the date of the edition that is begun */
} RoadmapTemplateChoice;

/* Years are of the calendar that people use now. */
#define ROADMAP_TEMPLATE_FIRST_YEAR 1868
#define ROADMAP_TEMPLATE_LAST_YEAR 2200
/* No more than these are drawn side by side. */
#define ROADMAP_TEMPLATE_MAX_YEARS 100

/* In words, why no roadmap can be made of the choice; NULL if one can. */
const char *roadmap_template_find_problem   (const RoadmapTemplateChoice *choice);
/* Fails as roadmap_new() does, if the template is not sound.  The roadmap has an id of its own; its wording belongs to
 * a first edition that is still a draft. */
Roadmap    *roadmap_template_make           (Roadmap                     *self,
                                             const RoadmapTemplateChoice *choice,
                                             GError                     **error);

/* (transfer full): the titles of the stages or lanes it proposes, in @language. */
char      **roadmap_template_list_lanes     (Roadmap                     *self,
                                             const char                  *language);
/* (transfer none): their kind; that of a lane if it proposes none. */
const RoadmapKind *roadmap_template_get_lane_kind (Roadmap               *self);
gboolean    roadmap_template_has_categories (Roadmap                     *self);

G_END_DECLS
