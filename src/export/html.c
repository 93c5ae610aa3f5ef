/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/html.h"

#include <string.h>

#include "export/html-markup.h"
#include "export/html-parts.h"
#include "export/html-resources.h"
#include "export/html-words.h"

#define RESOURCES "/org/koteihyo/Koteihyo/export/"

/* (transfer full): a file that is built into the program. */
static GBytes *
load (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  GBytes *bytes = g_resource_lookup_data (koteihyo_export_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return bytes;
}

static void
add_bytes (RoadmapHtml *self,
           GBytes      *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_string_append_len (self->out, data, size);
}

/* As a Content-Security-Policy names a script (CSP 3, 2.3.1). */
static char *
dup_hash (GBytes *script)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  gsize size;
  const guint8 *data = g_bytes_get_data (script, &size);

  g_checksum_update (checksum, data, size);
  g_checksum_get_digest (checksum, digest, &length);
  return g_base64_encode (digest, length);
}

static void
add_head (RoadmapHtml *self,
          GBytes      *script)
{
  const char *language = self->languages[roadmap_html_get_chosen (self)];
  g_autofree char *title = roadmap_item_dup_title (roadmap_get_root (self->roadmap), language);
  g_autofree char *hash = dup_hash (script);
  g_autoptr (GBytes) style = load ("page.css");

  roadmap_html_addf (self, "<!DOCTYPE html>\n<html lang=\"%s\"", language);
  g_string_append_printf (self->out, " data-l=\"%u\">\n<head>\n<meta charset=\"utf-8\">\n",
                          roadmap_html_get_chosen (self));
  roadmap_html_addf (self,
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                     "style-src 'unsafe-inline'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'\">\n",
                     hash);
  roadmap_html_add (self, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                          "<meta name=\"referrer\" content=\"no-referrer\">\n"
                          "<meta name=\"color-scheme\" content=\"light dark\">\n"
                          "<meta name=\"generator\" content=\"" PACKAGE_NAME " " PACKAGE_VERSION "\">\n");
  roadmap_html_addf (self, "<title>%s</title>\n<style>\n", title);
  roadmap_html_add_style (self);
  add_bytes (self, style);
  roadmap_html_add (self, "</style>\n");
  roadmap_html_add_plain_style (self);
  roadmap_html_add (self, "</head>\n<body>\n");
}

typedef struct
{
  const char *id;
  const char *heading;
} Part;

static void
open_part (RoadmapHtml *self,
           const Part  *part)
{
  roadmap_html_addf (self, "<section class=\"part\" id=\"%s\" aria-labelledby=\"%s-title\">\n<h2 id=\"%s-title\">",
                     part->id, part->id, part->id);
  roadmap_html_add_word (self, part->heading);
  roadmap_html_add (self, "</h2>\n");
}

static void
close_part (RoadmapHtml *self)
{
  roadmap_html_add (self, "<p class=\"up\"><a href=\"#ui:top\">");
  roadmap_html_add_word (self, "To the top");
  roadmap_html_add (self, "</a></p>\n</section>\n");
}

static void
add_chart_title (RoadmapHtml *self,
                 RoadmapItem *chart)
{
  if (roadmap_item_get (chart, "name") != NULL)
    {
      roadmap_html_add (self, "<span class=\"kind\">");
      roadmap_html_add_field (self, chart, "name");
      roadmap_html_add (self, "</span> ");
    }
  roadmap_html_add_title (self, chart);
}

/* Adds each chart by @add under its title. */
static void
add_charts (RoadmapHtml *self,
            GPtrArray   *charts,
            void       (*add) (RoadmapHtml *self,
                               RoadmapItem *chart))
{
  for (guint i = 0; i < charts->len; i++)
    {
      RoadmapItem *chart = g_ptr_array_index (charts, i);
      gboolean details = add == roadmap_html_add_details;

      if (details)
        roadmap_html_addf (self, "<section class=\"chart\" id=\"%s\" data-i=\"%s\">\n<h3>", roadmap_item_get_id (chart),
                           roadmap_item_get_id (chart));
      else
        roadmap_html_addf (self, "<section class=\"chart\" data-i=\"%s\">\n<h3>", roadmap_item_get_id (chart));
      add_chart_title (self, chart);
      roadmap_html_add (self, "</h3>\n");
      if (details)
        {
          roadmap_html_add (self, "<div class=\"own\">");
          roadmap_html_add_facts (self, chart);
          roadmap_html_add (self, "</div>\n");
        }
      add (self, chart);
      roadmap_html_add (self, "</section>\n");
    }
}

