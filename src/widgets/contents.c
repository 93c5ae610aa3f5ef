/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/contents.h"

#include "widgets/passage-words.h"

/* From so many entries on, a list is easier searched than looked through. */
#define SEARCH_FROM 24

struct _RoadmapContents
{
  GtkDropDown         *drop_down; /* not owned */
  RoadmapContentsFunc  chosen;
  gpointer             user_data;
  GArray              *positions; /* guint: the passage of each entry */
  gboolean             following;
};

static void
selected_cb (GtkDropDown     *drop_down,
             GParamSpec      *pspec,
             RoadmapContents *self)
{
  guint entry = gtk_drop_down_get_selected (drop_down);

  if (!self->following && entry < self->positions->len)
    self->chosen (g_array_index (self->positions, guint, entry), self->user_data);
}

RoadmapContents *
roadmap_contents_new (GtkDropDown         *drop_down,
                      RoadmapContentsFunc  chosen,
                      gpointer             user_data)
{
  RoadmapContents *self = g_new0 (RoadmapContents, 1);

  self->drop_down = drop_down;
  self->chosen = chosen;
  self->user_data = user_data;
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  return self;
}

void
roadmap_contents_free (RoadmapContents *self)
{
  g_array_unref (self->positions);
  g_free (self);
}

static const RoadmapPassage *
get_passage (GArray *passages,
             guint   position)
{
  return &g_array_index (passages, RoadmapPassage, position);
}

static gboolean
has_pages (GArray *passages)
{
  for (guint i = 0; i < passages->len; i++)
    if (get_passage (passages, i)->form == ROADMAP_PASSAGE_PAGE)
      return TRUE;
  return FALSE;
}

static gboolean
is_title (const RoadmapPassage *passage)
{
  return passage->form == ROADMAP_PASSAGE_TITLE || (passage->form == ROADMAP_PASSAGE_HEADING && passage->depth == 0);
}

/* The first title or heading on the page that begins at @position, or NULL. */
static const RoadmapPassage *
find_title (GArray *passages,
            guint   position)
{
  for (guint i = position + 1; i < passages->len && get_passage (passages, i)->form != ROADMAP_PASSAGE_PAGE; i++)
    if (is_title (get_passage (passages, i)))
      return get_passage (passages, i);
  return NULL;
}

static char *
describe (Roadmap    *roadmap,
          GArray     *passages,
          guint       position,
          const char *language)
{
  const RoadmapPassage *passage = get_passage (passages, position);
  const RoadmapPassage *title = is_title (passage) ? NULL : find_title (passages, position);
  g_autofree char *words = roadmap_passage_dup_text (roadmap, passage, language);
  g_autofree char *more = title != NULL ? roadmap_passage_dup_text (roadmap, title, language) : NULL;

  return g_strjoin (" – ", words, more, NULL);
}

void
roadmap_contents_fill (RoadmapContents *self,
                       Roadmap         *roadmap,
                       GArray          *passages,
                       const char      *language)
{
  g_autoptr (GtkStringList) entries = gtk_string_list_new (NULL);
  gboolean paged = has_pages (passages);

  g_array_set_size (self->positions, 0);
  for (guint i = 0; i < passages->len; i++)
    {
      const RoadmapPassage *passage = get_passage (passages, i);

      if (paged ? passage->form != ROADMAP_PASSAGE_PAGE : !is_title (passage))
        continue;
      g_array_append_val (self->positions, i);
      gtk_string_list_take (entries, describe (roadmap, passages, i, language));
    }

  self->following = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (entries));
  gtk_drop_down_set_enable_search (self->drop_down, self->positions->len >= SEARCH_FROM);
  gtk_widget_set_sensitive (GTK_WIDGET (self->drop_down), self->positions->len > 0);
  self->following = FALSE;
}

void
roadmap_contents_follow (RoadmapContents *self,
                         guint            position)
{
  guint first = 0, after = self->positions->len;

  /* The last entry that begins at or before the passage. */
  while (after - first > 1)
    {
      guint middle = (first + after) / 2;

      if (g_array_index (self->positions, guint, middle) <= position)
        first = middle;
      else
        after = middle;
    }

  if (self->positions->len == 0 || gtk_drop_down_get_selected (self->drop_down) == first)
    return;
  self->following = TRUE;
  gtk_drop_down_set_selected (self->drop_down, first);
  self->following = FALSE;
}
