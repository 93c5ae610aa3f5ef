/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/edit.h"

G_DEFINE_BOXED_TYPE (RoadmapEdit, roadmap_edit, roadmap_edit_copy, roadmap_edit_free)

static RoadmapEdit *
create (RoadmapEditType  type,
        RoadmapItem     *item)
{
  RoadmapEdit *edit = g_new0 (RoadmapEdit, 1);

  edit->type = type;
  edit->item = g_object_ref (item);
  return edit;
}

RoadmapEdit *
roadmap_edit_new_set (RoadmapItem        *item,
                      const RoadmapField *field,
                      const char         *language,
                      const char         *value)
{
  RoadmapEdit *edit;

  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  edit = create (ROADMAP_EDIT_SET, item);
  edit->field = field;
  edit->language = g_strdup (language);
  edit->value = g_strdup (value);
  return edit;
}

RoadmapEdit *
roadmap_edit_new_insert (RoadmapItem *parent,
                         guint        position,
                         RoadmapItem *item)
{
  RoadmapEdit *edit;

  g_return_val_if_fail (ROADMAP_IS_ITEM (parent), NULL);
  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);

  edit = create (ROADMAP_EDIT_INSERT, item);
  edit->parent = g_object_ref (parent);
  edit->position = position;
  return edit;
}

RoadmapEdit *
roadmap_edit_new_remove (RoadmapItem *item)
{
  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);

  return create (ROADMAP_EDIT_REMOVE, item);
}

RoadmapEdit *
roadmap_edit_new_move (RoadmapItem *item,
                       RoadmapItem *new_parent,
                       guint        new_position)
{
  RoadmapEdit *edit;

  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);
  g_return_val_if_fail (ROADMAP_IS_ITEM (new_parent), NULL);

  edit = create (ROADMAP_EDIT_MOVE, item);
  edit->new_parent = g_object_ref (new_parent);
  edit->new_position = new_position;
  return edit;
}

RoadmapEdit *
roadmap_edit_copy (const RoadmapEdit *edit)
{
  RoadmapEdit *copy = create (edit->type, edit->item);

  copy->field = edit->field;
  copy->language = g_strdup (edit->language);
  copy->value = g_strdup (edit->value);
  copy->old_value = g_strdup (edit->old_value);
  g_set_object (&copy->parent, edit->parent);
  copy->position = edit->position;
  g_set_object (&copy->new_parent, edit->new_parent);
  copy->new_position = edit->new_position;
  return copy;
}

RoadmapEdit *
roadmap_edit_invert (const RoadmapEdit *edit)
{
  RoadmapEdit *inverse = roadmap_edit_copy (edit);

  switch (edit->type)
    {
    case ROADMAP_EDIT_SET:
      {
        char *value = inverse->value;

        inverse->value = inverse->old_value;
        inverse->old_value = value;
      }
      break;
    case ROADMAP_EDIT_INSERT:
      inverse->type = ROADMAP_EDIT_REMOVE;
      break;
    case ROADMAP_EDIT_REMOVE:
      inverse->type = ROADMAP_EDIT_INSERT;
      break;
    case ROADMAP_EDIT_MOVE:
      g_set_object (&inverse->parent, edit->new_parent);
      inverse->position = edit->new_position;
      g_set_object (&inverse->new_parent, edit->parent);
      inverse->new_position = edit->position;
      break;
    default:
      g_assert_not_reached ();
    }
  return inverse;
}

void
roadmap_edit_free (RoadmapEdit *edit)
{
  g_clear_object (&edit->item);
  g_clear_object (&edit->parent);
  g_clear_object (&edit->new_parent);
  g_free (edit->language);
  g_free (edit->value);
  g_free (edit->old_value);
  g_free (edit);
}
