/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "cli/command.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

gboolean
roadmap_cli_parse (GOptionContext       *context,
                   const GOptionEntry   *entries,
                   char               ***words)
{
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse_strv (context, words, &error))
    return TRUE;

  roadmap_cli_fail_usage (error->message);
  return FALSE;
}

RoadmapDocument *
roadmap_cli_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  RoadmapDocument *document = roadmap_document_open_path (path, &error);

  /* What is wrong in the file says where, and is no sentence of this program. */
  if (error != NULL && error->domain == ROADMAP_ERROR)
    fprintf (stderr, "%s\n", error->message);
  else if (error != NULL)
    roadmap_cli_fail ("%s", error->message);
  return document;
}

char *
roadmap_cli_dup_text (const char *argument)
{
  char *text;

  if (g_utf8_validate (argument, -1, NULL))
    return g_strdup (argument);

  text = g_locale_to_utf8 (argument, -1, NULL, NULL, NULL);
  if (text == NULL)
    roadmap_cli_fail (_("an argument is not text in UTF-8 or in the encoding of the locale; please enter it again"));
  return text;
}

gboolean
roadmap_cli_read_today (const char *text,
                        GDate      *today)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_date_clear (today, 1);
  if (text == NULL)
    {
      g_date_set_dmy (today, g_date_time_get_day_of_month (now), g_date_time_get_month (now), g_date_time_get_year (now));
      return TRUE;
    }
  if (roadmap_date_parse (text, today))
    return TRUE;
  roadmap_cli_fail (_("“%s” is no day; write it as 2020-06-18"), text);
  return FALSE;
}

gboolean
roadmap_cli_read_filter (const char     *text,
                         Roadmap        *roadmap,
                         RoadmapFilter **filter)
{
  g_autofree char *words = text != NULL ? roadmap_cli_dup_text (text) : g_strdup ("");
  g_autoptr (RoadmapFilter) parsed = NULL;
  g_autoptr (GError) error = NULL;

  *filter = NULL;
  if (words == NULL)
    return FALSE;
  if (roadmap_filter_parse (words, &parsed, &error) && roadmap_filter_resolve (parsed, roadmap, filter, &error))
    return TRUE;
  roadmap_cli_fail ("--filter: %s", error->message);
  return FALSE;
}

gboolean
roadmap_cli_is_same_file (const char *path,
                          const char *other)
{
  GStatBuf a, b;

  return g_stat (path, &a) == 0 && g_stat (other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

RoadmapCliResult
roadmap_cli_fail (const char *format,
                  ...)
{
  va_list arguments;

  fputs (ROADMAP_CLI_NAME ": ", stderr);
  va_start (arguments, format);
  vfprintf (stderr, format, arguments);
  va_end (arguments);
  fputc ('\n', stderr);
  return ROADMAP_CLI_TROUBLE;
}

RoadmapCliResult
roadmap_cli_fail_usage (const char *sentence)
{
  /* The name is that of the command at work, "koteihyo-cli set". */
  return roadmap_cli_fail (_("%s; see “%s --help”"), sentence, g_get_prgname ());
}
