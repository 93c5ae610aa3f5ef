/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/link-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "widgets/item-picker.h"
#include "widgets/item-words.h"

#define SPACING 6

struct _RoadmapLinkRows
{
  AdwPreferencesRow   parent_instance;

  Roadmap            *roadmap; /* not owned */
  const RoadmapField *field;
  char               *language;
  char               *ids;     /* NULL: none */
  gboolean            editable;

  GtkWidget          *label;
  GtkWidget          *button;
  GtkWidget          *lines;
};

G_DEFINE_FINAL_TYPE (RoadmapLinkRows, roadmap_link_rows, ADW_TYPE_PREFERENCES_ROW)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What can be done to a line; each has its button. */
typedef enum
{
  UP,
  DOWN,
  TAKE_AWAY,
  N_CHANGES,
} Change;

static const struct
{
  const char *icon;
  const char *name;
} changes[N_CHANGES] = {
  [UP] = { "go-up-symbolic", N_("Move Up") },
  [DOWN] = { "go-down-symbolic", N_("Move Down") },
  [TAKE_AWAY] = { "window-close-symbolic", N_("Take Away") },
};

static void rebuild (RoadmapLinkRows *self);

static void
set_ids (RoadmapLinkRows *self,
         GPtrArray       *ids)
{
  g_ptr_array_add (ids, NULL);
  g_free (self->ids);
  self->ids = ids->len > 1 ? g_strjoinv (" ", (char **) ids->pdata) : NULL;
  g_ptr_array_set_size (ids, ids->len - 1);
  rebuild (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* (transfer container): strings that are owned. */
static GPtrArray *
list_ids (RoadmapLinkRows *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) split = self->ids != NULL ? g_strsplit (self->ids, " ", -1) : NULL;

  for (guint i = 0; split != NULL && split[i] != NULL; i++)
    g_ptr_array_add (ids, g_strdup (split[i]));
  return ids;
}

static GtkWidget *
get_line (RoadmapLinkRows *self,
          guint            position)
{
  GtkWidget *line = gtk_widget_get_first_child (self->lines);

  while (line != NULL && position-- > 0)
    line = gtk_widget_get_next_sibling (line);
  return line;
}

static GtkWidget *
get_change_button (GtkWidget *line,
                   Change     change)
{
  return g_object_get_data (G_OBJECT (line), changes[change].icon);
}

/* A button that cannot be used has no focus to give on. */
static void
focus_line (RoadmapLinkRows *self,
            guint            position,
            Change           change)
{
  GtkWidget *line = get_line (self, position);
  GtkWidget *button = line != NULL ? get_change_button (line, change) : self->button;

  if (line != NULL && !gtk_widget_get_sensitive (button))
    button = get_change_button (line, change == UP ? DOWN : UP);
  gtk_widget_grab_focus (button);
}

static void
change_line (RoadmapLinkRows *self,
             guint            position,
             Change           change)
{
  g_autoptr (GPtrArray) ids = list_ids (self);
  guint to = change == UP ? position - 1 : position + 1;
  char *id;

  if (!self->editable || (change != TAKE_AWAY && to >= ids->len))
    return;

  id = g_ptr_array_steal_index (ids, position);
  if (change == TAKE_AWAY)
    g_free (id);
  else
    g_ptr_array_insert (ids, to, id);
  set_ids (self, ids);
  focus_line (self, change == TAKE_AWAY ? MIN (position, MAX (ids->len, 1) - 1) : to, change);
}

static guint
get_position (GtkWidget *line)
{
  guint position = 0;

  while ((line = gtk_widget_get_prev_sibling (line)) != NULL)
    position++;
  return position;
}

static void
button_clicked_cb (GtkWidget       *button,
                   RoadmapLinkRows *self)
{
  GtkWidget *line = gtk_widget_get_parent (button);

  for (Change change = 0; change < N_CHANGES; change++)
    if (get_change_button (line, change) == button)
      {
        change_line (self, get_position (line), change);
        return;
      }
}

static gboolean
key_pressed_cb (GtkEventController *controller,
                guint               key,
                guint               code,
                GdkModifierType     state,
                RoadmapLinkRows    *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  guint position = get_position (gtk_event_controller_get_widget (controller));

  if (modifiers == GDK_CONTROL_MASK && (key == GDK_KEY_Up || key == GDK_KEY_KP_Up))
    change_line (self, position, UP);
  else if (modifiers == GDK_CONTROL_MASK && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down))
    change_line (self, position, DOWN);
  else if (modifiers == 0 && (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete))
    change_line (self, position, TAKE_AWAY);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
add_button (RoadmapLinkRows *self,
            GtkWidget       *line,
            Change           change,
            const char      *item)
{
  GtkWidget *button = gtk_button_new_from_icon_name (changes[change].icon);
  g_autofree char *name = g_strdup_printf ("%s: %s", _(changes[change].name), item);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _(changes[change].name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (button_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (line), button);
  g_object_set_data (G_OBJECT (line), changes[change].icon, button);
}

static void
add_line (RoadmapLinkRows *self,
          const char      *id,
          gboolean         first,
          gboolean         last)
{
  RoadmapItem *item = roadmap_lookup (self->roadmap, id);
  g_autofree char *name = item != NULL ? roadmap_item_dup_name (item, self->language) : g_strdup (id);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *words = item != NULL ? roadmap_item_line_new (TRUE) : gtk_label_new (id);
  GtkEventController *keys = gtk_event_controller_key_new ();

  if (item != NULL)
    roadmap_item_line_set_item (words, item, self->language);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), words);
  for (Change change = first && last ? TAKE_AWAY : UP; change < N_CHANGES; change++)
    add_button (self, line, change, name);
  if (!(first && last))
    {
      gtk_widget_set_sensitive (get_change_button (line, UP), !first);
      gtk_widget_set_sensitive (get_change_button (line, DOWN), !last);
    }
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (line, keys);
  gtk_box_append (GTK_BOX (self->lines), line);
}

