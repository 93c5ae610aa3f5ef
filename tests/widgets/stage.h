/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "sample.h"
#include "widgets/view-state.h"

G_BEGIN_DECLS

/* A widget in a window, with the roadmap of tests/model/sample.h in its state. */
typedef struct
{
  Roadmap          *roadmap;
  RoadmapViewState *state;
  GtkWidget        *window;
  GtkWidget        *widget;
} Stage;

/* As g_test_init(), for tests with a display. */
void       stage_init            (int         *argc,
                                  char      ***argv);

/* @type has a property "state". */
void       stage_open            (Stage       *stage,
                                  GType        type);
/* Nothing may outlive the window but what the test holds itself. */
void       stage_close           (Stage       *stage);
/* Waits until edits show, which they do at the next frame, and what follows from their layout at the one after. */
void       stage_settle          (Stage       *stage);

/* An edit as in tests/model/sample.h, which must be allowed. */
void       stage_apply           (Stage       *stage,
                                  const char  *edit);
/* Selects the item with this id, or nothing, in the state. */
void       stage_select          (Stage       *stage,
                                  const char  *id);
void       stage_assert_selected (Stage       *stage,
                                  const char  *id);

/* The first widget of @type in @top that can be seen; with a @text, the first label that says this.  NULL if there is
   none. */
GtkWidget *stage_find            (GtkWidget   *top,
                                  GType        type,
                                  const char  *text);
/* Whether this can be seen in the widget: whole labels, divided by line feeds. */
void       stage_assert_words    (Stage       *stage,
                                  const char  *wanted);
void       stage_assert_no_words (Stage       *stage,
                                  const char  *unwanted);

/* What a key does that @widget takes before its children; returns whether it did. */
gboolean   stage_press           (GtkWidget   *widget,
                                  guint        key);
/* The same of the widget itself, which takes it when none of its children did; waits until it shows. */
gboolean   stage_type            (Stage       *stage,
                                  guint        key,
                                  GdkModifierType modifiers);

/* The child for the item with this id of a stage that is a RoadmapSheetView, if it can be seen; else NULL. */
GtkWidget *stage_find_child      (Stage       *stage,
                                  const char  *id);

G_END_DECLS
