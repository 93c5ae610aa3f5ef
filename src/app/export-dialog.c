/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/export-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat.h"
#include "app/print-words.h"
#include "chart/axis.h"
#include "chart/layout.h"
#include "chart/words.h"
#include "document/file.h"
#include "model/filter.h"
#include "widgets/combo-row.h"

#define SETTINGS "org.koteihyo.Koteihyo.Export"

struct _RoadmapExportDialog
{
  AdwWindow                  parent_instance;

  GSettings                 *settings;
  Roadmap                   *roadmap;
  char                      *language;
  RoadmapFilter             *filter;
  GDate                      today;
  gboolean                   has_today;
  GFile                     *file;
  char                      *fingerprint;

  const RoadmapExportFormat *format;
  GPtrArray                 *languages; /* (element-type utf8): what the rows' entries stand for … */
  GPtrArray                 *charts;    /* ids; the first stands for all of them */
  GPtrArray                 *layouts;   /* names */
  GPtrArray                 *papers;    /* names; empty: none */

  AdwPreferencesGroup       *formats_group;
  GtkWidget                 *options_group;
  AdwComboRow               *language_row;
  AdwComboRow               *chart_row;
  GtkWidget                 *filter_row;
  GtkSwitch                 *filter_switch;
  AdwComboRow               *layout_row;
  AdwComboRow               *paper_row;
  AdwComboRow               *orientation_row;
  AdwComboRow               *scale_row;
  GtkWidget                 *mark_row;
  GtkSwitch                 *mark_switch;
};

G_DEFINE_FINAL_TYPE (RoadmapExportDialog, roadmap_export_dialog, ADW_TYPE_WINDOW)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
get_picked (AdwComboRow *row,
            GPtrArray   *values)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected < values->len ? g_ptr_array_index (values, selected) : "";
}

/* Picks the entry that stands for @value, or failing that the first. */
static void
pick (AdwComboRow *row,
      GPtrArray   *values,
      const char  *value)
{
  guint selected = 0;

  for (guint i = 0; i < values->len; i++)
    if (g_strcmp0 (g_ptr_array_index (values, i), value) == 0)
      selected = i;
  adw_combo_row_set_selected (row, selected);
}

static void
add_entry (GtkStringList *titles,
           GPtrArray     *values,
           const char    *title,
           const char    *value)
{
  gtk_string_list_append (titles, title);
  g_ptr_array_add (values, g_strdup (value));
}

static void
fill_languages (RoadmapExportDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_auto (GStrv) tags = roadmap_list_languages (self->roadmap);
  g_autofree char *last = g_settings_get_string (self->settings, "language");
  gboolean had = g_strv_contains ((const char *const *) tags, last);

  for (char **tag = tags; *tag != NULL; tag++)
    add_entry (titles, self->languages, roadmap_language_name (*tag), *tag);
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (titles));
  pick (self->language_row, self->languages, had ? last : self->language);
}

static void
fill_charts (RoadmapExportDialog *self,
             RoadmapItem         *shown)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) charts = roadmap_list_charts (self->roadmap);

  add_entry (titles, self->charts, _("All"), "");
  if (shown != NULL && !g_ptr_array_find (charts, shown, NULL))
    g_ptr_array_add (charts, shown);
  for (guint i = 0; i < charts->len; i++)
    {
      RoadmapItem *chart = g_ptr_array_index (charts, i);
      g_autofree char *title = roadmap_item_dup_title (chart, self->language);

      add_entry (titles, self->charts, title, roadmap_item_get_id (chart));
    }
  adw_combo_row_set_model (self->chart_row, G_LIST_MODEL (titles));
}

