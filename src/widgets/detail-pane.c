/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/detail-pane.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/mark.h"
#include "model/outline.h"
#include "widgets/chip.h"
#include "widgets/detail-cards.h"
#include "widgets/item-markup.h"
#include "widgets/selection-pane.h"
#include "widgets/theme.h"
#include "widgets/wording.h"

#define CHIP_SPACING 6

struct _RoadmapDetailPane
{
  AdwBin            parent_instance;

  RoadmapViewState *state;
  RoadmapItem      *shown; /* at the last update */
  GSignalGroup     *state_signals;
  GSignalGroup     *roadmap_signals;
  guint             update_id;

  GtkWidget        *stack;
  GtkWidget        *several; /* a child of the stack; NULL until it is first needed */
  GtkWidget        *scroller;
  GtkLabel         *path;
  GtkLabel         *title;
  GtkLabel         *translation;
  GtkLabel         *kind;
  GtkLabel         *mark;
  GtkLabel         *domain;
  GtkWidget        *origin;
  GtkWidget        *categories;
  GtkBox           *cards;
  GtkWidget        *record;
};

G_DEFINE_FINAL_TYPE (RoadmapDetailPane, roadmap_detail_pane, ADW_TYPE_BIN)

enum { PROP_0, PROP_STATE, N_PROPS };
static GParamSpec *properties[N_PROPS];

static Roadmap *
get_roadmap (RoadmapDetailPane *self)
{
  return self->state != NULL ? roadmap_view_state_get_roadmap (self->state) : NULL;
}

static void
remove_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
append_step (GString     *path,
             RoadmapItem *item,
             const char  *language)
{
  g_autofree char *label = roadmap_item_dup_label_markup (item, language);
  g_autofree char *id = g_markup_escape_text (roadmap_item_get_id (item), -1);

  if (path->len > 0)
    g_string_append (path, g_str_has_prefix (language, "ja") ? " ／ " : " / ");
  g_string_append_printf (path, "<a href=\"item:%s\">%s</a>", id, label);
}

/* "① IRB ／ 医学研究等に係る倫理指針の見直し": what the item stands under, from the chart down, each a link. */
static char *
dup_path (Roadmap     *roadmap,
          RoadmapItem *item,
          const char  *language)
{
  RoadmapItem *chart = roadmap_item_find_around (item, "chart");
  RoadmapItem *top = chart != NULL && chart != item ? chart : roadmap_get_root (roadmap);
  g_autoptr (GPtrArray) steps = roadmap_outline_path (roadmap, top, item);
  GString *path = g_string_new (NULL);

  for (guint i = 0; i + 1 < steps->len; i++)
    append_step (path, g_ptr_array_index (steps, i), language);
  return g_string_free (path, FALSE);
}

/* The title as adopted, lines and all; the brackets 【】 around it belong to the paper. */
static char *
dup_full_title (RoadmapItem *item,
                const char  *language)
{
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), "title");
  const char *value = field != NULL ? roadmap_item_get_value (item, field, language) : NULL;

  if (value == NULL)
    return NULL;
  if (g_str_has_prefix (value, "【") && g_str_has_suffix (value, "】"))
    return g_strndup (value + strlen ("【"), strlen (value) - strlen ("【】"));
  return g_strdup (value);
}

typedef struct
{
  const char *wanted; /* NULL: the first there is */
  const char *found;
} Translation;

static void
find_translation_cb (const RoadmapField *field,
                     const char         *language,
                     const char         *value,
                     gpointer            user_data)
{
  Translation *translation = user_data;

  if (translation->found == NULL && language != NULL && g_str_equal (field->name, "title") &&
      (translation->wanted == NULL || g_str_equal (language, translation->wanted)))
    translation->found = language;
}

static void
show_title (RoadmapDetailPane *self,
            Roadmap           *roadmap,
            RoadmapItem       *item)
{
  const char *kind = _(roadmap_item_get_kind (item)->label);
  g_autofree char *number = roadmap_item_dup_number_markup (item);
  g_autofree char *title = dup_full_title (item, NULL);
  /* What has a text instead of a title says it below, with links and all. */
  g_autofree char *escaped = g_markup_escape_text (title != NULL ? title : kind, -1);
  g_autofree char *markup = number != NULL ? g_strdup_printf ("%s %s", number, escaped) : g_steal_pointer (&escaped);

  roadmap_label_set_words (self->title, markup, roadmap_get_language (roadmap));
  gtk_widget_set_visible (GTK_WIDGET (self->kind), title != NULL);
  gtk_label_set_label (self->kind, kind);
}

