/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/edition.h"
#include "widgets/item-form-private.h"
#include "widgets/wording.h"

G_DEFINE_FINAL_TYPE (RoadmapItemForm, roadmap_item_form, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static RoadmapFormField *
get_field (RoadmapItemForm *self,
           guint            index)
{
  return g_ptr_array_index (self->fields, index);
}

static void
free_field (gpointer data)
{
  RoadmapFormField *field = data;

  g_object_unref (field->row);
  g_free (field->language);
  g_free (field->original);
  g_free (field->value);
  g_free (field->problem);
  g_free (field);
}

RoadmapFormField *
roadmap_item_form_find_field (RoadmapItemForm *self,
                              const char      *name,
                              const char      *language)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (strcmp (get_field (self, i)->field->name, name) == 0 && g_strcmp0 (get_field (self, i)->language, language) == 0)
      return get_field (self, i);
  return NULL;
}

static const char *
get_value (RoadmapItemForm *self,
           const char      *name)
{
  RoadmapFormField *field = roadmap_item_form_find_field (self, name, NULL);

  return field != NULL ? field->value : NULL;
}

static gboolean
is_changed (const RoadmapFormField *field)
{
  return g_strcmp0 (field->value, field->original) != 0;
}

/* What was wrong before is no reason to refuse another change. */
static char *
find_problem (RoadmapItemForm        *self,
              const RoadmapFormField *field)
{
  const char *start = get_value (self, "start");
  char *problem = NULL;

  if (self->parent != NULL || is_changed (field))
    problem = roadmap_form_check_value (self->roadmap, field->field, field->language, field->value);
  if (problem == NULL && strcmp (field->field->name, "end") == 0)
    problem = roadmap_form_check_span (self->roadmap, start, field->value, self->language);
  return problem;
}

/* A new item is empty at first; that is told when someone has been there, or asks. */
static void
check (RoadmapItemForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      RoadmapFormField *field = get_field (self, i);
      gboolean quiet = self->parent != NULL && !field->touched && field->value == NULL;

      g_free (field->problem);
      field->problem = find_problem (self, field);
      roadmap_field_row_set_problem (field->row, quiet ? NULL : field->problem);
    }
}

void
roadmap_item_form_show_hint (RoadmapItemForm  *self,
                             RoadmapFormField *field)
{
  RoadmapItem *around = self->parent != NULL ? self->parent : roadmap_item_get_parent (self->item);
  gboolean locked = field->adopted && !self->unlocked && roadmap_field_is_text (field->field);
  g_autofree char *hint = NULL;

  if (!locked)
    hint = roadmap_form_dup_hint (self->roadmap, around, field->field, field->value, self->language);

  roadmap_field_row_set_hint (field->row, hint);
}

static void
keep_value (RoadmapItemForm  *self,
            RoadmapFormField *field,
            char             *value)
{
  g_free (field->value);
  field->value = value;
  field->touched = TRUE;
  roadmap_item_form_show_hint (self, field);
}

