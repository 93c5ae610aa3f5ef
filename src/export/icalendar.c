/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/icalendar.h"

#include "chart/words.h"
#include "export/item-words.h"
#include "model/edition.h"
#include "model/status.h"

/* RFC 5545, 3.1: without the line break. */
#define MAX_LINE_BYTES 75

typedef struct
{
  const RoadmapExportOptions *options;
  const char                 *language;
  char                       *stamp;
  GString                    *text;
} Writer;

/* Lines */

/* "NAME:value", on as many lines as it needs, none of which ends within a character. */
static void
append_line (Writer     *writer,
             const char *name,
             const char *value)
{
  g_autofree char *line = g_strconcat (name, ":", value, NULL);
  gsize n_bytes = 0;

  for (const char *c = line; *c != '\0'; c = g_utf8_next_char (c))
    {
      gsize length = g_utf8_next_char (c) - c;

      if (n_bytes + length > MAX_LINE_BYTES)
        {
          g_string_append (writer->text, "\r\n ");
          n_bytes = 1;
        }
      g_string_append_len (writer->text, c, length);
      n_bytes += length;
    }
  g_string_append (writer->text, "\r\n");
}

/* RFC 5545, 3.3.11. */
static void
append_escaped (GString    *text,
                const char *value)
{
  for (const char *c = value; *c != '\0'; c++)
    if (*c == '\n')
      g_string_append (text, "\\n");
    else
      {
        if (*c == '\\' || *c == ';' || *c == ',')
          g_string_append_c (text, '\\');
        g_string_append_c (text, *c);
      }
}

static void
append_text (Writer     *writer,
             const char *name,
             const char *value)
{
  g_autofree char *head = g_strconcat (name, ";LANGUAGE=", writer->language, NULL);
  g_autoptr (GString) escaped = g_string_new (NULL);

  append_escaped (escaped, value);
  append_line (writer, head, escaped->str);
}

static void
append_date (Writer      *writer,
             const char  *name,
             const GDate *date)
{
  g_autofree char *head = g_strconcat (name, ";VALUE=DATE", NULL);
  g_autofree char *value = g_strdup_printf ("%04u%02u%02u", (guint) g_date_get_year (date),
                                            (guint) g_date_get_month (date), (guint) g_date_get_day (date));

  append_line (writer, head, value);
}

/* Events */

/* The lane, then the categories. */
static void
append_categories (Writer      *writer,
                   RoadmapItem *item)
{
  g_autoptr (GPtrArray) categories = roadmap_export_list_categories (writer->options, item);
  g_autofree char *lane = roadmap_item_dup_label (roadmap_item_get_parent (item), writer->language);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *head = g_strconcat ("CATEGORIES;LANGUAGE=", writer->language, NULL);

  append_escaped (list, lane);
  for (guint i = 0; i < categories->len; i++)
    {
      g_autofree char *title = roadmap_item_dup_title (g_ptr_array_index (categories, i), writer->language);

      g_string_append_c (list, ',');
      append_escaped (list, title);
    }
  append_line (writer, head, list->str);
}

static void
append_event (Writer            *writer,
              RoadmapItem       *item,
              const RoadmapSpan *span)
{
  const char *root_id = roadmap_item_get_id (roadmap_get_root (writer->options->roadmap));
  RoadmapItem *followup = roadmap_get_last_followup (item);
  const char *evidence = followup != NULL ? roadmap_item_get (followup, "evidence") : NULL;
  g_autofree char *uid = g_strdup_printf ("%s.%s@koteihyo.org", roadmap_item_get_id (item), root_id);
  g_autofree char *title = roadmap_item_dup_title (item, writer->language);
  g_autofree char *summary = roadmap_item_is (item, "bar")
                               ? roadmap_word_with (ROADMAP_WORD_BAR_ENDS, writer->language, title)
                               : g_strdup (title);
  g_autofree char *note = roadmap_export_dup_note (writer->options, item);
  GDate after, day;

  roadmap_month_get_first_day (roadmap_span_get_after (span), &after);
  day = after;
  g_date_subtract_days (&day, 1);

  append_line (writer, "BEGIN", "VEVENT");
  append_line (writer, "UID", uid);
  append_line (writer, "DTSTAMP", writer->stamp);
  append_date (writer, "DTSTART", &day);
  append_date (writer, "DTEND", &after);
  append_text (writer, "SUMMARY", summary);
  append_text (writer, "DESCRIPTION", note);
  append_categories (writer, item);
  if (evidence != NULL)
    append_line (writer, "URL", evidence);
  append_line (writer, "TRANSP", "TRANSPARENT");
  append_line (writer, "END", "VEVENT");
}

static void
append_chart (Writer      *writer,
              RoadmapItem *chart)
{
  for (RoadmapItem *item = chart; item != NULL; item = roadmap_item_next_current (item, chart))
    {
      RoadmapSpan span;

      if ((roadmap_item_is (item, "bar") || roadmap_item_is (item, "milestone")) &&
          roadmap_export_shows (writer->options, item) && roadmap_get_span (writer->options->roadmap, item, &span) &&
          !span.open)
        append_event (writer, item, &span);
    }
}

gboolean
roadmap_icalendar_write (const RoadmapExportOptions  *options,
                         GOutputStream               *stream,
                         GCancellable                *cancellable,
                         GError                     **error)
{
  g_autoptr (GPtrArray) charts = roadmap_export_list_charts (options);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (options->created);
  g_autofree char *stamp = g_date_time_format (utc, "%Y%m%dT%H%M%SZ");
  g_autoptr (GString) text = g_string_new (NULL);
  Writer writer = { options, roadmap_export_get_language (options), stamp, text };
  g_autofree char *title = roadmap_item_dup_title (roadmap_get_root (options->roadmap), writer.language);
  g_autoptr (GString) escaped_title = g_string_new (NULL);

  append_line (&writer, "BEGIN", "VCALENDAR");
  append_line (&writer, "VERSION", "2.0");
  append_line (&writer, "PRODID", "-//koteihyo.org//" PACKAGE_NAME " " PACKAGE_VERSION "//EN");
  append_line (&writer, "CALSCALE", "GREGORIAN");
  /* RFC 7986, and what programs knew before it. */
  append_text (&writer, "NAME", title);
  append_escaped (escaped_title, title);
  append_line (&writer, "X-WR-CALNAME", escaped_title->str);
  for (guint i = 0; i < charts->len; i++)
    append_chart (&writer, g_ptr_array_index (charts, i));
  append_line (&writer, "END", "VCALENDAR");
  return roadmap_export_write_text (text, stream, cancellable, error);
}
