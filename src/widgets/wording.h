/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Words of a roadmap as labels.  Adopted wording stands in normal text; what is ours – translations, remarks – in
 * italics and dimmer, and a translation is named as ours.
 *
 * @translation is the language to read in if that is not the document's own, else NULL: then there is nothing to
 * translate.
 *
 * Links in labels: "item:ID" activates the action "details.select-item" with the id; web addresses are opened. */

/* Whether the item's words in @language (NULL: the document's own) were never adopted. */
gboolean   roadmap_wording_is_ours        (RoadmapItem *item,
                                           const char  *language);

/* Tells what is ours from adopted wording: dimmer, and slanted if @language has slanted letters. */
void       roadmap_wording_style          (GtkWidget   *label,
                                           const char  *language,
                                           gboolean     ours);
/* For "activate-link": as above.  Returns that nothing else is to be done. */
gboolean   roadmap_wording_open_link      (GtkLabel    *label,
                                           const char  *uri);

GtkWidget *roadmap_wording_label_new      (const char  *markup,
                                           const char  *language,
                                           gboolean     ours);
/* Appends the value of a text field, and its translation. */
void       roadmap_wording_append_field   (GtkBox      *box,
                                           Roadmap     *roadmap,
                                           RoadmapItem *item,
                                           const char  *field,
                                           const char  *translation);
/* Appends what items with a text say, each with the paragraphs nested in it behind their markers; then all of it in
 * translation. */
void       roadmap_wording_append_items   (GtkBox      *box,
                                           Roadmap     *roadmap,
                                           GPtrArray   *items,
                                           const char  *translation);

G_END_DECLS
