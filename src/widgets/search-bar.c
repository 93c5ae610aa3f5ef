/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/search-bar.h"

#include <glib/gi18n-lib.h>

#include "widgets/filter-button.h"
#include "widgets/search-hit.h"
#include "widgets/theme.h"

struct _RoadmapSearchBar
{
  AdwBin              parent_instance;

  RoadmapViewState   *state;
  GSignalGroup       *state_signals;
  GSignalGroup       *hits_signals;
  gboolean            searching;
  guint               update_id;

  GtkEditable        *entry;
  GtkWidget          *results;
  GtkLabel           *count;
  GtkStack           *stack;
  GtkWidget          *list;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (RoadmapSearchBar, roadmap_search_bar, ADW_TYPE_BIN)

enum { PROP_0, PROP_STATE, PROP_SEARCHING, N_PROPS };
static GParamSpec *properties[N_PROPS];

static RoadmapHitList *
get_hits (RoadmapSearchBar *self)
{
  return self->state != NULL ? roadmap_view_state_get_hits (self->state) : NULL;
}

static const char *
get_query (RoadmapSearchBar *self)
{
  return self->state != NULL ? roadmap_view_state_get_query (self->state) : NULL;
}

static void
set_searching (RoadmapSearchBar *self,
               gboolean          searching)
{
  if (self->searching == searching)
    return;

  self->searching = searching;
  gtk_widget_set_visible (self->results, searching);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

static char *
describe_count (guint n,
                guint hit)
{
  if (hit < n)
    /* Translators: above the results of a search: which one was gone to last, and how many there are. */
    return g_strdup_printf (_("%u of %u"), hit + 1, n);
  /* Translators: above the results of a search. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u found", "%u found", n), n);
}

static void
show_count (RoadmapSearchBar *self)
{
  guint n = self->searching ? g_list_model_get_n_items (G_LIST_MODEL (get_hits (self))) : 0;
  guint hit = self->searching ? roadmap_view_state_get_hit (self->state) : G_MAXUINT;
  g_autofree char *count = describe_count (n, hit);

  gtk_label_set_label (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "hits" : "nothing");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "hit.next", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "hit.previous", n > 0);
}

/* Where the list stands is where the state stands. */
static void
hit_changed_cb (RoadmapSearchBar *self)
{
  guint hit = roadmap_view_state_get_hit (self->state);

  show_count (self);
  if (gtk_single_selection_get_selected (self->selection) == hit)
    return;
  gtk_single_selection_set_selected (self->selection, hit);
  if (hit != G_MAXUINT)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", hit);
}

static gboolean
update_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  RoadmapSearchBar *self = ROADMAP_SEARCH_BAR (widget);

  self->update_id = 0;
  if (self->searching)
    roadmap_hit_list_refresh (get_hits (self));
  return G_SOURCE_REMOVE;
}

/* The rows are to be shown anew, in another language or theme. */
static void
queue_update (RoadmapSearchBar *self)
{
  if (self->update_id == 0 && self->searching)
    self->update_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_cb, NULL, NULL);
}

static void
search_changed_cb (GtkSearchEntry   *entry,
                   RoadmapSearchBar *self)
{
  if (self->state != NULL)
    roadmap_view_state_set_query (self->state, gtk_editable_get_text (self->entry));
}

/* Setting the text empties the entry first, which it would report at once as an empty query. */
static void
set_text (RoadmapSearchBar *self,
          const char       *text)
{
  if (g_strcmp0 (gtk_editable_get_text (self->entry), text) == 0)
    return;

  g_signal_handlers_block_by_func (self->entry, search_changed_cb, self);
  gtk_editable_set_text (self->entry, text);
  g_signal_handlers_unblock_by_func (self->entry, search_changed_cb, self);
}

static void
query_changed_cb (RoadmapSearchBar *self)
{
  set_text (self, get_query (self) != NULL ? get_query (self) : "");
  set_searching (self, get_query (self) != NULL);
  show_count (self);
}

static void
entry_activate_cb (GtkSearchEntry   *entry,
                   RoadmapSearchBar *self)
{
  /* Enter may come before the entry's delay is over. */
  search_changed_cb (entry, self);
  if (self->state != NULL)
    roadmap_view_state_go_to_hit (self->state, 0);
}

static void
list_activate_cb (GtkListView      *list,
                  guint             position,
                  RoadmapSearchBar *self)
{
  roadmap_view_state_go_to_hit (self->state, position);
}

static void
step_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  roadmap_search_bar_step (ROADMAP_SEARCH_BAR (widget), g_str_has_suffix (action, "next") ? 1 : -1);
}

static gboolean
is_filtered (RoadmapSearchBar *self)
{
  return self->state != NULL && roadmap_view_state_get_filter (self->state) != NULL;
}

