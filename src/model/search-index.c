/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/search-index.h"

#include <string.h>

#include "model/edition.h"
#include "model/fold.h"
#include "model/outline.h"
#include "model/query.h"

#define N_RANKS 3
/* Of what one cannot go to. */
#define NO_RANK N_RANKS

/* An item's words reach from here to where the next item's begin; they may be none. */
typedef struct
{
  RoadmapItem *item; /* not owned */
  guint        start;
  guint        rank;
} Entry;

/* Following an edit at once would move megabytes each time, and ten thousand edits of one step ten thousand times.  They
 * are noted, and followed when somebody searches: a single one in its place, several in one pass. */
struct _RoadmapSearchIndex
{
  Roadmap     *roadmap; /* not owned */
  GString     *text;
  GArray      *entries; /* of all items, in the order of the file, as it was when edits were followed last */
  RoadmapEdit *single;  /* the only edit since then, or … */
  GHashTable  *changed; /* … set of the items that several edits have changed, put in or moved; not owned */
  gboolean     moved;   /* some of them came, went or moved */
};

RoadmapItem *
roadmap_search_get_target (RoadmapItem *hit)
{
  static const char *const furniture[] = {
    ROADMAP_KIND_ROOT, "part", "edition", "domain", "category", "status", "heading", "column", "former", NULL
  };

  if (roadmap_item_is_withdrawn (hit))
    return NULL;
  for (RoadmapItem *item = hit; item != NULL; item = roadmap_item_get_parent (item))
    if (roadmap_outline_shows (item))
      return item;
    else if (item == hit && g_strv_contains (furniture, roadmap_item_get_kind (item)->name))
      return NULL;
  return hit;
}

guint
roadmap_search_get_rank (RoadmapItem *hit)
{
  if (roadmap_outline_shows (hit))
    return 0;
  return roadmap_outline_shows (roadmap_search_get_target (hit)) ? 1 : 2;
}

static void
append_item (RoadmapItem *item,
             GString     *text,
             GArray      *entries)
{
  gboolean leads = roadmap_search_get_target (item) != NULL;
  Entry entry = { item, text->len, leads ? roadmap_search_get_rank (item) : NO_RANK };

  g_array_append_val (entries, entry);
  roadmap_query_append_words (item, text);
}

static void
append_subtree (RoadmapItem *top,
                GString     *text,
                GArray      *entries)
{
  for (RoadmapItem *item = top; item != NULL; item = roadmap_item_next (item, top))
    append_item (item, text, entries);
}

/* Both have grown by doubling; what is left over would stay with the document as long as it is open. */
static void
trim (RoadmapSearchIndex *self)
{
  GString *text = self->text;
  gsize n_entries;
  Entry *entries = g_array_steal (self->entries, &n_entries);

  text->allocated_len = text->len + 1;
  text->str = g_realloc (text->str, text->allocated_len);
  g_array_unref (self->entries);
  self->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), n_entries);
  g_array_append_vals (self->entries, entries, n_entries);
  g_free (entries);
}

RoadmapSearchIndex *
roadmap_search_index_new (Roadmap *roadmap)
{
  RoadmapSearchIndex *self = g_new0 (RoadmapSearchIndex, 1);

  self->roadmap = roadmap;
  self->changed = g_hash_table_new (NULL, NULL);
  self->text = g_string_new (NULL);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  append_subtree (roadmap_get_root (roadmap), self->text, self->entries);
  trim (self);
  return self;
}

void
roadmap_search_index_free (RoadmapSearchIndex *self)
{
  g_clear_pointer (&self->single, roadmap_edit_free);
  g_hash_table_unref (self->changed);
  g_string_free (self->text, TRUE);
  g_array_unref (self->entries);
  g_free (self);
}

static Entry *
get_entry (RoadmapSearchIndex *self,
           guint               position)
{
  return &g_array_index (self->entries, Entry, position);
}

/* Where the words of the entry begin; those of the one after the last, at the end. */
static guint
get_start (RoadmapSearchIndex *self,
           guint               position)
{
  return position < self->entries->len ? get_entry (self, position)->start : self->text->len;
}

/* The item is there.  A look at a hundred thousand pointers takes less time than anything else an edit sets off, and a
 * table of them would be as large as the index. */
