/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/text-card.h"

#include <string.h>

#include "widgets/text-difference.h"
#include "widgets/theme.h"

/* Longer texts scroll. */
#define HEIGHT_MAX 240
#define HEIGHT_MIN_PROMINENT 84
#define MARGIN 12
#define SPACING 6

struct _RoadmapTextCard
{
  GtkBox       parent_instance;

  gboolean     prominent;

  GtkWidget   *head; /* the label, and what can be done with the text */
  GtkWidget   *label;
  GtkWidget   *card;
  GtkTextView *view;
};

static void roadmap_text_card_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RoadmapTextCard, roadmap_text_card, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, roadmap_text_card_buildable_init))

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

enum { PROP_LABEL = 1, PROP_PROMINENT, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

static void
set_prominent (RoadmapTextCard *self,
               gboolean         prominent)
{
  self->prominent = prominent;
  roadmap_theme_set_class (self->label, "heading", prominent);
  roadmap_theme_set_class (self->label, "caption", !prominent);
  roadmap_theme_set_class (self->label, "dim-label", !prominent);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->card), prominent ? HEIGHT_MIN_PROMINENT : -1);
}

static void
changed_cb (RoadmapTextCard *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
resize_cb (GtkWidget     *view,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  gtk_widget_queue_resize (view);
  return G_SOURCE_REMOVE;
}

/* A text view learns how many lines its text takes only when it has been given a width, and does not ask again. */
static void
height_changed_cb (GtkAdjustment *adjustment,
                   GParamSpec    *pspec,
                   GtkWidget     *view)
{
  double height = gtk_adjustment_get_page_size (adjustment);

  if (gtk_adjustment_get_upper (adjustment) > height && height < HEIGHT_MAX)
    gtk_widget_add_tick_callback (view, resize_cb, NULL, NULL);
}

static gboolean
roadmap_text_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ROADMAP_TEXT_CARD (widget)->view));
}

static void
roadmap_text_card_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  RoadmapTextCard *self = ROADMAP_TEXT_CARD (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->label)));
      break;
    case PROP_PROMINENT:
      g_value_set_boolean (value, self->prominent);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_text_card_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  RoadmapTextCard *self = ROADMAP_TEXT_CARD (object);

  switch (id)
    {
    case PROP_LABEL:
      gtk_label_set_label (GTK_LABEL (self->label), g_value_get_string (value));
      break;
    case PROP_PROMINENT:
      set_prominent (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static GObject *
roadmap_text_card_get_internal_child (GtkBuildable *buildable,
                                      GtkBuilder   *builder,
                                      const char   *name)
{
  return strcmp (name, "view") == 0 ? G_OBJECT (ROADMAP_TEXT_CARD (buildable)->view) : NULL;
}

static void
roadmap_text_card_buildable_init (GtkBuildableIface *iface)
{
  iface->get_internal_child = roadmap_text_card_get_internal_child;
}

static void
roadmap_text_card_class_init (RoadmapTextCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = roadmap_text_card_get_property;
  object_class->set_property = roadmap_text_card_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = roadmap_text_card_grab_focus;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROMINENT] = g_param_spec_boolean ("prominent", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHANGED] = g_signal_new ("changed", ROADMAP_TYPE_TEXT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
roadmap_text_card_init (RoadmapTextCard *self)
{
  self->view = g_object_new (GTK_TYPE_TEXT_VIEW, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, NULL);
  self->label = g_object_new (GTK_TYPE_LABEL, "use-underline", TRUE, "mnemonic-widget", self->view,
                              "xalign", 0.0, "hexpand", TRUE, NULL);
  self->card = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", self->view, "hscrollbar-policy", GTK_POLICY_NEVER,
                             "propagate-natural-height", TRUE, "max-content-height", HEIGHT_MAX,
                             "overflow", GTK_OVERFLOW_HIDDEN, "focusable", FALSE, NULL);
  /* The ground is that of the card. */
  gtk_widget_remove_css_class (GTK_WIDGET (self->view), "view");

  g_object_set (self, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", SPACING, NULL);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gtk_box_append (GTK_BOX (self->head), self->label);
  gtk_box_append (GTK_BOX (self), self->head);
  gtk_box_append (GTK_BOX (self), self->card);
  set_prominent (self, FALSE);
  roadmap_text_card_set_editable (self, TRUE);

  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->card)), "notify::upper",
                           G_CALLBACK (height_changed_cb), self->view, 0);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
roadmap_text_card_new (const char *label,
                       const char *text)
{
  RoadmapTextCard *self = g_object_new (ROADMAP_TYPE_TEXT_CARD, "label", label, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  return GTK_WIDGET (self);
}

void
roadmap_text_card_set_text (RoadmapTextCard *self,
                            const char      *text)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *old = NULL;
  RoadmapTextDifference difference;

  g_return_if_fail (ROADMAP_IS_TEXT_CARD (self));

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  old = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  difference = roadmap_text_compare (old, text);
  if (difference.old_end == difference.start && difference.new_end == difference.start)
    return;

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, difference.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, difference.old_end);
  gtk_text_buffer_delete (buffer, &start, &end);
  text = g_utf8_offset_to_pointer (text, difference.start);
  gtk_text_buffer_insert (buffer, &start, text,
                          g_utf8_offset_to_pointer (text, difference.new_end - difference.start) - text);
  gtk_text_buffer_place_cursor (buffer, &start);
}

void
roadmap_text_card_wrap_selection (RoadmapTextCard *self,
                                  const char      *before,
                                  const char      *instead,
                                  const char      *after)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *selected = NULL, *text = NULL;

  g_return_if_fail (ROADMAP_IS_TEXT_CARD (self));

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  selected = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  text = g_strconcat (before, *selected != '\0' ? selected : instead, after, NULL);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
roadmap_text_card_add_button (RoadmapTextCard *self,
                              GtkWidget       *button)
{
  g_return_if_fail (ROADMAP_IS_TEXT_CARD (self));
  g_return_if_fail (GTK_IS_WIDGET (button));

  gtk_box_append (GTK_BOX (self->head), button);
}

GtkWidget *
roadmap_text_card_get_view (RoadmapTextCard *self)
{
  g_return_val_if_fail (ROADMAP_IS_TEXT_CARD (self), NULL);

  return GTK_WIDGET (self->view);
}

char *
roadmap_text_card_dup_text (RoadmapTextCard *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  g_return_val_if_fail (ROADMAP_IS_TEXT_CARD (self), NULL);

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_strdelimit (text, "\v", '\n');
  return text[strspn (text, " \t\r\n")] != '\0' ? g_steal_pointer (&text) : NULL;
}

void
roadmap_text_card_set_editable (RoadmapTextCard *self,
                                gboolean         editable)
{
  int margin = editable ? MARGIN : 0;

  g_return_if_fail (ROADMAP_IS_TEXT_CARD (self));

  g_object_set (self->view, "editable", editable, "cursor-visible", editable, "top-margin", margin,
                "bottom-margin", margin, "left-margin", margin, "right-margin", margin, NULL);
  g_object_set (self->card, "vscrollbar-policy", editable ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER, NULL);
  roadmap_theme_set_class (self->card, "card", editable);
}

void
roadmap_text_card_set_name (RoadmapTextCard *self,
                            const char      *name)
{
  g_return_if_fail (ROADMAP_IS_TEXT_CARD (self));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
