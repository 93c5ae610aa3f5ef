/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* (transfer floating): a popover with the words of the notes that @item refers to; NULL if it refers to none.  @language is
 * that of a translation to show below them, or NULL. */
GtkWidget *roadmap_note_popover_new (Roadmap     *roadmap,
                                     RoadmapItem *item,
                                     const char  *language);

G_END_DECLS
