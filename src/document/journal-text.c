/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/journal-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/edit-text.h"

#define MAGIC      "koteihyo-journal "
#define FIRST_LINE MAGIC "1\n"

/* NUMBER LENGTH GUARD CHECKSUM, and the line feed. */
#define N_DIGITS      8
#define CHECKSUM_SIZE 64
#define HEADER_SIZE   (3 * (N_DIGITS + 1) + CHECKSUM_SIZE + 1)

static const char *const type_names[] = {
  [ROADMAP_STEP_DONE] = "done",
  [ROADMAP_STEP_UNDONE] = "undone",
  [ROADMAP_STEP_REDONE] = "redone",
};

static void
init_chain (RoadmapJournalChain *chain)
{
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, FIRST_LINE, -1);

  chain->number = 0;
  g_strlcpy (chain->checksum, checksum, sizeof chain->checksum);
}

/* The line before a record, up to its checksum; and what that is of, up to the text. */
static char *
create_start (const RoadmapJournalChain  *chain,
              gsize                       length,
              char                      **guarded)
{
  g_autofree char *numbers = g_strdup_printf ("%08x %08x", chain->number, (guint) length);
  g_autofree char *guard = NULL;

  *guarded = g_strdup_printf ("%s %s\n", chain->checksum, numbers);
  guard = g_compute_checksum_for_string (G_CHECKSUM_SHA256, *guarded, -1);
  return g_strdup_printf ("%s %.*s ", numbers, N_DIGITS, guard);
}

static char *
create_header (const RoadmapJournalChain *chain,
               const char                *text,
               gsize                      length)
{
  g_autofree char *guarded = NULL;
  g_autofree char *start = create_start (chain, length, &guarded);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) guarded, -1);
  g_checksum_update (checksum, (const guchar *) text, length);
  return g_strconcat (start, g_checksum_get_string (checksum), "\n", NULL);
}

static void
advance (RoadmapJournalChain *chain,
         const char          *header)
{
  chain->number++;
  g_strlcpy (chain->checksum, header + HEADER_SIZE - 1 - CHECKSUM_SIZE, sizeof chain->checksum);
}

void
roadmap_journal_text_append (GString             *out,
                             RoadmapJournalChain *chain,
                             const char          *text)
{
  g_autofree char *header = create_header (chain, text, strlen (text));

  g_string_append (out, header);
  g_string_append (out, text);
  g_string_append_c (out, '\n');
  advance (chain, header);
}

void
roadmap_journal_text_begin (GString             *out,
                            RoadmapJournalChain *chain,
                            const char          *uri,
                            const char          *base,
                            const char          *text)
{
  g_autoptr (GString) head = g_string_new ("file\t");

  roadmap_edit_text_append_optional (head, uri);
  g_string_append_printf (head, "\tbase\t%s\ttext\t%s", base, text);
  init_chain (chain);
  g_string_append (out, FIRST_LINE);
  roadmap_journal_text_append (out, chain, head->str);
}

char *
roadmap_journal_text_create_step (RoadmapStepType  type,
                                  gint64           time,
                                  const char      *name,
                                  const char      *edits)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "step\t%s\t%" G_GINT64_FORMAT "\t", type_names[type], time);
  roadmap_edit_text_append_optional (text, name);
  g_string_append_c (text, '\n');
  g_string_append (text, edits);
  return g_string_free (text, FALSE);
}

char *
roadmap_journal_text_create_saving (const char *checksum)
{
  return g_strdup_printf ("saving\t%s", checksum);
}

static void
free_record (gpointer data)
{
  RoadmapJournalRecord *record = data;

  g_free (record->name);
  g_strfreev (record->edits);
  g_free (record->saving);
  g_free (record);
}

void
roadmap_journal_text_free (RoadmapJournalText *self)
{
  g_free (self->uri);
  g_free (self->base);
  g_free (self->text);
  g_ptr_array_unref (self->records);
  g_clear_error (&self->damage);
  g_free (self);
}

static gboolean
is_checksum (const char *word)
{
  return strlen (word) == CHECKSUM_SIZE && word[strspn (word, "0123456789abcdef")] == '\0';
}

static gboolean
parse_head (RoadmapJournalText *self,
            const char         *text)
{
  g_auto (GStrv) words = g_strsplit (text, "\t", -1);

  if (g_strv_length (words) != 6 || strcmp (words[0], "file") != 0 || strcmp (words[2], "base") != 0 ||
      strcmp (words[4], "text") != 0 || !is_checksum (words[3]) || !is_checksum (words[5]) ||
      !roadmap_edit_text_parse_optional (words[1], &self->uri))
    return FALSE;
  self->base = g_strdup (words[3]);
  self->text = g_strdup (words[5]);
  return TRUE;
}

