/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#define _GNU_SOURCE /* O_TMPFILE, fallocate(), memfd_create() */

#include "config.h"

#include "document/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/file.h"
#include "document/keep.h"

/* More links in a row are a ring. */
#define MAX_LINKS     40
/* Names of six letters that nobody has are found at once. */
#define MAX_NAMES     100
#define NAME_PREFIX   ".koteihyo-"
#define NAME_LETTERS  "abcdefghijklmnopqrstuvwxyz0123456789"
#define NAME_LENGTH   6

/* What a file is to hold: these bytes, or what a function writes. */
typedef struct
{
  GBytes             *bytes;
  RoadmapReplaceFill  fill;
  gpointer            data;
} Content;

/* A content on its way to its place. */
typedef struct
{
  const char *target;
  char       *folder;
  char       *prefix; /* of names for it in the folder */
  char       *name;   /* what it is called; NULL while it has no name */
  int         fd;
} Draft;

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
write_content (int            fd,
               const Content *content)
{
  return content->bytes != NULL ? write_all (fd, content->bytes) : content->fill (fd, content->data);
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

/* The name is safely on the disk when its folder is.  By now the file is in place, so there is nothing to report. */
static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  sync_file (fd);
  close (fd);
}

static char *
dup_prefix (const char *target)
{
  g_autofree char *name = g_path_get_basename (target);

  return g_strdup_printf (NAME_PREFIX "%08x-", g_str_hash (name));
}

static char *
dup_random_name (Draft *self)
{
  char letters[NAME_LENGTH + 1] = "";

  for (guint i = 0; i < NAME_LENGTH; i++)
    letters[i] = NAME_LETTERS[g_random_int_range (0, strlen (NAME_LETTERS))];
  return g_strconcat (self->folder, G_DIR_SEPARATOR_S, self->prefix, letters, NULL);
}

/* Whoever wrote it holds a lock as long as he lives.  The old content on its way to be the backup has no lock of its
 * own but is named after the new one, which is there all the time. */
static gboolean
is_left_over (const char *path)
{
  g_autofree char *new_content = g_strndup (path, strlen (path) - g_str_has_suffix (path, "~"));
  int fd = g_open (new_content, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
  gboolean left;

  if (fd < 0)
    return errno == ENOENT;
  left = flock (fd, LOCK_EX | LOCK_NB) == 0;
  close (fd);
  return left;
}

/* Takes away what programs that were killed while they saved this file have left. */
static void
sweep (Draft *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  gsize length = strlen (self->prefix) + NAME_LENGTH;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;

      if (!g_str_has_prefix (name, self->prefix) || strlen (name) < length ||
          strspn (name + length, "~") != strlen (name + length))
        continue;
      path = g_build_filename (self->folder, name, NULL);
      if (is_left_over (path))
        g_unlink (path);
    }
}