static void
update (RoadmapItemForm *self)
{
  check (self);
  roadmap_item_form_update_shown (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_span_changed (RoadmapItemForm *self)
{
  static const char *const names[] = { "start", "end", "open" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      RoadmapFormField *field = roadmap_item_form_find_field (self, names[i], NULL);

      if (field != NULL && is_changed (field))
        return TRUE;
    }
  return FALSE;
}

/* Who moves a span that an editor has inferred has looked at it. */
static void
follow_with_basis (RoadmapItemForm *self)
{
  RoadmapFormField *basis = roadmap_item_form_find_field (self, "basis", NULL);
  const char *value;
  guint index;

  if (basis == NULL || self->basis_chosen || g_strcmp0 (basis->original, "inferred") != 0)
    return;
  value = is_span_changed (self) ? "confirmed" : "inferred";
  if (strcmp (value, basis->value) == 0)
    return;

  g_ptr_array_find (self->fields, basis, &index);
  roadmap_form_history_follow (self->history, index, basis->value, value);
  keep_value (self, basis, g_strdup (value));
  roadmap_field_row_set_value (basis->row, value);
}

static gboolean
is_typed (const RoadmapFormField *field)
{
  switch (field->field->type)
    {
    case ROADMAP_FIELD_STRING:
    case ROADMAP_FIELD_TEXT:
    case ROADMAP_FIELD_MARKUP:
    case ROADMAP_FIELD_NUMBER:
    case ROADMAP_FIELD_DATE:
    case ROADMAP_FIELD_COLOUR:
    case ROADMAP_FIELD_URI:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
row_changed_cb (RoadmapItemForm *self,
                RoadmapFieldRow *row)
{
  RoadmapFormField *field = NULL;
  g_autofree char *value = roadmap_field_row_dup_value (row);
  guint index;

  for (index = 0; index < self->fields->len && get_field (self, index)->row != row; index++)
    ;
  field = get_field (self, index);
  if (g_strcmp0 (value, field->value) == 0)
    return;

  roadmap_form_history_add (self->history, index, field->value, value, is_typed (field), g_get_monotonic_time ());
  keep_value (self, field, g_steal_pointer (&value));
  if (strcmp (field->field->name, "basis") == 0)
    self->basis_chosen = TRUE;
  else
    follow_with_basis (self);
  update (self);
}

/* While the roadmap is being amended, its wording may change, but not whose it is. */
static gboolean
is_locked (RoadmapItemForm    *self,
           const RoadmapField *field)
{
  if (strcmp (field->name, "origin") == 0)
    return TRUE;
  return field->flags & ROADMAP_FIELD_OFFICIAL && self->amendment == NULL;
}

RoadmapFormField *
roadmap_item_form_add_field (RoadmapItemForm    *self,
                             const RoadmapField *field,
                             const char         *language)
{
  const RoadmapFieldContext context = {
    .roadmap = self->roadmap,
    .item = self->item,
    .around = self->parent != NULL ? self->parent : self->item,
    .language = self->language,
  };
  RoadmapFormField *added = g_new0 (RoadmapFormField, 1);
  g_autofree char *translation = language != NULL ? roadmap_form_dup_language (language) : NULL;
  g_autofree char *name = g_strjoin (", ", _(field->label), translation, NULL);

  added->field = field;
  added->language = g_strdup (language);
  added->original = g_strdup (roadmap_item_get_value (self->item, field, language));
  added->value = g_strdup (added->original);
  added->adopted = language == NULL && roadmap_item_form_is_adopted (self) && is_locked (self, field);
  added->row = roadmap_field_row_new (&context, field, language, g_hash_table_lookup (self->labels, field), name);
  roadmap_field_row_set_value (added->row, added->value);
  roadmap_field_row_set_editable (added->row, !added->adopted || self->unlocked);
  g_signal_connect_object (added->row, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  roadmap_item_form_show_hint (self, added);
  g_ptr_array_add (self->fields, added);
  return added;
}

gboolean
roadmap_item_form_is_adopted (RoadmapItemForm *self)
{
  const RoadmapKind *kind = roadmap_item_get_kind (self->item);

  if (self->parent != NULL || roadmap_wording_is_ours (self->item, NULL))
    return FALSE;
  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (field->flags & ROADMAP_FIELD_OFFICIAL)
      return TRUE;
  return FALSE;
}

static void
roadmap_item_form_dispose (GObject *object)
{
  RoadmapItemForm *self = ROADMAP_ITEM_FORM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);

  G_OBJECT_CLASS (roadmap_item_form_parent_class)->dispose (object);
}

static void
roadmap_item_form_finalize (GObject *object)
{
  RoadmapItemForm *self = ROADMAP_ITEM_FORM (object);

  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->languages);
  g_hash_table_unref (self->labels);
  roadmap_form_history_free (self->history);
  g_free (self->language);
  g_clear_object (&self->item);
  g_clear_object (&self->parent);
  g_clear_object (&self->amendment);
  g_clear_object (&self->roadmap);

  G_OBJECT_CLASS (roadmap_item_form_parent_class)->finalize (object);
}

/* The first field that can be edited. */
static gboolean
roadmap_item_form_grab_focus (GtkWidget *widget)
{
  RoadmapItemForm *self = ROADMAP_ITEM_FORM (widget);

  for (guint i = 0; i < self->fields->len; i++)
    {
      RoadmapFormField *field = get_field (self, i);

      if (gtk_widget_get_visible (roadmap_field_row_get_widget (field->row)) && (!field->adopted || self->unlocked))
        {
          roadmap_field_row_grab_focus (field->row);
          return TRUE;
        }
    }
  return FALSE;
}

static void
unlock_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  roadmap_item_form_unlock (ROADMAP_ITEM_FORM (widget));
}

static void
add_language_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *language)
{
  roadmap_item_form_add_language (ROADMAP_ITEM_FORM (widget), g_variant_get_string (language, NULL));
}

static void
roadmap_item_form_class_init (RoadmapItemFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = roadmap_item_form_dispose;
  object_class->finalize = roadmap_item_form_finalize;

  GTK_WIDGET_CLASS (klass)->grab_focus = roadmap_item_form_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", ROADMAP_TYPE_ITEM_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "form.unlock", NULL, unlock_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "form.add-language", "s", add_language_cb);
}

static void
roadmap_item_form_init (RoadmapItemForm *self)
{
  self->fields = g_ptr_array_new_with_free_func (free_field);
  self->languages = g_ptr_array_new ();
  self->labels = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->history = roadmap_form_history_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
roadmap_item_form_new (Roadmap     *roadmap,
                       RoadmapItem *item,
                       RoadmapItem *parent,
                       const char  *language)
{
  RoadmapItemForm *self;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);
  g_return_val_if_fail (parent == NULL || roadmap_item_get_parent (item) == NULL, NULL);

  self = g_object_new (ROADMAP_TYPE_ITEM_FORM, NULL);
  self->roadmap = g_object_ref (roadmap);
  self->item = g_object_ref (item);
  g_set_object (&self->parent, parent);
  g_set_object (&self->amendment, roadmap_get_amendment (roadmap));
  self->language = g_strdup (language != NULL ? language : roadmap_get_language (roadmap));
  roadmap_item_form_lay_out (self);
  check (self);
  roadmap_item_form_update_shown (self);
  return GTK_WIDGET (self);
}

/* Whose wording it is comes last: what is going to be adopted would be locked for the edits after it. */
GPtrArray *
roadmap_item_form_get_edits (RoadmapItemForm *self)
{
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_edit_free);
  RoadmapFormField *origin;

  g_return_val_if_fail (ROADMAP_IS_ITEM_FORM (self), edits);

  origin = roadmap_item_form_find_field (self, "origin", NULL);
  for (guint i = 0; i < self->fields->len; i++)
    {
      RoadmapFormField *field = get_field (self, i);

      if (is_changed (field) && field != origin)
        g_ptr_array_add (edits, roadmap_edit_new_set (self->item, field->field, field->language, field->value));
    }
  if (origin != NULL && is_changed (origin))
    g_ptr_array_add (edits, roadmap_edit_new_set (self->item, origin->field, NULL, origin->value));
  return edits;
}

