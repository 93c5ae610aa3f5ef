/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/document-view.h"

#include <string.h>

#include "widgets/contents.h"
#include "widgets/list-menu.h"
#include "widgets/passage-model.h"
#include "widgets/passage-row.h"
#include "widgets/passage-rows.h"
#include "widgets/passage-travel.h"
#include "widgets/passage-words.h"
#include "widgets/theme.h"

/* A line of reading text, in letters of the font: forty kanji, about eighty Latin letters. */
#define MEASURE 40

struct _RoadmapDocumentView
{
  AdwBin                parent_instance;

  RoadmapViewState     *state;
  GSignalGroup         *state_signals;
  GSignalGroup         *roadmap_signals;
  RoadmapListMenu      *menu;

  GtkWidget            *bar;
  GtkDropDown          *pages;
  GtkWidget            *translation;
  GtkToggleButton      *adopted;
  GtkWidget            *clamp;
  GtkListView          *list;

  RoadmapContents      *contents;
  RoadmapPassageModel  *passages;
  RoadmapPassageRows   *rows;
  RoadmapPassageTravel *travel;
  gboolean              stale;  /* the text has to be read again */
  guint                 update_id;
  guint                 follow_id;
  RoadmapItem          *origin; /* where the last mark was followed from */
};

G_DEFINE_FINAL_TYPE (RoadmapDocumentView, roadmap_document_view, ADW_TYPE_BIN)

enum { PROP_0, PROP_STATE, PROP_MENU_MODEL, N_PROPS };
static GParamSpec *properties[N_PROPS];

static Roadmap *
get_roadmap (RoadmapDocumentView *self)
{
  return self->state != NULL ? roadmap_view_state_get_roadmap (self->state) : NULL;
}

static const RoadmapPassage *
get_passage (GtkListItem *list_item)
{
  return roadmap_passage_object_get (gtk_list_item_get_item (list_item));
}

static void
mark_row_cb (gpointer list_item,
             gpointer user_data)
{
  RoadmapDocumentView *self = user_data;
  RoadmapPassageRow *row = ROADMAP_PASSAGE_ROW (gtk_list_item_get_child (list_item));
  const RoadmapPassage *passage = get_passage (list_item);
  RoadmapItem *selected = roadmap_view_state_get_selected (self->state);

  roadmap_passage_row_set_current (row, selected != NULL && passage->item == selected &&
                                        passage->form != ROADMAP_PASSAGE_PAGE);
  roadmap_passage_row_set_revealed (row, gtk_list_item_get_position (list_item) ==
                                          roadmap_passage_travel_get_revealed (self->travel));
}

static void
mark_rows (RoadmapDocumentView *self)
{
  roadmap_passage_rows_foreach (self->rows, mark_row_cb, self);
}

static void
show_row_cb (gpointer list_item,
             gpointer user_data)
{
  RoadmapDocumentView *self = user_data;
  RoadmapPassageRow *row = ROADMAP_PASSAGE_ROW (gtk_list_item_get_child (list_item));
  guint position = gtk_list_item_get_position (list_item);
  const RoadmapPassage *before = position > 0 ? roadmap_passage_model_get (self->passages, position - 1) : NULL;

  roadmap_passage_row_show (row, self->state, get_passage (list_item), before,
                            gtk_toggle_button_get_active (self->adopted));
  mark_row_cb (list_item, self);
}

static void
show_rows (RoadmapDocumentView *self)
{
  if (get_roadmap (self) != NULL)
    roadmap_passage_rows_foreach (self->rows, show_row_cb, self);
}

/* The text is only read when somebody looks at it. */
static void
read_text (RoadmapDocumentView *self)
{
  Roadmap *roadmap = get_roadmap (self);

  self->stale = FALSE;
  roadmap_passage_model_read (self->passages, roadmap);
  roadmap_contents_fill (self->contents, roadmap, roadmap_passage_model_get_all (self->passages),
                         roadmap != NULL ? roadmap_view_state_get_words (self->state) : NULL);
}

static gboolean
follow_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  RoadmapDocumentView *self = ROADMAP_DOCUMENT_VIEW (widget);
  guint top = roadmap_passage_rows_find_top (self->rows);

  self->follow_id = 0;
  if (top != GTK_INVALID_LIST_POSITION && !roadmap_passage_travel_is_under_way (self->travel))
    roadmap_contents_follow (self->contents, top);
  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (RoadmapDocumentView *self)
{
  if (self->follow_id == 0)
    self->follow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), follow_cb, NULL, NULL);
}

/* Getting somewhere */

static guint
find_cb (RoadmapItem *item,
         gpointer     user_data)
{
  RoadmapDocumentView *self = user_data;
  guint position;

  if (self->stale)
    read_text (self);
  if (!roadmap_reading_find (roadmap_passage_model_get_all (self->passages), item, &position))
    return GTK_INVALID_LIST_POSITION;
  return position;
}

