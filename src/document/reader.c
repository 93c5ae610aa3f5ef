/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/reader.h"

#include <glib/gi18n-lib.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "document/attributes.h"
#include "document/element.h"
#include "document/encoding.h"
#include "document/head.h"
#include "document/open-items.h"
#include "document/parser.h"
#include "document/place.h"

/* Items are made while libxml2 goes through the file: a tree of its own would take most of the time and memory. */

typedef struct
{
  const char         *name;
  const char         *text;
  gsize               size;
  char               *language;
  RoadmapOpenItems   *open;
  GString            *words;    /* those of the open items */

  const RoadmapField *field;    /* of the wording that is being read; NULL between wordings */
  const char         *field_language;
  guint               line;     /* of its start tag */
  gsize               content;  /* where its content begins in the file's text */
  gsize               start;    /* where it begins in the words */
  guint               depth;    /* of elements in it, or in an element that is not ours */
  gboolean            skipping; /* such an element */
  gsize               run;      /* bytes of text since the last tag */

  RoadmapReadFacts   *facts;    /* NULL: a newer version is an error */
  RoadmapItem        *root;
  GPtrArray          *items;    /* those of a fragment; NULL if a roadmap is read */
  GError             *error;    /* the first one; the parser goes on, for a file that is not well-formed is worse */
} Reader;

static void
complain (Reader       *reader,
          guint         line,
          RoadmapError  code,
          const char   *format,
          ...) G_GNUC_PRINTF (4, 5);

static void
complain (Reader       *reader,
          guint         line,
          RoadmapError  code,
          const char   *format,
          ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (reader->error == NULL)
    roadmap_set_error_at (&reader->error, code, reader->name, line, "%s", sentence);
}

/* Takes the text from @start on, which is a value, into the values of the innermost item if it is a right one. */
static void
add_value (Reader             *reader,
           guint               line,
           const RoadmapField *field,
           const char         *language,
           gsize               start)
{
  g_autoptr (GError) cause = NULL;

  if (!roadmap_open_items_add_value (reader->open, field, language, start, &cause) &&
      (reader->facts == NULL || !reader->facts->newer))
    complain (reader, line, ROADMAP_ERROR_INVALID, "%s", cause->message);
}

/* The outermost element, which is that of a roadmap or of a fragment. */
static void
read_head (Reader                 *reader,
           guint                   line,
           const char             *name,
           const RoadmapAttribute *attributes,
           guint                   n_attributes)
{
  g_autofree char *version = roadmap_attributes_dup (attributes, n_attributes, NULL, "version");
  g_autofree char *language = roadmap_attributes_dup (attributes, n_attributes, (const char *) XML_XML_NAMESPACE, "lang");
  const RoadmapHead head = { name, version, language };
  g_autoptr (GError) cause = NULL;
  gboolean *newer = reader->facts != NULL ? &reader->facts->newer : NULL;
  gboolean is_right = reader->items != NULL ? roadmap_head_check_fragment (&head, &cause)
                                            : roadmap_head_check_roadmap (&head, newer, &cause);

  if (is_right)
    reader->language = g_steal_pointer (&language);
  else
    complain (reader, line, ROADMAP_ERROR_FORMAT, "%s", cause->message);
}

static void
read_attributes (Reader                 *reader,
                 const RoadmapKind      *kind,
                 guint                   line,
                 const RoadmapAttribute *attributes,
                 guint                   n_attributes)
{
  for (guint i = 0; i < n_attributes && reader->error == NULL; i++)
    {
      const RoadmapAttribute *attribute = &attributes[i];
      const RoadmapField *field = attribute->uri == NULL ? roadmap_kind_find_field (kind, attribute->name) : NULL;
      gsize words = reader->words->len;

      if (field == NULL || roadmap_field_is_text (field))
        continue;
      g_string_append_len (reader->words, attribute->value, attribute->end - attribute->value);
      add_value (reader, line, field, NULL, words);
    }
}

static void
begin_item (Reader                 *reader,
            const RoadmapKind      *kind,
            guint                   line,
            gsize                   start,
            const RoadmapAttribute *attributes,
            guint                   n_attributes)
{
  const RoadmapAttribute *id = roadmap_attributes_find (attributes, n_attributes, NULL, "id");
  guint serial = 0;

  if (id == NULL)
    {
      complain (reader, line, ROADMAP_ERROR_INVALID, _("this <%s> has no id; give it one that no other element has"),
                kind->name);
      return;
    }
  if (reader->facts != NULL)
    {
      g_array_append_val (reader->facts->extents, ((RoadmapExtent) { start, 0 }));
      serial = reader->facts->extents->len;
    }
  roadmap_open_items_begin (reader->open, kind, reader->items == NULL ? line : 0, serial, id->value, id->end - id->value);
  if (!roadmap_item_is_id (roadmap_open_items_get_id (reader->open)))
    complain (reader, line, ROADMAP_ERROR_INVALID,
              _("“%s” cannot be an id; it must begin with a letter and have only the letters a to z, digits, "
                "dots, hyphens and underscores"), roadmap_open_items_get_id (reader->open));
  read_attributes (reader, kind, line, attributes, n_attributes);
}

