/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/html-said.h"

#include "export/html-markup.h"
#include "export/html-words.h"

/* Characters. */
#define EXCERPT 24

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

const char *
roadmap_html_get_own_language (RoadmapHtml *self,
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
  *spoken = roadmap_html_get_own_language (self, reading);
  return roadmap_html_escape (roadmap_html_word (english, self->languages[reading]));
}

void
roadmap_html_add_word (RoadmapHtml *self,
                       const char  *english)
{
  roadmap_html_add_said (self, say_word, english);
}

void
roadmap_html_add_term (RoadmapHtml *self,
                       const char  *english)
{
  roadmap_html_add (self, "<dt>");
  roadmap_html_add_word (self, english);
  roadmap_html_add (self, "</dt><dd>");
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

  *spoken = roadmap_html_get_own_language (self, reading);
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
      roadmap_html_addf (self, "<span lang=\"%s\">%s</span></span> ", roadmap_html_get_own_language (self, reading),
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
