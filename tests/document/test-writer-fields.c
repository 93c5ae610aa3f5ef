/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* One change in a whole roadmap is one change in its file, whatever the item and the field. */

#include <string.h>

#include "fixture.h"

/* Each change writes the whole file, which takes long with sanitizers: there, every seventh item is looked at. */
#ifdef __SANITIZE_ADDRESS__
#define STEP 7
#else
#define STEP 1
#endif

static void
assert_unchanged (FixtureFile *file,
                  const char  *what)
{
  g_autoptr (GBytes) written = fixture_write (file->bytes, file->roadmap);

  fixture_assert_bytes (what, written, file->bytes);
}

static void
test_unchanged (gconstpointer path)
{
  FixtureFile file;
  gint64 start;

  fixture_open (&file, path);
  start = g_get_monotonic_time ();
  assert_unchanged (&file, path);
  g_test_message ("%" G_GSIZE_FORMAT " bytes written in %.1f ms", g_bytes_get_size (file.bytes),
                  (g_get_monotonic_time () - start) / 1000.0);
  fixture_close (&file);
}

/* How many lines differ, not counting those at both ends that are the same, and the first that does. */
static void
count_changed_lines (GBytes *before,
                     GBytes *after,
                     guint  *first,
                     guint  *removed,
                     guint  *added)
{
  g_auto (GStrv) old = g_strsplit (g_bytes_get_data (before, NULL), "\n", -1);
  g_auto (GStrv) new = NULL;
  g_autofree char *text = g_strndup (g_bytes_get_data (after, NULL), g_bytes_get_size (after));
  guint same_end = 0, n_old = g_strv_length (old), n_new;

  new = g_strsplit (text, "\n", -1);
  n_new = g_strv_length (new);
  for (*first = 0; *first < MIN (n_old, n_new) && strcmp (old[*first], new[*first]) == 0;)
    *first += 1;
  while (same_end < MIN (n_old, n_new) - *first && strcmp (old[n_old - 1 - same_end], new[n_new - 1 - same_end]) == 0)
    same_end++;
  *removed = n_old - same_end - *first;
  *added = n_new - same_end - *first;
  *first += 1;
}

static guint
count_lines (const char *value)
{
  guint lines = 1;

  if (value == NULL)
    return 0;
  for (; *value != '\0'; value++)
    lines += *value == '\n';
  return lines;
}

/* Sets the field, looks at the lines that change, and takes it back. */
static void
check_set (FixtureFile        *file,
           RoadmapItem        *item,
           const RoadmapField *field,
           const char         *language,
           const char         *value)
{
  g_autoptr (RoadmapEdit) edit = roadmap_edit_new_set (item, field, language, value);
  g_autofree char *what = g_strdup_printf ("%s %s@%s=%s", roadmap_item_get_id (item), field->name, language, value);
  guint n_lines = count_lines (roadmap_item_get_value (item, field, language));
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;
  guint first, removed, added;

  roadmap_apply (file->roadmap, edit, &error);
  g_assert_no_error (error);
  written = fixture_write (file->bytes, file->roadmap);
  count_changed_lines (file->bytes, written, &first, &removed, &added);
  roadmap_revert (file->roadmap, edit);

  if (!roadmap_field_is_text (field))
    {
      g_assert_cmpuint (first, ==, roadmap_item_get_line (item));
      g_assert_cmpuint (removed, ==, 1);
      g_assert_cmpuint (added, ==, 1);
      return;
    }
  if (removed != n_lines || added != count_lines (value))
    g_error ("%s: %u lines became %u", what, removed, added);
  g_assert_cmpuint (first, >, roadmap_item_get_line (item));
}

typedef struct
{
  FixtureFile *file;
  RoadmapItem *item;
  guint        n;
} Walk;

static void
change_value_cb (const RoadmapField *field,
                 const char         *language,
                 const char         *value,
                 gpointer            user_data)
{
  Walk *walk = user_data;
  g_autofree char *new_value = fixture_create_value (walk->file->roadmap, field, value);

  if (new_value == NULL || strcmp (new_value, value) == 0)
    return;
  check_set (walk->file, walk->item, field, language, new_value);
  walk->n++;
}

