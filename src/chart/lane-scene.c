/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

/* The shapes of a lane's bars; the other half of lane-bars.h. */
#include "chart/lane-bars.h"

#include "chart/style.h"

static const RoadmapBarPlace *
get_place (RoadmapLaneBars *self,
           guint            index)
{
  return &g_array_index (self->places, RoadmapBarPlace, index);
}

static const RoadmapLine *
get_line (RoadmapLaneBars *self,
          guint            index)
{
  return &g_array_index (self->lines, RoadmapLine, index);
}

static gboolean
is_in_part (const RoadmapLanePart *part,
            const RoadmapBarPlace *place)
{
  return place->line >= part->first && place->line < part->after;
}

/* Neighbours have the same lane, whose hue may depend on all those before it. */
static guint32
get_hue (RoadmapLaneBars              *self,
         const RoadmapSwimlaneOptions *options,
         RoadmapItem                  *item)
{
  RoadmapItem *lane = roadmap_item_get_parent (item);

  if (lane != self->hue_lane)
    {
      self->hue_lane = lane;
      self->hue = roadmap_item_get_hue (item);
    }
  return options->look == ROADMAP_BARS_GHOSTS ? roadmap_hue_get_pale (self->hue) : self->hue;
}

/* The box of a bar fills its line; half a unit on each side keeps neighbours apart. */
static RoadmapRect
get_box (RoadmapLaneBars         *self,
         const RoadmapBarMetrics *metrics,
         const RoadmapLanePart   *part,
         const RoadmapBarPlace   *place)
{
  const RoadmapLine *line = get_line (self, place->line);
  double x = part->x + place->left;
  double width = place->right - place->left;

  if (place->milestone)
    return (RoadmapRect) { x, part->y + line->y + (line->height - width) / 2, width, width };
  return (RoadmapRect) { x + metrics->unit / 2, part->y + line->y, width - metrics->unit, line->height };
}

static double
get_text_x (const RoadmapBarMetrics *metrics,
            const RoadmapLanePart   *part,
            const RoadmapBarPlace   *place,
            const RoadmapRect       *box)
{
  switch (place->text_place)
    {
    case ROADMAP_TEXT_RIGHT:
      return part->x + place->right + metrics->gap;
    case ROADMAP_TEXT_LEFT:
      return part->x + place->room_left;
    default:
      return box->x + metrics->pad_x + (place->flags & ROADMAP_SHAPE_BEGINS_BEFORE ? metrics->head : 0);
    }
}

static void
add_text (RoadmapScene          *scene,
          const RoadmapBarPlace *place,
          RoadmapInk             ink,
          double                 x,
          double                 middle,
          const RoadmapReach    *words,
          const RoadmapReach    *room)
{
  RoadmapShape shape = { .form = ROADMAP_FORM_TEXT, .ink = ink, .layout = place->text, .words = *words, .room = *room };

  roadmap_layout_get_size (place->text, &shape.rect.width, &shape.rect.height);
  shape.rect.x = x;
  shape.rect.y = middle - shape.rect.height / 2;
  if (place->status != NULL && g_strcmp0 (roadmap_item_get (place->status, "pattern"), "struck") == 0)
    shape.flags |= ROADMAP_SHAPE_STRUCK;
  roadmap_scene_add (scene, &shape);
}

static double
get_text_height (const RoadmapBarPlace *place)
{
  double height;

  roadmap_layout_get_size (place->text, NULL, &height);
  return height;
}

static double
get_first_line_height (const RoadmapBarPlace *place)
{
  return get_text_height (place) / roadmap_layout_get_n_lines (place->text);
}

/* Words beside a box stand on the row, and so that no line of the grid runs through them, on a piece of their own. */
static void
add_ground (RoadmapScene          *scene,
            const RoadmapBarPlace *place,
            guint32                hue,
            double                 x,
            double                 middle)
{
  RoadmapShape shape = { .form = ROADMAP_FORM_FILL, .ink = ROADMAP_INK_ROW_TINT, .hue = hue };

  roadmap_layout_get_size (place->text, &shape.rect.width, &shape.rect.height);
  shape.rect.x = x;
  shape.rect.y = middle - shape.rect.height / 2;
  roadmap_scene_add (scene, &shape);
}

