/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "chart/axis.h"
#include "model/mark.h"

/* What the chart, or all that are in force, show. */
typedef struct
{
  guint    n_roadblocks, n_measures, n_bars;
  gboolean inferred, open; /* there are bars with such spans */
} Tally;

static void
tally_bar (RoadmapItem *bar,
           Tally       *tally)
{
  tally->n_bars++;
  if (!tally->inferred)
    tally->inferred = g_strcmp0 (roadmap_item_get (bar, "basis"), "inferred") == 0;
  if (!tally->open)
    tally->open = roadmap_item_get_boolean (bar, "open");
}

static void
tally_chart (RoadmapWindow *self,
             RoadmapItem   *chart,
             Tally         *tally)
{
  const RoadmapKind *roadblock = roadmap_schema_find_kind ("roadblock");
  const RoadmapKind *measure = roadmap_schema_find_kind ("measure");
  const RoadmapKind *bar = roadmap_schema_find_kind ("bar");

  for (RoadmapItem *item = chart; item != NULL; item = roadmap_item_next (item, chart))
    {
      const RoadmapKind *kind = roadmap_item_get_kind (item);

      if ((kind != roadblock && kind != measure && kind != bar) || !roadmap_view_state_shows (self->state, item))
        continue;
      tally->n_roadblocks += kind == roadblock;
      tally->n_measures += kind == measure;
      if (kind == bar)
        tally_bar (item, tally);
    }
}

/* A roadmap can be long: it is gone through once. */
static Tally
take_tally (RoadmapWindow *self)
{
  RoadmapItem *chart = roadmap_view_state_get_chart (self->state);
  g_autoptr (GPtrArray) charts = roadmap_list_charts (roadmap_view_state_get_roadmap (self->state));
  Tally tally = { 0 };

  if (chart != NULL)
    {
      tally_chart (self, chart, &tally);
      return tally;
    }
  for (guint i = 0; i < charts->len; i++)
    tally_chart (self, g_ptr_array_index (charts, i), &tally);
  return tally;
}

/* "22 roadblocks · 17 measures · 28 bars", without the kinds of which there are none. */
static void
append_counts (const Tally *tally,
               GString     *text)
{
  if (tally->n_roadblocks > 0)
    g_string_append_printf (text, ngettext ("%u roadblock", "%u roadblocks", tally->n_roadblocks), tally->n_roadblocks);
  if (tally->n_measures > 0)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, ngettext ("%u measure", "%u measures", tally->n_measures), tally->n_measures);
    }
  g_string_append (text, text->len > 0 ? " · " : "");
  g_string_append_printf (text, ngettext ("%u bar", "%u bars", tally->n_bars), tally->n_bars);
}

/* The last one there is, of the roadmap that is shown. */
static void
append_edition (RoadmapWindow *self,
                GString       *text)
{
  g_autoptr (GPtrArray) editions = roadmap_list_editions (roadmap_view_state_get_roadmap (self->state));
  RoadmapItem *edition = editions->len > 0 ? g_ptr_array_index (editions, editions->len - 1) : NULL;
  g_autofree char *day = NULL;

  if (edition == NULL)
    return;
  day = roadmap_edition_dup_day (edition, roadmap_view_state_get_words (self->state));
  g_string_append (text, " · ");
  /* Translators: %s is a date; the edition of the roadmap that is shown */
  g_string_append_printf (text, roadmap_item_get_boolean (edition, "draft") ? _("Amendment of %s") : _("Edition of %s"), day);
}

static void
update_counts (RoadmapWindow *self,
               const Tally   *tally)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_counts (tally, text);
  append_edition (self, text);
  if (roadmap_window_is_saving (self))
    {
      /* Not at the end, where it may be cut off: it is not there for long. */
      g_string_prepend (text, " · ");
      g_string_prepend (text, _("Saving…"));
    }
  else if (roadmap_history_get_modified (self->history))
    g_string_append_printf (text, " · %s", _("Not saved"));
  else if (self->saved_at != NULL)
    {
      g_autofree char *time = g_date_time_format (self->saved_at, "%H:%M");

      g_string_append (text, " · ");
      /* Translators: %s is a time such as 14:02 */
      g_string_append_printf (text, _("Saved %s"), time);
    }
  gtk_label_set_text (self->status_label, text->str);
}

/* The legend tells what can be seen: nothing about inferred spans where there are none. */
static void
update_legend (RoadmapWindow *self,
               const Tally   *tally)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (tally->inferred)
    g_string_append (text, _("Dashed: span inferred"));
  if (tally->open)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "   " : "", _("▷ runs on"));
  gtk_label_set_text (self->legend_label, text->str);
}

static void
update_title (RoadmapWindow *self)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (self->state);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *subtitle = NULL;

  title = roadmap_item_dup_title (roadmap_get_root (roadmap), roadmap_view_state_get_words (self->state));
  name = roadmap_window_dup_name (self);
  subtitle = g_strdup_printf ("%s%s", roadmap_history_get_modified (self->history) ? "• " : "", name);
  adw_view_switcher_title_set_title (self->title, title);
  adw_view_switcher_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

void
roadmap_window_update_status (RoadmapWindow *self)
{
  Tally tally;

  if (self->document == NULL || roadmap_view_state_get_roadmap (self->state) == NULL)
    return;
  tally = take_tally (self);
  update_title (self);
  update_counts (self, &tally);
  update_legend (self, &tally);
}
