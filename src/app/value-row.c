/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/value-row.h"

#include "widgets/combo-row.h"

typedef struct
{
  GObject   *object;
  char      *property;
  char     **values;
  gboolean   showing; /* what is picked is not someone's choice */
} Binding;

static void
free_binding (gpointer data)
{
  Binding *binding = data;

  g_object_unref (binding->object);
  g_free (binding->property);
  g_strfreev (binding->values);
  g_free (binding);
}

static Binding *
get_binding (AdwComboRow *row)
{
  return g_object_get_data (G_OBJECT (row), "roadmap-value-row");
}

static void
show_value_cb (AdwComboRow *row)
{
  Binding *binding = get_binding (row);
  g_autofree char *value = NULL;
  guint picked = 0;

  if (binding->values == NULL)
    return;
  g_object_get (binding->object, binding->property, &value, NULL);
  for (guint i = 0; binding->values[i] != NULL; i++)
    if (g_strcmp0 (binding->values[i], value) == 0)
      picked = i;
  binding->showing = TRUE;
  adw_combo_row_set_selected (row, picked);
  binding->showing = FALSE;
}

static void
picked_cb (AdwComboRow *row)
{
  Binding *binding = get_binding (row);
  guint picked = adw_combo_row_get_selected (row);

  if (!binding->showing && picked != GTK_INVALID_LIST_POSITION)
    g_object_set (binding->object, binding->property, binding->values[picked], NULL);
}

void
roadmap_value_row_bind (AdwComboRow *row,
                        GObject     *object,
                        const char  *property)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);
  Binding *binding;

  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  g_return_if_fail (G_IS_OBJECT (object));

  binding = g_new0 (Binding, 1);
  binding->object = g_object_ref (object);
  binding->property = g_strdup (property);
  g_object_set_data_full (G_OBJECT (row), "roadmap-value-row", binding, free_binding);
  roadmap_combo_row_prepare (row);
  g_signal_connect_object (object, signal, G_CALLBACK (show_value_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect (row, "notify::selected", G_CALLBACK (picked_cb), NULL);
}

static gboolean
has_labels (AdwComboRow       *row,
            const char *const *labels)
{
  GListModel *model = adw_combo_row_get_model (row);
  guint n = g_strv_length ((char **) labels);

  if (model == NULL || g_list_model_get_n_items (model) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i), labels[i]) != 0)
      return FALSE;
  return TRUE;
}

void
roadmap_value_row_set_values (AdwComboRow       *row,
                              const char *const *values,
                              const char *const *labels)
{
  Binding *binding;

  g_return_if_fail (ADW_IS_COMBO_ROW (row) && get_binding (row) != NULL);
  g_return_if_fail (g_strv_length ((char **) values) == g_strv_length ((char **) labels));

  binding = get_binding (row);
  binding->showing = TRUE;
  g_strfreev (binding->values);
  binding->values = g_strdupv ((char **) values);
  /* A list that is open, or has the focus, stays. */
  if (!has_labels (row, labels))
    {
      g_autoptr (GtkStringList) model = gtk_string_list_new (labels);

      adw_combo_row_set_model (row, G_LIST_MODEL (model));
    }
  binding->showing = FALSE;
  show_value_cb (row);
}

guint
roadmap_value_row_get_n_values (AdwComboRow *row)
{
  g_return_val_if_fail (ADW_IS_COMBO_ROW (row) && get_binding (row) != NULL, 0);

  return get_binding (row)->values != NULL ? g_strv_length (get_binding (row)->values) : 0;
}
