/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/document.h"

#include <glib/gi18n-lib.h>

#include "document/changes.h"
#include "document/encoding.h"
#include "document/file.h"
#include "document/reader.h"
#include "document/replace.h"
#include "document/saving.h"
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
  RoadmapAccess   access;
  GArray         *extents; /* RoadmapExtent, where items stand in the text; NULL: never saved */
  RoadmapChanges *changes; /* since then */
  gboolean        saving;
  GMutex          writing_lock; /* for the two above */
  char           *display_name; /* NULL until somebody asks */
};

G_DEFINE_FINAL_TYPE (RoadmapDocument, roadmap_document, G_TYPE_OBJECT)

enum { PROP_FILE = 1, PROP_ROADMAP, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

enum { SAVING, SAVED, NOT_SAVED, N_SIGNALS };
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

  g_clear_pointer (&self->changes, roadmap_changes_free);
  g_clear_pointer (&self->extents, g_array_unref);
  g_clear_pointer (&self->display_name, g_free);
  g_clear_object (&self->file);
  g_clear_object (&self->roadmap);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self->overwritable);
  g_mutex_clear (&self->writing_lock);

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

  signals[SAVING] = g_signal_new ("saving", ROADMAP_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAVED] = g_signal_new ("saved", ROADMAP_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NOT_SAVED] = g_signal_new ("not-saved", ROADMAP_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
roadmap_document_init (RoadmapDocument *self)
{
  g_mutex_init (&self->writing_lock);
}

RoadmapDocument *
roadmap_document_new (Roadmap *roadmap)
{
  RoadmapDocument *self;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);

  self = g_object_new (ROADMAP_TYPE_DOCUMENT, NULL);
  self->roadmap = g_object_ref (roadmap);
  self->changes = roadmap_changes_new (roadmap);
  return self;
}

/* A computer that went off while the file was written in place has left it damaged, and a complete one elsewhere. */
static void
mention_rescue (GFile   *file,
                GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *rescue = path != NULL ? roadmap_replace_dup_rescue_path (path) : NULL;

  if (error != NULL && rescue != NULL && g_file_test (rescue, G_FILE_TEST_EXISTS))
    {
      g_autofree char *message = g_strdup_printf (_("%s. What it held before the last save is in “%s”"), (*error)->message,
                                                  rescue);

      g_free ((*error)->message);
      (*error)->message = g_steal_pointer (&message);
    }
}

/* @name is the file's in messages; @content, which is taken, is NULL if it could not be read. */
static RoadmapDocument *
open_content (GFile       *file,
              const char  *name,
              GBytes      *content,
              GError     **error)
{
  g_autoptr (RoadmapDocument) self = g_object_new (ROADMAP_TYPE_DOCUMENT, NULL);
  RoadmapReadFacts facts = { 0 };

  self->file = g_object_ref (file);
  self->content = content;
  if (content == NULL)
    return NULL;
  self->text = roadmap_encoding_to_utf8 (content, name, error);
  self->roadmap = self->text != NULL ? roadmap_read_any (self->text, name, &facts, error) : NULL;
  self->extents = facts.extents;
  if (self->roadmap == NULL)
    {
      mention_rescue (file, error);
      return NULL;
    }
  self->changes = roadmap_changes_new (self->roadmap);
  roadmap_set_read_only (self->roadmap, facts.newer);
  if (facts.newer)
    self->access = ROADMAP_ACCESS_NEWER;
  else if (!roadmap_file_is_writable (file))
    self->access = ROADMAP_ACCESS_PROTECTED;
  return g_steal_pointer (&self);
}

RoadmapDocument *
roadmap_document_open_path (const char  *path,
                            GError     **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  return open_content (file, path, roadmap_file_read (path, error), error);
}

RoadmapDocument *
roadmap_document_open (GFile   *file,
                       GError **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = roadmap_file_dup_name (file);
  return open_content (file, name, roadmap_file_load (file, NULL, error), error);
}

GFile *
roadmap_document_get_file (RoadmapDocument *self)
{
  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), NULL);

  return self->file;
}

const char *
roadmap_document_get_display_name (RoadmapDocument *self)
{
  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), NULL);

  if (self->display_name == NULL && self->file != NULL)
    self->display_name = roadmap_file_dup_display_name (self->file);
  return self->display_name;
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

