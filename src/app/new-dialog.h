/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "model/template.h"

G_BEGIN_DECLS

/* Asks what a new roadmap is to be: which template, its title, language, years, and stages or lanes.
 *
 * signal "created" (RoadmapNewDialog *self, Roadmap *roadmap): the roadmap was made; the dialog closes after that. */

#define ROADMAP_TYPE_NEW_DIALOG (roadmap_new_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapNewDialog, roadmap_new_dialog, ROADMAP, NEW_DIALOG, AdwWindow)

/* @folder has the templates, as files that are offered in the order of their names.  A template that cannot be read is left
 * out; without any the dialog says so. */
GtkWidget *roadmap_new_dialog_new (GtkWindow   *parent,
                                   const char  *folder,
                                   const GDate *today);

G_END_DECLS
