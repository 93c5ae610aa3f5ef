/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "export/formats.h"

G_BEGIN_DECLS

/* For the files html-*.c alone: the page that is being written, and what all its parts are made of.
 *
 * What is said stands in the page in each language of the roadmap, once where it is the same in several; a style
 * shows the one that was chosen.  A *reading* is one of these languages, counted from 0, which is the roadmap's own.
 *
 * Ids of items are the ids of the elements that show them.  The page's own ids have a colon, which an item's never
 * has. */

typedef struct
{
  const RoadmapExportOptions *options;
  Roadmap    *roadmap;
  GString    *out;
  char      **languages;
  guint       n_readings;
  GPtrArray  *charts;       /* RoadmapItem: those in force that are shown */
  GPtrArray  *earlier;      /* those of an earlier plan */
  GHashTable *facets[ROADMAP_N_FACETS]; /* key of a value → its position in the list of values, from 1 */
  int         horizon;      /* the last year that matters */
  gboolean    has_statuses; /* anybody recorded one */
  GHashTable *mentions;     /* RoadmapItem → GPtrArray of RoadmapItem: where a note is referred to; NULL until asked for */
  GArray     *hues;         /* guint32: those of all lanes; their classes are h0, h1 … */
} RoadmapHtml;

void        roadmap_html_init           (RoadmapHtml                *self,
                                         const RoadmapExportOptions *options,
                                         GString                    *out);
void        roadmap_html_clear          (RoadmapHtml                *self);

/* Whether an item has its place in the page. */
gboolean    roadmap_html_shows          (RoadmapHtml                *self,
                                         RoadmapItem                *item);
/* The reading that is shown first. */
guint       roadmap_html_get_chosen     (RoadmapHtml                *self);
/* The language of a reading as the model wants it: NULL for the roadmap's own. */
const char *roadmap_html_get_reading    (RoadmapHtml                *self,
                                         guint                       reading);

/* Adds markup as it is. */
void        roadmap_html_add            (RoadmapHtml                *self,
                                         const char                 *markup);
/* Adds text with all that means something in markup escaped, also within an attribute. */
void        roadmap_html_add_text       (RoadmapHtml                *self,
                                         const char                 *text);
/* Adds markup in which each "%s" is such a text. */
void        roadmap_html_addf           (RoadmapHtml                *self,
                                         const char                 *format,
                                         ...) G_GNUC_PRINTF (2, 3);

void        roadmap_html_add_date       (RoadmapHtml                *self,
                                         const char                 *date);
/* 令和2年度第1四半期から令和3年度（2020年4月～2022年3月） */
void        roadmap_html_add_span       (RoadmapHtml                *self,
                                         const RoadmapSpan          *span);
/* 令和2年度Q1–3年度 */
void        roadmap_html_add_short_span (RoadmapHtml                *self,
                                         const RoadmapSpan          *span);
/* A link to an item that has a place in the page, else its label alone. */
void        roadmap_html_add_link       (RoadmapHtml                *self,
                                         RoadmapItem                *item);
/* A link to the web; other schemes stay text. */
void        roadmap_html_add_web_link   (RoadmapHtml                *self,
                                         const char                 *uri);
/* A letter on its colour, and the title beside it. */
void        roadmap_html_add_status     (RoadmapHtml                *self,
                                         RoadmapItem                *status);
void        roadmap_html_add_chip       (RoadmapHtml                *self,
                                         RoadmapItem                *status);
/* By which a facet goes in values of the filters. */
char        roadmap_html_get_facet_letter (RoadmapFacet             facet);
/* The attribute by which the filters know an item. */
void        roadmap_html_add_facets     (RoadmapHtml                *self,
                                         RoadmapItem                *item);
/* Whether an item's words in @reading were never adopted. */
gboolean    roadmap_html_is_ours        (RoadmapHtml                *self,
                                         RoadmapItem                *item,
                                         guint                       reading);

G_END_DECLS
