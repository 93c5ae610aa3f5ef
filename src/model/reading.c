/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/reading.h"

#include <string.h>

#include "model/edition.h"
#include "model/markup.h"

#define MAX_FIELDS 3

/* How the items of a kind are read; kinds that are not here are left out with all that is in them. */
static const struct
{
  const char *kind;
  struct
  {
    const char         *field;
    RoadmapPassageForm  form;
  } passages[MAX_FIELDS];
} kinds[] = {
  { ROADMAP_KIND_ROOT, { { NULL } } },
  { "part", { { NULL } } },
  { "category", { { "title", ROADMAP_PASSAGE_TEXT } } },
  { "narrative", { { "title", ROADMAP_PASSAGE_TITLE },
                   { "dateline", ROADMAP_PASSAGE_BYLINE },
                   { "author", ROADMAP_PASSAGE_BYLINE } } },
  { "section", { { "title", ROADMAP_PASSAGE_HEADING } } },
  { "paragraph", { { "text", ROADMAP_PASSAGE_TEXT } } },
  { "footnote", { { "text", ROADMAP_PASSAGE_NOTE } } },
  { "chart", { { "title", ROADMAP_PASSAGE_TITLE }, { "credit", ROADMAP_PASSAGE_BYLINE } } },
  { "stage", { { "title", ROADMAP_PASSAGE_HEADING } } },
  { "lane", { { "title", ROADMAP_PASSAGE_HEADING } } },
  { "roadblock", { { "title", ROADMAP_PASSAGE_ENTRY } } },
  { "issue", { { "text", ROADMAP_PASSAGE_TEXT } } },
  { "addressed", { { NULL } } },
  { "measure", { { "title", ROADMAP_PASSAGE_TEXT } } },
  { "bar", { { "title", ROADMAP_PASSAGE_TEXT }, { "detail", ROADMAP_PASSAGE_DETAIL } } },
  { "milestone", { { "title", ROADMAP_PASSAGE_TEXT } } },
  { "note", { { "text", ROADMAP_PASSAGE_NOTE } } },
  { "remark", { { "text", ROADMAP_PASSAGE_REMARK } } },
  { "map", { { "title", ROADMAP_PASSAGE_TITLE }, { "dateline", ROADMAP_PASSAGE_BYLINE } } },
  { "column", { { "title", ROADMAP_PASSAGE_TEXT } } },
  { "band", { { "title", ROADMAP_PASSAGE_HEADING } } },
  { "region", { { "title", ROADMAP_PASSAGE_ENTRY } } },
  { "cell", { { "title", ROADMAP_PASSAGE_TEXT } } },
};

/* Kinds that come in groups, which a column of the source's table heads. */
static const char *const grouped_kinds[] = { "roadblock", "addressed", "measure", "bar", "note", NULL };

/* What the items in an item take from it. */
typedef struct
{
  RoadmapItem *part;
  guint        page;
  guint        level;  /* of headings */
  guint        indent; /* of text */
  gboolean     noted;  /* in a note */
} Place;

typedef struct
{
  Roadmap *roadmap;
  GArray  *passages;
} Reading;

void
roadmap_passage_clear (RoadmapPassage *passage)
{
  g_clear_object (&passage->item);
  g_clear_object (&passage->part);
}

gboolean
roadmap_passage_equal (const RoadmapPassage *a,
                       const RoadmapPassage *b)
{
  return a->item == b->item && a->field == b->field && a->form == b->form && a->depth == b->depth &&
         a->part == b->part && a->page == b->page;
}

static gboolean
has_bullet (const char *text)
{
  return g_str_has_prefix (text, "・") || g_str_has_prefix (text, "•") || g_str_has_prefix (text, "○");
}

