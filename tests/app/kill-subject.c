/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <fcntl.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "app/application.h"
#include "app/window-private.h"

#include "kill-script.h"

/* The program – its application, its window, its main loop – with somebody at work in it who follows tests/app/kill-script.h and
 * saves now and then.  That cannot be had from outside: what came of a key is seen on the screen only some time later, so it
 * would not be known which edits were done a second before the end.
 *
 *     kill-subject ROADMAP TRACE SEED
 *
 * appends a line to TRACE after each step, with the time in µs and the sum of the roadmap; 0 steps first. */

static int trace;
static KillScript script;

static void
append_line (Roadmap *roadmap)
{
  gint64 now = g_get_monotonic_time ();
  g_autofree char *sum = kill_script_sum_up (roadmap);
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT " %s\n", now, sum);

  if (write (trace, line, strlen (line)) < 0)
    g_error ("the trace cannot be written");
}

static gboolean work_cb (gpointer user_data);

/* Like keys that are pressed quickly, with a rest here and there. */
static void
go_on (RoadmapWindow *window)
{
  g_timeout_add (g_random_int_range (0, 12) == 0 ? 700 : g_random_int_range (5, 90), work_cb, window);
}

static gboolean
work_cb (gpointer user_data)
{
  RoadmapWindow *window = user_data;
  Roadmap *roadmap = roadmap_document_get_roadmap (window->document);

  if (g_random_int_range (0, 15) == 0)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  else
    {
      kill_script_step (&script, roadmap, window->history);
      append_line (roadmap);
    }
  go_on (window);
  return G_SOURCE_REMOVE;
}

static gboolean
begin_cb (gpointer application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  if (!ROADMAP_IS_WINDOW (window) || ROADMAP_WINDOW (window)->document == NULL || !gtk_widget_get_mapped (GTK_WIDGET (window)))
    return G_SOURCE_CONTINUE;
  append_line (roadmap_document_get_roadmap (ROADMAP_WINDOW (window)->document));
  go_on (ROADMAP_WINDOW (window));
  return G_SOURCE_REMOVE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (RoadmapApplication) application = roadmap_application_new ();
  char *arguments[] = { argv[0], argc > 1 ? argv[1] : NULL, NULL };

  if (argc != 4)
    return 2;
  setlocale (LC_ALL, "");
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  trace = open (argv[2], O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (trace < 0)
    return 2;
  script.random = g_rand_new_with_seed (g_ascii_strtoull (argv[3], NULL, 10));
  g_timeout_add (20, begin_cb, application);
  return g_application_run (G_APPLICATION (application), 2, arguments);
}
