/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/text-flow.h"

#include "chart/flow-lines.h"

/* How often the height of the columns of the last page is tried: more would be less than a line. */
#define N_TRIES 10

/* Of a column, at most so much waits for the notes of a text; longer ones begin beside it and go on in the next. */
#define NOTE_SHARE 0.5

/* Of a column: how long the rule over the notes is. */
#define RULE_SHARE 0.25

typedef struct
{
  guint first; /* of the lines of notes */
  guint n_lines;
} Note;

struct _RoadmapTextFlow
{
  GArray     *texts;      /* RoadmapFlowText; its pointers are owned */
  GArray     *lines;      /* RoadmapFlowLine: the body */
  GArray     *note_lines; /* RoadmapFlowLine */
  GArray     *notes;      /* Note, in the order in which they are called */
};

/* Where the text goes on: the next line of the body, and lines of notes that found no room yet. */
typedef struct
{
  guint   next;
  GArray *waiting; /* guint: indices of lines of notes */
} State;

/* A column while it is filled. */
typedef struct
{
  double  y;     /* below the body */
  double  foot;  /* how much the notes take up */
  GArray *body;  /* RoadmapFlowPlaced, from the top of the column */
  GArray *notes; /* RoadmapFlowPlaced, from the top of the notes */
} Column;

static void
clear_text (gpointer data)
{
  RoadmapFlowText *text = data;

  g_clear_object (&text->item);
  g_clear_object (&text->layout);
  g_clear_object (&text->note);
  g_clear_object (&text->marker);
  g_clear_pointer (&text->words, roadmap_linked_text_free);
  g_free ((char *) text->marker_target);
}

RoadmapTextFlow *
roadmap_text_flow_new (void)
{
  RoadmapTextFlow *self = g_new0 (RoadmapTextFlow, 1);

  self->texts = g_array_new (FALSE, FALSE, sizeof (RoadmapFlowText));
  g_array_set_clear_func (self->texts, clear_text);
  self->lines = g_array_new (FALSE, FALSE, sizeof (RoadmapFlowLine));
  self->note_lines = g_array_new (FALSE, FALSE, sizeof (RoadmapFlowLine));
  self->notes = g_array_new (FALSE, FALSE, sizeof (Note));
  return self;
}

void
roadmap_text_flow_free (RoadmapTextFlow *self)
{
  g_array_unref (self->texts);
  g_array_unref (self->lines);
  g_array_unref (self->note_lines);
  g_array_unref (self->notes);
  g_free (self);
}

static const RoadmapFlowText *
get_text (RoadmapTextFlow *self,
          guint            index)
{
  return &g_array_index (self->texts, RoadmapFlowText, index);
}

void
roadmap_text_flow_add (RoadmapTextFlow       *self,
                       const RoadmapFlowText *text)
{
  RoadmapFlowText added = *text;

  g_object_ref (added.item);
  g_object_ref (added.layout);
  if (added.note != NULL)
    g_object_ref (added.note);
  if (added.marker != NULL)
    g_object_ref (added.marker);
  added.marker_target = g_strdup (text->marker_target);
  g_array_append_val (self->texts, added);
}

/* Lines */

/* Adds the lines of a text; where they are glued no column ends. */
static void
add_lines (RoadmapTextFlow *self,
           guint            index,
           GArray          *lines)
{
  const RoadmapFlowText *text = get_text (self, index);
  guint n_lines = roadmap_layout_get_n_lines (text->layout);
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);

  for (guint i = 0; i < n_lines; i++)
    {
      RoadmapFlowLine line = { .text = index, .index = i, .before = i == 0 ? text->before : 0 };
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      line.height = pango_units_to_double (logical.height);
      line.glued = i + 1 < n_lines ? text->keep || i == 0 || i + 2 == n_lines : text->keep;
      line.begins = i == 0 && text->begins;
      g_array_append_val (lines, line);
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}

