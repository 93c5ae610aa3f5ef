/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/filter-empty.h"

#include <glib/gi18n-lib.h>

#include "chart/axis.h"

struct _RoadmapFilterEmpty
{
  AdwBin            parent_instance;

  RoadmapViewState *state;
  RoadmapItem      *chart;
  GSignalGroup     *state_signals;
  gboolean          covers;
};

G_DEFINE_FINAL_TYPE (RoadmapFilterEmpty, roadmap_filter_empty, ADW_TYPE_BIN)

enum { PROP_0, PROP_STATE, PROP_CHART, PROP_COVERS, N_PROPS };
static GParamSpec *properties[N_PROPS];

static gboolean
is_nothing_left (RoadmapFilterEmpty *self)
{
  Roadmap *roadmap = self->state != NULL ? roadmap_view_state_get_roadmap (self->state) : NULL;
  RoadmapItem *chart = self->chart;
  g_autoptr (GPtrArray) charts = NULL;

  if (roadmap == NULL || roadmap_view_state_get_filter (self->state) == NULL)
    return FALSE;
  if (chart == NULL)
    chart = roadmap_view_state_get_chart (self->state);
  if (chart != NULL)
    return !roadmap_view_state_shows (self->state, chart);

  charts = roadmap_list_charts (roadmap);
  for (guint i = 0; i < charts->len; i++)
    if (roadmap_view_state_shows (self->state, g_ptr_array_index (charts, i)))
      return FALSE;
  return TRUE;
}

static void
clear_cb (RoadmapFilterEmpty *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* The button is about to leave. */
  if (root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
  roadmap_view_state_set_filter (self->state, NULL);
}

/* Few windows ever need it, so it is made for the first that does. */
static GtkWidget *
create_words (RoadmapFilterEmpty *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", "koteihyo-filter-symbolic", "pixel-size", 32, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _("Nothing Passes the Filter"),
                                   "justify", GTK_JUSTIFY_CENTER, "wrap", TRUE, NULL);
  GtkWidget *button = gtk_button_new_with_label (_("Clear Filter"));

  gtk_widget_add_css_class (icon, "dim-label");
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "nothing-here");
  return box;
}

static void
update (RoadmapFilterEmpty *self)
{
  gboolean visible = self->covers && is_nothing_left (self);

  if (visible && adw_bin_get_child (ADW_BIN (self)) == NULL)
    adw_bin_set_child (ADW_BIN (self), create_words (self));
  gtk_widget_set_visible (GTK_WIDGET (self), visible);
}

static void
roadmap_filter_empty_dispose (GObject *object)
{
  RoadmapFilterEmpty *self = ROADMAP_FILTER_EMPTY (object);

  g_clear_object (&self->state_signals);
  g_clear_object (&self->state);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (roadmap_filter_empty_parent_class)->dispose (object);
}

static void
roadmap_filter_empty_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  RoadmapFilterEmpty *self = ROADMAP_FILTER_EMPTY (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;
    case PROP_CHART:
      g_value_set_object (value, self->chart);
      break;
    case PROP_COVERS:
      g_value_set_boolean (value, self->covers);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_filter_empty_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  RoadmapFilterEmpty *self = ROADMAP_FILTER_EMPTY (object);

  switch (id)
    {
    case PROP_STATE:
      g_set_object (&self->state, g_value_get_object (value));
      g_signal_group_set_target (self->state_signals, self->state);
      break;
    case PROP_CHART:
      g_set_object (&self->chart, g_value_get_object (value));
      break;
    case PROP_COVERS:
      self->covers = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  update (self);
}

static void
roadmap_filter_empty_class_init (RoadmapFilterEmptyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = roadmap_filter_empty_dispose;
  object_class->get_property = roadmap_filter_empty_get_property;
  object_class->set_property = roadmap_filter_empty_set_property;

  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, ROADMAP_TYPE_VIEW_STATE, flags);
  properties[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, ROADMAP_TYPE_ITEM, flags);
  properties[PROP_COVERS] = g_param_spec_boolean ("covers", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
roadmap_filter_empty_init (RoadmapFilterEmpty *self)
{
  static const char *const watched[] = { "notify::roadmap", "notify::chart", "notify::filter" };

  self->covers = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "background");
  self->state_signals = g_signal_group_new (ROADMAP_TYPE_VIEW_STATE);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_group_connect_swapped (self->state_signals, watched[i], G_CALLBACK (update), self);
}
