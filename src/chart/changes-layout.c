/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/changes-layout.h"

#include "chart/bar-place.h"
#include "chart/change-lines.h"
#include "chart/schema-words.h"
#include "chart/style.h"
#include "chart/words.h"
#include "model/mark.h"

/* Narrower than so many ems, item and what differs stand over the versions. */
#define MIN_WIDE 44

/* Widths of columns: the item's share, with limits, and what differs; in ems. */
#define ITEM_SHARE 0.2
#define ITEM_MIN 9
#define ITEM_MAX 18
#define FIELD_JAPANESE 5
#define FIELD 7

/* In units. */
#define PAD_X 6
#define PAD_Y 5
#define ESTIMATE 60

/* What is deeper stands no further in. */
#define MAX_DEPTH 3u

typedef enum
{
  ITEM,
  WHAT,
  BEFORE,
  AFTER,
  N_COLUMNS,
} Column;

static const RoadmapWord heads[] = {
  [ITEM] = ROADMAP_WORD_ITEM,
  [WHAT] = ROADMAP_WORD_FIELD,
  [BEFORE] = ROADMAP_WORD_BEFORE,
  [AFTER] = ROADMAP_WORD_AFTER,
};

static const RoadmapTextStyle cell_style = { ROADMAP_SIZE_BAR, ROADMAP_TEXT_RUNNING };
static const RoadmapTextStyle name_style = { ROADMAP_SIZE_BAR, ROADMAP_TEXT_BOLD };
static const RoadmapTextStyle label_style = { ROADMAP_SIZE_SMALL, 0 };
static const RoadmapTextStyle head_style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_BOLD | ROADMAP_TEXT_CENTRED };
static const RoadmapTextStyle band_style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_BOLD };

struct _RoadmapChangesLayout
{
  RoadmapSheet       parent_instance;

  Roadmap           *roadmap;
  Roadmap           *since;
  char              *language;
  RoadmapMeasure    *measure;
  double             width;
  double             unit;
  gboolean           wide;
  gboolean           paged; /* and wide */
  double             x[N_COLUMNS + 1];
  RoadmapChangeList *list;
  GPtrArray         *shown; /* RoadmapChange of the list, a row each */
};

G_DEFINE_FINAL_TYPE (RoadmapChangesLayout, roadmap_changes_layout, ROADMAP_TYPE_SHEET)

/* Columns */

static void
find_columns (RoadmapChangesLayout *self)
{
  double em = roadmap_measure_get_em (self->measure, ROADMAP_SIZE_BAR);
  double pads = 2 * PAD_X * self->unit;
  gboolean japanese = g_str_has_prefix (self->language, "ja");

  self->wide = self->width >= MIN_WIDE * em;
  if (self->wide)
    {
      self->x[WHAT] = CLAMP (ITEM_SHARE * self->width, ITEM_MIN * em, ITEM_MAX * em) + pads;
      self->x[BEFORE] = self->x[WHAT] + (japanese ? FIELD_JAPANESE : FIELD) * em + pads;
    }
  self->x[AFTER] = (self->x[BEFORE] + self->width) / 2;
  self->x[N_COLUMNS] = self->width;
  self->paged = self->paged && self->wide;
}

/* Adds a text with air around it between two edges; returns where it ends, with the air. */
static double
add_text (RoadmapChangesLayout *self,
          RoadmapScene         *scene,
          const char           *markup,
          RoadmapTextStyle      style,
          RoadmapInk            ink,
          RoadmapTag            tag,
          double                left,
          double                right,
          double                y)
{
  double width = MAX (right - left - 2 * PAD_X * self->unit, self->unit);
  g_autoptr (PangoLayout) layout = roadmap_measure_markup (self->measure, markup, style, width);
  RoadmapShape shape = {
    .form = ROADMAP_FORM_TEXT,
    .ink = ink,
    .tag = tag,
    .layout = layout,
    .rect = { left + PAD_X * self->unit, y + PAD_Y * self->unit, 0, 0 },
  };

  roadmap_layout_get_size (layout, &shape.rect.width, &shape.rect.height);
  if (style.flags & ROADMAP_TEXT_CENTRED)
    shape.rect.width = width;
  if (*markup == '\0')
    return y;
  roadmap_scene_add (scene, &shape);
  return roadmap_rect_get_bottom (&shape.rect) + PAD_Y * self->unit;
}

static void
add_rule (RoadmapScene *scene,
          RoadmapInk    ink,
          double        x,
          double        y,
          double        width,
          double        height)
{
  roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ink, 0, (RoadmapRect) { x, y, width, height });
}

