/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/file-stream.h"
#include "document/remote.h"
#include "document/replace.h"

/* How much more is read at once of a file that turns out longer than it said. */
#define MIN_READ  65536

static const char *
advise (int code)
{
  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      return _("check the name and the folder");
    case EACCES:
    case EPERM:
    case EROFS:
      return _("choose another folder, or ask for the permission");
    case EISDIR:
      return _("choose a file instead of the folder");
    case ENOSPC:
    case EDQUOT:
      return _("make room on the disk, or choose another one");
    case EFBIG:
      return _("choose a smaller file");
    case ENXIO:
      return _("choose a file, or have a program read from the pipe");
    default:
      return _("check the disk, or choose another one");
    }
}

static void
set_read_error (GError     **error,
                const char  *path,
                int          code)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("%s: the file cannot be read (%s); %s"),
               path, g_strerror (code), advise (code));
}

static void
set_write_error (GError     **error,
                 const char  *path,
                 int          code)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("%s: the file cannot be written (%s); %s"),
               path, g_strerror (code), advise (code));
}

/* Reads up to the limit; 0, or an error code. */
static int
read_all (int         fd,
          gsize       size,
          GByteArray *content)
{
  /* One byte more than the file has, to see its end without another piece of memory. */
  gsize room = MIN (size, ROADMAP_FILE_MAX_SIZE) + 1;
  gsize length = 0;

  while (TRUE)
    {
      gssize n;

      if (content->len < length + room)
        g_byte_array_set_size (content, length + room);
      n = read (fd, content->data + length, content->len - length);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return errno;

      length += n;
      if (length > ROADMAP_FILE_MAX_SIZE)
        return EFBIG;
      if (n == 0)
        break;
      room = length < content->len ? content->len - length : MIN_READ;
    }
  g_byte_array_set_size (content, length);
  return 0;
}

/* Only a file has an end that can be waited for. */
static int
read_regular (int         fd,
              GByteArray *content)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    return errno;
  if (S_ISDIR (status.st_mode))
    return EISDIR;
  if (!S_ISREG (status.st_mode))
    return ENODEV;
  if (status.st_size > ROADMAP_FILE_MAX_SIZE)
    return EFBIG;
  return read_all (fd, status.st_size, content);
}

GBytes *
roadmap_file_read (const char  *path,
                   GError     **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  int fd, code;

  g_return_val_if_fail (path != NULL, NULL);

  /* A pipe that nobody writes to would keep us waiting. */
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  code = fd >= 0 ? read_regular (fd, content) : errno;
  if (fd >= 0)
    close (fd);
  if (code == 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&content));

  if (code == ENODEV)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                 _("%s: this is not a file but a device or a pipe; choose a file"), path);
  else
    set_read_error (error, path, code);
  return NULL;
}

/* Returns FALSE. */
static gboolean
fail_write (GError     **error,
            const char  *path,
            int          code,
            const char  *rescue)
{
  if (rescue != NULL)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                 _("%s: the file was damaged while it was written (%s); what it held before is complete in “%s”"),
                 path, g_strerror (code), rescue);
  else
    set_write_error (error, path, code);
  return FALSE;
}

gboolean
roadmap_file_write (const char             *path,
                    GBytes                 *bytes,
                    RoadmapFileWriteFlags   flags,
                    GError                **error)
{
  g_autofree char *rescue = NULL;
  int code;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  code = roadmap_replace (path, bytes, (flags & ROADMAP_FILE_WRITE_BACKUP) != 0, &rescue);
  return code == 0 || fail_write (error, path, code, rescue);
}

typedef struct
{
  RoadmapFileWriteFunc write;
  gpointer             data;
  GError              *error; /* what it failed with, if that was not the file */
} Writing;

/* No error of errno. */
#define FAILED_ITSELF (-1)

static int
fill_cb (int      fd,
         gpointer data)
{
  Writing *writing = data;
  g_autoptr (GOutputStream) stream = roadmap_file_stream_new (fd);
  g_autoptr (GError) error = NULL;
  gboolean written = writing->write (stream, writing->data, &error);
  int code = roadmap_file_stream_get_code (stream);

  if (code != 0 || written)
    return code;
  g_clear_error (&writing->error);
  writing->error = g_steal_pointer (&error);
  return FAILED_ITSELF;
}

