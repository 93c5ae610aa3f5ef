/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/print-choices.h"

#define DEFAULT_PAPER "a3"

enum
{
  PROP_0,
  PROP_LAYOUTS,
  PROP_PACK,
  PROP_CHART,
  PROP_EARLIER,
  PROP_LANGUAGE,
  PROP_FILTERED,
  PROP_PAPER,
  PROP_ORIENTATION,
  PROP_MARGIN,
  /* Not remembered: */
  PROP_EDITION,
  PROP_YEAR,
  PROP_SINCE,
  PROP_SINCE_FILE,
  N_PROPS,
  N_REMEMBERED = PROP_EDITION,
};

static GParamSpec *props[N_PROPS];

struct _RoadmapPrintChoices
{
  GObject    parent_instance;

  GSettings *settings;
  GValue     values[N_PROPS];
};

G_DEFINE_FINAL_TYPE (RoadmapPrintChoices, roadmap_print_choices, G_TYPE_OBJECT)

static const char *
get_string (RoadmapPrintChoices *self,
            guint                id)
{
  return g_value_get_string (&self->values[id]);
}

static gboolean
get_boolean (RoadmapPrintChoices *self,
             guint                id)
{
  return g_value_get_boolean (&self->values[id]);
}

static gboolean
are_equal (const GValue *a,
           const GValue *b,
           GParamSpec   *pspec)
{
  if (G_VALUE_HOLDS (a, G_TYPE_STRV))
    return g_value_get_boxed (a) != NULL && g_value_get_boxed (b) != NULL &&
           g_strv_equal (g_value_get_boxed (a), g_value_get_boxed (b));
  return g_param_values_cmp (pspec, a, b) == 0;
}

static void
roadmap_print_choices_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  g_value_copy (&ROADMAP_PRINT_CHOICES (object)->values[id], value);
}

static void
roadmap_print_choices_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  GValue *kept = &ROADMAP_PRINT_CHOICES (object)->values[id];

  if (are_equal (kept, value, pspec))
    return;
  g_value_copy (value, kept);
  g_object_notify_by_pspec (object, pspec);
}

static void
roadmap_print_choices_finalize (GObject *object)
{
  RoadmapPrintChoices *self = ROADMAP_PRINT_CHOICES (object);

  for (guint id = 1; id < N_PROPS; id++)
    g_value_unset (&self->values[id]);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (roadmap_print_choices_parent_class)->finalize (object);
}

