/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/sheet-children.h"

#include <math.h>

#include "widgets/sheet-view-private.h"

/* Groups a little outside of what is seen have their child already, so that a short scroll makes none. */
#define LOOKAHEAD 120

#define TOOLTIP_WIDTH 60 /* characters */

/* A child and what it is found by.  The row is known by its item where that can be, so that it is the same one in the next
 * sheet. */
typedef struct
{
  RoadmapItem   *row_item; /* (not owned) (nullable) */
  guint          row_number; /* where row_item is NULL */
  RoadmapItem   *item;     /* owned by the child */
  gboolean       in_names;

  GtkWidget     *child;
  RoadmapSheet  *sheet;    /* owned, so that no other can have its address: the one in which `row` counts */
  guint          row;
  guint          round;    /* of the last sync it was wanted in */
} Slot;

struct _RoadmapSheetChildren
{
  RoadmapSheetView *view;     /* not owned */
  GHashTable       *slots;    /* set of Slot */
  GHashTable       *by_child; /* GtkWidget → Slot */
  guint             round;
};

static void
free_slot (gpointer data)
{
  Slot *slot = data;

  g_clear_object (&slot->sheet);
  g_free (slot);
}

static guint
hash_slot (gconstpointer key)
{
  const Slot *slot = key;

  return (g_direct_hash (slot->row_item) + slot->row_number) * 31 + g_direct_hash (slot->item) + slot->in_names;
}

static gboolean
equal_slots (gconstpointer a,
             gconstpointer b)
{
  const Slot *slot_a = a;
  const Slot *slot_b = b;

  return slot_a->row_item == slot_b->row_item && slot_a->row_number == slot_b->row_number &&
         slot_a->item == slot_b->item && slot_a->in_names == slot_b->in_names;
}

/* An item stands for the first row that shows it. */
static gboolean
is_row_of (RoadmapSheet *sheet,
           guint         row,
           RoadmapItem  *item)
{
  guint first;

  return item != NULL && roadmap_sheet_find_row_of (sheet, item, &first) && first == row;
}

static Slot
get_key (RoadmapSheet *sheet,
         guint         row,
         RoadmapItem  *item,
         gboolean      in_names)
{
  RoadmapItem *row_item = roadmap_sheet_get_row_item (sheet, row);
  gboolean known = is_row_of (sheet, row, row_item);

  return (Slot) { known ? row_item : NULL, known ? 0 : row, item, in_names, .sheet = sheet, .row = row };
}

/* Where the slot's row is in @sheet. */
static gboolean
update_row (Slot         *slot,
            RoadmapSheet *sheet)
{
  guint row = slot->row_number;
  Slot key;

  if (slot->sheet == sheet)
    return TRUE;
  if (slot->row_item != NULL && !roadmap_sheet_find_row_of (sheet, slot->row_item, &row))
    return FALSE;
  if (row >= roadmap_sheet_get_n_rows (sheet))
    return FALSE;
  key = get_key (sheet, row, slot->item, slot->in_names);
  if (!equal_slots (&key, slot))
    return FALSE;
  g_set_object (&slot->sheet, sheet);
  slot->row = row;
  return TRUE;
}

static Slot *
find_slot (RoadmapSheetChildren *self,
           RoadmapSheet         *sheet,
           guint                 row,
           RoadmapItem          *item,
           gboolean              in_names)
{
  const Slot key = get_key (sheet, row, item, in_names);

  return g_hash_table_lookup (self->slots, &key);
}

/* Looks and words */

static void
update_emphasis (RoadmapSheetChildren *self,
                 Slot                 *slot)
{
  roadmap_sheet_child_set_emphasis (ROADMAP_SHEET_CHILD (slot->child),
                                    roadmap_sheet_view_get_emphasis (self->view, slot->item));
}

