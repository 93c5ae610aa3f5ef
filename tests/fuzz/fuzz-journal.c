/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* A journal that a crash has left.  The bytes are read as they are; and since a checksum is not found by chance, they are also taken
 * for the texts of records, a line "%" between them, and made a journal of.  What it says is done to a roadmap step by step; each
 * edit that can be done must come out of its own text again, and undoing all leaves no trace. */

#include "config.h"

#include <string.h>

#include "document/edit-text.h"
#include "document/journal-text.h"
#include "fuzz.h"
#include "model/history.h"

#define CHECKSUM "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* (transfer full) */
static GBytes *
create_journal (const char *texts)
{
  g_auto (GStrv) records = g_strsplit (texts, "\n%\n", -1);
  GString *journal = g_string_new (NULL);
  RoadmapJournalChain chain;

  roadmap_journal_text_begin (journal, &chain, "file:///roadmap.xml", CHECKSUM, CHECKSUM);
  for (char **record = records; *record != NULL; record++)
    roadmap_journal_text_append (journal, &chain, *record);
  return g_string_free_to_bytes (journal);
}

/* What an edit that has just been done is written as is read as the same edit. */
static void
check_text (Roadmap           *host,
            const RoadmapEdit *edit)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) again = g_string_new (NULL);
  g_autoptr (RoadmapEdit) parsed = NULL;
  g_autoptr (GError) error = NULL;

  roadmap_edit_text_append (text, host, edit);
  roadmap_revert (host, edit);
  parsed = roadmap_edit_text_parse (host, text->str, &error);
  if (parsed == NULL || !roadmap_replay (host, parsed, &error))
    g_error ("%s: %s", text->str, error->message);
  roadmap_edit_text_append (again, host, parsed);
  if (strcmp (again->str, text->str) != 0)
    g_error ("written: %s\nagain: %s", text->str, again->str);
}

/* FALSE: it cannot be done, and is not. */
static gboolean
do_step (Roadmap                    *host,
         RoadmapHistory             *history,
         const RoadmapJournalRecord *record)
{
  roadmap_history_begin (history, record->name);
  for (char **line = record->edits; *line != NULL; line++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RoadmapEdit) edit = roadmap_edit_text_parse (host, *line, &error);

      fuzz_check_error (edit, error);
      if (edit == NULL || !roadmap_replay (host, edit, NULL))
        {
          roadmap_history_rollback (history);
          return FALSE;
        }
      check_text (host, edit);
    }
  return roadmap_history_commit (history, NULL);
}

static void
note_change_cb (gboolean *changed)
{
  *changed = TRUE;
}

static void
do_steps (RoadmapJournalText *journal)
{
  Roadmap *host = fuzz_get_host ();
  g_autoptr (RoadmapHistory) history = roadmap_history_new (host);
  gboolean changed = FALSE;

  g_signal_connect_swapped (history, "edited", G_CALLBACK (note_change_cb), &changed);

  for (guint i = 0; i < journal->records->len; i++)
    {
      const RoadmapJournalRecord *record = g_ptr_array_index (journal->records, i);

      if (record->edits != NULL && !do_step (host, history, record))
        break;
    }
  while (roadmap_history_get_can_undo (history))
    roadmap_history_undo (history);
  if (changed)
    fuzz_check_host ();
}

static void
read_journal (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoadmapJournalText) journal = roadmap_journal_text_parse (bytes, "journal", &error);

  fuzz_check_error (journal, error);
  if (journal != NULL && journal->records->len > 0)
    do_steps (journal);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autofree char *texts = g_strndup ((const char *) data, size);
  g_autoptr (GBytes) journal = create_journal (texts);

  read_journal (bytes);
  read_journal (journal);
  return 0;
}
