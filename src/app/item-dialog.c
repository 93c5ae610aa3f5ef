/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/item-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat.h"
#include "model/amendment.h"
#include "widgets/span-row.h"
#include "widgets/text-card.h"
#include "widgets/wording.h"

/* The translation that can be added where the content's language is the document's own. */
#define SECOND_LANGUAGE "en"

/* A field that is wording, in one language, and where it is edited. */
typedef struct
{
  const RoadmapField *field;
  const char         *language; /* interned; NULL for the document's own */
  gboolean            adopted;
  RoadmapTextCard    *card;
} Wording;

struct _RoadmapItemDialog
{
  AdwWindow            parent_instance;

  RoadmapHistory      *history;
  Roadmap             *roadmap;
  RoadmapItem         *item;
  GArray              *wordings; /* Wording */
  gboolean             unlocked;
  gboolean             may_close;

  GtkLabel            *error_label;
  AdwPreferencesGroup *wording_group;
  GtkBox              *wording_box;
  GtkWidget           *lock_box;
  GtkImage            *lock_image;
  GtkLabel            *lock_label;
  GtkWidget           *unlock_button;
  GtkBox              *translations_box;
  RoadmapSpanRows     *span_rows;
};

G_DEFINE_FINAL_TYPE (RoadmapItemDialog, roadmap_item_dialog, ADW_TYPE_WINDOW)

enum { SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static Wording *
get_wording (RoadmapItemDialog *self,
             guint              index)
{
  return &g_array_index (self->wordings, Wording, index);
}

static const char *
get_old_text (RoadmapItemDialog *self,
              const Wording     *wording)
{
  return roadmap_item_get_value (self->item, wording->field, wording->language);
}

static void
add_wording_edits (RoadmapItemDialog *self,
                   GPtrArray         *edits)
{
  for (guint i = 0; i < self->wordings->len; i++)
    {
      const Wording *wording = get_wording (self, i);
      g_autofree char *text = roadmap_text_card_dup_text (wording->card);

      if (g_strcmp0 (text, get_old_text (self, wording)) != 0)
        g_ptr_array_add (edits, roadmap_edit_new_set (self->item, wording->field, wording->language, text));
    }
}

/* (transfer container): what saving would change, no more. */
static GPtrArray *
collect_edits (RoadmapItemDialog *self)
{
  GPtrArray *edits = roadmap_span_rows_get_edits (self->span_rows);

  add_wording_edits (self, edits);
  return edits;
}

static gboolean
has_edits (RoadmapItemDialog *self)
{
  g_autoptr (GPtrArray) edits = collect_edits (self);

  return edits->len > 0;
}

/* The required text that was emptied, or NULL. */
static const RoadmapField *
find_missing (RoadmapItemDialog *self)
{
  for (guint i = 0; i < self->wordings->len; i++)
    {
      const Wording *wording = get_wording (self, i);
      g_autofree char *text = roadmap_text_card_dup_text (wording->card);

      if (wording->language == NULL && wording->field->flags & ROADMAP_FIELD_REQUIRED && text == NULL)
        return wording->field;
    }
  return NULL;
}

/* NULL: none. */
static void
show_error (RoadmapItemDialog *self,
            const char        *message)
{
  gtk_label_set_label (self->error_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), message != NULL);
}

static void
changed_cb (RoadmapItemDialog *self)
{
  const RoadmapField *missing = find_missing (self);
  /* Translators: %s is the name of a field, such as “Title” */
  g_autofree char *message = missing != NULL ? g_strdup_printf (_("“%s” cannot be empty."), _(missing->label)) : NULL;

  show_error (self, message);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save",
                                 missing == NULL && roadmap_span_rows_get_problem (self->span_rows) == NULL &&
                                 has_edits (self));
}

static void
set_adopted_editable (RoadmapItemDialog *self,
                      gboolean           editable)
{
  for (guint i = 0; i < self->wordings->len; i++)
    {
      const Wording *wording = get_wording (self, i);

      if (!wording->adopted)
        continue;
      roadmap_text_card_set_editable (wording->card, editable);
      gtk_widget_set_visible (GTK_WIDGET (wording->card), editable || get_old_text (self, wording) != NULL);
    }
}

static void
unlock_cb (RoadmapItemDialog *self)
{
  self->unlocked = TRUE;
  set_adopted_editable (self, TRUE);
  gtk_image_set_from_icon_name (self->lock_image, "changes-allow-symbolic");
  gtk_label_set_label (self->lock_label,
                       _("Unlocked until you save or cancel. Correct only what differs from the source; what was "
                         "decided since is an amendment or a progress record."));
  gtk_widget_set_visible (self->unlock_button, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (get_wording (self, 0)->card));
}

