/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "export/html-said.h"

G_BEGIN_DECLS

/* For html.c alone: the parts of the page, one in each of the files html-*.c. */

/* Colours of lanes and statuses, and which language is seen, as a style sheet. */
void roadmap_html_add_style     (RoadmapHtml *self);
/* The same choices without script. */
void roadmap_html_add_plain_style (RoadmapHtml *self);
/* Title, languages, search and filters. */
void roadmap_html_add_header    (RoadmapHtml *self);
/* Who adopted it, editions, where the file comes from. */
void roadmap_html_add_overview  (RoadmapHtml *self);
/* The swimlanes of a chart: a list for each lane, its bars placed by the style sheet. */
void roadmap_html_add_timeline  (RoadmapHtml *self,
                                 RoadmapItem *chart);
/* What the outline shows of a chart, as tables with times and statuses. */
void roadmap_html_add_tables    (RoadmapHtml *self,
                                 RoadmapItem *chart);
/* All that is known of the items of a chart. */
void roadmap_html_add_details   (RoadmapHtml *self,
                                 RoadmapItem *chart);
/* One item alone. */
void roadmap_html_add_article   (RoadmapHtml *self,
                                 RoadmapItem *item,
                                 const char  *heading);
/* The wording below its heading, what was said of it, and what it said before. */
void roadmap_html_add_facts     (RoadmapHtml *self,
                                 RoadmapItem *item);
/* Time, status, and what belongs to it. */
void roadmap_html_add_links     (RoadmapHtml *self,
                                 RoadmapItem *item);
/* What was recorded of it. */
void roadmap_html_add_followups (RoadmapHtml *self,
                                 RoadmapItem *item);
void roadmap_html_add_remarks   (RoadmapHtml *self,
                                 RoadmapItem *item);
void roadmap_html_add_map       (RoadmapHtml *self,
                                 RoadmapItem *map);
/* A narrative with its footnotes. */
void roadmap_html_add_narrative (RoadmapHtml *self,
                                 RoadmapItem *narrative);
/* Paragraphs with those nested in them; @ids: they are the elements of their items. */
void roadmap_html_add_paragraphs (RoadmapHtml *self,
                                 RoadmapItem *item,
                                 const char  *kind,
                                 gboolean     ids);
/* The notes that stand in an item. */
void roadmap_html_add_notes     (RoadmapHtml *self,
                                 RoadmapItem *item,
                                 const char  *kind);
/* Statuses, categories, domains and what the drawing means. */
void roadmap_html_add_keys      (RoadmapHtml *self);

/* The class of an item's hue. */
guint roadmap_html_get_hue      (RoadmapHtml *self,
                                 RoadmapItem *item);

G_END_DECLS
