/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/sheet.h"
#include "chart/style.h"
#include "widgets/view-state.h"

G_BEGIN_DECLS

/* What a sheet view shows at a moment.  A value that lives as long as a call; nothing in it is owned.  Pixels. */
typedef struct
{
  RoadmapViewState     *state;
  RoadmapSheet         *sheet;
  const RoadmapPalette *palette;
  RoadmapRect           seen;    /* the part of the rows that is in view, in their own coordinates */
  double                x, y;    /* where that part lies in the view: the width of the names, the height of the heads */
} RoadmapSheetPort;

G_END_DECLS
