/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/mark.h"

#include "model/era.h"
#include "model/former.h"

RoadmapItem *
roadmap_get_revision (Roadmap     *roadmap,
                      RoadmapItem *item)
{
  g_autoptr (GPtrArray) editions = NULL;
  RoadmapItem *last = NULL;
  guint last_place = 0;

  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (item, i);
      RoadmapItem *edition;
      guint place;

      /* Most items have none, and cost no more than this. */
      if (!roadmap_item_is (child, "former") || !roadmap_former_is_revision (child))
        continue;
      if (editions == NULL)
        editions = roadmap_list_editions (roadmap);
      edition = roadmap_get_linked (roadmap, child, "until");
      if (g_ptr_array_find (editions, edition, &place) && (last == NULL || place > last_place))
        {
          last = edition;
          last_place = place;
        }
    }
  return last;
}

RoadmapItem *
roadmap_get_addition (Roadmap     *roadmap,
                      RoadmapItem *item)
{
  RoadmapItem *edition = roadmap_item_get_parent (item) != NULL ? roadmap_get_linked (roadmap, item, "edition") : NULL;
  g_autoptr (GPtrArray) editions = NULL;
  guint place;

  if (edition == NULL)
    return NULL;
  editions = roadmap_list_editions (roadmap);
  return g_ptr_array_find (editions, edition, &place) && place > 0 ? edition : NULL;
}

char *
roadmap_edition_dup_day (RoadmapItem *edition,
                         const char  *language)
{
  const char *value = roadmap_item_get (edition, "date");
  GDate date;

  return value != NULL && roadmap_date_parse (value, &date) ? roadmap_date_describe (&date, language)
                                                             : roadmap_item_dup_title (edition, language);
}

static gboolean
is_japanese (const char *language)
{
  return language != NULL && g_str_has_prefix (language, "ja");
}

char *
roadmap_mark_describe (Roadmap     *roadmap,
                       RoadmapItem *item,
                       const char  *language)
{
  RoadmapItem *revision = roadmap_get_revision (roadmap, item);
  RoadmapItem *edition = revision != NULL ? revision : roadmap_get_addition (roadmap, item);
  g_autofree char *day = edition != NULL ? roadmap_edition_dup_day (edition, language) : NULL;

  if (day == NULL)
    return NULL;
  if (is_japanese (language))
    return g_strconcat (day, revision != NULL ? "一部見直し" : "追加", NULL);
  return g_strconcat (revision != NULL ? "Partly revised " : "Added ", day, NULL);
}

/* The last edition that came after @first; NULL if there is none, or @first is none of the roadmap's own. */
static RoadmapItem *
find_last_after (Roadmap     *roadmap,
                 RoadmapItem *first)
{
  g_autoptr (GPtrArray) editions = roadmap_list_editions (roadmap);
  guint place;

  return g_ptr_array_find (editions, first, &place) && place + 1 < editions->len
             ? g_ptr_array_index (editions, editions->len - 1)
             : NULL;
}

char *
roadmap_edition_describe (Roadmap     *roadmap,
                          RoadmapItem *item,
                          const char  *language)
{
  const char *id = roadmap_item_get_inherited (item, "edition");
  RoadmapItem *edition = id != NULL ? roadmap_lookup (roadmap, id) : NULL;
  RoadmapItem *dated = edition != NULL ? edition : roadmap_get_root (roadmap);
  RoadmapItem *last = edition != NULL ? find_last_after (roadmap, edition) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *last_day = NULL;
  gboolean draft;

  if (roadmap_item_get (dated, "date") == NULL)
    return NULL;
  day = roadmap_edition_dup_day (dated, language);
  if (last == NULL)
    return is_japanese (language) ? g_strconcat (day, "版", NULL) : g_strconcat ("Edition of ", day, NULL);

  last_day = roadmap_edition_dup_day (last, language);
  draft = roadmap_item_get_boolean (last, "draft");
  if (is_japanese (language))
    return g_strconcat (day, "版（", last_day, draft ? "一部見直し案）" : "一部見直し）", NULL);
  return g_strconcat ("Edition of ", day, draft ? ", draft of the revision of " : ", partly revised ", last_day, NULL);
}

RoadmapAmended
roadmap_count_amended (Roadmap     *roadmap,
                       RoadmapItem *edition)
{
  RoadmapItem *root = roadmap_get_root (roadmap);
  RoadmapAmended amended = { 0 };

  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next_current (item, root))
    {
      amended.n_revised += roadmap_get_revision (roadmap, item) == edition;
      amended.n_added += roadmap_get_addition (roadmap, item) == edition;
    }
  for (guint i = 0; i < roadmap_item_get_n_children (edition); i++)
    if (roadmap_item_is (roadmap_item_get_child (edition, i), "withdrawn"))
      amended.n_withdrawn += roadmap_item_get_n_children (roadmap_item_get_child (edition, i));
  return amended;
}