static void
clear_query (RoadmapSearchBar *self)
{
  set_text (self, "");
  if (self->state != NULL)
    roadmap_view_state_set_query (self->state, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
go_to_list (RoadmapSearchBar *self)
{
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                RoadmapSearchBar      *self)
{
  gboolean in_list = has_focus (self->list);

  if (modifiers & gtk_accelerator_get_default_mod_mask ())
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Escape && *gtk_editable_get_text (self->entry) != '\0')
    clear_query (self);
  else if (key == GDK_KEY_Escape && is_filtered (self))
    roadmap_view_state_set_filter (self->state, NULL);
  else if (key == GDK_KEY_Down && self->searching && !in_list)
    go_to_list (self);
  else if (key == GDK_KEY_Up && in_list && gtk_single_selection_get_selected (self->selection) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          RoadmapSearchBar   *self)
{
  gtk_list_item_set_child (list_item, roadmap_search_hit_create_row ());
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *list_item,
         RoadmapSearchBar   *self)
{
  roadmap_search_hit_show (gtk_list_item_get_child (list_item), gtk_list_item_get_item (list_item), get_query (self),
                           roadmap_view_state_get_words (self->state));
}

static void
roadmap_search_bar_dispose (GObject *object)
{
  RoadmapSearchBar *self = ROADMAP_SEARCH_BAR (object);

  roadmap_search_bar_set_state (self, NULL);
  g_clear_object (&self->state_signals);
  g_clear_object (&self->hits_signals);

  G_OBJECT_CLASS (roadmap_search_bar_parent_class)->dispose (object);
}

static void
roadmap_search_bar_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  RoadmapSearchBar *self = ROADMAP_SEARCH_BAR (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;
    case PROP_SEARCHING:
      g_value_set_boolean (value, self->searching);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_search_bar_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  RoadmapSearchBar *self = ROADMAP_SEARCH_BAR (object);

  switch (id)
    {
    case PROP_STATE:
      roadmap_search_bar_set_state (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/search-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapSearchBar, entry);
  gtk_widget_class_bind_template_child (widget_class, RoadmapSearchBar, results);
  gtk_widget_class_bind_template_child (widget_class, RoadmapSearchBar, count);
  gtk_widget_class_bind_template_child (widget_class, RoadmapSearchBar, stack);
  gtk_widget_class_bind_template_child (widget_class, RoadmapSearchBar, list);
  gtk_widget_class_bind_template_child (widget_class, RoadmapSearchBar, selection);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
roadmap_search_bar_class_init (RoadmapSearchBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = roadmap_search_bar_dispose;
  object_class->get_property = roadmap_search_bar_get_property;
  object_class->set_property = roadmap_search_bar_set_property;

  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, ROADMAP_TYPE_VIEW_STATE,
                                                flags | G_PARAM_WRITABLE);
  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "hit.next", NULL, step_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "hit.previous", NULL, step_cb);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
roadmap_search_bar_init (RoadmapSearchBar *self)
{
  g_type_ensure (ROADMAP_TYPE_FILTER_BUTTON);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->state_signals = g_signal_group_new (ROADMAP_TYPE_VIEW_STATE);
  g_signal_group_connect_swapped (self->state_signals, "notify::query", G_CALLBACK (query_changed_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::hit", G_CALLBACK (hit_changed_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::language", G_CALLBACK (queue_update), self);
  self->hits_signals = g_signal_group_new (ROADMAP_TYPE_HIT_LIST);
  g_signal_group_connect_swapped (self->hits_signals, "items-changed", G_CALLBACK (show_count), self);
  roadmap_theme_connect (self, G_CALLBACK (queue_update));
}

GtkWidget *
roadmap_search_bar_new (void)
{
  return g_object_new (ROADMAP_TYPE_SEARCH_BAR, NULL);
}

RoadmapViewState *
roadmap_search_bar_get_state (RoadmapSearchBar *self)
{
  g_return_val_if_fail (ROADMAP_IS_SEARCH_BAR (self), NULL);

  return self->state;
}

void
roadmap_search_bar_set_state (RoadmapSearchBar *self,
                              RoadmapViewState *state)
{
  g_return_if_fail (ROADMAP_IS_SEARCH_BAR (self));
  g_return_if_fail (state == NULL || ROADMAP_IS_VIEW_STATE (state));

  if (!g_set_object (&self->state, state))
    return;

  g_signal_group_set_target (self->state_signals, state);
  g_signal_group_set_target (self->hits_signals, get_hits (self));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (get_hits (self)));
  query_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

gboolean
roadmap_search_bar_get_searching (RoadmapSearchBar *self)
{
  g_return_val_if_fail (ROADMAP_IS_SEARCH_BAR (self), FALSE);

  return self->searching;
}

void
roadmap_search_bar_grab (RoadmapSearchBar *self)
{
  g_return_if_fail (ROADMAP_IS_SEARCH_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

void
roadmap_search_bar_step (RoadmapSearchBar *self,
                         int               step)
{
  g_return_if_fail (ROADMAP_IS_SEARCH_BAR (self));

  /* This too may come before the entry's delay is over. */
  search_changed_cb (NULL, self);
  if (self->state != NULL)
    roadmap_view_state_step_hit (self->state, step);
}
