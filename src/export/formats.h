/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

#include "chart/pages.h"

G_BEGIN_DECLS

/* The table of formats that a roadmap can be written in for other programs and for people without this one.  The dialog
 * and the command line read it, so a new format is a file with a write function and a row in formats.c. */

/* What a format makes use of in RoadmapExportOptions; the rest of them it passes over. */
typedef enum
{
  ROADMAP_EXPORT_USES_LANGUAGE = 1 << 0,
  ROADMAP_EXPORT_USES_CHARTS   = 1 << 1, /* charts, and show with filter */
  ROADMAP_EXPORT_USES_TODAY    = 1 << 2,
  ROADMAP_EXPORT_USES_MARK     = 1 << 3, /* the byte order mark */
  ROADMAP_EXPORT_USES_PAGES    = 1 << 4, /* needs pages, which carry language, charts, filter and today themselves */
  ROADMAP_EXPORT_USES_PAGE     = 1 << 5, /* a file holds one of the pages; several pages are several files */
  ROADMAP_EXPORT_USES_SCALE    = 1 << 6,
} RoadmapExportUses;

typedef enum
{
  /* Begin with a byte order mark: some spreadsheet programs take UTF-8 for what it is only then. */
  ROADMAP_EXPORT_MARK = 1 << 0,
} RoadmapExportFlags;

typedef struct
{
  Roadmap            *roadmap;
  const char         *language;  /* of the words: one of roadmap_list_languages(); NULL: the roadmap's own */
  GPtrArray          *charts;    /* (nullable): RoadmapItem; else those in force, or the whole roadmap in a format that has
                                  * room for what stands in no chart */
  RoadmapShowFunc     show;      /* (nullable): all */
  gpointer            show_data;
  RoadmapFilter      *filter;    /* (nullable): what @show shows, for words that say so */
  const GDate        *today;     /* (nullable): nothing is late, no line is drawn */
  GDateTime          *created;   /* the time the file says it was made at: the same one gives the same bytes */
  const char         *file_name; /* (nullable): of the roadmap's file, without its folder, in UTF-8 */
  RoadmapExportFlags  flags;
  double              scale;     /* of pixels: 1 is 96 a CSS inch; 0 means 1 */
  RoadmapPages       *pages;     /* (nullable): for formats that are pages; the caller lays them out, and so knows how many
                                  * there are */
  guint               page;      /* which of them, from 0, for a format whose files hold one */
} RoadmapExportOptions;

/* Writes to @stream, which stays open, and fails with the stream's error or a G_IO_ERROR.  What was written before an
 * error is not a file of the format: write to memory or to a temporary file. */
typedef gboolean (*RoadmapExportFunc) (const RoadmapExportOptions  *options,
                                       GOutputStream               *stream,
                                       GCancellable                *cancellable,
                                       GError                     **error);

typedef struct
{
  const char        *id;         /* "pdf": command line, settings */
  const char        *title;      /* for people, untranslated: pass through gettext */
  const char        *suffix;     /* "pdf" */
  const char        *media_type;
  const char        *limits;     /* one sentence: what it cannot carry, untranslated: pass through gettext */
  RoadmapExportUses  uses;
  RoadmapExportFunc  write;
} RoadmapExportFormat;

/* All formats, in the order of a menu; ends with one without id. */
const RoadmapExportFormat *roadmap_export_get_formats        (void);
/* The format with this id, in upper or lower case, or NULL. */
const RoadmapExportFormat *roadmap_export_find_format        (const char *id);
/* The first format whose files end as @name does, or NULL. */
const RoadmapExportFormat *roadmap_export_find_format_of     (const char *name);

/* (transfer full): what to call one of several files that are written instead of @name: "plan.png" becomes "plan-03.png", so
 * that the names sort as the pages do. */
char                      *roadmap_export_dup_numbered_name  (const char *name,
                                                              guint       number,
                                                              guint       n_pages);

/* (transfer container): the charts to write: those of @options, or those in force. */
GPtrArray                 *roadmap_export_list_charts        (const RoadmapExportOptions *options);
/* Whether @item, which stands in one of these charts, is shown. */
gboolean                   roadmap_export_shows              (const RoadmapExportOptions *options,
                                                              RoadmapItem                *item);
/* Writes all of @text. */
gboolean                   roadmap_export_write_text         (GString                    *text,
                                                              GOutputStream              *stream,
                                                              GCancellable               *cancellable,
                                                              GError                    **error);

G_END_DECLS
