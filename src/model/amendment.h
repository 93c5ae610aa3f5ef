/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/edition.h"

G_BEGIN_DECLS

/* Amending: an edition that is a draft is opened, what is changed from then on belongs to it, and it is finished.  The
 * draft stands in the file, so that an amendment may take several sittings and several people.
 *
 * All of these are groups of edits: call them within a step of the history, whose undo takes them back.  They change
 * nothing if they fail. */

/* The amendment in progress, or NULL, is roadmap_get_amendment() of model/edition.h. */

/* Opens an edition that was, or will be, adopted on @date (as 2022-03-25); @meeting may be NULL.  Words are in the
 * document's language.  Fails with ROADMAP_ERROR_INVALID if there is an amendment already, or if @date comes before the
 * last edition.  Returns the new edition. */
RoadmapItem *roadmap_open_amendment   (Roadmap      *self,
                                       const char   *date,
                                       const char   *title,
                                       const char   *meeting,
                                       GError      **error);
/* The amendment in progress, which there must be, becomes an edition like the others. */
gboolean     roadmap_finish_amendment (Roadmap      *self,
                                       GError      **error);

/* As roadmap_apply(), for what a person does.  Within an amendment it keeps, first, what the edit changes of what was
 * adopted: wording, time, links and order (model/former.h), once for each field; what says the old thing again keeps
 * nothing.  An item that is put in belongs to the amendment; one that was adopted is not removed but withdrawn, and moves
 * into the edition.  Links to an item that is removed, from wherever, are taken away, in an amendment or not.
 * Outside of an amendment adopted wording is locked as for roadmap_apply(). */
gboolean     roadmap_change           (Roadmap      *self,
                                       RoadmapEdit  *edit,
                                       GError      **error);

G_END_DECLS
