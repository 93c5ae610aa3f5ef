/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "cli/command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/json.h"
#include "model/diff-words.h"

typedef struct
{
  const char *paths[2]; /* the old version's, the new one's */
  Roadmap    *roadmaps[2];
  GPtrArray  *differences;
} Comparison;

/* Where the item stands in the new version, or where it stood in the old one. */
static void
print_text (const Comparison *comparison)
{
  for (guint i = 0; i < comparison->differences->len; i++)
    {
      const RoadmapDifference *difference = g_ptr_array_index (comparison->differences, i);
      RoadmapItem *item = roadmap_difference_get_item (difference);
      g_autofree char *words = roadmap_diff_describe (difference, comparison->roadmaps[0], comparison->roadmaps[1], NULL);

      printf ("%s:%u: %s: %s\n", comparison->paths[difference->new_item != NULL], roadmap_item_get_line (item),
              roadmap_item_get_id (item), words);
    }
}

static void
append_member (GString    *json,
               const char *name,
               const char *value)
{
  g_string_append_printf (json, ",\"%s\":", name);
  roadmap_cli_append_json (json, value);
}

/* Where an item stands: the id of what is around it, and the position in there. */
static void
append_place (GString     *json,
              const char  *name,
              RoadmapItem *item)
{
  g_string_append_printf (json, ",\"%s\":{\"parent\":", name);
  roadmap_cli_append_json (json, roadmap_item_get_id (roadmap_item_get_parent (item)));
  g_string_append_printf (json, ",\"position\":%u}", roadmap_item_get_position (item));
}

static void
append_difference (GString                 *json,
                   const RoadmapDifference *difference)
{
  static const char *const changes[] = { "inserted", "removed", "moved", "set" };
  RoadmapItem *item = roadmap_difference_get_item (difference);

  g_string_append (json, "{\"id\":");
  roadmap_cli_append_json (json, roadmap_item_get_id (item));
  append_member (json, "kind", roadmap_item_get_kind (item)->name);
  append_member (json, "change", changes[difference->type]);
  if (difference->type == ROADMAP_DIFFERENCE_SET)
    {
      append_member (json, "field", difference->field->name);
      append_member (json, "language", difference->language);
      append_member (json, "old", difference->old_value);
      append_member (json, "new", difference->new_value);
    }
  else
    {
      if (difference->old_item != NULL)
        append_place (json, "old", difference->old_item);
      if (difference->new_item != NULL)
        append_place (json, "new", difference->new_item);
    }
  g_string_append_c (json, '}');
}

static void
print_json (const Comparison *comparison)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < comparison->differences->len; i++)
    {
      g_string_append (json, i > 0 ? "," : "");
      append_difference (json, g_ptr_array_index (comparison->differences, i));
    }
  printf ("%s]\n", json->str);
}

static RoadmapCliResult
compare (char     **paths,
         gboolean   as_json)
{
  g_autoptr (RoadmapDocument) old = roadmap_cli_open (paths[0]);
  g_autoptr (RoadmapDocument) new = old != NULL ? roadmap_cli_open (paths[1]) : NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;
  Comparison comparison;

  if (new == NULL)
    return ROADMAP_CLI_TROUBLE;

  comparison = (Comparison) { { paths[0], paths[1] },
                              { roadmap_document_get_roadmap (old), roadmap_document_get_roadmap (new) }, NULL };
  differences = roadmap_diff (comparison.roadmaps[0], comparison.roadmaps[1], &error);
  if (differences == NULL)
    return roadmap_cli_fail ("%s", error->message);

  comparison.differences = differences;
  if (as_json)
    print_json (&comparison);
  else
    print_text (&comparison);
  return differences->len > 0 ? ROADMAP_CLI_FINDING : ROADMAP_CLI_DONE;
}

RoadmapCliResult
roadmap_cli_diff (GOptionContext   *context,
                  char           ***words)
{
  g_auto (GStrv) paths = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_set_description (context, _("The exit status is 0 if they are the same roadmap, 1 if they differ."));
  if (!roadmap_cli_parse (context, entries, words))
    return ROADMAP_CLI_TROUBLE;
  if (paths == NULL || g_strv_length (paths) != 2)
    return roadmap_cli_fail_usage (_("name the two files to compare"));
  return compare (paths, as_json);
}
