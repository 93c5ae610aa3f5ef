/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "kill-script.h"

/* A step that changes something; whether it stands. */
typedef gboolean (*Doing) (KillScript *script,
                           Roadmap    *roadmap);

static RoadmapItem *
pick (KillScript *script,
      Roadmap    *roadmap,
      const char *kind)
{
  g_autoptr (GPtrArray) items = roadmap_list (roadmap, NULL, kind);

  return items->len > 0 ? g_ptr_array_index (items, g_rand_int_range (script->random, 0, items->len)) : NULL;
}

static gboolean
apply (Roadmap     *roadmap,
       RoadmapEdit *edit)
{
  g_autoptr (RoadmapEdit) owned = edit;

  return roadmap_apply (roadmap, owned, NULL);
}

static gboolean
set (Roadmap     *roadmap,
     RoadmapItem *item,
     const char  *field,
     const char  *value)
{
  const RoadmapField *found = roadmap_kind_find_field (roadmap_item_get_kind (item), field);

  return g_strcmp0 (roadmap_item_get (item, field), value) != 0 && apply (roadmap, roadmap_edit_new_set (item, found, NULL, value));
}

static gboolean
do_status (KillScript *script,
           Roadmap    *roadmap)
{
  RoadmapItem *bar = pick (script, roadmap, "bar"), *status = pick (script, roadmap, "status");

  return bar != NULL && status != NULL && set (roadmap, bar, "status", roadmap_item_get_id (status));
}

static gboolean
do_span (KillScript *script,
         Roadmap    *roadmap)
{
  static const char *const points[] = { "FY2019-Q4", "FY2020", "FY2021-Q1", "FY2022-H2", "2020-08" };
  RoadmapItem *bar = pick (script, roadmap, "bar");
  const char *point = points[g_rand_int_range (script->random, 0, G_N_ELEMENTS (points))];

  /* Not "||": both are set. */
  return bar != NULL && (set (roadmap, bar, "start", point) | set (roadmap, bar, "end", point));
}

static RoadmapItem *
create (KillScript *script,
        const char *kind,
        const char *field,
        const char *value)
{
  g_autofree char *id = g_strdup_printf ("kill-%u", script->n_done);
  RoadmapItem *item = roadmap_item_new (roadmap_schema_find_kind (kind), id);

  roadmap_item_init_value (item, roadmap_kind_find_field (roadmap_item_get_kind (item), field), NULL, value);
  return item;
}

static gboolean
do_followup (KillScript *script,
             Roadmap    *roadmap)
{
  RoadmapItem *bar = pick (script, roadmap, "bar"), *status = pick (script, roadmap, "status");
  g_autoptr (RoadmapItem) followup = create (script, "followup", "date", "2021-03-31");

  if (bar == NULL || status == NULL || !apply (roadmap, roadmap_edit_new_insert (bar, G_MAXUINT, followup)))
    return FALSE;
  set (roadmap, followup, "progress", "会議で\n\t報告した。<&>\\");
  set (roadmap, bar, "status", roadmap_item_get_id (status));
  return TRUE;
}

static gboolean
do_remark (KillScript *script,
           Roadmap    *roadmap)
{
  RoadmapItem *bar = pick (script, roadmap, "bar");
  g_autoptr (RoadmapItem) remark = create (script, "remark", "text", "確認が必要");

  return bar != NULL && apply (roadmap, roadmap_edit_new_insert (bar, 0, remark));
}

static gboolean
do_move (KillScript *script,
         Roadmap    *roadmap)
{
  RoadmapItem *remark = pick (script, roadmap, "remark"), *bar = pick (script, roadmap, "bar");

  return remark != NULL && bar != NULL && roadmap_item_get_parent (remark) != bar &&
         apply (roadmap, roadmap_edit_new_move (remark, bar, 0));
}

static gboolean
do_remove (KillScript *script,
           Roadmap    *roadmap)
{
  RoadmapItem *remark = pick (script, roadmap, "remark");

  return remark != NULL && apply (roadmap, roadmap_edit_new_remove (remark));
}

void
kill_script_step (KillScript     *script,
                  Roadmap        *roadmap,
                  RoadmapHistory *history)
{
  static const Doing doings[] = { do_status, do_status, do_span, do_followup, do_remark, do_remark, do_move, do_remove };

  script->n_done++;
  while (TRUE)
    {
      guint choice = g_rand_int_range (script->random, 0, G_N_ELEMENTS (doings) + 3);

      if (choice >= G_N_ELEMENTS (doings) + 1 && roadmap_history_get_can_undo (history))
        {
          roadmap_history_undo (history);
          return;
        }
      if (choice == G_N_ELEMENTS (doings) && roadmap_history_get_can_redo (history))
        {
          roadmap_history_redo (history);
          return;
        }
      if (choice >= G_N_ELEMENTS (doings))
        continue;
      roadmap_history_begin (history, "手順");
      if (!doings[choice] (script, roadmap))
        roadmap_history_rollback (history);
      else if (roadmap_history_commit (history, NULL))
        return;
    }
}

static void
add_value_cb (const RoadmapField *field,
              const char         *language,
              const char         *value,
              gpointer            checksum)
{
  g_checksum_update (checksum, (const guchar *) field->name, -1);
  g_checksum_update (checksum, (const guchar *) (language != NULL ? language : ""), -1);
  g_checksum_update (checksum, (const guchar *) value, -1);
}

char *
kill_script_sum_up (Roadmap *roadmap)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  RoadmapItem *root = roadmap_get_root (roadmap);

  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    {
      RoadmapItem *parent = roadmap_item_get_parent (item);

      g_checksum_update (checksum, (const guchar *) roadmap_item_get_id (item), -1);
      g_checksum_update (checksum, (const guchar *) (parent != NULL ? roadmap_item_get_id (parent) : ""), -1);
      roadmap_item_foreach_value (item, add_value_cb, checksum);
    }
  return g_strdup (g_checksum_get_string (checksum));
}
