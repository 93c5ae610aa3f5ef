/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "process.h"

#include <string.h>

#include "document/document.h"
#include "model/amendment.h"
#include "model/diff.h"

/* What the program exports comes back. */

static Roadmap *
open_roadmap (Process    *process,
              const char *name)
{
  g_autofree char *path = g_path_is_absolute (name) ? g_strdup (name) : g_build_filename (process->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RoadmapDocument) document = roadmap_document_open_path (path, &error);

  g_assert_no_error (error);
  return g_object_ref (roadmap_document_get_roadmap (document));
}

static char *
get_second (void)
{
  return g_test_build_filename (G_TEST_DIST, "data", "second.xml", NULL);
}

/* Everything: no value, link or place differs. */
static void
test_csv (Process       *process,
          gconstpointer  data)
{
  g_autofree char *shipped = process_get_roadmap ();
  g_autofree char *second = get_second ();
  const char *const files[] = { shipped, second };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strdup_printf ("back-%u.xml", (guint) i);
      g_autoptr (Roadmap) old = open_roadmap (process, files[i]);
      g_autoptr (Roadmap) new = NULL;
      g_autoptr (GPtrArray) differences = NULL;
      g_autoptr (GError) error = NULL;

      process_run (process, "export", files[i], "-o", "out.csv", i == 0 ? "--bom" : "--lang=fr", NULL);
      process_assert (process, 0, "", "");
      process_run (process, "import", "out.csv", "-o", name, NULL);
      process_assert (process, 0, "", "");
      new = open_roadmap (process, name);
      g_assert_cmpstr (roadmap_get_language (new), ==, roadmap_get_language (old));
      differences = roadmap_diff (old, new, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (differences->len, ==, 0);
    }
}

static void
change (Roadmap     *roadmap,
        RoadmapEdit *edit)
{
  g_autoptr (RoadmapEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  roadmap_change (roadmap, owned, &error);
  g_assert_no_error (error);
}

/* Former wording, what was withdrawn, and progress come back as well. */
static void
test_amended (Process       *process,
              gconstpointer  data)
{
  g_autofree char *second = get_second ();
  g_autofree char *path = g_build_filename (process->folder, "amended.xml", NULL);
  g_autoptr (RoadmapDocument) document = roadmap_document_open_path (second, NULL);
  Roadmap *old = roadmap_document_get_roadmap (document);
  RoadmapItem *bar = roadmap_lookup (old, "grid.bar-1");
  const RoadmapField *title = roadmap_kind_find_field (roadmap_item_get_kind (bar), "title");
  g_autoptr (Roadmap) new = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;

  roadmap_open_amendment (old, "2026-03-25", "Third edition", NULL, &error);
  g_assert_no_error (error);
  change (old, roadmap_edit_new_set (bar, title, NULL, "Agree the\nconnection & pay"));
  change (old, roadmap_edit_new_remove (roadmap_lookup (old, "quay.south.bar-1")));
  g_assert_true (roadmap_document_save_copy (document, path, &error));

  process_run (process, "export", "amended.xml", "-o", "out.csv", NULL);
  process_assert (process, 0, "", "");
  g_free (process_run_other (process, "grep", "-q", "withdrawn", "out.csv", NULL));
  g_free (process_run_other (process, "grep", "-q", ",former,", "out.csv", NULL));
  process_run (process, "import", "out.csv", "-o", "back.xml", NULL);
  process_assert (process, 0, "", "");
  new = open_roadmap (process, "back.xml");
  differences = roadmap_diff (old, new, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, 0);
}

static void
assert_same (RoadmapItem *old,
             RoadmapItem *new)
{
  static const char *const fields[] = { "title", "number", "start", "end", "basis", "after", "detail" };
  const char *id = roadmap_item_get_id (old);

  if (new == NULL)
    g_error ("%s is not there", id);
  g_assert_cmpstr (roadmap_item_get_kind (new)->name, ==, roadmap_item_get_kind (old)->name);
  g_assert_cmpstr (roadmap_item_get_id (roadmap_item_get_parent (new)), ==,
                   roadmap_item_get_id (roadmap_item_get_parent (old)));
  g_assert_cmpint (roadmap_item_get_boolean (new, "open"), ==, roadmap_item_get_boolean (old, "open"));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *line = NULL;
      const char *value = roadmap_item_get (old, fields[i]);

      /* A task has one line of words for its name. */
      if (strcmp (fields[i], "title") == 0)
        value = line = roadmap_item_dup_title (old, NULL);
      if (g_strcmp0 (roadmap_item_get (new, fields[i]), value) != 0)
        g_error ("%s: %s is %s instead of %s", id, fields[i], roadmap_item_get (new, fields[i]), value);
    }
}

