/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/filter-set.h"

#include "model/edition.h"
#include "model/outline.h"

/* What a filter asks for, looked up in a roadmap. */
typedef struct
{
  Roadmap    *roadmap;                  /* not owned */
  GHashTable *wanted[ROADMAP_N_FACETS]; /* set of keys; NULL: the facet is not asked for */
  GDate       today;                    /* may be invalid: not known */
  int         horizon;                  /* the last year asked for */
  GPtrArray  *keys;                     /* room to work in */
} Ask;

struct _RoadmapFilterSet
{
  RoadmapFilter *filter;
  Ask            ask;
  gboolean       known;
  GHashTable    *passing; /* set of bars and milestones that pass */
  GHashTable    *around;  /* other item → how many passing items stand in or under it, itself included */
  GHashTable    *milestones; /* bar → GPtrArray of its milestones */
};

static void
ask_clear (Ask *ask)
{
  for (guint i = 0; i < ROADMAP_N_FACETS; i++)
    g_clear_pointer (&ask->wanted[i], g_hash_table_unref);
  g_clear_pointer (&ask->keys, g_ptr_array_unref);
}

static GHashTable *
find_keys (Roadmap             *roadmap,
           RoadmapFacet         facet,
           const RoadmapFilter *filter)
{
  const char *const *values = roadmap_filter_get_values (filter, facet);
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);

  for (; values != NULL && *values != NULL; values++)
    {
      gpointer key = roadmap_facet_find_key (roadmap, facet, *values);

      if (key != NULL)
        g_hash_table_add (keys, key);
    }
  return g_hash_table_size (keys) > 0 ? g_steal_pointer (&keys) : NULL;
}

static void
ask_init (Ask                 *ask,
          Roadmap             *roadmap,
          const RoadmapFilter *filter)
{
  const char *const *years = roadmap_filter_get_values (filter, ROADMAP_FACET_YEAR);

  ask_clear (ask);
  ask->roadmap = roadmap;
  ask->horizon = 0;
  ask->keys = g_ptr_array_new ();
  for (guint i = 0; i < ROADMAP_N_FACETS; i++)
    ask->wanted[i] = find_keys (roadmap, i, filter);
  for (; years != NULL && *years != NULL; years++)
    ask->horizon = MAX (ask->horizon, GPOINTER_TO_INT (roadmap_facet_find_key (roadmap, ROADMAP_FACET_YEAR, *years)));
}

static void
ask_set_today (Ask         *ask,
               const GDate *today)
{
  g_date_clear (&ask->today, 1);
  if (today != NULL)
    ask->today = *today;
}

/* The keys of @item are in ask->keys afterwards. */
static gboolean
has_wanted (Ask          *ask,
            RoadmapFacet  facet,
            RoadmapItem  *item)
{
  g_ptr_array_set_size (ask->keys, 0);
  roadmap_facet_append_keys (ask->roadmap, facet, item, g_date_valid (&ask->today) ? &ask->today : NULL, ask->horizon,
                             ask->keys);
  for (guint i = 0; ask->wanted[facet] != NULL && i < ask->keys->len; i++)
    if (g_hash_table_contains (ask->wanted[facet], g_ptr_array_index (ask->keys, i)))
      return TRUE;
  return ask->wanted[facet] == NULL;
}

static gboolean
passes (Ask         *ask,
        RoadmapItem *item)
{
  for (guint i = 0; i < ROADMAP_N_FACETS; i++)
    if (ask->wanted[i] != NULL && !has_wanted (ask, i, item))
      return FALSE;
  return TRUE;
}

/* Nothing stands under these. */
static gboolean
is_leaf (RoadmapItem *item)
{
  return roadmap_item_is (item, "bar") || roadmap_item_is (item, "milestone");
}

static gboolean
is_asked (RoadmapItem *item)
{
  return is_leaf (item) || roadmap_item_is (item, "measure") || roadmap_item_is (item, "roadblock");
}

static void
add_place (GPtrArray   *around,
           RoadmapItem *item)
{
  if (item != NULL && !g_ptr_array_find (around, item, NULL))
    g_ptr_array_add (around, item);
}

/* (transfer container): what @item stands under in the outline or lies in, itself included, each once. */
static GPtrArray *
list_around (Roadmap     *roadmap,
             RoadmapItem *item)
{
  GPtrArray *around = g_ptr_array_new ();

  add_place (around, item);
  for (guint i = 0; i < around->len; i++)
    {
      RoadmapItem *inner = g_ptr_array_index (around, i);

      if (is_asked (inner))
        {
          g_autoptr (GPtrArray) places = roadmap_outline_places (roadmap, inner);

          for (guint n = 0; n < places->len; n++)
            add_place (around, g_ptr_array_index (places, n));
        }
      add_place (around, roadmap_item_get_parent (inner));
    }
  return around;
}

static void
count_around (RoadmapFilterSet *self,
              RoadmapItem      *item,
              int               change)
{
  g_autoptr (GPtrArray) around = list_around (self->ask.roadmap, item);

  for (guint i = is_leaf (item) ? 1 : 0; i < around->len; i++)
    {
      gpointer place = g_ptr_array_index (around, i);
      int count = GPOINTER_TO_INT (g_hash_table_lookup (self->around, place)) + change;

      g_hash_table_insert (self->around, place, GINT_TO_POINTER (count));
    }
}

