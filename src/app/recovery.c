/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/recovery.h"

#include <glib/gi18n-lib.h>

#include "app/compare-dialog.h"
#include "app/compat.h"
#include "app/recovery-words.h"
#include "app/window-private.h"
#include "document/journal.h"
#include "document/orphan.h"
#include "model/become.h"
#include "model/merge.h"

/* How long the journal of a document stays after another one has taken its place, which may have got its unsaved work:
 * until that is on the disk as well. */
#define RETIRE_SECONDS 3

/* One journal that is offered, and those that come after it. */
typedef struct
{
  RoadmapWindow *window;
  GPtrArray     *rest;   /* RoadmapOrphan */
  RoadmapOrphan *orphan;
  GBytes        *content; /* of the file; NULL: there is none */
  gboolean       shown;   /* the window shows what the journal is of */
  gulong         destroy_id;
} Offer;

static void free_offer (Offer *offer);
static void offer_next (Offer *offer);

/* Nobody is going to answer if the window goes. */
static void
set_window (Offer         *offer,
            RoadmapWindow *window)
{
  if (offer->window != NULL)
    g_clear_signal_handler (&offer->destroy_id, offer->window);
  g_set_object (&offer->window, window);
  if (window != NULL)
    offer->destroy_id = g_signal_connect_swapped (window, "destroy", G_CALLBACK (free_offer), offer);
}

static void
free_offer (Offer *offer)
{
  g_clear_pointer (&offer->orphan, roadmap_orphan_free);
  g_clear_pointer (&offer->content, g_bytes_unref);
  g_ptr_array_unref (offer->rest);
  set_window (offer, NULL);
  g_free (offer);
}

static void
discard (Offer *offer)
{
  roadmap_orphan_discard (g_steal_pointer (&offer->orphan));
  offer_next (offer);
}

static void
complain (Offer      *offer,
          const char *message)
{
  roadmap_compat_tell (GTK_WINDOW (offer->window), _("Not Everything Was Restored"), message);
}

/* What the work began from, in a document that has no file. */
static RoadmapDocument *
create_document (Offer   *offer,
                 GError **error)
{
  g_autoptr (Roadmap) base = roadmap_orphan_read_base (offer->orphan, error);

  return base != NULL ? roadmap_document_new (base) : NULL;
}

/* Has the window, or another one if it is taken, show what the journal is of. */
static gboolean
show (Offer   *offer,
      GError **error)
{
  GFile *file = roadmap_orphan_get_file (offer->orphan);
  g_autoptr (RoadmapDocument) document = NULL;

  if (offer->shown)
    return TRUE;

  document = offer->content != NULL ? roadmap_document_open (file, error) : create_document (offer, error);
  if (document == NULL)
    return FALSE;
  if (offer->window->document != NULL)
    {
      RoadmapWindow *other = roadmap_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (offer->window))),
                                                 roadmap_view_state_get_today (offer->window->state));

      set_window (offer, other);
    }
  roadmap_window_show_document (offer->window, document);
  gtk_window_present (GTK_WINDOW (offer->window));
  offer->shown = TRUE;
  return TRUE;
}

/* The versions there are of what is offered. */
typedef struct
{
  Roadmap      *base;   /* what the work began from */
  Roadmap      *ours;   /* that with the work */
  Roadmap      *theirs; /* what the file holds; NULL if that is the base */
  RoadmapMerge *merge;  /* of the three */
} Versions;

static void
free_versions (gpointer data)
{
  Versions *versions = data;

  g_clear_pointer (&versions->merge, roadmap_merge_free);
  g_clear_object (&versions->base);
  g_clear_object (&versions->ours);
  g_clear_object (&versions->theirs);
  g_free (versions);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Versions, free_versions)

