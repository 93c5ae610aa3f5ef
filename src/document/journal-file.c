/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/journal-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "document/journal-text.h"

#define RETRY_DELAY (2 * G_TIME_SPAN_SECOND)

/* A file on the disk; only the thread uses it. */
typedef struct
{
  char                *path;
  int                  fd;
  RoadmapJournalChain  chain;
  gsize                synced;   /* bytes that are safely on the disk */
  GString             *rest;     /* those behind them */
  gsize                written;  /* how many of those have been written */
  gint64               due;      /* when they are to be synced; 0 while none is written */
  gboolean             has_base;
} Output;

struct _RoadmapJournalFile
{
  char                    *folder;
  RoadmapJournalStateFunc  state;
  gpointer                 user_data;
  GThread                 *thread;

  GMutex                   mutex; /* of all that follows */
  GCond                    changed;
  RoadmapJournalBase       base;
  GPtrArray               *texts;   /* records that are to be written */
  GPtrArray               *after;   /* records since the last note of a save; NULL: there is none */
  gboolean                 restart; /* the output is that of an earlier base */
  gboolean                 stop;
  gboolean                 busy;    /* the thread is at work, or has some left */
  gboolean                 hurry;   /* somebody waits */
  GError                  *error;   /* NULL: all is well */
  guint                    n_failures;
};

static void
clear_base (RoadmapJournalBase *base)
{
  g_clear_pointer (&base->uri, g_free);
  g_clear_pointer (&base->content, g_bytes_unref);
  g_clear_pointer (&base->text, g_bytes_unref);
}

static void
copy_base (RoadmapJournalBase       *copy,
           const RoadmapJournalBase *base)
{
  copy->uri = g_strdup (base->uri);
  copy->content = g_bytes_ref (base->content);
  copy->text = g_bytes_ref (base->text);
}

static gboolean
fail (const char  *path,
      GError     **error)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
  return FALSE;
}

char *
roadmap_journal_file_dup_base_path (const char *path)
{
  return g_strconcat (path, ".base", NULL);
}

char *
roadmap_journal_file_dup_prefix (const char *uri)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);

  return g_strdup_printf ("%.16s-", hash);
}

static gboolean
write_base (Output                    *output,
            const RoadmapJournalBase  *base,
            GError                   **error)
{
  g_autofree char *path = roadmap_journal_file_dup_base_path (output->path);
  gsize size;
  const char *text = g_bytes_get_data (base->text, &size);

  if (output->has_base)
    return TRUE;
  output->has_base = g_file_set_contents_full (path, text, size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                               0600, error);
  return output->has_base;
}

/* Two windows, processes or users never choose the same. */
static char *
create_path (const char *folder,
             const char *uri)
{
  g_autofree char *prefix = uri != NULL ? roadmap_journal_file_dup_prefix (uri) : g_strdup ("new-");
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (prefix, random, ROADMAP_JOURNAL_SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

static void
free_output (Output   *output,
             gboolean  keep)
{
  g_autofree char *base = roadmap_journal_file_dup_base_path (output->path);

  /* While it is locked, so that nobody finds it in between. */
  if (!keep)
    {
      g_unlink (output->path);
      g_unlink (base);
    }
  if (output->fd >= 0)
    close (output->fd);
  g_string_free (output->rest, TRUE);
  g_free (output->path);
  g_free (output);
}

static void
add_text (Output     *output,
          const char *text)
{
  roadmap_journal_text_append (output->rest, &output->chain, text);
}

static gboolean
write_rest (Output  *output,
            GError **error)
{
  while (output->written < output->rest->len)
    {
      gssize n = pwrite (output->fd, output->rest->str + output->written, output->rest->len - output->written,
                         output->synced + output->written);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (output->path, error);
      output->written += n;
      if (output->due == 0)
        output->due = g_get_monotonic_time () + ROADMAP_JOURNAL_DELAY;
    }
  return TRUE;
}

/* After an error nobody knows what of the rest has come to the disk: it is all written once more. */
static gboolean
sync_rest (Output  *output,
           GError **error)
{
  while (g_fsync (output->fd) != 0)
    if (errno != EINTR)
      {
        output->written = 0;
        return fail (output->path, error);
      }
  output->synced += output->written;
  g_string_erase (output->rest, 0, output->written);
  output->written = 0;
  output->due = output->rest->len > 0 ? g_get_monotonic_time () + ROADMAP_JOURNAL_DELAY : 0;
  return TRUE;
}

static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  g_fsync (fd);
  close (fd);
}

/* Gives a file that is locked and has a head its name: without a lock nobody ever sees it. */
static gboolean
place_output (Output      *output,
              const char  *folder,
              GError     **error)
{
  g_autofree char *temporary = g_strconcat (output->path, ".new", NULL);

  output->fd = g_open (temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (output->fd < 0)
    return fail (temporary, error);
  if (flock (output->fd, LOCK_EX | LOCK_NB) == 0)
    {
      if (!write_rest (output, error) || !sync_rest (output, error))
        {
          g_unlink (temporary);
          return FALSE;
        }
      if (g_rename (temporary, output->path) == 0)
        {
          sync_folder (folder);
          return TRUE;
        }
    }
  fail (temporary, error);
  g_unlink (temporary);
  return FALSE;
}

/* A file with the records @texts.  Of a roadmap that has no file the base must be there first. */
static Output *
create_output (const char                *folder,
               const RoadmapJournalBase  *base,
               GPtrArray                 *texts,
               GError                   **error)
{
  g_autofree char *content = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, base->content);
  g_autofree char *text = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, base->text);
  Output *output;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      fail (folder, error);
      return NULL;
    }

  output = g_new0 (Output, 1);
  output->path = create_path (folder, base->uri);
  output->fd = -1;
  output->rest = g_string_new (NULL);
  roadmap_journal_text_begin (output->rest, &output->chain, base->uri, content, text);
  for (guint i = 0; i < texts->len; i++)
    add_text (output, g_ptr_array_index (texts, i));
  if ((base->uri != NULL || write_base (output, base, error)) && place_output (output, folder, error))
    return output;

  free_output (output, FALSE);
  return NULL;
}