gboolean
roadmap_file_write_with (const char             *path,
                         RoadmapFileWriteFunc    write,
                         gpointer                data,
                         RoadmapFileWriteFlags   flags,
                         GError                **error)
{
  g_autofree char *rescue = NULL;
  Writing writing = { write, data };
  int code;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (write != NULL, FALSE);

  code = roadmap_replace_with (path, fill_cb, &writing, (flags & ROADMAP_FILE_WRITE_BACKUP) != 0, &rescue);
  if (code == FAILED_ITSELF)
    {
      g_propagate_prefixed_error (error, writing.error, "%s: ", path);
      return FALSE;
    }
  g_clear_error (&writing.error);
  return code == 0 || fail_write (error, path, code, rescue);
}

/* A file system that only GIO has mounted (a server) may have a path too, but does not keep what paths promise. */
static const char *
get_path (GFile *file)
{
  return g_file_is_native (file) ? g_file_peek_path (file) : NULL;
}

/* /run/user/1000/doc/4f2a19/NAME */
static gboolean
is_from_portal (const char *path)
{
  g_autofree char *portal = g_build_filename (g_get_user_runtime_dir (), "doc", "", NULL);

  return g_str_has_prefix (path, portal);
}

char *
roadmap_file_dup_name (GFile *file)
{
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = get_path (file);
  if (path == NULL)
    return g_file_get_parse_name (file);
  return is_from_portal (path) ? g_filename_display_basename (path) : g_strdup (path);
}

char *
roadmap_file_dup_display_name (GFile *file)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *base = NULL;
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = get_path (file);
  if (path != NULL)
    return g_filename_display_basename (path);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info != NULL && g_file_info_get_display_name (info) != NULL)
    return g_strdup (g_file_info_get_display_name (info));
  base = g_file_get_basename (file);
  return g_filename_display_name (base);
}

gboolean
roadmap_file_is_writable (GFile *file)
{
  g_autoptr (GFileInfo) info = NULL;
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  path = get_path (file);
  if (path != NULL)
    return g_access (path, W_OK) == 0 || errno == ENOENT;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE) ||
         g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE);
}

/* The message begins with the path; people who were not shown one shall not meet one. */
static void
rename_in_error (GFile   *file,
                 GError **error)
{
  g_autofree char *name = NULL;
  char *message;

  if (error == NULL || *error == NULL || !is_from_portal (get_path (file)))
    return;
  name = roadmap_file_dup_name (file);
  message = g_strconcat (name, (*error)->message + strlen (get_path (file)), NULL);
  g_free ((*error)->message);
  (*error)->message = message;
}

GBytes *
roadmap_file_load (GFile   *file,
                   char   **etag,
                   GError **error)
{
  const char *path;
  GBytes *content;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = get_path (file);
  if (path == NULL)
    return roadmap_remote_read (file, etag, error);
  content = roadmap_file_read (path, error);
  if (content == NULL)
    rename_in_error (file, error);
  return content;
}

gboolean
roadmap_file_store (GFile                  *file,
                    GBytes                 *bytes,
                    GBytes                 *old,
                    const char             *etag,
                    RoadmapFileWriteFlags   flags,
                    GError                **error)
{
  const char *path;
  gboolean stored;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  path = get_path (file);
  if (path == NULL)
    return roadmap_remote_write (file, bytes, old, etag, (flags & ROADMAP_FILE_WRITE_BACKUP) != 0, error);
  stored = roadmap_file_write (path, bytes, flags, error);
  if (!stored)
    rename_in_error (file, error);
  return stored;
}

static gboolean
store_remote_with (GFile                  *file,
                   RoadmapFileWriteFunc    write,
                   gpointer                data,
                   RoadmapFileWriteFlags   flags,
                   GError                **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) old = NULL;

  if (!write (stream, data, error) || !g_output_stream_close (stream, NULL, error))
    {
      g_autofree char *name = roadmap_file_dup_name (file);

      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  /* What is there must be known, or it could not be put back. */
  if (g_file_query_exists (file, NULL))
    {
      old = roadmap_remote_read (file, &etag, error);
      if (old == NULL)
        return FALSE;
    }
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  return roadmap_remote_write (file, bytes, old, etag, (flags & ROADMAP_FILE_WRITE_BACKUP) != 0, error);
}

gboolean
roadmap_file_store_with (GFile                  *file,
                         RoadmapFileWriteFunc    write,
                         gpointer                data,
                         RoadmapFileWriteFlags   flags,
                         GError                **error)
{
  const char *path;
  gboolean stored;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (write != NULL, FALSE);

  path = get_path (file);
  if (path == NULL)
    return store_remote_with (file, write, data, flags, error);
  stored = roadmap_file_write_with (path, write, data, flags, error);
  if (!stored)
    rename_in_error (file, error);
  return stored;
}
