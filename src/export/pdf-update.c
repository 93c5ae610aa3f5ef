/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#define _GNU_SOURCE /* memmem() */

#include "config.h"

#include "export/pdf-update.h"

#include <string.h>

#define CATALOG "/Type /Catalog"
#define LAST_LINE "\n%%EOF\n"
/* "123456 0 obj", a line feed, "<< " before it. */
#define MAX_HEAD 32
/* No catalog of cairo is longer: it only refers to other objects. */
#define MAX_CATALOG 4096
/* The trailer, with the lines around it. */
#define MAX_END 512

struct _RoadmapPdfUpdate
{
  gsize    n_bytes;
  GString *end;     /* the last bytes, at most MAX_END of them */
  GString *catalog; /* from some bytes before it on; empty until it was met */
  gboolean in_catalog;
};

RoadmapPdfUpdate *
roadmap_pdf_update_new (void)
{
  RoadmapPdfUpdate *self = g_new0 (RoadmapPdfUpdate, 1);

  self->end = g_string_new (NULL);
  self->catalog = g_string_new (NULL);
  return self;
}

void
roadmap_pdf_update_free (RoadmapPdfUpdate *self)
{
  g_string_free (self->end, TRUE);
  g_string_free (self->catalog, TRUE);
  g_free (self);
}

/* Watching */

static void
append_catalog (RoadmapPdfUpdate *self,
                const char       *bytes,
                gsize             length)
{
  g_string_append_len (self->catalog, bytes, MIN (length, MAX_CATALOG));
  self->in_catalog = self->catalog->len < MAX_CATALOG &&
                     memmem (self->catalog->str + MAX_HEAD, self->catalog->len - MAX_HEAD, "endobj", 6) == NULL;
}

/* The last one counts, should the words occur in a stream of bytes. */
static void
look_for_catalog (RoadmapPdfUpdate *self,
                  const GString    *bytes,
                  gsize             from)
{
  const char *end = bytes->str + bytes->len;
  const char *found = bytes->str + from;

  while ((found = memmem (found, end - found, CATALOG, strlen (CATALOG))) != NULL)
    {
      g_string_truncate (self->catalog, 0);
      append_catalog (self, found - MAX_HEAD, end - found + MAX_HEAD);
      found++;
    }
}

static void
keep_end (RoadmapPdfUpdate *self,
          const char       *bytes,
          gsize             length)
{
  gsize rest = MAX_END - MIN (length, MAX_END);

  if (self->end->len > rest)
    g_string_erase (self->end, 0, self->end->len - rest);
  g_string_append_len (self->end, bytes + length - MIN (length, MAX_END), MIN (length, MAX_END));
}

void
roadmap_pdf_update_watch (RoadmapPdfUpdate *self,
                          const char       *bytes,
                          gsize             length)
{
  g_autoptr (GString) joint = g_string_new_len (self->end->str, self->end->len);
  gsize seam = joint->len - MIN (joint->len, strlen (CATALOG) - 1);

  g_string_append_len (joint, bytes, length);
  if (self->in_catalog)
    append_catalog (self, bytes, length);
  if (joint->len > MAX_HEAD)
    look_for_catalog (self, joint, MAX (seam, MAX_HEAD));
  self->n_bytes += length;
  keep_end (self, bytes, length);
}

gboolean
roadmap_pdf_update_is_whole (RoadmapPdfUpdate *self)
{
  return self->end->len >= strlen (LAST_LINE) &&
         memcmp (self->end->str + self->end->len - strlen (LAST_LINE), LAST_LINE, strlen (LAST_LINE)) == 0;
}

/* Making the section */

typedef struct
{
  guint64 table; /* where it is in the file */
  guint   size;
  guint   root;
  guint   info;
} Trailer;

static gboolean
find_number (const char *text,
             const char *name,
             guint64    *number)
{
  const char *found = strstr (text, name);

  if (found == NULL)
    return FALSE;
  *number = g_ascii_strtoull (found + strlen (name), NULL, 10);
  return *number > 0;
}

static gboolean
read_trailer (RoadmapPdfUpdate *self,
              Trailer          *trailer)
{
  const char *begin = g_strrstr_len (self->end->str, self->end->len, "\ntrailer\n");
  guint64 size, root, info;

  if (begin == NULL || !roadmap_pdf_update_is_whole (self) || !find_number (begin, "/Size ", &size) ||
      !find_number (begin, "/Root ", &root) || !find_number (begin, "/Info ", &info) ||
      !find_number (begin, "startxref\n", &trailer->table))
    return FALSE;
  trailer->size = size;
  trailer->root = root;
  trailer->info = info;
  return TRUE;
}

/* (transfer full): the entries of the catalog, between its angle brackets, if it is the object @number. */
static char *
dup_entries (RoadmapPdfUpdate *self,
             guint             number)
{
  g_autofree char *head = g_strdup_printf ("\n%u 0 obj\n<< ", number);
  const char *begin = memmem (self->catalog->str, self->catalog->len, head, strlen (head));
  const char *end = begin != NULL ? strstr (begin, ">>\nendobj") : NULL;

  return end != NULL ? g_strndup (begin + strlen (head), end - begin - strlen (head)) : NULL;
}

GString *
roadmap_pdf_update_make (RoadmapPdfUpdate *self,
                         const char       *entries,
                         const char       *metadata)
{
  g_autofree char *catalog = NULL;
  GString *section;
  Trailer trailer;
  gsize root, packet, table;

  if (!read_trailer (self, &trailer))
    return NULL;
  catalog = dup_entries (self, trailer.root);
  if (catalog == NULL)
    return NULL;

  section = g_string_new (NULL);
  root = self->n_bytes;
  g_string_append_printf (section, "%u 0 obj\n<< %s   /Metadata %u 0 R\n%s>>\nendobj\n", trailer.root, catalog, trailer.size,
                          entries);
  packet = self->n_bytes + section->len;
  g_string_append_printf (section, "%u 0 obj\n<< /Type /Metadata\n   /Subtype /XML\n   /Length %" G_GSIZE_FORMAT
                          "\n>>\nstream\n%s\nendstream\nendobj\n", trailer.size, strlen (metadata), metadata);
  table = self->n_bytes + section->len;
  g_string_append_printf (section, "xref\n%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n",
                          trailer.root, root, trailer.size, packet);
  g_string_append_printf (section, "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %" G_GUINT64_FORMAT
                          "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", trailer.size + 1, trailer.root, trailer.info,
                          trailer.table, table);
  return section;
}