/* Those that the roadmap has anything for; several on pages can be a pack. */
static void
fill_layouts (RoadmapExportDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const RoadmapPagesOptions options = {
    .roadmap = self->roadmap,
    .language = self->language != NULL ? self->language : roadmap_get_language (self->roadmap),
  };
  g_autofree char *last = self->layouts->len > 0 ? g_strdup (get_picked (self->layout_row, self->layouts))
                                                : g_settings_get_string (self->settings, "layout");

  g_ptr_array_set_size (self->layouts, 0);
  for (guint i = 0; i < roadmap_layout_get_n_layouts (); i++)
    {
      const RoadmapLayout *layout = roadmap_layout_get (i);

      if (roadmap_layout_applies (layout, &options))
        add_entry (titles, self->layouts, _(layout->title), layout->name);
    }
  if (!(self->format->uses & ROADMAP_EXPORT_USES_PAGE))
    add_entry (titles, self->layouts, _("Meeting pack"), ROADMAP_LAYOUT_PACK_NAME);
  adw_combo_row_set_model (self->layout_row, G_LIST_MODEL (titles));
  pick (self->layout_row, self->layouts, last);
}

static void
fill_papers (RoadmapExportDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  gboolean picture = self->format->uses & ROADMAP_EXPORT_USES_PAGE;
  g_autofree char *last = g_settings_get_string (self->settings, picture ? "picture-paper" : "paper");

  g_ptr_array_set_size (self->papers, 0);
  if (picture)
    add_entry (titles, self->papers, _("None: each chart in one piece"), "");
  for (const char *const *name = roadmap_paper_get_names (); *name != NULL; name++)
    add_entry (titles, self->papers, roadmap_print_words_paper (*name), *name);
  adw_combo_row_set_model (self->paper_row, G_LIST_MODEL (titles));
  pick (self->paper_row, self->papers, last);
}

/* Shows the rows that the format has a use for, and that offer a choice. */
static void
update (RoadmapExportDialog *self)
{
  RoadmapExportUses uses = self->format->uses;
  gboolean on_paper = uses & ROADMAP_EXPORT_USES_PAGES && *get_picked (self->paper_row, self->papers) != '\0';
  const struct
  {
    GtkWidget *row;
    gboolean   shown;
  } rows[] = {
    { GTK_WIDGET (self->language_row), uses & ROADMAP_EXPORT_USES_LANGUAGE && self->languages->len > 1 },
    { GTK_WIDGET (self->chart_row), uses & ROADMAP_EXPORT_USES_CHARTS && self->charts->len > 2 },
    { self->filter_row, uses & ROADMAP_EXPORT_USES_CHARTS && self->filter != NULL },
    { GTK_WIDGET (self->layout_row), uses & ROADMAP_EXPORT_USES_PAGES },
    { GTK_WIDGET (self->paper_row), uses & ROADMAP_EXPORT_USES_PAGES },
    { GTK_WIDGET (self->orientation_row), on_paper },
    { GTK_WIDGET (self->scale_row), uses & ROADMAP_EXPORT_USES_SCALE },
    { self->mark_row, uses & ROADMAP_EXPORT_USES_MARK },
  };
  gboolean any = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_widget_set_visible (rows[i].row, rows[i].shown != 0);
      any |= rows[i].shown != 0;
    }
  gtk_widget_set_visible (self->options_group, any);
}

static void
choose_format (RoadmapExportDialog       *self,
               const RoadmapExportFormat *format)
{
  self->format = format;
  fill_layouts (self);
  fill_papers (self);
  update (self);
}

static void
format_toggled_cb (GtkCheckButton      *button,
                   RoadmapExportDialog *self)
{
  if (gtk_check_button_get_active (button))
    choose_format (self, g_object_get_data (G_OBJECT (button), "format"));
}

static void
fill_formats (RoadmapExportDialog *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "format");
  const RoadmapExportFormat *formats = roadmap_export_get_formats ();
  const RoadmapExportFormat *chosen =
    roadmap_export_find_format (last) != NULL ? roadmap_export_find_format (last) : formats;
  GtkCheckButton *group = NULL;

  for (const RoadmapExportFormat *format = formats; format->id != NULL; format++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_check_button_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(format->title));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(format->limits));
      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_object_set_data (G_OBJECT (button), "format", (gpointer) format);
      g_signal_connect (button, "toggled", G_CALLBACK (format_toggled_cb), self);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
      /* It is named by the row, too. */
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
      adw_preferences_group_add (self->formats_group, row);
      if (group == NULL)
        group = GTK_CHECK_BUTTON (button);
      if (format == chosen)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
    }
}

