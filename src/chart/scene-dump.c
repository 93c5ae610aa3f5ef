/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/scene.h"

#include <math.h>

static const char *const form_names[] = {
  [ROADMAP_FORM_FILL] = "fill",
  [ROADMAP_FORM_RULE] = "rule",
  [ROADMAP_FORM_BOX] = "box",
  [ROADMAP_FORM_DIAMOND] = "diamond",
  [ROADMAP_FORM_CHIP] = "chip",
  [ROADMAP_FORM_LABEL] = "label",
  [ROADMAP_FORM_CONNECTOR] = "connector",
  [ROADMAP_FORM_ARC] = "arc",
  [ROADMAP_FORM_DISCLOSURE] = "disclosure",
  [ROADMAP_FORM_TEXT] = "text",
};

static const char *const ink_names[] = {
  [ROADMAP_INK_TEXT] = "text",
  [ROADMAP_INK_DIM_TEXT] = "dim",
  [ROADMAP_INK_GRID] = "grid",
  [ROADMAP_INK_STRONG_GRID] = "strong-grid",
  [ROADMAP_INK_HEAD] = "head",
  [ROADMAP_INK_PANEL] = "panel",
  [ROADMAP_INK_BACKGROUND] = "background",
  [ROADMAP_INK_HUE] = "hue",
  [ROADMAP_INK_HUE_TEXT] = "hue-text",
  [ROADMAP_INK_HUE_HINT] = "hue-hint",
  [ROADMAP_INK_NAME_TINT] = "name-tint",
  [ROADMAP_INK_ROW_TINT] = "row-tint",
  [ROADMAP_INK_BAR_TINT] = "bar-tint",
  [ROADMAP_INK_STATUS] = "status",
  [ROADMAP_INK_TODAY] = "today",
};

static const struct
{
  RoadmapShapeFlags flag;
  const char       *name;
} flag_names[] = {
  { ROADMAP_SHAPE_DASHED, "dashed" },
  { ROADMAP_SHAPE_OPEN_END, "open" },
  { ROADMAP_SHAPE_BEGINS_BEFORE, "begins-before" },
  { ROADMAP_SHAPE_ENDS_AFTER, "ends-after" },
  { ROADMAP_SHAPE_HATCHED, "hatched" },
  { ROADMAP_SHAPE_STRUCK, "struck" },
  { ROADMAP_SHAPE_DOWN_FIRST, "down-first" },
  { ROADMAP_SHAPE_VERTICAL, "vertical" },
  { ROADMAP_SHAPE_UPWARDS, "upwards" },
  { ROADMAP_SHAPE_THIN, "thin" },
  { ROADMAP_SHAPE_CLOSED, "closed" },
};

static void
dump_length (GString *out,
             double   length)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  /* Adding 0 makes -0 a 0. */
  g_string_append_printf (out, " %s", g_ascii_formatd (buffer, sizeof buffer, "%g", round (length * 2) / 2 + 0.0));
}

/* The words as they are broken into lines, divided by "|"; of a piece, its own lines. */
static void
dump_lines (GString            *out,
            const RoadmapShape *shape)
{
  const char *text = pango_layout_get_text (shape->layout);
  guint end = shape->n_lines > 0 ? shape->first_line + shape->n_lines : G_MAXUINT;
  guint index = 0;

  g_string_append (out, " \"");
  for (GSList *l = pango_layout_get_lines_readonly (shape->layout); l != NULL && index < end; l = l->next, index++)
    {
      PangoLayoutLine *line = l->data;

      if (index < shape->first_line)
        continue;
      if (index > shape->first_line)
        g_string_append_c (out, '|');
      g_string_append_len (out, text + line->start_index, line->length);
    }
  g_string_append_c (out, '"');
}

static void
dump_shape (GString            *out,
            const RoadmapShape *shape)
{
  g_string_append_printf (out, "%s %s", form_names[shape->form], ink_names[shape->ink]);
  if (shape->hue != 0)
    g_string_append_printf (out, " #%06x", shape->hue);
  dump_length (out, shape->rect.x);
  dump_length (out, shape->rect.y);
  dump_length (out, shape->rect.width);
  dump_length (out, shape->rect.height);
  if (shape->form == ROADMAP_FORM_ARC)
    g_string_append_printf (out, " %d%%–%d%%", (int) round (shape->from * 100), (int) round (shape->to * 100));
  for (gsize i = 0; i < G_N_ELEMENTS (flag_names); i++)
    if (shape->flags & flag_names[i].flag)
      g_string_append_printf (out, " %s", flag_names[i].name);
  if (shape->layout != NULL)
    dump_lines (out, shape);
  g_string_append_c (out, '\n');
}

static void
dump_link (GString                *out,
           const RoadmapSceneLink *link)
{
  g_string_append (out, "link");
  dump_length (out, link->rect.x);
  dump_length (out, link->rect.y);
  dump_length (out, link->rect.width);
  dump_length (out, link->rect.height);
  g_string_append_printf (out, " %s\n", link->target);
}

char *
roadmap_scene_dump (const RoadmapScene *self)
{
  GString *out = g_string_new ("scene");
  guint n_groups = roadmap_scene_get_n_groups (self);
  guint next = 0;

  dump_length (out, roadmap_scene_get_width (self));
  dump_length (out, roadmap_scene_get_height (self));
  g_string_append_c (out, '\n');
  for (guint i = 0; i < roadmap_scene_get_n_shapes (self); i++)
    {
      const RoadmapGroup *group = next < n_groups ? roadmap_scene_get_group (self, next) : NULL;

      if (group != NULL && i == group->first)
        g_string_append_printf (out, "group %s lane %u line %u\n", roadmap_item_get_id (group->item),
                                group->lane, group->line);
      if (group != NULL && i >= group->first)
        g_string_append (out, "  ");
      dump_shape (out, roadmap_scene_get_shape (self, i));
      if (group != NULL && i + 1 == group->first + group->n_shapes)
        next++;
    }
  for (guint i = 0; i < roadmap_scene_get_n_links (self); i++)
    dump_link (out, roadmap_scene_get_link (self, i));
  return g_string_free (out, FALSE);
}