static guint
find_entry (RoadmapSearchIndex *self,
            RoadmapItem        *item)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (get_entry (self, i)->item == item)
      return i;
  g_assert_not_reached ();
}

static guint
count_items (RoadmapItem *top)
{
  guint n = 0;

  for (RoadmapItem *item = top; item != NULL; item = roadmap_item_next (item, top))
    n++;
  return n;
}

static void
shift (RoadmapSearchIndex *self,
       guint               position,
       gssize              change)
{
  for (guint i = position; change != 0 && i < self->entries->len; i++)
    get_entry (self, i)->start += change;
}

static void
remove_entries (RoadmapSearchIndex *self,
                guint               position,
                guint               n)
{
  guint start = get_start (self, position);
  guint length = get_start (self, position + n) - start;

  g_string_erase (self->text, start, length);
  g_array_remove_range (self->entries, position, n);
  shift (self, position, -(gssize) length);
}

static void
insert_subtree (RoadmapSearchIndex *self,
                guint               position,
                RoadmapItem        *top)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  guint start = get_start (self, position);

  append_subtree (top, text, entries);
  for (guint i = 0; i < entries->len; i++)
    g_array_index (entries, Entry, i).start += start;
  g_string_insert_len (self->text, start, text->str, text->len);
  shift (self, position, text->len);
  g_array_insert_vals (self->entries, position, entries->data, entries->len);
}

/* The position after what comes before @item in the file. */
static guint
find_place (RoadmapSearchIndex *self,
            RoadmapItem        *item)
{
  RoadmapItem *parent = roadmap_item_get_parent (item);
  guint position = roadmap_item_get_position (item);
  RoadmapItem *before = position > 0 ? roadmap_item_get_child (parent, position - 1) : parent;
  guint n = position > 0 ? count_items (before) : 1;

  return find_entry (self, before) + n;
}

static void
fold_anew (RoadmapSearchIndex *self,
           RoadmapItem        *item)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint position = find_entry (self, item);
  guint start = get_start (self, position);
  guint length = get_start (self, position + 1) - start;

  roadmap_query_append_words (item, words);
  g_string_erase (self->text, start, length);
  g_string_insert_len (self->text, start, words->str, words->len);
  shift (self, position + 1, (gssize) words->len - length);
}

static void
follow_edit (RoadmapSearchIndex *self,
             const RoadmapEdit  *edit)
{
  switch (edit->type)
    {
    case ROADMAP_EDIT_SET:
      fold_anew (self, edit->item);
      break;
    case ROADMAP_EDIT_INSERT:
      insert_subtree (self, find_place (self, edit->item), edit->item);
      break;
    case ROADMAP_EDIT_REMOVE:
      remove_entries (self, find_entry (self, edit->item), count_items (edit->item));
      break;
    case ROADMAP_EDIT_MOVE:
      remove_entries (self, find_entry (self, edit->item), count_items (edit->item));
      insert_subtree (self, find_place (self, edit->item), edit->item);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Copies what the index has of an item that has not changed. */
static void
append_entry (RoadmapSearchIndex *self,
              guint               position,
              GString            *text,
              GArray             *entries)
{
  Entry entry = *get_entry (self, position);
  guint length = get_start (self, position + 1) - entry.start;

  g_string_append_len (text, self->text->str + entry.start, length);
  entry.start = text->len - length;
  g_array_append_val (entries, entry);
}

static void
append_unmoved (RoadmapSearchIndex *self,
                GString            *text,
                GArray             *entries)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (g_hash_table_contains (self->changed, get_entry (self, i)->item))
      append_item (get_entry (self, i)->item, text, entries);
    else
      append_entry (self, i, text, entries);
}

/* In the order there is now.  What is left of items that are gone is only compared, and what may have been made in the
 * memory of one has changed. */
static void
append_moved (RoadmapSearchIndex *self,
              GString            *text,
              GArray             *entries)
{
  RoadmapItem *root = roadmap_get_root (self->roadmap);
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    g_hash_table_insert (positions, get_entry (self, i)->item, GUINT_TO_POINTER (i));
  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    if (g_hash_table_contains (self->changed, item))
      append_item (item, text, entries);
    else
      append_entry (self, GPOINTER_TO_UINT (g_hash_table_lookup (positions, item)), text, entries);
}

static void
follow_changes (RoadmapSearchIndex *self)
{
  GString *text = g_string_sized_new (self->text->len + 1);
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), self->entries->len);

  if (self->moved)
    append_moved (self, text, entries);
  else
    append_unmoved (self, text, entries);
  g_string_free (self->text, TRUE);
  g_array_unref (self->entries);
  self->text = text;
  self->entries = entries;
  trim (self);
  g_hash_table_remove_all (self->changed);
  self->moved = FALSE;
}

