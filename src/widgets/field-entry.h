/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/field-row-private.h"

G_BEGIN_DECLS

/* What the fields that are edited in an entry have in common. */

GtkWidget *roadmap_field_entry_create       (RoadmapFieldRow *row);
char      *roadmap_field_entry_read         (GtkWidget       *widget);
/* Only what differs is replaced, and the cursor goes there. */
void       roadmap_field_entry_show         (GtkWidget       *widget,
                                             const char      *value);
void       roadmap_field_entry_set_editable (GtkWidget       *widget,
                                             gboolean         editable);
GtkWidget *roadmap_field_entry_get_focus    (GtkWidget       *widget);
/* Adds a button behind the text that opens @popover; it goes while the entry cannot be edited. */
GtkWidget *roadmap_field_entry_add_button   (GtkWidget       *widget,
                                             const char      *icon,
                                             const char      *name,
                                             GtkWidget       *popover);

G_END_DECLS
