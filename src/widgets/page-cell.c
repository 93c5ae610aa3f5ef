/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/page-cell.h"

#include <math.h>

#include "widgets/theme.h"

/* Between the paper and its number. */
#define NUMBER_GAP 6

/* The sheet of paper: its ground, edge and shadow are the style sheet's. */
typedef struct
{
  GtkWidget         parent_instance;

  RoadmapPageTiles *tiles; /* not owned */
  guint             page;
  graphene_rect_t   seen;
  guint             tick_id; /* waits for a frame that has time for the rest */
} Picture;

typedef GtkWidgetClass PictureClass;

static GType picture_get_type (void);

G_DEFINE_TYPE (Picture, picture, GTK_TYPE_WIDGET)

static gboolean
draw_rest_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  ((Picture *) widget)->tick_id = 0;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

static void
picture_snapshot (GtkWidget   *widget,
                  GtkSnapshot *snapshot)
{
  Picture *self = (Picture *) widget;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64 frame = clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                         gtk_widget_get_height (widget)));
  if (!roadmap_page_tiles_snapshot (self->tiles, snapshot, self->page, &self->seen, frame) && self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (widget, draw_rest_cb, NULL, NULL);
  gtk_snapshot_pop (snapshot);
}

static void
picture_class_init (PictureClass *klass)
{
  klass->snapshot = picture_snapshot;
  gtk_widget_class_set_css_name (klass, "page");
  gtk_widget_class_set_accessible_role (klass, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
picture_init (Picture *self)
{
}

struct _RoadmapPageCell
{
  GtkWidget  parent_instance;

  Picture   *picture;
  GtkWidget *number; /* NULL without */
  int        width;  /* of the paper */
  int        height;
  double     points; /* of the width */
};

G_DEFINE_FINAL_TYPE (RoadmapPageCell, roadmap_page_cell, GTK_TYPE_WIDGET)

static void
place_link (RoadmapPageCell *self,
            RoadmapPageLink *link,
            int              left)
{
  const RoadmapRect *rect = roadmap_page_link_get_rect (link);
  double zoom = self->width / self->points;
  int x = floor (rect->x * zoom);
  int y = floor (rect->y * zoom);
  const GtkAllocation place = {
    left + x, y, ceil (roadmap_rect_get_right (rect) * zoom) - x, ceil (roadmap_rect_get_bottom (rect) * zoom) - y,
  };

  gtk_widget_measure (GTK_WIDGET (link), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (link), &place, -1);
}

static void
roadmap_page_cell_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  RoadmapPageCell *self = ROADMAP_PAGE_CELL (widget);
  int x = (width - self->width) / 2;
  int top = self->height + NUMBER_GAP;

  gtk_widget_size_allocate (GTK_WIDGET (self->picture), &(GtkAllocation) { x, 0, self->width, self->height }, -1);
  if (self->number != NULL)
    gtk_widget_size_allocate (self->number, &(GtkAllocation) { 0, top, width, MAX (0, height - top) }, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ROADMAP_IS_PAGE_LINK (child))
      place_link (self, ROADMAP_PAGE_LINK (child), x);
}

static void
remove_links (RoadmapPageCell *self)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (ROADMAP_IS_PAGE_LINK (child))
        gtk_widget_unparent (child);
    }
}

static void
roadmap_page_cell_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  RoadmapPageCell *self = ROADMAP_PAGE_CELL (widget);

  gtk_widget_measure (GTK_WIDGET (self->picture), orientation, -1, NULL, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = self->width;
  else
    *minimum = *natural = self->height + roadmap_page_cell_get_foot (self);
}

static void
roadmap_page_cell_dispose (GObject *object)
{
  RoadmapPageCell *self = ROADMAP_PAGE_CELL (object);

  remove_links (self);
  if (self->picture != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->picture));
  self->picture = NULL;
  g_clear_pointer (&self->number, gtk_widget_unparent);

  G_OBJECT_CLASS (roadmap_page_cell_parent_class)->dispose (object);
}

static void
roadmap_page_cell_class_init (RoadmapPageCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roadmap_page_cell_dispose;
  widget_class->size_allocate = roadmap_page_cell_size_allocate;
  widget_class->measure = roadmap_page_cell_measure;
  gtk_widget_class_set_css_name (widget_class, "pagecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
roadmap_page_cell_init (RoadmapPageCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->picture = g_object_new (picture_get_type (), NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->picture), GTK_WIDGET (self));
}

GtkWidget *
roadmap_page_cell_new (RoadmapPageTiles *tiles,
                       gboolean          numbered)
{
  RoadmapPageCell *self = g_object_new (ROADMAP_TYPE_PAGE_CELL, NULL);

  self->picture->tiles = tiles;
  if (numbered)
    {
      self->number = g_object_new (GTK_TYPE_LABEL, "yalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   NULL);
      gtk_widget_set_parent (self->number, GTK_WIDGET (self));
    }
  return GTK_WIDGET (self);
}

guint
roadmap_page_cell_get_page (RoadmapPageCell *self)
{
  g_return_val_if_fail (ROADMAP_IS_PAGE_CELL (self), 0);

  return self->picture->page;
}

void
roadmap_page_cell_set_page (RoadmapPageCell *self,
                            guint            page,
                            guint            n_pages,
                            const char      *name,
                            const char      *description)
{
  g_return_if_fail (ROADMAP_IS_PAGE_CELL (self));

  self->picture->page = page;
  if (self->number != NULL)
    {
      g_autofree char *number = g_strdup_printf ("%u", page + 1);

      gtk_label_set_label (GTK_LABEL (self->number), number);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "", -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) page + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_pages, -1);
}

void
roadmap_page_cell_set_links (RoadmapPageCell *self,
                             double           width,
                             GPtrArray       *links)
{
  g_return_if_fail (ROADMAP_IS_PAGE_CELL (self));
  g_return_if_fail (width > 0);

  remove_links (self);
  self->points = width;
  for (guint i = 0; i < links->len; i++)
    gtk_widget_set_parent (g_ptr_array_index (links, i), GTK_WIDGET (self));
}

void
roadmap_page_cell_show (RoadmapPageCell       *self,
                        int                    width,
                        int                    height,
                        const graphene_rect_t *seen)
{
  g_return_if_fail (ROADMAP_IS_PAGE_CELL (self));

  self->width = width;
  self->height = height;
  self->picture->seen = *seen;
  gtk_widget_queue_draw (GTK_WIDGET (self->picture));
}

void
roadmap_page_cell_set_current (RoadmapPageCell *self,
                               gboolean         current)
{
  g_return_if_fail (ROADMAP_IS_PAGE_CELL (self));

  roadmap_theme_set_class (GTK_WIDGET (self), "current", current);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, current, -1);
}

int
roadmap_page_cell_get_foot (RoadmapPageCell *self)
{
  int height;

  g_return_val_if_fail (ROADMAP_IS_PAGE_CELL (self), 0);

  if (self->number == NULL)
    return 0;
  gtk_widget_measure (self->number, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height + NUMBER_GAP;
}
