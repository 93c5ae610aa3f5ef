/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/reader.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "document/element.h"
#include "document/place.h"

typedef struct
{
  RoadmapXml *xml;
  char       *language;
} Reader;

static guint
get_line (Reader        *reader,
          const xmlNode *element)
{
  return roadmap_xml_get_extent (reader->xml, element)->line;
}

/* An error about @element. */
static void
complain (Reader         *reader,
          const xmlNode  *element,
          RoadmapError    code,
          GError        **error,
          const char     *format,
          ...) G_GNUC_PRINTF (5, 6);

static void
complain (Reader         *reader,
          const xmlNode  *element,
          RoadmapError    code,
          GError        **error,
          const char     *format,
          ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  roadmap_set_error_at (error, code, roadmap_xml_get_name (reader->xml), get_line (reader, element), "%s", sentence);
}

static gboolean
check_value (Reader              *reader,
             const xmlNode       *element,
             const RoadmapField  *field,
             const char          *value,
             GError             **error)
{
  g_autoptr (GError) cause = NULL;

  if (roadmap_field_check (field, value, &cause))
    return TRUE;

  complain (reader, element, ROADMAP_ERROR_INVALID, error, "%s", cause->message);
  return FALSE;
}

static gboolean
is_id (const char *id)
{
  return (g_ascii_isalpha (*id) || *id == '_') &&
         id[strspn (id, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "._-")] == '\0';
}

static char *
read_id (Reader         *reader,
         const xmlNode  *element,
         GError        **error)
{
  g_autofree char *id = roadmap_element_dup_attribute (element, "id");

  if (id != NULL && is_id (id))
    return g_steal_pointer (&id);

  if (id == NULL)
    complain (reader, element, ROADMAP_ERROR_INVALID, error,
              _("this <%s> has no id; give it one that no other element has"), element->name);
  else
    complain (reader, element, ROADMAP_ERROR_INVALID, error,
              _("“%s” cannot be an id; it must begin with a letter and have only the letters a to z, digits, "
                "dots, hyphens and underscores"), id);
  return NULL;
}

static gboolean
read_attributes (Reader         *reader,
                 const xmlNode  *element,
                 RoadmapItem    *item,
                 GError        **error)
{
  const RoadmapKind *kind = roadmap_item_get_kind (item);

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *value = NULL;

      if (roadmap_field_is_text (field))
        continue;
      value = roadmap_element_dup_attribute (element, field->name);
      if (value == NULL)
        continue;
      if (!check_value (reader, element, field, value, error))
        return FALSE;
      roadmap_item_init_value (item, field, NULL, value);
    }
  return TRUE;
}

static gboolean
read_wording (Reader              *reader,
              const xmlNode       *element,
              RoadmapItem         *item,
              const RoadmapField  *field,
              GError             **error)
{
  g_autofree char *language = roadmap_element_dup_language (element, reader->language);
  g_autofree char *value = roadmap_element_dup_value (reader->xml, element, field);

  if (!check_value (reader, element, field, value, error))
    return FALSE;
  if (roadmap_item_get_value (item, field, language) != NULL)
    {
      complain (reader, element, ROADMAP_ERROR_INVALID, error,
                _("“%s” has a second <%s> in the language “%s”; remove one of them, or correct its xml:lang"),
                roadmap_item_get_id (item), field->name, language != NULL ? language : reader->language);
      return FALSE;
    }
  roadmap_item_init_value (item, field, language, value);
  return TRUE;
}

