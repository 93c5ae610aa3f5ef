/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/new-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "chart/words.h"
#include "document/document.h"
#include "widgets/combo-row.h"
#include "widgets/text-card.h"

struct _RoadmapNewDialog
{
  AdwWindow         parent_instance;

  GPtrArray        *templates; /* Roadmap */
  Roadmap          *template;  /* the one that is chosen; NULL: there is none */
  GDate             today;
  gboolean          filling;      /* the rows are being set, not used */
  gboolean          lanes_edited; /* what stands there is the user's own */
  char             *language;     /* that was picked; NULL: none was */

  GtkListBox       *template_list;
  GtkEditable      *title_row;
  AdwComboRow      *language_row;
  AdwComboRow      *calendar_row;
  AdwComboRow      *month_row;
  GtkSpinButton    *first_spin;
  GtkSpinButton    *last_spin;
  AdwComboRow      *columns_row;
  RoadmapTextCard  *lanes_card;
  GtkWidget        *lanes_view;
  GtkWidget        *categories_group;
  GtkSwitch        *categories_switch;
  GtkLabel         *problem_label;
};

G_DEFINE_FINAL_TYPE (RoadmapNewDialog, roadmap_new_dialog, ADW_TYPE_WINDOW)

enum { CREATED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* In the order of the choices in the template. */
static const char *const column_words[] = { "year", "half", "quarter", "month" };

static char **
list_languages (RoadmapNewDialog *self)
{
  return self->template != NULL ? roadmap_list_languages (self->template) : g_new0 (char *, 1);
}

static char *
dup_language (RoadmapNewDialog *self)
{
  g_auto (GStrv) tags = list_languages (self);
  guint selected = adw_combo_row_get_selected (self->language_row);

  return g_strdup (selected < g_strv_length (tags) ? tags[selected] : "en");
}

/* The names stand one a line; empty lines are none. */
static char **
list_lanes (RoadmapNewDialog *self)
{
  g_autofree char *text = roadmap_text_card_dup_text (self->lanes_card);
  g_auto (GStrv) lines = g_strsplit_set (text != NULL ? text : "", "\n\v", -1);
  GPtrArray *lanes = g_ptr_array_new ();

  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      g_ptr_array_add (lanes, g_strdup (*line));
  g_ptr_array_add (lanes, NULL);
  return (char **) g_ptr_array_free (lanes, FALSE);
}

static RoadmapTemplateChoice
read_choice (RoadmapNewDialog   *self,
             const char         *language,
             const char *const  *lanes)
{
  guint columns = adw_combo_row_get_selected (self->columns_row);

  return (RoadmapTemplateChoice) {
    .title = gtk_editable_get_text (self->title_row),
    .language = language,
    .calendar = adw_combo_row_get_selected (self->calendar_row) == 0 ? ROADMAP_CALENDAR_FISCAL : ROADMAP_CALENDAR_CIVIL,
    .fiscal_start = adw_combo_row_get_selected (self->month_row) + 1,
    .first_year = gtk_spin_button_get_value_as_int (self->first_spin),
    .last_year = gtk_spin_button_get_value_as_int (self->last_spin),
    .columns = column_words[MIN (columns, G_N_ELEMENTS (column_words) - 1)],
    .lanes = lanes,
    .categories = gtk_switch_get_active (self->categories_switch),
    .today = &self->today,
  };
}

static void
update (RoadmapNewDialog *self)
{
  g_autofree char *language = dup_language (self);
  g_auto (GStrv) lanes = list_lanes (self);
  RoadmapTemplateChoice choice = read_choice (self, language, (const char *const *) lanes);
  const char *problem = self->template != NULL ? roadmap_template_find_problem (&choice)
                                               : _("The templates of this program are missing; install it again.");
  /* Nobody needs to be told what an empty title is before there was one. */
  gboolean tell = problem != NULL && (*choice.title != '\0' || self->template == NULL);

  gtk_label_set_label (self->problem_label, tell ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), tell);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", problem == NULL);
}

static void
changed_cb (RoadmapNewDialog *self)
{
  if (!self->filling)
    update (self);
}

