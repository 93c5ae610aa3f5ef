/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/scene-slice.h"

/* Rounding of the heights of lines. */
#define NEAR 0.01

/* Air above and below a cut, where there is room for it. */
#define AIR 4.0

/* Lines of one group are one where they stand beside each other by this share of the lower one … */
#define BESIDE 0.6
/* … as long as together they are no higher than this share of the higher one. */
#define MAX_JOINED 1.6

/* What has to stay whole. */
typedef struct
{
  double top;
  double bottom; /* of it and of what stands beside it: it is shown where this is */
  guint  shape;    /* the first */
  guint  n_shapes; /* 0: it is a line of a text */
  guint  line;
  double line_top; /* its own, without what stands beside it */
  double line_height;
} Unit;

static gboolean
is_text (const RoadmapShape *shape)
{
  return shape->form == ROADMAP_FORM_TEXT && (shape->flags & (ROADMAP_SHAPE_VERTICAL | ROADMAP_SHAPE_UPWARDS)) == 0;
}

/* Whether the shape can be cut anywhere. */
static gboolean
is_ground (const RoadmapShape *shape)
{
  return shape->form == ROADMAP_FORM_FILL || shape->form == ROADMAP_FORM_RULE || shape->form == ROADMAP_FORM_BOX;
}

/* The next group, if it lies in the box of the group, or NULL. */
static const RoadmapGroup *
find_within (const RoadmapScene *scene,
             guint               index)
{
  const RoadmapRect *box = &roadmap_scene_get_group (scene, index)->box;
  const RoadmapGroup *next;

  if (index + 1 == roadmap_scene_get_n_groups (scene))
    return NULL;
  next = roadmap_scene_get_group (scene, index + 1);
  return roadmap_rect_contains (box, next->bounds.x, next->bounds.y) &&
         roadmap_rect_get_bottom (&next->bounds) <= roadmap_rect_get_bottom (box) ? next : NULL;
}

/* A group that is a thing to see, not only a place for words: it has a box or the like, in which no other group
 * lies. */
static gboolean
is_whole (const RoadmapScene *scene,
          guint               index,
          double              most)
{
  const RoadmapGroup *group = roadmap_scene_get_group (scene, index);
  gboolean has_box = FALSE;

  if (group->bounds.height > most)
    return FALSE;
  for (guint i = 0; i < group->n_shapes; i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, group->first + i);

      has_box = has_box || shape->form == ROADMAP_FORM_BOX || shape->form == ROADMAP_FORM_DIAMOND ||
                shape->form == ROADMAP_FORM_ARC;
    }
  return has_box && find_within (scene, index) == NULL;
}

static void
add_unit (GArray *units,
          double  top,
          double  bottom,
          guint   shape,
          guint   n_shapes,
          guint   line)
{
  Unit unit = { top, bottom, shape, n_shapes, line, top, bottom - top };

  g_array_append_val (units, unit);
}

static void
add_lines (GArray             *units,
           const RoadmapShape *shape,
           guint               index)
{
  PangoLayoutIter *iter = pango_layout_get_iter (shape->layout);
  guint line = 0;
  double y = shape->rect.y;

  do
    {
      PangoRectangle logical;

      if (line < shape->first_line || (shape->n_lines > 0 && line >= shape->first_line + shape->n_lines))
        continue;
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (line == shape->first_line)
        y -= pango_units_to_double (logical.y);
      add_unit (units, y + pango_units_to_double (logical.y),
                y + pango_units_to_double (logical.y + logical.height), index, 0, line);
    }
  while (line++, pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  const Unit *first = *(const Unit *const *) a;
  const Unit *second = *(const Unit *const *) b;

  if (first->line_top != second->line_top)
    return first->line_top < second->line_top ? -1 : 1;
  return first < second ? -1 : first > second;
}

/* Lines of a group that stand beside each other, such as a number and the text behind it, end up on the same page. */
static void
join_lines (GArray *units,
            guint   first)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = first; i < units->len; i++)
    g_ptr_array_add (lines, &g_array_index (units, Unit, i));
  g_ptr_array_sort (lines, compare_tops);
  for (guint i = 0, after; i < lines->len; i = after)
    {
      const Unit *upper = g_ptr_array_index (lines, i);
      double top = upper->line_top;
      double bottom = top + upper->line_height;
      double highest = upper->line_height;

      for (after = i + 1; after < lines->len; after++)
        {
          const Unit *unit = g_ptr_array_index (lines, after);
          double beside = MIN (bottom, unit->line_top + unit->line_height) - unit->line_top;

          highest = MAX (highest, unit->line_height);
          if (beside < BESIDE * MIN (unit->line_height, bottom - top) ||
              MAX (bottom, unit->line_top + unit->line_height) - top > MAX_JOINED * highest)
            break;
          bottom = MAX (bottom, unit->line_top + unit->line_height);
        }
      for (guint j = i; j < after; j++)
        {
          ((Unit *) g_ptr_array_index (lines, j))->top = top;
          ((Unit *) g_ptr_array_index (lines, j))->bottom = bottom;
        }
    }
}

