/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/csv-items.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/imported.h"
#include "document/place.h"
#include "model/markup.h"

/* As deep as a file may be that can be read again. */
#define MAX_DEPTH 100

typedef struct
{
  RoadmapItem         *item;
  const RoadmapCsvRow *row;
  const char          *parent; /* its id; empty for the outermost */
} Entry;

typedef struct
{
  GPtrArray   *rows;
  const char  *name;
  GHashTable  *columns;   /* of names: index + 1 */
  GHashTable  *languages; /* of wording in columns: a set of interned tags */
  const char  *language;
  GPtrArray   *entries;
  GHashTable  *by_id;     /* Entry */
} Reader;

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->item);
  g_free (entry);
}

static void
clear_reader (Reader *reader)
{
  g_hash_table_unref (reader->columns);
  g_hash_table_unref (reader->languages);
  g_ptr_array_unref (reader->entries);
  g_hash_table_unref (reader->by_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

/* Columns */

static void
find_columns (Reader *reader)
{
  const RoadmapCsvRow *heads = g_ptr_array_index (reader->rows, 0);

  for (guint i = 0; i < heads->n_cells; i++)
    {
      const char *at = strchr (heads->cells[i], '@');
      g_autofree char *language = at != NULL ? g_strndup (at + 1, strcspn (at + 1, ".")) : NULL;

      /* Of two columns with the same name the first. */
      if (!g_hash_table_contains (reader->columns, heads->cells[i]))
        g_hash_table_insert (reader->columns, heads->cells[i], GUINT_TO_POINTER (i + 1));
      if (language != NULL && roadmap_imported_is_language (language))
        g_hash_table_add (reader->languages, (gpointer) g_intern_string (language));
    }
}

/* Empty also if there is no such column. */
static const char *
get_cell (Reader              *reader,
          const RoadmapCsvRow *row,
          const char          *column)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (reader->columns, column));

  return number > 0 ? roadmap_csv_row_get (row, number - 1) : "";
}

static const char *
get_cell_with (Reader              *reader,
               const RoadmapCsvRow *row,
               const char          *field,
               const char          *suffix)
{
  g_autofree char *column = g_strconcat (field, suffix, NULL);

  return get_cell (reader, row, column);
}

