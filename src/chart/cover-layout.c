/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/cover-layout.h"

#include "chart/edition-words.h"
#include "chart/fingerprint.h"
#include "chart/style.h"
#include "chart/words.h"
#include "model/edition.h"
#include "model/era.h"
#include "model/mark.h"
#include "model/markup.h"

/* The title in proportion to the text of pages. */
#define TITLE_SCALE 1.5

/* Where the title begins, of the height, and how much of the width it may take. */
#define TITLE_Y 0.22
#define TITLE_SHARE 0.82

/* In ems. */
#define STRIP 0.6
#define STRIP_GAP 1.6
#define SUBTITLE_GAP 0.8
#define FACTS_GAP 2.5
#define FACT_GAP 0.5
#define FOOT_GAP 0.8
#define LABEL_GAP 1.5

static const RoadmapTextStyle organisation_style = { ROADMAP_SIZE_NUMBER, ROADMAP_TEXT_EVEN };
static const RoadmapTextStyle title_style = { ROADMAP_SIZE_TITLE, ROADMAP_TEXT_HEADING };
static const RoadmapTextStyle fact_style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_EVEN };
static const RoadmapTextStyle long_style = { ROADMAP_SIZE_SMALL, 0 };

struct _RoadmapCoverLayout
{
  RoadmapSheet  parent_instance;

  RoadmapScene *scene;
};

G_DEFINE_FINAL_TYPE (RoadmapCoverLayout, roadmap_cover_layout, ROADMAP_TYPE_SHEET)

/* A line of the table. */
typedef struct
{
  RoadmapWord  label;
  char        *value;
  char        *detail; /* (nullable): smaller, below */
  const char  *target; /* (nullable): what the value leads to */
} Fact;

typedef struct
{
  const RoadmapCoverOptions *options;
  RoadmapScene              *scene;
  RoadmapMeasure            *measure;
  RoadmapMeasure            *large;
  double                     em;
  double                     y;
} Draft;

static void
clear_fact (gpointer data)
{
  Fact *fact = data;

  g_free (fact->value);
  g_free (fact->detail);
}

/* Adds a text and goes below it; returns its rectangle. */
static RoadmapRect
add_text (Draft            *draft,
          RoadmapMeasure   *measure,
          const char       *words,
          RoadmapTextStyle  style,
          RoadmapInk        ink,
          RoadmapTag        tag,
          double            x,
          double            width)
{
  g_autoptr (PangoLayout) layout = roadmap_measure_text (measure, words, style, width);
  RoadmapShape shape = {
    .form = ROADMAP_FORM_TEXT,
    .ink = ink,
    .tag = tag,
    .item = roadmap_get_root (draft->options->roadmap),
    .layout = layout,
    .rect = { x, draft->y, 0, 0 },
  };

  roadmap_layout_get_size (layout, &shape.rect.width, &shape.rect.height);
  roadmap_scene_add (draft->scene, &shape);
  draft->y += shape.rect.height;
  return shape.rect;
}

/* The stages, or lanes, of all charts. */
static GPtrArray *
list_lanes (Draft *draft)
{
  GPtrArray *lanes = g_ptr_array_new ();

  for (guint i = 0; i < draft->options->charts->len; i++)
    {
      RoadmapItem *chart = g_ptr_array_index (draft->options->charts, i);

      for (guint j = 0; j < roadmap_item_get_n_children (chart); j++)
        {
          RoadmapItem *child = roadmap_item_get_child (chart, j);

          if (roadmap_item_is (child, "stage") || roadmap_item_is (child, "lane"))
            g_ptr_array_add (lanes, child);
        }
    }
  return lanes;
}

static void
add_strip (Draft *draft)
{
  g_autoptr (GPtrArray) lanes = list_lanes (draft);
  double width = lanes->len > 0 ? draft->options->width / lanes->len : 0;

  for (guint i = 0; i < lanes->len; i++)
    roadmap_scene_add_plain (draft->scene, ROADMAP_FORM_FILL, ROADMAP_INK_HUE,
                             roadmap_item_get_hue (g_ptr_array_index (lanes, i)),
                             (RoadmapRect) { i * width, draft->y, width, STRIP * draft->em });
  draft->y += (STRIP + STRIP_GAP) * draft->em;
}

