/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/journal-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "document/journal-text.h"

struct _RoadmapJournalOutput
{
  char                *path;
  int                  fd;
  RoadmapJournalChain  chain;
  gsize                synced;   /* bytes that are safely on the disk */
  GString             *rest;     /* those behind them */
  gsize                written;  /* how many of those have been written */
  gint64               due;      /* when they are to be synced; 0 while none is written */
  gboolean             has_base;
};

static gboolean
fail (const char  *path,
      GError     **error)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
  return FALSE;
}

char *
roadmap_journal_output_dup_base_path (const char *path)
{
  return g_strconcat (path, ".base", NULL);
}

char *
roadmap_journal_output_dup_prefix (const char *uri)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);

  return g_strdup_printf ("%.16s-", hash);
}

static gboolean
write_base (RoadmapJournalOutput      *self,
            const RoadmapJournalBase  *base,
            GError                   **error)
{
  g_autofree char *path = roadmap_journal_output_dup_base_path (self->path);
  gsize size;
  const char *text = g_bytes_get_data (base->text, &size);

  if (self->has_base)
    return TRUE;
  self->has_base = g_file_set_contents_full (path, text, size,
                                             G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
  return self->has_base;
}

/* Two windows, processes or users never choose the same. */
static char *
create_path (const char *folder,
             const char *uri)
{
  g_autofree char *prefix = uri != NULL ? roadmap_journal_output_dup_prefix (uri) : g_strdup ("new-");
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (prefix, random, ROADMAP_JOURNAL_SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

void
roadmap_journal_output_free (RoadmapJournalOutput *self,
                             gboolean              keep)
{
  g_autofree char *base = roadmap_journal_output_dup_base_path (self->path);

  /* While it is locked, so that nobody finds it in between. */
  if (!keep)
    {
      g_unlink (self->path);
      g_unlink (base);
    }
  if (self->fd >= 0)
    close (self->fd);
  g_string_free (self->rest, TRUE);
  g_free (self->path);
  g_free (self);
}

static gboolean
write_rest (RoadmapJournalOutput  *self,
            GError               **error)
{
  while (self->written < self->rest->len)
    {
      gssize n = pwrite (self->fd, self->rest->str + self->written, self->rest->len - self->written,
                         self->synced + self->written);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (self->path, error);
      self->written += n;
      if (self->due == 0)
        self->due = g_get_monotonic_time () + ROADMAP_JOURNAL_DELAY;
    }
  return TRUE;
}

/* After an error nobody knows what of the rest has come to the disk: it is all written once more. */
static gboolean
sync_rest (RoadmapJournalOutput  *self,
           GError               **error)
{
  while (g_fsync (self->fd) != 0)
    if (errno != EINTR)
      {
        self->written = 0;
        return fail (self->path, error);
      }
  self->synced += self->written;
  g_string_erase (self->rest, 0, self->written);
  self->written = 0;
  self->due = self->rest->len > 0 ? g_get_monotonic_time () + ROADMAP_JOURNAL_DELAY : 0;
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
place (RoadmapJournalOutput  *self,
       const char            *folder,
       GError               **error)
{
  g_autofree char *temporary = g_strconcat (self->path, ".new", NULL);

  self->fd = g_open (temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (self->fd < 0)
    return fail (temporary, error);
  if (flock (self->fd, LOCK_EX | LOCK_NB) == 0)
    {
      if (!write_rest (self, error) || !sync_rest (self, error))
        {
          g_unlink (temporary);
          return FALSE;
        }
      if (g_rename (temporary, self->path) == 0)
        {
          sync_folder (folder);
          return TRUE;
        }
    }
  fail (temporary, error);
  g_unlink (temporary);
  return FALSE;
}

RoadmapJournalOutput *
roadmap_journal_output_new (const char                *folder,
                            const RoadmapJournalBase  *base,
                            GPtrArray                 *texts,
                            GError                   **error)
{
  g_autofree char *content = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, base->content);
  g_autofree char *text = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, base->text);
  RoadmapJournalOutput *self;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      fail (folder, error);
      return NULL;
    }

  self = g_new0 (RoadmapJournalOutput, 1);
  self->path = create_path (folder, base->uri);
  self->fd = -1;
  self->rest = g_string_new (NULL);
  roadmap_journal_text_begin (self->rest, &self->chain, base->uri, content, text);
  for (guint i = 0; i < texts->len; i++)
    roadmap_journal_output_add (self, g_ptr_array_index (texts, i));
  if ((base->uri != NULL || write_base (self, base, error)) && place (self, folder, error))
    return self;

  roadmap_journal_output_free (self, FALSE);
  return NULL;
}

void
roadmap_journal_output_add (RoadmapJournalOutput *self,
                            const char           *text)
{
  roadmap_journal_text_append (self->rest, &self->chain, text);
}

gboolean
roadmap_journal_output_write (RoadmapJournalOutput      *self,
                              const RoadmapJournalBase  *base,
                              gboolean                   hurry,
                              GError                   **error)
{
  if (!write_rest (self, error))
    return FALSE;
  if (self->due != 0 && (hurry || g_get_monotonic_time () >= self->due) && !sync_rest (self, error))
    return FALSE;
  return self->due != 0 || write_base (self, base, error);
}

gboolean
roadmap_journal_output_has_work (const RoadmapJournalOutput *self,
                                 gboolean                    hurry)
{
  return self->written < self->rest->len || (hurry && self->due != 0) || (self->due == 0 && !self->has_base);
}

gint64
roadmap_journal_output_get_due (const RoadmapJournalOutput *self)
{
  return self->due;
}
