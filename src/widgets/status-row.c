/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/status-row.h"

#include <glib/gi18n-lib.h>

#include "model/status.h"
#include "widgets/chip.h"

struct _RoadmapStatusRow
{
  AdwComboRow  parent_instance;

  char        *language;
};

G_DEFINE_FINAL_TYPE (RoadmapStatusRow, roadmap_status_row, ADW_TYPE_COMBO_ROW)

/* Neither GTK 4.8 nor libadwaita 1.2 tells a screen reader which entry is picked. */
static void
tell_picked_cb (RoadmapStatusRow *self)
{
  RoadmapItem *status = roadmap_status_row_get_status (self);
  g_autofree char *title = status != NULL ? roadmap_item_dup_title (status, self->language) : g_strdup (_("None"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
}

static void
roadmap_status_row_finalize (GObject *object)
{
  RoadmapStatusRow *self = ROADMAP_STATUS_ROW (object);

  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (roadmap_status_row_parent_class)->finalize (object);
}

static void
roadmap_status_row_class_init (RoadmapStatusRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_status_row_finalize;
}

static void
roadmap_status_row_init (RoadmapStatusRow *self)
{
  g_signal_connect (self, "notify::selected-item", G_CALLBACK (tell_picked_cb), NULL);
}

static void
bind_status_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                RoadmapStatusRow         *self)
{
  gpointer item = gtk_list_item_get_item (list_item);
  RoadmapItem *status = ROADMAP_IS_ITEM (item) ? item : NULL;
  g_autofree char *title = status != NULL ? roadmap_item_dup_title (status, self->language) : g_strdup ("–");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *chip = roadmap_chip_new ();

  roadmap_chip_set_item (ROADMAP_CHIP (chip), status, self->language);
  gtk_box_append (GTK_BOX (box), chip);
  gtk_box_append (GTK_BOX (box), gtk_label_new (title));
  gtk_list_item_set_child (list_item, box);
}

void
roadmap_status_row_fill (RoadmapStatusRow *self,
                         Roadmap          *roadmap,
                         RoadmapItem      *item,
                         const char       *language)
{
  g_autoptr (GPtrArray) vocabulary = NULL;
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GtkStringObject) none = gtk_string_object_new ("");
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  RoadmapItem *current;
  guint position = 0;

  g_return_if_fail (ROADMAP_IS_STATUS_ROW (self));
  g_return_if_fail (ROADMAP_IS_ROADMAP (roadmap));
  g_return_if_fail (ROADMAP_IS_ITEM (item));

  g_free (self->language);
  self->language = g_strdup (language);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_status_cb), self, 0);
  adw_combo_row_set_factory (ADW_COMBO_ROW (self), factory);

  vocabulary = roadmap_list (roadmap, NULL, "status");
  g_list_store_append (list, none);
  g_list_store_splice (list, 1, 0, vocabulary->pdata, vocabulary->len);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (list));
  current = roadmap_get_status (roadmap, item);
  if (current != NULL && g_list_store_find (list, current, &position))
    adw_combo_row_set_selected (ADW_COMBO_ROW (self), position);
}

RoadmapItem *
roadmap_status_row_get_status (RoadmapStatusRow *self)
{
  gpointer picked;

  g_return_val_if_fail (ROADMAP_IS_STATUS_ROW (self), NULL);

  picked = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));
  return ROADMAP_IS_ITEM (picked) ? picked : NULL;
}
