/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "random-edits.h"

#include <string.h>

#include "model/amendment.h"
#include "model/former.h"

/* Larger ones are seldom removed: little would be left to edit. */
#define SMALL 4

static guint
dice (guint n)
{
  return g_random_int_range (0, n);
}

static gboolean
happens (guint percent)
{
  return dice (100) < percent;
}

/* Tally */

void
random_tally_init (RandomTally *tally)
{
  *tally = (RandomTally) { .counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
}

void
random_tally_clear (RandomTally *tally)
{
  g_clear_pointer (&tally->counts, g_hash_table_unref);
}

static void
count (RandomTally *tally,
       const char  *what)
{
  gpointer n = g_hash_table_lookup (tally->counts, what);

  g_hash_table_insert (tally->counts, g_strdup (what), GUINT_TO_POINTER (GPOINTER_TO_UINT (n) + 1));
}

static void
assert_counted (RandomTally *tally,
                const char  *verb,
                const char  *kind,
                const char  *field)
{
  g_autofree char *what = g_strjoin (" ", verb, kind, field, NULL);

  if (!g_hash_table_contains (tally->counts, what))
    {
      g_test_message ("never: %s", what);
      g_test_fail ();
    }
}

void
random_tally_assert_all (RandomTally *tally)
{
  for (const RoadmapKind *kind = roadmap_schema_get_kinds (); kind->name != NULL; kind++)
    {
      for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
        {
          assert_counted (tally, "set", kind->name, field->name);
          if (!(field->flags & ROADMAP_FIELD_REQUIRED))
            assert_counted (tally, "clear", kind->name, field->name);
        }
      if (strcmp (kind->name, ROADMAP_KIND_ROOT) == 0)
        continue;
      assert_counted (tally, "insert", kind->name, NULL);
      assert_counted (tally, "remove", kind->name, NULL);
      assert_counted (tally, "move", kind->name, NULL);
    }
}

static void
note_edit (const RoadmapEdit *edit,
           GPtrArray         *notes)
{
  static const char *const verbs[] = { "set", "insert", "remove", "move" };
  const char *kind = roadmap_item_get_kind (edit->item)->name;
  gboolean clears = edit->type == ROADMAP_EDIT_SET && edit->value == NULL;

  if (clears && edit->old_value == NULL)
    return;
  g_ptr_array_add (notes, g_strjoin (" ", clears ? "clear" : verbs[edit->type], kind,
                                     edit->type == ROADMAP_EDIT_SET ? edit->field->name : NULL, NULL));
}

/* Picking */

static guint
measure (RoadmapItem *top)
{
  guint n = 0;

  for (RoadmapItem *item = top; item != NULL; item = roadmap_item_next (item, top))
    n++;
  return n;
}

typedef gboolean (*MatchFunc) (RoadmapItem *item,
                               gpointer     data);

/* One of those that match, NULL if there are none. */
static RoadmapItem *
pick_matching (Roadmap   *roadmap,
               MatchFunc  match,
               gpointer   data)
{
  RoadmapItem *root = roadmap_get_root (roadmap);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    if (match (item, data))
      g_ptr_array_add (found, item);
  return found->len > 0 ? g_ptr_array_index (found, dice (found->len)) : NULL;
}

static gboolean
is_of_kind (RoadmapItem *item,
            gpointer     kind)
{
  return roadmap_item_get_kind (item) == kind;
}

static gboolean
may_take (RoadmapItem *parent,
          gpointer     kind)
{
  return roadmap_kind_may_contain (roadmap_item_get_kind (parent), ((const RoadmapKind *) kind)->name);
}

static const RoadmapKind *
pick_kind (void)
{
  const RoadmapKind *kinds = roadmap_schema_get_kinds ();
  guint n = 0;

  while (kinds[n].name != NULL)
    n++;
  return &kinds[dice (n)];
}

/* The kind first, so that rare ones come as often as others. */
static RoadmapItem *
pick (Roadmap *roadmap)
{
  RoadmapItem *item = NULL;

  while (item == NULL)
    item = pick_matching (roadmap, is_of_kind, (gpointer) pick_kind ());
  return item;
}

static RoadmapItem *
pick_inner (Roadmap *roadmap)
{
  for (;;)
    {
      RoadmapItem *item = pick (roadmap);

      if (roadmap_item_get_parent (item) != NULL)
        return item;
    }
}

/* Values */

static char *
create_links (Roadmap            *roadmap,
              const RoadmapField *field)
{
  g_auto (GStrv) targets = g_strsplit (field->target, " ", -1);
  const char *target = targets[dice (g_strv_length (targets))];
  GString *ids = g_string_new (NULL);
  guint n = field->type == ROADMAP_FIELD_REFS ? 1 + dice (3) : 1;

  for (guint i = 0; i < n; i++)
    {
      RoadmapItem *item = pick_matching (roadmap, is_of_kind, (gpointer) roadmap_schema_find_kind (target));

      if (item != NULL)
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", roadmap_item_get_id (item));
    }
  if (ids->len == 0)
    g_string_append (ids, "nothing");
  return g_string_free (ids, FALSE);
}

/* Right in form, mostly; a span may end before it begins and a link lead nowhere. */
static char *
create_value (Roadmap            *roadmap,
              const RoadmapField *field)
{
  static const char *const points[] = { "FY2019", "FY2021-Q2", "2022-04", "FY2022-H2", "2023-Q4", "FY2024" };
  static const char *const strings[] = { "①", "1-2", "a & b", "<\"'>", "※ 注", "", "𠮷" };
  static const char *const texts[] = { "改めた", "two\nlines", "", "  spaces ", "<&>\"' ]]>\t.", "𠮷野\n\n家", "A" };
  static const char *const markups[] = { "a", "<ref to=\"x\">1</ref>", "a &amp; b\nc", "<link href=\"https://example.org/?a&amp;b\">字</link>", "" };
  g_auto (GStrv) choices = field->choices != NULL ? g_strsplit (field->choices, " ", -1) : NULL;

  switch (field->type)
    {
    case ROADMAP_FIELD_NUMBER:
      return g_strdup_printf ("%u", 1 + dice (12));
    case ROADMAP_FIELD_BOOLEAN:
      return g_strdup (happens (50) ? "true" : "false");
    case ROADMAP_FIELD_CHOICE:
      return g_strdup (choices[dice (g_strv_length (choices))]);
    case ROADMAP_FIELD_POINT:
      return g_strdup (points[dice (G_N_ELEMENTS (points))]);
    case ROADMAP_FIELD_DATE:
      return g_strdup_printf ("20%02u-%02u-%02u", dice (100), 1 + dice (12), 1 + dice (28));
    case ROADMAP_FIELD_COLOUR:
      return g_strdup_printf ("#%06x", dice (0x1000000));
    case ROADMAP_FIELD_URI:
      return g_strdup_printf ("https://example.org/?a=%u&b='", dice (1000));
    case ROADMAP_FIELD_REF:
    case ROADMAP_FIELD_REFS:
      return create_links (roadmap, field);
    case ROADMAP_FIELD_MARKUP:
      return g_strdup (markups[dice (G_N_ELEMENTS (markups))]);
    case ROADMAP_FIELD_TEXT:
      return g_strdup (texts[dice (G_N_ELEMENTS (texts))]);
    case ROADMAP_FIELD_STRING:
    default:
      return g_strdup (strings[dice (G_N_ELEMENTS (strings))]);
    }
}

static const RoadmapField *
pick_field (const RoadmapKind *kind)
{
  guint n = 0;

  while (kind->fields[n].name != NULL)
    n++;
  return &kind->fields[dice (n)];
}

/* What stands in "field" of former wording is the name of one of its parent, and the wording one of its values. */
static char *
create_value_for (Roadmap            *roadmap,
                  const RoadmapKind  *kind,
                  const RoadmapField *field,
                  const RoadmapKind  *parent,
                  const char         *former)
{
  const RoadmapField *kept;

  if (strcmp (kind->name, "former") != 0 || parent == NULL)
    return create_value (roadmap, field);
  if (strcmp (field->name, "field") == 0)
    return g_strdup (happens (10) ? ROADMAP_FORMER_CHILDREN : pick_field (parent)->name);
  kept = strcmp (field->name, "text") == 0 && former != NULL ? roadmap_kind_find_field (parent, former) : NULL;
  return create_value (roadmap, kept != NULL ? kept : field);
}

/* Edits.  All are (transfer full) and (nullable): there is nothing to do it with. */

static void
note_value_cb (const RoadmapField *field,
               const char         *language,
               const char         *value,
               gpointer            values)
{
  g_array_append_val (values, ((RoadmapValue) { field, language, value }));
}

/* Takes one of its values from an item. */
static RoadmapEdit *
create_clear (Roadmap *roadmap)
{
  RoadmapItem *item = pick (roadmap);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (RoadmapValue));
  const RoadmapValue *value;

  roadmap_item_foreach_value (item, note_value_cb, values);
  if (values->len == 0)
    return NULL;
  value = &g_array_index (values, RoadmapValue, dice (values->len));
  return roadmap_edit_new_set (item, value->field, value->language, NULL);
}

