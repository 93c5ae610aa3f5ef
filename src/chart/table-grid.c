/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/table-grid.h"

#include "chart/table-stack.h"

typedef struct
{
  const RoadmapTableOptions *options;
  RoadmapTableGrid          *grid;
  GHashTable                *shown;   /* RoadmapItem, of those that can be filtered */
  GHashTable                *strips;  /* RoadmapItem → index */
  GArray                    *entries; /* RoadmapTableEntry, for the stack of measures */
  GPtrArray                 *bars;    /* RoadmapItem */
  GPtrArray                 *owners;  /* for each of `bars` the GArray of indices of its entries */
} Builder;

static gboolean
is_lane (RoadmapItem *item)
{
  return roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane");
}

static gboolean
is_bar (RoadmapItem *item)
{
  return roadmap_item_is (item, "bar") || roadmap_item_is (item, "milestone");
}

/* What is shown */

static void
find_shown (Builder     *builder,
            RoadmapItem *container)
{
  const RoadmapTableOptions *options = builder->options;

  for (guint i = 0; i < roadmap_item_get_n_children (container); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (container, i);

      if (options->show == NULL || options->show (item, options->show_data))
        g_hash_table_add (builder->shown, item);
    }
}

static gboolean
is_shown (Builder     *builder,
          RoadmapItem *item)
{
  return g_hash_table_contains (builder->shown, item);
}

/* Keeps what @item stands under by @field, unless some of it is shown anyway. */
static void
keep_links (Builder     *builder,
            RoadmapItem *item,
            const char  *field)
{
  g_autoptr (GPtrArray) links = roadmap_get_links (builder->options->roadmap, item, field);

  for (guint i = 0; i < links->len; i++)
    if (is_shown (builder, g_ptr_array_index (links, i)))
      return;
  for (guint i = 0; i < links->len; i++)
    g_hash_table_add (builder->shown, g_ptr_array_index (links, i));
}

/* A milestone stands where its bar stands. */
static RoadmapItem *
get_owner (Builder     *builder,
           RoadmapItem *bar)
{
  RoadmapItem *owner = NULL;

  if (roadmap_item_is (bar, "milestone"))
    owner = roadmap_get_linked (builder->options->roadmap, bar, "of");
  return owner != NULL ? owner : bar;
}

static void
decide_what_is_shown (Builder     *builder,
                      RoadmapItem *container)
{
  guint n_children = roadmap_item_get_n_children (container);

  find_shown (builder, container);
  if (builder->options->show == NULL)
    return;
  for (guint i = 0; i < n_children; i++)
    {
      RoadmapItem *item = roadmap_item_get_child (container, i);

      if (is_bar (item) && is_shown (builder, item))
        {
          keep_links (builder, get_owner (builder, item), "measures");
          keep_links (builder, get_owner (builder, item), "roadblocks");
        }
    }
  for (guint i = 0; i < n_children; i++)
    {
      RoadmapItem *item = roadmap_item_get_child (container, i);

      if (roadmap_item_is (item, "measure") && is_shown (builder, item))
        keep_links (builder, item, "roadblocks");
    }
}

/* Strips */

static guint
add_strip (Builder     *builder,
           RoadmapItem *item,
           guint        depth)
{
  RoadmapTableStrip strip = { .item = item, .depth = depth };

  g_array_append_val (builder->grid->strips, strip);
  if (item != NULL)
    g_hash_table_insert (builder->strips, item, GUINT_TO_POINTER (builder->grid->strips->len - 1));
  return builder->grid->strips->len - 1;
}

/* The strip below those of the roadblocks. */
static guint
ensure_loose_strip (Builder *builder)
{
  GArray *strips = builder->grid->strips;

  if (strips->len > 0 && g_array_index (strips, RoadmapTableStrip, strips->len - 1).item == NULL)
    return strips->len - 1;
  return add_strip (builder, NULL, 0);
}

/* Finds the strips that @item belongs to: those of its roadblocks, else its lane's, else the one for what has none. */
static void
find_strips (Builder           *builder,
             RoadmapItem       *item,
             RoadmapTableEntry *entry)
{
  g_autoptr (GPtrArray) roadblocks = roadmap_get_links (builder->options->roadmap, item, "roadblocks");
  gboolean found = FALSE;
  gpointer index;

  for (guint i = 0; i < roadblocks->len; i++)
    {
      guint strip;

      if (!g_hash_table_lookup_extended (builder->strips, g_ptr_array_index (roadblocks, i), NULL, &index))
        continue;
      strip = GPOINTER_TO_UINT (index);
      entry->first = found ? MIN (entry->first, strip) : strip;
      entry->last = found ? MAX (entry->last, strip) : strip;
      found = TRUE;
    }
  if (found)
    return;
  if (g_hash_table_lookup_extended (builder->strips, roadmap_item_get_parent (item), NULL, &index))
    entry->first = entry->last = GPOINTER_TO_UINT (index);
  else
    entry->first = entry->last = ensure_loose_strip (builder);
}

