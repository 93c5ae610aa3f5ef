/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/csv.h"

#include <string.h>

#include "export/item-words.h"
#include "model/era.h"
#include "model/markup.h"

#define MARK "\xef\xbb\xbf"

/* What a column has of a field. */
typedef enum
{
  ASPECT_VALUE,
  ASPECT_EXACT,
  ASPECT_DATE,
  ASPECT_WORDS,
  ASPECT_LINK,
} Aspect;

typedef struct
{
  char       *name;
  const char *field;    /* its name, by which fields of several kinds share a column */
  const char *language; /* interned; NULL: the roadmap's own */
  Aspect      aspect;
  guint       index;    /* of a link */
  gboolean    is_used;
} Column;

typedef struct
{
  const RoadmapExportOptions *options;
  const char                 *language; /* of words */
  GPtrArray                  *items;    /* the rows */
  GHashTable                 *set;      /* of them */
  GPtrArray                  *columns;
} Table;

static void
free_column (gpointer data)
{
  Column *column = data;

  g_free (column->name);
  g_free (column);
}

static void
clear_table (Table *table)
{
  g_ptr_array_unref (table->items);
  g_hash_table_unref (table->set);
  g_ptr_array_unref (table->columns);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, clear_table)

/* Rows */

static gboolean
holds (const RoadmapExportOptions *options,
       RoadmapItem                *item)
{
  RoadmapItem *chart = roadmap_item_find_around (item, "chart");

  if (chart == NULL)
    return TRUE;
  if (options->charts != NULL && !g_ptr_array_find (options->charts, chart, NULL))
    return FALSE;
  return roadmap_export_shows (options, item);
}

static void
add_items (Table *table)
{
  RoadmapItem *root = roadmap_get_root (table->options->roadmap);
  RoadmapItem *item = root;

  while (item != NULL)
    if (holds (table->options, item))
      {
        g_ptr_array_add (table->items, item);
        g_hash_table_add (table->set, item);
        item = roadmap_item_next (item, root);
      }
    else
      item = roadmap_item_next_beside (item, root);
}

/* Columns */

static void
add_column (Table      *table,
            const char *field,
            const char *language,
            Aspect      aspect,
            guint       index)
{
  static const char *const suffixes[] = {
    [ASPECT_VALUE] = "", [ASPECT_EXACT] = ".exact", [ASPECT_DATE] = ".date", [ASPECT_WORDS] = ".words",
  };
  Column *column = g_new0 (Column, 1);

  *column = (Column) { .field = field, .language = language, .aspect = aspect, .index = index };
  column->name = aspect == ASPECT_LINK
                   ? g_strdup_printf ("%s.%u", field, index + 1)
                   : g_strconcat (field, language != NULL ? "@" : "", language != NULL ? language : "",
                                  suffixes[aspect], NULL);
  g_ptr_array_add (table->columns, column);
}

static guint
count_links (const char *value)
{
  g_auto (GStrv) ids = value != NULL ? g_strsplit (value, " ", -1) : NULL;

  return ids != NULL ? g_strv_length (ids) : 0;
}

static guint
find_most_links (Table      *table,
                 const char *field)
{
  guint most = 0;

  for (guint i = 0; i < table->items->len; i++)
    most = MAX (most, count_links (roadmap_item_get (g_ptr_array_index (table->items, i), field)));
  return most;
}

static void
add_columns_of (Table              *table,
                const RoadmapField *field,
                char              **languages)
{
  guint n_links;

  switch (field->type)
    {
    case ROADMAP_FIELD_TEXT:
    case ROADMAP_FIELD_MARKUP:
      for (guint i = 0; languages[i] != NULL; i++)
        {
          const char *language = i > 0 ? g_intern_string (languages[i]) : NULL;

          add_column (table, field->name, language, ASPECT_VALUE, 0);
          add_column (table, field->name, language, ASPECT_EXACT, 0);
        }
      return;

    case ROADMAP_FIELD_POINT:
      add_column (table, field->name, NULL, ASPECT_VALUE, 0);
      add_column (table, field->name, NULL, ASPECT_DATE, 0);
      add_column (table, field->name, NULL, ASPECT_WORDS, 0);
      return;

    case ROADMAP_FIELD_DATE:
      add_column (table, field->name, NULL, ASPECT_VALUE, 0);
      add_column (table, field->name, NULL, ASPECT_WORDS, 0);
      return;

    case ROADMAP_FIELD_REFS:
      n_links = find_most_links (table, field->name);
      for (guint i = 0; i < n_links; i++)
        add_column (table, field->name, NULL, ASPECT_LINK, i);
      return;

    default:
      add_column (table, field->name, NULL, ASPECT_VALUE, 0);
      if (roadmap_schema_is_inherited (field->name))
        add_column (table, field->name, NULL, ASPECT_EXACT, 0);
    }
}

