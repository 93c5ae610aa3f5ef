/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/orphan.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "document/edit-text.h"
#include "document/journal-output.h"
#include "document/journal-text.h"
#include "document/reader.h"

struct _RoadmapOrphan
{
  char               *path;
  int                 fd; /* has the lock */
  gint64              written; /* when the file was, in seconds since 1970 */
  RoadmapJournalText *text; /* NULL: nothing can be read */
  GFile              *file;
  char               *problem;
};

/* A journal that is being made, or was left half-made, is looked at no sooner. */
#define LITTER_AGE (24 * 60 * 60)

static RoadmapJournalRecord *
get_record (RoadmapOrphan *self,
            guint          i)
{
  return g_ptr_array_index (self->text->records, i);
}

void
roadmap_orphan_free (RoadmapOrphan *self)
{
  close (self->fd);
  g_free (self->path);
  g_clear_pointer (&self->text, roadmap_journal_text_free);
  g_clear_object (&self->file);
  g_free (self->problem);
  g_free (self);
}

void
roadmap_orphan_discard (RoadmapOrphan *self)
{
  g_autofree char *base = roadmap_journal_output_dup_base_path (self->path);

  g_unlink (self->path);
  g_unlink (base);
  roadmap_orphan_free (self);
}

/* Opens a journal and locks it.  -1: its owner is there, or it has gone meanwhile. */
static int
open_locked (const char *path,
             GStatBuf   *facts)
{
  int fd = g_open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
  struct stat opened;

  if (fd < 0)
    return -1;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 && fstat (fd, &opened) == 0 && S_ISREG (opened.st_mode) &&
      g_lstat (path, facts) == 0 && facts->st_ino == opened.st_ino)
    return fd;

  close (fd);
  return -1;
}

static void
read_text (RoadmapOrphan *self)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_path_get_basename (self->path);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  if (g_file_get_contents (self->path, &data, &size, &error))
    {
      bytes = g_bytes_new_take (data, size);
      self->text = roadmap_journal_text_parse (bytes, name, &error);
    }
  if (self->text == NULL)
    self->problem = g_strdup (error->message);
  else if (self->text->damage != NULL)
    self->problem = g_strdup (self->text->damage->message);
  else if (self->text->torn)
    self->problem = g_strdup (_("the last edit had not been recorded completely"));
  if (self->text != NULL && self->text->uri != NULL)
    self->file = g_file_new_for_uri (self->text->uri);
}

static RoadmapOrphan *
open_orphan (const char *path)
{
  GStatBuf facts;
  int fd = open_locked (path, &facts);
  RoadmapOrphan *self;

  if (fd < 0)
    return NULL;
  self = g_new0 (RoadmapOrphan, 1);
  self->path = g_strdup (path);
  self->fd = fd;
  self->written = facts.st_mtime;
  read_text (self);
  return self;
}

static gint64
get_time (RoadmapOrphan *self)
{
  for (guint i = self->text != NULL ? self->text->records->len : 0; i > 0; i--)
    if (get_record (self, i - 1)->saving == NULL)
      return get_record (self, i - 1)->time;
  return self->written;
}

static int
compare_age (gconstpointer a,
             gconstpointer b)
{
  gint64 time_a = get_time (*(RoadmapOrphan **) a), time_b = get_time (*(RoadmapOrphan **) b);

  return time_a < time_b ? 1 : time_a > time_b ? -1 : 0;
}

/* What a journal that was never completed has left behind. */
static void
remove_litter (const char *path)
{
  GStatBuf facts;

  if ((g_str_has_suffix (path, ROADMAP_JOURNAL_SUFFIX ".new") || g_str_has_suffix (path, ROADMAP_JOURNAL_SUFFIX ".base")) &&
      g_lstat (path, &facts) == 0 && g_get_real_time () / G_TIME_SPAN_SECOND - facts.st_mtime > LITTER_AGE)
    {
      g_autofree char *journal = g_strndup (path, strrchr (path, '.') - path);

      if (g_access (journal, F_OK) != 0)
        g_unlink (path);
    }
}

