/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/properties-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/outline.h"
#include "widgets/chip.h"
#include "widgets/item-words.h"
#include "widgets/swatch.h"

/* More rows would take long to make; they can be edited in the views. */
#define ROWS_MAX 300
/* How much of what there is is named. */
#define NAMES_WIDTH 60

/* Made by amendments. */
static const char *const hidden[] = { "former", "withdrawn", NULL };

/* Whether items of this kind are edited here. */
static gboolean
is_here (const RoadmapKind *kind)
{
  g_autoptr (RoadmapItem) sample = roadmap_item_new (kind, "sample");

  return !roadmap_outline_shows (sample) && !g_strv_contains (hidden, kind->name);
}

/* The kinds in it, by order of the schema; ends with NULL. */
static const RoadmapKind **
list_kinds (RoadmapItem *item)
{
  GPtrArray *kinds = g_ptr_array_new ();
  const char *children = roadmap_item_get_kind (item)->children;
  g_auto (GStrv) names = g_strsplit (children != NULL ? children : "", " ", -1);

  for (char **name = names; *name != NULL; name++)
    {
      const RoadmapKind *kind = **name != '\0' ? roadmap_schema_find_kind (*name) : NULL;

      if (kind != NULL && is_here (kind))
        g_ptr_array_add (kinds, (gpointer) kind);
    }
  g_ptr_array_add (kinds, NULL);
  return (const RoadmapKind **) g_ptr_array_free (kinds, FALSE);
}

/* A remark alone is no reason for a page. */
gboolean
roadmap_properties_has_contents (RoadmapItem *item)
{
  g_autofree const RoadmapKind **kinds = list_kinds (item);

  for (guint i = 0; kinds[i] != NULL; i++)
    if (strcmp (kinds[i]->name, "remark") != 0)
      return TRUE;
  return FALSE;
}

/* (transfer container): those right inside @item. */
static GPtrArray *
list_children (RoadmapItem       *item,
               const RoadmapKind *kind)
{
  GPtrArray *children = g_ptr_array_new ();

  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    if (roadmap_item_get_kind (roadmap_item_get_child (item, i)) == kind)
      g_ptr_array_add (children, roadmap_item_get_child (item, i));
  return children;
}

static gpointer
create_row (const char *title,
            const char *subtitle)
{
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped_subtitle = g_markup_escape_text (subtitle != NULL ? subtitle : "", -1);

  return g_object_new (ADW_TYPE_ACTION_ROW, "title", escaped_title, "subtitle", escaped_subtitle, "title-lines", 3,
                       "subtitle-lines", 2, "activatable", TRUE, NULL);
}

static void
set_action (gpointer    widget,
            const char *action,
            GVariant   *target)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (widget), target);
}

static void
add_arrow (gpointer row)
{
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_action_row_add_suffix (row, arrow);
}

static GtkWidget *
add_button (gpointer     row,
            RoadmapItem *item,
            const char  *language,
            const char  *icon,
            const char  *label)
{
  g_autofree char *item_name = roadmap_item_dup_name (item, language);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, item_name);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", icon, "tooltip-text", label,
                                    "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (row, button);
  return button;
}

/* What the item looks like: its letter, or its colour. */
static void
add_look (gpointer     row,
          RoadmapItem *item,
          const char  *language)
{
  const RoadmapKind *kind = roadmap_item_get_kind (item);

  if (roadmap_item_is (item, "status") || roadmap_item_is (item, "category"))
    {
      GtkWidget *chip = roadmap_chip_new ();

      roadmap_chip_set_item (ROADMAP_CHIP (chip), item, language);
      adw_action_row_add_prefix (row, chip);
      return;
    }
  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (field->type == ROADMAP_FIELD_COLOUR)
      {
        GtkWidget *swatch = roadmap_swatch_new ();

        roadmap_swatch_set_colour (ROADMAP_SWATCH (swatch), roadmap_item_get (item, field->name));
        adw_action_row_add_prefix (row, swatch);
      }
}

static GtkWidget *
create_item_row (RoadmapItem *item,
                 const char  *language,
                 gboolean     first,
                 gboolean     last)
{
  gboolean lettered = roadmap_item_is (item, "status") || roadmap_item_is (item, "category");
  const char *id = roadmap_item_get_id (item);
  g_autofree char *name = lettered ? roadmap_item_dup_title (item, language) : roadmap_item_dup_name (item, language);
  GtkWidget *row = create_row (name, NULL);
  GtkWidget *up, *down;

  add_look (row, item, language);
  set_action (row, "properties.edit", g_variant_new_string (id));
  if (!(first && last))
    {
      up = add_button (row, item, language, "go-up-symbolic", _("Move Up"));
      down = add_button (row, item, language, "go-down-symbolic", _("Move Down"));
      if (first)
        gtk_widget_set_sensitive (up, FALSE);
      else
        set_action (up, "properties.move", g_variant_new ("(si)", id, -1));
      if (last)
        gtk_widget_set_sensitive (down, FALSE);
      else
        set_action (down, "properties.move", g_variant_new ("(si)", id, 1));
    }
  set_action (add_button (row, item, language, "user-trash-symbolic", _("Remove")), "properties.remove",
              g_variant_new_string (id));
  if (roadmap_properties_has_contents (item))
    set_action (add_button (row, item, language, "go-next-symbolic", _("Contents")), "properties.open",
                g_variant_new ("(ss)", id, ""));
  return row;
}

