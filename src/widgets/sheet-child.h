/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "chart/scene.h"
#include "chart/style.h"

G_BEGIN_DECLS

/* One group of a sheet's row as a widget, so that it can have the focus, a name for a screen reader, a tooltip and a menu.
 * It draws its group of the scene and is allocated ROADMAP_SHEET_CHILD_MARGIN larger on each side, to have room for the
 * outlines of selection and focus.
 *
 * Actions: "item.activate", which emits the signal "activated". */

#define ROADMAP_SHEET_CHILD_MARGIN 4

typedef enum
{
  ROADMAP_EMPHASIS_NONE,
  ROADMAP_EMPHASIS_RELATED,  /* what is selected is around it */
  ROADMAP_EMPHASIS_SELECTED,
} RoadmapEmphasis;

#define ROADMAP_TYPE_SHEET_CHILD (roadmap_sheet_child_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapSheetChild, roadmap_sheet_child, ROADMAP, SHEET_CHILD, GtkWidget)

/* @is_name: it stands among the names, is a row header whatever @role is, and has its outlines inside, since names fill
 * their cells. */
GtkWidget    *roadmap_sheet_child_new              (RoadmapItem           *item,
                                                    gboolean               is_name,
                                                    GtkAccessibleRole      role);

RoadmapItem  *roadmap_sheet_child_get_item         (RoadmapSheetChild     *self);
gboolean      roadmap_sheet_child_is_name          (RoadmapSheetChild     *self);
/* What to draw: the item's group of @scene, which is kept as long as it is drawn. */
RoadmapScene *roadmap_sheet_child_get_scene        (RoadmapSheetChild     *self);
void          roadmap_sheet_child_set_scene        (RoadmapSheetChild     *self,
                                                    RoadmapScene          *scene);
/* The palette must stay valid; when it changes, call this again.  Words that match @query (nullable) are marked. */
void          roadmap_sheet_child_set_look         (RoadmapSheetChild     *self,
                                                    const RoadmapPalette  *palette,
                                                    const char            *query);
void          roadmap_sheet_child_set_emphasis     (RoadmapSheetChild     *self,
                                                    RoadmapEmphasis        emphasis);
/* What the group says of itself to those who do not see it: "…、令和2年度第1四半期から令和3年度、実施中", and where it stands. */
void          roadmap_sheet_child_set_words        (RoadmapSheetChild     *self,
                                                    const char            *name,
                                                    const char            *place);
/* The part of the widget that can be seen, in its own coordinates: what heads and names cover takes no clicks. */
void          roadmap_sheet_child_set_visible_area (RoadmapSheetChild     *self,
                                                    const graphene_rect_t *area);

G_END_DECLS
