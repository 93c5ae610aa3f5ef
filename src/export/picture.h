/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "export/formats.h"

G_BEGIN_DECLS

/* One page as a picture, for slides and other documents: on paper without an end a whole chart.  `pages` and `page`
 * of the options say which, `scale` how large: 1 is 96 pixels an inch.  Both look alike everywhere, since letters are
 * drawn and not left to the fonts of whoever opens them.
 *
 * Fails with G_IO_ERROR_NOT_SUPPORTED if it would become larger than pictures can be. */

/* Vector shapes.  The picture has a title, and every item on it a name and, where it has one, its link. */
gboolean roadmap_picture_write_svg (const RoadmapExportOptions  *options,
                                    GOutputStream               *stream,
                                    GCancellable                *cancellable,
                                    GError                     **error);
/* Pixels. */
gboolean roadmap_picture_write_png (const RoadmapExportOptions  *options,
                                    GOutputStream               *stream,
                                    GCancellable                *cancellable,
                                    GError                     **error);

G_END_DECLS