static void
show_translation (RoadmapDetailPane *self,
                  Roadmap           *roadmap,
                  RoadmapItem       *item)
{
  const char *words = roadmap_view_state_get_words (self->state);
  gboolean translated = g_strcmp0 (words, roadmap_get_language (roadmap)) != 0;
  Translation translation = { translated ? words : NULL, NULL };
  /* Translators: behind a translated title, to tell it from the adopted wording. */
  g_auto (GStrv) tag_words = g_strsplit (_("(our translation)"), " ", -1);
  g_autofree char *tag = g_strjoinv ("\u00a0", tag_words);
  g_autofree char *title = NULL;
  g_autofree char *markup = NULL;

  roadmap_item_foreach_value (item, find_translation_cb, &translation);
  title = translation.found != NULL ? dup_full_title (item, translation.found) : NULL;
  /* Names such as “IRB” are the same in both. */
  gtk_widget_set_visible (GTK_WIDGET (self->translation),
                          title != NULL && g_strcmp0 (title, roadmap_item_get (item, "title")) != 0);
  if (title == NULL)
    return;

  markup = g_markup_printf_escaped ("%s <span style=\"normal\" size=\"smaller\">%s</span>", title, tag);
  roadmap_label_set_words (self->translation, markup, translation.found);
  roadmap_wording_style (GTK_WIDGET (self->translation), translation.found, TRUE);
}

static void
show_mark (RoadmapDetailPane *self,
           Roadmap           *roadmap,
           RoadmapItem       *item)
{
  g_autofree char *mark = roadmap_mark_describe (roadmap, item, roadmap_view_state_get_words (self->state));

  gtk_widget_set_visible (GTK_WIDGET (self->mark), mark != NULL);
  gtk_label_set_label (self->mark, mark != NULL ? mark : "");
}

static void
show_domain (RoadmapDetailPane *self,
             Roadmap           *roadmap,
             RoadmapItem       *item)
{
  const char *language = roadmap_view_state_get_words (self->state);
  RoadmapItem *domain = roadmap_get_linked (roadmap, item, "domain");
  g_autofree char *title = domain != NULL ? roadmap_item_dup_title (domain, language) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->domain), domain != NULL);
  gtk_label_set_label (self->domain, title != NULL ? title : "");
}

static void
append_category (RoadmapDetailPane *self,
                 RoadmapItem       *category,
                 const char        *language)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, CHIP_SPACING);
  GtkWidget *chip = roadmap_chip_new ();
  g_autofree char *title = roadmap_item_dup_title (category, language);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE, NULL);

  roadmap_chip_set_item (ROADMAP_CHIP (chip), category, language);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (row), chip);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (self->categories), row);
}

static void
show_categories (RoadmapDetailPane *self,
                 Roadmap           *roadmap,
                 RoadmapItem       *item)
{
  g_autoptr (GPtrArray) categories = roadmap_get_links (roadmap, item, "categories");

  remove_children (self->categories);
  for (guint i = 0; i < categories->len; i++)
    append_category (self, g_ptr_array_index (categories, i), roadmap_view_state_get_words (self->state));
  gtk_widget_set_visible (self->categories, categories->len > 0);
}

/* The cards are made anew, and with them would go the focus, as when a link was followed.  The title takes it over,
 * and a screen reader reads it out. */
static void
move_focus_to_title (RoadmapDetailPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->cards)))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  gtk_label_select_region (self->title, 0, 0);
}

/* Wording can be selected; headings and captions cannot, and are not searched. */
static void
mark_hits (GtkWidget  *top,
           const char *query)
{
  if (GTK_IS_LABEL (top) && gtk_label_get_selectable (GTK_LABEL (top)))
    roadmap_label_mark_hits (GTK_LABEL (top), query);
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    mark_hits (child, query);
}

static void
show_item (RoadmapDetailPane *self,
           Roadmap           *roadmap,
           RoadmapItem       *item)
{
  const char *language = roadmap_view_state_get_words (self->state);
  gboolean has_progress = roadmap_item_is (item, "bar") || roadmap_item_is (item, "measure");
  g_autofree char *path = dup_path (roadmap, item, language);

  roadmap_label_set_words (self->path, path, language);
  gtk_widget_set_visible (GTK_WIDGET (self->path), *path != '\0');
  show_title (self, roadmap, item);
  show_translation (self, roadmap, item);
  show_mark (self, roadmap, item);
  show_domain (self, roadmap, item);
  gtk_widget_set_visible (self->origin, roadmap_wording_is_ours (item, NULL));
  show_categories (self, roadmap, item);

  move_focus_to_title (self);
  remove_children (GTK_WIDGET (self->cards));
  roadmap_detail_cards_append (self->cards, roadmap, item, language);
  mark_hits (self->scroller, roadmap_view_state_get_query (self->state));
  gtk_widget_set_visible (self->record, has_progress);
}

static void
scroll_to_top (RoadmapDetailPane *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
}

