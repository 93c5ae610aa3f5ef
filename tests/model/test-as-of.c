/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/amendment.h"
#include "model/as-of.h"
#include "model/former.h"
#include "model/history.h"
#include "model/lock.h"

#include "sample.h"

/* Amendments at random, one after the other: each edition is afterwards what the roadmap was before the next one. */

#define N_ROUNDS 60
#define N_AMENDMENTS 4
#define N_EDITS 25

typedef struct
{
  Roadmap        *roadmap;
  RoadmapHistory *history;
  guint           n_ids;
  guint           n_applied[4]; /* by RoadmapEditType */
} Random;

/* One whose changes an amendment keeps, or NULL. */
static RoadmapItem *
pick (Random *random)
{
  g_autoptr (GPtrArray) items = roadmap_list (random->roadmap, NULL, NULL);
  RoadmapItem *item = g_ptr_array_index (items, g_test_rand_int_range (0, items->len));

  return !roadmap_item_is_editors (item) && roadmap_has_adopted_wording (item, NULL) && !roadmap_item_is (item, "edition") &&
                 !roadmap_item_is (item, "followup")
             ? item
             : NULL;
}

static char *
invent_value (Random             *random,
              const RoadmapField *field)
{
  g_autoptr (GPtrArray) targets = NULL;

  if (!(field->flags & ROADMAP_FIELD_REQUIRED) && g_test_rand_int_range (0, 4) == 0)
    return NULL;
  if (field->type == ROADMAP_FIELD_POINT)
    return g_strdup_printf ("FY202%d", g_test_rand_int_range (0, 4));
  if (field->type == ROADMAP_FIELD_BOOLEAN)
    return g_strdup (g_test_rand_bit () ? "true" : "false");
  if (field->type == ROADMAP_FIELD_CHOICE)
    return g_strdup (g_test_rand_bit () ? "stated" : "inferred");
  if (!roadmap_field_is_link (field))
    return g_strdup_printf ("x%u", random->n_ids++ % 7);

  targets = roadmap_list (random->roadmap, NULL, field->target);
  return targets->len > 0 ? g_strdup (roadmap_item_get_id (g_ptr_array_index (targets, g_test_rand_int_range (0, targets->len))))
                          : NULL;
}

static RoadmapEdit *
invent_set (Random      *random,
            RoadmapItem *item)
{
  const RoadmapField *fields = roadmap_item_get_kind (item)->fields;
  g_autofree char *value = NULL;
  guint n = 0;

  while (fields[n].name != NULL)
    n++;
  n = g_test_rand_int_range (0, n);
  if (!roadmap_field_is_kept (&fields[n]))
    return NULL;
  value = invent_value (random, &fields[n]);
  return roadmap_edit_new_set (item, &fields[n], roadmap_field_is_text (&fields[n]) && g_test_rand_bit () ? "en" : NULL, value);
}

static RoadmapEdit *
invent_insert (Random      *random,
               RoadmapItem *parent)
{
  const char *children = roadmap_item_get_kind (parent)->children;
  g_auto (GStrv) kinds = g_strsplit (children != NULL ? children : "remark", " ", -1);
  const RoadmapKind *kind = roadmap_schema_find_kind (kinds[g_test_rand_int_range (0, g_strv_length (kinds))]);
  g_autofree char *id = g_strdup_printf ("new%u", random->n_ids++);
  g_autoptr (RoadmapItem) item = roadmap_item_new (kind, id);

  if (kind->fields == roadmap_schema_find_kind ("remark")->fields || g_str_equal (kind->name, "former") ||
      g_str_equal (kind->name, "followup"))
    return NULL;
  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (field->flags & ROADMAP_FIELD_REQUIRED)
      {
        g_autofree char *value = field->type == ROADMAP_FIELD_CHOICE ? g_strdup ("fiscal") : invent_value (random, field);

        roadmap_item_init_value (item, field, NULL, value);
      }
  return roadmap_edit_new_insert (parent, g_test_rand_int_range (0, 5), item);
}

static RoadmapEdit *
invent_move (Random      *random,
             RoadmapItem *item)
{
  RoadmapItem *parent = roadmap_item_get_parent (item);

  for (guint i = 0; i < 20 && g_test_rand_int_range (0, 3) > 0; i++)
    {
      RoadmapItem *other = pick (random);

      if (other != NULL && roadmap_kind_may_contain (roadmap_item_get_kind (other), roadmap_item_get_kind (item)->name))
        parent = other;
    }
  return roadmap_edit_new_move (item, parent, g_test_rand_int_range (0, roadmap_item_get_n_children (parent) + 1));
}

static RoadmapEdit *
invent_edit (Random *random)
{
  RoadmapItem *item = pick (random);

  if (item == NULL)
    return NULL;
  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
    case 1:
      return roadmap_item_get_n_children (item) < 4 ? roadmap_edit_new_remove (item) : NULL;
    case 2:
    case 3:
      return invent_insert (random, item);
    case 4:
    case 5:
    case 6:
      return invent_move (random, item);
    default:
      return invent_set (random, item);
    }
}

