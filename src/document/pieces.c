/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/pieces.h"

#include "document/element.h"
#include "document/lines.h"
#include "model/order.h"

typedef struct
{
  RoadmapXml  *xml;
  Roadmap     *roadmap;
  RoadmapItem *item;
  GPtrArray   *pieces;
} List;

static RoadmapPiece *
get_piece (GPtrArray *pieces,
           guint      position)
{
  return g_ptr_array_index (pieces, position);
}

static void
free_piece (gpointer data)
{
  RoadmapPiece *piece = data;

  g_clear_pointer (&piece->additions, g_array_unref);
  g_free (piece->language);
  g_free (piece);
}

static void
add_behind (RoadmapPiece    *piece,
            RoadmapAddition  addition)
{
  if (piece->additions == NULL)
    piece->additions = g_array_new (FALSE, FALSE, sizeof (RoadmapAddition));
  g_array_append_val (piece->additions, addition);
}

/* The item that stands in @element, if it still does. */
static RoadmapItem *
find_item (List          *list,
           const xmlNode *element)
{
  g_autofree char *id = roadmap_element_dup_attribute (element, "id");
  RoadmapItem *item = id != NULL ? roadmap_lookup (list->roadmap, id) : NULL;
  gboolean same = item != NULL && roadmap_item_get_parent (item) == list->item &&
                  roadmap_item_is (item, (const char *) element->name);

  return same ? item : NULL;
}

static void
compare_value (List         *list,
               RoadmapPiece *piece)
{
  g_autofree char *old_value = roadmap_element_dup_value (list->xml, piece->element, piece->field);
  const char *value;

  piece->language = roadmap_element_dup_language (piece->element, roadmap_get_language (list->roadmap));
  value = roadmap_item_get_value (list->item, piece->field, piece->language);
  piece->gone = value == NULL;
  piece->value = g_strcmp0 (value, old_value) != 0 ? value : NULL;
}

static void
find_lines (List         *list,
            RoadmapPiece *piece)
{
  gsize size, start, end;
  const char *text = roadmap_xml_get_text (list->xml, &size);

  if (!roadmap_lines_is_first (text, piece->extent->start, &start) ||
      !roadmap_lines_is_last (text, size, piece->extent->end, &end))
    return;
  piece->line_start = start;
  piece->line_end = end;
}

static void
add_piece (List          *list,
           const xmlNode *element)
{
  const RoadmapKind *kind = roadmap_item_get_kind (list->item);
  RoadmapPiece *piece = g_new0 (RoadmapPiece, 1);

  piece->element = element;
  piece->extent = roadmap_xml_get_extent (list->xml, element);
  piece->field = roadmap_element_get_field (element, kind);
  if (roadmap_element_get_kind (element, kind) != NULL)
    {
      piece->item = find_item (list, element);
      piece->gone = piece->item == NULL;
    }
  else if (piece->field != NULL)
    compare_value (list, piece);
  find_lines (list, piece);
  g_ptr_array_add (list->pieces, piece);
}

/* Of the items that are still here, as few as possible leave their place when the order is another. */
static void
keep_order (List *list)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) stable = NULL;
  guint n = 0;

  for (guint i = 0; i < list->pieces->len; i++)
    if (get_piece (list->pieces, i)->item != NULL)
      {
        guint position = roadmap_item_get_position (get_piece (list->pieces, i)->item);

        g_array_append_val (positions, position);
      }
  stable = roadmap_order_find_stable (positions);

  for (guint i = 0; i < list->pieces->len; i++)
    if (get_piece (list->pieces, i)->item != NULL && !g_array_index (stable, gboolean, n++))
      {
        get_piece (list->pieces, i)->item = NULL;
        get_piece (list->pieces, i)->gone = TRUE;
      }
}

typedef struct
{
  GPtrArray    *pieces;
  RoadmapPiece *last; /* what the next new value comes behind */
} Values;

static RoadmapPiece *
find_value (GPtrArray          *pieces,
            const RoadmapField *field,
            const char         *language)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      RoadmapPiece *piece = get_piece (pieces, i);

      if (piece->field == field && g_strcmp0 (piece->language, language) == 0)
        return piece;
    }
  return NULL;
}

static void
place_value_cb (const RoadmapField *field,
                const char         *language,
                const char         *value,
                gpointer            user_data)
{
  Values *values = user_data;
  RoadmapPiece *piece;

  if (!roadmap_field_is_text (field))
    return;

  piece = find_value (values->pieces, field, language);
  if (piece == NULL)
    add_behind (values->last, (RoadmapAddition) { NULL, field, language, value });
  else if (values->last->field != field || values->last->extent->start < piece->extent->start)
    values->last = piece;
}

/* What an item comes behind that is to be the first: the wording, as far as it stands before all items. */
static guint
find_wording_end (GPtrArray *pieces)
{
  guint end = 0;

  for (guint i = 1; i < pieces->len && get_piece (pieces, i)->item == NULL; i++)
    if (get_piece (pieces, i)->field != NULL && !get_piece (pieces, i)->gone)
      end = i;
  return end;
}

static guint
find_next_item (GPtrArray *pieces,
                guint      position)
{
  do
    position++;
  while (position < pieces->len && get_piece (pieces, position)->item == NULL);
  return position;
}

static void
place_items (List *list)
{
  guint last = find_wording_end (list->pieces);
  guint next = find_next_item (list->pieces, 0);

  for (guint i = 0; i < roadmap_item_get_n_children (list->item); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (list->item, i);

      if (next < list->pieces->len && get_piece (list->pieces, next)->item == child)
        {
          last = next;
          next = find_next_item (list->pieces, next);
        }
      else
        add_behind (get_piece (list->pieces, last), (RoadmapAddition) { .item = child });
    }
}

GPtrArray *
roadmap_pieces_list (RoadmapXml    *xml,
                     const xmlNode *element,
                     Roadmap       *roadmap,
                     RoadmapItem   *item)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (free_piece);
  List list = { xml, roadmap, item, pieces };
  Values values = { pieces, g_new0 (RoadmapPiece, 1) };

  g_ptr_array_add (pieces, values.last);
  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      add_piece (&list, child);

  keep_order (&list);
  roadmap_item_foreach_value (item, place_value_cb, &values);
  place_items (&list);
  return g_steal_pointer (&pieces);
}

gboolean
roadmap_pieces_have_additions (GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    if (get_piece (pieces, i)->additions != NULL)
      return TRUE;
  return FALSE;
}

gboolean
roadmap_pieces_have_gone (GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    if (get_piece (pieces, i)->gone)
      return TRUE;
  return FALSE;
}
