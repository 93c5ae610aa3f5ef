/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/html-output.h"

#include <string.h>

#include "chart/axis.h"
#include "export/html-markup.h"
#include "export/html-said.h"
#include "model/edition.h"
#include "model/status.h"

static const char facet_letters[] = {
  [ROADMAP_FACET_CATEGORY] = 'c', [ROADMAP_FACET_STATUS] = 's', [ROADMAP_FACET_DOMAIN] = 'd',
  [ROADMAP_FACET_STAGE] = 'g',    [ROADMAP_FACET_YEAR] = 'y',   [ROADMAP_FACET_BASIS] = 'b',
  [ROADMAP_FACET_LATE] = 'o',
};

static GPtrArray *
list_shown (RoadmapHtml *self,
            GPtrArray   *charts)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < charts->len; i++)
    if (roadmap_html_shows (self, g_ptr_array_index (charts, i)))
      g_ptr_array_add (shown, g_ptr_array_index (charts, i));
  g_ptr_array_unref (charts);
  return shown;
}

static GHashTable *
find_keys (Roadmap      *roadmap,
           RoadmapFacet  facet)
{
  GHashTable *keys = g_hash_table_new (NULL, NULL);
  g_auto (GStrv) values = roadmap_facet_list_values (roadmap, facet);

  for (guint i = 0; values[i] != NULL; i++)
    g_hash_table_insert (keys, roadmap_facet_find_key (roadmap, facet, values[i]), GUINT_TO_POINTER (i + 1));
  return keys;
}

static int
find_horizon (Roadmap *roadmap)
{
  g_auto (GStrv) years = roadmap_facet_list_values (roadmap, ROADMAP_FACET_YEAR);
  int horizon = 0;

  for (char **year = years; *year != NULL; year++)
    horizon = MAX (horizon, (int) g_ascii_strtoll (*year, NULL, 10));
  return horizon;
}

static gboolean
has_statuses (Roadmap *roadmap)
{
  RoadmapItem *root = roadmap_get_root (roadmap);

  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next_current (item, root))
    if ((roadmap_item_is (item, "bar") || roadmap_item_is (item, "measure")) &&
        roadmap_get_status (roadmap, item) != NULL)
      return TRUE;
  return FALSE;
}

void
roadmap_html_init (RoadmapHtml                *self,
                   const RoadmapExportOptions *options,
                   GString                    *out)
{
  *self = (RoadmapHtml) { .options = options, .roadmap = options->roadmap, .out = out };
  self->languages = roadmap_list_languages (self->roadmap);
  self->n_readings = g_strv_length (self->languages);
  self->charts = list_shown (self, roadmap_export_list_charts (options));
  self->earlier = options->charts == NULL ? list_shown (self, roadmap_list_earlier_charts (self->roadmap))
                                          : g_ptr_array_new ();
  for (RoadmapFacet facet = 0; facet < ROADMAP_N_FACETS; facet++)
    self->facets[facet] = find_keys (self->roadmap, facet);
  self->horizon = find_horizon (self->roadmap);
  self->has_statuses = has_statuses (self->roadmap);
}

void
roadmap_html_clear (RoadmapHtml *self)
{
  g_strfreev (self->languages);
  g_ptr_array_unref (self->charts);
  g_ptr_array_unref (self->earlier);
  g_clear_pointer (&self->hues, g_array_unref);
  g_clear_pointer (&self->mentions, g_hash_table_unref);
  for (RoadmapFacet facet = 0; facet < ROADMAP_N_FACETS; facet++)
    g_hash_table_unref (self->facets[facet]);
}

gboolean
roadmap_html_shows (RoadmapHtml *self,
                    RoadmapItem *item)
{
  return !roadmap_item_is_past (item) && roadmap_export_shows (self->options, item);
}

guint
roadmap_html_get_chosen (RoadmapHtml *self)
{
  for (guint i = 0; i < self->n_readings; i++)
    if (g_strcmp0 (self->languages[i], self->options->language) == 0)
      return i;
  return 0;
}

