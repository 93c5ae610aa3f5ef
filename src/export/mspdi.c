/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/mspdi.h"

#include "export/item-words.h"
#include "export/mspdi-tasks.h"

#define NAMESPACE     "http://schemas.microsoft.com/project"
#define DAY_STARTS    "08:00:00"
#define DAY_ENDS      "17:00:00"
#define HOURS_PER_DAY 8
#define TENTHS_OF_MINUTES_PER_DAY (HOURS_PER_DAY * 60 * 10)

typedef struct
{
  const RoadmapExportOptions *options;
  const char                 *language;
  GPtrArray                  *tasks;
  GHashTable                 *numbers; /* of tasks by their items: index + 1 */
  GString                    *text;
  guint                       depth;
} Writer;

/* Elements */

static void
open_element (Writer     *writer,
              const char *name)
{
  g_string_append_printf (writer->text, "%*s<%s>\n", (int) writer->depth * 2, "", name);
  writer->depth++;
}

static void
close_element (Writer     *writer,
               const char *name)
{
  writer->depth--;
  g_string_append_printf (writer->text, "%*s</%s>\n", (int) writer->depth * 2, "", name);
}

static void
append (Writer     *writer,
        const char *name,
        const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (writer->text, "%*s<%s>%s</%s>\n", (int) writer->depth * 2, "", name, escaped, name);
}

static void
append_number (Writer     *writer,
               const char *name,
               int         value)
{
  g_string_append_printf (writer->text, "%*s<%s>%d</%s>\n", (int) writer->depth * 2, "", name, value, name);
}

static void
append_time (Writer      *writer,
             const char  *name,
             const GDate *date,
             const char  *time)
{
  g_autofree char *day = roadmap_date_format (date);
  g_autofree char *value = g_strconcat (day, "T", time, NULL);

  append (writer, name, value);
}

static void
append_duration (Writer     *writer,
                 const char *name,
                 int         n_days)
{
  g_autofree char *value = g_strdup_printf ("PT%dH0M0S", n_days * HOURS_PER_DAY);

  append (writer, name, value);
}

/* Extended attributes: what a task has no element for.  The texts of a task are numbered by the format. */

/* (transfer full) (nullable) */
typedef char *(*AttributeFunc) (Writer            *writer,
                                const RoadmapTask *task);

static char *
get_id (Writer            *writer,
        const RoadmapTask *task)
{
  return g_strdup (roadmap_item_get_id (task->item));
}

static char *
get_kind (Writer            *writer,
          const RoadmapTask *task)
{
  return g_strdup (roadmap_item_get_kind (task->item)->name);
}

static char *
get_status (Writer            *writer,
            const RoadmapTask *task)
{
  RoadmapItem *status = roadmap_export_find_status (writer->options, task->item);

  return status != NULL ? roadmap_item_dup_title (status, writer->language) : NULL;
}

static char *
get_categories (Writer            *writer,
                const RoadmapTask *task)
{
  g_autoptr (GPtrArray) categories = roadmap_export_list_categories (writer->options, task->item);
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < categories->len; i++)
    g_string_append_printf (labels, "%s%s", i > 0 ? " " : "",
                            roadmap_item_get (g_ptr_array_index (categories, i), "label"));
  return labels->len > 0 ? g_string_free (g_steal_pointer (&labels), FALSE) : NULL;
}

static const struct
{
  const char    *field_id;
  const char    *field_name;
  const char    *alias;
  AttributeFunc  get; /* NULL: the item's field that is named as the alias */
} attributes[] = {
  { "188743731", "Text1", "id", get_id },
  { "188743734", "Text2", "kind", get_kind },
  { "188743737", "Text3", "number", NULL },
  { "188743740", "Text4", "start", NULL },
  { "188743743", "Text5", "end", NULL },
  { "188743746", "Text6", "open", NULL },
  { "188743747", "Text7", "basis", NULL },
  { "188743748", "Text8", "status", get_status },
  { "188743749", "Text9", "categories", get_categories },
};

static void
append_attribute_definitions (Writer *writer)
{
  open_element (writer, "ExtendedAttributes");
  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      g_autofree char *alias = g_strconcat ("koteihyo.", attributes[i].alias, NULL);

      open_element (writer, "ExtendedAttribute");
      append (writer, "FieldID", attributes[i].field_id);
      append (writer, "FieldName", attributes[i].field_name);
      append (writer, "Alias", alias);
      close_element (writer, "ExtendedAttribute");
    }
  close_element (writer, "ExtendedAttributes");
}

