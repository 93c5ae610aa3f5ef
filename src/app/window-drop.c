/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-arrange.h"

#include <glib/gi18n-lib.h>

#include "document/fragment.h"
#include "widgets/dragged-items.h"

/* What is dropped on the outline: rows of its own are moved, those of another window or program pasted. */

static char *
describe_items_cb (GtkWidget     *tree,
                   GPtrArray     *items,
                   RoadmapWindow *self)
{
  return roadmap_fragment_write (roadmap_view_state_get_roadmap (self->state), items);
}

static gboolean
move (RoadmapWindow       *self,
      RoadmapDraggedItems *dragged,
      const RoadmapPlace  *place)
{
  g_autofree char *name = roadmap_window_describe (self, dragged->items, _("Move “%s”"),
                                                   ngettext ("Move %u Item", "Move %u Items", dragged->items->len));
  g_autoptr (GError) error = NULL;

  if (roadmap_arrange_move (self->history, dragged->roadmap, name, dragged->items, dragged->from, place, &error))
    return TRUE;
  roadmap_window_toast_error (self, error);
  return FALSE;
}

static gboolean
items_dropped_cb (GtkWidget           *tree,
                  RoadmapDraggedItems *dragged,
                  const RoadmapPlace  *place,
                  gboolean             copy,
                  RoadmapWindow       *self)
{
  g_autofree char *text = NULL;

  if (dragged->roadmap == roadmap_view_state_get_roadmap (self->state) && !copy)
    return move (self, dragged, place);
  text = roadmap_fragment_write (dragged->roadmap, dragged->items);
  return roadmap_window_paste (self, text, NULL, place);
}

static gboolean
text_dropped_cb (GtkWidget     *tree,
                 const char    *text,
                 RoadmapItem   *at,
                 RoadmapWindow *self)
{
  return roadmap_window_paste (self, text, at, NULL);
}

void
roadmap_window_accept_drops (RoadmapWindow *self,
                             GtkWidget     *tree)
{
  g_signal_connect_object (tree, "describe-items", G_CALLBACK (describe_items_cb), self, 0);
  g_signal_connect_object (tree, "items-dropped", G_CALLBACK (items_dropped_cb), self, 0);
  g_signal_connect_object (tree, "text-dropped", G_CALLBACK (text_dropped_cb), self, 0);
}
