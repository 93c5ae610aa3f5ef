/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "export/formats.h"

G_BEGIN_DECLS

/* The roadmap as one flat table for machines, by the rules of 総務省「統計表における機械判読可能なデータの表記方法の統一ルール」
 * (December 2020): one line of heads, a row for each item, one datum a cell, nothing merged, nothing left blank because it
 * is as above, numbers that are numbers only, dates by ISO 8601, and beside them the era with the Western year.
 * Lines and quotes are those of RFC 4180, in UTF-8.
 *
 * The columns come from the schema, those in which nothing would stand left out:
 *
 *   id, kind, parent, path  path: the titles of what stands around the item in the roadmap, for people
 *   language                that of the wording in columns without one: TITLE, beside TITLE@en
 *   FIELD                   one line of words; a value; an id
 *   FIELD.exact             the wording as in the file, where it is more than one line of words; a value that the item
 *                           says itself, though it would inherit the same
 *   FIELD.date              of a period the first day (the last, of an end)
 *   FIELD.words             of a period or date: 令和2年度（2020）第1四半期
 *   FIELD.1, FIELD.2 …      ids that the item links to
 *
 * What an item inherits stands in its row too.  With charts or a filter given, what stands in other charts or is not shown
 * is left out, and links to it. */
gboolean roadmap_csv_write (const RoadmapExportOptions  *options,
                            GOutputStream               *stream,
                            GCancellable                *cancellable,
                            GError                     **error);

G_END_DECLS
