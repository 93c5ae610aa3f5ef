/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/view-filter.h"

struct _RoadmapViewFilter
{
  Roadmap          *roadmap;
  GDate            *today;
  RoadmapFilter    *filter;
  RoadmapFilterSet *shown; /* NULL without a filter or roadmap */
};

static void
find_shown (RoadmapViewFilter *self)
{
  g_clear_pointer (&self->shown, roadmap_filter_set_free);
  if (self->roadmap != NULL && self->filter != NULL)
    self->shown = roadmap_filter_set_new (self->roadmap, self->filter, self->today);
}

RoadmapViewFilter *
roadmap_view_filter_new (void)
{
  return g_new0 (RoadmapViewFilter, 1);
}

void
roadmap_view_filter_free (RoadmapViewFilter *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->shown, roadmap_filter_set_free);
  g_clear_pointer (&self->filter, roadmap_filter_unref);
  g_clear_pointer (&self->today, g_date_free);
  g_clear_object (&self->roadmap);
  g_free (self);
}

RoadmapFilter *
roadmap_view_filter_get (RoadmapViewFilter *self)
{
  return self->filter;
}

RoadmapFilterSet *
roadmap_view_filter_get_shown (RoadmapViewFilter *self)
{
  return self->shown;
}

gboolean
roadmap_view_filter_set (RoadmapViewFilter *self,
                         RoadmapFilter     *filter)
{
  g_autoptr (RoadmapFilter) old = g_steal_pointer (&self->filter);

  self->filter = self->roadmap != NULL ? roadmap_filter_restrict (filter, self->roadmap) : roadmap_filter_ref (filter);
  if (roadmap_filter_equal (old, self->filter))
    return FALSE;
  find_shown (self);
  return TRUE;
}

gboolean
roadmap_view_filter_set_roadmap (RoadmapViewFilter *self,
                                 Roadmap           *roadmap)
{
  g_autoptr (RoadmapFilter) filter = roadmap_filter_ref (self->filter);

  g_clear_pointer (&self->shown, roadmap_filter_set_free);
  g_set_object (&self->roadmap, roadmap);
  find_shown (self);
  return roadmap_view_filter_set (self, filter);
}

gboolean
roadmap_view_filter_set_today (RoadmapViewFilter *self,
                               const GDate       *today)
{
  g_clear_pointer (&self->today, g_date_free);
  self->today = today != NULL ? g_date_copy (today) : NULL;
  find_shown (self);
  return roadmap_filter_get_values (self->filter, ROADMAP_FACET_LATE) != NULL;
}

RoadmapFilter *
roadmap_view_filter_read (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);
  g_autoptr (GString) known = g_string_new (NULL);
  RoadmapFilter *filter = NULL;

  for (char **word = words; *word != NULL; word++)
    {
      g_autoptr (RoadmapFilter) part = NULL;

      if (roadmap_filter_parse (*word, &part, NULL))
        g_string_append_printf (known, "%s ", *word);
    }
  roadmap_filter_parse (known->str, &filter, NULL);
  return filter;
}