/* The last page may be too short to come to stand at the top; the list of pages tells that one all the same. */
static void
arrived_cb (guint    revealed,
            gpointer user_data)
{
  RoadmapDocumentView *self = user_data;

  if (revealed == GTK_INVALID_LIST_POSITION)
    {
      scrolled_cb (self);
      return;
    }
  if (self->follow_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->follow_id);
  self->follow_id = 0;
  roadmap_contents_follow (self->contents, revealed);
}

static void
marked_cb (gpointer self)
{
  mark_rows (self);
}

static const RoadmapPassageTravelFuncs travel_funcs = { find_cb, arrived_cb, marked_cb };

/* By its position: an item may have passages on several pages. */
static void
page_chosen_cb (guint    position,
                gpointer user_data)
{
  roadmap_passage_travel_to_position (ROADMAP_DOCUMENT_VIEW (user_data)->travel, position);
}

static gboolean
update_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  RoadmapDocumentView *self = ROADMAP_DOCUMENT_VIEW (widget);

  self->update_id = 0;
  if (self->stale)
    read_text (self);
  show_rows (self);
  scrolled_cb (self);
  return G_SOURCE_REMOVE;
}

/* Many edits of one frame cost one update, and none while the view is not shown. */
static void
queue_update (RoadmapDocumentView *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_cb, NULL, NULL);
}

static void
queue_reading (RoadmapDocumentView *self)
{
  self->stale = TRUE;
  queue_update (self);
}

/* Whether an edit leaves all passages where they are. */
static gboolean
keeps_passages (const RoadmapEdit *edit)
{
  static const char *const placing[] = { "source", "page", "for", NULL };

  if (edit->type != ROADMAP_EDIT_SET || g_strv_contains (placing, edit->field->name))
    return FALSE;
  return !roadmap_field_is_text (edit->field) || (edit->value != NULL && edit->old_value != NULL);
}

static void
roadmap_changed_cb (Roadmap             *roadmap,
                    const RoadmapEdit   *edit,
                    RoadmapDocumentView *self)
{
  if (!keeps_passages (edit))
    self->stale = TRUE;
  queue_update (self);
}

static void
show_translation (RoadmapDocumentView *self)
{
  Roadmap *roadmap = get_roadmap (self);
  gboolean translated = roadmap != NULL && g_strcmp0 (roadmap_view_state_get_words (self->state),
                                                      roadmap_get_language (roadmap)) != 0;

  gtk_widget_set_visible (self->translation, translated);
  gtk_widget_set_visible (GTK_WIDGET (self->adopted), translated);
}

static void
roadmap_replaced_cb (RoadmapDocumentView *self)
{
  g_signal_group_set_target (self->roadmap_signals, get_roadmap (self));
  roadmap_passage_travel_stop (self->travel);
  g_clear_object (&self->origin);
  show_translation (self);
  /* The rows show items of a roadmap that may be gone. */
  roadmap_passage_model_read (self->passages, NULL);
  queue_reading (self);
}

static void
language_changed_cb (RoadmapDocumentView *self)
{
  show_translation (self);
  queue_reading (self);
}

static void
selected_cb (RoadmapDocumentView *self)
{
  RoadmapItem *selected = roadmap_view_state_get_selected (self->state);

  mark_rows (self);
  if (selected != NULL)
    roadmap_passage_travel_to_item (self->travel, selected, FALSE);
}

static void
activate_cb (GtkListView         *list,
             guint                position,
             RoadmapDocumentView *self)
{
  const RoadmapPassage *passage = roadmap_passage_model_get (self->passages, position);

  if (passage->form != ROADMAP_PASSAGE_PAGE && passage->form != ROADMAP_PASSAGE_GROUP)
    roadmap_view_state_set_selected (self->state, passage->item);
}

static void
follow_mark_cb (RoadmapPassageRow   *row,
                const char          *id,
                RoadmapDocumentView *self)
{
  GtkListItem *list_item = g_object_get_data (G_OBJECT (row), "list-item");
  RoadmapItem *target = roadmap_lookup (get_roadmap (self), id);

  if (target == NULL)
    return;
  g_set_object (&self->origin, get_passage (list_item)->item);
  roadmap_document_view_reveal (self, target);
}

/* To where the note was come from, or else to where it is first mentioned. */
static void
return_cb (RoadmapPassageRow   *row,
           RoadmapDocumentView *self)
{
  RoadmapItem *note = get_passage (g_object_get_data (G_OBJECT (row), "list-item"))->item;
  g_autoptr (GPtrArray) mentions = roadmap_reading_list_mentions (get_roadmap (self), note);

  if (mentions->len == 0)
    return;
  roadmap_document_view_reveal (self, self->origin != NULL && g_ptr_array_find (mentions, self->origin, NULL)
                                        ? self->origin : g_ptr_array_index (mentions, 0));
}

