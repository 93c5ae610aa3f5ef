/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/view-state.h"

struct _RoadmapViewState
{
  GObject      parent_instance;

  Roadmap     *roadmap;
  RoadmapItem *selected;
  RoadmapItem *chart;
  char        *language;
  GDate       *today;
  double       zoom;
  char        *query;
};

G_DEFINE_FINAL_TYPE (RoadmapViewState, roadmap_view_state, G_TYPE_OBJECT)

enum { PROP_0, PROP_ROADMAP, PROP_SELECTED, PROP_CHART, PROP_LANGUAGE, PROP_TODAY, PROP_ZOOM, PROP_QUERY, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
notify (RoadmapViewState *self,
        guint             property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* What left the roadmap can no longer be shown. */
static void
roadmap_changed_cb (Roadmap           *roadmap,
                    const RoadmapEdit *edit,
                    RoadmapViewState  *self)
{
  if (edit->type != ROADMAP_EDIT_REMOVE)
    return;
  if (self->selected != NULL && roadmap_item_is_within (self->selected, edit->item))
    roadmap_view_state_set_selected (self, NULL);
  if (self->chart != NULL && roadmap_item_is_within (self->chart, edit->item))
    roadmap_view_state_set_chart (self, NULL);
}

static void
roadmap_view_state_finalize (GObject *object)
{
  RoadmapViewState *self = ROADMAP_VIEW_STATE (object);

  g_clear_object (&self->roadmap);
  g_clear_object (&self->selected);
  g_clear_object (&self->chart);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->today, g_date_free);
  g_clear_pointer (&self->query, g_free);

  G_OBJECT_CLASS (roadmap_view_state_parent_class)->finalize (object);
}

static void
roadmap_view_state_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  RoadmapViewState *self = ROADMAP_VIEW_STATE (object);

  switch (id)
    {
    case PROP_ROADMAP:
      g_value_set_object (value, self->roadmap);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_CHART:
      g_value_set_object (value, self->chart);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_TODAY:
      g_value_set_boxed (value, self->today);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_QUERY:
      g_value_set_string (value, self->query);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_view_state_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  RoadmapViewState *self = ROADMAP_VIEW_STATE (object);

  switch (id)
    {
    case PROP_ROADMAP:
      roadmap_view_state_set_roadmap (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      roadmap_view_state_set_selected (self, g_value_get_object (value));
      break;
    case PROP_CHART:
      roadmap_view_state_set_chart (self, g_value_get_object (value));
      break;
    case PROP_LANGUAGE:
      roadmap_view_state_set_language (self, g_value_get_string (value));
      break;
    case PROP_TODAY:
      roadmap_view_state_set_today (self, g_value_get_boxed (value));
      break;
    case PROP_ZOOM:
      roadmap_view_state_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_QUERY:
      roadmap_view_state_set_query (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_view_state_class_init (RoadmapViewStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = roadmap_view_state_finalize;
  object_class->get_property = roadmap_view_state_get_property;
  object_class->set_property = roadmap_view_state_set_property;

  properties[PROP_ROADMAP] = g_param_spec_object ("roadmap", NULL, NULL, ROADMAP_TYPE_ROADMAP, flags);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, ROADMAP_TYPE_ITEM, flags);
  properties[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, ROADMAP_TYPE_ITEM, flags);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  properties[PROP_TODAY] = g_param_spec_boxed ("today", NULL, NULL, G_TYPE_DATE, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 1.0, ROADMAP_ZOOM_MAX, 1.0, flags);
  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
roadmap_view_state_init (RoadmapViewState *self)
{
  self->zoom = 1.0;
}

RoadmapViewState *
roadmap_view_state_new (void)
{
  return g_object_new (ROADMAP_TYPE_VIEW_STATE, NULL);
}

Roadmap *
roadmap_view_state_get_roadmap (RoadmapViewState *self)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), NULL);

  return self->roadmap;
}

void
roadmap_view_state_set_roadmap (RoadmapViewState *self,
                                Roadmap          *roadmap)
{
  g_autoptr (Roadmap) old = NULL;

  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));
  g_return_if_fail (roadmap == NULL || ROADMAP_IS_ROADMAP (roadmap));

