/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/document-view.h"

#include <string.h>

#include "widgets/contents.h"
#include "widgets/passage-model.h"
#include "widgets/passage-row.h"
#include "widgets/passage-words.h"
#include "widgets/theme.h"

/* A line of reading text, in letters of the font: forty kanji, about eighty Latin letters. */
#define MEASURE 40
/* How far below the top a passage comes to stand that is gone to, in pixels. */
#define TOP_MARGIN 24
/* How long the eye is drawn to it, in milliseconds. */
#define REVEAL_TIME 1600
/* Heights of rows out of view are guesses, so that getting to one takes some frames. */
#define SCROLL_FRAMES 8

struct _RoadmapDocumentView
{
  AdwBin               parent_instance;

  RoadmapViewState    *state;
  GSignalGroup        *state_signals;
  GSignalGroup        *roadmap_signals;
  GMenuModel          *menu_model;
  GtkPopover          *menu;       /* NULL until it is first opened */

  GtkWidget           *bar;
  GtkDropDown         *pages;
  GtkWidget           *translation;
  GtkToggleButton     *adopted;
  GtkWidget           *clamp;
  GtkListView         *list;

  RoadmapContents     *contents;
  RoadmapPassageModel *passages;
  GHashTable          *rows;       /* GtkListItem that show a passage, not owned */
  gboolean             stale;      /* the text has to be read again */
  guint                update_id;

  RoadmapItem         *wanted;     /* to be scrolled to; NULL for none */
  guint                wanted_at;  /* its position, once that is known */
  gboolean             revealing;  /* not only into view */
  guint                scroll_id;
  guint                scroll_frame;
  guint                revealed;   /* position; GTK_INVALID_LIST_POSITION for none */
  guint                fade_id;

  guint                follow_id;
  RoadmapItem         *origin;     /* where the last mark was followed from */
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

/* The widget GTK puts around a row, which has the focus; NULL if the passage at @position is out of view. */
static GtkWidget *
find_row (RoadmapDocumentView *self,
          guint                position)
{
  GHashTableIter iter;
  gpointer list_item;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    if (gtk_list_item_get_position (list_item) == position)
      return gtk_widget_get_parent (gtk_list_item_get_child (list_item));
  return NULL;
}

static void
mark_row (RoadmapDocumentView *self,
          GtkListItem         *list_item)
{
  RoadmapPassageRow *row = ROADMAP_PASSAGE_ROW (gtk_list_item_get_child (list_item));
  const RoadmapPassage *passage = get_passage (list_item);
  RoadmapItem *selected = roadmap_view_state_get_selected (self->state);

  roadmap_passage_row_set_current (row, selected != NULL && passage->item == selected &&
                                        passage->form != ROADMAP_PASSAGE_PAGE);
  roadmap_passage_row_set_revealed (row, gtk_list_item_get_position (list_item) == self->revealed);
}

static void
mark_rows (RoadmapDocumentView *self)
{
  GHashTableIter iter;
  gpointer list_item;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    mark_row (self, list_item);
}

static void
show_row (RoadmapDocumentView *self,
          GtkListItem         *list_item)
{
  RoadmapPassageRow *row = ROADMAP_PASSAGE_ROW (gtk_list_item_get_child (list_item));
  guint position = gtk_list_item_get_position (list_item);
  const RoadmapPassage *before = position > 0 ? roadmap_passage_model_get (self->passages, position - 1) : NULL;

  roadmap_passage_row_show (row, self->state, get_passage (list_item), before,
                            gtk_toggle_button_get_active (self->adopted));
  mark_row (self, list_item);
}

static void
show_rows (RoadmapDocumentView *self)
{
  GHashTableIter iter;
  gpointer list_item;

  g_hash_table_iter_init (&iter, self->rows);
  while (get_roadmap (self) != NULL && g_hash_table_iter_next (&iter, &list_item, NULL))
    show_row (self, list_item);
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
fade_cb (gpointer user_data)
{
  RoadmapDocumentView *self = user_data;

  self->fade_id = 0;
  self->revealed = GTK_INVALID_LIST_POSITION;
  mark_rows (self);
  return G_SOURCE_REMOVE;
}

/* Draws the eye to what was gone to.  The last page may be too short to come to stand at the top; the list of pages
 * tells that one all the same. */
static void
arrive (RoadmapDocumentView *self)
{
  GtkWidget *row = find_row (self, self->wanted_at);

  g_clear_handle_id (&self->fade_id, g_source_remove);
  self->revealed = self->wanted_at;
  self->fade_id = g_timeout_add (REVEAL_TIME, fade_cb, self);
  mark_rows (self);
  if (row != NULL)
    gtk_widget_grab_focus (row);

  if (self->follow_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->follow_id);
  self->follow_id = 0;
  roadmap_contents_follow (self->contents, self->wanted_at);
}

static GtkAdjustment *
get_vadjustment (RoadmapDocumentView *self)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
}

static gboolean
get_row_bounds (RoadmapDocumentView *self,
                guint                position,
                graphene_rect_t     *bounds)
{
  GtkWidget *row = find_row (self, position);

  return row != NULL && gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), bounds);
}