static void
show_editable (RoadmapLinkRows *self)
{
  gtk_widget_set_visible (self->button, self->editable);
  for (GtkWidget *line = gtk_widget_get_first_child (self->lines); line != NULL; line = gtk_widget_get_next_sibling (line))
    for (Change change = 0; change < N_CHANGES; change++)
      if (get_change_button (line, change) != NULL)
        gtk_widget_set_visible (get_change_button (line, change), self->editable);
}

static void
describe (RoadmapLinkRows *self,
          GPtrArray       *ids)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      RoadmapItem *item = roadmap_lookup (self->roadmap, g_ptr_array_index (ids, i));
      g_autofree char *name = item != NULL ? roadmap_item_dup_name (item, self->language) : NULL;

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name != NULL ? name : "");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  names->len > 0 ? names->str : _("None"), -1);
}

static void
rebuild (RoadmapLinkRows *self)
{
  g_autoptr (GPtrArray) ids = list_ids (self);

  while (gtk_widget_get_first_child (self->lines) != NULL)
    gtk_box_remove (GTK_BOX (self->lines), gtk_widget_get_first_child (self->lines));
  for (guint i = 0; i < ids->len; i++)
    add_line (self, g_ptr_array_index (ids, i), i == 0, i + 1 == ids->len);
  gtk_widget_set_visible (self->lines, ids->len > 0);
  show_editable (self);
  describe (self, ids);
}

static void
picked_cb (RoadmapLinkRows *self,
           RoadmapItem     *item)
{
  g_autoptr (GPtrArray) ids = list_ids (self);

  if (self->field->type == ROADMAP_FIELD_REF)
    g_ptr_array_set_size (ids, 0);
  if (g_ptr_array_find_with_equal_func (ids, roadmap_item_get_id (item), g_str_equal, NULL))
    return;
  g_ptr_array_add (ids, g_strdup (roadmap_item_get_id (item)));
  set_ids (self, ids);
}

