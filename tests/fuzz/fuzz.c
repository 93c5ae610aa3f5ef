/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "fuzz.h"

#include "document/reader.h"
#include "document/writer.h"

static const char host_text[] =
  "<roadmap xmlns=\"https://koteihyo.org/ns/roadmap\" version=\"1\" xml:lang=\"ja\" id=\"host\"><title>T</title>"
  "<part id=\"host.part\"><title>T</title></part>"
  "<narrative id=\"host.narrative\"><title>T</title><section id=\"host.section\"><paragraph id=\"host.paragraph\"><text>T</text>"
  "</paragraph></section></narrative>"
  "<chart id=\"host.chart\" calendar=\"fiscal\" start=\"FY2020\" end=\"FY2023\"><title>T</title>"
  "<stage id=\"host.stage\"><title>T</title><roadblock id=\"host.roadblock\"><title>T</title></roadblock>"
  "<bar id=\"host.bar\" start=\"FY2020\" end=\"FY2021\"><title>T</title></bar></stage>"
  "<lane id=\"host.lane\"><title>T</title></lane></chart>"
  "<map id=\"host.map\"><title>T</title><band id=\"host.band\"><title>T</title>"
  "<region id=\"host.region\"><title>T</title></region></band></map></roadmap>";

Roadmap *
fuzz_get_host (void)
{
  static Roadmap *host;

  if (host == NULL)
    {
      g_autoptr (GBytes) text = g_bytes_new_static (host_text, sizeof host_text - 1);

      host = roadmap_read (text, "host.xml", NULL);
      g_assert (host != NULL);
      roadmap_set_wording_locked (host, FALSE);
    }
  return host;
}

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
fuzz_check_host (void)
{
  static GBytes *expected;
  g_autoptr (GBytes) written = roadmap_write (NULL, fuzz_get_host (), NULL);

  if (expected == NULL)
    {
      g_autoptr (GBytes) first = g_bytes_new_static (host_text, sizeof host_text - 1);
      g_autoptr (Roadmap) fresh = roadmap_read (first, "host.xml", NULL);

      expected = roadmap_write (NULL, fresh, NULL);
    }
  fuzz_check_bytes (written, expected);
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
