/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Builds a roadmap from the content of a file, in any encoding that roadmap_encoding_to_utf8() takes.
 *
 * Elements and attributes that no kind or field is named after are passed over.  All else is checked; the first
 * thing that is wrong becomes the error: ROADMAP_ERROR_SYNTAX, ROADMAP_ERROR_FORMAT or ROADMAP_ERROR_INVALID, with a
 * message of the form "NAME:LINE: sentence". */
Roadmap *roadmap_read      (GBytes      *bytes,
                            const char  *name,
                            GError     **error);
/* The same for text that has come from roadmap_encoding_to_utf8(). */
Roadmap *roadmap_read_text (GBytes      *text,
                            const char  *name,
                            GError     **error);

/* The items of a fragment (document/fragment.h), which belong to no roadmap; where their links lead and whether their
 * ids are free is not looked at.  @language, which may be NULL, becomes that of their wording; the caller frees it.
 * (transfer full) */
GPtrArray *roadmap_read_items (GBytes      *bytes,
                               const char  *name,
                               char       **language,
                               GError     **error);

/* Where an item's element stands in the file's text, in bytes; end is 0 if it does not stand there any more. */
typedef struct
{
  guint32 start, end;
} RoadmapExtent;

/* What else there is to know about a file. */
typedef struct
{
  /* It has a later version of the format than this program writes.  What is not understood in it was passed over,
   * values too, so it must not be written again from the roadmap. */
  gboolean newer;
  /* RoadmapExtent; an item's serial is the index of its own + 1.  The caller frees it, also after an error. */
  GArray  *extents;
} RoadmapReadFacts;

/* As roadmap_read_text(), which refuses newer versions, for a reader who is content with what can be understood of
 * them. */
Roadmap *roadmap_read_any  (GBytes           *text,
                            const char       *name,
                            RoadmapReadFacts *facts,
                            GError          **error);

G_END_DECLS
