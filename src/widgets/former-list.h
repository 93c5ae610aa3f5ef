/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "model/former-words.h"

G_BEGIN_DECLS

/* Appends what an edition changed: what it was, and the words that stood there before; where nothing did, it says so.
 * @words (element-type RoadmapFormerWords) are from @first on those of one edition; returns where the next one
 * begins. */
guint roadmap_former_list_append (GtkBox      *box,
                                  Roadmap     *roadmap,
                                  RoadmapItem *shown,
                                  GPtrArray   *words,
                                  guint        first,
                                  const char  *language);

G_END_DECLS
