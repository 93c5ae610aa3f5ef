/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "chart/scene.h"
#include "chart/style.h"

G_BEGIN_DECLS

/* One bar or milestone of a scene as a widget, so that it can have the focus, a name for a screen reader, a tooltip and
 * a menu.  It draws its group of the scene and is allocated ROADMAP_BAR_CHILD_MARGIN larger on each side, to have room
 * for the outlines of selection and focus.
 *
 * Actions: "bar.activate", which emits the signal "activated". */

#define ROADMAP_BAR_CHILD_MARGIN 4

typedef enum
{
  ROADMAP_EMPHASIS_NONE,
  ROADMAP_EMPHASIS_RELATED,  /* what is selected is around it */
  ROADMAP_EMPHASIS_SELECTED,
} RoadmapEmphasis;

#define ROADMAP_TYPE_BAR_CHILD (roadmap_bar_child_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapBarChild, roadmap_bar_child, ROADMAP, BAR_CHILD, GtkWidget)

GtkWidget   *roadmap_bar_child_new          (RoadmapItem           *item);

RoadmapItem *roadmap_bar_child_get_item     (RoadmapBarChild       *self);
/* What to draw: the item's group of @scene, which is kept as long as it is drawn. */
void         roadmap_bar_child_set_scene    (RoadmapBarChild       *self,
                                             RoadmapScene          *scene);
void         roadmap_bar_child_set_palette  (RoadmapBarChild       *self,
                                             const RoadmapPalette  *palette);
void         roadmap_bar_child_set_emphasis (RoadmapBarChild       *self,
                                             RoadmapEmphasis        emphasis);
/* What the bar says of itself to those who do not see it: "…、令和2年度第1四半期から令和3年度、実施中", and where it stands. */
void         roadmap_bar_child_set_words    (RoadmapBarChild       *self,
                                             const char            *name,
                                             const char            *place);
/* The part of the widget that can be seen, in its own coordinates: what heads and names cover takes no clicks. */
void         roadmap_bar_child_set_visible_area (RoadmapBarChild        *self,
                                                 const graphene_rect_t  *area);

G_END_DECLS
