/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/journal.h"

#include "document/journal-file.h"
#include "document/journal-text.h"
#include "document/orphan.h"
#include "edits.h"
#include "fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* A folder with a roadmap, and one for journals, which is not there yet. */
typedef struct
{
  char *folder;
  char *journals;
  char *path;
} Place;

static void
set_up (Place         *place,
        gconstpointer  data)
{
  g_autofree char *text = fixture_wrap (
    "  <domain id=\"d\"><title>分野</title><remark id=\"m\"><text>x</text></remark></domain>\n"
    "  <domain id=\"e\"><title>E</title></domain>\n"
    "  <chart id=\"c\" calendar=\"fiscal\" start=\"FY2020\" end=\"FY2023\"><title>C</title>\n"
    "    <stage id=\"s\"><title>S</title><roadblock id=\"b\" domain=\"e\"><title>B</title></roadblock></stage>\n"
    "  </chart>\n");

  place->folder = g_dir_make_tmp ("journal-XXXXXX", NULL);
  place->journals = g_build_filename (place->folder, "state", "journals", NULL);
  place->path = g_build_filename (place->folder, "工程表.xml", NULL);
  g_assert_true (g_file_set_contents (place->path, text, -1, NULL));
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_all (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Place         *place,
           gconstpointer  data)
{
  remove_all (place->folder);
  g_free (place->folder);
  g_free (place->journals);
  g_free (place->path);
}

/* A document that is open, with its journal. */
typedef struct
{
  RoadmapDocument *document;
  Roadmap         *roadmap;
  RoadmapHistory  *history;
  RoadmapJournal  *journal;
} Work;

static void
work_begin_with (Work            *work,
                 Place           *place,
                 RoadmapDocument *document)
{
  work->document = document;
  work->roadmap = roadmap_document_get_roadmap (work->document);
  roadmap_set_wording_locked (work->roadmap, FALSE);
  work->history = roadmap_history_new (work->roadmap);
  work->journal = roadmap_journal_new (work->document, work->history, place->journals);
}

static void
work_begin (Work  *work,
            Place *place)
{
  g_autoptr (GError) error = NULL;

  work_begin_with (work, place, roadmap_document_open_path (place->path, &error));
  g_assert_no_error (error);
}

static void
work_do (Work       *work,
         const char *name,
         const char *script)
{
  g_autoptr (GError) error = NULL;

  roadmap_history_begin (work->history, name);
  fixture_edit (work->roadmap, script);
  roadmap_history_commit (work->history, &error);
  g_assert_no_error (error);
}

static void
work_flush (Work *work)
{
  g_autoptr (GError) error = NULL;

  roadmap_journal_flush (work->journal, &error);
  g_assert_no_error (error);
}

static void
work_end (Work *work)
{
  g_clear_object (&work->journal);
  g_clear_object (&work->history);
  g_clear_object (&work->document);
}

/* The program goes down. */
static void
work_crash (Work *work)
{
  work_flush (work);
  roadmap_journal_abandon (work->journal);
  work_end (work);
}

static char *
list_files (const char *folder,
            const char *suffix)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  GString *names = g_string_new (NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    if (g_str_has_suffix (name, suffix))
      g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", name);
  return g_string_free (names, FALSE);
}

static guint
count_files (const char *folder,
             const char *suffix)
{
  g_autofree char *names = list_files (folder, suffix);
  g_auto (GStrv) words = g_strsplit (names, " ", -1);

  return g_strv_length (words);
}

static GBytes *
load_journal (Place *place)
{
  g_autofree char *name = list_files (place->journals, ROADMAP_JOURNAL_SUFFIX);
  g_autofree char *path = g_build_filename (place->journals, name, NULL);

  return fixture_load (path);
}

static void
store_journal (Place      *place,
               const char *data,
               gsize       size)
{
  g_autofree char *name = list_files (place->journals, ROADMAP_JOURNAL_SUFFIX);
  g_autofree char *path = g_build_filename (place->journals, name, NULL);

  g_assert_true (g_file_set_contents (path, data, size, NULL));
}

/* What the only journal of the file makes of it, as fixture_dump(); NULL if it does not fit or there is none. */
static char *
restore (Place   *place,
         guint   *n_steps,
         GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (place->path);
  g_autoptr (GPtrArray) orphans = roadmap_orphan_list (place->journals, file);
  g_autoptr (RoadmapDocument) document = roadmap_document_open_path (place->path, NULL);
  Roadmap *roadmap = roadmap_document_get_roadmap (document);
  g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
  g_autofree char *before = fixture_dump (roadmap);
  g_autofree char *undone = NULL;
  char *dump;
  RoadmapOrphan *orphan;
  GBytes *content = roadmap_document_get_content (document);

  if (orphans->len == 0)
    return NULL;
  g_assert_cmpuint (orphans->len, ==, 1);
  orphan = g_ptr_array_index (orphans, 0);
  if (roadmap_orphan_get_fit (orphan, content) != ROADMAP_ORPHAN_FITS)
    return NULL;
  *n_steps = roadmap_orphan_replay (orphan, content, roadmap, history, error);
  dump = fixture_dump (roadmap);

  /* All of it can be undone. */
  while (roadmap_history_get_can_undo (history))
    roadmap_history_undo (history);
  undone = fixture_dump (roadmap);
  g_assert_cmpstr (undone, ==, before);
  return dump;
}

static void
assert_restored (Place      *place,
                 guint       n_steps,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;
  g_autofree char *dump = restore (place, &n, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dump);
  fixture_assert_text ("restored", dump, -1, expected, -1);
  g_assert_cmpuint (n, ==, n_steps);
}

/* No file before the first step, and none after the document is closed. */
static void
test_clean (Place         *place,
            gconstpointer  data)
{
  Work work;
  GStatBuf facts;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  work_begin (&work, place);
  work_flush (&work);
  g_assert_false (g_file_test (place->journals, G_FILE_TEST_EXISTS));
  roadmap_history_begin (work.history, "nothing");
  g_assert_true (roadmap_history_commit (work.history, NULL));
  roadmap_history_begin (work.history, "taken back");
  fixture_edit (work.roadmap, "set d title x");
  roadmap_history_rollback (work.history);
  work_flush (&work);
  g_assert_false (g_file_test (place->journals, G_FILE_TEST_EXISTS));

  work_do (&work, "rename", "set d title D");
  work_flush (&work);
  name = list_files (place->journals, ROADMAP_JOURNAL_SUFFIX);
  path = g_build_filename (place->journals, name, NULL);
  g_assert_cmpint (g_stat (path, &facts), ==, 0);
  g_assert_cmpuint (facts.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (place->journals, &facts), ==, 0);
  g_assert_cmpuint (facts.st_mode & 0777, ==, 0700);
  work_end (&work);
  g_assert_cmpuint (count_files (place->journals, ""), ==, 0);
}

static void
test_crash (Place         *place,
            gconstpointer  data)
{
  Work work;
  g_autofree char *expected = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (place->path);
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (RoadmapDocument) document = NULL;
  g_auto (GStrv) steps = NULL;
  g_autofree char *names = NULL;

  work_begin (&work, place);
  work_do (&work, "first", "set d title D\nset d title@en Domain");
  work_do (&work, "second\t\n", "insert r 0 domain n 新\nmove m n 0");
  roadmap_history_begin (work.history, "taken back");
  fixture_edit (work.roadmap, "remove n");
  roadmap_history_rollback (work.history);
  work_do (&work, NULL, "unset b domain\nremove e");
  roadmap_history_undo (work.history);
  roadmap_history_undo (work.history);
  roadmap_history_redo (work.history);
  expected = fixture_dump (work.roadmap);
  work_crash (&work);

  assert_restored (place, 6, expected);
  document = roadmap_document_open_path (place->path, NULL);
  orphans = roadmap_orphan_list (place->journals, file);
  steps = roadmap_orphan_list_steps (g_ptr_array_index (orphans, 0), roadmap_document_get_content (document));
  names = g_strjoinv ("|", steps);
  g_assert_cmpstr (names, ==, "first|second\t\n");
  g_assert_null (roadmap_orphan_get_problem (g_ptr_array_index (orphans, 0)));
  g_assert_true (g_file_equal (roadmap_orphan_get_file (g_ptr_array_index (orphans, 0)), file));

  roadmap_orphan_discard (g_ptr_array_steal_index (orphans, 0));
  g_assert_cmpuint (count_files (place->journals, ""), ==, 0);
}

/* What was undone of the time before the journal began can be restored too. */
static void
test_old_steps (Place         *place,
                gconstpointer  data)
{
  Work work;
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL;

  work_begin (&work, place);
  work_do (&work, "before", "set d title D");
  work_do (&work, "before too", "set e title EE");
  g_assert_true (roadmap_document_save (work.document, &error));
  roadmap_history_undo (work.history);
  work_do (&work, "after", "set e page 3");
  roadmap_history_undo (work.history);
  roadmap_history_undo (work.history);
  roadmap_history_redo (work.history);
  expected = fixture_dump (work.roadmap);
  work_crash (&work);
  assert_restored (place, 5, expected);
}

/* Steps that became one, as when a key is pressed again and again, are undone and redone as one. */
static void
test_joined (Place         *place,
             gconstpointer  data)
{
  Work work;
  g_autofree char *expected = NULL;

  work_begin (&work, place);
  work_do (&work, "nudge", "set d title 1");
  for (guint i = 0; i < 3; i++)
    {
      work_do (&work, "nudge", i == 1 ? "set d title 2\nset e title 2" : "set d title 3");
      g_assert_true (roadmap_history_join (work.history));
    }
  roadmap_history_undo (work.history);
  roadmap_history_redo (work.history);
  work_do (&work, "other", "set e title E2");
  roadmap_history_undo (work.history);
  roadmap_history_undo (work.history);
  roadmap_history_redo (work.history);
  expected = fixture_dump (work.roadmap);
  g_assert_nonnull (strstr (expected, "title=3\n"));
  work_crash (&work);
  assert_restored (place, 10, expected);
}

/* Whatever random sessions do. */
static void
test_random (Place         *place,
             gconstpointer  path)
{
  for (guint round = 0; round < (g_test_quick () ? 6 : 60); round++)
    {
      Work work;
      g_autofree char *expected = NULL;
      g_autofree char *content = NULL;
      gsize size;
      g_autoptr (GError) error = NULL;
      g_autofree char *dump = NULL;
      g_autofree char *last = NULL;
      guint n;

      g_assert_true (g_file_get_contents (path, &content, &size, NULL));
      g_assert_true (g_file_set_contents (place->path, content, size, NULL));
      work_begin (&work, place);
      for (guint i = g_test_rand_int_range (1, 60); i > 0; i--)
        edits_go_on (work.roadmap, work.history);
      last = g_strdup_printf ("set %s page 9", roadmap_item_get_id (roadmap_get_root (work.roadmap)));
      work_do (&work, "last", last);
      expected = fixture_dump (work.roadmap);
      work_crash (&work);
      dump = restore (place, &n, &error);
      g_assert_no_error (error);
      fixture_assert_text ("restored", dump, -1, expected, -1);
      remove_all (place->journals);
    }
}

/* A journal of every kind of edit, and what the roadmap was after each step. */
static GPtrArray *
record_states (Place *place)
{
  static const char *const scripts[] = {
    "set d title D", "set d title@en Do\\nmain", "unset d title@en", "insert r 1 domain n 新", "move n r 0\nmove m n 0",
    "remove m", NULL, NULL, "unset b domain\nremove e", "insert s 0 measure x 事\nmove b s 1", "set r page 7",
  };
  GPtrArray *states = g_ptr_array_new_with_free_func (g_free);
  Work work;

  work_begin (&work, place);
  g_ptr_array_add (states, fixture_dump (work.roadmap));
  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      if (scripts[i] != NULL)
        work_do (&work, "a step", scripts[i]);
      else if (roadmap_history_get_can_redo (work.history))
        roadmap_history_redo (work.history);
      else
        roadmap_history_undo (work.history);
      g_ptr_array_add (states, fixture_dump (work.roadmap));
    }
  work_crash (&work);
  return states;
}

