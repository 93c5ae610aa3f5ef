/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/former-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/era.h"
#include "model/former.h"
#include "model/markup.h"

typedef struct
{
  Roadmap    *roadmap;
  const char *language;
  gboolean    japanese;
  GPtrArray  *words; /* RoadmapFormerWords */
} List;

static void
free_words (gpointer data)
{
  RoadmapFormerWords *words = data;

  g_free (words->text);
  g_free (words);
}

static void
add (List        *list,
     RoadmapItem *edition,
     RoadmapItem *item,
     const char  *label,
     char        *text,
     gboolean     adopted)
{
  RoadmapFormerWords *words = g_new0 (RoadmapFormerWords, 1);

  words->edition = edition;
  words->item = item;
  words->label = label;
  words->text = text != NULL ? text : g_strdup ("");
  words->adopted = adopted;
  g_ptr_array_add (list->words, words);
}

/* What @item said in @field just before @edition: what the first edition from there on has kept, or else what it says
 * now. */
static const char *
get_value_before (List        *list,
                  RoadmapItem *item,
                  const char  *field,
                  RoadmapItem *edition)
{
  g_autoptr (GPtrArray) editions = roadmap_list_editions (list->roadmap);
  guint first = 0;

  g_ptr_array_find (editions, edition, &first);
  for (guint i = first; i < editions->len; i++)
    {
      RoadmapItem *former = roadmap_former_find (item, field, g_ptr_array_index (editions, i));

      if (former != NULL)
        return roadmap_item_get (former, "text");
    }
  return roadmap_item_get (item, field);
}

/* Several of its fields may have changed: they are one time. */
static void
add_time (List        *list,
          RoadmapItem *edition,
          RoadmapItem *item)
{
  int fiscal_start = roadmap_get_fiscal_start (list->roadmap);
  const char *start = get_value_before (list, item, "start", edition);
  const char *end = get_value_before (list, item, "end", edition);
  RoadmapSpan span = { .open = g_strcmp0 (get_value_before (list, item, "open", edition), "true") == 0 };

  if (start != NULL && roadmap_point_parse (start, fiscal_start, &span.start) &&
      roadmap_point_parse (end != NULL ? end : start, fiscal_start, &span.end))
    add (list, edition, item, N_ ("Time"), roadmap_span_describe (&span, fiscal_start, list->language), TRUE);
}

/* What was taken out, not what was only moved. */
static void
add_withdrawn (List        *list,
               RoadmapItem *edition,
               RoadmapItem *item,
               const char  *ids)
{
  g_auto (GStrv) all = g_strsplit (ids != NULL ? ids : "", " ", -1);

  for (char **id = all; *id != NULL; id++)
    {
      RoadmapItem *child = **id != '\0' ? roadmap_lookup (list->roadmap, *id) : NULL;

      if (child != NULL && roadmap_item_is_withdrawn (child) && roadmap_item_is_within (child, edition))
        add (list, edition, item, N_ ("Taken out"), roadmap_item_dup_label (child, list->language), TRUE);
    }
}

static char *
join_labels (List       *list,
             const char *ids)
{
  g_auto (GStrv) all = g_strsplit (ids, " ", -1);
  g_autoptr (GString) labels = g_string_new (NULL);

  for (char **id = all; *id != NULL; id++)
    {
      RoadmapItem *item = **id != '\0' ? roadmap_lookup (list->roadmap, *id) : NULL;
      g_autofree char *label = item != NULL ? roadmap_item_dup_label (item, list->language) : NULL;

      if (label != NULL)
        g_string_append_printf (labels, "%s%s", labels->len > 0 ? list->japanese ? "、" : ", " : "", label);
    }
  return g_string_free (g_steal_pointer (&labels), FALSE);
}

static void
add_value (List               *list,
           RoadmapItem        *edition,
           RoadmapItem        *item,
           RoadmapItem        *former,
           const RoadmapField *field)
{
  const char *own = roadmap_item_get (former, "text");
  const char *text = roadmap_item_get_in (former, "text", list->language);
  char *words;

  if (text != NULL && field->type == ROADMAP_FIELD_MARKUP)
    words = roadmap_markup_to_text (text);
  else if (text != NULL && roadmap_field_is_link (field))
    words = join_labels (list, text);
  else
    words = g_strdup (text);
  add (list, edition, item, field->label, words, text == own);
}

static void
add_former (List        *list,
            RoadmapItem *item,
            RoadmapItem *former)
{
  static const char *const times[] = { "start", "end", "open", NULL };
  RoadmapItem *edition = roadmap_get_linked (list->roadmap, former, "until");
  const char *name = roadmap_item_get (former, "field");
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), name);

  if (edition == NULL)
    return;
  if (field == NULL)
    {
      add_withdrawn (list, edition, item, roadmap_item_get (former, "text"));
      return;
    }
  if (!roadmap_former_is_revision (former))
    return;
  if (!g_strv_contains (times, name))
    {
      add_value (list, edition, item, former, field);
      return;
    }
  /* Once, with the first of them that has changed. */
  for (const char *const *time = times; strcmp (*time, name) != 0; time++)
    if (roadmap_former_find (item, *time, edition) != NULL)
      return;
  add_time (list, edition, item);
}

static void
add_item (List        *list,
          RoadmapItem *item)
{
  static const char *const texts[] = { "issue", "paragraph", "section", "footnote", NULL };

  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (item, i);

      if (roadmap_item_is (child, "former"))
        add_former (list, item, child);
      else if (g_strv_contains (texts, roadmap_item_get_kind (child)->name))
        add_item (list, child);
    }
}

/* By edition, the newest first; within one they stay in their order. */
static int
compare_words (gconstpointer a,
               gconstpointer b,
               gpointer      editions)
{
  const RoadmapFormerWords *one = *(RoadmapFormerWords **) a, *other = *(RoadmapFormerWords **) b;
  guint place = 0, other_place = 0;

  g_ptr_array_find (editions, one->edition, &place);
  g_ptr_array_find (editions, other->edition, &other_place);
  return (other_place > place) - (other_place < place);
}

GPtrArray *
roadmap_list_former_words (Roadmap     *roadmap,
                           RoadmapItem *item,
                           const char  *language)
{
  List list = { roadmap, language, language != NULL && g_str_has_prefix (language, "ja"), NULL };
  g_autoptr (GPtrArray) editions = NULL;

  list.words = g_ptr_array_new_with_free_func (free_words);
  add_item (&list, item);
  if (list.words->len > 1)
    {
      editions = roadmap_list_editions (roadmap);
      g_ptr_array_sort_with_data (list.words, compare_words, editions);
    }
  return list.words;
}
