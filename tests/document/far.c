/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "far.h"

#include <string.h>

FarServer far_server;

static GHashTable *contents; /* address → GBytes */

/* The file. */

#define FAR_TYPE_FILE (far_file_get_type ())
G_DECLARE_FINAL_TYPE (FarFile, far_file, FAR, FILE, GObject)

struct _FarFile
{
  GObject parent_instance;
  char   *uri;
};

static void far_file_init_iface (GFileIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FarFile, far_file, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_FILE, far_file_init_iface))

static char *
dup_etag (const char *uri)
{
  GBytes *content = g_hash_table_lookup (contents, uri);

  return content != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_MD5, content) : NULL;
}

/* What is written to it comes into the file when it is closed. */

#define FAR_TYPE_OUTPUT (far_output_get_type ())
G_DECLARE_FINAL_TYPE (FarOutput, far_output, FAR, OUTPUT, GFileOutputStream)

struct _FarOutput
{
  GFileOutputStream parent_instance;
  char             *uri;
  GByteArray       *written;
};

G_DEFINE_FINAL_TYPE (FarOutput, far_output, G_TYPE_FILE_OUTPUT_STREAM)

static void
replace_content (FarOutput *self)
{
  g_hash_table_insert (contents, g_strdup (self->uri), g_bytes_new (self->written->data, self->written->len));
}

static gboolean
refuse (FarOutput *self,
        gboolean   refused,
        GError   **error)
{
  if (!refused)
    return FALSE;
  if (far_server.writes_in_place)
    replace_content (self);
  if (!far_server.stays_broken)
    far_server.fails_to_write = far_server.fails_to_close = FALSE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The server is full");
  return TRUE;
}

static gssize
far_output_write (GOutputStream *stream,
                  const void    *data,
                  gsize          size,
                  GCancellable  *cancellable,
                  GError       **error)
{
  FarOutput *self = FAR_OUTPUT (stream);
  gsize half = MAX (1, size / 2);

  if (self->written->len > 0 && refuse (self, far_server.fails_to_write, error))
    return -1;
  g_byte_array_append (self->written, data, half);
  return half;
}

static gboolean
far_output_close (GOutputStream *stream,
                  GCancellable  *cancellable,
                  GError       **error)
{
  FarOutput *self = FAR_OUTPUT (stream);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || refuse (self, far_server.fails_to_close, error))
    return FALSE;
  if (far_server.loses_quietly)
    g_byte_array_set_size (self->written, self->written->len / 2);
  far_server.loses_quietly &= far_server.stays_broken;
  replace_content (self);
  return TRUE;
}

static void
far_output_finalize (GObject *object)
{
  FarOutput *self = FAR_OUTPUT (object);

  g_byte_array_unref (self->written);
  g_free (self->uri);
  G_OBJECT_CLASS (far_output_parent_class)->finalize (object);
}

static void
far_output_class_init (FarOutputClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = far_output_finalize;
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = far_output_write;
  G_OUTPUT_STREAM_CLASS (klass)->close_fn = far_output_close;
}

static void
far_output_init (FarOutput *self)
{
  self->written = g_byte_array_new ();
}

#define FAR_TYPE_INPUT (far_input_get_type ())
G_DECLARE_FINAL_TYPE (FarInput, far_input, FAR, INPUT, GFileInputStream)

struct _FarInput
{
  GFileInputStream parent_instance;
  GBytes          *content;
  char            *etag;
  gsize            position;
};

G_DEFINE_FINAL_TYPE (FarInput, far_input, G_TYPE_FILE_INPUT_STREAM)

static gssize
far_input_read (GInputStream  *stream,
                void          *buffer,
                gsize          size,
                GCancellable  *cancellable,
                GError       **error)
{
  FarInput *self = FAR_INPUT (stream);
  gsize length;
  const char *data = g_bytes_get_data (self->content, &length);

  /* as a network does it: by the piece */
  size = MIN (MIN (size, 1000), length - self->position);
  memcpy (buffer, data + self->position, size);
  self->position += size;
  return size;
}

static GFileInfo *
far_input_query_info (GFileInputStream  *stream,
                      const char        *attributes,
                      GCancellable      *cancellable,
                      GError           **error)
{
  GFileInfo *info = g_file_info_new ();

  g_file_info_set_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE, FAR_INPUT (stream)->etag);
  return info;
}

static void
far_input_finalize (GObject *object)
{
  FarInput *self = FAR_INPUT (object);

  g_bytes_unref (self->content);
  g_free (self->etag);
  G_OBJECT_CLASS (far_input_parent_class)->finalize (object);
}

static void
far_input_class_init (FarInputClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = far_input_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = far_input_read;
  G_FILE_INPUT_STREAM_CLASS (klass)->query_info = far_input_query_info;
}

static void
far_input_init (FarInput *self)
{
}

static GFile *
create_file (const char *uri)
{
  FarFile *self = g_object_new (FAR_TYPE_FILE, NULL);

  self->uri = g_strdup (uri);
  return G_FILE (self);
}

static GBytes *
find_content (GFile   *file,
              GError **error)
{
  GBytes *content = g_hash_table_lookup (contents, FAR_FILE (file)->uri);

  if (content == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "No such file on the server");
  return content;
}

