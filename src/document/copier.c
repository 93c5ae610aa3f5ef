/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/copier.h"

#include <string.h>

#include "document/lines.h"

void
roadmap_copier_copy (RoadmapCopier *self,
                     gsize          start,
                     gsize          end)
{
  g_string_append_len (self->out, self->text + start, end - start);
}

void
roadmap_copier_start_line (RoadmapCopier *self,
                           const char    *indent)
{
  g_string_append (self->out, self->ending);
  g_string_append (self->out, indent);
}

char *
roadmap_copier_dup_indent (RoadmapCopier *self,
                           const xmlNode *element)
{
  gsize offset = roadmap_xml_get_extent (self->xml, element)->start;
  gsize start;

  return roadmap_lines_is_first (self->text, offset, &start) ? g_strndup (self->text + start, offset - start) : NULL;
}

/* @indent as it becomes in the output. */
static char *
move_indent (RoadmapCopier *self,
             char          *indent)
{
  char *moved;

  if (self->old_indent == NULL || !g_str_has_prefix (indent, self->old_indent))
    return indent;
  moved = g_strconcat (self->new_indent, indent + strlen (self->old_indent), NULL);
  g_free (indent);
  return moved;
}

char *
roadmap_copier_dup_own_indent (RoadmapCopier *self,
                               const xmlNode *element)
{
  char *indent = roadmap_copier_dup_indent (self, element);
  g_autoptr (GString) by_depth = g_string_new (NULL);

  if (indent != NULL)
    return move_indent (self, indent);

  for (const xmlNode *node = element->parent; node->type == XML_ELEMENT_NODE; node = node->parent)
    g_string_append (by_depth, ROADMAP_COPIER_UNIT);
  return g_string_free (g_steal_pointer (&by_depth), FALSE);
}

char *
roadmap_copier_dup_inner_indent (RoadmapCopier *self,
                                 const xmlNode *element)
{
  g_autofree char *own = NULL;

  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    {
      char *indent = child->type == XML_ELEMENT_NODE ? roadmap_copier_dup_indent (self, child) : NULL;

      if (indent != NULL)
        return move_indent (self, indent);
    }

  own = roadmap_copier_dup_own_indent (self, element);
  return roadmap_copier_dup_next_indent (own);
}

char *
roadmap_copier_dup_next_indent (const char *indent)
{
  return g_strconcat (indent, strchr (indent, '\t') != NULL ? "\t" : ROADMAP_COPIER_UNIT, NULL);
}

/* Where a comment, processing instruction or CDATA section that begins at @start ends; @start if none begins there. */
static gsize
skip_opaque (RoadmapCopier *self,
             gsize          start,
             gsize          end)
{
  static const struct { const char *open, *close; } opaque[] = {
    { "<!--", "-->" }, { "<?", "?>" }, { "<![CDATA[", "]]>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (opaque); i++)
    {
      gsize length = strlen (opaque[i].open);
      const char *close = NULL;

      if (end - start > length && memcmp (self->text + start, opaque[i].open, length) == 0)
        close = g_strstr_len (self->text + start + length, end - start - length, opaque[i].close);
      if (close != NULL)
        return close + strlen (opaque[i].close) - self->text;
    }
  return start;
}

static gboolean
has_old_indent (RoadmapCopier *self,
                gsize          start,
                gsize          end)
{
  gsize length = strlen (self->old_indent);

  return end - start >= length && memcmp (self->text + start, self->old_indent, length) == 0 &&
         (start + length == end || strchr ("\r\n", self->text[start + length]) == NULL);
}

void
roadmap_copier_copy_between (RoadmapCopier *self,
                             gsize          start,
                             gsize          end)
{
  gboolean at_line_start = start > 0 && self->text[start - 1] == '\n';

  if (self->old_indent == NULL)
    {
      roadmap_copier_copy (self, start, end);
      return;
    }

  while (start < end)
    {
      gsize next = skip_opaque (self, start, end);

      if (at_line_start && has_old_indent (self, start, end))
        {
          g_string_append (self->out, self->new_indent);
          start += strlen (self->old_indent);
          at_line_start = FALSE;
          continue;
        }
      if (next == start)
        next++;
      roadmap_copier_copy (self, start, next);
      at_line_start = self->text[next - 1] == '\n';
      start = next;
    }
}