static void
add_title (Draft *draft)
{
  const RoadmapCoverOptions *options = draft->options;
  RoadmapItem *root = roadmap_get_root (options->roadmap);
  const char *organisation = roadmap_item_get_in (root, "organisation", options->language);
  const char *title = roadmap_item_get_in (root, "title", options->language);
  double width = options->width * TITLE_SHARE;

  if (organisation != NULL)
    add_text (draft, draft->measure, organisation, organisation_style, ROADMAP_INK_DIM_TEXT, ROADMAP_TAG_PARAGRAPH, 0,
              width);
  draft->y = MAX (draft->y + STRIP_GAP * draft->em, TITLE_Y * options->height);
  add_text (draft, draft->large, title != NULL ? title : "", title_style, ROADMAP_INK_TEXT, ROADMAP_TAG_TITLE, 0,
            width);
  draft->y += SUBTITLE_GAP * draft->em;
  add_text (draft, draft->large, roadmap_word (ROADMAP_WORD_PACK, options->language), fact_style, ROADMAP_INK_DIM_TEXT,
            ROADMAP_TAG_PARAGRAPH, 0, width);
}

/* Facts */

/* Takes over both texts; a fact that is not known is left out. */
static void
add_fact (GArray      *facts,
          RoadmapWord  label,
          char        *value,
          char        *detail,
          const char  *target)
{
  Fact fact = { label, value, detail, target };

  if (value != NULL && *value != '\0')
    g_array_append_val (facts, fact);
  else
    clear_fact (&fact);
}

/* (transfer full) (nullable): who adopted the last edition, and when. */
static char *
describe_meeting (Draft *draft)
{
  const char *language = draft->options->language;
  gboolean japanese = g_str_has_prefix (language, "ja");
  g_autoptr (GPtrArray) editions = roadmap_list_editions (draft->options->roadmap);
  RoadmapItem *last = editions->len > 0 ? g_ptr_array_index (editions, editions->len - 1) : NULL;
  const char *meeting = last != NULL ? roadmap_item_get_in (last, "meeting", language) : NULL;
  g_autofree char *day = meeting != NULL ? roadmap_edition_dup_day (last, language) : NULL;

  if (meeting == NULL)
    return NULL;
  return g_strdup_printf (japanese ? "%s（%s）" : "%s (%s)", meeting, day);
}

static GArray *
list_facts (Draft *draft)
{
  const RoadmapCoverOptions *options = draft->options;
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (Fact));
  gboolean ours = g_strcmp0 (options->language, roadmap_get_language (options->roadmap)) != 0;
  const char *licence = roadmap_item_get (roadmap_get_root (options->roadmap), "licence");
  const char *target = licence != NULL && roadmap_uri_is_safe (licence) ? licence : NULL;

  g_array_set_clear_func (facts, clear_fact);
  add_fact (facts, ROADMAP_WORD_MEETING, describe_meeting (draft), NULL, NULL);
  add_fact (facts, ROADMAP_WORD_EDITION,
            roadmap_edition_dup_words (options->roadmap, roadmap_get_root (options->roadmap), options->language), NULL,
            NULL);
  if (options->today != NULL)
    add_fact (facts, ROADMAP_WORD_DAY, roadmap_date_describe (options->today, options->language), NULL, NULL);
  add_fact (facts, ROADMAP_WORD_SHOWN, g_strdup (options->shown), NULL, NULL);
  add_fact (facts, ROADMAP_WORD_FILE, g_strdup (options->file_name), NULL, NULL);
  if (options->fingerprint != NULL)
    add_fact (facts, ROADMAP_WORD_FINGERPRINT, roadmap_fingerprint_abbreviate (options->fingerprint),
              g_strdup (options->fingerprint), NULL);
  add_fact (facts, ROADMAP_WORD_LICENCE, g_strdup (licence), NULL, target);
  if (ours)
    add_fact (facts, ROADMAP_WORD_LANGUAGE, g_strdup (roadmap_word (ROADMAP_WORD_TRANSLATED, options->language)), NULL,
              NULL);
  return facts;
}

static double
get_label_width (Draft  *draft,
                 GArray *facts)
{
  double longest = 0;

  for (guint i = 0; i < facts->len; i++)
    {
      const char *label = roadmap_word (g_array_index (facts, Fact, i).label, draft->options->language);
      g_autoptr (PangoLayout) layout = roadmap_measure_text (draft->measure, label, fact_style, ROADMAP_UNWRAPPED);
      double width;

      roadmap_layout_get_size (layout, &width, NULL);
      longest = MAX (longest, width);
    }
  return MIN (longest + LABEL_GAP * draft->em, draft->options->width / 2);
}