/* Words stand first, then what goes for them, then where they come from. */
static guint
get_rank (const RoadmapField *field)
{
  if (roadmap_schema_is_inherited (field->name))
    return 2;
  return roadmap_field_is_text (field) ? 0 : 1;
}

static void
add_columns (Table *table)
{
  g_auto (GStrv) languages = roadmap_list_languages (table->options->roadmap);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  /* A name that is wording in one kind and a string in another is one column, that of the wording. */
  for (guint rank = 0; rank <= 2; rank++)
    for (const RoadmapKind *kind = roadmap_schema_get_kinds (); kind->name != NULL; kind++)
      for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
        if (get_rank (field) == rank && g_hash_table_add (names, (gpointer) field->name))
          add_columns_of (table, field, languages);
}

/* Cells */

static char *
get_line (const RoadmapField *field,
          const char         *value)
{
  char *words = field->type == ROADMAP_FIELD_MARKUP ? roadmap_markup_to_text (value)
                                                    : roadmap_markup_unfold (value, strlen (value));

  return words != NULL ? words : g_strdup (value);
}

/* "令和2年度第1四半期" becomes "令和2年度（2020）第1四半期"; a language without eras has the year already. */
static char *
add_western_year (const char *words,
                  int         year)
{
  const char *after = g_strrstr (words, "年");
  g_autofree char *start = NULL;

  if (after == NULL)
    return g_strdup (words);
  after += strlen ("年");
  if (g_str_has_prefix (after, "度"))
    after += strlen ("度");
  start = g_strndup (words, after - words);
  return g_strdup_printf ("%s（%d）%s", start, year, after);
}

static char *
get_point (Table      *table,
           const char *value,
           gboolean    is_end,
           Aspect      aspect)
{
  int fiscal_start = roadmap_get_fiscal_start (table->options->roadmap);
  g_autofree char *words = NULL;
  RoadmapPoint point;
  GDate date;

  if (!roadmap_point_parse (value, fiscal_start, &point))
    return NULL;
  if (aspect == ASPECT_WORDS)
    {
      words = roadmap_point_describe (&point, fiscal_start, table->language);
      return add_western_year (words, point.unit == ROADMAP_UNIT_MONTH ? point.first / 12
                                                                       : roadmap_point_get_year (&point, fiscal_start));
    }
  roadmap_month_get_first_day (is_end ? roadmap_point_get_after (&point) : point.first, &date);
  if (is_end)
    g_date_subtract_days (&date, 1);
  return roadmap_date_format (&date);
}

static char *
get_date (Table      *table,
          const char *value)
{
  g_autofree char *words = NULL;
  GDate date;

  if (!roadmap_date_parse (value, &date))
    return NULL;
  words = roadmap_date_describe (&date, table->language);
  return add_western_year (words, g_date_get_year (&date));
}

/* Whether the item with this id has a row. */
static gboolean
has_row (Table      *table,
         const char *id)
{
  RoadmapItem *item = roadmap_lookup (table->options->roadmap, id);

  return item != NULL && g_hash_table_contains (table->set, item);
}

static char *
get_link (Table      *table,
          const char *value,
          guint       index)
{
  g_auto (GStrv) ids = g_strsplit (value, " ", -1);

  for (char **id = ids; *id != NULL; id++)
    if (has_row (table, *id) && index-- == 0)
      return g_strdup (*id);
  return NULL;
}

/* A value that the item would have if it did not say so. */
static const char *
get_repeated (RoadmapItem        *item,
              const RoadmapField *field)
{
  RoadmapItem *parent = roadmap_item_get_parent (item);
  const char *value = roadmap_item_get_value (item, field, NULL);

  if (parent == NULL || g_strcmp0 (value, roadmap_item_get_inherited (parent, field->name)) != 0)
    return NULL;
  return value;
}

static char *
get_own (RoadmapItem        *item,
         const RoadmapField *field)
{
  return g_strdup (roadmap_schema_is_inherited (field->name) ? roadmap_item_get_inherited (item, field->name)
                                                             : roadmap_item_get_value (item, field, NULL));
}

