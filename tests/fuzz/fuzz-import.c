/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* A file of another program: a project plan if it looks like one, else a table.  What it becomes can be written and read
 * again. */

#include "config.h"

#include "document/import.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  const RoadmapImporter *importer = roadmap_import_recognise (bytes, "fuzz.xml");
  const RoadmapImportOptions options = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (Roadmap) roadmap = NULL;

  if (importer == NULL)
    importer = roadmap_import_find ("csv");
  roadmap = importer->read (bytes, "fuzz.csv", &options, &error);
  fuzz_check_error (roadmap, error);
  if (roadmap != NULL)
    fuzz_check_again (roadmap);
  return 0;
}