const char *
roadmap_passage_get_marker (const RoadmapPassage *passage)
{
  static const char *const listed[] = { "measure", "bar", "cell", NULL };
  RoadmapItem *item = passage->item;
  const char *text;

  if (item == NULL || (passage->form != ROADMAP_PASSAGE_TEXT && passage->form != ROADMAP_PASSAGE_NOTE))
    return NULL;
  if (roadmap_item_is (item, "category"))
    return roadmap_item_get (item, "label");
  if (roadmap_item_is (item, "milestone"))
    return "◆";
  if (!g_strv_contains (listed, roadmap_item_get_kind (item)->name))
    {
      const char *number = roadmap_item_get (item, "number");

      return number != NULL ? number : roadmap_item_get (item, "marker");
    }

  text = roadmap_item_get_value (item, passage->field, NULL);
  return text != NULL && has_bullet (text) ? NULL : "•";
}

static void
add_passage (Reading            *reading,
             RoadmapItem        *item,
             const RoadmapField *field,
             RoadmapPassageForm  form,
             guint               depth,
             const Place        *place)
{
  RoadmapPassage passage = { g_object_ref (item), field, form, depth, NULL, place->page };

  g_set_object (&passage.part, place->part);
  g_array_append_val (reading->passages, passage);
}

static void
add_wording (Reading            *reading,
             RoadmapItem        *item,
             const char         *name,
             RoadmapPassageForm  form,
             guint               depth,
             const Place        *place)
{
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), name);

  if (roadmap_item_get_value (item, field, NULL) != NULL)
    add_passage (reading, item, field, form, depth, place);
}

static void
add_part (Reading     *reading,
          RoadmapItem *part,
          const Place *place)
{
  gboolean headed = roadmap_item_get (part, "heading") != NULL;

  add_wording (reading, part, "title", headed ? ROADMAP_PASSAGE_OVERLINE : ROADMAP_PASSAGE_TITLE, 0, place);
  add_wording (reading, part, "heading", ROADMAP_PASSAGE_TITLE, 0, place);
  add_wording (reading, part, "subheading", ROADMAP_PASSAGE_SUBTITLE, 0, place);
}

/* A narrative or chart often has the title of the part that it is. */
static gboolean
repeats_part (RoadmapItem *item,
              RoadmapItem *part)
{
  const char *heading = part != NULL ? roadmap_item_get (part, "heading") : NULL;

  if (part != NULL && heading == NULL)
    heading = roadmap_item_get (part, "title");
  return heading != NULL && g_strcmp0 (heading, roadmap_item_get (item, "title")) == 0;
}

static guint
get_depth (RoadmapPassageForm  form,
           const Place        *place)
{
  switch (form)
    {
    case ROADMAP_PASSAGE_HEADING:
      return place->level;
    case ROADMAP_PASSAGE_ENTRY:
    case ROADMAP_PASSAGE_TEXT:
    case ROADMAP_PASSAGE_NOTE:
    case ROADMAP_PASSAGE_REMARK:
      return place->indent;
    case ROADMAP_PASSAGE_DETAIL:
      return place->indent + 1;
    default:
      return 0;
    }
}

/* Adds the item's own words and lets @place be that of the items in it. */
static void
add_own (Reading     *reading,
         RoadmapItem *item,
         gsize        row,
         Place       *place)
{
  RoadmapPassageForm first = kinds[row].passages[0].form;

  for (gsize i = 0; i < MAX_FIELDS && kinds[row].passages[i].field != NULL; i++)
    {
      RoadmapPassageForm form = kinds[row].passages[i].form;

      if (form == ROADMAP_PASSAGE_TEXT && place->noted)
        form = ROADMAP_PASSAGE_NOTE;
      if (form != ROADMAP_PASSAGE_TITLE || !repeats_part (item, place->part))
        add_wording (reading, item, kinds[row].passages[i].field, form, get_depth (form, place), place);
    }

  if (kinds[row].passages[0].field == NULL)
    return;
  place->noted |= first == ROADMAP_PASSAGE_NOTE;
  if (first == ROADMAP_PASSAGE_HEADING)
    place->level++;
  else if (first != ROADMAP_PASSAGE_TITLE)
    place->indent++;
}