/* What undo will take back. */
static const char *
name_step (GPtrArray *edits)
{
  gboolean wording = FALSE, translation = FALSE, span = FALSE;

  for (guint i = 0; i < edits->len; i++)
    {
      const RoadmapEdit *edit = g_ptr_array_index (edits, i);

      translation |= edit->language != NULL;
      wording |= edit->language == NULL && roadmap_field_is_text (edit->field);
      span |= !roadmap_field_is_text (edit->field);
    }
  if (wording + translation + span > 1)
    return _("Edit Item");
  return wording ? _("Correct Wording") : translation ? _("Edit Translation") : _("Change Span");
}

static gboolean
apply (RoadmapItemDialog  *self,
       GPtrArray          *edits,
       GError            **error)
{
  roadmap_history_begin (self->history, name_step (edits));
  for (guint i = 0; i < edits->len; i++)
    if (!roadmap_change (self->roadmap, g_ptr_array_index (edits, i), error))
      {
        roadmap_history_rollback (self->history);
        return FALSE;
      }
  return roadmap_history_commit (self->history, error);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RoadmapItemDialog *self = ROADMAP_ITEM_DIALOG (widget);
  g_autoptr (GPtrArray) edits = collect_edits (self);
  g_autoptr (GError) error = NULL;
  gboolean locked = roadmap_get_wording_locked (self->roadmap);
  gboolean saved;

  if (self->unlocked)
    roadmap_set_wording_locked (self->roadmap, FALSE);
  saved = apply (self, edits, &error);
  roadmap_set_wording_locked (self->roadmap, locked);

  if (!saved)
    {
      show_error (self, error->message);
      return;
    }
  self->may_close = TRUE;
  g_signal_emit (self, signals[SAVED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
discard_answered_cb (const char *response,
                     gpointer    user_data)
{
  RoadmapItemDialog *self = user_data;

  if (g_strcmp0 (response, "discard") != 0)
    return;
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
roadmap_item_dialog_close_request (GtkWindow *window)
{
  RoadmapItemDialog *self = ROADMAP_ITEM_DIALOG (window);
  const RoadmapAnswer answers[] = {
    { .id = "keep", .label = _("_Keep Editing") },
    { .id = "discard", .label = _("_Discard"), .destructive = TRUE },
    { NULL },
  };

  if (self->may_close || !has_edits (self))
    return GTK_WINDOW_CLASS (roadmap_item_dialog_parent_class)->close_request (window);

  roadmap_compat_ask (window, _("Discard the Changes?"), _("What you changed has not been saved."), answers,
                      discard_answered_cb, self);
  return TRUE;
}

static void
roadmap_item_dialog_finalize (GObject *object)
{
  RoadmapItemDialog *self = ROADMAP_ITEM_DIALOG (object);

  g_clear_object (&self->history);
  g_clear_object (&self->roadmap);
  g_clear_object (&self->item);
  g_clear_pointer (&self->wordings, g_array_unref);

  G_OBJECT_CLASS (roadmap_item_dialog_parent_class)->finalize (object);
}

static void
roadmap_item_dialog_class_init (RoadmapItemDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roadmap_item_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = roadmap_item_dialog_close_request;

  signals[SAVED] = g_signal_new ("saved", ROADMAP_TYPE_ITEM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);

  g_type_ensure (ROADMAP_TYPE_SPAN_ROWS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/item-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapItemDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, RoadmapItemDialog, wording_group);
  gtk_widget_class_bind_template_child (widget_class, RoadmapItemDialog, wording_box);
  gtk_widget_class_bind_template_child (widget_class, RoadmapItemDialog, lock_box);
  gtk_widget_class_bind_template_child (widget_class, RoadmapItemDialog, lock_image);
  gtk_widget_class_bind_template_child (widget_class, RoadmapItemDialog, lock_label);
  gtk_widget_class_bind_template_child (widget_class, RoadmapItemDialog, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapItemDialog, translations_box);
  gtk_widget_class_bind_template_child (widget_class, RoadmapItemDialog, span_rows);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlock_cb);
}

static void
roadmap_item_dialog_init (RoadmapItemDialog *self)
{
  self->wordings = g_array_new (FALSE, FALSE, sizeof (Wording));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The schema's labels with a key to reach them by. */
static const char *
get_mnemonic_label (const RoadmapField *field)
{
  if (strcmp (field->name, "title") == 0)
    return _("_Title");
  if (strcmp (field->name, "detail") == 0)
    return _("E_xplanation");
  if (strcmp (field->name, "timing") == 0)
    return _("Time as _Worded");
  return _(field->label);
}

static char *
describe_translation (const char *language)
{
  if (strcmp (language, "en") == 0)
    return g_strdup (_("English Translation"));
  if (strcmp (language, "ja") == 0)
    return g_strdup (_("Japanese Translation"));
  /* Translators: %s is the code of a language, such as “fr” */
  return g_strdup_printf (_("Translation (%s)"), language);
}

/* The label above says which text it is, but not in which language. */
static void
name_text (const Wording *wording)
{
  g_autofree char *translation = wording->language != NULL ? describe_translation (wording->language) : NULL;
  g_autofree char *name = g_strjoin (", ", _(wording->field->label), translation, NULL);

  roadmap_text_card_set_name (wording->card, name);
}

static void
add_text (RoadmapItemDialog  *self,
          GtkBox             *box,
          const RoadmapField *field,
          const char         *language)
{
  gboolean ours = roadmap_wording_is_ours (self->item, language);
  Wording wording = { field, language, !ours && field->flags & ROADMAP_FIELD_OFFICIAL };
  GtkWidget *card = roadmap_text_card_new (get_mnemonic_label (field), get_old_text (self, &wording));

  wording.card = ROADMAP_TEXT_CARD (card);
  name_text (&wording);
  gtk_box_append (box, card);
  g_signal_connect_swapped (card, "changed", G_CALLBACK (changed_cb), self);
  g_array_append_val (self->wordings, wording);
}

static gboolean
is_wording (const RoadmapField *field)
{
  return field->type == ROADMAP_FIELD_TEXT;
}

static char *
describe_source (RoadmapItemDialog *self,
                 const char        *language)
{
  const char *source = roadmap_item_get_inherited (self->item, "source");
  const char *page = roadmap_item_get_inherited (self->item, "page");
  RoadmapItem *part = source != NULL ? roadmap_lookup (self->roadmap, source) : NULL;
  g_autofree char *title = part != NULL ? roadmap_item_dup_title (part, language) : NULL;

  if (title == NULL || page == NULL)
    return NULL;
  /* Translators: where wording stands in the published document, such as “別添１, page 2” */
  return g_markup_printf_escaped (_("%s, page %s"), title, page);
}

static void
fill_wording (RoadmapItemDialog *self,
              const char        *language)
{
  const RoadmapKind *kind = roadmap_item_get_kind (self->item);
  g_autofree char *source = describe_source (self, language);
  gboolean adopted = FALSE;

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (is_wording (field))
      add_text (self, self->wording_box, field, NULL);

  for (guint i = 0; i < self->wordings->len; i++)
    adopted |= get_wording (self, i)->adopted;
  set_adopted_editable (self, FALSE);
  gtk_widget_set_visible (self->lock_box, adopted);
  adw_preferences_group_set_title (self->wording_group, adopted ? _("Adopted Wording") : _("Wording"));
  adw_preferences_group_set_description (self->wording_group, adopted ? source : NULL);
}

static void
note_language_cb (const RoadmapField *field,
                  const char         *language,
                  const char         *value,
                  gpointer            languages)
{
  if (language != NULL && is_wording (field) && !g_ptr_array_find (languages, language, NULL))
    g_ptr_array_add (languages, (gpointer) g_intern_string (language));
}

/* (transfer container): the content's language, and any the item is translated into. */
static GPtrArray *
list_languages (RoadmapItemDialog *self,
                const char        *language)
{
  GPtrArray *languages = g_ptr_array_new ();

  if (language == NULL || g_strcmp0 (language, roadmap_get_language (self->roadmap)) == 0)
    language = SECOND_LANGUAGE;
  if (strcmp (language, roadmap_get_language (self->roadmap)) != 0)
    g_ptr_array_add (languages, (gpointer) g_intern_string (language));
  roadmap_item_foreach_value (self->item, note_language_cb, languages);
  return languages;
}

static void
fill_translation (RoadmapItemDialog *self,
                  const char        *language)
{
  const RoadmapKind *kind = roadmap_item_get_kind (self->item);
  g_autofree char *title = describe_translation (language);
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title,
                                   "description", _("Ours, not adopted"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (is_wording (field) && roadmap_item_get_in (self->item, field->name, language) != NULL)
      add_text (self, GTK_BOX (box), field, language);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);
  gtk_box_append (self->translations_box, group);
}

static void
fill (RoadmapItemDialog *self,
      const char        *language)
{
  g_autoptr (GPtrArray) languages = list_languages (self, language);
  /* Translators: %s is a kind of item, such as “Bar” or “Milestone” */
  g_autofree char *title = g_strdup_printf (_("Edit %s"), _(roadmap_item_get_kind (self->item)->label));

  gtk_window_set_title (GTK_WINDOW (self), title);
  fill_wording (self, language);
  for (guint i = 0; i < languages->len; i++)
    fill_translation (self, g_ptr_array_index (languages, i));
  roadmap_span_rows_set_item (self->span_rows, self->roadmap, self->item, language);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (get_wording (self, 0)->card));
}

GtkWidget *
roadmap_item_dialog_new (GtkWindow      *parent,
                         RoadmapHistory *history,
                         Roadmap        *roadmap,
                         RoadmapItem    *item,
                         const char     *language)
{
  RoadmapItemDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ROADMAP_IS_HISTORY (history), NULL);
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (roadmap_kind_find_field (roadmap_item_get_kind (item), "title") != NULL, NULL);

  self = g_object_new (ROADMAP_TYPE_ITEM_DIALOG, "transient-for", parent, NULL);
  self->history = g_object_ref (history);
  self->roadmap = g_object_ref (roadmap);
  self->item = g_object_ref (item);
  fill (self, language);
  return GTK_WIDGET (self);
}