static RoadmapItem *
read_item (Reader             *reader,
           const xmlNode      *element,
           const RoadmapKind  *kind,
           GError            **error)
{
  g_autofree char *id = read_id (reader, element, error);
  g_autoptr (RoadmapItem) item = NULL;

  if (id == NULL)
    return NULL;
  item = roadmap_item_new (kind, id);
  roadmap_item_set_line (item, get_line (reader, element));
  if (!read_attributes (reader, element, item, error))
    return NULL;

  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    {
      const RoadmapKind *child_kind = roadmap_element_get_kind (child, kind);
      const RoadmapField *field = roadmap_element_get_field (child, kind);

      if (child_kind != NULL)
        {
          g_autoptr (RoadmapItem) child_item = read_item (reader, child, child_kind, error);

          if (child_item == NULL)
            return NULL;
          roadmap_item_init_child (item, child_item);
        }
      else if (field != NULL && !read_wording (reader, child, item, field, error))
        return NULL;
    }
  return g_steal_pointer (&item);
}

static gboolean
check_version (Reader         *reader,
               const xmlNode  *root,
               GError        **error)
{
  g_autofree char *version = roadmap_element_dup_attribute (root, "version");
  gboolean is_number = version != NULL && version[strspn (version, "0123456789.")] == '\0';
  const char *sentence;

  if (g_strcmp0 (version, G_STRINGIFY (ROADMAP_ELEMENT_VERSION)) == 0)
    return TRUE;

  if (version == NULL)
    sentence = _("the <roadmap> does not say which version of the format it has; add version=\"1\"");
  else if (is_number && g_ascii_strtod (version, NULL) > ROADMAP_ELEMENT_VERSION)
    sentence = _("the file was made by a newer version of this program; update the program to open it");
  else
    sentence = _("this version of the format is not known; the <roadmap> must have version=\"1\"");
  complain (reader, root, ROADMAP_ERROR_FORMAT, error, "%s", sentence);
  return FALSE;
}

static gboolean
read_head (Reader         *reader,
           const xmlNode  *root,
           GError        **error)
{
  if (roadmap_element_get_kind (root, NULL) == NULL)
    {
      complain (reader, root, ROADMAP_ERROR_FORMAT, error,
                _("this is XML but not a roadmap, which begins with <%s xmlns=\"%s\">; choose another file"),
                ROADMAP_KIND_ROOT, ROADMAP_ELEMENT_NAMESPACE);
      return FALSE;
    }
  if (!check_version (reader, root, error))
    return FALSE;

  reader->language = roadmap_element_dup_language (root, NULL);
  if (reader->language != NULL)
    return TRUE;
  complain (reader, root, ROADMAP_ERROR_FORMAT, error,
            _("the <roadmap> does not say which language it is written in; add for example xml:lang=\"ja\""));
  return FALSE;
}

/* roadmap_new() knows the lines of items but not the file: "line N: sentence" becomes "NAME:N: sentence". */
static Roadmap *
create_roadmap (Reader       *reader,
                RoadmapItem  *root,
                GError      **error)
{
  const char *name = roadmap_xml_get_name (reader->xml);
  GError *cause = NULL;
  Roadmap *roadmap = roadmap_new (root, reader->language, &cause);
  guint line;
  int length = 0;

  if (roadmap != NULL)
    return roadmap;

  if (sscanf (cause->message, "line %u: %n", &line, &length) == 1 && length > 0)
    roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, name, line, "%s", cause->message + length);
  else
    g_set_error (error, cause->domain, cause->code, "%s: %s", name, cause->message);
  g_error_free (cause);
  return NULL;
}

static Roadmap *
read_roadmap (Reader  *reader,
              GError **error)
{
  const xmlNode *root = roadmap_xml_get_root (reader->xml);
  g_autoptr (RoadmapItem) item = NULL;

  if (!read_head (reader, root, error))
    return NULL;
  item = read_item (reader, root, roadmap_element_get_kind (root, NULL), error);
  return item != NULL ? create_roadmap (reader, item, error) : NULL;
}

Roadmap *
roadmap_read (GBytes      *bytes,
              const char  *name,
              GError     **error)
{
  g_autoptr (RoadmapXml) xml = roadmap_xml_parse (bytes, name, error);
  Reader reader = { .xml = xml };
  Roadmap *roadmap;

  if (xml == NULL)
    return NULL;
  roadmap = read_roadmap (&reader, error);
  g_free (reader.language);
  return roadmap;
}
