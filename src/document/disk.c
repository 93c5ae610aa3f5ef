/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/disk.h"

#include <string.h>

#include "document/file.h"

typedef struct
{
  GFile  *file;
  GBytes *known; /* (nullable) */
} Look;

static void
free_look (gpointer data)
{
  Look *look = data;

  g_object_unref (look->file);
  g_clear_pointer (&look->known, g_bytes_unref);
  g_free (look);
}

static gboolean
has_at (GBytes       *known,
        gsize         position,
        const guint8 *data,
        gsize         length)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (known, &size);

  return position <= size && length <= size - position && memcmp (bytes + position, data, length) == 0;
}

/* What is longer than any roadmap is none.  Empty if it is what is known: that need not be summed up. */
static char *
sum_up (GInputStream  *stream,
        GBytes        *known,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (65536);
  gboolean same = known != NULL;
  gsize total = 0;
  gssize length;

  while ((length = g_input_stream_read (stream, buffer, 65536, cancellable, error)) > 0)
    {
      if (total + length > ROADMAP_FILE_MAX_SIZE)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "too long");
          return NULL;
        }
      if (same && !has_at (known, total, buffer, length))
        {
          /* What was the same so far has not been counted. */
          g_checksum_update (checksum, g_bytes_get_data (known, NULL), total);
          same = FALSE;
        }
      if (!same)
        g_checksum_update (checksum, buffer, length);
      total += length;
    }
  if (length < 0)
    return NULL;
  if (same && total == g_bytes_get_size (known))
    return g_strdup ("");
  if (same)
    g_checksum_update (checksum, g_bytes_get_data (known, NULL), total);
  return g_strdup (g_checksum_get_string (checksum));
}

static char *
read_file (GFile         *file,
           GBytes        *known,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                                                  cancellable, error);
  g_autoptr (GFileInputStream) stream = NULL;

  if (info == NULL)
    return NULL;
  /* To open a pipe is to wait for somebody. */
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "not a regular file");
      return NULL;
    }
  stream = g_file_read (file, cancellable, error);
  return stream != NULL ? sum_up (G_INPUT_STREAM (stream), known, cancellable, error) : NULL;
}

static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Look *look = data;
  GError *error = NULL;
  char *checksum = read_file (look->file, look->known, cancellable, &error);

  if (checksum != NULL)
    g_task_return_pointer (task, checksum, g_free);
  else
    g_task_return_error (task, error);
}

void
roadmap_disk_look_async (GFile               *file,
                         GBytes              *known,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Look *look;

  g_return_if_fail (G_IS_FILE (file));

  look = g_new0 (Look, 1);
  look->file = g_object_ref (file);
  look->known = known != NULL ? g_bytes_ref (known) : NULL;
  g_task_set_task_data (task, look, free_look);
  g_task_run_in_thread (task, look_in_thread);
}

RoadmapDiskState
roadmap_disk_look_finish (GAsyncResult  *result,
                          char         **checksum)
{
  g_autoptr (GError) error = NULL;

  *checksum = g_task_propagate_pointer (G_TASK (result), &error);
  if (*checksum != NULL && **checksum == '\0')
    {
      g_clear_pointer (checksum, g_free);
      return ROADMAP_DISK_SAME;
    }
  if (*checksum != NULL)
    return ROADMAP_DISK_READ;
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? ROADMAP_DISK_GONE : ROADMAP_DISK_UNREADABLE;
}
