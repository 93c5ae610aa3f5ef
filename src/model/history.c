/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/history.h"

#include "model/rules.h"

typedef struct
{
  char      *name;
  GPtrArray *edits; /* RoadmapEdit, in the order they were applied */
} Step;

struct _RoadmapHistory
{
  GObject    parent_instance;

  Roadmap   *roadmap;
  GPtrArray *done;      /* Step, newest last */
  GPtrArray *undone;    /* Step, the next to redo last */
  Step      *open_step; /* between begin and commit */
  gboolean   replaying; /* what the roadmap reports now is undo or redo itself */
  /* The step that was newest when the file was saved: not its number, which another step can take after an undo. */
  Step      *saved;
  gboolean   saved_lost; /* that step was dropped: no undo leads back to what the file holds */
  Step      *saving;     /* as these two, for what is on its way into the file */
  gboolean   saving_lost;
};

G_DEFINE_FINAL_TYPE (RoadmapHistory, roadmap_history, G_TYPE_OBJECT)

enum { PROP_0, PROP_CAN_UNDO, PROP_CAN_REDO, PROP_UNDO_NAME, PROP_REDO_NAME, PROP_MODIFIED, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { EDITED, STEPPED, ROLLED_BACK, N_SIGNALS };
static guint signals[N_SIGNALS];

static Step *
create_step (const char *name)
{
  Step *step = g_new0 (Step, 1);

  step->name = g_strdup (name);
  step->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_edit_free);
  return step;
}

static void
free_step (gpointer data)
{
  Step *step = data;

  g_free (step->name);
  g_clear_pointer (&step->edits, g_ptr_array_unref);
  g_free (step);
}

static Step *
peek (GPtrArray *steps)
{
  return steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
}