GPtrArray *
roadmap_orphan_list (const char *folder,
                     GFile      *file)
{
  GPtrArray *orphans = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_orphan_free);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  g_autofree char *prefix = uri != NULL ? roadmap_journal_output_dup_prefix (uri) : g_strdup ("");
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      RoadmapOrphan *orphan;

      if (!g_str_has_suffix (name, ROADMAP_JOURNAL_SUFFIX))
        remove_litter (path);
      else if (g_str_has_prefix (name, prefix) && (orphan = open_orphan (path)) != NULL)
        g_ptr_array_add (orphans, orphan);
    }
  g_ptr_array_sort (orphans, compare_age);
  return orphans;
}

GFile *
roadmap_orphan_get_file (RoadmapOrphan *self)
{
  return self->file;
}

GDateTime *
roadmap_orphan_dup_time (RoadmapOrphan *self)
{
  return g_date_time_new_from_unix_local (get_time (self));
}

const char *
roadmap_orphan_get_problem (RoadmapOrphan *self)
{
  return self->problem;
}

/* The first record that is not in @content; G_MAXUINT if that is none of what the file held. */
static guint
find_start (RoadmapOrphan *self,
            GBytes        *content)
{
  g_autofree char *checksum = NULL;

  if (content == NULL)
    return 0;
  checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  for (guint i = self->text->records->len; i > 0; i--)
    if (g_strcmp0 (get_record (self, i - 1)->saving, checksum) == 0)
      return i;
  return strcmp (self->text->base, checksum) == 0 ? 0 : G_MAXUINT;
}

RoadmapOrphanFit
roadmap_orphan_get_fit (RoadmapOrphan *self,
                        GBytes        *content)
{
  guint start;

  if (self->text == NULL)
    return ROADMAP_ORPHAN_LOST;
  start = find_start (self, content);
  if (start == G_MAXUINT)
    return ROADMAP_ORPHAN_CHANGED;
  for (guint i = start; i < self->text->records->len; i++)
    if (get_record (self, i)->saving == NULL)
      return ROADMAP_ORPHAN_FITS;
  return self->text->damage != NULL ? ROADMAP_ORPHAN_LOST : ROADMAP_ORPHAN_DONE;
}

GStrv
roadmap_orphan_list_steps (RoadmapOrphan *self,
                           GBytes        *content)
{
  g_autoptr (GPtrArray) done = g_ptr_array_new ();
  guint start = self->text != NULL ? find_start (self, content) : 0;
  guint end = self->text != NULL ? self->text->records->len : 0;
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = start != G_MAXUINT ? start : 0; i < end; i++)
    {
      RoadmapJournalRecord *record = get_record (self, i);

      if (record->saving != NULL)
        continue;
      if (record->type == ROADMAP_STEP_UNDONE && done->len > 0)
        g_ptr_array_set_size (done, done->len - 1);
      else
        g_ptr_array_add (done, record->name != NULL ? record->name : (gpointer) "");
    }
  for (guint i = 0; i < done->len; i++)
    g_ptr_array_add (names, g_strdup (g_ptr_array_index (done, i)));
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}

typedef struct
{
  Roadmap        *roadmap;
  RoadmapHistory *history;
  GPtrArray      *lines; /* of the edits that were seen */
} Replay;

static void
edited_cb (RoadmapHistory    *history,
           const RoadmapEdit *edit,
           Replay            *replay)
{
  GString *line = g_string_new (NULL);

  roadmap_edit_text_append (line, replay->roadmap, edit);
  g_ptr_array_add (replay->lines, g_string_free (line, FALSE));
}

/* Whether the edits that were seen are the first of those in @record. */
static gboolean
agrees (Replay                     *replay,
        const RoadmapJournalRecord *record)
{
  guint n = g_strv_length (record->edits);

  if (replay->lines->len > n)
    return FALSE;
  for (guint i = 0; i < replay->lines->len; i++)
    if (strcmp (g_ptr_array_index (replay->lines, i), record->edits[i]) != 0)
      return FALSE;
  return TRUE;
}

