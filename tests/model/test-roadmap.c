/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/roadmap.h"

#include "sample.h"

#include <string.h>

/* The sample with the one line that begins with @old exchanged. */
static Roadmap *
try_with_line (const char  *old,
               const char  *new,
               GError     **error)
{
  g_auto (GStrv) lines = g_strsplit (sample_text, "\n", -1);
  g_autofree char *text = NULL;
  guint n_found = 0;

  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line + strspn (*line, " "), old))
      {
        g_free (*line);
        *line = g_strdup (new);
        n_found++;
      }
  g_assert_cmpuint (n_found, ==, 1);

  text = g_strjoinv ("\n", lines);
  return sample_try (text, error);
}

static void
test_new (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autofree char *dump = sample_dump (roadmap);

  g_assert_cmpstr (dump, ==, sample_text);
  g_assert_cmpstr (roadmap_get_language (roadmap), ==, "ja");
  g_assert_cmpstr (roadmap_item_get_id (roadmap_get_root (roadmap)), ==, "roadmap");
  g_assert_true (roadmap_get_wording_locked (roadmap));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *old, *new;
    const char *message;
  } rows[] = {
    { "stage ic ", "    stage irb.b1 | title=同意", "line 23: *irb.b1*twice*" },
    { "stage ic ", "    stage ic | number=②", "line 23: *stage*ic*title*" },
    { "bar irb.b4", "      bar irb.b4 | start=FY2022 | title=見直し", "line 21: *bar*irb.b4*end*" },
    { "bar irb.b4", "      bar irb.b4 | start=FY2022 | end=FY2021-Q4 | title=x", "line 21: *FY2021-Q4*FY2022*" },
    { "bar irb.b4", "      bar irb.b4 | start=FY2022 | end=FY2022 | status=absent | title=x", "line 21: *absent*" },
    { "bar irb.b4", "      bar irb.b4 | start=FY2022 | end=FY2022 | measures=irb.m1 irb.r1 | title=x",
      "line 21: *irb.r1*roadblock*measure*" },
    { "lane genome ", "    lane genome | edition=plan | title=x", "line 29: *plan*chart*edition*" },
    { "chart plan", "  chart plan | calendar=fiscal | start=FY2024 | end=FY2023 | title=x", "line 9: *FY2023*FY2024*" },
    /* A translation does not stand in for the wording. */
    { "stage ic ", "    stage ic | title@en=Consent", "line 23: *title*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Roadmap) roadmap = try_with_line (rows[i].old, rows[i].new, &error);

      g_test_message ("%s", rows[i].new);
      g_assert_null (roadmap);
      g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID);
      if (!g_pattern_match_simple (rows[i].message, error->message))
        g_error ("“%s” is not “%s”", error->message, rows[i].message);
    }
}

/* What was not read from a file has no line to name. */
static void
test_refused_without_lines (void)
{
  g_autoptr (RoadmapItem) root = roadmap_item_new (roadmap_schema_find_kind ("roadmap"), "r");
  g_autoptr (GError) error = NULL;
  g_autoptr (Roadmap) roadmap = roadmap_new (root, "ja", &error);

  g_assert_null (roadmap);
  g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "the roadmap “r” has no “title”"));
}

/* Items that were refused belong to nobody, and can be corrected and handed over again. */
static void
test_refused_items_are_free (void)
{
  g_autoptr (RoadmapItem) root = sample_parse_item ("roadmap r | title=x\n  domain d | title=x\n  status o | title=x");
  RoadmapItem *status = roadmap_item_get_child (root, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (Roadmap) roadmap = roadmap_new (root, "ja", &error);

  g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID);
  g_clear_error (&error);

  roadmap_item_init_value (status, sample_get_field (status, "letter"), NULL, "未");
  roadmap = roadmap_new (root, "ja", &error);
  g_assert_no_error (error);
  g_assert_true (roadmap_lookup (roadmap, "o") == status);
}