/* Adds the lines of the note, once. */
static void
call_note (RoadmapTextFlow *self,
           const char      *id,
           GHashTable      *called)
{
  Note note = { self->note_lines->len, 0 };

  if (!g_hash_table_add (called, g_strdup (id)))
    return;
  for (guint i = 0; i < self->texts->len; i++)
    if (get_text (self, i)->note != NULL && g_str_equal (roadmap_item_get_id (get_text (self, i)->note), id))
      add_lines (self, i, self->note_lines);
  note.n_lines = self->note_lines->len - note.first;
  if (note.n_lines > 0)
    g_array_append_val (self->notes, note);
}

/* The notes whose numbers stand on the line. */
static void
call_notes (RoadmapTextFlow *self,
            RoadmapFlowLine *line,
            GHashTable      *called)
{
  const RoadmapFlowText *text = get_text (self, line->text);
  PangoLayoutLine *words = pango_layout_get_line_readonly (text->layout, line->index);

  line->first_call = self->notes->len;
  for (guint i = 0; text->words != NULL && i < text->words->links->len; i++)
    {
      const RoadmapTextLink *link = &g_array_index (text->words->links, RoadmapTextLink, i);

      if (*link->target == '#' && link->start >= words->start_index && link->start < words->start_index + words->length)
        call_note (self, link->target + 1, called);
    }
  line->n_calls = self->notes->len - line->first_call;
}

static void
find_lines (RoadmapTextFlow *self)
{
  g_autoptr (GHashTable) called = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_array_set_size (self->lines, 0);
  g_array_set_size (self->note_lines, 0);
  g_array_set_size (self->notes, 0);
  for (guint i = 0; i < self->texts->len; i++)
    if (get_text (self, i)->note == NULL)
      add_lines (self, i, self->lines);
  for (guint i = 0; i < self->lines->len; i++)
    call_notes (self, &g_array_index (self->lines, RoadmapFlowLine, i), called);
  for (guint i = 0; i < self->texts->len; i++)
    if (get_text (self, i)->note != NULL)
      call_note (self, roadmap_item_get_id (get_text (self, i)->note), called);
  if (self->lines->len > 0)
    {
      RoadmapFlowLine *last = &g_array_index (self->lines, RoadmapFlowLine, self->lines->len - 1);

      last->glued = FALSE;
      last->n_calls = self->notes->len - last->first_call;
    }
}

static const RoadmapFlowLine *
get_line (RoadmapTextFlow *self,
          guint            index)
{
  return &g_array_index (self->lines, RoadmapFlowLine, index);
}

static const RoadmapFlowLine *
get_note_line (RoadmapTextFlow *self,
               guint            index)
{
  return &g_array_index (self->note_lines, RoadmapFlowLine, index);
}

/* Columns */

/* Air above a line of the notes that take up @foot already. */
static double
get_note_air (const RoadmapFlowFrame *frame,
              const RoadmapFlowLine  *line,
              double                  foot)
{
  return foot == 0 ? 2 * frame->note_gap : line->before;
}

/* Adds lines of notes that wait, as many as there is room for; at least one to an empty column. */
static void
place_notes (RoadmapTextFlow        *self,
             const RoadmapFlowFrame *frame,
             State                  *state,
             double                  height,
             Column                 *column)
{
  guint n;

  for (n = 0; n < state->waiting->len; n++)
    {
      const RoadmapFlowLine *line = get_note_line (self, g_array_index (state->waiting, guint, n));
      double air = get_note_air (frame, line, column->foot);
      RoadmapFlowPlaced placed = { line, 0, column->foot + air };
      gboolean empty = column->foot == 0 && column->y == 0;

      if (height > 0 && column->y + column->foot + air + line->height > height && !empty)
        break;
      g_array_append_val (column->notes, placed);
      column->foot += air + line->height;
    }
  g_array_remove_range (state->waiting, 0, n);
}