/* The window shows what the journal is of.  What cannot be done again is left out. */
static Versions *
create_versions (Offer   *offer,
                 GError **error)
{
  g_autoptr (Versions) versions = g_new0 (Versions, 1);
  Roadmap *shown = roadmap_document_get_roadmap (offer->window->document);
  g_autoptr (RoadmapHistory) history = NULL;
  gboolean changed = roadmap_orphan_get_fit (offer->orphan, offer->content) == ROADMAP_ORPHAN_CHANGED;

  versions->base = changed ? roadmap_orphan_read_base (offer->orphan, error) : roadmap_copy (shown);
  if (versions->base == NULL)
    return NULL;
  versions->ours = roadmap_copy (versions->base);
  history = roadmap_history_new (versions->ours);
  roadmap_orphan_replay (offer->orphan, changed ? NULL : offer->content, versions->ours, history, NULL);
  if (!changed)
    return g_steal_pointer (&versions);

  versions->theirs = roadmap_copy (shown);
  versions->merge = roadmap_merge_new (versions->base, versions->ours, versions->theirs, error);
  return versions->merge != NULL ? g_steal_pointer (&versions) : NULL;
}

/* Brings the work, as decided, into what somebody else has saved: as one step. */
static gboolean
merge (Offer     *offer,
       Versions  *versions,
       GError   **error)
{
  RoadmapWindow *window = offer->window;
  g_autoptr (Roadmap) merged = roadmap_merge_create (versions->merge, error);

  if (merged == NULL)
    return FALSE;
  roadmap_history_begin (window->history, _("Restore unsaved work"));
  if (roadmap_become (roadmap_document_get_roadmap (window->document), merged, error))
    return roadmap_history_commit (window->history, error);
  roadmap_history_rollback (window->history);
  return FALSE;
}

/* The old journal goes only when the new one is on the disk.  One of which something is missing stays. */
static void
restore (Offer    *offer,
         Versions *versions)
{
  RoadmapWindow *window = offer->window;
  g_autoptr (GError) error = NULL;

  if (versions != NULL && versions->merge != NULL)
    merge (offer, versions, &error);
  else
    roadmap_orphan_replay (offer->orphan, offer->content, roadmap_document_get_roadmap (window->document), window->history,
                           &error);
  if (error != NULL)
    {
      complain (offer, error->message);
      return;
    }
  roadmap_window_toast (window, _("Unsaved work was restored"));
  if (window->journal == NULL || roadmap_journal_flush (window->journal, NULL))
    roadmap_orphan_discard (g_steal_pointer (&offer->orphan));
}

static void
accepted_cb (RoadmapCompareDialog *dialog,
             Offer                *offer)
{
  restore (offer, g_object_get_data (G_OBJECT (dialog), "versions"));
}

static void
closed_cb (GtkWidget *dialog,
           Offer     *offer)
{
  offer_next (offer);
}

/* Shows what would be restored; the dialog goes on with the offer. */
static void
compare (Offer    *offer,
         Versions *versions)
{
  RoadmapWindow *window = offer->window;
  const char *language = roadmap_view_state_get_language (window->state);
  gboolean conflicting = versions->merge != NULL && roadmap_merge_get_conflicts (versions->merge)->len > 0;
  GtkWidget *dialog = roadmap_compare_dialog_new (GTK_WINDOW (window), _("Unsaved Work"),
                                                  conflicting ? _("Decide what both sides changed in different ways. All else "
                                                                  "that was not saved is brought into the file as it is now.")
                                                              : _("This is what was not saved when the program ended."),
                                                  _("_Restore"));
  RoadmapCompareView *view = roadmap_compare_dialog_get_view (ROADMAP_COMPARE_DIALOG (dialog));

  if (conflicting)
    roadmap_compare_view_add_section (view, roadmap_compare_section_new_merge (_("Changed by both"), versions->merge,
                                                                               language));
  if (versions->theirs != NULL)
    roadmap_compare_view_add_diff (view, _("Changed in the file"), versions->base, versions->theirs, language);
  roadmap_compare_view_add_diff (view, versions->theirs != NULL ? _("Not saved") : NULL, versions->base, versions->ours,
                                 language);
  g_object_set_data_full (G_OBJECT (dialog), "versions", versions, free_versions);
  g_signal_connect (dialog, "accepted", G_CALLBACK (accepted_cb), offer);
  g_signal_connect (dialog, "unrealize", G_CALLBACK (closed_cb), offer);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Restores, or shows before what would be; where both sides have changed the same there is something to decide. */
static void
begin (Offer    *offer,
       gboolean  look)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Versions) versions = NULL;

  if (show (offer, &error) &&
      (look || roadmap_orphan_get_fit (offer->orphan, offer->content) == ROADMAP_ORPHAN_CHANGED))
    versions = create_versions (offer, &error);
  if (error != NULL)
    complain (offer, error->message);
  else if (look || (versions != NULL && versions->merge != NULL && roadmap_merge_get_conflicts (versions->merge)->len > 0))
    {
      compare (offer, g_steal_pointer (&versions));
      return;
    }
  else
    restore (offer, versions);
  offer_next (offer);
}

