/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/edition-words.h"

#include "chart/words.h"
#include "model/mark.h"

char *
roadmap_edition_dup_words (Roadmap     *roadmap,
                           RoadmapItem *item,
                           const char  *language)
{
  g_autofree char *edition = roadmap_edition_describe (roadmap, item, language);

  if (edition == NULL || !roadmap_is_past (roadmap))
    return g_steal_pointer (&edition);
  return roadmap_word_with (ROADMAP_WORD_PAST_EDITION, language, edition);
}
