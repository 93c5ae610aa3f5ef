/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whole files that are not on a file system of this computer: on a server, a telephone, wherever GIO reaches.  Errors
 * are G_IO_ERROR with a message of the form "NAME: sentence". */

/* @etag, which may be NULL, becomes what tells this content from a later one.  (transfer full) */
GBytes   *roadmap_remote_read  (GFile        *file,
                                char        **etag,
                                GError      **error);

/* Makes @bytes the content of the file.  Servers differ in what they promise: most exchange the file when all of it has
 * arrived.  Afterwards it is read again.  If it has neither the old content nor the new one, the old one, @old (NULL:
 * there was no file), is put back; if that fails too, the message says so.
 *
 * With @backup what it held stays in a file beside it, where the server can do that.  Fails with G_IO_ERROR_WRONG_ETAG
 * if @etag (nullable) is that of another content than the file has. */
gboolean  roadmap_remote_write (GFile        *file,
                                GBytes       *bytes,
                                GBytes       *old,
                                const char   *etag,
                                gboolean      backup,
                                GError      **error);

G_END_DECLS
