/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/writer.h"

#include <string.h>

#include "document/copier.h"
#include "document/element.h"
#include "document/format.h"
#include "document/lines.h"
#include "document/pieces.h"
#include "document/tag.h"

/* The roadmap is walked, not the file: each item that has an element in the original copies it, piece by piece, and
 * writes what differs; an item that has none is written anew.  An element in the original that no item asks for is not
 * copied, and so is gone. */

typedef struct
{
  Roadmap        *roadmap;
  GHashTable     *elements; /* id → xmlNode of the original */
  RoadmapCopier  *copier;
  GString        *out;     /* the copier's */
  RoadmapExcerpt *excerpt; /* the original, if it is one */
  GArray         *written; /* RoadmapWritten; NULL if nobody wants to know */
} Writer;

static void write_item     (Writer        *writer,
                            RoadmapItem   *item,
                            const char    *indent,
                            const xmlNode *scope);
static void write_existing (Writer        *writer,
                            RoadmapItem   *item,
                            const xmlNode *element,
                            const xmlNode *scope);

static const char *
get_prefix (const xmlNode *scope)
{
  return scope != NULL ? (const char *) scope->ns->prefix : NULL;
}

/* A value that the original does not have: <title xml:lang="en">…</title>. */
static void
write_value (Writer             *writer,
             const RoadmapField *field,
             const char         *language,
             const char         *value,
             const xmlNode      *scope)
{
  g_string_append_c (writer->out, '<');
  roadmap_format_name (writer->out, get_prefix (scope), field->name);
  if (language != NULL)
    roadmap_format_attribute (writer->out, "xml:lang", language);
  g_string_append_c (writer->out, '>');
  roadmap_format_content (writer->out, field, value, writer->copier->ending);
  g_string_append (writer->out, "</");
  roadmap_format_name (writer->out, get_prefix (scope), field->name);
  g_string_append_c (writer->out, '>');
}

/* The element of the original with @value between its tags. */
static void
write_changed_value (Writer              *writer,
                     const RoadmapPiece  *piece)
{
  const RoadmapXmlExtent *extent = piece->extent;
  g_autoptr (GString) tag = g_string_new_len (writer->copier->text + extent->start, extent->content - extent->start);
  gboolean was_empty = roadmap_tag_is_empty (tag);

  roadmap_tag_open (tag);
  g_string_append_len (writer->out, tag->str, tag->len);
  roadmap_format_content (writer->out, piece->field, piece->value, writer->copier->ending);
  if (was_empty)
    roadmap_tag_append_end (tag, writer->out);
  else
    roadmap_copier_copy (writer->copier, extent->content_end, extent->end);
}

static void
write_addition (Writer                *writer,
                const RoadmapAddition *addition,
                const char            *indent,
                const xmlNode         *scope)
{
  roadmap_copier_start_line (writer->copier, indent);
  if (addition->item != NULL)
    write_item (writer, addition->item, indent, scope);
  else
    write_value (writer, addition->field, addition->language, addition->value, scope);
}

/* Writes what is new behind @piece, each on a line of its own, and returns how far the original has been copied. */
static gsize
write_additions (Writer             *writer,
                 const xmlNode      *element,
                 const RoadmapPiece *piece,
                 const char         *indent,
                 gsize               start,
                 gsize               end)
{
  gsize position = roadmap_lines_skip_notes (writer->copier->text, end, start);
  gsize next;

  roadmap_copier_copy_between (writer->copier, start, position);
  for (guint i = 0; i < piece->additions->len; i++)
    write_addition (writer, &g_array_index (piece->additions, RoadmapAddition, i), indent, element);

  if (!roadmap_lines_is_last (writer->copier->text, end, position, &next))
    {
      gboolean at_end_tag = end == roadmap_xml_get_extent (writer->copier->xml, element)->content_end;
      g_autofree char *own_indent = roadmap_copier_dup_own_indent (writer->copier, element);

      roadmap_copier_start_line (writer->copier, at_end_tag ? own_indent : indent);
      position = roadmap_lines_skip_blank (writer->copier->text, end, position);
    }
  return position;
}

