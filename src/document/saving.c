/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/saving.h"

#include <glib/gi18n-lib.h>

#include "document/file.h"
#include "model/error.h"

void
roadmap_saving_free (RoadmapSaving *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->rewrite, roadmap_rewrite_free);
  g_clear_pointer (&self->new_text, g_bytes_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->extents, g_array_unref);
  g_clear_pointer (&self->changes, roadmap_changes_free);
  g_clear_pointer (&self->new_content, g_bytes_unref);
  g_free (self->overwritable);
  g_free (self);
}

/* The content the file has now, or NULL if there is no file, which is no error. */
static GBytes *
load_current (RoadmapSaving  *self,
              char          **etag,
              GError        **error)
{
  GError *cause = NULL;
  GBytes *current = roadmap_file_load (self->file, etag, &cause);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_clear_error (&cause);
  if (cause != NULL)
    g_propagate_error (error, cause);
  return current;
}

static void
set_changed_error (RoadmapSaving  *self,
                   GError        **error)
{
  g_autofree char *name = roadmap_file_dup_name (self->file);

  g_clear_error (error);
  g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_CHANGED,
               _("%s: somebody else has changed the file since it was opened; compare and merge the two, or "
                 "save under another name"), name);
}

static gboolean
expects (RoadmapSaving *self,
         GBytes        *current)
{
  g_autofree char *checksum = NULL;

  if (g_bytes_equal (current, self->content))
    return TRUE;
  if (self->overwritable == NULL)
    return FALSE;
  checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, current);
  return g_str_equal (checksum, self->overwritable);
}

/* Says what is about to be the document's file. */
static void
announce (RoadmapSaving *self)
{
  g_autofree char *checksum = NULL;

  if (self->writing == NULL)
    return;
  checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->new_content);
  self->writing (checksum, self->writing_data);
}

static gboolean
store (RoadmapSaving  *self,
       GBytes         *current,
       const char     *etag,
       GError        **error)
{
  GError *cause = NULL;

  if (roadmap_file_store (self->file, self->new_content, current, etag, ROADMAP_FILE_WRITE_BACKUP, &cause))
    return TRUE;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    set_changed_error (self, &cause);
  g_propagate_error (error, cause);
  return FALSE;
}

gboolean
roadmap_saving_run (RoadmapSaving  *self,
                    GError        **error)
{
  g_autoptr (GBytes) current = NULL;
  g_autofree char *etag = NULL;
  GError *cause = NULL;

  if (self->rewrite != NULL)
    self->new_text = roadmap_rewrite_run (self->rewrite);
  self->new_content = g_bytes_ref (self->new_text == self->text ? self->content : self->new_text);

  /* As early as may be: a journal holds back what is done until it knows what is not in the file. */
  announce (self);

  /* Another file may be replaced by any content, and need not be readable for that. */
  current = load_current (self, &etag, self->own ? &cause : NULL);
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  if (self->own && current != NULL && !expects (self, current))
    {
      set_changed_error (self, error);
      return FALSE;
    }
  if (self->own && current != NULL && g_bytes_equal (current, self->new_content))
    return TRUE;
  return store (self, current, etag, error);
}
