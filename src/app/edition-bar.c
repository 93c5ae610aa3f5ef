/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/edition-bar.h"

struct _RoadmapEditionBar
{
  AdwBin     parent_instance;

  GtkBox    *box;
  GtkImage  *image;
  GtkLabel  *label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (RoadmapEditionBar, roadmap_edition_bar, ADW_TYPE_BIN)

/* By RoadmapEditionBarKind. */
static const struct
{
  const char *style;
  const char *icon;
} kinds[] = {
  [ROADMAP_EDITION_BAR_AMENDMENT] = { "amendment", "document-edit-symbolic" },
  [ROADMAP_EDITION_BAR_PAST] = { "past", "document-open-recent-symbolic" },
};

static void
roadmap_edition_bar_class_init (RoadmapEditionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "editionbar");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/edition-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapEditionBar, box);
  gtk_widget_class_bind_template_child (widget_class, RoadmapEditionBar, image);
  gtk_widget_class_bind_template_child (widget_class, RoadmapEditionBar, label);
  gtk_widget_class_bind_template_child (widget_class, RoadmapEditionBar, button);
}

static void
roadmap_edition_bar_init (RoadmapEditionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* GTK warns of an action that has another target, even for a moment. */
static void
set_action (GtkButton  *button,
            const char *action)
{
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;

  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    g_return_if_reached ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), name);
}

void
roadmap_edition_bar_reveal (RoadmapEditionBar     *self,
                            RoadmapEditionBarKind  kind,
                            const char            *text,
                            const char            *label,
                            const char            *action)
{
  g_return_if_fail (ROADMAP_IS_EDITION_BAR (self));
  g_return_if_fail (text != NULL && label != NULL && action != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->box), kinds[i].style);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), kinds[kind].style);
  gtk_image_set_from_icon_name (self->image, kinds[kind].icon);
  gtk_label_set_label (self->label, text);
  gtk_button_set_label (self->button, label);
  set_action (self->button, action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
roadmap_edition_bar_hide (RoadmapEditionBar *self)
{
  g_return_if_fail (ROADMAP_IS_EDITION_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