static int
open_named (Draft  *self,
            mode_t  mode)
{
  for (guint i = 0; i < MAX_NAMES; i++)
    {
      g_autofree char *name = dup_random_name (self);

      self->fd = g_open (name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
      if (self->fd >= 0)
        {
          self->name = g_steal_pointer (&name);
          return 0;
        }
      if (errno != EEXIST)
        return errno;
    }
  return EEXIST;
}

/* What there is to say against a file without a name is said again about one that has one. */
static int
open_draft (Draft  *self,
            mode_t  mode)
{
  int code = 0;

  self->fd = g_open (self->folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
  if (self->fd < 0)
    code = open_named (self, mode);
  if (code == 0)
    flock (self->fd, LOCK_EX | LOCK_NB);
  return code;
}

/* Gives the draft a name: @wanted if it is not NULL and free, or one of ours. */
static int
name_draft (Draft      *self,
            const char *wanted)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", self->fd);

  if (wanted != NULL && linkat (AT_FDCWD, link, AT_FDCWD, wanted, AT_SYMLINK_FOLLOW) == 0)
    {
      self->name = g_strdup (wanted);
      return 0;
    }
  for (guint i = 0; i < MAX_NAMES; i++)
    {
      g_autofree char *name = dup_random_name (self);

      if (linkat (AT_FDCWD, link, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0)
        {
          self->name = g_steal_pointer (&name);
          return 0;
        }
      if (errno != EEXIST)
        return errno;
    }
  return EEXIST;
}

static int
fill_draft (Draft             *self,
            const struct stat *old,
            const Content     *content)
{
  int code = write_content (self->fd, content);

  if (code == 0 && old != NULL)
    code = roadmap_keep_attributes (self->fd, self->target, old);
  return code == 0 ? sync_file (self->fd) : code;
}

/* Opens and fills it.  A file system may have files without a name but not be able to name them (no /proc, a folder in
 * layers): then all is done once more with a name. */
static int
create_draft (Draft             *self,
              const struct stat *old,
              const Content     *content)
{
  mode_t mode = old != NULL ? 0600 : 0666;
  int code = open_draft (self, mode);

  if (code == 0)
    code = fill_draft (self, old, content);
  if (code != 0 || self->name != NULL)
    return code;

  if (name_draft (self, old == NULL ? self->target : NULL) == 0)
    return 0;
  close (self->fd);
  code = open_named (self, mode);
  if (code == 0)
    flock (self->fd, LOCK_EX | LOCK_NB);
  return code == 0 ? fill_draft (self, old, content) : code;
}

static void
remove_draft (Draft *self)
{
  if (self->name != NULL)
    g_unlink (self->name);
}

/* The draft was synced, so that closing it, which ends the lock, has nothing more to report. */
static void
clear_draft (Draft *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->folder);
  g_free (self->prefix);
  g_free (self->name);
}

/* Copies what @target holds to the new file @copy, where the file system has no hard links. */
static gboolean
copy_file (const char        *target,
           const char        *copy,
           const struct stat *old)
{
  g_autoptr (GBytes) content = roadmap_file_read (target, NULL);
  int fd = content != NULL ? g_open (copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600) : -1;
  gboolean copied;

  if (fd < 0)
    return FALSE;
  copied = write_all (fd, content) == 0 && roadmap_keep_attributes (fd, target, old) == 0 && sync_file (fd) == 0;
  copied &= close (fd) == 0;
  if (!copied)
    g_unlink (copy);
  return copied;
}

/* Makes what @target holds the backup beside it.  It is one step to put it there, so that the backup always is
 * complete.  Where none can be made, there is none; that is no reason not to save. */
static void
make_backup (Draft             *self,
             const struct stat *old)
{
  g_autofree char *backup = g_strconcat (self->target, "~", NULL);
  g_autofree char *kept = g_strconcat (self->name, "~", NULL);

  if (link (self->target, kept) != 0 && !copy_file (self->target, kept, old))
    return;
  /* If the backup already is the same file, renaming does nothing. */
  if (g_rename (kept, backup) != 0 || g_access (kept, F_OK) == 0)
    g_unlink (kept);
}

/* In a sticky folder nobody may rename or remove what is another's.  A second name could be given to it, but not be
 * taken away again: this must be known before. */
static gboolean
is_sticky (const char        *folder,
           const struct stat *old)
{
  uid_t user = geteuid ();
  struct stat status;

  return user != 0 && user != old->st_uid && stat (folder, &status) == 0 && status.st_mode & S_ISVTX && user != status.st_uid;
}

static int
write_beside (const char        *target,
              const struct stat *old,
              const Content     *content,
              gboolean           backup)
{
  Draft draft = { target, g_path_get_dirname (target), dup_prefix (target), NULL, -1 };
  int code = old != NULL && is_sticky (draft.folder, old) ? EPERM : 0;

  if (code == 0)
    {
      sweep (&draft);
      code = create_draft (&draft, old, content);
    }
  if (code == 0 && strcmp (draft.name, target) != 0)
    {
      if (old != NULL && backup)
        make_backup (&draft, old);
      if (g_rename (draft.name, target) != 0)
        code = errno;
    }
  if (code != 0)
    remove_draft (&draft);
  else
    sync_folder (draft.folder);
  clear_draft (&draft);
  return code;
}

static int
write_straight (const char    *path,
                const Content *content)
{
  /* A pipe that nobody reads from is an error now, not a wait without end. */
  int fd = g_open (path, O_WRONLY | O_CLOEXEC | O_NONBLOCK, 0);
  int code;

  if (fd < 0)
    return errno;
  fcntl (fd, F_SETFL, 0);
  code = write_content (fd, content);
  return close (fd) == 0 || code != 0 ? code : errno;
}

char *
roadmap_replace_dup_rescue_path (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *unique = g_strdup_printf ("%08x-%s~", g_str_hash (absolute), name);

  return g_build_filename (g_get_user_state_dir (), "koteihyo", "rescue", unique, NULL);
}

/* Makes @bytes what the open file holds. */
static int
overwrite (int     fd,
           GBytes *bytes)
{
  int code = lseek (fd, 0, SEEK_SET) == 0 ? write_all (fd, bytes) : errno;

  if (code == 0 && ftruncate (fd, g_bytes_get_size (bytes)) != 0)
    code = errno;
  return code == 0 ? sync_file (fd) : code;
}

/* Room that is reserved cannot be missing in the middle of the file. */
static int
reserve (int    fd,
         GBytes *bytes)
{
  if (g_bytes_get_size (bytes) == 0 || fallocate (fd, FALLOC_FL_KEEP_SIZE, 0, g_bytes_get_size (bytes)) == 0)
    return 0;
  return errno == ENOSPC || errno == EDQUOT || errno == EFBIG || errno == EIO ? errno : 0;
}

/* (transfer full): what @target holds, which is safe in another place from now on; NULL if it could not be brought
 * there. */
static GBytes *
keep_rescue (const char *target,
             const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GBytes) held = roadmap_file_read (target, NULL);
  Content content = { held };
  struct stat existing;

  if (held == NULL || g_mkdir_with_parents (folder, 0700) != 0 ||
      write_beside (path, stat (path, &existing) == 0 ? &existing : NULL, &content, FALSE) != 0)
    return NULL;
  return g_steal_pointer (&held);
}