/* Heads */

static void
append_count (GString     *words,
              RoadmapWord  word,
              guint        n,
              const char  *language)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *count = roadmap_word_with (word, language, number);

  if (n == 0)
    return;
  if (words->len > 0)
    g_string_append (words, g_str_has_prefix (language, "ja") ? "、" : ", ");
  g_string_append (words, count);
}

/* (transfer full): how many items of each kind of change are shown. */
static char *
dup_summary (RoadmapChangesLayout *self)
{
  static const RoadmapWord words[] = {
    [ROADMAP_CHANGE_REVISED] = ROADMAP_WORD_N_REVISED,
    [ROADMAP_CHANGE_ADDED] = ROADMAP_WORD_N_ADDED,
    [ROADMAP_CHANGE_REMOVED] = ROADMAP_WORD_N_REMOVED,
  };
  guint n[ROADMAP_N_CHANGE_TYPES] = { 0 };
  GString *summary = g_string_new (NULL);

  for (guint i = 0; i < self->shown->len; i++)
    n[((RoadmapChange *) g_ptr_array_index (self->shown, i))->type]++;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    append_count (summary, words[i], n[i], self->language);
  return g_string_free (summary, FALSE);
}

static RoadmapScene *
create_head (RoadmapChangesLayout *self)
{
  RoadmapScene *scene = roadmap_scene_new ();
  g_autoptr (RoadmapScene) words = roadmap_scene_new ();
  g_autofree char *summary = dup_summary (self);
  Column first = self->wide ? ITEM : BEFORE;
  double top = add_text (self, scene, summary, label_style, ROADMAP_INK_DIM_TEXT, ROADMAP_TAG_PARAGRAPH,
                         -PAD_X * self->unit, self->width, -PAD_Y * self->unit);
  double bottom = top;

  for (Column column = first; column < N_COLUMNS; column++)
    {
      double end = add_text (self, words, roadmap_word (heads[column], self->language), head_style, ROADMAP_INK_TEXT,
                             ROADMAP_TAG_HEAD_CELL, self->x[column], self->x[column + 1], top);

      bottom = MAX (bottom, end);
    }
  roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_HEAD, 0,
                           (RoadmapRect) { 0, top, self->width, bottom - top });
  roadmap_scene_add_scene (scene, words, 0, 0);
  for (Column column = first; column <= N_COLUMNS; column++)
    add_rule (scene, ROADMAP_INK_STRONG_GRID, self->x[column], top, 0, bottom - top);
  add_rule (scene, ROADMAP_INK_STRONG_GRID, 0, top, self->width, 0);
  add_rule (scene, ROADMAP_INK_STRONG_GRID, 0, bottom, self->width, 0);
  roadmap_scene_extend (scene, self->width, bottom);
  return scene;
}

/* On paper the names are a column of their own; their corner may reach over the rest, of which nothing moves there. */
static void
take_heads (RoadmapChangesLayout *self)
{
  RoadmapScene *all = create_head (self);
  RoadmapScene *other = roadmap_scene_new ();

  roadmap_scene_extend (other, 0, roadmap_scene_get_height (all));
  if (self->paged)
    roadmap_sheet_take_heads (ROADMAP_SHEET (self), all, other);
  else
    roadmap_sheet_take_heads (ROADMAP_SHEET (self), other, all);
}

/* Rows */

static gboolean
begins_group (RoadmapChangesLayout *self,
              guint                 index)
{
  const RoadmapChange *change = g_ptr_array_index (self->shown, index);
  const RoadmapChange *before = index > 0 ? g_ptr_array_index (self->shown, index - 1) : NULL;

  if (before == NULL || (change->container == NULL) != (before->container == NULL))
    return TRUE;
  return change->container != NULL &&
         !g_str_equal (roadmap_item_get_id (change->container), roadmap_item_get_id (before->container));
}

/* The heading of a group, with the first of its items below; returns where it ends. */
static double
add_band (RoadmapChangesLayout *self,
          RoadmapScene         *scene,
          RoadmapItem          *container)
{
  g_autofree char *heading = roadmap_change_dup_heading (container, self->language);
  g_autofree char *markup = g_markup_escape_text (heading, -1);
  g_autoptr (RoadmapScene) words = roadmap_scene_new ();
  double bottom = add_text (self, words, markup, band_style, ROADMAP_INK_TEXT, ROADMAP_TAG_HEADING, 0, self->width, 0);

  roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_PANEL, 0, (RoadmapRect) { 0, 0, self->width, bottom });
  add_rule (scene, ROADMAP_INK_STRONG_GRID, 0, 0, self->width, 0);
  add_rule (scene, ROADMAP_INK_STRONG_GRID, 0, bottom, self->width, 0);
  roadmap_scene_add_scene (scene, words, 0, 0);
  return bottom;
}