const char *
roadmap_html_get_reading (RoadmapHtml *self,
                          guint        reading)
{
  return reading == 0 ? NULL : self->languages[reading];
}

gboolean
roadmap_html_is_ours (RoadmapHtml *self,
                      RoadmapItem *item,
                      guint        reading)
{
  return reading > 0 || roadmap_item_is (item, "remark") ||
         g_strcmp0 (roadmap_item_get_inherited (item, "origin"), "editor") == 0;
}

void
roadmap_html_add (RoadmapHtml *self,
                  const char  *markup)
{
  g_string_append (self->out, markup);
}

void
roadmap_html_add_text (RoadmapHtml *self,
                       const char  *text)
{
  roadmap_html_append_text (self->out, text, strlen (text));
}

void
roadmap_html_addf (RoadmapHtml *self,
                   const char  *format,
                   ...)
{
  va_list arguments;

  va_start (arguments, format);
  for (const char *place; (place = strstr (format, "%s")) != NULL; format = place + strlen ("%s"))
    {
      g_string_append_len (self->out, format, place - format);
      roadmap_html_add_text (self, va_arg (arguments, const char *));
    }
  va_end (arguments);
  g_string_append (self->out, format);
}

void
roadmap_html_add_chip (RoadmapHtml *self,
                       RoadmapItem *status)
{
  g_string_append_printf (self->out, "<span class=\"chip s%u\">", roadmap_item_get_position (status));
  roadmap_html_add_field (self, status, "letter");
  roadmap_html_add (self, "</span>");
}

void
roadmap_html_add_status (RoadmapHtml *self,
                         RoadmapItem *status)
{
  g_string_append_printf (self->out, "<span class=\"chip s%u\" aria-hidden=\"true\">",
                          roadmap_item_get_position (status));
  roadmap_html_add_field (self, status, "letter");
  roadmap_html_add (self, "</span> ");
  roadmap_html_add_title (self, status);
}

void
roadmap_html_add_link (RoadmapHtml *self,
                       RoadmapItem *item)
{
  gboolean shown = roadmap_html_shows (self, item);

  if (shown)
    roadmap_html_addf (self, "<a href=\"#%s\">", roadmap_item_get_id (item));
  roadmap_html_add_label (self, item);
  if (shown)
    roadmap_html_add (self, "</a>");
}

void
roadmap_html_add_web_link (RoadmapHtml *self,
                           const char  *uri)
{
  if (roadmap_html_is_web (uri))
    roadmap_html_addf (self, "<a href=\"%s\" rel=\"noopener noreferrer\">%s</a>", uri, uri);
  else
    roadmap_html_add_text (self, uri);
}

char
roadmap_html_get_facet_letter (RoadmapFacet facet)
{
  g_return_val_if_fail (facet < G_N_ELEMENTS (facet_letters), '\0');

  return facet_letters[facet];
}

void
roadmap_html_add_facets (RoadmapHtml *self,
                         RoadmapItem *item)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  const char *space = "";

  roadmap_html_add (self, " data-f=\"");
  for (RoadmapFacet facet = 0; facet < ROADMAP_N_FACETS; facet++)
    {
      g_ptr_array_set_size (keys, 0);
      roadmap_facet_append_keys (self->roadmap, facet, item, self->options->today, self->horizon, keys);
      for (guint i = 0; i < keys->len; i++)
        {
          guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->facets[facet], g_ptr_array_index (keys, i)));

          /* What serves several roadblocks has a value of theirs several times. */
          for (guint k = 0; k < i && place > 0; k++)
            if (g_ptr_array_index (keys, k) == g_ptr_array_index (keys, i))
              place = 0;
          if (place == 0)
            continue;
          g_string_append_printf (self->out, "%s%c%u", space, facet_letters[facet], place);
          space = " ";
        }
    }
  roadmap_html_add (self, "\"");
}
