/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/document.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "document/encoding.h"
#include "document/file.h"
#include "document/reader.h"
#include "document/replace.h"
#include "document/writer.h"

struct _RoadmapDocument
{
  GObject  parent_instance;

  GFile   *file; /* NULL: never saved */
  Roadmap *roadmap;
  GBytes  *content; /* of the file, as it was read or last saved; NULL: never saved */
  GBytes  *text;    /* the same in UTF-8, and mostly the same bytes */
  char    *overwritable; /* the checksum of what somebody else wrote, and may be replaced; NULL: nothing */

  RoadmapWritingFunc writing; /* NULL: nobody wants to know */
  gpointer           writing_data;
  RoadmapAccess access;
};

G_DEFINE_FINAL_TYPE (RoadmapDocument, roadmap_document, G_TYPE_OBJECT)

enum { PROP_FILE = 1, PROP_ROADMAP, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

enum { SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
roadmap_document_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  RoadmapDocument *self = ROADMAP_DOCUMENT (object);

  switch (id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_ROADMAP:
      g_value_set_object (value, self->roadmap);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_document_finalize (GObject *object)
{
  RoadmapDocument *self = ROADMAP_DOCUMENT (object);

  g_clear_object (&self->file);
  g_clear_object (&self->roadmap);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self->overwritable);

  G_OBJECT_CLASS (roadmap_document_parent_class)->finalize (object);
}

static void
roadmap_document_class_init (RoadmapDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = roadmap_document_get_property;
  object_class->finalize = roadmap_document_finalize;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROADMAP] = g_param_spec_object ("roadmap", NULL, NULL, ROADMAP_TYPE_ROADMAP,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SAVED] = g_signal_new ("saved", ROADMAP_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
roadmap_document_init (RoadmapDocument *self)
{
}

static const char *
get_path (GFile   *file,
          GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *uri = path == NULL ? g_file_get_uri (file) : NULL;

  if (path == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _("%s: this is not in a folder of this computer; copy it to one and use the copy"), uri);
  return path;
}

RoadmapDocument *
roadmap_document_new (Roadmap *roadmap)
{
  RoadmapDocument *self;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);

  self = g_object_new (ROADMAP_TYPE_DOCUMENT, NULL);
  self->roadmap = g_object_ref (roadmap);
  return self;
}

/* A computer that went off while the file was written in place has left it damaged, and a complete one elsewhere. */
static void
mention_rescue (const char  *path,
                GError     **error)
{
  g_autofree char *rescue = roadmap_replace_dup_rescue_path (path);

  if (error != NULL && g_file_test (rescue, G_FILE_TEST_EXISTS))
    {
      g_autofree char *message = g_strdup_printf (_("%s. What it held before the last save is in “%s”"), (*error)->message,
                                                  rescue);

      g_free ((*error)->message);
      (*error)->message = g_steal_pointer (&message);
    }
}

static RoadmapAccess
find_access (const char *path)
{
  return g_access (path, W_OK) == 0 || errno == ENOENT ? ROADMAP_ACCESS_FULL : ROADMAP_ACCESS_PROTECTED;
}

RoadmapDocument *
roadmap_document_open_path (const char  *path,
                            GError     **error)
{
  g_autoptr (RoadmapDocument) self = g_object_new (ROADMAP_TYPE_DOCUMENT, NULL);
  RoadmapReadFacts facts;

  g_return_val_if_fail (path != NULL, NULL);

  self->content = roadmap_file_read (path, error);
  if (self->content == NULL)
    return NULL;
  self->text = roadmap_encoding_to_utf8 (self->content, path, error);
  self->roadmap = self->text != NULL ? roadmap_read_any (self->text, path, &facts, error) : NULL;
  if (self->roadmap == NULL)
    {
      mention_rescue (path, error);
      return NULL;
    }
  self->access = facts.newer ? ROADMAP_ACCESS_NEWER : find_access (path);
  roadmap_set_read_only (self->roadmap, facts.newer);
  self->file = g_file_new_for_path (path);
  return g_steal_pointer (&self);
}

RoadmapDocument *
roadmap_document_open (GFile   *file,
                       GError **error)
{
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = get_path (file, error);
  return path != NULL ? roadmap_document_open_path (path, error) : NULL;
}

GFile *
roadmap_document_get_file (RoadmapDocument *self)
{
  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), NULL);

  return self->file;
}

Roadmap *
roadmap_document_get_roadmap (RoadmapDocument *self)
{
  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), NULL);

  return self->roadmap;
}

GBytes *
roadmap_document_get_content (RoadmapDocument *self)
{
  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), NULL);

  return self->content;
}

GBytes *
roadmap_document_get_text (RoadmapDocument *self)
{
  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), NULL);

  return self->text;
}

RoadmapAccess
roadmap_document_get_access (RoadmapDocument *self)
{
  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), ROADMAP_ACCESS_FULL);

  return self->access;
}

gboolean
roadmap_document_is_read_only (RoadmapDocument *self)
{
  return roadmap_document_get_access (self) != ROADMAP_ACCESS_FULL;
}

char *
roadmap_document_dup_checksum (RoadmapDocument *self)
{
  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), NULL);

  return self->content != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->content) : NULL;
}