/* Returns whether the wanted row stands where it should. */
static gboolean
scroll_step (RoadmapDocumentView *self)
{
  GtkAdjustment *adjustment = get_vadjustment (self);
  double before = gtk_adjustment_get_value (adjustment);
  double distance;
  graphene_rect_t bounds;

  if (!get_row_bounds (self, self->wanted_at, &bounds))
    {
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", self->wanted_at);
      return FALSE;
    }

  distance = bounds.origin.y - TOP_MARGIN;
  /* What can be seen already is left where it is, unless it was asked for. */
  if (!self->revealing && self->scroll_frame == 0 && bounds.origin.y >= 0 &&
      bounds.origin.y + bounds.size.height <= gtk_adjustment_get_page_size (adjustment))
    return TRUE;
  if (ABS (distance) < 1)
    return TRUE;
  gtk_adjustment_set_value (adjustment, before + distance);
  /* At either end there is no further to go. */
  return ABS (gtk_adjustment_get_value (adjustment) - before) < 0.5;
}

/* The first row that can be read, or GTK_INVALID_LIST_POSITION. */
static guint
find_top (RoadmapDocumentView *self)
{
  GHashTableIter iter;
  gpointer list_item;
  guint top = GTK_INVALID_LIST_POSITION;

  if (gtk_adjustment_get_value (get_vadjustment (self)) <= 0)
    return 0;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    {
      guint position = gtk_list_item_get_position (list_item);
      graphene_rect_t bounds;

      if (position < top && get_row_bounds (self, position, &bounds) && bounds.origin.y + bounds.size.height > TOP_MARGIN)
        top = position;
    }
  return top;
}

static gboolean
follow_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  RoadmapDocumentView *self = ROADMAP_DOCUMENT_VIEW (widget);
  guint top = find_top (self);
  self->follow_id = 0;
  if (top != GTK_INVALID_LIST_POSITION && self->scroll_id == 0)
    roadmap_contents_follow (self->contents, top);
  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (RoadmapDocumentView *self)
{
  if (self->follow_id == 0)
    self->follow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), follow_cb, NULL, NULL);
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  RoadmapDocumentView *self = ROADMAP_DOCUMENT_VIEW (widget);

  if (self->scroll_frame == 0)
    {
      if (self->stale)
        read_text (self);
      if (!roadmap_reading_find (roadmap_passage_model_get_all (self->passages), self->wanted, &self->wanted_at))
        self->wanted_at = GTK_INVALID_LIST_POSITION;
    }

  if (self->wanted_at != GTK_INVALID_LIST_POSITION && !scroll_step (self) && self->scroll_frame < SCROLL_FRAMES)
    {
      self->scroll_frame++;
      return G_SOURCE_CONTINUE;
    }

  self->scroll_id = 0;
  g_clear_object (&self->wanted);
  if (self->wanted_at != GTK_INVALID_LIST_POSITION && self->revealing)
    arrive (self);
  else
    scrolled_cb (self);
  return G_SOURCE_REMOVE;
}

