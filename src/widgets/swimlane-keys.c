/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/swimlane-keys.h"

#include <string.h>

#include "widgets/note-popover.h"

/* Around the small things that can be clicked. */
#define ROOM 5.0

static RoadmapScene *
get_scene (RoadmapSheetView        *view,
           const RoadmapSheetPlace *place)
{
  RoadmapSheet *sheet = roadmap_sheet_view_get_sheet (view);

  return place->in_names ? roadmap_sheet_get_names (sheet, place->row) : roadmap_sheet_get_body (sheet, place->row);
}

static const RoadmapShape *
find_shape (RoadmapSheetView        *view,
            const RoadmapSheetPlace *place,
            RoadmapForm              form)
{
  RoadmapScene *scene = get_scene (view, place);

  for (guint i = 0; i < place->group->n_shapes; i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, place->group->first + i);

      if (shape->form == form)
        return shape;
    }
  return NULL;
}

/* Lanes */

static gboolean
is_lane (RoadmapItem *item)
{
  return item != NULL && (roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane"));
}

/* Returns whether that changed anything. */
static gboolean
collapse (RoadmapSheetView        *view,
          const RoadmapSheetPlace *place,
          gboolean                 collapsed)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (view);
  RoadmapItem *lane = roadmap_sheet_get_row_item (roadmap_sheet_view_get_sheet (view), place->row);

  if (!is_lane (lane) || roadmap_view_state_is_collapsed (state, lane) == collapsed)
    return FALSE;
  roadmap_view_state_collapse (state, lane, collapsed);
  return TRUE;
}

static gboolean
click_name (RoadmapSheetView        *view,
            const RoadmapSheetPlace *place,
            double                   x,
            double                   y)
{
  const RoadmapShape *arrow = find_shape (view, place, ROADMAP_FORM_DISCLOSURE);
  RoadmapViewState *state = roadmap_sheet_view_get_state (view);

  if (arrow == NULL || x > arrow->rect.x + arrow->rect.width + ROOM || y > arrow->rect.y + arrow->rect.height + 2 * ROOM)
    return FALSE;
  return collapse (view, place, !roadmap_view_state_is_collapsed (state, place->group->item));
}

/* Notes */

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: what is still on its way to the popover must find it. */
static void
closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

gboolean
roadmap_swimlane_show_notes (RoadmapSheetView        *view,
                             const RoadmapSheetPlace *place)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (view);
  GtkWidget *popover = roadmap_note_popover_new (roadmap_view_state_get_roadmap (state), place->group->item,
                                                 roadmap_view_state_get_language (state));
  GdkRectangle bounds;

  if (popover == NULL)
    return FALSE;
  roadmap_sheet_view_get_bounds (view, place, &bounds);
  gtk_widget_set_parent (popover, GTK_WIDGET (view));
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &bounds);
  gtk_popover_popup (GTK_POPOVER (popover));
  return TRUE;
}

/* Whether a point lies on the numbers of notes, which stand behind the title. */
static gboolean
is_on_note (RoadmapSheetView        *view,
            const RoadmapSheetPlace *place,
            double                   x,
            double                   y)
{
  const char *language = roadmap_view_state_get_words (roadmap_sheet_view_get_state (view));
  const char *title = roadmap_item_get_in (place->group->item, "title", language);
  const RoadmapShape *text = find_shape (view, place, ROADMAP_FORM_TEXT);
  PangoRectangle letter;
  RoadmapRect rect;
  int index, trailing;

  if (text == NULL || title == NULL || pango_layout_is_ellipsized (text->layout))
    return FALSE;
  rect = text->rect;
  rect.width += ROOM;
  if (!roadmap_rect_contains (&rect, x, y))
    return FALSE;
  pango_layout_xy_to_index (text->layout, (x - rect.x) * PANGO_SCALE, (y - rect.y) * PANGO_SCALE, &index, &trailing);
  if ((gsize) index < strlen (title))
    return FALSE;
  /* Behind a line that is shorter than others the last letter is still the nearest, but that place is the bar's. */
  pango_layout_index_to_pos (text->layout, index, &letter);
  return x - rect.x < (letter.x + letter.width) / (double) PANGO_SCALE + ROOM;
}

gboolean
roadmap_swimlane_clicked (RoadmapSheetView        *view,
                          const RoadmapSheetPlace *place,
                          double                   x,
                          double                   y)
{
  if (place->in_names)
    return click_name (view, place, x, y);
  return is_on_note (view, place, x, y) && roadmap_swimlane_show_notes (view, place);
}

gboolean
roadmap_swimlane_key_pressed (RoadmapSheetView        *view,
                              const RoadmapSheetPlace *place,
                              guint                    key,
                              GdkModifierType          modifiers)
{
  if (modifiers & ~GDK_SHIFT_MASK)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return collapse (view, place, TRUE);
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      return collapse (view, place, FALSE);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return place->in_names && collapse (view, place, TRUE);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return place->in_names && collapse (view, place, FALSE);
    case GDK_KEY_n:
      return modifiers == 0 && roadmap_swimlane_show_notes (view, place);
    default:
      return FALSE;
    }
}