RoadmapAccess
roadmap_document_check_access (RoadmapDocument *self)
{
  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), ROADMAP_ACCESS_FULL);

  if (self->access != ROADMAP_ACCESS_NEWER && self->file != NULL && g_file_is_native (self->file))
    self->access = roadmap_file_is_writable (self->file) ? ROADMAP_ACCESS_FULL : ROADMAP_ACCESS_PROTECTED;
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

  g_mutex_lock (&self->writing_lock);
  self->writing = writing;
  self->writing_data = user_data;
  g_mutex_unlock (&self->writing_lock);
}

/* Reads again what was written, without a plan, and notes where items stand in it: better no file than one that cannot be opened
 * again. */
static gboolean
read_back (RoadmapDocument  *self,
           RoadmapSaving    *saving,
           const char       *name,
           GError          **error)
{
  RoadmapItem *root = roadmap_get_root (self->roadmap);
  RoadmapReadFacts facts;
  g_autoptr (Roadmap) again = roadmap_read_any (saving->new_text, name, &facts, error);

  saving->extents = facts.extents;
  saving->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    g_ptr_array_add (saving->items, g_object_ref (item));
  return again != NULL;
}

/* Finds out what is to be written, in little time however large the file is. */
static gboolean
plan (RoadmapDocument  *self,
      RoadmapSaving    *saving,
      const char       *name,
      GError          **error)
{
  /* Nothing can have been changed in a newer version, and writing it could lose what this program passed over. */
  if (self->text != NULL && (self->access == ROADMAP_ACCESS_NEWER || roadmap_changes_is_empty (self->changes)))
    {
      saving->new_text = g_bytes_ref (self->text);
      return TRUE;
    }
  if (self->text != NULL)
    saving->rewrite = roadmap_rewrite_new (self->text, self->extents, self->roadmap, self->changes);
  if (saving->rewrite != NULL)
    return TRUE;

  saving->new_text = roadmap_write (self->text, self->roadmap, error);
  if (saving->new_text == NULL)
    return FALSE;
  if (self->text != NULL && g_bytes_equal (saving->new_text, self->text))
    {
      g_bytes_unref (saving->new_text);
      saving->new_text = g_bytes_ref (self->text);
    }
  return read_back (self, saving, name, error);
}

/* In whichever thread saves, which keeps the document. */
static void
announce (const char *checksum,
          gpointer    document)
{
  RoadmapDocument *self = document;

  g_mutex_lock (&self->writing_lock);
  if (self->writing != NULL)
    self->writing (checksum, self->writing_data);
  g_mutex_unlock (&self->writing_lock);
}

/* (transfer full) (nullable): a save into @file, which becomes the document's if it is another. */
static RoadmapSaving *
begin_saving (RoadmapDocument  *self,
              GFile            *file,
              GError          **error)
{
  g_autoptr (RoadmapSaving) saving = g_new0 (RoadmapSaving, 1);
  g_autofree char *name = roadmap_file_dup_name (file);

  if (self->saving)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PENDING, _("%s: the roadmap is being saved already; wait for that"), name);
      return NULL;
    }

  saving->file = g_object_ref (file);
  saving->own = file == self->file;
  saving->content = self->content != NULL ? g_bytes_ref (self->content) : NULL;
  saving->text = self->text != NULL ? g_bytes_ref (self->text) : NULL;
  saving->overwritable = g_strdup (self->overwritable);
  if (self->writing != NULL)
    {
      saving->writing = announce;
      saving->writing_data = self;
    }
  if (!plan (self, saving, name, error))
    return NULL;
  saving->changes = roadmap_changes_take (self->changes);
  self->saving = TRUE;
  g_signal_emit (self, signals[SAVING], 0);
  return g_steal_pointer (&saving);
}

static void
set_content (RoadmapDocument *self,
             GBytes          *content,
             GBytes          *text)
{
  g_clear_pointer (&self->overwritable, g_free);
  g_bytes_ref (content);
  g_bytes_ref (text);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  self->content = content;
  self->text = text;
}