static void
start_scrolling (RoadmapDocumentView *self)
{
  self->scroll_frame = 0;
  if (self->scroll_id == 0 && self->wanted != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
scroll_to (RoadmapDocumentView *self,
           RoadmapItem         *item,
           gboolean             reveal)
{
  g_set_object (&self->wanted, item);
  self->revealing = reveal;
  start_scrolling (self);
}

static void
page_chosen_cb (guint    position,
                gpointer user_data)
{
  RoadmapDocumentView *self = user_data;

  /* By its position: an item may have passages on several pages. */
  g_clear_object (&self->wanted);
  self->wanted = g_object_ref (roadmap_get_root (get_roadmap (self)));
  self->wanted_at = position;
  self->revealing = TRUE;
  self->scroll_frame = 1;
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
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
  g_clear_object (&self->wanted);
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
    scroll_to (self, selected, FALSE);
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
  g_hash_table_add (self->rows, list_item);
  show_row (self, list_item);
}

static void
unbind_row_cb (GtkListItemFactory  *factory,
               GtkListItem         *list_item,
               RoadmapDocumentView *self)
{
  g_hash_table_remove (self->rows, list_item);
}

/* The row that has the focus or holds what has it; NULL if there is none. */
static RoadmapPassageRow *
find_focused (RoadmapDocumentView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return NULL;
  while (gtk_widget_get_parent (focus) != GTK_WIDGET (self->list))
    focus = gtk_widget_get_parent (focus);
  return ROADMAP_PASSAGE_ROW (gtk_widget_get_first_child (focus));
}

/* GTK 4.8 would go through all passages by Tab.  The view is one stop, with the links of the passage at hand. */
static gboolean
roadmap_document_view_focus (GtkWidget        *widget,
                             GtkDirectionType  direction)
{
  RoadmapDocumentView *self = ROADMAP_DOCUMENT_VIEW (widget);
  RoadmapPassageRow *row = find_focused (self);
  GtkWidget *holder = row != NULL ? gtk_widget_get_parent (GTK_WIDGET (row)) : NULL;

  if (row == NULL || (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD))
    return GTK_WIDGET_CLASS (roadmap_document_view_parent_class)->focus (widget, direction);

  if (direction == GTK_DIR_TAB_FORWARD)
    return roadmap_passage_row_focus_link (row, direction);
  if (gtk_widget_is_focus (holder))
    return gtk_widget_child_focus (self->bar, direction);
  return roadmap_passage_row_focus_link (row, direction) || gtk_widget_grab_focus (holder);
}

static void
open_menu (RoadmapDocumentView *self,
           RoadmapPassageRow   *row,
           const GdkRectangle  *at)
{
  RoadmapItem *item = get_passage (g_object_get_data (G_OBJECT (row), "list-item"))->item;

  if (self->menu_model == NULL || item == NULL)
    return;
  if (self->menu == NULL)
    {
      self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (self->menu_model));
      gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
      gtk_popover_set_has_arrow (self->menu, FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
    }

  roadmap_view_state_set_selected (self->state, item);
  gtk_popover_set_pointing_to (self->menu, at);
  gtk_popover_popup (self->menu);
}

static void
menu_pressed_cb (GtkGestureClick     *gesture,
                 int                  n_press,
                 double               x,
                 double               y,
                 RoadmapDocumentView *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkWidget *picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, ROADMAP_TYPE_PASSAGE_ROW) : NULL;
  double view_x, view_y;

  if (row == NULL && picked != NULL && gtk_widget_get_parent (picked) == list)
    row = gtk_widget_get_first_child (picked);
  if (row == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_translate_coordinates (list, GTK_WIDGET (self), x, y, &view_x, &view_y);
  open_menu (self, ROADMAP_PASSAGE_ROW (row), &(GdkRectangle) { view_x, view_y, 1, 1 });
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                RoadmapDocumentView   *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  RoadmapPassageRow *row = find_focused (self);
  graphene_rect_t bounds;

  if (row == NULL || !(key == GDK_KEY_Menu || (key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK)) ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return GDK_EVENT_PROPAGATE;
  open_menu (self, row, &(GdkRectangle) { bounds.origin.x, bounds.origin.y, 24, bounds.size.height });
  return GDK_EVENT_STOP;
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RoadmapDocumentView *self = ROADMAP_DOCUMENT_VIEW (widget);
  RoadmapPassageRow *row = find_focused (self);
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
  start_scrolling (self);
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
      g_value_set_object (value, self->menu_model);
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
      g_clear_pointer ((GtkWidget **) &self->menu, gtk_widget_unparent);
      if (g_set_object (&self->menu_model, g_value_get_object (value)))
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

  g_clear_handle_id (&self->fade_id, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->menu, gtk_widget_unparent);
  g_clear_object (&self->menu_model);
  g_clear_object (&self->wanted);
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
  g_clear_pointer (&self->rows, g_hash_table_unref);

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
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
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

  self->rows = g_hash_table_new (NULL, NULL);
  self->passages = roadmap_passage_model_new ();
  self->revealed = GTK_INVALID_LIST_POSITION;
  gtk_widget_init_template (GTK_WIDGET (self));

  self->contents = roadmap_contents_new (self->pages, page_chosen_cb, self);
  /* What GTK builds the list of pages from has no name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->pages))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_widget_get_tooltip_text (GTK_WIDGET (self->pages)), -1);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->passages))));
  gtk_list_view_set_model (self->list, selection);
  g_signal_connect_object (get_vadjustment (self), "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);

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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
roadmap_document_view_reveal (RoadmapDocumentView *self,
                              RoadmapItem         *item)
{
  g_return_if_fail (ROADMAP_IS_DOCUMENT_VIEW (self));
  g_return_if_fail (ROADMAP_IS_ITEM (item));

  scroll_to (self, item, TRUE);
}
