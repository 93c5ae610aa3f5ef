/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/item.h"

#include "sample.h"

static void
test_labels (void)
{
  static const struct
  {
    const char *item, *language;
    const char *label, *title;
  } rows[] = {
    { "stage s | number=① | title=IRBの審査 | title@en=Ethics review", "ja", "① IRBの審査", "IRBの審査" },
    { "stage s | number=① | title=IRBの審査 | title@en=Ethics review", "en", "① Ethics review", "Ethics review" },
    { "stage s | number=① | title=IRBの審査", "en", "① IRBの審査", "IRBの審査" },
    { "stage s | number=① | title=IRBの審査", NULL, "① IRBの審査", "IRBの審査" },
    { "stage s | title=IRBの審査", "ja", "IRBの審査", "IRBの審査" },
    { "roadblock r | title=【審査の質】", "ja", "審査の質", "審査の質" },
    { "roadblock r | title=【審査の質】（別添１）", "ja", "【審査の質】（別添１）", "【審査の質】（別添１）" },
    { "roadblock r | title=【審査】と【同意】", "ja", "【審査】と【同意】", "【審査】と【同意】" },
    { "roadblock r | title=【審査", "ja", "【審査", "【審査" },
    { "roadblock r | title=【】", "ja", "", "" },
    { "note n | number=※１ | text=a<ref to=\"x\">※</ref> &amp; b", "ja", "※１ a※ & b", "a※ & b" },
    { "remark r | text=a & b", "ja", "a & b", "a & b" },
    { "section s", "ja", "", "" },
    { "followup f | date=2020-01-01", "ja", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RoadmapItem) item = sample_parse_item (rows[i].item);
      g_autofree char *label = roadmap_item_dup_label (item, rows[i].language);
      g_autofree char *title = roadmap_item_dup_title (item, rows[i].language);

      g_assert_cmpstr (label, ==, rows[i].label);
      g_assert_cmpstr (title, ==, rows[i].title);
    }
}

static void
test_lines_of_title (void)
{
  g_autoptr (RoadmapItem) item = sample_parse_item ("bar b");
  g_autofree char *title = NULL;

  roadmap_item_init_value (item, sample_get_field (item, "title"), NULL, "改正\nガイダンス");
  title = roadmap_item_dup_title (item, "ja");
  g_assert_cmpstr (title, ==, "改正 ガイダンス");
}

static void
test_values (void)
{
  g_autoptr (RoadmapItem) item = sample_parse_item ("bar b | open=true | title=改正 | title@en=Amend | title@de=Ändern");
  const RoadmapField *title = sample_get_field (item, "title");
  g_autofree char *text = roadmap_item_dup_text (item, "title", "en");

  g_assert_cmpstr (roadmap_item_get (item, "title"), ==, "改正");
  g_assert_cmpstr (roadmap_item_get_value (item, title, "de"), ==, "Ändern");
  g_assert_null (roadmap_item_get_value (item, title, "fr"));
  g_assert_null (roadmap_item_get_value (item, title, "ja"));
  g_assert_cmpstr (roadmap_item_get_in (item, "title", "en"), ==, "Amend");
  g_assert_cmpstr (roadmap_item_get_in (item, "title", "fr"), ==, "改正");
  g_assert_cmpstr (roadmap_item_get_in (item, "title", NULL), ==, "改正");
  g_assert_cmpstr (text, ==, "Amend");
  g_assert_null (roadmap_item_get (item, "status"));
  g_assert_null (roadmap_item_get (item, "no-such-field"));
  g_assert_null (roadmap_item_get_in (item, "no-such-field", "en"));
  g_assert_true (roadmap_item_get_boolean (item, "open"));
  g_assert_false (roadmap_item_get_boolean (item, "no-such-field"));

  roadmap_item_init_value (item, title, "en", NULL);
  g_assert_cmpstr (roadmap_item_get_in (item, "title", "en"), ==, "改正");
  g_assert_cmpstr (roadmap_item_get_value (item, title, "de"), ==, "Ändern");
}

static void
join_value_cb (const RoadmapField *field,
               const char         *language,
               const char         *value,
               gpointer            text)
{
  g_string_append_printf (text, "%s%s ", value, language != NULL ? language : "");
}