static RoadmapPaper
get_paper (RoadmapExportDialog *self)
{
  const char *name = get_picked (self->paper_row, self->papers);
  RoadmapPaper paper = { 0 };

  roadmap_paper_find (*name != '\0' ? name : "a3",
                      *name == '\0' || adw_combo_row_get_selected (self->orientation_row) == 0, &paper);
  if (*name == '\0')
    paper.height = 0;
  return paper;
}

static void
remember (RoadmapExportDialog *self)
{
  gboolean picture = self->format->uses & ROADMAP_EXPORT_USES_PAGE;

  g_settings_set_string (self->settings, "format", self->format->id);
  if (self->languages->len > 1)
    g_settings_set_string (self->settings, "language", get_picked (self->language_row, self->languages));
  if (self->format->uses & ROADMAP_EXPORT_USES_PAGES)
    {
      g_settings_set_string (self->settings, "layout", get_picked (self->layout_row, self->layouts));
      g_settings_set_string (self->settings, picture ? "picture-paper" : "paper",
                             get_picked (self->paper_row, self->papers));
      g_settings_set_boolean (self->settings, "portrait", adw_combo_row_get_selected (self->orientation_row) == 1);
    }
  g_settings_set_int (self->settings, "scale", adw_combo_row_get_selected (self->scale_row) + 1);
  g_settings_set_boolean (self->settings, "mark", gtk_switch_get_active (self->mark_switch));
  g_settings_set_boolean (self->settings, "filtered", gtk_switch_get_active (self->filter_switch));
}

RoadmapExportJob *
roadmap_export_dialog_create_job (RoadmapExportDialog *self)
{
  const char *chart;
  g_autofree char *file_name = NULL;
  gboolean filtered;

  g_return_val_if_fail (ROADMAP_IS_EXPORT_DIALOG (self), NULL);

  chart = get_picked (self->chart_row, self->charts);
  file_name = self->file != NULL ? roadmap_file_dup_display_name (self->file) : NULL;
  filtered = gtk_switch_get_active (self->filter_switch);
  return roadmap_export_job_new (self->roadmap, &(RoadmapExportChoice) {
    .format = self->format,
    .language = get_picked (self->language_row, self->languages),
    .chart = *chart != '\0' ? chart : NULL,
    .filter = filtered ? self->filter : NULL,
    .today = self->has_today ? &self->today : NULL,
    .file_name = file_name,
    .fingerprint = self->fingerprint,
    .layout = get_picked (self->layout_row, self->layouts),
    .paper = get_paper (self),
    .mark = gtk_switch_get_active (self->mark_switch),
    .scale = adw_combo_row_get_selected (self->scale_row) + 1,
  });
}

/* What a file of the roadmap is called, with the format's suffix. */
static char *
propose_name (RoadmapExportDialog *self)
{
  const char *chart_id = get_picked (self->chart_row, self->charts);
  RoadmapItem *chart = *chart_id != '\0' ? roadmap_lookup (self->roadmap, chart_id) : NULL;
  g_autofree char *title =
    roadmap_item_dup_title (chart != NULL ? chart : roadmap_get_root (self->roadmap), self->language);

  return g_strdup_printf ("%s.%s", *title != '\0' ? g_strdelimit (title, "/\n", ' ') : _("Untitled Roadmap"),
                          self->format->suffix);
}

static gboolean
has_suffix (const char *name,
            const char *suffix)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && g_ascii_strcasecmp (dot + 1, suffix) == 0;
}

