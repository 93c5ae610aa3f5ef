/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <math.h>

#include "chart/style.h"
#include "export/html-parts.h"

/* Colours have a variable each, in the light and, where the browser knows both, in the dark. */
static const struct
{
  const char *name;
  RoadmapInk  ink;
} hue_inks[] = {
  { "edge", ROADMAP_INK_HUE },
  { "num", ROADMAP_INK_HUE_TEXT },
  { "bar", ROADMAP_INK_BAR_TINT },
  { "name", ROADMAP_INK_NAME_TINT },
  { "row", ROADMAP_INK_ROW_TINT },
};

static const struct
{
  const char *name;
  RoadmapInk  ink;
} page_inks[] = {
  { "bg", ROADMAP_INK_BACKGROUND },   { "text", ROADMAP_INK_TEXT },   { "dim", ROADMAP_INK_DIM_TEXT },
  { "grid", ROADMAP_INK_GRID },       { "line", ROADMAP_INK_STRONG_GRID },
  { "head", ROADMAP_INK_HEAD },       { "panel", ROADMAP_INK_PANEL }, { "today", ROADMAP_INK_TODAY },
};

/* Darker rather than lighter, so that rounding takes nothing from the contrast to white. */
static guint
to_dark_number (const RoadmapColour *colour)
{
  return (guint) (colour->red * 255) << 16 | (guint) (colour->green * 255) << 8 | (guint) (colour->blue * 255);
}

static guint
to_number (const RoadmapColour *colour)
{
  return (guint) round (colour->red * 255) << 16 | (guint) round (colour->green * 255) << 8 |
         (guint) round (colour->blue * 255);
}

static void
add_variable (RoadmapHtml         *self,
              const char          *name,
              const RoadmapColour *light,
              const RoadmapColour *dark)
{
  if (dark == NULL)
    g_string_append_printf (self->out, "--%s:#%06x;", name, to_number (light));
  else
    g_string_append_printf (self->out, "--%s:light-dark(#%06x,#%06x);", name, to_number (light), to_number (dark));
}

static void
add_ink (RoadmapHtml *self,
         const char  *name,
         RoadmapInk   ink,
         guint32      hue,
         gboolean     both)
{
  RoadmapColour light = roadmap_palette_get_ink (roadmap_palette_get (ROADMAP_THEME_LIGHT), ink, hue);
  RoadmapColour dark = roadmap_palette_get_ink (roadmap_palette_get (ROADMAP_THEME_DARK), ink, hue);

  add_variable (self, name, &light, both ? &dark : NULL);
}

static void
add_page_colours (RoadmapHtml *self,
                  gboolean     both)
{
  const RoadmapPalette *light = roadmap_palette_get (ROADMAP_THEME_LIGHT);
  const RoadmapPalette *dark = roadmap_palette_get (ROADMAP_THEME_DARK);

  roadmap_html_add (self, ":root{");
  for (gsize i = 0; i < G_N_ELEMENTS (page_inks); i++)
    add_ink (self, page_inks[i].name, page_inks[i].ink, 0, both);
  add_variable (self, "accent", &light->accent, both ? &dark->accent : NULL);
  add_variable (self, "mark", &light->mark, both ? &dark->mark : NULL);
  roadmap_html_add (self, "}\n");
}

static void
add_hue (RoadmapHtml *self,
         guint        index,
         guint32      hue,
         gboolean     both)
{
  RoadmapColour light = roadmap_palette_get_hatch (roadmap_palette_get (ROADMAP_THEME_LIGHT), hue);
  RoadmapColour dark = roadmap_palette_get_hatch (roadmap_palette_get (ROADMAP_THEME_DARK), hue);

  g_string_append_printf (self->out, ".h%u{", index);
  for (gsize i = 0; i < G_N_ELEMENTS (hue_inks); i++)
    add_ink (self, hue_inks[i].name, hue_inks[i].ink, hue, both);
  add_variable (self, "hatch", &light, both ? &dark : NULL);
  roadmap_html_add (self, "}\n");
}

/* (transfer full): every hue that stages and lanes have, once, the neutral one first. */
static GArray *
list_hues (RoadmapHtml *self)
{
  GArray *hues = g_array_new (FALSE, FALSE, sizeof (guint32));
  RoadmapItem *root = roadmap_get_root (self->roadmap);

  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    {
      guint32 hue = roadmap_item_get_hue (item);
      gboolean found = FALSE;

      for (guint i = 0; i < hues->len; i++)
        found |= g_array_index (hues, guint32, i) == hue;
      if (!found)
        g_array_append_val (hues, hue);
    }
  return hues;
}

guint
roadmap_html_get_hue (RoadmapHtml *self,
                      RoadmapItem *item)
{
  guint32 hue = roadmap_item_get_hue (item);

  for (guint i = 0; i < self->hues->len; i++)
    if (g_array_index (self->hues, guint32, i) == hue)
      return i;
  return 0;
}

/* White letters stand on these in the light and in the dark. */
static void
add_statuses (RoadmapHtml *self)
{
  g_autoptr (GPtrArray) statuses = roadmap_list (self->roadmap, NULL, "status");

  for (guint i = 0; i < statuses->len; i++)
    {
      RoadmapItem *status = g_ptr_array_index (statuses, i);
      RoadmapColour colour = roadmap_palette_get_ink (roadmap_palette_get (ROADMAP_THEME_LIGHT), ROADMAP_INK_STATUS,
                                                      roadmap_status_get_hue (status));

      g_string_append_printf (self->out, ".s%u{background:#%06x}\n", roadmap_item_get_position (status),
                              to_dark_number (&colour));
    }
}

/* Words in a reading that is not chosen are not there, for eyes or ears. */
static void
add_readings (RoadmapHtml *self)
{
  for (guint i = 0; i < self->n_readings && self->n_readings > 1; i++)
    g_string_append_printf (self->out, "html[data-l=\"%u\"] .w:not(.l%u){display:none}\n", i, i);
}

/* A browser finds out slowly what is chosen when it is not told by a script, but it does. */
void
roadmap_html_add_plain_style (RoadmapHtml *self)
{
  roadmap_html_add (self, "<noscript><style>\n:root:has(.light:checked){color-scheme:light}\n"
                          ":root:has(.dark:checked){color-scheme:dark}\n");
  for (guint i = 0; i < self->n_readings && self->n_readings > 1; i++)
    g_string_append_printf (self->out,
                            "html:has(.r%u:checked) .w.l%u{display:revert}\n"
                            "html:has(.r%u:checked) .w:not(.l%u){display:none}\n", i, i, i, i);
  roadmap_html_add (self, "</style></noscript>\n");
}

void
roadmap_html_add_style (RoadmapHtml *self)
{
  self->hues = list_hues (self);
  add_page_colours (self, FALSE);
  for (guint i = 0; i < self->hues->len; i++)
    add_hue (self, i, g_array_index (self->hues, guint32, i), FALSE);
  roadmap_html_add (self, "@supports (color:light-dark(#000,#fff)){\n");
  add_page_colours (self, TRUE);
  for (guint i = 0; i < self->hues->len; i++)
    add_hue (self, i, g_array_index (self->hues, guint32, i), TRUE);
  roadmap_html_add (self, "}\n");
  add_statuses (self);
  add_readings (self);
}
