/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "chart/axis.h"
#include "model/mark.h"

/* (transfer container): the chart that is shown, or all that are in force. */
static GPtrArray *
list_counted (RoadmapWindow *self)
{
  RoadmapItem *chart = roadmap_view_state_get_chart (self->state);
  GPtrArray *charts;

  if (chart == NULL)
    return roadmap_list_charts (roadmap_view_state_get_roadmap (self->state));
  charts = g_ptr_array_new ();
  g_ptr_array_add (charts, chart);
  return charts;
}

/* A roadmap can be long: it is gone through when something else is shown, and edits are followed. */
static RoadmapTally
take_tally (RoadmapWindow *self)
{
  gboolean filtered = roadmap_view_state_get_filter (self->state) != NULL;
  g_autoptr (GPtrArray) charts = NULL;
  RoadmapTally tally = { 0 };

  if (self->has_tally && !filtered && self->tally_chart == roadmap_view_state_get_chart (self->state))
    return self->tally;

  charts = list_counted (self);
  for (guint i = 0; i < charts->len; i++)
    roadmap_tally_add (&tally, g_ptr_array_index (charts, i), filtered ? roadmap_view_state_show_func : NULL, self->state);
  self->tally = tally;
  self->tally_chart = roadmap_view_state_get_chart (self->state);
  self->has_tally = !filtered;
  return tally;
}

static void
edited_cb (Roadmap           *roadmap,
           const RoadmapEdit *edit,
           RoadmapWindow     *self)
{
  g_autoptr (GPtrArray) charts = NULL;

  if (roadmap != roadmap_view_state_get_roadmap (self->state) || !self->has_tally)
    return;
  /* A chart that comes, goes or plays another role makes others count. */
  if (roadmap_item_is (edit->item, "chart") || self->tally_chart != roadmap_view_state_get_chart (self->state))
    {
      self->has_tally = FALSE;
      return;
    }
  charts = list_counted (self);
  roadmap_tally_update (&self->tally, charts, edit);
}

void
roadmap_window_count (RoadmapWindow *self,
                      Roadmap       *roadmap)
{
  self->has_tally = FALSE;
  g_signal_handlers_disconnect_by_func (roadmap, edited_cb, self);
  g_signal_connect_object (roadmap, "changed", G_CALLBACK (edited_cb), self, 0);
}

/* "22 roadblocks · 17 measures · 28 bars", without the kinds of which there are none. */
static void
append_counts (const RoadmapTally *tally,
               GString            *text)
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
append_saved (RoadmapWindow *self,
              GString       *text)
{
  if (roadmap_window_is_saving (self))
    g_string_append (text, _("Saving…"));
  else if (roadmap_history_get_modified (self->history))
    g_string_append (text, _("Not saved"));
  else if (self->saved_at != NULL)
    {
      g_autofree char *time = g_date_time_format (self->saved_at, "%H:%M");

      /* Translators: %s is a time such as 14:02 */
      g_string_append_printf (text, _("Saved %s"), time);
    }
}

static void
update_counts (RoadmapWindow      *self,
               const RoadmapTally *tally)
{
  g_autoptr (GString) counts = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  /* First, since the end may be cut off. */
  append_saved (self, text);
  append_counts (tally, counts);
  append_edition (self, counts);
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", counts->str);
  gtk_label_set_text (self->status_label, text->str);
}

/* The legend tells what can be seen: nothing about inferred spans where there are none. */
static void
update_legend (RoadmapWindow      *self,
               const RoadmapTally *tally)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (tally->n_inferred > 0)
    g_string_append (text, _("Dashed: span inferred"));
  if (tally->n_open > 0)
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
  RoadmapTally tally;

  if (self->document == NULL || roadmap_view_state_get_roadmap (self->state) == NULL)
    return;
  tally = take_tally (self);
  update_title (self);
  update_counts (self, &tally);
  update_legend (self, &tally);
}