/* What the item is and is called, marked if it goes on from the page before. */
static double
add_name (RoadmapChangesLayout *self,
          RoadmapScene         *scene,
          RoadmapItem          *item,
          gboolean              continued,
          double                right,
          double                y)
{
  g_autofree char *name = roadmap_change_dup_name (item, self->language);
  const char *mark = continued ? roadmap_word (ROADMAP_WORD_CONTINUED, self->language) : "";
  g_autofree char *markup = g_markup_printf_escaped ("%s%s", name, mark);
  const char *kind = roadmap_kind_word (roadmap_item_get_kind (item), self->language);
  double below = add_text (self, scene, kind, label_style, ROADMAP_INK_DIM_TEXT, ROADMAP_TAG_HEAD_CELL, 0, right, y);

  return add_text (self, scene, markup, name_style, ROADMAP_INK_TEXT, ROADMAP_TAG_HEAD_CELL, 0, right,
                   below - 2 * PAD_Y * self->unit);
}

/* Texts below each other in a column; returns where they end. */
static double
add_texts (RoadmapChangesLayout *self,
           RoadmapScene         *scene,
           GPtrArray            *texts,
           Column                column,
           double                y)
{
  double indent = roadmap_measure_get_em (self->measure, ROADMAP_SIZE_BAR);
  double air = 2 * PAD_Y * self->unit;

  for (guint i = 0; i < texts->len; i++)
    {
      const RoadmapChangeText *text = g_ptr_array_index (texts, i);
      double left = self->x[column] + MIN (text->depth, MAX_DEPTH) * indent;

      if (*text->markup == '\0')
        continue;
      y = add_text (self, scene, text->markup, cell_style, ROADMAP_INK_TEXT,
                    i == 0 ? ROADMAP_TAG_NEXT_CELL : ROADMAP_TAG_CELL, left, self->x[column + 1], y) - air;
    }
  return texts->len > 0 ? y + air : y;
}