static void
update_words (RoadmapSheetChildren *self,
              Slot                 *slot)
{
  g_autofree char *name = roadmap_sheet_view_dup_name (self->view, slot->item);
  g_autofree char *place = roadmap_sheet_view_dup_place (self->view, slot->item);

  roadmap_sheet_child_set_words (ROADMAP_SHEET_CHILD (slot->child), name, place);
}

static void
update_look (RoadmapSheetChildren *self,
             Slot                 *slot)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (self->view);

  roadmap_sheet_child_set_look (ROADMAP_SHEET_CHILD (slot->child), roadmap_sheet_view_get_palette (self->view),
                                roadmap_view_state_get_query (state));
}

static void
update_all (RoadmapSheetChildren *self,
            void                (*update) (RoadmapSheetChildren *, Slot *))
{
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, &slot, NULL))
    update (self, slot);
}

void
roadmap_sheet_children_update_looks (RoadmapSheetChildren *self)
{
  update_all (self, update_look);
}

void
roadmap_sheet_children_update_emphasis (RoadmapSheetChildren *self)
{
  update_all (self, update_emphasis);
}

void
roadmap_sheet_children_update_words (RoadmapSheetChildren *self)
{
  update_all (self, update_words);
}

/* Making and dropping */

static void
activated_cb (RoadmapSheetChild    *child,
              RoadmapSheetChildren *self)
{
  roadmap_sheet_view_activate_item (self->view, roadmap_sheet_child_get_item (child));
}

/* A tooltip's own label does not wrap, and wording can be as wide as the screen. */
static GtkWidget *
create_tooltip (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TOOLTIP_WIDTH);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static gboolean
query_tooltip_cb (RoadmapSheetChild    *child,
                  int                   x,
                  int                   y,
                  gboolean              by_keyboard,
                  GtkTooltip           *tooltip,
                  RoadmapSheetChildren *self)
{
  g_autofree char *text = roadmap_sheet_view_dup_tooltip (self->view, roadmap_sheet_child_get_item (child));

  if (text != NULL)
    gtk_tooltip_set_custom (tooltip, create_tooltip (text));
  return text != NULL;
}

static Slot *
add_child (RoadmapSheetChildren *self,
           RoadmapSheet         *sheet,
           guint                 row,
           RoadmapItem          *item,
           gboolean              in_names)
{
  Slot *slot = g_new0 (Slot, 1);

  *slot = get_key (sheet, row, item, in_names);
  g_object_ref (slot->sheet);
  slot->child = roadmap_sheet_child_new (item, in_names, ROADMAP_SHEET_VIEW_GET_CLASS (self->view)->child_role);
  g_signal_connect (slot->child, "activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (slot->child, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  gtk_widget_set_parent (slot->child, GTK_WIDGET (self->view));
  g_hash_table_add (self->slots, slot);
  g_hash_table_insert (self->by_child, slot->child, slot);
  update_words (self, slot);
  update_look (self, slot);
  update_emphasis (self, slot);
  return slot;
}

static void
remove_child (RoadmapSheetChildren *self,
              Slot                 *slot)
{
  GtkWidget *child = slot->child;

  g_hash_table_remove (self->by_child, child);
  g_hash_table_remove (self->slots, slot);
  g_signal_handlers_disconnect_by_data (child, self);
  gtk_widget_unparent (child);
}

static RoadmapScene *
get_scene (RoadmapSheet *sheet,
           guint         row,
           gboolean      in_names)
{
  return in_names ? roadmap_sheet_get_names (sheet, row) : roadmap_sheet_get_body (sheet, row);
}

/* The focus stays where it is although its group is scrolled away. */
static gboolean
is_to_stay (Slot         *slot,
            RoadmapSheet *sheet)
{
  if (!gtk_widget_has_focus (slot->child) || !update_row (slot, sheet))
    return FALSE;
  return roadmap_scene_find_group (get_scene (sheet, slot->row, slot->in_names), slot->item) != NULL;
}

static void
drop_others (RoadmapSheetChildren *self,
             RoadmapSheet         *sheet)
{
  g_autoptr (GList) slots = g_hash_table_get_keys (self->slots);

  for (GList *l = slots; l != NULL; l = l->next)
    {
      Slot *slot = l->data;

      if (slot->round != self->round && !is_to_stay (slot, sheet))
        remove_child (self, slot);
    }
}

/* Keeps the order of children that of the sheet: a screen reader goes through them so. */
static void
put_behind (RoadmapSheetChildren  *self,
            GtkWidget             *child,
            GtkWidget            **previous)
{
  if (gtk_widget_get_prev_sibling (child) != *previous)
    gtk_widget_insert_after (child, GTK_WIDGET (self->view), *previous);
  *previous = child;
}

/* @near: in the coordinates of the scene. */
static void
sync_scene (RoadmapSheetChildren  *self,
            RoadmapSheet          *sheet,
            guint                  row,
            gboolean               in_names,
            const RoadmapRect     *near,
            GtkWidget            **previous)
{
  RoadmapScene *scene = get_scene (sheet, row, in_names);

  for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (scene, i);
      Slot *slot;

      if (!roadmap_rect_overlaps (&group->bounds, near))
        continue;
      slot = find_slot (self, sheet, row, group->item, in_names);
      if (slot == NULL)
        slot = add_child (self, sheet, row, group->item, in_names);
      slot->round = self->round;
      put_behind (self, slot->child, previous);
    }
}

