/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/point-row.h"

#include <glib/gi18n-lib.h>

#include "model/era.h"
#include "widgets/combo-row.h"

/* How far beyond the chart there are points to pick; those of the chart itself are further from it. */
#define YEARS_BEFORE 2
#define YEARS_AFTER  4
#define YEARS_AROUND 20

struct _RoadmapPointRow
{
  AdwComboRow    parent_instance;

  Roadmap       *roadmap; /* not owned */
  RoadmapItem   *around;  /* not owned */
  char          *language;
  gboolean       optional;
  gboolean       ends;
  guint          unit;    /* a row of the table */
  GArray        *points;  /* RoadmapPoint, in the order of the list, behind none */
  gboolean       filling;

  GtkMenuButton *unit_button;
};

G_DEFINE_FINAL_TYPE (RoadmapPointRow, roadmap_point_row, ADW_TYPE_COMBO_ROW)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const struct
{
  RoadmapUnit     unit;
  RoadmapCalendar calendar;
  const char     *label;
} units[] = {
  { ROADMAP_UNIT_YEAR, ROADMAP_CALENDAR_FISCAL, N_("Fiscal Year") },
  { ROADMAP_UNIT_HALF, ROADMAP_CALENDAR_FISCAL, N_("Half of a Fiscal Year") },
  { ROADMAP_UNIT_QUARTER, ROADMAP_CALENDAR_FISCAL, N_("Quarter of a Fiscal Year") },
  { ROADMAP_UNIT_YEAR, ROADMAP_CALENDAR_CIVIL, N_("Calendar Year") },
  { ROADMAP_UNIT_HALF, ROADMAP_CALENDAR_CIVIL, N_("Half of a Calendar Year") },
  { ROADMAP_UNIT_QUARTER, ROADMAP_CALENDAR_CIVIL, N_("Quarter of a Calendar Year") },
  { ROADMAP_UNIT_MONTH, ROADMAP_CALENDAR_CIVIL, N_("Month") },
};

static guint
find_unit (RoadmapUnit     unit,
           RoadmapCalendar calendar)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].unit == unit && (units[i].calendar == calendar || unit == ROADMAP_UNIT_MONTH))
      return i;
  g_return_val_if_reached (0);
}

static int
get_fiscal_start (RoadmapPointRow *self)
{
  return roadmap_get_fiscal_start (self->roadmap);
}

/* What is picked; NULL: none. */
static const RoadmapPoint *
get_point (RoadmapPointRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  guint first = self->optional ? 1 : 0;

  if (selected == GTK_INVALID_LIST_POSITION || selected < first || selected - first >= self->points->len)
    return NULL;
  return &g_array_index (self->points, RoadmapPoint, selected - first);
}

/* The span of the chart around, else of the first there is, else the year of the roadmap itself. */
static void
find_span (RoadmapPointRow *self,
           RoadmapMonth    *first,
           RoadmapMonth    *after)
{
  RoadmapItem *chart = roadmap_item_find_around (self->around, "chart");
  const char *date = roadmap_item_get (roadmap_get_root (self->roadmap), "date");
  int before = YEARS_BEFORE, behind = YEARS_AFTER;
  RoadmapSpan span;
  GDate day;

  if (chart != NULL && chart == self->around)
    before = behind = YEARS_AROUND;
  if (chart == NULL)
    {
      g_autoptr (GPtrArray) charts = roadmap_list (self->roadmap, roadmap_get_root (self->roadmap), "chart");

      chart = charts->len > 0 ? g_ptr_array_index (charts, 0) : NULL;
    }

  *first = 2020 * 12;
  if (date != NULL && roadmap_date_parse (date, &day))
    *first = roadmap_month_of_date (&day);
  *after = *first + 12;
  if (chart != NULL && roadmap_get_span (self->roadmap, chart, &span))
    {
      *first = roadmap_span_get_first (&span);
      *after = roadmap_span_get_after (&span);
    }
  *first -= 12 * before;
  *after += 12 * behind;
}

/* Points of the unit around the chart, and up to @month, wherever that is. */
static void
collect_points (RoadmapPointRow    *self,
                const RoadmapMonth *month)
{
  int length = roadmap_unit_get_months (units[self->unit].unit);
  RoadmapMonth first, after;
  RoadmapPoint point;

  find_span (self, &first, &after);
  if (month != NULL)
    {
      first = MIN (first, *month);
      after = MAX (after, *month + length);
    }
  first = CLAMP (first, 12, 9998 * 12);
  after = CLAMP (after, first + 1, 9998 * 12 + 12);

  g_array_set_size (self->points, 0);
  point = roadmap_point_at (units[self->unit].calendar, units[self->unit].unit, first, get_fiscal_start (self));
  while (point.first < after)
    {
      if (roadmap_point_get_year (&point, get_fiscal_start (self)) > 0)
        g_array_append_val (self->points, point);
      point = roadmap_point_at (point.calendar, point.unit, point.first + length, get_fiscal_start (self));
    }
}