/* Between which x the words may move to stay in view: inside a box up to its end. */
static RoadmapReach
get_room (const RoadmapBarMetrics *metrics,
          const RoadmapBarPlace   *place,
          const RoadmapRect       *box,
          double                   x)
{
  double end = box->x + box->width - metrics->pad_x;

  if (place->text_place != ROADMAP_TEXT_INSIDE)
    return (RoadmapReach) { x, x };
  if (place->flags & (ROADMAP_SHAPE_OPEN_END | ROADMAP_SHAPE_ENDS_AFTER))
    end -= metrics->head;
  return (RoadmapReach) { x, MAX (x, end) };
}

/* The letter stands in the first line, so that where the text is searched or copied it comes before the words, not
 * among them; before a list it stands apart, so that its bullets are in line. */
static void
add_words (RoadmapScene            *scene,
           const RoadmapBarMetrics *metrics,
           const RoadmapLanePart   *part,
           const RoadmapBarPlace   *place,
           const RoadmapRect       *box,
           RoadmapInk               ink,
           guint32                  hue)
{
  double x = get_text_x (metrics, part, place, box);
  double middle = box->y + box->height / 2;
  double first_line = middle - get_text_height (place) / 2 + get_first_line_height (place) / 2;
  RoadmapReach words = { x - metrics->pad_x, x };
  RoadmapReach room = get_room (metrics, place, box, x);
  double text_width;

  roadmap_layout_get_size (place->text, &text_width, NULL);
  words.to += text_width + (place->apart ? metrics->chip + metrics->chip_gap : 0);
  room.from -= metrics->pad_x;
  if (place->text_place != ROADMAP_TEXT_INSIDE)
    add_ground (scene, place, hue, x, middle);
  if (place->letter != NULL)
    {
      RoadmapShape chip = {
        .form = ROADMAP_FORM_CHIP,
        .ink = ROADMAP_INK_STATUS,
        .hue = roadmap_status_get_hue (place->status),
        .rect = { x, first_line - metrics->chip / 2, metrics->chip, metrics->chip },
        .corner = 3 * metrics->unit,
        .layout = place->letter,
        .words = words,
        .room = room,
      };

      roadmap_scene_add (scene, &chip);
      if (place->apart)
        x += metrics->chip + metrics->chip_gap;
    }
  add_text (scene, place, ink, x, middle, &words, &room);
}

static RoadmapInk
get_box_ink (const RoadmapSwimlaneOptions *options,
             const RoadmapBarPlace        *place)
{
  if (place->milestone || options->look == ROADMAP_BARS_STRIPS)
    return ROADMAP_INK_HUE;
  return options->look == ROADMAP_BARS_GHOSTS ? ROADMAP_INK_ROW_TINT : ROADMAP_INK_BAR_TINT;
}

void
roadmap_lane_bars_add_groups (RoadmapLaneBars              *self,
                              const RoadmapSwimlaneOptions *options,
                              RoadmapScene                 *scene,
                              const RoadmapLanePart        *part)
{
  gboolean is_ghost = options->look == ROADMAP_BARS_GHOSTS;
  RoadmapBarMetrics metrics = roadmap_bar_metrics_for (options);

  for (guint i = 0; i < self->places->len; i++)
    {
      const RoadmapBarPlace *place = get_place (self, i);
      RoadmapShape box = {
        .form = place->milestone ? ROADMAP_FORM_DIAMOND : ROADMAP_FORM_BOX,
        .ink = get_box_ink (options, place),
        .flags = place->flags,
        .corner = metrics.corner,
      };

      if (!is_in_part (part, place))
        continue;
      box.hue = get_hue (self, options, place->item);
      box.rect = get_box (self, &metrics, part, place);
      roadmap_scene_begin_group (scene, place->item, part->lane, part->first_line + place->line);
      roadmap_scene_add (scene, &box);
      if (place->has_words)
        add_words (scene, &metrics, part, place, &box.rect, is_ghost ? ROADMAP_INK_DIM_TEXT : ROADMAP_INK_TEXT, self->hue);
      roadmap_scene_end_group (scene);
    }
}

