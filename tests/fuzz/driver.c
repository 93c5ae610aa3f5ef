/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Runs a fuzz target without libFuzzer: over its seeds, and over variations of them, the same ones each time.
 *   fuzz-NAME [-m thorough] */

#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fuzz.h"

#define N_QUICK    100000
#define N_THOROUGH 2000000
#define MAX_SIZE   4096

typedef struct
{
  GPtrArray *seeds; /* GBytes */
  GPtrArray *words; /* of the dictionary */
  GRand     *random;
} Driver;

/* What the target is looking at, for a handler of signals. */
static const char *current;
static gsize current_size;
static char *crash_path;

static void
crashed_cb (int number)
{
  int file = open (crash_path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  gboolean kept = file >= 0 && write (file, current, current_size) == (gssize) current_size;

  if (kept && write (STDERR_FILENO, "input kept in ", 14) > 0 && write (STDERR_FILENO, crash_path, strlen (crash_path)) > 0 &&
      write (STDERR_FILENO, "\n", 1) > 0)
    fsync (file);
  signal (number, SIG_DFL);
  raise (number);
}

static void
run (const char *data,
     gsize       size)
{
  /* Of exactly this size, so that a sanitizer sees a step over its end. */
  g_autofree char *input = g_malloc (MAX (size, 1));

  memcpy (input, data, size);
  current = input;
  current_size = size;
  LLVMFuzzerTestOneInput ((const guint8 *) input, size);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
load_seeds (Driver     *self,
            const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      char *content;
      gsize size;

      g_assert_true (g_file_get_contents (g_ptr_array_index (names, i), &content, &size, NULL));
      g_ptr_array_add (self->seeds, g_bytes_new_take (content, size));
    }
  g_assert_cmpuint (self->seeds->len, >, 0);
}

/* Each line that is no comment is a word in quotes. */
static void
load_words (Driver     *self,
            const char *path)
{
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  lines = g_strsplit (content, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, "\"") && g_str_has_suffix (*line, "\""))
      {
        (*line)[strlen (*line) - 1] = '\0';
        g_ptr_array_add (self->words, g_strcompress (*line + 1));
      }
  g_assert_cmpuint (self->words->len, >, 0);
}

static guint
pick (Driver *self,
      gsize   n)
{
  return n > 0 ? g_rand_int_range (self->random, 0, n) : 0;
}

/* How much to take of @rest bytes, often little. */
static gsize
pick_length (Driver *self,
             gsize   rest)
{
  gsize length = 1 + pick (self, pick (self, 400) + 1);

  return MIN (length, rest);
}

/* Inserts a piece of @from. */
static void
insert_piece (Driver     *self,
              GString    *text,
              const char *from,
              gsize       size)
{
  gsize start = pick (self, size + 1);
  gsize length = pick_length (self, size - start);
  g_autofree char *piece = g_memdup2 (from + start, length);

  g_string_insert_len (text, pick (self, text->len + 1), piece, length);
}

static void
vary (Driver  *self,
      GString *text)
{
  gsize position = pick (self, text->len);

  switch (pick (self, 7))
    {
    case 0:
      if (text->len > 0)
        text->str[position] ^= 1 << pick (self, 8);
      break;
    case 1:
      if (text->len > 0)
        text->str[position] = pick (self, 256);
      break;
    case 2:
      g_string_erase (text, position, pick_length (self, text->len - position));
      break;
    case 3:
      insert_piece (self, text, text->str, text->len);
      break;
    case 4:
      {
        GBytes *other = g_ptr_array_index (self->seeds, pick (self, self->seeds->len));
        gsize size;
        const char *data = g_bytes_get_data (other, &size);

        insert_piece (self, text, data, size);
      }
      break;
    default:
      g_string_insert (text, position, g_ptr_array_index (self->words, pick (self, self->words->len)));
    }
  g_string_truncate (text, MIN (text->len, MAX_SIZE));
}

static void
test_seeds (gconstpointer data)
{
  const Driver *self = data;

  for (guint i = 0; i < self->seeds->len; i++)
    {
      gsize size;
      const char *seed = g_bytes_get_data (g_ptr_array_index (self->seeds, i), &size);

      run (seed, size);
    }
}

static void
test_variations (gconstpointer data)
{
  Driver *self = (Driver *) data;
  guint n = g_test_thorough () ? N_THOROUGH : N_QUICK;

  for (guint i = 0; i < n; i++)
    {
      gsize size;
      const char *seed = g_bytes_get_data (g_ptr_array_index (self->seeds, i % self->seeds->len), &size);
      g_autoptr (GString) text = g_string_new_len (seed, size);

      for (guint more = 1 + pick (self, 6); more > 0; more--)
        vary (self, text);
      run (text->str, text->len);
    }
  g_test_message ("%u inputs", n);
}

int
main (int   argc,
      char *argv[])
{
  Driver self = { g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref), g_ptr_array_new_with_free_func (g_free),
                  g_rand_new_with_seed (1) };
  g_autofree char *program = g_path_get_basename (argv[0]);
  const char *name = program + strlen ("fuzz-");
  g_autofree char *path = g_strdup_printf ("/fuzz/%s", name);
  g_autofree char *seeds_test = g_strconcat (path, "/seeds", NULL);
  g_autofree char *variations_test = g_strconcat (path, "/variations", NULL);
  g_autofree char *seeds = NULL;
  g_autofree char *words = NULL;
  int code;

  g_test_init (&argc, &argv, NULL);
  seeds = g_test_build_filename (G_TEST_DIST, "fuzz", "seeds", name, NULL);
  words = g_test_build_filename (G_TEST_DIST, "fuzz", "xml.dict", NULL);
  load_seeds (&self, seeds);
  load_words (&self, words);
  crash_path = g_strconcat (argv[0], ".input", NULL);
  signal (SIGABRT, crashed_cb);
  signal (SIGSEGV, crashed_cb);
  signal (SIGTRAP, crashed_cb);

  g_test_add_data_func (seeds_test, &self, test_seeds);
  g_test_add_data_func (variations_test, &self, test_variations);
  code = g_test_run ();

  g_ptr_array_unref (self.seeds);
  g_ptr_array_unref (self.words);
  g_rand_free (self.random);
  g_free (crash_path);
  return code;
}