static void
end_item (Reader *reader,
          gsize   end)
{
  RoadmapItem *made = roadmap_open_items_end (reader->open);
  guint serial = roadmap_item_get_serial (made);

  if (serial > 0)
    g_array_index (reader->facts->extents, RoadmapExtent, serial - 1).end = end;
  if (roadmap_open_items_get_kind (reader->open) != NULL)
    roadmap_open_items_take_child (reader->open, made);
  else if (reader->items != NULL)
    g_ptr_array_add (reader->items, made);
  else
    reader->root = made;
}

static void
begin_wording (Reader                 *reader,
               const RoadmapField     *field,
               guint                   line,
               gsize                   content,
               const RoadmapAttribute *attribute)
{
  g_autofree char *language = attribute != NULL ? g_strndup (attribute->value, attribute->end - attribute->value) : NULL;

  reader->field = field;
  reader->field_language = roadmap_element_is_own (language, reader->language) ? NULL : g_intern_string (language);
  reader->line = line;
  reader->content = content;
  reader->start = reader->words->len;
}

static void
end_wording (Reader *reader,
             gsize   content_end)
{
  const RoadmapField *field = g_steal_pointer (&reader->field);

  if (field->type == ROADMAP_FIELD_MARKUP)
    {
      g_autofree char *markup = roadmap_element_dup_markup (reader->text + reader->content, reader->text + content_end);

      g_string_append (reader->words, markup);
    }
  if (roadmap_open_items_has_value (reader->open, field, reader->field_language))
    complain (reader, reader->line, ROADMAP_ERROR_INVALID,
              _("“%s” has a second <%s> in the language “%s”; remove one of them, or correct its xml:lang"),
              roadmap_open_items_get_id (reader->open), field->name,
              reader->field_language != NULL ? reader->field_language : reader->language);
  else
    add_value (reader, reader->line, field, reader->field_language, reader->start);
}

/* The kind of an element of ours, or NULL if it is no item. */
static const RoadmapKind *
find_kind (Reader            *reader,
           const char        *name,
           const RoadmapKind *parent)
{
  if (parent == NULL && reader->items != NULL)
    return strcmp (name, ROADMAP_KIND_ROOT) != 0 ? roadmap_schema_find_kind (name) : NULL;
  return roadmap_element_find_kind (name, parent);
}

static void
start_element_cb (void           *context,
                  const xmlChar  *local_name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attribute_parts)
{
  Reader *reader = roadmap_parser_get_client (context);
  const RoadmapAttribute *attributes = (const RoadmapAttribute *) (gconstpointer) attribute_parts;
  const char *name = (const char *) local_name;
  gsize position = roadmap_parser_get_position (context);
  const RoadmapKind *parent = roadmap_open_items_get_kind (reader->open);
  const RoadmapKind *kind = NULL;
  const RoadmapField *field = NULL;
  gboolean is_ours = xmlStrEqual (uri, BAD_CAST ROADMAP_ELEMENT_NAMESPACE);
  gboolean is_outermost = reader->language == NULL;
  gsize start;
  guint line;

  reader->run = 0;
  /* In a file that is cut off there may be no ">"; the error is still to come. */
  if (reader->error != NULL || position >= reader->size)
    return;
  if (reader->skipping || reader->field != NULL)
    {
      reader->depth++;
      return;
    }

  start = roadmap_parser_find_tag (context, position);
  line = roadmap_parser_get_tag_line (context, start);
  if (is_outermost)
    read_head (reader, line, is_ours ? name : NULL, attributes, n_attributes);
  if (reader->error != NULL || (is_outermost && reader->items != NULL))
    return;

  if (is_ours)
    {
      kind = find_kind (reader, name, parent);
      field = kind == NULL && parent != NULL ? roadmap_element_find_field (name, parent) : NULL;
    }
  if (kind != NULL)
    begin_item (reader, kind, line, start, attributes, n_attributes);
  else if (field != NULL)
    begin_wording (reader, field, line, position + (reader->text[position] == '/' ? 2 : 1),
                   roadmap_attributes_find (attributes, n_attributes, (const char *) XML_XML_NAMESPACE, "lang"));
  else
    reader->skipping = TRUE;
}

static void
end_element_cb (void          *context,
                const xmlChar *local_name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  Reader *reader = roadmap_parser_get_client (context);
  gsize position = roadmap_parser_get_position (context);

  reader->run = 0;
  if (reader->error != NULL)
    return;

  if (reader->depth > 0)
    reader->depth--;
  else if (reader->skipping)
    reader->skipping = FALSE;
  else if (reader->field != NULL)
    end_wording (reader, position > reader->content ? roadmap_parser_find_tag (context, position - 1) : position);
  else if (roadmap_open_items_get_kind (reader->open) != NULL)
    end_item (reader, position);
}

