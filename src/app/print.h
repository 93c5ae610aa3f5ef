/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* The timeline on paper: what chart/pages lays out, handed to GTK's printing or written as a PDF.
 *
 * @charts are RoadmapItem of kind chart in the order of printing; @language is the content's, NULL for the document's
 * own; @today may be NULL: then no line marks it.  Paper is A3 landscape until someone chooses another, and stays as
 * chosen until the program ends. */

typedef void (*RoadmapPrintFailedFunc) (const GError *error,
                                        gpointer      user_data);

/* Asks how to print, and prints.  Returns before all is printed where the system can do so; @failed is called when it
 * cannot be printed, unless @parent has gone by then, and not when someone thinks better of it. */
void               roadmap_print_run           (GtkWindow               *parent,
                                                Roadmap                 *roadmap,
                                                GPtrArray               *charts,
                                                const char              *language,
                                                const GDate             *today,
                                                RoadmapPrintFailedFunc   failed,
                                                gpointer                 user_data);
/* What roadmap_print_run() runs, for running it in another way. */
GtkPrintOperation *roadmap_print_operation_new (Roadmap                 *roadmap,
                                                GPtrArray               *charts,
                                                const char              *language,
                                                const GDate             *today);

/* Writes a PDF, as a whole or not at all. */
gboolean           roadmap_print_to_pdf        (GFile                   *target,
                                                Roadmap                 *roadmap,
                                                GPtrArray               *charts,
                                                const char              *language,
                                                const GDate             *today,
                                                GError                 **error);

G_END_DECLS
