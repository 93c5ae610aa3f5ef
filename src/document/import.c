/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/document.h"
#include "document/file.h"
#include "document/import-csv.h"
#include "document/import-mspdi.h"

/* As much as any importer looks at. */
#define START_SIZE 65536

static const RoadmapImporter importers[] = {
  { "csv", N_("CSV table"), "csv", "text/csv",
    N_("Columns with other heads than those for title, start, end, lane, note, status, milestone and what comes before are "
       "left out; a table that this program has written comes back whole."),
    roadmap_csv_recognises, roadmap_csv_import },
  { "mspdi", N_("Project plan (Microsoft Project XML)"), "xml", "application/xml",
    N_("Resources, work, costs, percentages below 100 and links other than from an end to a start are left out."),
    roadmap_mspdi_recognises, roadmap_mspdi_import },
  { NULL },
};

Roadmap *
roadmap_import_open_template (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "templates", "1-empty.xml", NULL);
  g_autoptr (RoadmapDocument) document = roadmap_document_open_path (path, NULL);

  return document != NULL ? g_object_ref (roadmap_document_get_roadmap (document)) : NULL;
}

const RoadmapImporter *
roadmap_import_get_importers (void)
{
  return importers;
}

const RoadmapImporter *
roadmap_import_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (const RoadmapImporter *importer = importers; importer->id != NULL; importer++)
    if (g_ascii_strcasecmp (importer->id, id) == 0)
      return importer;
  return NULL;
}

const RoadmapImporter *
roadmap_import_recognise (GBytes     *content,
                          const char *name)
{
  g_return_val_if_fail (content != NULL && name != NULL, NULL);

  for (const RoadmapImporter *importer = importers; importer->id != NULL; importer++)
    if (importer->recognises (content, name))
      return importer;
  return NULL;
}

const RoadmapImporter *
roadmap_import_recognise_file (GFile *file)
{
  g_autofree char *name = roadmap_file_dup_display_name (file);
  g_autofree char *start = g_malloc (START_SIZE);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GBytes) content = NULL;
  gsize size = 0;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    return NULL;
  stream = G_INPUT_STREAM (g_file_read (file, NULL, NULL));
  if (stream == NULL || !g_input_stream_read_all (stream, start, START_SIZE, &size, NULL, NULL))
    return NULL;

  content = g_bytes_new_static (start, size);
  return roadmap_import_recognise (content, name);
}

static Roadmap *
import (GBytes                      *content,
        const char                  *name,
        const RoadmapImporter       *importer,
        const RoadmapImportOptions  *options,
        GError                     **error)
{
  if (content == NULL)
    return NULL;
  if (importer == NULL)
    importer = roadmap_import_recognise (content, name);
  if (importer != NULL)
    return importer->read (content, name, options, error);

  g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_FORMAT,
               _("%s: this is neither a CSV table nor a project plan; choose another file"), name);
  return NULL;
}

Roadmap *
roadmap_import_file (GFile                       *file,
                     const RoadmapImporter       *importer,
                     const RoadmapImportOptions  *options,
                     GError                     **error)
{
  g_autofree char *name = roadmap_file_dup_name (file);
  g_autoptr (GBytes) content = roadmap_file_load (file, NULL, error);

  return import (content, name, importer, options, error);
}

Roadmap *
roadmap_import_path (const char                  *path,
                     const RoadmapImporter       *importer,
                     const RoadmapImportOptions  *options,
                     GError                     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GBytes) content = roadmap_file_read (path, error);

  return import (content, name, importer, options, error);
}
