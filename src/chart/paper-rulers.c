/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/paper-rulers.h"

#include <pango/pangocairo.h>

PangoContext *
roadmap_paper_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Nothing may depend on the pixels of a screen. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

static RoadmapRulers *
create_rulers (const char *language)
{
  RoadmapRulers *rulers = g_new (RoadmapRulers, 1);
  PangoContext *context = roadmap_paper_context_new ();
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (ROADMAP_PAPER_FONT);

  pango_context_set_language (context, pango_language_from_string (language));
  rulers->regular = roadmap_text_ruler_new (context, font);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  rulers->bold = roadmap_text_ruler_new (context, font);
  g_object_unref (context);
  return rulers;
}

static void
free_rulers (gpointer data)
{
  RoadmapRulers *rulers = data;

  roadmap_text_ruler_free (rulers->regular);
  roadmap_text_ruler_free (rulers->bold);
  g_free (rulers);
}

/* A thread has a font map of its own, too. */
const RoadmapRulers *
roadmap_rulers_get (const char *language)
{
  static GPrivate tables = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *table = g_private_get (&tables);
  RoadmapRulers *rulers;

  if (table == NULL)
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_rulers);
      g_private_set (&tables, table);
    }
  rulers = g_hash_table_lookup (table, language);
  if (rulers == NULL)
    {
      rulers = create_rulers (language);
      g_hash_table_insert (table, g_strdup (language), rulers);
    }
  return rulers;
}
