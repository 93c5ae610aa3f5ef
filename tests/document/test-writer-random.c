/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Many changes at random: what is written is what is in memory, and undone, it is what was read. */

#include <string.h>

#include "document/reader.h"
#include "fixture.h"
#include "model/history.h"

static RoadmapItem *
pick (Roadmap *roadmap)
{
  g_autoptr (GPtrArray) items = roadmap_list (roadmap, NULL, NULL);

  return g_ptr_array_index (items, g_test_rand_int_range (0, items->len));
}

static RoadmapEdit *
create_set (Roadmap *roadmap)
{
  RoadmapItem *item = pick (roadmap);
  const RoadmapField *fields = roadmap_item_get_kind (item)->fields;
  guint n = 0;
  const char *language = NULL;
  g_autofree char *value = NULL;

  while (fields[n].name != NULL)
    n++;
  n = g_test_rand_int_range (0, n);
  if (roadmap_field_is_text (&fields[n]) && g_test_rand_bit ())
    language = g_test_rand_bit () ? "en" : "de";
  if (g_test_rand_int_range (0, 4) > 0)
    value = fixture_create_value (roadmap, &fields[n], NULL);
  return roadmap_edit_new_set (item, &fields[n], language, value);
}

/* A new item with random values; some have children. */
static RoadmapItem *
create_item (Roadmap     *roadmap,
             RoadmapItem *parent,
             guint        depth)
{
  const char *children = roadmap_item_get_kind (parent)->children;
  g_auto (GStrv) kinds = children != NULL ? g_strsplit (children, " ", -1) : NULL;
  const RoadmapKind *kind;
  g_autofree char *id = NULL;
  RoadmapItem *item;

  if (kinds == NULL)
    return NULL;
  kind = roadmap_schema_find_kind (kinds[g_test_rand_int_range (0, g_strv_length (kinds))]);
  id = roadmap_dup_new_id (roadmap, kind);
  item = roadmap_item_new (kind, id);
  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *value = fixture_create_value (roadmap, field, NULL);

      if (value != NULL && (field->flags & ROADMAP_FIELD_REQUIRED || g_test_rand_bit ()))
        roadmap_item_init_value (item, field, NULL, value);
    }
  for (guint i = depth; i < 2; i++)
    {
      g_autoptr (RoadmapItem) child = create_item (roadmap, item, depth + 1);

      if (child != NULL)
        roadmap_item_init_child (item, child);
    }
  return item;
}

/* The new parent is near, or far away. */
static RoadmapEdit *
create_move (Roadmap *roadmap)
{
  RoadmapItem *item = pick (roadmap);
  RoadmapItem *parent = roadmap_item_get_parent (item);

  if (g_test_rand_bit ())
    for (guint i = 0; i < 100; i++)
      {
        RoadmapItem *other = pick (roadmap);

        if (roadmap_kind_may_contain (roadmap_item_get_kind (other), roadmap_item_get_kind (item)->name) &&
            !roadmap_item_is_within (other, item))
          parent = other;
      }
  return roadmap_edit_new_move (item, parent, g_test_rand_int_range (0, roadmap_item_get_n_children (parent) + 1));
}

static RoadmapEdit *
create_edit (Roadmap *roadmap)
{
  RoadmapItem *parent = pick (roadmap);
  g_autoptr (RoadmapItem) item = NULL;
  guint position;

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return roadmap_edit_new_remove (pick (roadmap));
    case 1:
    case 2:
      return create_move (roadmap);
    case 3:
      item = create_item (roadmap, parent, 0);
      position = g_test_rand_int_range (0, roadmap_item_get_n_children (parent) + 1);
      if (item != NULL)
        return roadmap_edit_new_insert (parent, position, item);
      G_GNUC_FALLTHROUGH;
    default:
      return create_set (roadmap);
    }
}

/* What does not keep the rules is taken back by the history. */
static gboolean
edit_at_random (Roadmap        *roadmap,
                RoadmapHistory *history)
{
  g_autoptr (RoadmapEdit) edit = create_edit (roadmap);

  roadmap_history_begin (history, "edit");
  if (roadmap_apply (roadmap, edit, NULL))
    return roadmap_history_commit (history, NULL);

  roadmap_history_rollback (history);
  return FALSE;
}

/* What was written is what is in memory, and writing it once more changes nothing. */
static void
check_written (Roadmap *roadmap,
               GBytes  *written)
{
  g_autofree char *dump = fixture_dump (roadmap);
  g_autofree char *dump_again = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (Roadmap) read = NULL;
  g_autoptr (GError) error = NULL;

  read = roadmap_read (written, "written.xml", &error);
  g_assert_no_error (error);
  dump_again = fixture_dump (read);
  fixture_assert_text ("read again", dump_again, -1, dump, -1);

  again = fixture_write (written, roadmap);
  fixture_assert_bytes ("written again", again, written);
}

static void
test_random (gconstpointer path)
{
  guint n = 0;

  for (guint round = 0; round < (g_test_quick () ? 10 : 200); round++)
    {
      FixtureFile file;
      g_autoptr (RoadmapHistory) history = NULL;
      g_autoptr (GBytes) written = NULL;
      g_autoptr (GBytes) more = NULL;
      g_autoptr (GBytes) from_nothing = NULL;
      g_autoptr (GBytes) undone = NULL;

      fixture_open (&file, path);
      history = roadmap_history_new (file.roadmap);
      for (guint i = 0; i < 50; i++)
        n += edit_at_random (file.roadmap, history);
      written = fixture_write (file.bytes, file.roadmap);
      check_written (file.roadmap, written);

      /* go on from the file that was saved */
      for (guint i = 0; i < 20; i++)
        n += edit_at_random (file.roadmap, history);
      more = fixture_write (written, file.roadmap);
      check_written (file.roadmap, more);
      from_nothing = fixture_write (NULL, file.roadmap);
      check_written (file.roadmap, from_nothing);

      while (roadmap_history_get_can_undo (history))
        roadmap_history_undo (history);
      undone = fixture_write (file.bytes, file.roadmap);
      fixture_assert_bytes ("undone", undone, file.bytes);
      fixture_close (&file);
    }
  g_test_message ("%u edits", n);
}

/* Time that grows with the square would show. */
static void
test_linear (void)
{
  g_autoptr (GString) body = g_string_new ("<chart id='c' calendar='fiscal' start='FY2020' end='FY2023'><title/>");
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (Roadmap) roadmap = NULL;
  gint64 start;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (body, "<note id='n%u' number='%u'><text>t</text></note>", i, i);
  g_string_append (body, "</chart>");
  text = fixture_wrap (body->str);
  bytes = g_bytes_new_static (text, strlen (text));
  roadmap = fixture_read (text);
  fixture_edit (roadmap, "move n19999 c 0\nmove n5 c 10000\nremove n7\ninsert c 300 remark m M");

  start = g_get_monotonic_time ();
  written = fixture_write (bytes, roadmap);
  g_test_message ("20000 items on one line in %.1f ms", (g_get_monotonic_time () - start) / 1000.0);
  check_written (roadmap, written);
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

  g_test_add_data_func ("/writer-random/roadmap", data, test_random);
  g_test_add_data_func ("/writer-random/second", odd, test_random);
  g_test_add_func ("/writer-random/linear", test_linear);
  return g_test_run ();
}
