/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/disk.h"

#include "document/file.h"

/* What is longer than any roadmap is none. */
static char *
sum_up (GInputStream  *stream,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (65536);
  gsize total = 0;
  gssize length;

  while ((length = g_input_stream_read (stream, buffer, 65536, cancellable, error)) > 0)
    {
      total += length;
      if (total > ROADMAP_FILE_MAX_SIZE)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "too long");
          return NULL;
        }
      g_checksum_update (checksum, buffer, length);
    }
  return length == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

static char *
read_file (GFile         *file,
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
  return stream != NULL ? sum_up (G_INPUT_STREAM (stream), cancellable, error) : NULL;
}

static void
look (GTask        *task,
      gpointer      source,
      gpointer      file,
      GCancellable *cancellable)
{
  GError *error = NULL;
  char *checksum = read_file (file, cancellable, &error);

  if (checksum != NULL)
    g_task_return_pointer (task, checksum, g_free);
  else
    g_task_return_error (task, error);
}

void
roadmap_disk_look_async (GFile               *file,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, look);
}

RoadmapDiskState
roadmap_disk_look_finish (GAsyncResult  *result,
                          char         **checksum)
{
  g_autoptr (GError) error = NULL;

  *checksum = g_task_propagate_pointer (G_TASK (result), &error);
  if (*checksum != NULL)
    return ROADMAP_DISK_READ;
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? ROADMAP_DISK_GONE : ROADMAP_DISK_UNREADABLE;
}
