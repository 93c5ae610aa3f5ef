/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* A library to preload: write() to a file takes a third of what it is given, as on a disk that is nearly full or when a signal
 * comes; after SHORT_WRITES_FULL_AFTER of them, if that is set, the disk is full. */

#define _GNU_SOURCE /* RTLD_NEXT */

#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

ssize_t
write (int         fd,
       const void *data,
       size_t      size)
{
  static ssize_t (*real_write) (int, const void *, size_t);
  static int n_writes;
  const char *full_after = getenv ("SHORT_WRITES_FULL_AFTER");
  struct stat status;

  if (real_write == NULL)
    *(void **) &real_write = dlsym (RTLD_NEXT, "write");
  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    return real_write (fd, data, size);
  if (full_after != NULL && n_writes >= atoi (full_after))
    {
      errno = ENOSPC;
      return -1;
    }
  n_writes++;
  return real_write (fd, data, size > 3 ? size / 3 : size);
}