static void
roadmap_print_choices_class_init (RoadmapPrintChoicesClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = roadmap_print_choices_get_property;
  object_class->set_property = roadmap_print_choices_set_property;
  object_class->finalize = roadmap_print_choices_finalize;

  props[PROP_LAYOUTS] = g_param_spec_boxed ("layouts", NULL, NULL, G_TYPE_STRV, flags);
  props[PROP_PACK] = g_param_spec_boolean ("pack", NULL, NULL, FALSE, flags);
  props[PROP_CHART] = g_param_spec_string ("chart", NULL, NULL, "", flags);
  props[PROP_EARLIER] = g_param_spec_boolean ("earlier", NULL, NULL, FALSE, flags);
  props[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "", flags);
  props[PROP_FILTERED] = g_param_spec_boolean ("filtered", NULL, NULL, TRUE, flags);
  props[PROP_PAPER] = g_param_spec_string ("paper", NULL, NULL, DEFAULT_PAPER, flags);
  props[PROP_ORIENTATION] = g_param_spec_string ("orientation", NULL, NULL, "landscape", flags);
  props[PROP_MARGIN] = g_param_spec_double ("margin", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);
  props[PROP_EDITION] = g_param_spec_string ("edition", NULL, NULL, "", flags);
  props[PROP_YEAR] = g_param_spec_string ("year", NULL, NULL, "", flags);
  props[PROP_SINCE] = g_param_spec_string ("since", NULL, NULL, "", flags);
  props[PROP_SINCE_FILE] = g_param_spec_object ("since-file", NULL, NULL, G_TYPE_FILE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
roadmap_print_choices_init (RoadmapPrintChoices *self)
{
  self->settings = g_settings_new (APPLICATION_ID ".Print");
  for (guint id = 1; id < N_PROPS; id++)
    {
      g_value_init (&self->values[id], props[id]->value_type);
      g_param_value_set_default (props[id], &self->values[id]);
    }
  /* The settings' keys have the names of the properties. */
  for (guint id = 1; id < N_REMEMBERED; id++)
    g_settings_bind (self->settings, props[id]->name, self, props[id]->name,
                     G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);
}

RoadmapPrintChoices *
roadmap_print_choices_new (void)
{
  return g_object_new (ROADMAP_TYPE_PRINT_CHOICES, NULL);
}

const char *const *
roadmap_print_choices_get_layouts (RoadmapPrintChoices *self)
{
  g_return_val_if_fail (ROADMAP_IS_PRINT_CHOICES (self), NULL);

  return g_value_get_boxed (&self->values[PROP_LAYOUTS]);
}

gboolean
roadmap_print_choices_get_pack (RoadmapPrintChoices *self)
{
  g_return_val_if_fail (ROADMAP_IS_PRINT_CHOICES (self), FALSE);

  return get_boolean (self, PROP_PACK);
}

const char *
roadmap_print_choices_get_chart (RoadmapPrintChoices *self)
{
  g_return_val_if_fail (ROADMAP_IS_PRINT_CHOICES (self), NULL);

  return get_string (self, PROP_CHART);
}

gboolean
roadmap_print_choices_get_earlier (RoadmapPrintChoices *self)
{
  g_return_val_if_fail (ROADMAP_IS_PRINT_CHOICES (self), FALSE);

  return get_boolean (self, PROP_EARLIER);
}

const char *
roadmap_print_choices_get_language (RoadmapPrintChoices *self)
{
  g_return_val_if_fail (ROADMAP_IS_PRINT_CHOICES (self), NULL);

  return get_string (self, PROP_LANGUAGE);
}

gboolean
roadmap_print_choices_get_filtered (RoadmapPrintChoices *self)
{
  g_return_val_if_fail (ROADMAP_IS_PRINT_CHOICES (self), FALSE);

  return get_boolean (self, PROP_FILTERED);
}

const char *
roadmap_print_choices_get_paper_name (RoadmapPrintChoices *self)
{
  g_return_val_if_fail (ROADMAP_IS_PRINT_CHOICES (self), NULL);

  return get_string (self, PROP_PAPER);
}

gboolean
roadmap_print_choices_get_landscape (RoadmapPrintChoices *self)
{
  g_return_val_if_fail (ROADMAP_IS_PRINT_CHOICES (self), FALSE);

  return g_strcmp0 (get_string (self, PROP_ORIENTATION), "portrait") != 0;
}

const char *
roadmap_print_choices_get_edition (RoadmapPrintChoices *self)
{
  g_return_val_if_fail (ROADMAP_IS_PRINT_CHOICES (self), NULL);

  return get_string (self, PROP_EDITION);
}

int
roadmap_print_choices_get_year (RoadmapPrintChoices *self)
{
  g_return_val_if_fail (ROADMAP_IS_PRINT_CHOICES (self), 0);

  return g_ascii_strtoll (get_string (self, PROP_YEAR), NULL, 10);
}

const char *
roadmap_print_choices_get_since (RoadmapPrintChoices *self)
{
  g_return_val_if_fail (ROADMAP_IS_PRINT_CHOICES (self), NULL);

  return get_string (self, PROP_SINCE);
}

GFile *
roadmap_print_choices_get_since_file (RoadmapPrintChoices *self)
{
  g_return_val_if_fail (ROADMAP_IS_PRINT_CHOICES (self), NULL);

  return g_value_get_object (&self->values[PROP_SINCE_FILE]);
}

RoadmapPaper
roadmap_print_choices_get_paper (RoadmapPrintChoices *self)
{
  RoadmapPaper paper;
  double margin;

  if (!ROADMAP_IS_PRINT_CHOICES (self))
    g_return_val_if_reached ((RoadmapPaper) { 0 });

  margin = g_value_get_double (&self->values[PROP_MARGIN]);
  if (!roadmap_paper_find (get_string (self, PROP_PAPER), roadmap_print_choices_get_landscape (self), &paper))
    roadmap_paper_find (DEFAULT_PAPER, roadmap_print_choices_get_landscape (self), &paper);
  if (margin > 0)
    paper.margin = margin * ROADMAP_PAPER_MM;
  return paper;
}