/* An arrow from one step to the next:
 *
 *   ┌──────┐        ┌──────┐      ┌──────┐                 ┌───────────┐               ┌──────┐
 *   │ from │───────▶│  to  │      │ from │────┐            │   from    │               │ from │ words
 *   └──────┘        └──────┘      └──────┘    ▼            └────────┬──┘               └────┬─┘
 *    1. on one line; none if                ┌──────┐                ▼                       │   ┌──────┐
 *       they touch                          │  to  │              ┌──────┐                  └──▶│  to  │
 *                                           └──────┘              │  to  │                      └──────┘
 *                                  2. on another line,            └──────┘           4. when words beside
 *                                     also upwards           3. which began before      the first are in the way
 *                                                               the first ended
 */
static RoadmapRect
get_level_arrow (const RoadmapRect *from,
                 const RoadmapRect *to,
                 double             begin)
{
  return (RoadmapRect) { begin, from->y + from->height / 2, to->x - begin, 0 };
}

static double
get_near_edge (const RoadmapRect *box,
               const RoadmapRect *other)
{
  return other->y > box->y ? box->y + box->height : box->y;
}

void
roadmap_lane_add_connector (RoadmapScene            *scene,
                            const RoadmapBarMetrics *metrics,
                            const RoadmapRect       *from,
                            double                   words_end,
                            const RoadmapRect       *to,
                            RoadmapInk               ink,
                            guint32                  hue)
{
  RoadmapShape shape = { ROADMAP_FORM_CONNECTOR, ink, .hue = hue, .corner = metrics->corner };
  double from_right = from->x + from->width;
  double from_edge = get_near_edge (from, to);
  double to_edge = get_near_edge (to, from);
  double x = to->x + MIN (metrics->head, to->width / 2);
  double middle = from->y + from->height / 2;

  if (to->y == from->y)
    shape.rect = get_level_arrow (from, to, words_end);
  else if (x < from_right)
    {
      x = MAX (x, from->x + MIN (metrics->head, from->width / 2));
      shape.rect = (RoadmapRect) { x, from_edge, 0, to_edge - from_edge };
    }
  else if (words_end > from_right)
    {
      x = from_right - MIN (metrics->head, from->width / 2);
      shape.rect = (RoadmapRect) { x, from_edge, to->x - x, to->y + to->height / 2 - from_edge };
      shape.flags = ROADMAP_SHAPE_DOWN_FIRST;
    }
  else
    shape.rect = (RoadmapRect) { from_right, middle, x - from_right, to_edge - middle };

  if (shape.rect.height != 0 || shape.rect.width >= 2 * metrics->corner)
    roadmap_scene_add (scene, &shape);
}

/* Where the box ends, or the words to the right of it. */
static double
get_words_end (const RoadmapLanePart *part,
               const RoadmapBarPlace *place,
               const RoadmapRect     *box)
{
  return place->text_place == ROADMAP_TEXT_RIGHT ? part->x + place->room_right : box->x + box->width;
}

static const RoadmapBarPlace *
find_place (RoadmapLaneBars *self,
            RoadmapItem     *item)
{
  for (guint i = 0; i < self->places->len; i++)
    if (get_place (self, i)->item == item)
      return get_place (self, i);
  return NULL;
}

void
roadmap_lane_bars_add_connectors (RoadmapLaneBars              *self,
                                  const RoadmapSwimlaneOptions *options,
                                  RoadmapScene                 *scene,
                                  const RoadmapLanePart        *part)
{
  RoadmapBarMetrics metrics = roadmap_bar_metrics_for (options);

  for (guint i = 0; i < self->places->len; i++)
    {
      const RoadmapBarPlace *place = get_place (self, i);
      g_autoptr (GPtrArray) before = roadmap_get_links (options->roadmap, place->item, "after");
      RoadmapRect to = get_box (self, &metrics, part, place);

      for (guint j = 0; j < before->len && is_in_part (part, place); j++)
        {
          const RoadmapBarPlace *step = find_place (self, g_ptr_array_index (before, j));
          RoadmapRect from;

          if (step == NULL || !is_in_part (part, step))
            continue;
          from = get_box (self, &metrics, part, step);
          roadmap_lane_add_connector (scene, &metrics, &from, get_words_end (part, step, &from), &to,
                                      ROADMAP_INK_HUE, get_hue (self, options, place->item));
        }
    }
}