static void
setup_row_cb (GtkListItemFactory  *factory,
              GtkListItem         *list_item,
              RoadmapDocumentView *self)
{
  GtkWidget *row = roadmap_passage_row_new ();

  g_object_set_data (G_OBJECT (row), "list-item", list_item);
  g_signal_connect (row, "follow", G_CALLBACK (follow_mark_cb), self);
  g_signal_connect (row, "return", G_CALLBACK (return_cb), self);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_row_cb (GtkListItemFactory  *factory,
             GtkListItem         *list_item,
             RoadmapDocumentView *self)
{
  roadmap_passage_rows_add (self->rows, list_item);
  show_row_cb (list_item, self);
}

static void
unbind_row_cb (GtkListItemFactory  *factory,
               GtkListItem         *list_item,
               RoadmapDocumentView *self)
{
  roadmap_passage_rows_remove (self->rows, list_item);
}

/* GTK 4.8 would go through all passages by Tab.  The view is one stop, with the links of the passage at hand. */
static gboolean
roadmap_document_view_focus (GtkWidget        *widget,
                             GtkDirectionType  direction)
{
  RoadmapDocumentView *self = ROADMAP_DOCUMENT_VIEW (widget);
  RoadmapPassageRow *row = roadmap_passage_rows_find_focused (self->rows);
  GtkWidget *holder = row != NULL ? gtk_widget_get_parent (GTK_WIDGET (row)) : NULL;

  if (row == NULL || (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD))
    return GTK_WIDGET_CLASS (roadmap_document_view_parent_class)->focus (widget, direction);

  if (direction == GTK_DIR_TAB_FORWARD)
    return roadmap_passage_row_focus_link (row, direction);
  if (gtk_widget_is_focus (holder))
    return gtk_widget_child_focus (self->bar, direction);
  return roadmap_passage_row_focus_link (row, direction) || gtk_widget_grab_focus (holder);
}

/* For the menu. */
static gboolean
select_row_cb (GtkWidget *row,
               gpointer   user_data)
{
  RoadmapDocumentView *self = user_data;
  GtkWidget *passage = gtk_widget_get_first_child (row);
  RoadmapItem *item = get_passage (g_object_get_data (G_OBJECT (passage), "list-item"))->item;

  if (item != NULL)
    roadmap_view_state_lead_with (self->state, item);
  return item != NULL;
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RoadmapDocumentView *self = ROADMAP_DOCUMENT_VIEW (widget);
  RoadmapPassageRow *row = roadmap_passage_rows_find_focused (self->rows);
  g_autofree char *text = NULL;

  if (row == NULL)
    return;
  text = roadmap_passage_dup_text (get_roadmap (self), get_passage (g_object_get_data (G_OBJECT (row), "list-item")),
                                   roadmap_view_state_get_words (self->state));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* The measure grows with the font. */
static void
fit_measure (RoadmapDocumentView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  int size = pango_font_description_get_size (pango_context_get_font_description (context));
  double pixels = size * pango_cairo_context_get_resolution (context) / 72 / PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (pango_context_get_font_description (context)))
    pixels = (double) size / PANGO_SCALE;
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (self->clamp), MEASURE * pixels);
  adw_clamp_scrollable_set_tightening_threshold (ADW_CLAMP_SCROLLABLE (self->clamp), MEASURE * pixels);
}

static void
roadmap_document_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (roadmap_document_view_parent_class)->realize (widget);

  fit_measure (ROADMAP_DOCUMENT_VIEW (widget));
}

static void
roadmap_document_view_map (GtkWidget *widget)
{
  RoadmapDocumentView *self = ROADMAP_DOCUMENT_VIEW (widget);

  GTK_WIDGET_CLASS (roadmap_document_view_parent_class)->map (widget);

  queue_update (self);
  roadmap_passage_travel_resume (self->travel);
}

static void
roadmap_document_view_system_setting_changed (GtkWidget        *widget,
                                              GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (roadmap_document_view_parent_class)->system_setting_changed (widget, setting);

  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_NAME)
    fit_measure (ROADMAP_DOCUMENT_VIEW (widget));
}