static void
add_earlier (RoadmapHtml *self,
             void       (*add) (RoadmapHtml *self,
                                RoadmapItem *chart))
{
  if (self->earlier->len == 0)
    return;
  roadmap_html_add (self, "<details class=\"earlier\"><summary>");
  roadmap_html_add_word (self, "Earlier plan");
  roadmap_html_add (self, "</summary>\n");
  add_charts (self, self->earlier, add);
  roadmap_html_add (self, "</details>\n");
}

static const Part overview = { "ui:overview", "Overview" }, timeline = { "ui:timeline", "Timeline" },
                  tables = { "ui:tables", "Tables" }, map_part = { "ui:map", "Bird’s-eye map" },
                  details = { "ui:details", "Details" }, text = { "ui:text", "Narrative" },
                  keys = { "ui:keys", "Keys" };

static void
add_entry (RoadmapHtml *self,
           const Part  *part)
{
  roadmap_html_addf (self, "<li><a href=\"#%s\">", part->id);
  roadmap_html_add_word (self, part->heading);
  roadmap_html_add (self, "</a>");
}

/* The details of each stage and lane. */
static void
add_lane_entries (RoadmapHtml *self,
                  RoadmapItem *container)
{
  gboolean opened = FALSE;

  for (guint i = 0; i < roadmap_item_get_n_children (container); i++)
    {
      RoadmapItem *lane = roadmap_item_get_child (container, i);

      if ((!roadmap_item_is (lane, "stage") && !roadmap_item_is (lane, "lane")) || !roadmap_html_shows (self, lane))
        continue;
      roadmap_html_add (self, opened ? "" : "<ul>");
      opened = TRUE;
      roadmap_html_addf (self, "<li data-i=\"%s\">", roadmap_item_get_id (lane));
      roadmap_html_add_link (self, lane);
      add_lane_entries (self, lane);
      roadmap_html_add (self, "</li>\n");
    }
  roadmap_html_add (self, opened ? "</ul>\n" : "");
}

static gboolean
has_charts (RoadmapHtml *self)
{
  return self->charts->len + self->earlier->len > 0;
}

/* The parts that show charts, and the details of each. */
static void
add_chart_entries (RoadmapHtml *self,
                   gboolean     has_map)
{
  static const Part *const parts[] = { &timeline, &tables, &map_part, &details };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] == &map_part ? has_map : has_charts (self))
      {
        add_entry (self, parts[i]);
        if (parts[i] != &details)
          roadmap_html_add (self, "</li>\n");
      }
  if (!has_charts (self))
    return;
  roadmap_html_add (self, "\n<ul>");
  for (guint i = 0; i < self->charts->len; i++)
    {
      RoadmapItem *chart = g_ptr_array_index (self->charts, i);

      roadmap_html_addf (self, "<li data-i=\"%s\"><a href=\"#%s\">", roadmap_item_get_id (chart),
                         roadmap_item_get_id (chart));
      if (roadmap_item_get (chart, "name") != NULL)
        roadmap_html_add_field (self, chart, "name");
      else
        roadmap_html_add_title (self, chart);
      roadmap_html_add (self, "</a>\n");
      add_lane_entries (self, chart);
      roadmap_html_add (self, "</li>\n");
    }
  roadmap_html_add (self, "</ul></li>\n");
}

static void
add_contents (RoadmapHtml *self,
              gboolean     has_map,
              gboolean     has_text)
{
  roadmap_html_add (self, "<nav aria-labelledby=\"ui:contents\"><details open><summary id=\"ui:contents\">");
  roadmap_html_add_word (self, "Contents");
  roadmap_html_add (self, "</summary>\n<ul>");
  add_entry (self, &overview);
  roadmap_html_add (self, "</li>\n");
  add_chart_entries (self, has_map);
  if (has_text)
    {
      add_entry (self, &text);
      roadmap_html_add (self, "</li>\n");
    }
  add_entry (self, &keys);
  roadmap_html_add (self, "</li></ul></details></nav>\n");
}

static void
add_chart_part (RoadmapHtml *self,
                const Part  *part,
                void       (*add) (RoadmapHtml *self,
                                   RoadmapItem *chart))
{
  if (!has_charts (self))
    return;
  open_part (self, part);
  add_charts (self, self->charts, add);
  add_earlier (self, add);
  close_part (self);
}

