/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/layout.h"

#include <glib/gi18n-lib.h>

#include "chart/chart-chapters.h"
#include "chart/reading-chapters.h"
#include "chart/record-chapters.h"

/* In the order of menus. */
static const RoadmapLayout layouts[] = {
  { ROADMAP_LAYOUT_SWIMLANE, "swimlane", N_("Swimlane timeline"),
    N_("Lanes below each other, their bars on one time axis."),
    roadmap_timeline_applies, roadmap_timeline_add_chapters },
  { ROADMAP_LAYOUT_TABLE, "table", N_("Official table"),
    N_("Roadblocks and what is done about them, as published: each stage on a page of its own."),
    roadmap_stages_apply, roadmap_stages_add_chapters },
  { ROADMAP_LAYOUT_DOMAINS, "domains", N_("Official domain chart"),
    N_("Domains with their work along the years, as published, with the notes at the foot."),
    roadmap_domains_apply, roadmap_domains_add_chapters },
  { ROADMAP_LAYOUT_MAP, "map", N_("Bird’s-eye map"), N_("Where the domains lie, on one page."),
    roadmap_map_applies, roadmap_map_add_chapters },
  { ROADMAP_LAYOUT_FOLLOWUP, "follow-up", N_("Follow-up table"),
    N_("What was done in a year about each measure, and what comes next; each stage or lane on pages of its own."),
    roadmap_followup_applies, roadmap_followup_add_chapters, roadmap_followup_has_records },
  { ROADMAP_LAYOUT_PROGRESS, "progress", N_("Summary of progress"),
    N_("How many bars are how far, by chart, stage and category; what is overdue and what has changed."),
    roadmap_progress_applies, roadmap_progress_add_chapters },
  { ROADMAP_LAYOUT_CHANGES, "changes", N_("Changes"),
    N_("What was changed since an edition or another file, old and new beside each other."),
    roadmap_changes_applies, roadmap_changes_add_chapters },
  { ROADMAP_LAYOUT_NARRATIVE, "narrative", N_("Narrative"), N_("Pages of text in columns, with notes at the foot."),
    roadmap_narrative_applies, roadmap_narrative_add_chapters },
};

/* A meeting pack, in the order of its pages. */
static const RoadmapLayoutId pack[] = {
  ROADMAP_LAYOUT_NARRATIVE, ROADMAP_LAYOUT_TABLE,    ROADMAP_LAYOUT_DOMAINS, ROADMAP_LAYOUT_MAP,
  ROADMAP_LAYOUT_PROGRESS,  ROADMAP_LAYOUT_FOLLOWUP, ROADMAP_LAYOUT_CHANGES,
};

typedef void (*AddChapters) (const RoadmapChapterContext *context,
                             GPtrArray                   *chapters);

/* What comes before them, ending with NULL. */
static const AddChapters front[] = {
  roadmap_cover_add_chapter,
  roadmap_contents_add_chapter,
  NULL,
};

guint
roadmap_layout_get_n_layouts (void)
{
  return G_N_ELEMENTS (layouts);
}

const RoadmapLayout *
roadmap_layout_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (layouts), NULL);

  return &layouts[index];
}

const RoadmapLayout *
roadmap_layout_find_id (RoadmapLayoutId id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (layouts[i].id == id)
      return &layouts[i];
  return NULL;
}

const RoadmapLayout *
roadmap_layout_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (g_ascii_strcasecmp (layouts[i].name, name) == 0)
      return &layouts[i];
  return NULL;
}

gboolean
roadmap_layout_applies (const RoadmapLayout       *self,
                        const RoadmapPagesOptions *options)
{
  g_autoptr (GPtrArray) charts = options->charts != NULL ? g_ptr_array_ref (options->charts)
                                                          : roadmap_list_charts (options->roadmap);
  RoadmapPagesOptions with_charts = *options;

  with_charts.charts = charts;
  return self->applies (&with_charts);
}

guint
roadmap_layout_get_n_front (void)
{
  return G_N_ELEMENTS (front) - 1;
}

void
roadmap_layout_add_front (guint                        index,
                          const RoadmapChapterContext *context,
                          GPtrArray                   *chapters)
{
  g_return_if_fail (index < roadmap_layout_get_n_front ());

  front[index] (context, chapters);
}

GArray *
roadmap_layout_list_pack (const RoadmapPagesOptions *options)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (RoadmapLayoutId));

  for (gsize i = 0; i < G_N_ELEMENTS (pack); i++)
    {
      const RoadmapLayout *layout = roadmap_layout_find_id (pack[i]);

      if (layout != NULL && roadmap_layout_applies (layout, options) &&
          (layout->in_pack == NULL || layout->in_pack (options)))
        g_array_append_val (ids, pack[i]);
    }
  return ids;
}

void
roadmap_chapter_add (GPtrArray           *chapters,
                     RoadmapItem         *item,
                     const char          *title,
                     RoadmapSheet        *sheet,
                     RoadmapChapterFlags  flags)
{
  RoadmapChapter *self = g_new0 (RoadmapChapter, 1);

  self->item = item != NULL ? g_object_ref (item) : NULL;
  self->title = g_strdup (title);
  self->sheet = sheet;
  self->flags = flags;
  g_ptr_array_add (chapters, self);
}

void
roadmap_chapter_free (RoadmapChapter *self)
{
  g_clear_object (&self->item);
  g_clear_object (&self->sheet);
  g_free (self->title);
  g_free (self);
}