static void
test_cut (Place         *place,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) states = record_states (place);
  g_autoptr (GBytes) whole = load_journal (place);
  gsize size;
  const char *bytes = g_bytes_get_data (whole, &size);
  guint n_before = 0;

  g_test_message ("%" G_GSIZE_FORMAT " bytes", size);
  for (gsize cut = 0; cut <= size; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, cut);
      g_autoptr (GError) error = NULL;
      g_autoptr (RoadmapJournalText) text = roadmap_journal_text_parse (part, "cut", &error);
      g_autofree char *dump = NULL;
      guint n = 0;

      /* Cut off is never called damaged, and only a cut between two records is not noticed. */
      if (text == NULL)
        {
          g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_SYNTAX);
          g_assert_cmpuint (n_before, ==, 0);
          continue;
        }
      g_assert_null (text->damage);
      g_assert_cmpuint (text->records->len, >=, n_before);
      g_assert_cmpuint (text->records->len, <=, n_before + 1);
      g_assert_cmpint (text->torn, ==, text->records->len == n_before && (n_before > 0 || text->torn));

      /* The state is looked at where it is another one, and just before. */
      if (text->records->len == n_before && cut % 64 != 0)
        continue;
      n_before = text->records->len;
      store_journal (place, bytes, cut);
      dump = restore (place, &n, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (n, ==, n_before);
      g_assert_cmpstr (dump != NULL ? dump : g_ptr_array_index (states, 0), ==, g_ptr_array_index (states, n));
    }
  g_assert_cmpuint (n_before, ==, states->len - 1);
}

