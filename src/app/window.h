/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A window shows one roadmap file, or the invitation to open one. */

#define ROADMAP_TYPE_WINDOW (roadmap_window_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapWindow, roadmap_window, ROADMAP, WINDOW, AdwApplicationWindow)

RoadmapWindow *roadmap_window_new         (AdwApplication *application,
                                           const GDate    *today);

/* Opens @file here, if the window is still empty, or in a new window; a file that is open already is only brought to the
 * front.  Of another program's file, such as a table, a new roadmap is made (document/import.h).  When it cannot be read the window says why and keeps what it has. */
void           roadmap_window_open        (RoadmapWindow  *self,
                                           GFile          *file);
/* The file that is shown, or NULL. */
GFile         *roadmap_window_get_file    (RoadmapWindow  *self);
void           roadmap_window_set_today   (RoadmapWindow  *self,
                                           const GDate    *today);
/* Whether there is work that is not in the file. */
gboolean       roadmap_window_is_modified (RoadmapWindow  *self);

G_END_DECLS
