/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "model/filter.h"

G_BEGIN_DECLS

/* The timeline on paper: what chart/pages lays out, handed to GTK's printing or written as a PDF.  Paper is A3 landscape
 * until someone chooses another, and stays as chosen until the program ends. */

typedef struct
{
  Roadmap       *roadmap;
  GPtrArray     *charts;   /* RoadmapItem of kind chart, in the order of printing */
  const char    *language; /* of the content; NULL: the document's own */
  const GDate   *today;    /* (nullable): no line for it, and nothing is late */
  RoadmapFilter *filter;   /* (nullable): all is printed */
} RoadmapPrintOptions;

typedef void (*RoadmapPrintFailedFunc) (const GError *error,
                                        gpointer      user_data);

/* Asks how to print, and prints.  Returns before all is printed where the system can do so; @failed is called when it
 * cannot be printed, unless @parent has gone by then, and not when someone thinks better of it. */
void               roadmap_print_run           (GtkWindow                 *parent,
                                                const RoadmapPrintOptions *options,
                                                RoadmapPrintFailedFunc     failed,
                                                gpointer                   user_data);
/* What roadmap_print_run() runs, for running it in another way. */
GtkPrintOperation *roadmap_print_operation_new (const RoadmapPrintOptions *options);

/* Writes a PDF, as a whole or not at all. */
gboolean           roadmap_print_to_pdf        (GFile                     *target,
                                                const RoadmapPrintOptions *options,
                                                GError                   **error);

G_END_DECLS
