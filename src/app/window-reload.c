/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compare-dialog.h"
#include "app/compat.h"
#include "app/view-place.h"
#include "document/reader.h"
#include "model/become.h"
#include "model/merge.h"

/* What to do with a file that another program has written: reading it again, with what is not saved carried over; comparing
 * the two; keeping one's own. */

typedef struct
{
  RoadmapWindow   *window;
  RoadmapDocument *document; /* the file as it is now */
  Roadmap         *base;     /* as the window had read it; NULL: nothing is to be carried over */
  Roadmap         *theirs;   /* a copy: the document's own is going to be changed */
  RoadmapMerge    *merge;    /* NULL: nothing is to be carried over */
} Reload;

static void
free_reload (gpointer data)
{
  Reload *reload = data;

  g_clear_pointer (&reload->merge, roadmap_merge_free);
  g_clear_object (&reload->base);
  g_clear_object (&reload->theirs);
  g_clear_object (&reload->document);
  g_object_unref (reload->window);
  g_free (reload);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reload, free_reload)

static gboolean
prepare_merge (Reload  *reload,
               GError **error)
{
  RoadmapDocument *document = reload->window->document;
  g_autofree char *name = g_file_get_parse_name (roadmap_document_get_file (document));

  reload->base = roadmap_read (roadmap_document_get_text (document), name, error);
  if (reload->base == NULL)
    return FALSE;
  reload->merge = roadmap_merge_new (reload->base, roadmap_document_get_roadmap (document), reload->theirs, error);
  return reload->merge != NULL;
}

/* NULL after telling why the file cannot be read. */
static Reload *
prepare (RoadmapWindow *self)
{
  g_autoptr (Reload) reload = g_new0 (Reload, 1);
  g_autoptr (GError) error = NULL;

  reload->window = g_object_ref (self);
  reload->document = roadmap_document_open (roadmap_document_get_file (self->document), &error);
  if (reload->document != NULL)
    reload->theirs = roadmap_copy (roadmap_document_get_roadmap (reload->document));
  if (reload->document != NULL && (!roadmap_window_is_modified (self) || prepare_merge (reload, &error)))
    return g_steal_pointer (&reload);

  roadmap_compat_tell (GTK_WINDOW (self), _("The Roadmap Cannot Be Reloaded"), error->message);
  return NULL;
}

/* One step, on top of what the file holds. */
static gboolean
carry_over (RoadmapWindow  *self,
            Roadmap        *merged,
            GError        **error)
{
  roadmap_history_begin (self->history, _("Carry over unsaved changes"));
  if (roadmap_become (roadmap_document_get_roadmap (self->document), merged, error))
    return roadmap_history_commit (self->history, error);
  roadmap_history_rollback (self->history);
  return FALSE;
}

static void
carry_out (Reload *reload)
{
  RoadmapWindow *self = reload->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (Roadmap) merged = reload->merge != NULL ? roadmap_merge_create (reload->merge, &error) : NULL;
  g_autoptr (RoadmapViewPlace) place = NULL;

  if (error != NULL)
    {
      roadmap_compat_tell (GTK_WINDOW (self), _("The Roadmap Cannot Be Reloaded"), error->message);
      return;
    }

  place = roadmap_view_place_save (self->state, GTK_WIDGET (self->views));
  roadmap_window_show_document (self, reload->document);
  if (merged != NULL && !carry_over (self, merged, &error))
    roadmap_compat_tell (GTK_WINDOW (self), _("The Unsaved Changes Were Not Carried Over"), error->message);
  roadmap_view_place_restore (place, self->state, GTK_WIDGET (self->views));
  if (error == NULL)
    roadmap_window_toast (self, merged != NULL
                                  ? _("The file was read again, and what was not saved is carried over")
                                  : _("The file was read again; earlier steps cannot be undone any more"));
}

static void
accepted_cb (RoadmapCompareDialog *dialog,
             Reload               *reload)
{
  carry_out (reload);
}

/* What is looked at belongs to one of the versions; the window shows its own. */
static void
item_selected_cb (RoadmapCompareDialog *dialog,
                  RoadmapItem          *item,
                  Reload               *reload)
{
  RoadmapWindow *self = reload->window;
  RoadmapItem *own = roadmap_lookup (roadmap_document_get_roadmap (self->document), roadmap_item_get_id (item));

  if (own != NULL)
    roadmap_view_state_set_selected (self->state, own);
}

/* Consumes @reload. */
static void
compare (Reload *reload)
{
  RoadmapWindow *self = reload->window;
  Roadmap *ours = roadmap_document_get_roadmap (self->document);
  const char *language = roadmap_view_state_get_language (self->state);
  gboolean conflicting = reload->merge != NULL && roadmap_merge_get_conflicts (reload->merge)->len > 0;
  GtkWidget *dialog = roadmap_compare_dialog_new (GTK_WINDOW (self), _("Changes in the File"),
                                                  conflicting ? _("Decide what both sides changed in different ways. "
                                                                  "All else that you have not saved is carried over.")
                                                  : reload->merge != NULL
                                                    ? _("What you have not saved is carried over to the file as it is now.")
                                                    : _("This is what another program changed since the file was read."),
                                                  _("_Reload"));
  RoadmapCompareView *view = roadmap_compare_dialog_get_view (ROADMAP_COMPARE_DIALOG (dialog));

  if (conflicting)
    roadmap_compare_view_add_section (view, roadmap_compare_section_new_merge (_("Changed by both"), reload->merge, language));
  if (reload->merge != NULL)
    {
      roadmap_compare_view_add_diff (view, _("Changed in the file"), reload->base, reload->theirs, language);
      roadmap_compare_view_add_diff (view, _("Changed here, not saved"), reload->base, ours, language);
    }
  else
    roadmap_compare_view_add_diff (view, NULL, ours, reload->theirs, language);
  g_signal_connect (dialog, "item-selected", G_CALLBACK (item_selected_cb), reload);
  g_signal_connect (dialog, "accepted", G_CALLBACK (accepted_cb), reload);
  g_object_set_data_full (G_OBJECT (dialog), "reload", reload, free_reload);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
roadmap_window_reload (RoadmapWindow *self)
{
  g_autoptr (Reload) reload = prepare (self);

  if (reload == NULL)
    return;
  if (reload->merge != NULL && roadmap_merge_get_conflicts (reload->merge)->len > 0)
    compare (g_steal_pointer (&reload));
  else
    carry_out (reload);
}

void
roadmap_window_compare_with_file (RoadmapWindow *self)
{
  Reload *reload = prepare (self);

  if (reload != NULL)
    compare (reload);
}

static void
reload_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  roadmap_window_reload (ROADMAP_WINDOW (widget));
}

static void
compare_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  roadmap_window_compare_with_file (ROADMAP_WINDOW (widget));
}

static void
keep_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  roadmap_window_keep_mine (ROADMAP_WINDOW (widget));
}

void
roadmap_window_init_disk_actions (RoadmapWindowClass *klass)
{
  static const RoadmapWindowAction table[] = {
    { "win.reload", NULL, reload_cb },
    { "win.compare-with-file", NULL, compare_cb },
    { "win.keep-mine", NULL, keep_cb },
    { NULL },
  };

  roadmap_window_install_actions (klass, table);
}
