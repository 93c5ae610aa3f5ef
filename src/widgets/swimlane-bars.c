/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/swimlane-bars.h"

#include <math.h>

#include "model/outline.h"
#include "widgets/bar-words.h"

/* Bars a little outside of what is seen have their child already, so that a short scroll makes none. */
#define LOOKAHEAD 120

struct _RoadmapSwimlaneBars
{
  GtkWidget        *view;     /* not owned */
  GHashTable       *children; /* RoadmapItem → RoadmapBarChild, those that there are now */
  RoadmapViewState *state;    /* not owned: what a child that is activated selects in */
};

static void
bar_activated_cb (RoadmapBarChild     *child,
                  RoadmapSwimlaneBars *self)
{
  roadmap_view_state_set_selected (self->state, roadmap_bar_child_get_item (child));
}

static void
update_words (RoadmapViewState *state,
              RoadmapBarChild  *child)
{
  const char *language = roadmap_view_state_get_words (state);
  RoadmapItem *item = roadmap_bar_child_get_item (child);
  g_autofree char *name = roadmap_bar_dup_name (roadmap_view_state_get_roadmap (state), item, language);
  g_autofree char *place = roadmap_bar_dup_place (item, language);

  roadmap_bar_child_set_words (child, name, place);
}

static GtkWidget *
add_child (RoadmapSwimlaneBars *self,
           RoadmapItem         *item)
{
  GtkWidget *child = roadmap_bar_child_new (item);

  g_signal_connect (child, "activated", G_CALLBACK (bar_activated_cb), self);
  gtk_widget_set_parent (child, self->view);
  g_hash_table_insert (self->children, item, child);
  update_words (self->state, ROADMAP_BAR_CHILD (child));
  return child;
}

static void
remove_child (RoadmapSwimlaneBars *self,
              RoadmapItem         *item)
{
  GtkWidget *child = g_hash_table_lookup (self->children, item);

  g_hash_table_remove (self->children, item);
  g_signal_handlers_disconnect_by_func (child, bar_activated_cb, self);
  gtk_widget_unparent (child);
}

static void
drop_children (RoadmapSwimlaneBars *self,
               RoadmapScene        *body,
               const RoadmapRect   *near)
{
  g_autoptr (GList) items = g_hash_table_get_keys (self->children);

  for (GList *l = items; l != NULL; l = l->next)
    {
      const RoadmapGroup *group = roadmap_scene_find_group (body, l->data);
      gboolean focused = gtk_widget_has_focus (roadmap_swimlane_bars_find (self, l->data));

      if (group == NULL || (!focused && !roadmap_rect_overlaps (&group->bounds, near)))
        remove_child (self, l->data);
    }
}

