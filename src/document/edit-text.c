/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/edit-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/fragment.h"

/* The characters that mean something in a line, and the letters that stand for them behind a backslash. */
static const char plain[] = "\\\t\n\r";
static const char letters[] = "\\tnr";

void
roadmap_edit_text_escape (GString    *out,
                          const char *text)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, plain);

      g_string_append_len (out, text, length);
      text += length;
      if (*text == '\0')
        return;
      g_string_append_c (out, '\\');
      g_string_append_c (out, letters[strchr (plain, *text) - plain]);
      text++;
    }
}

char *
roadmap_edit_text_unescape (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      const char *letter;

      if (strchr (plain + 1, *text) != NULL)
        return NULL;
      if (*text != '\\')
        {
          g_string_append_c (out, *text);
          continue;
        }
      text++;
      letter = *text != '\0' ? strchr (letters, *text) : NULL;
      if (letter == NULL)
        return NULL;
      g_string_append_c (out, plain[letter - letters]);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

void
roadmap_edit_text_append_optional (GString    *out,
                                   const char *text)
{
  g_string_append_c (out, text != NULL ? '=' : '-');
  if (text != NULL)
    roadmap_edit_text_escape (out, text);
}

gboolean
roadmap_edit_text_parse_optional (const char  *word,
                                  char       **text)
{
  *text = *word == '=' ? roadmap_edit_text_unescape (word + 1) : NULL;
  return *text != NULL || strcmp (word, "-") == 0;
}

static void
append_place (GString     *out,
              RoadmapItem *parent,
              guint        position)
{
  g_string_append_printf (out, "\t%s\t%u", roadmap_item_get_id (parent), position);
}

void
roadmap_edit_text_append (GString           *out,
                          Roadmap           *roadmap,
                          const RoadmapEdit *edit)
{
  const char *id = roadmap_item_get_id (edit->item);

  switch (edit->type)
    {
    case ROADMAP_EDIT_SET:
      g_string_append_printf (out, "set\t%s\t%s\t", id, edit->field->name);
      roadmap_edit_text_append_optional (out, edit->language);
      g_string_append_c (out, '\t');
      roadmap_edit_text_append_optional (out, edit->value);
      g_string_append_c (out, '\t');
      roadmap_edit_text_append_optional (out, edit->old_value);
      break;
    case ROADMAP_EDIT_INSERT:
      {
        g_autoptr (GPtrArray) items = g_ptr_array_new ();
        g_autofree char *fragment = NULL;

        g_ptr_array_add (items, edit->item);
        fragment = roadmap_fragment_write (roadmap, items);
        g_string_append (out, "insert");
        append_place (out, edit->parent, edit->position);
        g_string_append_c (out, '\t');
        roadmap_edit_text_escape (out, fragment);
      }
      break;
    case ROADMAP_EDIT_REMOVE:
      g_string_append_printf (out, "remove\t%s", id);
      append_place (out, edit->parent, edit->position);
      break;
    case ROADMAP_EDIT_MOVE:
      g_string_append_printf (out, "move\t%s", id);
      append_place (out, edit->parent, edit->position);
      append_place (out, edit->new_parent, edit->new_position);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
set_unreadable (GError **error)
{
  g_set_error_literal (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID, _("what was recorded of it cannot be understood"));
}

static void
set_different (GError     **error,
               const char  *id)
{
  g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID, _("“%s” is not as it was when this was done"), id);
}

/* The item with this id, which is there; or NULL. */
static RoadmapItem *
find_item (Roadmap     *roadmap,
           const char  *id,
           GError     **error)
{
  RoadmapItem *item = roadmap_lookup (roadmap, id);

  if (item == NULL)
    g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID, _("“%s” is not there, as it was when this was done"), id);
  return item;
}

/* A position as it is written, with no other form than that. */
static gboolean
parse_position (const char *word,
                guint      *position)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (word, 10, 0, G_MAXUINT - 1, &number, NULL) || (word[0] == '0' && word[1] != '\0') ||
      word[0] == '+')
    return FALSE;
  *position = number;
  return TRUE;
}

/* An item that stands at this place now. */
static RoadmapItem *
find_item_at (Roadmap     *roadmap,
              const char  *id,
              const char  *parent,
              const char  *position_word,
              GError     **error)
{
  RoadmapItem *item = find_item (roadmap, id, error);
  RoadmapItem *around = item != NULL ? roadmap_item_get_parent (item) : NULL;
  guint position;

  if (item == NULL)
    return NULL;
  if (!parse_position (position_word, &position))
    {
      set_unreadable (error);
      return NULL;
    }
  if (around == NULL || strcmp (roadmap_item_get_id (around), parent) != 0 || roadmap_item_get_position (item) != position)
    {
      set_different (error, id);
      return NULL;
    }
  return item;
}