/* What the thread takes over from the others at once. */
typedef struct
{
  RoadmapJournalBase  base;
  GPtrArray          *texts;
  gboolean            restart;
  gboolean            hurry;
} Work;

/* Puts the records of @todo into a new output instead of the one there is; without any there is none. */
static gboolean
replace_output (RoadmapJournalFile  *self,
                Output             **output,
                const Work          *todo,
                GError             **error)
{
  Output *created = NULL;

  if (todo->texts->len > 0)
    {
      created = create_output (self->folder, &todo->base, todo->texts, error);
      if (created == NULL)
        return FALSE;
    }
  /* What came after the save is safe in the new file before the old one goes. */
  if (*output != NULL)
    free_output (*output, FALSE);
  *output = created;
  return TRUE;
}

/* Does what can be done now.  FALSE: it failed, and the records of @todo must come again if they are not taken over. */
static gboolean
work (RoadmapJournalFile  *self,
      Output             **output,
      const Work          *todo,
      gboolean            *taken_over,
      GError             **error)
{
  *taken_over = !todo->restart && *output != NULL;
  if (!*taken_over)
    return replace_output (self, output, todo, error);

  for (guint i = 0; i < todo->texts->len; i++)
    add_text (*output, g_ptr_array_index (todo->texts, i));
  if (!write_rest (*output, error))
    return FALSE;
  if ((*output)->due != 0 && (todo->hurry || g_get_monotonic_time () >= (*output)->due) && !sync_rest (*output, error))
    return FALSE;
  return (*output)->due != 0 || write_base (*output, &todo->base, error);
}

static void
tell (RoadmapJournalFile *self,
      const GError       *error)
{
  if (self->state != NULL)
    self->state (error, self->user_data);
}

/* Notes how the work went; the mutex is locked. */
static void
note_result (RoadmapJournalFile *self,
             GError             *error)
{
  gboolean was_well = self->error == NULL;

  g_clear_error (&self->error);
  self->error = error;
  self->n_failures += error != NULL;
  if (error != NULL ? was_well : !was_well)
    tell (self, error);
}

/* A restart that was asked for meanwhile has all records that matter. */
static void
put_back (RoadmapJournalFile *self,
          Work               *todo)
{
  if (self->restart)
    return;
  g_ptr_array_extend_and_steal (todo->texts, g_steal_pointer (&self->texts));
  self->texts = g_steal_pointer (&todo->texts);
  self->restart |= todo->restart;
}

static gboolean
has_work (RoadmapJournalFile *self,
          const Output       *output)
{
  if (self->texts->len > 0 || self->restart)
    return TRUE;
  return output != NULL && (output->written < output->rest->len || (self->hurry && output->due != 0) ||
                            (output->due == 0 && !output->has_base));
}

/* Waits until there is something to do; the mutex is locked. */
static void
wait_for_work (RoadmapJournalFile *self,
               const Output       *output)
{
  while (!self->stop && !has_work (self, output))
    {
      if (output != NULL && output->due != 0)
        {
          if (!g_cond_wait_until (&self->changed, &self->mutex, output->due))
            return;
          continue;
        }
      self->busy = FALSE;
      self->hurry = FALSE;
      g_cond_broadcast (&self->changed);
      g_cond_wait (&self->changed, &self->mutex);
    }
}

