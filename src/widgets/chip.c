/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/chip.h"

#include "chart/style.h"

#define CORNER 4

struct _RoadmapChip
{
  GtkWidget  parent_instance;

  GtkWidget *label;
  gboolean   filled;
  GdkRGBA    ground; /* while filled */
};

G_DEFINE_FINAL_TYPE (RoadmapChip, roadmap_chip, GTK_TYPE_WIDGET)

/* The colours of statuses stand in the file, so no style sheet knows them. */
static void
roadmap_chip_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  RoadmapChip *self = ROADMAP_CHIP (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GskRoundedRect shape;

  if (self->filled)
    {
      gsk_rounded_rect_init_from_rect (&shape, &bounds, CORNER);
      gtk_snapshot_push_rounded_clip (snapshot, &shape);
      gtk_snapshot_append_color (snapshot, &self->ground, &bounds);
      gtk_snapshot_pop (snapshot);
    }
  GTK_WIDGET_CLASS (roadmap_chip_parent_class)->snapshot (widget, snapshot);
}

static void
roadmap_chip_dispose (GObject *object)
{
  RoadmapChip *self = ROADMAP_CHIP (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (roadmap_chip_parent_class)->dispose (object);
}

static void
roadmap_chip_class_init (RoadmapChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roadmap_chip_dispose;
  widget_class->snapshot = roadmap_chip_snapshot;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chip");
  /* An image of the title: alone, the letter would be read out as a letter. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
roadmap_chip_init (RoadmapChip *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
roadmap_chip_new (void)
{
  return g_object_new (ROADMAP_TYPE_CHIP, NULL);
}

static void
set_ground (RoadmapChip *self,
            RoadmapItem *status)
{
  /* Under a white letter the colour is the same in all themes. */
  const RoadmapPalette *palette = roadmap_palette_get (ROADMAP_THEME_LIGHT);
  RoadmapColour colour = roadmap_palette_get_ink (palette, ROADMAP_INK_STATUS, roadmap_status_get_hue (status));

  self->ground = (GdkRGBA) { colour.red, colour.green, colour.blue, 1 };
}

void
roadmap_chip_set_item (RoadmapChip *self,
                       RoadmapItem *item,
                       const char  *language)
{
  const char *letter;
  g_autofree char *title = NULL;

  g_return_if_fail (ROADMAP_IS_CHIP (self));

  gtk_widget_set_visible (GTK_WIDGET (self), item != NULL);
  if (item == NULL)
    return;

  self->filled = roadmap_item_is (item, "status");
  if (self->filled)
    {
      set_ground (self, item);
      gtk_widget_add_css_class (GTK_WIDGET (self), "status");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "status");

  letter = roadmap_item_get_in (item, self->filled ? "letter" : "label", language);
  title = roadmap_item_dup_title (item, language);
  gtk_label_set_label (GTK_LABEL (self->label), letter);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
