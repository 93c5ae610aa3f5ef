/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Names for what GTK 4.8 and libadwaita 1.2 make and leave nameless, or name twice: from now on, in every window, their
 * own ones too.  A screen reader would else read out the names of classes.  To be called once. */
void roadmap_accessible_names_init (void);
/* The same for what has come into a window since, without waiting until it is shown. */
void roadmap_accessible_names_give (GtkWidget *top);

G_END_DECLS
