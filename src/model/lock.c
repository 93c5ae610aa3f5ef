/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/lock.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/edition.h"
#include "model/former.h"

gboolean
roadmap_item_is_editors (RoadmapItem *item)
{
  return g_strcmp0 (roadmap_item_get_inherited (item, "origin"), "editor") == 0;
}

static void
note_adopted_wording_cb (const RoadmapField *field,
                         const char         *language,
                         const char         *value,
                         gpointer            found)
{
  if (language == NULL && field->flags & ROADMAP_FIELD_OFFICIAL)
    *(gboolean *) found = TRUE;
}

gboolean
roadmap_has_adopted_wording (RoadmapItem *top,
                             RoadmapItem *except)
{
  for (RoadmapItem *item = top; item != NULL; item = roadmap_item_next (item, top))
    {
      gboolean found = FALSE;

      if (!roadmap_item_is_editors (item) && (except == NULL || !roadmap_item_is_of (item, except)))
        roadmap_item_foreach_value (item, note_adopted_wording_cb, &found);
      if (found)
        return TRUE;
    }
  return FALSE;
}

/* Whether @item would be of @edition if its own field said @value. */
static gboolean
would_be_of (RoadmapItem *item,
             const char  *value,
             RoadmapItem *edition)
{
  RoadmapItem *parent = roadmap_item_get_parent (item);

  if (value == NULL && parent != NULL)
    value = roadmap_item_get_inherited (parent, "edition");
  return g_strcmp0 (value, roadmap_item_get_id (edition)) == 0;
}

static gboolean
is_field (const RoadmapEdit *edit,
          const char        *field)
{
  return strcmp (edit->field->name, field) == 0;
}

/* Wording of an amendment may be changed freely, so nothing may be passed off as such. */
static gboolean
joins_amendment (const RoadmapEdit *edit,
                 RoadmapItem       *amendment)
{
  RoadmapItem *item = edit->item;

  if (amendment == NULL || roadmap_item_is_of (item, amendment))
    return FALSE;
  if (edit->type == ROADMAP_EDIT_SET)
    return is_field (edit, "edition") && would_be_of (item, edit->value, amendment) &&
           roadmap_has_adopted_wording (item, amendment);
  return edit->type == ROADMAP_EDIT_MOVE && roadmap_item_get (item, "edition") == NULL &&
         roadmap_item_is_of (edit->new_parent, amendment) &&
         roadmap_has_adopted_wording (item, amendment);
}

/* Wording that is passed off as the editor's own would be locked no longer: that touches it too.  So does what tells when
 * it was adopted. */
static gboolean
touches_adopted_wording (const RoadmapEdit *edit)
{
  RoadmapItem *item = edit->item;

  switch (edit->type)
    {
    case ROADMAP_EDIT_SET:
      if (is_field (edit, "origin"))
        return roadmap_has_adopted_wording (item, NULL);
      if (is_field (edit, "draft"))
        return g_strcmp0 (edit->value, "true") == 0;
      return edit->language == NULL && edit->field->flags & ROADMAP_FIELD_OFFICIAL && !roadmap_item_is_editors (item);
    case ROADMAP_EDIT_REMOVE:
      return roadmap_has_adopted_wording (item, NULL);
    case ROADMAP_EDIT_MOVE:
      return (roadmap_item_is_editors (edit->new_parent) || roadmap_item_is_withdrawn (edit->new_parent) ||
              roadmap_item_is_withdrawn (item)) && roadmap_has_adopted_wording (item, NULL);
    case ROADMAP_EDIT_INSERT:
      return roadmap_item_is (item, "former");
    default:
      return FALSE;
    }
}

static gboolean
allows_set (const RoadmapEdit *edit,
            RoadmapItem       *amendment)
{
  if (is_field (edit, "draft"))
    return FALSE;
  if (is_field (edit, "origin"))
    return !roadmap_has_adopted_wording (edit->item, amendment);
  if (roadmap_item_is (edit->item, "former") || roadmap_item_is_withdrawn (edit->item))
    return FALSE;
  return roadmap_item_is_of (edit->item, amendment) ||
         roadmap_former_find (edit->item, edit->field->name, amendment) != NULL;
}

/* What is kept must be true when it is put down, and is not needed any more when it is true again. */
static gboolean
allows_former (Roadmap           *self,
               const RoadmapEdit *edit,
               RoadmapItem       *amendment)
{
  RoadmapItem *parent = edit->type == ROADMAP_EDIT_INSERT ? edit->parent : roadmap_item_get_parent (edit->item);
  const char *field = roadmap_item_get (edit->item, "field");

  return g_strcmp0 (roadmap_item_get (edit->item, "until"), roadmap_item_get_id (amendment)) == 0 && field != NULL &&
         (edit->type == ROADMAP_EDIT_REMOVE || roadmap_former_find (parent, field, amendment) == NULL) &&
         roadmap_former_is_current (self, edit->item, parent);
}

/* Taken out, and, before it is too late, put back. */
static gboolean
allows_withdrawal (const RoadmapEdit *edit,
                   RoadmapItem       *amendment)
{
  RoadmapItem *parent = roadmap_item_get_parent (edit->item);

  if (roadmap_item_is_withdrawn (edit->item))
    return roadmap_item_is_within (edit->item, amendment);
  return roadmap_item_is_within (edit->new_parent, amendment) &&
         (roadmap_item_is_of (parent, amendment) || roadmap_former_find (parent, ROADMAP_FORMER_CHILDREN, amendment) != NULL);
}

/* Of the edits that touch adopted wording, those that are part of an amendment and lose nothing. */
static gboolean
amendment_allows (Roadmap           *self,
                  const RoadmapEdit *edit,
                  RoadmapItem       *amendment)
{
  if (edit->type != ROADMAP_EDIT_SET && roadmap_item_is (edit->item, "former"))
    return allows_former (self, edit, amendment);

  switch (edit->type)
    {
    case ROADMAP_EDIT_SET:
      return allows_set (edit, amendment);
    case ROADMAP_EDIT_REMOVE:
      return !roadmap_has_adopted_wording (edit->item, amendment);
    case ROADMAP_EDIT_MOVE:
      return !roadmap_has_adopted_wording (edit->item, amendment) ||
             (!roadmap_item_is_editors (edit->new_parent) && allows_withdrawal (edit, amendment));
    case ROADMAP_EDIT_INSERT:
    default:
      return FALSE;
    }
}

gboolean
roadmap_check_lock (Roadmap            *self,
                    const RoadmapEdit  *edit,
                    GError            **error)
{
  RoadmapItem *amendment;

  if (roadmap_is_past (self))
    {
      g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_LOCKED_WORDING,
                   _("This is an earlier edition, in which nothing can be changed; go back to the current one"));
      return FALSE;
    }
  if (!roadmap_get_wording_locked (self))
    return TRUE;

  amendment = roadmap_get_amendment (self);
  if (!joins_amendment (edit, amendment) &&
      (!touches_adopted_wording (edit) || (amendment != NULL && amendment_allows (self, edit, amendment))))
    return TRUE;

  g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_LOCKED_WORDING,
               _("The adopted wording of “%s” is locked; unlock it first to correct it"),
               roadmap_item_get_id (edit->item));
  return FALSE;
}
