/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text of several lines that is entered on a card, with its label above: as high as what stands in it, up to 240
 * pixels, from where it scrolls.  Tab leaves it, and undo takes back what was typed, not what was there before.
 *
 * Properties: "label" (string, with a mnemonic that leads to the text), "prominent" (boolean: the label is a heading
 * and an empty text has room for some lines; otherwise the label is a small caption).  A template reaches the text view
 * as the internal child "view".
 *
 * signal "changed" (RoadmapTextCard *self): the text was changed. */

#define ROADMAP_TYPE_TEXT_CARD (roadmap_text_card_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapTextCard, roadmap_text_card, ROADMAP, TEXT_CARD, GtkBox)

/* @text may be NULL. */
GtkWidget *roadmap_text_card_new          (const char      *label,
                                           const char      *text);

/* Replaces what differs from @text, and goes there.  From then on undo is somebody else's. */
void       roadmap_text_card_set_text     (RoadmapTextCard *self,
                                           const char      *text);
/* Puts @before and @after around what is selected, or failing that around @instead. */
void       roadmap_text_card_wrap_selection (RoadmapTextCard *self,
                                             const char      *before,
                                             const char      *instead,
                                             const char      *after);
/* Something to do with the text, at the end of the line of the label. */
void       roadmap_text_card_add_button   (RoadmapTextCard *self,
                                           GtkWidget       *button);
/* (transfer none): what has the focus. */
GtkWidget *roadmap_text_card_get_view     (RoadmapTextCard *self);
/* What was entered, a vertical tab as the line break it is in PowerPoint's clipboard; NULL if that is nothing but
 * space. */
char      *roadmap_text_card_dup_text     (RoadmapTextCard *self);
/* Text that cannot be edited looks like text, not like a field; it can still be read out and copied. */
void       roadmap_text_card_set_editable (RoadmapTextCard *self,
                                           gboolean         editable);
/* What a screen reader calls the text instead of its label. */
void       roadmap_text_card_set_name     (RoadmapTextCard *self,
                                           const char      *name);

G_END_DECLS
