/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* Gives the new file @fd what the file at @path, whose status is @old, has besides its content: owner, group,
 * permissions, access control list and the other extended attributes.
 *
 * What the user may not set stays as it is for new files, and what the file system does not have is left out; but
 * nobody gets more rights by that than before.  Attributes that speak of the content, such as a signature, are not
 * kept.
 *
 * Returns 0, or an error of errno. */
int roadmap_keep_attributes (int                fd,
                             const char        *path,
                             const struct stat *old);

G_END_DECLS