/* A backup that has just been made as another name of the file would be written too; there is a rescue instead of
 * it. */
static void
part_from_backup (const char *target)
{
  g_autofree char *backup = g_strconcat (target, "~", NULL);
  struct stat file, other;

  if (stat (target, &file) == 0 && lstat (backup, &other) == 0 && file.st_dev == other.st_dev && file.st_ino == other.st_ino)
    g_unlink (backup);
}

/* (transfer full) (nullable): the content as bytes, which have to be there as a whole before anything is written in place. */
static GBytes *
collect (const Content *content,
         int           *code)
{
  g_autoptr (GMappedFile) map = NULL;
  int fd;

  *code = 0;
  if (content->bytes != NULL)
    return g_bytes_ref (content->bytes);

  fd = memfd_create ("koteihyo", MFD_CLOEXEC);
  *code = fd >= 0 ? write_content (fd, content) : errno;
  if (*code == 0)
    {
      map = g_mapped_file_new_from_fd (fd, FALSE, NULL);
      *code = map != NULL ? 0 : EIO;
    }
  if (fd >= 0)
    close (fd);
  return map != NULL ? g_mapped_file_get_bytes (map) : NULL;
}

/* @refusal is why it could not be done otherwise. */
static int
write_in_place (const char     *target,
                const Content  *content,
                int             refusal,
                char          **rescue)
{
  g_autofree char *kept = roadmap_replace_dup_rescue_path (target);
  int code;
  g_autoptr (GBytes) bytes = collect (content, &code);
  g_autoptr (GBytes) old = bytes != NULL ? keep_rescue (target, kept) : NULL;
  int fd = old != NULL ? g_open (target, O_WRONLY | O_CLOEXEC, 0) : -1;

  if (bytes == NULL)
    return code;
  if (fd < 0)
    return old != NULL ? errno : refusal;

  part_from_backup (target);
  code = reserve (fd, bytes);
  if (code == 0)
    {
      code = overwrite (fd, bytes);
      if (code != 0 && overwrite (fd, old) != 0)
        *rescue = g_steal_pointer (&kept);
    }
  close (fd);
  return code;
}

/* Whether a folder that answers so may still hold a file that can be written. */
static gboolean
is_refusal (int code)
{
  return code == EACCES || code == EPERM || code == EROFS || code == EBUSY || code == EXDEV || code == ENOTSUP ||
         code == ENOSYS;
}

static int
replace (const char     *path,
         const Content  *content,
         gboolean        backup,
         char          **rescue)
{
  g_autofree char *target = follow_links (path);
  struct stat old;
  gboolean exists;
  int code;

  /* What /dev/stdout leads to need not have a name. */
  if (stat (path, &old) == 0 && !S_ISREG (old.st_mode) && !S_ISDIR (old.st_mode))
    return write_straight (path, content);
  exists = stat (target, &old) == 0;
  if (!exists && errno != ENOENT)
    return errno;
  if (exists && S_ISDIR (old.st_mode))
    return EISDIR;
  if (exists && g_access (target, W_OK) != 0)
    return errno;

  code = write_beside (target, exists ? &old : NULL, content, backup);
  if (exists && is_refusal (code))
    code = write_in_place (target, content, code, rescue);
  return code;
}

int
roadmap_replace (const char  *path,
                 GBytes      *bytes,
                 gboolean     backup,
                 char       **rescue)
{
  Content content = { .bytes = bytes };

  return replace (path, &content, backup, rescue);
}

int
roadmap_replace_with (const char          *path,
                      RoadmapReplaceFill   fill,
                      gpointer             data,
                      gboolean             backup,
                      char               **rescue)
{
  Content content = { NULL, fill, data };

  return replace (path, &content, backup, rescue);
}
