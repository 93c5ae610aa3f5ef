/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/scene.h"

#include <math.h>

#include "chart/measure.h"

/* The depth of a head or notch in radii of the box's corners. */
#define HEAD_CORNERS 2.5

struct _RoadmapScene
{
  GArray     *shapes;       /* RoadmapShape */
  GArray     *groups;       /* RoadmapGroup */
  GArray     *links;        /* RoadmapSceneLink; NULL while there is none */
  GHashTable *group_by_item; /* RoadmapItem to the index of its first group */
  gboolean    in_group;
  double      width;
  double      height;
};

static void
clear_shape (gpointer data)
{
  RoadmapShape *shape = data;

  g_clear_object (&shape->layout);
  g_clear_object (&shape->item);
}

static void
clear_group (gpointer data)
{
  RoadmapGroup *group = data;

  g_clear_object (&group->item);
}

static void
clear_link (gpointer data)
{
  RoadmapSceneLink *link = data;

  g_clear_pointer (&link->target, g_free);
}

RoadmapScene *
roadmap_scene_new (void)
{
  RoadmapScene *self = g_rc_box_new0 (RoadmapScene);

  self->shapes = g_array_new (FALSE, FALSE, sizeof (RoadmapShape));
  g_array_set_clear_func (self->shapes, clear_shape);
  self->groups = g_array_new (FALSE, FALSE, sizeof (RoadmapGroup));
  g_array_set_clear_func (self->groups, clear_group);
  self->group_by_item = g_hash_table_new (NULL, NULL);
  return self;
}

RoadmapScene *
roadmap_scene_ref (RoadmapScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
finalize (gpointer data)
{
  RoadmapScene *self = data;

  g_clear_pointer (&self->group_by_item, g_hash_table_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->shapes, g_array_unref);
}

void
roadmap_scene_unref (RoadmapScene *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, finalize);
}

/* Building */

void
roadmap_scene_add (RoadmapScene       *self,
                   const RoadmapShape *shape)
{
  RoadmapShape copy = *shape;
  RoadmapRect bounds = roadmap_shape_get_bounds (shape);

  if (copy.layout != NULL)
    g_object_ref (copy.layout);
  if (copy.item != NULL)
    g_object_ref (copy.item);
  g_array_append_val (self->shapes, copy);
  roadmap_scene_extend (self, bounds.x + bounds.width, bounds.y + bounds.height);
}

void
roadmap_scene_add_plain (RoadmapScene *self,
                         RoadmapForm   form,
                         RoadmapInk    ink,
                         guint32       hue,
                         RoadmapRect   rect)
{
  const RoadmapShape shape = { .form = form, .ink = ink, .hue = hue, .rect = rect };

  roadmap_scene_add (self, &shape);
}

void
roadmap_scene_add_text (RoadmapScene *self,
                        PangoLayout  *layout,
                        RoadmapInk    ink,
                        guint32       hue,
                        double        x,
                        double        y)
{
  RoadmapShape shape = { ROADMAP_FORM_TEXT, ink, .hue = hue, .rect = { .x = x, .y = y }, .layout = layout };

  roadmap_layout_get_size (layout, &shape.rect.width, &shape.rect.height);
  roadmap_scene_add (self, &shape);
}

void
roadmap_scene_begin_group (RoadmapScene *self,
                           RoadmapItem  *item,
                           guint         lane,
                           guint         line)
{
  RoadmapGroup group = { .item = g_object_ref (item), .first = self->shapes->len, .lane = lane, .line = line };

  g_return_if_fail (!self->in_group);

  self->in_group = TRUE;
  if (!g_hash_table_contains (self->group_by_item, item))
    g_hash_table_insert (self->group_by_item, item, GUINT_TO_POINTER (self->groups->len));
  g_array_append_val (self->groups, group);
}

static void
unite (RoadmapRect       *rect,
       const RoadmapRect *other)
{
  double right = MAX (rect->x + rect->width, other->x + other->width);
  double bottom = MAX (rect->y + rect->height, other->y + other->height);

  rect->x = MIN (rect->x, other->x);
  rect->y = MIN (rect->y, other->y);
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;
}

void
roadmap_scene_end_group (RoadmapScene *self)
{
  RoadmapGroup *group;
  gboolean has_box = FALSE;

  g_return_if_fail (self->in_group);

  self->in_group = FALSE;
  group = &g_array_index (self->groups, RoadmapGroup, self->groups->len - 1);
  group->n_shapes = self->shapes->len - group->first;
  for (guint i = 0; i < group->n_shapes; i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (self, group->first + i);
      RoadmapRect bounds = roadmap_shape_get_bounds (shape);

      if (i == 0)
        group->bounds = bounds;
      else
        unite (&group->bounds, &bounds);
      if (!has_box && (shape->form == ROADMAP_FORM_BOX || shape->form == ROADMAP_FORM_DIAMOND))
        {
          group->box = bounds;
          has_box = TRUE;
        }
    }
  if (!has_box)
    group->box = group->bounds;
}

