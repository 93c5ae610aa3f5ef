/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "mutate.h"

#include "model/history.h"

typedef struct
{
  Roadmap    *roadmap;
  const char *prefix;
  guint       n; /* edits so far */
} Mutation;

/* By type of field. */
static const char *const values[] = {
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

static RoadmapItem *
pick (GPtrArray *items)
{
  return g_ptr_array_index (items, g_test_rand_int_range (0, items->len));
}

static RoadmapItem *
pick_item (Mutation *mutation)
{
  g_autoptr (GPtrArray) items = roadmap_list (mutation->roadmap, NULL, NULL);

  return items->len > 0 ? pick (items) : roadmap_get_root (mutation->roadmap);
}

static RoadmapItem *
pick_parent (Mutation   *mutation,
             const char *kind)
{
  RoadmapItem *parent = pick_item (mutation);

  for (guint n = 0; n < 30 && !roadmap_kind_may_contain (roadmap_item_get_kind (parent), kind); n++)
    parent = pick_item (mutation);
  return parent;
}

/* One id, or for a list sometimes several more. */
static char *
invent_links (Mutation           *mutation,
              RoadmapItem        *item,
              const RoadmapField *field)
{
  g_autoptr (GPtrArray) items = roadmap_list (mutation->roadmap, NULL, NULL);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = items->len; i > 0; i--)
    if (!roadmap_field_may_link_to (field, roadmap_item_get_kind (g_ptr_array_index (items, i - 1))->name))
      g_ptr_array_remove_index (items, i - 1);
  for (guint n = field->type == ROADMAP_FIELD_REFS ? 3 : 1; n > 0 && items->len > 0; n--)
    if (ids->len == 0 || g_test_rand_bit ())
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", roadmap_item_get_id (pick (items)));
  return ids->len > 0 ? g_string_free (g_steal_pointer (&ids), FALSE) : NULL;
}

static RoadmapEdit *
invent_set (Mutation *mutation)
{
  RoadmapItem *item = pick_item (mutation);
  const RoadmapKind *kind = roadmap_item_get_kind (item);
  const RoadmapField *field;
  g_autofree char *value = NULL;
  guint n_fields = 0;

  while (kind->fields[n_fields].name != NULL)
    n_fields++;
  field = &kind->fields[g_test_rand_int_range (0, n_fields)];
  if (roadmap_field_is_link (field))
    value = invent_links (mutation, item, field);
  else if (field->type == ROADMAP_FIELD_TEXT)
    value = g_strdup_printf ("%s%u", mutation->prefix, mutation->n);
  else if (field->type == ROADMAP_FIELD_POINT)
    value = g_strdup_printf ("FY%d-Q%d", g_test_rand_int_range (2020, 2024), g_test_rand_int_range (1, 5));
  else if (g_test_rand_int_range (0, 4) > 0)
    value = g_strdup (values[field->type]);
  return roadmap_edit_new_set (item, field, roadmap_field_is_text (field) && g_test_rand_bit () ? "en" : NULL, value);
}

static RoadmapEdit *
invent_insert (Mutation *mutation)
{
  RoadmapItem *parent = pick_item (mutation);
  const RoadmapKind *parent_kind = roadmap_item_get_kind (parent);
  g_auto (GStrv) names = g_strsplit (parent_kind->children != NULL ? parent_kind->children : "remark", " ", -1);
  const RoadmapKind *kind = roadmap_schema_find_kind (names[g_test_rand_int_range (0, g_strv_length (names))]);
  g_autofree char *id = g_strdup_printf ("%s%u", mutation->prefix, mutation->n);
  g_autoptr (RoadmapItem) item = roadmap_item_new (kind, id);

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (field->flags & ROADMAP_FIELD_REQUIRED)
      {
        g_autofree char *value = roadmap_field_is_link (field) ? invent_links (mutation, parent, field)
                                                               : g_strdup (values[field->type]);

        if (value != NULL)
          roadmap_item_init_value (item, field, NULL, value);
      }
  return roadmap_edit_new_insert (parent, g_test_rand_int_range (0, 5), item);
}

static RoadmapEdit *
invent_edit (Mutation *mutation)
{
  RoadmapItem *item = pick_item (mutation);
  int kind = g_test_rand_int_range (0, 12);

  mutation->n++;
  if (item == roadmap_get_root (mutation->roadmap) || kind < 3)
    return invent_insert (mutation);
  if (kind < 4)
    return roadmap_edit_new_remove (item);
  if (kind < 7)
    return roadmap_edit_new_move (item, pick_parent (mutation, roadmap_item_get_kind (item)->name),
                                  g_test_rand_int_range (0, 5));
  return invent_set (mutation);
}

/* What is removed takes the links to it along, as it does for people. */
static void
remove_links (Mutation    *mutation,
              RoadmapItem *top)
{
  for (RoadmapItem *item = top; item != NULL; item = roadmap_item_next (item, top))
    {
      g_autoptr (GPtrArray) referrers = roadmap_get_referrers (mutation->roadmap, item, NULL);

      for (guint i = 0; i < referrers->len; i++)
        {
          RoadmapItem *referrer = g_ptr_array_index (referrers, i);
          const RoadmapKind *kind = roadmap_item_get_kind (referrer);

          for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
            if (roadmap_field_is_link (field) && roadmap_item_get_value (referrer, field, NULL) != NULL)
              {
                g_autoptr (RoadmapEdit) edit = roadmap_edit_new_set (referrer, field, NULL, NULL);

                g_assert_true (roadmap_apply (mutation->roadmap, edit, NULL));
              }
        }
    }
}

void
mutate (Roadmap    *roadmap,
        guint       n_edits,
        const char *prefix)
{
  g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
  Mutation mutation = { roadmap, prefix, 0 };

  roadmap_set_wording_locked (roadmap, FALSE);
  for (guint i = 0; i < n_edits; i++)
    {
      g_autoptr (RoadmapEdit) edit = invent_edit (&mutation);

      roadmap_history_begin (history, "mutate");
      if (edit->type == ROADMAP_EDIT_REMOVE)
        remove_links (&mutation, edit->item);
      roadmap_apply (roadmap, edit, NULL);
      roadmap_history_commit (history, NULL);
    }
}
