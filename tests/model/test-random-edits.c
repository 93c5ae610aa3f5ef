/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/filter-set.h"
#include "model/history.h"
#include "model/query.h"
#include "model/rules.h"
#include "model/search-index.h"
#include "model/tally.h"

#include "sample.h"

#include <string.h>

/* Thousands of edits of all kinds, right and wrong, in steps that stand, fail or are rolled back.  Whatever happened,
 * undo leads back through every state there was, and redo forth again. */

#define N_EDITS 20000
/* Keeps the roadmap about this large. */
#define MIN_ITEMS 30
#define MAX_ITEMS 60

typedef struct
{
  Roadmap        *roadmap;
  RoadmapHistory *history;
  GPtrArray      *removed; /* items that were taken out, to be put in again */
  GPtrArray      *dumps;   /* checksums: after 0, 1, 2 … steps */
  RoadmapSearchIndex *index;
  RoadmapFilter      *filter;
  RoadmapFilterSet   *shown;
  GPtrArray          *counted; /* the stages there were at first */
  RoadmapTally        tally;   /* of these */
  guint           n_edits, n_refused, n_rolled_back;
  guint           n_applied[4]; /* by RoadmapEditType */
} Random;

static RoadmapItem *
pick (GPtrArray *items)
{
  return items->len > 0 ? g_ptr_array_index (items, g_test_rand_int_range (0, items->len)) : NULL;
}

static RoadmapItem *
pick_item (Random *random)
{
  g_autoptr (GPtrArray) items = roadmap_list (random->roadmap, NULL, NULL);

  return items->len > 0 ? pick (items) : roadmap_get_root (random->roadmap);
}

/* By type of field. */
static const char *const right_values[] = {
  [ROADMAP_FIELD_STRING] = "①",
  [ROADMAP_FIELD_TEXT] = "改正\nする",
  [ROADMAP_FIELD_MARKUP] = "a<ref to=\"n1\">※</ref>",
  [ROADMAP_FIELD_NUMBER] = "3",
  [ROADMAP_FIELD_BOOLEAN] = "true",
  [ROADMAP_FIELD_CHOICE] = "fiscal",
  [ROADMAP_FIELD_POINT] = "FY2021",
  [ROADMAP_FIELD_DATE] = "2021-03-31",
  [ROADMAP_FIELD_COLOUR] = "#3584e4",
  [ROADMAP_FIELD_URI] = "https://a.example/",
};

/* Of the right form, though what a link leads to may be absent. */
static char *
invent_right_value (Random             *random,
                    const RoadmapField *field)
{
  g_autoptr (GPtrArray) targets = NULL;

  if (!roadmap_field_is_link (field))
    return g_strdup (right_values[field->type]);

  targets = roadmap_list (random->roadmap, NULL, field->target);
  return g_strdup (targets->len > 0 ? roadmap_item_get_id (pick (targets)) : "absent");
}

/* Mostly a value of the right form, sometimes none, sometimes any other. */
static char *
invent_value (Random             *random,
              const RoadmapField *field)
{
  int kind = g_test_rand_int_range (0, 12);

  if (kind == 0)
    return NULL;
  if (kind == 1)
    return g_strdup (right_values[g_test_rand_int_range (0, G_N_ELEMENTS (right_values))]);
  if (field->type == ROADMAP_FIELD_POINT && kind < 5)
    return g_strdup ("FY2020-Q3");
  if (field->type == ROADMAP_FIELD_TEXT && kind < 7)
    return g_strdup_printf ("x%u", random->n_edits);
  return invent_right_value (random, field);
}

static RoadmapEdit *
invent_set (Random *random)
{
  RoadmapItem *item = pick_item (random);
  const RoadmapKind *kind = roadmap_item_get_kind (item);
  guint n_fields = 0;
  const RoadmapField *field;
  g_autofree char *value = NULL;

  while (kind->fields[n_fields].name != NULL)
    n_fields++;
  field = &kind->fields[g_test_rand_int_range (0, n_fields)];
  value = invent_value (random, field);
  return roadmap_edit_new_set (item, field, roadmap_field_is_text (field) && g_test_rand_bit () ? "en" : NULL, value);
}