static RoadmapEdit *
create_set (Roadmap *roadmap)
{
  RoadmapItem *item = pick (roadmap);
  RoadmapItem *parent = roadmap_item_get_parent (item);
  const RoadmapKind *kind = roadmap_item_get_kind (item);
  const RoadmapField *field = pick_field (kind);
  static const char *const languages[] = { NULL, NULL, "en", "de", "fr-CA", "not a language" };
  const char *language = roadmap_field_is_text (field) ? languages[dice (G_N_ELEMENTS (languages))] : NULL;
  g_autofree char *value = NULL;

  if (happens (95))
    value = create_value_for (roadmap, kind, field, parent != NULL ? roadmap_item_get_kind (parent) : NULL,
                              roadmap_item_get (item, "field"));
  return roadmap_edit_new_set (item, field, language, value);
}

static RoadmapItem *
create_item (Roadmap           *roadmap,
             const RoadmapKind *kind,
             const RoadmapKind *parent,
             guint              depth)
{
  g_autofree char *id = roadmap_dup_new_id (roadmap, kind);
  RoadmapItem *item = roadmap_item_new (kind, id);

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *value = create_value_for (roadmap, kind, field, parent, roadmap_item_get (item, "field"));

      if (field->flags & ROADMAP_FIELD_REQUIRED || happens (20))
        roadmap_item_init_value (item, field, NULL, value);
      if (roadmap_field_is_text (field) && happens (20))
        roadmap_item_init_value (item, field, "en", value);
    }
  while (kind->children != NULL && depth < 3 && happens (35))
    {
      g_auto (GStrv) names = g_strsplit (kind->children, " ", -1);
      const RoadmapKind *inner = roadmap_schema_find_kind (names[dice (g_strv_length (names))]);
      g_autoptr (RoadmapItem) child = create_item (roadmap, inner, kind, depth + 1);

      roadmap_item_init_child (item, child);
    }
  return item;
}

