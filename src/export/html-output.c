/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/html-output.h"

#include <string.h>

#include "chart/axis.h"
#include "export/html-markup.h"
#include "export/html-words.h"
#include "model/edition.h"
#include "model/status.h"

/* Characters. */
#define EXCERPT 24

/* One letter for each facet in the attributes of the page. */
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

typedef struct
{
  char       *markup;
  const char *spoken;
} Said;

static gboolean
is_same (const Said *one,
         const Said *other)
{
  return g_strcmp0 (one->markup, other->markup) == 0 && g_strcmp0 (one->spoken, other->spoken) == 0;
}

/* The readings that say what @first says; without them if all do. */
static void
open_said (RoadmapHtml *self,
           const Said  *said,
           guint        first)
{
  gboolean in_all = TRUE;

  for (guint i = 0; i < self->n_readings; i++)
    in_all &= is_same (&said[i], &said[first]);

  roadmap_html_add (self, "<span");
  if (!in_all)
    {
      roadmap_html_add (self, " class=\"w");
      for (guint i = first; i < self->n_readings; i++)
        if (is_same (&said[i], &said[first]))
          g_string_append_printf (self->out, " l%u", i);
      roadmap_html_add (self, "\"");
    }
  if (said[first].spoken != NULL)
    roadmap_html_addf (self, " lang=\"%s\"", said[first].spoken);
  roadmap_html_add (self, ">");
}

static gboolean
was_said (const Said *said,
          guint       reading)
{
  for (guint i = 0; i < reading; i++)
    if (is_same (&said[i], &said[reading]))
      return TRUE;
  return FALSE;
}

void
roadmap_html_add_said (RoadmapHtml    *self,
                       RoadmapHtmlSay  say,
                       gconstpointer   data)
{
  g_autofree Said *said = g_new0 (Said, self->n_readings);

  for (guint i = 0; i < self->n_readings; i++)
    said[i].markup = say (self, i, &said[i].spoken, data);
  for (guint i = 0; i < self->n_readings; i++)
    if (said[i].markup != NULL && *said[i].markup != '\0' && !was_said (said, i))
      {
        open_said (self, said, i);
        roadmap_html_add (self, said[i].markup);
        roadmap_html_add (self, "</span>");
      }
  for (guint i = 0; i < self->n_readings; i++)
    g_free (said[i].markup);
}

/* The page's own words are Japanese or English. */
static const char *
get_own_language (RoadmapHtml *self,
                  guint        reading)
{
  return g_str_has_prefix (self->languages[reading], "ja") ? "ja" : "en";
}

static char *
say_word (RoadmapHtml   *self,
          guint          reading,
          const char   **spoken,
          gconstpointer  english)
{
  *spoken = get_own_language (self, reading);
  return roadmap_html_escape (roadmap_html_word (english, self->languages[reading]));
}

void
roadmap_html_add_word (RoadmapHtml *self,
                       const char  *english)
{
  roadmap_html_add_said (self, say_word, english);
}

typedef struct
{
  const char *english;
  const char *value;
} Phrase;

static char *
say_phrase (RoadmapHtml   *self,
            guint          reading,
            const char   **spoken,
            gconstpointer  data)
{
  const Phrase *phrase = data;
  g_auto (GStrv) parts = g_strsplit (roadmap_html_word (phrase->english, self->languages[reading]), "%s", 2);
  g_autofree char *text = g_strjoinv (phrase->value, parts);

  *spoken = get_own_language (self, reading);
  return roadmap_html_escape (text);
}

void
roadmap_html_add_word_with (RoadmapHtml *self,
                            const char  *english,
                            const char  *value)
{
  roadmap_html_add_said (self, say_phrase, &(Phrase) { english, value });
}

/* The language a title or text has in a reading. */
static const char *
find_spoken (RoadmapHtml *self,
             RoadmapItem *item,
             const char  *name,
             guint        reading)
{
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), name);

  if (reading > 0 && field != NULL && roadmap_item_get_value (item, field, self->languages[reading]) != NULL)
    return self->languages[reading];
  return self->languages[0];
}

static const char *
get_naming_field (RoadmapItem *item)
{
  return roadmap_kind_find_field (roadmap_item_get_kind (item), "title") != NULL ? "title" : "text";
}

