/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whole files, first those of this computer by their paths.  Errors are G_IO_ERROR, with a message of the form
 * "PATH: sentence". */

typedef enum
{
  ROADMAP_FILE_WRITE_NONE   = 0,
  ROADMAP_FILE_WRITE_BACKUP = 1 << 0, /* what is replaced stays beside it, with "~" behind its name */
} RoadmapFileWriteFlags;

/* Nothing that this program opens is longer; it guards against devices and against what would not fit into memory. */
#define ROADMAP_FILE_MAX_SIZE (64 * 1024 * 1024)

/* Devices and pipes are refused: they may have no end. */
GBytes   *roadmap_file_read  (const char             *path,
                              GError                **error);

/* Makes @bytes the content of the file at @path.  Whatever happens, the file is either as it was or complete and
 * safely on the disk: the new content is written beside it, synced, and put in its place in one step.  Of an
 * existing file the owner, the group, the permissions, the access control list and the other extended attributes are
 * kept as far as the user may set them; a symbolic link stays, and what it leads to is replaced.  Other names of the
 * file (hard links) keep the old content: a file that has several names cannot be replaced in one step.  A file that is
 * write-protected is refused, also where its folder would allow to replace it.  A device or pipe is simply written to.
 *
 * Where the folder takes no new names, the file is written in place, after its content was kept elsewhere; should it be
 * damaged by that, the message says where that is (see document/replace.h).
 *
 * A backup is made with a hard link, or by copying where the file system has none; where neither can be, there is no
 * backup. */
gboolean  roadmap_file_write (const char             *path,
                              GBytes                 *bytes,
                              RoadmapFileWriteFlags   flags,
                              GError                **error);

/* Writes to @stream what a file is to hold.  May be called again for another stream, and then writes the same. */
typedef gboolean (*RoadmapFileWriteFunc) (GOutputStream  *stream,
                                          gpointer        data,
                                          GError        **error);

/* The same as roadmap_file_write() for a content that @write writes piece by piece, so that it need not be in memory as a
 * whole.  What @write fails with becomes the error, behind the path. */
gboolean  roadmap_file_write_with (const char             *path,
                                   RoadmapFileWriteFunc    write,
                                   gpointer                data,
                                   RoadmapFileWriteFlags   flags,
                                   GError                **error);

/* The same for files anywhere.  Those on a file system of this computer are read and written as above, all others by
 * document/remote.h. */

/* (transfer full): what to call the file in a message: its path, its address, or just its name if it comes from a
 * portal, whose path says nothing to anybody. */
char     *roadmap_file_dup_name         (GFile                  *file);
/* (transfer full): its name without a folder, as people know it.  May ask a server. */
char     *roadmap_file_dup_display_name (GFile                  *file);
gboolean  roadmap_file_is_writable      (GFile                  *file);
/* @etag (nullable) becomes what tells this content from a later one, or NULL. */
GBytes   *roadmap_file_load             (GFile                  *file,
                                         char                  **etag,
                                         GError                **error);
/* @old is what the file holds (NULL: there is none), and @etag (nullable) that of roadmap_file_load(): should they be
 * outdated by now, a file elsewhere is not written, and the error is G_IO_ERROR_WRONG_ETAG. */
gboolean  roadmap_file_store            (GFile                  *file,
                                         GBytes                 *bytes,
                                         GBytes                 *old,
                                         const char             *etag,
                                         RoadmapFileWriteFlags   flags,
                                         GError                **error);
/* The same for a content that @write writes; whatever the file holds is replaced.  For a file elsewhere the content is in
 * memory as a whole before any of it is sent, and it may have no more than ROADMAP_FILE_MAX_SIZE. */
gboolean  roadmap_file_store_with       (GFile                  *file,
                                         RoadmapFileWriteFunc    write,
                                         gpointer                data,
                                         RoadmapFileWriteFlags   flags,
                                         GError                **error);

G_END_DECLS