static void
calendar_cb (RoadmapNewDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->month_row), adw_combo_row_get_selected (self->calendar_row) == 0);
  changed_cb (self);
}

/* What the template proposes, unless somebody has written there already. */
static void
fill_lanes (RoadmapNewDialog *self)
{
  g_autofree char *language = dup_language (self);
  g_auto (GStrv) lanes = NULL;
  g_autofree char *text = NULL;

  if (self->template == NULL || self->lanes_edited)
    return;
  lanes = roadmap_template_list_lanes (self->template, language);
  text = g_strjoinv ("\n", lanes);
  self->filling = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->lanes_view)), text, -1);
  self->filling = FALSE;
}

static void
lanes_cb (RoadmapNewDialog *self)
{
  if (self->filling)
    return;
  self->lanes_edited = TRUE;
  update (self);
}

static void
language_cb (RoadmapNewDialog *self)
{
  if (self->filling)
    return;
  g_free (self->language);
  self->language = dup_language (self);
  fill_lanes (self);
  update (self);
}

/* The one that was picked, or that of the interface, if the template has it. */
static void
fill_languages (RoadmapNewDialog *self)
{
  const char *wanted = self->language != NULL ? self->language : g_get_language_names ()[0];
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_auto (GStrv) tags = list_languages (self);
  guint selected = 0;

  for (guint i = 0; tags[i] != NULL; i++)
    {
      gtk_string_list_append (names, roadmap_language_name (tags[i]));
      if (g_str_has_prefix (wanted, tags[i]))
        selected = i;
    }
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language_row, selected);
}

static void
choose_template (RoadmapNewDialog *self,
                 Roadmap          *template)
{
  gboolean is_stages = strcmp (roadmap_template_get_lane_kind (template)->name, "stage") == 0;

  self->template = template;
  self->filling = TRUE;
  fill_languages (self);
  self->filling = FALSE;
  g_object_set (self->lanes_card, "label", is_stages ? _("Sta_ges, one a line") : _("_Lanes, one a line"), NULL);
  gtk_widget_set_visible (self->categories_group, roadmap_template_has_categories (template));
  fill_lanes (self);
  update (self);
}

static void
template_toggled_cb (GtkCheckButton   *button,
                     RoadmapNewDialog *self)
{
  if (gtk_check_button_get_active (button))
    choose_template (self, g_object_get_data (G_OBJECT (button), "template"));
}

/* In the language of the interface, or failing that the template's own. */
static char *
dup_words (Roadmap    *template,
           const char *field)
{
  g_auto (GStrv) tags = roadmap_list_languages (template);
  const char *language = NULL;

  for (char **tag = tags; *tag != NULL; tag++)
    if (g_str_has_prefix (g_get_language_names ()[0], *tag) && tag != tags)
      language = *tag;
    else if (language == NULL && strcmp (*tag, "en") == 0 &&
             !g_str_has_prefix (g_get_language_names ()[0], tags[0]))
      language = *tag;
  return roadmap_item_dup_text (roadmap_get_root (template), field, language);
}

static GtkCheckButton *
append_template (RoadmapNewDialog *self,
                 Roadmap          *template,
                 GtkCheckButton   *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();
  g_autofree char *title = dup_words (template, "title");
  g_autofree char *about = dup_words (template, "attribution");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (about != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "template", template);
  g_signal_connect (button, "toggled", G_CALLBACK (template_toggled_cb), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  /* It is named by the row, too. */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->template_list, row);
  return GTK_CHECK_BUTTON (button);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* (transfer full): the templates of a folder, in the order of their names. */
static GPtrArray *
read_templates (const char *folder)
{
  GPtrArray *templates = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autoptr (RoadmapDocument) document = roadmap_document_open_path (path, NULL);

      if (document != NULL)
        g_ptr_array_add (templates, g_object_ref (roadmap_document_get_roadmap (document)));
    }
  return templates;
}

static void
fill_templates (RoadmapNewDialog *self)
{
  GtkCheckButton *group = NULL;

  for (guint i = 0; i < self->templates->len; i++)
    {
      GtkCheckButton *button = append_template (self, g_ptr_array_index (self->templates, i), group);

      if (group == NULL)
        group = button;
    }
  if (group != NULL)
    gtk_check_button_set_active (group, TRUE);
}

