/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "app/print-job.h"

G_BEGIN_DECLS

/* Pages handed to GTK's printing, or written as a PDF.  The dialog begins with their paper; pages are laid out anew
 * only if another is chosen there.  What else was chosen in it, such as the printer, stays until the program ends. */

typedef void (*RoadmapPrintFailedFunc) (const GError *error,
                                        gpointer      user_data);

/* Asks how to print, and prints; @page is the one that is the current page in the dialog.  Returns before all is printed
 * where the system can do so; @failed is called when it cannot be printed, unless @parent has gone by then, and not when
 * someone thinks better of it. */
void               roadmap_print_run           (GtkWindow               *parent,
                                                RoadmapPrintJob         *job,
                                                guint                    page,
                                                RoadmapPrintFailedFunc   failed,
                                                gpointer                 user_data);
/* What roadmap_print_run() runs, for running it in another way. */
GtkPrintOperation *roadmap_print_operation_new (RoadmapPrintJob         *job);

/* Writes a PDF that says it was made at @created, as a whole or not at all. */
gboolean           roadmap_print_to_pdf        (GFile                   *target,
                                                RoadmapPrintJob         *job,
                                                GDateTime               *created,
                                                GError                 **error);

G_END_DECLS
