/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/reader.h"

#include <glib/gi18n-lib.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <string.h>

#include "document/attributes.h"
#include "document/element.h"
#include "document/encoding.h"
#include "document/parser.h"
#include "document/place.h"

/* Items are made while libxml2 goes through the file: a tree of its own would take most of the time and memory.  An item
 * is made at its end tag, when all its values are known. */

typedef struct
{
  const RoadmapField *field;
  const char         *language; /* interned; NULL for the document's own */
  gsize               text;     /* where in the reader's words */
} Value;

/* An item whose end tag is still to come. */
typedef struct
{
  const RoadmapKind *kind;
  guint              line;
  gsize              id;          /* where in the reader's words; what belongs to the item follows it */
  guint              first_value; /* where its values begin among those of the reader */
  GPtrArray         *children;    /* NULL while there are none */
  guint              serial;      /* of its extent, or 0 */
} OpenItem;

typedef struct
{
  const char         *name;
  const char         *text;
  gsize               size;
  char               *language;
  GArray             *open;     /* OpenItem, the innermost last */
  GArray             *values;   /* Value, of all open items */
  GString            *words;    /* ids and texts of all open items, each ended by NUL */
  GArray             *packed;   /* RoadmapValue, of the item that is being made */

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
clear_open_item (gpointer data)
{
  OpenItem *item = data;

  g_clear_pointer (&item->children, g_ptr_array_unref);
}

static OpenItem *
get_innermost (Reader *reader)
{
  return reader->open->len > 0 ? &g_array_index (reader->open, OpenItem, reader->open->len - 1) : NULL;
}

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

  /* It counts as ended by NUL. */
  g_string_append_c (reader->words, '\0');
  if (roadmap_field_check_form (field, reader->words->str + start, &cause))
    g_array_append_val (reader->values, ((Value) { field, language, start }));
  else if (reader->facts == NULL || !reader->facts->newer)
    complain (reader, line, ROADMAP_ERROR_INVALID, "%s", cause->message);
}

static gboolean
is_id (const char *id)
{
  return (g_ascii_isalpha (*id) || *id == '_') &&
         id[strspn (id, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "._-")] == '\0';
}

static gboolean
is_newer (const char *version)
{
  return version[strspn (version, "0123456789.")] == '\0' && g_ascii_strtod (version, NULL) > ROADMAP_ELEMENT_VERSION;
}

static const char *
get_newer_sentence (void)
{
  return _("the file was made by a newer version of this program; update the program to open it");
}

static void
check_version (Reader     *reader,
               guint       line,
               const char *version)
{
  const char *sentence;

  if (g_strcmp0 (version, G_STRINGIFY (ROADMAP_ELEMENT_VERSION)) == 0)
    return;
  if (version != NULL && is_newer (version) && reader->facts != NULL)
    {
      reader->facts->newer = TRUE;
      return;
    }

  if (version == NULL)
    sentence = _("the <roadmap> does not say which version of the format it has; add version=\"1\"");
  else if (is_newer (version))
    sentence = get_newer_sentence ();
  else
    sentence = _("this version of the format is not known; the <roadmap> must have version=\"1\"");
  complain (reader, line, ROADMAP_ERROR_FORMAT, "%s", sentence);
}

static void
read_roadmap_head (Reader     *reader,
                   guint       line,
                   gboolean    is_roadmap,
                   const char *version,
                   char      **language)
{
  if (!is_roadmap)
    {
      complain (reader, line, ROADMAP_ERROR_FORMAT,
                _("this is XML but not a roadmap, which begins with <%s xmlns=\"%s\">; choose another file"),
                ROADMAP_KIND_ROOT, ROADMAP_ELEMENT_NAMESPACE);
      return;
    }
  check_version (reader, line, version);
  if (roadmap_element_is_own (*language, NULL))
    complain (reader, line, ROADMAP_ERROR_FORMAT,
              _("the <roadmap> does not say which language it is written in; add for example xml:lang=\"ja\""));
  else
    reader->language = g_steal_pointer (language);
}

static void
read_fragment_head (Reader     *reader,
                    guint       line,
                    gboolean    is_fragment,
                    const char *version,
                    char      **language)
{
  if (is_fragment && version != NULL && is_newer (version))
    complain (reader, line, ROADMAP_ERROR_FORMAT, "%s",
              _("this was copied from a newer version of this program; update the program to paste it"));
  else if (!is_fragment || g_strcmp0 (version, G_STRINGIFY (ROADMAP_ELEMENT_VERSION)) != 0 ||
           roadmap_element_is_own (*language, NULL))
    complain (reader, line, ROADMAP_ERROR_FORMAT,
              _("this is XML but no copied part of a roadmap, which begins with <%s xmlns=\"%s\" version=\"1\" "
                "xml:lang=\"…\">; copy the part again"), ROADMAP_ELEMENT_FRAGMENT, ROADMAP_ELEMENT_NAMESPACE);
  else
    reader->language = g_steal_pointer (language);
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

  if (reader->items != NULL)
    read_fragment_head (reader, line, g_strcmp0 (name, ROADMAP_ELEMENT_FRAGMENT) == 0, version, &language);
  else
    read_roadmap_head (reader, line, g_strcmp0 (name, ROADMAP_KIND_ROOT) == 0, version, &language);
}