/* Every value there is becomes another one: one line each.  The values are looked through before, for they change. */
static void
test_every_value (gconstpointer path)
{
  FixtureFile file;
  g_autoptr (GPtrArray) items = NULL;
  guint n = 0;

  fixture_open (&file, path);
  items = roadmap_list (file.roadmap, NULL, NULL);
  g_ptr_array_add (items, roadmap_get_root (file.roadmap));
  for (guint i = 0; i < items->len; i += STEP)
    {
      RoadmapItem *item = g_ptr_array_index (items, i);
      g_autoptr (RoadmapItem) copy = roadmap_item_copy (item);
      Walk walk = { &file, item, 0 };

      roadmap_item_foreach_value (copy, change_value_cb, &walk);
      n += walk.n;
    }
  g_test_message ("%u values changed", n);
  g_assert_cmpuint (n, >, 1000 / STEP / 2);
  assert_unchanged (&file, "every value");
  fixture_close (&file);
}

/* Fields that are empty get a value, and translations go: a few items of each kind. */
static void
test_every_field (gconstpointer path)
{
  FixtureFile file;

  fixture_open (&file, path);
  for (const RoadmapKind *kind = roadmap_schema_get_kinds (); kind->name != NULL; kind++)
    {
      g_autoptr (GPtrArray) items = roadmap_list (file.roadmap, NULL, kind->name);

      for (guint i = 0; i < items->len; i += MAX (items->len / 3, 1))
        for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
          {
            RoadmapItem *item = g_ptr_array_index (items, i);
            g_autofree char *value = fixture_create_value (file.roadmap, field, NULL);

            if (value != NULL && roadmap_item_get_value (item, field, NULL) == NULL)
              check_set (&file, item, field, NULL, value);
            if (roadmap_field_is_text (field) && roadmap_item_get_value (item, field, "en") != NULL)
              check_set (&file, item, field, "en", NULL);
            if (roadmap_field_is_text (field))
              check_set (&file, item, field, "zh-Hant", value);
          }
    }
  assert_unchanged (&file, "every field");
  fixture_close (&file);
}

static void
note_wording_cb (const RoadmapField *field,
                 const char         *language,
                 const char         *value,
                 gpointer            found)
{
  if (roadmap_field_is_text (field))
    *(gboolean *) found = TRUE;
}

/* Whether the element around @item has nothing else in it; without it, its two tags become one. */
static gboolean
is_alone (RoadmapItem *item)
{
  RoadmapItem *parent = roadmap_item_get_parent (item);
  gboolean has_wording = FALSE;

  roadmap_item_foreach_value (parent, note_wording_cb, &has_wording);
  return !has_wording && roadmap_item_get_n_children (parent) == 1;
}

/* Every item goes, with its lines and no other, and comes back. */
static void
test_every_item (gconstpointer path)
{
  FixtureFile file;
  g_autoptr (GPtrArray) items = NULL;

  fixture_open (&file, path);
  items = roadmap_list (file.roadmap, NULL, NULL);
  for (guint i = 0; i < items->len; i += STEP)
    {
      RoadmapItem *item = g_ptr_array_index (items, i);
      g_autoptr (RoadmapEdit) edit = roadmap_edit_new_remove (item);
      g_autoptr (GBytes) written = NULL;
      g_autoptr (GError) error = NULL;
      gboolean alone = is_alone (item);
      guint first, removed, added;

      roadmap_apply (file.roadmap, edit, &error);
      g_assert_no_error (error);
      written = fixture_write (file.bytes, file.roadmap);
      count_changed_lines (file.bytes, written, &first, &removed, &added);
      g_assert_cmpuint (added, ==, alone ? 1 : 0);
      g_assert_cmpuint (first, ==, roadmap_item_get_line (item) - added);
      g_assert_cmpuint (removed, >=, 3);
      roadmap_revert (file.roadmap, edit);
    }
  assert_unchanged (&file, "every item");
  fixture_close (&file);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *data = NULL;
  g_autofree char *odd = NULL;

  g_test_init (&argc, &argv, NULL);
  data = fixture_dup_data_path ();
  odd = fixture_dup_odd_path ();

  g_test_add_data_func ("/writer-fields/unchanged/roadmap", data, test_unchanged);
  g_test_add_data_func ("/writer-fields/unchanged/second", odd, test_unchanged);
  g_test_add_data_func ("/writer-fields/every-value", data, test_every_value);
  g_test_add_data_func ("/writer-fields/every-field", data, test_every_field);
  g_test_add_data_func ("/writer-fields/every-item", data, test_every_item);
  return g_test_run ();
}
