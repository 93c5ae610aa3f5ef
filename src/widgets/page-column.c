/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/page-column.h"

#include <math.h>

#include "widgets/page-cells.h"

/* Pixels above a place that is gone to. */
#define AIR 12.0

typedef struct
{
  RoadmapPages     *pages; /* nullable */
  RoadmapPageTiles *tiles;
  RoadmapPageCells *cells; /* of the pages in view */

  RoadmapPageGeometry geometry; /* as allocated last … */
  double              zoom;     /* … and pixels a point then */

  /* What stays where it is in the widget when pages get another size. */
  double            anchor_x;
  double            anchor_y;

  GtkAdjustment    *adjustments[2]; /* by GtkOrientation */
  guint             policies[2];
  gboolean          moving; /* the scrolling is our own */
  guint             sync_id; /* waits to make and drop cells; 0: they are those of what is in view */
} RoadmapPageColumnPrivate;

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_ZOOM,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (RoadmapPageColumn, roadmap_page_column, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (RoadmapPageColumn)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static RoadmapPageColumnPrivate *
get_private (RoadmapPageColumn *self)
{
  return roadmap_page_column_get_instance_private (self);
}

static int
get_margin (RoadmapPageColumn *self)
{
  return ROADMAP_PAGE_COLUMN_GET_CLASS (self)->margin;
}

/* Whether there are pages, and they have a size. */
static gboolean
is_placed (RoadmapPageColumn *self)
{
  return get_private (self)->geometry.n_pages > 0 && get_private (self)->geometry.height > 0;
}

static double
get_value (RoadmapPageColumn *self,
           GtkOrientation     orientation)
{
  GtkAdjustment *adjustment = get_private (self)->adjustments[orientation];

  return adjustment != NULL ? round (gtk_adjustment_get_value (adjustment)) : 0;
}

static void
set_value (RoadmapPageColumn *self,
           GtkOrientation     orientation,
           double             value)
{
  GtkAdjustment *adjustment = get_private (self)->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, round (value));
}

static RoadmapPagePlace
find_place (RoadmapPageColumn *self,
            double             x,
            double             y)
{
  return roadmap_page_geometry_find_place (&get_private (self)->geometry,
                                           get_value (self, GTK_ORIENTATION_HORIZONTAL) + x,
                                           get_value (self, GTK_ORIENTATION_VERTICAL) + y);
}

/* The pages in view; FALSE if there is none. */
static gboolean
find_seen (RoadmapPageColumn *self,
           guint             *first,
           guint             *last)
{
  RoadmapPageColumnPrivate *priv = get_private (self);

  if (!is_placed (self))
    return FALSE;
  roadmap_page_geometry_find_seen (&priv->geometry, get_value (self, GTK_ORIENTATION_VERTICAL), first, last);
  return TRUE;
}

/* There may be so much more or less to scroll through that a scroll bar comes or goes, for which the scrolled window
 * around us asks for another layout.  That is too late if only we are being laid out and not the widgets around it. */