/* Years */

static guint
add_entry (Builder     *builder,
           RoadmapItem *item,
           RoadmapItem *belonging)
{
  RoadmapTableEntry entry = { .item = item, .order = builder->entries->len };

  find_strips (builder, belonging, &entry);
  g_array_append_val (builder->entries, entry);
  return entry.order;
}

/* The entry without a measure for bars that belong to the same strips as @bar. */
static guint
ensure_bare_entry (Builder     *builder,
                   RoadmapItem *bar)
{
  RoadmapTableEntry wanted = { 0, };

  find_strips (builder, bar, &wanted);
  for (guint i = 0; i < builder->entries->len; i++)
    {
      const RoadmapTableEntry *entry = &g_array_index (builder->entries, RoadmapTableEntry, i);

      if (entry->item == NULL && entry->first == wanted.first && entry->last == wanted.last)
        return i;
    }
  return add_entry (builder, NULL, bar);
}

static gboolean
find_entry (Builder     *builder,
            RoadmapItem *measure,
            guint       *index)
{
  for (guint i = 0; i < builder->entries->len; i++)
    if (g_array_index (builder->entries, RoadmapTableEntry, i).item == measure)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static void
add_bar (Builder     *builder,
         RoadmapItem *bar)
{
  RoadmapItem *owner = get_owner (builder, bar);
  g_autoptr (GPtrArray) measures = roadmap_get_links (builder->options->roadmap, owner, "measures");
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (guint));
  guint index;

  for (guint i = 0; i < measures->len; i++)
    if (find_entry (builder, g_ptr_array_index (measures, i), &index))
      g_array_append_val (entries, index);
  if (entries->len == 0)
    {
      index = ensure_bare_entry (builder, owner);
      g_array_append_val (entries, index);
    }
  g_ptr_array_add (builder->bars, bar);
  g_ptr_array_add (builder->owners, entries);
}

/* The cells of measures that have a bar in common with the one above them. */
static gboolean *
find_joined_cells (Builder     *builder,
                   const guint *cell_by_order)
{
  guint n_cells = builder->grid->measures->len;
  gboolean *joined = g_new0 (gboolean, n_cells + 1);

  for (guint i = 0; i < builder->bars->len; i++)
    {
      GArray *entries = g_ptr_array_index (builder->owners, i);
      guint first = n_cells, last = 0;

      for (guint j = 0; j < entries->len; j++)
        {
          guint cell = cell_by_order[g_array_index (entries, guint, j)];

          first = MIN (first, cell);
          last = MAX (last, cell);
        }
      for (guint j = first + 1; j <= last; j++)
        joined[j] = TRUE;
    }
  return joined;
}

/* A piece of the years for each cell of measures; those that have a bar in common are one. */
static void
add_years (Builder     *builder,
           const guint *cell_by_order)
{
  RoadmapTableGrid *grid = builder->grid;
  g_autofree gboolean *joined = find_joined_cells (builder, cell_by_order);
  g_autofree guint *years_by_cell = g_new (guint, grid->measures->len + 1);

  for (guint i = 0; i < grid->measures->len; i++)
    {
      if (i == 0 || !joined[i])
        {
          RoadmapTableYears years = { .bars = g_ptr_array_new (), .first = i };

          g_array_append_val (grid->years, years);
        }
      years_by_cell[i] = grid->years->len - 1;
      g_array_index (grid->years, RoadmapTableYears, grid->years->len - 1).last = i;
    }
  for (guint i = 0; i < builder->bars->len; i++)
    {
      GArray *entries = g_ptr_array_index (builder->owners, i);
      guint cell = cell_by_order[g_array_index (entries, guint, 0)];

      g_ptr_array_add (g_array_index (grid->years, RoadmapTableYears, years_by_cell[cell]).bars,
                       g_ptr_array_index (builder->bars, i));
    }
}

/* Building */

static void
add_roadblocks (Builder     *builder,
                RoadmapItem *stage)
{
  for (guint i = 0; i < roadmap_item_get_n_children (stage); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (stage, i);

      if (roadmap_item_is (item, "roadblock") && is_shown (builder, item))
        add_strip (builder, item, 0);
    }
}

static void
add_measures (Builder     *builder,
              RoadmapItem *container)
{
  for (guint i = 0; i < roadmap_item_get_n_children (container); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (container, i);

      if (roadmap_item_is (item, "measure") && is_shown (builder, item))
        add_entry (builder, item, item);
    }
}

static void
add_bars (Builder     *builder,
          RoadmapItem *container)
{
  for (guint i = 0; i < roadmap_item_get_n_children (container); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (container, i);

      if (is_bar (item) && is_shown (builder, item))
        add_bar (builder, item);
    }
}

