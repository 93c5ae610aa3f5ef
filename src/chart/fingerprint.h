/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): the SHA-256 of a file as people compare it at a glance, "a91f…3c": its first four digits and its
 * last two.  What is as short already stays. */
char *roadmap_fingerprint_abbreviate (const char *fingerprint);

G_END_DECLS