static void
write_piece (Writer             *writer,
             const RoadmapPiece *piece)
{
  if (piece->gone)
    return;
  if (piece->item != NULL)
    write_existing (writer, piece->item, piece->element, NULL);
  else if (piece->value != NULL)
    write_changed_value (writer, piece);
  else
    roadmap_copier_copy (writer->copier, piece->extent->start, piece->extent->end);
}

/* A piece that is gone takes its line with it if it has one to itself. */
static gboolean
takes_line (const RoadmapPiece *piece)
{
  return piece->gone && piece->line_start < piece->line_end;
}

static void
write_content (Writer        *writer,
               const xmlNode *element,
               GPtrArray     *pieces)
{
  const RoadmapXmlExtent *extent = roadmap_xml_get_extent (writer->copier->xml, element);
  g_autofree char *indent = roadmap_pieces_have_additions (pieces)
                            ? roadmap_copier_dup_inner_indent (writer->copier, element)
                            : NULL;

  for (guint i = 0; i < pieces->len; i++)
    {
      const RoadmapPiece *piece = g_ptr_array_index (pieces, i);
      const RoadmapPiece *next = i + 1 < pieces->len ? g_ptr_array_index (pieces, i + 1) : NULL;
      gsize start = i == 0 ? extent->content : piece->extent->end;
      gsize end = next != NULL ? next->extent->start : extent->content_end;

      if (i > 0)
        write_piece (writer, piece);
      if (takes_line (piece))
        start = piece->line_end;
      if (piece->additions != NULL)
        start = write_additions (writer, element, piece, indent, start, end);
      roadmap_copier_copy_between (writer->copier, start, next != NULL && takes_line (next) ? next->line_start : end);
    }
}

