/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/import-csv.h"

#include "document/csv-items.h"
#include "document/csv-plan.h"
#include "document/encoding.h"

gboolean
roadmap_csv_recognises (GBytes     *content,
                        const char *name)
{
  static const char *const suffixes[] = { ".csv", ".tsv" };
  g_autofree char *folded = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (folded, suffixes[i]))
      return TRUE;
  return FALSE;
}

Roadmap *
roadmap_csv_import (GBytes                      *content,
                    const char                  *name,
                    const RoadmapImportOptions  *options,
                    GError                     **error)
{
  g_autoptr (GBytes) text = roadmap_encoding_guess_utf8 (content, name, error);
  g_autoptr (GPtrArray) rows = text != NULL ? roadmap_csv_parse (text, name, error) : NULL;

  if (rows == NULL)
    return NULL;
  if (roadmap_csv_are_items (rows))
    return roadmap_csv_read_items (rows, name, error);
  return roadmap_csv_read_plan (rows, content, name, options, error);
}
