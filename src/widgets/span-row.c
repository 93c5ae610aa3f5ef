/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/span-row.h"

#include <glib/gi18n-lib.h>

#include "model/era.h"
#include "widgets/combo-row.h"
#include "widgets/point-row.h"
#include "widgets/theme.h"

struct _RoadmapSpanRows
{
  AdwPreferencesGroup  parent_instance;

  Roadmap             *roadmap;
  RoadmapItem         *item;
  char                *language;
  RoadmapSpan          shown;   /* what the item says */
  gboolean             has_span;
  gboolean             filling; /* the rows are being set, not used */
  gboolean             basis_chosen;
  char                *problem;

  RoadmapPointRow     *start_row;
  RoadmapPointRow     *end_row;
  GtkWidget           *open_row;
  GtkSwitch           *open_switch;
  AdwComboRow         *basis_row;
  GtkLabel            *problem_label;
};

G_DEFINE_FINAL_TYPE (RoadmapSpanRows, roadmap_span_rows, ADW_TYPE_PREFERENCES_GROUP)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const RoadmapField *
find_field (RoadmapSpanRows *self,
            const char      *name)
{
  return roadmap_kind_find_field (roadmap_item_get_kind (self->item), name);
}

static int
get_fiscal_start (RoadmapSpanRows *self)
{
  return roadmap_get_fiscal_start (self->roadmap);
}

static char *
describe_point (RoadmapSpanRows    *self,
                const RoadmapPoint *point)
{
  return roadmap_point_describe (point, get_fiscal_start (self), self->language);
}

/* The rows that the kind has no field for keep what the item says. */
static RoadmapSpan
read_rows (RoadmapSpanRows *self)
{
  RoadmapSpan span = {
    .start = roadmap_point_row_get_point (self->start_row),
    .open = gtk_switch_get_active (self->open_switch),
    .basis = adw_combo_row_get_selected (self->basis_row),
  };

  span.end = find_field (self, "end") != NULL ? roadmap_point_row_get_point (self->end_row) : span.start;
  return span;
}

static gboolean
has_moved (RoadmapSpanRows *self)
{
  return roadmap_point_row_has_moved (self->start_row) || roadmap_point_row_has_moved (self->end_row) ||
         gtk_switch_get_active (self->open_switch) != self->shown.open;
}

static void
follow_with_basis (RoadmapSpanRows *self)
{
  if (self->basis_chosen || self->shown.basis != ROADMAP_BASIS_INFERRED)
    return;
  adw_combo_row_set_selected (self->basis_row, has_moved (self) ? ROADMAP_BASIS_CONFIRMED : ROADMAP_BASIS_INFERRED);
}

static char *
find_problem (RoadmapSpanRows *self)
{
  RoadmapSpan span = read_rows (self);
  g_autofree char *start = NULL, *end = NULL;

  if (roadmap_span_is_ordered (&span))
    return NULL;

  start = describe_point (self, &span.start);
  end = describe_point (self, &span.end);
  /* Translators: the first %s is the end, the second the start, such as “FY2020 Q1” */
  return g_strdup_printf (_("The end, %s, is before the start, %s."), end, start);
}

static void
mark (RoadmapPointRow *row,
      gboolean         wrong)
{
  roadmap_theme_set_class (GTK_WIDGET (row), "error", wrong);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
update_problem (RoadmapSpanRows *self)
{
  g_free (self->problem);
  self->problem = find_problem (self);

  mark (self->end_row, self->problem != NULL);
  gtk_label_set_label (self->problem_label, self->problem != NULL ? self->problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), self->problem != NULL);
}

static void
span_changed_cb (RoadmapSpanRows *self)
{
  if (self->filling)
    return;

  self->filling = TRUE;
  follow_with_basis (self);
  self->filling = FALSE;

  update_problem (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
basis_changed_cb (RoadmapSpanRows *self)
{
  if (self->filling)
    return;

  self->basis_chosen = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
roadmap_span_rows_finalize (GObject *object)
{
  RoadmapSpanRows *self = ROADMAP_SPAN_ROWS (object);

  g_clear_object (&self->roadmap);
  g_clear_object (&self->item);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (roadmap_span_rows_parent_class)->finalize (object);
}

static void
roadmap_span_rows_class_init (RoadmapSpanRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_span_rows_finalize;

  signals[CHANGED] = g_signal_new ("changed", ROADMAP_TYPE_SPAN_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
add_combo (RoadmapSpanRows *self,
           gpointer         row,
           GCallback        changed)
{
  adw_preferences_row_set_use_underline (row, TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_signal_connect_swapped (row, "notify::selected", changed, self);
}

static void
add_open_row (RoadmapSpanRows *self)
{
  self->open_switch = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, NULL);
  self->open_row = g_object_new (ADW_TYPE_ACTION_ROW, "use-underline", TRUE, "title", _("_Runs On"),
                                 "subtitle", _("Goes on after the end, without a date"), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->open_row), GTK_WIDGET (self->open_switch));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->open_row), GTK_WIDGET (self->open_switch));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->open_row);
  g_signal_connect_swapped (self->open_switch, "notify::active", G_CALLBACK (span_changed_cb), self);
}

static void
add_problem_label (RoadmapSpanRows *self)
{
  self->problem_label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "visible", FALSE,
                                      "wrap", TRUE, "xalign", 0.0, "margin-top", 8, "margin-start", 12, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem_label), "error");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->problem_label));
}