static void
queue_size (RoadmapPageColumn *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Current page */

static void
set_current (RoadmapPageColumn *self,
             guint              page)
{
  if (page == roadmap_page_column_get_page (self))
    return;
  roadmap_page_cells_set_current (get_private (self)->cells, page);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

/* Cells */

/* Cells for what is in view, and no others. */
static void
sync_cells (RoadmapPageColumn *self)
{
  RoadmapPageColumnPrivate *priv = get_private (self);
  guint first, last;

  g_clear_handle_id (&priv->sync_id, g_source_remove);
  if (!find_seen (self, &first, &last))
    roadmap_page_cells_remove (priv->cells);
  else if (!roadmap_page_cells_are_of (priv->cells, first, last))
    roadmap_page_cells_make (priv->cells, first, last);
  if (!roadmap_page_cells_are_none (priv->cells) && roadmap_page_cells_get_foot (priv->cells) != priv->geometry.foot)
    queue_size (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
sync_cb (gpointer self)
{
  get_private (self)->sync_id = 0;
  sync_cells (self);
  return G_SOURCE_REMOVE;
}

/* While sizes are given out, no widget can be made for one that comes into view. */
static void
place_cells (RoadmapPageColumn *self)
{
  RoadmapPageColumnPrivate *priv = get_private (self);
  guint first, last;
  gboolean complete;

  if (find_seen (self, &first, &last))
    {
      roadmap_page_cells_place (priv->cells, &priv->geometry, get_value (self, GTK_ORIENTATION_HORIZONTAL),
                                get_value (self, GTK_ORIENTATION_VERTICAL), first, last);
      complete = roadmap_page_cells_are_of (priv->cells, first, last);
    }
  else
    {
      roadmap_page_cells_hide (priv->cells);
      complete = roadmap_page_cells_are_none (priv->cells);
    }
  if (priv->sync_id == 0 && !complete)
    priv->sync_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, sync_cb, self, NULL);
}

/* Size */

static void
configure (RoadmapPageColumn *self,
           GtkOrientation     orientation,
           double             value,
           double             total,
           double             seen)
{
  GtkAdjustment *adjustment = get_private (self)->adjustments[orientation];
  double upper = MAX (total, seen);

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (round (value), 0, upper - seen), 0, upper, 0.1 * seen, 0.9 * seen,
                              seen);
}

static void
measure_pages (RoadmapPageColumn *self,
               int                width,
               int                height)
{
  RoadmapPageColumnPrivate *priv = get_private (self);
  RoadmapPageGeometry *geometry = &priv->geometry;
  double zoom = priv->zoom;

  geometry->margin = get_margin (self);
  geometry->view_width = width;
  geometry->view_height = height;
  geometry->n_pages = roadmap_page_column_get_n_pages (self);
  if (!roadmap_page_cells_are_none (priv->cells))
    geometry->foot = roadmap_page_cells_get_foot (priv->cells);
  if (priv->pages != NULL)
    {
      const RoadmapPaper *paper = roadmap_pages_get_paper (priv->pages);

      priv->zoom = ROADMAP_PAGE_COLUMN_GET_CLASS (self)->get_zoom (self, paper, width - 2 * geometry->margin,
                                                                   height - 2 * geometry->margin - geometry->foot);
      geometry->width = MAX (1, round (paper->width * priv->zoom));
      geometry->height = MAX (1, round (paper->height * priv->zoom));
    }
  roadmap_page_tiles_set (priv->tiles, priv->pages, priv->zoom, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  if (priv->zoom != zoom)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
}

static void
roadmap_page_column_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  RoadmapPageColumn *self = ROADMAP_PAGE_COLUMN (widget);
  RoadmapPageColumnPrivate *priv = get_private (self);
  /* Where there was no size before, the current page is turned to. */
  gboolean first = !is_placed (self);
  RoadmapPagePlace place = first ? (RoadmapPagePlace) { 0.5, roadmap_page_column_get_page (self) }
                                 : find_place (self, priv->anchor_x, priv->anchor_y);
  double anchor_x = first ? width / 2.0 : priv->anchor_x;
  double anchor_y = first ? get_margin (self) : priv->anchor_y;
  double x, y;

  measure_pages (self, width, height);
  roadmap_page_geometry_find_point (&priv->geometry, place, &x, &y);
  priv->moving = TRUE;
  configure (self, GTK_ORIENTATION_HORIZONTAL, x - anchor_x, roadmap_page_geometry_get_width (&priv->geometry), width);
  configure (self, GTK_ORIENTATION_VERTICAL, y - anchor_y, roadmap_page_geometry_get_height (&priv->geometry), height);
  priv->moving = FALSE;
  priv->anchor_x = width / 2.0;
  priv->anchor_y = get_margin (self);
  place_cells (self);
}

static void
roadmap_page_column_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = *natural = 0;
}

/* Scrolling */

static void
scrolled_cb (RoadmapPageColumn *self)
{
  RoadmapPageColumnPrivate *priv = get_private (self);

  if (priv->moving)
    return;
  if (ROADMAP_PAGE_COLUMN_GET_CLASS (self)->follows && is_placed (self))
    set_current (self, roadmap_page_geometry_find_most_seen (&priv->geometry,
                                                             get_value (self, GTK_ORIENTATION_VERTICAL)));
  sync_cells (self);
}

static void
set_adjustment (RoadmapPageColumn *self,
                GtkOrientation     orientation,
                GtkAdjustment     *adjustment)
{
  GtkAdjustment **place = &get_private (self)->adjustments[orientation];

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
  g_clear_object (place);
  if (adjustment == NULL)
    return;
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
roadmap_page_column_scroll (RoadmapPageColumn *self,
                            double             dx,
                            double             dy)
{
  g_return_if_fail (ROADMAP_IS_PAGE_COLUMN (self));

  set_value (self, GTK_ORIENTATION_HORIZONTAL, get_value (self, GTK_ORIENTATION_HORIZONTAL) + dx);
  set_value (self, GTK_ORIENTATION_VERTICAL, get_value (self, GTK_ORIENTATION_VERTICAL) + dy);
}

void
roadmap_page_column_read_on (RoadmapPageColumn *self,
                             double             share)
{
  double value;

  g_return_if_fail (ROADMAP_IS_PAGE_COLUMN (self));

  if (!is_placed (self))
    return;
  value = get_value (self, GTK_ORIENTATION_VERTICAL);
  set_value (self, GTK_ORIENTATION_VERTICAL,
             roadmap_page_geometry_read_on (&get_private (self)->geometry, value, share));
  /* At the end of the scrolling there may be pages left that cannot come to the top. */
  if (get_value (self, GTK_ORIENTATION_VERTICAL) == value)
    roadmap_page_column_step (self, share > 0 ? 1 : -1);
}

void
roadmap_page_column_step (RoadmapPageColumn *self,
                          int                step)
{
  guint page;

  g_return_if_fail (ROADMAP_IS_PAGE_COLUMN (self));

  page = roadmap_page_column_get_page (self);
  roadmap_page_column_set_page (self, step < 0 && page < (guint) -step ? 0 : page + step);
}

gboolean
roadmap_page_column_find (RoadmapPageColumn *self,
                          double             x,
                          double             y,
                          guint             *page)
{
  RoadmapPagePlace place;

  g_return_val_if_fail (ROADMAP_IS_PAGE_COLUMN (self), FALSE);

  place = find_place (self, x, y);
  if (!is_placed (self) || !roadmap_page_geometry_is_on_page (&get_private (self)->geometry, place))
    return FALSE;
  *page = floor (place.y);
  return TRUE;
}

static void
go_to (RoadmapPageColumn *self,
       guint              page)
{
  RoadmapPageColumnPrivate *priv = get_private (self);
  GtkAdjustment *adjustment = priv->adjustments[GTK_ORIENTATION_VERTICAL];

  /* Before there is a size, the first one is given out so that the page is in view. */
  if (adjustment == NULL || !is_placed (self))
    return;
  priv->moving = TRUE;
  if (ROADMAP_PAGE_COLUMN_GET_CLASS (self)->follows)
    set_value (self, GTK_ORIENTATION_VERTICAL, roadmap_page_geometry_get_turned (&priv->geometry, page));
  else
    gtk_adjustment_clamp_page (adjustment, roadmap_page_geometry_get_turned (&priv->geometry, page),
                               roadmap_page_geometry_get_top (&priv->geometry, page + 1));
  priv->moving = FALSE;
}

/* Public */

void
roadmap_page_column_set_pages (RoadmapPageColumn *self,
                               RoadmapPages      *pages)
{
  RoadmapPageColumnPrivate *priv;

  g_return_if_fail (ROADMAP_IS_PAGE_COLUMN (self));

  priv = get_private (self);
  if (pages != NULL)
    roadmap_pages_ref (pages);
  g_clear_pointer (&priv->pages, roadmap_pages_unref);
  priv->pages = pages;
  priv->geometry.n_pages = roadmap_page_column_get_n_pages (self);
  roadmap_page_cells_set_pages (priv->cells, pages);
  set_current (self, MIN (roadmap_page_column_get_page (self), MAX (1, roadmap_page_column_get_n_pages (self)) - 1));
  queue_size (self);
}

RoadmapPages *
roadmap_page_column_get_pages (RoadmapPageColumn *self)
{
  g_return_val_if_fail (ROADMAP_IS_PAGE_COLUMN (self), NULL);

  return get_private (self)->pages;
}

guint
roadmap_page_column_get_n_pages (RoadmapPageColumn *self)
{
  g_return_val_if_fail (ROADMAP_IS_PAGE_COLUMN (self), 0);

  return get_private (self)->pages != NULL ? roadmap_pages_get_n_pages (get_private (self)->pages) : 0;
}

guint
roadmap_page_column_get_page (RoadmapPageColumn *self)
{
  g_return_val_if_fail (ROADMAP_IS_PAGE_COLUMN (self), 0);

  return roadmap_page_cells_get_current (get_private (self)->cells);
}

void
roadmap_page_column_set_page (RoadmapPageColumn *self,
                              guint              page)
{
  guint n_pages;

  g_return_if_fail (ROADMAP_IS_PAGE_COLUMN (self));

  n_pages = roadmap_page_column_get_n_pages (self);
  if (n_pages == 0)
    return;
  page = MIN (page, n_pages - 1);
  go_to (self, page);
  set_current (self, page);
  sync_cells (self);
}

void
roadmap_page_column_go_to (RoadmapPageColumn *self,
                           guint              page,
                           double             y)
{
  RoadmapPageColumnPrivate *priv;

  g_return_if_fail (ROADMAP_IS_PAGE_COLUMN (self));

  priv = get_private (self);
  roadmap_page_column_set_page (self, page);
  if (!is_placed (self))
    return;
  priv->moving = TRUE;
  set_value (self, GTK_ORIENTATION_VERTICAL,
             roadmap_page_geometry_get_turned (&priv->geometry, roadmap_page_column_get_page (self)) + MAX (0, y * priv->zoom - AIR));
  priv->moving = FALSE;
  sync_cells (self);
}

double
roadmap_page_column_get_zoom (RoadmapPageColumn *self)
{
  g_return_val_if_fail (ROADMAP_IS_PAGE_COLUMN (self), 1);

  return get_private (self)->zoom;
}

void
roadmap_page_column_queue_zoom (RoadmapPageColumn *self,
                                double             x,
                                double             y)
{
  g_return_if_fail (ROADMAP_IS_PAGE_COLUMN (self));

  get_private (self)->anchor_x = x;
  get_private (self)->anchor_y = y;
  queue_size (self);
}

/* Object */

/* One stop for Tab: the page that is current. */
static gboolean
roadmap_page_column_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  GtkWidget *focus = gtk_widget_get_focus_child (widget);

  /* On to the links of the page. */
  if (focus != NULL)
    return gtk_widget_child_focus (focus, direction);
  return roadmap_page_cells_focus (get_private (ROADMAP_PAGE_COLUMN (widget))->cells);
}

static gboolean
roadmap_page_column_grab_focus (GtkWidget *widget)
{
  return roadmap_page_cells_grab_focus (get_private (ROADMAP_PAGE_COLUMN (widget))->cells);
}

static void
roadmap_page_column_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  RoadmapPageColumnPrivate *priv = get_private (ROADMAP_PAGE_COLUMN (object));

  switch (id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, roadmap_page_cells_get_current (priv->cells));
      break;
    case PROP_ZOOM:
      g_value_set_double (value, priv->zoom);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, priv->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, priv->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, priv->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, priv->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_page_column_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  RoadmapPageColumn *self = ROADMAP_PAGE_COLUMN (object);
  RoadmapPageColumnPrivate *priv = get_private (self);

  switch (id)
    {
    case PROP_PAGE:
      roadmap_page_column_set_page (self, g_value_get_uint (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      priv->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      priv->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_page_column_dispose (GObject *object)
{
  RoadmapPageColumn *self = ROADMAP_PAGE_COLUMN (object);

  g_clear_handle_id (&get_private (self)->sync_id, g_source_remove);
  roadmap_page_cells_remove (get_private (self)->cells);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);

  G_OBJECT_CLASS (roadmap_page_column_parent_class)->dispose (object);
}

static void
roadmap_page_column_finalize (GObject *object)
{
  RoadmapPageColumnPrivate *priv = get_private (ROADMAP_PAGE_COLUMN (object));

  g_clear_pointer (&priv->cells, roadmap_page_cells_free);
  g_clear_pointer (&priv->tiles, roadmap_page_tiles_free);
  g_clear_pointer (&priv->pages, roadmap_pages_unref);

  G_OBJECT_CLASS (roadmap_page_column_parent_class)->finalize (object);
}

static void
roadmap_page_column_class_init (RoadmapPageColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = roadmap_page_column_get_property;
  object_class->set_property = roadmap_page_column_set_property;
  object_class->dispose = roadmap_page_column_dispose;
  object_class->finalize = roadmap_page_column_finalize;
  widget_class->size_allocate = roadmap_page_column_size_allocate;
  widget_class->measure = roadmap_page_column_measure;
  widget_class->focus = roadmap_page_column_focus;
  widget_class->grab_focus = roadmap_page_column_grab_focus;

  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, G_MAXDOUBLE, 1,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "pagecolumn");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
roadmap_page_column_init (RoadmapPageColumn *self)
{
  RoadmapPageColumnPrivate *priv = get_private (self);

  priv->zoom = 1;
  priv->tiles = roadmap_page_tiles_new ();
  priv->cells = roadmap_page_cells_new (self, priv->tiles);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (gtk_widget_queue_allocate), NULL);
}
