/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a file of this computer gets a new content; document/file.h says what that promises.
 *
 * The new content is written to a file without a name (O_TMPFILE), where the file system has such files, and gets one
 * just before it takes the place of the old one: a program that is killed while it writes leaves nothing behind.
 * Elsewhere, and for the moment before the renaming, it is called ".koteihyo-", a number made from the name of the file
 * it is to become, "-" and six random letters.  As long as its program lives it is locked, so that the next one that
 * saves the same file knows those that were left by a dead one, and takes them away.
 *
 * Where the folder takes no new names though the file may be written – the folder is write-protected or sticky, or the
 * file comes through a portal or is mounted by itself – it is written in place.  Before that, what it holds is kept
 * complete and synced in roadmap_replace_dup_rescue_path(), and put back if writing fails. */

/* Returns 0, or an error of errno.  After an error the file is as it was, except when @rescue is set: then that file
 * has what it held.  (transfer full) */
int   roadmap_replace                 (const char  *path,
                                       GBytes      *bytes,
                                       gboolean     backup,
                                       char       **rescue);

/* Writes a content to @fd; returns 0, or what roadmap_replace_with() is to return.  May be called again for another @fd. */
typedef int (*RoadmapReplaceFill)     (int          fd,
                                       gpointer     data);

/* The same for a content that need not be in memory as a whole. */
int   roadmap_replace_with            (const char         *path,
                                       RoadmapReplaceFill  fill,
                                       gpointer            data,
                                       gboolean            backup,
                                       char              **rescue);

/* Where the content of the file at @path is kept while it is written in place, and after it; in the user's folder for
 * the state of programs. */
char *roadmap_replace_dup_rescue_path (const char  *path);

G_END_DECLS
