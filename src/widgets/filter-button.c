/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/filter-button.h"

#include <glib/gi18n-lib.h>

#include "model/filter-set.h"
#include "widgets/chip.h"
#include "widgets/facet-words.h"
#include "widgets/theme.h"

struct _RoadmapFilterButton
{
  AdwBin            parent_instance;

  RoadmapViewState *state;
  GSignalGroup     *state_signals;
  GPtrArray        *rows;     /* Row */
  gboolean          updating; /* the check buttons are set by us */

  GtkMenuButton    *button;
  GtkPopover       *popover;
  GtkLabel         *count;
  GtkWidget        *clear;
  GtkBox           *facets;
};

G_DEFINE_FINAL_TYPE (RoadmapFilterButton, roadmap_filter_button, ADW_TYPE_BIN)

enum { PROP_0, PROP_STATE, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* A value to choose. */
typedef struct
{
  RoadmapFacet  facet;
  char         *value;
  char         *title;
  GtkWidget    *check;
  GtkWidget    *count;
} Row;

/* What is asked for most comes first, and what may be long last. */
static const RoadmapFacet order[] = {
  ROADMAP_FACET_LATE, ROADMAP_FACET_STATUS, ROADMAP_FACET_YEAR, ROADMAP_FACET_CATEGORY,
  ROADMAP_FACET_DOMAIN, ROADMAP_FACET_BASIS, ROADMAP_FACET_STAGE,
};

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->value);
  g_free (row->title);
  g_free (row);
}

static Roadmap *
get_roadmap (RoadmapFilterButton *self)
{
  return self->state != NULL ? roadmap_view_state_get_roadmap (self->state) : NULL;
}

static RoadmapFilter *
get_filter (RoadmapFilterButton *self)
{
  return self->state != NULL ? roadmap_view_state_get_filter (self->state) : NULL;
}

static void
toggled_cb (RoadmapFilterButton *self,
            GtkCheckButton      *check)
{
  g_autoptr (RoadmapFilter) filter = NULL;
  Row *row;

  if (self->updating)
    return;
  row = g_object_get_data (G_OBJECT (check), "row");
  filter = roadmap_filter_set (get_filter (self), row->facet, row->value, gtk_check_button_get_active (check));
  roadmap_view_state_set_filter (self->state, filter);
}

static void
update_row (Row                 *row,
            const RoadmapFilter *filter,
            RoadmapFilterCounts *counts)
{
  guint n = roadmap_filter_counts_get (counts, row->facet, row->value);
  gboolean active = roadmap_filter_has (filter, row->facet, row->value);
  g_autofree char *number = g_strdup_printf ("%u", n);
  /* Translators: a value to filter by, and how many bars it would leave, for a screen reader. */
  g_autofree char *name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u bar", "%s, %u bars", n), row->title, n);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (row->check), active);
  gtk_label_set_label (GTK_LABEL (row->count), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* Nothing would be left, which nobody wants to see; but what is chosen can be taken back. */
  gtk_widget_set_sensitive (row->check, n > 0 || active);
}

static void
update_rows (RoadmapFilterButton *self)
{
  const GDate *today = roadmap_view_state_get_today (self->state);
  g_autoptr (RoadmapFilterCounts) counts = roadmap_filter_counts_new (get_roadmap (self), get_filter (self), today);
  g_autofree char *words = NULL;
  guint n = roadmap_filter_counts_get_n_shown (counts), n_all = roadmap_filter_counts_get_n_bars (counts);

  self->updating = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    update_row (g_ptr_array_index (self->rows, i), get_filter (self), counts);
  self->updating = FALSE;

  /* Translators: how many bars the filter shows, of how many. */
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u bar", "%u of %u bars", n_all), n, n_all);
  gtk_label_set_label (self->count, words);
  gtk_widget_set_sensitive (self->clear, get_filter (self) != NULL);
}

static void
append_row (RoadmapFilterButton *self,
            GtkBox              *box,
            RoadmapFacet         facet,
            const char          *value)
{
  const char *language = roadmap_view_state_get_words (self->state);
  RoadmapItem *item = roadmap_facet_find_item (get_roadmap (self), facet, value);
  gboolean lettered = item != NULL && (facet == ROADMAP_FACET_CATEGORY || facet == ROADMAP_FACET_STATUS);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label;
  Row *row = g_new0 (Row, 1);

  row->facet = facet;
  row->value = g_strdup (value);
  row->title = lettered ? roadmap_item_dup_title (item, language)
                        : roadmap_facet_dup_title (get_roadmap (self), facet, value, language);
  row->check = gtk_check_button_new ();
  if (lettered)
    {
      GtkWidget *chip = roadmap_chip_new ();

      roadmap_chip_set_item (ROADMAP_CHIP (chip), item, language);
      gtk_box_append (GTK_BOX (content), chip);
    }
  label = g_object_new (GTK_TYPE_LABEL, "label", row->title, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 24, "width-chars", 16, NULL);
  gtk_box_append (GTK_BOX (content), label);
  row->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (row->count, "dim-label");
  gtk_widget_add_css_class (row->count, "numeric");
  gtk_box_append (GTK_BOX (content), row->count);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (row->check), content);
  g_object_set_data (G_OBJECT (row->check), "row", row);
  g_signal_connect_object (row->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, row->check);
  g_ptr_array_add (self->rows, row);
}