static void
add_items (AdwPreferencesPage *page,
           RoadmapItem        *item,
           const RoadmapKind  *kind,
           const char         *language)
{
  g_autoptr (GPtrArray) children = list_children (item, kind);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *add = g_object_new (GTK_TYPE_BUTTON, "label", _("_Add…"), "use-underline", TRUE, "halign", GTK_ALIGN_START,
                                 "margin-top", 12, NULL);

  for (guint i = 0; i < MIN (children->len, ROWS_MAX); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               create_item_row (g_ptr_array_index (children, i), language, i == 0, i + 1 == children->len));
  if (children->len == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("There are none yet."));
  else if (children->len > ROWS_MAX)
    {
      /* Translators: %u is a number of rows */
      g_autofree char *words = g_strdup_printf (_("The first %u are shown; the others can be edited in the views."), ROWS_MAX);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), words);
    }
  set_action (add, "properties.add", g_variant_new ("(ss)", roadmap_item_get_id (item), kind->name));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), add);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

/* “未着手、実施中、…” */
static char *
describe_children (GPtrArray  *children,
                   Roadmap    *roadmap,
                   const char *language)
{
  const char *words = language != NULL ? language : roadmap_get_language (roadmap);
  const char *comma = g_str_has_prefix (words, "ja") ? "、" : ", ";
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < children->len && g_utf8_strlen (names->str, -1) < NAMES_WIDTH; i++)
    {
      g_autofree char *name = roadmap_item_dup_name (g_ptr_array_index (children, i), language);

      g_string_append_printf (names, "%s%s", i > 0 ? comma : "", name);
    }
  return g_string_free (names, FALSE);
}

static void
add_kinds (AdwPreferencesPage *page,
           Roadmap            *roadmap,
           RoadmapItem        *item,
           const char         *language)
{
  g_autofree const RoadmapKind **kinds = list_kinds (item);
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _("Contents"), NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) children = list_children (item, kinds[i]);
      g_autofree char *names = describe_children (children, roadmap, language);
      g_autofree char *count = g_strdup_printf ("%u", children->len);
      GtkWidget *row = create_row (_(kinds[i]->label), names);
      GtkWidget *label = gtk_label_new (count);

      gtk_widget_add_css_class (label, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      add_arrow (row);
      set_action (row, "properties.open", g_variant_new ("(ss)", roadmap_item_get_id (item), kinds[i]->name));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

/* The item itself: of the roadmap, its title page. */
static void
add_item (AdwPreferencesPage *page,
          RoadmapItem        *item,
          const char         *language)
{
  gboolean root = roadmap_item_get_parent (item) == NULL;
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *name = roadmap_item_dup_name (item, language);
  GtkWidget *row = create_row (root ? _("Title Page") : _(roadmap_item_get_kind (item)->label), name);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "document-edit-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  set_action (row, "properties.edit", g_variant_new_string (roadmap_item_get_id (item)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

GtkWidget *
roadmap_properties_page_new (Roadmap           *roadmap,
                             RoadmapItem       *item,
                             const RoadmapKind *kind,
                             const char        *language)
{
  GtkWidget *page = adw_preferences_page_new ();

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);

  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page),
                                  _(kind != NULL ? kind->label : roadmap_item_get_kind (item)->label));
  if (kind != NULL)
    add_items (ADW_PREFERENCES_PAGE (page), item, kind, language);
  else
    {
      add_item (ADW_PREFERENCES_PAGE (page), item, language);
      add_kinds (ADW_PREFERENCES_PAGE (page), roadmap, item, language);
    }
  return page;
}

static gboolean
is_about (GVariant   *target,
          const char *id)
{
  g_autoptr (GVariant) first = NULL;

  if (target == NULL)
    return FALSE;
  if (g_variant_is_of_type (target, G_VARIANT_TYPE_STRING))
    return strcmp (g_variant_get_string (target, NULL), id) == 0;
  first = g_variant_get_child_value (target, 0);
  return strcmp (g_variant_get_string (first, NULL), id) == 0;
}

GtkWidget *
roadmap_properties_page_find (GtkWidget  *page,
                              const char *action,
                              const char *id)
{
  if (GTK_IS_ACTIONABLE (page) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (page)), action) == 0 &&
      is_about (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (page)), id))
    return page;
  for (GtkWidget *child = gtk_widget_get_first_child (page); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = roadmap_properties_page_find (child, action, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}