gboolean
roadmap_csv_are_items (GPtrArray *rows)
{
  static const char *const names[] = { "id", "kind", "parent" };
  const RoadmapCsvRow *heads = g_ptr_array_index (rows, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (!g_strv_contains ((const char *const *) heads->cells, names[i]))
      return FALSE;
  return TRUE;
}

/* Values */

/* (transfer full): the wording, whose line of words in the file is as in the cell. */
static char *
find_wording (const RoadmapField *field,
              const char         *line,
              const char         *exact)
{
  gboolean is_markup = field->type == ROADMAP_FIELD_MARKUP;
  g_autofree char *words = NULL;

  if (*exact != '\0')
    words = is_markup ? roadmap_markup_to_text (exact) : roadmap_markup_unfold (exact, strlen (exact));
  if (g_strcmp0 (words, line) == 0)
    return g_strdup (exact);
  return is_markup ? g_markup_escape_text (line, -1) : g_strdup (line);
}

static char *
find_links (Reader              *reader,
            const RoadmapCsvRow *row,
            const char          *field)
{
  g_autoptr (GString) ids = g_string_new (get_cell (reader, row, field));

  for (guint i = 1; i <= ROADMAP_CSV_MAX_COLUMNS; i++)
    {
      g_autofree char *column = g_strdup_printf ("%s.%u", field, i);
      const char *id = get_cell (reader, row, column);

      if (!g_hash_table_contains (reader->columns, column))
        break;
      if (*id != '\0')
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", id);
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/* The month of a date beside a period that is not there. */
static char *
find_point (Reader              *reader,
            const RoadmapCsvRow *row,
            const char          *field)
{
  const char *value = get_cell (reader, row, field);
  const char *day = get_cell_with (reader, row, field, ".date");
  GDate date;

  if (*value == '\0' && roadmap_date_parse (day, &date))
    return g_strndup (day, strlen ("2020-04"));
  return g_strdup (value);
}

static gboolean
set_value (Reader              *reader,
           Entry               *entry,
           const RoadmapField  *field,
           const char          *language,
           const char          *value,
           GError             **error)
{
  g_autoptr (GError) cause = NULL;

  if (*value == '\0')
    return TRUE;
  if (!roadmap_field_check (field, value, &cause))
    {
      roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, reader->name, entry->row->line, "%s", cause->message);
      return FALSE;
    }
  roadmap_item_init_value (entry->item, field, language, value);
  return TRUE;
}

static gboolean
set_wordings (Reader              *reader,
              Entry               *entry,
              const RoadmapField  *field,
              GError             **error)
{
  const RoadmapCsvRow *row = entry->row;
  g_autofree char *own = find_wording (field, get_cell (reader, row, field->name),
                                       get_cell_with (reader, row, field->name, ".exact"));
  GHashTableIter iterator;
  gpointer language;

  if (!set_value (reader, entry, field, NULL, own, error))
    return FALSE;

  g_hash_table_iter_init (&iterator, reader->languages);
  while (g_hash_table_iter_next (&iterator, &language, NULL))
    {
      g_autofree char *column = g_strconcat (field->name, "@", language, NULL);
      g_autofree char *wording = find_wording (field, get_cell (reader, row, column),
                                               get_cell_with (reader, row, column, ".exact"));

      if (g_ascii_strcasecmp (language, reader->language) != 0 &&
          !set_value (reader, entry, field, language, wording, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_field (Reader              *reader,
           Entry               *entry,
           const RoadmapField  *field,
           GError             **error)
{
  g_autofree char *value = NULL;

  if (roadmap_field_is_text (field))
    return set_wordings (reader, entry, field, error);

  if (field->type == ROADMAP_FIELD_REFS)
    value = find_links (reader, entry->row, field->name);
  else if (field->type == ROADMAP_FIELD_POINT)
    value = find_point (reader, entry->row, field->name);
  else
    value = g_strdup (get_cell (reader, entry->row, field->name));
  return set_value (reader, entry, field, NULL, value, error);
}

/* What the items around it say already; the outermost say it themselves. */
static gboolean
is_inherited (Reader             *reader,
              const Entry        *entry,
              const RoadmapField *field)
{
  const Entry *parent = g_hash_table_lookup (reader->by_id, entry->parent);

  return parent != NULL && roadmap_schema_is_inherited (field->name) &&
         *get_cell_with (reader, entry->row, field->name, ".exact") == '\0' &&
         strcmp (get_cell (reader, entry->row, field->name), get_cell (reader, parent->row, field->name)) == 0;
}

static gboolean
set_fields (Reader  *reader,
            Entry   *entry,
            GError **error)
{
  for (const RoadmapField *field = roadmap_item_get_kind (entry->item)->fields; field->name != NULL; field++)
    if (!is_inherited (reader, entry, field) && !set_field (reader, entry, field, error))
      return FALSE;
  return TRUE;
}

/* Items */

static gboolean
add_entry (Reader               *reader,
           const RoadmapCsvRow  *row,
           GError              **error)
{
  const char *id = get_cell (reader, row, "id");
  const char *kind_name = get_cell (reader, row, "kind");
  const RoadmapKind *kind = roadmap_schema_find_kind (kind_name);
  Entry *entry;

  if (!roadmap_item_is_id (id))
    roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, reader->name, row->line,
                          _("“%s” cannot be an id; it must begin with a letter and have only the letters a to z, digits, "
                            "dots, hyphens and underscores"), id);
  else if (kind == NULL)
    roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, reader->name, row->line,
                          _("there are no items of the kind “%s”; correct it"), kind_name);
  else if (g_hash_table_contains (reader->by_id, id))
    roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, reader->name, row->line,
                          _("the id “%s” is used twice; give one of the two items another id"), id);
  else
    {
      entry = g_new0 (Entry, 1);
      *entry = (Entry) { roadmap_item_new (kind, id), row, get_cell (reader, row, "parent") };
      roadmap_item_set_line (entry->item, row->line);
      g_ptr_array_add (reader->entries, entry);
      g_hash_table_insert (reader->by_id, (gpointer) id, entry);
      return TRUE;
    }
  return FALSE;
}

/* The one outermost item, which must be a roadmap. */
static Entry *
find_root (Reader  *reader,
           GError **error)
{
  Entry *root = NULL;

  for (guint i = 0; i < reader->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (reader->entries, i);
      gboolean is_root = roadmap_item_is (entry->item, ROADMAP_KIND_ROOT);

      if (is_root != (*entry->parent == '\0') || (is_root && root != NULL))
        {
          roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, reader->name, entry->row->line,
                                _("“%s” has no right place: one row, of the kind “roadmap”, has no parent, and all others "
                                  "have one"), roadmap_item_get_id (entry->item));
          return NULL;
        }
      if (is_root)
        root = entry;
    }
  if (root == NULL)
    roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, reader->name, 1,
                          _("there is no row of the kind “roadmap”; add the one all others stand in"));
  return root;
}

/* Whether the entry's parents lead up to the outermost within the depth a file may have. */
static gboolean
check_place (Reader       *reader,
             const Entry  *entry,
             GError      **error)
{
  const Entry *above = entry;
  const Entry *parent = g_hash_table_lookup (reader->by_id, entry->parent);
  guint depth = 0;

  if (parent == NULL)
    {
      roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, reader->name, entry->row->line,
                            _("the parent “%s” has no row; correct the id, or add the row"), entry->parent);
      return FALSE;
    }
  if (!roadmap_kind_may_contain (roadmap_item_get_kind (parent->item), roadmap_item_get_kind (entry->item)->name))
    {
      roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, reader->name, entry->row->line,
                            _("“%s” cannot stand in “%s”: in an item of the kind “%s” there is none of the kind “%s”"),
                            roadmap_item_get_id (entry->item), entry->parent, roadmap_item_get_kind (parent->item)->name,
                            roadmap_item_get_kind (entry->item)->name);
      return FALSE;
    }
  while (above != NULL && *above->parent != '\0' && depth <= MAX_DEPTH)
    {
      above = g_hash_table_lookup (reader->by_id, above->parent);
      depth++;
    }
  if (depth <= MAX_DEPTH)
    return TRUE;
  roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, reader->name, entry->row->line,
                        _("“%s” stands in itself or too deep in other items; correct its parent"),
                        roadmap_item_get_id (entry->item));
  return FALSE;
}

