/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/bar-move.h"

#include <glib/gi18n-lib.h>

#include "model/amendment.h"
#include "model/place.h"
#include "model/reschedule.h"

/* Names of steps stand in tooltips and short messages, titles of bars can be sentences. */
#define MAX_LABEL 24

typedef struct
{
  RoadmapItem *item; /* owned */
  RoadmapSpan  span; /* as it was at first */
} Held;

struct _RoadmapBarMove
{
  Roadmap     *roadmap;
  GArray      *held; /* Held */
  RoadmapGrip  grip;
  RoadmapAxis  axis;
  int          months;
  RoadmapItem *lane; /* (nullable) */
};

static const Held *
get_held (RoadmapBarMove *self,
          guint           index)
{
  return &g_array_index (self->held, Held, index);
}

static void
clear_held (gpointer held)
{
  g_clear_object (&((Held *) held)->item);
}

RoadmapBarMove *
roadmap_bar_move_new (Roadmap           *roadmap,
                      GPtrArray         *items,
                      RoadmapGrip        grip,
                      const RoadmapAxis *axis)
{
  RoadmapBarMove *self;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (items->len == 1 || (items->len > 1 && grip == ROADMAP_GRIP_WHOLE), NULL);

  self = g_new0 (RoadmapBarMove, 1);
  self->roadmap = g_object_ref (roadmap);
  self->held = g_array_new (FALSE, FALSE, sizeof (Held));
  g_array_set_clear_func (self->held, clear_held);
  self->grip = grip;
  self->axis = *axis;
  for (guint i = 0; i < items->len; i++)
    {
      Held held = { g_object_ref (g_ptr_array_index (items, i)), };

      if (!roadmap_get_span (roadmap, held.item, &held.span))
        g_return_val_if_reached (self);
      g_array_append_val (self->held, held);
    }
  return self;
}

void
roadmap_bar_move_free (RoadmapBarMove *self)
{
  g_array_unref (self->held);
  g_clear_object (&self->lane);
  g_clear_object (&self->roadmap);
  g_free (self);
}

/* What is nearest to @months for all of them; TRUE if that is something new. */
static gboolean
set_months (RoadmapBarMove *self,
            int             months)
{
  int before = self->months;

  for (guint i = 0; i < self->held->len; i++)
    months = roadmap_grip_limit (self->grip, &self->axis, &get_held (self, i)->span, months);
  for (guint i = 0; i < self->held->len; i++)
    {
      RoadmapSpan span = get_held (self, i)->span;

      if (!roadmap_grip_apply (self->grip, &self->axis, &span, months))
        return FALSE;
    }
  self->months = months;
  return months != before;
}

gboolean
roadmap_bar_move_pull (RoadmapBarMove *self,
                       double          dx)
{
  return set_months (self, roadmap_grip_pull (self->grip, &self->axis, &get_held (self, 0)->span, dx));
}

gboolean
roadmap_bar_move_step (RoadmapBarMove *self,
                       int             quarters)
{
  RoadmapSpan span = roadmap_bar_move_get_span (self, 0);

  return set_months (self, self->months + roadmap_grip_step (self->grip, &self->axis, &span, quarters));
}

/* One bar changes its lane; several would all come into the same. */
gboolean
roadmap_bar_move_may_enter (RoadmapBarMove *self,
                            RoadmapItem    *lane)
{
  RoadmapItem *item = get_held (self, 0)->item;

  return self->held->len == 1 && self->grip == ROADMAP_GRIP_WHOLE &&
         roadmap_kind_may_contain (roadmap_item_get_kind (lane), roadmap_item_get_kind (item)->name);
}

void
roadmap_bar_move_set_lane (RoadmapBarMove *self,
                           RoadmapItem    *lane)
{
  g_return_if_fail (lane == NULL || roadmap_bar_move_may_enter (self, lane));

  g_set_object (&self->lane, lane);
}

RoadmapGrip
roadmap_bar_move_get_grip (RoadmapBarMove *self)
{
  return self->grip;
}

const RoadmapAxis *
roadmap_bar_move_get_axis (RoadmapBarMove *self)
{
  return &self->axis;
}

