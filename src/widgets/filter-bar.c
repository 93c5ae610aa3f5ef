/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/filter-bar.h"

#include <glib/gi18n-lib.h>

#include "widgets/chip.h"
#include "widgets/facet-words.h"
#include "widgets/theme.h"
#include "widgets/wrap-layout.h"

#define SPACING 6

struct _RoadmapFilterBar
{
  AdwBin            parent_instance;

  RoadmapViewState *state;
  GSignalGroup     *state_signals;
  GSignalGroup     *hits_signals;
  guint             update_id;

  GtkBox           *chips; /* the last children are these two */
  GtkLabel         *count;
  GtkWidget        *clear;
};

G_DEFINE_FINAL_TYPE (RoadmapFilterBar, roadmap_filter_bar, ADW_TYPE_BIN)

enum { PROP_0, PROP_STATE, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* What a chip stands for: a value of a facet, or (NULL) the query. */
typedef struct
{
  RoadmapFacet  facet;
  char         *value;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->value);
  g_free (choice);
}

static Roadmap *
get_roadmap (RoadmapFilterBar *self)
{
  return self->state != NULL ? roadmap_view_state_get_roadmap (self->state) : NULL;
}

static RoadmapFilter *
get_filter (RoadmapFilterBar *self)
{
  return self->state != NULL ? roadmap_view_state_get_filter (self->state) : NULL;
}

static const char *
get_query (RoadmapFilterBar *self)
{
  return self->state != NULL ? roadmap_view_state_get_query (self->state) : NULL;
}

static GtkWidget *
get_chip (RoadmapFilterBar *self,
          guint             position)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  for (; chip != NULL && position > 0; position--)
    chip = gtk_widget_get_next_sibling (chip);
  return chip;
}

/* Of the chip, or the button behind them, that has the focus; -1 if none has. */
static int
find_focus (RoadmapFilterBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *chip;

  for (int i = 0; focus != NULL && (chip = get_chip (self, i)) != NULL; i++)
    if (focus == chip || gtk_widget_is_ancestor (focus, chip))
      return i;
  return -1;
}

static gboolean
is_chip (RoadmapFilterBar *self,
         GtkWidget        *child)
{
  return child != NULL && child != self->clear && child != GTK_WIDGET (self->count);
}

static void
take_away (RoadmapFilterBar *self,
           GtkWidget        *chip)
{
  Choice *choice = g_object_get_data (G_OBJECT (chip), "choice");
  g_autoptr (RoadmapFilter) filter = NULL;

  if (choice->value == NULL)
    {
      roadmap_view_state_set_query (self->state, NULL);
      return;
    }
  filter = roadmap_filter_set (get_filter (self), choice->facet, choice->value, FALSE);
  roadmap_view_state_set_filter (self->state, filter);
}

static void
clicked_cb (RoadmapFilterBar *self,
            GtkWidget        *chip)
{
  take_away (self, chip);
}

static void
clear_cb (RoadmapFilterBar *self)
{
  roadmap_view_state_set_query (self->state, NULL);
  roadmap_view_state_set_filter (self->state, NULL);
}

static void
append_chip (RoadmapFilterBar *self,
             Choice           *choice,
             const char       *words,
             RoadmapItem      *status)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *label;
  /* Translators: of a chip that shows what the view is filtered by, for a screen reader. */
  g_autofree char *name = g_strdup_printf (_("%s, remove"), words);

  if (status != NULL)
    {
      GtkWidget *letter = roadmap_chip_new ();

      roadmap_chip_set_item (ROADMAP_CHIP (letter), status, roadmap_view_state_get_words (self->state));
      gtk_box_append (GTK_BOX (content), letter);
    }
  label = g_object_new (GTK_TYPE_LABEL, "label", words, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));

  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_add_css_class (chip, "filter-chip");
  gtk_widget_set_tooltip_text (chip, _("Remove (Delete)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (chip), "choice", choice, choice_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (chip, GTK_WIDGET (self->chips), GTK_WIDGET (self->count));
}

static void
append_query (RoadmapFilterBar *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (roadmap_view_state_get_hits (self->state)));
  Choice *choice = g_new0 (Choice, 1);
  g_autofree char *words =
    /* Translators: what is searched for, and how many results there are. */
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%s”: %u result", "“%s”: %u results", n), get_query (self), n);

  append_chip (self, choice, words, NULL);
}

static void
append_values (RoadmapFilterBar *self,
               RoadmapFacet      facet)
{
  const char *const *values = roadmap_filter_get_values (get_filter (self), facet);
  const char *language = roadmap_view_state_get_words (self->state);

  for (; values != NULL && *values != NULL; values++)
    {
      Choice *choice = g_new0 (Choice, 1);
      RoadmapItem *item = facet == ROADMAP_FACET_STATUS ? roadmap_facet_find_item (get_roadmap (self), facet, *values)
                                                        : NULL;
      g_autofree char *words = roadmap_facet_dup_phrase (get_roadmap (self), facet, *values, language);

      choice->facet = facet;
      choice->value = g_strdup (*values);
      append_chip (self, choice, words, item);
    }
}

