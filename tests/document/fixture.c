/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "fixture.h"

#include <string.h>

#include "document/reader.h"
#include "document/writer.h"

char *
fixture_dup_data_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "roadmap.xml", NULL);
}

char *
fixture_dup_odd_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "data", "second.xml", NULL);
}

char *
fixture_dup_schema (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "roadmap.rng", NULL);
}

GBytes *
fixture_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content;
  gsize size;

  g_file_get_contents (path, &content, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, size);
}

char *
fixture_wrap (const char *body)
{
  return g_strconcat ("<?xml version=\"1.0\"?>\n"
                      "<roadmap xmlns=\"https://koteihyo.org/ns/roadmap\" version=\"1\" xml:lang=\"ja\" id=\"r\">\n"
                      "  <title>R</title>\n", body, "</roadmap>\n", NULL);
}

Roadmap *
fixture_read (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  Roadmap *roadmap = roadmap_read (bytes, "test.xml", &error);

  g_assert_no_error (error);
  return roadmap;
}

void
fixture_open (FixtureFile *file,
              const char  *path)
{
  g_autoptr (GError) error = NULL;

  file->bytes = fixture_load (path);
  file->roadmap = roadmap_read (file->bytes, "file.xml", &error);
  g_assert_no_error (error);
  roadmap_set_wording_locked (file->roadmap, FALSE);
}

void
fixture_close (FixtureFile *file)
{
  g_clear_pointer (&file->bytes, g_bytes_unref);
  g_clear_object (&file->roadmap);
}

static RoadmapItem *
find (Roadmap    *roadmap,
      const char *id)
{
  RoadmapItem *item = roadmap_lookup (roadmap, id);

  if (item == NULL)
    g_error ("no item %s", id);
  return item;
}

static void
apply (Roadmap     *roadmap,
       RoadmapEdit *edit)
{
  g_autoptr (RoadmapEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  roadmap_apply (roadmap, owned, &error);
  g_assert_no_error (error);
}

static char *
read_value (const char *text)
{
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\\n", -1) : NULL;

  return lines != NULL ? g_strjoinv ("\n", lines) : NULL;
}

static void
set (Roadmap    *roadmap,
     const char *id,
     const char *name,
     const char *text)
{
  g_auto (GStrv) parts = g_strsplit (name, "@", 2);
  g_autofree char *value = read_value (text);
  RoadmapItem *item = find (roadmap, id);
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), parts[0]);

  g_assert_nonnull (field);
  apply (roadmap, roadmap_edit_new_set (item, field, parts[1], value));
}

static void
insert (Roadmap    *roadmap,
        char      **words,
        const char *text)
{
  const RoadmapKind *kind = roadmap_schema_find_kind (words[2]);
  const RoadmapField *field = roadmap_kind_find_field (kind, "title");
  g_autoptr (RoadmapItem) item = roadmap_item_new (kind, words[3]);
  g_autofree char *value = read_value (text);

  if (field == NULL)
    field = roadmap_kind_find_field (kind, "text");
  if (value != NULL)
    roadmap_item_init_value (item, field, NULL, value);
  apply (roadmap, roadmap_edit_new_insert (find (roadmap, words[0]), g_ascii_strtoull (words[1], NULL, 10), item));
}

static void
run_line (Roadmap    *roadmap,
          const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 6);
  guint n = g_strv_length (words);

  if (strcmp (words[0], "set") == 0 || strcmp (words[0], "unset") == 0)
    {
      g_auto (GStrv) parts = g_strsplit (line, " ", 4);

      set (roadmap, parts[1], parts[2], words[0][0] == 's' ? parts[3] : NULL);
    }
  else if (strcmp (words[0], "insert") == 0)
    insert (roadmap, words + 1, n > 5 ? words[5] : NULL);
  else if (strcmp (words[0], "remove") == 0)
    apply (roadmap, roadmap_edit_new_remove (find (roadmap, words[1])));
  else if (strcmp (words[0], "move") == 0)
    apply (roadmap, roadmap_edit_new_move (find (roadmap, words[1]), find (roadmap, words[2]),
                                           g_ascii_strtoull (words[3], NULL, 10)));
  else
    g_error ("cannot %s", words[0]);
}

void
fixture_edit (Roadmap    *roadmap,
              const char *script)
{
  g_auto (GStrv) lines = g_strsplit (script, "\n", -1);

  roadmap_set_wording_locked (roadmap, FALSE);
  for (char **line = lines; *line != NULL; line++)
    run_line (roadmap, *line);
}

static void
dump_value_cb (const RoadmapField *field,
               const char         *language,
               const char         *value,
               gpointer            text)
{
  g_autofree char *escaped = g_strescape (value, NULL);

  g_string_append_printf (text, "  %s%s%s=%s\n", field->name, language != NULL ? "@" : "",
                          language != NULL ? language : "", escaped);
}

