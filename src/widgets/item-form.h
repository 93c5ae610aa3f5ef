/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* A form with all fields of an item, of whatever kind, as the schema has them: the wording, its translations, time, place,
 * classification, links, provenance.  Nothing in the roadmap changes by it; roadmap_item_form_get_edits() says what would
 * have to.
 *
 * Values are checked while they are entered, and the sentence that says what is wrong stands under the field.  Undo goes
 * back over all fields in the order of editing.  Adopted wording can be read, but not edited before
 * roadmap_item_form_unlock(), unless the roadmap is being amended.  Moving an inferred span makes it a confirmed one,
 * unless a basis was chosen by hand.
 *
 * signal "changed" (RoadmapItemForm *self): a value, or what is wrong, is another now.
 *
 * actions "form.unlock", "form.add-language" (the language, a string): what its buttons do. */

#define ROADMAP_TYPE_ITEM_FORM (roadmap_item_form_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapItemForm, roadmap_item_form, ROADMAP, ITEM_FORM, GtkBox)

/* @item is of @roadmap, or of none yet; then it is going to stand in @parent, which is NULL otherwise.  @language is the
 * content's, NULL for the document's own. */
GtkWidget   *roadmap_item_form_new          (Roadmap         *roadmap,
                                             RoadmapItem     *item,
                                             RoadmapItem     *parent,
                                             const char      *language);

/* (transfer full) (element-type RoadmapEdit): what makes the item what the form says, in the order it may be done. */
GPtrArray   *roadmap_item_form_get_edits    (RoadmapItemForm *self);
gboolean     roadmap_item_form_has_edits    (RoadmapItemForm *self);
/* (transfer full): a copy of the item, with what is in it, and with the values of the form. */
RoadmapItem *roadmap_item_form_build        (RoadmapItemForm *self);
/* A sentence, why this cannot be saved; NULL if it can. */
const char  *roadmap_item_form_get_problem  (RoadmapItemForm *self);
/* Says it under the field even if that was not touched, scrolls to the field and gives it the focus. */
void         roadmap_item_form_show_problem (RoadmapItemForm *self);

void         roadmap_item_form_undo         (RoadmapItemForm *self);
void         roadmap_item_form_redo         (RoadmapItemForm *self);
gboolean     roadmap_item_form_can_undo     (RoadmapItemForm *self);
gboolean     roadmap_item_form_can_redo     (RoadmapItemForm *self);

void         roadmap_item_form_unlock       (RoadmapItemForm *self);
/* Whether adopted wording was unlocked by hand. */
gboolean     roadmap_item_form_get_unlocked (RoadmapItemForm *self);

G_END_DECLS