/* The outline with its ids, kinds, spans and links: what a task can say. */
static void
test_mspdi (Process       *process,
            gconstpointer  data)
{
  g_autofree char *shipped = process_get_roadmap ();
  g_autofree char *second = get_second ();
  const char *const files[] = { shipped, second };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strdup_printf ("back-%u.xml", (guint) i);
      g_autoptr (Roadmap) old = open_roadmap (process, files[i]);
      g_autoptr (Roadmap) new = NULL;
      RoadmapItem *root = roadmap_get_root (old);
      guint n_same = 0;

      process_run (process, "export", files[i], "--format=mspdi", "-o", "out.xml", NULL);
      process_assert (process, 0, "", "");
      process_run (process, "import", "out.xml", "-o", name, NULL);
      process_assert (process, 0, "", "");
      new = open_roadmap (process, name);
      for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
        {
          RoadmapItem *chart = roadmap_item_find_around (item, "chart");

          if ((!roadmap_item_is (item, "bar") && !roadmap_item_is (item, "milestone")) || chart == NULL ||
              g_strcmp0 (roadmap_item_get (chart, "role"), "earlier") == 0)
            continue;
          assert_same (item, roadmap_lookup (new, roadmap_item_get_id (item)));
          n_same++;
        }
      g_assert_cmpuint (n_same, >, 5);
    }
}

/* A date that was moved in the other program is the new one. */
static void
test_moved (Process       *process,
            gconstpointer  data)
{
  g_autofree char *second = get_second ();
  g_autofree char *plan = NULL;
  g_autoptr (GRegex) date = g_regex_new ("(<Name>Batteries.*?<Start>)[^<]*", G_REGEX_DOTALL, 0, NULL);
  g_autofree char *moved = NULL;
  g_autoptr (Roadmap) roadmap = NULL;

  process_run (process, "export", second, "--format=mspdi", "-o", "out.xml", NULL);
  plan = process_read (process, "out.xml");
  moved = g_regex_replace (date, plan, -1, 0, "\\g<1>2025-02-01T08:00:00", 0, NULL);
  g_assert_cmpstr (plan, !=, moved);
  process_write (process, "moved.xml", moved);
  process_run (process, "import", "moved.xml", "-o", "back.xml", NULL);
  process_assert (process, 0, "", "");
  roadmap = open_roadmap (process, "back.xml");
  g_assert_cmpstr (roadmap_item_get (roadmap_lookup (roadmap, "grid.bar-2"), "start"), ==, "2025-02");
  g_assert_cmpstr (roadmap_item_get (roadmap_lookup (roadmap, "grid.bar-2"), "end"), ==, "2027-Q4");
}

static void
test_options (Process       *process,
              gconstpointer  data)
{
  g_autofree char *file = NULL;

  process_write (process, "plan.txt", "title,start,end\n周知,2020-04-01,2021-03-31\n");
  process_run (process, "import", "plan.txt", "--format=csv", "--lang=zh-Hant", "--today=2020-06-18", "-o", "out.xml", NULL);
  process_assert (process, 0, "", "");
  file = process_read (process, "out.xml");
  g_assert_nonnull (strstr (file, "xml:lang=\"zh-Hant\""));
  g_assert_nonnull (strstr (file, "date=\"2020-06-18\" draft=\"true\""));

}

static void
test_refused (Process       *process,
              gconstpointer  data)
{
  static const struct
  {
    const char *arguments[5];
    const char *errors;
  } rows[] = {
    { { "a.csv" }, "koteihyo-cli: *-o*\n" },
    { { "a.csv", "-o", "there.xml" }, "koteihyo-cli: there.xml: there is a file already*\n" },
    { { "a.csv", "-o", "out.xml", "--format=ods" }, "koteihyo-cli: *ods*csv mspdi*\n" },
    { { "a.csv", "-o", "out.xml", "--lang=no such" }, "koteihyo-cli: *no such*\n" },
    { { "a.csv", "-o", "out.xml" }, "a.csv:3: *someday*\n" },
    { { "a.csv", "-o", "out.xml", "--format=mspdi" }, "a.csv:1: *\n" },
    { { "there.xml", "-o", "out.xml" }, "there.xml: this is neither*\n" },
    { { "absent.csv", "-o", "out.xml" }, "koteihyo-cli: absent.csv: *\n" },
  };

  process_write (process, "a.csv", "title,start\nA,2020\nB,someday\n");
  process_write (process, "there.xml", process_sample);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const *a = rows[i].arguments;
      g_autofree char *there = NULL;

      process_run (process, "import", a[0], a[1], a[2], a[3], a[4], NULL);
      process_assert (process, 2, "", rows[i].errors);
      there = process_read (process, "there.xml");
      g_assert_cmpstr (there, ==, process_sample);
      g_assert_false (process_has (process, "out.xml"));
    }
}

#define ADD(path, func) g_test_add (path, Process, NULL, process_set_up, func, process_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/import/csv", test_csv);
  ADD ("/import/amended", test_amended);
  ADD ("/import/mspdi", test_mspdi);
  ADD ("/import/moved", test_moved);
  ADD ("/import/options", test_options);
  ADD ("/import/refused", test_refused);
  return g_test_run ();
}
