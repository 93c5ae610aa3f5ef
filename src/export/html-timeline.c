/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/axis.h"
#include "export/html-parts.h"
#include "model/era.h"
#include "model/status.h"

/* Bars stand in a grid of months, which the browser fills line by line; on a narrow screen it puts each into a line
 * of its own instead.  So what is decided here is only whether a bar is wide enough for its words, or has them beside
 * it. */

/* How many letters as wide as high fit on a line of the whole axis, at the width that most screens give it. */
#define LETTERS 62
/* A bar whose words need more lines than this, or are wider than half of them, has them beside it. */
#define MAX_LINES 5
#define MAX_BESIDE 16

typedef struct
{
  RoadmapHtml *html;
  RoadmapAxis  axis;
  int          n_months;
} Timeline;

typedef struct
{
  int start, end;            /* of the box: months from 1, up to before end */
  int room_start, room_end;  /* with words beside it */
  gboolean beside, before;
} Place;

static int
count_letters (const char *text)
{
  int n = 0; /* half ones */

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n += g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
  return (n + 1) / 2;
}

static Place
find_place (const Timeline    *self,
            RoadmapItem       *item,
            const RoadmapSpan *span)
{
  g_autofree char *title = roadmap_item_dup_title (item, self->html->languages[roadmap_html_get_chosen (self->html)]);
  int letters = count_letters (title);
  gboolean milestone = roadmap_item_is (item, "milestone");
  int room, capacity;
  Place place = { 0 };

  place.start = CLAMP (roadmap_span_get_first (span) - self->axis.first, 0, self->n_months - 1) + 1;
  place.end = CLAMP (roadmap_span_get_after (span) - self->axis.first, place.start, self->n_months) + 1;
  capacity = (place.end - place.start) * LETTERS / self->n_months;
  place.beside = milestone || (capacity < letters && (capacity < 4 || letters / capacity > MAX_LINES));
  place.room_start = place.start;
  place.room_end = place.end;
  if (!place.beside)
    return place;

  room = (MIN (letters, MAX_BESIDE) + 1) * self->n_months / LETTERS + 2;
  if (place.end + room <= self->n_months + 1 || place.start <= room)
    place.room_end = MIN (place.end + room, self->n_months + 1);
  else
    {
      place.before = TRUE;
      place.room_start = place.start - room;
    }
  return place;
}

static const char *
get_pattern (RoadmapItem *status)
{
  const char *pattern = status != NULL ? roadmap_item_get (status, "pattern") : NULL;

  if (g_strcmp0 (pattern, "hatched") == 0)
    return " hatched";
  return g_strcmp0 (pattern, "struck") == 0 ? " struck" : "";
}

static void
add_classes (const Timeline    *self,
             RoadmapItem       *item,
             RoadmapItem       *status,
             const RoadmapSpan *span,
             const Place       *place)
{
  RoadmapHtml *html = self->html;

  roadmap_html_add (html, roadmap_item_is (item, "milestone") ? "milestone" : "bar");
  if (span->basis == ROADMAP_BASIS_INFERRED)
    roadmap_html_add (html, " inferred");
  if (span->open)
    roadmap_html_add (html, " open");
  if (roadmap_span_get_first (span) < self->axis.first)
    roadmap_html_add (html, " earlier");
  if (place->beside)
    roadmap_html_add (html, place->before ? " beside before" : " beside");
  roadmap_html_add (html, get_pattern (status));
}

/* What the drawing says, in words. */
static void
add_spoken (RoadmapHtml       *html,
            RoadmapItem       *status,
            const RoadmapSpan *span)
{
  roadmap_html_add (html, "<span class=\"vh\">, ");
  roadmap_html_add_short_span (html, span);
  if (span->basis == ROADMAP_BASIS_INFERRED)
    {
      roadmap_html_add (html, ", ");
      roadmap_html_add_word (html, "Inferred");
    }
  if (status != NULL)
    {
      roadmap_html_add (html, ", ");
      roadmap_html_add_title (html, status);
    }
  roadmap_html_add (html, "</span>");
}

static void
add_bar (const Timeline *self,
         RoadmapItem    *item)
{
  RoadmapHtml *html = self->html;
  RoadmapItem *status = roadmap_item_is (item, "bar") ? roadmap_get_status (html->roadmap, item) : NULL;
  const char *id = roadmap_item_get_id (item);
  RoadmapSpan span;
  Place place;

  if (!roadmap_html_shows (html, item) || !roadmap_get_span (html->roadmap, item, &span))
    return;
  place = find_place (self, item, &span);
  roadmap_html_addf (html, "<li id=\"t:%s\" data-i=\"%s\" class=\"", id, id);
  add_classes (self, item, status, &span, &place);
  g_string_append_printf (html->out, "\" style=\"--s:%d;--e:%d", place.start, place.end);
  if (place.beside)
    g_string_append_printf (html->out, ";--rs:%d;--re:%d", place.room_start, place.room_end);
  roadmap_html_addf (html, "\"><a href=\"#%s\">", id);
  if (status != NULL)
    roadmap_html_add_chip (html, status);
  roadmap_html_add (html, "<span class=\"t\">");
  roadmap_html_add_title (html, item);
  roadmap_html_add (html, "</span>");
  add_spoken (html, status, &span);
  roadmap_html_add (html, "</a></li>\n");
}

