/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "export/formats.h"

G_BEGIN_DECLS

/* A roadmap on its way into files of another format, in a thread: what is exported is the roadmap as it is now,
 * whatever is done to it meanwhile. */

/* What was chosen; what the format has no use for is passed over. */
typedef struct
{
  const RoadmapExportFormat *format;
  const char                *language;    /* (nullable): the roadmap's own */
  const char                *chart;       /* (nullable): the id of the only one; else all */
  RoadmapFilter             *filter;      /* (nullable): all */
  const GDate               *today;
  const char                *file_name;   /* (nullable): of the roadmap's file */
  const char                *fingerprint; /* (nullable): of its bytes */
  const char                *layout;      /* a name of chart/layout.h, or ROADMAP_LAYOUT_PACK_NAME */
  RoadmapPaper               paper;
  gboolean                   mark;
  double                     scale;
} RoadmapExportChoice;

typedef struct _RoadmapExportJob RoadmapExportJob;

RoadmapExportJob *roadmap_export_job_new        (Roadmap                    *roadmap,
                                                 const RoadmapExportChoice  *choice);
RoadmapExportJob *roadmap_export_job_ref        (RoadmapExportJob           *self);
void              roadmap_export_job_unref      (RoadmapExportJob           *self);

/* Writes @target, as a whole or not at all; or, where a file of the format holds one page and there are several,
 * files beside it with the pages' numbers in their names, each of them as a whole.
 *
 * Fails with a sentence for people: with G_IO_ERROR_EXISTS if one of the files is there already and @replace is not
 * set. */
void              roadmap_export_job_run        (RoadmapExportJob           *self,
                                                 GFile                      *target,
                                                 gboolean                    replace,
                                                 GCancellable               *cancellable,
                                                 GAsyncReadyCallback         callback,
                                                 gpointer                    user_data);
/* (transfer full): the GFiles that were written; NULL on failure. */
GPtrArray        *roadmap_export_job_finish     (RoadmapExportJob           *self,
                                                 GAsyncResult               *result,
                                                 GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapExportJob, roadmap_export_job_unref)

G_END_DECLS