static void
add_facts (Draft  *draft,
           GArray *facts)
{
  double x = get_label_width (draft, facts);
  double width = draft->options->width - x;

  roadmap_scene_add_plain (draft->scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                           (RoadmapRect) { 0, draft->y, draft->options->width, 0 });
  for (guint i = 0; i < facts->len; i++)
    {
      const Fact *fact = &g_array_index (facts, Fact, i);
      const char *label = roadmap_word (fact->label, draft->options->language);
      double top = draft->y += FACT_GAP * draft->em;
      RoadmapRect label_rect = add_text (draft, draft->measure, label, fact_style, ROADMAP_INK_DIM_TEXT,
                                         ROADMAP_TAG_HEAD_CELL, 0, x - LABEL_GAP * draft->em);
      RoadmapRect rect;

      draft->y = top;
      rect = add_text (draft, draft->measure, fact->value, fact_style, ROADMAP_INK_TEXT, ROADMAP_TAG_NEXT_CELL, x,
                       width);
      if (fact->detail != NULL)
        add_text (draft, draft->measure, fact->detail, long_style, ROADMAP_INK_DIM_TEXT, ROADMAP_TAG_CELL, x, width);
      if (fact->target != NULL)
        roadmap_scene_add_link (draft->scene, rect, fact->target);
      draft->y = MAX (draft->y, roadmap_rect_get_bottom (&label_rect));
    }
  draft->y += FOOT_GAP * draft->em;
}

/* The facts stand at the foot of the page, or below the title if that is long. */
static void
draw (Draft *draft)
{
  g_autoptr (GArray) facts = list_facts (draft);
  g_autoptr (RoadmapScene) table = roadmap_scene_new ();
  Draft below = *draft;
  double y;

  roadmap_scene_begin_group (draft->scene, roadmap_get_root (draft->options->roadmap), 0, 0);
  add_strip (draft);
  add_title (draft);
  below.scene = table;
  below.y = 0;
  add_facts (&below, facts);
  y = MAX (draft->y + FACTS_GAP * draft->em, draft->options->height - below.y);
  roadmap_scene_add_scene (draft->scene, table, 0, y);
  roadmap_scene_end_group (draft->scene);
  roadmap_scene_extend (draft->scene, draft->options->width, y + below.y);
}

static void
roadmap_cover_layout_lay_out (RoadmapSheet *sheet,
                              guint         index,
                              RoadmapScene *names,
                              RoadmapScene *body)
{
  RoadmapScene *scene = ROADMAP_COVER_LAYOUT (sheet)->scene;

  roadmap_scene_add_scene (body, scene, 0, 0);
  roadmap_scene_extend (body, roadmap_scene_get_width (scene), roadmap_scene_get_height (scene));
}

static void
roadmap_cover_layout_finalize (GObject *object)
{
  roadmap_scene_unref (ROADMAP_COVER_LAYOUT (object)->scene);

  G_OBJECT_CLASS (roadmap_cover_layout_parent_class)->finalize (object);
}

static void
roadmap_cover_layout_class_init (RoadmapCoverLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_cover_layout_finalize;
  ROADMAP_SHEET_CLASS (klass)->lay_out = roadmap_cover_layout_lay_out;
}

static void
roadmap_cover_layout_init (RoadmapCoverLayout *self)
{
  self->scene = roadmap_scene_new ();
}

RoadmapSheet *
roadmap_cover_layout_new (const RoadmapCoverOptions *options)
{
  RoadmapCoverLayout *self = g_object_new (ROADMAP_TYPE_COVER_LAYOUT, NULL);
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (options->points, options->language);
  g_autoptr (RoadmapMeasure) large = roadmap_measure_new_for_paper (options->points * TITLE_SCALE, options->language);
  Draft draft = { options, self->scene, measure, large, roadmap_measure_get_em (measure, ROADMAP_SIZE_BODY), 0 };

  draw (&draft);
  roadmap_sheet_set_widths (ROADMAP_SHEET (self), 0, options->width);
  /* No row of the roadmap's own: whatever is in it would be looked for on the cover. */
  roadmap_sheet_add_row (ROADMAP_SHEET (self), NULL, roadmap_scene_get_height (self->scene));
  return ROADMAP_SHEET (self);
}
