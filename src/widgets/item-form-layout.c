/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "widgets/item-form-private.h"
#include "widgets/item-words.h"

#define SPACING 24
#define TEXT_SPACING 12
#define NOTE_SPACING 6

/* Letters of the buttons around a form. */
#define TAKEN "sca"

static void
add_to_group (AdwPreferencesGroup *group,
              RoadmapFormField    *field)
{
  GtkWidget *widget = roadmap_field_row_get_widget (field->row);
  GtkWidget *note = roadmap_field_row_get_note (field->row);

  adw_preferences_group_add (group, widget);
  adw_preferences_group_add (group, note);
}

/* A card with its note, which a box keeps together. */
static void
add_text (GtkWidget        *box,
          RoadmapFormField *field)
{
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, NOTE_SPACING);

  gtk_box_append (GTK_BOX (text), roadmap_field_row_get_widget (field->row));
  gtk_box_append (GTK_BOX (text), roadmap_field_row_get_note (field->row));
  gtk_box_append (GTK_BOX (box), text);
}

static char *
describe_source (RoadmapItemForm *self)
{
  const char *source = roadmap_item_get_inherited (self->item, "source");
  const char *page = roadmap_item_get_inherited (self->item, "page");
  RoadmapItem *part = source != NULL ? roadmap_lookup (self->roadmap, source) : NULL;
  g_autofree char *title = part != NULL ? roadmap_item_dup_title (part, self->language) : NULL;

  if (title == NULL || page == NULL)
    return NULL;
  /* Translators: where wording stands in the published document, such as “別添１, page 2” */
  return g_markup_printf_escaped (_("%s, page %s"), title, page);
}

/* NULL: there is none in progress. */
static char *
describe_amendment (RoadmapItemForm *self)
{
  g_autofree char *title = NULL;

  if (self->amendment == NULL)
    return NULL;
  title = roadmap_item_dup_title (self->amendment, self->language);
  /* Translators: %s is an edition */
  return g_strdup_printf (_("What you change belongs to the amendment “%s”. What was adopted before stays readable."), title);
}

static GtkWidget *
create_lock (RoadmapItemForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, TEXT_SPACING);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *amendment = describe_amendment (self);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _("_Unlock to Correct a Transcription Error"), "use-underline",
                                   TRUE, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, NULL);

  self->lock_image = g_object_new (GTK_TYPE_IMAGE, "icon-name", "changes-prevent-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL);
  self->lock_label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "hexpand",
                                   TRUE, "label", _("Adopted wording is locked, so that nobody changes by accident what was "
                                                    "decided."), NULL);
  self->unlock_button = g_object_new (GTK_TYPE_BUTTON, "child", label, "halign", GTK_ALIGN_START, "action-name",
                                      "form.unlock", NULL);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->unlock_button);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->unlock_button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);

  if (amendment != NULL)
    {
      gtk_image_set_from_icon_name (self->lock_image, "document-edit-symbolic");
      gtk_label_set_label (self->lock_label, amendment);
      gtk_widget_set_visible (self->unlock_button, FALSE);
    }
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->lock_image));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->lock_label));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->unlock_button);
  gtk_widget_set_margin_top (box, TEXT_SPACING);
  return box;
}

/* Without a title above, a list has no name. */
static void
name_lists (GtkWidget       *top,
            RoadmapFormPart  part)
{
  if (GTK_IS_LIST_BOX (top))
    gtk_accessible_update_property (GTK_ACCESSIBLE (top), GTK_ACCESSIBLE_PROPERTY_LABEL, roadmap_form_part_get_title (part), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_lists (child, part);
}

/* Hidden when there is nothing to see in it. */
static GtkWidget *
create_list (void)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  name_lists (list, ROADMAP_FORM_WORDING);
  return list;
}

/* Numbers and markers in a list, then texts, each on a card. */
static void
add_wording (RoadmapItemForm *self)
{
  const RoadmapKind *kind = roadmap_item_get_kind (self->item);
  gboolean adopted = roadmap_item_form_is_adopted (self);
  g_autofree char *source = adopted ? describe_source (self) : NULL;
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, TEXT_SPACING);

  self->wording_list = create_list ();
  self->wording_group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title",
                                      adopted ? _("Adopted Wording") : roadmap_form_part_get_title (ROADMAP_FORM_WORDING),
                                      "description", source, NULL);
  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    {
      RoadmapFormField *added;

      if (roadmap_form_find_part (field) != ROADMAP_FORM_WORDING)
        continue;
      added = roadmap_item_form_add_field (self, field, NULL);
      if (roadmap_field_is_text (field))
        add_text (texts, added);
      else
        {
          gtk_list_box_append (GTK_LIST_BOX (self->wording_list), roadmap_field_row_get_widget (added->row));
          gtk_list_box_append (GTK_LIST_BOX (self->wording_list), roadmap_field_row_get_note (added->row));
        }
    }
  gtk_box_prepend (GTK_BOX (texts), self->wording_list);
  adw_preferences_group_add (self->wording_group, texts);
  if (adopted)
    {
      self->lock_box = create_lock (self);
      adw_preferences_group_add (self->wording_group, self->lock_box);
    }
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->wording_group));
}

