/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/passage-model.h"

G_BEGIN_DECLS

/* For document-view.c: the table of contents of a reading text in a drop-down list – its pages, each with what it begins
 * with, or its titles and headings if it has no pages. */
typedef struct _RoadmapContents RoadmapContents;

/* @chosen is called with @user_data and the position of the passage that was chosen by hand. */
typedef void     (*RoadmapContentsFunc)     (guint                position,
                                             gpointer             user_data);

/* Free it only when @drop_down is gone. */
RoadmapContents  *roadmap_contents_new      (GtkDropDown         *drop_down,
                                             RoadmapContentsFunc  chosen,
                                             gpointer             user_data);
void              roadmap_contents_free     (RoadmapContents     *self);

/* Lists what is in @passages (see model/reading.h). */
void              roadmap_contents_fill     (RoadmapContents     *self,
                                             Roadmap             *roadmap,
                                             GArray              *passages,
                                             const char          *language);
/* Shows where the passage at @position stands. */
void              roadmap_contents_follow   (RoadmapContents     *self,
                                             guint                position);

G_END_DECLS
