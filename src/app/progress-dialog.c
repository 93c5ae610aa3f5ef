/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/progress-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/progress-record.h"
#include "model/era.h"
#include "model/status.h"
#include "widgets/followup-list.h"
#include "widgets/item-markup.h"
#include "widgets/status-row.h"
#include "widgets/text-card.h"

struct _RoadmapProgressDialog
{
  AdwWindow            parent_instance;

  RoadmapHistory      *history;
  Roadmap             *roadmap;
  RoadmapItem         *item;
  char                *language;   /* of what is shown; never NULL */
  int                  first_year; /* of the list of years */
  gboolean             filling;    /* the rows are being set, not used */
  gboolean             year_chosen;
  gboolean             may_close;

  GtkLabel            *error_label;
  GtkLabel            *place_label;
  GtkLabel            *title_label;
  RoadmapStatusRow    *status_row;
  RoadmapTextCard     *progress_card;
  RoadmapTextCard     *plan_card;
  GtkEditable         *date_row;
  GtkCalendar         *calendar;
  AdwComboRow         *year_row;
  GtkEditable         *meeting_row;
  GtkEditable         *author_row;
  GtkEditable         *evidence_row;
  GtkLabel            *problem_label;
  GtkWidget           *earlier_group;
  GtkBox              *earlier_box;
};

G_DEFINE_FINAL_TYPE (RoadmapProgressDialog, roadmap_progress_dialog, ADW_TYPE_WINDOW)

enum { SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
read_date (RoadmapProgressDialog *self,
           GDate                 *date)
{
  return roadmap_progress_record_read_date (gtk_editable_get_text (self->date_row), date);
}

/* By the calendar of the item's chart. */
static int
get_year (RoadmapProgressDialog *self,
          RoadmapMonth           month)
{
  int fiscal_start = roadmap_get_fiscal_start (self->roadmap);
  RoadmapCalendar calendar = roadmap_get_calendar (self->roadmap, self->item);
  RoadmapPoint year = roadmap_point_at (calendar, ROADMAP_UNIT_YEAR, month, fiscal_start);

  return roadmap_point_get_year (&year, fiscal_start);
}

static char *
dup_entry (GtkEditable *row)
{
  return g_strdup (gtk_editable_get_text (row));
}

static void
read_rows (RoadmapProgressDialog *self,
           RoadmapProgressRecord *record)
{
  *record = (RoadmapProgressRecord) {
    .roadmap = self->roadmap,
    .item = self->item,
    .status = roadmap_status_row_get_status (self->status_row),
    .year = self->first_year + (int) adw_combo_row_get_selected (self->year_row),
    .progress = roadmap_text_card_dup_text (self->progress_card),
    .plan = roadmap_text_card_dup_text (self->plan_card),
    .meeting = dup_entry (self->meeting_row),
    .author = dup_entry (self->author_row),
    .evidence = dup_entry (self->evidence_row),
  };
  roadmap_progress_record_tidy (record);
  if (!read_date (self, &record->date))
    g_date_clear (&record->date, 1);
}

static gboolean
has_entries (RoadmapProgressDialog *self)
{
  g_auto (RoadmapProgressRecord) record = { 0 };

  read_rows (self, &record);
  return !roadmap_progress_record_is_empty (&record);
}

static void
mark (GtkEditable *row,
      gboolean     wrong)
{
  GtkEditable *text = gtk_editable_get_delegate (row);

  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* In words, what keeps the record from being saved; NULL if nothing does. */
static const char *
find_problem (RoadmapProgressDialog       *self,
              const RoadmapProgressRecord *record)
{
  gboolean date_wrong = !g_date_valid (&record->date);
  gboolean evidence_wrong = !roadmap_progress_record_evidence_opens (record);

  mark (self->date_row, date_wrong);
  mark (self->evidence_row, evidence_wrong);
  if (date_wrong)
    return _("The date must be a day of the calendar such as 2020-06-18.");
  if (evidence_wrong)
    return _("The evidence must be a web address such as https://www.example.org/.");
  return NULL;
}

static void
update (RoadmapProgressDialog *self)
{
  g_auto (RoadmapProgressRecord) record = { 0 };
  const char *problem;

  read_rows (self, &record);
  problem = find_problem (self, &record);
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save",
                                 problem == NULL && !roadmap_progress_record_is_empty (&record));
}

/* NULL: none. */
static void
show_error (RoadmapProgressDialog *self,
            const char            *message)
{
  gtk_label_set_label (self->error_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), message != NULL);
}

