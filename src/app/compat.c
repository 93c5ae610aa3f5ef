/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/compat.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  RoadmapFileFunc chosen;
  gpointer        user_data;
} Choice;

/* Held by the dialog, and by the answer on its way. */
typedef struct
{
  RoadmapAnswerFunc answered;
  gpointer          user_data;
  char             *response;
  GtkWindow        *parent; /* kept, since an answer on its way is usually about it */
} Question;

static void
file_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  Choice          *choice)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    choice->chosen (file, choice->user_data);
  g_free (choice);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser  *chooser,
            RoadmapFileKind  kind)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (kind == ROADMAP_FILES_PDF)
    {
      gtk_file_filter_set_name (filter, _("PDF Documents"));
      gtk_file_filter_add_suffix (filter, "pdf");
    }
  else
    {
      gtk_file_filter_set_name (filter, _("Roadmaps"));
      gtk_file_filter_add_mime_type (filter, "application/x-koteihyo-roadmap+xml");
      gtk_file_filter_add_suffix (filter, "xml");
      gtk_file_filter_add_suffix (filter, "koteihyo");
    }
  gtk_file_chooser_add_filter (chooser, filter);
}

/* What can be imported, and so opened too. */
static const char *const other_suffixes[] = { "csv", "tsv", "xml", NULL };

static void
add_suffix_filter (GtkFileChooser     *chooser,
                   const char         *name,
                   const char *const  *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (const char *const *suffix = suffixes; *suffix != NULL; suffix++)
    gtk_file_filter_add_suffix (filter, *suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

/* The native dialog is owned by its response handler. */
static void
show_chooser (GtkFileChooserNative *dialog,
              RoadmapFileFunc       chosen,
              gpointer              user_data)
{
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice) { chosen, user_data };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (file_response_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
roadmap_compat_choose_open (GtkWindow       *parent,
                            RoadmapFileFunc  chosen,
                            gpointer         user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Open Roadmap"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              _("_Open"), _("_Cancel"));

  add_filter (GTK_FILE_CHOOSER (dialog), ROADMAP_FILES_ROADMAP);
  add_suffix_filter (GTK_FILE_CHOOSER (dialog), _("Tables and project plans"), other_suffixes);
  show_chooser (dialog, chosen, user_data);
}

void
roadmap_compat_choose_import (GtkWindow       *parent,
                              RoadmapFileFunc  chosen,
                              gpointer         user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Import"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"),
                                                              _("_Cancel"));

  add_suffix_filter (GTK_FILE_CHOOSER (dialog), _("Tables and project plans"), other_suffixes);
  show_chooser (dialog, chosen, user_data);
}

/* (transfer full) */
static GtkFileChooserNative *
create_save_chooser (GtkWindow  *parent,
                     const char *title,
                     const char *name,
                     GFile      *beside)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              _("_Save"), _("_Cancel"));
  g_autoptr (GFile) folder = beside != NULL ? g_file_get_parent (beside) : NULL;

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  return dialog;
}

void
roadmap_compat_choose_save (GtkWindow       *parent,
                            const char      *title,
                            RoadmapFileKind  kind,
                            const char      *name,
                            GFile           *beside,
                            RoadmapFileFunc  chosen,
                            gpointer         user_data)
{
  GtkFileChooserNative *dialog = create_save_chooser (parent, title, name, beside);

  add_filter (GTK_FILE_CHOOSER (dialog), kind);
  show_chooser (dialog, chosen, user_data);
}

void
roadmap_compat_choose_export (GtkWindow             *parent,
                              const char            *title,
                              const RoadmapFileType *type,
                              const char            *name,
                              GFile                 *beside,
                              RoadmapFileFunc        chosen,
                              gpointer               user_data)
{
  GtkFileChooserNative *dialog = create_save_chooser (parent, title, name, beside);
  const char *const suffixes[] = { type->suffix, NULL };

  add_suffix_filter (GTK_FILE_CHOOSER (dialog), type->title, suffixes);
  show_chooser (dialog, chosen, user_data);
}

void
roadmap_compat_open_uri (GtkWindow  *parent,
                         const char *uri)
{
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

static void
clear_question (gpointer data)
{
  Question *question = data;

  g_free (question->response);
  g_object_unref (question->parent);
}

static void
answered_cb (gpointer user_data)
{
  Question *question = user_data;

  if (gtk_widget_get_realized (GTK_WIDGET (question->parent)))
    question->answered (question->response, question->user_data);
  g_rc_box_release_full (question, clear_question);
}

static void
release_question_cb (gpointer  question,
                     GClosure *closure)
{
  g_rc_box_release_full (question, clear_question);
}

/* The answer may well close the window the dialog belongs to, so it waits until the dialog is done. */
static void
answer_cb (AdwMessageDialog *dialog,
           const char       *response,
           Question         *question)
{
  question->response = g_strdup (response);
  g_idle_add_once (answered_cb, g_rc_box_acquire (question));
}

void
roadmap_compat_ask (GtkWindow           *parent,
                    const char          *heading,
                    const char          *body,
                    const RoadmapAnswer *answers,
                    RoadmapAnswerFunc    answered,
                    gpointer             user_data)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  Question *question = g_rc_box_new (Question);

  *question = (Question) { answered, user_data, NULL, g_object_ref (parent) };
  adw_message_dialog_set_close_response (dialog, answers[0].id);
  for (const RoadmapAnswer *answer = answers; answer->id != NULL; answer++)
    {
      adw_message_dialog_add_response (dialog, answer->id, answer->label);
      if (answer->destructive)
        adw_message_dialog_set_response_appearance (dialog, answer->id, ADW_RESPONSE_DESTRUCTIVE);
      if (answer->suggested)
        {
          adw_message_dialog_set_response_appearance (dialog, answer->id, ADW_RESPONSE_SUGGESTED);
          adw_message_dialog_set_default_response (dialog, answer->id);
        }
    }
  g_signal_connect_data (dialog, "response", G_CALLBACK (answer_cb), question, release_question_cb, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
roadmap_compat_tell (GtkWindow  *parent,
                     const char *heading,
                     const char *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

void
roadmap_compat_show_about (GtkWindow *parent)
{
  AdwAboutWindow *window;

  window = g_object_new (ADW_TYPE_ABOUT_WINDOW,
                         "transient-for", parent,
                         "modal", TRUE,
                         "application-name", _("Kōteihyō"),
                         "application-icon", APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", _("The Kōteihyō authors"),
                         "website", "https://koteihyo.org",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "copyright", "© 2026 The Kōteihyō authors",
                         "comments", _("Browse, follow up and print policy roadmaps."),
                         /* Translators: your name, for the list of credits */
                         "translator-credits", _("translator-credits"),
                         NULL);
  /* A roadmap names its own source, on paper too; this is about the program. */
  adw_about_window_add_legal_section (window, _("Roadmaps"), NULL, GTK_LICENSE_CUSTOM,
                                      _("The wording of a roadmap belongs to those who adopted it, on the terms the "
                                        "roadmap itself names. Translations, inferred spans and remarks are marked as "
                                        "the editor’s."));
  gtk_window_present (GTK_WINDOW (window));
}
