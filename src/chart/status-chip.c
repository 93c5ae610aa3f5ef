/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/status-chip.h"

#include "chart/bar-place.h"
#include "chart/style.h"

static const char *
get_letter (RoadmapItem *status,
            const char  *language)
{
  return status != NULL ? roadmap_item_get_in (status, "letter", language) : NULL;
}

double
roadmap_status_chip_get_width (RoadmapMeasure *measure,
                               RoadmapItem    *status,
                               const char     *language)
{
  RoadmapBarMetrics metrics = roadmap_bar_metrics (measure);

  return get_letter (status, language) != NULL ? metrics.chip + metrics.chip_gap : 0;
}

double
roadmap_status_chip_add (RoadmapScene   *scene,
                         RoadmapMeasure *measure,
                         RoadmapItem    *status,
                         const char     *language,
                         RoadmapItem    *item,
                         double          x,
                         double          y,
                         double          line_height)
{
  const char *letter = get_letter (status, language);
  RoadmapBarMetrics metrics = roadmap_bar_metrics (measure);
  RoadmapTextStyle style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_BOLD };
  RoadmapShape chip = { .form = ROADMAP_FORM_CHIP, .ink = ROADMAP_INK_STATUS, .corner = 3 * metrics.unit,
                        .tag = ROADMAP_TAG_CELL, .item = item };
  g_autoptr (PangoLayout) layout = NULL;

  if (letter == NULL)
    return 0;
  layout = roadmap_measure_text (measure, letter, style, ROADMAP_UNWRAPPED);
  chip.layout = layout;
  chip.hue = roadmap_status_get_hue (status);
  chip.rect = (RoadmapRect) { x, y + (line_height - metrics.chip) / 2, metrics.chip, metrics.chip };
  roadmap_scene_add (scene, &chip);
  return metrics.chip + metrics.chip_gap;
}