static void
notify_all (RoadmapHistory *self)
{
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
notify_stepped (RoadmapHistory  *self,
                RoadmapStepType  type,
                const Step      *step)
{
  /* Who hears of it may take further steps, which can drop this one. */
  g_autofree char *name = g_strdup (step->name);

  notify_all (self);
  g_signal_emit (self, signals[STEPPED], 0, type, name);
}

/* A new step makes what was undone unreachable. */
static void
push_done (RoadmapHistory *self,
           Step           *step)
{
  if (self->saved != NULL && g_ptr_array_find (self->undone, self->saved, NULL))
    {
      self->saved = NULL;
      self->saved_lost = TRUE;
    }
  if (self->saving != NULL && g_ptr_array_find (self->undone, self->saving, NULL))
    {
      self->saving = NULL;
      self->saving_lost = TRUE;
    }
  g_ptr_array_set_size (self->undone, 0);
  g_ptr_array_add (self->done, step);
  notify_stepped (self, ROADMAP_STEP_DONE, step);
}

static void
changed_cb (Roadmap           *roadmap,
            const RoadmapEdit *edit,
            RoadmapHistory    *self)
{
  Step *step;

  if (self->replaying)
    {
      g_signal_emit (self, signals[EDITED], 0, edit);
      return;
    }

  step = self->open_step != NULL ? self->open_step : create_step (NULL);
  g_ptr_array_add (step->edits, roadmap_edit_copy (edit));
  g_signal_emit (self, signals[EDITED], 0, edit);
  if (step != self->open_step)
    push_done (self, step);
}

static void
take_back (RoadmapHistory *self,
           Step           *step)
{
  self->replaying = TRUE;
  for (guint i = step->edits->len; i > 0; i--)
    roadmap_revert (self->roadmap, g_ptr_array_index (step->edits, i - 1));
  self->replaying = FALSE;
}

/* Doing again is taking back the inverse: it was allowed once, so neither the rules nor the lock are asked again. */
static void
do_again (RoadmapHistory *self,
          Step           *step)
{
  self->replaying = TRUE;
  for (guint i = 0; i < step->edits->len; i++)
    {
      g_autoptr (RoadmapEdit) inverse = roadmap_edit_invert (g_ptr_array_index (step->edits, i));

      roadmap_revert (self->roadmap, inverse);
    }
  self->replaying = FALSE;
}

static void
roadmap_history_finalize (GObject *object)
{
  RoadmapHistory *self = ROADMAP_HISTORY (object);

  g_clear_pointer (&self->open_step, free_step);
  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_pointer (&self->undone, g_ptr_array_unref);
  g_clear_object (&self->roadmap);

  G_OBJECT_CLASS (roadmap_history_parent_class)->finalize (object);
}

static void
roadmap_history_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  RoadmapHistory *self = ROADMAP_HISTORY (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, roadmap_history_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, roadmap_history_get_can_redo (self));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, roadmap_history_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, roadmap_history_get_redo_name (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, roadmap_history_get_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_history_class_init (RoadmapHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = roadmap_history_finalize;
  object_class->get_property = roadmap_history_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[EDITED] = g_signal_new ("edited", ROADMAP_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, ROADMAP_TYPE_EDIT | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[STEPPED] = g_signal_new ("stepped", ROADMAP_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[ROLLED_BACK] = g_signal_new ("rolled-back", ROADMAP_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
roadmap_history_init (RoadmapHistory *self)
{
  self->done = g_ptr_array_new_with_free_func (free_step);
  self->undone = g_ptr_array_new_with_free_func (free_step);
}

RoadmapHistory *
roadmap_history_new (Roadmap *roadmap)
{
  RoadmapHistory *self;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);

  self = g_object_new (ROADMAP_TYPE_HISTORY, NULL);
  self->roadmap = g_object_ref (roadmap);
  g_signal_connect_object (roadmap, "changed", G_CALLBACK (changed_cb), self, 0);
  return self;
}

Roadmap *
roadmap_history_get_roadmap (RoadmapHistory *self)
{
  g_return_val_if_fail (ROADMAP_IS_HISTORY (self), NULL);

  return self->roadmap;
}

void
roadmap_history_begin (RoadmapHistory *self,
                       const char     *name)
{
  g_return_if_fail (ROADMAP_IS_HISTORY (self));
  g_return_if_fail (self->open_step == NULL);

  self->open_step = create_step (name);
}

/* An item the step took out of the roadmap has no rules to keep, but those that link to it have. */
static gboolean
check_referrers (RoadmapHistory  *self,
                 RoadmapItem     *removed,
                 GError         **error)
{
  for (RoadmapItem *item = removed; item != NULL; item = roadmap_item_next (item, removed))
    {
      g_autoptr (GPtrArray) referrers = roadmap_get_all_referrers (self->roadmap, item);

      for (guint i = 0; i < referrers->len; i++)
        if (!roadmap_check (self->roadmap, g_ptr_array_index (referrers, i), error))
          return FALSE;
    }
  return roadmap_check (self->roadmap, roadmap_get_root (self->roadmap), error);
}

static gboolean
check_step (RoadmapHistory  *self,
            Step            *step,
            GError         **error)
{
  for (guint i = 0; i < step->edits->len; i++)
    {
      const RoadmapEdit *edit = g_ptr_array_index (step->edits, i);

      if (edit->type == ROADMAP_EDIT_REMOVE && !check_referrers (self, edit->item, error))
        return FALSE;
      if (roadmap_lookup (self->roadmap, roadmap_item_get_id (edit->item)) != edit->item)
        continue;
      for (RoadmapItem *item = edit->item; item != NULL; item = roadmap_item_next (item, edit->item))
        if (!roadmap_check (self->roadmap, item, error))
          return FALSE;
    }
  return TRUE;
}

gboolean
roadmap_history_commit (RoadmapHistory  *self,
                        GError         **error)
{
  Step *step;

  g_return_val_if_fail (ROADMAP_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (self->open_step != NULL, FALSE);

  if (!check_step (self, self->open_step, error))
    {
      roadmap_history_rollback (self);
      return FALSE;
    }

  step = g_steal_pointer (&self->open_step);
  if (step->edits->len > 0)
    push_done (self, step);
  else
    free_step (step);
  return TRUE;
}

void
roadmap_history_rollback (RoadmapHistory *self)
{
  Step *step;

  g_return_if_fail (ROADMAP_IS_HISTORY (self));
  g_return_if_fail (self->open_step != NULL);

  step = g_steal_pointer (&self->open_step);
  take_back (self, step);
  if (step->edits->len > 0)
    g_signal_emit (self, signals[ROLLED_BACK], 0);
  free_step (step);
}

gboolean
roadmap_history_join (RoadmapHistory *self)
{
  Step *older, *newer;

  g_return_val_if_fail (ROADMAP_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (self->open_step == NULL, FALSE);

  older = self->done->len >= 2 ? g_ptr_array_index (self->done, self->done->len - 2) : NULL;
  if (older == NULL || older == self->saved || older == self->saving)
    return FALSE;

  newer = g_ptr_array_steal_index (self->done, self->done->len - 1);
  g_ptr_array_extend_and_steal (older->edits, g_steal_pointer (&newer->edits));
  if (newer == self->saved)
    self->saved = older;
  if (newer == self->saving)
    self->saving = older;
  free_step (newer);
  notify_all (self);
  return TRUE;
}

void
roadmap_history_undo (RoadmapHistory *self)
{
  Step *step;

  g_return_if_fail (ROADMAP_IS_HISTORY (self));
  g_return_if_fail (self->open_step == NULL);

  if (self->done->len == 0)
    return;

  step = g_ptr_array_steal_index (self->done, self->done->len - 1);
  take_back (self, step);
  g_ptr_array_add (self->undone, step);
  notify_stepped (self, ROADMAP_STEP_UNDONE, step);
}

void
roadmap_history_redo (RoadmapHistory *self)
{
  Step *step;

  g_return_if_fail (ROADMAP_IS_HISTORY (self));
  g_return_if_fail (self->open_step == NULL);

  if (self->undone->len == 0)
    return;

  step = g_ptr_array_steal_index (self->undone, self->undone->len - 1);
  do_again (self, step);
  g_ptr_array_add (self->done, step);
  notify_stepped (self, ROADMAP_STEP_REDONE, step);
}

gboolean
roadmap_history_get_can_undo (RoadmapHistory *self)
{
  g_return_val_if_fail (ROADMAP_IS_HISTORY (self), FALSE);

  return self->done->len > 0;
}

gboolean
roadmap_history_get_can_redo (RoadmapHistory *self)
{
  g_return_val_if_fail (ROADMAP_IS_HISTORY (self), FALSE);

  return self->undone->len > 0;
}

const char *
roadmap_history_get_undo_name (RoadmapHistory *self)
{
  g_return_val_if_fail (ROADMAP_IS_HISTORY (self), NULL);

  return self->done->len > 0 ? peek (self->done)->name : NULL;
}

const char *
roadmap_history_get_redo_name (RoadmapHistory *self)
{
  g_return_val_if_fail (ROADMAP_IS_HISTORY (self), NULL);

  return self->undone->len > 0 ? peek (self->undone)->name : NULL;
}

void
roadmap_history_mark_saved (RoadmapHistory *self)
{
  g_return_if_fail (ROADMAP_IS_HISTORY (self));

  self->saved = peek (self->done);
  self->saved_lost = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

void
roadmap_history_mark_unsaved (RoadmapHistory *self)
{
  g_return_if_fail (ROADMAP_IS_HISTORY (self));

  self->saved_lost = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

void
roadmap_history_begin_saving (RoadmapHistory *self)
{
  g_return_if_fail (ROADMAP_IS_HISTORY (self));

  self->saving = peek (self->done);
  self->saving_lost = FALSE;
}

void
roadmap_history_end_saving (RoadmapHistory *self,
                            gboolean        saved)
{
  g_return_if_fail (ROADMAP_IS_HISTORY (self));

  if (saved)
    {
      self->saved = self->saving;
      self->saved_lost = self->saving_lost;
    }
  self->saving = NULL;
  self->saving_lost = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

gboolean
roadmap_history_get_modified (RoadmapHistory *self)
{
  g_return_val_if_fail (ROADMAP_IS_HISTORY (self), FALSE);

  return self->saved_lost || self->saved != peek (self->done);
}
