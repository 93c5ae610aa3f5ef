/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/document-private.h"

#include <glib/gi18n-lib.h>

#include "document/encoding.h"
#include "document/file.h"
#include "document/reader.h"
#include "document/replace.h"

G_DEFINE_FINAL_TYPE (RoadmapDocument, roadmap_document, G_TYPE_OBJECT)

enum { PROP_FILE = 1, PROP_ROADMAP, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

static const char *const signal_names[] = {
  [ROADMAP_DOCUMENT_SAVING] = "saving",
  [ROADMAP_DOCUMENT_SAVED] = "saved",
  [ROADMAP_DOCUMENT_NOT_SAVED] = "not-saved",
};
G_STATIC_ASSERT (G_N_ELEMENTS (signal_names) == ROADMAP_DOCUMENT_N_SIGNALS);
static guint signals[ROADMAP_DOCUMENT_N_SIGNALS];

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

  for (guint i = 0; i < ROADMAP_DOCUMENT_N_SIGNALS; i++)
    signals[i] = g_signal_new (signal_names[i], ROADMAP_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
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
      g_autofree char *message = g_strdup_printf (_("%s. What it held before the last save is in “%s”"),
                                                  (*error)->message, rescue);

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

void
roadmap_document_emit (RoadmapDocument       *self,
                       RoadmapDocumentSignal  signal)
{
  g_signal_emit (self, signals[signal], 0);
}

void
roadmap_document_set_file (RoadmapDocument *self,
                           GFile           *file)
{
  g_clear_pointer (&self->display_name, g_free);
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
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
