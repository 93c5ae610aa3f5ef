/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/xml.h"

G_BEGIN_DECLS

/* Copies stretches of an original into a new text, and knows how the lines of both are indented. */
typedef struct
{
  RoadmapXml *xml; /* NULL: there is no original, and only roadmap_copier_start_line() may be called */
  const char *text;
  const char *ending; /* of lines that we begin */
  GString    *out;

  /* While something moved is copied: what its lines begin with, and what they shall begin with.  NULL: they stay. */
  const char *old_indent;
  const char *new_indent;
} RoadmapCopier;

/* One level more than nothing, where the original does not show how it does that. */
#define ROADMAP_COPIER_UNIT "  "

void  roadmap_copier_start_line       (RoadmapCopier *self,
                                       const char    *indent);
/* The bytes as they are. */
void  roadmap_copier_copy             (RoadmapCopier *self,
                                       gsize          start,
                                       gsize          end);
/* What stands between the elements of an item.  Where the item has been moved, lines follow it to their new
 * indentation, but not those inside a comment. */
void  roadmap_copier_copy_between     (RoadmapCopier *self,
                                       gsize          start,
                                       gsize          end);

/* What @element's line begins with in the original; NULL if something else stands there before it. */
char *roadmap_copier_dup_indent       (RoadmapCopier *self,
                                       const xmlNode *element);
/* What a line of @element begins with in the new text; by its depth if the original has several elements on that
 * line. */
char *roadmap_copier_dup_own_indent   (RoadmapCopier *self,
                                       const xmlNode *element);
/* What a new line inside @element begins with: the same as one that is there, or else one level more than its own. */
char *roadmap_copier_dup_inner_indent (RoadmapCopier *self,
                                       const xmlNode *element);
/* One level more than @indent.  (transfer full) */
char *roadmap_copier_dup_next_indent  (const char    *indent);

G_END_DECLS