RoadmapItem *
roadmap_bar_move_get_lane (RoadmapBarMove *self)
{
  return self->lane;
}

guint
roadmap_bar_move_get_n_items (RoadmapBarMove *self)
{
  return self->held->len;
}

RoadmapItem *
roadmap_bar_move_get_item (RoadmapBarMove *self,
                           guint           index)
{
  return get_held (self, index)->item;
}

RoadmapSpan
roadmap_bar_move_get_span (RoadmapBarMove *self,
                           guint           index)
{
  const Held *held = get_held (self, index);
  RoadmapSpan span = held->span;

  roadmap_grip_apply (self->grip, &self->axis, &span, self->months);
  /* A milestone has no end of its own. */
  if (roadmap_item_get (held->item, "end") == NULL)
    span.end = span.start;
  return span;
}

gboolean
roadmap_bar_move_has (RoadmapBarMove *self,
                      RoadmapItem    *item)
{
  for (guint i = 0; i < self->held->len; i++)
    if (get_held (self, i)->item == item)
      return TRUE;
  return FALSE;
}

gboolean
roadmap_bar_move_is_idle (RoadmapBarMove *self)
{
  return self->months == 0 && self->lane == NULL;
}

gboolean
roadmap_bar_move_still_holds (RoadmapBarMove *self)
{
  for (guint i = 0; i < self->held->len; i++)
    {
      RoadmapItem *item = get_held (self, i)->item;
      RoadmapSpan left = roadmap_bar_move_get_span (self, i);
      RoadmapSpan now;

      if (roadmap_lookup (self->roadmap, roadmap_item_get_id (item)) != item ||
          !roadmap_get_span (self->roadmap, item, &now) || !roadmap_span_equal (&now, &left))
        return FALSE;
    }
  return TRUE;
}

/* Carrying it out */

static char *
dup_short_label (RoadmapItem *item,
                 const char  *language)
{
  char *label = roadmap_item_dup_title (item, language);
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (label, -1) <= MAX_LABEL)
    return label;
  cut = g_utf8_substring (label, 0, MAX_LABEL - 1);
  g_free (label);
  return g_strconcat (cut, "…", NULL);
}

static char *
dup_step_name (RoadmapBarMove *self,
               const char     *language)
{
  g_autofree char *label = dup_short_label (get_held (self, 0)->item, language);

  if (self->held->len > 1)
    return g_strdup_printf (ngettext ("Move %u Item", "Move %u Items", self->held->len), self->held->len);
  if (self->grip == ROADMAP_GRIP_WHOLE)
    return g_strdup_printf (_("Move “%s”"), label);
  return g_strdup_printf (_("Change the Span of “%s”"), label);
}

static gboolean
enter_lane (RoadmapBarMove  *self,
            RoadmapItem     *item,
            GError         **error)
{
  g_autoptr (RoadmapEdit) edit = NULL;
  RoadmapPlace place;

  if (self->lane == NULL || self->lane == roadmap_item_get_parent (item))
    return TRUE;
  if (!roadmap_find_addition (self->roadmap, roadmap_item_get_kind (item), self->lane, ROADMAP_ADD_INSIDE, &place))
    g_return_val_if_reached (FALSE);
  edit = roadmap_edit_new_move (item, place.parent, place.position);
  return roadmap_change (self->roadmap, edit, error);
}

static gboolean
apply (RoadmapBarMove  *self,
       GError         **error)
{
  for (guint i = 0; i < self->held->len; i++)
    {
      RoadmapItem *item = get_held (self, i)->item;
      RoadmapSpan span = roadmap_bar_move_get_span (self, i);

      if (!roadmap_reschedule (self->roadmap, item, &span, error) || !enter_lane (self, item, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
roadmap_bar_move_carry_out (RoadmapBarMove  *self,
                            RoadmapHistory  *history,
                            const char      *language,
                            GError         **error)
{
  g_autofree char *name = dup_step_name (self, language);

  g_return_val_if_fail (ROADMAP_IS_HISTORY (history), FALSE);

  roadmap_history_begin (history, name);
  if (apply (self, error))
    return roadmap_history_commit (history, error);
  roadmap_history_rollback (history);
  return FALSE;
}