/* Whether a bar or milestone passes may have changed; what it stands under has not. */
static void
ask_leaf (RoadmapFilterSet *self,
          RoadmapItem      *leaf)
{
  gboolean passed = g_hash_table_contains (self->passing, leaf);

  if (passes (&self->ask, leaf) == passed)
    return;
  if (passed)
    g_hash_table_remove (self->passing, leaf);
  else
    g_hash_table_add (self->passing, leaf);
  count_around (self, leaf, passed ? -1 : 1);
}

static void
note_milestone (RoadmapFilterSet *self,
                RoadmapItem      *milestone)
{
  RoadmapItem *bar = roadmap_get_linked (self->ask.roadmap, milestone, "of");
  GPtrArray *milestones = bar != NULL ? g_hash_table_lookup (self->milestones, bar) : NULL;

  if (bar == NULL)
    return;
  if (milestones == NULL)
    {
      milestones = g_ptr_array_new ();
      g_hash_table_insert (self->milestones, bar, milestones);
    }
  g_ptr_array_add (milestones, milestone);
}

/* A milestone has the values of its bar. */
static void
ask_bar (RoadmapFilterSet *self,
         RoadmapItem      *bar)
{
  GPtrArray *milestones = g_hash_table_lookup (self->milestones, bar);

  ask_leaf (self, bar);
  for (guint i = 0; milestones != NULL && i < milestones->len; i++)
    ask_leaf (self, g_ptr_array_index (milestones, i));
}

static void
find_out (RoadmapFilterSet *self)
{
  RoadmapItem *root = roadmap_get_root (self->ask.roadmap);

  ask_init (&self->ask, self->ask.roadmap, self->filter);
  g_hash_table_remove_all (self->passing);
  g_hash_table_remove_all (self->around);
  g_hash_table_remove_all (self->milestones);
  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next_current (item, root))
    {
      if (is_leaf (item))
        ask_leaf (self, item);
      else if (is_asked (item) && passes (&self->ask, item))
        count_around (self, item, 1);
      if (roadmap_item_is (item, "milestone"))
        note_milestone (self, item);
    }
  self->known = TRUE;
}

RoadmapFilterSet *
roadmap_filter_set_new (Roadmap       *roadmap,
                        RoadmapFilter *filter,
                        const GDate   *today)
{
  RoadmapFilterSet *self = g_new0 (RoadmapFilterSet, 1);

  self->filter = roadmap_filter_ref (filter);
  self->ask.roadmap = roadmap;
  ask_set_today (&self->ask, today);
  self->passing = g_hash_table_new (NULL, NULL);
  self->around = g_hash_table_new (NULL, NULL);
  self->milestones = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
roadmap_filter_set_free (RoadmapFilterSet *self)
{
  ask_clear (&self->ask);
  roadmap_filter_unref (self->filter);
  g_hash_table_unref (self->passing);
  g_hash_table_unref (self->around);
  g_hash_table_unref (self->milestones);
  g_free (self);
}

gboolean
roadmap_filter_set_shows (RoadmapFilterSet *self,
                          RoadmapItem      *item)
{
  if (self->filter == NULL)
    return TRUE;

  while (item != NULL && !roadmap_outline_shows (item) && !roadmap_item_is (item, "chart"))
    item = roadmap_item_get_parent (item);
  if (item == NULL)
    return TRUE;
  if (!self->known)
    find_out (self);
  return is_leaf (item) ? g_hash_table_contains (self->passing, item)
                        : GPOINTER_TO_INT (g_hash_table_lookup (self->around, item)) > 0;
}

gboolean
roadmap_filter_set_holds (RoadmapFilterSet *self,
                          RoadmapItem      *item)
{
  return self->filter == NULL ||
         (roadmap_item_find_around (item, "chart") != NULL && roadmap_filter_set_shows (self, item));
}

gboolean
roadmap_filter_set_show_func (RoadmapItem *item,
                              gpointer     self)
{
  return roadmap_filter_set_shows (self, item);
}

void
roadmap_filter_set_keep_shown (RoadmapFilterSet *self,
                               GPtrArray        *items)
{
  for (guint i = items->len; i > 0; i--)
    if (!roadmap_filter_set_shows (self, g_ptr_array_index (items, i - 1)))
      g_ptr_array_remove_index (items, i - 1);
}

/* An earlier plan is only looked back at. */
static gboolean
is_in_force (RoadmapItem *bar)
{
  RoadmapItem *chart = roadmap_item_find_around (bar, "chart");

  return chart != NULL && g_strcmp0 (roadmap_item_get (chart, "role"), "earlier") != 0;
}

guint
roadmap_filter_set_count (RoadmapFilterSet *self,
                          guint            *n_bars)
{
  RoadmapItem *root = roadmap_get_root (self->ask.roadmap);
  guint n_shown = 0;

  *n_bars = 0;
  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next_current (item, root))
    if (roadmap_item_is (item, "bar") && is_in_force (item))
      {
        ++*n_bars;
        n_shown += roadmap_filter_set_shows (self, item);
      }
  return n_shown;
}