void
roadmap_document_set_writing_func (RoadmapDocument    *self,
                                   RoadmapWritingFunc  writing,
                                   gpointer            user_data)
{
  g_return_if_fail (ROADMAP_IS_DOCUMENT (self));

  self->writing = writing;
  self->writing_data = user_data;
}

/* Says that @content is about to be the document's file. */
static void
announce (RoadmapDocument *self,
          GBytes          *content)
{
  g_autofree char *checksum = NULL;

  if (self->writing == NULL)
    return;
  checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  self->writing (checksum, self->writing_data);
}

/* What the file at @path is to hold.  It is read back before it is written: better no file than one that cannot be
 * opened again. */
static GBytes *
create_content (RoadmapDocument  *self,
                const char       *path,
                GError          **error)
{
  g_autoptr (GBytes) text = NULL;
  g_autoptr (Roadmap) again = NULL;

  /* Nothing can have been changed, and writing could lose what this program passed over. */
  if (self->access == ROADMAP_ACCESS_NEWER)
    return g_bytes_ref (self->content);

  text = roadmap_write (self->text, self->roadmap, error);
  if (text == NULL)
    return NULL;
  if (self->text != NULL && g_bytes_equal (text, self->text))
    return g_bytes_ref (self->content);

  again = roadmap_read (text, path, error);
  return again != NULL ? g_steal_pointer (&text) : NULL;
}

static void
set_content (RoadmapDocument *self,
             GBytes          *content)
{
  g_clear_pointer (&self->overwritable, g_free);
  if (content == self->content)
    return;

  g_clear_pointer (&self->content, g_bytes_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  self->content = g_bytes_ref (content);
  self->text = g_bytes_ref (content);
}

/* The content the file has now, or NULL if there is no file, which is no error. */
static GBytes *
read_current (const char  *path,
              GError     **error)
{
  GError *cause = NULL;
  GBytes *current = roadmap_file_read (path, &cause);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_clear_error (&cause);
  if (cause != NULL)
    g_propagate_error (error, cause);
  return current;
}

static gboolean
expects_content (RoadmapDocument *self,
                 GBytes          *current)
{
  g_autofree char *checksum = NULL;

  if (g_bytes_equal (current, self->content))
    return TRUE;
  if (self->overwritable == NULL)
    return FALSE;
  checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, current);
  return g_str_equal (checksum, self->overwritable);
}

gboolean
roadmap_document_save (RoadmapDocument  *self,
                       GError          **error)
{
  const char *path;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GBytes) current = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->file != NULL, FALSE);

  path = g_file_peek_path (self->file);
  content = create_content (self, path, error);
  if (content == NULL)
    return FALSE;

  current = read_current (path, &cause);
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  if (current != NULL && !expects_content (self, current))
    {
      g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_CHANGED,
                   _("%s: somebody else has changed the file since it was opened; compare and merge the two, or "
                     "save under another name"), path);
      return FALSE;
    }

  announce (self, content);
  if (current == NULL || !g_bytes_equal (current, content))
    if (!roadmap_file_write (path, content, ROADMAP_FILE_WRITE_BACKUP, error))
      return FALSE;
  set_content (self, content);
  g_signal_emit (self, signals[SAVED], 0);
  return TRUE;
}

gboolean
roadmap_document_save_as (RoadmapDocument  *self,
                          GFile            *file,
                          GError          **error)
{
  const char *path;
  g_autoptr (GBytes) content = NULL;

  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  path = get_path (file, error);
  content = path != NULL ? create_content (self, path, error) : NULL;
  if (content == NULL)
    return FALSE;
  announce (self, content);
  if (!roadmap_file_write (path, content, ROADMAP_FILE_WRITE_BACKUP, error))
    return FALSE;

  set_content (self, content);
  if (self->access == ROADMAP_ACCESS_PROTECTED)
    self->access = ROADMAP_ACCESS_FULL;
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  g_signal_emit (self, signals[SAVED], 0);
  return TRUE;
}

gboolean
roadmap_document_save_copy (RoadmapDocument  *self,
                            const char       *path,
                            GError          **error)
{
  g_autoptr (GBytes) content = NULL;

  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  content = create_content (self, path, error);
  return content != NULL && roadmap_file_write (path, content, ROADMAP_FILE_WRITE_NONE, error);
}

gboolean
roadmap_document_is_changed_on_disk (RoadmapDocument *self)
{
  g_autoptr (GBytes) current = NULL;

  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), FALSE);

  if (self->file == NULL)
    return FALSE;
  current = roadmap_file_read (g_file_peek_path (self->file), NULL);
  return current != NULL && !g_bytes_equal (current, self->content);
}

void
roadmap_document_allow_overwriting (RoadmapDocument *self,
                                    const char      *checksum)
{
  g_return_if_fail (ROADMAP_IS_DOCUMENT (self));
  g_return_if_fail (checksum != NULL);

  g_free (self->overwritable);
  self->overwritable = g_strdup (checksum);
}

gboolean
roadmap_document_expects (RoadmapDocument *self,
                          const char      *checksum)
{
  g_autofree char *own = roadmap_document_dup_checksum (self);

  return g_strcmp0 (checksum, own) == 0 || g_strcmp0 (checksum, self->overwritable) == 0;
}