/* Neither GTK 4.8 nor libadwaita 1.2 tells a screen reader which entry is picked. */
static void
tell_year (RoadmapProgressDialog *self)
{
  GtkStringObject *year = adw_combo_row_get_selected_item (self->year_row);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->year_row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_string_object_get_string (year), -1);
}

static void
changed_cb (RoadmapProgressDialog *self)
{
  if (self->filling)
    return;

  show_error (self, NULL);
  tell_year (self);
  update (self);
}

static void
year_picked_cb (RoadmapProgressDialog *self)
{
  if (self->filling)
    return;

  self->year_chosen = TRUE;
  changed_cb (self);
}

/* The year follows the date until someone picks another: what is reported is often a year that has ended. */
static void
follow_with_year (RoadmapProgressDialog *self,
                  const GDate           *date)
{
  guint position = get_year (self, roadmap_month_of_date (date)) - self->first_year;

  if (self->year_chosen || position >= g_list_model_get_n_items (adw_combo_row_get_model (self->year_row)))
    return;

  self->filling = TRUE;
  adw_combo_row_set_selected (self->year_row, position);
  self->filling = FALSE;
}

/* The row's title reads the date out in words, of the era in Japanese. */
static void
show_reading (RoadmapProgressDialog *self,
              const GDate           *date)
{
  g_autofree char *reading = date != NULL ? roadmap_date_describe (date, self->language) : NULL;
  g_autofree char *title = reading != NULL ? g_strdup_printf ("%s · %s", _("_Date"), reading) : g_strdup (_("_Date"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date_row), title);
}

static void
date_changed_cb (RoadmapProgressDialog *self)
{
  GDate date;
  gboolean valid = read_date (self, &date);

  if (self->filling)
    return;

  show_reading (self, valid ? &date : NULL);
  if (valid)
    follow_with_year (self, &date);
  changed_cb (self);
}

static void
calendar_shown_cb (RoadmapProgressDialog *self)
{
  g_autoptr (GDateTime) day = NULL;
  GDate date;

  if (!read_date (self, &date))
    return;
  day = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);
  gtk_calendar_select_day (self->calendar, day);
}

static void
day_selected_cb (RoadmapProgressDialog *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  gtk_editable_set_text (self->date_row, text);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RoadmapProgressDialog *self = ROADMAP_PROGRESS_DIALOG (widget);
  g_auto (RoadmapProgressRecord) record = { 0 };
  g_autoptr (GError) error = NULL;

  read_rows (self, &record);
  if (!roadmap_progress_record_save (&record, self->history, &error))
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
  RoadmapProgressDialog *self = user_data;

  if (g_strcmp0 (response, "discard") != 0)
    return;
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
roadmap_progress_dialog_close_request (GtkWindow *window)
{
  RoadmapProgressDialog *self = ROADMAP_PROGRESS_DIALOG (window);
  const RoadmapAnswer answers[] = {
    { .id = "keep", .label = _("_Keep Editing") },
    { .id = "discard", .label = _("_Discard"), .destructive = TRUE },
    { NULL },
  };

  if (self->may_close || !has_entries (self))
    return GTK_WINDOW_CLASS (roadmap_progress_dialog_parent_class)->close_request (window);

  roadmap_compat_ask (window, _("Discard the Record?"), _("What you entered has not been saved."), answers,
                      discard_answered_cb, self);
  return TRUE;
}

static void
roadmap_progress_dialog_finalize (GObject *object)
{
  RoadmapProgressDialog *self = ROADMAP_PROGRESS_DIALOG (object);

  g_clear_object (&self->history);
  g_clear_object (&self->roadmap);
  g_clear_object (&self->item);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (roadmap_progress_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (ROADMAP_TYPE_STATUS_ROW);
  g_type_ensure (ROADMAP_TYPE_TEXT_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/progress-dialog.ui");

  gtk_widget_class_bind_template_child (widget_class, RoadmapProgressDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, RoadmapProgressDialog, place_label);
  gtk_widget_class_bind_template_child (widget_class, RoadmapProgressDialog, title_label);
  gtk_widget_class_bind_template_child (widget_class, RoadmapProgressDialog, status_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapProgressDialog, progress_card);
  gtk_widget_class_bind_template_child (widget_class, RoadmapProgressDialog, plan_card);
  gtk_widget_class_bind_template_child (widget_class, RoadmapProgressDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapProgressDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, RoadmapProgressDialog, year_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapProgressDialog, meeting_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapProgressDialog, author_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapProgressDialog, evidence_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapProgressDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, RoadmapProgressDialog, earlier_group);
  gtk_widget_class_bind_template_child (widget_class, RoadmapProgressDialog, earlier_box);

  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_picked_cb);
}

static void
roadmap_progress_dialog_class_init (RoadmapProgressDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_progress_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = roadmap_progress_dialog_close_request;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "dialog.save", NULL, save_cb);
  bind_template (GTK_WIDGET_CLASS (klass));

  signals[SAVED] = g_signal_new ("saved", ROADMAP_TYPE_PROGRESS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
roadmap_progress_dialog_init (RoadmapProgressDialog *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The years around the item or, if it has no span, its chart, and around @today. */
static void
fill_years (RoadmapProgressDialog *self,
            const GDate           *today)
{
  RoadmapItem *chart = roadmap_item_find_around (self->item, "chart");
  RoadmapMonth first = roadmap_month_of_date (today), last = first;
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  RoadmapCalendar calendar = roadmap_get_calendar (self->roadmap, self->item);
  RoadmapSpan span;

  if (roadmap_get_span (self->roadmap, self->item, &span) ||
      (chart != NULL && roadmap_get_span (self->roadmap, chart, &span)))
    {
      first = MIN (first, roadmap_span_get_first (&span));
      last = MAX (last, roadmap_span_get_after (&span) - 1);
    }

  self->first_year = get_year (self, first) - 1;
  for (int year = self->first_year; year <= get_year (self, last) + 1; year++)
    gtk_string_list_take (list, roadmap_year_describe (calendar, year, ROADMAP_YEAR_LONG, self->language));
  adw_combo_row_set_model (self->year_row, G_LIST_MODEL (list));
  if (calendar == ROADMAP_CALENDAR_CIVIL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->year_row), _("Year"));
}

static void
fill_head (RoadmapProgressDialog *self)
{
  g_autofree char *place = roadmap_item_dup_label_markup (roadmap_item_get_parent (self->item), self->language);
  g_autofree char *title = roadmap_item_dup_title (self->item, self->language);
  g_autofree char *markup = g_markup_escape_text (title, -1);

  roadmap_label_set_words (self->place_label, place, self->language);
  roadmap_label_set_words (self->title_label, markup, self->language);
}

static void
fill_earlier_records (RoadmapProgressDialog *self)
{
  gtk_widget_set_visible (self->earlier_group, roadmap_get_last_followup (self->item) != NULL);
  roadmap_followup_list_append (self->earlier_box, self->roadmap, self->item, self->language);
}

/* The focus goes to the text in an entry row, which knows nothing of the row's title. */
static void
name_entry (GtkEditable *row)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_editable_get_delegate (row)),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
}

/* A group without a title leaves its list without a name. */
static void
name_list (GtkWidget *list)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Status"), -1);
}

