/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For the programs that bench-window starts: says on standard output when a frame has been painted, and ends the program. */

/* Whether what the user waits for is in the frame that was just painted. */
typedef gboolean (*FirstFrameFunc) (GtkWindow *window);

/* For each window that @application opens.  With KOTEIHYO_BENCH_MEMORY in the environment the program goes on until nothing has
 * been left to do for a second, and says how much of it is in memory. */
void first_frame_watch (GtkApplication *application,
                        FirstFrameFunc  is_complete);

G_END_DECLS