void
roadmap_sheet_children_sync (RoadmapSheetChildren   *self,
                             const RoadmapSheetPort *port)
{
  double top = port->seen.y - LOOKAHEAD;
  double bottom = port->seen.y + port->seen.height + LOOKAHEAD;
  GtkWidget *previous = NULL;

  self->round++;
  for (guint row = roadmap_sheet_find_row_at (port->sheet, top); row < roadmap_sheet_get_n_rows (port->sheet); row++)
    {
      double y = roadmap_sheet_get_row_y (port->sheet, row);
      RoadmapRect near = { port->seen.x - LOOKAHEAD, top - y, port->seen.width + 2 * LOOKAHEAD, bottom - top };
      RoadmapRect names_near = { 0, top - y, MAX (port->x, 1), bottom - top };

      if (y >= bottom)
        break;
      sync_scene (self, port->sheet, row, TRUE, &names_near, &previous);
      sync_scene (self, port->sheet, row, FALSE, &near, &previous);
    }
  drop_others (self, port->sheet);
}

void
roadmap_sheet_children_clear (RoadmapSheetChildren *self)
{
  g_autoptr (GList) slots = g_hash_table_get_keys (self->slots);

  for (GList *l = slots; l != NULL; l = l->next)
    remove_child (self, l->data);
}

/* Placing */