static RoadmapItem *
invent_item (Random            *random,
             const RoadmapKind *parent_kind)
{
  g_auto (GStrv) children = g_strsplit (parent_kind->children != NULL ? parent_kind->children : "remark", " ", -1);
  const char *name = children[g_test_rand_int_range (0, g_strv_length (children))];
  const RoadmapKind *kind = roadmap_schema_find_kind (name);
  g_autofree char *id = g_strdup_printf ("x%u", random->n_edits);
  RoadmapItem *item = roadmap_item_new (kind, id);

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (field->flags & ROADMAP_FIELD_REQUIRED)
      {
        g_autofree char *value = invent_right_value (random, field);

        roadmap_item_init_value (item, field, NULL, value);
      }
  return item;
}

/* Mostly one in which an item of this kind may stand. */
static RoadmapItem *
pick_parent (Random     *random,
             const char *kind)
{
  RoadmapItem *parent = pick_item (random);

  for (guint n = 0; n < 30; n++)
    if (!roadmap_kind_may_contain (roadmap_item_get_kind (parent), kind))
      parent = pick_item (random);
  return parent;
}

static RoadmapEdit *
invent_insert (Random *random)
{
  RoadmapItem *parent = pick_item (random);
  RoadmapItem *old = pick (random->removed);
  g_autoptr (RoadmapItem) item = NULL;

  /* An undo or a rollback may have brought it back meanwhile. */
  if (old != NULL && g_test_rand_bit () && roadmap_item_get_parent (old) == NULL)
    {
      item = g_object_ref (old);
      parent = pick_parent (random, roadmap_item_get_kind (item)->name);
    }
  else
    item = invent_item (random, roadmap_item_get_kind (parent));
  return roadmap_edit_new_insert (parent, g_test_rand_int_range (0, 5), item);
}

/* Mostly a leaf, so that something remains. */
static RoadmapEdit *
invent_remove (Random *random)
{
  RoadmapItem *item = pick_item (random);

  for (guint n = 0; n < 5; n++)
    if (roadmap_item_get_n_children (item) > 0)
      item = pick_item (random);
  return roadmap_edit_new_remove (item);
}

static RoadmapEdit *
invent_move (Random *random)
{
  RoadmapItem *item = pick_item (random);

  return roadmap_edit_new_move (item, pick_parent (random, roadmap_item_get_kind (item)->name),
                                g_test_rand_int_range (0, 5));
}

static RoadmapEdit *
invent_edit (Random *random)
{
  g_autoptr (GPtrArray) items = roadmap_list (random->roadmap, NULL, NULL);
  int kind = g_test_rand_int_range (0, 12);

  if (items->len < MIN_ITEMS || (kind < 2 && items->len < MAX_ITEMS))
    return invent_insert (random);
  if (kind < 3)
    return invent_remove (random);
  if (kind < 6)
    return invent_move (random);
  return invent_set (random);
}

static void
apply_random (Random *random)
{
  g_autoptr (RoadmapEdit) edit = invent_edit (random);

  random->n_edits++;
  if (!roadmap_apply (random->roadmap, edit, NULL))
    {
      random->n_refused++;
      return;
    }
  random->n_applied[edit->type]++;
  if (edit->type == ROADMAP_EDIT_REMOVE)
    g_ptr_array_add (random->removed, g_object_ref (edit->item));
}

static RoadmapTally
count_anew (Random *random)
{
  RoadmapTally tally = { 0 };

  for (guint i = 0; i < random->counted->len; i++)
    roadmap_tally_add (&tally, g_ptr_array_index (random->counted, i), NULL, NULL);
  return tally;
}

static void
update_tally (Random            *random,
              const RoadmapEdit *edit)
{
  for (guint i = 0; i < random->counted->len; i++)
    if (edit->type != ROADMAP_EDIT_SET && roadmap_item_is_within (g_ptr_array_index (random->counted, i), edit->item))
      {
        random->tally = count_anew (random);
        return;
      }
  roadmap_tally_update (&random->tally, random->counted, edit);
}

static void
assert_tally (Random *random)
{
  RoadmapTally fresh = count_anew (random);

  g_assert_cmpmem (&random->tally, sizeof fresh, &fresh, sizeof fresh);
}

