/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/history.h"

/* Steps of edits at random, as many for rare kinds of items as for common ones.  All that is random comes from GLib's global
 * generator, so that the same seed does the same to the same roadmap. */

/* How often something was done in steps that stood. */
typedef struct
{
  GHashTable *counts; /* "set bar title", "clear bar status", "insert bar", "remove bar", "move bar" … → number */
  guint       n_edits, n_refused;
  guint       n_steps, n_failed, n_rolled_back;
} RandomTally;

void  random_tally_init      (RandomTally    *tally);
void  random_tally_clear     (RandomTally    *tally);
/* Every kind but the outermost was inserted, removed, moved and set, and every field of every kind set; each that is not required
 * was also taken away. */
void  random_tally_assert_all (RandomTally   *tally);

/* One step of a few edits, of which some are refused; it stands, breaks a rule or is rolled back.  Sometimes it is an undo or a
 * redo instead, or is joined with the step before. */
void  random_edits_take_step (Roadmap        *roadmap,
                              RoadmapHistory *history,
                              RandomTally    *tally);
