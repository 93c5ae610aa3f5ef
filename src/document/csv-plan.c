/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/csv-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/place.h"
#include "document/plain-time.h"
#include "document/plan.h"
#include "model/span.h"

typedef enum
{
  ROLE_TITLE,
  ROLE_START,
  ROLE_END,
  ROLE_LANE,
  ROLE_DETAIL,
  ROLE_STATUS,
  ROLE_DONE,
  ROLE_MILESTONE,
  ROLE_KEY,
  ROLE_AFTER,
  N_ROLES,
} Role;

/* Heads as people write them, without space, hyphens and case. */
static const char *const heads[N_ROLES] = {
  [ROLE_TITLE] = "title name task taskname summary subject activity item 題名 件名 名称 表題 タイトル 取組 取組事項 取組内容 施策 施策名 事業 事業名 "
                 "項目 作業 作業名 タスク タスク名 活動",
  [ROLE_START] = "start startdate begin begins from starts 開始 開始日 開始時期 開始年度 開始年月 開始予定 開始予定日 着手 着手日 始期 自",
  [ROLE_END] = "end enddate finish finishdate to due duedate deadline ends 終了 終了日 終了時期 終了年月 終了予定 終了予定日 完了日 完了予定 "
               "完了予定日 終了年度 期限 期日 終期 締切 至",
  [ROLE_LANE] = "lane group section stage phase category area domain swimlane workstream レーン 分野 領域 段階 工程 区分 分類 "
                "大項目 中項目 小項目 グループ フェーズ 開発段階 カテゴリ カテゴリー",
  [ROLE_DETAIL] = "detail details description note notes remarks comment comments 説明 内容 概要 詳細 備考 摘要 コメント",
  [ROLE_STATUS] = "status state 状況 状態 進捗 進捗状況 ステータス",
  [ROLE_DONE] = "percentcomplete complete progress done %complete 進捗率 達成率 完了率",
  [ROLE_MILESTONE] = "milestone マイルストーン 節目",
  [ROLE_KEY] = "id no number uid key 番号 識別子",
  [ROLE_AFTER] = "after predecessor predecessors dependson depends 先行 先行作業 先行タスク 前工程",
};

typedef struct
{
  GPtrArray    *rows;
  const char   *name;
  GArray       *columns[N_ROLES]; /* guint */
  RoadmapPlan  *plan;
  GPtrArray    *lanes;            /* (element-type utf8) (nullable): those the last row stood in, from the outermost */
} Reader;

static void
clear_reader (Reader *reader)
{
  for (gsize i = 0; i < N_ROLES; i++)
    g_array_unref (reader->columns[i]);
  g_ptr_array_unref (reader->lanes);
  g_clear_pointer (&reader->plan, roadmap_plan_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

/* Heads */

static char *
fold_head (const char *head)
{
  g_autofree char *narrow = g_utf8_normalize (head, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = narrow != NULL ? g_utf8_casefold (narrow, -1) : g_strdup ("");
  GString *plain = g_string_new (NULL);

  /* "開始日（予定）" and "Start (planned)" say no more here. */
  for (const char *c = folded; *c != '\0' && *c != '('; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)) && strchr ("-_.", *c) == NULL)
      g_string_append_unichar (plain, g_utf8_get_char (c));
  return g_string_free (plain, FALSE);
}

static gboolean
has_word (const char *words,
          const char *word)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return *word != '\0' && g_strv_contains ((const char *const *) list, word);
}

/* Of every role but the lanes the first column counts. */
static void
find_columns (Reader *reader)
{
  const RoadmapCsvRow *row = g_ptr_array_index (reader->rows, 0);

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *head = fold_head (row->cells[i]);

      for (gsize role = 0; role < N_ROLES; role++)
        if (has_word (heads[role], head) && (role == ROLE_LANE || reader->columns[role]->len == 0))
          {
            g_array_append_val (reader->columns[role], i);
            break;
          }
    }
}

/* NULL if there is no such column, or nothing stands in it. */
static const char *
get_cell (Reader              *reader,
          const RoadmapCsvRow *row,
          Role                 role)
{
  const char *cell = reader->columns[role]->len > 0
                       ? roadmap_csv_row_get (row, g_array_index (reader->columns[role], guint, 0)) : "";

  return *cell != '\0' ? cell : NULL;
}

/* Rows */

static gboolean
read_time (Reader               *reader,
           const RoadmapCsvRow  *row,
           Role                  role,
           RoadmapPlainTime     *time,
           GError              **error)
{
  const char *cell = get_cell (reader, row, role);

  g_date_clear (&time->first, 1);
  g_date_clear (&time->last, 1);
  if (cell == NULL)
    return TRUE;
  if (roadmap_plain_time_parse (cell, ROADMAP_FISCAL_START_DEFAULT, time))
    {
      reader->plan->is_fiscal |= time->is_fiscal;
      return TRUE;
    }
  roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, reader->name, row->line,
                        _("“%s” is no date that can be understood; write it as 2020-06-18, 2020-06 or FY2020-Q1"), cell);
  return FALSE;
}

/* One of both is enough; a milestone has only one. */
static gboolean
set_days (Reader               *reader,
          const RoadmapCsvRow  *row,
          RoadmapPlanTask      *task,
          GError              **error)
{
  RoadmapPlainTime start, end;

  if (!read_time (reader, row, ROLE_START, &start, error) || !read_time (reader, row, ROLE_END, &end, error))
    return FALSE;
  task->first = g_date_valid (&start.first) ? start.first : end.first;
  task->last = g_date_valid (&end.last) ? end.last : start.last;
  if (!g_date_valid (&task->first) || g_date_compare (&task->first, &task->last) <= 0)
    return TRUE;
  roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, reader->name, row->line,
                        _("“%s” ends before it begins; correct one of the two dates"), task->title);
  return FALSE;
}