static void
append_attributes (Writer            *writer,
                   const RoadmapTask *task)
{
  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      g_autofree char *value = attributes[i].get != NULL ? attributes[i].get (writer, task)
                                                         : g_strdup (roadmap_item_get (task->item, attributes[i].alias));

      if (value == NULL)
        continue;
      open_element (writer, "ExtendedAttribute");
      append (writer, "FieldID", attributes[i].field_id);
      append (writer, "Value", value);
      close_element (writer, "ExtendedAttribute");
    }
}

/* Tasks */

static void
append_link (Writer            *writer,
             const RoadmapTask *task,
             RoadmapItem       *before)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (writer->numbers, before));
  const RoadmapTask *previous;
  GDate next_day, day_before;

  if (number == 0)
    return;

  previous = g_ptr_array_index (writer->tasks, number - 1);
  next_day = previous->last;
  g_date_add_days (&next_day, 1);
  day_before = task->first;
  g_date_subtract_days (&day_before, 1);
  open_element (writer, "PredecessorLink");
  append_number (writer, "PredecessorUID", number);
  append_number (writer, "Type", 1); /* from finish to start */
  append_number (writer, "CrossProject", 0);
  append_number (writer, "LinkLag",
                 roadmap_tasks_count_working_days (&next_day, &day_before) * TENTHS_OF_MINUTES_PER_DAY);
  append_number (writer, "LagFormat", 7); /* days */
  close_element (writer, "PredecessorLink");
}

static void
append_links (Writer            *writer,
              const RoadmapTask *task)
{
  g_autoptr (GPtrArray) before = roadmap_get_links (writer->options->roadmap, task->item, "after");

  for (guint i = 0; i < before->len; i++)
    append_link (writer, task, g_ptr_array_index (before, i));
}

static void
append_task (Writer            *writer,
             const RoadmapTask *task,
             guint              number)
{
  gboolean is_milestone = roadmap_item_is (task->item, "milestone");
  int n_days = is_milestone ? 0 : roadmap_tasks_count_working_days (&task->first, &task->last);
  int percent = task->n_bars > 0 ? 100 * task->n_closed / task->n_bars : 0;
  g_autofree char *name = roadmap_item_dup_label (task->item, writer->language);
  g_autofree char *note = task->summary ? NULL : roadmap_export_dup_note (writer->options, task->item);

  open_element (writer, "Task");
  append_number (writer, "UID", number);
  append_number (writer, "ID", number);
  append (writer, "Name", name);
  if (!task->summary)
    append_number (writer, "Manual", 1); /* nothing moves it by itself */
  append_number (writer, "Type", 1);     /* the duration stays */
  append_number (writer, "IsNull", 0);
  append (writer, "WBS", task->number);
  append (writer, "OutlineNumber", task->number);
  append_number (writer, "OutlineLevel", task->level);
  append_number (writer, "Priority", 500);
  append_time (writer, "Start", &task->first, DAY_STARTS);
  append_time (writer, "Finish", &task->last, is_milestone ? DAY_STARTS : DAY_ENDS);
  append_duration (writer, "Duration", n_days);
  append_number (writer, "DurationFormat", 7);
  append_duration (writer, "Work", 0);
  append_number (writer, "EffortDriven", 0);
  append_number (writer, "Estimated", 0);
  append_number (writer, "Milestone", is_milestone);
  append_number (writer, "Summary", task->summary);
  append_number (writer, "PercentComplete", percent);
  append_number (writer, "ConstraintType", task->summary ? 0 : 2); /* must start on */
  append_number (writer, "CalendarUID", -1);
  if (!task->summary)
    append_time (writer, "ConstraintDate", &task->first, DAY_STARTS);
  if (note != NULL)
    append (writer, "Notes", note);
  append_links (writer, task);
  append_attributes (writer, task);
  close_element (writer, "Task");
}

static void
append_tasks (Writer *writer)
{
  open_element (writer, "Tasks");
  for (guint i = 0; i < writer->tasks->len; i++)
    append_task (writer, g_ptr_array_index (writer->tasks, i), i + 1);
  close_element (writer, "Tasks");
}

