/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/import.h"

G_BEGIN_DECLS

/* Project plans in Microsoft's project data interchange format, MSPDI: those of export/mspdi.h, whose items come back as
 * they were as far as the plan still says the same, and those of other programs.  Tasks that another has taken out (IsNull,
 * inactive) are passed over; of links those from the end of one bar to the start of another are kept.  How it becomes a roadmap,
 * document/plan.h says. */

/* Whether its outermost element is a Project in Microsoft's namespace. */
gboolean  roadmap_mspdi_recognises (GBytes                      *content,
                                    const char                  *name);
Roadmap  *roadmap_mspdi_import     (GBytes                      *content,
                                    const char                  *name,
                                    const RoadmapImportOptions  *options,
                                    GError                     **error);

G_END_DECLS
