/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/progress-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/amendment.h"
#include "model/status.h"

void
roadmap_progress_record_clear (RoadmapProgressRecord *record)
{
  g_clear_pointer (&record->progress, g_free);
  g_clear_pointer (&record->plan, g_free);
  g_clear_pointer (&record->meeting, g_free);
  g_clear_pointer (&record->author, g_free);
  g_clear_pointer (&record->evidence, g_free);
}

static void
tidy_text (char **text)
{
  if (*text != NULL && *g_strstrip (*text) == '\0')
    g_clear_pointer (text, g_free);
}

/* An entry shows a single line but takes more from the clipboard. */
static void
tidy_line (char **text)
{
  if (*text != NULL)
    g_strdelimit (*text, "\r\n\v", ' ');
  tidy_text (text);
}

void
roadmap_progress_record_tidy (RoadmapProgressRecord *record)
{
  tidy_text (&record->progress);
  tidy_text (&record->plan);
  tidy_line (&record->meeting);
  tidy_line (&record->author);
  tidy_line (&record->evidence);
}

static gboolean
has_new_status (const RoadmapProgressRecord *record)
{
  return record->status != roadmap_get_status (record->roadmap, record->item);
}

gboolean
roadmap_progress_record_is_empty (const RoadmapProgressRecord *record)
{
  return !has_new_status (record) && record->progress == NULL && record->plan == NULL && record->meeting == NULL &&
         record->evidence == NULL;
}

/* Only what a browser opens: a roadmap comes by mail, and its links must not start anything else. */
gboolean
roadmap_progress_record_evidence_opens (const RoadmapProgressRecord *record)
{
  g_autoptr (GUri) uri = NULL;
  const char *scheme, *host;

  if (record->evidence == NULL)
    return TRUE;
  uri = g_uri_parse (record->evidence, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL)
    return FALSE;

  scheme = g_uri_get_scheme (uri);
  host = g_uri_get_host (uri);
  return (strcmp (scheme, "https") == 0 || strcmp (scheme, "http") == 0) && host != NULL && *host != '\0';
}

static void
set_value (RoadmapItem *followup,
           const char  *field,
           const char  *value)
{
  roadmap_item_init_value (followup, roadmap_kind_find_field (roadmap_item_get_kind (followup), field), NULL, value);
}

static RoadmapItem *
create_followup (const RoadmapProgressRecord *record)
{
  const RoadmapKind *kind = roadmap_schema_find_kind ("followup");
  g_autofree char *id = roadmap_dup_new_id (record->roadmap, kind);
  g_autofree char *date = roadmap_date_format (&record->date);
  gboolean fiscal = roadmap_get_calendar (record->roadmap, record->item) == ROADMAP_CALENDAR_FISCAL;
  g_autofree char *year = g_strdup_printf (fiscal ? "FY%04d" : "%04d", record->year);
  RoadmapItem *followup = roadmap_item_new (kind, id);

  set_value (followup, "date", date);
  set_value (followup, "year", year);
  set_value (followup, "status", record->status != NULL ? roadmap_item_get_id (record->status) : NULL);
  set_value (followup, "author", record->author);
  set_value (followup, "evidence", record->evidence);
  set_value (followup, "meeting", record->meeting);
  set_value (followup, "progress", record->progress);
  set_value (followup, "plan", record->plan);
  return followup;
}

static gboolean
apply (const RoadmapProgressRecord  *record,
       GError                      **error)
{
  g_autoptr (RoadmapItem) followup = create_followup (record);
  g_autoptr (RoadmapEdit) insert = roadmap_edit_new_insert (record->item, G_MAXUINT, followup);
  g_autoptr (RoadmapEdit) set = NULL;

  if (!roadmap_change (record->roadmap, insert, error))
    return FALSE;
  if (!has_new_status (record))
    return TRUE;

  set = roadmap_edit_new_set (record->item, roadmap_kind_find_field (roadmap_item_get_kind (record->item), "status"),
                              NULL, record->status != NULL ? roadmap_item_get_id (record->status) : NULL);
  return roadmap_change (record->roadmap, set, error);
}

gboolean
roadmap_progress_record_save (const RoadmapProgressRecord  *record,
                              RoadmapHistory               *history,
                              GError                      **error)
{
  g_return_val_if_fail (ROADMAP_IS_HISTORY (history), FALSE);
  g_return_val_if_fail (g_date_valid (&record->date), FALSE);

  roadmap_history_begin (history, _("Record Progress"));
  if (apply (record, error))
    return roadmap_history_commit (history, error);
  roadmap_history_rollback (history);
  return FALSE;
}

gboolean
roadmap_progress_record_read_date (const char *entered,
                                   GDate      *date)
{
  g_autofree char *line = g_strdup (entered);
  g_autofree char *text = NULL;

  tidy_line (&line);
  if (line == NULL)
    return FALSE;

  /* Digits and strokes come in full width from a Japanese keyboard, and slashes from habit. */
  text = g_utf8_normalize (line, -1, G_NORMALIZE_NFKC);
  return roadmap_date_parse (g_strdelimit (text, "/.", '-'), date);
}
