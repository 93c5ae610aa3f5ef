/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/view-state.h"

G_BEGIN_DECLS

/* What a sheet view has to renew. */
typedef enum
{
  ROADMAP_SHEET_CHANGE_LOOKS    = 1 << 0, /* palette or query */
  ROADMAP_SHEET_CHANGE_WORDS    = 1 << 1, /* what groups are called for those who do not see them */
  ROADMAP_SHEET_CHANGE_SELECTED = 1 << 2, /* which item leads what is selected, and so is to be in view */
  ROADMAP_SHEET_CHANGE_EMPHASIS = 1 << 3, /* what is selected */
  ROADMAP_SHEET_CHANGE_SHEET    = 1 << 4,
  ROADMAP_SHEET_CHANGE_MEASURE  = 1 << 5, /* language or font, and with them the sheet */
  ROADMAP_SHEET_CHANGE_ROADMAP  = 1 << 6, /* all of it */
} RoadmapSheetChange;

typedef struct
{
  void (*changed) (gpointer user_data, RoadmapSheetChange what);
  void (*edited)  (gpointer user_data, const RoadmapEdit *edit);
} RoadmapSheetReaction;

/* Tells a view what it has to renew, as its state or the roadmap of the state changes. */
typedef struct _RoadmapSheetWatch RoadmapSheetWatch;

/* @view, a GObject, owns this and is handed to the reaction. */
RoadmapSheetWatch *roadmap_sheet_watch_new       (gpointer                    view,
                                                  const RoadmapSheetReaction *reaction);
void               roadmap_sheet_watch_free      (RoadmapSheetWatch          *self);
/* (nullable) */
void               roadmap_sheet_watch_set_state (RoadmapSheetWatch          *self,
                                                  RoadmapViewState           *state);

G_END_DECLS
