/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/changes-row.h"

#include "chart/bar-place.h"
#include "chart/change-lines.h"
#include "chart/schema-words.h"
#include "chart/words.h"

/* Narrower than so many ems, item and what differs stand over the versions. */
#define MIN_WIDE 44

/* Widths of columns: the item's share, with limits, and what differs; in ems. */
#define ITEM_SHARE     0.2
#define ITEM_MIN       9
#define ITEM_MAX       18
#define FIELD_JAPANESE 5
#define FIELD          7

/* What is deeper stands no further in. */
#define MAX_DEPTH 3u

static const RoadmapTextStyle name_style = { ROADMAP_SIZE_BAR, ROADMAP_TEXT_BOLD };
static const RoadmapTextStyle band_style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_BOLD };
const RoadmapTextStyle roadmap_changes_cell_style = { ROADMAP_SIZE_BAR, ROADMAP_TEXT_RUNNING };
const RoadmapTextStyle roadmap_changes_label_style = { ROADMAP_SIZE_SMALL, 0 };

/* Columns */

void
roadmap_changes_table_find_columns (RoadmapChangesTable *self)
{
  double em = roadmap_measure_get_em (self->measure, ROADMAP_SIZE_BAR);
  double pads;
  gboolean japanese = g_str_has_prefix (self->language, "ja");

  self->unit = roadmap_bar_metrics (self->measure).unit;
  pads = 2 * ROADMAP_CHANGES_PAD_X * self->unit;
  self->wide = self->width >= MIN_WIDE * em;
  if (self->wide)
    {
      self->x[ROADMAP_CHANGES_WHAT] = CLAMP (ITEM_SHARE * self->width, ITEM_MIN * em, ITEM_MAX * em) + pads;
      self->x[ROADMAP_CHANGES_BEFORE] = self->x[ROADMAP_CHANGES_WHAT] + (japanese ? FIELD_JAPANESE : FIELD) * em + pads;
    }
  self->x[ROADMAP_CHANGES_AFTER] = (self->x[ROADMAP_CHANGES_BEFORE] + self->width) / 2;
  self->x[ROADMAP_N_CHANGES_COLUMNS] = self->width;
  self->paged = self->paged && self->wide;
}

double
roadmap_changes_add_text (const RoadmapChangesTable *self,
                          RoadmapScene              *scene,
                          const char                *markup,
                          RoadmapTextStyle           style,
                          RoadmapInk                 ink,
                          RoadmapTag                 tag,
                          double                     left,
                          double                     right,
                          double                     y)
{
  double width = MAX (right - left - 2 * ROADMAP_CHANGES_PAD_X * self->unit, self->unit);
  g_autoptr (PangoLayout) layout = roadmap_measure_markup (self->measure, markup, style, width);
  RoadmapShape shape = {
    .form = ROADMAP_FORM_TEXT,
    .ink = ink,
    .tag = tag,
    .layout = layout,
    .rect = { left + ROADMAP_CHANGES_PAD_X * self->unit, y + ROADMAP_CHANGES_PAD_Y * self->unit, 0, 0 },
  };

  roadmap_layout_get_size (layout, &shape.rect.width, &shape.rect.height);
  if (style.flags & ROADMAP_TEXT_CENTRED)
    shape.rect.width = width;
  if (*markup == '\0')
    return y;
  roadmap_scene_add (scene, &shape);
  return roadmap_rect_get_bottom (&shape.rect) + ROADMAP_CHANGES_PAD_Y * self->unit;
}

void
roadmap_changes_add_rule (RoadmapScene *scene,
                          RoadmapInk    ink,
                          double        x,
                          double        y,
                          double        width,
                          double        height)
{
  roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ink, 0, (RoadmapRect) { x, y, width, height });
}

/* Rows */

/* The heading of a group, with the first of its items below; returns where it ends. */
static double
add_band (const RoadmapChangesTable *self,
          RoadmapScene              *scene,
          RoadmapItem               *container)
{
  g_autofree char *heading = roadmap_change_dup_heading (container, self->language);
  g_autofree char *markup = g_markup_escape_text (heading, -1);
  g_autoptr (RoadmapScene) words = roadmap_scene_new ();
  double bottom = roadmap_changes_add_text (self, words, markup, band_style, ROADMAP_INK_TEXT, ROADMAP_TAG_HEADING, 0,
                                            self->width, 0);

  roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_PANEL, 0, (RoadmapRect) { 0, 0, self->width, bottom });
  roadmap_changes_add_rule (scene, ROADMAP_INK_STRONG_GRID, 0, 0, self->width, 0);
  roadmap_changes_add_rule (scene, ROADMAP_INK_STRONG_GRID, 0, bottom, self->width, 0);
  roadmap_scene_add_scene (scene, words, 0, 0);
  return bottom;
}

