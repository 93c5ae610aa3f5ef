/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* For file.c: a stream into an open file, which remembers what went wrong with the file, whatever its writer makes of it. */

/* (transfer full): @fd stays open when the stream is closed. */
GOutputStream *roadmap_file_stream_new      (int            fd);
/* 0, or the error of errno that writing failed with first. */
int            roadmap_file_stream_get_code (GOutputStream *stream);

G_END_DECLS
