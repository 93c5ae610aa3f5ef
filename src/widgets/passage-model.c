/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/passage-model.h"

struct _RoadmapPassageObject
{
  GObject        parent_instance;
  RoadmapPassage passage;
};

G_DEFINE_FINAL_TYPE (RoadmapPassageObject, roadmap_passage_object, G_TYPE_OBJECT)

static void
roadmap_passage_object_finalize (GObject *object)
{
  roadmap_passage_clear (&ROADMAP_PASSAGE_OBJECT (object)->passage);

  G_OBJECT_CLASS (roadmap_passage_object_parent_class)->finalize (object);
}

static void
roadmap_passage_object_class_init (RoadmapPassageObjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_passage_object_finalize;
}

static void
roadmap_passage_object_init (RoadmapPassageObject *self)
{
}

const RoadmapPassage *
roadmap_passage_object_get (RoadmapPassageObject *self)
{
  g_return_val_if_fail (ROADMAP_IS_PASSAGE_OBJECT (self), NULL);

  return &self->passage;
}

struct _RoadmapPassageModel
{
  GObject  parent_instance;
  GArray  *passages;
};

static GType
roadmap_passage_model_get_item_type (GListModel *model)
{
  return ROADMAP_TYPE_PASSAGE_OBJECT;
}

static guint
roadmap_passage_model_get_n_items (GListModel *model)
{
  return ROADMAP_PASSAGE_MODEL (model)->passages->len;
}

static gpointer
roadmap_passage_model_get_item (GListModel *model,
                                guint       position)
{
  GArray *passages = ROADMAP_PASSAGE_MODEL (model)->passages;
  const RoadmapPassage *passage;
  RoadmapPassageObject *object;

  if (position >= passages->len)
    return NULL;

  passage = &g_array_index (passages, RoadmapPassage, position);
  object = g_object_new (ROADMAP_TYPE_PASSAGE_OBJECT, NULL);
  object->passage = *passage;
  if (passage->item != NULL)
    g_object_ref (passage->item);
  if (passage->part != NULL)
    g_object_ref (passage->part);
  return object;
}

static void
roadmap_passage_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = roadmap_passage_model_get_item_type;
  iface->get_n_items = roadmap_passage_model_get_n_items;
  iface->get_item = roadmap_passage_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RoadmapPassageModel, roadmap_passage_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, roadmap_passage_model_list_init))

static GArray *
create_empty (void)
{
  return g_array_new (FALSE, FALSE, sizeof (RoadmapPassage));
}

static void
roadmap_passage_model_finalize (GObject *object)
{
  g_array_unref (ROADMAP_PASSAGE_MODEL (object)->passages);

  G_OBJECT_CLASS (roadmap_passage_model_parent_class)->finalize (object);
}

static void
roadmap_passage_model_class_init (RoadmapPassageModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_passage_model_finalize;
}

static void
roadmap_passage_model_init (RoadmapPassageModel *self)
{
  self->passages = create_empty ();
}

RoadmapPassageModel *
roadmap_passage_model_new (void)
{
  return g_object_new (ROADMAP_TYPE_PASSAGE_MODEL, NULL);
}

static gboolean
is_same (GArray *a,
         guint   i,
         GArray *b,
         guint   j)
{
  return roadmap_passage_equal (&g_array_index (a, RoadmapPassage, i), &g_array_index (b, RoadmapPassage, j));
}

void
roadmap_passage_model_read (RoadmapPassageModel *self,
                            Roadmap             *roadmap)
{
  g_autoptr (GArray) old = NULL;
  GArray *passages;
  guint shorter, n_before = 0, n_after = 0;

  g_return_if_fail (ROADMAP_IS_PASSAGE_MODEL (self));

  old = self->passages;
  passages = roadmap != NULL ? roadmap_reading_list (roadmap) : create_empty ();
  self->passages = passages;

  shorter = MIN (old->len, passages->len);
  while (n_before < shorter && is_same (old, n_before, passages, n_before))
    n_before++;
  while (n_after < shorter - n_before && is_same (old, old->len - 1 - n_after, passages, passages->len - 1 - n_after))
    n_after++;
  if (n_before + n_after < MAX (old->len, passages->len))
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, old->len - n_before - n_after,
                                passages->len - n_before - n_after);
}

GArray *
roadmap_passage_model_get_all (RoadmapPassageModel *self)
{
  g_return_val_if_fail (ROADMAP_IS_PASSAGE_MODEL (self), NULL);

  return self->passages;
}

const RoadmapPassage *
roadmap_passage_model_get (RoadmapPassageModel *self,
                           guint                position)
{
  g_return_val_if_fail (ROADMAP_IS_PASSAGE_MODEL (self), NULL);
  g_return_val_if_fail (position < self->passages->len, NULL);

  return &g_array_index (self->passages, RoadmapPassage, position);
}
