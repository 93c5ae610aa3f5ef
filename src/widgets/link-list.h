/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* A list of items to go to, each with its status and span.  Choosing one activates the action "details.select-item"
 * with its id.  @name is what a screen reader calls the list. */
GtkWidget *roadmap_link_list_new (Roadmap     *roadmap,
                                  GPtrArray   *items,
                                  const char  *name,
                                  const char  *language);

G_END_DECLS