/* One thing that differs; returns where it ends. */
static double
add_line (RoadmapChangesLayout    *self,
          RoadmapScene            *scene,
          const RoadmapChangeLine *line,
          double                   y)
{
  double label_right = self->wide ? self->x[BEFORE] : self->width;
  double label_bottom = add_text (self, scene, line->label, label_style, ROADMAP_INK_DIM_TEXT, ROADMAP_TAG_NEXT_CELL,
                                  self->x[WHAT], label_right, y);
  double top = self->wide ? y : label_bottom - PAD_Y * self->unit;
  double before = add_texts (self, scene, line->before, BEFORE, top);
  double after = add_texts (self, scene, line->after, AFTER, top);

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
add_change (RoadmapChangesLayout *self,
            RoadmapScene         *scene,
            RoadmapScene         *words,
            const RoadmapChange  *change,
            double                top,
            double                name)
{
  const RoadmapChangeVersions versions = { self->since, self->roadmap, self->language };
  g_autoptr (GPtrArray) lines = roadmap_change_list_lines (change, &versions);
  Column first = self->wide ? WHAT : AFTER;
  double y = self->wide ? top : name;
  double bottom;

  for (guint i = 0; i < lines->len; i++)
    {
      if (i > 0 || !self->wide)
        add_rule (scene, ROADMAP_INK_GRID, self->x[WHAT], y, self->width - self->x[WHAT], 0);
      y = add_line (self, words, g_ptr_array_index (lines, i), y);
    }
  bottom = MAX (name, y);
  for (Column column = first; column < N_COLUMNS; column++)
    add_rule (scene, ROADMAP_INK_GRID, self->x[column], self->wide ? top : name, 0, bottom - (self->wide ? top : name));
  return bottom;
}

/* The item beside a row on paper, or beside a piece of it that ends before @piece_end.  A page that does not begin with the
 * heading of a group says what the item is in.  Returns where the group's heading ends and, @bottom, where the item does. */
static double
add_paged_name (RoadmapChangesLayout    *self,
                RoadmapScene            *names,
                guint                    index,
                const RoadmapSheetPiece *piece,
                double                  *bottom)
{
  const RoadmapChange *change = g_ptr_array_index (self->shown, index);
  g_autoptr (RoadmapScene) words = roadmap_scene_new ();
  gboolean continued = piece != NULL && piece->from > 0;
  gboolean headed = begins_group (self, index) && !continued;
  double top = headed ? add_band (self, names, change->container) : 0;
  double y = top;

  if (piece != NULL && piece->on_top && !headed && change->container != NULL)
    {
      g_autofree char *label = roadmap_change_dup_container_name (change->container, self->language);
      g_autofree char *markup = g_markup_escape_text (label, -1);

      y = add_text (self, words, markup, label_style, ROADMAP_INK_DIM_TEXT, ROADMAP_TAG_HEAD_CELL, 0, self->x[WHAT], y) -
          2 * PAD_Y * self->unit;
    }
  *bottom = add_name (self, words, change->item, continued, self->x[WHAT], y);
  add_group (names, words, change->item, index);
  return top;
}

/* Rules around the item on paper, and below the row if it @ends here.  Where the item is higher than what stands beside it,
 * which is @height high, the columns reach down to it. */
static void
add_paged_rules (RoadmapChangesLayout *self,
                 RoadmapScene         *names,
                 double                height,
                 double                bottom,
                 gboolean              ends)
{
  add_rule (names, ROADMAP_INK_STRONG_GRID, 0, 0, 0, bottom);
  for (Column column = WHAT; bottom > height && column < N_COLUMNS; column++)
    add_rule (names, ROADMAP_INK_GRID, self->x[column], height, 0, bottom - height);
  if (bottom > height)
    add_rule (names, ROADMAP_INK_STRONG_GRID, self->width, height, 0, bottom - height);
  if (ends)
    add_rule (names, ROADMAP_INK_STRONG_GRID, 0, bottom, self->width, 0);
  roadmap_scene_extend (names, self->x[WHAT], bottom);
}

static gboolean
roadmap_changes_layout_lay_out_names (RoadmapSheet            *sheet,
                                      guint                    index,
                                      const RoadmapSheetPiece *piece,
                                      RoadmapScene            *names)
{
  RoadmapChangesLayout *self = ROADMAP_CHANGES_LAYOUT (sheet);
  double bottom;

  if (!self->paged || self->shown->len == 0)
    return FALSE;
  add_paged_name (self, names, index, piece, &bottom);
  add_paged_rules (self, names, piece->to - piece->from, MAX (bottom, piece->to - piece->from),
                   piece->to >= roadmap_sheet_get_row_height (sheet, index));
  return TRUE;
}

/* The row as one scene: its item in @names, the rest in @rest, both from the left edge of the sheet. */
static void
add_row (RoadmapChangesLayout *self,
         guint                 index,
         RoadmapScene         *names,
         RoadmapScene         *rest)
{
  const RoadmapChange *change = g_ptr_array_index (self->shown, index);
  g_autoptr (RoadmapScene) words = roadmap_scene_new ();
  double top, name, bottom;

  if (self->paged)
    top = add_paged_name (self, names, index, NULL, &name);
  else
    {
      top = begins_group (self, index) ? add_band (self, rest, change->container) : 0;
      name = add_name (self, words, change->item, FALSE, self->wide ? self->x[WHAT] : self->width, top);
    }
  bottom = add_change (self, rest, words, change, top, name);
  if (!self->paged)
    add_rule (rest, ROADMAP_INK_STRONG_GRID, 0, bottom, self->width, 0);
  add_group (rest, words, change->item, index);
  roadmap_scene_extend (rest, self->width, bottom);
  if (self->paged)
    add_paged_rules (self, names, bottom, bottom, TRUE);
  else
    add_rule (rest, ROADMAP_INK_STRONG_GRID, 0, 0, 0, bottom);
  add_rule (rest, ROADMAP_INK_STRONG_GRID, self->width, 0, 0, bottom);
}

static void
roadmap_changes_layout_lay_out (RoadmapSheet *sheet,
                                guint         index,
                                RoadmapScene *names,
                                RoadmapScene *body)
{
  RoadmapChangesLayout *self = ROADMAP_CHANGES_LAYOUT (sheet);
  g_autoptr (RoadmapScene) rest = roadmap_scene_new ();

  if (self->shown->len == 0)
    {
      double bottom = add_text (self, body, roadmap_word (ROADMAP_WORD_NO_CHANGES, self->language), cell_style,
                                ROADMAP_INK_TEXT, ROADMAP_TAG_PARAGRAPH, 0, self->width, 0);

      roadmap_scene_extend (body, self->width, bottom);
      return;
    }
  add_row (self, index, names, rest);
  roadmap_scene_add_scene (body, rest, self->paged ? -self->x[WHAT] : 0, 0);
  roadmap_scene_extend (body, roadmap_sheet_get_body_width (sheet), roadmap_scene_get_height (rest));
}

static void
roadmap_changes_layout_finalize (GObject *object)
{
  RoadmapChangesLayout *self = ROADMAP_CHANGES_LAYOUT (object);

  g_ptr_array_unref (self->shown);
  g_clear_pointer (&self->list, roadmap_change_list_free);
  g_clear_pointer (&self->measure, roadmap_measure_unref);
  g_clear_object (&self->roadmap);
  g_clear_object (&self->since);
  g_free (self->language);

  G_OBJECT_CLASS (roadmap_changes_layout_parent_class)->finalize (object);
}

static void
roadmap_changes_layout_class_init (RoadmapChangesLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_changes_layout_finalize;
  ROADMAP_SHEET_CLASS (klass)->lay_out = roadmap_changes_layout_lay_out;
  ROADMAP_SHEET_CLASS (klass)->lay_out_names = roadmap_changes_layout_lay_out_names;
}

static void
roadmap_changes_layout_init (RoadmapChangesLayout *self)
{
  self->shown = g_ptr_array_new ();
}

/* Of what was removed, what it stood in says whether it is shown. */
static gboolean
is_shown (const RoadmapChangesOptions *options,
          const RoadmapChange         *change)
{
  RoadmapItem *item = change->type == ROADMAP_CHANGE_REMOVED ? NULL : change->item;

  if (options->show == NULL)
    return TRUE;
  for (RoadmapItem *around = change->item; item == NULL && around != NULL; around = roadmap_item_get_parent (around))
    if (around != change->item)
      item = roadmap_lookup (options->roadmap, roadmap_item_get_id (around));
  return item == NULL || options->show (item, options->show_data);
}

static void
add_rows (RoadmapChangesLayout        *self,
          const RoadmapChangesOptions *options)
{
  RoadmapSheet *sheet = ROADMAP_SHEET (self);

  for (guint i = 0; i < self->list->changes->len; i++)
    if (is_shown (options, g_ptr_array_index (self->list->changes, i)))
      g_ptr_array_add (self->shown, g_ptr_array_index (self->list->changes, i));
  if (self->shown->len == 0)
    self->paged = FALSE;
  roadmap_sheet_set_widths (sheet, self->paged ? self->x[WHAT] : 0, self->paged ? self->width - self->x[WHAT] : self->width);
  if (self->shown->len > 0)
    take_heads (self);
  for (guint i = 0; i < MAX (self->shown->len, 1); i++)
    {
      const RoadmapChange *change = i < self->shown->len ? g_ptr_array_index (self->shown, i) : NULL;

      roadmap_sheet_add_row (sheet, change != NULL ? change->item : NULL, ESTIMATE * self->unit);
    }
}

RoadmapSheet *
roadmap_changes_layout_new (const RoadmapChangesOptions  *options,
                            GError                      **error)
{
  RoadmapChangeList *list = roadmap_change_list_new (options->since, options->roadmap, options->language, error);
  RoadmapChangesLayout *self;

  if (list == NULL)
    return NULL;

  self = g_object_new (ROADMAP_TYPE_CHANGES_LAYOUT, NULL);
  self->list = list;
  self->roadmap = g_object_ref (options->roadmap);
  self->since = g_object_ref (options->since);
  self->language = g_strdup (options->language);
  self->measure = roadmap_measure_ref (options->measure);
  self->width = options->width;
  self->paged = options->paged;
  self->unit = roadmap_bar_metrics (options->measure).unit;
  find_columns (self);
  add_rows (self, options);
  return ROADMAP_SHEET (self);
}

char *
roadmap_changes_dup_title (Roadmap    *since,
                           const char *since_name,
                           const char *language)
{
  g_autoptr (GPtrArray) editions = roadmap_list_editions (since);
  g_autofree char *day = NULL;

  if (since_name != NULL)
    return roadmap_word_with (ROADMAP_WORD_CHANGES_SINCE, language, since_name);
  if (editions->len == 0)
    return g_strdup (roadmap_word (ROADMAP_WORD_CHANGES, language));
  day = roadmap_edition_dup_day (g_ptr_array_index (editions, editions->len - 1), language);
  return roadmap_word_with (ROADMAP_WORD_CHANGES_SINCE, language, day);
}
