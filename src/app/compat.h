/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The dialogs that GTK and libadwaita replace from one generation to the next.  Only this file may ask which versions it
 * is built with; today it keeps to what GTK 4.8 and libadwaita 1.2 have, which newer ones still understand. */

/* @file is what was chosen; not called when nothing was. */
typedef void (*RoadmapFileFunc)     (GFile       *file,
                                     gpointer     user_data);
/* @response is the id of the answer. */
typedef void (*RoadmapAnswerFunc)   (const char  *response,
                                     gpointer     user_data);

typedef enum
{
  ROADMAP_FILES_ROADMAP,
  ROADMAP_FILES_PDF,
} RoadmapFileKind;

/* Another kind of files. */
typedef struct
{
  const char *title;  /* translated */
  const char *suffix; /* without a dot */
} RoadmapFileType;

typedef struct
{
  const char *id;
  const char *label;       /* translated, with a mnemonic */
  gboolean    destructive;
  gboolean    suggested;
} RoadmapAnswer;

/* @user_data must live until the callback; @parent is kept until then. */
void roadmap_compat_choose_open (GtkWindow           *parent,
                                 RoadmapFileFunc      chosen,
                                 gpointer             user_data);
/* The same for files that are no roadmaps: tables and project plans. */
void roadmap_compat_choose_import (GtkWindow         *parent,
                                 RoadmapFileFunc      chosen,
                                 gpointer             user_data);
/* @name is suggested, in the folder of @beside (nullable).  Asks before an existing file is chosen. */
void roadmap_compat_choose_save (GtkWindow           *parent,
                                 const char          *title,
                                 RoadmapFileKind      kind,
                                 const char          *name,
                                 GFile               *beside,
                                 RoadmapFileFunc      chosen,
                                 gpointer             user_data);

/* The same for files of another type. */
void roadmap_compat_choose_export (GtkWindow             *parent,
                                 const char            *title,
                                 const RoadmapFileType *type,
                                 const char            *name,
                                 GFile                 *beside,
                                 RoadmapFileFunc        chosen,
                                 gpointer               user_data);
/* Opens what is at @uri in the program that is meant for it. */
void roadmap_compat_open_uri    (GtkWindow           *parent,
                                 const char          *uri);

/* @answers ends with one without an id; the first is what Escape answers.  @parent is kept until @answered was called;
 * should it be destroyed before anyone answers, it is not called. */
void roadmap_compat_ask         (GtkWindow           *parent,
                                 const char          *heading,
                                 const char          *body,
                                 const RoadmapAnswer *answers,
                                 RoadmapAnswerFunc    answered,
                                 gpointer             user_data);
/* A message to be read, with nothing to choose. */
void roadmap_compat_tell        (GtkWindow           *parent,
                                 const char          *heading,
                                 const char          *body);
void roadmap_compat_show_about  (GtkWindow           *parent);

G_END_DECLS
