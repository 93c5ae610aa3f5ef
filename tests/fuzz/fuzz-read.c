/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* A file that is opened, in any encoding.  Saved without a change it is the same bytes, and written from nothing the same
 * roadmap. */

#include "config.h"

#include "document/encoding.h"
#include "document/reader.h"
#include "document/writer.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = roadmap_encoding_to_utf8 (bytes, "fuzz.xml", &error);
  g_autoptr (Roadmap) roadmap = NULL;
  g_autoptr (GBytes) written = NULL;

  fuzz_check_error (text, error);
  if (text == NULL)
    return 0;

  roadmap = roadmap_read_text (text, "fuzz.xml", &error);
  fuzz_check_error (roadmap, error);
  if (roadmap == NULL)
    return 0;

  written = roadmap_write (text, roadmap, NULL);
  fuzz_check_bytes (written, text);
  fuzz_check_again (roadmap);
  return 0;
}
