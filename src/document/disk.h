/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a file holds at the moment, to find out whether somebody else has written it.  Dates and sizes can lie; the
 * content decides. */

typedef enum
{
  ROADMAP_DISK_SAME,       /* the file holds what was known of it */
  ROADMAP_DISK_READ,       /* it was read to its end, and holds something else */
  ROADMAP_DISK_GONE,       /* there is none */
  ROADMAP_DISK_UNREADABLE, /* nobody knows: it cannot be reached or read, or is no regular file */
} RoadmapDiskState;

/* Reads @file, which may be anywhere, in a thread of its own, and compares it there with @known (nullable). */
void             roadmap_disk_look_async  (GFile                *file,
                                           GBytes               *known,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
/* @checksum (out, transfer full): the SHA-256 of its content in hexadecimal; NULL if it was not read or is what was known. */
RoadmapDiskState roadmap_disk_look_finish (GAsyncResult         *result,
                                           char                **checksum);

G_END_DECLS
