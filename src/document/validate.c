/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/validate.h"

#include <glib/gi18n-lib.h>
#include <libxml/relaxng.h>
#include <string.h>

#include "document/element.h"
#include "document/file.h"
#include "document/parser.h"
#include "document/place.h"

/* RELAX NG decides, but libxml2 says poorly what is wrong: for one misplaced element it reports every element
 * around.  So the mistakes that people make, a misspelt or misplaced name, are looked for first, with the table of
 * kinds. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNG, xmlRelaxNGFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt)

static guint
get_line (RoadmapXml    *xml,
          const xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->parent;
  return node != NULL ? roadmap_xml_get_extent (xml, node)->line : 1;
}

static char *
list_fields (const RoadmapKind *kind,
             gboolean           text)
{
  g_autoptr (GString) names = g_string_new (text ? NULL : "id");

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (roadmap_field_is_text (field) == text)
      g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", field->name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
is_known_attribute (const xmlAttr     *attribute,
                    const RoadmapKind *kind)
{
  const char *name = (const char *) attribute->name;
  const RoadmapField *field = roadmap_kind_find_field (kind, name);

  if (attribute->ns != NULL || strcmp (name, "id") == 0)
    return TRUE;
  if (strcmp (kind->name, ROADMAP_KIND_ROOT) == 0 && strcmp (name, "version") == 0)
    return TRUE;
  return field != NULL && !roadmap_field_is_text (field);
}

static gboolean
check_attributes (RoadmapXml         *xml,
                  const xmlNode      *element,
                  const RoadmapKind  *kind,
                  GError            **error)
{
  for (const xmlAttr *attribute = element->properties; attribute != NULL; attribute = attribute->next)
    if (!is_known_attribute (attribute, kind))
      {
        g_autofree char *known = list_fields (kind, FALSE);

        roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, roadmap_xml_get_name (xml), get_line (xml, element),
                              _("a <%s> has no attribute “%s”; it may have: %s"), kind->name, attribute->name, known);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_child (RoadmapXml         *xml,
             const xmlNode      *child,
             const RoadmapKind  *kind,
             GError            **error)
{
  gboolean is_text = child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE;

  if (is_text && !xmlIsBlankNode (child))
    {
      roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, roadmap_xml_get_name (xml), get_line (xml, child),
                            _("there is text directly in this <%s>; put it into an element, such as <title>"),
                            kind->name);
      return FALSE;
    }
  if (roadmap_element_is_ours (child) && roadmap_element_get_kind (child, kind) == NULL &&
      roadmap_element_get_field (child, kind) == NULL)
    {
      g_autofree char *known = list_fields (kind, TRUE);

      roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, roadmap_xml_get_name (xml), get_line (xml, child),
                            _("a <%s> cannot stand in a <%s>, which may hold: %s %s"), child->name, kind->name, known,
                            kind->children != NULL ? kind->children : "");
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_names (RoadmapXml         *xml,
             const xmlNode      *element,
             const RoadmapKind  *kind,
             GError            **error)
{
  if (!check_attributes (xml, element, kind, error))
    return FALSE;

  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    {
      const RoadmapKind *child_kind = roadmap_element_get_kind (child, kind);

      if (!check_child (xml, child, kind, error))
        return FALSE;
      if (child_kind != NULL && !check_names (xml, child, child_kind, error))
        return FALSE;
    }
  return TRUE;
}

/* The complaint among libxml2's that says most; it comes with the line of the element, or of the next one that has
 * any. */
typedef struct
{
  RoadmapXml *xml;
  char       *message;
  guint       line; /* 0: not known yet */
  int         rank;
} Complaint;

static int
rank (int code)
{
  switch (code)
    {
    case XML_RELAXNG_ERR_INVALIDATTR:
    case XML_RELAXNG_ERR_ATTRVALID:
      return 3;
    case XML_RELAXNG_ERR_EXTRACONTENT:
    case XML_RELAXNG_ERR_CONTENTVALID:
      return 1;
    default:
      return 2;
    }
}

static void
on_complaint_cb (void            *user_data,
                 RoadmapXmlError *xml_error)
{
  Complaint *complaint = user_data;
  guint line = xml_error->node != NULL && complaint->xml != NULL ? get_line (complaint->xml, xml_error->node) : 0;

  if (complaint->line == 0)
    complaint->line = line;
  if (rank (xml_error->code) <= complaint->rank)
    return;

  g_free (complaint->message);
  complaint->message = roadmap_xml_dup_message (xml_error);
  complaint->line = line;
  complaint->rank = rank (xml_error->code);
}

static xmlRelaxNG *
load_schema (const char  *path,
             GError     **error)
{
  g_autoptr (GBytes) bytes = roadmap_file_read (path, error);
  g_autoptr (RoadmapXml) xml = bytes != NULL ? roadmap_xml_parse (bytes, path, error) : NULL;
  g_autoptr (xmlRelaxNGParserCtxt) parser = NULL;
  xmlRelaxNG *schema;
  Complaint complaint = { 0 };

  if (xml == NULL)
    return NULL;

  parser = xmlRelaxNGNewDocParserCtxt (roadmap_xml_get_tree (xml));
  xmlRelaxNGSetParserStructuredErrors (parser, on_complaint_cb, &complaint);
  schema = xmlRelaxNGParse (parser);
  if (schema == NULL)
    roadmap_set_error_at (error, ROADMAP_ERROR_FORMAT, path, 1,
                          _("this is not a RELAX NG schema (%s); install the program again"),
                          complaint.message != NULL ? complaint.message : "–");
  g_free (complaint.message);
  return schema;
}

static gboolean
check_schema (RoadmapXml  *xml,
              xmlRelaxNG  *schema,
              GError     **error)
{
  g_autoptr (xmlRelaxNGValidCtxt) validator = xmlRelaxNGNewValidCtxt (schema);
  Complaint complaint = { .xml = xml };

  xmlRelaxNGSetValidStructuredErrors (validator, on_complaint_cb, &complaint);
  if (xmlRelaxNGValidateDoc (validator, roadmap_xml_get_tree (xml)) == 0)
    return TRUE;

  roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, roadmap_xml_get_name (xml), MAX (complaint.line, 1),
                        _("this does not fit the format of roadmaps (%s); correct it"),
                        complaint.message != NULL ? complaint.message : "–");
  g_free (complaint.message);
  return FALSE;
}

gboolean
roadmap_validate (GBytes      *bytes,
                  const char  *name,
                  const char  *schema_path,
                  GError     **error)
{
  g_autoptr (xmlRelaxNG) schema = load_schema (schema_path, error);
  g_autoptr (RoadmapXml) xml = schema != NULL ? roadmap_xml_parse (bytes, name, error) : NULL;
  const RoadmapKind *kind;

  if (xml == NULL)
    return FALSE;
  kind = roadmap_element_get_kind (roadmap_xml_get_root (xml), NULL);
  if (kind != NULL && !check_names (xml, roadmap_xml_get_root (xml), kind, error))
    return FALSE;
  return check_schema (xml, schema, error);
}
