/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/print-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define POINT_DECIMALS 0.05 /* sizes that differ by less read the same */

const char *
roadmap_print_words_paper (const char *name)
{
  static const struct
  {
    const char *name;
    const char *label;
  } table[] = {
    { "a3", N_("A3") },
    { "a4", N_("A4") },
    { "b4", N_("B4 (JIS)") },
    { "b5", N_("B5 (JIS)") },
    { "letter", N_("Letter") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].name, name))
      return _(table[i].label);
  return name;
}

/* (nullable): the paper of these sides, whichever is up. */
static const char *
find_paper (const RoadmapPaper *paper)
{
  for (const char *const *name = roadmap_paper_get_names (); *name != NULL; name++)
    {
      RoadmapPaper known;

      if (roadmap_paper_find (*name, paper->width > paper->height, &known) &&
          fabs (known.width - paper->width) < 1 && fabs (known.height - paper->height) < 1)
        return roadmap_print_words_paper (*name);
    }
  return NULL;
}

static char *
describe_paper (const RoadmapPaper *paper)
{
  const char *name = find_paper (paper);

  if (name == NULL)
    return g_strdup_printf ("%.0f × %.0f mm", paper->width / ROADMAP_PAPER_MM, paper->height / ROADMAP_PAPER_MM);
  /* Translators: %s is a size of paper, such as “A3” */
  return g_strdup_printf (paper->width > paper->height ? _("%s landscape") : _("%s portrait"), name);
}

/* Layouts choose their own size, so there may be several. */
static char *
describe_text (RoadmapPages *pages)
{
  double least = G_MAXDOUBLE;
  double most = 0;

  for (guint page = 0; page < roadmap_pages_get_n_pages (pages); page++)
    {
      double size = roadmap_pages_get_text_size (pages, page);

      least = MIN (least, size);
      most = MAX (most, size);
    }
  if (most - least < POINT_DECIMALS)
    /* Translators: the size of letters, in points */
    return g_strdup_printf (_("text %.1f pt"), most);
  /* Translators: the sizes of letters, in points, from the smallest to the largest */
  return g_strdup_printf (_("text %.1f–%.1f pt"), least, most);
}

char *
roadmap_print_words_summary (RoadmapPages *pages)
{
  guint n_pages = roadmap_pages_get_n_pages (pages);
  g_autofree char *count = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
  g_autofree char *paper = describe_paper (roadmap_pages_get_paper (pages));
  g_autofree char *text = describe_text (pages);

  return g_strjoin (" · ", count, paper, text, NULL);
}