static void
place_line (RoadmapTextFlow *self,
            State           *state,
            Column          *column)
{
  const RoadmapFlowLine *line = get_line (self, state->next++);
  RoadmapFlowPlaced placed = { line, 0, column->y > 0 ? column->y + line->before : 0 };

  g_array_append_val (column->body, placed);
  column->y = placed.y + line->height;
  for (guint i = line->first_call; i < line->first_call + line->n_calls; i++)
    {
      const Note *note = &g_array_index (self->notes, Note, i);

      for (guint j = note->first; j < note->first + note->n_lines; j++)
        g_array_append_val (state->waiting, j);
    }
}

/* How much the lines up to @end need, and their notes. */
static double
get_needed (RoadmapTextFlow        *self,
            const RoadmapFlowFrame *frame,
            const Column           *column,
            guint                   from,
            guint                   end,
            double                 *notes)
{
  double y = column->y;
  double foot = column->foot;

  for (guint i = from; i < end; i++)
    {
      const RoadmapFlowLine *line = get_line (self, i);

      y += (y > 0 ? line->before : 0) + line->height;
      for (guint j = line->first_call; j < line->first_call + line->n_calls; j++)
        {
          const Note *note = &g_array_index (self->notes, Note, j);

          for (guint k = note->first; k < note->first + note->n_lines; k++)
            foot += get_note_air (frame, get_note_line (self, k), foot) + get_note_line (self, k)->height;
        }
    }
  *notes = foot - column->foot;
  return y - column->y;
}

/* Adds the lines up to @end, which stay together.  FALSE if they have to wait for the next column. */
static gboolean
place_unit (RoadmapTextFlow        *self,
            const RoadmapFlowFrame *frame,
            State                  *state,
            guint                   end,
            double                  height,
            Column                 *column)
{
  double notes;
  double needed = get_needed (self, frame, column, state->next, end, &notes);
  double room = height - column->y - column->foot;
  gboolean empty = column->y == 0 && column->foot == 0;

  if (height > 0 && needed + notes > room && !empty && (needed > room || notes < NOTE_SHARE * height))
    return FALSE;

  /* A unit that no column can hold is cut where the column ends. */
  while (state->next < end)
    {
      const RoadmapFlowLine *line = get_line (self, state->next);

      if (height > 0 && column->y > 0 && column->y + line->before + line->height + column->foot > height)
        break;
      place_line (self, state, column);
    }
  place_notes (self, frame, state, height, column);
  return state->next == end;
}

static guint
find_unit_end (RoadmapTextFlow *self,
               guint            from)
{
  while (get_line (self, from)->glued)
    from++;
  return from + 1;
}

static void
fill_column (RoadmapTextFlow        *self,
             const RoadmapFlowFrame *frame,
             State                  *state,
             double                  height,
             Column                 *column)
{
  place_notes (self, frame, state, height, column);
  while (state->next < self->lines->len && state->waiting->len == 0)
    if ((frame->height == 0 && column->y > 0 && get_line (self, state->next)->begins) ||
        !place_unit (self, frame, state, find_unit_end (self, state->next), height, column))
      break;
}

/* Pages */

static gboolean
is_done (RoadmapTextFlow *self,
         const State     *state)
{
  return state->next == self->lines->len && state->waiting->len == 0;
}

/* Puts the notes of the column at its foot and both into their place on the page. */
static void
move_into_place (const RoadmapFlowFrame *frame,
                 Column                 *column,
                 guint                   index,
                 double                  top,
                 double                  height)
{
  double x = index * (frame->column_width + frame->gap);
  double notes_y = top + MAX (height - column->foot, column->y);

  for (guint i = 0; i < column->body->len; i++)
    {
      g_array_index (column->body, RoadmapFlowPlaced, i).x = x;
      g_array_index (column->body, RoadmapFlowPlaced, i).y += top;
    }
  for (guint i = 0; i < column->notes->len; i++)
    {
      g_array_index (column->notes, RoadmapFlowPlaced, i).x = x;
      g_array_index (column->notes, RoadmapFlowPlaced, i).y += notes_y;
    }
}

