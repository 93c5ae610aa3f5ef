/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/journal-file.h"

#include "document/journal-text.h"

/* After a failure. */
#define RETRY_DELAY (2 * G_TIME_SPAN_SECOND)

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
replace_output (RoadmapJournalFile    *self,
                RoadmapJournalOutput **output,
                const Work            *todo,
                GError               **error)
{
  RoadmapJournalOutput *created = NULL;

  if (todo->texts->len > 0)
    {
      created = roadmap_journal_output_new (self->folder, &todo->base, todo->texts, error);
      if (created == NULL)
        return FALSE;
    }
  /* What came after the save is safe in the new file before the old one goes. */
  if (*output != NULL)
    roadmap_journal_output_free (*output, FALSE);
  *output = created;
  return TRUE;
}

/* Does what can be done now.  FALSE: it failed, and the records of @todo must come again if they are not taken over. */
static gboolean
work (RoadmapJournalFile    *self,
      RoadmapJournalOutput **output,
      const Work            *todo,
      gboolean              *taken_over,
      GError               **error)
{
  *taken_over = !todo->restart && *output != NULL;
  if (!*taken_over)
    return replace_output (self, output, todo, error);

  for (guint i = 0; i < todo->texts->len; i++)
    roadmap_journal_output_add (*output, g_ptr_array_index (todo->texts, i));
  return roadmap_journal_output_write (*output, &todo->base, todo->hurry, error);
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
has_work (RoadmapJournalFile         *self,
          const RoadmapJournalOutput *output)
{
  return self->texts->len > 0 || self->restart ||
         (output != NULL && roadmap_journal_output_has_work (output, self->hurry));
}

/* Waits until there is something to do; the mutex is locked. */
static void
wait_for_work (RoadmapJournalFile         *self,
               const RoadmapJournalOutput *output)
{
  while (!self->stop && !has_work (self, output))
    {
      gint64 due = output != NULL ? roadmap_journal_output_get_due (output) : 0;

      if (due != 0)
        {
          if (!g_cond_wait_until (&self->changed, &self->mutex, due))
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
  RoadmapJournalOutput *output = NULL;

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
  RoadmapJournalOutput *output;

  g_mutex_lock (&self->mutex);
  self->stop = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  output = g_thread_join (self->thread);
  if (output != NULL)
    roadmap_journal_output_free (output, keep);

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
