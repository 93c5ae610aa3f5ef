/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/style.h"

#include <math.h>

#define TEXT_CONTRAST 4.5
#define EDGE_CONTRAST 3.0

#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

#define NEUTRAL_HUE 0x77767b

/* How much of the neutral hue is in a pale one. */
#define PALE 0.65

/* For lanes without a hue of their own, by order. */
static const guint32 family[] = {
  0x3584e4, 0x2190a4, 0x3a944a, 0xc88800, 0xed5b00, 0xe62d42, 0xd56199, 0x9141ac, 0x6f8396, 0x986a44,
};

static const RoadmapPalette palettes[ROADMAP_N_THEMES] = {
  [ROADMAP_THEME_LIGHT] = {
    .background = RGB (0xffffff),
    .text = RGB (0x1e1e1e),
    .dim_text = RGB (0x5e5c64),
    .grid = RGB (0xe9e8ea),
    .strong_grid = RGB (0xc8c6c9),
    .head = RGB (0xf6f5f4),
    .panel = RGB (0xebebed),
    .accent = RGB (0x1c71d8),
    .today = RGB (0xd01b24),
    .mark = RGB (0xf8e45c),
    .bar_tint = 0.13,
    .name_tint = 0.09,
    .row_tint = 0.025,
    .hatch_tint = 0.24,
    .hint = 0.45,
    .edge_width = 1.2,
    .rule_width = 1,
  },
  [ROADMAP_THEME_DARK] = {
    .background = RGB (0x1e1e1e),
    .text = RGB (0xf6f5f4),
    .dim_text = RGB (0xc0bfbc),
    .grid = RGB (0x303030),
    .strong_grid = RGB (0x4e4e4e),
    .head = RGB (0x2a2a2a),
    .panel = RGB (0x353535),
    .accent = RGB (0x78aeed),
    .today = RGB (0xff6b6b),
    .mark = RGB (0x5a4500),
    .bar_tint = 0.22,
    .name_tint = 0.14,
    .row_tint = 0.04,
    .hatch_tint = 0.36,
    .hint = 0.55,
    .edge_width = 1.2,
    .rule_width = 1,
  },
  [ROADMAP_THEME_LIGHT_CONTRAST] = {
    .background = RGB (0xffffff),
    .text = RGB (0x000000),
    .dim_text = RGB (0x2e2e2e),
    .grid = RGB (0xb5b3b8),
    .strong_grid = RGB (0x3d3846),
    .head = RGB (0xffffff),
    .panel = RGB (0xebebed),
    .accent = RGB (0x0b4fa8),
    .today = RGB (0xa51d2d),
    .mark = RGB (0xf6d32d),
    .hatch_tint = 0.3,
    .hint = 1,
    .edge_width = 2,
    .rule_width = 1,
  },
  [ROADMAP_THEME_DARK_CONTRAST] = {
    .background = RGB (0x000000),
    .text = RGB (0xffffff),
    .dim_text = RGB (0xdeddda),
    .grid = RGB (0x5e5c64),
    .strong_grid = RGB (0xc0bfbc),
    .head = RGB (0x000000),
    .panel = RGB (0x2a2a2a),
    .accent = RGB (0x99c1f1),
    .today = RGB (0xff8a8a),
    .mark = RGB (0x614a00),
    .hatch_tint = 0.4,
    .hint = 1,
    .edge_width = 2,
    .rule_width = 1,
  },
  [ROADMAP_THEME_PAPER] = {
    .background = RGB (0xffffff),
    .text = RGB (0x000000),
    .dim_text = RGB (0x3d3d3d),
    .grid = RGB (0xd4d4d6),
    .strong_grid = RGB (0x5a5a60),
    .head = RGB (0xe9eaf0),
    .panel = RGB (0xe9eaf0),
    .accent = RGB (0x1c71d8),
    .today = RGB (0xc01c28),
    .mark = RGB (0xf8e45c),
    .bar_tint = 0.10,
    .name_tint = 0.11,
    .row_tint = 0,
    .hatch_tint = 0.22,
    .hint = 0.7,
    .edge_width = 0.75,
    .rule_width = 0.4,
  },
};

const RoadmapPalette *
roadmap_palette_get (RoadmapTheme theme)
{
  g_return_val_if_fail (theme < ROADMAP_N_THEMES, NULL);

  return &palettes[theme];
}

RoadmapColour
roadmap_colour_from_hue (guint32 hue)
{
  return (RoadmapColour) RGB (hue);
}

static double
mix_channel (double from,
             double to,
             double amount)
{
  return from + (to - from) * amount;
}

static RoadmapColour
mix (const RoadmapColour *from,
     const RoadmapColour *to,
     double               amount)
{
  return (RoadmapColour) {
    mix_channel (from->red, to->red, amount),
    mix_channel (from->green, to->green, amount),
    mix_channel (from->blue, to->blue, amount),
  };
}

static double
linearize (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const RoadmapColour *colour)
{
  return 0.2126 * linearize (colour->red) + 0.7152 * linearize (colour->green) + 0.0722 * linearize (colour->blue);
}

double
roadmap_colour_contrast (const RoadmapColour *a,
                         const RoadmapColour *b)
{
  double luminance_a = get_luminance (a);
  double luminance_b = get_luminance (b);

  return (MAX (luminance_a, luminance_b) + 0.05) / (MIN (luminance_a, luminance_b) + 0.05);
}

