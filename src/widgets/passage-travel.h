/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/passage-rows.h"

G_BEGIN_DECLS

/* For document-view.c: getting to a passage over several frames, and drawing the eye to it when it was asked for.
 * Positions are those of the list's model. */
typedef struct _RoadmapPassageTravel RoadmapPassageTravel;

typedef struct
{
  /* The position of the first passage of @item, or GTK_INVALID_LIST_POSITION. */
  guint (*find)     (RoadmapItem *item,
                     gpointer     user_data);
  /* It is over.  @revealed is the passage that stands near the top now, or GTK_INVALID_LIST_POSITION if none was asked
   * for or found. */
  void  (*arrived)  (guint        revealed,
                     gpointer     user_data);
  /* The eye is to be drawn to another passage, or to none. */
  void  (*marked)   (gpointer     user_data);
} RoadmapPassageTravelFuncs;

/* Free it only when @widget, in whose frames it goes on, is gone; @rows must outlive it. */
RoadmapPassageTravel *roadmap_passage_travel_new          (GtkWidget                       *widget,
                                                           RoadmapPassageRows              *rows,
                                                           const RoadmapPassageTravelFuncs *funcs,
                                                           gpointer                         user_data);
void                  roadmap_passage_travel_free         (RoadmapPassageTravel            *self);

/* Sets out for @item, as soon as the widget is mapped: to have it in view (@reveal FALSE), where it may be already, or at
 * the top. */
void                  roadmap_passage_travel_to_item      (RoadmapPassageTravel            *self,
                                                           RoadmapItem                     *item,
                                                           gboolean                         reveal);
/* The same by position, at the top. */
void                  roadmap_passage_travel_to_position  (RoadmapPassageTravel            *self,
                                                           guint                            position);
/* The widget was mapped. */
void                  roadmap_passage_travel_resume       (RoadmapPassageTravel            *self);
/* Gives up, and draws the eye to nothing any more. */
void                  roadmap_passage_travel_stop         (RoadmapPassageTravel            *self);

gboolean              roadmap_passage_travel_is_under_way (RoadmapPassageTravel            *self);
/* The passage the eye is drawn to; GTK_INVALID_LIST_POSITION for none. */
guint                 roadmap_passage_travel_get_revealed (RoadmapPassageTravel            *self);

G_END_DECLS
