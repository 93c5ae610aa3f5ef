/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A line above everything that is shown: an amendment is in progress, or what is shown is an earlier edition. */

#define ROADMAP_TYPE_EDITION_BAR (roadmap_edition_bar_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapEditionBar, roadmap_edition_bar, ROADMAP, EDITION_BAR, AdwBin)

typedef enum
{
  ROADMAP_EDITION_BAR_AMENDMENT,
  ROADMAP_EDITION_BAR_PAST,
} RoadmapEditionBarKind;

/* @text is what to tell, @label that of the button (with a mnemonic), @action what it does, with its target. */
void roadmap_edition_bar_reveal (RoadmapEditionBar     *self,
                                 RoadmapEditionBarKind  kind,
                                 const char            *text,
                                 const char            *label,
                                 const char            *action);
void roadmap_edition_bar_hide   (RoadmapEditionBar     *self);

G_END_DECLS