/* What the item is and is called, marked if it goes on from the page before. */
static double
add_name (const RoadmapChangesTable *self,
          RoadmapScene              *scene,
          RoadmapItem               *item,
          gboolean                   continued,
          double                     right,
          double                     y)
{
  g_autofree char *name = roadmap_change_dup_name (item, self->language);
  const char *mark = continued ? roadmap_word (ROADMAP_WORD_CONTINUED, self->language) : "";
  g_autofree char *markup = g_markup_printf_escaped ("%s%s", name, mark);
  const char *kind = roadmap_kind_word (roadmap_item_get_kind (item), self->language);
  double below = roadmap_changes_add_text (self, scene, kind, roadmap_changes_label_style, ROADMAP_INK_DIM_TEXT,
                                           ROADMAP_TAG_HEAD_CELL, 0, right, y);

  return roadmap_changes_add_text (self, scene, markup, name_style, ROADMAP_INK_TEXT, ROADMAP_TAG_HEAD_CELL, 0, right,
                                   below - 2 * ROADMAP_CHANGES_PAD_Y * self->unit);
}

/* Texts below each other in a column; returns where they end. */
static double
add_texts (const RoadmapChangesTable *self,
           RoadmapScene              *scene,
           GPtrArray                 *texts,
           RoadmapChangesColumn       column,
           double                     y)
{
  double indent = roadmap_measure_get_em (self->measure, ROADMAP_SIZE_BAR);
  double air = 2 * ROADMAP_CHANGES_PAD_Y * self->unit;

  for (guint i = 0; i < texts->len; i++)
    {
      const RoadmapChangeText *text = g_ptr_array_index (texts, i);
      double left = self->x[column] + MIN (text->depth, MAX_DEPTH) * indent;

      if (*text->markup == '\0')
        continue;
      y = roadmap_changes_add_text (self, scene, text->markup, roadmap_changes_cell_style, ROADMAP_INK_TEXT,
                                    i == 0 ? ROADMAP_TAG_NEXT_CELL : ROADMAP_TAG_CELL, left, self->x[column + 1], y) -
          air;
    }
  return texts->len > 0 ? y + air : y;
}

/* One thing that differs; returns where it ends. */
static double
add_line (const RoadmapChangesTable *self,
          RoadmapScene              *scene,
          const RoadmapChangeLine   *line,
          double                     y)
{
  double label_right = self->wide ? self->x[ROADMAP_CHANGES_BEFORE] : self->width;
  double label_bottom =
    roadmap_changes_add_text (self, scene, line->label, roadmap_changes_label_style, ROADMAP_INK_DIM_TEXT,
                              ROADMAP_TAG_NEXT_CELL, self->x[ROADMAP_CHANGES_WHAT], label_right, y);
  double top = self->wide ? y : label_bottom - ROADMAP_CHANGES_PAD_Y * self->unit;
  double before = add_texts (self, scene, line->before, ROADMAP_CHANGES_BEFORE, top);
  double after = add_texts (self, scene, line->after, ROADMAP_CHANGES_AFTER, top);

  return MAX (label_bottom, MAX (before, after));
}

/* Adds shapes as the group of an item. */
static void
add_group (RoadmapScene *scene,
           RoadmapScene *words,
           RoadmapItem  *item,
           guint         index)
{
  roadmap_scene_begin_group (scene, item, 0, index);
  for (guint i = 0; i < roadmap_scene_get_n_shapes (words); i++)
    roadmap_scene_add (scene, roadmap_scene_get_shape (words, i));
  roadmap_scene_end_group (scene);
}

/* Adds what differs, beside the item @name high or below it; returns where it ends. */
static double
add_change (const RoadmapChangesTable *self,
            RoadmapScene              *scene,
            RoadmapScene              *words,
            const RoadmapChange       *change,
            double                     top,
            double                     name)
{
  const RoadmapChangeVersions versions = { self->since, self->roadmap, self->language };
  g_autoptr (GPtrArray) lines = roadmap_change_list_lines (change, &versions);
  RoadmapChangesColumn first = self->wide ? ROADMAP_CHANGES_WHAT : ROADMAP_CHANGES_AFTER;
  double y = self->wide ? top : name;
  double bottom;

  for (guint i = 0; i < lines->len; i++)
    {
      if (i > 0 || !self->wide)
        roadmap_changes_add_rule (scene, ROADMAP_INK_GRID, self->x[ROADMAP_CHANGES_WHAT], y,
                                  self->width - self->x[ROADMAP_CHANGES_WHAT], 0);
      y = add_line (self, words, g_ptr_array_index (lines, i), y);
    }
  bottom = MAX (name, y);
  for (RoadmapChangesColumn column = first; column < ROADMAP_N_CHANGES_COLUMNS; column++)
    roadmap_changes_add_rule (scene, ROADMAP_INK_GRID, self->x[column], self->wide ? top : name, 0,
                              bottom - (self->wide ? top : name));
  return bottom;
}

