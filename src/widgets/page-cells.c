/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/page-cells.h"

#include "widgets/page-words.h"

struct _RoadmapPageCells
{
  RoadmapPageColumn *column;  /* not owned */
  RoadmapPageTiles  *tiles;   /* not owned */
  RoadmapPages      *pages;   /* nullable */
  GPtrArray         *cells;   /* of the pages in view, from first on */
  guint              first;
  guint              current;
  gboolean           wants_focus; /* as soon as the current page has a cell */
};

static GPtrArray *
create_array (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
}

RoadmapPageCells *
roadmap_page_cells_new (RoadmapPageColumn *column,
                        RoadmapPageTiles  *tiles)
{
  RoadmapPageCells *self = g_new0 (RoadmapPageCells, 1);

  self->column = column;
  self->tiles = tiles;
  self->cells = create_array ();
  return self;
}

void
roadmap_page_cells_free (RoadmapPageCells *self)
{
  g_ptr_array_unref (self->cells);
  g_clear_pointer (&self->pages, roadmap_pages_unref);
  g_free (self);
}

static RoadmapPageCell *
find_cell (RoadmapPageCells *self,
           guint             page)
{
  if (page < self->first || page - self->first >= self->cells->len)
    return NULL;
  return g_ptr_array_index (self->cells, page - self->first);
}

/* Current page */

guint
roadmap_page_cells_get_current (RoadmapPageCells *self)
{
  return self->current;
}

static void
show_current (RoadmapPageCells *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->column));
  RoadmapPageCell *current = find_cell (self, self->current);

  for (guint i = 0; i < self->cells->len; i++)
    roadmap_page_cell_set_current (g_ptr_array_index (self->cells, i), self->first + i == self->current);
  if (current == NULL || (focus == NULL && !self->wants_focus) || focus == GTK_WIDGET (current))
    return;
  self->wants_focus = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (current));
}

void
roadmap_page_cells_set_current (RoadmapPageCells *self,
                                guint             page)
{
  self->current = page;
  show_current (self);
}

gboolean
roadmap_page_cells_focus (RoadmapPageCells *self)
{
  RoadmapPageCell *current = find_cell (self, self->current);

  return current != NULL && gtk_widget_grab_focus (GTK_WIDGET (current));
}

gboolean
roadmap_page_cells_grab_focus (RoadmapPageCells *self)
{
  self->wants_focus = find_cell (self, self->current) == NULL;
  return self->wants_focus || roadmap_page_cells_focus (self);
}

/* What cells show */

/* Where one reads, one can follow links. */
static void
show_links (RoadmapPageCells *self,
            RoadmapPageCell  *cell,
            guint             page)
{
  RoadmapScene *scene = roadmap_pages_get_scene (self->pages, page);
  g_autoptr (GPtrArray) links = g_ptr_array_new ();

  for (guint i = 0; i < roadmap_scene_get_n_links (scene); i++)
    {
      const RoadmapSceneLink *link = roadmap_scene_get_link (scene, i);
      g_autofree char *name = roadmap_page_words_link (self->pages, link->target);

      g_ptr_array_add (links, roadmap_page_link_new (link, name));
    }
  roadmap_page_cell_set_links (cell, roadmap_pages_get_paper (self->pages)->width, links);
}

static void
show_page (RoadmapPageCells *self,
           RoadmapPageCell  *cell,
           guint             page)
{
  g_autofree char *name = roadmap_page_words_name (self->pages, page);
  g_autofree char *description = roadmap_page_words_describe (self->pages, page);

  roadmap_page_cell_set_page (cell, page, roadmap_pages_get_n_pages (self->pages), name, description);
  if (ROADMAP_PAGE_COLUMN_GET_CLASS (self->column)->follows)
    show_links (self, cell, page);
}

void
roadmap_page_cells_set_pages (RoadmapPageCells *self,
                              RoadmapPages     *pages)
{
  guint n_pages = pages != NULL ? roadmap_pages_get_n_pages (pages) : 0;

  if (pages != NULL)
    roadmap_pages_ref (pages);
  g_clear_pointer (&self->pages, roadmap_pages_unref);
  self->pages = pages;
  for (guint i = 0; i < self->cells->len && self->first + i < n_pages; i++)
    show_page (self, g_ptr_array_index (self->cells, i), self->first + i);
}

