/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "first-frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static FirstFrameFunc frame_is_complete;

/* In KiB. */
static long
read_resident (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");
  return line != NULL ? strtol (line + strlen ("VmRSS:"), NULL, 10) : 0;
}

/* The program is ended at once: what it would tidy up is not what the user waits for. */
static void
say_and_end (const char *words)
{
  printf ("%s\n", words);
  fflush (stdout);
  _exit (EXIT_SUCCESS);
}

static gboolean
rested_cb (gpointer user_data)
{
  g_autofree char *words = g_strdup_printf ("%ld", read_resident ());

  say_and_end (words);
  return G_SOURCE_REMOVE;
}

static gboolean
idle_cb (gpointer user_data)
{
  g_timeout_add_full (G_PRIORITY_LOW, 1000, rested_cb, NULL, NULL);
  return G_SOURCE_REMOVE;
}

/* The frame does not come. */
static gboolean
give_up_cb (gpointer user_data)
{
  _exit (EXIT_FAILURE);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                GtkWindow     *window)
{
  if (!frame_is_complete (window))
    return;

  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, window);
  if (g_getenv ("KOTEIHYO_BENCH_MEMORY") != NULL)
    g_idle_add_full (G_PRIORITY_LOW, idle_cb, NULL, NULL);
  else
    say_and_end ("painted");
}

static void
realized_cb (GtkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  g_signal_connect_object (clock, "after-paint", G_CALLBACK (after_paint_cb), window, 0);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window)
{
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
}

void
first_frame_watch (GtkApplication *application,
                   FirstFrameFunc  is_complete)
{
  frame_is_complete = is_complete;
  g_timeout_add_seconds (60, give_up_cb, NULL);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
}