static void
answered_cb (const char *response,
             gpointer    user_data)
{
  Offer *offer = user_data;

  if (g_strcmp0 (response, "restore") == 0)
    begin (offer, FALSE);
  else if (g_strcmp0 (response, "compare") == 0)
    begin (offer, TRUE);
  else if (g_strcmp0 (response, "discard") == 0)
    discard (offer);
  else
    offer_next (offer);
}

static void
ask (Offer            *offer,
     RoadmapOrphanFit  fit)
{
  const RoadmapAnswer answers[] = {
    { "later", _("_Later"), FALSE, FALSE },
    { "discard", _("_Discard"), TRUE, FALSE },
    { "compare", _("_Compare…"), FALSE, FALSE },
    { "restore", _("_Restore"), FALSE, TRUE },
    { NULL },
  };
  const RoadmapAnswer few_answers[] = {
    { "later", _("_Keep"), FALSE, TRUE },
    { "discard", _("_Discard"), TRUE, FALSE },
    { NULL },
  };
  gboolean lost = fit == ROADMAP_ORPHAN_LOST;
  g_autofree char *body = roadmap_recovery_describe (offer->orphan, offer->content);

  roadmap_compat_ask (GTK_WINDOW (offer->window),
                      lost ? _("Unsaved Work Cannot Be Restored") : _("Restore Unsaved Work?"), body,
                      lost ? few_answers : answers, answered_cb, offer);
}

/* Whether the window shows what @orphan is of, which the file is asked about otherwise. */
static void
look_at_content (Offer *offer)
{
  GFile *file = roadmap_orphan_get_file (offer->orphan);
  GFile *shown = roadmap_window_get_file (offer->window);

  g_clear_pointer (&offer->content, g_bytes_unref);
  offer->shown = file != NULL && shown != NULL && g_file_equal (file, shown);
  if (offer->shown)
    offer->content = g_bytes_ref (roadmap_document_get_content (offer->window->document));
  else if (file != NULL)
    offer->content = g_file_load_bytes (file, NULL, NULL, NULL);
}

/* Offers the next journal in which there is something; frees @offer after the last. */
static void
offer_next (Offer *offer)
{
  while (TRUE)
    {
      RoadmapOrphanFit fit;

      g_clear_pointer (&offer->orphan, roadmap_orphan_free);
      if (offer->rest->len == 0 || !gtk_widget_get_mapped (GTK_WIDGET (offer->window)))
        {
          free_offer (offer);
          return;
        }
      offer->orphan = g_ptr_array_steal_index (offer->rest, 0);

      look_at_content (offer);
      fit = roadmap_orphan_get_fit (offer->orphan, offer->content);
      if (fit != ROADMAP_ORPHAN_DONE)
        {
          ask (offer, fit);
          return;
        }
      roadmap_orphan_discard (g_steal_pointer (&offer->orphan));
    }
}

/* What is left for @file; the first time also what is left of roadmaps that have no file, for which nobody can ask
 * otherwise. */
