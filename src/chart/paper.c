/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/paper.h"

static const struct
{
  const char *name;
  double      short_side; /* mm */
  double      long_side;
  double      margin;
} papers[] = {
  { "a3", 297, 420, 15 },
  { "a4", 210, 297, 12 },
  { "b4", 257, 364, 13 },
  { "b5", 182, 257, 11 },
  { "letter", 215.9, 279.4, 12.7 },
};

const char *const *
roadmap_paper_get_names (void)
{
  static const char *names[G_N_ELEMENTS (papers) + 1];

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    names[i] = papers[i].name;
  return names;
}

gboolean
roadmap_paper_find (const char   *name,
                    gboolean      landscape,
                    RoadmapPaper *paper)
{
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (name, papers[i].name) == 0)
      {
        paper->width = (landscape ? papers[i].long_side : papers[i].short_side) * ROADMAP_PAPER_MM;
        paper->height = (landscape ? papers[i].short_side : papers[i].long_side) * ROADMAP_PAPER_MM;
        paper->margin = papers[i].margin * ROADMAP_PAPER_MM;
        return TRUE;
      }
  return FALSE;
}
