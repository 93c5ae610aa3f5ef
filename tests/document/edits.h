/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/history.h"

/* Edits at random, of all kinds, mostly such as may be made. */

/* One to be applied now; g_test_rand_int_range() decides. */
RoadmapEdit *edits_create    (Roadmap         *roadmap);
/* One as a step of its own.  What does not keep the rules is taken back by the history; whether it stands. */
gboolean     edits_take_step (Roadmap         *roadmap,
                              RoadmapHistory  *history);
/* A step of several edits, an undo, a redo, or a step that is rolled back.  Whether the roadmap has been changed by it. */
gboolean     edits_go_on     (Roadmap         *roadmap,
                              RoadmapHistory  *history);