static void
test_fiscal_start (void)
{
  static const struct
  {
    const char *line;
    int         month;
  } rows[] = {
    { "roadmap roadmap | title=x", 4 },
    { "roadmap roadmap | fiscal-start=10 | title=x", 10 },
    { "roadmap roadmap | fiscal-start=0 | title=x", 1 },
    { "roadmap roadmap | fiscal-start=999999 | title=x", 12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Roadmap) roadmap = try_with_line ("roadmap roadmap", rows[i].line, NULL);

      g_assert_cmpint (roadmap_get_fiscal_start (roadmap), ==, rows[i].month);
    }
}

static void
test_links (void)
{
  static const struct
  {
    const char *item, *field, *ids;
  } rows[] = {
    { "irb.b2", "measures", "irb.m1 irb.m2" },
    { "irb.b1", "measures", "irb.m1" },
    { "irb.b4", "measures", "" },
    { "irb.b1", "status", "done" },
    { "irb.r1", "categories", "a b" },
    { "irb.b1", "title", "" },
    { "irb.b1", "no-such-field", "" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);

  g_assert_null (roadmap_lookup (roadmap, "absent"));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapItem *item = sample_get (roadmap, rows[i].item);
      g_autoptr (GPtrArray) links = roadmap_get_links (roadmap, item, rows[i].field);
      g_autofree char *ids = sample_join_ids (links);
      RoadmapItem *first = links->len > 0 ? g_ptr_array_index (links, 0) : NULL;

      g_assert_cmpstr (ids, ==, rows[i].ids);
      g_assert_true (roadmap_get_linked (roadmap, item, rows[i].field) == first);
    }
}

static void
test_referrers (void)
{
  static const struct
  {
    const char *item, *kind, *ids;
  } rows[] = {
    { "running", NULL, "irb.b1.f1 irb.b2 ic.b1" },
    { "running", "bar", "irb.b2 ic.b1" },
    { "running", "measure", "" },
    { "irb.m1", NULL, "irb.b1 irb.b2" },
    { "irb.r2", NULL, "irb.m1 irb.b3" },
    { "irb.b1", NULL, "irb.b2 irb.ms" },
    { "a", NULL, "irb.r1" },
    { "irb.b4", NULL, "" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) found = roadmap_get_referrers (roadmap, sample_get (roadmap, rows[i].item), rows[i].kind);
      g_autofree char *ids = sample_join_ids (found);

      g_assert_cmpstr (ids, ==, rows[i].ids);
    }
}

static void
test_languages (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, "set irb.b1 title@fr=Avis");
  g_auto (GStrv) before = roadmap_list_languages (roadmap);
  g_auto (GStrv) after = NULL;
  g_autofree char *joined = g_strjoinv (" ", before);
  g_autofree char *more = NULL;

  g_assert_true (roadmap_apply (roadmap, edit, NULL));
  after = roadmap_list_languages (roadmap);
  more = g_strjoinv (" ", after);
  g_assert_cmpstr (joined, ==, "ja en");
  g_assert_cmpstr (more, ==, "ja en fr");
}

static void
test_list (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autoptr (GPtrArray) all = roadmap_list (roadmap, NULL, NULL);
  g_autoptr (GPtrArray) stages = roadmap_list (roadmap, NULL, "stage");
  g_autoptr (GPtrArray) inside = roadmap_list (roadmap, sample_get (roadmap, "irb.b1"), NULL);
  g_autoptr (GPtrArray) leaf = roadmap_list (roadmap, sample_get (roadmap, "irb.b4"), NULL);
  g_autofree char *stage_ids = sample_join_ids (stages);
  g_autofree char *inside_ids = sample_join_ids (inside);
  g_auto (GStrv) lines = g_strsplit (sample_text, "\n", -1);

  /* All but the outermost; the last "line" is what follows the last line feed. */
  g_assert_cmpuint (all->len, ==, g_strv_length (lines) - 2);
  g_assert_cmpstr (stage_ids, ==, "irb ic");
  g_assert_cmpstr (inside_ids, ==, "irb.b1.f1 irb.b1.f2");
  g_assert_cmpuint (leaf->len, ==, 0);
}

