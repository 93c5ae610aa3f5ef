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
  GPtrArray          *held;  /* steps done since a save began, until it is noted; NULL: nothing is held back */
  char               *noted; /* the checksum of that save, while there is no file to note it in; NULL: not known yet */
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
append (RoadmapJournal *self,
        const char     *text)
{
  if (self->file == NULL)
    self->file = roadmap_journal_file_new (self->folder, &self->base, state_cb, self);
  roadmap_journal_file_append (self->file, text);
}

/* Steps that come behind the note are not in the file. */
static void
release (RoadmapJournal *self)
{
  g_autoptr (GPtrArray) held = g_steal_pointer (&self->held);

  g_clear_pointer (&self->noted, g_free);
  for (guint i = 0; held != NULL && i < held->len; i++)
    append (self, g_ptr_array_index (held, i));
}

/* What was held back goes into a new file behind the note, once there is any. */
static void
release_behind_note (RoadmapJournal *self)
{
  if (self->held->len == 0)
    return;
  self->file = roadmap_journal_file_new (self->folder, &self->base, state_cb, self);
  roadmap_journal_file_note_saving (self->file, self->noted);
  release (self);
}

/* A note on its way to the main loop. */
typedef struct
{
  GWeakRef  journal;
  char     *checksum; /* NULL: it is in the file */
} Note;

static gboolean
noted_cb (gpointer data)
{
  Note *note = data;
  g_autoptr (RoadmapJournal) self = g_weak_ref_get (&note->journal);

  /* A save that has ended meanwhile has released them. */
  if (self == NULL || self->document == NULL || self->held == NULL)
    return G_SOURCE_REMOVE;
  if (note->checksum == NULL)
    {
      release (self);
      return G_SOURCE_REMOVE;
    }
  self->noted = g_steal_pointer (&note->checksum);
  release_behind_note (self);
  return G_SOURCE_REMOVE;
}

static void
free_note (gpointer data)
{
  Note *note = data;

  g_weak_ref_clear (&note->journal);
  g_free (note->checksum);
  g_free (note);
}

static void
stepped_cb (RoadmapJournal *self,
            int             type,
            const char     *name)
{
  g_autofree char *text = roadmap_journal_text_create_step (type, g_get_real_time () / G_TIME_SPAN_SECOND, name,
                                                            self->edits->str);

  g_string_truncate (self->edits, 0);
  if (self->held != NULL)
    g_ptr_array_add (self->held, g_steal_pointer (&text));
  else
    append (self, text);
  if (self->noted != NULL)
    release_behind_note (self);
}

static void
rolled_back_cb (RoadmapJournal *self)
{
  g_string_truncate (self->edits, 0);
}

/* What is done from now on is not in the file.  The note will say so, but it cannot be made before all is put together
 * that is to be written. */
static void
saving_cb (RoadmapJournal *self)
{
  if (self->held == NULL)
    self->held = g_ptr_array_new_with_free_func (g_free);
}

/* In whichever thread saves.  While steps are held back, nobody else makes the file. */
static void
writing_cb (const char *checksum,
            gpointer    user_data)
{
  RoadmapJournal *self = user_data;
  Note *note = g_new0 (Note, 1);

  if (self->file != NULL)
    roadmap_journal_file_note_saving (self->file, checksum);
  else
    note->checksum = g_strdup (checksum);
  g_weak_ref_init (&note->journal, self);
  g_idle_add_full (G_PRIORITY_DEFAULT, noted_cb, note, free_note);
}

static void
saved_cb (RoadmapJournal *self)
{
  /* A journal that is there has them behind the note before it begins anew. */
  if (self->file != NULL)
    release (self);
  set_base (self);
  if (self->file != NULL)
    roadmap_journal_file_restart (self->file, &self->base);
  else
    release (self);
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
  g_clear_pointer (&self->held, g_ptr_array_unref);
  g_free (self->noted);
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
  g_signal_connect_object (document, "saving", G_CALLBACK (saving_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "not-saved", G_CALLBACK (release), self, G_CONNECT_SWAPPED);
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
