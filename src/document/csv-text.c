/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/csv-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/place.h"

typedef struct
{
  const char *position;
  const char *end;
  const char *name;
  guint       line;     /* that the position is on */
  char        divider;
  guint       n_cells;  /* of all rows */
} Parser;

static void
free_row (gpointer data)
{
  RoadmapCsvRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

const char *
roadmap_csv_row_get (const RoadmapCsvRow *row,
                     guint                column)
{
  return column < row->n_cells ? row->cells[column] : "";
}

/* What the first line has most of, outside of quotes; tabs stand in no head. */
static char
find_divider (const char *text,
              const char *end)
{
  static const char dividers[] = { '\t', ',', ';' };
  guint counts[G_N_ELEMENTS (dividers)] = { 0 };
  gboolean is_quoted = FALSE;
  gsize best = 0;

  for (; text < end && (is_quoted || (*text != '\n' && *text != '\r')); text++)
    {
      if (*text == '"')
        is_quoted = !is_quoted;
      for (gsize i = 0; i < G_N_ELEMENTS (dividers) && !is_quoted; i++)
        counts[i] += *text == dividers[i];
    }
  for (gsize i = 1; i < G_N_ELEMENTS (dividers); i++)
    if (counts[i] > counts[best])
      best = i;
  return counts[best] > 0 ? dividers[best] : ',';
}

/* A line end, of whatever system, is one LF. */
static gboolean
take_line_end (Parser *parser)
{
  if (parser->position == parser->end || (*parser->position != '\n' && *parser->position != '\r'))
    return FALSE;
  if (*parser->position == '\r' && parser->position + 1 < parser->end && parser->position[1] == '\n')
    parser->position++;
  parser->position++;
  parser->line++;
  return TRUE;
}

/* Up to the quote that ends it; the position is behind the one that begins it. */
static gboolean
read_quoted (Parser   *parser,
             GString  *cell,
             GError  **error)
{
  guint line = parser->line;

  while (parser->position < parser->end)
    {
      if (*parser->position == '"')
        {
          parser->position++;
          if (parser->position == parser->end || *parser->position != '"')
            return TRUE;
          g_string_append_c (cell, '"');
          parser->position++;
        }
      else if (take_line_end (parser))
        g_string_append_c (cell, '\n');
      else
        g_string_append_c (cell, *parser->position++);
    }
  roadmap_set_error_at (error, ROADMAP_ERROR_SYNTAX, parser->name, line,
                        _("a quotation mark opens a cell here that none closes; add it, or double it inside of a text"));
  return FALSE;
}

static gboolean
ends_cell (Parser *parser)
{
  return parser->position == parser->end || *parser->position == parser->divider || *parser->position == '\n' ||
         *parser->position == '\r';
}

static gboolean
read_cell (Parser   *parser,
           GString  *cell,
           GError  **error)
{
  g_string_truncate (cell, 0);
  while (parser->position < parser->end && *parser->position == ' ' && parser->divider != ' ')
    parser->position++;
  if (parser->position < parser->end && *parser->position == '"')
    {
      parser->position++;
      if (!read_quoted (parser, cell, error))
        return FALSE;
      while (!ends_cell (parser) && *parser->position == ' ')
        parser->position++;
      if (ends_cell (parser))
        return TRUE;
      roadmap_set_error_at (error, ROADMAP_ERROR_SYNTAX, parser->name, parser->line,
                            _("there is text behind the quotation mark that closes a cell; double the mark if it belongs to "
                              "the text"));
      return FALSE;
    }

  while (!ends_cell (parser))
    g_string_append_c (cell, *parser->position++);
  while (cell->len > 0 && cell->str[cell->len - 1] == ' ')
    g_string_truncate (cell, cell->len - 1);
  return TRUE;
}

/* NULL after an error; the row may be one in which nothing stands. */
static RoadmapCsvRow *
read_row (Parser  *parser,
          GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint line = parser->line;
  gboolean goes_on = TRUE;
  RoadmapCsvRow *row;

  while (goes_on)
    {
      if (!read_cell (parser, cell, error))
        return NULL;
      if (cells->len == ROADMAP_CSV_MAX_COLUMNS || parser->n_cells == ROADMAP_CSV_MAX_CELLS)
        {
          roadmap_set_error_at (error, ROADMAP_ERROR_SYNTAX, parser->name, line,
                                _("the table has too many cells to be one of a roadmap; choose another file"));
          return NULL;
        }
      g_ptr_array_add (cells, g_strndup (cell->str, cell->len));
      parser->n_cells++;
      goes_on = parser->position < parser->end && *parser->position == parser->divider;
      if (goes_on)
        parser->position++;
    }
  take_line_end (parser);

  row = g_new0 (RoadmapCsvRow, 1);
  row->line = line;
  row->n_cells = cells->len;
  g_ptr_array_add (cells, NULL);
  row->cells = (char **) g_ptr_array_free (g_steal_pointer (&cells), FALSE);
  return row;
}

static gboolean
is_blank (const RoadmapCsvRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (*row->cells[i] != '\0')
      return FALSE;
  return TRUE;
}

GPtrArray *
roadmap_csv_parse (GBytes      *text,
                   const char  *name,
                   GError     **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  Parser parser = { .name = name, .line = 1 };
  gsize size;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  parser.position = g_bytes_get_data (text, &size);
  parser.end = parser.position + size;
  parser.divider = find_divider (parser.position, parser.end);
  while (parser.position < parser.end)
    {
      RoadmapCsvRow *row = read_row (&parser, error);

      if (row == NULL)
        return NULL;
      if (is_blank (row))
        free_row (row);
      else
        g_ptr_array_add (rows, row);
    }
  if (rows->len > 0)
    return g_steal_pointer (&rows);
  roadmap_set_error_at (error, ROADMAP_ERROR_SYNTAX, name, 1, _("the table is empty; choose another file"));
  return NULL;
}