static guint
pick_position (RoadmapItem *parent)
{
  return happens (10) ? G_MAXUINT : dice (roadmap_item_get_n_children (parent) + 1);
}

static RoadmapEdit *
create_insert (Roadmap *roadmap)
{
  const RoadmapKind *kind = pick_kind ();
  RoadmapItem *parent = happens (95) ? pick_matching (roadmap, may_take, (gpointer) kind) : pick (roadmap);
  g_autoptr (RoadmapItem) item = NULL;

  if (parent == NULL || strcmp (kind->name, ROADMAP_KIND_ROOT) == 0)
    return NULL;
  item = create_item (roadmap, kind, roadmap_item_get_kind (parent), 0);
  return roadmap_edit_new_insert (parent, pick_position (parent), item);
}

static RoadmapEdit *
create_remove (Roadmap *roadmap)
{
  RoadmapItem *item = pick_inner (roadmap);

  return measure (item) <= SMALL || happens (5) ? roadmap_edit_new_remove (item) : NULL;
}

/* Often among its siblings; sometimes where it must not go. */
static RoadmapEdit *
create_move (Roadmap *roadmap)
{
  RoadmapItem *item = pick_inner (roadmap);
  RoadmapItem *parent = roadmap_item_get_parent (item);

  if (happens (50))
    parent = pick_matching (roadmap, may_take, (gpointer) roadmap_item_get_kind (item));
  else if (happens (5))
    parent = pick (roadmap);
  return parent != NULL ? roadmap_edit_new_move (item, parent, pick_position (parent)) : NULL;
}