static void
fill (RoadmapProgressDialog *self,
      const GDate           *today)
{
  g_autofree char *date = roadmap_date_format (today);

  fill_head (self);
  roadmap_status_row_fill (self->status_row, self->roadmap, self->item, self->language);
  fill_years (self, today);
  fill_earlier_records (self);
  name_list (gtk_widget_get_parent (GTK_WIDGET (self->status_row)));
  name_entry (self->date_row);
  name_entry (self->meeting_row);
  name_entry (self->author_row);
  name_entry (self->evidence_row);
  self->filling = FALSE;

  gtk_editable_set_text (self->date_row, date);
  gtk_widget_grab_focus (GTK_WIDGET (self->status_row));
}

GtkWidget *
roadmap_progress_dialog_new (GtkWindow      *parent,
                             RoadmapHistory *history,
                             Roadmap        *roadmap,
                             RoadmapItem    *item,
                             const GDate    *today,
                             const char     *language)
{
  RoadmapProgressDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ROADMAP_IS_HISTORY (history), NULL);
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (roadmap_kind_may_contain (roadmap_item_get_kind (item), "followup"), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  self = g_object_new (ROADMAP_TYPE_PROGRESS_DIALOG, "transient-for", parent, NULL);
  self->history = g_object_ref (history);
  self->roadmap = g_object_ref (roadmap);
  self->item = g_object_ref (item);
  self->language = g_strdup (language != NULL ? language : roadmap_get_language (roadmap));
  fill (self, today);
  return GTK_WIDGET (self);
}

const char *
roadmap_progress_dialog_get_author (RoadmapProgressDialog *self)
{
  g_return_val_if_fail (ROADMAP_IS_PROGRESS_DIALOG (self), "");

  return gtk_editable_get_text (self->author_row);
}

void
roadmap_progress_dialog_set_author (RoadmapProgressDialog *self,
                                    const char            *author)
{
  g_return_if_fail (ROADMAP_IS_PROGRESS_DIALOG (self));

  gtk_editable_set_text (self->author_row, author != NULL ? author : "");
}