/* What stands in the cell; NULL for nothing. */
static char *
get_cell (Table        *table,
          RoadmapItem  *item,
          const Column *column)
{
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), column->field);
  g_autofree char *line = NULL;
  g_autofree char *value = NULL;

  if (field == NULL)
    return NULL;
  value = column->language == NULL ? get_own (item, field)
                                   : g_strdup (roadmap_item_get_value (item, field, column->language));
  if (value == NULL)
    return NULL;

  switch (column->aspect)
    {
    case ASPECT_DATE:
      return get_point (table, value, strcmp (field->name, "end") == 0, ASPECT_DATE);
    case ASPECT_WORDS:
      return field->type == ROADMAP_FIELD_DATE ? get_date (table, value) : get_point (table, value, FALSE, ASPECT_WORDS);
    case ASPECT_LINK:
      return get_link (table, value, column->index);
    case ASPECT_EXACT:
      if (roadmap_schema_is_inherited (field->name))
        return g_strdup (get_repeated (item, field));
      line = get_line (field, value);
      return strcmp (line, value) != 0 ? g_steal_pointer (&value) : NULL;
    default:
      if (roadmap_field_is_text (field))
        return get_line (field, value);
      if (field->type == ROADMAP_FIELD_REF && !has_row (table, value))
        return NULL;
      return g_steal_pointer (&value);
    }
}

static void
find_used_columns (Table *table)
{
  for (guint c = 0; c < table->columns->len; c++)
    {
      Column *column = g_ptr_array_index (table->columns, c);

      for (guint i = 0; i < table->items->len && !column->is_used; i++)
        {
          g_autofree char *cell = get_cell (table, g_ptr_array_index (table->items, i), column);

          column->is_used = cell != NULL;
        }
    }
}

/* Text */

/* With the comma behind it. */
static void
append_cell (GString    *text,
             const char *cell)
{
  const char *value = cell != NULL ? cell : "";
  gboolean is_plain = strpbrk (value, "\",\r\n") == NULL && *value != ' ' && !g_str_has_suffix (value, " ");

  if (!is_plain)
    g_string_append_c (text, '"');
  for (const char *c = value; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *c);
    }
  g_string_append (text, is_plain ? "," : "\",");
}

static void
end_row (GString *text)
{
  g_string_truncate (text, text->len - strlen (","));
  g_string_append (text, "\r\n");
}

static void
append_head (Table   *table,
             GString *text)
{
  append_cell (text, "id");
  append_cell (text, "kind");
  append_cell (text, "parent");
  append_cell (text, "path");
  append_cell (text, "language");
  for (guint c = 0; c < table->columns->len; c++)
    {
      const Column *column = g_ptr_array_index (table->columns, c);

      if (column->is_used)
        append_cell (text, column->name);
    }
  end_row (text);
}

static void
append_row (Table       *table,
            RoadmapItem *item,
            GString     *text)
{
  RoadmapItem *parent = roadmap_item_get_parent (item);
  g_autofree char *path = roadmap_export_dup_place (table->options, item);

  append_cell (text, roadmap_item_get_id (item));
  append_cell (text, roadmap_item_get_kind (item)->name);
  append_cell (text, parent != NULL ? roadmap_item_get_id (parent) : NULL);
  append_cell (text, path);
  append_cell (text, roadmap_get_language (table->options->roadmap));
  for (guint c = 0; c < table->columns->len; c++)
    {
      const Column *column = g_ptr_array_index (table->columns, c);
      g_autofree char *cell = column->is_used ? get_cell (table, item, column) : NULL;

      if (column->is_used)
        append_cell (text, cell);
    }
  end_row (text);
}

gboolean
roadmap_csv_write (const RoadmapExportOptions  *options,
                   GOutputStream               *stream,
                   GCancellable                *cancellable,
                   GError                     **error)
{
  g_autoptr (GString) text = g_string_new (options->flags & ROADMAP_EXPORT_MARK ? MARK : NULL);
  g_auto (Table) table = { .options = options };

  table.language = roadmap_export_get_language (options);
  table.items = g_ptr_array_new ();
  table.set = g_hash_table_new (NULL, NULL);
  table.columns = g_ptr_array_new_with_free_func (free_column);
  add_items (&table);
  add_columns (&table);
  find_used_columns (&table);

  append_head (&table, text);
  for (guint i = 0; i < table.items->len; i++)
    append_row (&table, g_ptr_array_index (table.items, i), text);
  return roadmap_export_write_text (text, stream, cancellable, error);
}
