/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The roadmaps opened lately, from the desktop's list of recent files. */

/* Notes that @file was opened. */
void        roadmap_recent_add         (GFile *file);
/* (transfer full): GtkRecentInfo by GtkRecentInfo, newest first, of the files that are still there. */
GPtrArray  *roadmap_recent_list        (void);
/* A menu whose entries call "win.open-uri", newest first, kept up to date.  (transfer full) */
GMenuModel *roadmap_recent_create_menu (void);

G_END_DECLS
