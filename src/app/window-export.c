/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/export-dialog.h"
#include "document/file.h"

/* Exporting what the window shows. */

/* An export on its way; the window may be closed before it is done. */
typedef struct
{
  GWeakRef          window;
  RoadmapExportJob *job;
  GFile            *target;
} Export;

static Export *
create_export (RoadmapWindow    *window,
               RoadmapExportJob *job,
               GFile            *target)
{
  Export *export = g_new0 (Export, 1);

  g_weak_ref_init (&export->window, window);
  export->job = roadmap_export_job_ref (job);
  export->target = g_object_ref (target);
  return export;
}

static void
free_export (Export *export)
{
  g_weak_ref_clear (&export->window);
  roadmap_export_job_unref (export->job);
  g_object_unref (export->target);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, free_export)

/* One file is opened from here, of several their folder. */
static void
tell_done (RoadmapWindow *self,
           GPtrArray     *files)
{
  GFile *first = g_ptr_array_index (files, 0);
  g_autoptr (GFile) folder = g_file_get_parent (first);
  g_autofree char *name = roadmap_file_dup_display_name (first);
  g_autofree char *uri = g_file_get_uri (files->len == 1 || folder == NULL ? first : folder);
  g_autofree char *message = NULL;
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  if (files->len == 1)
    /* Translators: %s is the name of a file */
    message = g_strdup_printf (_("“%s” written"), name);
  else
    /* Translators: %s is the name of the first of several files */
    message = g_strdup_printf (ngettext ("%u file written, the first is “%s”", "%u files written, the first is “%s”",
                                         files->len), files->len, name);
  escaped = g_markup_escape_text (message, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, files->len == 1 ? _("_Open") : _("_Show in Folder"));
  adw_toast_set_action_name (toast, "win.show-exported");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
run (Export   *export,
     gboolean  replace);

static void
answered_cb (const char *response,
             gpointer    user_data)
{
  Export *export = user_data;

  if (g_strcmp0 (response, "replace") == 0)
    run (export, TRUE);
  else
    free_export (export);
}

static void
ask_to_replace (RoadmapWindow *self,
                Export        *export,
                const char    *message)
{
  const RoadmapAnswer answers[] = {
    { "cancel", _("_Cancel"), FALSE, FALSE },
    { "replace", _("_Replace"), TRUE, FALSE },
    { NULL },
  };
  g_autofree char *body = g_strdup_printf ("%s %s", message, _("Replacing overwrites what is in it."));

  roadmap_compat_ask (GTK_WINDOW (self), _("Replace What Is There?"), body, answers, answered_cb, export);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = roadmap_export_job_finish (export->job, result, &error);
  g_autoptr (RoadmapWindow) self = g_weak_ref_get (&export->window);

  if (self == NULL || !gtk_widget_get_realized (GTK_WIDGET (self)))
    return;
  if (files != NULL)
    tell_done (self, files);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    ask_to_replace (self, g_steal_pointer (&export), error->message);
  else
    roadmap_compat_tell (GTK_WINDOW (self), _("The Roadmap Was Not Exported"), error->message);
}

static void
run (Export   *export,
     gboolean  replace)
{
  roadmap_export_job_run (export->job, export->target, replace, NULL, done_cb, export);
}

static void
chosen_cb (RoadmapWindow       *self,
           GFile               *target,
           gboolean             replace,
           RoadmapExportDialog *dialog)
{
  g_autoptr (RoadmapExportJob) job = roadmap_export_dialog_create_job (dialog);

  run (create_export (self, job, target), replace);
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);
  /* What was not saved is in no file that could be told by it. */
  g_autofree char *fingerprint =
    roadmap_window_is_modified (self) ? NULL : roadmap_document_dup_checksum (self->document);
  const RoadmapExportSource source = {
    .roadmap = roadmap_view_state_get_roadmap (self->state),
    .language = roadmap_view_state_get_words (self->state),
    .chart = roadmap_view_state_get_chart (self->state),
    .filter = roadmap_view_state_get_filter (self->state),
    .today = roadmap_view_state_get_today (self->state),
    .file = roadmap_document_get_file (self->document),
    .fingerprint = fingerprint,
  };
  GtkWidget *dialog = roadmap_export_dialog_new (GTK_WINDOW (self), &source);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_exported_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *uri)
{
  roadmap_compat_open_uri (GTK_WINDOW (widget), g_variant_get_string (uri, NULL));
}

void
roadmap_window_init_export (RoadmapWindowClass *klass)
{
  static const RoadmapWindowAction table[] = {
    { "win.export", NULL, export_cb },
    { "win.show-exported", "s", show_exported_cb },
    { NULL },
  };

  roadmap_window_install_actions (klass, table);
}
