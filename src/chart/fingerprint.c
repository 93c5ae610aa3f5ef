/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/fingerprint.h"

#include <string.h>

#define N_FIRST 4
#define N_LAST 2

char *
roadmap_fingerprint_abbreviate (const char *fingerprint)
{
  gsize length = strlen (fingerprint);

  if (length <= N_FIRST + N_LAST + 1)
    return g_strdup (fingerprint);
  return g_strdup_printf ("%.*s…%s", N_FIRST, fingerprint, fingerprint + length - N_LAST);
}