static void
append (GArray *to,
        GArray *from)
{
  if (from->len > 0)
    g_array_append_vals (to, from->data, from->len);
}

/* Fills one page.  With @body the lines are kept in it and in @notes, else it is only tried. */
static void
fill_page (RoadmapTextFlow        *self,
           const RoadmapFlowFrame *frame,
           State                  *state,
           double                  top,
           double                  height,
           GArray                 *body,
           GArray                 *notes,
           GArray                 *rules)
{
  for (guint i = 0; i < frame->n_columns; i++)
    {
      g_autoptr (GArray) column_body = g_array_new (FALSE, FALSE, sizeof (RoadmapFlowPlaced));
      g_autoptr (GArray) column_notes = g_array_new (FALSE, FALSE, sizeof (RoadmapFlowPlaced));
      Column column = { 0, 0, column_body, column_notes };

      fill_column (self, frame, state, height, &column);
      if (body == NULL)
        continue;
      move_into_place (frame, &column, i, top, height);
      append (body, column_body);
      append (notes, column_notes);
      if (column_notes->len > 0)
        {
          const RoadmapFlowPlaced *first = &g_array_index (column_notes, RoadmapFlowPlaced, 0);
          RoadmapRect rule = { first->x, first->y - frame->note_gap, RULE_SHARE * frame->column_width, 0 };

          g_array_append_val (rules, rule);
        }
    }
}

static State
copy_state (const State *state)
{
  State copy = { state->next, g_array_new (FALSE, FALSE, sizeof (guint)) };

  append (copy.waiting, state->waiting);
  return copy;
}

static gboolean
is_last_at (RoadmapTextFlow        *self,
            const RoadmapFlowFrame *frame,
            const State            *state,
            double                  height)
{
  State copy = copy_state (state);
  gboolean done;

  fill_page (self, frame, &copy, 0, height, NULL, NULL, NULL);
  done = is_done (self, &copy);
  g_array_unref (copy.waiting);
  return done;
}

/* The least height at which the rest of the text still ends on this page, if it does at all. */
static double
find_even_height (RoadmapTextFlow        *self,
                  const RoadmapFlowFrame *frame,
                  const State            *state,
                  double                  height)
{
  double low = 0;

  if (frame->n_columns == 1 || height == 0 || !is_last_at (self, frame, state, height))
    return height;
  for (guint i = 0; i < N_TRIES; i++)
    {
      double middle = (low + height) / 2;

      if (is_last_at (self, frame, state, middle))
        height = middle;
      else
        low = middle;
    }
  return height;
}

/* Scenes */

GPtrArray *
roadmap_text_flow_fill (RoadmapTextFlow        *self,
                        const RoadmapFlowFrame *frame)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_scene_unref);
  State state = { 0, g_array_new (FALSE, FALSE, sizeof (guint)) };

  find_lines (self);
  while (!is_done (self, &state))
    {
      g_autoptr (GArray) body = g_array_new (FALSE, FALSE, sizeof (RoadmapFlowPlaced));
      g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (RoadmapFlowPlaced));
      g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (RoadmapRect));
      RoadmapScene *scene = roadmap_scene_new ();
      double top = pages->len == 0 ? frame->first_top : frame->top;
      double height = frame->height > 0 ? MAX (frame->height - top, 1) : 0;

      fill_page (self, frame, &state, top, find_even_height (self, frame, &state, height), body, notes, rules);
      for (guint i = 0; i < rules->len; i++)
        roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                                 g_array_index (rules, RoadmapRect, i));
      roadmap_flow_add_placed (self->texts, body, scene);
      roadmap_flow_add_placed (self->texts, notes, scene);
      g_ptr_array_add (pages, scene);
    }
  g_array_unref (state.waiting);
  return pages;
}
