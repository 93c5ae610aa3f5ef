/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/document-private.h"

#include <glib/gi18n-lib.h>

#include "document/file.h"
#include "document/reader.h"
#include "document/saving.h"
#include "document/writer.h"

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

/* Reads again what was written, without a plan, and notes where items stand in it: better no file than one that cannot
 * be opened again. */
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
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PENDING,
                   _("%s: the roadmap is being saved already; wait for that"), name);
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
  roadmap_document_emit (self, ROADMAP_DOCUMENT_SAVING);
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
      roadmap_document_emit (self, ROADMAP_DOCUMENT_NOT_SAVED);
      return;
    }

  set_content (self, saving->new_content, saving->new_text);
  adopt_extents (self, saving);
  if (!saving->own)
    {
      if (self->access == ROADMAP_ACCESS_PROTECTED)
        self->access = ROADMAP_ACCESS_FULL;
      roadmap_document_set_file (self, saving->file);
    }
  roadmap_document_emit (self, ROADMAP_DOCUMENT_SAVED);
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