static void
test_calendars (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);

  g_assert_cmpint (roadmap_get_calendar (roadmap, sample_get (roadmap, "ic.b1")), ==, ROADMAP_CALENDAR_FISCAL);
  g_assert_cmpint (roadmap_get_calendar (roadmap, sample_get (roadmap, "genome.b1")), ==, ROADMAP_CALENDAR_CIVIL);
  g_assert_cmpint (roadmap_get_calendar (roadmap, roadmap_get_root (roadmap)), ==, ROADMAP_CALENDAR_FISCAL);
}

static void
test_spans (void)
{
  static const struct
  {
    const char   *id;
    const char   *start, *end; /* NULL: no span */
    gboolean      open;
    RoadmapBasis  basis;
  } rows[] = {
    { "irb.b1", "FY2020-Q1", "FY2020-Q3", FALSE, ROADMAP_BASIS_INFERRED },
    { "irb.b2", "FY2020-Q4", "FY2021-Q4", TRUE, ROADMAP_BASIS_STATED },
    { "irb.ms", "2020-08", "2020-08", FALSE, ROADMAP_BASIS_STATED },
    { "plan", "FY2020", "FY2023", FALSE, ROADMAP_BASIS_STATED },
    { "genome.b1", "2017", "2018-Q2", FALSE, ROADMAP_BASIS_STATED },
    { "irb", NULL, NULL, FALSE, ROADMAP_BASIS_STATED },
    { "irb.b1.f1", NULL, NULL, FALSE, ROADMAP_BASIS_STATED },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapSpan span;
      g_autofree char *start = NULL;
      g_autofree char *end = NULL;

      g_test_message ("%s", rows[i].id);
      g_assert_cmpint (roadmap_get_span (roadmap, sample_get (roadmap, rows[i].id), &span), ==, rows[i].start != NULL);
      if (rows[i].start == NULL)
        continue;

      start = roadmap_point_format (&span.start, 4);
      end = roadmap_point_format (&span.end, 4);
      g_assert_cmpstr (start, ==, rows[i].start);
      g_assert_cmpstr (end, ==, rows[i].end);
      g_assert_cmpint (span.open, ==, rows[i].open);
      g_assert_cmpint (span.basis, ==, rows[i].basis);
    }
}

static void
test_new_ids (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const RoadmapKind *kind = roadmap_schema_find_kind ("followup");

  for (guint i = 0; i < 10000; i++)
    {
      char *id = roadmap_dup_new_id (roadmap, kind);

      g_assert_true (g_regex_match_simple ("^followup-[2-9a-z]{8}$", id, 0, 0));
      g_assert_null (roadmap_lookup (roadmap, id));
      g_assert_true (g_hash_table_add (seen, id));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/roadmap/new", test_new);
  g_test_add_func ("/roadmap/refused", test_refused);
  g_test_add_func ("/roadmap/refused-without-lines", test_refused_without_lines);
  g_test_add_func ("/roadmap/refused-items-are-free", test_refused_items_are_free);
  g_test_add_func ("/roadmap/fiscal-start", test_fiscal_start);
  g_test_add_func ("/roadmap/links", test_links);
  g_test_add_func ("/roadmap/referrers", test_referrers);
  g_test_add_func ("/roadmap/list", test_list);
  g_test_add_func ("/roadmap/languages", test_languages);
  g_test_add_func ("/roadmap/calendars", test_calendars);
  g_test_add_func ("/roadmap/spans", test_spans);
  g_test_add_func ("/roadmap/new-ids", test_new_ids);

  return g_test_run ();
}