void
roadmap_item_form_add_language (RoadmapItemForm *self,
                                const char      *language)
{
  const RoadmapKind *kind = roadmap_item_get_kind (self->item);
  g_autofree char *title = NULL;
  GtkWidget *group, *box;

  language = g_intern_string (language);
  if (g_ptr_array_find (self->languages, language, NULL))
    return;

  g_ptr_array_add (self->languages, (gpointer) language);
  title = roadmap_form_dup_language (language);
  group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, "description", _("Ours, not adopted"), NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, TEXT_SPACING);
  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (roadmap_field_is_text (field))
      add_text (box, roadmap_item_form_add_field (self, field, language));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);
  gtk_box_append (self->translations, group);
  roadmap_item_form_update_shown (self);
}

static void
note_language_cb (const RoadmapField *field,
                  const char         *language,
                  const char         *value,
                  gpointer            form)
{
  if (language != NULL)
    roadmap_item_form_add_language (form, language);
}

static gboolean
has_text (RoadmapItemForm *self)
{
  const RoadmapKind *kind = roadmap_item_get_kind (self->item);

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (roadmap_field_is_text (field))
      return TRUE;
  return FALSE;
}

static void
language_clicked_cb (GtkWidget *button)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
}

static void
language_entered_cb (GtkEntry        *entry,
                     RoadmapItemForm *self)
{
  const char *language = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (!g_regex_match_simple ("^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\\z", language, 0, 0) ||
      g_ascii_strcasecmp (language, roadmap_get_language (self->roadmap)) == 0)
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  language_clicked_cb (GTK_WIDGET (entry));
  roadmap_item_form_add_language (self, language);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

/* Those that @languages has and the form not yet, and any other by its code. */
static GtkWidget *
create_language_popover (RoadmapItemForm *self,
                         GPtrArray       *languages)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "placeholder-text", _("Language, such as fr"), NULL);

  for (guint i = 0; i < languages->len; i++)
    {
      const char *language = g_ptr_array_index (languages, i);
      g_autofree char *label = roadmap_form_dup_language (language);
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_widget_set_visible (button, !g_ptr_array_find (self->languages, language, NULL));

      gtk_widget_add_css_class (button, "flat");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "form.add-language");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", language);
      g_signal_connect (button, "clicked", G_CALLBACK (language_clicked_cb), NULL);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Language, such as fr"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (language_entered_cb), self, 0);
  gtk_box_append (GTK_BOX (box), entry);
  return g_object_new (GTK_TYPE_POPOVER, "child", box, NULL);
}

static void
collect_language_cb (const RoadmapField *field,
                     const char         *language,
                     const char         *value,
                     gpointer            languages)
{
  if (language != NULL && !g_ptr_array_find (languages, g_intern_string (language), NULL))
    g_ptr_array_add (languages, (gpointer) g_intern_string (language));
}

/* (transfer container): what the items around are translated into, up to the title page.  To ask all of the roadmap
 * would take longer, the longer it is. */
static GPtrArray *
list_languages (RoadmapItemForm *self)
{
  GPtrArray *languages = g_ptr_array_new ();
  RoadmapItem *around = self->parent != NULL ? self->parent : self->item;

  for (; around != NULL; around = roadmap_item_get_parent (around))
    roadmap_item_foreach_value (around, collect_language_cb, languages);
  return languages;
}

/* The content's language, those the item is translated into, else one that others are. */
static void
add_translations (RoadmapItemForm *self)
{
  g_autoptr (GPtrArray) languages = list_languages (self);

  self->translations = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING));
  if (!has_text (self))
    return;

  if (strcmp (self->language, roadmap_get_language (self->roadmap)) != 0)
    roadmap_item_form_add_language (self, self->language);
  roadmap_item_foreach_value (self->item, note_language_cb, self);
  if (self->languages->len == 0 && languages->len > 0)
    roadmap_item_form_add_language (self, g_ptr_array_index (languages, 0));

  self->language_button = g_object_new (GTK_TYPE_MENU_BUTTON, "label", _("Add _Translation"), "use-underline", TRUE, "halign",
                                        GTK_ALIGN_START, "popover", create_language_popover (self, languages), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->language_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add Translation"), -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->translations));
  gtk_box_append (GTK_BOX (self), self->language_button);
}