/* The item's own heading for the column of @kind, or that of the chart around it. */
static RoadmapItem *
find_column_heading (RoadmapItem *around,
                     const char  *kind)
{
  for (; around != NULL && !roadmap_item_is (around, ROADMAP_KIND_ROOT); around = roadmap_item_get_parent (around))
    for (guint i = 0; i < roadmap_item_get_n_children (around); i++)
      {
        RoadmapItem *child = roadmap_item_get_child (around, i);

        if (roadmap_item_is (child, "heading") && g_strcmp0 (roadmap_item_get (child, "for"), kind) == 0)
          return child;
      }
  return NULL;
}

/* Whether @item holds groups that have to be told apart; notes are anyway. */
static gboolean
has_groups (RoadmapItem *item)
{
  const char *found = NULL;

  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      const char *kind = roadmap_item_get_kind (roadmap_item_get_child (item, i))->name;

      if (!g_strv_contains (grouped_kinds, kind) || strcmp (kind, "note") == 0)
        continue;
      if (found != NULL && found != kind)
        return TRUE;
      found = kind;
    }
  return FALSE;
}

static void
add_group (Reading     *reading,
           RoadmapItem *container,
           RoadmapItem *first,
           const Place *place)
{
  const char *kind = roadmap_item_get_kind (first)->name;
  RoadmapItem *heading = find_column_heading (container, kind);

  if (heading != NULL)
    add_wording (reading, heading, "title", ROADMAP_PASSAGE_GROUP, 0, place);
  else
    add_passage (reading, first, NULL, ROADMAP_PASSAGE_GROUP, 0, place);
}

/* FALSE if items of the kind are not read. */
static gboolean
find_row (RoadmapItem *item,
          gsize       *row)
{
  const char *kind = roadmap_item_get_kind (item)->name;

  /* The columns of a map are words of the picture; those of a chart are years. */
  if (strcmp (kind, "column") == 0 && !roadmap_item_is (roadmap_item_get_parent (item), "map"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].kind, kind) == 0)
      {
        *row = i;
        return TRUE;
      }
  return FALSE;
}

static void
find_place (Reading     *reading,
            RoadmapItem *item,
            Place       *place)
{
  const char *id = roadmap_item_is (item, "part") ? roadmap_item_get_id (item) : roadmap_item_get (item, "source");
  const char *page = roadmap_item_get (item, "page");
  RoadmapItem *source = id != NULL ? roadmap_lookup (reading->roadmap, id) : NULL;

  if (source != NULL && source != place->part)
    {
      place->part = source;
      place->page = 0;
    }
  /* "1-2": it begins on page 1. */
  if (page != NULL)
    place->page = g_ascii_strtoull (page, NULL, 10);
}

/* Whether items of the kind that come after another stand under a heading. */
static gboolean
is_headed (RoadmapItem *container,
           const char  *kind,
           gboolean     grouped)
{
  if (strcmp (kind, "note") == 0)
    return find_column_heading (container, kind) != NULL;
  return grouped;
}

static void
add_item (Reading     *reading,
          RoadmapItem *item,
          gsize        row,
          Place        place)
{
  gboolean grouped = has_groups (item);
  const char *group = NULL;

  if (roadmap_item_is (item, "part"))
    add_part (reading, item, &place);
  else if (!roadmap_item_is (item, "category") || place.part != NULL)
    add_own (reading, item, row, &place);

  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (item, i);
      const char *kind = roadmap_item_get_kind (child)->name;
      Place inner = place;
      gsize child_row;

      if (!find_row (child, &child_row))
        continue;
      find_place (reading, child, &inner);
      if (kind != group && g_strv_contains (grouped_kinds, kind))
        {
          group = kind;
          if (is_headed (item, kind, grouped))
            add_group (reading, item, child, &inner);
        }
      add_item (reading, child, child_row, inner);
    }
}