/* Whether values of something in this subtree can count; followups, remarks and the like never do. */
static gboolean
matters (RoadmapItem *top)
{
  static const char *const kinds[] = { "category", "status", "domain", "chart", "stage", "lane", ROADMAP_KIND_ROOT, NULL };

  return is_asked (top) || g_strv_contains (kinds, roadmap_item_get_kind (top)->name);
}

static gboolean
field_matters (const RoadmapField *field)
{
  static const char *const names[] = {
    "start", "end", "open", "basis", "closed", "calendar", "fiscal-start", "label", NULL
  };

  return roadmap_field_is_link (field) || g_strv_contains (names, field->name);
}

/* A bar's own time and status are by far what changes most. */
static gboolean
is_of_one_bar (const RoadmapEdit *edit)
{
  if (!roadmap_item_is (edit->item, "bar"))
    return FALSE;
  return edit->type == ROADMAP_EDIT_INSERT ||
         (edit->type == ROADMAP_EDIT_SET && !(edit->field->flags & ROADMAP_FIELD_NESTS));
}

gboolean
roadmap_filter_set_update (RoadmapFilterSet  *self,
                           const RoadmapEdit *edit)
{
  if (self->filter == NULL || !matters (edit->item))
    return FALSE;
  if (edit->type == ROADMAP_EDIT_SET && !field_matters (edit->field))
    return FALSE;

  /* The rest is found out again when somebody asks. */
  if (self->known && is_of_one_bar (edit))
    ask_bar (self, edit->item);
  else
    self->known = FALSE;
  return TRUE;
}

struct _RoadmapFilterCounts
{
  Ask         ask;
  GHashTable *n_bars[ROADMAP_N_FACETS]; /* key → number */
  guint       n_shown;
  guint       n_all;
};

static void
count_keys (RoadmapFilterCounts *self,
            RoadmapFacet         facet,
            RoadmapItem         *bar)
{
  GHashTable *n_bars = self->n_bars[facet];

  has_wanted (&self->ask, facet, bar);
  for (guint i = 0; i < self->ask.keys->len; i++)
    {
      gpointer key = g_ptr_array_index (self->ask.keys, i);
      guint before;

      /* A bar that has a value in two ways counts once. */
      if (g_ptr_array_find (self->ask.keys, key, &before) && before < i)
        continue;
      g_hash_table_insert (n_bars, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (n_bars, key)) + 1));
    }
}

static void
count_bar (RoadmapFilterCounts *self,
           RoadmapItem         *bar)
{
  guint n_failed = 0, failed = 0;

  for (guint i = 0; i < ROADMAP_N_FACETS && n_failed < 2; i++)
    if (self->ask.wanted[i] != NULL && !has_wanted (&self->ask, i, bar))
      {
        n_failed++;
        failed = i;
      }

  self->n_all++;
  self->n_shown += n_failed == 0;
  for (guint i = 0; i < ROADMAP_N_FACETS; i++)
    if (n_failed == 0 || (n_failed == 1 && failed == i))
      count_keys (self, i, bar);
}

RoadmapFilterCounts *
roadmap_filter_counts_new (Roadmap       *roadmap,
                           RoadmapFilter *filter,
                           const GDate   *today)
{
  RoadmapFilterCounts *self = g_new0 (RoadmapFilterCounts, 1);
  RoadmapItem *root = roadmap_get_root (roadmap);
  g_auto (GStrv) years = roadmap_facet_list_values (roadmap, ROADMAP_FACET_YEAR);
  guint n_years = g_strv_length (years);

  ask_init (&self->ask, roadmap, filter);
  ask_set_today (&self->ask, today);
  if (n_years > 0)
    self->ask.horizon = MAX (self->ask.horizon,
                             GPOINTER_TO_INT (roadmap_facet_find_key (roadmap, ROADMAP_FACET_YEAR, years[n_years - 1])));
  for (guint i = 0; i < ROADMAP_N_FACETS; i++)
    self->n_bars[i] = g_hash_table_new (NULL, NULL);
  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next_current (item, root))
    if (roadmap_item_is (item, "bar") && is_in_force (item))
      count_bar (self, item);
  return self;
}

void
roadmap_filter_counts_free (RoadmapFilterCounts *self)
{
  for (guint i = 0; i < ROADMAP_N_FACETS; i++)
    g_hash_table_unref (self->n_bars[i]);
  ask_clear (&self->ask);
  g_free (self);
}

guint
roadmap_filter_counts_get (RoadmapFilterCounts *self,
                           RoadmapFacet         facet,
                           const char          *value)
{
  gpointer key = roadmap_facet_find_key (self->ask.roadmap, facet, value);

  return key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->n_bars[facet], key)) : 0;
}

guint
roadmap_filter_counts_get_n_shown (RoadmapFilterCounts *self)
{
  return self->n_shown;
}

guint
roadmap_filter_counts_get_n_bars (RoadmapFilterCounts *self)
{
  return self->n_all;
}