static GPtrArray *
list_for_file (const char *folder,
               GFile      *file)
{
  static gboolean has_asked;
  GPtrArray *orphans = roadmap_orphan_list (folder, file);
  g_autoptr (GPtrArray) others = has_asked ? NULL : roadmap_orphan_list (folder, NULL);

  has_asked = TRUE;
  for (guint i = 0; others != NULL && i < others->len;)
    if (roadmap_orphan_get_file (g_ptr_array_index (others, i)) == NULL &&
        roadmap_orphan_get_fit (g_ptr_array_index (others, i), NULL) == ROADMAP_ORPHAN_FITS)
      g_ptr_array_add (orphans, g_ptr_array_steal_index (others, i));
    else
      i++;
  return orphans;
}

/* Where to look: what is left for one file, or of everything. */
typedef struct
{
  GWeakRef  window;
  GFile    *file;
} Search;

static void
free_search (gpointer data)
{
  Search *search = data;

  g_weak_ref_clear (&search->window);
  g_clear_object (&search->file);
  g_free (search);
}

static gboolean
search_cb (gpointer data)
{
  Search *search = data;
  g_autoptr (RoadmapWindow) window = g_weak_ref_get (&search->window);
  g_autofree char *folder = roadmap_journal_dup_folder ();
  Offer *offer;

  /* The question goes above a window that is seen. */
  if (window != NULL && !gtk_widget_get_mapped (GTK_WIDGET (window)))
    return G_SOURCE_CONTINUE;
  if (window == NULL || (search->file != NULL && (window->document == NULL || roadmap_window_get_file (window) == NULL ||
                                                  !g_file_equal (search->file, roadmap_window_get_file (window)))))
    return G_SOURCE_REMOVE;

  offer = g_new0 (Offer, 1);
  set_window (offer, window);
  offer->rest = search->file != NULL ? list_for_file (folder, search->file) : roadmap_orphan_list (folder, NULL);
  offer_next (offer);
  return G_SOURCE_REMOVE;
}

static void
search (RoadmapWindow *window,
        GFile         *file)
{
  Search *job = g_new0 (Search, 1);

  g_weak_ref_init (&job->window, window);
  g_set_object (&job->file, file);
  g_timeout_add_full (G_PRIORITY_LOW, 100, search_cb, job, free_search);
}

static void
state_cb (RoadmapWindow *window,
          const char    *message)
{
  g_autofree char *sentence = NULL;

  if (message == NULL)
    return;
  sentence = g_strdup_printf (_("Unsaved work is not safe from a power cut: %s"), message);
  roadmap_window_toast (window, sentence);
}

static gboolean
retired_cb (gpointer user_data)
{
  RoadmapWindow *window = user_data;

  window->retired_id = 0;
  g_clear_object (&window->retired_journal);
  return G_SOURCE_REMOVE;
}

/* Lets go of the journal a little later. */
static void
retire (RoadmapWindow *window)
{
  if (window->journal == NULL)
    return;
  g_signal_handlers_disconnect_by_func (window->journal, state_cb, window);
  g_clear_handle_id (&window->retired_id, g_source_remove);
  g_clear_object (&window->retired_journal);
  window->retired_journal = g_steal_pointer (&window->journal);
  window->retired_id = g_timeout_add_seconds (RETIRE_SECONDS, retired_cb, window);
}

void
roadmap_recovery_attach (RoadmapWindow *window)
{
  g_autofree char *folder = roadmap_journal_dup_folder ();

  g_return_if_fail (ROADMAP_IS_WINDOW (window));

  retire (window);
  window->journal = roadmap_journal_new (window->document, window->history, folder);
  g_signal_connect_object (window->journal, "state", G_CALLBACK (state_cb), window, G_CONNECT_SWAPPED);
  if (roadmap_window_get_file (window) != NULL)
    search (window, roadmap_window_get_file (window));
}

void
roadmap_recovery_detach (RoadmapWindow *window)
{
  g_clear_handle_id (&window->retired_id, g_source_remove);
  g_clear_object (&window->retired_journal);
  g_clear_object (&window->journal);
}

void
roadmap_recovery_offer_left (RoadmapWindow *window)
{
  g_return_if_fail (ROADMAP_IS_WINDOW (window));

  search (window, NULL);
}
