/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

/* A server that GIO reaches, in this process: files with addresses such as far://server/name, and without paths.  Their
 * names for people are "shown " and the last part of the address. */

/* How the server behaves.  All FALSE at first. */
typedef struct
{
  gboolean fails_to_write;  /* the second half of a file is refused */
  gboolean fails_to_close;
  gboolean writes_in_place; /* what was refused or not closed has replaced the file all the same */
  gboolean stays_broken;    /* so have later attempts */
  gboolean has_no_backups;
  gboolean loses_quietly;   /* half of the file is lost, and nobody told */
  gboolean is_protected;
} FarServer;

extern FarServer far_server;

/* Once. */
void    far_init    (void);
/* An empty server that behaves. */
void    far_reset   (void);
/* Makes @content (NULL: no file) what the file holds. */
void    far_set     (const char *uri,
                     const char *content);
/* (transfer full) (nullable) */
char   *far_get     (const char *uri);
guint   far_count   (void);
