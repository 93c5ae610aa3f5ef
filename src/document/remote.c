/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/remote.h"

#include <glib/gi18n-lib.h>

#include "document/file.h"

/* Puts the file's name before the sentence of GIO, which has none. */
static void
take_error (GError     **error,
            GFile       *file,
            const char  *format,
            GError      *cause) G_GNUC_PRINTF (3, 0);

static void
take_error (GError     **error,
            GFile       *file,
            const char  *format,
            GError      *cause)
{
  g_autofree char *name = roadmap_file_dup_name (file);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, cause->domain, cause->code, format, name, cause->message);
#pragma GCC diagnostic pop
  g_error_free (cause);
}

static GBytes *
read_stream (GInputStream  *stream,
             GError       **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint8 buffer[65536];
  gssize length;

  while ((length = g_input_stream_read (stream, buffer, sizeof buffer, NULL, error)) > 0)
    {
      g_byte_array_append (content, buffer, length);
      if (content->len > ROADMAP_FILE_MAX_SIZE)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("it is too large"));
          return NULL;
        }
    }
  return length == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&content)) : NULL;
}

GBytes *
roadmap_remote_read (GFile    *file,
                     char    **etag,
                     GError  **error)
{
  GError *cause = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &cause);
  GBytes *content = stream != NULL ? read_stream (G_INPUT_STREAM (stream), &cause) : NULL;

  if (content == NULL)
    {
      take_error (error, file, _("%s: the file cannot be read (%s); check the connection, or copy it to this computer"), cause);
      return NULL;
    }
  if (etag != NULL)
    {
      g_autoptr (GFileInfo) info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_ETAG_VALUE, NULL, NULL);

      *etag = info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
    }
  return content;
}

/* Closing with a cancelled cancellable tells the server that the file is not complete. */
static void
abandon (GFileOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
}

static gboolean
write_content (GFile       *file,
               GBytes      *bytes,
               const char  *etag,
               gboolean     backup,
               GError     **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, etag, backup, G_FILE_CREATE_NONE, NULL, error);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  if (stream == NULL)
    return FALSE;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, NULL, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
  abandon (stream);
  return FALSE;
}

/* Where the server keeps no backup of its own accord, one is made beside the file before it is written. */
static void
copy_to_backup (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *backup_uri = g_strconcat (uri, "~", NULL);
  g_autoptr (GFile) backup = g_file_new_for_uri (backup_uri);

  g_file_copy (file, backup, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL);
}

static gboolean
write_with_backup (GFile       *file,
                   GBytes      *bytes,
                   const char  *etag,
                   gboolean     backup,
                   GError     **error)
{
  GError *cause = NULL;

  if (write_content (file, bytes, etag, backup, &cause))
    return TRUE;
  if (backup && (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANT_CREATE_BACKUP) ||
                 g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED)))
    {
      g_clear_error (&cause);
      copy_to_backup (file);
      return write_content (file, bytes, etag, FALSE, error);
    }
  g_propagate_error (error, cause);
  return FALSE;
}

static gboolean
holds (GFile  *file,
       GBytes *expected)
{
  g_autoptr (GBytes) content = roadmap_remote_read (file, NULL, NULL);

  return content != NULL && expected != NULL && g_bytes_equal (content, expected);
}

gboolean
roadmap_remote_write (GFile       *file,
                      GBytes      *bytes,
                      GBytes      *old,
                      const char  *etag,
                      gboolean     backup,
                      GError     **error)
{
  GError *cause = NULL;

  write_with_backup (file, bytes, etag, backup && old != NULL, &cause);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    {
      take_error (error, file, _("%s: the file was changed while it was saved (%s)"), cause);
      return FALSE;
    }
  if (holds (file, bytes))
    {
      g_clear_error (&cause);
      return TRUE;
    }
  if (cause == NULL)
    cause = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, _("it does not hold what was sent"));

  if (old == NULL ? !g_file_query_exists (file, NULL) || g_file_delete (file, NULL, NULL)
                  : holds (file, old) || (write_content (file, old, NULL, FALSE, NULL) && holds (file, old)))
    take_error (error, file, _("%s: the file cannot be written (%s); check the connection, or save on this computer"), cause);
  else
    take_error (error, file, _("%s: the file was damaged while it was written (%s); save it on this computer at once"), cause);
  return FALSE;
}