static char *
say_title (RoadmapHtml   *self,
           guint          reading,
           const char   **spoken,
           gconstpointer  data)
{
  RoadmapItem *item = (RoadmapItem *) data;
  g_autofree char *title = roadmap_item_dup_title (item, roadmap_html_get_reading (self, reading));

  *spoken = find_spoken (self, item, get_naming_field (item), reading);
  return roadmap_html_escape (title);
}

void
roadmap_html_add_title (RoadmapHtml *self,
                        RoadmapItem *item)
{
  roadmap_html_add_said (self, say_title, item);
}

static char *
say_excerpt (RoadmapHtml   *self,
             guint          reading,
             const char   **spoken,
             gconstpointer  data)
{
  RoadmapItem *item = (RoadmapItem *) data;
  g_autofree char *title = roadmap_item_dup_title (item, roadmap_html_get_reading (self, reading));
  g_autofree char *start = NULL;
  g_autofree char *excerpt = NULL;

  *spoken = find_spoken (self, item, get_naming_field (item), reading);
  if (g_utf8_strlen (title, -1) <= EXCERPT)
    return roadmap_html_escape (title);
  start = g_utf8_substring (title, 0, EXCERPT);
  excerpt = g_strconcat (start, "…", NULL);
  return roadmap_html_escape (excerpt);
}

void
roadmap_html_add_excerpt (RoadmapHtml *self,
                          RoadmapItem *item)
{
  roadmap_html_add_said (self, say_excerpt, item);
}

static const char *
get_number (RoadmapItem *item)
{
  static const char *const names[] = { "number", "label", "marker" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (roadmap_item_get (item, names[i]) != NULL)
      return roadmap_item_get (item, names[i]);
  return NULL;
}

void
roadmap_html_add_label (RoadmapHtml *self,
                        RoadmapItem *item)
{
  const char *number = get_number (item);

  if (number != NULL)
    roadmap_html_addf (self, "<span class=\"n\">%s</span> ", number);
  roadmap_html_add_title (self, item);
}

typedef struct
{
  RoadmapItem *item;
  const char  *field;
} Field;

static char *
say_field (RoadmapHtml   *self,
           guint          reading,
           const char   **spoken,
           gconstpointer  data)
{
  const Field *wanted = data;
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (wanted->item), wanted->field);
  const char *value = roadmap_item_get_in (wanted->item, wanted->field, roadmap_html_get_reading (self, reading));

  *spoken = find_spoken (self, wanted->item, wanted->field, reading);
  if (value == NULL)
    return NULL;
  return field->type == ROADMAP_FIELD_MARKUP ? roadmap_html_from_markup (value) : roadmap_html_escape (value);
}

void
roadmap_html_add_field (RoadmapHtml *self,
                        RoadmapItem *item,
                        const char  *field)
{
  roadmap_html_add_said (self, say_field, &(Field) { item, field });
}

/* One paragraph of wording; @reading 0 is seen in all. */
static void
add_version (RoadmapHtml *self,
             RoadmapItem *item,
             const char  *name,
             const char  *marker,
             guint        reading)
{
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), name);
  const char *value =
    field != NULL ? roadmap_item_get_value (item, field, roadmap_html_get_reading (self, reading)) : NULL;
  gboolean ours = roadmap_html_is_ours (self, item, reading);
  g_autofree char *markup = NULL;

  if (value == NULL)
    return;
  roadmap_html_add (self, reading == 0 ? "<p class=\"v" : "<p class=\"v w l");
  if (reading > 0)
    g_string_append_printf (self->out, "%u", reading);
  roadmap_html_addf (self, ours ? " ours\" lang=\"%s\">" : "\" lang=\"%s\">", self->languages[reading]);
  if (reading > 0)
    {
      roadmap_html_add (self, "<span class=\"tag\">");
      roadmap_html_addf (self, "<span lang=\"%s\">%s</span></span> ", get_own_language (self, reading),
                         roadmap_html_word ("Our translation", self->languages[reading]));
    }
  if (marker != NULL)
    roadmap_html_addf (self, "<span class=\"m\">%s</span> ", marker);
  markup = field->type == ROADMAP_FIELD_MARKUP ? roadmap_html_from_markup (value) : roadmap_html_escape (value);
  roadmap_html_add (self, markup);
  roadmap_html_add (self, "</p>\n");
}

void
roadmap_html_add_wording (RoadmapHtml *self,
                          RoadmapItem *item,
                          const char  *field,
                          const char  *marker)
{
  for (guint i = 0; i < self->n_readings; i++)
    add_version (self, item, field, marker, i);
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