static void
allocate_child (GtkWidget                 *child,
                const RoadmapSwimlanePort *port,
                const RoadmapGroup        *group)
{
  GtkAllocation place = { floor (port->x + group->bounds.x - port->seen.x) - ROADMAP_BAR_CHILD_MARGIN,
                          floor (port->y + group->bounds.y - port->seen.y) - ROADMAP_BAR_CHILD_MARGIN,
                          ceil (group->bounds.width) + 2 * ROADMAP_BAR_CHILD_MARGIN,
                          ceil (group->bounds.height) + 2 * ROADMAP_BAR_CHILD_MARGIN };
  graphene_rect_t area = GRAPHENE_RECT_INIT (port->x - place.x, port->y - place.y, port->seen.width, port->seen.height);

  roadmap_bar_child_set_visible_area (ROADMAP_BAR_CHILD (child), &area);
  /* GTK wants to be asked for the size before it is given one, though the scene alone decides. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &place, -1);
}

/* Keeps the order of children that of the scene: a screen reader goes through them so. */
static void
put_behind (RoadmapSwimlaneBars  *self,
            GtkWidget            *child,
            GtkWidget           **previous)
{
  if (gtk_widget_get_prev_sibling (child) != *previous)
    gtk_widget_insert_after (child, self->view, *previous);
  *previous = child;
}

static RoadmapRect
get_near (const RoadmapSwimlanePort *port)
{
  return (RoadmapRect) { port->seen.x - LOOKAHEAD, port->seen.y - LOOKAHEAD,
                         port->seen.width + 2 * LOOKAHEAD, port->seen.height + 2 * LOOKAHEAD };
}

void
roadmap_swimlane_bars_sync (RoadmapSwimlaneBars       *self,
                            const RoadmapSwimlanePort *port)
{
  RoadmapScene *body = roadmap_swimlane_get_body (port->layout);
  RoadmapRect near = get_near (port);
  GtkWidget *previous = NULL;

  self->state = port->state;
  drop_children (self, body, &near);
  for (guint i = 0; i < roadmap_scene_get_n_groups (body); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (body, i);
      GtkWidget *child = roadmap_swimlane_bars_find (self, group->item);

      if (child == NULL && roadmap_rect_overlaps (&group->bounds, &near))
        child = add_child (self, group->item);
      if (child != NULL)
        put_behind (self, child, &previous);
    }
}

static void
show_child (GtkWidget                 *child,
            const RoadmapSwimlanePort *port,
            const RoadmapGroup        *group)
{
  RoadmapBarChild *bar = ROADMAP_BAR_CHILD (child);

  roadmap_bar_child_set_scene (bar, roadmap_swimlane_get_body (port->layout));
  roadmap_bar_child_set_palette (bar, port->palette);
  roadmap_bar_child_set_emphasis (bar, roadmap_swimlane_bars_emphasise (port->state, group->item));
  allocate_child (child, port, group);
}

/* Those that the layout does not have any more wait unseen for being dropped. */
static void
hide_strangers (RoadmapSwimlaneBars *self,
                RoadmapScene        *body)
{
  GHashTableIter iter;
  gpointer item, child;

  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, &item, &child))
    gtk_widget_set_child_visible (child, roadmap_scene_find_group (body, item) != NULL);
}

gboolean
roadmap_swimlane_bars_allocate (RoadmapSwimlaneBars       *self,
                                const RoadmapSwimlanePort *port)
{
  RoadmapScene *body = roadmap_swimlane_get_body (port->layout);
  RoadmapRect near = get_near (port);
  gboolean complete = TRUE;

  hide_strangers (self, body);
  for (guint i = 0; i < roadmap_scene_get_n_groups (body); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (body, i);
      GtkWidget *child = roadmap_swimlane_bars_find (self, group->item);

      if (child != NULL)
        show_child (child, port, group);
      else if (roadmap_rect_overlaps (&group->bounds, &near))
        complete = FALSE;
    }
  return complete;
}

void
roadmap_swimlane_bars_update_words (RoadmapSwimlaneBars *self,
                                    RoadmapViewState    *state)
{
  GHashTableIter iter;
  gpointer child;

  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    update_words (state, child);
}

void
roadmap_swimlane_bars_clear (RoadmapSwimlaneBars *self)
{
  g_autoptr (GList) items = g_hash_table_get_keys (self->children);

  for (GList *l = items; l != NULL; l = l->next)
    remove_child (self, l->data);
}

GtkWidget *
roadmap_swimlane_bars_find (RoadmapSwimlaneBars *self,
                            RoadmapItem         *item)
{
  return g_hash_table_lookup (self->children, item);
}

RoadmapEmphasis
roadmap_swimlane_bars_emphasise (RoadmapViewState *state,
                                 RoadmapItem      *item)
{
  RoadmapItem *selected = roadmap_view_state_get_selected (state);

  if (selected == NULL)
    return ROADMAP_EMPHASIS_NONE;
  if (item == selected)
    return ROADMAP_EMPHASIS_SELECTED;
  if (!roadmap_item_is (selected, "roadblock") && !roadmap_item_is (selected, "measure"))
    return ROADMAP_EMPHASIS_NONE;
  return roadmap_outline_holds (roadmap_view_state_get_roadmap (state), selected, item) ? ROADMAP_EMPHASIS_RELATED
                                                                                        : ROADMAP_EMPHASIS_NONE;
}

RoadmapSwimlaneBars *
roadmap_swimlane_bars_new (GtkWidget *view)
{
  RoadmapSwimlaneBars *self = g_new0 (RoadmapSwimlaneBars, 1);

  self->view = view;
  self->children = g_hash_table_new (NULL, NULL);
  return self;
}

void
roadmap_swimlane_bars_free (RoadmapSwimlaneBars *self)
{
  roadmap_swimlane_bars_clear (self);
  g_hash_table_unref (self->children);
  g_free (self);
}