static gboolean
has_own (Builder     *builder,
         RoadmapItem *lane)
{
  for (guint i = 0; i < roadmap_item_get_n_children (lane); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (lane, i);

      if ((roadmap_item_is (item, "measure") || is_bar (item)) && is_shown (builder, item))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_lanes (RoadmapItem *lane)
{
  for (guint i = 0; i < roadmap_item_get_n_children (lane); i++)
    if (is_lane (roadmap_item_get_child (lane, i)))
      return TRUE;
  return FALSE;
}

/* A lane that only holds others has no strip of its own, and one of which a filter leaves nothing has none either. */
static void
add_lane (Builder     *builder,
          RoadmapItem *lane,
          guint        depth)
{
  decide_what_is_shown (builder, lane);
  if (has_own (builder, lane) || (builder->options->show == NULL && !has_lanes (lane)))
    {
      add_strip (builder, lane, depth);
      add_measures (builder, lane);
      add_bars (builder, lane);
    }
  for (guint i = 0; i < roadmap_item_get_n_children (lane); i++)
    if (is_lane (roadmap_item_get_child (lane, i)))
      add_lane (builder, roadmap_item_get_child (lane, i), depth + 1);
}

static gboolean
has_paragraphs (RoadmapItem *item)
{
  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    if (roadmap_item_is (roadmap_item_get_child (item, i), "paragraph"))
      return TRUE;
  return FALSE;
}

/* With a filter, what was addressed stays with its roadblocks. */
static gboolean
is_addressed_shown (Builder     *builder,
                    RoadmapItem *item)
{
  g_autoptr (GPtrArray) roadblocks = roadmap_get_links (builder->options->roadmap, item, "roadblocks");

  if (!roadmap_item_is (item, "addressed") || !has_paragraphs (item))
    return FALSE;
  if (builder->options->show == NULL || roadblocks->len == 0)
    return is_shown (builder, item);
  for (guint i = 0; i < roadblocks->len; i++)
    if (g_hash_table_contains (builder->strips, g_ptr_array_index (roadblocks, i)))
      return TRUE;
  return FALSE;
}

static GArray *
list_addressed (Builder     *builder,
                RoadmapItem *stage)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (RoadmapTableEntry));

  for (guint i = 0; i < roadmap_item_get_n_children (stage); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (stage, i);
      RoadmapTableEntry entry = { .item = item, .order = i };

      if (!is_addressed_shown (builder, item))
        continue;
      find_strips (builder, item, &entry);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, roadmap_table_entry_compare);
  return entries;
}

static void
clear_years (gpointer data)
{
  RoadmapTableYears *years = data;

  g_clear_pointer (&years->bars, g_ptr_array_unref);
}

static RoadmapTableGrid *
create_grid (void)
{
  RoadmapTableGrid *self = g_new0 (RoadmapTableGrid, 1);

  self->strips = g_array_new (FALSE, FALSE, sizeof (RoadmapTableStrip));
  self->addressed = g_array_new (FALSE, FALSE, sizeof (RoadmapTableCell));
  self->measures = g_array_new (FALSE, FALSE, sizeof (RoadmapTableCell));
  self->years = g_array_new (FALSE, FALSE, sizeof (RoadmapTableYears));
  g_array_set_clear_func (self->years, clear_years);
  return self;
}

static void
add_stage (Builder     *builder,
           RoadmapItem *stage)
{
  decide_what_is_shown (builder, stage);
  add_roadblocks (builder, stage);
  add_measures (builder, stage);
  add_bars (builder, stage);
}

RoadmapTableGrid *
roadmap_table_grid_new (const RoadmapTableOptions *options,
                        RoadmapItem               *top)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) strips = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (RoadmapTableEntry));
  g_autoptr (GPtrArray) bars = g_ptr_array_new ();
  g_autoptr (GPtrArray) owners = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) addressed = NULL;
  g_autofree guint *cell_by_order = NULL;
  RoadmapTableGrid *self = create_grid ();
  Builder builder = { options, self, shown, strips, entries, bars, owners };

  if (roadmap_item_is (top, "lane"))
    add_lane (&builder, top, 0);
  else
    add_stage (&builder, top);
  addressed = list_addressed (&builder, top);
  if (self->strips->len == 0 && options->show == NULL && is_lane (top))
    ensure_loose_strip (&builder);
  roadmap_table_stack (addressed, self->strips->len, self->addressed, NULL);
  cell_by_order = g_new (guint, entries->len + 1);
  g_array_sort (entries, roadmap_table_entry_compare);
  roadmap_table_stack (entries, self->strips->len, self->measures, cell_by_order);
  add_years (&builder, cell_by_order);
  return self;
}

void
roadmap_table_grid_free (RoadmapTableGrid *self)
{
  g_clear_pointer (&self->strips, g_array_unref);
  g_clear_pointer (&self->addressed, g_array_unref);
  g_clear_pointer (&self->measures, g_array_unref);
  g_clear_pointer (&self->years, g_array_unref);
  g_free (self);
}

gboolean
roadmap_table_grid_is_empty (const RoadmapTableGrid *self)
{
  return self->strips->len == 0;
}
