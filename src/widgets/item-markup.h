/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* What items say as Pango markup. */

/* As roadmap_item_dup_label(), with the number in the hue of the lane, as it can be read in the current theme. */
char *roadmap_item_dup_label_markup  (RoadmapItem *item,
                                      const char  *language);
/* The number alone, in the hue; NULL if the item has none.  A milestone has a diamond, as on the timeline. */
char *roadmap_item_dup_number_markup (RoadmapItem *item);

/* A MARKUP value for a GtkLabel: <ref to="ID"> becomes a raised link to "item:ID", which tells the words of that item of
 * @roadmap in @language when pointed at (@roadmap may be NULL); <link href="URI"> a link to URI.  Text that is not
 * well-formed is shown as it is. */
char *roadmap_markup_to_pango        (const char  *markup,
                                      Roadmap     *roadmap,
                                      const char  *language);

/* @markup is in @language.  It is told to Pango, so that Japanese has Japanese letter forms on any desktop. */
void  roadmap_label_set_words        (GtkLabel    *label,
                                      const char  *markup,
                                      const char  *language);
/* Marks where the label, whose words were just set, holds any word of @query (NULL: nothing is marked). */
void  roadmap_label_mark_hits        (GtkLabel    *label,
                                      const char  *query);

G_END_DECLS