/* Parts in their order, what is in none behind them. */
static guint
get_rank (const RoadmapPassage *passage)
{
  return passage->part != NULL ? roadmap_item_get_position (passage->part) : G_MAXUINT;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const RoadmapPassage *first = a;
  const RoadmapPassage *second = b;
  guint first_rank = get_rank (first);
  guint second_rank = get_rank (second);

  if (first_rank != second_rank)
    return first_rank < second_rank ? -1 : 1;
  return (first->page > second->page) - (first->page < second->page);
}

/* A copy of @sorted with a passage before each page; takes over what @sorted holds. */
static GArray *
insert_pages (GArray *sorted)
{
  GArray *passages = g_array_sized_new (FALSE, FALSE, sizeof (RoadmapPassage), sorted->len + 16);
  RoadmapItem *part = NULL;
  guint page = 0;

  for (guint i = 0; i < sorted->len; i++)
    {
      const RoadmapPassage *passage = &g_array_index (sorted, RoadmapPassage, i);
      gboolean turned = passage->part != part || passage->page != page;

      if (turned && (passage->page > 0 || (passage->part == NULL && part != NULL)))
        {
          RoadmapPassage turn = { NULL, NULL, ROADMAP_PASSAGE_PAGE, 0, NULL, passage->page };

          g_set_object (&turn.item, passage->part);
          g_set_object (&turn.part, passage->part);
          g_array_append_val (passages, turn);
        }
      part = passage->part;
      page = passage->page;
      g_array_append_val (passages, *passage);
    }

  g_array_set_clear_func (sorted, NULL);
  g_array_unref (sorted);
  g_array_set_clear_func (passages, (GDestroyNotify) roadmap_passage_clear);
  return passages;
}

GArray *
roadmap_reading_list (Roadmap *roadmap)
{
  Reading reading = { roadmap, NULL };

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);

  reading.passages = g_array_new (FALSE, FALSE, sizeof (RoadmapPassage));
  add_item (&reading, roadmap_get_root (roadmap), 0, (Place) { NULL });
  /* Keeps the order of the file among equals. */
  g_array_sort (reading.passages, compare_places);
  return insert_pages (reading.passages);
}

gboolean
roadmap_reading_find (GArray      *passages,
                      RoadmapItem *item,
                      guint       *position)
{
  g_return_val_if_fail (passages != NULL, FALSE);

  for (RoadmapItem *around = item; around != NULL; around = roadmap_item_get_parent (around))
    {
      gboolean found = FALSE;

      for (guint i = 0; i < passages->len; i++)
        {
          const RoadmapPassage *passage = &g_array_index (passages, RoadmapPassage, i);
          gboolean heads = passage->form == ROADMAP_PASSAGE_PAGE || passage->form == ROADMAP_PASSAGE_GROUP;

          if (passage->item == NULL || (heads && !roadmap_item_is (around, "heading")))
            continue;
          if (passage->item == around)
            {
              *position = i;
              return TRUE;
            }
          if (!found && roadmap_item_is_within (passage->item, around))
            {
              *position = i;
              found = TRUE;
            }
        }
      if (found && !roadmap_item_is (around, ROADMAP_KIND_ROOT))
        return TRUE;
    }
  return FALSE;
}

static gboolean
mentions (RoadmapItem *item,
          const char  *id)
{
  const char *text = roadmap_item_get (item, "text");
  g_auto (GStrv) ids = NULL;

  /* Most texts have no mark, which is found out faster without reading their markup. */
  if (text == NULL || strstr (text, "<ref") == NULL)
    return FALSE;
  ids = roadmap_markup_list_refs (text);
  return g_strv_contains ((const char *const *) ids, id);
}

GPtrArray *
roadmap_reading_list_mentions (Roadmap     *roadmap,
                               RoadmapItem *note)
{
  GPtrArray *found = g_ptr_array_new ();
  RoadmapItem *root;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), found);

  root = roadmap_get_root (roadmap);
  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next_current (item, root))
    {
      g_autoptr (GPtrArray) links = roadmap_get_links (roadmap, item, "notes");

      if (g_ptr_array_find (links, note, NULL) || mentions (item, roadmap_item_get_id (note)))
        g_ptr_array_add (found, item);
    }
  return found;
}
