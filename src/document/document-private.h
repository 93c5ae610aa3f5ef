/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/changes.h"
#include "document/document.h"

G_BEGIN_DECLS

/* For document.c, which opens a document and says what is known of it, and document-saving.c, which saves it. */

struct _RoadmapDocument
{
  GObject             parent_instance;

  Roadmap            *roadmap;
  GFile              *file;         /* NULL: never saved */
  char               *display_name; /* NULL until somebody asks */
  RoadmapAccess       access;
  GBytes             *content;      /* of the file, as it was read or last saved; NULL: never saved */
  GBytes             *text;         /* the same in UTF-8, and mostly the same bytes */
  GArray             *extents;      /* RoadmapExtent, where items stand in the text; NULL: never saved */
  RoadmapChanges     *changes;      /* since then */
  char               *overwritable; /* the checksum of what somebody else wrote, and may be replaced; NULL: nothing */

  gboolean            saving;
  GMutex              writing_lock; /* for what follows */
  RoadmapWritingFunc  writing;      /* NULL: nobody wants to know */
  gpointer            writing_data;
};

typedef enum
{
  ROADMAP_DOCUMENT_SAVING,
  ROADMAP_DOCUMENT_SAVED,
  ROADMAP_DOCUMENT_NOT_SAVED,
  ROADMAP_DOCUMENT_N_SIGNALS,
} RoadmapDocumentSignal;

void roadmap_document_emit     (RoadmapDocument       *self,
                                RoadmapDocumentSignal  signal);
/* @file is the document's own from now on. */
void roadmap_document_set_file (RoadmapDocument       *self,
                                GFile                 *file);

G_END_DECLS
