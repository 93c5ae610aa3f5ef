/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* More links in a row are a ring. */
#define MAX_LINKS 40
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

/* Follows @path as long as it is a symbolic link, even if the last one leads nowhere yet. */
static char *
follow_links (const char *path)
{
  g_autofree char *followed = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (followed, NULL);
      g_autofree char *folder = g_path_get_dirname (followed);

      if (target == NULL)
        break;
      g_free (followed);
      followed = g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
    }
  return g_steal_pointer (&followed);
}

static int
write_all (int     fd,
           GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize written = write (fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return errno;
      data += written;
      size -= written;
    }
  return 0;
}

static int
sync_file (int fd)
{
  int result;

  do
    result = g_fsync (fd);
  while (result != 0 && errno == EINTR);

  /* There are file systems that have nothing to sync. */
  return result == 0 || errno == EINVAL || errno == ENOTSUP ? 0 : errno;
}

/* Gives a new file the owner and permissions of the one it replaces.  Who may not set the group must not give its
 * rights to another one. */
static int
copy_permissions (int               fd,
                  const struct stat *old)
{
  mode_t mode = old->st_mode & 07777;

  if (fchown (fd, old->st_uid, old->st_gid) != 0 && fchown (fd, -1, old->st_gid) != 0)
    mode = (mode & ~(mode_t) 06070) | (mode & 07) << 3;
  return fchmod (fd, mode) == 0 ? 0 : errno;
}

/* Writes a new file in the folder of @target, and on success says its name in @temporary.  Its own name is short, so
 * that @target may have the longest one possible. */
static int
write_beside (const char         *target,
              const struct stat  *old,
              GBytes             *bytes,
              char              **temporary)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = g_build_filename (folder, ".koteihyo-XXXXXX", NULL);
  int fd = g_mkstemp_full (name, O_WRONLY | O_CLOEXEC, old != NULL ? 0600 : 0666);
  int code;

  if (fd < 0)
    return errno;

  code = write_all (fd, bytes);
  if (code == 0 && old != NULL)
    code = copy_permissions (fd, old);
  if (code == 0)
    code = sync_file (fd);
  if (close (fd) != 0 && code == 0)
    code = errno;

  if (code == 0)
    *temporary = g_steal_pointer (&name);
  else
    g_unlink (name);
  return code;
}

/* The name is safely on the disk when its folder is.  By now the file is in place, so there is nothing to report. */
static void
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  sync_file (fd);
  close (fd);
}

/* Puts @temporary in the place of @target, and @target beside it if a backup is wanted. */
static int
put_in_place (const char            *temporary,
              const char            *target,
              RoadmapFileWriteFlags  flags)
{
  g_autofree char *backup = g_strconcat (target, "~", NULL);
  g_autofree char *kept = g_strconcat (temporary, "~", NULL);
  gboolean keeps = flags & ROADMAP_FILE_WRITE_BACKUP && link (target, kept) == 0;

  if (g_rename (temporary, target) != 0)
    {
      int code = errno;

      g_unlink (temporary);
      if (keeps)
        g_unlink (kept);
      return code;
    }

  /* If the backup already is the same file, renaming does nothing. */
  if (keeps && (g_rename (kept, backup) != 0 || g_access (kept, F_OK) == 0))
    g_unlink (kept);
  sync_folder_of (target);
  return 0;
}

static int
write_straight (const char *path,
                GBytes     *bytes)
{
  /* A pipe that nobody reads from is an error now, not a wait without end. */
  int fd = g_open (path, O_WRONLY | O_CLOEXEC | O_NONBLOCK, 0);
  int code;

  if (fd < 0)
    return errno;
  fcntl (fd, F_SETFL, 0);
  code = write_all (fd, bytes);
  return close (fd) == 0 || code != 0 ? code : errno;
}

static int
replace (const char            *path,
         GBytes                *bytes,
         RoadmapFileWriteFlags  flags)
{
  g_autofree char *target = follow_links (path);
  g_autofree char *temporary = NULL;
  struct stat old;
  gboolean exists = stat (target, &old) == 0;
  int code;

  if (!exists && errno != ENOENT)
    return errno;
  if (exists && S_ISDIR (old.st_mode))
    return EISDIR;
  if (exists && !S_ISREG (old.st_mode))
    return write_straight (target, bytes);
  if (exists && g_access (target, W_OK) != 0)
    return errno;

  code = write_beside (target, exists ? &old : NULL, bytes, &temporary);
  return code == 0 ? put_in_place (temporary, target, flags) : code;
}

gboolean
roadmap_file_write (const char             *path,
                    GBytes                 *bytes,
                    RoadmapFileWriteFlags   flags,
                    GError                **error)
{
  int code;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  code = replace (path, bytes, flags);
  if (code == 0)
    return TRUE;

  set_write_error (error, path, code);
  return FALSE;
}
