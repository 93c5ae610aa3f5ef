/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/accessible-names.h"
#include "app/compat.h"
#include "app/print.h"
#include "app/print-preview.h"
#include "document/file.h"

/* What a print is made of: the document as it is now, and what the window shows of it.  @fingerprint (out) owns what
 * the source points to: it is the file's, so it is left out where the roadmap is no longer what the file has. */
static RoadmapPrintSource
get_source (RoadmapWindow  *self,
            char          **fingerprint)
{
  *fingerprint = roadmap_window_is_modified (self) ? NULL : roadmap_document_dup_checksum (self->document);
  return (RoadmapPrintSource) {
    .roadmap = roadmap_document_get_roadmap (self->document),
    .language = roadmap_view_state_get_words (self->state),
    .today = roadmap_view_state_get_today (self->state),
    .filter = roadmap_view_state_get_filter (self->state),
    .file_name = roadmap_document_get_display_name (self->document),
    .fingerprint = *fingerprint,
  };
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);
  g_autofree char *fingerprint = NULL;
  const RoadmapPrintSource source = get_source (self, &fingerprint);
  GtkWidget *preview = roadmap_print_preview_new (GTK_WINDOW (self), &source,
                                                  roadmap_document_get_file (self->document), self->past);

  roadmap_accessible_names_give (preview);
  gtk_window_present (GTK_WINDOW (preview));
}

/* (transfer full): what the preview would show, without it.  Says why there is nothing, and returns NULL. */
static RoadmapPrintJob *
create_job (RoadmapWindow *self)
{
  g_autofree char *fingerprint = NULL;
  const RoadmapPrintSource source = get_source (self, &fingerprint);
  g_autoptr (RoadmapPrintChoices) choices = roadmap_print_choices_new ();
  g_autoptr (GError) error = NULL;
  RoadmapPrintJob *job;

  g_object_set (choices, "edition", self->past != NULL ? self->past : "", NULL);
  job = roadmap_print_job_new (&source, choices, NULL, &error);
  if (job == NULL)
    roadmap_window_toast (self, error->message);
  return job;
}

static void
export_chosen_cb (GFile    *file,
                  gpointer  user_data)
{
  RoadmapWindow *self = user_data;
  g_autoptr (RoadmapPrintJob) job = create_job (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = roadmap_file_dup_display_name (file);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (job == NULL)
    return;
  if (!roadmap_print_to_pdf (file, job, now, &error))
    {
      roadmap_compat_tell (GTK_WINDOW (self), _("The PDF Was Not Written"), error->message);
      return;
    }
  /* Translators: %s is the name of a file */
  message = g_strdup_printf (_("“%s” written"), name);
  roadmap_window_toast (self, message);
}

static void
export_pdf_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);
  g_autofree char *title = roadmap_item_dup_title (roadmap_get_root (roadmap_view_state_get_roadmap (self->state)),
                                                   roadmap_view_state_get_words (self->state));
  g_autofree char *name = g_strdup_printf ("%s.pdf", g_strdelimit (title, "/\n", ' '));

  roadmap_compat_choose_save (GTK_WINDOW (self), _("Export to PDF"), ROADMAP_FILES_PDF, name,
                              roadmap_document_get_file (self->document), export_chosen_cb, self);
}

void
roadmap_window_init_print_actions (RoadmapWindowClass *klass)
{
  static const RoadmapWindowAction table[] = {
    { "win.print", NULL, print_cb },
    { "win.export-pdf", NULL, export_pdf_cb },
    { NULL },
  };

  roadmap_window_install_actions (klass, table);
}
