/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

#include "chart/pages.h"

G_BEGIN_DECLS

/* What someone chose to print and on what, as values that say nothing of a particular roadmap's items but their
 * ids.  What the roadmap does not have is passed over (app/print-job).
 *
 * Properties, all notified on change; those marked * are remembered in the settings:
 *   "layouts"   * GStrv: names of chart/layout.h, in the order of printing; none: the first that applies.
 *   "pack"      * boolean: with cover and contents.
 *   "chart"     * string: the id of the only chart that is printed; empty: all in force.
 *   "earlier"   * boolean: the chart of the earlier plan, too.
 *   "language"  * string: of the content; empty: the document's own.
 *   "filtered"  * boolean: only what the filter shows, if there is one.
 *   "paper"     * string: a name of chart/paper.h.
 *   "orientation" * string: "landscape" or "portrait".
 *   "margin"    * double: mm on every side; 0: what is usual for the paper.
 *   "edition"     string: the id of the edition it is printed as of; empty: as it is now.
 *   "year"        string: the fiscal year of follow-ups; empty: the newest.
 *   "since"       string: the id of the edition that changes are shown since; empty: the one before the last; or
 *                 ROADMAP_PRINT_SINCE_FILE for:
 *   "since-file"  GFile, nullable: an older version.
 *
 * The others belong to the roadmap as it is at the moment: a file that is opened next month has another newest
 * edition. */

/* No ids. */
#define ROADMAP_PRINT_SINCE_FILE ":file"
#define ROADMAP_PRINT_SINCE_ASK ":ask" /* a file is about to be chosen */

#define ROADMAP_TYPE_PRINT_CHOICES (roadmap_print_choices_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapPrintChoices, roadmap_print_choices, ROADMAP, PRINT_CHOICES, GObject)

/* With what was chosen last, which from now on is remembered. */
RoadmapPrintChoices *roadmap_print_choices_new          (void);

/* (transfer none): ends with NULL. */
const char *const   *roadmap_print_choices_get_layouts  (RoadmapPrintChoices *self);
gboolean             roadmap_print_choices_get_pack     (RoadmapPrintChoices *self);
const char          *roadmap_print_choices_get_chart    (RoadmapPrintChoices *self);
gboolean             roadmap_print_choices_get_earlier  (RoadmapPrintChoices *self);
const char          *roadmap_print_choices_get_language (RoadmapPrintChoices *self);
gboolean             roadmap_print_choices_get_filtered (RoadmapPrintChoices *self);
const char          *roadmap_print_choices_get_paper_name (RoadmapPrintChoices *self);
gboolean             roadmap_print_choices_get_landscape (RoadmapPrintChoices *self);
const char          *roadmap_print_choices_get_edition  (RoadmapPrintChoices *self);
int                  roadmap_print_choices_get_year     (RoadmapPrintChoices *self);
const char          *roadmap_print_choices_get_since    (RoadmapPrintChoices *self);
GFile               *roadmap_print_choices_get_since_file (RoadmapPrintChoices *self);

/* The paper with its orientation and margin. */
RoadmapPaper         roadmap_print_choices_get_paper    (RoadmapPrintChoices *self);

G_END_DECLS