/* The words of a group in which others lie stay together with the first of them. */
static void
keep_with_next (GArray             *units,
                guint               first,
                const RoadmapScene *scene,
                guint               index,
                double              most)
{
  const RoadmapGroup *next = find_within (scene, index);

  for (guint i = first; next != NULL && next->bounds.height <= most && i < units->len; i++)
    {
      Unit *unit = &g_array_index (units, Unit, i);

      unit->bottom = MAX (unit->bottom, roadmap_rect_get_bottom (&next->bounds));
    }
}

/* Goes through a scene in the order of painting. */
static void
add_units (GArray             *units,
           const RoadmapScene *scene,
           double              most)
{
  guint next = 0, group_units = 0;

  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, i);
      gboolean is_left = next < roadmap_scene_get_n_groups (scene);
      const RoadmapGroup *group = is_left ? roadmap_scene_get_group (scene, next) : NULL;
      RoadmapRect bounds = roadmap_shape_get_bounds (shape);
      int index = group != NULL && i >= group->first ? (int) next : -1;

      if (index >= 0 && i == group->first)
        group_units = units->len;
      if (index >= 0 && i == group->first && is_whole (scene, index, most))
        {
          add_unit (units, group->bounds.y, roadmap_rect_get_bottom (&group->bounds), i, group->n_shapes, 0);
          i += group->n_shapes - 1;
          next++;
          continue;
        }
      if (is_text (shape))
        add_lines (units, shape, i);
      else if (!is_ground (shape) && shape->form != ROADMAP_FORM_CONNECTOR)
        add_unit (units, bounds.y, roadmap_rect_get_bottom (&bounds), i, 1, 0);
      if (index >= 0 && i + 1 == group->first + group->n_shapes)
        {
          join_lines (units, group_units);
          keep_with_next (units, group_units, scene, index, most);
          next++;
        }
    }
}

gboolean
roadmap_slice_cut (RoadmapSlice       *self,
                   const RoadmapScene *scene,
                   const RoadmapScene *beside,
                   double              room,
                   double             *next)
{
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (Unit));
  double limit = self->from + room;
  double above = G_MAXDOUBLE;
  gboolean found = FALSE;

  add_units (units, scene, self->most);
  if (beside != NULL)
    add_units (units, beside, self->most);
  self->to = self->from;
  for (guint i = 0; i < units->len; i++)
    {
      const Unit *unit = &g_array_index (units, Unit, i);

      if (unit->bottom <= self->shown + NEAR)
        continue;
      if (unit->bottom > limit + NEAR)
        {
          above = MIN (above, unit->top);
          continue;
        }
      self->to = MAX (self->to, unit->bottom);
      found = TRUE;
    }
  *next = above;
  if (above == G_MAXDOUBLE)
    {
      self->to = roadmap_scene_get_height (scene);
      if (beside != NULL)
        self->to = MAX (self->to, roadmap_scene_get_height (beside));
      self->to = MIN (self->to, limit);
      return TRUE;
    }
  if (found)
    {
      self->to = MIN (limit, self->to + AIR);
      *next = MAX (above - AIR, 0);
    }
  return found;
}

gboolean
roadmap_slice_cuts_groups (const RoadmapSlice *self,
                           const RoadmapScene *scene)
{
  for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
    if (roadmap_scene_get_group (scene, i)->bounds.height > self->most && is_whole (scene, i, G_MAXDOUBLE))
      return TRUE;
  return FALSE;
}

/* Adding */

typedef struct
{
  const RoadmapSlice *slice;
  const RoadmapScene *scene;
  RoadmapScene       *target;
  double              x;
  double              y;     /* where height 0 of the scene comes to lie */
  const RoadmapGroup *group; /* (nullable): around what is added … */
  gboolean            begun; /* … and something was */
} Adding;

static gboolean
is_shown (const RoadmapSlice *slice,
          double              bottom)
{
  return bottom > slice->shown + NEAR && bottom <= slice->to + NEAR;
}

static void
add_shape (Adding             *adding,
           const RoadmapShape *shape)
{
  RoadmapShape moved = *shape;

  if (adding->group != NULL && !adding->begun)
    {
      roadmap_scene_begin_group (adding->target, adding->group->item, adding->group->lane, adding->group->line);
      adding->begun = TRUE;
    }
  moved.rect.x += adding->x;
  moved.rect.y += adding->y;
  roadmap_scene_add (adding->target, &moved);
}

static void
add_ground (Adding             *adding,
            const RoadmapShape *shape)
{
  const RoadmapSlice *slice = adding->slice;
  RoadmapShape cut = *shape;
  double top = MAX (shape->rect.y, slice->from);
  double bottom = MIN (roadmap_rect_get_bottom (&shape->rect), slice->to);

  if (bottom < top || (bottom == top && shape->rect.height > 0))
    return;
  if (shape->rect.height > 0 && bottom >= slice->to - NEAR)
    bottom = MAX (bottom, slice->from + slice->height);
  cut.rect.y = top;
  cut.rect.height = bottom - top;
  add_shape (adding, &cut);
}