static void
activated_cb (RoadmapLinkRows *self)
{
  if (self->editable)
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}

static gboolean
label_mnemonic_cb (RoadmapLinkRows *self)
{
  activated_cb (self);
  return TRUE;
}

static void
roadmap_link_rows_finalize (GObject *object)
{
  RoadmapLinkRows *self = ROADMAP_LINK_ROWS (object);

  g_free (self->language);
  g_free (self->ids);

  G_OBJECT_CLASS (roadmap_link_rows_parent_class)->finalize (object);
}

static void
roadmap_link_rows_class_init (RoadmapLinkRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_link_rows_finalize;

  signals[CHANGED] = g_signal_new ("changed", ROADMAP_TYPE_LINK_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
roadmap_link_rows_init (RoadmapLinkRows *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  self->editable = TRUE;
  self->button = g_object_new (GTK_TYPE_MENU_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (self->button, "flat");
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, "wrap-mode",
                              PANGO_WRAP_WORD_CHAR, "use-underline", TRUE, "mnemonic-widget", self->button, NULL);
  g_signal_connect_object (self->button, "mnemonic-activate", G_CALLBACK (label_mnemonic_cb), self, G_CONNECT_SWAPPED);
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  gtk_box_append (GTK_BOX (head), self->label);
  gtk_box_append (GTK_BOX (head), self->button);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->lines);
  gtk_widget_add_css_class (box, "link-rows");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
roadmap_link_rows_new (Roadmap            *roadmap,
                       RoadmapItem        *item,
                       const RoadmapField *field,
                       const char         *language)
{
  RoadmapLinkRows *self;
  GtkWidget *picker;
  gboolean several;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);
  g_return_val_if_fail (field != NULL && roadmap_field_is_link (field), NULL);

  self = g_object_new (ROADMAP_TYPE_LINK_ROWS, NULL);
  self->roadmap = roadmap;
  self->field = field;
  self->language = g_strdup (language);
  several = field->type == ROADMAP_FIELD_REFS;
  picker = roadmap_item_picker_new (roadmap, field->target, item, language);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), picker);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), several ? "list-add-symbolic" : "pan-down-symbolic");
  gtk_widget_set_tooltip_text (self->button, several ? _("Add a Link") : _("Choose"));
  return GTK_WIDGET (self);
}

void
roadmap_link_rows_set_name (RoadmapLinkRows *self,
                            const char      *label,
                            const char      *name)
{
  g_autofree char *button_name = NULL;

  g_return_if_fail (ROADMAP_IS_LINK_ROWS (self));

  /* Translators: the first %s is what the button does, the second the name of a field */
  button_name = g_strdup_printf (_("%s: %s"), gtk_widget_get_tooltip_text (self->button), name);
  gtk_label_set_label (GTK_LABEL (self->label), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, button_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

const char *
roadmap_link_rows_get_ids (RoadmapLinkRows *self)
{
  g_return_val_if_fail (ROADMAP_IS_LINK_ROWS (self), NULL);

  return self->ids;
}

void
roadmap_link_rows_set_ids (RoadmapLinkRows *self,
                           const char      *ids)
{
  g_return_if_fail (ROADMAP_IS_LINK_ROWS (self));

  g_free (self->ids);
  self->ids = g_strdup (ids);
  rebuild (self);
}

void
roadmap_link_rows_set_editable (RoadmapLinkRows *self,
                                gboolean         editable)
{
  g_return_if_fail (ROADMAP_IS_LINK_ROWS (self));

  self->editable = editable;
  show_editable (self);
}

GtkWidget *
roadmap_link_rows_get_button (RoadmapLinkRows *self)
{
  g_return_val_if_fail (ROADMAP_IS_LINK_ROWS (self), NULL);

  return self->button;
}
