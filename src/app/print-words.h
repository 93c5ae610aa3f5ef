/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "app/print-job.h"

G_BEGIN_DECLS

/* (transfer none): what people call the paper of this name. */
const char *roadmap_print_words_paper   (const char   *name);
/* (transfer full): "14 pages · A3 landscape · text 8.1 pt". */
char       *roadmap_print_words_summary (RoadmapPages *pages);

G_END_DECLS
