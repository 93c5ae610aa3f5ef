/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/form-history.h"

#include "widgets/text-difference.h"

#define PAUSE (2 * G_TIME_SPAN_SECOND)
/* What replaces a selection, or all of a text, is told as letters that go and, at once, letters that come. */
#define AT_ONCE (50 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  GArray   *changes; /* RoadmapFormChange */
  gboolean  typed;
  gboolean  deletes; /* takes letters away, where it does not bring them */
  int       place;   /* where typing goes on: behind the last letter, or where letters were */
  gint64    time;    /* of its last letter */
} Step;

struct _RoadmapFormHistory
{
  GPtrArray *steps;
  guint      n_done;
};

static void
clear_change (gpointer data)
{
  RoadmapFormChange *change = data;

  g_free (change->old_value);
  g_free (change->new_value);
}

static void
free_step (gpointer data)
{
  Step *step = data;

  g_array_unref (step->changes);
  g_free (step);
}

RoadmapFormHistory *
roadmap_form_history_new (void)
{
  RoadmapFormHistory *self = g_new0 (RoadmapFormHistory, 1);

  self->steps = g_ptr_array_new_with_free_func (free_step);
  return self;
}

void
roadmap_form_history_free (RoadmapFormHistory *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static Step *
get_newest (RoadmapFormHistory *self)
{
  return self->n_done > 0 ? g_ptr_array_index (self->steps, self->n_done - 1) : NULL;
}

static void
append_change (Step       *step,
               guint       field,
               const char *old_value,
               const char *new_value)
{
  RoadmapFormChange change = { field, g_strdup (old_value), g_strdup (new_value) };

  g_array_append_val (step->changes, change);
}

/* A word begins where letters come behind a space; a line where a line feed comes. */
static gboolean
begins_anew (const char                  *text,
             const RoadmapTextDifference *difference)
{
  const char *start = g_utf8_offset_to_pointer (text, difference->start);
  const char *end = g_utf8_offset_to_pointer (text, difference->new_end);

  if (g_strstr_len (start, end - start, "\n") != NULL)
    return TRUE;
  return difference->start > 0 && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (start))) &&
         !g_unichar_isspace (g_utf8_get_char (start));
}

/* Whether a letter is written behind the others of @step, or deleted beside them. */
static gboolean
continues (Step                        *step,
           const char                  *new_value,
           const RoadmapTextDifference *difference,
           gint64                       now)
{
  gboolean inserts = difference->new_end > difference->start, deletes = difference->old_end > difference->start;

  if (step->deletes && inserts && !deletes && difference->start == step->place && now - step->time < AT_ONCE)
    return TRUE;
  if (inserts == deletes || deletes != step->deletes)
    return FALSE;
  if (deletes)
    return difference->old_end == step->place || difference->start == step->place;
  return difference->start == step->place && !begins_anew (new_value, difference);
}

void
roadmap_form_history_add (RoadmapFormHistory *self,
                          guint               field,
                          const char         *old_value,
                          const char         *new_value,
                          gboolean            typed,
                          gint64              now)
{
  Step *step = get_newest (self);
  RoadmapTextDifference difference = roadmap_text_compare (old_value != NULL ? old_value : "",
                                                           new_value != NULL ? new_value : "");
  RoadmapFormChange *first = step != NULL ? &g_array_index (step->changes, RoadmapFormChange, 0) : NULL;
  gboolean joins = typed && step != NULL && self->n_done == self->steps->len && step->typed && first->field == field &&
                   now - step->time < PAUSE && continues (step, new_value, &difference, now);

  g_ptr_array_set_size (self->steps, self->n_done);
  if (!joins)
    {
      step = g_new0 (Step, 1);
      step->changes = g_array_new (FALSE, FALSE, sizeof (RoadmapFormChange));
      g_array_set_clear_func (step->changes, clear_change);
      append_change (step, field, old_value, new_value);
      step->typed = typed;
      g_ptr_array_add (self->steps, step);
      self->n_done++;
    }
  else
    {
      g_free (first->new_value);
      first->new_value = g_strdup (new_value);
    }
  step->deletes = difference.old_end > difference.start;
  step->place = difference.new_end;
  step->time = now;
}

void
roadmap_form_history_follow (RoadmapFormHistory *self,
                             guint               field,
                             const char         *old_value,
                             const char         *new_value)
{
  append_change (get_newest (self), field, old_value, new_value);
}

const GArray *
roadmap_form_history_undo (RoadmapFormHistory *self)
{
  Step *step = get_newest (self);

  if (step == NULL)
    return NULL;
  self->n_done--;
  return step->changes;
}

const GArray *
roadmap_form_history_redo (RoadmapFormHistory *self)
{
  if (!roadmap_form_history_can_redo (self))
    return NULL;
  return ((Step *) g_ptr_array_index (self->steps, self->n_done++))->changes;
}

gboolean
roadmap_form_history_can_undo (RoadmapFormHistory *self)
{
  return self->n_done > 0;
}

gboolean
roadmap_form_history_can_redo (RoadmapFormHistory *self)
{
  return self->n_done < self->steps->len;
}