/* The project */

/* Monday to Friday, 8 to 12 and 13 to 17 o'clock: the calendar that all programs for project plans begin with. */
static void
append_calendar (Writer *writer)
{
  static const char *const times[][2] = { { "08:00:00", "12:00:00" }, { "13:00:00", "17:00:00" } };

  open_element (writer, "Calendars");
  open_element (writer, "Calendar");
  append_number (writer, "UID", 1);
  append (writer, "Name", "Standard");
  append_number (writer, "IsBaseCalendar", 1);
  append_number (writer, "BaseCalendarUID", -1);
  open_element (writer, "WeekDays");
  for (int day = 1; day <= 7; day++)
    {
      gboolean is_working = day > 1 && day < 7;

      open_element (writer, "WeekDay");
      append_number (writer, "DayType", day); /* 1: Sunday */
      append_number (writer, "DayWorking", is_working);
      if (is_working)
        {
          open_element (writer, "WorkingTimes");
          for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
            {
              open_element (writer, "WorkingTime");
              append (writer, "FromTime", times[i][0]);
              append (writer, "ToTime", times[i][1]);
              close_element (writer, "WorkingTime");
            }
          close_element (writer, "WorkingTimes");
        }
      close_element (writer, "WeekDay");
    }
  close_element (writer, "WeekDays");
  close_element (writer, "Calendar");
  close_element (writer, "Calendars");
}

static void
append_head (Writer *writer)
{
  RoadmapItem *root = roadmap_get_root (writer->options->roadmap);
  g_autofree char *title = roadmap_item_dup_title (root, writer->language);
  const char *organisation = roadmap_item_get_in (root, "organisation", writer->language);
  g_autofree char *created = g_date_time_format (writer->options->created, "%Y-%m-%dT%H:%M:%S");
  GDate first, last;

  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  for (guint i = 0; i < writer->tasks->len; i++)
    {
      const RoadmapTask *task = g_ptr_array_index (writer->tasks, i);

      if (!g_date_valid (&first) || g_date_compare (&task->first, &first) < 0)
        first = task->first;
      if (!g_date_valid (&last) || g_date_compare (&task->last, &last) > 0)
        last = task->last;
    }

  append_number (writer, "SaveVersion", 14);
  append (writer, "Name", writer->options->file_name != NULL ? writer->options->file_name : title);
  append (writer, "Title", title);
  if (organisation != NULL)
    append (writer, "Company", organisation);
  append (writer, "CreationDate", created);
  append_number (writer, "ScheduleFromStart", 1);
  if (g_date_valid (&first))
    {
      append_time (writer, "StartDate", &first, DAY_STARTS);
      append_time (writer, "FinishDate", &last, DAY_ENDS);
    }
  append_number (writer, "FYStartDate", roadmap_get_fiscal_start (writer->options->roadmap));
  append_number (writer, "CalendarUID", 1);
  append (writer, "DefaultStartTime", DAY_STARTS);
  append (writer, "DefaultFinishTime", DAY_ENDS);
  append_number (writer, "MinutesPerDay", HOURS_PER_DAY * 60);
  append_number (writer, "MinutesPerWeek", HOURS_PER_DAY * 60 * 5);
  append_number (writer, "DaysPerMonth", 20);
}

gboolean
roadmap_mspdi_write (const RoadmapExportOptions  *options,
                     GOutputStream               *stream,
                     GCancellable                *cancellable,
                     GError                     **error)
{
  g_autoptr (GPtrArray) tasks = roadmap_tasks_list (options);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                                           "<Project xmlns=\"" NAMESPACE "\">\n");
  Writer writer = { options, roadmap_export_get_language (options), tasks, numbers, text, 1 };

  for (guint i = 0; i < tasks->len; i++)
    g_hash_table_insert (numbers, ((RoadmapTask *) g_ptr_array_index (tasks, i))->item, GUINT_TO_POINTER (i + 1));
  append_head (&writer);
  append_attribute_definitions (&writer);
  append_calendar (&writer);
  append_tasks (&writer);
  g_string_append (text, "</Project>\n");
  return roadmap_export_write_text (text, stream, cancellable, error);
}
