/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Makes a row that picks among strings legible: the value stands under the title, where a long one has room to wrap and
 * a screen reader finds it, and the list opens at the entry that is picked.  For a new row, once. */
void roadmap_combo_row_prepare (AdwComboRow *row);

G_END_DECLS