/* Moves @colour towards @to in small steps until it stands out from @ground. */
static RoadmapColour
strengthen (RoadmapColour        colour,
            const RoadmapColour *to,
            const RoadmapColour *ground,
            double               contrast)
{
  RoadmapColour strong = colour;

  for (int step = 1; step <= 50 && roadmap_colour_contrast (&strong, ground) < contrast; step++)
    strong = mix (&colour, to, step / 50.0);
  return strong;
}

static RoadmapColour
tint (const RoadmapPalette *palette,
      guint32               hue,
      double                amount)
{
  RoadmapColour colour = roadmap_colour_from_hue (hue);

  return mix (&palette->background, &colour, amount);
}

/* The hue as a line or letter on the deepest tint it may stand on. */
static RoadmapColour
get_hue_colour (const RoadmapPalette *palette,
                guint32               hue,
                double                contrast)
{
  RoadmapColour ground = tint (palette, hue, MAX (palette->bar_tint, palette->name_tint));

  return strengthen (roadmap_colour_from_hue (hue), &palette->text, &ground, contrast);
}

RoadmapColour
roadmap_palette_get_ink (const RoadmapPalette *palette,
                         RoadmapInk            ink,
                         guint32               hue)
{
  static const RoadmapColour black = { 0, 0, 0 };
  static const RoadmapColour white = { 1, 1, 1 };

  switch (ink)
    {
    case ROADMAP_INK_TEXT:
      return palette->text;
    case ROADMAP_INK_DIM_TEXT:
      return palette->dim_text;
    case ROADMAP_INK_GRID:
      return palette->grid;
    case ROADMAP_INK_STRONG_GRID:
      return palette->strong_grid;
    case ROADMAP_INK_HEAD:
      return palette->head;
    case ROADMAP_INK_PANEL:
      return palette->panel;
    case ROADMAP_INK_BACKGROUND:
      return palette->background;
    case ROADMAP_INK_HUE:
      return get_hue_colour (palette, hue, EDGE_CONTRAST);
    case ROADMAP_INK_HUE_TEXT:
      return get_hue_colour (palette, hue, TEXT_CONTRAST);
    case ROADMAP_INK_HUE_HINT:
      return palette->hint < 1 ? tint (palette, hue, palette->hint) : get_hue_colour (palette, hue, EDGE_CONTRAST);
    case ROADMAP_INK_NAME_TINT:
      return tint (palette, hue, palette->name_tint);
    case ROADMAP_INK_ROW_TINT:
      return tint (palette, hue, palette->row_tint);
    case ROADMAP_INK_BAR_TINT:
      return tint (palette, hue, palette->bar_tint);
    case ROADMAP_INK_STATUS:
      return strengthen (roadmap_colour_from_hue (hue), &black, &white, TEXT_CONTRAST);
    case ROADMAP_INK_TODAY:
      return palette->today;
    default:
      g_assert_not_reached ();
    }
}

RoadmapColour
roadmap_palette_get_hatch (const RoadmapPalette *palette,
                           guint32               hue)
{
  return tint (palette, hue, palette->hatch_tint);
}

gboolean
roadmap_hue_parse (const char *text,
                   guint32    *hue)
{
  guint64 number;

  if (text == NULL || text[0] != '#' || !g_ascii_string_to_unsigned (text + 1, 16, 0, 0xffffff, &number, NULL))
    return FALSE;

  *hue = number;
  return TRUE;
}

static gboolean
is_lane (RoadmapItem *item)
{
  return roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane");
}

static guint
count_lanes_before (RoadmapItem *lane,
                    RoadmapItem *parent)
{
  guint n = 0;

  for (guint i = 0; i < roadmap_item_get_position (lane); i++)
    if (is_lane (roadmap_item_get_child (parent, i)))
      n++;
  return n;
}

const guint32 *
roadmap_hue_get_family (guint *n_hues)
{
  *n_hues = G_N_ELEMENTS (family);
  return family;
}

guint32
roadmap_lane_get_hue (RoadmapItem *lane)
{
  RoadmapItem *parent = roadmap_item_get_parent (lane);
  guint32 hue;

  if (roadmap_hue_parse (roadmap_item_get (lane, "hue"), &hue))
    return hue;
  if (parent == NULL)
    return family[0];
  if (is_lane (parent))
    return roadmap_lane_get_hue (parent);
  return family[count_lanes_before (lane, parent) % G_N_ELEMENTS (family)];
}

guint32
roadmap_item_get_hue (RoadmapItem *item)
{
  for (; item != NULL; item = roadmap_item_get_parent (item))
    if (is_lane (item))
      return roadmap_lane_get_hue (item);
  return NEUTRAL_HUE;
}

guint32
roadmap_hue_get_pale (guint32 hue)
{
  RoadmapColour colour = roadmap_colour_from_hue (hue);
  RoadmapColour neutral = roadmap_colour_from_hue (NEUTRAL_HUE);
  RoadmapColour pale = mix (&colour, &neutral, PALE);

  return (guint32) round (pale.red * 255) << 16 | (guint32) round (pale.green * 255) << 8 |
         (guint32) round (pale.blue * 255);
}

guint32
roadmap_status_get_hue (RoadmapItem *status)
{
  guint32 hue;

  return roadmap_hue_parse (roadmap_item_get (status, "colour"), &hue) ? hue : NEUTRAL_HUE;
}
