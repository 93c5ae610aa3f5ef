/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/pages.h"
#include "cli/command.h"
#include "model/filter-set.h"

G_BEGIN_DECLS

/* What of a roadmap a command is to show, and in which language: the options that the commands share which make
 * something to look at out of one. */
typedef struct
{
  /* As given; ids and words. */
  char             **charts;
  char              *language;
  char              *today;
  char              *filter;
  char              *edition;

  /* As found. */
  RoadmapDocument   *document;
  Roadmap           *roadmap;         /* as it is, or was in the edition */
  const char        *found_language;  /* one that the roadmap has */
  GPtrArray         *found_charts;    /* RoadmapItem; those in force, if there are any, if none was given; without those the filter empties */
  RoadmapFilter     *found_filter;    /* (nullable) */
  RoadmapFilterSet  *shown;           /* (nullable): with a filter, what it shows */
  GDate              found_today;
  GDateTime         *created;         /* the time a file says it was made at: with a day given, always the same */
  char             **languages;
} RoadmapCliChoice;

/* How to draw pages: the options that the commands share which draw some. */
typedef struct
{
  char     *layout;   /* names with commas between them */
  gboolean  earlier;
  char     *since;    /* an edition or a file */
  int       year;
  char     *paper;
  gboolean  portrait;
  char     *margin;   /* in millimetres */
  gboolean  endless;  /* for pictures: without a paper it has no end */

  RoadmapDocument *since_document; /* (nullable): as found */
} RoadmapCliPageChoice;

/* Adds the options to those of @context; what is given is put into @self, which starts out zeroed. */
void     roadmap_cli_choice_add_options      (RoadmapCliChoice           *self,
                                              GOptionContext             *context);
/* Opens the file at @path and finds in it what was chosen.  Says what is wrong and returns FALSE. */
gboolean roadmap_cli_choice_open             (RoadmapCliChoice           *self,
                                              const char                 *path);
void     roadmap_cli_choice_clear            (RoadmapCliChoice           *self);

/* The same for pages. */
void     roadmap_cli_page_choice_add_options (RoadmapCliPageChoice       *self,
                                              GOptionContext             *context);
/* Whether what was given can be understood, which needs no roadmap; else says what is wrong. */
gboolean roadmap_cli_page_choice_check       (const RoadmapCliPageChoice *self);
/* (transfer full): the pages; says what is wrong and returns NULL. */
RoadmapPages *roadmap_cli_page_choice_lay_out (RoadmapCliPageChoice       *self,
                                               const RoadmapCliChoice     *choice);
void     roadmap_cli_page_choice_clear       (RoadmapCliPageChoice       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RoadmapCliChoice, roadmap_cli_choice_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RoadmapCliPageChoice, roadmap_cli_page_choice_clear)

G_END_DECLS