void
roadmap_scene_add_link (RoadmapScene *self,
                        RoadmapRect   rect,
                        const char   *target)
{
  RoadmapSceneLink link = { rect, g_strdup (target) };

  g_return_if_fail (target != NULL);

  if (self->links == NULL)
    {
      self->links = g_array_new (FALSE, FALSE, sizeof (RoadmapSceneLink));
      g_array_set_clear_func (self->links, clear_link);
    }
  g_array_append_val (self->links, link);
}

static RoadmapReach
move_reach (RoadmapReach reach,
            double       dx)
{
  return (RoadmapReach) { reach.from + dx, reach.to + dx };
}

void
roadmap_scene_add_scene (RoadmapScene       *self,
                         const RoadmapScene *other,
                         double              dx,
                         double              dy)
{
  guint next = 0;

  for (guint i = 0; i < other->shapes->len; i++)
    {
      const RoadmapGroup *group = next < other->groups->len ? roadmap_scene_get_group (other, next) : NULL;
      RoadmapShape shape = *roadmap_scene_get_shape (other, i);

      if (group != NULL && i == group->first)
        roadmap_scene_begin_group (self, group->item, group->lane, group->line);
      shape.rect.x += dx;
      shape.rect.y += dy;
      shape.words = move_reach (shape.words, dx);
      shape.room = move_reach (shape.room, dx);
      roadmap_scene_add (self, &shape);
      if (group != NULL && i + 1 == group->first + group->n_shapes)
        {
          roadmap_scene_end_group (self);
          next++;
        }
    }
  for (guint i = 0; i < roadmap_scene_get_n_links (other); i++)
    {
      const RoadmapSceneLink *link = roadmap_scene_get_link (other, i);
      RoadmapRect rect = { link->rect.x + dx, link->rect.y + dy, link->rect.width, link->rect.height };

      roadmap_scene_add_link (self, rect, link->target);
    }
}

void
roadmap_scene_extend (RoadmapScene *self,
                      double        width,
                      double        height)
{
  self->width = MAX (self->width, width);
  self->height = MAX (self->height, height);
}

/* Asking */

double
roadmap_scene_get_width (const RoadmapScene *self)
{
  return self->width;
}

double
roadmap_scene_get_height (const RoadmapScene *self)
{
  return self->height;
}

guint
roadmap_scene_get_n_shapes (const RoadmapScene *self)
{
  return self->shapes->len;
}

const RoadmapShape *
roadmap_scene_get_shape (const RoadmapScene *self,
                         guint               index)
{
  g_return_val_if_fail (index < self->shapes->len, NULL);

  return &g_array_index (self->shapes, RoadmapShape, index);
}

guint
roadmap_scene_get_n_groups (const RoadmapScene *self)
{
  return self->groups->len;
}

const RoadmapGroup *
roadmap_scene_get_group (const RoadmapScene *self,
                         guint               index)
{
  g_return_val_if_fail (index < self->groups->len, NULL);

  return &g_array_index (self->groups, RoadmapGroup, index);
}

guint
roadmap_scene_get_n_links (const RoadmapScene *self)
{
  return self->links != NULL ? self->links->len : 0;
}

const RoadmapSceneLink *
roadmap_scene_get_link (const RoadmapScene *self,
                        guint               index)
{
  g_return_val_if_fail (index < roadmap_scene_get_n_links (self), NULL);

  return &g_array_index (self->links, RoadmapSceneLink, index);
}

const RoadmapGroup *
roadmap_scene_find_group (const RoadmapScene *self,
                          RoadmapItem        *item)
{
  gpointer index;

  if (!g_hash_table_lookup_extended (self->group_by_item, item, NULL, &index))
    return NULL;
  return roadmap_scene_get_group (self, GPOINTER_TO_UINT (index));
}

/* Inside the bounds a group may be hollow: between a short bar and the text beside it, above a low text. */
static gboolean
group_contains (const RoadmapScene *self,
                const RoadmapGroup *group,
                double              x,
                double              y)
{
  if (!roadmap_rect_contains (&group->bounds, x, y))
    return FALSE;
  for (guint i = 0; i < group->n_shapes; i++)
    if (roadmap_rect_contains (&roadmap_scene_get_shape (self, group->first + i)->rect, x, y))
      return TRUE;
  return FALSE;
}

RoadmapItem *
roadmap_scene_pick (const RoadmapScene *self,
                    double              x,
                    double              y)
{
  for (guint i = self->groups->len; i > 0; i--)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (self, i - 1);

      if (group_contains (self, group, x, y))
        return group->item;
    }
  for (guint i = self->shapes->len; i > 0; i--)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (self, i - 1);

      if (shape->item != NULL && roadmap_rect_contains (&shape->rect, x, y))
        return shape->item;
    }
  return NULL;
}

