/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/sheet-view.h"

G_BEGIN_DECLS

/* What was reported in the newest year that has records (chart/followup-layout.h), under each measure of the chart that is
 * browsed.  As a sheet view it has a focusable child for each measure, bar and record, which is called by its words.
 *
 * Properties: those of RoadmapSheetView, "state" and "menu-model". */

#define ROADMAP_TYPE_FOLLOWUP_VIEW (roadmap_followup_view_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapFollowupView, roadmap_followup_view, ROADMAP, FOLLOWUP_VIEW, RoadmapSheetView)

G_END_DECLS
