/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/arrange-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/amendment.h"
#include "model/copies.h"
#include "model/new-item.h"

gboolean
roadmap_arrange_apply (Roadmap      *roadmap,
                       RoadmapEdit  *edit,
                       GError      **error)
{
  g_autoptr (RoadmapEdit) taken = edit;

  return roadmap_change (roadmap, taken, error);
}

gboolean
roadmap_arrange_change (Roadmap             *roadmap,
                        RoadmapItem         *item,
                        const RoadmapField  *field,
                        const char          *value,
                        GError             **error)
{
  if (g_strcmp0 (roadmap_item_get_value (item, field, NULL), value) == 0)
    return TRUE;
  return roadmap_arrange_apply (roadmap, roadmap_edit_new_set (item, field, NULL, value), error);
}

gboolean
roadmap_arrange_end (RoadmapHistory  *history,
                     gboolean         done,
                     GError         **error)
{
  if (done)
    return roadmap_history_commit (history, error);
  roadmap_history_rollback (history);
  return FALSE;
}

char *
roadmap_links_without (const char *value,
                       const char *id,
                       const char *new_id)
{
  g_auto (GStrv) ids = g_strsplit (value, " ", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (char **each = ids; *each != NULL; each++)
    {
      const char *link = strcmp (*each, id) == 0 ? new_id : *each;

      if (link != NULL)
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", link);
    }
  return kept->len > 0 ? g_string_free (g_steal_pointer (&kept), FALSE) : NULL;
}

static gboolean
has_official (const RoadmapKind *kind)
{
  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (field->flags & ROADMAP_FIELD_OFFICIAL)
      return TRUE;
  return FALSE;
}

/* Whether what is put into @parent now is nothing that was, or will be, adopted. */
static gboolean
is_for_editor (Roadmap     *roadmap,
               RoadmapItem *parent)
{
  return roadmap_get_wording_locked (roadmap) && roadmap_get_amendment (roadmap) == NULL &&
         g_strcmp0 (roadmap_item_get_inherited (parent, "origin"), "editor") != 0;
}

gboolean
roadmap_arrange_insert (RoadmapHistory      *history,
                        Roadmap             *roadmap,
                        const char          *name,
                        RoadmapItem         *item,
                        const RoadmapPlace  *place,
                        GError             **error)
{
  g_return_val_if_fail (ROADMAP_IS_HISTORY (history) && ROADMAP_IS_ROADMAP (roadmap), FALSE);
  g_return_val_if_fail (ROADMAP_IS_ITEM (item) && place != NULL, FALSE);

  if (has_official (roadmap_item_get_kind (item)) && is_for_editor (roadmap, place->parent))
    roadmap_item_init_value (item, roadmap_kind_find_field (roadmap_item_get_kind (item), "origin"), NULL, "editor");
  roadmap_history_begin (history, name);
  return roadmap_arrange_end (history,
                              roadmap_arrange_apply (roadmap, roadmap_edit_new_insert (place->parent, place->position, item),
                                                     error),
                              error);
}

/* A printed number of its own, as those beside it have. */
static void
renumber (RoadmapItem *copy,
          RoadmapItem *parent)
{
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (copy), "number");
  g_autofree char *number = NULL;

  if (field == NULL || roadmap_item_get_value (copy, field, NULL) == NULL)
    return;
  number = roadmap_number_dup_free (roadmap_item_get_kind (copy), parent);
  if (number != NULL)
    roadmap_item_init_value (copy, field, NULL, number);
}

static gboolean
insert_copies (Roadmap    *roadmap,
               GPtrArray  *items,
               GPtrArray  *copies,
               GError    **error)
{
  for (guint i = 0; i < items->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (items, i);
      RoadmapItem *copy = g_ptr_array_index (copies, i);
      RoadmapItem *parent = roadmap_item_get_parent (item);

      renumber (copy, parent);
      if (!roadmap_arrange_apply (roadmap, roadmap_edit_new_insert (parent, roadmap_item_get_position (item) + 1, copy),
                                  error))
        return FALSE;
    }
  return TRUE;
}

static RoadmapCopyFlags
get_flags (Roadmap     *roadmap,
           RoadmapItem *parent)
{
  if (is_for_editor (roadmap, parent))
    return ROADMAP_COPY_FRESH | ROADMAP_COPY_EDITORS;
  return roadmap_get_amendment (roadmap) != NULL ? ROADMAP_COPY_FRESH : 0;
}