static void
roadmap_document_view_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  RoadmapDocumentView *self = ROADMAP_DOCUMENT_VIEW (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;
    case PROP_MENU_MODEL:
      g_value_set_object (value, roadmap_list_menu_get_model (self->menu));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_document_view_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  RoadmapDocumentView *self = ROADMAP_DOCUMENT_VIEW (object);

  switch (id)
    {
    case PROP_STATE:
      roadmap_document_view_set_state (self, g_value_get_object (value));
      break;
    case PROP_MENU_MODEL:
      roadmap_list_menu_set_model (self->menu, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_document_view_dispose (GObject *object)
{
  RoadmapDocumentView *self = ROADMAP_DOCUMENT_VIEW (object);

  roadmap_passage_travel_stop (self->travel);
  /* The list may still have controllers of the menu, but nothing reaches them any more; what is left is its popover. */
  if (self->menu != NULL)
    roadmap_list_menu_set_model (self->menu, NULL);
  g_clear_object (&self->origin);
  roadmap_document_view_set_state (self, NULL);
  g_clear_object (&self->state_signals);
  g_clear_object (&self->roadmap_signals);

  G_OBJECT_CLASS (roadmap_document_view_parent_class)->dispose (object);
}

static void
roadmap_document_view_finalize (GObject *object)
{
  RoadmapDocumentView *self = ROADMAP_DOCUMENT_VIEW (object);

  g_clear_pointer (&self->contents, roadmap_contents_free);
  g_clear_object (&self->passages);
  g_clear_pointer (&self->menu, roadmap_list_menu_free);
  g_clear_pointer (&self->travel, roadmap_passage_travel_free);
  g_clear_pointer (&self->rows, roadmap_passage_rows_free);

  G_OBJECT_CLASS (roadmap_document_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/document-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapDocumentView, bar);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDocumentView, pages);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDocumentView, translation);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDocumentView, adopted);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDocumentView, clamp);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDocumentView, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_rows);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
roadmap_document_view_class_init (RoadmapDocumentViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = roadmap_document_view_dispose;
  object_class->finalize = roadmap_document_view_finalize;
  object_class->get_property = roadmap_document_view_get_property;
  object_class->set_property = roadmap_document_view_set_property;
  widget_class->focus = roadmap_document_view_focus;
  widget_class->map = roadmap_document_view_map;
  widget_class->realize = roadmap_document_view_realize;
  widget_class->system_setting_changed = roadmap_document_view_system_setting_changed;

  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, ROADMAP_TYPE_VIEW_STATE, flags);
  properties[PROP_MENU_MODEL] = g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "document.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "document.copy", NULL);
  gtk_widget_class_set_css_name (widget_class, "document");
  bind_template (widget_class);
}

static void
roadmap_document_view_init (RoadmapDocumentView *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->passages = roadmap_passage_model_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = roadmap_passage_rows_new (self->list);
  self->travel = roadmap_passage_travel_new (GTK_WIDGET (self), self->rows, &travel_funcs, self);
  self->menu = roadmap_list_menu_new (GTK_WIDGET (self), GTK_WIDGET (self->list), select_row_cb, self);

  self->contents = roadmap_contents_new (self->pages, page_chosen_cb, self);
  /* What GTK builds the list of pages from has no name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->pages))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_widget_get_tooltip_text (GTK_WIDGET (self->pages)), -1);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->passages))));
  gtk_list_view_set_model (self->list, selection);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);

  self->state_signals = g_signal_group_new (ROADMAP_TYPE_VIEW_STATE);
  g_signal_group_connect_swapped (self->state_signals, "notify::roadmap", G_CALLBACK (roadmap_replaced_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::language", G_CALLBACK (language_changed_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::query", G_CALLBACK (queue_update), self);
  self->roadmap_signals = g_signal_group_new (ROADMAP_TYPE_ROADMAP);
  g_signal_group_connect (self->roadmap_signals, "changed", G_CALLBACK (roadmap_changed_cb), self);
  roadmap_theme_connect (self, G_CALLBACK (queue_update));
}

GtkWidget *
roadmap_document_view_new (void)
{
  return g_object_new (ROADMAP_TYPE_DOCUMENT_VIEW, NULL);
}

RoadmapViewState *
roadmap_document_view_get_state (RoadmapDocumentView *self)
{
  g_return_val_if_fail (ROADMAP_IS_DOCUMENT_VIEW (self), NULL);

  return self->state;
}

void
roadmap_document_view_set_state (RoadmapDocumentView *self,
                                 RoadmapViewState    *state)
{
  g_return_if_fail (ROADMAP_IS_DOCUMENT_VIEW (self));
  g_return_if_fail (state == NULL || ROADMAP_IS_VIEW_STATE (state));

  if (!g_set_object (&self->state, state))
    return;

  g_signal_group_set_target (self->state_signals, state);
  roadmap_replaced_cb (self);
  if (state != NULL && roadmap_view_state_get_selected (state) != NULL)
    roadmap_passage_travel_to_item (self->travel, roadmap_view_state_get_selected (state), FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
roadmap_document_view_reveal (RoadmapDocumentView *self,
                              RoadmapItem         *item)
{
  g_return_if_fail (ROADMAP_IS_DOCUMENT_VIEW (self));
  g_return_if_fail (ROADMAP_IS_ITEM (item));

  roadmap_passage_travel_to_item (self->travel, item, TRUE);
}
