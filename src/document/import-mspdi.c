/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/import-mspdi.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/place.h"
#include "document/plan.h"
#include "document/xml.h"

#define NAMESPACE     "http://schemas.microsoft.com/project"
#define ALIAS_PREFIX  "koteihyo."
#define FINISH_START  1
/* More than any declaration, comment and start tag before what tells the kind of file. */
#define START_SIZE    65536
/* What export/item-words puts between an explanation and what else a note says. */
#define NOTE_DIVIDER  "\n――\n"

typedef struct
{
  RoadmapXml   *xml;
  const char   *name;
  RoadmapPlan  *plan;
  GHashTable   *aliases; /* of the extended attributes that are ours, by their field id */
} Reader;

static void
clear_reader (Reader *reader)
{
  g_clear_pointer (&reader->xml, roadmap_xml_free);
  g_clear_pointer (&reader->plan, roadmap_plan_free);
  g_hash_table_unref (reader->aliases);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

/* Elements */

static gboolean
is_element (const xmlNode *node,
            const char    *name)
{
  return node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, BAD_CAST name);
}

static xmlNode *
find_child (const xmlNode *parent,
            const char    *name)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    if (is_element (node, name))
      return node;
  return NULL;
}

/* (transfer full) (nullable): what stands in the child, without space around it. */
static char *
dup_text (const xmlNode *parent,
          const char    *name)
{
  const xmlNode *child = find_child (parent, name);
  xmlChar *content = child != NULL ? xmlNodeGetContent (child) : NULL;
  char *text = content != NULL ? g_strstrip (g_strdup ((const char *) content)) : NULL;

  xmlFree (content);
  return text;
}

static int
get_number (const xmlNode *parent,
            const char    *name,
            int            otherwise)
{
  g_autofree char *text = dup_text (parent, name);
  gint64 number;

  return text != NULL && g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, &number, NULL) ? (int) number : otherwise;
}

/* Tasks */

/* The day of "2020-04-01T08:00:00"; not valid if there is none. */
static gboolean
read_day (Reader         *reader,
          const xmlNode  *task,
          const char     *name,
          GDate          *day,
          GError        **error)
{
  g_autofree char *text = dup_text (task, name);
  g_autofree char *date = text != NULL ? g_strndup (text, strcspn (text, "T ")) : NULL;

  g_date_clear (day, 1);
  if (date == NULL || *date == '\0' || strcmp (date, "NA") == 0)
    return TRUE;
  if (roadmap_date_parse (date, day))
    return TRUE;
  roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, reader->name, roadmap_xml_get_extent (reader->xml, task)->line,
                        _("the task has the date “%s”, which is none; correct it"), text);
  return FALSE;
}

static void
read_links (const xmlNode   *element,
            RoadmapPlanTask *task)
{
  task->after = g_ptr_array_new_with_free_func (g_free);
  for (const xmlNode *node = element->children; node != NULL; node = node->next)
    if (is_element (node, "PredecessorLink") && get_number (node, "Type", FINISH_START) == FINISH_START)
      {
        char *uid = dup_text (node, "PredecessorUID");

        if (uid != NULL)
          g_ptr_array_add (task->after, uid);
      }
}

/* What a task says of the item it was. */
static void
read_attributes (Reader          *reader,
                 const xmlNode   *element,
                 RoadmapPlanTask *task)
{
  const struct
  {
    const char  *name;
    char       **value;
  } table[] = {
    { "id", &task->item_id }, { "kind", &task->item_kind }, { "number", &task->number }, { "start", &task->start },
    { "end", &task->end }, { "open", &task->open }, { "basis", &task->basis }, { "status", &task->status },
  };

  for (const xmlNode *node = element->children; node != NULL; node = node->next)
    {
      g_autofree char *field = is_element (node, "ExtendedAttribute") ? dup_text (node, "FieldID") : NULL;
      const char *alias = field != NULL ? g_hash_table_lookup (reader->aliases, field) : NULL;

      for (gsize i = 0; alias != NULL && i < G_N_ELEMENTS (table); i++)
        if (strcmp (alias, table[i].name) == 0 && *table[i].value == NULL)
          *table[i].value = dup_text (node, "Value");
    }
}

/* Of a note that this program has written only the explanation. */
static char *
dup_detail (const xmlNode         *element,
            const RoadmapPlanTask *task)
{
  g_autofree char *note = dup_text (element, "Notes");
  const char *divider = note != NULL ? strstr (note, NOTE_DIVIDER) : NULL;

  if (task->item_id == NULL)
    return g_steal_pointer (&note);
  return divider != NULL ? g_strndup (note, divider - note) : NULL;
}

