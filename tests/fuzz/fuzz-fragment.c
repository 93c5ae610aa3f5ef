/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* A text that is pasted.  What it holds comes out the same when it is copied again, can be put into a roadmap wherever its kind
 * stands, and leaves no trace when that is undone. */

#include "config.h"

#include <string.h>

#include "document/fragment.h"
#include "fuzz.h"

static void
check_again (GPtrArray *items)
{
  g_autofree char *copied = roadmap_fragment_write (fuzz_get_host (), items);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pasted = roadmap_fragment_read_for (copied, -1, "copied", "ja", &error);
  g_autofree char *again = NULL;

  if (pasted == NULL)
    g_error ("%s in\n%s", error->message, copied);
  again = roadmap_fragment_write (fuzz_get_host (), pasted);
  if (strcmp (again, copied) != 0)
    g_error ("copied:\n%s\nagain:\n%s", copied, again);
}

/* @edits takes what could be done. */
static void
insert (Roadmap     *host,
        RoadmapItem *item,
        GPtrArray   *edits)
{
  RoadmapItem *root = roadmap_get_root (host);
  RoadmapItem *parent = root;
  g_autoptr (RoadmapEdit) edit = NULL;

  while (parent != NULL && !roadmap_kind_may_contain (roadmap_item_get_kind (parent), roadmap_item_get_kind (item)->name))
    parent = roadmap_item_next (parent, root);
  if (parent == NULL)
    return;
  edit = roadmap_edit_new_insert (parent, G_MAXUINT, item);
  if (roadmap_apply (host, edit, NULL))
    g_ptr_array_add (edits, g_steal_pointer (&edit));
}

static void
check_insertion (GPtrArray *items)
{
  Roadmap *host = fuzz_get_host ();
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_edit_free);

  for (guint i = 0; i < items->len; i++)
    insert (host, g_ptr_array_index (items, i), edits);
  for (guint i = edits->len; i > 0; i--)
    roadmap_revert (host, g_ptr_array_index (edits, i - 1));
  fuzz_check_host ();
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = roadmap_fragment_read_for ((const char *) data, size, "clipboard", "ja", &error);

  fuzz_check_error (items, error);
  if (items == NULL)
    return 0;
  check_again (items);
  if (items->len > 0)
    check_insertion (items);
  return 0;
}