void
roadmap_export_dialog_choose (RoadmapExportDialog *dialog,
                              GFile               *file)
{
  g_autoptr (RoadmapExportDialog) self = g_object_ref (dialog);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFile) target = NULL;
  gboolean named = has_suffix (name, self->format->suffix);

  if (named)
    target = g_object_ref (file);
  else
    {
      g_autoptr (GFile) folder = g_file_get_parent (file);
      g_autofree char *longer = g_strdup_printf ("%s.%s", name, self->format->suffix);

      target = folder != NULL ? g_file_get_child (folder, longer) : g_object_ref (file);
    }
  remember (self);
  g_signal_emit (self, signals[CHOSEN], 0, target, named);
  gtk_window_close (GTK_WINDOW (self));
}

static void
target_chosen_cb (GFile    *file,
                  gpointer  self)
{
  roadmap_export_dialog_choose (self, file);
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  RoadmapExportDialog *self = ROADMAP_EXPORT_DIALOG (widget);
  g_autofree char *name = propose_name (self);
  const RoadmapFileType type = { _(self->format->title), self->format->suffix };

  roadmap_compat_choose_export (GTK_WINDOW (self), _("Export"), &type, name, self->file, target_chosen_cb, self);
}

static void
roadmap_export_dialog_finalize (GObject *object)
{
  RoadmapExportDialog *self = ROADMAP_EXPORT_DIALOG (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->roadmap);
  g_clear_object (&self->file);
  g_clear_pointer (&self->filter, roadmap_filter_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->fingerprint, g_free);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  g_clear_pointer (&self->layouts, g_ptr_array_unref);
  g_clear_pointer (&self->papers, g_ptr_array_unref);

  G_OBJECT_CLASS (roadmap_export_dialog_parent_class)->finalize (object);
}

static void
roadmap_export_dialog_class_init (RoadmapExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roadmap_export_dialog_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", ROADMAP_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_FILE, G_TYPE_BOOLEAN);

  gtk_widget_class_install_action (widget_class, "dialog.export", NULL, export_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapExportDialog, formats_group);
  gtk_widget_class_bind_template_child (widget_class, RoadmapExportDialog, options_group);
  gtk_widget_class_bind_template_child (widget_class, RoadmapExportDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapExportDialog, chart_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapExportDialog, filter_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapExportDialog, filter_switch);
  gtk_widget_class_bind_template_child (widget_class, RoadmapExportDialog, layout_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapExportDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapExportDialog, orientation_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapExportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapExportDialog, mark_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapExportDialog, mark_switch);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
roadmap_export_dialog_init (RoadmapExportDialog *self)
{
  AdwComboRow **rows[] = { &self->language_row, &self->chart_row,       &self->layout_row,
                           &self->paper_row,    &self->orientation_row, &self->scale_row };

  self->settings = g_settings_new (SETTINGS);
  self->format = roadmap_export_get_formats ();
  self->languages = g_ptr_array_new_with_free_func (g_free);
  self->charts = g_ptr_array_new_with_free_func (g_free);
  self->layouts = g_ptr_array_new_with_free_func (g_free);
  self->papers = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    roadmap_combo_row_prepare (*rows[i]);
}

GtkWidget *
roadmap_export_dialog_new (GtkWindow                 *parent,
                           const RoadmapExportSource *source)
{
  RoadmapExportDialog *self = g_object_new (ROADMAP_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->roadmap = g_object_ref (source->roadmap);
  self->language = g_strdup (source->language);
  self->filter = roadmap_filter_ref (source->filter);
  self->has_today = source->today != NULL;
  if (self->has_today)
    self->today = *source->today;
  g_set_object (&self->file, source->file);
  self->fingerprint = g_strdup (source->fingerprint);

  fill_languages (self);
  fill_charts (self, source->chart);
  adw_combo_row_set_selected (self->scale_row, g_settings_get_int (self->settings, "scale") - 1);
  adw_combo_row_set_selected (self->orientation_row, g_settings_get_boolean (self->settings, "portrait"));
  gtk_switch_set_active (self->mark_switch, g_settings_get_boolean (self->settings, "mark"));
  gtk_switch_set_active (self->filter_switch, g_settings_get_boolean (self->settings, "filtered"));
  fill_formats (self);
  return GTK_WIDGET (self);
}
