/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Appends the status of a bar or measure and its follow-ups, newest first: status and date; meeting, fiscal year and
 * author; progress, plan and what stands under them; the evidence.  A follow-up that repeats another (再掲) shows the
 * words of that one and leads to it.  Without any of this a line says so. */
void roadmap_followup_list_append (GtkBox      *box,
                                   Roadmap     *roadmap,
                                   RoadmapItem *item,
                                   const char  *language);

G_END_DECLS
