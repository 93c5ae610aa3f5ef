/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Saving a roadmap of which one bar was edited.
 *   bench-save NAME LIMIT RUNS FILE             from the edit to the disk; the floor is libxml2's writing of a tree of the same
 *                                               file, and putting that safely in the place of the old one
 *   bench-save --blocked NAME LIMIT RUNS FILE   how long the program can do nothing else meanwhile, at the beginning and at the
 *                                               end of an asynchronous save; the floor is 50 ms, what is not noticed in typing
 * Both on a copy of FILE in the working directory. */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <unistd.h>

#include "bench.h"
#include "document/document.h"

#define BLOCKED_LIMIT 50.0 /* ms */

typedef struct
{
  char            *folder;
  char            *path;
  char            *floor_path;
  RoadmapDocument *document;
  RoadmapItem     *bar;
  xmlDoc          *tree;
  guint            n_edits;

  GMainLoop       *loop;
  double           blocked;
} Save;

static RoadmapItem *
find_bar (Roadmap *roadmap)
{
  g_autoptr (GPtrArray) bars = roadmap_list (roadmap, NULL, "bar");

  return g_ptr_array_index (bars, bars->len / 2);
}

static void
edit_bar (Save *self)
{
  Roadmap *roadmap = roadmap_document_get_roadmap (self->document);
  const RoadmapField *status = roadmap_kind_find_field (roadmap_item_get_kind (self->bar), "status");
  g_autoptr (RoadmapEdit) edit = roadmap_edit_new_set (self->bar, status, NULL, self->n_edits++ % 2 ? "done" : "delayed");
  g_autoptr (GError) error = NULL;

  if (!roadmap_apply (roadmap, edit, &error))
    g_error ("%s", error->message);
}

static double
save_cb (gpointer data)
{
  Save *self = data;
  g_autoptr (GError) error = NULL;
  gint64 start;

  edit_bar (self);
  start = g_get_monotonic_time ();
  if (!roadmap_document_save (self->document, &error))
    g_error ("%s", error->message);
  return bench_since (start);
}

static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY, 0);

  g_assert (fd >= 0 && fsync (fd) == 0);
  close (fd);
}

static double
floor_cb (gpointer data)
{
  Save *self = data;
  g_autofree char *temporary = g_strconcat (self->floor_path, ".new", NULL);
  gint64 start = g_get_monotonic_time ();
  xmlChar *text;
  int size, fd;

  xmlDocDumpMemoryEnc (self->tree, &text, &size, "UTF-8");
  fd = g_open (temporary, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  for (int written = 0; written < size;)
    {
      gssize n = write (fd, text + written, size - written);

      g_assert (n > 0);
      written += n;
    }
  g_assert (fsync (fd) == 0);
  close (fd);
  g_assert (g_rename (temporary, self->floor_path) == 0);
  sync_folder (self->folder);
  xmlFree (text);
  return bench_since (start);
}

static void
saved_cb (GObject      *document,
          GAsyncResult *result,
          gpointer      data)
{
  Save *self = data;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  if (!roadmap_document_save_finish (ROADMAP_DOCUMENT (document), result, &error))
    g_error ("%s", error->message);
  self->blocked = MAX (self->blocked, bench_since (start));
  g_main_loop_quit (self->loop);
}

static double
save_async_cb (gpointer data)
{
  Save *self = data;
  gint64 start;

  edit_bar (self);
  start = g_get_monotonic_time ();
  roadmap_document_save_async (self->document, NULL, saved_cb, self);
  self->blocked = bench_since (start);
  g_main_loop_run (self->loop);
  return self->blocked;
}

static double
limit_cb (gpointer data)
{
  return BLOCKED_LIMIT;
}

static void
set_up (Save       *self,
        const char *path)
{
  g_autofree char *working = g_get_current_dir ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  self->folder = g_build_filename (working, "bench-save-XXXXXX", NULL);
  self->loop = g_main_loop_new (NULL, FALSE);
  if (g_mkdtemp (self->folder) == NULL || !g_file_get_contents (path, &text, &size, &error))
    g_error ("%s", error != NULL ? error->message : self->folder);
  self->path = g_build_filename (self->folder, "work.xml", NULL);
  self->floor_path = g_build_filename (self->folder, "floor.xml", NULL);
  g_file_set_contents (self->path, text, size, NULL);
  g_file_set_contents (self->floor_path, text, size, NULL);
  self->document = roadmap_document_open_path (self->path, &error);
  if (self->document == NULL)
    g_error ("%s", error->message);
  self->bar = find_bar (roadmap_document_get_roadmap (self->document));
  self->tree = xmlReadMemory (text, size, path, NULL, XML_PARSE_NONET);
}

static void
tear_down (Save *self)
{
  g_autofree char *backup = g_strconcat (self->path, "~", NULL);

  xmlFreeDoc (self->tree);
  g_object_unref (self->document);
  g_main_loop_unref (self->loop);
  g_unlink (self->path);
  g_unlink (backup);
  g_unlink (self->floor_path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->floor_path);
  g_free (self->folder);
}

int
main (int    argc,
      char **argv)
{
  gboolean blocked = argc > 1 && g_str_equal (argv[1], "--blocked");
  char **arguments = argv + 1 + blocked;
  Bench bench;
  Save save = { NULL };
  int code;

  if (argc - blocked != 5)
    {
      g_printerr ("Usage: bench-save [--blocked] NAME LIMIT RUNS FILE\n");
      return EXIT_FAILURE;
    }
  bench = (Bench) { arguments[0], "ms", g_ascii_strtod (arguments[1], NULL), strtoul (arguments[2], NULL, 10) };
  set_up (&save, arguments[3]);
  code = bench_compare (&bench, blocked ? save_async_cb : save_cb, blocked ? limit_cb : floor_cb, &save);
  tear_down (&save);
  return code;
}
