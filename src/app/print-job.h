/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "app/print-choices.h"
#include "chart/layout.h"

G_BEGIN_DECLS

/* A roadmap with what was chosen to print of it, as pages.  It is a value: choosing otherwise makes another. */

/* What choices are about. */
typedef struct
{
  Roadmap       *roadmap;     /* as it is now */
  const char    *language;    /* (nullable): where none is chosen; NULL: the document's own */
  const GDate   *today;       /* (nullable): no line for it, and nothing is late */
  RoadmapFilter *filter;      /* (nullable): all */
  const char    *file_name;   /* (nullable) */
  const char    *fingerprint; /* (nullable): of the file */
} RoadmapPrintSource;

typedef struct _RoadmapPrintJob RoadmapPrintJob;

/* @since (nullable) is an older version that changes are shown since.  Fails with ROADMAP_ERROR_INVALID and a
 * sentence if there is nothing to print, or the edition cannot be had. */
RoadmapPrintJob     *roadmap_print_job_new         (const RoadmapPrintSource  *source,
                                                    RoadmapPrintChoices       *choices,
                                                    Roadmap                   *since,
                                                    GError                   **error);
RoadmapPrintJob     *roadmap_print_job_ref         (RoadmapPrintJob           *self);
void                 roadmap_print_job_unref       (RoadmapPrintJob           *self);

/* (transfer none): laid out when it is first asked for, which takes its time. */
RoadmapPages        *roadmap_print_job_get_pages   (RoadmapPrintJob           *self);
/* (transfer full): the same on another paper. */
RoadmapPages        *roadmap_print_job_lay_out     (RoadmapPrintJob           *self,
                                                    const RoadmapPaper        *paper);
/* The roadmap that is printed, which may be an older edition, and in what language. */
Roadmap             *roadmap_print_job_get_roadmap (RoadmapPrintJob           *self);
const char          *roadmap_print_job_get_language (RoadmapPrintJob          *self);
/* Whether the roadmap has anything for a layout. */
gboolean             roadmap_print_job_applies     (RoadmapPrintJob           *self,
                                                    const RoadmapLayout       *layout);
/* (transfer full): the names of the layouts it prints, in order. */
char               **roadmap_print_job_list_layouts (RoadmapPrintJob          *self);
/* (transfer full): the names of the layouts of a meeting pack of it. */
char               **roadmap_print_job_list_pack   (RoadmapPrintJob           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapPrintJob, roadmap_print_job_unref)

G_END_DECLS
