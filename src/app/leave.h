/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Leaves the program: each window with unsaved work asks, one after another, and only when all have been answered they
 * close.  An answer that is no, a save that fails or a form with entries of its own keeps all of them open. */
void roadmap_leave (GtkApplication *application);

G_END_DECLS