static void
roadmap_span_rows_init (RoadmapSpanRows *self)
{
  /* In the order of RoadmapBasis. */
  const char *const bases[] = {
    _("Stated in the source"), _("Inferred from the source"), _("Inferred, then confirmed"), NULL,
  };
  g_autoptr (GtkStringList) basis_list = gtk_string_list_new (bases);

  self->filling = TRUE;
  self->start_row = ROADMAP_POINT_ROW (roadmap_point_row_new ());
  self->end_row = ROADMAP_POINT_ROW (roadmap_point_row_new ());
  self->basis_row = ADW_COMBO_ROW (adw_combo_row_new ());
  roadmap_combo_row_prepare (self->basis_row);
  add_combo (self, self->start_row, G_CALLBACK (span_changed_cb));
  add_combo (self, self->end_row, G_CALLBACK (span_changed_cb));
  add_open_row (self);
  add_combo (self, self->basis_row, G_CALLBACK (basis_changed_cb));
  add_problem_label (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->end_row), _("_End"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->basis_row), _("_Basis"));
  adw_combo_row_set_model (self->basis_row, G_LIST_MODEL (basis_list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
roadmap_span_rows_new (void)
{
  return g_object_new (ROADMAP_TYPE_SPAN_ROWS, NULL);
}

static void
show_fields (RoadmapSpanRows *self)
{
  gboolean has_end = find_field (self, "end") != NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->start_row), has_end ? _("St_art") : _("_When"));
  gtk_widget_set_visible (GTK_WIDGET (self->end_row), has_end);
  gtk_widget_set_visible (self->open_row, find_field (self, "open") != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->basis_row), find_field (self, "basis") != NULL);
}

static void
fill_rows (RoadmapSpanRows *self)
{
  const RoadmapSpan *shown = &self->shown;

  self->filling = TRUE;
  roadmap_point_row_fill (self->start_row, self->roadmap, self->item, self->language, shown, &shown->start);
  roadmap_point_row_fill (self->end_row, self->roadmap, self->item, self->language, shown, &shown->end);
  gtk_switch_set_active (self->open_switch, self->shown.open);
  adw_combo_row_set_selected (self->basis_row, self->shown.basis);
  self->filling = FALSE;
}

void
roadmap_span_rows_set_item (RoadmapSpanRows *self,
                            Roadmap         *roadmap,
                            RoadmapItem     *item,
                            const char      *language)
{
  g_return_if_fail (ROADMAP_IS_SPAN_ROWS (self));
  g_return_if_fail (ROADMAP_IS_ROADMAP (roadmap));
  g_return_if_fail (ROADMAP_IS_ITEM (item));

  g_set_object (&self->roadmap, roadmap);
  g_set_object (&self->item, item);
  g_free (self->language);
  self->language = g_strdup (language != NULL ? language : roadmap_get_language (roadmap));
  self->basis_chosen = FALSE;

  self->has_span = roadmap_get_span (roadmap, item, &self->shown);
  gtk_widget_set_visible (GTK_WIDGET (self), self->has_span);
  if (!self->has_span)
    return;

  show_fields (self);
  fill_rows (self);
  update_problem (self);
}

gboolean
roadmap_span_rows_get_span (RoadmapSpanRows *self,
                            RoadmapSpan     *span)
{
  g_return_val_if_fail (ROADMAP_IS_SPAN_ROWS (self), FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  if (!self->has_span)
    return FALSE;
  *span = read_rows (self);
  return TRUE;
}

const char *
roadmap_span_rows_get_problem (RoadmapSpanRows *self)
{
  g_return_val_if_fail (ROADMAP_IS_SPAN_ROWS (self), NULL);

  return self->problem;
}

static void
add_edit (RoadmapSpanRows *self,
          GPtrArray       *edits,
          const char      *name,
          const char      *value)
{
  const RoadmapField *field = find_field (self, name);

  if (field != NULL)
    g_ptr_array_add (edits, roadmap_edit_new_set (self->item, field, NULL, value));
}

static void
add_point_edit (RoadmapSpanRows    *self,
                GPtrArray          *edits,
                const char         *name,
                const RoadmapPoint *point)
{
  g_autofree char *value = roadmap_point_format (point, get_fiscal_start (self));

  add_edit (self, edits, name, value);
}

GPtrArray *
roadmap_span_rows_get_edits (RoadmapSpanRows *self)
{
  static const char *const bases[] = { "stated", "inferred", "confirmed" };
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_edit_free);
  RoadmapSpan span;

  g_return_val_if_fail (ROADMAP_IS_SPAN_ROWS (self), edits);

  if (!roadmap_span_rows_get_span (self, &span))
    return edits;

  if (roadmap_point_row_has_moved (self->start_row))
    add_point_edit (self, edits, "start", &span.start);
  if (roadmap_point_row_has_moved (self->end_row))
    add_point_edit (self, edits, "end", &span.end);
  if (span.open != self->shown.open)
    add_edit (self, edits, "open", span.open ? "true" : NULL);
  if (span.basis != self->shown.basis)
    add_edit (self, edits, "basis", bases[span.basis]);
  return edits;
}
