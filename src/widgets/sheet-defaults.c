/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/sheet-view-private.h"

#include "model/outline.h"
#include "widgets/bar-words.h"

/* What a view does unless its class has something else. */

static gboolean
roadmap_sheet_view_real_keep_sheet (RoadmapSheetView  *self,
                                    RoadmapSheet      *sheet,
                                    const RoadmapEdit *edit)
{
  gboolean is_set = edit->type == ROADMAP_EDIT_SET;
  RoadmapItem *item = is_set ? edit->item : edit->parent;
  guint row;

  /* A move may lead from row to row, and a row may come or go with its item. */
  if (edit->type == ROADMAP_EDIT_MOVE || !roadmap_sheet_find_row_of (sheet, item, &row))
    return FALSE;
  if (!is_set && (roadmap_item_get_n_children (edit->item) > 0 || roadmap_item_is (edit->item, "stage") ||
                  roadmap_item_is (edit->item, "lane") || roadmap_item_is (edit->item, "roadblock")))
    return FALSE;
  if (roadmap_item_is (item, "chart"))
    return FALSE;
  roadmap_sheet_forget_row (sheet, row);
  return TRUE;
}

static char *
roadmap_sheet_view_real_dup_name (RoadmapSheetView *self,
                                  RoadmapItem      *item)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (self);

  return roadmap_bar_dup_name (roadmap_view_state_get_roadmap (state), item, roadmap_view_state_get_words (state));
}

static char *
roadmap_sheet_view_real_dup_place (RoadmapSheetView *self,
                                   RoadmapItem      *item)
{
  return roadmap_bar_dup_place (item, roadmap_view_state_get_words (roadmap_sheet_view_get_state (self)));
}

static char *
roadmap_sheet_view_real_dup_tooltip (RoadmapSheetView *self,
                                     RoadmapItem      *item)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (self);

  return roadmap_bar_dup_all (roadmap_view_state_get_roadmap (state), item, roadmap_view_state_get_words (state));
}

static gboolean
roadmap_sheet_view_real_is_related (RoadmapSheetView *self,
                                    RoadmapItem      *selected,
                                    RoadmapItem      *item)
{
  if (!roadmap_item_is (selected, "roadblock") && !roadmap_item_is (selected, "measure"))
    return FALSE;
  return roadmap_outline_holds (roadmap_view_state_get_roadmap (roadmap_sheet_view_get_state (self)), selected, item);
}

static gboolean
roadmap_sheet_view_real_open_item (RoadmapSheetView *self,
                                   RoadmapItem      *item)
{
  return FALSE;
}

void
roadmap_sheet_view_class_set_defaults (RoadmapSheetViewClass *klass)
{
  klass->child_role = GTK_ACCESSIBLE_ROLE_LIST_ITEM;
  klass->keep_sheet = roadmap_sheet_view_real_keep_sheet;
  klass->dup_name = roadmap_sheet_view_real_dup_name;
  klass->dup_place = roadmap_sheet_view_real_dup_place;
  klass->dup_tooltip = roadmap_sheet_view_real_dup_tooltip;
  klass->is_related = roadmap_sheet_view_real_is_related;
  klass->open_item = roadmap_sheet_view_real_open_item;
}

/* What the files beside sheet-view.c ask the class */

char *
roadmap_sheet_view_dup_name (RoadmapSheetView *self,
                             RoadmapItem      *item)
{
  return ROADMAP_SHEET_VIEW_GET_CLASS (self)->dup_name (self, item);
}

char *
roadmap_sheet_view_dup_place (RoadmapSheetView *self,
                              RoadmapItem      *item)
{
  return ROADMAP_SHEET_VIEW_GET_CLASS (self)->dup_place (self, item);
}

char *
roadmap_sheet_view_dup_tooltip (RoadmapSheetView *self,
                                RoadmapItem      *item)
{
  return ROADMAP_SHEET_VIEW_GET_CLASS (self)->dup_tooltip (self, item);
}

RoadmapEmphasis
roadmap_sheet_view_get_emphasis (RoadmapSheetView *self,
                                 RoadmapItem      *item)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (self);
  RoadmapItem *selected = roadmap_view_state_get_selected (state);

  if (selected == NULL)
    return ROADMAP_EMPHASIS_NONE;
  if (roadmap_view_state_is_selected (state, item))
    return ROADMAP_EMPHASIS_SELECTED;
  return ROADMAP_SHEET_VIEW_GET_CLASS (self)->is_related (self, selected, item) ? ROADMAP_EMPHASIS_RELATED
                                                                                : ROADMAP_EMPHASIS_NONE;
}

gboolean
roadmap_sheet_view_open_item (RoadmapSheetView *self,
                              RoadmapItem      *item)
{
  return ROADMAP_SHEET_VIEW_GET_CLASS (self)->open_item (self, item);
}

void
roadmap_sheet_view_activate_item (RoadmapSheetView *self,
                                  RoadmapItem      *item)
{
  roadmap_view_state_set_selected (roadmap_sheet_view_get_state (self), item);
  roadmap_sheet_view_open_item (self, item);
}
