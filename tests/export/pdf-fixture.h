/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

#include "chart/pages.h"

/* Two pages of the plan of ../chart/plan.h: the stages, and the earlier plan. */
RoadmapPages *pdf_create_pages (Roadmap      *roadmap,
                                const char   *language);
/* As written on 2 January 2026 at 03:04:05 UTC. */
GBytes       *pdf_write        (RoadmapPages *pages);
GBytes       *pdf_create       (Roadmap      *roadmap,
                                const char   *language);
/* What a program says about it, which must succeed; in its command line FILE stands for the file's name. */
char         *pdf_run          (GBytes       *pdf,
                                const char   *command);
/* How often the bytes occur in the file. */
guint         pdf_count        (GBytes       *pdf,
                                const char   *needle);