static void
show_several (RoadmapDetailPane *self)
{
  if (self->several == NULL)
    {
      self->several = g_object_new (ROADMAP_TYPE_SELECTION_PANE, NULL);
      gtk_stack_add_named (GTK_STACK (self->stack), self->several, "several");
    }
  roadmap_selection_pane_show (ROADMAP_SELECTION_PANE (self->several), self->state);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->several);
}

static gboolean
update_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  RoadmapDetailPane *self = ROADMAP_DETAIL_PANE (widget);
  RoadmapItem *item = self->state != NULL ? roadmap_view_state_get_selected (self->state) : NULL;

  self->update_id = 0;
  if (item != NULL && roadmap_view_state_get_selection (self->state)->len > 1)
    {
      show_several (self);
      return G_SOURCE_REMOVE;
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), item != NULL ? "item" : "empty");
  if (item != NULL)
    show_item (self, get_roadmap (self), item);
  if (g_set_object (&self->shown, item))
    scroll_to_top (self);
  return G_SOURCE_REMOVE;
}

/* Links and titles of other items are shown too, so any edit counts; many of one frame cost one update. */
static void
queue_update (RoadmapDetailPane *self)
{
  if (self->update_id == 0)
    self->update_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_cb, NULL, NULL);
}

static void
roadmap_replaced_cb (RoadmapDetailPane *self)
{
  g_signal_group_set_target (self->roadmap_signals, get_roadmap (self));
  queue_update (self);
}

static void
select_item_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *id)
{
  RoadmapDetailPane *self = ROADMAP_DETAIL_PANE (widget);
  Roadmap *roadmap = get_roadmap (self);
  RoadmapItem *item = roadmap != NULL ? roadmap_lookup (roadmap, g_variant_get_string (id, NULL)) : NULL;

  if (item != NULL)
    roadmap_view_state_set_selected (self->state, item);
}

static void
roadmap_detail_pane_dispose (GObject *object)
{
  RoadmapDetailPane *self = ROADMAP_DETAIL_PANE (object);

  g_clear_object (&self->state_signals);
  g_clear_object (&self->roadmap_signals);
  g_clear_object (&self->state);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (roadmap_detail_pane_parent_class)->dispose (object);
}

static void
roadmap_detail_pane_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  RoadmapDetailPane *self = ROADMAP_DETAIL_PANE (object);

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
roadmap_detail_pane_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  RoadmapDetailPane *self = ROADMAP_DETAIL_PANE (object);

  switch (id)
    {
    case PROP_STATE:
      roadmap_detail_pane_set_state (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RoadmapDetailPane, stack);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDetailPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDetailPane, path);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDetailPane, title);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDetailPane, translation);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDetailPane, kind);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDetailPane, mark);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDetailPane, domain);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDetailPane, origin);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDetailPane, categories);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDetailPane, cards);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDetailPane, record);
}

static void
roadmap_detail_pane_class_init (RoadmapDetailPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = roadmap_detail_pane_dispose;
  object_class->get_property = roadmap_detail_pane_get_property;
  object_class->set_property = roadmap_detail_pane_set_property;

  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, ROADMAP_TYPE_VIEW_STATE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "details.select-item", "s", select_item_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/detail-pane.ui");
  bind_children (widget_class);
}

static void
roadmap_detail_pane_init (RoadmapDetailPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->path, "activate-link", G_CALLBACK (roadmap_wording_open_link), NULL);

  self->state_signals = g_signal_group_new (ROADMAP_TYPE_VIEW_STATE);
  g_signal_group_connect_swapped (self->state_signals, "notify::roadmap", G_CALLBACK (roadmap_replaced_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::selection", G_CALLBACK (queue_update), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::language", G_CALLBACK (queue_update), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::query", G_CALLBACK (queue_update), self);
  self->roadmap_signals = g_signal_group_new (ROADMAP_TYPE_ROADMAP);
  g_signal_group_connect_swapped (self->roadmap_signals, "changed", G_CALLBACK (queue_update), self);
  roadmap_theme_connect (self, G_CALLBACK (queue_update));
}

GtkWidget *
roadmap_detail_pane_new (void)
{
  return g_object_new (ROADMAP_TYPE_DETAIL_PANE, NULL);
}

RoadmapViewState *
roadmap_detail_pane_get_state (RoadmapDetailPane *self)
{
  g_return_val_if_fail (ROADMAP_IS_DETAIL_PANE (self), NULL);

  return self->state;
}

void
roadmap_detail_pane_set_state (RoadmapDetailPane *self,
                               RoadmapViewState  *state)
{
  g_return_if_fail (ROADMAP_IS_DETAIL_PANE (self));
  g_return_if_fail (state == NULL || ROADMAP_IS_VIEW_STATE (state));

  if (!g_set_object (&self->state, state))
    return;

  g_signal_group_set_target (self->state_signals, state);
  roadmap_replaced_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}
