/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/edit.h"
#include "model/error.h"
#include "model/item.h"

G_BEGIN_DECLS

/* A roadmap: the tree of its items, found by id, and the one way to change it. */

#define ROADMAP_TYPE_ROADMAP (roadmap_get_type ())
G_DECLARE_FINAL_TYPE (Roadmap, roadmap, ROADMAP, ROADMAP, GObject)

/* @root is of kind "roadmap" and belongs to no other roadmap; @language is that of the adopted wording, as in xml:lang.
 * Fails with ROADMAP_ERROR_INVALID on an id that occurs twice or a rule of model/rules.h that is broken; the message
 * begins with "line N: " when the item was read from a file. */
Roadmap     *roadmap_new                (RoadmapItem        *root,
                                         const char         *language,
                                         GError            **error);

/* (transfer full): the same roadmap once more, with items of its own. */
Roadmap     *roadmap_copy               (Roadmap            *self);

RoadmapItem *roadmap_get_root           (Roadmap            *self);
const char  *roadmap_get_language       (Roadmap            *self);
/* The first month of a fiscal year, 1 to 12; April if the roadmap does not say. */
int          roadmap_get_fiscal_start   (Roadmap            *self);

/* The item with this id, or NULL. */
RoadmapItem *roadmap_lookup             (Roadmap            *self,
                                         const char         *id);
/* The item a REF field names, or the first of a REFS field; NULL if it names none. */
RoadmapItem *roadmap_get_linked         (Roadmap            *self,
                                         RoadmapItem        *item,
                                         const char         *field);
/* (transfer container): the items a REF or REFS field names, in order; empty if it names none. */
GPtrArray   *roadmap_get_links          (Roadmap            *self,
                                         RoadmapItem        *item,
                                         const char         *field);
/* (transfer container): the items of @kind (NULL: any) that link to @item, in the order of the file. */
GPtrArray   *roadmap_get_referrers      (Roadmap            *self,
                                         RoadmapItem        *item,
                                         const char         *kind);
/* (transfer container): the same of any kind, with what is withdrawn or former wording. */
GPtrArray   *roadmap_get_all_referrers  (Roadmap            *self,
                                         RoadmapItem        *item);
/* (transfer container): all items of @kind below @top (NULL: the whole roadmap), in the order of the file, without what is
 * withdrawn or former wording. */
GPtrArray   *roadmap_list               (Roadmap            *self,
                                         RoadmapItem        *top,
                                         const char         *kind);
/* (transfer full): the languages its wording stands in, its own first, the others in the order of the file. */
char       **roadmap_list_languages     (Roadmap            *self);

/* The span of a bar or chart, or of a milestone, which is one point long.  FALSE if the item has none. */
gboolean     roadmap_get_span           (Roadmap            *self,
                                         RoadmapItem        *item,
                                         RoadmapSpan        *span);

/* The calendar of the chart around @item; fiscal if it stands in none. */
RoadmapCalendar roadmap_get_calendar    (Roadmap            *self,
                                         RoadmapItem        *item);

/* An id that no item has: the kind and eight random letters and digits, so that two people's additions do not collide. */
char        *roadmap_dup_new_id         (Roadmap            *self,
                                         const RoadmapKind  *kind);

/* Whether the adopted wording is locked, as it is at first.  While it is, roadmap_apply() refuses a SET of an official
 * field in the document's language, to remove an item that has one, and to pass one off as the editor's, unless the
 * item's origin is the editor or it is done in an amendment: see model/lock.h. */
gboolean     roadmap_get_wording_locked (Roadmap            *self);
void         roadmap_set_wording_locked (Roadmap            *self,
                                         gboolean            locked);

/* Whether no edit at all may be applied, as to a roadmap of which this program understands only a part, or to one that is
 * past.  FALSE at first. */
gboolean     roadmap_get_read_only      (Roadmap            *self);
void         roadmap_set_read_only      (Roadmap            *self,
                                         gboolean            read_only);

/* Whether it is a roadmap as it was in an earlier edition (model/as-of.h), in which nothing can be changed. */
gboolean     roadmap_is_past            (Roadmap            *self);
void         roadmap_set_past           (Roadmap            *self);

/* Applies @edit, or changes nothing and fails with ROADMAP_ERROR_INVALID, ROADMAP_ERROR_LOCKED_WORDING or, if the
 * roadmap is read-only, ROADMAP_ERROR_FORMAT.  On success @edit is filled in with what it replaced, and "changed" is
 * emitted.  Rules between several fields are not checked here but by roadmap_check() of model/rules.h when a group of
 * edits is complete, since they may be broken in between. */
gboolean     roadmap_apply              (Roadmap            *self,
                                         RoadmapEdit        *edit,
                                         GError            **error);
/* Applies an edit that stood before, which a journal has kept.  It need not keep the rules by itself as one that people
 * make does: an undo may link to what comes back only with its next edit, and take locked wording back.  So neither the
 * lock nor where links lead is asked; roadmap_check() is to say whether the step is right as a whole. */
gboolean     roadmap_replay             (Roadmap            *self,
                                         RoadmapEdit        *edit,
                                         GError            **error);
/* Takes back an edit that was applied and is the newest not taken back; cannot fail. */
void         roadmap_revert             (Roadmap            *self,
                                         const RoadmapEdit  *edit);

/* signal "changed" (Roadmap *self, RoadmapEdit *edit): @edit was applied, or its inverse by roadmap_revert(). */

G_END_DECLS
