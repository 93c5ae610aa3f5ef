/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/journal.h"

#include "document/edit-text.h"
#include "document/journal-file.h"
#include "document/journal-text.h"
#include "document/writer.h"

struct _RoadmapJournal
{
  GObject             parent_instance;

  RoadmapDocument    *document;
  char               *folder;
  RoadmapJournalBase  base;
  RoadmapJournalFile *file;  /* NULL before the first step */
  GString            *edits; /* the lines of the step that is under way */
};

G_DEFINE_FINAL_TYPE (RoadmapJournal, roadmap_journal, G_TYPE_OBJECT)

enum { STATE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
clear_base (RoadmapJournal *self)
{
  g_clear_pointer (&self->base.uri, g_free);
  g_clear_pointer (&self->base.content, g_bytes_unref);
  g_clear_pointer (&self->base.text, g_bytes_unref);
}

/* The edits begin from what the document holds now. */
static void
set_base (RoadmapJournal *self)
{
  GFile *file = roadmap_document_get_file (self->document);

  clear_base (self);
  if (file != NULL)
    {
      self->base.uri = g_file_get_uri (file);
      self->base.content = g_bytes_ref (roadmap_document_get_content (self->document));
      self->base.text = g_bytes_ref (roadmap_document_get_text (self->document));
      return;
    }
  self->base.text = roadmap_write (NULL, roadmap_document_get_roadmap (self->document), NULL);
  self->base.content = g_bytes_ref (self->base.text);
}

/* What the thread has to say, on its way to the main loop. */
typedef struct
{
  GWeakRef  journal;
  char     *message; /* NULL: all is well */
} State;

static gboolean
tell_state_cb (gpointer data)
{
  State *state = data;
  g_autoptr (RoadmapJournal) self = g_weak_ref_get (&state->journal);

  if (self != NULL)
    g_signal_emit (self, signals[STATE], 0, state->message);
  return G_SOURCE_REMOVE;
}

static void
free_state (gpointer data)
{
  State *state = data;

  g_weak_ref_clear (&state->journal);
  g_free (state->message);
  g_free (state);
}

/* In the thread of the file, which ends before the journal does. */
static void
state_cb (const GError *error,
          gpointer      user_data)
{
  State *state = g_new0 (State, 1);

  g_weak_ref_init (&state->journal, user_data);
  state->message = error != NULL ? g_strdup (error->message) : NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_state_cb, state, free_state);
}

static void
edited_cb (RoadmapJournal    *self,
           const RoadmapEdit *edit)
{
  roadmap_edit_text_append (self->edits, roadmap_document_get_roadmap (self->document), edit);
  g_string_append_c (self->edits, '\n');
}

static void
stepped_cb (RoadmapJournal *self,
            int             type,
            const char     *name)
{
  g_autofree char *text = roadmap_journal_text_create_step (type, g_get_real_time () / G_TIME_SPAN_SECOND, name,
                                                            self->edits->str);

  g_string_truncate (self->edits, 0);
  if (self->file == NULL)
    self->file = roadmap_journal_file_new (self->folder, &self->base, state_cb, self);
  roadmap_journal_file_append (self->file, text);
}

static void
rolled_back_cb (RoadmapJournal *self)
{
  g_string_truncate (self->edits, 0);
}

static void
writing_cb (const char *checksum,
            gpointer    user_data)
{
  RoadmapJournal *self = user_data;

  if (self->file != NULL)
    roadmap_journal_file_note_saving (self->file, checksum);
}

static void
saved_cb (RoadmapJournal *self)
{
  set_base (self);
  if (self->file != NULL)
    roadmap_journal_file_restart (self->file, &self->base);
}

static void
roadmap_journal_dispose (GObject *object)
{
  RoadmapJournal *self = ROADMAP_JOURNAL (object);

  if (self->document != NULL)
    roadmap_document_set_writing_func (self->document, NULL, NULL);
  g_clear_pointer (&self->file, roadmap_journal_file_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (roadmap_journal_parent_class)->dispose (object);
}

static void
roadmap_journal_finalize (GObject *object)
{
  RoadmapJournal *self = ROADMAP_JOURNAL (object);

  clear_base (self);
  g_string_free (self->edits, TRUE);
  g_free (self->folder);

  G_OBJECT_CLASS (roadmap_journal_parent_class)->finalize (object);
}

static void
roadmap_journal_class_init (RoadmapJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = roadmap_journal_dispose;
  object_class->finalize = roadmap_journal_finalize;

  signals[STATE] = g_signal_new ("state", ROADMAP_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
roadmap_journal_init (RoadmapJournal *self)
{
  self->edits = g_string_new (NULL);
}

char *
roadmap_journal_dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), PACKAGE_NAME, "journals", NULL);
}

RoadmapJournal *
roadmap_journal_new (RoadmapDocument *document,
                     RoadmapHistory  *history,
                     const char      *folder)
{
  RoadmapJournal *self;

  g_return_val_if_fail (ROADMAP_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (ROADMAP_IS_HISTORY (history), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (ROADMAP_TYPE_JOURNAL, NULL);
  self->document = g_object_ref (document);
  self->folder = g_strdup (folder);
  set_base (self);
  roadmap_document_set_writing_func (document, writing_cb, self);
  g_signal_connect_object (document, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "rolled-back", G_CALLBACK (rolled_back_cb), self, G_CONNECT_SWAPPED);
  return self;
}

gboolean
roadmap_journal_flush (RoadmapJournal  *self,
                       GError         **error)
{
  g_return_val_if_fail (ROADMAP_IS_JOURNAL (self), FALSE);

  return self->file == NULL || roadmap_journal_file_flush (self->file, error);
}

void
roadmap_journal_abandon (RoadmapJournal *self)
{
  g_return_if_fail (ROADMAP_IS_JOURNAL (self));

  g_clear_pointer (&self->file, roadmap_journal_file_abandon);
  g_object_run_dispose (G_OBJECT (self));
}