/* Finds where something is put that has @n_leaving places before it, 1 if it leaves the same parent. */
static RoadmapItem *
find_place (Roadmap      *roadmap,
            const char   *id,
            const char   *position_word,
            RoadmapItem  *leaving,
            guint        *position,
            GError      **error)
{
  RoadmapItem *parent = find_item (roadmap, id, error);
  guint n_places;

  if (parent == NULL)
    return NULL;
  if (!parse_position (position_word, position))
    {
      set_unreadable (error);
      return NULL;
    }
  n_places = roadmap_item_get_n_children (parent);
  if (leaving != NULL && roadmap_item_get_parent (leaving) == parent)
    n_places--;
  if (*position <= n_places)
    return parent;

  set_different (error, id);
  return NULL;
}

/* Markup has only one kind of line ends once it has been through XML. */
static gboolean
is_same_value (const RoadmapField *field,
               const char         *a,
               const char         *b)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *joined = NULL;

  if (g_strcmp0 (a, b) == 0)
    return TRUE;
  if (a == NULL || b == NULL || field->type != ROADMAP_FIELD_MARKUP || strchr (b, '\r') == NULL)
    return FALSE;

  lines = g_regex_split_simple ("\r\n?", b, 0, 0);
  joined = g_strjoinv ("\n", lines);
  return strcmp (a, joined) == 0;
}

static RoadmapEdit *
parse_set (Roadmap     *roadmap,
           char       **words,
           GError     **error)
{
  RoadmapItem *item = find_item (roadmap, words[0], error);
  const RoadmapField *field;
  g_autofree char *language = NULL;
  g_autofree char *value = NULL;
  g_autofree char *old_value = NULL;

  if (item == NULL)
    return NULL;

  field = roadmap_kind_find_field (roadmap_item_get_kind (item), words[1]);
  if (field == NULL || !roadmap_edit_text_parse_optional (words[2], &language) ||
      !roadmap_edit_text_parse_optional (words[3], &value) || !roadmap_edit_text_parse_optional (words[4], &old_value))
    {
      set_unreadable (error);
      return NULL;
    }
  if (!is_same_value (field, roadmap_item_get_value (item, field, language), old_value))
    {
      set_different (error, words[0]);
      return NULL;
    }
  return roadmap_edit_new_set (item, field, language, value);
}

static RoadmapEdit *
parse_insert (Roadmap     *roadmap,
              char       **words,
              GError     **error)
{
  guint position;
  RoadmapItem *parent = find_place (roadmap, words[0], words[1], NULL, &position, error);
  g_autofree char *fragment = parent != NULL ? roadmap_edit_text_unescape (words[2]) : NULL;
  g_autoptr (GPtrArray) items = fragment != NULL ? roadmap_fragment_read (fragment, -1, "fragment", NULL) : NULL;

  if (parent == NULL)
    return NULL;
  if (items == NULL || items->len != 1)
    {
      set_unreadable (error);
      return NULL;
    }
  return roadmap_edit_new_insert (parent, position, g_ptr_array_index (items, 0));
}

static RoadmapEdit *
parse_remove (Roadmap     *roadmap,
              char       **words,
              GError     **error)
{
  RoadmapItem *item = find_item_at (roadmap, words[0], words[1], words[2], error);

  return item != NULL ? roadmap_edit_new_remove (item) : NULL;
}

static RoadmapEdit *
parse_move (Roadmap     *roadmap,
            char       **words,
            GError     **error)
{
  RoadmapItem *item = find_item_at (roadmap, words[0], words[1], words[2], error);
  guint position;
  RoadmapItem *parent = item != NULL ? find_place (roadmap, words[3], words[4], item, &position, error) : NULL;

  return parent != NULL ? roadmap_edit_new_move (item, parent, position) : NULL;
}

static const struct
{
  const char    *name;
  guint          n_words; /* that follow */
  RoadmapEdit *(*parse) (Roadmap     *roadmap,
                         char       **words,
                         GError     **error);
} forms[] = {
  { "set", 5, parse_set },
  { "insert", 3, parse_insert },
  { "remove", 3, parse_remove },
  { "move", 5, parse_move },
};

RoadmapEdit *
roadmap_edit_text_parse (Roadmap     *roadmap,
                         const char  *line,
                         GError     **error)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (line != NULL, NULL);

  words = g_strsplit (line, "\t", -1);
  for (guint i = 0; words[0] != NULL && i < G_N_ELEMENTS (forms) && g_utf8_validate (line, -1, NULL); i++)
    if (strcmp (words[0], forms[i].name) == 0 && g_strv_length (words + 1) == forms[i].n_words)
      return forms[i].parse (roadmap, words + 1, error);

  set_unreadable (error);
  return NULL;
}