/* Parents get their children after all places have been found right, for then there is no ring. */
static gboolean
join_items (Reader       *reader,
            const Entry  *root,
            GError      **error)
{
  for (guint i = 0; i < reader->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (reader->entries, i);

      if (entry != root && !check_place (reader, entry, error))
        return FALSE;
    }
  for (guint i = 0; i < reader->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (reader->entries, i);
      const Entry *parent = g_hash_table_lookup (reader->by_id, entry->parent);

      if (entry != root)
        roadmap_item_init_child (parent->item, entry->item);
    }
  return TRUE;
}

static Roadmap *
read_items (Reader  *reader,
            GError **error)
{
  const Entry *root;

  for (guint i = 1; i < reader->rows->len; i++)
    if (!add_entry (reader, g_ptr_array_index (reader->rows, i), error))
      return NULL;
  root = find_root (reader, error);
  if (root == NULL)
    return NULL;

  reader->language = get_cell (reader, root->row, "language");
  if (!roadmap_imported_is_language (reader->language))
    {
      roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, reader->name, root->row->line,
                            _("“%s” is no language; write that of the roadmap in the column “language”, such as ja"),
                            reader->language);
      return NULL;
    }
  for (guint i = 0; i < reader->entries->len; i++)
    if (!set_fields (reader, g_ptr_array_index (reader->entries, i), error))
      return NULL;
  if (!join_items (reader, root, error))
    return NULL;
  return roadmap_imported_new (root->item, reader->language, reader->name, error);
}

Roadmap *
roadmap_csv_read_items (GPtrArray   *rows,
                        const char  *name,
                        GError     **error)
{
  g_auto (Reader) reader = { .rows = rows, .name = name };

  reader.columns = g_hash_table_new (g_str_hash, g_str_equal);
  reader.languages = g_hash_table_new (NULL, NULL);
  reader.entries = g_ptr_array_new_with_free_func (free_entry);
  reader.by_id = g_hash_table_new (g_str_hash, g_str_equal);
  find_columns (&reader);
  return read_items (&reader, error);
}