/* Order by time: where a bar begins, then the upper line, then the order of the file.  Groups of a scene lie in one
 * array, so that their addresses are in that order. */
static int
compare_by_time (const RoadmapGroup *a,
                 const RoadmapGroup *b)
{
  if (a->box.x != b->box.x)
    return a->box.x < b->box.x ? -1 : 1;
  if (a->line != b->line)
    return a->line < b->line ? -1 : 1;
  return (a > b) - (a < b);
}

static const RoadmapGroup *
move_in_lane (const RoadmapScene *self,
              const RoadmapGroup *from,
              int                 sign)
{
  const RoadmapGroup *best = NULL;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (self, i);

      if (group->lane != from->lane || sign * compare_by_time (group, from) <= 0)
        continue;
      if (best == NULL || sign * compare_by_time (group, best) < 0)
        best = group;
    }
  return best;
}

/* Free space between the two boxes, 0 if one stands above the other. */
static double
get_gap (const RoadmapGroup *a,
         const RoadmapGroup *b)
{
  double gap = MAX (a->box.x, b->box.x) - MIN (a->box.x + a->box.width, b->box.x + b->box.width);

  return MAX (gap, 0);
}

/* Whether @a is the better step from @from than @b in one direction: a nearer line, else less far to the side, else
 * beginning at a nearer time. */
static gboolean
is_better_step (const RoadmapGroup *from,
                const RoadmapGroup *a,
                const RoadmapGroup *b)
{
  int lines_a = ABS ((int) a->line - (int) from->line);
  int lines_b = ABS ((int) b->line - (int) from->line);
  double gap_a = get_gap (from, a);
  double gap_b = get_gap (from, b);

  if (lines_a != lines_b)
    return lines_a < lines_b;
  if (gap_a != gap_b)
    return gap_a < gap_b;
  return fabs (a->box.x - from->box.x) < fabs (b->box.x - from->box.x);
}

static const RoadmapGroup *
move_across_lines (const RoadmapScene *self,
                   const RoadmapGroup *from,
                   int                 sign)
{
  const RoadmapGroup *best = NULL;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (self, i);

      if (sign * ((int) group->line - (int) from->line) <= 0)
        continue;
      if (best == NULL || is_better_step (from, group, best))
        best = group;
    }
  return best;
}

const RoadmapGroup *
roadmap_scene_move (const RoadmapScene *self,
                    const RoadmapGroup *from,
                    RoadmapDirection    direction)
{
  g_return_val_if_fail (from != NULL, NULL);

  switch (direction)
    {
    case ROADMAP_DIRECTION_LEFT:
      return move_in_lane (self, from, -1);
    case ROADMAP_DIRECTION_RIGHT:
      return move_in_lane (self, from, 1);
    case ROADMAP_DIRECTION_UP:
      return move_across_lines (self, from, -1);
    case ROADMAP_DIRECTION_DOWN:
      return move_across_lines (self, from, 1);
    default:
      g_assert_not_reached ();
    }
}

double
roadmap_shape_get_head (const RoadmapShape *shape)
{
  if ((shape->flags & (ROADMAP_SHAPE_OPEN_END | ROADMAP_SHAPE_BEGINS_BEFORE | ROADMAP_SHAPE_ENDS_AFTER)) == 0)
    return 0;
  return MIN (shape->corner * HEAD_CORNERS, MIN (shape->rect.width, shape->rect.height) / 3);
}

RoadmapRect
roadmap_shape_get_bounds (const RoadmapShape *shape)
{
  RoadmapRect rect = shape->rect;

  if (rect.width < 0)
    rect = (RoadmapRect) { rect.x + rect.width, rect.y, -rect.width, rect.height };
  if (rect.height < 0)
    rect = (RoadmapRect) { rect.x, rect.y + rect.height, rect.width, -rect.height };
  return rect;
}

double
roadmap_shape_follow (const RoadmapShape *shape,
                      const RoadmapReach *seen)
{
  const RoadmapReach *words = &shape->words;
  const RoadmapReach *room = &shape->room;
  double least = room->from - words->from;
  double most = room->to - words->to;
  double shift = 0;

  if (room->to - room->from <= words->to - words->from)
    return 0;
  if (words->to > seen->to)
    shift = seen->to - words->to;
  /* Where there is no room for all, the beginning counts. */
  if (words->from + shift < seen->from)
    shift = seen->from - words->from;
  return round (CLAMP (shift, MIN (least, 0), MAX (most, 0)));
}

double
roadmap_rect_get_right (const RoadmapRect *rect)
{
  return rect->x + rect->width;
}

double
roadmap_rect_get_bottom (const RoadmapRect *rect)
{
  return rect->y + rect->height;
}

gboolean
roadmap_rect_contains (const RoadmapRect *rect,
                       double             x,
                       double             y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

gboolean
roadmap_rect_overlaps (const RoadmapRect *a,
                       const RoadmapRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}