static void
remove_chips (RoadmapFilterBar *self)
{
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != GTK_WIDGET (self->count))
    gtk_box_remove (self->chips, chip);
}

static void
show_count (RoadmapFilterBar *self)
{
  guint n_bars, n = roadmap_view_state_count_shown (self->state, &n_bars);
  /* Translators: how many bars the filter shows, of how many. */
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u bar", "%u of %u bars", n_bars), n, n_bars);

  gtk_label_set_label (self->count, words);
  gtk_widget_set_visible (GTK_WIDGET (self->count), get_filter (self) != NULL);
}

static void
update (RoadmapFilterBar *self)
{
  gboolean something = get_roadmap (self) != NULL && (get_filter (self) != NULL || get_query (self) != NULL);
  int focus = find_focus (self);

  /* The focus must not go to a widget that is about to leave. */
  if (focus >= 0)
    gtk_widget_grab_focus (self->clear);
  if (focus >= 0 && !something)
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
  remove_chips (self);
  gtk_widget_set_visible (GTK_WIDGET (self), something);
  if (!something)
    return;

  if (get_query (self) != NULL)
    append_query (self);
  for (guint facet = 0; facet < ROADMAP_N_FACETS; facet++)
    append_values (self, facet);
  show_count (self);
  if (focus >= 0)
    gtk_widget_grab_focus (is_chip (self, get_chip (self, focus)) ? get_chip (self, focus) : self->clear);
}

static gboolean
update_cb (gpointer data)
{
  RoadmapFilterBar *self = data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Once for all that changes at a time; not in a frame, of which there is none while the bar is not visible. */
static void
queue_update (RoadmapFilterBar *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                RoadmapFilterBar      *self)
{
  int focus = find_focus (self);
  GtkWidget *chip = focus >= 0 ? get_chip (self, focus) : NULL;

  if (chip == NULL || modifiers & gtk_accelerator_get_default_mod_mask ())
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Escape)
    clear_cb (self);
  else if ((key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete || key == GDK_KEY_BackSpace) && is_chip (self, chip))
    take_away (self, chip);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
roadmap_filter_bar_dispose (GObject *object)
{
  RoadmapFilterBar *self = ROADMAP_FILTER_BAR (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->state_signals);
  g_clear_object (&self->hits_signals);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (roadmap_filter_bar_parent_class)->dispose (object);
}

static void
roadmap_filter_bar_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  RoadmapFilterBar *self = ROADMAP_FILTER_BAR (object);

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
roadmap_filter_bar_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  RoadmapFilterBar *self = ROADMAP_FILTER_BAR (object);

  switch (id)
    {
    case PROP_STATE:
      roadmap_filter_bar_set_state (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_filter_bar_class_init (RoadmapFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = roadmap_filter_bar_dispose;
  object_class->get_property = roadmap_filter_bar_get_property;
  object_class->set_property = roadmap_filter_bar_set_property;

  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, ROADMAP_TYPE_VIEW_STATE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, RoadmapFilterBar, count);
  gtk_widget_class_bind_template_child (widget_class, RoadmapFilterBar, clear);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
roadmap_filter_bar_init (RoadmapFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->chips), roadmap_wrap_layout_new (SPACING));

  self->state_signals = g_signal_group_new (ROADMAP_TYPE_VIEW_STATE);
  for (guint i = 0; i < 4; i++)
    {
      static const char *const watched[] = { "notify::roadmap", "notify::filter", "notify::query", "notify::language" };

      g_signal_group_connect_swapped (self->state_signals, watched[i], G_CALLBACK (queue_update), self);
    }
  self->hits_signals = g_signal_group_new (ROADMAP_TYPE_HIT_LIST);
  g_signal_group_connect_swapped (self->hits_signals, "items-changed", G_CALLBACK (queue_update), self);
  roadmap_theme_connect (self, G_CALLBACK (queue_update));
}

GtkWidget *
roadmap_filter_bar_new (void)
{
  return g_object_new (ROADMAP_TYPE_FILTER_BAR, NULL);
}

void
roadmap_filter_bar_set_state (RoadmapFilterBar *self,
                              RoadmapViewState *state)
{
  g_return_if_fail (ROADMAP_IS_FILTER_BAR (self));
  g_return_if_fail (state == NULL || ROADMAP_IS_VIEW_STATE (state));

  if (!g_set_object (&self->state, state))
    return;
  g_signal_group_set_target (self->state_signals, state);
  g_signal_group_set_target (self->hits_signals, state != NULL ? roadmap_view_state_get_hits (state) : NULL);
  queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}