/* Steps */

static gboolean
apply (Roadmap     *roadmap,
       RoadmapEdit *edit,
       RandomTally *tally,
       GPtrArray   *notes)
{
  g_autoptr (RoadmapEdit) owned = edit;
  gboolean applied;

  if (edit == NULL)
    return FALSE;
  /* As a person does it, an amendment keeps what was there before. */
  applied = happens (10) ? roadmap_change (roadmap, edit, NULL) : roadmap_apply (roadmap, edit, NULL);
  tally->n_edits += applied;
  tally->n_refused += !applied;
  if (applied)
    note_edit (edit, notes);
  return applied;
}

/* Takes the links to @item away, so that it can be removed. */
static void
clear_links (Roadmap     *roadmap,
             RoadmapItem *item,
             RandomTally *tally,
             GPtrArray   *notes)
{
  g_autoptr (GPtrArray) referrers = roadmap_get_all_referrers (roadmap, item);

  for (guint i = 0; i < referrers->len; i++)
    {
      RoadmapItem *referrer = g_ptr_array_index (referrers, i);

      for (const RoadmapField *field = roadmap_item_get_kind (referrer)->fields; field->name != NULL; field++)
        {
          g_autoptr (GPtrArray) links = roadmap_field_is_link (field) ? roadmap_get_links (roadmap, referrer, field->name) : NULL;

          if (links != NULL && g_ptr_array_find (links, item, NULL) && !(field->flags & ROADMAP_FIELD_REQUIRED))
            apply (roadmap, roadmap_edit_new_set (referrer, field, NULL, NULL), tally, notes);
        }
    }
}

/* A value comes and goes again: most fields are empty in most items. */
static void
set_and_clear (Roadmap     *roadmap,
               RandomTally *tally,
               GPtrArray   *notes)
{
  RoadmapEdit *set = create_set (roadmap);
  RoadmapEdit *clear = roadmap_edit_new_set (set->item, set->field, set->language, NULL);

  apply (roadmap, set, tally, notes);
  apply (roadmap, clear, tally, notes);
}

static void
edit (Roadmap     *roadmap,
      RandomTally *tally,
      GPtrArray   *notes)
{
  g_autoptr (RoadmapEdit) removal = NULL;

  switch (dice (7))
    {
    case 0:
      apply (roadmap, create_insert (roadmap), tally, notes);
      break;
    case 1:
      apply (roadmap, create_move (roadmap), tally, notes);
      break;
    case 2:
      removal = create_remove (roadmap);
      if (removal != NULL && happens (80))
        clear_links (roadmap, removal->item, tally, notes);
      apply (roadmap, g_steal_pointer (&removal), tally, notes);
      break;
    case 3:
      if (happens (50))
        apply (roadmap, create_clear (roadmap), tally, notes);
      else
        set_and_clear (roadmap, tally, notes);
      break;
    default:
      apply (roadmap, create_set (roadmap), tally, notes);
    }
}

static void
keep_notes (RandomTally *tally,
            GPtrArray   *notes)
{
  for (guint i = 0; i < notes->len; i++)
    count (tally, g_ptr_array_index (notes, i));
}

void
random_edits_take_step (Roadmap        *roadmap,
                        RoadmapHistory *history,
                        RandomTally    *tally)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);

  if (happens (10))
    {
      happens (70) ? roadmap_history_undo (history) : roadmap_history_redo (history);
      return;
    }

  tally->n_steps++;
  roadmap_history_begin (history, "Step");
  /* Most steps are small, or none would keep all rules. */
  for (guint n = 1 + dice (1 + dice (5)); n > 0; n--)
    edit (roadmap, tally, notes);
  if (happens (10))
    {
      roadmap_history_rollback (history);
      tally->n_rolled_back++;
    }
  else if (roadmap_history_commit (history, NULL))
    keep_notes (tally, notes);
  else
    tally->n_failed++;
  if (happens (5))
    roadmap_history_join (history);
}