static void
allocate_child (GtkWidget              *child,
                const RoadmapSheetPort *port,
                const RoadmapGroup     *group,
                double                  row_y,
                gboolean                is_name)
{
  double margin = ROADMAP_SHEET_CHILD_MARGIN;
  double left = is_name ? 0 : port->x - floor (port->seen.x);
  double top = port->y + row_y - floor (port->seen.y);
  GtkAllocation place = { floor (left + group->bounds.x) - margin, floor (top + group->bounds.y) - margin,
                          ceil (group->bounds.width) + 2 * margin, ceil (group->bounds.height) + 2 * margin };
  graphene_rect_t area = GRAPHENE_RECT_INIT ((is_name ? 0 : port->x) - place.x, port->y - place.y,
                                             is_name ? port->x : port->seen.width, port->seen.height);

  roadmap_sheet_child_set_visible_area (ROADMAP_SHEET_CHILD (child), &area);
  /* GTK wants to be asked for the size before it is given one, though the scene alone decides. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &place, -1);
}

/* The scene the child shows: that of its row, or as long as that is forgotten the one it kept. */
static RoadmapScene *
find_scene (Slot         *slot,
            RoadmapSheet *sheet)
{
  gboolean is_same_sheet = slot->sheet == sheet;

  if (!update_row (slot, sheet))
    return NULL;
  if (roadmap_sheet_is_laid_out (sheet, slot->row) || gtk_widget_has_focus (slot->child))
    return get_scene (sheet, slot->row, slot->in_names);
  return is_same_sheet ? roadmap_sheet_child_get_scene (ROADMAP_SHEET_CHILD (slot->child)) : NULL;
}

/* One that the sheet does not have any more waits unseen for being dropped. */
static void
allocate_slot (Slot                   *slot,
               const RoadmapSheetPort *port)
{
  RoadmapScene *scene = find_scene (slot, port->sheet);
  const RoadmapGroup *group = scene != NULL ? roadmap_scene_find_group (scene, slot->item) : NULL;

  gtk_widget_set_child_visible (slot->child, group != NULL);
  if (group == NULL)
    return;
  roadmap_sheet_child_set_scene (ROADMAP_SHEET_CHILD (slot->child), scene);
  allocate_child (slot->child, port, group, roadmap_sheet_get_row_y (port->sheet, slot->row), slot->in_names);
}

void
roadmap_sheet_children_allocate (RoadmapSheetChildren   *self,
                                 const RoadmapSheetPort *port)
{
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, &slot, NULL))
    allocate_slot (slot, port);
}

/* Some children lie a little outside, ready for a short scroll. */
static gboolean
is_within (GtkWidget          *child,
           const GdkRectangle *area)
{
  GtkAllocation place;

  gtk_widget_get_allocation (child, &place);
  return gdk_rectangle_intersect (&place, area, NULL);
}

void
roadmap_sheet_children_snapshot (RoadmapSheetChildren *self,
                                 GtkSnapshot          *snapshot,
                                 gboolean              names,
                                 const GdkRectangle   *area)
{
  GtkWidget *view = GTK_WIDGET (self->view);

  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (ROADMAP_IS_SHEET_CHILD (child) && roadmap_sheet_child_is_name (ROADMAP_SHEET_CHILD (child)) == names &&
        is_within (child, area))
      gtk_widget_snapshot_child (view, child, snapshot);
}

/* Finding */

GtkWidget *
roadmap_sheet_children_find (RoadmapSheetChildren    *self,
                             RoadmapSheet            *sheet,
                             const RoadmapSheetPlace *place)
{
  Slot *slot = find_slot (self, sheet, place->row, place->group->item, place->in_names);

  return slot != NULL ? slot->child : NULL;
}

gboolean
roadmap_sheet_children_get_place (RoadmapSheetChildren *self,
                                  RoadmapSheet         *sheet,
                                  GtkWidget            *child,
                                  RoadmapSheetPlace    *place)
{
  Slot *slot = g_hash_table_lookup (self->by_child, child);

  if (slot == NULL || !update_row (slot, sheet))
    return FALSE;
  place->row = slot->row;
  place->in_names = slot->in_names;
  place->group = roadmap_scene_find_group (get_scene (sheet, slot->row, slot->in_names), slot->item);
  return place->group != NULL;
}

RoadmapSheetChildren *
roadmap_sheet_children_new (RoadmapSheetView *view)
{
  RoadmapSheetChildren *self = g_new0 (RoadmapSheetChildren, 1);

  self->view = view;
  self->slots = g_hash_table_new_full (hash_slot, equal_slots, free_slot, NULL);
  self->by_child = g_hash_table_new (NULL, NULL);
  return self;
}

void
roadmap_sheet_children_free (RoadmapSheetChildren *self)
{
  roadmap_sheet_children_clear (self);
  g_hash_table_unref (self->by_child);
  g_hash_table_unref (self->slots);
  g_free (self);
}