static void
add_part (RoadmapItemForm *self,
          RoadmapFormPart  part)
{
  const RoadmapKind *kind = roadmap_item_get_kind (self->item);
  GtkWidget *group = NULL;

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    {
      if (roadmap_form_find_part (field) != part)
        continue;
      if (group == NULL)
        {
          group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", roadmap_form_part_get_title (part), NULL);
          gtk_box_append (GTK_BOX (self), group);
        }
      add_to_group (ADW_PREFERENCES_GROUP (group), roadmap_item_form_add_field (self, field, NULL));
    }
}

/* Seldom looked at: folded. */
static void
add_provenance (RoadmapItemForm *self)
{
  const RoadmapKind *kind = roadmap_item_get_kind (self->item);
  GtkWidget *group = adw_preferences_group_new ();

  self->provenance = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", roadmap_form_part_get_title (ROADMAP_FORM_PROVENANCE),
                                   "subtitle", _("Origin, edition, and place in the source"), NULL);
  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (roadmap_form_find_part (field) == ROADMAP_FORM_PROVENANCE)
      {
        RoadmapFormField *added = roadmap_item_form_add_field (self, field, NULL);

        adw_expander_row_add_row (ADW_EXPANDER_ROW (self->provenance), roadmap_field_row_get_widget (added->row));
        adw_expander_row_add_row (ADW_EXPANDER_ROW (self->provenance), roadmap_field_row_get_note (added->row));
      }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->provenance);
  name_lists (group, ROADMAP_FORM_PROVENANCE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->provenance), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  roadmap_form_part_get_title (ROADMAP_FORM_PROVENANCE), -1);
  gtk_box_append (GTK_BOX (self), group);
}

void
roadmap_item_form_lay_out (RoadmapItemForm *self)
{
  const RoadmapKind *kind = roadmap_item_get_kind (self->item);
  g_autoptr (GString) taken = g_string_new (TAKEN);

  gtk_box_set_spacing (GTK_BOX (self), SPACING);
  if (roadmap_item_form_is_adopted (self))
    g_string_append_c (taken, 'u');
  for (RoadmapFormPart part = ROADMAP_FORM_WORDING; part < ROADMAP_N_FORM_PARTS; part++)
    for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
      if (roadmap_form_find_part (field) == part)
        g_hash_table_insert (self->labels, (gpointer) field, roadmap_form_dup_label (field, taken));

  if (has_text (self))
    add_wording (self);
  add_translations (self);
  for (RoadmapFormPart part = ROADMAP_FORM_WORDING + 1; part < ROADMAP_FORM_PROVENANCE; part++)
    add_part (self, part);
  add_provenance (self);
}

/* A text in another language is there when there is something to translate, or when it is there. */
static gboolean
is_shown (RoadmapItemForm  *self,
          RoadmapFormField *field)
{
  RoadmapFormField *own;

  if (field->value != NULL || field->problem != NULL || field->touched)
    return TRUE;
  if (field->language == NULL)
    return !field->adopted || self->unlocked;
  own = roadmap_item_form_find_field (self, field->field->name, NULL);
  return own->value != NULL || (self->parent != NULL && field->field->flags & ROADMAP_FIELD_REQUIRED);
}

void
roadmap_item_form_update_shown (RoadmapItemForm *self)
{
  gboolean rows = FALSE;

  for (guint i = 0; i < self->fields->len; i++)
    {
      RoadmapFormField *field = g_ptr_array_index (self->fields, i);
      gboolean shown = is_shown (self, field);

      if (roadmap_form_find_part (field->field) != ROADMAP_FORM_WORDING)
        continue;
      roadmap_field_row_set_visible (field->row, shown);
      if (roadmap_field_is_text (field->field))
        gtk_widget_set_visible (gtk_widget_get_parent (roadmap_field_row_get_widget (field->row)), shown);
      else
        rows |= shown;
    }
  if (self->wording_list != NULL)
    gtk_widget_set_visible (self->wording_list, rows);
}

void
roadmap_item_form_unlock (RoadmapItemForm *self)
{
  RoadmapFormField *first = NULL;

  g_return_if_fail (ROADMAP_IS_ITEM_FORM (self));

  if (self->lock_box == NULL || self->unlocked)
    return;
  self->unlocked = TRUE;
  for (guint i = self->fields->len; i > 0; i--)
    {
      RoadmapFormField *field = g_ptr_array_index (self->fields, i - 1);

      if (field->adopted)
        {
          roadmap_field_row_set_editable (field->row, TRUE);
          roadmap_item_form_show_hint (self, field);
        }
      if (field->adopted && roadmap_field_is_text (field->field))
        first = field;
    }
  roadmap_item_form_update_shown (self);
  gtk_image_set_from_icon_name (self->lock_image, "changes-allow-symbolic");
  gtk_label_set_label (self->lock_label,
                       _("Unlocked until you save or cancel. Correct only what differs from the source; what was "
                         "decided since is an amendment or a progress record."));
  gtk_widget_set_visible (self->unlock_button, FALSE);
  if (first != NULL)
    roadmap_field_row_grab_focus (first->row);
}
