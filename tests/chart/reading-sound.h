/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/narrative-layout.h"

/* What must be true of every layout of running text. */

/* No text lies over another, and all lie within @room. */
void          reading_assert_row          (RoadmapScene      *scene,
                                           const RoadmapRect *room);
/* In each row no text lies over another, and all lie within the width of the sheet and, if @height is not 0, that
 * height. */
void          reading_assert_sound        (RoadmapSheet *sheet,
                                           double        height);
/* (transfer full): the words in the item's groups, row by row, without white space. */
char         *reading_dup_words           (RoadmapSheet *sheet,
                                           RoadmapItem  *item);
/* (transfer full): @text without white space. */
char         *reading_strip               (const char   *text);

/* A narrative in a size of text; on pages its title stands elsewhere. */
RoadmapSheet *reading_lay_out_narrative   (Roadmap      *roadmap,
                                           RoadmapItem  *narrative,
                                           const char   *language,
                                           double        width,
                                           double        height,
                                           double        points);
/* Each paragraph, heading and note of the narrative is there once, word by word. */
void          reading_assert_has_narrative (RoadmapSheet *sheet,
                                           Roadmap      *roadmap,
                                           RoadmapItem  *narrative,
                                           const char   *language);
