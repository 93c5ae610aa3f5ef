/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/history.h"

/* What somebody does who is going to be killed: steps that follow from a number alone, so that it is known afterwards what the
 * roadmap was after each. */

typedef struct
{
  GRand *random;
  guint  n_done; /* steps */
} KillScript;

/* Takes the next step: a status, a span, a follow-up, a new item, a move, a removal; an undo; a redo.  It always changes
 * something. */
void  kill_script_step   (KillScript     *script,
                          Roadmap        *roadmap,
                          RoadmapHistory *history);
/* (transfer full): the SHA-256 of all there is to the roadmap. */
char *kill_script_sum_up (Roadmap        *roadmap);