/* Of each kind, what looking at everything finds. */
static void
assert_lists (Random *random)
{
  g_autoptr (GPtrArray) all = roadmap_list (random->roadmap, NULL, NULL);

  for (const RoadmapKind *kind = roadmap_schema_get_kinds (); kind->name != NULL; kind++)
    {
      g_autoptr (GPtrArray) listed = roadmap_list (random->roadmap, NULL, kind->name);
      guint n = 0;

      for (guint i = 0; i < all->len; i++)
        if (roadmap_item_get_kind (g_ptr_array_index (all, i)) == kind)
          {
            g_assert_cmpuint (n, <, listed->len);
            g_assert_true (g_ptr_array_index (listed, n++) == g_ptr_array_index (all, i));
          }
      g_assert_cmpuint (n, ==, listed->len);
    }
}

static void
changed_cb (Roadmap           *roadmap,
            const RoadmapEdit *edit,
            Random            *random)
{
  roadmap_search_index_update (random->index, edit);
  roadmap_filter_set_update (random->shown, edit);
  update_tally (random, edit);
}

static void
assert_shown (Random *random)
{
  g_autoptr (GPtrArray) items = roadmap_list (random->roadmap, NULL, NULL);
  g_autoptr (RoadmapFilterSet) fresh = roadmap_filter_set_new (random->roadmap, random->filter, NULL);

  for (guint i = 0; i < items->len; i++)
    g_assert_cmpint (roadmap_filter_set_shows (random->shown, g_ptr_array_index (items, i)), ==,
                     roadmap_filter_set_shows (fresh, g_ptr_array_index (items, i)));
}

/* The index that followed all edits is what a new one would be, and finds what looking at each item finds. */
static void
assert_index (Random *random)
{
  static const char *const queries[] = { "改正", "す", "①", "a※ 改", "なし", "" };
  g_autoptr (RoadmapSearchIndex) fresh = roadmap_search_index_new (random->roadmap);

  g_assert_cmpstr (roadmap_search_index_get_text (random->index), ==, roadmap_search_index_get_text (fresh));
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) found = roadmap_search_index_find (random->index, queries[i]);
      g_autoptr (GPtrArray) all = roadmap_query_search (random->roadmap, queries[i]);
      guint n = 0;

      for (guint rank = 0; rank < 3; rank++)
        for (guint k = 0; k < all->len; k++)
          {
            RoadmapItem *hit = g_ptr_array_index (all, k);

            if (roadmap_search_get_target (hit) == NULL || roadmap_search_get_rank (hit) != rank)
              continue;
            g_assert_cmpuint (n, <, found->len);
            g_assert_true (g_ptr_array_index (found, n++) == hit);
          }
      g_assert_cmpuint (n, ==, found->len);
    }
}

static char *
sum_up (Roadmap *roadmap)
{
  g_autofree char *dump = sample_dump (roadmap);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, dump, -1);
}

static gboolean
links_to (RoadmapItem *item,
          RoadmapItem *target)
{
  const RoadmapKind *kind = roadmap_item_get_kind (item);

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    {
      const char *value = roadmap_field_is_link (field) ? roadmap_item_get_value (item, field, NULL) : NULL;
      g_auto (GStrv) ids = value != NULL ? g_strsplit (value, " ", -1) : NULL;

      if (ids != NULL && g_strv_contains ((const char *const *) ids, roadmap_item_get_id (target)))
        return TRUE;
    }
  return FALSE;
}

/* What is kept over the edits is what looking at everything would find, and every item keeps the rules, though a step has
 * only those looked at that it may have hurt. */
static void
check_all (Random *random)
{
  g_autoptr (GPtrArray) items = roadmap_list (random->roadmap, NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      RoadmapItem *target = g_ptr_array_index (items, i);
      g_autoptr (GPtrArray) referrers = roadmap_get_referrers (random->roadmap, target, NULL);
      guint n = 0;

      for (guint j = 0; j < items->len; j++)
        if (links_to (g_ptr_array_index (items, j), target))
          {
            g_assert_cmpuint (n, <, referrers->len);
            g_assert_true (g_ptr_array_index (referrers, n++) == g_ptr_array_index (items, j));
          }
      g_assert_cmpuint (n, ==, referrers->len);
      g_assert_true (roadmap_check (random->roadmap, target, NULL));
    }
}

