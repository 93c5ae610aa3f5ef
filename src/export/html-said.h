/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "export/html-output.h"

G_BEGIN_DECLS

/* For the files html-*.c alone: what is said in each reading (html-output.h), of the page itself and of items. */

/* (transfer full): what is said in a reading, as markup; *@spoken (out) is the language of the words, NULL for none in
 * particular.  NULL: nothing is said. */
typedef char *(*RoadmapHtmlSay)         (RoadmapHtml                *self,
                                         guint                       reading,
                                         const char                **spoken,
                                         gconstpointer               data);
/* Adds what @say says in each reading. */
void        roadmap_html_add_said       (RoadmapHtml                *self,
                                         RoadmapHtmlSay              say,
                                         gconstpointer               data);

/* Of the page's own words, which are Japanese or English. */
const char *roadmap_html_get_own_language (RoadmapHtml              *self,
                                         guint                       reading);
/* Adds words of the page itself, given in English (export/html-words.h). */
void        roadmap_html_add_word       (RoadmapHtml                *self,
                                         const char                 *english);
/* The same with @value in place of "%s". */
void        roadmap_html_add_word_with  (RoadmapHtml                *self,
                                         const char                 *english,
                                         const char                 *value);
/* Begins an entry of a list of terms with such words; what is added then belongs to it, up to "</dd>". */
void        roadmap_html_add_term       (RoadmapHtml                *self,
                                         const char                 *english);
/* What to call an item: its title in one line, or its number and that. */
void        roadmap_html_add_title      (RoadmapHtml                *self,
                                         RoadmapItem                *item);
void        roadmap_html_add_label      (RoadmapHtml                *self,
                                         RoadmapItem                *item);
/* The beginning of its title. */
void        roadmap_html_add_excerpt    (RoadmapHtml                *self,
                                         RoadmapItem                *item);
/* A value in the reading's language or failing that as adopted, its links working. */
void        roadmap_html_add_field      (RoadmapHtml                *self,
                                         RoadmapItem                *item,
                                         const char                 *field);
/* The same, where it is to be told who says it: the adopted wording in each reading, then in other readings our
 * translation, marked as ours.  Paragraphs. */
void        roadmap_html_add_wording    (RoadmapHtml                *self,
                                         RoadmapItem                *item,
                                         const char                 *field,
                                         const char                 *marker);

G_END_DECLS
