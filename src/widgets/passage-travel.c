/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/passage-travel.h"

/* How long the eye is drawn to it, in milliseconds. */
#define REVEAL_TIME 1600
/* Heights of rows out of view are guesses, so that getting to one takes some frames. */
#define SCROLL_FRAMES 8

struct _RoadmapPassageTravel
{
  GtkWidget                       *widget;
  RoadmapPassageRows              *rows;
  const RoadmapPassageTravelFuncs *funcs;
  gpointer                         user_data;

  gboolean                         wanted;
  RoadmapItem                     *item;      /* to be found first; NULL: the position is known */
  guint                            position;
  gboolean                         revealing; /* not only into view */
  guint                            tick_id;
  guint                            frame;

  guint                            revealed;
  guint                            fade_id;
};

static gboolean
fade_cb (gpointer user_data)
{
  RoadmapPassageTravel *self = user_data;

  self->fade_id = 0;
  self->revealed = GTK_INVALID_LIST_POSITION;
  self->funcs->marked (self->user_data);
  return G_SOURCE_REMOVE;
}

static void
draw_eye (RoadmapPassageTravel *self)
{
  GtkWidget *row = roadmap_passage_rows_find (self->rows, self->position);

  g_clear_handle_id (&self->fade_id, g_source_remove);
  self->revealed = self->position;
  self->fade_id = g_timeout_add (REVEAL_TIME, fade_cb, self);
  self->funcs->marked (self->user_data);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

/* Returns whether the wanted row stands where it should.  What can be seen already is left where it is, unless it was
 * asked for. */
static gboolean
step (RoadmapPassageTravel *self)
{
  if (!self->revealing && self->frame == 1 && roadmap_passage_rows_can_see (self->rows, self->position))
    return TRUE;
  return roadmap_passage_rows_approach (self->rows, self->position);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  RoadmapPassageTravel *self = user_data;
  gboolean reveal;

  /* To find an item can mean to read the text anew. The list can be scrolled once it has been laid out with what is in it
   * then, which it has been in the next frame. */
  if (self->frame == 0)
    {
      if (self->item != NULL)
        self->position = self->funcs->find (self->item, self->user_data);
      self->frame = gtk_widget_get_height (widget) > 0 ? 1 : 0;
      return G_SOURCE_CONTINUE;
    }
  if (self->position != GTK_INVALID_LIST_POSITION && !step (self) && self->frame < SCROLL_FRAMES)
    {
      self->frame++;
      return G_SOURCE_CONTINUE;
    }

  self->tick_id = 0;
  self->wanted = FALSE;
  g_clear_object (&self->item);
  reveal = self->revealing && self->position != GTK_INVALID_LIST_POSITION;
  if (reveal)
    draw_eye (self);
  self->funcs->arrived (reveal ? self->position : GTK_INVALID_LIST_POSITION, self->user_data);
  return G_SOURCE_REMOVE;
}

RoadmapPassageTravel *
roadmap_passage_travel_new (GtkWidget                       *widget,
                            RoadmapPassageRows              *rows,
                            const RoadmapPassageTravelFuncs *funcs,
                            gpointer                         user_data)
{
  RoadmapPassageTravel *self = g_new0 (RoadmapPassageTravel, 1);

  self->widget = widget;
  self->rows = rows;
  self->funcs = funcs;
  self->user_data = user_data;
  self->position = GTK_INVALID_LIST_POSITION;
  self->revealed = GTK_INVALID_LIST_POSITION;
  return self;
}

void
roadmap_passage_travel_free (RoadmapPassageTravel *self)
{
  g_return_if_fail (self != NULL);

  roadmap_passage_travel_stop (self);
  g_free (self);
}

void
roadmap_passage_travel_resume (RoadmapPassageTravel *self)
{
  self->frame = 0;
  if (self->tick_id == 0 && self->wanted && gtk_widget_get_mapped (self->widget))
    self->tick_id = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

void
roadmap_passage_travel_to_item (RoadmapPassageTravel *self,
                                RoadmapItem          *item,
                                gboolean              reveal)
{
  g_set_object (&self->item, item);
  self->wanted = TRUE;
  self->revealing = reveal;
  roadmap_passage_travel_resume (self);
}

void
roadmap_passage_travel_to_position (RoadmapPassageTravel *self,
                                    guint                 position)
{
  g_clear_object (&self->item);
  self->position = position;
  self->wanted = TRUE;
  self->revealing = TRUE;
  roadmap_passage_travel_resume (self);
}

void
roadmap_passage_travel_stop (RoadmapPassageTravel *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick_id);
  self->tick_id = 0;
  self->wanted = FALSE;
  g_clear_object (&self->item);
  g_clear_handle_id (&self->fade_id, g_source_remove);
  self->revealed = GTK_INVALID_LIST_POSITION;
}

gboolean
roadmap_passage_travel_is_under_way (RoadmapPassageTravel *self)
{
  return self->tick_id != 0;
}

guint
roadmap_passage_travel_get_revealed (RoadmapPassageTravel *self)
{
  return self->revealed;
}
