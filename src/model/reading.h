/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* The roadmap as the text it was published as: part by part and page by page, within a page in the order of the file,
 * with the notes at the foot of the page they stand on.  What has no place in a part comes last.
 *
 * Left out is what is no reading matter: editions, domains and statuses, which are vocabulary; the heads of a chart's
 * columns, which are furniture; and follow-ups, which were recorded since. */

typedef enum
{
  ROADMAP_PASSAGE_PAGE,     /* a page begins, of the part that is the item; without one, what is in no part */
  ROADMAP_PASSAGE_OVERLINE, /* what a part is called, above its title */
  ROADMAP_PASSAGE_TITLE,    /* of a part, a narrative, a chart, a map */
  ROADMAP_PASSAGE_SUBTITLE,
  ROADMAP_PASSAGE_BYLINE,   /* date, author, where a chart was taken from */
  ROADMAP_PASSAGE_HEADING,  /* of a section, a stage, a lane, a band of the map */
  ROADMAP_PASSAGE_GROUP,    /* heads what follows: the item is a column heading; without a field the first of its kind */
  ROADMAP_PASSAGE_ENTRY,    /* heads its own points: a roadblock, a region of the map */
  ROADMAP_PASSAGE_TEXT,
  ROADMAP_PASSAGE_DETAIL,   /* explains the text before */
  ROADMAP_PASSAGE_NOTE,
  ROADMAP_PASSAGE_REMARK,   /* the editor's */
} RoadmapPassageForm;

typedef struct
{
  RoadmapItem        *item;  /* owned; NULL only for what is in no part */
  const RoadmapField *field; /* the wording; NULL where there is none of its own */
  RoadmapPassageForm  form;
  guint               depth; /* of nesting: of a heading among headings, of anything else from the margin */
  RoadmapItem        *part;  /* owned; NULL if it stands in none */
  guint               page;  /* the first it stands on; 0 if that is not said, or not by a number */
} RoadmapPassage;

void         roadmap_passage_clear         (RoadmapPassage *passage);
gboolean     roadmap_passage_equal         (const RoadmapPassage *a,
                                            const RoadmapPassage *b);
/* What stands before the words, of @passage: its marker, number or letter as published, or the bullet or diamond that
 * stands for its shape on the chart.  NULL for none.  Not owned. */
const char  *roadmap_passage_get_marker    (const RoadmapPassage *passage);

/* (transfer full) (element-type RoadmapPassage) */
GArray      *roadmap_reading_list          (Roadmap        *roadmap);
/* Where in @passages @item is read: its first passage or, if it has no words of its own, that of the first item in it
 * that has some, or failing these of the nearest item around it.  FALSE if there is none. */
gboolean     roadmap_reading_find          (GArray         *passages,
                                            RoadmapItem    *item,
                                            guint          *position);
/* (transfer container): the items whose wording has a mark that leads to @note, in the order of the file. */
GPtrArray   *roadmap_reading_list_mentions (Roadmap        *roadmap,
                                            RoadmapItem    *note);

G_END_DECLS
