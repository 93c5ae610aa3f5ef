/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "place.h"

#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"

#define BODY "  <part id=\"p\">\n    <title>P</title>\n  </part>\n"
#define BODY_CHANGED "  <part id=\"p\">\n    <title>Q</title>\n  </part>\n"

void
place_set_up (Place         *place,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("koteihyo-save-XXXXXX", &error);
  g_assert_no_error (error);
  place->path = g_build_filename (place->folder, "工程表.xml", NULL);
  place->text = fixture_wrap (BODY);
  place->text_changed = fixture_wrap (BODY_CHANGED);
  g_file_set_contents (place->path, place->text, -1, &error);
  g_assert_no_error (error);
}

void
place_tear_down (Place         *place,
                 gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (place->folder);
  g_free (place->folder);
  g_free (place->path);
  g_free (place->text);
  g_free (place->text_changed);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

void
place_assert_folder (Place      *place,
                     const char *expected)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, (gpointer) name);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (" ", (char **) names->pdata);
  g_assert_cmpstr (list, ==, expected);
}

void
place_assert_content (const char *path,
                      const char *expected)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, expected);
}

char *
place_dup_path (Place      *place,
                const char *name)
{
  return g_build_filename (place->folder, name, NULL);
}

RoadmapDocument *
place_open_and_change (const char *path)
{
  g_autoptr (GError) error = NULL;
  RoadmapDocument *document = roadmap_document_open_path (path, &error);

  g_assert_no_error (error);
  fixture_edit (roadmap_document_get_roadmap (document), "set p title Q");
  return document;
}

void
place_save (RoadmapDocument *document)
{
  g_autoptr (GError) error = NULL;

  roadmap_document_save (document, &error);
  g_assert_no_error (error);
}