/* Where items stand in the text that is in the file now. */
static void
adopt_extents (RoadmapDocument *self,
               RoadmapSaving   *saving)
{
  GArray *extents = NULL;

  if (saving->rewrite != NULL)
    extents = roadmap_rewrite_adopt (saving->rewrite);
  else if (saving->extents != NULL)
    extents = g_array_ref (saving->extents);
  for (guint i = 0; saving->items != NULL && i < saving->items->len; i++)
    roadmap_item_set_serial (g_ptr_array_index (saving->items, i), i + 1);
  if (extents == NULL)
    return;
  g_clear_pointer (&self->extents, g_array_unref);
  self->extents = extents;
}

static void
end_saving (RoadmapDocument *self,
            RoadmapSaving   *saving,
            gboolean         saved)
{
  self->saving = FALSE;
  if (!saved)
    {
      roadmap_changes_give_back (self->changes, g_steal_pointer (&saving->changes));
      g_signal_emit (self, signals[NOT_SAVED], 0);
      return;
    }

  set_content (self, saving->new_content, saving->new_text);
  adopt_extents (self, saving);
  if (!saving->own)
    {
      if (self->access == ROADMAP_ACCESS_PROTECTED)
        self->access = ROADMAP_ACCESS_FULL;
      g_clear_pointer (&self->display_name, g_free);
      if (g_set_object (&self->file, saving->file))
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
    }
  g_signal_emit (self, signals[SAVED], 0);
}

static gboolean
save (RoadmapDocument  *self,
      GFile            *file,
      GError          **error)
{
  g_autoptr (RoadmapSaving) saving = begin_saving (self, file, error);
  gboolean saved;

  if (saving == NULL)
    return FALSE;
  saved = roadmap_saving_run (saving, error);
  end_saving (self, saving, saved);
  return saved;
}

gboolean
roadmap_document_save (RoadmapDocument  *self,
                       GError          **error)
{
  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->file != NULL, FALSE);

  return save (self, self->file, error);
}

gboolean
roadmap_document_save_as (RoadmapDocument  *self,
                          GFile            *file,
                          GError          **error)
{
  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return save (self, file, error);
}

static void
run_cb (GTask        *task,
        gpointer      source,
        gpointer      task_data,
        GCancellable *cancellable)
{
  GError *error = NULL;

  if (roadmap_saving_run (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
roadmap_document_save_async (RoadmapDocument     *self,
                             GFile               *file,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  RoadmapSaving *saving;
  GError *error = NULL;

  g_return_if_fail (ROADMAP_IS_DOCUMENT (self));
  g_return_if_fail (file != NULL ? G_IS_FILE (file) : self->file != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, roadmap_document_save_async);
  saving = begin_saving (self, file != NULL ? file : self->file, &error);
  if (saving == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, saving, (GDestroyNotify) roadmap_saving_free);
  g_task_run_in_thread (task, run_cb);
}

gboolean
roadmap_document_save_finish (RoadmapDocument  *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  RoadmapSaving *saving;
  gboolean saved;

  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  saving = g_task_get_task_data (G_TASK (result));
  saved = g_task_propagate_boolean (G_TASK (result), error);
  if (saving != NULL)
    end_saving (self, saving, saved);
  return saved;
}

gboolean
roadmap_document_is_saving (RoadmapDocument *self)
{
  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), FALSE);

  return self->saving;
}

gboolean
roadmap_document_save_copy (RoadmapDocument  *self,
                            const char       *path,
                            GError          **error)
{
  g_autoptr (RoadmapSaving) saving = NULL;
  g_autoptr (GBytes) text = NULL;

  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  saving = g_new0 (RoadmapSaving, 1);
  if (!plan (self, saving, path, error))
    return FALSE;
  text = saving->rewrite != NULL ? roadmap_rewrite_run (saving->rewrite) : g_bytes_ref (saving->new_text);
  return roadmap_file_write (path, text == self->text ? self->content : text, ROADMAP_FILE_WRITE_NONE, error);
}

gboolean
roadmap_document_is_changed_on_disk (RoadmapDocument *self)
{
  g_autoptr (GBytes) current = NULL;

  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (self), FALSE);

  if (self->file == NULL)
    return FALSE;
  current = roadmap_file_load (self->file, NULL, NULL);
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