/* Waits before it is tried again; the mutex is locked. */
static void
wait_after_failure (RoadmapJournalFile *self)
{
  gint64 end = g_get_monotonic_time () + RETRY_DELAY;

  self->hurry = FALSE;
  g_cond_broadcast (&self->changed);
  while (!self->stop && !self->hurry)
    if (!g_cond_wait_until (&self->changed, &self->mutex, end))
      return;
}

static gpointer
run (gpointer data)
{
  RoadmapJournalFile *self = data;
  Output *output = NULL;

  g_mutex_lock (&self->mutex);
  while (TRUE)
    {
      gboolean taken_over;
      Work todo = { 0 };
      GError *error = NULL;

      wait_for_work (self, output);
      if (self->stop)
        break;

      copy_base (&todo.base, &self->base);
      todo.texts = g_steal_pointer (&self->texts);
      self->texts = g_ptr_array_new_with_free_func (g_free);
      todo.restart = self->restart;
      todo.hurry = self->hurry;
      self->restart = FALSE;

      g_mutex_unlock (&self->mutex);
      work (self, &output, &todo, &taken_over, &error);
      g_mutex_lock (&self->mutex);

      if (error != NULL && !taken_over)
        put_back (self, &todo);
      note_result (self, error);
      clear_base (&todo.base);
      g_clear_pointer (&todo.texts, g_ptr_array_unref);
      if (error != NULL)
        wait_after_failure (self);
    }
  g_mutex_unlock (&self->mutex);
  return output;
}

RoadmapJournalFile *
roadmap_journal_file_new (const char               *folder,
                          const RoadmapJournalBase *base,
                          RoadmapJournalStateFunc   state,
                          gpointer                  user_data)
{
  RoadmapJournalFile *self = g_new0 (RoadmapJournalFile, 1);

  self->folder = g_strdup (folder);
  self->state = state;
  self->user_data = user_data;
  copy_base (&self->base, base);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->thread = g_thread_new ("journal", run, self);
  return self;
}

static void
end (RoadmapJournalFile *self,
     gboolean            keep)
{
  Output *output;

  g_mutex_lock (&self->mutex);
  self->stop = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  output = g_thread_join (self->thread);
  if (output != NULL)
    free_output (output, keep);

  clear_base (&self->base);
  g_ptr_array_unref (self->texts);
  g_clear_pointer (&self->after, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self->folder);
  g_free (self);
}

void
roadmap_journal_file_free (RoadmapJournalFile *self)
{
  end (self, FALSE);
}

void
roadmap_journal_file_abandon (RoadmapJournalFile *self)
{
  end (self, TRUE);
}

/* The mutex is locked. */
static void
append (RoadmapJournalFile *self,
        const char         *text)
{
  g_ptr_array_add (self->texts, g_strdup (text));
  self->busy = TRUE;
  g_cond_broadcast (&self->changed);
}

void
roadmap_journal_file_append (RoadmapJournalFile *self,
                             const char         *text)
{
  g_mutex_lock (&self->mutex);
  append (self, text);
  if (self->after != NULL)
    g_ptr_array_add (self->after, g_strdup (text));
  g_mutex_unlock (&self->mutex);
}

/* The mutex is locked.  Whether all is on the disk. */
static gboolean
wait_until_done (RoadmapJournalFile *self)
{
  guint n_failures = self->n_failures;

  self->hurry = TRUE;
  g_cond_broadcast (&self->changed);
  while (self->busy && self->n_failures == n_failures)
    g_cond_wait (&self->changed, &self->mutex);
  return !self->busy;
}

void
roadmap_journal_file_note_saving (RoadmapJournalFile *self,
                                  const char         *checksum)
{
  g_autofree char *text = roadmap_journal_text_create_saving (checksum);

  g_mutex_lock (&self->mutex);
  append (self, text);
  g_clear_pointer (&self->after, g_ptr_array_unref);
  self->after = g_ptr_array_new_with_free_func (g_free);
  wait_until_done (self);
  g_mutex_unlock (&self->mutex);
}

void
roadmap_journal_file_restart (RoadmapJournalFile       *self,
                              const RoadmapJournalBase *base)
{
  g_mutex_lock (&self->mutex);
  clear_base (&self->base);
  copy_base (&self->base, base);
  g_ptr_array_unref (self->texts);
  self->texts = self->after != NULL ? g_steal_pointer (&self->after) : g_ptr_array_new_with_free_func (g_free);
  self->restart = TRUE;
  self->busy = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

gboolean
roadmap_journal_file_flush (RoadmapJournalFile  *self,
                            GError             **error)
{
  gboolean done;

  g_mutex_lock (&self->mutex);
  done = wait_until_done (self);
  if (!done && self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));
  g_mutex_unlock (&self->mutex);
  return done;
}
