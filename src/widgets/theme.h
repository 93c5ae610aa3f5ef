/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "chart/style.h"

G_BEGIN_DECLS

/* The theme the desktop asks for at the moment: light or dark, with high contrast or without. */
RoadmapTheme roadmap_theme_get_current (void);
/* Calls @changed with @object, as with G_CONNECT_SWAPPED, whenever that changes and as long as @object lives. */
void         roadmap_theme_connect     (gpointer      object,
                                        GCallback     changed);
/* Gives @widget the style class @name, or takes it away. */
void         roadmap_theme_set_class   (GtkWidget    *widget,
                                        const char   *name,
                                        gboolean      set);

G_END_DECLS
