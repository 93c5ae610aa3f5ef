/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/wrap-layout.h"

struct _RoadmapWrapLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;
};

G_DEFINE_FINAL_TYPE (RoadmapWrapLayout, roadmap_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Where the next child goes. */
typedef struct
{
  int width; /* of a line */
  int x, y;
  int line_height;
} Pen;

/* The place of a child of this size, on the line at hand or a new one. */
static void
place (RoadmapWrapLayout *self,
       Pen               *pen,
       int                width,
       int                height,
       int               *x,
       int               *y)
{
  if (pen->x > 0 && pen->x + width > pen->width)
    {
      pen->x = 0;
      pen->y += pen->line_height + self->spacing;
      pen->line_height = 0;
    }
  *x = pen->x;
  *y = pen->y;
  pen->x += width + self->spacing;
  pen->line_height = MAX (pen->line_height, height);
}

static void
measure_child (GtkWidget *child,
               int        width,
               int       *child_width,
               int       *child_height)
{
  int natural, minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  *child_width = MAX (minimum, MIN (natural, width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *child_width, NULL, child_height, NULL, NULL);
}

static GtkSizeRequestMode
roadmap_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                      GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (RoadmapWrapLayout *self,
               GtkWidget         *widget,
               int               *minimum,
               int               *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
roadmap_wrap_layout_measure (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline)
{
  RoadmapWrapLayout *self = ROADMAP_WRAP_LAYOUT (manager);
  Pen pen = { for_size < 0 ? G_MAXINT : for_size, 0, 0, 0 };

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int width, height, x, y;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, pen.width, &width, &height);
      place (self, &pen, width, height, &x, &y);
    }
  *minimum = *natural = pen.y + pen.line_height;
}

/* The children from @first to before @end, in the middle of their line. */
static void
allocate_line (RoadmapWrapLayout *self,
               GtkWidget         *first,
               GtkWidget         *end,
               const Pen         *line)
{
  int x = 0;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation allocation;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, line->width, &allocation.width, &allocation.height);
      if (gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL)
        allocation.x = line->width - x - allocation.width;
      else
        allocation.x = x;
      allocation.y = line->y + (line->line_height - allocation.height) / 2;
      gtk_widget_size_allocate (child, &allocation, -1);
      x += allocation.width + self->spacing;
    }
}

static void
roadmap_wrap_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  RoadmapWrapLayout *self = ROADMAP_WRAP_LAYOUT (manager);
  Pen pen = { width, 0, 0, 0 };
  GtkWidget *first = gtk_widget_get_first_child (widget);

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height, x, y;
      Pen line = pen;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, width, &child_width, &child_height);
      place (self, &pen, child_width, child_height, &x, &y);
      if (y == line.y)
        continue;
      allocate_line (self, first, child, &line);
      first = child;
    }
  allocate_line (self, first, NULL, &pen);
}

static void
roadmap_wrap_layout_class_init (RoadmapWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = roadmap_wrap_layout_get_request_mode;
  manager_class->measure = roadmap_wrap_layout_measure;
  manager_class->allocate = roadmap_wrap_layout_allocate;
}

static void
roadmap_wrap_layout_init (RoadmapWrapLayout *self)
{
}

GtkLayoutManager *
roadmap_wrap_layout_new (int spacing)
{
  RoadmapWrapLayout *self = g_object_new (ROADMAP_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
