/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "export/formats.h"

G_BEGIN_DECLS

/* The charts as a project in Microsoft's project data interchange format (MSPDI, the schema mspdi_pj12.xsd, with the
 * elements for tasks that are not moved by themselves from a later one).
 *
 * Tasks are the bars and milestones, under the charts, stages, lanes, roadblocks and measures they stand under in the outline
 * (model/outline.h), each only in the first of its places.  A bar begins at 8:00 on the first day of its span and is finished
 * at 17:00 on the last, a milestone is reached on the last day of its period.  Links are those of the field `after`, with
 * the lag that leaves both where they are.  What a task has no element for is in extended attributes, named as the columns of
 * export/csv.h; document/import-mspdi reads them. */
gboolean roadmap_mspdi_write (const RoadmapExportOptions  *options,
                              GOutputStream               *stream,
                              GCancellable                *cancellable,
                              GError                     **error);

G_END_DECLS
