/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/document.h"
#include "model/filter.h"

G_BEGIN_DECLS

/* What the commands have in common: how they end, read their arguments and say what is wrong.
 *
 * Results go to standard output, all else to standard error: what is wrong in a file as "FILE:LINE: sentence", other
 * trouble as "koteihyo-cli: sentence".  Both are UTF-8 whatever the locale: scripts run in none. */

#define ROADMAP_CLI_NAME "koteihyo-cli"

/* How the program ends: its exit status. */
typedef enum
{
  ROADMAP_CLI_DONE    = 0,
  ROADMAP_CLI_FINDING = 1, /* what was looked at is not as it should be, or what was looked for is not there */
  ROADMAP_CLI_TROUBLE = 2, /* the command could not do its work */
} RoadmapCliResult;

/* @words: the name of the command, then its arguments; may be changed. */
typedef RoadmapCliResult (*RoadmapCliFunc) (GOptionContext *context,
                                            char         ***words);

/* One file a command, named as it. */
RoadmapCliResult roadmap_cli_diff          (GOptionContext      *context,
                                            char              ***words);
RoadmapCliResult roadmap_cli_export        (GOptionContext      *context,
                                            char              ***words);
RoadmapCliResult roadmap_cli_import        (GOptionContext      *context,
                                            char              ***words);
RoadmapCliResult roadmap_cli_merge         (GOptionContext      *context,
                                            char              ***words);
RoadmapCliResult roadmap_cli_print         (GOptionContext      *context,
                                            char              ***words);
RoadmapCliResult roadmap_cli_search        (GOptionContext      *context,
                                            char              ***words);
RoadmapCliResult roadmap_cli_set           (GOptionContext      *context,
                                            char              ***words);
RoadmapCliResult roadmap_cli_status        (GOptionContext      *context,
                                            char              ***words);
RoadmapCliResult roadmap_cli_validate      (GOptionContext      *context,
                                            char              ***words);

/* Reads the options in @entries; says what is wrong with them. */
gboolean         roadmap_cli_parse         (GOptionContext      *context,
                                            const GOptionEntry  *entries,
                                            char              ***words);
/* Opens the roadmap; says why it cannot. */
RoadmapDocument *roadmap_cli_open          (const char          *path);
/* The value of an option --today, or (NULL) the day it is; says what is wrong with it. */
gboolean         roadmap_cli_read_today    (const char          *text,
                                            GDate               *today);
/* Reads the value of an option --filter (NULL: everything passes) for @roadmap; says what is wrong with it. */
gboolean         roadmap_cli_read_filter   (const char          *text,
                                            Roadmap             *roadmap,
                                            RoadmapFilter      **filter);
/* @argument in UTF-8, from that or the locale's encoding.  NULL if it is in neither, which is said. */
char            *roadmap_cli_dup_text      (const char          *argument);
/* Whether both are there and one and the same, whatever way leads to them. */
gboolean         roadmap_cli_is_same_file  (const char          *path,
                                            const char          *other);

/* Says what is wrong. */
RoadmapCliResult roadmap_cli_fail          (const char          *format,
                                            ...) G_GNUC_PRINTF (1, 2);
/* The same when the arguments do not make a command: adds where to read how they do. */
RoadmapCliResult roadmap_cli_fail_usage    (const char          *sentence);

G_END_DECLS
