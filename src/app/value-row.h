/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An AdwComboRow that picks the value of a string property of some object.  The row follows the property, and the
 * property the row; a value that is not among those offered shows as the first of them. */

void     roadmap_value_row_bind       (AdwComboRow        *row,
                                       GObject            *object,
                                       const char         *property);
/* What is offered, both of one length, ending with NULL.  @labels are shown. */
void     roadmap_value_row_set_values (AdwComboRow        *row,
                                       const char *const  *values,
                                       const char *const  *labels);
/* How many are offered. */
guint    roadmap_value_row_get_n_values (AdwComboRow      *row);

G_END_DECLS