static void
fill (RoadmapPointRow    *self,
      guint               unit,
      const RoadmapMonth *month)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint picked = self->optional ? 0 : GTK_INVALID_LIST_POSITION;

  self->unit = unit;
  collect_points (self, month);
  if (self->optional)
    gtk_string_list_append (list, _("None"));
  for (guint i = 0; i < self->points->len; i++)
    {
      const RoadmapPoint *point = &g_array_index (self->points, RoadmapPoint, i);

      if (month != NULL && point->first <= *month && *month < roadmap_point_get_after (point))
        picked = g_list_model_get_n_items (G_LIST_MODEL (list));
      gtk_string_list_take (list, roadmap_point_describe (point, get_fiscal_start (self), self->language));
    }

  self->filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), picked);
  self->filling = FALSE;
  g_object_set (self->unit_button, "tooltip-text", _(units[unit].label), NULL);
}

static void
selected_cb (RoadmapPointRow *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
unit_picked_cb (GtkListBox      *list,
                GtkListBoxRow   *row,
                RoadmapPointRow *self)
{
  const RoadmapPoint *point = get_point (self);
  RoadmapMonth month = 0;

  if (point != NULL)
    month = self->ends ? roadmap_point_get_after (point) - 1 : point->first;
  gtk_menu_button_popdown (self->unit_button);
  fill (self, gtk_list_box_row_get_index (row), point != NULL ? &month : NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
roadmap_point_row_finalize (GObject *object)
{
  RoadmapPointRow *self = ROADMAP_POINT_ROW (object);

  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (roadmap_point_row_parent_class)->finalize (object);
}

static void
roadmap_point_row_class_init (RoadmapPointRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_point_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", ROADMAP_TYPE_POINT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static GtkWidget *
create_unit_list (RoadmapPointRow *self)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _(units[i].label), "xalign", 0.0, NULL);

      gtk_widget_add_css_class (label, "unit");
      gtk_list_box_append (GTK_LIST_BOX (list), label);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Unit of Time"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (unit_picked_cb), self, 0);
  return list;
}

/* The unit stands before the arrow that opens the list. */
static void
add_unit_button (RoadmapPointRow *self)
{
  GtkWidget *popover = g_object_new (GTK_TYPE_POPOVER, "child", create_unit_list (self), NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "popover", popover, "valign", GTK_ALIGN_CENTER, "icon-name",
                                    "x-office-calendar-symbolic", NULL);

  self->unit_button = GTK_MENU_BUTTON (button);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Unit of Time"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (button)), button, NULL);
}

static void
roadmap_point_row_init (RoadmapPointRow *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (RoadmapPoint));
  roadmap_combo_row_prepare (ADW_COMBO_ROW (self));
  add_unit_button (self);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

GtkWidget *
roadmap_point_row_new (Roadmap     *roadmap,
                       RoadmapItem *around,
                       const char  *language,
                       gboolean     optional,
                       gboolean     ends)
{
  RoadmapPointRow *self;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (ROADMAP_IS_ITEM (around), NULL);

  self = g_object_new (ROADMAP_TYPE_POINT_ROW, NULL);
  self->roadmap = roadmap;
  self->around = around;
  self->language = g_strdup (language);
  self->optional = optional;
  self->ends = ends;
  roadmap_point_row_set_point (self, NULL);
  return GTK_WIDGET (self);
}

char *
roadmap_point_row_dup_point (RoadmapPointRow *self)
{
  const RoadmapPoint *point;

  g_return_val_if_fail (ROADMAP_IS_POINT_ROW (self), NULL);

  point = get_point (self);
  return point != NULL ? roadmap_point_format (point, get_fiscal_start (self)) : NULL;
}

void
roadmap_point_row_set_point (RoadmapPointRow *self,
                             const char      *text)
{
  RoadmapPoint point;

  g_return_if_fail (ROADMAP_IS_POINT_ROW (self));

  if (text != NULL && roadmap_point_parse (text, get_fiscal_start (self), &point))
    fill (self, find_unit (point.unit, point.calendar), &point.first);
  else
    fill (self, find_unit (ROADMAP_UNIT_QUARTER, roadmap_get_calendar (self->roadmap, self->around)), NULL);
}

char *
roadmap_point_row_describe (RoadmapPointRow *self)
{
  const RoadmapPoint *point;

  g_return_val_if_fail (ROADMAP_IS_POINT_ROW (self), NULL);

  point = get_point (self);
  return point != NULL ? roadmap_point_describe (point, get_fiscal_start (self), self->language) : NULL;
}
