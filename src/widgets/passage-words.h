/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/reading.h"

G_BEGIN_DECLS

/* What a passage of the reading text says.  @language is the one to read in, as in roadmap_view_state_get_words(). */

/* The language its words are in when read in @language: that or, if they are not translated, the document's own. */
const char *roadmap_passage_get_language    (Roadmap              *roadmap,
                                             const RoadmapPassage *passage,
                                             const char           *language);
/* Whether those words were never adopted. */
gboolean    roadmap_passage_is_ours         (Roadmap              *roadmap,
                                             const RoadmapPassage *passage,
                                             const char           *language);
/* The words as markup for a GtkLabel, with marks that lead to notes as in roadmap_markup_to_pango(). */
char       *roadmap_passage_dup_markup      (Roadmap              *roadmap,
                                             const RoadmapPassage *passage,
                                             const char           *language);
/* The adopted wording behind a translation; NULL if that is what is read already. */
char       *roadmap_passage_dup_adopted     (Roadmap              *roadmap,
                                             const RoadmapPassage *passage,
                                             const char           *language);
/* What the source shows beside the words rather than says: time and status of a bar, domain and categories of a
 * roadblock, what a cell of the map leads to.  NULL for nothing. */
char       *roadmap_passage_dup_facts       (Roadmap              *roadmap,
                                             const RoadmapPassage *passage,
                                             const char           *language);
/* All of it as plain text, to copy: marker, words and facts. */
char       *roadmap_passage_dup_text        (Roadmap              *roadmap,
                                             const RoadmapPassage *passage,
                                             const char           *language);

G_END_DECLS