/* Whatever order values come in, they are visited in the order of the file. */
static void
test_order_of_values (void)
{
  g_autoptr (RoadmapItem) item = sample_parse_item (
    "bar b | timing=7 | title@en=6 | title=4 | title@de=5 | status=3 | end=2 | start=1");
  g_autoptr (GString) text = g_string_new (NULL);

  roadmap_item_foreach_value (item, join_value_cb, text);
  g_assert_cmpstr (text->str, ==, "1 2 3 4 5de 6en 7 ");
}

static const char *
get_id (RoadmapItem *item)
{
  return item != NULL ? roadmap_item_get_id (item) : NULL;
}

static void
test_tree (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  RoadmapItem *root = roadmap_get_root (roadmap);
  RoadmapItem *irb = sample_get (roadmap, "irb");
  RoadmapItem *bar = sample_get (roadmap, "irb.b1");
  RoadmapItem *followup = sample_get (roadmap, "irb.b1.f2");

  g_assert_true (roadmap_item_get_parent (bar) == irb);
  g_assert_null (roadmap_item_get_parent (root));
  g_assert_cmpuint (roadmap_item_get_position (bar), ==, 4);
  g_assert_true (roadmap_item_is (bar, "bar"));
  g_assert_false (roadmap_item_is (bar, "stage"));

  g_assert_true (roadmap_item_is_within (followup, irb));
  g_assert_true (roadmap_item_is_within (irb, irb));
  g_assert_false (roadmap_item_is_within (irb, followup));
  g_assert_false (roadmap_item_is_within (followup, sample_get (roadmap, "ic")));

  g_assert_cmpstr (get_id (roadmap_item_find_around (followup, "chart")), ==, "plan");
  g_assert_cmpstr (get_id (roadmap_item_find_around (irb, "stage")), ==, "irb");
  g_assert_cmpstr (get_id (roadmap_item_find_around (sample_get (roadmap, "genome.b1"), "lane")), ==, "genome.sub");
  g_assert_null (roadmap_item_find_around (followup, "lane"));

  /* Children before siblings, and never out of the top. */
  g_assert_cmpstr (get_id (roadmap_item_next (bar, root)), ==, "irb.b1.f1");
  g_assert_cmpstr (get_id (roadmap_item_next (followup, root)), ==, "irb.b2");
  g_assert_cmpstr (get_id (roadmap_item_next (sample_get (roadmap, "n1.p1"), root)), ==, "map");
  g_assert_null (roadmap_item_next (followup, bar));
  g_assert_null (roadmap_item_next (sample_get (roadmap, "genome.ms"), root));
  g_assert_null (roadmap_item_next (sample_get (roadmap, "irb.b4"), sample_get (roadmap, "irb.b4")));
}

static void
test_inherited (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);

  g_assert_cmpstr (roadmap_item_get_inherited (sample_get (roadmap, "irb.b1.f1"), "edition"), ==, "ed");
  g_assert_cmpstr (roadmap_item_get_inherited (sample_get (roadmap, "irb.b1.f1"), "origin"), ==, "editor");
  g_assert_null (roadmap_item_get_inherited (sample_get (roadmap, "irb.b1"), "origin"));
}

/* A copy is the same text, and lives by itself. */
static void
test_copy (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autoptr (RoadmapItem) copy = roadmap_item_copy (roadmap_get_root (roadmap));
  g_autoptr (Roadmap) second = roadmap_new (copy, "ja", NULL);
  g_autofree char *dump = NULL;

  g_clear_object (&roadmap);
  dump = sample_dump (second);
  g_assert_cmpstr (dump, ==, sample_text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/item/labels", test_labels);
  g_test_add_func ("/item/lines-of-title", test_lines_of_title);
  g_test_add_func ("/item/values", test_values);
  g_test_add_func ("/item/order-of-values", test_order_of_values);
  g_test_add_func ("/item/tree", test_tree);
  g_test_add_func ("/item/inherited", test_inherited);
  g_test_add_func ("/item/copy", test_copy);

  return g_test_run ();
}
