/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Many changes at random: what is written is what is in memory, and undone, it is what was read. */

#include <string.h>

#include "document/reader.h"
#include "document/rewrite.h"
#include "edits.h"
#include "fixture.h"
#include "model/history.h"

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
        n += edits_take_step (file.roadmap, history);
      written = fixture_write (file.bytes, file.roadmap);
      check_written (file.roadmap, written);

      /* go on from the file that was saved */
      for (guint i = 0; i < 20; i++)
        n += edits_take_step (file.roadmap, history);
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

/* Where items stand is known as well as if the text had been read anew. */
static void
check_extents (Roadmap *roadmap,
               GBytes  *text,
               GArray  *extents)
{
  RoadmapItem *root = roadmap_get_root (roadmap);
  RoadmapReadFacts facts;
  g_autoptr (GError) error = NULL;
  g_autoptr (Roadmap) again = roadmap_read_any (text, "again.xml", &facts, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root), n++)
    {
      const RoadmapExtent *expected = &g_array_index (facts.extents, RoadmapExtent, n);
      const RoadmapExtent *extent;

      g_assert_cmpuint (roadmap_item_get_serial (item), >, 0);
      g_assert_cmpuint (roadmap_item_get_serial (item), <=, extents->len);
      extent = &g_array_index (extents, RoadmapExtent, roadmap_item_get_serial (item) - 1);
      g_assert_cmpuint (extent->start, ==, expected->start);
      g_assert_cmpuint (extent->end, ==, expected->end);
    }
  g_assert_cmpuint (n, ==, facts.extents->len);
  g_array_unref (facts.extents);
}

static void
edit_some (Roadmap        *roadmap,
           RoadmapHistory *history)
{
  guint n = g_test_rand_int_range (1, 12);

  for (guint i = 0; i < n; i++)
    switch (g_test_rand_int_range (0, 8))
      {
      case 0:
        roadmap_history_undo (history);
        break;
      case 1:
        roadmap_history_redo (history);
        break;
      default:
        edits_take_step (roadmap, history);
      }
}

/* What is written by what changed is what is written by comparing all; save after save, and after saves that failed. */
static void
test_rewrite (gconstpointer path)
{
  guint n_saves = 0;

  for (guint round = 0; round < (g_test_quick () ? 10 : 200); round++)
    {
      g_autoptr (GBytes) text = fixture_load (path);
      RoadmapReadFacts facts;
      g_autoptr (Roadmap) roadmap = roadmap_read_any (text, "file.xml", &facts, NULL);
      g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
      g_autoptr (RoadmapChanges) changes = roadmap_changes_new (roadmap);
      g_autoptr (GArray) extents = facts.extents;

      roadmap_set_wording_locked (roadmap, FALSE);
      for (guint i = 0; i < 12; i++)
        {
          g_autoptr (RoadmapRewrite) rewrite = NULL;
          g_autoptr (GBytes) expected = NULL;
          g_autoptr (GBytes) written = NULL;
          g_autoptr (RoadmapChanges) taken = NULL;
          gboolean fails = g_test_rand_int_range (0, 4) == 0;

          edit_some (roadmap, history);
          expected = fixture_write (text, roadmap);
          rewrite = roadmap_rewrite_new (text, extents, roadmap, changes);
          g_assert_nonnull (rewrite);
          taken = roadmap_changes_take (changes);
          if (g_test_rand_bit ())
            edit_some (roadmap, history);
          written = roadmap_rewrite_run (rewrite);
          fixture_assert_bytes ("rewritten", written, expected);
          if (fails)
            {
              roadmap_changes_give_back (changes, g_steal_pointer (&taken));
              continue;
            }

          g_array_unref (extents);
          extents = roadmap_rewrite_adopt (rewrite);
          g_bytes_unref (text);
          text = g_bytes_ref (written);
          n_saves++;
          if (roadmap_changes_is_empty (changes))
            check_extents (roadmap, text, extents);
        }
    }
  g_test_message ("%u saves", n_saves);
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
  g_test_add_data_func ("/writer-random/rewrite/roadmap", data, test_rewrite);
  g_test_add_data_func ("/writer-random/rewrite/second", odd, test_rewrite);
  g_test_add_func ("/writer-random/linear", test_linear);
  return g_test_run ();
}
