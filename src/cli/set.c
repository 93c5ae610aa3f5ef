/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "cli/command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "model/amendment.h"
#include "model/history.h"

static char *
join_field_names (const RoadmapKind *kind)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", field->name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Reads "FIELD=VALUE" or "FIELD@LANGUAGE=VALUE"; says what is wrong. */
static RoadmapEdit *
parse_assignment (Roadmap     *roadmap,
                  RoadmapItem *item,
                  const char  *assignment)
{
  const RoadmapKind *kind = roadmap_item_get_kind (item);
  const char *value = strchr (assignment, '=');
  g_autofree char *name = value != NULL ? g_strndup (assignment, value - assignment) : NULL;
  char *language = name != NULL ? strchr (name, '@') : NULL;
  const RoadmapField *field;
  g_autofree char *names = NULL;

  if (value == NULL)
    {
      roadmap_cli_fail (_("“%s” has no “=”; write FIELD=VALUE, or FIELD= to empty the field"), assignment);
      return NULL;
    }

  if (language != NULL)
    *language++ = '\0';
  field = roadmap_kind_find_field (kind, name);
  if (field == NULL)
    {
      names = join_field_names (kind);
      roadmap_cli_fail (_("a %s has no field “%s”; it has: %s"), kind->name, name, names);
      return NULL;
    }

  /* In the roadmap's own language stands the wording itself. */
  if (language != NULL && g_ascii_strcasecmp (language, roadmap_get_language (roadmap)) == 0)
    language = NULL;
  return roadmap_edit_new_set (item, field, language, value[1] != '\0' ? value + 1 : NULL);
}

/* The model knows lines but not files: "line N: sentence" becomes "PATH:N: sentence". */
static void
report (const GError *error,
        const char   *path)
{
  unsigned int line;
  int length = 0;

  if (sscanf (error->message, "line %u: %n", &line, &length) == 1 && length > 0)
    fprintf (stderr, "%s:%u: %s\n", path, line, error->message + length);
  else if (g_error_matches (error, ROADMAP_ERROR, ROADMAP_ERROR_LOCKED_WORDING))
    roadmap_cli_fail (_("%s (--unlock)"), error->message);
  else
    roadmap_cli_fail ("%s", error->message);
}

static gboolean
assign (Roadmap    *roadmap,
        const char *path,
        const char *id,
        const char *argument)
{
  RoadmapItem *item = roadmap_lookup (roadmap, id);
  g_autofree char *assignment = roadmap_cli_dup_text (argument);
  g_autoptr (RoadmapEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  if (assignment == NULL)
    return FALSE;
  if (item == NULL)
    {
      roadmap_cli_fail (_("there is no item “%s” in %s; “search” finds ids"), id, path);
      return FALSE;
    }

  edit = parse_assignment (roadmap, item, assignment);
  if (edit == NULL)
    return FALSE;
  if (roadmap_change (roadmap, edit, &error))
    return TRUE;
  report (error, path);
  return FALSE;
}

/* @pairs: id, assignment, id, assignment …  One step, so that values which belong together may be set in any order. */
static gboolean
assign_all (Roadmap           *roadmap,
            const char        *path,
            const char *const *pairs)
{
  g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
  g_autoptr (GError) error = NULL;

  roadmap_history_begin (history, "set");
  for (; pairs[0] != NULL; pairs += 2)
    if (!assign (roadmap, path, pairs[0], pairs[1]))
      return FALSE;
  if (roadmap_history_commit (history, &error))
    return TRUE;
  report (error, path);
  return FALSE;
}

static RoadmapCliResult
save (RoadmapDocument *document,
      const char      *path,
      const char      *output)
{
  g_autoptr (GError) error = NULL;
  gboolean saved;

  /* The document's own file keeps a backup, and is not written if someone else has changed it meanwhile. */
  if (roadmap_cli_is_same_file (path, output))
    saved = roadmap_document_save (document, &error);
  else
    saved = roadmap_document_save_copy (document, output, &error);
  return saved ? ROADMAP_CLI_DONE : roadmap_cli_fail ("%s", error->message);
}

RoadmapCliResult
roadmap_cli_set (GOptionContext   *context,
                 char           ***words)
{
  g_auto (GStrv) arguments = NULL;
  g_autofree char *output = NULL;
  gboolean unlock = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write the result to OUT, which may be FILE"), N_("OUT") },
    { "unlock", 0, 0, G_OPTION_ARG_NONE, &unlock, N_("Allow to change adopted wording"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (RoadmapDocument) document = NULL;

  g_option_context_set_description (context, _("Without an assignment the file is read and written again.\n"
                                               "FIELD= empties a field; LANGUAGE is that of a translation."));
  if (!roadmap_cli_parse (context, entries, words))
    return ROADMAP_CLI_TROUBLE;
  if (arguments == NULL || output == NULL)
    return roadmap_cli_fail_usage (_("name the file and, with -o, where to write the result"));
  if (g_strv_length (arguments) % 2 == 0)
    return roadmap_cli_fail_usage (_("each id must have a FIELD=VALUE behind it"));

  document = roadmap_cli_open (arguments[0]);
  if (document == NULL)
    return ROADMAP_CLI_TROUBLE;
  roadmap_set_wording_locked (roadmap_document_get_roadmap (document), !unlock);
  if (!assign_all (roadmap_document_get_roadmap (document), arguments[0], (const char *const *) arguments + 1))
    return ROADMAP_CLI_TROUBLE;
  return save (document, arguments[0], output);
}