/* Every bit of every byte. */
static void
test_flip (Place         *place,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) states = record_states (place);
  g_autoptr (GBytes) whole = load_journal (place);
  g_autoptr (RoadmapJournalText) right = roadmap_journal_text_parse (whole, "whole", NULL);
  gsize size;
  const char *bytes = g_bytes_get_data (whole, &size);
  guint n_restored = 0;

  g_assert_cmpuint (right->records->len, ==, states->len - 1);
  for (gsize i = 0; i < size * 8; i++)
    {
      g_autofree char *flipped = g_memdup2 (bytes, size);
      g_autoptr (GBytes) wrong = NULL;
      g_autoptr (RoadmapJournalText) text = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *dump = NULL;
      guint n = 0;

      flipped[i / 8] ^= 1 << i % 8;
      wrong = g_bytes_new_static (flipped, size);
      text = roadmap_journal_text_parse (wrong, "flipped", &error);
      g_assert_true (text != NULL ? text->damage != NULL : error != NULL);
      g_assert_false (text != NULL && text->torn);
      if (text == NULL || i % 8 != i / 8 % 8)
        continue;

      store_journal (place, flipped, size);
      dump = restore (place, &n, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (n, ==, text->records->len);
      g_assert_cmpstr (dump != NULL ? dump : g_ptr_array_index (states, 0), ==, g_ptr_array_index (states, n));
      n_restored++;
    }
  g_test_message ("%" G_GSIZE_FORMAT " bits flipped, %u times restored", size * 8, n_restored);
}