/* A moved element takes along the namespaces that were declared around its old place and are not around its new one. */
static void
add_namespaces (GString       *tag,
                const xmlNode *element,
                const xmlNode *scope)
{
  xmlNs **around = xmlGetNsList (element->doc, element->parent);

  for (xmlNs **ns = around; ns != NULL && *ns != NULL; ns++)
    {
      const xmlNs *there = xmlSearchNs (element->doc, (xmlNode *) scope, (*ns)->prefix);
      gboolean known = there != NULL && xmlStrEqual (there->href, (*ns)->href);

      for (const xmlNs *own = element->nsDef; own != NULL; own = own->next)
        known |= xmlStrEqual (own->prefix, (*ns)->prefix);
      if (!known)
        roadmap_tag_add_namespace (tag, (const char *) (*ns)->prefix, (const char *) (*ns)->href);
    }
  xmlFree (around);
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

static void
note_written (Writer      *writer,
              RoadmapItem *item,
              gsize        start)
{
  if (writer->written != NULL)
    g_array_append_val (writer->written, ((RoadmapWritten) { g_object_ref (item), start, writer->out->len }));
}

/* An item that is a stub in an excerpt has not changed; what stands for it stays, to be exchanged for the item's
 * element. */
static gboolean
write_stub (Writer                 *writer,
            const RoadmapXmlExtent *extent)
{
  gsize start = writer->out->len;
  RoadmapStub *stub;

  if (writer->excerpt == NULL)
    return FALSE;
  stub = roadmap_excerpt_find_stub (writer->excerpt, extent->start);
  if (stub == NULL)
    return FALSE;

  roadmap_copier_copy (writer->copier, extent->start, extent->end);
  roadmap_excerpt_place_stub (writer->excerpt, stub, start);
  return TRUE;
}

static void
write_element (Writer                 *writer,
               RoadmapItem            *item,
               const xmlNode          *element,
               const RoadmapXmlExtent *extent,
               const xmlNode          *scope)
{
  g_autoptr (GString) tag = g_string_new_len (writer->copier->text + extent->start, extent->content - extent->start);
  g_autoptr (GPtrArray) pieces = roadmap_pieces_list (writer->copier->xml, element, writer->roadmap, item);
  gboolean was_empty = roadmap_tag_is_empty (tag);
  gsize start = writer->out->len;

  roadmap_tag_update (tag, element, item);
  if (scope != NULL)
    add_namespaces (tag, element, scope);
  if (was_empty && !roadmap_pieces_have_additions (pieces))
    {
      g_string_append_len (writer->out, tag->str, tag->len);
      return;
    }

  roadmap_tag_open (tag);
  g_string_append_len (writer->out, tag->str, tag->len);
  write_content (writer, element, pieces);
  if (was_empty)
    roadmap_tag_append_end (tag, writer->out);
  else if (roadmap_pieces_have_gone (pieces) && is_blank (writer->out->str + start + tag->len))
    {
      roadmap_tag_close (tag);
      g_string_truncate (writer->out, start);
      g_string_append_len (writer->out, tag->str, tag->len);
    }
  else
    roadmap_copier_copy (writer->copier, extent->content_end, extent->end);
}

/* Copies an item's element with what changed in it.  @scope is the element around its new place if it was moved. */
static void
write_existing (Writer        *writer,
                RoadmapItem   *item,
                const xmlNode *element,
                const xmlNode *scope)
{
  const RoadmapXmlExtent *extent = roadmap_xml_get_extent (writer->copier->xml, element);
  gsize start = writer->out->len;

  if (write_stub (writer, extent))
    return;
  write_element (writer, item, element, extent, scope);
  note_written (writer, item, start);
}

static void
write_moved (Writer        *writer,
             RoadmapItem   *item,
             const xmlNode *element,
             const char    *indent,
             const xmlNode *scope)
{
  RoadmapCopier *copier = writer->copier;
  g_autofree char *old_indent = roadmap_copier_dup_indent (copier, element);
  const RoadmapCopier outer = *copier;

  copier->old_indent = g_strcmp0 (old_indent, indent) != 0 ? old_indent : NULL;
  copier->new_indent = indent;
  write_existing (writer, item, element, scope);
  copier->old_indent = outer.old_indent;
  copier->new_indent = outer.new_indent;
}

typedef struct
{
  Writer        *writer;
  const char    *indent;
  const xmlNode *scope;
  gboolean       inside; /* the start tag is done, and the values' elements follow */
} NewItem;

static void
write_value_cb (const RoadmapField *field,
                const char         *language,
                const char         *value,
                gpointer            user_data)
{
  NewItem *new_item = user_data;

  if (roadmap_field_is_text (field) != new_item->inside)
    return;
  if (!new_item->inside)
    {
      roadmap_format_attribute (new_item->writer->out, field->name, value);
      return;
    }
  roadmap_copier_start_line (new_item->writer->copier, new_item->indent);
  write_value (new_item->writer, field, language, value, new_item->scope);
}

static void
write_root_attributes (Writer *writer)
{
  roadmap_format_attribute (writer->out, "xmlns", ROADMAP_ELEMENT_NAMESPACE);
  roadmap_format_attribute (writer->out, "version", G_STRINGIFY (ROADMAP_ELEMENT_VERSION));
  roadmap_format_attribute (writer->out, "xml:lang", roadmap_get_language (writer->roadmap));
}

static void
write_new (Writer        *writer,
           RoadmapItem   *item,
           const char    *indent,
           const xmlNode *scope)
{
  const char *name = roadmap_item_get_kind (item)->name;
  g_autofree char *inner_indent = roadmap_copier_dup_next_indent (indent);
  NewItem new_item = { writer, inner_indent, scope, FALSE };
  gsize start = writer->out->len;
  gsize tag_end;

  g_string_append_c (writer->out, '<');
  roadmap_format_name (writer->out, get_prefix (scope), name);
  if (roadmap_item_is (item, ROADMAP_KIND_ROOT))
    write_root_attributes (writer);
  roadmap_format_attribute (writer->out, "id", roadmap_item_get_id (item));
  roadmap_item_foreach_value (item, write_value_cb, &new_item);

  tag_end = writer->out->len;
  g_string_append_c (writer->out, '>');
  new_item.inside = TRUE;
  roadmap_item_foreach_value (item, write_value_cb, &new_item);
  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      roadmap_copier_start_line (writer->copier, inner_indent);
      write_item (writer, roadmap_item_get_child (item, i), inner_indent, scope);
    }
  if (writer->out->len == tag_end + 1)
    {
      g_string_truncate (writer->out, tag_end);
      g_string_append (writer->out, "/>");
    }
  else
    {
      roadmap_copier_start_line (writer->copier, indent);
      g_string_append (writer->out, "</");
      roadmap_format_name (writer->out, get_prefix (scope), name);
      g_string_append_c (writer->out, '>');
    }
  note_written (writer, item, start);
}

