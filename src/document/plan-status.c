/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/plan-private.h"

#include "model/template.h"

static gboolean
speaks (Roadmap    *template,
        const char *language)
{
  g_auto (GStrv) languages = roadmap_list_languages (template);

  return g_strv_contains ((const char *const *) languages, language);
}

/* Of two with the same title the first is found. */
static void
note_status (RoadmapPlanMaking *making,
             RoadmapItem       *status)
{
  char *title = g_utf8_casefold (roadmap_item_get (status, "title"), -1);

  if (g_hash_table_contains (making->statuses, title))
    g_free (title);
  else
    g_hash_table_insert (making->statuses, title, status);
  if (making->closing == NULL && roadmap_item_get_boolean (status, "closed"))
    making->closing = status;
}

void
roadmap_plan_add_statuses (RoadmapPlanMaking *making,
                           Roadmap           *template)
{
  const char *const no_lanes[] = { NULL };
  const RoadmapTemplateChoice choice = {
    .title = "-",
    .language = making->language,
    .calendar = ROADMAP_CALENDAR_CIVIL,
    .fiscal_start = making->fiscal_start,
    .first_year = 2000,
    .last_year = 2000,
    .columns = "year",
    .lanes = no_lanes,
  };
  g_autoptr (Roadmap) made = NULL;
  g_autoptr (GPtrArray) statuses = NULL;

  if (template == NULL || !speaks (template, making->language))
    return;
  made = roadmap_template_make (template, &choice, NULL);
  statuses = made != NULL ? roadmap_list (made, NULL, "status") : g_ptr_array_new ();
  for (guint i = 0; i < statuses->len; i++)
    {
      g_autoptr (RoadmapItem) status = roadmap_item_copy (g_ptr_array_index (statuses, i));

      roadmap_item_set_line (status, 0);
      roadmap_item_init_child (making->root, status);
      g_hash_table_add (making->ids, g_strdup (roadmap_item_get_id (status)));
      note_status (making, status);
    }
}

/* (nullable): the one called so, or for NULL the first that closes. */
static RoadmapItem *
find_status (RoadmapPlanMaking *making,
             const char        *title)
{
  g_autofree char *wanted = title != NULL ? g_utf8_casefold (title, -1) : NULL;

  return wanted != NULL ? g_hash_table_lookup (making->statuses, wanted) : making->closing;
}

/* What people call work of which nothing is left to do. */
static gboolean
is_closing (const char *title)
{
  static const char *const words[] = {
    "完了", "終了", "済", "済み", "完了済み", "実施済み", "対応済み", "達成", "done", "finished", "complete", "completed", "closed", NULL,
  };
  g_autofree char *folded = g_utf8_casefold (title, -1);

  return g_strv_contains (words, folded);
}

gboolean
roadmap_plan_find_status (RoadmapPlanMaking      *making,
                          const RoadmapPlanTask  *task,
                          const char            **id,
                          GError                **error)
{
  gboolean is_named = task->status != NULL && *task->status != '\0';
  const char *title = is_named ? task->status : g_str_has_prefix (making->language, "ja") ? "完了" : "Done";
  RoadmapItem *status;
  g_autofree char *letter = NULL;

  *id = NULL;
  if (!is_named && !task->done)
    return TRUE;
  status = find_status (making, is_named ? title : NULL);
  if (status == NULL)
    {
      letter = g_strndup (title, g_utf8_next_char (title) - title);
      status = roadmap_plan_new_item (making, making->root, "status", NULL, task->line);
      if (!roadmap_plan_set (making, status, "origin", "editor", error) ||
          !roadmap_plan_set (making, status, "title", title, error) ||
          !roadmap_plan_set (making, status, "letter", letter, error) ||
          ((task->done || is_closing (title)) && !roadmap_plan_set (making, status, "closed", "true", error)))
        return FALSE;
      note_status (making, status);
    }
  *id = roadmap_item_get_id (status);
  return TRUE;
}