/* Where each record of the journal begins, and its end. */
static GArray *
find_records (GBytes *whole)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize size;
  const char *bytes = g_bytes_get_data (whole, &size);

  for (gsize i = strlen ("koteihyo-journal 1\n"); i < size;)
    {
      g_autofree char *length = g_strndup (bytes + i + 9, 8);

      g_array_append_val (starts, i);
      i += 92 + g_ascii_strtoull (length, NULL, 16) + 1;
    }
  g_array_append_val (starts, size);
  return starts;
}

/* Records left out, repeated, exchanged, or from elsewhere. */
static void
test_order (Place         *place,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) states = record_states (place);
  g_autoptr (GBytes) whole = load_journal (place);
  g_autoptr (GArray) starts = find_records (whole);
  const char *bytes = g_bytes_get_data (whole, NULL);
  guint n = starts->len - 1;

  g_assert_cmpuint (n, ==, states->len);
  for (guint a = 1; a < n; a++)
    for (guint b = 1; b < n; b++)
      {
        gsize a_start = g_array_index (starts, gsize, a), a_end = g_array_index (starts, gsize, a + 1);
        gsize b_start = g_array_index (starts, gsize, b), b_end = g_array_index (starts, gsize, b + 1);
        gsize size = g_array_index (starts, gsize, n);
        g_autoptr (GString) changed = g_string_new_len (bytes, a_start);
        g_autoptr (GBytes) wrong = NULL;
        g_autoptr (RoadmapJournalText) text = NULL;

        /* b instead of a; or, with the same, a left out. */
        if (a != b)
          g_string_append_len (changed, bytes + b_start, b_end - b_start);
        g_string_append_len (changed, bytes + a_end, size - a_end);
        wrong = g_bytes_new_static (changed->str, changed->len);
        text = roadmap_journal_text_parse (wrong, "changed", NULL);
        g_assert_cmpuint (text->records->len, ==, a - 1);
        g_assert_true (text->damage != NULL || (a == b && a == n - 1));
      }
}

/* What a power cut leaves: the file is as long as it should be, but its end was never written. */
static void
test_unwritten (Place         *place,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) states = record_states (place);
  g_autoptr (GBytes) whole = load_journal (place);
  gsize size;
  const char *bytes = g_bytes_get_data (whole, &size);
  guint n_before = G_MAXUINT;

  for (gsize i = size; i > 200; i--)
    {
      g_autofree char *empty = g_memdup2 (bytes, size);
      g_autoptr (GBytes) part = NULL;
      g_autoptr (RoadmapJournalText) text = NULL;

      memset (empty + i - 1, 0, size - i + 1);
      part = g_bytes_new_static (empty, size);
      text = roadmap_journal_text_parse (part, "empty", NULL);
      if (text == NULL)
        break;
      g_assert_true (text->torn && text->damage == NULL);
      g_assert_cmpuint (text->records->len, <=, n_before);
      n_before = text->records->len;
    }
  g_assert_cmpuint (n_before, ==, 0);
}

