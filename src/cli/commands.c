/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "cli/commands.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"

static const struct
{
  const char     *name;
  const char     *arguments;
  const char     *summary;
  RoadmapCliFunc  run;
} commands[] = {
  { "validate", "FILE…", N_("Check whether files keep all rules of the format"), roadmap_cli_validate },
  { "status", "FILE", N_("Count roadblocks, measures and bars, and how far the bars are"), roadmap_cli_status },
  { "set", "FILE [ID FIELD[@LANGUAGE]=VALUE]… -o OUT", N_("Change fields of items"), roadmap_cli_set },
  { "search", "FILE TEXT", N_("Find the items whose words hold all words of the text"), roadmap_cli_search },
  { "diff", "OLD NEW", N_("List what differs between two versions of a roadmap"), roadmap_cli_diff },
  { "merge", "BASE OURS THEIRS -o OUT", N_("Join two versions that go back to a third"), roadmap_cli_merge },
  { "print", "FILE -o OUT.pdf", N_("Write the roadmap on paper, as a PDF"), roadmap_cli_print },
  { "export", "FILE --format FORMAT [-o OUT]", N_("Write the roadmap for other programs"), roadmap_cli_export },
  { "import", "FILE -o OUT.xml", N_("Make a roadmap of what another program wrote"), roadmap_cli_import },
};

static void
print_help (FILE *stream)
{
  fprintf (stream, "%s\n  " ROADMAP_CLI_NAME " %s\n\n%s\n", _("Usage:"), _("COMMAND …"), _("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %s %s\n      %s\n", commands[i].name, commands[i].arguments, _(commands[i].summary));
  fprintf (stream, "\n%s\n  %s\n  %s\n\n%s\n", _("Options:"),
           _("-h, --help     this text; after a command, its options"),
           _("    --version  the version of the program"),
           _("Exit status: 0 done, 1 a finding, 2 trouble."));
}

static RoadmapCliResult
run_command (gsize    index,
             char  ***words)
{
  g_autoptr (GOptionContext) context = g_option_context_new (commands[index].arguments);
  g_autofree char *name = g_strdup_printf (ROADMAP_CLI_NAME " %s", commands[index].name);

  /* The help of GOption begins with the program's name: here the two words that are typed. */
  g_set_prgname (name);
  g_option_context_set_summary (context, _(commands[index].summary));
  return commands[index].run (context, words);
}

static RoadmapCliResult
run (char **words)
{
  const char *word = words[0] != NULL ? words[1] : NULL;
  g_auto (GStrv) arguments = NULL;

  if (word == NULL)
    {
      print_help (stderr);
      return ROADMAP_CLI_TROUBLE;
    }
  if (strcmp (word, "--help") == 0 || strcmp (word, "-h") == 0)
    {
      print_help (stdout);
      return ROADMAP_CLI_DONE;
    }
  if (strcmp (word, "--version") == 0)
    {
      printf (ROADMAP_CLI_NAME " %s\n", PACKAGE_VERSION);
      return ROADMAP_CLI_DONE;
    }

  arguments = g_strdupv (words + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, word) == 0)
      return run_command (i, &arguments);

  g_set_prgname (ROADMAP_CLI_NAME);
  return roadmap_cli_fail_usage (*word == '-' ? _("the first word must be a command") : _("there is no such command"));
}

int
roadmap_cli_run (char **words)
{
  RoadmapCliResult result = run (words);

  /* A full disk shows only now, and a result that was not written is none. */
  if (fflush (stdout) != 0 || ferror (stdout))
    return roadmap_cli_fail (_("the result could not be written; make room, or write it elsewhere"));
  return result;
}