static void
read_id (Reader                 *reader,
         OpenItem               *item,
         const RoadmapAttribute *attribute)
{
  if (attribute == NULL)
    {
      complain (reader, item->line, ROADMAP_ERROR_INVALID,
                _("this <%s> has no id; give it one that no other element has"), item->kind->name);
      return;
    }

  g_string_append_len (reader->words, attribute->value, attribute->end - attribute->value);
  g_string_append_c (reader->words, '\0');
  if (!is_id (reader->words->str + item->id))
    complain (reader, item->line, ROADMAP_ERROR_INVALID,
              _("“%s” cannot be an id; it must begin with a letter and have only the letters a to z, digits, "
                "dots, hyphens and underscores"), reader->words->str + item->id);
}

static void
begin_item (Reader                 *reader,
            const RoadmapKind      *kind,
            guint                   line,
            gsize                   start,
            const RoadmapAttribute *attributes,
            guint                   n_attributes)
{
  OpenItem item = { kind, line, reader->words->len, reader->values->len, NULL, 0 };

  if (reader->facts != NULL)
    {
      g_array_append_val (reader->facts->extents, ((RoadmapExtent) { start, 0 }));
      item.serial = reader->facts->extents->len;
    }

  read_id (reader, &item, roadmap_attributes_find (attributes, n_attributes, NULL, "id"));
  g_array_append_val (reader->open, item);
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
end_item (Reader *reader,
          gsize   end)
{
  OpenItem *item = get_innermost (reader);
  OpenItem *parent;
  RoadmapItem *made;

  g_array_set_size (reader->packed, 0);
  for (guint i = item->first_value; i < reader->values->len; i++)
    {
      const Value *value = &g_array_index (reader->values, Value, i);

      g_array_append_val (reader->packed, ((RoadmapValue) { value->field, value->language, reader->words->str + value->text }));
    }
  made = roadmap_item_new_with_values (item->kind, reader->words->str + item->id, (RoadmapValue *) (gpointer) reader->packed->data,
                                       reader->packed->len);
  if (reader->items == NULL)
    roadmap_item_set_line (made, item->line);
  if (item->serial > 0)
    {
      g_array_index (reader->facts->extents, RoadmapExtent, item->serial - 1).end = end;
      roadmap_item_set_serial (made, item->serial);
    }
  for (guint i = 0; item->children != NULL && i < item->children->len; i++)
    roadmap_item_init_child (made, g_ptr_array_index (item->children, i));

  g_array_set_size (reader->values, item->first_value);
  g_string_truncate (reader->words, item->id);
  g_array_set_size (reader->open, reader->open->len - 1);

  parent = get_innermost (reader);
  if (parent == NULL && reader->items != NULL)
    {
      g_ptr_array_add (reader->items, made);
      return;
    }
  if (parent == NULL)
    {
      reader->root = made;
      return;
    }
  if (parent->children == NULL)
    parent->children = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (parent->children, made);
}

static gboolean
has_value (Reader             *reader,
           const RoadmapField *field,
           const char         *language)
{
  for (guint i = get_innermost (reader)->first_value; i < reader->values->len; i++)
    {
      const Value *value = &g_array_index (reader->values, Value, i);

      if (value->field == field && value->language == language)
        return TRUE;
    }
  return FALSE;
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
  if (has_value (reader, field, reader->field_language))
    complain (reader, reader->line, ROADMAP_ERROR_INVALID,
              _("“%s” has a second <%s> in the language “%s”; remove one of them, or correct its xml:lang"),
              reader->words->str + get_innermost (reader)->id, field->name,
              reader->field_language != NULL ? reader->field_language : reader->language);
  else
    add_value (reader, reader->line, field, reader->field_language, reader->start);
}

/* The kind of an element of ours, or NULL if it is no item. */
static const RoadmapKind *
find_kind (Reader     *reader,
           const char *name,
           OpenItem   *parent)
{
  if (parent == NULL && reader->items != NULL)
    return strcmp (name, ROADMAP_KIND_ROOT) != 0 ? roadmap_schema_find_kind (name) : NULL;
  return roadmap_element_find_kind (name, parent != NULL ? parent->kind : NULL);
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
  OpenItem *parent = get_innermost (reader);
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
      field = kind == NULL && parent != NULL ? roadmap_element_find_field (name, parent->kind) : NULL;
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
  else if (reader->open->len > 0)
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

/* roadmap_new() knows the lines of items but not the file: "line N: sentence" becomes "NAME:N: sentence". */
static Roadmap *
create_roadmap (Reader  *reader,
                GError **error)
{
  GError *cause = NULL;
  Roadmap *roadmap = roadmap_new (reader->root, reader->language, &cause);
  guint line;
  int length = 0;

  if (roadmap != NULL)
    return roadmap;

  if (sscanf (cause->message, "line %u: %n", &line, &length) == 1 && length > 0)
    roadmap_set_error_at (error, ROADMAP_ERROR_INVALID, reader->name, line, "%s", cause->message + length);
  else
    g_set_error (error, cause->domain, cause->code, "%s: %s", reader->name, cause->message);
  g_error_free (cause);
  return NULL;
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
  reader->open = g_array_new (FALSE, FALSE, sizeof (OpenItem));
  g_array_set_clear_func (reader->open, clear_open_item);
  reader->values = g_array_new (FALSE, FALSE, sizeof (Value));
  reader->packed = g_array_new (FALSE, FALSE, sizeof (RoadmapValue));
  reader->words = g_string_new (NULL);
}

static void
clear_reader (Reader *reader)
{
  g_clear_error (&reader->error);
  g_clear_object (&reader->root);
  g_clear_pointer (&reader->items, g_ptr_array_unref);
  g_array_unref (reader->open);
  g_array_unref (reader->values);
  g_array_unref (reader->packed);
  g_string_free (reader->words, TRUE);
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
  roadmap_set_error_at (error, ROADMAP_ERROR_FORMAT, reader->name, 1, "%s", get_newer_sentence ());
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