static gboolean
is_yes (const char *cell)
{
  static const char *const noes[] = { "0", "no", "n", "false", "-", "×", "いいえ", NULL };
  g_autofree char *folded = cell != NULL ? g_utf8_casefold (cell, -1) : NULL;

  return folded != NULL && !g_strv_contains (noes, folded);
}

static gboolean
is_whole (const char *cell)
{
  return cell != NULL && g_ascii_strtod (cell, NULL) >= (strchr (cell, '%') != NULL ? 100 : 1) &&
         (strchr (cell, '%') != NULL || g_ascii_strtod (cell, NULL) == 1 || g_ascii_strtod (cell, NULL) >= 100);
}

static GPtrArray *
split_keys (const char *cell)
{
  g_auto (GStrv) keys = g_strsplit_set (cell, ",;、 \n", -1);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (char **key = keys; *key != NULL; key++)
    if (**key != '\0')
      g_ptr_array_add (list, g_strdup (*key));
  return list;
}

/* Adds the lanes of the row that are not those of the row before; returns the level of what stands in them. */
static guint
add_lanes (Reader              *reader,
           const RoadmapCsvRow *row)
{
  GArray *columns = reader->columns[ROLE_LANE];
  guint level = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const char *title = roadmap_csv_row_get (row, g_array_index (columns, guint, i));

      if (*title == '\0')
        continue;
      if (level < reader->lanes->len && strcmp (g_ptr_array_index (reader->lanes, level), title) != 0)
        g_ptr_array_set_size (reader->lanes, level);
      if (level == reader->lanes->len)
        {
          RoadmapPlanTask *lane = roadmap_plan_add (reader->plan, row->line, level + 1);

          lane->title = g_strdup (title);
          lane->lane = TRUE;
          g_ptr_array_add (reader->lanes, g_strdup (title));
        }
      level++;
    }
  g_ptr_array_set_size (reader->lanes, level);
  return level + 1;
}

static gboolean
read_row (Reader               *reader,
          const RoadmapCsvRow  *row,
          GError              **error)
{
  const char *title = get_cell (reader, row, ROLE_TITLE);
  const char *milestone = get_cell (reader, row, ROLE_MILESTONE);
  const char *after = get_cell (reader, row, ROLE_AFTER);
  guint level = add_lanes (reader, row);
  RoadmapPlanTask *task;

  if (title == NULL && level > 1)
    return TRUE;
  if (title == NULL)
    {
      roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, reader->name, row->line,
                            _("this row has no title; enter one, or take the row out"));
      return FALSE;
    }

  task = roadmap_plan_add (reader->plan, row->line, level);
  task->title = g_strdup (title);
  task->key = g_strdup (get_cell (reader, row, ROLE_KEY));
  task->detail = g_strdup (get_cell (reader, row, ROLE_DETAIL));
  task->status = g_strdup (get_cell (reader, row, ROLE_STATUS));
  task->done = is_whole (get_cell (reader, row, ROLE_DONE));
  task->milestone = is_yes (milestone);
  task->after = after != NULL ? split_keys (after) : NULL;
  return set_days (reader, row, task, error);
}

/* Rows of one lane may stand apart; its tasks are brought together where it comes first. */
static void
sort_rows (Reader *reader)
{
  g_autoptr (GHashTable) ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GArray *columns = reader->columns[ROLE_LANE];
  guint n_sorted = 1;

  if (columns->len == 0)
    return;
  for (guint i = 1; i < reader->rows->len; i++)
    {
      const RoadmapCsvRow *row = g_ptr_array_index (reader->rows, i);
      const char *lane = roadmap_csv_row_get (row, g_array_index (columns, guint, 0));
      guint rank = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, lane));

      if (rank == 0)
        {
          g_ptr_array_add (groups, g_ptr_array_new ());
          rank = groups->len;
          g_hash_table_insert (ranks, g_strdup (lane), GUINT_TO_POINTER (rank));
        }
      g_ptr_array_add (g_ptr_array_index (groups, rank - 1), (gpointer) row);
    }
  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->len; j++)
        g_ptr_array_index (reader->rows, n_sorted++) = g_ptr_array_index (group, j);
    }
}

Roadmap *
roadmap_csv_read_plan (GPtrArray                   *rows,
                       GBytes                      *content,
                       const char                  *name,
                       const RoadmapImportOptions  *options,
                       GError                     **error)
{
  g_auto (Reader) reader = { .rows = rows, .name = name };

  for (gsize i = 0; i < N_ROLES; i++)
    reader.columns[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  reader.lanes = g_ptr_array_new_with_free_func (g_free);
  reader.plan = roadmap_plan_new ();
  find_columns (&reader);
  if (reader.columns[ROLE_TITLE]->len == 0)
    {
      roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, name, 1,
                            _("no column has the head “title”; the first line must name the columns, such as title, start, "
                              "end, lane"));
      return NULL;
    }

  sort_rows (&reader);
  for (guint i = 1; i < rows->len; i++)
    if (!read_row (&reader, g_ptr_array_index (rows, i), error))
      return NULL;
  return roadmap_plan_make (reader.plan, content, name, options, error);
}
