/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* How much of the adopted wording a reader of the printed meeting pack finds: each text of the shipped roadmap is
 * looked for in what pdftotext reads, white space removed.  The share is printed. */

#include "config.h"

#include <string.h>

#include "document/document.h"
#include "model/edition.h"
#include "model/lock.h"
#include "model/markup.h"
#include "process.h"

#define WANTED_SHARE 0.995

/* A text that goes on on another page, or beside its bar, stands in pieces with the words of the page's foot and head
 * between them; shorter ones would be found by chance. */
#define MIN_PIECE 6

static char *
remove_space (const char *text)
{
  GString *dense = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (dense, g_utf8_get_char (c));
  return g_string_free (dense, FALSE);
}

/* The longest beginning of @text that is in @words, in bytes. */
static gsize
find_beginning (const char *words,
                const char *text)
{
  gsize found = 0;

  for (const char *end = text; *end != '\0';)
    {
      g_autofree char *beginning = NULL;

      end = g_utf8_next_char (end);
      beginning = g_strndup (text, end - text);
      if (strstr (words, beginning) == NULL)
        break;
      found = end - text;
    }
  return found;
}

/* How many letters of @text are in @words: all of them as one, or in pieces. */
static glong
count_found (const char *words,
             const char *text)
{
  glong n = 0;

  if (strstr (words, text) != NULL)
    return g_utf8_strlen (text, -1);
  while (*text != '\0')
    {
      gsize length = find_beginning (words, text);
      glong letters = g_utf8_strlen (text, length);

      if (letters >= MIN_PIECE)
        {
          n += letters;
          text += length;
        }
      else
        text = g_utf8_next_char (text);
    }
  return n;
}

typedef struct
{
  const char *words;
  glong       n_letters;
  glong       n_found;
  guint       n_texts;
} Search;

static void
look_for (Search     *search,
          const char *what,
          const char *value)
{
  g_autofree char *text = remove_space (value);
  glong letters = g_utf8_strlen (text, -1);
  glong found = count_found (search->words, text);

  search->n_texts++;
  search->n_letters += letters;
  search->n_found += found;
  if (found < letters)
    g_test_message ("%s: %ld of %ld letters of “%s”", what, found, letters, text);
}

static void
look_for_item (Search      *search,
               RoadmapItem *item)
{
  for (const RoadmapField *field = roadmap_item_get_kind (item)->fields; field->name != NULL; field++)
    {
      const char *value = roadmap_item_get_value (item, field, NULL);
      g_autofree char *text = NULL;

      if (value == NULL || !(field->flags & ROADMAP_FIELD_OFFICIAL))
        continue;
      text = field->type == ROADMAP_FIELD_MARKUP ? roadmap_markup_to_text (value) : g_strdup (value);
      look_for (search, roadmap_item_get_id (item), text);
    }
}

static void
test_share (Process       *process,
            gconstpointer  paper)
{
  g_autofree char *path = process_get_roadmap ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RoadmapDocument) document = roadmap_document_open_path (path, &error);
  g_autofree char *printed = NULL;
  g_autofree char *words = NULL;
  RoadmapItem *root;
  Search search = { NULL };

  g_assert_no_error (error);
  process_run (process, "print", path, "--layout", "pack,table,domains,map,narrative", "--earlier", "--paper", paper,
               "--today", "2020-06-18", "-o", "pack.pdf", NULL);
  process_assert (process, 0, "", "");
  printed = process_run_other (process, "pdftotext", "-raw", "pack.pdf", "-", NULL);
  search.words = words = remove_space (printed);

  root = roadmap_get_root (roadmap_document_get_roadmap (document));
  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next_current (item, root))
    if (!roadmap_item_is_editors (item))
      look_for_item (&search, item);
  g_test_message ("%s: %ld of %ld letters in %u texts found, %.2f %%", (const char *) paper, search.n_found,
                  search.n_letters, search.n_texts, 100.0 * search.n_found / search.n_letters);
  g_assert_cmpuint (search.n_texts, >, 200);
  g_assert_cmpfloat (search.n_found, >=, WANTED_SHARE * search.n_letters);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/wording/a3", Process, "A3", process_set_up, test_share, process_tear_down);
  g_test_add ("/wording/a4", Process, "A4", process_set_up, test_share, process_tear_down);
  return g_test_run ();
}
