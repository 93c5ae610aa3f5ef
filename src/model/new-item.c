/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/new-item.h"

#include <string.h>

/* What a new item is called until it is given a title, in the language of the roadmap, which need not be that of the
 * program. */
static const struct
{
  const char *kind;
  const char *japanese;
  const char *english;
} words[] = {
  { "part", "新しい出典資料", "New part" },
  { "edition", "新しい版", "New edition" },
  { "domain", "新しい領域", "New domain" },
  { "category", "新しい区分", "New category" },
  { "status", "新しい状況", "New status" },
  { "narrative", "新しい本文", "New narrative" },
  { "section", "新しい節", "New section" },
  { "paragraph", "新しい段落", "New paragraph" },
  { "footnote", "新しい脚注", "New footnote" },
  { "chart", "新しいチャート", "New chart" },
  { "heading", "新しい列見出し", "New column heading" },
  { "column", "新しい列", "New column" },
  { "stage", "新しい開発段階", "New stage" },
  { "lane", "新しい領域", "New lane" },
  { "roadblock", "新しいロードブロック", "New roadblock" },
  { "issue", "新しい論点", "New issue" },
  { "measure", "新しい取組事項", "New measure" },
  { "bar", "新しい帯", "New bar" },
  { "milestone", "新しいマイルストーン", "New milestone" },
  { "note", "新しい注釈", "New note" },
  { "remark", "新しい編集注", "New remark" },
  { "map", "新しい俯瞰図", "New map" },
  { "band", "新しい段", "New band" },
  { "region", "新しい区域", "New region" },
  { "cell", "新しいセル", "New cell" },
};

static const char *
find_words (const RoadmapKind *kind,
            const char        *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].kind, kind->name) == 0)
      return g_str_has_prefix (language, "ja") ? words[i].japanese : words[i].english;
  return kind->name;
}

/* What a default is found from. */
typedef struct
{
  Roadmap            *roadmap;
  const RoadmapKind  *kind;
  const RoadmapPlace *place;
  const GDate        *today;
  RoadmapSpan         span;
} Draft;