static GFile   *far_file_dup (GFile *file)                    { return create_file (FAR_FILE (file)->uri); }
static guint    far_file_hash (GFile *file)                   { return g_str_hash (FAR_FILE (file)->uri); }
static gboolean far_file_equal (GFile *a, GFile *b)           { return g_str_equal (FAR_FILE (a)->uri, FAR_FILE (b)->uri); }
static gboolean far_file_is_native (GFile *file)              { return FALSE; }
static char    *far_file_get_path (GFile *file)               { return NULL; }
static char    *far_file_get_uri (GFile *file)                { return g_strdup (FAR_FILE (file)->uri); }
static char    *far_file_get_basename (GFile *file)           { return g_path_get_basename (FAR_FILE (file)->uri); }
static char    *far_file_get_uri_scheme (GFile *file)         { return g_strdup ("far"); }
static gboolean far_file_has_uri_scheme (GFile *file, const char *scheme) { return g_str_equal (scheme, "far"); }

static GFileInfo *
far_file_query_info (GFile                *file,
                     const char           *attributes,
                     GFileQueryInfoFlags   flags,
                     GCancellable         *cancellable,
                     GError              **error)
{
  g_autofree char *base = far_file_get_basename (file);
  g_autofree char *shown = g_strconcat ("shown ", base, NULL);
  GFileInfo *info;

  if (find_content (file, error) == NULL)
    return NULL;
  info = g_file_info_new ();
  g_file_info_set_file_type (info, G_FILE_TYPE_REGULAR);
  g_file_info_set_display_name (info, shown);
  g_file_info_set_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE, !far_server.is_protected);
  return info;
}

static GFileInputStream *
far_file_read (GFile         *file,
               GCancellable  *cancellable,
               GError       **error)
{
  GBytes *content = find_content (file, error);
  FarInput *stream;

  if (content == NULL)
    return NULL;
  stream = g_object_new (FAR_TYPE_INPUT, NULL);
  stream->content = g_bytes_ref (content);
  stream->etag = dup_etag (FAR_FILE (file)->uri);
  return G_FILE_INPUT_STREAM (stream);
}

static GFileOutputStream *
far_file_replace (GFile             *file,
                  const char        *etag,
                  gboolean           make_backup,
                  GFileCreateFlags   flags,
                  GCancellable      *cancellable,
                  GError           **error)
{
  const char *uri = FAR_FILE (file)->uri;
  g_autofree char *current = dup_etag (uri);
  FarOutput *stream;

  if (far_server.is_protected)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "The server does not allow it");
  else if (etag != NULL && g_strcmp0 (etag, current) != 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "The file was modified");
  else if (make_backup && far_server.has_no_backups)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANT_CREATE_BACKUP, "No backups here");
  else
    {
      if (make_backup && current != NULL)
        g_hash_table_insert (contents, g_strconcat (uri, "~", NULL), g_bytes_ref (g_hash_table_lookup (contents, uri)));
      stream = g_object_new (FAR_TYPE_OUTPUT, NULL);
      stream->uri = g_strdup (uri);
      return G_FILE_OUTPUT_STREAM (stream);
    }
  return NULL;
}

static gboolean
far_file_delete (GFile         *file,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return g_hash_table_remove (contents, FAR_FILE (file)->uri);
}

static void
far_file_finalize (GObject *object)
{
  g_free (FAR_FILE (object)->uri);
  G_OBJECT_CLASS (far_file_parent_class)->finalize (object);
}

static void
far_file_class_init (FarFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = far_file_finalize;
}

static void
far_file_init (FarFile *self)
{
}

static void
far_file_init_iface (GFileIface *iface)
{
  iface->dup = far_file_dup;
  iface->hash = far_file_hash;
  iface->equal = far_file_equal;
  iface->is_native = far_file_is_native;
  iface->has_uri_scheme = far_file_has_uri_scheme;
  iface->get_uri_scheme = far_file_get_uri_scheme;
  iface->get_basename = far_file_get_basename;
  iface->get_path = far_file_get_path;
  iface->get_uri = far_file_get_uri;
  iface->get_parse_name = far_file_get_uri;
  iface->query_info = far_file_query_info;
  iface->read_fn = far_file_read;
  iface->replace = far_file_replace;
  iface->delete_file = far_file_delete;
  iface->supports_thread_contexts = TRUE;
}

static GFile *
find_file (GVfs       *vfs,
           const char *uri,
           gpointer    data)
{
  return create_file (uri);
}

void
far_init (void)
{
  contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_vfs_register_uri_scheme (g_vfs_get_default (), "far", find_file, NULL, NULL, find_file, NULL, NULL);
}

void
far_reset (void)
{
  g_hash_table_remove_all (contents);
  far_server = (FarServer) { FALSE };
}

void
far_set (const char *uri,
         const char *content)
{
  if (content != NULL)
    g_hash_table_insert (contents, g_strdup (uri), g_bytes_new (content, strlen (content)));
  else
    g_hash_table_remove (contents, uri);
}

char *
far_get (const char *uri)
{
  GBytes *content = g_hash_table_lookup (contents, uri);

  return content != NULL ? g_strndup (g_bytes_get_data (content, NULL), g_bytes_get_size (content)) : NULL;
}

guint
far_count (void)
{
  return g_hash_table_size (contents);
}