static gboolean
parse_type (const char      *word,
            RoadmapStepType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (type_names); i++)
    if (strcmp (word, type_names[i]) == 0)
      {
        *type = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_step (RoadmapJournalRecord *record,
            const char           *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_lines = g_strv_length (lines);
  g_auto (GStrv) words = g_strsplit (lines[0], "\t", -1);

  /* Behind the line feed of the last edit there is nothing. */
  if (n_lines < 3 || *lines[n_lines - 1] != '\0' || g_strv_length (words) != 4 || !parse_type (words[1], &record->type) ||
      !g_ascii_string_to_signed (words[2], 10, 0, G_MAXINT64, &record->time, NULL) ||
      !roadmap_edit_text_parse_optional (words[3], &record->name))
    return FALSE;

  g_clear_pointer (&lines[n_lines - 1], g_free);
  record->edits = g_strdupv (lines + 1);
  return TRUE;
}

static RoadmapJournalRecord *
parse_record (const char *text)
{
  RoadmapJournalRecord *record = g_new0 (RoadmapJournalRecord, 1);
  const char *checksum = text + strlen ("saving\t");

  if (g_str_has_prefix (text, "saving\t") && is_checksum (checksum))
    {
      record->saving = g_strdup (checksum);
      return record;
    }
  if (g_str_has_prefix (text, "step\t") && parse_step (record, text))
    return record;

  free_record (record);
  return NULL;
}

typedef enum
{
  PART_WHOLE,
  PART_MISSING, /* the rest has not been written */
  PART_WRONG,
} Part;

/* What a power cut leaves where a file had grown already. */
static gboolean
is_empty (const char *data,
          gsize       size)
{
  for (gsize i = 0; i < size; i++)
    if (data[i] != '\0')
      return FALSE;
  return TRUE;
}

/* Reads the record at @data, of which there are @size bytes, into @text, and moves on. */
static Part
read_record (const char          **data,
             gsize                *size,
             RoadmapJournalChain  *chain,
             char                **text)
{
  g_autofree char *length_word = NULL;
  g_autofree char *guarded = NULL;
  g_autofree char *start = NULL;
  g_autofree char *header = NULL;
  gsize length;

  if (*size < HEADER_SIZE || is_empty (*data, *size))
    return PART_MISSING;

  length_word = g_strndup (*data + N_DIGITS + 1, N_DIGITS);
  length = g_ascii_strtoull (length_word, NULL, 16);
  start = create_start (chain, length, &guarded);
  if (strncmp (*data, start, strlen (start)) != 0)
    return PART_WRONG;
  if (*size - HEADER_SIZE <= length)
    return PART_MISSING;

  header = create_header (chain, *data + HEADER_SIZE, length);
  if (strncmp (*data, header, HEADER_SIZE) != 0 || (*data)[HEADER_SIZE + length] != '\n' ||
      memchr (*data + HEADER_SIZE, '\0', length) != NULL)
    return PART_WRONG;

  *text = g_strndup (*data + HEADER_SIZE, length);
  advance (chain, header);
  *data += HEADER_SIZE + length + 1;
  *size -= HEADER_SIZE + length + 1;
  return PART_WHOLE;
}

/* Reads the head, or says why there is none.  @data is behind the first line. */
static gboolean
read_head (RoadmapJournalText   *self,
           const char          **data,
           gsize                *size,
           RoadmapJournalChain  *chain,
           const char           *name,
           GError              **error)
{
  g_autofree char *text = NULL;
  Part part = read_record (data, size, chain, &text);

  if (part == PART_WHOLE && parse_head (self, text))
    return TRUE;

  if (part == PART_MISSING)
    g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_SYNTAX, _("%s: nothing was recorded in this journal yet"), name);
  else
    g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_FORMAT,
                 _("%s: this journal is damaged at its beginning; nothing can be restored from it"), name);
  return FALSE;
}

static gboolean
read_first_line (const char **data,
                 gsize       *size,
                 const char  *name,
                 GError     **error)
{
  gsize length = strlen (FIRST_LINE);
  g_autofree char *start = g_strndup (*data, MIN (*size, 2 * length));

  if (g_str_has_prefix (start, FIRST_LINE))
    {
      *data += length;
      *size -= length;
      return TRUE;
    }

  if (g_str_has_prefix (FIRST_LINE, start))
    g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_SYNTAX, _("%s: nothing was recorded in this journal yet"), name);
  else if (g_str_has_prefix (start, MAGIC) && g_ascii_strtoull (start + strlen (MAGIC), NULL, 10) > 1)
    g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_FORMAT,
                 _("%s: this journal was written by a newer version of this program; update the program to restore from it"),
                 name);
  else
    g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_FORMAT,
                 _("%s: this journal is damaged at its beginning; nothing can be restored from it"), name);
  return FALSE;
}

static guint
count_steps (RoadmapJournalText *self)
{
  guint n = 0;

  for (guint i = 0; i < self->records->len; i++)
    n += ((RoadmapJournalRecord *) g_ptr_array_index (self->records, i))->saving == NULL;
  return n;
}

RoadmapJournalText *
roadmap_journal_text_parse (GBytes      *bytes,
                            const char  *name,
                            GError     **error)
{
  g_autoptr (RoadmapJournalText) self = g_new0 (RoadmapJournalText, 1);
  RoadmapJournalChain chain;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  self->records = g_ptr_array_new_with_free_func (free_record);
  init_chain (&chain);
  if (!read_first_line (&data, &size, name, error) || !read_head (self, &data, &size, &chain, name, error))
    return NULL;

  while (size > 0)
    {
      g_autofree char *text = NULL;
      /* Where a file has grown already when the power is cut, NUL bytes stand for what was not written. */
      gboolean unwritten = data[size - 1] == '\0';
      Part part = read_record (&data, &size, &chain, &text);
      RoadmapJournalRecord *record = part == PART_WHOLE ? parse_record (text) : NULL;

      if (record != NULL)
        {
          g_ptr_array_add (self->records, record);
          continue;
        }
      if (part == PART_MISSING || (part == PART_WRONG && unwritten))
        self->torn = TRUE;
      else
        g_set_error (&self->damage, ROADMAP_ERROR, ROADMAP_ERROR_FORMAT,
                     _("the journal is damaged behind step %u, at byte %u; what was done after that cannot be restored"),
                     count_steps (self), (guint) (g_bytes_get_size (bytes) - size));
      break;
    }
  return g_steal_pointer (&self);
}