GPtrArray *
roadmap_arrange_duplicate (RoadmapHistory  *history,
                           Roadmap         *roadmap,
                           const char      *name,
                           GPtrArray       *items,
                           GError         **error)
{
  RoadmapCopyFlags flags = ROADMAP_COPY_NEW_IDS;
  g_autoptr (GPtrArray) tops = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  g_return_val_if_fail (ROADMAP_IS_HISTORY (history) && ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (items != NULL && items->len > 0, NULL);

  tops = roadmap_list_tops (items);
  for (guint i = 0; i < tops->len; i++)
    flags |= get_flags (roadmap, roadmap_item_get_parent (g_ptr_array_index (tops, i)));
  copies = roadmap_copy_items (roadmap, tops, flags, NULL);
  roadmap_history_begin (history, name);
  if (!roadmap_arrange_end (history, insert_copies (roadmap, tops, copies, error), error))
    return NULL;
  return g_steal_pointer (&copies);
}

/* Pasting */

/* Whether its own links already say where it stands in @parent. */
static gboolean
stands_by_link (Roadmap     *roadmap,
                RoadmapItem *item,
                RoadmapItem *parent)
{
  const RoadmapKind *kind = roadmap_item_get_kind (item);

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    {
      RoadmapItem *linked = field->flags & ROADMAP_FIELD_NESTS ? roadmap_get_linked (roadmap, item, field->name) : NULL;

      if (linked != NULL && roadmap_item_get_parent (linked) == parent)
        return TRUE;
    }
  return FALSE;
}

static gboolean
put_down (Roadmap             *roadmap,
          RoadmapItem         *copy,
          const RoadmapPlace  *place,
          GError             **error)
{
  if (place->under != NULL || !stands_by_link (roadmap, copy, place->parent))
    roadmap_place_link (place, copy);
  return roadmap_arrange_apply (roadmap, roadmap_edit_new_insert (place->parent, place->position, copy), error);
}

/* What was put down last is the neighbour of the next one, so that they keep their order. */
static gboolean
put_down_beside (Roadmap             *roadmap,
                 GPtrArray           *copies,
                 const RoadmapPlace  *place,
                 GError             **error)
{
  RoadmapPlace next = *place;

  for (guint i = 0; i < copies->len; i++)
    {
      RoadmapItem *copy = g_ptr_array_index (copies, i);

      if (!put_down (roadmap, copy, &next, error))
        return FALSE;
      next.position = roadmap_item_get_position (copy) + 1;
    }
  return TRUE;
}

static gboolean
put_down_at (Roadmap      *roadmap,
             GPtrArray    *copies,
             RoadmapItem  *at,
             GError      **error)
{
  RoadmapItem *last = NULL;

  for (guint i = 0; i < copies->len; i++)
    {
      RoadmapItem *copy = g_ptr_array_index (copies, i);
      const RoadmapKind *kind = roadmap_item_get_kind (copy);
      gboolean follows = last != NULL && roadmap_item_get_kind (last) == kind;
      RoadmapPlace place;

      if (!roadmap_find_place (roadmap, kind, at, &place))
        {
          /* Translators: the first %s is a kind of item such as “Bar”. */
          g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
                       _("There is no place for the kind “%s” here; select another item first and paste again"),
                       _(kind->label));
          return FALSE;
        }
      if (follows)
        place.position = roadmap_item_get_position (last) + 1;
      if (!put_down (roadmap, copy, &place, error))
        return FALSE;
      last = copy;
    }
  return TRUE;
}

GPtrArray *
roadmap_arrange_paste (RoadmapHistory  *history,
                       Roadmap         *roadmap,
                       const char      *name,
                       GPtrArray       *items,
                       RoadmapItem     *at,
                       guint           *n_dropped,
                       GError         **error)
{
  g_autoptr (GPtrArray) copies = NULL;

  g_return_val_if_fail (ROADMAP_IS_HISTORY (history) && ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (items != NULL && ROADMAP_IS_ITEM (at) && n_dropped != NULL, NULL);

  copies = roadmap_copy_items (roadmap, items, get_flags (roadmap, at), n_dropped);
  roadmap_history_begin (history, name);
  if (!roadmap_arrange_end (history, put_down_at (roadmap, copies, at, error), error))
    return NULL;
  return g_steal_pointer (&copies);
}

GPtrArray *
roadmap_arrange_paste_to (RoadmapHistory      *history,
                          Roadmap             *roadmap,
                          const char          *name,
                          GPtrArray           *items,
                          const RoadmapPlace  *place,
                          guint               *n_dropped,
                          GError             **error)
{
  g_autoptr (GPtrArray) copies = NULL;

  g_return_val_if_fail (ROADMAP_IS_HISTORY (history) && ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (items != NULL && place != NULL && n_dropped != NULL, NULL);

  copies = roadmap_copy_items (roadmap, items, get_flags (roadmap, place->parent), n_dropped);
  roadmap_history_begin (history, name);
  if (!roadmap_arrange_end (history, put_down_beside (roadmap, copies, place, error), error))
    return NULL;
  return g_steal_pointer (&copies);
}

static gboolean
set_all (Roadmap     *roadmap,
         GPtrArray   *items,
         const char  *name,
         const char  *value,
         GError     **error)
{
  for (guint i = 0; i < items->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (items, i);
      const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), name);

      if (field != NULL && !roadmap_arrange_change (roadmap, item, field, value, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
roadmap_arrange_set (RoadmapHistory  *history,
                     Roadmap         *roadmap,
                     const char      *name,
                     GPtrArray       *items,
                     const char      *field,
                     const char      *value,
                     GError         **error)
{
  g_return_val_if_fail (ROADMAP_IS_HISTORY (history) && ROADMAP_IS_ROADMAP (roadmap), FALSE);
  g_return_val_if_fail (items != NULL && field != NULL, FALSE);

  roadmap_history_begin (history, name);
  return roadmap_arrange_end (history, set_all (roadmap, items, field, value, error), error);
}
