/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/recovery-words.h"

#include <glib/gi18n-lib.h>

/* Of so many of the last steps the names are listed. */
#define N_NAMED 5

/* What was done several times in a row stands there once. */
typedef struct
{
  const char *name;
  guint       n;
} Steps;

static GArray *
join_steps (GStrv names)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (Steps));

  for (char **name = names; *name != NULL; name++)
    {
      Steps *last = joined->len > 0 ? &g_array_index (joined, Steps, joined->len - 1) : NULL;

      if (last != NULL && g_str_equal (last->name, *name))
        last->n++;
      else
        g_array_append_val (joined, ((Steps) { *name, 1 }));
    }
  return joined;
}

static void
append_steps (GString *text,
              GStrv    names)
{
  g_autoptr (GArray) steps = join_steps (names);
  guint first = steps->len > N_NAMED ? steps->len - N_NAMED : 0;

  if (first > 0)
    g_string_append (text, "\n…");
  for (guint i = first; i < steps->len; i++)
    {
      const Steps *step = &g_array_index (steps, Steps, i);

      g_string_append_printf (text, "\n%s", *step->name != '\0' ? step->name : _("A change"));
      if (step->n > 1)
        g_string_append_printf (text, " × %u", step->n);
    }
}

char *
roadmap_recovery_describe (RoadmapOrphan *orphan,
                           GBytes        *content)
{
  g_auto (GStrv) steps = roadmap_orphan_list_steps (orphan, content);
  g_autoptr (GDateTime) time = roadmap_orphan_dup_time (orphan);
  /* Translators: when work was done; see g_date_time_format() */
  g_autofree char *when = g_date_time_format (time, _("%-e %B %Y, %H:%M"));
  GFile *file = roadmap_orphan_get_file (orphan);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  RoadmapOrphanFit fit = roadmap_orphan_get_fit (orphan, content);
  guint n = g_strv_length (steps);
  GString *text = g_string_new (NULL);

  if (fit == ROADMAP_ORPHAN_LOST)
    g_string_append_printf (text, _("The program ended before your work was saved. The last of it was done on %s."), when);
  else if (name != NULL)
    /* Translators: the name of a file and a time */
    g_string_append_printf (text, _("The program ended before your work on “%s” was saved. The last of it was done on %s."),
                            name, when);
  else
    g_string_append_printf (text, _("The program ended before a new roadmap was saved. The last work on it was done on %s."),
                            when);

  if (fit == ROADMAP_ORPHAN_CHANGED)
    g_string_append_printf (text, "\n\n%s", _("The file has been saved by somebody else since then. Restoring brings both together."));
  if (file != NULL && content == NULL)
    g_string_append_printf (text, "\n\n%s", _("The file cannot be read any more. Restoring makes a new roadmap of it."));
  if (roadmap_orphan_get_problem (orphan) != NULL)
    {
      g_string_append (text, "\n\n");
      g_string_append_printf (text, _("Not everything can be restored: %s."), roadmap_orphan_get_problem (orphan));
    }
  if (n > 0)
    {
      g_string_append (text, "\n\n");
      g_string_append_printf (text, ngettext ("%u step can be restored:", "%u steps can be restored:", n), n);
      append_steps (text, steps);
    }
  return g_string_free (text, FALSE);
}
