/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/linked-text.h"

G_BEGIN_DECLS

/* Running text in columns, page after page, with notes at the foot of the column that calls them.
 *
 *   text text    text text     A heading stays with what follows it, and no line of a paragraph stands alone at the
 *   text¹ text   text text     foot or the head of a column.  A note that finds no room goes on at the foot of the next
 *   ────         text text     column.  The columns of the last page are about equally high.
 *   1 note       text text
 *
 * Lengths are pixels or points. */

typedef struct
{
  RoadmapItem        *item;
  PangoLayout        *layout;
  RoadmapLinkedText  *words;   /* (nullable): what the layout was made from, for its links */
  double              x;       /* of the layout in its column */
  double              before;  /* air above it, except at the head of a column */
  RoadmapTag          tag;
  gboolean            keep;    /* it stays with the text that follows */
  gboolean            begins;  /* without pages: a new one begins with it */
  RoadmapItem        *note;    /* (nullable): the note it is a text of; texts of a note follow each other */

  PangoLayout        *marker;   /* (nullable): beside the first line */
  double              marker_x;
  const char         *marker_target; /* (nullable): what the marker leads to, as of a RoadmapSceneLink */
} RoadmapFlowText;

typedef struct
{
  guint  n_columns;
  double column_width;
  double gap;        /* between columns */
  double height;     /* of a page; 0: as high as the text, and only texts that say so begin another */
  double first_top;  /* what is taken up at the head of the first page, … */
  double top;        /* … and of the others */
  double note_gap;   /* around the rule over the notes */
} RoadmapFlowFrame;

typedef struct _RoadmapTextFlow RoadmapTextFlow;

RoadmapTextFlow *roadmap_text_flow_new  (void);
void             roadmap_text_flow_free (RoadmapTextFlow        *self);

/* Takes references of what is in @text and copies the target; takes over @text->words. */
void             roadmap_text_flow_add  (RoadmapTextFlow        *self,
                                         const RoadmapFlowText  *text);
/* (transfer full): RoadmapScene, one for each page, with a group for each item, lines from 1 on.  A note is called by the
 * first text whose words lead to it; one that none does stands after the others. */
GPtrArray       *roadmap_text_flow_fill (RoadmapTextFlow        *self,
                                         const RoadmapFlowFrame *frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapTextFlow, roadmap_text_flow_free)

G_END_DECLS
