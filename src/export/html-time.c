/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/html-markup.h"
#include "export/html-said.h"
#include "model/era.h"

/* Time in the page, as each reading names it. */

static gboolean
is_japanese (RoadmapHtml *self,
             guint        reading)
{
  return g_str_has_prefix (self->languages[reading], "ja");
}

static char *
say_date (RoadmapHtml    *self,
          guint           reading,
          const char    **spoken,
          gconstpointer   data)
{
  const GDate *date = data;
  g_autofree char *words = roadmap_date_describe (date, self->languages[reading]);

  *spoken = roadmap_html_get_own_language (self, reading);
  return is_japanese (self, reading) ? g_strdup_printf ("%s（%d年）", words, g_date_get_year (date))
                                     : g_steal_pointer (&words);
}

void
roadmap_html_add_date (RoadmapHtml *self,
                       const char  *date)
{
  GDate parsed;

  if (date == NULL || !roadmap_date_parse (date, &parsed))
    return;
  roadmap_html_addf (self, "<time datetime=\"%s\">", date);
  roadmap_html_add_said (self, say_date, &parsed);
  roadmap_html_add (self, "</time>");
}

/* A month by the Western calendar. */
static char *
describe_month (RoadmapHtml  *self,
                guint         reading,
                RoadmapMonth  month)
{
  RoadmapPoint point = roadmap_point_at (ROADMAP_CALENDAR_CIVIL, ROADMAP_UNIT_MONTH, month, 1);

  if (!is_japanese (self, reading))
    return roadmap_point_describe (&point, 1, "en");
  return g_strdup_printf ("%d年%d月", month / 12, month % 12 + 1);
}

static char *
say_span (RoadmapHtml    *self,
          guint           reading,
          const char    **spoken,
          gconstpointer   data)
{
  const RoadmapSpan *span = data;
  gboolean japanese = is_japanese (self, reading);
  g_autofree char *words =
    roadmap_span_describe (span, roadmap_get_fiscal_start (self->roadmap), self->languages[reading]);
  g_autofree char *first = describe_month (self, reading, roadmap_span_get_first (span));
  g_autofree char *last = describe_month (self, reading, roadmap_span_get_after (span) - 1);
  g_autofree char *months = NULL;

  *spoken = roadmap_html_get_own_language (self, reading);
  if (span->open)
    months = g_strdup_printf (japanese ? "%s～" : "from %s", first);
  else if (g_str_equal (first, last))
    months = g_steal_pointer (&first);
  else
    months = g_strdup_printf (japanese ? "%s～%s" : "%s – %s", first, last);
  if (g_str_equal (words, months))
    return g_steal_pointer (&words);
  return g_strdup_printf (japanese ? "%s<span class=\"west\">（%s）</span>" : "%s <span class=\"west\">(%s)</span>",
                          words, months);
}

void
roadmap_html_add_span (RoadmapHtml       *self,
                       const RoadmapSpan *span)
{
  roadmap_html_add_said (self, say_span, span);
}

static char *
say_short_span (RoadmapHtml    *self,
                guint           reading,
                const char    **spoken,
                gconstpointer   data)
{
  *spoken = roadmap_html_get_own_language (self, reading);
  return roadmap_span_abbreviate (data, roadmap_get_fiscal_start (self->roadmap), self->languages[reading]);
}

void
roadmap_html_add_short_span (RoadmapHtml       *self,
                             const RoadmapSpan *span)
{
  roadmap_html_add_said (self, say_short_span, span);
}
