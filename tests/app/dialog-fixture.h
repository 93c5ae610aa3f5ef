/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "document/document.h"
#include "model/history.h"

G_BEGIN_DECLS

/* A dialog that edits the shipped roadmap, used as people use it, by its widgets: templates name these, and rows made in C
 * are found by their titles. */

typedef struct
{
  RoadmapDocument *document;
  Roadmap         *roadmap;
  RoadmapHistory  *history;
  char            *folder;
  GtkWidget       *dialog; /* NULL once it has closed */
} DialogFixture;

#define SHORTLY 100 /* milliseconds */

/* For g_test_add(); @data is the name of another file of tests/data, NULL for the shipped roadmap. */
void dialog_set_up (DialogFixture *fixture, gconstpointer data);
/* What all tests begin with, whatever was remembered from others. */
void dialog_reset_settings (const char *schema);
void dialog_tear_down (DialogFixture *fixture, gconstpointer data);
RoadmapItem *dialog_get_item (DialogFixture *fixture, const char *id);
const char *dialog_get_value (DialogFixture *fixture, const char *id, const char *field);
void dialog_pump (int milliseconds);
void dialog_show (DialogFixture *fixture, GtkWidget *dialog);
gpointer dialog_find (DialogFixture *fixture, const char *name);
void dialog_write_entry (DialogFixture *fixture, const char *name, const char *text);
void dialog_write_text (GtkTextView *view, const char *text);
void dialog_pick (DialogFixture *fixture, const char *row, guint position);
void dialog_pick_text (DialogFixture *fixture, const char *row, const char *text);
const char *dialog_get_picked (DialogFixture *fixture, const char *row);
gboolean dialog_can_save (DialogFixture *fixture);
void dialog_save (DialogFixture *fixture);
void dialog_assert_closed (DialogFixture *fixture);
void dialog_assert_one_step (DialogFixture *fixture, const char *name);
void dialog_close_and_keep (DialogFixture *fixture);
void dialog_assert_fits (DialogFixture *fixture);

G_END_DECLS
