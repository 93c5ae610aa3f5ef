/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/theme.h"

#include <adwaita.h>

RoadmapTheme
roadmap_theme_get_current (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean contrast = adw_style_manager_get_high_contrast (manager);

  if (adw_style_manager_get_dark (manager))
    return contrast ? ROADMAP_THEME_DARK_CONTRAST : ROADMAP_THEME_DARK;
  return contrast ? ROADMAP_THEME_LIGHT_CONTRAST : ROADMAP_THEME_LIGHT;
}

void
roadmap_theme_connect (gpointer  object,
                       GCallback changed)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", changed, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", changed, object, G_CONNECT_SWAPPED);
}

void
roadmap_theme_set_class (GtkWidget  *widget,
                         const char *name,
                         gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}
