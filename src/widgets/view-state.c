/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/view-state-private.h"

#include "model/edition.h"

G_DEFINE_FINAL_TYPE (RoadmapViewState, roadmap_view_state, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ROADMAP,
  PROP_SELECTED,
  PROP_SELECTION,
  PROP_CHART,
  PROP_LANGUAGE,
  PROP_TODAY,
  PROP_ZOOM,
  PROP_QUERY,
  PROP_HIT,
  PROP_FILTER,
  PROP_FILTER_TEXT,
  PROP_DENSITY,
  PROP_EARLIER,
  PROP_COLLAPSED,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

static void
notify (RoadmapViewState *self,
        guint             property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
hit_changed_cb (gpointer self)
{
  notify (self, PROP_HIT);
}

static gboolean
may_find_cb (RoadmapItem *item,
             gpointer     state)
{
  return roadmap_view_state_holds (state, item);
}

/* What left the roadmap can no longer be shown. */
static void
roadmap_changed_cb (Roadmap           *roadmap,
                    const RoadmapEdit *edit,
                    RoadmapViewState  *self)
{
  RoadmapFilterSet *shown = roadmap_view_filter_get_shown (self->filter);
  gboolean others = shown != NULL && roadmap_filter_set_update (shown, edit);

  roadmap_hit_list_update (roadmap_view_state_get_hits (self), edit);
  if (others)
    notify (self, PROP_FILTER);
  if (!roadmap_edit_takes_out (edit))
    return;
  roadmap_view_state_drop_selected (self, edit->item);
  if (self->chart != NULL && roadmap_item_is_within (self->chart, edit->item))
    roadmap_view_state_set_chart (self, NULL);
}

static void
roadmap_view_state_finalize (GObject *object)
{
  RoadmapViewState *self = ROADMAP_VIEW_STATE (object);

  g_clear_pointer (&self->hits, roadmap_view_hits_free);
  g_clear_pointer (&self->filter, roadmap_view_filter_free);
  g_clear_object (&self->roadmap);
  roadmap_view_state_clear_selection (self);
  g_clear_object (&self->chart);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->today, g_date_free);
  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->collapsed, g_hash_table_unref);

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
    case PROP_SELECTION:
      g_value_set_boxed (value, self->selection);
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
    case PROP_HIT:
      g_value_set_uint (value, roadmap_view_hits_get (self->hits));
      break;
    case PROP_FILTER:
      g_value_set_boxed (value, roadmap_view_filter_get (self->filter));
      break;
    case PROP_FILTER_TEXT:
      g_value_take_string (value, roadmap_filter_dup_text (roadmap_view_filter_get (self->filter)));
      break;
    case PROP_DENSITY:
      g_value_set_uint (value, self->density);
      break;
    case PROP_EARLIER:
      g_value_set_boolean (value, self->earlier);
      break;
    case PROP_COLLAPSED:
      g_value_take_boxed (value, roadmap_view_state_dup_collapsed (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_filter_text (RoadmapViewState *self,
                 const char       *text)
{
  g_autoptr (RoadmapFilter) filter = roadmap_view_filter_read (text);

  roadmap_view_state_set_filter (self, filter);
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
    case PROP_FILTER:
      roadmap_view_state_set_filter (self, g_value_get_boxed (value));
      break;
    case PROP_FILTER_TEXT:
      set_filter_text (self, g_value_get_string (value));
      break;
    case PROP_DENSITY:
      roadmap_view_state_set_density (self, g_value_get_uint (value));
      break;
    case PROP_EARLIER:
      roadmap_view_state_set_earlier (self, g_value_get_boolean (value));
      break;
    case PROP_COLLAPSED:
      roadmap_view_state_set_collapsed (self, g_value_get_boxed (value));
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
  properties[PROP_SELECTION] = g_param_spec_boxed ("selection", NULL, NULL, G_TYPE_PTR_ARRAY,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, ROADMAP_TYPE_ITEM, flags);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  properties[PROP_TODAY] = g_param_spec_boxed ("today", NULL, NULL, G_TYPE_DATE, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 1.0, ROADMAP_ZOOM_MAX, 1.0, flags);
  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, NULL, flags);
  properties[PROP_HIT] = g_param_spec_uint ("hit", NULL, NULL, 0, G_MAXUINT, G_MAXUINT,
                                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, ROADMAP_TYPE_FILTER, flags);
  properties[PROP_FILTER_TEXT] = g_param_spec_string ("filter-text", NULL, NULL, NULL, flags);
  properties[PROP_DENSITY] = g_param_spec_uint ("density", NULL, NULL, 0, ROADMAP_DENSITY_COMPACT, 0, flags);
  properties[PROP_EARLIER] = g_param_spec_boolean ("earlier", NULL, NULL, FALSE, flags);
  properties[PROP_COLLAPSED] = g_param_spec_boxed ("collapsed", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
roadmap_view_state_init (RoadmapViewState *self)
{
  self->zoom = 1.0;
  roadmap_view_state_init_selection (self);
  self->collapsed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->filter = roadmap_view_filter_new ();
  self->hits = roadmap_view_hits_new (may_find_cb, hit_changed_cb, self);
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
  gboolean filtered;

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

  filtered = roadmap_view_filter_set_roadmap (self->filter, roadmap);
  roadmap_hit_list_set_roadmap (roadmap_view_state_get_hits (self), roadmap);

  /* Views rebuild for the new roadmap, so its chart must not be one of the old roadmap by then. */
  if (g_set_object (&self->chart, NULL))
    notify (self, PROP_CHART);
  notify (self, PROP_ROADMAP);
  if (filtered)
    roadmap_view_state_notify_filter (self);
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
  gboolean late;

  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));
  g_return_if_fail (today == NULL || g_date_valid (today));

  if ((self->today == NULL && today == NULL) ||
      (self->today != NULL && today != NULL && g_date_compare (self->today, today) == 0))
    return;
  g_clear_pointer (&self->today, g_date_free);
  self->today = today != NULL ? g_date_copy (today) : NULL;
  late = roadmap_view_filter_set_today (self->filter, today);
  notify (self, PROP_TODAY);
  if (late)
    roadmap_view_state_notify_shown (self);
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

RoadmapDensity
roadmap_view_state_get_density (RoadmapViewState *self)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), ROADMAP_DENSITY_COMFORTABLE);

  return self->density;
}

void
roadmap_view_state_set_density (RoadmapViewState *self,
                                RoadmapDensity    density)
{
  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));

  if (self->density == density)
    return;
  self->density = density;
  notify (self, PROP_DENSITY);
}

gboolean
roadmap_view_state_get_earlier (RoadmapViewState *self)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), FALSE);

  return self->earlier;
}

void
roadmap_view_state_set_earlier (RoadmapViewState *self,
                                gboolean          earlier)
{
  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));

  if (self->earlier == earlier)
    return;
  self->earlier = earlier;
  notify (self, PROP_EARLIER);
}
