/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

#include "document/rewrite.h"

G_BEGIN_DECLS

/* One save of a document, from the moment when it is known what is to be written.  All that takes time happens in
 * roadmap_saving_run(), which looks at nothing but this and may be called in a thread. */
typedef struct
{
  GFile          *file;
  gboolean        own;     /* it is the document's file, which must hold the old content still */
  GBytes         *content; /* of the file before; NULL: there was none */
  GBytes         *text;    /* the same in UTF-8 */
  char           *overwritable; /* the checksum of another content that it may hold by now; NULL: none */

  /* What it is to hold: a plan, or a text.  If the text is the old one, the content stays the old one, too. */
  RoadmapRewrite *rewrite;
  GBytes         *new_text;
  GPtrArray      *items;   /* the roadmap's items in the order of new_text, where that was written without a plan */
  GArray         *extents; /* where they stand */
  RoadmapChanges *changes; /* what it takes into the file */

  void          (*writing) (const char *checksum, gpointer user_data); /* NULL: nobody wants to know */
  gpointer        writing_data;

  GBytes         *new_content; /* once it was run */
} RoadmapSaving;

/* FALSE: the file is as it was. */
gboolean roadmap_saving_run  (RoadmapSaving  *self,
                              GError        **error);
void     roadmap_saving_free (RoadmapSaving  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapSaving, roadmap_saving_free)

G_END_DECLS