/* The item beside a row on paper, or beside a piece of it.  A page that does not begin with the heading of a group says
 * what the item is in.  Returns where the group's heading ends and, @bottom, where the item does. */
static double
add_paged_name (const RoadmapChangesTable *self,
                RoadmapScene              *names,
                const RoadmapChangesRow   *row,
                const RoadmapSheetPiece   *piece,
                double                    *bottom)
{
  const RoadmapChange *change = row->change;
  g_autoptr (RoadmapScene) words = roadmap_scene_new ();
  gboolean continued = piece != NULL && piece->from > 0;
  gboolean headed = row->begins_group && !continued;
  double top = headed ? add_band (self, names, change->container) : 0;
  double y = top;

  if (piece != NULL && piece->on_top && !headed && change->container != NULL)
    {
      g_autofree char *label = roadmap_change_dup_container_name (change->container, self->language);
      g_autofree char *markup = g_markup_escape_text (label, -1);

      y = roadmap_changes_add_text (self, words, markup, roadmap_changes_label_style, ROADMAP_INK_DIM_TEXT,
                                    ROADMAP_TAG_HEAD_CELL, 0, self->x[ROADMAP_CHANGES_WHAT], y) -
          2 * ROADMAP_CHANGES_PAD_Y * self->unit;
    }
  *bottom = add_name (self, words, change->item, continued, self->x[ROADMAP_CHANGES_WHAT], y);
  add_group (names, words, change->item, row->index);
  return top;
}

/* Rules around the item on paper, and below the row if it @ends here.  Where the item is higher than what stands beside
 * it, which is @height high, the columns reach down to it. */
static void
add_paged_rules (const RoadmapChangesTable *self,
                 RoadmapScene              *names,
                 double                     height,
                 double                     bottom,
                 gboolean                   ends)
{
  roadmap_changes_add_rule (names, ROADMAP_INK_STRONG_GRID, 0, 0, 0, bottom);
  for (RoadmapChangesColumn column = ROADMAP_CHANGES_WHAT; bottom > height && column < ROADMAP_N_CHANGES_COLUMNS;
       column++)
    roadmap_changes_add_rule (names, ROADMAP_INK_GRID, self->x[column], height, 0, bottom - height);
  if (bottom > height)
    roadmap_changes_add_rule (names, ROADMAP_INK_STRONG_GRID, self->width, height, 0, bottom - height);
  if (ends)
    roadmap_changes_add_rule (names, ROADMAP_INK_STRONG_GRID, 0, bottom, self->width, 0);
  roadmap_scene_extend (names, self->x[ROADMAP_CHANGES_WHAT], bottom);
}

void
roadmap_changes_row_add (const RoadmapChangesRow   *row,
                         const RoadmapChangesTable *self,
                         RoadmapScene              *names,
                         RoadmapScene              *rest)
{
  const RoadmapChange *change = row->change;
  g_autoptr (RoadmapScene) words = roadmap_scene_new ();
  double top, name, bottom;

  if (self->paged)
    top = add_paged_name (self, names, row, NULL, &name);
  else
    {
      top = row->begins_group ? add_band (self, rest, change->container) : 0;
      name = add_name (self, words, change->item, FALSE, self->wide ? self->x[ROADMAP_CHANGES_WHAT] : self->width, top);
    }
  bottom = add_change (self, rest, words, change, top, name);
  if (!self->paged)
    roadmap_changes_add_rule (rest, ROADMAP_INK_STRONG_GRID, 0, bottom, self->width, 0);
  add_group (rest, words, change->item, row->index);
  roadmap_scene_extend (rest, self->width, bottom);
  if (self->paged)
    add_paged_rules (self, names, bottom, bottom, TRUE);
  else
    roadmap_changes_add_rule (rest, ROADMAP_INK_STRONG_GRID, 0, 0, 0, bottom);
  roadmap_changes_add_rule (rest, ROADMAP_INK_STRONG_GRID, self->width, 0, 0, bottom);
}

void
roadmap_changes_row_add_piece (const RoadmapChangesRow   *row,
                               const RoadmapChangesTable *self,
                               const RoadmapSheetPiece   *piece,
                               gboolean                   ends,
                               RoadmapScene              *names)
{
  double height = piece->to - piece->from;
  double bottom;

  add_paged_name (self, names, row, piece, &bottom);
  add_paged_rules (self, names, height, MAX (bottom, height), ends);
}