/* The lines of a text that stand in the slice; @units are its lines. */
static void
add_text (Adding             *adding,
          const RoadmapShape *shape,
          const Unit         *units,
          guint               n_units)
{
  RoadmapShape piece = *shape;
  guint first = 0, n_lines = 0;

  for (guint i = 0; i < n_units; i++)
    if (is_shown (adding->slice, units[i].bottom) && n_lines++ == 0)
      first = i;
  if (n_lines == 0)
    return;
  if (n_lines < n_units)
    {
      const Unit *last = &units[first + n_lines - 1];

      piece.first_line = units[first].line;
      piece.n_lines = n_lines;
      piece.rect.y = units[first].line_top;
      piece.rect.height = last->line_top + last->line_height - units[first].line_top;
    }
  add_shape (adding, &piece);
}

static void
add_connector (Adding             *adding,
               const RoadmapShape *shape)
{
  RoadmapRect bounds = roadmap_shape_get_bounds (shape);

  if (bounds.y >= adding->slice->from - NEAR && is_shown (adding->slice, roadmap_rect_get_bottom (&bounds)))
    add_shape (adding, shape);
}

/* Adds the shape at @index, or the group that begins with it; returns the index of the next. */
static guint
add_next (Adding  *adding,
          guint    index,
          GArray  *units,
          guint   *unit)
{
  const RoadmapShape *shape = roadmap_scene_get_shape (adding->scene, index);
  const Unit *first = *unit < units->len ? &g_array_index (units, Unit, *unit) : NULL;
  guint n_units = 0;

  while (first != NULL && *unit + n_units < units->len && first[n_units].shape == index)
    n_units++;
  *unit += n_units;
  if (n_units > 0 && first->n_shapes > 0)
    {
      for (guint i = 0; i < first->n_shapes && is_shown (adding->slice, first->bottom); i++)
        add_shape (adding, roadmap_scene_get_shape (adding->scene, index + i));
      return index + first->n_shapes;
    }
  if (n_units > 0)
    add_text (adding, shape, first, n_units);
  else if (is_ground (shape))
    add_ground (adding, shape);
  else if (shape->form == ROADMAP_FORM_CONNECTOR)
    add_connector (adding, shape);
  return index + 1;
}

static void
add_links (Adding *adding)
{
  for (guint i = 0; i < roadmap_scene_get_n_links (adding->scene); i++)
    {
      const RoadmapSceneLink *link = roadmap_scene_get_link (adding->scene, i);
      RoadmapRect rect = link->rect;

      if (!is_shown (adding->slice, roadmap_rect_get_bottom (&rect) - NEAR))
        continue;
      rect.x += adding->x;
      rect.y += adding->y;
      roadmap_scene_add_link (adding->target, rect, link->target);
    }
}

void
roadmap_slice_add (const RoadmapSlice *self,
                   const RoadmapScene *scene,
                   RoadmapScene       *target,
                   double              x,
                   double              y)
{
  Adding adding = { self, scene, target, x, y - self->from, NULL, FALSE };
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (Unit));
  guint n_shapes = roadmap_scene_get_n_shapes (scene);
  guint unit = 0, shape = 0;

  add_units (units, scene, self->most);
  for (guint next = 0; shape < n_shapes;)
    {
      gboolean is_left = next < roadmap_scene_get_n_groups (scene);
      const RoadmapGroup *group = is_left ? roadmap_scene_get_group (scene, next) : NULL;

      adding.group = group != NULL && shape >= group->first ? group : NULL;
      shape = add_next (&adding, shape, units, &unit);
      if (adding.group == NULL || shape < group->first + group->n_shapes)
        continue;
      if (adding.begun)
        roadmap_scene_end_group (target);
      adding.begun = FALSE;
      next++;
    }
  add_links (&adding);
}

/* Where the words of a cell end. */
static double
get_words_bottom (const RoadmapScene *scene,
                  const RoadmapGroup *group)
{
  double bottom = group->bounds.y;

  for (guint i = 0; i < group->n_shapes; i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, group->first + i);

      if (shape->form == ROADMAP_FORM_TEXT)
        bottom = MAX (bottom, roadmap_rect_get_bottom (&shape->rect));
    }
  return bottom;
}

void
roadmap_slice_add_names (const RoadmapSlice *self,
                         const RoadmapScene *scene,
                         RoadmapScene       *target)
{
  roadmap_slice_add (self, scene, target, 0, 0);
  for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (scene, i);
      double words = get_words_bottom (scene, group);
      double end = MIN (roadmap_rect_get_bottom (&group->bounds), self->to);

      if (group->bounds.y >= self->from || words > self->shown + NEAR || words - group->bounds.y > end - self->from)
        continue;
      for (guint j = 0; j < group->n_shapes; j++)
        {
          RoadmapShape shape = *roadmap_scene_get_shape (scene, group->first + j);

          if (shape.form != ROADMAP_FORM_TEXT)
            continue;
          shape.rect.y -= group->bounds.y;
          shape.tag = ROADMAP_TAG_ARTIFACT;
          roadmap_scene_add (target, &shape);
        }
    }
}
