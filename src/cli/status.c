/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "cli/command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/json.h"
#include "model/outline.h"
#include "model/status.h"

static guint
count_kind (Roadmap     *roadmap,
            RoadmapItem *top,
            const char  *kind)
{
  g_autoptr (GPtrArray) items = roadmap_list (roadmap, top, kind);

  return items->len;
}

/* (transfer container): the stages and lanes that stand directly in a chart or a lane. */
static GPtrArray *
list_lanes (Roadmap     *roadmap,
            RoadmapItem *item)
{
  GPtrArray *lanes = roadmap_outline_children (roadmap, item);

  for (guint i = lanes->len; i > 0; i--)
    {
      RoadmapItem *child = g_ptr_array_index (lanes, i - 1);

      if (!roadmap_item_is (child, "stage") && !roadmap_item_is (child, "lane"))
        g_ptr_array_remove_index (lanes, i - 1);
    }
  return lanes;
}

/* As text, a line for a chart, stage or lane, in the language of the document. */

static char *
describe_totals (Roadmap     *roadmap,
                 RoadmapItem *top)
{
  guint n_roadblocks = count_kind (roadmap, top, "roadblock");
  guint n_measures = count_kind (roadmap, top, "measure");
  guint n_bars = count_kind (roadmap, top, "bar");
  g_autofree char *roadblocks = g_strdup_printf (ngettext ("%u roadblock", "%u roadblocks", n_roadblocks),
                                                 n_roadblocks);
  g_autofree char *measures = g_strdup_printf (ngettext ("%u measure", "%u measures", n_measures), n_measures);
  g_autofree char *bars = g_strdup_printf (ngettext ("%u bar", "%u bars", n_bars), n_bars);

  return g_strdup_printf ("%s · %s · %s", roadblocks, measures, bars);
}

/* "実施中 2 · 完了 1 · without status 3"; statuses that no bar has are left out. */
static char *
describe_status (Roadmap     *roadmap,
                 RoadmapItem *top)
{
  g_autoptr (GArray) counts = roadmap_count_status (roadmap, top);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < counts->len; i++)
    {
      const RoadmapStatusCount *count = &g_array_index (counts, RoadmapStatusCount, i);
      g_autofree char *title = count->status != NULL ? roadmap_item_dup_title (count->status, NULL) : NULL;

      if (count->n_bars > 0)
        g_string_append_printf (text, "%s%s %u", text->len > 0 ? " · " : "",
                                title != NULL ? title : _("without status"), count->n_bars);
    }
  return g_strdup (text->len > 0 ? text->str : _("no bars"));
}

static void
print_lanes (Roadmap     *roadmap,
             RoadmapItem *item,
             int          indent)
{
  g_autoptr (GPtrArray) lanes = list_lanes (roadmap, item);

  for (guint i = 0; i < lanes->len; i++)
    {
      RoadmapItem *lane = g_ptr_array_index (lanes, i);
      g_autofree char *label = roadmap_item_dup_label (lane, NULL);
      g_autofree char *status = describe_status (roadmap, lane);

      printf ("%*s%s: %s\n", indent, "", label, status);
      print_lanes (roadmap, lane, indent + 2);
    }
}

static void
print_text (Roadmap   *roadmap,
            GPtrArray *charts)
{
  g_autofree char *title = roadmap_item_dup_title (roadmap_get_root (roadmap), NULL);
  g_autofree char *totals = describe_totals (roadmap, NULL);

  printf ("%s\n%s\n", title, totals);
  for (guint i = 0; i < charts->len; i++)
    {
      RoadmapItem *chart = g_ptr_array_index (charts, i);
      g_autofree char *chart_title = roadmap_item_dup_title (chart, NULL);
      g_autofree char *chart_totals = describe_totals (roadmap, chart);
      g_autofree char *status = describe_status (roadmap, chart);

      printf ("\n%s\n%s\n%s\n", chart_title, chart_totals, status);
      print_lanes (roadmap, chart, 2);
    }
}