/* The bars and milestones that stand in @container itself. */
static gboolean
add_bars (const Timeline *self,
          RoadmapItem    *container)
{
  gboolean opened = FALSE;

  for (guint i = 0; i < roadmap_item_get_n_children (container); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (container, i);

      if (!roadmap_item_is (item, "bar") && !roadmap_item_is (item, "milestone"))
        continue;
      if (!opened)
        roadmap_html_add (self->html, "<ol class=\"bars\">\n");
      opened = TRUE;
      add_bar (self, item);
    }
  if (opened)
    roadmap_html_add (self->html, "</ol>\n");
  return opened;
}

static gboolean
has_lanes (RoadmapItem *lane)
{
  for (guint i = 0; i < roadmap_item_get_n_children (lane); i++)
    if (roadmap_item_is (roadmap_item_get_child (lane, i), "lane"))
      return TRUE;
  return FALSE;
}

static void
add_lane (const Timeline *self,
          RoadmapItem    *lane,
          guint           level)
{
  RoadmapHtml *html = self->html;
  const char *id = roadmap_item_get_id (lane);

  if (!roadmap_html_shows (html, lane))
    return;
  g_string_append_printf (html->out, "<div class=\"lane%s h%u\"", has_lanes (lane) ? " around" : "",
                          roadmap_html_get_hue (html, lane));
  roadmap_html_addf (html, " data-i=\"%s\">", id);
  g_string_append_printf (html->out, "<h%u", level);
  roadmap_html_addf (html, " class=\"name\"><a href=\"#%s\">", id);
  roadmap_html_add_label (html, lane);
  g_string_append_printf (html->out, "</a></h%u>\n", level);
  if (!add_bars (self, lane))
    roadmap_html_add (html, "<div class=\"bars\"></div>\n");
  for (guint i = 0; i < roadmap_item_get_n_children (lane); i++)
    if (roadmap_item_is (roadmap_item_get_child (lane, i), "lane"))
      add_lane (self, roadmap_item_get_child (lane, i), MIN (level + 1, 6));
  roadmap_html_add (html, "</div>\n");
}

typedef struct
{
  const Timeline    *timeline;
  const RoadmapTick *tick;
  gboolean           open;
} Year;

static char *
say_year (RoadmapHtml    *self,
          guint           reading,
          const char    **spoken,
          gconstpointer   data)
{
  const Year *year = data;
  const RoadmapAxis *axis = &year->timeline->axis;
  gboolean japanese = g_str_has_prefix (self->languages[reading], "ja");
  g_autofree char *words = roadmap_year_describe (axis->calendar,
                                                  roadmap_point_get_year (&year->tick->point, axis->fiscal_start),
                                                  ROADMAP_YEAR_LONG, self->languages[reading]);

  *spoken = roadmap_html_get_own_language (self, reading);
  return g_strconcat (words, !year->open ? "" : japanese ? "以降" : " onwards", NULL);
}

static void
add_years (const Timeline *self)
{
  RoadmapHtml *html = self->html;
  g_autoptr (GArray) ticks = roadmap_axis_list_ticks (&self->axis, ROADMAP_UNIT_YEAR);

  roadmap_html_add (html, "<ol class=\"years\">");
  for (guint i = 0; i < ticks->len; i++)
    {
      const RoadmapTick *tick = &g_array_index (ticks, RoadmapTick, i);
      Year year = { self, tick, self->axis.open && i + 1 == ticks->len };

      g_string_append_printf (html->out, "<li style=\"grid-column:span %d\">", (int) tick->width);
      roadmap_html_add_said (html, say_year, &year);
      roadmap_html_add (html, "</li>");
    }
  roadmap_html_add (html, "</ol>\n");
}

static gboolean
shows_today (const Timeline *self)
{
  const GDate *today = self->html->options->today;

  return today != NULL && roadmap_axis_shows_date (&self->axis, today);
}

static void
open_timeline (const Timeline *self,
               guint           n_years)
{
  RoadmapHtml *html = self->html;
  char place[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (html->out, "<div class=\"tl%s\" style=\"--n:%d;--y:%u", shows_today (self) ? " dated" : "",
                          self->n_months, n_years);
  if (shows_today (self))
    g_string_append_printf (
      html->out, ";--t:%s",
      g_ascii_formatd (place, sizeof place, "%.4f",
                       roadmap_axis_date_to_x (&self->axis, html->options->today) / self->n_months));
  roadmap_html_add (html, "\">\n");
}

static void
add_today (const Timeline *self)
{
  if (!shows_today (self))
    return;
  roadmap_html_add (self->html, "<div class=\"today\"><span>");
  roadmap_html_add_word (self->html, "Today");
  roadmap_html_add (self->html, "</span></div>\n");
}

void
roadmap_html_add_timeline (RoadmapHtml *html,
                           RoadmapItem *chart)
{
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();
  Timeline self = { html };
  g_autoptr (GArray) ticks = NULL;

  g_ptr_array_add (charts, chart);
  self.axis = roadmap_axis_for_charts (html->roadmap, charts, 0);
  self.n_months = self.axis.after - self.axis.first;
  ticks = roadmap_axis_list_ticks (&self.axis, ROADMAP_UNIT_YEAR);

  open_timeline (&self, ticks->len);
  add_years (&self);
  add_today (&self);
  for (guint i = 0; i < roadmap_item_get_n_children (chart); i++)
    {
      RoadmapItem *lane = roadmap_item_get_child (chart, i);

      if (roadmap_item_is (lane, "stage") || roadmap_item_is (lane, "lane"))
        add_lane (&self, lane, 4);
    }
  roadmap_html_add (html, "<div class=\"lane loose h0\">");
  add_bars (&self, chart);
  roadmap_html_add (html, "</div>\n</div>\n");
}