static void
catch_up (RoadmapSearchIndex *self)
{
  g_autoptr (RoadmapEdit) single = g_steal_pointer (&self->single);

  if (single != NULL)
    follow_edit (self, single);
  else if (self->moved || g_hash_table_size (self->changed) > 0)
    follow_changes (self);
}

static void
note_change (RoadmapSearchIndex *self,
             const RoadmapEdit  *edit)
{
  if (edit->type == ROADMAP_EDIT_SET)
    {
      g_hash_table_add (self->changed, edit->item);
      return;
    }
  self->moved = TRUE;
  for (RoadmapItem *item = edit->item; item != NULL && edit->type != ROADMAP_EDIT_REMOVE;
       item = roadmap_item_next (item, edit->item))
    g_hash_table_add (self->changed, item);
}

void
roadmap_search_index_update (RoadmapSearchIndex *self,
                             const RoadmapEdit  *edit)
{
  g_autoptr (RoadmapEdit) before = g_steal_pointer (&self->single);
  gboolean first = before == NULL && !self->moved && g_hash_table_size (self->changed) == 0;

  if (first)
    {
      self->single = roadmap_edit_copy (edit);
      return;
    }
  if (before != NULL)
    note_change (self, before);
  note_change (self, edit);
}

/* Whether the words between these two places hold @words. */
static gboolean
holds (RoadmapSearchIndex  *self,
       guint                start,
       guint                end,
       char               **words)
{
  char *text = self->text->str;
  char kept = text[end];
  gboolean held = TRUE;

  text[end] = '\0';
  for (char **word = words; held && *word != NULL; word++)
    held = roadmap_fold_find (text + start, text + start, *word) != NULL;
  text[end] = kept;
  return held;
}

static GPtrArray *
join (GPtrArray *found[N_RANKS])
{
  for (guint rank = 1; rank < N_RANKS; rank++)
    {
      g_ptr_array_extend (found[0], found[rank], NULL, NULL);
      g_ptr_array_unref (found[rank]);
    }
  return found[0];
}

/* Puts the longest word first: it is the rarest, mostly. */
static void
put_longest_first (char **words)
{
  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    if (strlen (words[i]) > strlen (words[0]))
      {
        char *word = words[0];

        words[0] = words[i];
        words[i] = word;
      }
}

GPtrArray *
roadmap_search_index_find (RoadmapSearchIndex *self,
                           const char         *query)
{
  g_auto (GStrv) words = roadmap_query_split (query);
  GPtrArray *found[N_RANKS];
  const char *text, *at;
  guint position = 0;

  catch_up (self);
  text = at = self->text->str;
  for (guint rank = 0; rank < N_RANKS; rank++)
    found[rank] = g_ptr_array_new ();

  put_longest_first (words);
  /* From each hit on with the words of the next item. */
  while (words[0] != NULL && (at = roadmap_fold_find (text, at, words[0])) != NULL)
    {
      guint offset = at - text;
      Entry *entry;
      guint end;

      while (get_start (self, position + 1) <= offset)
        position++;
      entry = get_entry (self, position);
      end = get_start (self, position + 1);
      if (entry->rank < N_RANKS && (words[1] == NULL || holds (self, entry->start, end, words + 1)))
        g_ptr_array_add (found[entry->rank], entry->item);
      at = text + end;
    }
  return join (found);
}

const char *
roadmap_search_index_get_text (RoadmapSearchIndex *self)
{
  catch_up (self);
  return self->text->str;
}

gsize
roadmap_search_index_get_size (RoadmapSearchIndex *self)
{
  return self->text->allocated_len + self->entries->len * sizeof (Entry);
}