static gboolean
is_given (const Draft *draft,
          const char  *field,
          const char  *value)
{
  for (guint i = 0; i < roadmap_item_get_n_children (draft->place->parent); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (draft->place->parent, i);

      if (roadmap_item_get_kind (child) == draft->kind && g_strcmp0 (roadmap_item_get (child, field), value) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The first letter that tells it from those beside it. */
static char *
dup_free_letter (const Draft *draft,
                 const char  *field)
{
  for (char letter = 'A'; letter <= 'Z'; letter++)
    {
      const char text[] = { letter, '\0' };

      if (!is_given (draft, field, text))
        return g_strdup (text);
    }
  return g_strdup ("?");
}

static char *
dup_title (const Draft *draft)
{
  return g_strdup (find_words (draft->kind, roadmap_get_language (draft->roadmap)));
}

static char *
dup_number (const Draft *draft)
{
  const RoadmapField *field = roadmap_kind_find_field (draft->kind, "number");
  char *number = roadmap_number_dup_free (draft->kind, draft->place->parent);

  return number != NULL || !(field->flags & ROADMAP_FIELD_REQUIRED) ? number : g_strdup ("1");
}

static char *
dup_label (const Draft *draft)
{
  return dup_free_letter (draft, "label");
}

static char *
dup_letter (const Draft *draft)
{
  return dup_free_letter (draft, "letter");
}

static char *
dup_date (const Draft *draft)
{
  return roadmap_date_format (draft->today);
}

static char *
dup_start (const Draft *draft)
{
  return roadmap_point_format (&draft->span.start, roadmap_get_fiscal_start (draft->roadmap));
}

static char *
dup_end (const Draft *draft)
{
  return roadmap_point_format (&draft->span.end, roadmap_get_fiscal_start (draft->roadmap));
}

static char *
dup_calendar (const Draft *draft)
{
  return g_strdup (draft->span.start.calendar == ROADMAP_CALENDAR_FISCAL ? "fiscal" : "calendar");
}

/* The first column that has no heading yet. */
static char *
dup_heading_for (const Draft *draft)
{
  static const char *const columns[] = { "stage", "domain", "roadblock", "addressed", "measure", "note" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (!is_given (draft, "for", columns[i]))
      return g_strdup (columns[i]);
  return g_strdup (columns[0]);
}

static int
get_number (RoadmapItem *item,
            const char  *field,
            int          value)
{
  const char *text = roadmap_item_get (item, field);

  return text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : value;
}

/* The last of those beside it, below which there is more likely room than on it. */
static RoadmapItem *
find_above (const Draft *draft)
{
  RoadmapItem *parent = draft->place->parent;

  for (guint i = roadmap_item_get_n_children (parent); i > 0 && draft->place->like == NULL; i--)
    if (roadmap_item_get_kind (roadmap_item_get_child (parent, i - 1)) == draft->kind)
      return roadmap_item_get_child (parent, i - 1);
  return draft->place->like;
}

static char *
dup_x (const Draft *draft)
{
  RoadmapItem *above = find_above (draft);

  return g_strdup_printf ("%d", get_number (above != NULL ? above : draft->place->parent, "x", 0));
}

static char *
dup_y (const Draft *draft)
{
  RoadmapItem *above = find_above (draft);

  if (above != NULL)
    return g_strdup_printf ("%d", get_number (above, "y", 0) + get_number (above, "height", 1));
  return g_strdup_printf ("%d", get_number (draft->place->parent, "y", 0));
}

static char *
dup_width (const Draft *draft)
{
  RoadmapItem *above = find_above (draft);

  return g_strdup_printf ("%d", get_number (above != NULL ? above : draft->place->parent, "width", 1));
}

static char *
dup_height (const Draft *draft)
{
  return g_strdup ("1");
}

/* The fields that a new item fills, beyond wording. */
static const struct
{
  const char *field;
  const char *kind; /* NULL: of every kind where the field is required */
  char     *(*dup) (const Draft *draft);
} defaults[] = {
  { "title", NULL, dup_title },
  { "text", NULL, dup_title },
  { "number", NULL, dup_number },
  { "number", "stage", dup_number },
  { "number", "lane", dup_number },
  { "number", "region", dup_number },
  { "label", NULL, dup_label },
  { "letter", NULL, dup_letter },
  { "date", NULL, dup_date },
  { "start", NULL, dup_start },
  { "end", NULL, dup_end },
  { "calendar", NULL, dup_calendar },
  { "for", NULL, dup_heading_for },
  { "title", "section", dup_title },
  { "x", "band", dup_x },
  { "y", "band", dup_y },
  { "width", "band", dup_width },
  { "height", "band", dup_height },
  { "x", "region", dup_x },
  { "y", "region", dup_y },
  { "width", "region", dup_width },
  { "height", "region", dup_height },
  { "x", "cell", dup_x },
  { "y", "cell", dup_y },
  { "width", "cell", dup_width },
  { "height", "cell", dup_height },
};

static gboolean
is_filled (const RoadmapField *field,
           const RoadmapKind  *kind,
           guint               row)
{
  if (strcmp (defaults[row].field, field->name) != 0)
    return FALSE;
  return defaults[row].kind != NULL ? strcmp (defaults[row].kind, kind->name) == 0
                                    : (field->flags & ROADMAP_FIELD_REQUIRED) != 0;
}

static void
fill (const Draft        *draft,
      RoadmapItem        *item,
      const RoadmapField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (is_filled (field, draft->kind, i))
      {
        g_autofree char *value = defaults[i].dup (draft);

        roadmap_item_init_value (item, field, NULL, value);
        return;
      }
}

/* What a column of the chart stands for. */
static RoadmapUnit
get_unit (RoadmapItem *chart)
{
  static const struct
  {
    const char  *columns;
    RoadmapUnit  unit;
  } units[] = {
    { "month", ROADMAP_UNIT_MONTH },
    { "quarter", ROADMAP_UNIT_QUARTER },
    { "half", ROADMAP_UNIT_HALF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_strcmp0 (roadmap_item_get (chart, "columns"), units[i].columns) == 0)
      return units[i].unit;
  return ROADMAP_UNIT_YEAR;
}

/* Four years from today on: as much as one can plan. */
static RoadmapSpan
get_years (Roadmap     *roadmap,
           const GDate *today)
{
  int fiscal_start = roadmap_get_fiscal_start (roadmap);
  RoadmapMonth month = roadmap_month_of_date (today);

  return (RoadmapSpan) {
    .start = roadmap_point_at (ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_YEAR, month, fiscal_start),
    .end = roadmap_point_at (ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_YEAR, month + 36, fiscal_start),
  };
}

static RoadmapSpan
find_span (const Draft *draft)
{
  RoadmapItem *chart = roadmap_item_find_around (draft->place->parent, "chart");
  RoadmapSpan span;
  RoadmapPoint first;

  if (draft->place->like != NULL && roadmap_get_span (draft->roadmap, draft->place->like, &span))
    return span;
  if (chart == NULL || !roadmap_get_span (draft->roadmap, chart, &span))
    return get_years (draft->roadmap, draft->today);
  first = roadmap_point_at (roadmap_get_calendar (draft->roadmap, chart), get_unit (chart), roadmap_span_get_first (&span),
                            roadmap_get_fiscal_start (draft->roadmap));
  return (RoadmapSpan) { .start = first, .end = first };
}

RoadmapItem *
roadmap_new_item (Roadmap            *roadmap,
                  const RoadmapKind  *kind,
                  const RoadmapPlace *place,
                  const GDate        *today,
                  const RoadmapSpan  *span)
{
  g_autofree char *id = NULL;
  Draft draft;
  RoadmapItem *item;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (kind != NULL && place != NULL, NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  draft = (Draft) { .roadmap = roadmap, .kind = kind, .place = place, .today = today };
  draft.span = span != NULL ? *span : find_span (&draft);
  id = roadmap_dup_new_id (roadmap, kind);
  item = roadmap_item_new (kind, id);
  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    fill (&draft, item, field);
  if (draft.span.open && roadmap_kind_find_field (kind, "open") != NULL)
    roadmap_item_init_value (item, roadmap_kind_find_field (kind, "open"), NULL, "true");
  roadmap_place_link (place, item);
  return item;
}