/* Writes an item that does not stand where the original has it, if it has it at all. */
static void
write_item (Writer        *writer,
            RoadmapItem   *item,
            const char    *indent,
            const xmlNode *scope)
{
  const xmlNode *element = g_hash_table_lookup (writer->elements, roadmap_item_get_id (item));

  if (element != NULL && roadmap_item_is (item, (const char *) element->name))
    write_moved (writer, item, element, indent, scope);
  else
    write_new (writer, item, indent, scope);
}

static void
collect_elements (GHashTable        *elements,
                  xmlNode           *element,
                  const RoadmapKind *kind)
{
  char *id = roadmap_element_dup_attribute (element, "id");

  if (id != NULL)
    g_hash_table_insert (elements, id, element);
  for (xmlNode *child = element->children; child != NULL; child = child->next)
    {
      const RoadmapKind *child_kind = roadmap_element_get_kind (child, kind);

      if (child_kind != NULL)
        collect_elements (elements, child, child_kind);
    }
}

static void
write_from_nothing (Writer *writer)
{
  g_string_append (writer->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  write_new (writer, roadmap_get_root (writer->roadmap), "", NULL);
  g_string_append (writer->out, "\n");
}

static void
write_from_original (Writer *writer)
{
  RoadmapCopier *copier = writer->copier;
  RoadmapItem *root = roadmap_get_root (writer->roadmap);
  xmlNode *element = roadmap_xml_get_root (copier->xml);
  const RoadmapXmlExtent *extent = roadmap_xml_get_extent (copier->xml, element);
  gsize size;

  copier->text = roadmap_xml_get_text (copier->xml, &size);
  if (writer->excerpt == NULL)
    copier->ending = roadmap_lines_get_ending (copier->text, size);
  collect_elements (writer->elements, element, roadmap_item_get_kind (root));

  roadmap_copier_copy (copier, 0, extent->start);
  write_existing (writer, root, element, NULL);
  roadmap_copier_copy (copier, extent->end, size);
}

GString *
roadmap_write_excerpt (RoadmapExcerpt *excerpt,
                       Roadmap        *roadmap,
                       GArray         *written)
{
  g_autoptr (GBytes) text = roadmap_excerpt_get_text (excerpt);
  g_autoptr (RoadmapXml) xml = roadmap_xml_parse (text, "excerpt", NULL);
  g_autoptr (GHashTable) elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) out = g_string_sized_new (g_bytes_get_size (text) + 1024);
  RoadmapCopier copier = { .xml = xml, .ending = roadmap_excerpt_get_ending (excerpt), .out = out };
  Writer writer = { roadmap, elements, &copier, out, excerpt, written };

  if (xml == NULL)
    return NULL;
  write_from_original (&writer);
  return g_steal_pointer (&out);
}

GBytes *
roadmap_write (GBytes   *original,
               Roadmap  *roadmap,
               GError  **error)
{
  g_autoptr (RoadmapXml) xml = original != NULL ? roadmap_xml_parse (original, "original", error) : NULL;
  g_autoptr (GHashTable) elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  RoadmapCopier copier = { .xml = xml, .ending = "\n", .out = out };
  Writer writer = { roadmap, elements, &copier, out, NULL, NULL };

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);

  if (original == NULL)
    write_from_nothing (&writer);
  else if (xml != NULL)
    write_from_original (&writer);
  else
    return NULL;
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

void
roadmap_write_items (GString    *out,
                     GPtrArray  *items,
                     const char *indent)
{
  g_autoptr (GHashTable) no_elements = g_hash_table_new (g_str_hash, g_str_equal);
  RoadmapCopier copier = { .ending = "\n", .out = out };
  Writer writer = { NULL, no_elements, &copier, out, NULL, NULL };

  for (guint i = 0; i < items->len; i++)
    {
      roadmap_copier_start_line (&copier, indent);
      write_new (&writer, g_ptr_array_index (items, i), indent, NULL);
    }
}