/* Undoes or redoes as was done then, so that the steps that can be undone are the same.  That is impossible where the
 * step was done before the journal began; then nothing is changed. */
static gboolean
follow (Replay                     *replay,
        const RoadmapJournalRecord *record)
{
  gboolean undone = record->type == ROADMAP_STEP_UNDONE;
  guint n = 0;

  g_ptr_array_set_size (replay->lines, 0);
  while (agrees (replay, record) && replay->lines->len < g_strv_length (record->edits) &&
         (undone ? roadmap_history_get_can_undo (replay->history) : roadmap_history_get_can_redo (replay->history)))
    {
      if (undone)
        roadmap_history_undo (replay->history);
      else
        roadmap_history_redo (replay->history);
      n++;
    }
  if (agrees (replay, record) && replay->lines->len == g_strv_length (record->edits))
    return TRUE;

  for (; n > 0; n--)
    if (undone)
      roadmap_history_redo (replay->history);
    else
      roadmap_history_undo (replay->history);
  return FALSE;
}

static gboolean
apply_edits (Replay                      *replay,
             const RoadmapJournalRecord  *record,
             GError                     **error)
{
  roadmap_history_begin (replay->history, record->name);
  for (char **line = record->edits; *line != NULL; line++)
    {
      g_autoptr (RoadmapEdit) edit = roadmap_edit_text_parse (replay->roadmap, *line, error);

      if (edit == NULL || !roadmap_replay (replay->roadmap, edit, error))
        {
          roadmap_history_rollback (replay->history);
          return FALSE;
        }
    }
  return roadmap_history_commit (replay->history, error);
}

static gboolean
replay_record (Replay                      *replay,
               const RoadmapJournalRecord  *record,
               guint                        number,
               GError                     **error)
{
  g_autoptr (GError) cause = NULL;

  if (record->saving != NULL || (record->type != ROADMAP_STEP_DONE && follow (replay, record)) ||
      apply_edits (replay, record, &cause))
    return TRUE;

  g_set_error (error, cause->domain, cause->code, _("step %u (“%s”) and what was done after it cannot be restored: %s"), number,
               record->name != NULL ? record->name : "", cause->message);
  return FALSE;
}

guint
roadmap_orphan_replay (RoadmapOrphan   *self,
                       GBytes          *content,
                       Roadmap         *roadmap,
                       RoadmapHistory  *history,
                       GError         **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Replay replay = { roadmap, history, lines };
  guint n = 0;
  gboolean going = TRUE;

  g_return_val_if_fail (self->text != NULL && find_start (self, content) != G_MAXUINT, 0);

  g_signal_connect (history, "edited", G_CALLBACK (edited_cb), &replay);
  for (guint i = find_start (self, content); i < self->text->records->len && going; i++)
    {
      going = replay_record (&replay, get_record (self, i), n + 1, error);
      n += going && get_record (self, i)->saving == NULL;
    }
  g_signal_handlers_disconnect_by_func (history, edited_cb, &replay);
  return n;
}

Roadmap *
roadmap_orphan_read_base (RoadmapOrphan  *self,
                          GError        **error)
{
  g_autofree char *path = roadmap_journal_output_dup_base_path (self->path);
  g_autofree char *checksum = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;

  g_return_val_if_fail (self->text != NULL, NULL);

  if (g_file_get_contents (path, &data, &size, NULL))
    {
      bytes = g_bytes_new_take (data, size);
      checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
    }
  if (g_strcmp0 (checksum, self->text->text) == 0)
    return roadmap_read (bytes, path, error);

  g_set_error_literal (error, ROADMAP_ERROR, ROADMAP_ERROR_CHANGED,
                       _("what the work began from has not been kept, so it cannot be restored"));
  return NULL;
}
