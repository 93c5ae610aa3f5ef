/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/place.h"

#define UTF8_MARK "\xef\xbb\xbf"

/* The encoding named by the XML declaration at the start of @text, or NULL. */
static char *
find_declared (const char *text,
               gsize       length,
               gsize      *position)
{
  g_autofree char *head = g_strndup (text, MIN (length, 256));
  const char *start = g_str_has_prefix (head, UTF8_MARK) ? head + strlen (UTF8_MARK) : head;
  const char *end = g_str_has_prefix (start, "<?xml") ? strstr (start, "?>") : NULL;
  const char *found = end != NULL ? g_strstr_len (start, end - start, "encoding") : NULL;

  if (found == NULL)
    return NULL;

  found += strlen ("encoding");
  found += strspn (found, " \t\r\n=\"'");
  *position = found - head;
  return g_strndup (found, strspn (found, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "._-"));
}

static gboolean
is_utf8 (const char *encoding)
{
  return encoding == NULL || g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "UTF8") == 0;
}

/* UTF-16 shows by its mark, or by a "<" of two bytes; NULL if it is something else. */
static const char *
find_utf16 (const char *data,
            gsize       size)
{
  if (size < 2)
    return NULL;
  if (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0)
    return "UTF-16";
  if (memcmp (data, "<\0", 2) == 0)
    return "UTF-16LE";
  if (memcmp (data, "\0<", 2) == 0)
    return "UTF-16BE";
  return NULL;
}

static gboolean
is_blank (const char *data,
          gsize       size)
{
  gsize start = size >= strlen (UTF8_MARK) && memcmp (data, UTF8_MARK, strlen (UTF8_MARK)) == 0 ? strlen (UTF8_MARK) : 0;

  for (gsize i = start; i < size; i++)
    if (!g_ascii_isspace (data[i]))
      return FALSE;
  return TRUE;
}

static gboolean
check_utf8 (const char  *data,
            gsize        size,
            const char  *name,
            GError     **error)
{
  const char *nul = memchr (data, '\0', size);
  const char *wrong;

  if (is_blank (data, size))
    {
      roadmap_set_error_at (error, ROADMAP_ERROR_SYNTAX, name, 1,
                            _("the file is empty; open another one, or a backup of it"));
      return FALSE;
    }
  if (nul != NULL)
    {
      roadmap_set_error_at (error, ROADMAP_ERROR_SYNTAX, name, roadmap_count_line (data, nul - data),
                            _("there is a NUL byte, so this is no XML or damaged; open another file, or a backup"));
      return FALSE;
    }
  if (!g_utf8_validate_len (data, size, &wrong))
    {
      roadmap_set_error_at (error, ROADMAP_ERROR_SYNTAX, name, roadmap_count_line (data, wrong - data),
                            _("this line is not in UTF-8, as the file should be; save it as UTF-8 and open it again"));
      return FALSE;
    }
  return TRUE;
}

static GBytes *
convert (const char  *data,
         gsize        size,
         const char  *encoding,
         const char  *name,
         GError     **error)
{
  g_autofree char *text = NULL;
  g_autofree char *declared = NULL;
  g_autoptr (GString) rewritten = NULL;
  gsize length = 0, position;

  text = g_convert (data, size, "UTF-8", encoding, NULL, &length, NULL);
  if (text == NULL || !g_str_has_prefix (text, "<"))
    {
      roadmap_set_error_at (error, ROADMAP_ERROR_SYNTAX, name, 1,
                            _("the file is not in “%s”, the encoding it names; save it as UTF-8 and open it again"),
                            encoding);
      return NULL;
    }
  if (!check_utf8 (text, length, name, error))
    return NULL;

  rewritten = g_string_new_len (text, length);
  declared = find_declared (text, length, &position);
  if (declared != NULL)
    {
      g_string_erase (rewritten, position, strlen (declared));
      g_string_insert (rewritten, position, "UTF-8");
    }
  return g_string_free_to_bytes (g_steal_pointer (&rewritten));
}

GBytes *
roadmap_encoding_to_utf8 (GBytes      *bytes,
                          const char  *name,
                          GError     **error)
{
  g_autofree char *declared = NULL;
  const char *utf16;
  const char *data;
  gsize size, position;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size == 0)
    data = "";
  utf16 = find_utf16 (data, size);
  if (utf16 != NULL)
    return convert (data, size, utf16, name, error);

  declared = find_declared (data, size, &position);
  if (!is_utf8 (declared))
    return convert (data, size, declared, name, error);
  return check_utf8 (data, size, name, error) ? g_bytes_ref (bytes) : NULL;
}

/* Text of a spreadsheet has ASCII between its words, if only commas and line feeds: the other byte is 0. */
static const char *
guess_utf16 (const char *data,
             gsize       size)
{
  gsize n_even = 0, n_odd = 0;

  if (size < 2 || size % 2 != 0)
    return NULL;
  if (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0)
    return "UTF-16";
  for (gsize i = 0; i < MIN (size, 4096); i++)
    if (data[i] == '\0')
      (*(i % 2 == 0 ? &n_even : &n_odd))++;
  if (n_even == n_odd)
    return NULL;
  return n_odd > n_even ? "UTF-16LE" : "UTF-16BE";
}

GBytes *
roadmap_encoding_guess_utf8 (GBytes      *bytes,
                             const char  *name,
                             GError     **error)
{
  const char *data;
  const char *encoding;
  gsize size, length = 0;
  gsize mark = strlen (UTF8_MARK);
  g_autofree char *text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size == 0)
    data = "";
  if (size >= mark && memcmp (data, UTF8_MARK, mark) == 0)
    {
      g_autoptr (GBytes) rest = g_bytes_new_from_bytes (bytes, mark, size - mark);

      return check_utf8 (data + mark, size - mark, name, error) ? g_steal_pointer (&rest) : NULL;
    }

  encoding = guess_utf16 (data, size);
  if (encoding == NULL && g_utf8_validate_len (data, size, NULL))
    return check_utf8 (data, size, name, error) ? g_bytes_ref (bytes) : NULL;
  if (encoding == NULL)
    encoding = "CP932";

  text = g_convert (data, size, "UTF-8", encoding, NULL, &length, NULL);
  if (text == NULL)
    {
      roadmap_set_error_at (error, ROADMAP_ERROR_SYNTAX, name, 1,
                            _("the text is neither in UTF-8, UTF-16 nor Shift_JIS; save it as UTF-8 and open it again"));
      return NULL;
    }
  if (!check_utf8 (text, length, name, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&text), length);
}
