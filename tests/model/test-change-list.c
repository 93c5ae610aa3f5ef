/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/amendment.h"
#include "model/as-of.h"
#include "model/change-list.h"

#include "sample.h"

static const char plan[] =
  "roadmap roadmap | edition=ed | date=2020-06-18 | title=工程表\n"
  "  edition ed | date=2020-06-18 | title=令和２年６月18日\n"
  "  chart c | calendar=fiscal | start=FY2020 | end=FY2022 | title=障壁\n"
  "    stage s | title=IRB\n"
  "      bar s.1 | start=FY2020 | end=FY2020 | title=改正 | title@en=Amend\n"
  "      bar s.2 | start=FY2021 | end=FY2021 | title=周知 | title@en=Make known\n"
  "      bar s.3 | start=FY2021 | end=FY2022 | title=検討\n"
  "    stage t | title=IC\n"
  "      bar t.1 | start=FY2020 | end=FY2020 | title=説明文書\n";

/* "TYPE id in CONTAINER: what differs" a line. */
static char *
dump (RoadmapChangeList *list)
{
  static const char *const types[] = { "revised", "added", "removed" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->changes->len; i++)
    {
      const RoadmapChange *change = g_ptr_array_index (list->changes, i);

      g_string_append_printf (text, "%s %s in %s", types[change->type], roadmap_item_get_id (change->item),
                              change->container != NULL ? roadmap_item_get_id (change->container) : "-");
      for (guint j = 0; j < change->differences->len; j++)
        {
          const RoadmapDifference *difference = g_ptr_array_index (change->differences, j);

          if (difference->type == ROADMAP_DIFFERENCE_MOVED)
            g_string_append (text, " moved");
          else
            g_string_append_printf (text, " %s%s%s", difference->field->name, difference->language != NULL ? "@" : "",
                                    difference->language != NULL ? difference->language : "");
        }
      g_string_append_c (text, '\n');
    }
  g_string_append_printf (text, "%u %u %u\n", list->n[0], list->n[1], list->n[2]);
  return g_string_free (text, FALSE);
}

static void
change (Roadmap    *roadmap,
        const char *text)
{
  g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, text);
  g_autoptr (GError) error = NULL;

  roadmap_change (roadmap, edit, &error);
  g_assert_no_error (error);
}

static void
assert_changes (Roadmap    *old,
                Roadmap    *new,
                const char *language,
                const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoadmapChangeList) list = roadmap_change_list_new (old, new, language, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = dump (list);
  g_assert_cmpstr (text, ==, expected);
}

/* Since an edition: what is kept for it is not told, and what was taken out is gone. */
static void
test_edition (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan);
  g_autoptr (Roadmap) past = NULL;
  g_autoptr (GError) error = NULL;

  roadmap_open_amendment (roadmap, "2022-03-25", "改定", NULL, &error);
  g_assert_no_error (error);
  change (roadmap, "set s.1 title=全面改正");
  change (roadmap, "set s.1 end=FY2021");
  change (roadmap, "remove s.2");
  change (roadmap, "move s.3 t 0");
  change (roadmap, "insert t -1 bar t.2 | start=FY2022 | end=FY2022 | title=新設");
  past = roadmap_as_of (roadmap, sample_get (roadmap, "ed"), &error);
  g_assert_no_error (error);
  assert_changes (past, roadmap, "ja",
                  "revised s.1 in s end title\n"
                  "removed s.2 in s\n"
                  "revised s.3 in t moved\n"
                  "added t.2 in t\n"
                  "2 1 1\n");
  assert_changes (roadmap, roadmap, "ja", "0 0 0\n");
}

/* Readers are told what differs in their language; the wording itself where its translation stayed. */
static void
test_languages (void)
{
  g_autoptr (Roadmap) old = sample_parse (plan);
  g_autoptr (Roadmap) new = sample_parse (plan);

  roadmap_set_wording_locked (new, FALSE);
  change (new, "set s.1 title=全面改正");
  change (new, "set s.1 title@en=Amend all");
  change (new, "set s.2 title@en=Announce");
  change (new, "set s.3 title=再検討");
  assert_changes (old, new, "ja", "revised s.1 in s title\nrevised s.3 in s title\n2 0 0\n");
  assert_changes (old, new, NULL, "revised s.1 in s title\nrevised s.3 in s title\n2 0 0\n");
  assert_changes (old, new, "en",
                  "revised s.1 in s title@en\n"
                  "revised s.2 in s title@en\n"
                  "revised s.3 in s title\n"
                  "3 0 0\n");
}

/* Progress is told too, between two files. */
static void
test_progress (void)
{
  g_autoptr (Roadmap) old = sample_parse (plan);
  g_autoptr (Roadmap) new = sample_parse (plan);

  change (new, "insert s.1 0 followup f | date=2021-06-01 | progress=済み");
  assert_changes (old, new, "ja", "added f in s\n0 1 0\n");
  assert_changes (new, old, "ja", "removed f in s\n0 0 1\n");
}

static void
test_strangers (void)
{
  g_autoptr (Roadmap) old = sample_parse (plan);
  g_autoptr (Roadmap) other = sample_parse ("roadmap other | title=別\n");
  g_autoptr (GError) error = NULL;

  g_assert_null (roadmap_change_list_new (old, other, "ja", &error));
  g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change-list/edition", test_edition);
  g_test_add_func ("/change-list/languages", test_languages);
  g_test_add_func ("/change-list/progress", test_progress);
  g_test_add_func ("/change-list/strangers", test_strangers);
  return g_test_run ();
}
