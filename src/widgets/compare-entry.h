/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

#include "model/diff.h"
#include "model/merge.h"

G_BEGIN_DECLS

/* What stands in a comparison: the changes of one item after another, under the headings of sections. */

/* Two roadmaps that are compared, or a merge whose conflicts are to be decided; shared by its entries. */
typedef struct
{
  char         *heading; /* NULL: none */
  Roadmap      *old;     /* NULL in a section of conflicts */
  Roadmap      *new;
  GPtrArray    *differences;
  RoadmapMerge *merge;   /* NULL in a section of differences; not owned */
  char         *language; /* of the roadmap's words; NULL: its own */
} RoadmapCompareSection;

/* (transfer full): the difference of two roadmaps; NULL as roadmap_diff() fails. */
RoadmapCompareSection *roadmap_compare_section_new_diff  (const char            *heading,
                                                          Roadmap               *old,
                                                          Roadmap               *new,
                                                          const char            *language,
                                                          GError               **error);
/* (transfer full): the conflicts of @merge, which must stay as long as the section. */
RoadmapCompareSection *roadmap_compare_section_new_merge (const char            *heading,
                                                          RoadmapMerge          *merge,
                                                          const char            *language);
void                   roadmap_compare_section_release   (RoadmapCompareSection *self);
/* How many differences or conflicts there are; of differences, those of the types in @mask, a sum of 1 << type. */
guint                  roadmap_compare_section_count     (RoadmapCompareSection *self,
                                                          guint                  mask);
/* Appends its RoadmapCompareEntry, the heading first; nothing if the mask leaves none. */
void                   roadmap_compare_section_list      (RoadmapCompareSection *self,
                                                          guint                  mask,
                                                          GListStore            *entries);

#define ROADMAP_TYPE_COMPARE_ENTRY (roadmap_compare_entry_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapCompareEntry, roadmap_compare_entry, ROADMAP, COMPARE_ENTRY, GObject)

struct _RoadmapCompareEntry
{
  GObject                parent_instance;

  RoadmapCompareSection *section;
  RoadmapItem           *item;    /* NULL: the heading */
  GPtrArray             *changes; /* of RoadmapDifference or RoadmapConflict; not owned */
};

/* (transfer full): the labels of what is around the item, from the chart on: “共通 › 指針の改正”; empty if there is nothing. */
char *roadmap_compare_entry_dup_path (RoadmapCompareEntry *self);

G_END_DECLS
