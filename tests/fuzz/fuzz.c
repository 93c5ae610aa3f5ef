/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "fuzz.h"

#include "document/reader.h"
#include "document/writer.h"

void
fuzz_check_error (gpointer      result,
                  const GError *error)
{
  g_assert ((result == NULL) == (error != NULL));
  if (error != NULL)
    g_assert (g_utf8_validate (error->message, -1, NULL));
}

void
fuzz_check_bytes (GBytes *written,
                  GBytes *expected)
{
  g_assert (written != NULL);
  if (!g_bytes_equal (written, expected))
    g_error ("expected:\n%.*s\nwritten:\n%.*s", (int) g_bytes_get_size (expected),
             (const char *) g_bytes_get_data (expected, NULL), (int) g_bytes_get_size (written),
             (const char *) g_bytes_get_data (written, NULL));
}

void
fuzz_check_again (Roadmap *roadmap)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = roadmap_write (NULL, roadmap, NULL);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (Roadmap) read = roadmap_read_text (written, "written.xml", &error);

  if (read == NULL)
    g_error ("%s in\n%.*s", error->message, (int) g_bytes_get_size (written), (const char *) g_bytes_get_data (written, NULL));
  again = roadmap_write (NULL, read, NULL);
  fuzz_check_bytes (again, written);
}