static void
test_other_files (void)
{
  static const struct
  {
    const char *content;
    const char *message;
  } rows[] = {
    { "", "*nothing was recorded*" },
    { "koteihyo-jour", "*nothing was recorded*" },
    { "koteihyo-journal 1\n", "*nothing was recorded*" },
    { "koteihyo-journal 1\n00000000 0", "*nothing was recorded*" },
    { "koteihyo-journal 2\n", "*newer version*" },
    { "koteihyo-journal 1x\n", "*damaged*" },
    { "<?xml version=\"1.0\"?>", "*damaged*" },
    { "koteihyo-journal 1\n00000000 ffffffff 00000000 0000000000000000000000000000000000000000000000000000000000000000\n", "*damaged*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].content, strlen (rows[i].content));
      g_autoptr (GError) error = NULL;

      g_assert_null (roadmap_journal_text_parse (bytes, "other", &error));
      g_test_message ("%s", error->message);
      g_assert_true (error->domain == ROADMAP_ERROR && g_pattern_match_simple (rows[i].message, error->message));
    }
}

/* Two windows on one file: each has its own, and none that is in use is offered. */
static void
test_two (Place         *place,
          gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (place->path);
  Work one, two;
  g_autofree char *expected = NULL;
  g_autofree char *dump = NULL;
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (GPtrArray) others = NULL;
  guint n;

  work_begin (&one, place);
  work_begin (&two, place);
  work_do (&one, "one", "set d title One");
  work_do (&two, "two", "set d title Two");
  work_flush (&one);
  work_flush (&two);
  g_assert_cmpuint (count_files (place->journals, ROADMAP_JOURNAL_SUFFIX), ==, 2);
  orphans = roadmap_orphan_list (place->journals, file);
  g_assert_cmpuint (orphans->len, ==, 0);

  expected = fixture_dump (two.roadmap);
  work_crash (&two);
  dump = restore (place, &n, NULL);
  g_assert_cmpstr (dump, ==, expected);
  work_do (&one, "one", "set e title One");
  work_flush (&one);

  /* Who is offered it keeps others from being offered it, until he leaves it. */
  g_ptr_array_unref (orphans);
  orphans = roadmap_orphan_list (place->journals, file);
  g_assert_cmpuint (orphans->len, ==, 1);
  others = roadmap_orphan_list (place->journals, NULL);
  g_assert_cmpuint (others->len, ==, 0);
  g_clear_pointer (&orphans, g_ptr_array_unref);
  g_ptr_array_unref (others);
  others = roadmap_orphan_list (place->journals, NULL);
  g_assert_cmpuint (others->len, ==, 1);
  work_end (&one);
  g_assert_cmpuint (count_files (place->journals, ROADMAP_JOURNAL_SUFFIX), ==, 1);
}

static void
finish_cb (GObject      *document,
           GAsyncResult *result,
           gpointer      outcome)
{
  *(int *) outcome = roadmap_document_save_finish (ROADMAP_DOCUMENT (document), result, NULL);
}

/* What is done while a save is under way is not in the file: whether the program goes down before the save ends or after it, and
 * also if the save fails, it is restored. */
static void
test_save_meanwhile (Place         *place,
                     gconstpointer  data)
{
  g_autofree char *before = NULL;

  g_assert_true (g_file_get_contents (place->path, &before, NULL, NULL));
  for (guint when = 0; when < 6; when++)
    {
      gboolean fails = when % 3 == 2, is_new = when >= 3;
      g_autofree char *backup = g_strconcat (place->path, "~", NULL);
      g_autofree char *nowhere = g_build_filename (place->folder, "none", "other.xml", NULL);
      g_autoptr (GFile) other = g_file_new_for_path (nowhere);
      g_autofree char *expected = NULL;
      int outcome = -1;
      Work work;

      g_test_message ("%u", when);
      work_begin (&work, place);
      if (!is_new)
        work_do (&work, "before", "set d title D");
      roadmap_document_save_async (work.document, fails ? other : NULL, finish_cb, &outcome);
      work_do (&work, "meanwhile", "set e title M");
      work_do (&work, "meanwhile", "set e title N");
      while (outcome < 0 && when % 3 > 0)
        g_main_context_iteration (NULL, TRUE);
      work_do (&work, "after", "set b title A");
      expected = fixture_dump (work.roadmap);
      while (outcome < 0)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (outcome, ==, !fails);
      work_crash (&work);

      assert_restored (place, fails && !is_new ? 4 : 3, expected);
      remove_all (place->journals);
      g_unlink (backup);
      g_assert_true (g_file_set_contents (place->path, before, -1, NULL));
    }
}

/* The journal goes while the file is being written: nobody tells it any more. */
static void
test_gone_while_saving (Place         *place,
                        gconstpointer  data)
{
  int outcome = -1;
  Work work;

  work_begin (&work, place);
  work_do (&work, "before", "set d title D");
  roadmap_document_save_async (work.document, NULL, finish_cb, &outcome);
  work_end (&work);
  while (outcome < 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (outcome);
  g_assert_cmpuint (count_files (place->journals, ROADMAP_JOURNAL_SUFFIX), ==, 0);
}

/* A save in the middle: what came before it is in the file. */
static void
test_save (Place         *place,
           gconstpointer  data)
{
  Work work;
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL;
  guint n;

  work_begin (&work, place);
  work_do (&work, "before", "set d title D");
  g_assert_true (roadmap_document_save (work.document, &error));
  work_flush (&work);
  g_assert_cmpuint (count_files (place->journals, ""), ==, 0);
  work_do (&work, "after", "set e title F");
  roadmap_history_undo (work.history);
  work_do (&work, "after", "set e title G");
  expected = fixture_dump (work.roadmap);
  work_crash (&work);
  assert_restored (place, 3, expected);

  /* Somebody else writes the file. */
  g_assert_true (g_file_set_contents (place->path, expected, 0, NULL));
  {
    g_autofree char *other = fixture_wrap ("<domain id=\"z\"><title>Z</title></domain>");

    g_assert_true (g_file_set_contents (place->path, other, -1, NULL));
    g_assert_null (restore (place, &n, NULL));
  }
  {
    g_autoptr (GFile) file = g_file_new_for_path (place->path);
    g_autoptr (RoadmapDocument) document = roadmap_document_open_path (place->path, NULL);
    g_autoptr (GPtrArray) orphans = roadmap_orphan_list (place->journals, file);
    RoadmapOrphan *orphan = g_ptr_array_index (orphans, 0);
    g_autoptr (Roadmap) base = roadmap_orphan_read_base (orphan, &error);
    g_autoptr (RoadmapHistory) history = roadmap_history_new (base);
    g_autofree char *dump = NULL;

    g_assert_no_error (error);
    g_assert_cmpint (roadmap_orphan_get_fit (orphan, roadmap_document_get_content (document)), ==, ROADMAP_ORPHAN_CHANGED);
    g_assert_cmpuint (roadmap_orphan_replay (orphan, NULL, base, history, &error), ==, 3);
    g_assert_no_error (error);
    dump = fixture_dump (base);
    g_assert_cmpstr (dump, ==, expected);
  }
}

static void
append_step (RoadmapJournalFile *file,
             const char         *value,
             const char         *old)
{
  g_autofree char *edit = g_strdup_printf ("set\td\ttitle\t-\t=%s\t=%s\n", value, old);
  g_autofree char *text = roadmap_journal_text_create_step (ROADMAP_STEP_DONE, 1, value, edit);

  roadmap_journal_file_append (file, text);
}

/* The program goes down while it saves: between the note and the rename, after the rename, after the journal began anew; with
 * work that was done meanwhile. */
static void
test_crash_while_saving (Place         *place,
                         gconstpointer  data)
{
  g_autofree char *before = NULL;
  gsize size;
  g_auto (GStrv) parts = NULL;
  g_autofree char *after = NULL;
  g_autofree char *checksum = NULL;

  g_assert_true (g_file_get_contents (place->path, &before, &size, NULL));
  parts = g_strsplit (before, "分野", 2);
  after = g_strjoinv ("B", parts);
  checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, after, -1);

  for (guint when = 0; when < 3; when++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (place->path);
      g_autoptr (GBytes) content = g_bytes_new (before, size);
      g_autoptr (GBytes) saved = g_bytes_new (after, strlen (after));
      RoadmapJournalBase base = { g_file_get_uri (file), content, content };
      RoadmapJournalBase new_base = { base.uri, saved, saved };
      RoadmapJournalFile *journal = roadmap_journal_file_new (place->journals, &base, NULL, NULL);
      g_autofree char *dump = NULL;
      g_autoptr (GError) error = NULL;
      guint n = 0;

      g_test_message ("%u", when);
      append_step (journal, "A", "分野");
      append_step (journal, "B", "A");
      roadmap_journal_file_note_saving (journal, checksum);
      append_step (journal, "C", "B");
      g_assert_true (g_file_set_contents (place->path, when > 0 ? after : before, -1, NULL));
      if (when == 2)
        roadmap_journal_file_restart (journal, &new_base);
      append_step (journal, "D", "C");
      g_assert_true (roadmap_journal_file_flush (journal, &error));
      roadmap_journal_file_abandon (journal);

      dump = restore (place, &n, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (n, ==, when == 0 ? 4 : 2);
      g_assert_nonnull (strstr (dump, "title=D\n"));
      g_assert_cmpuint (count_files (place->journals, ROADMAP_JOURNAL_SUFFIX), ==, 1);
      remove_all (place->journals);
      g_free (base.uri);
    }
}

/* All that was done is in the file, which was saved just before the end. */
static void
test_done (Place         *place,
           gconstpointer  data)
{
  Work work;
  g_autoptr (GFile) file = g_file_new_for_path (place->path);
  g_autofree char *copy = NULL;
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (RoadmapDocument) document = NULL;

  work_begin (&work, place);
  work_do (&work, "before", "set d title D");
  copy = g_build_filename (place->folder, "copy.xml", NULL);
  g_assert_true (roadmap_document_save_copy (work.document, copy, NULL));
  {
    g_autoptr (GBytes) content = fixture_load (copy);
    g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
    g_autofree char *text = roadmap_journal_text_create_saving (checksum);
    g_autoptr (GString) more = g_string_new (NULL);
    g_autoptr (GBytes) journal = NULL;
    RoadmapJournalChain chain;
    gsize size;
    const char *bytes;

    work_crash (&work);
    journal = load_journal (place);
    bytes = g_bytes_get_data (journal, &size);
    chain.number = 2;
    {
      g_autoptr (GArray) starts = find_records (journal);

      g_strlcpy (chain.checksum, bytes + g_array_index (starts, gsize, 1) + 27, sizeof chain.checksum);
    }
    g_string_append_len (more, bytes, size);
    roadmap_journal_text_append (more, &chain, text);
    store_journal (place, more->str, more->len);
    g_assert_true (g_file_set_contents (place->path, g_bytes_get_data (content, NULL), g_bytes_get_size (content), NULL));
  }
  document = roadmap_document_open_path (place->path, NULL);
  orphans = roadmap_orphan_list (place->journals, file);
  g_assert_cmpuint (orphans->len, ==, 1);
  g_assert_cmpint (roadmap_orphan_get_fit (g_ptr_array_index (orphans, 0), roadmap_document_get_content (document)), ==,
                   ROADMAP_ORPHAN_DONE);
}

/* A roadmap that never had a file comes back from its journal alone. */
static void
test_never_saved (Place         *place,
                  gconstpointer  data)
{
  Work work;
  g_autofree char *text = fixture_wrap ("<domain id=\"d\"><title>新</title></domain>");
  g_autoptr (Roadmap) roadmap = fixture_read (text);
  g_autofree char *expected = NULL;
  g_autofree char *dump = NULL;
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (Roadmap) base = NULL;
  g_autoptr (RoadmapHistory) history = NULL;
  g_autoptr (GError) error = NULL;

  work_begin_with (&work, place, roadmap_document_new (roadmap));
  work_do (&work, "step", "set d title D");
  work_do (&work, "step", "insert r 0 domain n N");
  expected = fixture_dump (work.roadmap);
  work_crash (&work);

  orphans = roadmap_orphan_list (place->journals, NULL);
  g_assert_cmpuint (orphans->len, ==, 1);
  g_assert_null (roadmap_orphan_get_file (g_ptr_array_index (orphans, 0)));
  base = roadmap_orphan_read_base (g_ptr_array_index (orphans, 0), &error);
  g_assert_no_error (error);
  history = roadmap_history_new (base);
  g_assert_cmpuint (roadmap_orphan_replay (g_ptr_array_index (orphans, 0), NULL, base, history, &error), ==, 2);
  dump = fixture_dump (base);
  g_assert_cmpstr (dump, ==, expected);

  /* A base that is not what it was is not used. */
  {
    g_autofree char *name = list_files (place->journals, ".base");
    g_autofree char *path = g_build_filename (place->journals, name, NULL);

    g_assert_true (g_file_set_contents (path, text, -1, NULL));
    g_assert_null (roadmap_orphan_read_base (g_ptr_array_index (orphans, 0), &error));
    g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_CHANGED);
  }
}

typedef struct
{
  guint n_wrong, n_well;
} States;

static void
state_cb (RoadmapJournal *journal,
          const char     *message,
          States         *states)
{
  g_test_message ("%s", message != NULL ? message : "well again");
  if (message != NULL)
    states->n_wrong++;
  else
    states->n_well++;
}

static void
pump (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The folder cannot be made: that is said once, work goes on, and it is recorded as soon as it can be. */
static void
test_no_folder (Place         *place,
                gconstpointer  data)
{
  Work work;
  States states = { 0 };
  g_autofree char *state = g_path_get_dirname (place->journals);
  g_autofree char *expected = NULL;

  g_assert_true (g_file_set_contents (state, "in the way", -1, NULL));
  work_begin (&work, place);
  g_signal_connect (work.journal, "state", G_CALLBACK (state_cb), &states);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      work_do (&work, "step", i == 1 ? "set d title A" : "set d title B");
      g_assert_false (roadmap_journal_flush (work.journal, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
      pump ();
    }
  g_assert_cmpuint (states.n_wrong, ==, 1);
  g_assert_cmpuint (states.n_well, ==, 0);

  g_unlink (state);
  expected = fixture_dump (work.roadmap);
  work_flush (&work);
  pump ();
  g_assert_cmpuint (states.n_wrong, ==, 1);
  g_assert_cmpuint (states.n_well, ==, 1);
  work_crash (&work);
  assert_restored (place, 3, expected);
}

static void
set_size_limit (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* The disk is full in the middle of a record; at every byte of it.  Until there is room again the journal holds what it held. */
static void
test_full (Place         *place,
           gconstpointer  data)
{
  signal (SIGXFSZ, SIG_IGN);
  for (guint room = 0; room < 300; room += g_test_quick () ? 23 : 1)
    {
      Work work;
      States states = { 0 };
      g_autofree char *before = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *dump = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) first = NULL;
      g_autoptr (GBytes) now = NULL;
      g_autoptr (RoadmapJournalText) text = NULL;
      gboolean failed;

      work_begin (&work, place);
      g_signal_connect (work.journal, "state", G_CALLBACK (state_cb), &states);
      work_do (&work, "step", "set d title A");
      work_flush (&work);
      first = load_journal (place);

      set_size_limit (g_bytes_get_size (first) + room);
      work_do (&work, "step", "set d title B");
      failed = !roadmap_journal_flush (work.journal, &error);
      set_size_limit (RLIM_INFINITY);
      now = load_journal (place);
      text = roadmap_journal_text_parse (now, "now", NULL);
      g_assert_cmpuint (text->records->len, ==, failed ? 1 : 2);
      g_assert_null (text->damage);

      work_do (&work, "step", "set d title C");
      expected = fixture_dump (work.roadmap);
      work_flush (&work);
      pump ();
      g_assert_cmpuint (states.n_wrong, ==, failed);
      g_assert_cmpuint (states.n_well, ==, failed);
      work_crash (&work);
      assert_restored (place, 3, expected);
      remove_all (place->journals);
    }
}

/* Work that goes on and on does not keep what was done first from the disk. */
static void
test_no_rest (Place         *place,
              gconstpointer  data)
{
  Work work;
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  gboolean found = FALSE;
  guint n = 0;

  work_begin (&work, place);
  while (!found && g_get_monotonic_time () < end)
    {
      g_autofree char *script = g_strdup_printf ("set d title T%u", n++);

      work_do (&work, "step", script);
      g_usleep (20 * 1000);
      if (count_files (place->journals, ROADMAP_JOURNAL_SUFFIX) == 1)
        {
          g_autoptr (GBytes) bytes = load_journal (place);
          g_autoptr (RoadmapJournalText) text = roadmap_journal_text_parse (bytes, "now", NULL);

          found = text != NULL && text->records->len > 5;
        }
    }
  g_assert_true (found);
  work_end (&work);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void      (*run) (Place         *place,
                      gconstpointer  data);
  } tests[] = {
    { "/journal/clean", test_clean },
    { "/journal/crash", test_crash },
    { "/journal/old-steps", test_old_steps },
    { "/journal/joined", test_joined },
    { "/journal/cut", test_cut },
    { "/journal/flip", test_flip },
    { "/journal/order", test_order },
    { "/journal/unwritten", test_unwritten },
    { "/journal/two", test_two },
    { "/journal/save", test_save },
    { "/journal/save-meanwhile", test_save_meanwhile },
    { "/journal/gone-while-saving", test_gone_while_saving },
    { "/journal/crash-while-saving", test_crash_while_saving },
    { "/journal/done", test_done },
    { "/journal/never-saved", test_never_saved },
    { "/journal/no-folder", test_no_folder },
    { "/journal/full", test_full },
    { "/journal/no-rest", test_no_rest },
  };
  g_autofree char *shipped = NULL;
  g_autofree char *odd = NULL;

  g_test_init (&argc, &argv, NULL);
  shipped = fixture_dup_data_path ();
  odd = fixture_dup_odd_path ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Place, NULL, set_up, tests[i].run, tear_down);
  g_test_add_func ("/journal/other-files", test_other_files);
  g_test_add ("/journal/random", Place, shipped, set_up, test_random, tear_down);
  g_test_add ("/journal/random-second", Place, odd, set_up, test_random, tear_down);

  return g_test_run ();
}
