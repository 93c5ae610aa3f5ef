/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* A roadmap and the file it is kept in.
 *
 * A document remembers the bytes of its file.  Which items may have changed is noted; what has is known only by
 * comparing them with these bytes, at the moment of saving (see document/writer.h, document/rewrite.h).  A roadmap that
 * is as it was read saves the bytes that were read.
 *
 * Errors are ROADMAP_ERROR with "PATH:LINE: sentence" about what is in the file, and G_IO_ERROR with "PATH:
 * sentence" about reading and writing it.  After any error, file and document are as they were.
 *
 * Properties: "file" (GFile, NULL as long as there is none; notified), "roadmap".
 *
 * Signals (RoadmapDocument *self): "saving": it is known what is to be written, and what is done to the roadmap from
 * now on is not in it.  Then one of these: "saved": file, text and checksum are those of what was written;
 * "not-saved". */

#define ROADMAP_TYPE_DOCUMENT (roadmap_document_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapDocument, roadmap_document, ROADMAP, DOCUMENT, GObject)

/* A document that has no file before roadmap_document_save_as(). */
RoadmapDocument *roadmap_document_new                (Roadmap          *roadmap);
/* Of any file that GIO reaches. */
RoadmapDocument *roadmap_document_open               (GFile            *file,
                                                      GError          **error);
/* As roadmap_document_open(); messages name the file by @path, as the user did. */
RoadmapDocument *roadmap_document_open_path          (const char       *path,
                                                      GError          **error);

GFile           *roadmap_document_get_file           (RoadmapDocument  *self);
Roadmap         *roadmap_document_get_roadmap        (RoadmapDocument  *self);
/* What the file held when it was read or last saved; NULL as long as there is no file. */
GBytes          *roadmap_document_get_content        (RoadmapDocument  *self);
/* The file's text in UTF-8 as it was read or last saved; NULL as long as there is no file. */
GBytes          *roadmap_document_get_text           (RoadmapDocument  *self);
/* (transfer full): SHA-256 of the file as it was read or last saved, in hexadecimal; NULL as long as there is none. */
char            *roadmap_document_dup_checksum       (RoadmapDocument  *self);

/* Has @writing called in each save before anything of the new content, whose SHA-256 is @checksum, is put in the place
 * of the document's file or of the one it is saved as; not for a copy.  It is called in whichever thread saves, and
 * saving goes on when it returns: it should take no longer than it must.  NULL: nobody is called any more. */
typedef void   (*RoadmapWritingFunc)                 (const char       *checksum,
                                                      gpointer          user_data);
void             roadmap_document_set_writing_func   (RoadmapDocument  *self,
                                                      RoadmapWritingFunc writing,
                                                      gpointer          user_data);

/* Whether the file must stay as it is, and why. */
typedef enum
{
  ROADMAP_ACCESS_FULL,
  ROADMAP_ACCESS_PROTECTED, /* the user may not write the file: the roadmap can be changed and saved as another one */
  ROADMAP_ACCESS_NEWER,     /* a newer version of the format: nothing in it may be changed, since not all is understood */
} RoadmapAccess;

/* As it was when the file was opened or last saved. */
RoadmapAccess    roadmap_document_get_access         (RoadmapDocument  *self);
/* Looks whether the file may be written now. */
RoadmapAccess    roadmap_document_check_access       (RoadmapDocument  *self);
gboolean         roadmap_document_is_read_only       (RoadmapDocument  *self);

/* What people call the file, without its folder; NULL as long as there is none. */
const char      *roadmap_document_get_display_name   (RoadmapDocument  *self);

/* Writes the file; what it held before stays beside it, with "~" behind its name.  Fails with ROADMAP_ERROR_CHANGED if
 * somebody else has written the file since.  If it has vanished, it is written anew: nothing can be lost by that. */
gboolean         roadmap_document_save               (RoadmapDocument  *self,
                                                      GError          **error);
/* Writes @file, which is the document's file from then on.  Whether it may replace what is there, the caller asks. */
gboolean         roadmap_document_save_as            (RoadmapDocument  *self,
                                                      GFile            *file,
                                                      GError          **error);
/* Both without waiting for the disk or a server: what is to be written is found out before it returns, in a few
 * milliseconds however large the file is, and the rest happens in a thread.  The roadmap may be changed in the
 * meantime; such changes are not in the file.  With NULL for @file the document's own is saved.  Until
 * roadmap_document_save_finish(), which must be called, another save fails with G_IO_ERROR_PENDING. */
void             roadmap_document_save_async         (RoadmapDocument     *self,
                                                      GFile               *file,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);
gboolean         roadmap_document_save_finish        (RoadmapDocument  *self,
                                                      GAsyncResult     *result,
                                                      GError          **error);
gboolean         roadmap_document_is_saving          (RoadmapDocument  *self);
/* Writes the file at @path; the document keeps its own file.  No backup is made. */
gboolean         roadmap_document_save_copy          (RoadmapDocument  *self,
                                                      const char       *path,
                                                      GError          **error);
/* What somebody else has written into the file, whose SHA-256 is @checksum, may be replaced by the next save; anything
 * else still may not. */
void             roadmap_document_allow_overwriting  (RoadmapDocument  *self,
                                                      const char       *checksum);
/* Whether a file of this content is no news: it is what was read or last saved, or may be replaced. */
gboolean         roadmap_document_expects            (RoadmapDocument  *self,
                                                      const char       *checksum);
/* Whether the file holds something else than what was read or last saved; FALSE if there is none, or it is
 * unreadable. */
gboolean         roadmap_document_is_changed_on_disk (RoadmapDocument  *self);

G_END_DECLS