/* A step of a few edits, which stands, fails its checks or is rolled back. */
static void
take_random_step (Random *random)
{
  const char *before = g_ptr_array_index (random->dumps, random->dumps->len - 1);
  g_autofree char *after = NULL;
  gboolean stands = FALSE;

  roadmap_history_begin (random->history, "random");
  for (int n = g_test_rand_int_range (1, 7); n > 0; n--)
    apply_random (random);
  if (g_test_rand_int_range (0, 8) == 0)
    roadmap_history_rollback (random->history);
  else
    stands = roadmap_history_commit (random->history, NULL);
  if (random->dumps->len % 16 == 0)
    check_all (random);

  after = sum_up (random->roadmap);
  if (!stands)
    {
      g_assert_cmpstr (after, ==, before);
      random->n_rolled_back++;
    }
  else if (strcmp (after, before) != 0)
    g_ptr_array_add (random->dumps, g_steal_pointer (&after));
}

/* Steps that changed nothing visible (a value set to itself) have no dump of their own, so not each undo leads to
 * another, but always on to the next one or to the same. */
static void
walk (Random   *random,
      gboolean  back)
{
  guint at = back ? random->dumps->len - 1 : 0;
  guint end = back ? 0 : random->dumps->len - 1;

  while (back ? roadmap_history_get_can_undo (random->history) : roadmap_history_get_can_redo (random->history))
    {
      g_autofree char *sum = NULL;

      if (back)
        roadmap_history_undo (random->history);
      else
        roadmap_history_redo (random->history);
      sum = sum_up (random->roadmap);
      if (strcmp (sum, g_ptr_array_index (random->dumps, at)) != 0)
        at += back ? -1 : 1;
      g_assert_cmpstr (sum, ==, g_ptr_array_index (random->dumps, at));
    }
  g_assert_cmpuint (at, ==, end);
}

static void
test_random (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RoadmapSearchIndex) index = roadmap_search_index_new (roadmap);
  g_autoptr (RoadmapFilter) filter = NULL;
  g_autoptr (RoadmapFilterSet) shown = NULL;
  g_autoptr (GPtrArray) counted = roadmap_list (roadmap, NULL, "stage");
  Random random = { .roadmap = roadmap, .history = history, .removed = removed, .dumps = dumps, .index = index, .counted = counted };
  g_autofree char *after = NULL;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  roadmap_set_wording_locked (roadmap, FALSE);
  g_assert_true (roadmap_filter_parse ("status:running,none year:2020", &filter, NULL));
  random.filter = filter;
  g_ptr_array_foreach (counted, (GFunc) (gpointer) g_object_ref, NULL);
  g_ptr_array_set_free_func (counted, g_object_unref);
  random.tally = count_anew (&random);
  random.shown = shown = roadmap_filter_set_new (roadmap, filter, NULL);
  g_signal_connect (roadmap, "changed", G_CALLBACK (changed_cb), &random);
  g_ptr_array_add (dumps, sum_up (roadmap));
  while (random.n_edits < N_EDITS)
    {
      take_random_step (&random);
      assert_index (&random);
      assert_shown (&random);
      assert_tally (&random);
      assert_lists (&random);
    }
  after = sample_dump (roadmap);

  /* Nothing of this is worth much unless all of it happened often. */
  g_test_message ("%u edits, %u refused; %u steps that changed something, %u taken back",
                  random.n_edits, random.n_refused, dumps->len - 1, random.n_rolled_back);
  for (guint i = 0; i < G_N_ELEMENTS (random.n_applied); i++)
    {
      g_test_message ("%u of type %u", random.n_applied[i], i);
      g_assert_cmpuint (random.n_applied[i], >, N_EDITS / 100);
    }
  g_assert_cmpuint (dumps->len, >, N_EDITS / 20);

  walk (&random, TRUE);
  start = sample_dump (roadmap);
  g_assert_cmpstr (start, ==, sample_text);
  g_assert_false (roadmap_history_get_modified (history));
  walk (&random, FALSE);
  end = sample_dump (roadmap);
  g_assert_cmpstr (end, ==, after);
  assert_index (&random);
  g_signal_handlers_disconnect_by_func (roadmap, changed_cb, &random);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/random-edits/undo-and-redo", test_random);

  return g_test_run ();
}
