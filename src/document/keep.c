/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/keep.h"

#include <errno.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#define ACCESS_LIST "system.posix_acl_access"

/* They are signatures of the content and rights of a program, none of which a new content has earned. */
static const char *const about_content[] = { "security.capability", "security.evm", "security.ima", NULL };

static gboolean
is_not_permitted (int code)
{
  return code == EPERM || code == EACCES || code == EINVAL || code == ENOTSUP || code == ENOSYS;
}

/* The rights of the group, if the file is not of that group or the group's rights are a mask for others named in a
 * list. */
static mode_t
without_group (mode_t mode)
{
  return (mode & ~(mode_t) 06070) | (mode & 07) << 3;
}

static int
keep_owner (int                fd,
            const struct stat *old,
            mode_t            *mode)
{
  if (fchown (fd, old->st_uid, old->st_gid) == 0)
    return 0;
  if (!is_not_permitted (errno))
    return errno;
  if (fchown (fd, -1, old->st_gid) == 0)
    return 0;
  if (!is_not_permitted (errno))
    return errno;
  *mode = without_group (*mode);
  return 0;
}

/* (transfer full): the names of the attributes, each ended by NUL; NULL if there are none. */
static char *
list_names (const char *path,
            gsize      *length,
            int        *code)
{
  g_autofree char *names = NULL;
  gssize size = listxattr (path, NULL, 0);

  *code = 0;
  *length = 0;
  while (size > 0)
    {
      g_free (names);
      names = g_malloc (size);
      *length = size;
      size = listxattr (path, names, *length);
      if (size >= 0)
        {
          *length = size;
          return g_steal_pointer (&names);
        }
      /* Somebody adds some just now. */
      if (errno == ERANGE)
        size = listxattr (path, NULL, 0);
    }
  if (size < 0 && !is_not_permitted (errno))
    *code = errno;
  return NULL;
}

/* Not permitted is no error, but said. */
static int
keep_attribute (int         fd,
                const char *path,
                const char *name,
                gboolean   *kept)
{
  gssize size = getxattr (path, name, NULL, 0);
  g_autofree char *value = size >= 0 ? g_malloc (size + 1) : NULL;

  *kept = FALSE;
  if (size >= 0)
    size = getxattr (path, name, value, size);
  if (size < 0)
    return is_not_permitted (errno) || errno == ENODATA ? 0 : errno;
  if (fsetxattr (fd, name, value, size, 0) != 0)
    return is_not_permitted (errno) ? 0 : errno;
  *kept = TRUE;
  return 0;
}

int
roadmap_keep_attributes (int                fd,
                         const char        *path,
                         const struct stat *old)
{
  mode_t mode = old->st_mode & 07777;
  int code = keep_owner (fd, old, &mode);
  g_autofree char *names = NULL;
  gsize length = 0;

  if (code == 0 && fchmod (fd, mode) != 0)
    code = errno;
  if (code == 0)
    names = list_names (path, &length, &code);

  for (const char *name = names; code == 0 && name != NULL && name < names + length; name += strlen (name) + 1)
    {
      gboolean kept;

      if (g_strv_contains (about_content, name))
        continue;
      code = keep_attribute (fd, path, name, &kept);
      if (code == 0 && !kept && strcmp (name, ACCESS_LIST) == 0 && fchmod (fd, without_group (mode)) != 0)
        code = errno;
    }
  return code;
}
