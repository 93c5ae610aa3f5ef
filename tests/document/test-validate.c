/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Files against data/roadmap.rng. */

#include <gio/gio.h>
#include <string.h>

#include "document/validate.h"
#include "fixture.h"

static void
assert_valid (const char *path)
{
  g_autofree char *schema = fixture_dup_schema ();
  g_autoptr (GBytes) bytes = fixture_load (path);
  g_autoptr (GError) error = NULL;

  roadmap_validate (bytes, path, schema, &error);
  g_assert_no_error (error);
}

static void
test_valid (void)
{
  g_autofree char *data = fixture_dup_data_path ();
  g_autofree char *odd = fixture_dup_odd_path ();

  assert_valid (data);
  assert_valid (odd);
}

/* The first line of the body is the fourth of the file.  What libxml2 says is * here. */
static void
test_invalid (void)
{
  static const struct { const char *body, *message; } samples[] = {
    { "<part id='p'>\n<titel>P</titel></part>",
      "5: a <titel> cannot stand in a <part>, which may hold: title heading subheading former remark" },
    { "\n<part id='p' pgae='1'><title/></part>",
      "5: a <part> has no attribute “pgae”; it may have: id origin edition source page" },
    { "<part id='p'><title>P</title>\ntext</part>",
      "4: there is text directly in this <part>; put it into an element, such as <title>" },
    { "<bar id='b' start='FY2020' end='FY2020'><title/></bar>",
      "4: a <bar> cannot stand in a <roadmap>, which may hold: *" },
    { "\n<part id='p'><title>a<b xmlns='https://koteihyo.org/ns/roadmap'/></title></part>",
      "5: this does not fit the format of roadmaps (*); correct it" },
    { "<part id='p'><title>P</title></part><edition id='e' date='2020-6-1'><title>E</title></edition>",
      "4: this does not fit the format of roadmaps (*); correct it" },
    { "<part id='p'>\n<heading>H</heading><title>P</title></part>",
      "*: this does not fit the format of roadmaps (*); correct it" },
  };
  g_autofree char *schema = fixture_dup_schema ();

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *text = fixture_wrap (samples[i].body);
      g_autofree char *expected = g_strconcat ("bad.xml:", samples[i].message, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr (GError) error = NULL;

      g_assert_false (roadmap_validate (bytes, "bad.xml", schema, &error));
      g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID);
      if (!g_pattern_match_simple (expected, error->message))
        g_assert_cmpstr (error->message, ==, expected);
    }
}

static void
test_bad_schema (void)
{
  g_autofree char *path = fixture_dup_odd_path ();
  g_autoptr (GBytes) bytes = fixture_load (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (roadmap_validate (bytes, path, path, &error));
  g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_false (roadmap_validate (bytes, path, "/none.rng", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validate/valid", test_valid);
  g_test_add_func ("/validate/invalid", test_invalid);
  g_test_add_func ("/validate/bad-schema", test_bad_schema);
  return g_test_run ();
}
