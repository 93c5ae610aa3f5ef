/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the outermost element of a file says of all that is in it; reader.c asks whether it can be read. */
typedef struct
{
  const char *element;  /* its name; NULL if it is none of ours (document/element.h) */
  const char *version;  /* of the format; this and the language are NULL if they are not stated */
  const char *language;
} RoadmapHead;

/* Whether this is the head of a roadmap, or of a fragment (document/fragment.h).  Fails with ROADMAP_ERROR_FORMAT and a
 * sentence that does not say where.  A newer version of the format is an error, unless a roadmap is read by somebody
 * who wants to know of it in @newer. */
gboolean    roadmap_head_check_roadmap      (const RoadmapHead  *head,
                                             gboolean           *newer,
                                             GError            **error);
gboolean    roadmap_head_check_fragment     (const RoadmapHead  *head,
                                             GError            **error);

/* What to say of a roadmap that is of a newer version. */
const char *roadmap_head_get_newer_sentence (void);

G_END_DECLS
