/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* The table of what other programs write and a new roadmap can be made of.  A new way in is a file with a read function and a
 * row in import.c.
 *
 * What is read comes from outside and is not trusted.  It becomes items that are checked as those of a roadmap file are:
 * each value, then the whole by roadmap_new().  Errors are ROADMAP_ERROR with a message "FILE:LINE: sentence".  Nothing is
 * written: the new roadmap has no file yet. */

typedef struct
{
  /* Of the wording, as in xml:lang, of which it must have the form (document/imported.h); NULL: Japanese if there are kana or
   * kanji, else English. */
  const char  *language;
  /* (nullable): its statuses are those of the new roadmap, if the file brings none along; see model/template.h. */
  Roadmap     *template;
  /* The date of the edition that is begun; NULL: today's. */
  const GDate *today;
} RoadmapImportOptions;

typedef struct
{
  const char   *id;         /* "csv": command line */
  const char   *title;      /* for people, untranslated: pass through gettext */
  const char   *suffix;     /* "csv" */
  const char   *media_type;
  const char   *limits;     /* one sentence: what of such a file is left out, untranslated */
  /* Whether a file with this content, of which the start is enough, and name is one. */
  gboolean    (*recognises) (GBytes                     *content,
                             const char                 *name);
  /* @name is what to call the file in messages. */
  Roadmap    *(*read)       (GBytes                      *content,
                             const char                  *name,
                             const RoadmapImportOptions  *options,
                             GError                     **error);
} RoadmapImporter;

/* (transfer full) (nullable): whose statuses a new roadmap has, from the templates in @folder, that of the data of the
 * program; without it, it has only those of the file. */
Roadmap               *roadmap_import_open_template (const char                  *folder);

/* All importers; ends with one without id. */
const RoadmapImporter *roadmap_import_get_importers (void);
/* The importer with this id, in upper or lower case, or NULL. */
const RoadmapImporter *roadmap_import_find          (const char                  *id);
/* The one for a file with this content and name; NULL if it is none of theirs, as a roadmap is not. */
const RoadmapImporter *roadmap_import_recognise     (GBytes                      *content,
                                                     const char                  *name);
/* The same of a file, of which only the start is read; NULL also if it cannot be. */
const RoadmapImporter *roadmap_import_recognise_file (GFile                      *file);
/* Reads the file.  @importer may be NULL: the one that recognises it, or ROADMAP_ERROR_FORMAT. */
Roadmap               *roadmap_import_file          (GFile                       *file,
                                                     const RoadmapImporter       *importer,
                                                     const RoadmapImportOptions  *options,
                                                     GError                     **error);
/* The same of the file at @path, by which messages name it, as the user did. */
Roadmap               *roadmap_import_path          (const char                  *path,
                                                     const RoadmapImporter       *importer,
                                                     const RoadmapImportOptions  *options,
                                                     GError                     **error);

G_END_DECLS
