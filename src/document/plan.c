/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/plan-private.h"

#include <string.h>

#include "document/imported.h"
#include "document/place.h"

#define EDITION_ID "edition.first"

static void
free_task (gpointer data)
{
  RoadmapPlanTask *task = data;
  char **texts[] = { &task->key, &task->title, &task->detail, &task->status, &task->item_id, &task->item_kind,
                     &task->number, &task->start, &task->end, &task->open, &task->basis };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
  g_clear_pointer (&task->after, g_ptr_array_unref);
  g_free (task);
}

RoadmapPlan *
roadmap_plan_new (void)
{
  RoadmapPlan *self = g_new0 (RoadmapPlan, 1);

  self->tasks = g_ptr_array_new_with_free_func (free_task);
  return self;
}

void
roadmap_plan_free (RoadmapPlan *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->tasks);
  g_free (self);
}

RoadmapPlanTask *
roadmap_plan_add (RoadmapPlan *self,
                  guint        line,
                  guint        level)
{
  RoadmapPlanTask *task = g_new0 (RoadmapPlanTask, 1);

  task->line = line;
  task->level = level;
  g_ptr_array_add (self->tasks, task);
  return task;
}

RoadmapItem *
roadmap_plan_new_item (RoadmapPlanMaking *making,
                       RoadmapItem       *parent,
                       const char        *kind,
                       const char        *id,
                       guint              line)
{
  g_autoptr (RoadmapItem) item = NULL;
  g_autofree char *free_id = NULL;

  if (id != NULL && roadmap_item_is_id (id) && !g_hash_table_contains (making->ids, id))
    free_id = g_strdup (id);
  while (free_id == NULL)
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (making->numbers, kind)) + 1;
      g_autofree char *proposed = g_strdup_printf ("%s-%u", kind, number);

      g_hash_table_insert (making->numbers, (gpointer) kind, GUINT_TO_POINTER (number));
      if (!g_hash_table_contains (making->ids, proposed))
        free_id = g_steal_pointer (&proposed);
    }

  item = roadmap_item_new (roadmap_schema_find_kind (kind), free_id);
  roadmap_item_set_line (item, line);
  roadmap_item_init_child (parent, item);
  g_hash_table_add (making->ids, g_steal_pointer (&free_id));
  return item;
}

gboolean
roadmap_plan_set (RoadmapPlanMaking  *making,
                  RoadmapItem        *item,
                  const char         *field,
                  const char         *value,
                  GError            **error)
{
  const RoadmapField *found = roadmap_kind_find_field (roadmap_item_get_kind (item), field);
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (found != NULL, FALSE);

  if (value == NULL || *value == '\0')
    return TRUE;
  if (!roadmap_field_check (found, value, &cause))
    {
      roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, making->name, MAX (roadmap_item_get_line (item), 1), "%s",
                            cause->message);
      return FALSE;
    }
  roadmap_item_init_value (item, found, NULL, value);
  return TRUE;
}

/* Kana and kanji; a single one in a name is no language. */
static const char *
guess_language (RoadmapPlan *plan)
{
  guint n_japanese = 0, n_letters = 0;

  for (guint i = 0; i < plan->tasks->len; i++)
    {
      const RoadmapPlanTask *task = g_ptr_array_index (plan->tasks, i);

      for (const char *c = task->title; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
        {
          GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (c));

          n_letters += g_unichar_isalpha (g_utf8_get_char (c));
          n_japanese += script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA ||
                        script == G_UNICODE_SCRIPT_HAN;
        }
    }
  return n_japanese > n_letters / 10 ? "ja" : "en";
}

/* "計画" for "/home/me/計画.csv". */
static char *
dup_stem (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_steal_pointer (&base);
}

static gboolean
make_head (RoadmapPlanMaking  *making,
           GError            **error)
{
  gboolean is_japanese = g_str_has_prefix (making->language, "ja");
  g_autofree char *month = g_strdup_printf ("%d", making->fiscal_start);
  g_autofree char *stem = dup_stem (making->name);
  g_autofree char *today = roadmap_date_format (making->today);
  const char *title = making->plan->title;
  RoadmapItem *edition;

  if (!roadmap_plan_set (making, making->root, "edition", EDITION_ID, error) ||
      !roadmap_plan_set (making, making->root, "fiscal-start", month, error) ||
      !roadmap_plan_set (making, making->root, "title", title != NULL && *title != '\0' ? title : stem, error))
    return FALSE;

  edition = roadmap_plan_new_item (making, making->root, "edition", EDITION_ID, 0);
  return roadmap_plan_set (making, edition, "date", today, error) &&
         roadmap_plan_set (making, edition, "draft", "true", error) &&
         roadmap_plan_set (making, edition, "title", is_japanese ? "初版" : "First edition", error);
}

static char *
make_root_id (GBytes *content)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

  return g_strdup_printf ("roadmap-%.8s", sum);
}

Roadmap *
roadmap_plan_make (RoadmapPlan                 *self,
                   GBytes                      *content,
                   const char                  *name,
                   const RoadmapImportOptions  *options,
                   GError                     **error)
{
  g_autofree char *id = make_root_id (content);
  g_autoptr (RoadmapItem) root = roadmap_item_new (roadmap_schema_find_kind (ROADMAP_KIND_ROOT), id);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) statuses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *language = options->language != NULL ? options->language : guess_language (self);
  gboolean is_japanese = g_str_has_prefix (language, "ja");
  RoadmapPlanMaking making = { self, name, language };
  GDate today;

  g_return_val_if_fail (roadmap_imported_is_language (language), NULL);

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  making.today = options->today != NULL ? options->today : &today;
  making.fiscal_start = self->fiscal_start > 0 ? self->fiscal_start : is_japanese || self->is_fiscal
                                                                        ? ROADMAP_FISCAL_START_DEFAULT : 1;
  making.calendar = making.fiscal_start != 1 ? ROADMAP_CALENDAR_FISCAL : ROADMAP_CALENDAR_CIVIL;
  making.root = root;
  making.ids = ids;
  making.numbers = numbers;
  making.statuses = statuses;
  g_hash_table_add (ids, g_strdup (id));
  if (!make_head (&making, error))
    return NULL;
  roadmap_plan_add_statuses (&making, options->template);
  if (!roadmap_plan_make_items (&making, error))
    return NULL;
  return roadmap_imported_new (root, language, name, error);
}
