/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/linked-text.h"

#include <string.h>

#include "model/markup.h"

typedef struct
{
  Roadmap         *roadmap;
  RoadmapMeasure  *measure;
  RoadmapTextSize  size;
  GString         *markup;
  GArray          *links;
  GString         *pending; /* words not in the markup yet: a raised number keeps the last of them on its line */
  int              length;  /* of the words so far, in bytes */
} Writer;

static void
clear_link (gpointer data)
{
  RoadmapTextLink *link = data;

  g_clear_pointer (&link->target, g_free);
}

/* Notes are called by a raised number; anything else is referred to by words of the sentence. */
static gboolean
is_note (Roadmap    *roadmap,
         const char *id)
{
  RoadmapItem *item = roadmap_lookup (roadmap, id);

  return item == NULL || roadmap_item_is (item, "footnote") || roadmap_item_is (item, "note");
}

static void
append_escaped (GString    *markup,
                const char *words,
                gsize       length)
{
  g_autofree char *escaped = g_markup_escape_text (words, length);

  g_string_append (markup, escaped);
}

static void
flush (Writer *writer)
{
  append_escaped (writer->markup, writer->pending->str, writer->pending->len);
  g_string_truncate (writer->pending, 0);
}

/* The last of the pending words and the number behind it, which nothing parts. */
static void
append_raised (Writer     *writer,
               const char *number)
{
  const char *words = writer->pending->str;
  const char *last = writer->pending->len > 0 ? g_utf8_prev_char (words + writer->pending->len) : words;
  g_autofree char *mark = roadmap_measure_dup_note_markup (writer->measure, writer->size, number);

  append_escaped (writer->markup, words, last - words);
  g_string_append (writer->markup, "<span allow_breaks=\"false\">");
  append_escaped (writer->markup, last, strlen (last));
  g_string_append_printf (writer->markup, "%s</span>", mark);
  g_string_truncate (writer->pending, 0);
}

static void
append_piece_cb (RoadmapMarkupPiece  piece,
                 const char         *words,
                 const char         *target,
                 gpointer            user_data)
{
  Writer *writer = user_data;
  RoadmapTextLink link = { NULL, writer->length, writer->length + strlen (words) };

  writer->length = link.end;
  if (piece == ROADMAP_MARKUP_REF)
    link.target = g_strconcat ("#", target, NULL);
  else if (piece == ROADMAP_MARKUP_LINK && roadmap_uri_is_safe (target))
    link.target = g_strdup (target);
  if (link.target != NULL)
    g_array_append_val (writer->links, link);

  if (piece == ROADMAP_MARKUP_REF && is_note (writer->roadmap, target))
    {
      append_raised (writer, words);
      return;
    }
  flush (writer);
  g_string_append (writer->pending, words);
}

RoadmapLinkedText *
roadmap_linked_text_new (Roadmap         *roadmap,
                         const char      *value,
                         RoadmapMeasure  *measure,
                         RoadmapTextSize  size)
{
  RoadmapLinkedText *self = g_new0 (RoadmapLinkedText, 1);
  g_autoptr (GString) pending = g_string_new (NULL);
  Writer writer = { roadmap, measure, size, g_string_new (NULL), NULL, pending, 0 };

  writer.links = g_array_new (FALSE, FALSE, sizeof (RoadmapTextLink));
  g_array_set_clear_func (writer.links, clear_link);
  if (value != NULL && !roadmap_markup_foreach (value, append_piece_cb, &writer))
    {
      g_string_truncate (writer.markup, 0);
      g_string_assign (pending, value);
      g_array_set_size (writer.links, 0);
    }
  flush (&writer);
  self->markup = g_string_free (writer.markup, FALSE);
  self->links = writer.links;
  return self;
}

void
roadmap_linked_text_free (RoadmapLinkedText *self)
{
  g_free (self->markup);
  g_array_unref (self->links);
  g_free (self);
}

/* Adds areas for what of the line belongs to the link: one, but where words run the other way. */
static void
add_line (RoadmapScene          *scene,
          const RoadmapTextLink *link,
          PangoLayoutIter       *iter,
          double                 x,
          double                 y)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  PangoRectangle logical;
  int *ranges;
  int n_ranges, next;

  if (link->end <= line->start_index || link->start >= line->start_index + line->length)
    return;
  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  /* These are from the edge of the layout, and a run each. */
  pango_layout_line_get_x_ranges (line, MAX (link->start, line->start_index),
                                  MIN (link->end, line->start_index + line->length), &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i = next)
    {
      RoadmapRect rect = { x + pango_units_to_double (ranges[2 * i]), y, 0, pango_units_to_double (logical.height) };

      for (next = i + 1; next < n_ranges && ranges[2 * next] <= ranges[2 * next - 1] + 1; next++)
        ;
      rect.width = pango_units_to_double (ranges[2 * next - 1] - ranges[2 * i]);
      if (rect.width > 0)
        roadmap_scene_add_link (scene, rect, link->target);
    }
  g_free (ranges);
}

void
roadmap_linked_text_add (const RoadmapLinkedText *self,
                         RoadmapScene            *scene,
                         const RoadmapShape      *shape)
{
  PangoLayoutIter *iter;
  guint end = shape->n_lines > 0 ? shape->first_line + shape->n_lines : G_MAXUINT;
  guint index = 0;
  double top = 0;

  if (self->links->len == 0)
    return;

  iter = pango_layout_get_iter (shape->layout);
  do
    {
      PangoRectangle logical;

      if (index < shape->first_line)
        continue;
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (index == shape->first_line)
        top = pango_units_to_double (logical.y);
      for (guint i = 0; i < self->links->len; i++)
        add_line (scene, &g_array_index (self->links, RoadmapTextLink, i), iter, shape->rect.x,
                  shape->rect.y + pango_units_to_double (logical.y) - top);
    }
  while (++index < end && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}
