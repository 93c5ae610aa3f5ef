/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lengths are points (1/72 inch). */
typedef struct
{
  double width;
  double height; /* 0: without an end.  Each chapter is then one page as high as it has to be, for pictures */
  double margin; /* on every side */
} RoadmapPaper;

/* @name is one of roadmap_paper_get_names(), in upper or lower case.  FALSE if it is not known; @paper stays as it
 * is. */
gboolean           roadmap_paper_find          (const char     *name,
                                                gboolean        landscape,
                                                RoadmapPaper   *paper);
/* "a3", "a4", "b4", "b5", "letter": B as in Japan (JIS P 0138). Ends with NULL. */
const char *const *roadmap_paper_get_names     (void);

#define ROADMAP_PAPER_MM (72 / 25.4)

G_END_DECLS
