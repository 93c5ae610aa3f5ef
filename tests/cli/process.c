/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "process.h"

#include <glib/gstdio.h>

const char process_sample[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<roadmap xmlns=\"https://koteihyo.org/ns/roadmap\" version=\"1\" xml:lang=\"ja\" id=\"roadmap\">\n"
  "  <title>\"工程\\表\"</title>\n"
  "  <status id=\"done\" closed=\"true\">\n"
  "    <title>完了</title>\n"
  "    <letter>完</letter>\n"
  "  </status>\n"
  "  <chart id=\"plan\" calendar=\"fiscal\" start=\"FY2020\" end=\"FY2021\">\n"
  "    <title>計画</title>\n"
  "    <lane id=\"genome\" number=\"①\">\n"
  "      <title>ゲノム</title>\n"
  "      <lane id=\"genome.sub\">\n"
  "        <title>拠点</title>\n"
  "        <bar id=\"b1\" start=\"FY2020-Q1\" end=\"FY2020-Q3\" status=\"done\">\n"
  "          <title>改正指針の\n周知</title>\n"
  "          <title xml:lang=\"en\">Amend</title>\n"
  "        </bar>\n"
  "      </lane>\n"
  "      <bar id=\"b2\" start=\"FY2020\" end=\"FY2021\" after=\"b1\">\n"
  "        <title>ＡＩの活用</title>\n"
  "      </bar>\n"
  "    </lane>\n"
  "  </chart>\n"
  "</roadmap>\n";

void
process_set_up (Process       *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("koteihyo-cli-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_unlink (file), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

void
process_tear_down (Process       *self,
                   gconstpointer  data)
{
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->output);
  g_free (self->errors);
}

static GSubprocessLauncher *
create_launcher (Process *self)
{
  GSubprocessLauncher *launcher;
  g_autofree char *data = g_test_build_filename (G_TEST_DIST, "..", "data", NULL);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (launcher, self->folder);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_setenv (launcher, "KOTEIHYO_DATADIR", data, TRUE);
  return launcher;
}

static void
run (Process             *self,
     GSubprocessLauncher *launcher,
     const char          *program,
     va_list              arguments)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (program);
  g_ptr_array_add (words, (gpointer) program);
  do
    g_ptr_array_add (words, va_arg (arguments, char *));
  while (g_ptr_array_index (words, words->len - 1) != NULL);

  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->errors, g_free);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->output, &self->errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
}

void
process_run (Process *self,
             ...)
{
  g_autoptr (GSubprocessLauncher) launcher = create_launcher (self);
  va_list arguments;

  va_start (arguments, self);
  run (self, launcher, g_getenv ("KOTEIHYO_CLI"), arguments);
  va_end (arguments);
}

void
process_run_with (Process    *self,
                  const char *variable,
                  const char *value,
                  ...)
{
  g_autoptr (GSubprocessLauncher) launcher = create_launcher (self);
  va_list arguments;

  g_subprocess_launcher_setenv (launcher, variable, value, TRUE);
  va_start (arguments, value);
  run (self, launcher, g_getenv ("KOTEIHYO_CLI"), arguments);
  va_end (arguments);
}

char *
process_run_other (Process    *self,
                   const char *program,
                   ...)
{
  g_autoptr (GSubprocessLauncher) launcher = create_launcher (self);
  va_list arguments;

  va_start (arguments, program);
  run (self, launcher, program, arguments);
  va_end (arguments);
  g_assert_cmpint (self->status, ==, 0);
  return g_steal_pointer (&self->output);
}

void
process_assert_match (const char *text,
                      const char *pattern)
{
  if (!g_pattern_match_simple (pattern, text))
    g_error ("“%s” does not match “%s”", text, pattern);
}

void
process_write (Process    *self,
               const char *name,
               const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

char *
process_read (Process    *self,
              const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

gboolean
process_has (Process    *self,
             const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

char *
process_get_roadmap (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "roadmap.xml", NULL);
}
