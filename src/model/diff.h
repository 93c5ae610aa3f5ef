/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* What differs between two versions of one roadmap, for people to read; roadmap_become() turns one into the other. */

typedef enum
{
  ROADMAP_DIFFERENCE_INSERTED, /* @new_item, with all that is new below it */
  ROADMAP_DIFFERENCE_REMOVED,  /* @old_item, with all below it that is gone as well */
  ROADMAP_DIFFERENCE_MOVED,    /* it has another parent, or another place among those that stayed under theirs */
  ROADMAP_DIFFERENCE_SET,      /* @field in @language has another value */
} RoadmapDifferenceType;

typedef struct
{
  RoadmapDifferenceType  type;
  RoadmapItem           *old_item; /* NULL if it was inserted */
  RoadmapItem           *new_item; /* NULL if it was removed */

  /* SET */
  const RoadmapField    *field;
  const char            *language;  /* interned; NULL for the document's own */
  char                  *old_value; /* NULL if there was none */
  char                  *new_value; /* NULL if there is none */
} RoadmapDifference;

/* (transfer full): the differences in the order of the file, those of one item one after another; what was removed stands
 * where it was.  Fails as roadmap_pairs_new() does. */
GPtrArray   *roadmap_diff                  (Roadmap                  *old,
                                            Roadmap                  *new,
                                            GError                  **error);
/* The item as it is now, or failing that as it was. */
RoadmapItem *roadmap_difference_get_item   (const RoadmapDifference  *self);
void         roadmap_difference_free       (RoadmapDifference        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapDifference, roadmap_difference_free)

G_END_DECLS