static void
create_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_autoptr (RoadmapNewDialog) self = g_object_ref (ROADMAP_NEW_DIALOG (widget));
  g_autofree char *language = dup_language (self);
  g_auto (GStrv) lanes = list_lanes (self);
  RoadmapTemplateChoice choice = read_choice (self, language, (const char *const *) lanes);
  g_autoptr (GError) error = NULL;
  g_autoptr (Roadmap) roadmap = roadmap_template_make (self->template, &choice, &error);

  if (roadmap == NULL)
    {
      gtk_label_set_label (self->problem_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
      return;
    }
  g_signal_emit (self, signals[CREATED], 0, roadmap);
  gtk_window_close (GTK_WINDOW (self));
}

static void
roadmap_new_dialog_finalize (GObject *object)
{
  g_clear_pointer (&ROADMAP_NEW_DIALOG (object)->templates, g_ptr_array_unref);
  g_clear_pointer (&ROADMAP_NEW_DIALOG (object)->language, g_free);

  G_OBJECT_CLASS (roadmap_new_dialog_parent_class)->finalize (object);
}

static void
roadmap_new_dialog_class_init (RoadmapNewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roadmap_new_dialog_finalize;
  signals[CREATED] = g_signal_new ("created", ROADMAP_TYPE_NEW_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, ROADMAP_TYPE_ROADMAP);

  g_type_ensure (ROADMAP_TYPE_TEXT_CARD);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/new-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapNewDialog, template_list);
  gtk_widget_class_bind_template_child (widget_class, RoadmapNewDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapNewDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapNewDialog, calendar_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapNewDialog, month_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapNewDialog, first_spin);
  gtk_widget_class_bind_template_child (widget_class, RoadmapNewDialog, last_spin);
  gtk_widget_class_bind_template_child (widget_class, RoadmapNewDialog, columns_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapNewDialog, lanes_card);
  gtk_widget_class_bind_template_child (widget_class, RoadmapNewDialog, lanes_view);
  gtk_widget_class_bind_template_child (widget_class, RoadmapNewDialog, categories_group);
  gtk_widget_class_bind_template_child (widget_class, RoadmapNewDialog, categories_switch);
  gtk_widget_class_bind_template_child (widget_class, RoadmapNewDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_cb);
  gtk_widget_class_bind_template_callback (widget_class, lanes_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
}

static void
roadmap_new_dialog_init (RoadmapNewDialog *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  roadmap_combo_row_prepare (self->language_row);
  roadmap_combo_row_prepare (self->calendar_row);
  roadmap_combo_row_prepare (self->month_row);
  roadmap_combo_row_prepare (self->columns_row);
}

/* The year it is, in the fiscal years that are proposed. */
static int
get_year (RoadmapNewDialog *self)
{
  gboolean before = g_date_get_month (&self->today) < ROADMAP_FISCAL_START_DEFAULT;

  return g_date_get_year (&self->today) - before;
}

GtkWidget *
roadmap_new_dialog_new (GtkWindow   *parent,
                        const char  *folder,
                        const GDate *today)
{
  RoadmapNewDialog *self = g_object_new (ROADMAP_TYPE_NEW_DIALOG, "transient-for", parent, NULL);

  self->today = *today;
  adw_combo_row_set_selected (self->month_row, ROADMAP_FISCAL_START_DEFAULT - 1);
  adw_combo_row_set_selected (self->columns_row, 2);
  gtk_spin_button_set_range (self->first_spin, ROADMAP_TEMPLATE_FIRST_YEAR, ROADMAP_TEMPLATE_LAST_YEAR);
  gtk_spin_button_set_range (self->last_spin, ROADMAP_TEMPLATE_FIRST_YEAR, ROADMAP_TEMPLATE_LAST_YEAR);
  gtk_spin_button_set_value (self->first_spin, get_year (self));
  gtk_spin_button_set_value (self->last_spin, get_year (self) + 2);
  self->filling = FALSE;
  self->templates = read_templates (folder);
  fill_templates (self);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
  return GTK_WIDGET (self);
}