/* Making them */

static GtkWidget *
create_cell (RoadmapPageCells *self,
             guint             page)
{
  GtkWidget *cell = roadmap_page_cell_new (self->tiles, ROADMAP_PAGE_COLUMN_GET_CLASS (self->column)->numbered);

  show_page (self, ROADMAP_PAGE_CELL (cell), page);
  roadmap_page_cell_set_current (ROADMAP_PAGE_CELL (cell), page == self->current);
  return cell;
}

void
roadmap_page_cells_remove (RoadmapPageCells *self)
{
  g_ptr_array_set_size (self->cells, 0);
}

gboolean
roadmap_page_cells_are_none (RoadmapPageCells *self)
{
  return self->cells->len == 0;
}

gboolean
roadmap_page_cells_are_of (RoadmapPageCells *self,
                           guint             first,
                           guint             last)
{
  return first == self->first && last - first + 1 == self->cells->len;
}

/* (transfer full): the cell that @page had before, if any. */
static GtkWidget *
take_cell (GPtrArray *before,
           guint      first_before,
           guint      page)
{
  if (page < first_before || page - first_before >= before->len)
    return NULL;
  return g_steal_pointer (&g_ptr_array_index (before, page - first_before));
}

void
roadmap_page_cells_make (RoadmapPageCells *self,
                         guint             first,
                         guint             last)
{
  g_autoptr (GPtrArray) before = self->cells;
  guint first_before = self->first;
  GtkWidget *previous = NULL;

  self->cells = create_array ();
  self->first = first;
  for (guint page = first; page <= last; page++)
    {
      GtkWidget *cell = take_cell (before, first_before, page);

      if (cell == NULL)
        {
          cell = create_cell (self, page);
          gtk_widget_insert_after (cell, GTK_WIDGET (self->column), previous);
        }
      g_ptr_array_add (self->cells, cell);
      previous = cell;
    }

  /* The focus leaves what is about to go. */
  show_current (self);
  g_ptr_array_set_free_func (before, NULL);
  for (guint i = 0; i < before->len; i++)
    g_clear_pointer (&g_ptr_array_index (before, i), gtk_widget_unparent);
}

/* Size */

int
roadmap_page_cells_get_foot (RoadmapPageCells *self)
{
  return self->cells->len > 0 ? roadmap_page_cell_get_foot (g_ptr_array_index (self->cells, 0)) : 0;
}

static void
place_cell (RoadmapPageCell           *cell,
            const RoadmapPageGeometry *geometry,
            double                     x,
            double                     y)
{
  const GtkAllocation place = { x, y, geometry->width, geometry->height + geometry->foot };
  graphene_rect_t seen;

  if (!graphene_rect_intersection (&GRAPHENE_RECT_INIT (-x, -y, geometry->view_width, geometry->view_height),
                                   &GRAPHENE_RECT_INIT (0, 0, geometry->width, geometry->height), &seen))
    seen = *graphene_rect_zero ();
  roadmap_page_cell_show (cell, geometry->width, geometry->height, &seen);
  gtk_widget_measure (GTK_WIDGET (cell), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (cell), &place, -1);
}

void
roadmap_page_cells_place (RoadmapPageCells          *self,
                          const RoadmapPageGeometry *geometry,
                          double                     x,
                          double                     y,
                          guint                      first,
                          guint                      last)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      RoadmapPageCell *cell = g_ptr_array_index (self->cells, i);
      guint page = self->first + i;

      gtk_widget_set_child_visible (GTK_WIDGET (cell), page >= first && page <= last);
      if (page >= first && page <= last)
        place_cell (cell, geometry, roadmap_page_geometry_get_left (geometry) - x,
                    roadmap_page_geometry_get_top (geometry, page) - y);
    }
}

void
roadmap_page_cells_hide (RoadmapPageCells *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_set_child_visible (g_ptr_array_index (self->cells, i), FALSE);
}
