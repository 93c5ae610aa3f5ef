/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "app/application.h"
#include "app/window-private.h"

/* A window with a copy of the shipped roadmap, 1400 × 900 pixels. */

typedef struct
{
  char               *folder;
  GFile              *file;   /* a copy of the shipped roadmap */
  RoadmapWindow      *window; /* shows it */
} Fixture;

/* One for all tests, as a process has only one. */
extern RoadmapApplication *fixture_application;

/* Once, after g_test_init(). */
void         fixture_init       (void);
/* For g_test_add(). */
void         fixture_set_up     (Fixture       *fixture,
                                 gconstpointer  data);
void         fixture_tear_down  (Fixture       *fixture,
                                 gconstpointer  data);
/* Lets the program run a little, and until nothing is being saved. */
void         fixture_settle     (void);
RoadmapItem *fixture_look_up    (Fixture       *fixture,
                                 const char    *id);
void         fixture_activate   (Fixture       *fixture,
                                 const char    *action);
/* One step that sets the status of a bar. */
void         fixture_set_status (Fixture       *fixture,
                                 const char    *id,
                                 const char    *status);
/* (transfer none): the timeline's child for the bar, or NULL. */
GtkWidget   *fixture_find_bar   (Fixture       *fixture,
                                 const char    *id);