/* As JSON, on one line. */

static void
append_members (GString     *json,
                RoadmapItem *item)
{
  g_autofree char *label = roadmap_item_dup_label (item, NULL);

  g_string_append (json, "\"id\":");
  roadmap_cli_append_json (json, roadmap_item_get_id (item));
  g_string_append (json, ",\"title\":");
  roadmap_cli_append_json (json, label);
}

static void
append_totals (GString     *json,
               Roadmap     *roadmap,
               RoadmapItem *top)
{
  g_string_append_printf (json, ",\"roadblocks\":%u,\"measures\":%u,\"bars\":%u",
                          count_kind (roadmap, top, "roadblock"), count_kind (roadmap, top, "measure"),
                          count_kind (roadmap, top, "bar"));
}

/* All statuses of the vocabulary, also those of no bar; null stands for none. */
static void
append_status (GString     *json,
               Roadmap     *roadmap,
               RoadmapItem *top)
{
  g_autoptr (GArray) counts = roadmap_count_status (roadmap, top);

  g_string_append (json, ",\"status\":[");
  for (guint i = 0; i < counts->len; i++)
    {
      const RoadmapStatusCount *count = &g_array_index (counts, RoadmapStatusCount, i);

      g_string_append (json, i > 0 ? ",{\"id\":" : "{\"id\":");
      roadmap_cli_append_json (json, count->status != NULL ? roadmap_item_get_id (count->status) : NULL);
      g_string_append_printf (json, ",\"bars\":%u}", count->n_bars);
    }
  g_string_append_c (json, ']');
}

static void
append_lanes (GString     *json,
              Roadmap     *roadmap,
              RoadmapItem *item)
{
  g_autoptr (GPtrArray) lanes = list_lanes (roadmap, item);

  g_string_append (json, ",\"lanes\":[");
  for (guint i = 0; i < lanes->len; i++)
    {
      RoadmapItem *lane = g_ptr_array_index (lanes, i);

      g_string_append (json, i > 0 ? ",{" : "{");
      append_members (json, lane);
      append_totals (json, roadmap, lane);
      append_status (json, roadmap, lane);
      append_lanes (json, roadmap, lane);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
print_json (Roadmap   *roadmap,
            GPtrArray *charts)
{
  g_autoptr (GString) json = g_string_new ("{");

  append_members (json, roadmap_get_root (roadmap));
  append_totals (json, roadmap, NULL);
  g_string_append (json, ",\"charts\":[");
  for (guint i = 0; i < charts->len; i++)
    {
      RoadmapItem *chart = g_ptr_array_index (charts, i);

      g_string_append (json, i > 0 ? ",{" : "{");
      append_members (json, chart);
      append_totals (json, roadmap, chart);
      append_status (json, roadmap, chart);
      append_lanes (json, roadmap, chart);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "]}");
  printf ("%s\n", json->str);
}

RoadmapCliResult
roadmap_cli_status (GOptionContext   *context,
                    char           ***words)
{
  g_auto (GStrv) files = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Write JSON"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (RoadmapDocument) document = NULL;
  g_autoptr (GPtrArray) charts = NULL;
  Roadmap *roadmap;

  if (!roadmap_cli_parse (context, entries, words))
    return ROADMAP_CLI_TROUBLE;
  if (files == NULL || files[1] != NULL)
    return roadmap_cli_fail_usage (_("name one file"));
  document = roadmap_cli_open (files[0]);
  if (document == NULL)
    return ROADMAP_CLI_TROUBLE;

  roadmap = roadmap_document_get_roadmap (document);
  charts = roadmap_list (roadmap, NULL, "chart");
  if (as_json)
    print_json (roadmap, charts);
  else
    print_text (roadmap, charts);
  return ROADMAP_CLI_DONE;
}
