/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/file-stream.h"

#include <errno.h>
#include <unistd.h>

#define ROADMAP_TYPE_FILE_STREAM (roadmap_file_stream_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapFileStream, roadmap_file_stream, ROADMAP, FILE_STREAM, GOutputStream)

struct _RoadmapFileStream
{
  GOutputStream parent_instance;

  int fd;
  int code;
};

G_DEFINE_FINAL_TYPE (RoadmapFileStream, roadmap_file_stream, G_TYPE_OUTPUT_STREAM)

static gssize
roadmap_file_stream_write (GOutputStream  *stream,
                           const void     *buffer,
                           gsize           count,
                           GCancellable   *cancellable,
                           GError        **error)
{
  RoadmapFileStream *self = ROADMAP_FILE_STREAM (stream);
  gssize written;

  do
    written = write (self->fd, buffer, count);
  while (written < 0 && errno == EINTR);
  if (written >= 0)
    return written;

  if (self->code == 0)
    self->code = errno;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (self->code), g_strerror (self->code));
  return -1;
}

static void
roadmap_file_stream_class_init (RoadmapFileStreamClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = roadmap_file_stream_write;
}

static void
roadmap_file_stream_init (RoadmapFileStream *self)
{
}

GOutputStream *
roadmap_file_stream_new (int fd)
{
  RoadmapFileStream *self = g_object_new (ROADMAP_TYPE_FILE_STREAM, NULL);

  self->fd = fd;
  return G_OUTPUT_STREAM (self);
}

int
roadmap_file_stream_get_code (GOutputStream *stream)
{
  g_return_val_if_fail (ROADMAP_IS_FILE_STREAM (stream), 0);

  return ROADMAP_FILE_STREAM (stream)->code;
}
