/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "cli/command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "model/become.h"
#include "model/diff-words.h"
#include "model/merge-words.h"

static const char *const sides[] = { "ours", "theirs" };

/* Says what was decided, and what else it could be. */
static void
report (RoadmapMerge           *merge,
        const RoadmapConflict  *conflict,
        char                  **paths)
{
  RoadmapItem *item = roadmap_conflict_get_item (conflict);
  const char *path = paths[item == conflict->items[ROADMAP_SIDE_OURS] ? 1 : 2];
  RoadmapSide other = conflict->choice == ROADMAP_SIDE_OURS ? ROADMAP_SIDE_THEIRS : ROADMAP_SIDE_OURS;
  g_autofree char *subject = roadmap_diff_dup_subject (item, NULL);
  g_autofree char *topic = roadmap_conflict_dup_topic (conflict);
  g_autofree char *taken = roadmap_conflict_dup_outcome (conflict, merge, conflict->choice, NULL);
  g_autofree char *left = roadmap_conflict_dup_outcome (conflict, merge, other, NULL);

  fprintf (stderr, "%s:%u: ", path, roadmap_item_get_line (item));
  /* Translators: an item, what both sides changed about it, what was taken, the word ours or theirs, what was not */
  fprintf (stderr, _("%s: %s: both changed it; taken: %s (%s), not taken: %s"), subject, topic, taken,
           sides[conflict->choice], left);
  fputc ('\n', stderr);
}

static gboolean
read_side (const char  *word,
           RoadmapSide *side)
{
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (strcmp (word, sides[i]) == 0)
      {
        *side = i;
        return TRUE;
      }
  return FALSE;
}

/* Decides all conflicts for one side, or reports how they were decided.  Returns the number of those left to look at. */
static guint
decide (RoadmapMerge       *merge,
        const RoadmapSide  *side,
        char              **paths)
{
  GPtrArray *conflicts = roadmap_merge_get_conflicts (merge);

  for (guint i = 0; i < conflicts->len; i++)
    if (side != NULL)
      roadmap_merge_choose (merge, g_ptr_array_index (conflicts, i), *side);
    else
      report (merge, g_ptr_array_index (conflicts, i), paths);
  return side != NULL ? 0 : conflicts->len;
}

/* Comments, and what else is not the roadmap's, stay as they are in theirs. */
static RoadmapCliResult
merge (char              **paths,
       const RoadmapSide  *side,
       const char         *output)
{
  g_autoptr (RoadmapDocument) base = roadmap_cli_open (paths[0]);
  g_autoptr (RoadmapDocument) ours = base != NULL ? roadmap_cli_open (paths[1]) : NULL;
  g_autoptr (RoadmapDocument) theirs = ours != NULL ? roadmap_cli_open (paths[2]) : NULL;
  g_autoptr (RoadmapMerge) joined = NULL;
  g_autoptr (Roadmap) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_conflicts;

  if (theirs == NULL)
    return ROADMAP_CLI_TROUBLE;

  joined = roadmap_merge_new (roadmap_document_get_roadmap (base), roadmap_document_get_roadmap (ours),
                              roadmap_document_get_roadmap (theirs), &error);
  if (joined == NULL)
    return roadmap_cli_fail ("%s", error->message);

  n_conflicts = decide (joined, side, paths);
  result = roadmap_merge_create (joined, &error);
  if (result == NULL || !roadmap_become (roadmap_document_get_roadmap (theirs), result, &error) ||
      !roadmap_document_save_copy (theirs, output, &error))
    return roadmap_cli_fail ("%s", error->message);
  return n_conflicts > 0 ? ROADMAP_CLI_FINDING : ROADMAP_CLI_DONE;
}

RoadmapCliResult
roadmap_cli_merge (GOptionContext   *context,
                   char           ***words)
{
  g_auto (GStrv) paths = NULL;
  g_autofree char *output = NULL;
  g_autofree char *word = NULL;
  RoadmapSide side;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write the result to OUT, which may be one of the three"),
      N_("OUT") },
    { "take", 0, 0, G_OPTION_ARG_STRING, &word, N_("Decide all conflicts for “ours” or for “theirs”"), N_("SIDE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_set_description (
    context, _("What both sides changed in different ways is reported and decided for ours, but nothing is removed that\n"
               "the other side changed; the exit status is then 1."));
  if (!roadmap_cli_parse (context, entries, words))
    return ROADMAP_CLI_TROUBLE;
  if (paths == NULL || g_strv_length (paths) != 3 || output == NULL)
    return roadmap_cli_fail_usage (_("name the three files and, with -o, where to write the result"));
  if (word != NULL && !read_side (word, &side))
    return roadmap_cli_fail_usage (_("--take is “ours” or “theirs”"));
  return merge (paths, word != NULL ? &side : NULL, output);
}
