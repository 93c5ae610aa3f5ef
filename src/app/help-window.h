/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The help: a list of topics, and the one that is chosen.  It comes with the program, so that it can be read in a sandbox
 * and without a help browser. */

#define ROADMAP_TYPE_HELP_WINDOW (roadmap_help_window_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapHelpWindow, roadmap_help_window, ROADMAP, HELP_WINDOW, AdwWindow)

/* Brings up the help of the program, above @parent (nullable); there is at most one. */
void roadmap_help_window_present (GtkApplication *application,
                                  GtkWindow      *parent);

G_END_DECLS