static void
append_facet (RoadmapFilterButton *self,
              RoadmapFacet         facet)
{
  g_auto (GStrv) values = roadmap_facet_list_values (get_roadmap (self), facet);
  GtkWidget *box, *label;

  /* "No status" alone is no choice. */
  if (values[0] == NULL || (facet == ROADMAP_FACET_STATUS && values[1] == NULL))
    return;

  box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                      NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, roadmap_facet_get_label (facet), -1);
  label = g_object_new (GTK_TYPE_LABEL, "label", roadmap_facet_get_label (facet), "xalign", 0.0, NULL);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  for (char **value = values; *value != NULL; value++)
    append_row (self, GTK_BOX (box), facet, *value);
  gtk_box_append (self->facets, box);
}

static void
remove_rows (RoadmapFilterButton *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facets))) != NULL)
    gtk_box_remove (self->facets, child);
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_cb (RoadmapFilterButton *self)
{
  remove_rows (self);
  if (get_roadmap (self) == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    append_facet (self, order[i]);
  update_rows (self);
}

static void
clear_cb (RoadmapFilterButton *self)
{
  /* The button is about to become insensitive, and would lose the focus to nothing. */
  gtk_widget_child_focus (GTK_WIDGET (self->facets), GTK_DIR_TAB_FORWARD);
  roadmap_view_state_set_filter (self->state, NULL);
}

static void
filter_changed_cb (RoadmapFilterButton *self)
{
  gboolean on = get_filter (self) != NULL;

  roadmap_theme_set_class (GTK_WIDGET (self), "on", on);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  on ? _("Filter, on") : _("Filter"), -1);
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)) && self->rows->len > 0)
    update_rows (self);
}

static void
roadmap_changed_cb (RoadmapFilterButton *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), get_roadmap (self) != NULL);
  remove_rows (self);
  gtk_popover_popdown (self->popover);
  filter_changed_cb (self);
}

static void
roadmap_filter_button_dispose (GObject *object)
{
  RoadmapFilterButton *self = ROADMAP_FILTER_BUTTON (object);

  g_clear_object (&self->state_signals);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (roadmap_filter_button_parent_class)->dispose (object);
}

static void
roadmap_filter_button_finalize (GObject *object)
{
  RoadmapFilterButton *self = ROADMAP_FILTER_BUTTON (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (roadmap_filter_button_parent_class)->finalize (object);
}

static void
roadmap_filter_button_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  RoadmapFilterButton *self = ROADMAP_FILTER_BUTTON (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_filter_button_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  RoadmapFilterButton *self = ROADMAP_FILTER_BUTTON (object);

  switch (id)
    {
    case PROP_STATE:
      roadmap_filter_button_set_state (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_filter_button_class_init (RoadmapFilterButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = roadmap_filter_button_dispose;
  object_class->finalize = roadmap_filter_button_finalize;
  object_class->get_property = roadmap_filter_button_get_property;
  object_class->set_property = roadmap_filter_button_set_property;

  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, ROADMAP_TYPE_VIEW_STATE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapFilterButton, button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapFilterButton, popover);
  gtk_widget_class_bind_template_child (widget_class, RoadmapFilterButton, count);
  gtk_widget_class_bind_template_child (widget_class, RoadmapFilterButton, clear);
  gtk_widget_class_bind_template_child (widget_class, RoadmapFilterButton, facets);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
roadmap_filter_button_init (RoadmapFilterButton *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);

  self->state_signals = g_signal_group_new (ROADMAP_TYPE_VIEW_STATE);
  g_signal_group_connect_swapped (self->state_signals, "notify::filter", G_CALLBACK (filter_changed_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::roadmap", G_CALLBACK (roadmap_changed_cb), self);
}

GtkWidget *
roadmap_filter_button_new (void)
{
  return g_object_new (ROADMAP_TYPE_FILTER_BUTTON, NULL);
}

void
roadmap_filter_button_set_state (RoadmapFilterButton *self,
                                 RoadmapViewState    *state)
{
  g_return_if_fail (ROADMAP_IS_FILTER_BUTTON (self));
  g_return_if_fail (state == NULL || ROADMAP_IS_VIEW_STATE (state));

  if (!g_set_object (&self->state, state))
    return;
  g_signal_group_set_target (self->state_signals, state);
  roadmap_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}