static void
add_footer (RoadmapHtml *self)
{
  roadmap_html_add (self, "<footer><p>");
  roadmap_html_add_field (self, roadmap_get_root (self->roadmap), "attribution");
  roadmap_html_add (self, "</p>\n<p>");
  if (self->options->file_name != NULL)
    roadmap_html_addf (self, "%s · ", self->options->file_name);
  roadmap_html_add (self, "Kōteihyō " PACKAGE_VERSION);
  if (self->options->created != NULL)
    {
      g_autofree char *date = g_date_time_format (self->options->created, "%Y-%m-%d");

      roadmap_html_add (self, " · ");
      roadmap_html_add_date (self, date);
    }
  roadmap_html_add (self, "</p></footer>\n");
}

static void
add_main (RoadmapHtml *self)
{
  g_autoptr (GPtrArray) maps = roadmap_list (self->roadmap, NULL, "map");
  g_autoptr (GPtrArray) narratives = roadmap_list (self->roadmap, NULL, "narrative");
  gboolean whole = self->options->charts == NULL;

  if (!whole)
    {
      g_ptr_array_set_size (maps, 0);
      g_ptr_array_set_size (narratives, 0);
    }
  roadmap_html_add (self, "<div class=\"page\">\n");
  add_contents (self, maps->len > 0, narratives->len > 0);
  roadmap_html_add (self, "<main id=\"ui:main\" tabindex=\"-1\">\n");

  open_part (self, &overview);
  roadmap_html_add_overview (self);
  close_part (self);

  add_chart_part (self, &timeline, roadmap_html_add_timeline);
  add_chart_part (self, &tables, roadmap_html_add_tables);
  if (maps->len > 0)
    {
      open_part (self, &map_part);
      for (guint i = 0; i < maps->len; i++)
        roadmap_html_add_map (self, g_ptr_array_index (maps, i));
      close_part (self);
    }

  add_chart_part (self, &details, roadmap_html_add_details);
  if (narratives->len > 0)
    {
      open_part (self, &text);
      for (guint i = 0; i < narratives->len; i++)
        roadmap_html_add_narrative (self, g_ptr_array_index (narratives, i));
      close_part (self);
    }

  open_part (self, &keys);
  roadmap_html_add_keys (self);
  close_part (self);
  roadmap_html_add (self, "</main>\n</div>\n");
}

/* Quotes in text are escaped, so that @start stands in tags alone. */
static char *
find_value (char       *from,
            const char *start,
            char      **end)
{
  char *place = strstr (from, start);

  if (place == NULL)
    return NULL;
  place += strlen (start);
  *end = strchr (place, '"');
  return *end != NULL ? place : NULL;
}

/* What is filtered out, or is said only in passing, has no element of its own: links to it become plain words. */
static void
drop_dead_links (GString *out,
                 gsize    from)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char *end;

  for (char *id = find_value (out->str + from, " id=\"", &end); id != NULL; id = find_value (end, " id=\"", &end))
    g_hash_table_add (ids, g_strndup (id, end - id));
  for (char *id = find_value (out->str + from, " href=\"#", &end); id != NULL; id = find_value (end, " href=\"#", &end))
    {
      g_autofree char *target = g_strndup (id, end - id);

      if (!g_hash_table_contains (ids, target))
        memset (id - strlen ("href=\"#"), ' ', end + 1 - (id - strlen ("href=\"#")));
    }
}

gboolean
roadmap_html_write (const RoadmapExportOptions  *options,
                    GOutputStream               *stream,
                    GCancellable                *cancellable,
                    GError                     **error)
{
  g_autoptr (GString) out = g_string_sized_new (1 << 16);
  g_autoptr (GBytes) script = load ("page.js");
  RoadmapHtml self;
  gsize body;

  g_return_val_if_fail (options != NULL && ROADMAP_IS_ROADMAP (options->roadmap), FALSE);

  roadmap_html_init (&self, options, out);
  add_head (&self, script);
  body = out->len;
  roadmap_html_add_header (&self);
  add_main (&self);
  add_footer (&self);
  drop_dead_links (out, body);
  roadmap_html_add (&self, "<script>");
  add_bytes (&self, script);
  roadmap_html_add (&self, "</script>\n</body>\n</html>\n");
  roadmap_html_clear (&self);
  return roadmap_export_write_text (out, stream, cancellable, error);
}
