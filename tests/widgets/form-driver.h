/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/item-form-private.h"

G_BEGIN_DECLS

/* Fills in forms by their widgets, as people do. */

/* The field, which must be there.  @language is NULL for the document's own. */
RoadmapFormField *form_get        (RoadmapItemForm  *form,
                                   const char       *name,
                                   const char       *language);
/* Has the field's widget say @value, NULL being nothing. */
void              form_enter      (RoadmapItemForm  *form,
                                   RoadmapFormField *field,
                                   const char       *value);
/* (transfer full): a value that is allowed and not the one the field has. */
char             *form_dup_other  (RoadmapItemForm  *form,
                                   RoadmapFormField *field);
/* The first widget of @type in @top, or NULL. */
GtkWidget        *form_find_below (GtkWidget        *top,
                                   GType             type);

G_END_DECLS
