/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/item-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat.h"
#include "widgets/span-row.h"
#include "widgets/wording.h"

/* The translation that can be added where the content's language is the document's own. */
#define SECOND_LANGUAGE "en"

/* Longer texts scroll. */
#define TEXT_HEIGHT_MAX 240
#define TEXT_MARGIN 12

/* A field that is wording, in one language, and where it is edited. */
typedef struct
{
  const RoadmapField *field;
  const char         *language; /* interned; NULL for the document's own */
  gboolean            adopted;
  GtkWidget          *box;
  GtkTextView        *view;
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

/* What was entered; NULL if that is nothing but space, which is how a value is taken away. */
static char *
dup_text (const Wording *wording)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (wording->view);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  /* PowerPoint copies a line break as a vertical tab. */
  g_strdelimit (text, "\v", '\n');
  return text[strspn (text, " \t\r\n")] != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
add_wording_edits (RoadmapItemDialog *self,
                   GPtrArray         *edits)
{
  for (guint i = 0; i < self->wordings->len; i++)
    {
      const Wording *wording = get_wording (self, i);
      g_autofree char *text = dup_text (wording);

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
      g_autofree char *text = dup_text (wording);

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

/* Text that cannot be edited looks like text, not like a field; it can still be read out and copied. */
static void
set_editable (const Wording *wording,
              gboolean       editable)
{
  GtkWidget *card = gtk_widget_get_parent (GTK_WIDGET (wording->view));
  int margin = editable ? TEXT_MARGIN : 0;

  g_object_set (wording->view, "editable", editable, "cursor-visible", editable, "top-margin", margin,
                "bottom-margin", margin, "left-margin", margin, "right-margin", margin, NULL);
  g_object_set (card, "vscrollbar-policy", editable ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER, NULL);
  if (editable)
    gtk_widget_add_css_class (card, "card");
  else
    gtk_widget_remove_css_class (card, "card");
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
      set_editable (wording, editable);
      gtk_widget_set_visible (wording->box, editable || get_old_text (self, wording) != NULL);
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
  gtk_widget_grab_focus (GTK_WIDGET (get_wording (self, 0)->view));
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
  return wording ? _("Correct Wording") : translation ? _("Edit Translation") : _("Change Period");
}

static gboolean
apply (RoadmapItemDialog  *self,
       GPtrArray          *edits,
       GError            **error)
{
  roadmap_history_begin (self->history, name_step (edits));
  for (guint i = 0; i < edits->len; i++)
    if (!roadmap_apply (self->roadmap, g_ptr_array_index (edits, i), error))
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

static GtkTextView *
create_text_view (const char *text)
{
  GtkWidget *view = g_object_new (GTK_TYPE_TEXT_VIEW, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  /* Undo takes back what is typed here, not what was there before. */
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (buffer);

  /* The ground is that of the card. */
  gtk_widget_remove_css_class (view, "view");
  return GTK_TEXT_VIEW (view);
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

  if (gtk_adjustment_get_upper (adjustment) > height && height < TEXT_HEIGHT_MAX)
    gtk_widget_add_tick_callback (view, resize_cb, NULL, NULL);
}

static GtkWidget *
create_card (GtkTextView *view)
{
  GtkWidget *card = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", view, "hscrollbar-policy", GTK_POLICY_NEVER,
                                  "propagate-natural-height", TRUE, "max-content-height", TEXT_HEIGHT_MAX,
                                  "overflow", GTK_OVERFLOW_HIDDEN, "focusable", FALSE, NULL);

  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (card)), "notify::upper",
                           G_CALLBACK (height_changed_cb), view, 0);
  return card;
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

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (wording->view), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (wording->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_text (RoadmapItemDialog  *self,
          GtkBox             *box,
          const RoadmapField *field,
          const char         *language)
{
  gboolean ours = roadmap_wording_is_ours (self->item, language);
  Wording wording = { field, language, !ours && field->flags & ROADMAP_FIELD_OFFICIAL };
  GtkWidget *label;

  wording.view = create_text_view (get_old_text (self, &wording));
  wording.box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  label = g_object_new (GTK_TYPE_LABEL, "label", get_mnemonic_label (field), "use-underline", TRUE,
                        "mnemonic-widget", wording.view, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (wording.box), label);
  gtk_box_append (GTK_BOX (wording.box), create_card (wording.view));
  gtk_box_append (box, wording.box);
  set_editable (&wording, TRUE);
  name_text (&wording);

  g_signal_connect_swapped (gtk_text_view_get_buffer (wording.view), "changed", G_CALLBACK (changed_cb), self);
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
  gtk_widget_grab_focus (GTK_WIDGET (get_wording (self, 0)->view));
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