char *
fixture_dump (Roadmap *roadmap)
{
  RoadmapItem *root = roadmap_get_root (roadmap);
  GString *text = g_string_new (NULL);

  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    {
      RoadmapItem *parent = roadmap_item_get_parent (item);

      g_string_append_printf (text, "%s %s in %s\n", roadmap_item_get_kind (item)->name, roadmap_item_get_id (item),
                              parent != NULL ? roadmap_item_get_id (parent) : roadmap_get_language (roadmap));
      roadmap_item_foreach_value (item, dump_value_cb, text);
    }
  return g_string_free (text, FALSE);
}

char *
fixture_create_value (Roadmap            *roadmap,
                      const RoadmapField *field,
                      const char         *old)
{
  static const char *const points[] = { "FY2021", "FY2022-Q3", "2021-04", "FY2021-H2" };
  guint n = g_test_rand_int_range (0, 1000);
  g_auto (GStrv) choices = field->choices != NULL ? g_strsplit (field->choices, " ", -1) : NULL;

  switch (field->type)
    {
    case ROADMAP_FIELD_NUMBER:
      return g_strdup_printf ("%u", n + 1);
    case ROADMAP_FIELD_BOOLEAN:
      return g_strdup (g_strcmp0 (old, "true") == 0 ? "false" : "true");
    case ROADMAP_FIELD_CHOICE:
      return g_strdup (g_strcmp0 (old, choices[0]) == 0 && choices[1] != NULL ? choices[1] : choices[0]);
    case ROADMAP_FIELD_POINT:
      return g_strdup (g_strcmp0 (old, points[n % 4]) == 0 ? points[(n + 1) % 4] : points[n % 4]);
    case ROADMAP_FIELD_DATE:
      return g_strdup_printf ("20%02u-07-%02u", n % 90, n % 28 + 1);
    case ROADMAP_FIELD_COLOUR:
      return g_strdup_printf ("#%06x", n);
    case ROADMAP_FIELD_URI:
      return g_strdup_printf ("https://example.org/?a=%u&b='", n);
    case ROADMAP_FIELD_MARKUP:
      return g_strdup_printf ("%u &lt;<ref to=\"x\">%s</ref> <link href='https://example.org/?a&amp;b'>字</link>", n,
                              n % 2 ? "①" : "1");
    case ROADMAP_FIELD_REF:
    case ROADMAP_FIELD_REFS:
      {
        g_autoptr (GPtrArray) targets = roadmap_list (roadmap, NULL, field->target);

        return targets->len > 0 ? g_strdup (roadmap_item_get_id (g_ptr_array_index (targets, n % targets->len))) : NULL;
      }
    case ROADMAP_FIELD_STRING:
    case ROADMAP_FIELD_TEXT:
    default:
      return g_strdup_printf ("%u <&>\"' ]]> 保健𠮷医療\t.", n);
    }
}

GBytes *
fixture_write (GBytes  *original,
               Roadmap *roadmap)
{
  g_autoptr (GError) error = NULL;
  GBytes *written = roadmap_write (original, roadmap, &error);

  g_assert_no_error (error);
  return written;
}

void
fixture_assert_text (const char *what,
                     const char *actual,
                     gssize      actual_size,
                     const char *expected,
                     gssize      expected_size)
{
  g_autofree char *a = actual_size < 0 ? g_strdup (actual) : g_strndup (actual, actual_size);
  g_autofree char *e = expected_size < 0 ? g_strdup (expected) : g_strndup (expected, expected_size);
  g_auto (GStrv) lines = g_strsplit (a, "\n", -1);
  g_auto (GStrv) wanted = g_strsplit (e, "\n", -1);
  guint i = 0;

  if (strcmp (a, e) == 0)
    return;

  while (lines[i] != NULL && wanted[i] != NULL && strcmp (lines[i], wanted[i]) == 0)
    i++;
  g_test_message ("%s: line %u differs\nexpected: %s\nactual:   %s\nthe whole:\n%s", what, i + 1,
                  wanted[i] != NULL ? wanted[i] : "(end)", lines[i] != NULL ? lines[i] : "(end)",
                  strlen (a) < 4000 ? a : "(long)");
  g_test_fail ();
  g_error ("%s: line %u differs", what, i + 1);
}

void
fixture_assert_bytes (const char *what,
                      GBytes     *actual,
                      GBytes     *expected)
{
  g_assert_nonnull (actual);
  fixture_assert_text (what, g_bytes_get_data (actual, NULL), g_bytes_get_size (actual),
                       g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
  g_assert_true (g_bytes_equal (actual, expected));
}
