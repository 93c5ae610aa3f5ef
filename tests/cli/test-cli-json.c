/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "cli/json.h"

static void
test_strings (void)
{
  static const struct
  {
    const char *text, *json;
  } rows[] = {
    { NULL, "null" },
    { "", "\"\"" },
    { "工程表", "\"工程表\"" },
    { "a \"b\" \\c", "\"a \\\"b\\\" \\\\c\"" },
    { "a\nb\tc\rd", "\"a\\u000ab\\u0009c\\u000dd\"" },
    { "\001\037\177", "\"\\u0001\\u001f\177\"" },
    { "/\u2028\U0001f4c5", "\"/\u2028\U0001f4c5\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) json = g_string_new ("[");

      roadmap_cli_append_json (json, rows[i].text);
      g_assert_cmpstr (json->str + 1, ==, rows[i].json);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli-json/strings", test_strings);

  return g_test_run ();
}
