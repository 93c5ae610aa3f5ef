/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "model/item.h"

G_BEGIN_DECLS

/* The letter of a status on its colour, as on a bar of the timeline, or the letter of a category on a neutral
 * ground.  The title is its tooltip and its name for a screen reader. */

#define ROADMAP_TYPE_CHIP (roadmap_chip_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapChip, roadmap_chip, ROADMAP, CHIP, GtkWidget)

GtkWidget *roadmap_chip_new      (void);
/* @item is of kind status or category; without one the chip hides. */
void       roadmap_chip_set_item (RoadmapChip *self,
                                  RoadmapItem *item,
                                  const char  *language);

G_END_DECLS
