/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/* What keeps work from being lost when the program goes down: each document that a window shows has a journal, and what an
 * earlier run has left is offered. */

/* Begins the journal of the document that @window shows now, and soon offers what is left of an earlier run for its
 * file. */
void roadmap_recovery_attach     (RoadmapWindow *window);
/* Takes the journal away: the window is closed. */
void roadmap_recovery_detach     (RoadmapWindow *window);
/* Soon offers in @window what is left of any roadmap: the program has been started without one. */
void roadmap_recovery_offer_left (RoadmapWindow *window);

G_END_DECLS