/* Texts that libxml2 would refuse to keep in its tree are refused here too: the file could not be saved again. */
static void
characters_cb (void          *context,
               const xmlChar *text,
               int            length)
{
  Reader *reader = roadmap_parser_get_client (context);

  reader->run += length;
  if (reader->run > XML_MAX_TEXT_LENGTH)
    complain (reader, ((xmlParserCtxt *) context)->input->line, ROADMAP_ERROR_SYNTAX,
              _("the text that ends here is too long for a roadmap; shorten it"));
  if (reader->error == NULL && reader->field != NULL && reader->field->type != ROADMAP_FIELD_MARKUP)
    g_string_append_len (reader->words, (const char *) text, length);
}

static Roadmap *
create_roadmap (Reader  *reader,
                GError **error)
{
  Roadmap *roadmap = roadmap_new (reader->root, reader->language, error);

  roadmap_name_error (error, reader->name);
  return roadmap;
}

static gboolean
parse (Reader  *reader,
       GBytes  *text,
       GError **error)
{
  g_autoptr (xmlParserCtxt) parser = roadmap_parser_new (text, reader->name, reader);

  /* Attributes come decoded: without a document type there are no entities but the five of XML itself. */
  xmlCtxtUseOptions (parser, parser->options | XML_PARSE_NOENT);
  parser->sax->startElementNs = start_element_cb;
  parser->sax->endElementNs = end_element_cb;
  parser->sax->characters = characters_cb;
  parser->sax->ignorableWhitespace = characters_cb;
  parser->sax->cdataBlock = characters_cb;
  parser->sax->comment = NULL;
  parser->sax->processingInstruction = NULL;
  if (!roadmap_parser_run (parser, error))
    return FALSE;

  if (reader->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&reader->error));
  return FALSE;
}

static void
init_reader (Reader     *reader,
             GBytes     *text,
             const char *name)
{
  *reader = (Reader) { .name = name };
  reader->text = g_bytes_get_data (text, &reader->size);
  reader->open = roadmap_open_items_new ();
  reader->words = roadmap_open_items_get_words (reader->open);
}

static void
clear_reader (Reader *reader)
{
  g_clear_error (&reader->error);
  g_clear_object (&reader->root);
  g_clear_pointer (&reader->items, g_ptr_array_unref);
  roadmap_open_items_free (reader->open);
  g_free (reader->language);
}

/* What breaks a rule of ours may well keep those of a newer version. */
static void
blame_version (Reader  *reader,
               GError **error)
{
  if (reader->facts == NULL || !reader->facts->newer || error == NULL ||
      g_error_matches (*error, ROADMAP_ERROR, ROADMAP_ERROR_SYNTAX))
    return;

  g_clear_error (error);
  roadmap_set_error_at (error, ROADMAP_ERROR_FORMAT, reader->name, 1, "%s", roadmap_head_get_newer_sentence ());
}

static Roadmap *
read_text (GBytes            *text,
           const char        *name,
           RoadmapReadFacts  *facts,
           GError           **error)
{
  Reader reader;
  Roadmap *roadmap;

  g_return_val_if_fail (text != NULL && g_bytes_get_size (text) <= G_MAXINT, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  init_reader (&reader, text, name);
  reader.facts = facts;
  roadmap = parse (&reader, text, error) ? create_roadmap (&reader, error) : NULL;
  if (roadmap == NULL)
    blame_version (&reader, error);
  clear_reader (&reader);
  return roadmap;
}

Roadmap *
roadmap_read_text (GBytes      *text,
                   const char  *name,
                   GError     **error)
{
  return read_text (text, name, NULL, error);
}

Roadmap *
roadmap_read_any (GBytes            *text,
                  const char        *name,
                  RoadmapReadFacts  *facts,
                  GError           **error)
{
  g_return_val_if_fail (facts != NULL, NULL);

  *facts = (RoadmapReadFacts) { .extents = g_array_new (FALSE, FALSE, sizeof (RoadmapExtent)) };
  return read_text (text, name, facts, error);
}

Roadmap *
roadmap_read (GBytes      *bytes,
              const char  *name,
              GError     **error)
{
  g_autoptr (GBytes) text = roadmap_encoding_to_utf8 (bytes, name, error);

  return text != NULL ? roadmap_read_text (text, name, error) : NULL;
}

GPtrArray *
roadmap_read_items (GBytes      *bytes,
                    const char  *name,
                    char       **language,
                    GError     **error)
{
  g_autoptr (GBytes) text = NULL;
  GPtrArray *items = NULL;
  Reader reader;

  g_return_val_if_fail (bytes != NULL && g_bytes_get_size (bytes) <= G_MAXINT, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  text = roadmap_encoding_to_utf8 (bytes, name, error);
  if (text == NULL)
    return NULL;

  init_reader (&reader, text, name);
  reader.items = g_ptr_array_new_with_free_func (g_object_unref);
  if (parse (&reader, text, error))
    {
      items = g_steal_pointer (&reader.items);
      if (language != NULL)
        *language = g_steal_pointer (&reader.language);
    }
  clear_reader (&reader);
  return items;
}