static gboolean
read_task (Reader         *reader,
           const xmlNode  *element,
           GError        **error)
{
  guint line = roadmap_xml_get_extent (reader->xml, element)->line;
  int level = get_number (element, "OutlineLevel", 1);
  g_autofree char *name = dup_text (element, "Name");
  RoadmapPlanTask *task;

  /* Level 0 is the project itself. */
  if (level < 1 || get_number (element, "IsNull", 0) != 0 || get_number (element, "Active", 1) == 0)
    return TRUE;
  if (name == NULL || *name == '\0')
    {
      roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, reader->name, line, _("this task has no name; give it one"));
      return FALSE;
    }

  task = roadmap_plan_add (reader->plan, line, level);
  task->title = g_steal_pointer (&name);
  task->key = dup_text (element, "UID");
  task->milestone = get_number (element, "Milestone", 0) != 0;
  task->done = get_number (element, "PercentComplete", 0) >= 100;
  read_links (element, task);
  read_attributes (reader, element, task);
  task->detail = dup_detail (element, task);
  if (!read_day (reader, element, "Start", &task->first, error) || !read_day (reader, element, "Finish", &task->last, error))
    return FALSE;
  if (!g_date_valid (&task->first) || !g_date_valid (&task->last) || g_date_compare (&task->first, &task->last) <= 0)
    return TRUE;
  roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, reader->name, line,
                        _("“%s” ends before it begins; correct one of the two dates"), task->title);
  return FALSE;
}

/* The project */

static void
read_aliases (Reader        *reader,
              const xmlNode *project)
{
  const xmlNode *list = find_child (project, "ExtendedAttributes");

  for (const xmlNode *node = list != NULL ? list->children : NULL; node != NULL; node = node->next)
    {
      g_autofree char *field = is_element (node, "ExtendedAttribute") ? dup_text (node, "FieldID") : NULL;
      g_autofree char *alias = field != NULL ? dup_text (node, "Alias") : NULL;

      if (alias != NULL && g_str_has_prefix (alias, ALIAS_PREFIX))
        g_hash_table_insert (reader->aliases, g_steal_pointer (&field), g_strdup (alias + strlen (ALIAS_PREFIX)));
    }
}

static gboolean
read_project (Reader         *reader,
              const xmlNode  *project,
              GError        **error)
{
  const xmlNode *tasks = find_child (project, "Tasks");
  int month = get_number (project, "FYStartDate", 1);

  reader->plan->title = dup_text (project, "Title");
  reader->plan->fiscal_start = month > 1 && month <= 12 ? month : 0;
  read_aliases (reader, project);
  for (const xmlNode *node = tasks != NULL ? tasks->children : NULL; node != NULL; node = node->next)
    if (is_element (node, "Task") && !read_task (reader, node, error))
      return FALSE;
  return TRUE;
}

gboolean
roadmap_mspdi_recognises (GBytes     *content,
                          const char *name)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  g_autofree char *start = g_malloc (START_SIZE + 1);
  gsize n = 0;

  /* UTF-16 of ASCII is ASCII with NUL bytes between. */
  for (gsize i = 0; i < MIN (size, START_SIZE); i++)
    if (data[i] != '\0')
      start[n++] = data[i];
  start[n] = '\0';
  return g_regex_match_simple ("<Project\\s[^<>]*xmlns\\s*=\\s*[\"']" NAMESPACE "[\"']", start, G_REGEX_RAW, 0);
}

Roadmap *
roadmap_mspdi_import (GBytes                      *content,
                      const char                  *name,
                      const RoadmapImportOptions  *options,
                      GError                     **error)
{
  g_auto (Reader) reader = { .name = name };
  const xmlNode *project;

  reader.aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reader.plan = roadmap_plan_new ();
  reader.xml = roadmap_xml_parse (content, name, error);
  if (reader.xml == NULL)
    return NULL;

  project = roadmap_xml_get_root (reader.xml);
  if (!is_element (project, "Project") || project->ns == NULL || !xmlStrEqual (project->ns->href, BAD_CAST NAMESPACE))
    {
      roadmap_set_error_at (error, ROADMAP_ERROR_FORMAT, name, 1,
                            _("this is no project plan of the format MSPDI; choose another file"));
      return NULL;
    }
  if (!read_project (&reader, project, error))
    return NULL;
  return roadmap_plan_make (reader.plan, content, name, options, error);
}
