/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/former.h"

#include <string.h>

#include "model/edition.h"

gboolean
roadmap_field_is_kept (const RoadmapField *field)
{
  return field->flags & (ROADMAP_FIELD_OFFICIAL | ROADMAP_FIELD_KEPT);
}

static gboolean
is_former_of (RoadmapItem *child,
              const char  *field)
{
  return roadmap_item_is (child, "former") && g_strcmp0 (roadmap_item_get (child, "field"), field) == 0;
}

RoadmapItem *
roadmap_former_find (RoadmapItem *item,
                     const char  *field,
                     RoadmapItem *edition)
{
  const char *id = roadmap_item_get_id (edition);

  /* They are appended, so those of an amendment in progress are the last ones. */
  for (guint i = roadmap_item_get_n_children (item); i > 0; i--)
    {
      RoadmapItem *child = roadmap_item_get_child (item, i - 1);

      if (is_former_of (child, field) && g_strcmp0 (roadmap_item_get (child, "until"), id) == 0)
        return child;
    }
  return NULL;
}

/* The newest that @item keeps of the field. */
static RoadmapItem *
find_newest (RoadmapItem *item,
             const char  *field)
{
  for (guint i = roadmap_item_get_n_children (item); i > 0; i--)
    if (is_former_of (roadmap_item_get_child (item, i - 1), field))
      return roadmap_item_get_child (item, i - 1);
  return NULL;
}

/* Whether @child was there before @edition. */
static gboolean
was_there (RoadmapItem *child,
           RoadmapItem *edition)
{
  if (roadmap_item_is (child, "former"))
    return g_strcmp0 (roadmap_item_get (child, "until"), roadmap_item_get_id (edition)) != 0;
  return !roadmap_item_is_of (child, edition);
}

static char *
join_children (RoadmapItem *item,
               RoadmapItem *edition)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (item, i);

      if (was_there (child, edition))
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", roadmap_item_get_id (child));
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/* Two people who amend copies of a file keep the same thing under the same id, so that their work can be merged. */
static char *
dup_id (Roadmap     *roadmap,
        RoadmapItem *item,
        const char  *field,
        RoadmapItem *edition)
{
  g_autofree char *id = g_strjoin (".", roadmap_item_get_id (item), field, roadmap_item_get_id (edition), NULL);

  return roadmap_lookup (roadmap, id) == NULL ? g_steal_pointer (&id)
                                              : roadmap_dup_new_id (roadmap, roadmap_schema_find_kind ("former"));
}

static void
init_value (RoadmapItem *former,
            const char  *field,
            const char  *language,
            const char  *value)
{
  roadmap_item_init_value (former, roadmap_kind_find_field (roadmap_item_get_kind (former), field), language, value);
}

typedef struct
{
  RoadmapItem *former;
  const char  *field;
} Copying;

static void
copy_value_cb (const RoadmapField *field,
               const char         *language,
               const char         *value,
               gpointer            user_data)
{
  Copying *copying = user_data;

  if (strcmp (field->name, copying->field) == 0)
    init_value (copying->former, "text", language, value);
}

RoadmapItem *
roadmap_former_new (Roadmap     *roadmap,
                    RoadmapItem *item,
                    const char  *field,
                    RoadmapItem *edition)
{
  g_autofree char *id = dup_id (roadmap, item, field, edition);
  RoadmapItem *former = roadmap_item_new (roadmap_schema_find_kind ("former"), id);
  RoadmapItem *before = find_newest (item, field);

  init_value (former, "field", NULL, field);
  init_value (former, "until", NULL, roadmap_item_get_id (edition));
  if (before != NULL)
    init_value (former, "edition", NULL, roadmap_item_get (before, "until"));

  if (strcmp (field, ROADMAP_FORMER_CHILDREN) == 0)
    {
      g_autofree char *ids = join_children (item, edition);

      init_value (former, "text", NULL, ids);
    }
  else
    roadmap_item_foreach_value (item, copy_value_cb, &(Copying) { former, field });
  return former;
}

typedef struct
{
  const char *field;
  const RoadmapItem *other;
  const char *other_field;
  guint       n;
  gboolean    same;
} Comparison;

static void
compare_value_cb (const RoadmapField *field,
                  const char         *language,
                  const char         *value,
                  gpointer            user_data)
{
  Comparison *comparison = user_data;
  RoadmapItem *other = (RoadmapItem *) comparison->other;
  const RoadmapField *other_field;

  if (strcmp (field->name, comparison->field) != 0)
    return;
  other_field = roadmap_kind_find_field (roadmap_item_get_kind (other), comparison->other_field);
  comparison->n++;
  if (g_strcmp0 (roadmap_item_get_value (other, other_field, language), value) != 0)
    comparison->same = FALSE;
}

/* Whether all values of @field are those of @other_field of @other. */
static gboolean
has_same_values (RoadmapItem *item,
                 const char  *field,
                 RoadmapItem *other,
                 const char  *other_field)
{
  Comparison there = { field, other, other_field, 0, TRUE };
  Comparison back = { other_field, item, field, 0, TRUE };

  roadmap_item_foreach_value (item, compare_value_cb, &there);
  roadmap_item_foreach_value (other, compare_value_cb, &back);
  return there.same && there.n == back.n;
}

static gboolean
has_same_children (Roadmap     *roadmap,
                   RoadmapItem *former,
                   RoadmapItem *item)
{
  RoadmapItem *edition = roadmap_get_linked (roadmap, former, "until");
  g_autofree char *ids = edition != NULL ? join_children (item, edition) : NULL;

  return g_strcmp0 (ids, roadmap_item_get (former, "text")) == 0;
}

gboolean
roadmap_former_is_current (Roadmap     *roadmap,
                           RoadmapItem *former,
                           RoadmapItem *item)
{
  const char *field = roadmap_item_get (former, "field");

  if (strcmp (field, ROADMAP_FORMER_CHILDREN) == 0)
    return has_same_children (roadmap, former, item);
  return has_same_values (item, field, former, "text");
}

gboolean
roadmap_former_is_revision (RoadmapItem *former)
{
  RoadmapItem *item = roadmap_item_get_parent (former);
  const char *name = roadmap_item_get (former, "field");
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), name);
  const char *after;

  if (field == NULL || !roadmap_field_is_kept (field) || strcmp (name, "basis") == 0)
    return FALSE;

  after = roadmap_item_get_value (item, field, NULL);
  for (guint i = roadmap_item_get_n_children (item); i > roadmap_item_get_position (former) + 1; i--)
    if (is_former_of (roadmap_item_get_child (item, i - 1), name))
      after = roadmap_item_get (roadmap_item_get_child (item, i - 1), "text");
  return g_strcmp0 (roadmap_item_get (former, "text"), after) != 0;
}