  if (self->roadmap == roadmap)
    return;

  roadmap_view_state_set_selected (self, NULL);
  old = g_steal_pointer (&self->roadmap);
  if (old != NULL)
    g_signal_handlers_disconnect_by_func (old, roadmap_changed_cb, self);
  if (roadmap != NULL)
    {
      self->roadmap = g_object_ref (roadmap);
      g_signal_connect_object (roadmap, "changed", G_CALLBACK (roadmap_changed_cb), self, 0);
    }

  /* Views rebuild for the new roadmap, so its chart must not be one of the old roadmap by then. */
  if (g_set_object (&self->chart, NULL))
    notify (self, PROP_CHART);
  notify (self, PROP_ROADMAP);
}

RoadmapItem *
roadmap_view_state_get_selected (RoadmapViewState *self)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), NULL);

  return self->selected;
}

void
roadmap_view_state_set_selected (RoadmapViewState *self,
                                 RoadmapItem      *item)
{
  RoadmapItem *chart;

  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));
  g_return_if_fail (item == NULL || ROADMAP_IS_ITEM (item));

  if (!g_set_object (&self->selected, item))
    return;

  chart = item != NULL ? roadmap_item_find_around (item, "chart") : NULL;
  if (chart != NULL && (self->chart != NULL || g_strcmp0 (roadmap_item_get (chart, "role"), "earlier") == 0))
    roadmap_view_state_set_chart (self, chart);
  notify (self, PROP_SELECTED);
}

RoadmapItem *
roadmap_view_state_get_chart (RoadmapViewState *self)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), NULL);

  return self->chart;
}

void
roadmap_view_state_set_chart (RoadmapViewState *self,
                              RoadmapItem      *chart)
{
  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));
  g_return_if_fail (chart == NULL || roadmap_item_is (chart, "chart"));

  if (g_set_object (&self->chart, chart))
    notify (self, PROP_CHART);
}

const char *
roadmap_view_state_get_language (RoadmapViewState *self)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), NULL);

  return self->language;
}

void
roadmap_view_state_set_language (RoadmapViewState *self,
                                 const char       *language)
{
  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));

  if (g_strcmp0 (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  notify (self, PROP_LANGUAGE);
}

const char *
roadmap_view_state_get_words (RoadmapViewState *self)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), NULL);

  if (self->language != NULL)
    return self->language;
  return self->roadmap != NULL ? roadmap_get_language (self->roadmap) : "en";
}

const GDate *
roadmap_view_state_get_today (RoadmapViewState *self)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), NULL);

  return self->today;
}

void
roadmap_view_state_set_today (RoadmapViewState *self,
                              const GDate      *today)
{
  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));
  g_return_if_fail (today == NULL || g_date_valid (today));

  if ((self->today == NULL && today == NULL) ||
      (self->today != NULL && today != NULL && g_date_compare (self->today, today) == 0))
    return;
  g_clear_pointer (&self->today, g_date_free);
  self->today = today != NULL ? g_date_copy (today) : NULL;
  notify (self, PROP_TODAY);
}

double
roadmap_view_state_get_zoom (RoadmapViewState *self)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), 1.0);

  return self->zoom;
}

void
roadmap_view_state_set_zoom (RoadmapViewState *self,
                             double            zoom)
{
  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));

  zoom = CLAMP (zoom, 1.0, ROADMAP_ZOOM_MAX);
  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  notify (self, PROP_ZOOM);
}

const char *
roadmap_view_state_get_query (RoadmapViewState *self)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), NULL);

  return self->query;
}

void
roadmap_view_state_set_query (RoadmapViewState *self,
                              const char       *query)
{
  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));

  if (query != NULL && *query == '\0')
    query = NULL;
  if (g_strcmp0 (self->query, query) == 0)
    return;
  g_free (self->query);
  self->query = g_strdup (query);
  notify (self, PROP_QUERY);
}