gboolean
roadmap_item_form_has_edits (RoadmapItemForm *self)
{
  g_return_val_if_fail (ROADMAP_IS_ITEM_FORM (self), FALSE);

  for (guint i = 0; i < self->fields->len; i++)
    if (is_changed (get_field (self, i)))
      return TRUE;
  return FALSE;
}

RoadmapItem *
roadmap_item_form_build (RoadmapItemForm *self)
{
  RoadmapItem *item;

  g_return_val_if_fail (ROADMAP_IS_ITEM_FORM (self), NULL);

  item = roadmap_item_copy (self->item);
  for (guint i = 0; i < self->fields->len; i++)
    if (is_changed (get_field (self, i)))
      roadmap_item_init_value (item, get_field (self, i)->field, get_field (self, i)->language, get_field (self, i)->value);
  return item;
}

static RoadmapFormField *
find_wrong (RoadmapItemForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (get_field (self, i)->problem != NULL)
      return get_field (self, i);
  return NULL;
}

const char *
roadmap_item_form_get_problem (RoadmapItemForm *self)
{
  RoadmapFormField *wrong;

  g_return_val_if_fail (ROADMAP_IS_ITEM_FORM (self), NULL);

  wrong = find_wrong (self);
  return wrong != NULL ? wrong->problem : NULL;
}

/* Provenance may be folded. */
static void
go_to (RoadmapItemForm  *self,
       RoadmapFormField *field)
{
  if (roadmap_form_find_part (field->field) == ROADMAP_FORM_PROVENANCE)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->provenance), TRUE);
  roadmap_field_row_grab_focus (field->row);
}

void
roadmap_item_form_show_problem (RoadmapItemForm *self)
{
  RoadmapFormField *wrong;

  g_return_if_fail (ROADMAP_IS_ITEM_FORM (self));

  wrong = find_wrong (self);
  if (wrong == NULL)
    return;
  wrong->touched = TRUE;
  check (self);
  go_to (self, wrong);
}

static void
replay (RoadmapItemForm *self,
        const GArray    *changes,
        gboolean         back)
{
  if (changes == NULL)
    return;

  for (guint i = 0; i < changes->len; i++)
    {
      const RoadmapFormChange *change = &g_array_index (changes, RoadmapFormChange, i);
      RoadmapFormField *field = get_field (self, change->field);
      const char *value = back ? change->old_value : change->new_value;

      roadmap_field_row_set_value (field->row, value);
      keep_value (self, field, g_strdup (value));
      if (i == 0 && strcmp (field->field->name, "basis") == 0)
        self->basis_chosen = !back;
    }
  update (self);
  go_to (self, get_field (self, g_array_index (changes, RoadmapFormChange, 0).field));
}

void
roadmap_item_form_undo (RoadmapItemForm *self)
{
  g_return_if_fail (ROADMAP_IS_ITEM_FORM (self));

  replay (self, roadmap_form_history_undo (self->history), TRUE);
}

void
roadmap_item_form_redo (RoadmapItemForm *self)
{
  g_return_if_fail (ROADMAP_IS_ITEM_FORM (self));

  replay (self, roadmap_form_history_redo (self->history), FALSE);
}

gboolean
roadmap_item_form_can_undo (RoadmapItemForm *self)
{
  g_return_val_if_fail (ROADMAP_IS_ITEM_FORM (self), FALSE);

  return roadmap_form_history_can_undo (self->history);
}

gboolean
roadmap_item_form_can_redo (RoadmapItemForm *self)
{
  g_return_val_if_fail (ROADMAP_IS_ITEM_FORM (self), FALSE);

  return roadmap_form_history_can_redo (self->history);
}

gboolean
roadmap_item_form_get_unlocked (RoadmapItemForm *self)
{
  g_return_val_if_fail (ROADMAP_IS_ITEM_FORM (self), FALSE);

  return self->unlocked;
}