static void
change_at_random (Random *random)
{
  g_autoptr (RoadmapEdit) edit = invent_edit (random);

  if (edit == NULL)
    return;
  roadmap_history_begin (random->history, "random");
  if (!roadmap_change (random->roadmap, edit, NULL))
    roadmap_history_rollback (random->history);
  else if (roadmap_history_commit (random->history, NULL))
    random->n_applied[edit->type]++;
}

static void
assert_as_of (Roadmap     *roadmap,
              RoadmapItem *edition,
              const char  *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Roadmap) past = roadmap_as_of (roadmap, edition, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = sample_dump (past);
  sample_assert_text (text, expected);
}

static void
test_random (void)
{
  guint n_applied[4] = { 0 };

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
      g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
      g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) editions = NULL;
      g_autofree char *start = NULL;
      g_autofree char *now = NULL;
      Random random = { roadmap, history, 0, { 0 } };

      for (guint i = 0; i < N_AMENDMENTS; i++)
        {
          g_autofree char *date = g_strdup_printf ("202%u-03-25", i + 1);
          g_autoptr (GError) error = NULL;

          g_ptr_array_add (dumps, sample_dump (roadmap));
          roadmap_open_amendment (roadmap, date, "改定", NULL, &error);
          g_assert_no_error (error);
          for (guint n = 0; n < N_EDITS; n++)
            change_at_random (&random);
          g_assert_true (roadmap_finish_amendment (roadmap, NULL));
        }

      editions = roadmap_list_editions (roadmap);
      g_assert_cmpuint (editions->len, ==, N_AMENDMENTS + 1);
      for (guint i = 0; i < N_AMENDMENTS; i++)
        assert_as_of (roadmap, g_ptr_array_index (editions, i), g_ptr_array_index (dumps, i));
      now = sample_dump (roadmap);
      assert_as_of (roadmap, g_ptr_array_index (editions, N_AMENDMENTS), now);

      while (roadmap_history_get_can_undo (history))
        roadmap_history_undo (history);
      start = sample_dump (roadmap);
      sample_assert_text (start, sample_text);
      for (guint i = 0; i < G_N_ELEMENTS (n_applied); i++)
        n_applied[i] += random.n_applied[i];
    }
  for (guint i = 0; i < G_N_ELEMENTS (n_applied); i++)
    {
      g_test_message ("%u of type %u", n_applied[i], i);
      g_assert_cmpuint (n_applied[i], >, N_ROUNDS);
    }
}

/* Progress is no part of an edition; neither are remarks. */
static void
test_progress (void)
{
  static const char *const edits[] = {
    "set irb.b4 title=総括", "set irb.b4 status=done", "insert irb.b4 0 followup f | date=2022-03-31 | progress=済み",
    "insert ic 0 remark r | text=確認",
  };
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autoptr (Roadmap) past = NULL;
  RoadmapItem *bar;

  roadmap_open_amendment (roadmap, "2022-03-25", "改定", NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, edits[i]);

      g_assert_true (roadmap_change (roadmap, edit, NULL));
    }
  past = roadmap_as_of (roadmap, sample_get (roadmap, "ed"), NULL);
  bar = sample_get (past, "irb.b4");
  g_assert_cmpstr (roadmap_item_get (bar, "title"), ==, "見直し");
  g_assert_cmpstr (roadmap_item_get (bar, "status"), ==, "done");
  g_assert_nonnull (roadmap_lookup (past, "f"));
  g_assert_nonnull (roadmap_lookup (past, "r"));
}

/* What was kept of a file that was edited by hand may be anything: it leads to a roadmap, or to a sentence. */
static void
test_by_hand (void)
{
  static const char *const kept[] = {
    "former f | field=children | until=late | text=irb irb.b4 irb.b4 plan absent irb.r1",
    "former f | field=children | until=late",
    "former f | field=start | until=late",
    "former f | field=measures | until=late | text=absent irb.m2",
  };
  static const char bar[] = "      bar irb.b4 | start=FY2022 | end=FY2022 | title=見直し\n";

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_auto (GStrv) parts = g_strsplit (sample_text, bar, 2);
      g_auto (GStrv) heads = g_strsplit (parts[0], "  domain common", 2);
      g_autofree char *text = g_strconcat (heads[0], "  edition late | date=2022-03-25 | title=x\n  domain common", heads[1], bar,
                                           "        ", kept[i], "\n", parts[1], NULL);
      g_autoptr (Roadmap) roadmap = sample_parse (text);
      g_autoptr (GError) error = NULL;
      g_autoptr (Roadmap) past = roadmap_as_of (roadmap, sample_get (roadmap, "ed"), &error);

      g_assert_true ((past != NULL) != (error != NULL));
      if (error != NULL)
        g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/as-of/random", test_random);
  g_test_add_func ("/as-of/progress", test_progress);
  g_test_add_func ("/as-of/by-hand", test_by_hand);

  return g_test_run ();
}
