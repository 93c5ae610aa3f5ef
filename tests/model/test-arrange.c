/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/arrange.h"

#include <string.h>

#include "model/amendment.h"
#include "model/new-item.h"
#include "model/rules.h"
#include "sample.h"

/* Ids in the text of a roadmap: those that are new, and so random, are told as KIND#1, KIND#2 … in the order of the file. */
static char *
tell_ids (Roadmap    *roadmap,
          GHashTable *known,
          const char *text)
{
  g_autofree char *told = g_strdup (text);
  RoadmapItem *root = roadmap_get_root (roadmap);
  guint n = 0;

  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    if (!g_hash_table_contains (known, roadmap_item_get_id (item)))
      {
        g_auto (GStrv) parts = g_strsplit (told, roadmap_item_get_id (item), -1);
        g_autofree char *name = g_strdup_printf ("%s#%u", roadmap_item_get_kind (item)->name, ++n);

        g_free (told);
        told = g_strjoinv (name, parts);
      }
  return g_steal_pointer (&told);
}

static GHashTable *
list_ids (Roadmap *roadmap)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  RoadmapItem *root = roadmap_get_root (roadmap);

  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    g_hash_table_add (ids, g_strdup (roadmap_item_get_id (item)));
  return ids;
}

/* The children of @id, and of theirs in brackets. */
static void
append_shape (RoadmapItem *item,
              GString     *shape)
{
  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (item, i);

      g_string_append_printf (shape, "%s%s", i > 0 ? " " : "", roadmap_item_get_id (child));
      if (roadmap_item_get_n_children (child) == 0)
        continue;
      g_string_append (shape, " (");
      append_shape (child, shape);
      g_string_append_c (shape, ')');
    }
}

static GPtrArray *
get_items (Roadmap    *roadmap,
           const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);
  GPtrArray *items = g_ptr_array_new ();

  for (char **id = words; *id != NULL; id++)
    g_ptr_array_add (items, sample_get (roadmap, *id));
  return items;
}

/* (transfer full): the lines of @text without their indentation. */
static char **
split_lines (const char *text)
{
  char **lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    g_strstrip (*line);
  return lines;
}

static void
append_others (char   **lines,
               char   **others,
               char     sign,
               GString *changes)
{
  for (char **line = lines; *line != NULL; line++)
    if (!g_strv_contains ((const char *const *) others, *line))
      g_string_append_printf (changes, "%c %s\n", sign, *line);
}

/* The lines that are gone, and those that are new or other than before. */
static char *
list_changes (const char *before,
              const char *after)
{
  g_auto (GStrv) old_lines = split_lines (before);
  g_auto (GStrv) lines = split_lines (after);
  g_autoptr (GString) changes = g_string_new (NULL);

  append_others (old_lines, lines, '-', changes);
  append_others (lines, old_lines, '+', changes);
  return g_string_free (g_steal_pointer (&changes), FALSE);
}

/* What is done is undone and done again by one step. */
static void
check_step (Roadmap        *roadmap,
            RoadmapHistory *history,
            const char     *before)
{
  g_autofree char *after = sample_dump (roadmap);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (roadmap_history_get_undo_name (history), ==, "step");
  roadmap_history_undo (history);
  g_assert_false (roadmap_history_get_can_undo (history));
  undone = sample_dump (roadmap);
  g_assert_cmpstr (undone, ==, before);
  roadmap_history_redo (history);
  redone = sample_dump (roadmap);
  g_assert_cmpstr (redone, ==, after);
}

static RoadmapAddWhere
parse_where (const char *word)
{
  return strcmp (word, "beside") == 0 ? ROADMAP_ADD_BESIDE : strcmp (word, "inside") == 0 ? ROADMAP_ADD_INSIDE : ROADMAP_ADD_AROUND;
}

static gboolean
add (Roadmap         *roadmap,
     RoadmapHistory  *history,
     char           **words,
     GError         **error)
{
  const RoadmapKind *kind = roadmap_schema_find_kind (words[1]);
  g_autoptr (GDate) today = g_date_new_dmy (18, 6, 2020);
  g_autoptr (RoadmapItem) item = NULL;
  RoadmapPlace place;

  g_assert_true (roadmap_find_addition (roadmap, kind, sample_get (roadmap, words[3]), parse_where (words[2]), &place));
  item = roadmap_new_item (roadmap, kind, &place, today, NULL);
  return roadmap_arrange_insert (history, roadmap, "step", item, &place, error);
}

static gboolean
move (Roadmap         *roadmap,
      RoadmapHistory  *history,
      const char      *ids,
      char           **words,
      GError         **error)
{
  g_autoptr (GPtrArray) items = get_items (roadmap, ids);
  RoadmapItem *first = g_ptr_array_index (items, 0);
  RoadmapItem *target = sample_get (roadmap, words[3]);
  RoadmapDropSide side = strcmp (words[2], "onto") == 0     ? ROADMAP_DROP_ONTO
                         : strcmp (words[2], "before") == 0 ? ROADMAP_DROP_BEFORE
                                                            : ROADMAP_DROP_AFTER;
  RoadmapItem *under = words[4] != NULL ? sample_get (roadmap, words[4]) : roadmap_item_get_parent (target);
  RoadmapItem *from = words[4] != NULL && words[5] != NULL ? sample_get (roadmap, words[5]) : NULL;
  RoadmapPlace place;

  if (!roadmap_find_drop (roadmap, roadmap_item_get_kind (first), target, under, side, &place) ||
      !roadmap_arrange_can_move (roadmap, items, from, &place))
    {
      g_set_error_literal (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID, "refused");
      return FALSE;
    }
  return roadmap_arrange_move (history, roadmap, "step", items, from, &place, error);
}

/* “add KIND WHERE ID”, “duplicate”, “remove”, “up”, “down”, “status” and the ids, “move IDS SIDE ID [UNDER [FROM]]” with commas
 * between the ids. */
static gboolean
perform (Roadmap         *roadmap,
         RoadmapHistory  *history,
         const char      *text,
         GError         **error)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  const char *rest = strchr (text, ' ') + 1;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  if (strcmp (words[0], "add") == 0)
    return add (roadmap, history, words, error);
  if (strcmp (words[0], "move") == 0)
    return move (roadmap, history, g_strdelimit (words[1], ",", ' '), words, error);

  items = get_items (roadmap, rest);
  if (strcmp (words[0], "remove") == 0)
    return roadmap_arrange_remove (history, roadmap, "step", items, error);
  if (strcmp (words[0], "status") == 0)
    return roadmap_arrange_set (history, roadmap, "step", items, "status", "done", error);
  if (strcmp (words[0], "duplicate") == 0)
    {
      copies = roadmap_arrange_duplicate (history, roadmap, "step", items, error);
      return copies != NULL;
    }
  if (!roadmap_arrange_can_step (roadmap, items, strcmp (words[0], "up") == 0 ? -1 : 1, NULL))
    {
      g_set_error_literal (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID, "refused");
      return FALSE;
    }
  return roadmap_arrange_step (history, roadmap, "step", items, strcmp (words[0], "up") == 0 ? -1 : 1, NULL, error);
}

static const char irb_shape[] =
  "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b2 irb.b3 irb.b4 irb.ms";

static const struct
{
  const char *story;
  const char *changes; /* the message, for what fails */
  const char *shape;   /* of the stage “irb” afterwards; NULL: as before */
} stories[] = {
  /* What is added fills what must be filled, and stands where it was added. */
  { "add bar inside irb.m2",
    "+ bar bar#1 | origin=editor | start=FY2020 | end=FY2020 | measures=irb.m2 | title=新しい帯\n",
    "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b2 bar#1 irb.b3 irb.b4 irb.ms" },
  { "add measure inside irb.r2",
    "+ measure measure#1 | origin=editor | roadblocks=irb.r2 | title=新しい取組事項\n",
    "irb.r1 (irb.r1.i1) irb.r2 irb.m1 measure#1 irb.m2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b2 irb.b3 irb.b4 irb.ms" },
  { "add bar inside irb.r1",
    "+ bar bar#1 | origin=editor | start=FY2020 | end=FY2020 | roadblocks=irb.r1 | title=新しい帯\n",
    "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b2 irb.b3 irb.b4 bar#1 irb.ms" },
  { "add bar beside irb.b2",
    "+ bar bar#1 | origin=editor | start=FY2020-Q4 | end=FY2021-Q4 | open=true | measures=irb.m1 irb.m2 | title=新しい帯\n",
    "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b2 bar#1 irb.b3 irb.b4 irb.ms" },
  { "add roadblock around irb.b2",
    "+ roadblock roadblock#1 | origin=editor | title=新しいロードブロック\n",
    "irb.r1 (irb.r1.i1) irb.r2 roadblock#1 irb.m1 irb.m2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b2 irb.b3 irb.b4 irb.ms" },
  { "add stage beside irb", "+ stage stage#1 | origin=editor | number=③ | title=新しい開発段階\n", NULL },
  { "add note inside plan", "+ note note#1 | origin=editor | number=1 | text=新しい注釈\n", NULL },
  { "add milestone inside ic", "+ milestone milestone#1 | origin=editor | start=FY2020 | title=新しいマイルストーン\n", NULL },
  { "add bar inside genome.sub",
    "+ bar bar#1 | origin=editor | start=2017 | end=2017 | title=新しい帯\n", NULL },
  { "add issue inside irb.r2", "+ issue issue#1 | origin=editor | text=新しい論点\n",
    "irb.r1 (irb.r1.i1) irb.r2 (issue#1) irb.m1 irb.m2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b2 irb.b3 irb.b4 irb.ms" },
  { "add followup inside irb.b3", "+ followup followup#1 | date=2020-06-18\n",
    "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b2 irb.b3 (followup#1) irb.b4 irb.ms" },
  { "add lane beside genome.sub", "+ lane lane#1 | origin=editor | title=新しい領域\n", NULL },
  { "add category beside a", "+ category category#1 | origin=editor | label=C | title=新しい区分\n", NULL },
  { "add status inside roadmap", "+ status status#1 | title=新しい状況 | letter=A\n", NULL },
  { "add chart inside roadmap",
    "+ chart chart#1 | origin=editor | calendar=fiscal | start=FY2020 | end=FY2023 | title=新しいチャート\n", NULL },
  { "add heading inside plan", "+ heading heading#1 | origin=editor | for=stage | title=新しい列見出し\n", NULL },
  { "add map inside roadmap", "+ map map#1 | origin=editor | title=新しい俯瞰図\n", NULL },

  /* Copies stand after what they are copies of; links among them lead from copy to copy. */
  { "duplicate irb.b1",
    "+ bar bar#1 | origin=editor | start=FY2020-Q1 | end=FY2020-Q3 | basis=inferred | measures=irb.m1 | status=done | title=改正\n"
    "+ followup followup#2 | date=2021-03-31 | year=FY2020 | status=running | progress=議論した\n"
    "+ followup followup#3 | date=2022-03-31 | year=FY2021 | status=done | progress=告示した\n",
    "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b1 (irb.b1.f1 irb.b1.f2) bar#1 (followup#2 followup#3) irb.b2 irb.b3 irb.b4 irb.ms" },
  { "duplicate irb.b2 irb.m2",
    "+ measure measure#1 | origin=editor | title=周知\n"
    "+ bar bar#2 | origin=editor | start=FY2020-Q4 | end=FY2021-Q4 | open=true | measures=irb.m1 measure#1 | after=irb.b1 | "
    "notes=n1 | status=running | title=ガイダンス\n",
    "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 measure#1 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b2 bar#2 irb.b3 irb.b4 irb.ms" },
  { "duplicate ic",
    "+ stage stage#1 | origin=editor | number=③ | title=同意\n"
    "+ bar bar#2 | start=FY2020-Q1 | end=FY2020-Q3 | status=running | title=改正\n"
    "+ remark remark#3 | text=推定\n", NULL },
  { "duplicate irb.r1 irb.r1.i1",
    "+ roadblock roadblock#1 | origin=editor | domain=common | categories=a b | title=【審査の質】\n"
    "+ issue issue#2 | marker=・ | text=委員に<ref to=\"n1\">※</ref>AI&amp;MLの専門家がいない\n",
    "irb.r1 (irb.r1.i1) roadblock#1 (issue#2) irb.r2 irb.m1 irb.m2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b2 irb.b3 irb.b4 irb.ms" },

  /* With an item the links to it go; what was adopted stays while it is locked. */
  { "remove genome.b1", "- bar genome.b1 | origin=editor | start=2017 | end=2018-Q2 | title=整備\n", NULL },
  { "remove irb.b1", "“改正” was adopted; begin an amendment to take it out, or unlock the wording to correct a mistake", NULL },
  { "remove genome.b1 irb.b1", "“改正” was adopted; begin an amendment to take it out, or unlock the wording to correct a mistake", NULL },
  { "remove irb.b1.f1", "- followup irb.b1.f1 | origin=editor | date=2021-03-31 | year=FY2020 | status=running | progress=議論した\n",
    "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b1 (irb.b1.f2) irb.b2 irb.b3 irb.b4 irb.ms" },
  { "unlocked remove irb.b1 irb.b1.f1",
    "- bar irb.b1 | start=FY2020-Q1 | end=FY2020-Q3 | basis=inferred | measures=irb.m1 | status=done | title=改正\n"
    "- followup irb.b1.f1 | origin=editor | date=2021-03-31 | year=FY2020 | status=running | progress=議論した\n"
    "- followup irb.b1.f2 | date=2022-03-31 | year=FY2021 | status=done | progress=告示した\n"
    "- bar irb.b2 | start=FY2020-Q4 | end=FY2021-Q4 | open=true | measures=irb.m1 irb.m2 | after=irb.b1 | notes=n1 | "
    "status=running | title=ガイダンス\n"
    "- milestone irb.ms | start=2020-08 | of=irb.b1 | title=答申\n"
    "+ bar irb.b2 | start=FY2020-Q4 | end=FY2021-Q4 | open=true | measures=irb.m1 irb.m2 | notes=n1 | "
    "status=running | title=ガイダンス\n"
    "+ milestone irb.ms | start=2020-08 | title=答申\n",
    "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b2 irb.b3 irb.b4 irb.ms" },
  { "unlocked remove irb.m1 irb.b2",
    "- measure irb.m1 | roadblocks=irb.r1 irb.r2 | title=指針の改正\n"
    "- bar irb.b1 | start=FY2020-Q1 | end=FY2020-Q3 | basis=inferred | measures=irb.m1 | status=done | title=改正\n"
    "- bar irb.b2 | start=FY2020-Q4 | end=FY2021-Q4 | open=true | measures=irb.m1 irb.m2 | after=irb.b1 | notes=n1 | "
    "status=running | title=ガイダンス\n"
    "+ bar irb.b1 | start=FY2020-Q1 | end=FY2020-Q3 | basis=inferred | status=done | title=改正\n",
    "irb.r1 (irb.r1.i1) irb.r2 irb.m2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b3 irb.b4 irb.ms" },
  /* The mark in a text stays as a word. */
  { "unlocked remove n1",
    "- issue irb.r1.i1 | marker=・ | text=委員に<ref to=\"n1\">※</ref>AI&amp;MLの専門家がいない\n"
    "- bar irb.b2 | start=FY2020-Q4 | end=FY2021-Q4 | open=true | measures=irb.m1 irb.m2 | after=irb.b1 | notes=n1 | "
    "status=running | title=ガイダンス\n"
    "- note n1 | number=※ | text=指針\n"
    "- paragraph n1.p1 | text=令和３年改正\n"
    "+ issue irb.r1.i1 | marker=・ | text=委員に※AI&amp;MLの専門家がいない\n"
    "+ bar irb.b2 | start=FY2020-Q4 | end=FY2021-Q4 | open=true | measures=irb.m1 irb.m2 | after=irb.b1 | "
    "status=running | title=ガイダンス\n", NULL },
  { "unlocked remove ed",
    "- roadmap roadmap | edition=ed | fiscal-start=4 | title=工程表 | title@en=Roadmap\n"
    "- edition ed | date=2020-06-18 | title=令和２年６月18日\n"
    "+ roadmap roadmap | fiscal-start=4 | title=工程表 | title@en=Roadmap\n", NULL },

  /* Up and down among what is shown beside it. */
  { "up irb.b2", "", "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b3 irb.b4 irb.ms" },
  { "down irb.r1", "", "irb.r2 irb.r1 (irb.r1.i1) irb.m1 irb.m2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b2 irb.b3 irb.b4 irb.ms" },
  { "up irb.b1", "refused", NULL },
  { "up irb.b1 irb.b2", "refused", NULL },
  { "down irb.ms", "refused", NULL },
  /* irb.b3 is shown under a roadblock, so it is passed over. */
  { "up irb.ms", "", "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b2 irb.b3 irb.ms irb.b4" },
  { "up irb.ms irb.b4", "", "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.b4 irb.ms irb.m2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b2 irb.b3" },
  { "down irb", "", NULL },
  { "up irb ic", "refused", NULL },
  { "up irb.b1.f2", "", "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b1 (irb.b1.f2 irb.b1.f1) irb.b2 irb.b3 irb.b4 irb.ms" },

  /* To another place: a link, a parent, or both. */
  { "move irb.b1 onto irb.m2",
    "- bar irb.b1 | start=FY2020-Q1 | end=FY2020-Q3 | basis=inferred | measures=irb.m1 | status=done | title=改正\n"
    "+ bar irb.b1 | start=FY2020-Q1 | end=FY2020-Q3 | basis=inferred | measures=irb.m2 | status=done | title=改正\n",
    "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b3 irb.b4 irb.ms" },
  { "move irb.b2 before irb.b1 irb.m1 irb.m1", "",
    "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b3 irb.b4 irb.ms" },
  { "move irb.b1 after irb.b2 irb.m2 irb.m1",
    "- bar irb.b1 | start=FY2020-Q1 | end=FY2020-Q3 | basis=inferred | measures=irb.m1 | status=done | title=改正\n"
    "+ bar irb.b1 | start=FY2020-Q1 | end=FY2020-Q3 | basis=inferred | measures=irb.m2 | status=done | title=改正\n",
    "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b3 irb.b4 irb.ms" },
  /* From one of the two measures it serves. */
  { "move irb.b3,irb.b2 onto irb.r1",
    "- bar irb.b2 | start=FY2020-Q4 | end=FY2021-Q4 | open=true | measures=irb.m1 irb.m2 | after=irb.b1 | notes=n1 | "
    "status=running | title=ガイダンス\n"
    "- bar irb.b3 | start=FY2021 | end=FY2021 | roadblocks=irb.r2 | title=人材育成\n"
    "+ bar irb.b2 | start=FY2020-Q4 | end=FY2021-Q4 | open=true | roadblocks=irb.r1 | after=irb.b1 | notes=n1 | "
    "status=running | title=ガイダンス\n"
    "+ bar irb.b3 | start=FY2021 | end=FY2021 | roadblocks=irb.r1 | title=人材育成\n",
    "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b4 irb.b2 irb.b3 irb.ms" },
  { "move irb.b3 onto irb",
    "- bar irb.b3 | start=FY2021 | end=FY2021 | roadblocks=irb.r2 | title=人材育成\n"
    "+ bar irb.b3 | start=FY2021 | end=FY2021 | title=人材育成\n",
    "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b2 irb.b4 irb.b3 irb.ms" },
  { "move irb.b1 onto ic",
    "- bar irb.b1 | start=FY2020-Q1 | end=FY2020-Q3 | basis=inferred | measures=irb.m1 | status=done | title=改正\n"
    "+ bar irb.b1 | start=FY2020-Q1 | end=FY2020-Q3 | basis=inferred | status=done | title=改正\n",
    "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b2 irb.b3 irb.b4 irb.ms" },
  /* Its bar goes along; the one that also serves another measure stays there. */
  { "move irb.m1 onto ic",
    "- measure irb.m1 | roadblocks=irb.r1 irb.r2 | title=指針の改正\n"
    "+ measure irb.m1 | title=指針の改正\n",
    "irb.r1 (irb.r1.i1) irb.r2 irb.m2 irb.b2 irb.b3 irb.b4 irb.ms" },
  { "move irb.m1 onto irb.r1 irb irb.r2",
    "- measure irb.m1 | roadblocks=irb.r1 irb.r2 | title=指針の改正\n"
    "+ measure irb.m1 | roadblocks=irb.r1 | title=指針の改正\n", NULL },
  { "move irb.m1 onto irb.m2", "refused", NULL },
  { "move irb.r1 onto irb.m2", "refused", NULL },
  { "move irb.r1 onto genome", "refused", NULL },
  { "move genome onto genome.sub", "refused", NULL },
  { "move genome onto genome", "refused", NULL },
  { "move irb.b4 before irb.b4", "refused", NULL },
  { "move irb.b4 after irb.b4", "refused", NULL },
  { "move genome.sub after genome map", "", NULL },
  { "move irb.b4,genome.b1 onto ic", "", "irb.r1 (irb.r1.i1) irb.r2 irb.m1 irb.m2 irb.b1 (irb.b1.f1 irb.b1.f2) irb.b2 irb.b3 irb.ms" },

  /* Several at once; what has no status is passed over. */
  { "status irb.b2 irb.b3 irb.b1 irb.r1",
    "- bar irb.b2 | start=FY2020-Q4 | end=FY2021-Q4 | open=true | measures=irb.m1 irb.m2 | after=irb.b1 | notes=n1 | "
    "status=running | title=ガイダンス\n"
    "- bar irb.b3 | start=FY2021 | end=FY2021 | roadblocks=irb.r2 | title=人材育成\n"
    "+ bar irb.b2 | start=FY2020-Q4 | end=FY2021-Q4 | open=true | measures=irb.m1 irb.m2 | after=irb.b1 | notes=n1 | "
    "status=done | title=ガイダンス\n"
    "+ bar irb.b3 | start=FY2021 | end=FY2021 | roadblocks=irb.r2 | status=done | title=人材育成\n", NULL },
};

static void
check_story (guint i)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
  g_autoptr (GHashTable) known = list_ids (roadmap);
  g_autofree char *before = sample_dump (roadmap);
  g_autofree char *after = NULL;
  g_autofree char *told = NULL;
  g_autofree char *changes = NULL;
  g_autofree char *shape = NULL;
  g_autoptr (GString) raw_shape = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const char *story = stories[i].story;

  g_test_message ("%s", story);
  if (g_str_has_prefix (story, "unlocked "))
    {
      roadmap_set_wording_locked (roadmap, FALSE);
      story += strlen ("unlocked ");
    }
  if (!perform (roadmap, history, story, &error))
    {
      after = sample_dump (roadmap);
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, stories[i].changes);
      g_assert_cmpstr (after, ==, before);
      g_assert_false (roadmap_history_get_can_undo (history));
      return;
    }
  g_assert_no_error (error);
  after = sample_dump (roadmap);
  told = tell_ids (roadmap, known, after);
  changes = list_changes (before, told);
  g_assert_cmpstr (changes, ==, stories[i].changes);
  append_shape (sample_get (roadmap, "irb"), raw_shape);
  shape = tell_ids (roadmap, known, raw_shape->str);
  g_assert_cmpstr (shape, ==, stories[i].shape != NULL ? stories[i].shape : irb_shape);
  check_step (roadmap, history, before);
}

static void
test_stories (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    check_story (i);
}

/* What a menu offers at an item: | divides what is beside, inside and around. */
static const struct
{
  const char *id;
  const char *kinds;
} additions[] = {
  { "irb", " stage | roadblock measure bar milestone addressed heading note remark | lane column" },
  { "irb.r1", " roadblock | measure bar issue remark | milestone addressed heading note" },
  { "irb.m1", " measure | bar followup remark | roadblock milestone addressed heading note" },
  { "irb.b1", " bar | followup remark | roadblock measure milestone addressed heading note" },
  { "genome.sub", " lane | lane measure bar milestone note remark" },
  { "roadmap", " | narrative chart map domain category status part remark" },
};

static char *
list_kinds (Roadmap    *roadmap,
            const char *id)
{
  g_autoptr (GArray) list = roadmap_list_additions (roadmap, sample_get (roadmap, id));
  g_autoptr (GString) kinds = g_string_new (NULL);
  RoadmapAddWhere where = ROADMAP_ADD_BESIDE;

  for (guint i = 0; i < list->len; i++)
    {
      const RoadmapAddition *addition = &g_array_index (list, RoadmapAddition, i);

      for (; where < addition->where; where++)
        g_string_append (kinds, " |");
      g_string_append_printf (kinds, " %s", addition->kind->name);
    }
  return g_string_free (g_steal_pointer (&kinds), FALSE);
}

static void
test_additions (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);

  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      g_autofree char *kinds = list_kinds (roadmap, additions[i].id);

      g_assert_cmpstr (kinds, ==, additions[i].kinds);
    }
}

static const struct
{
  const char *number;
  const char *next;
} numbers[] = {
  { "1", "2" },
  { "9", "10" },
  { "19", "20" },
  { "１", "２" },
  { "９", "１０" },
  { "(1)", "(2)" },
  { "第３期", "第４期" },
  { "①", "②" },
  { "⑳", "㉑" },
  { "㉟", "㊱" },
  { "㊿", NULL },
  { "⑴", "⑵" },
  { "⒇", NULL },
  { "1-9", "1-10" },
  { "※", NULL },
  { "※１", "※２" },
  { "", NULL },
  { "99999999999999999999", "42949672960" },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *next = roadmap_number_next (numbers[i].number);

      g_assert_cmpstr (next, ==, numbers[i].next);
    }
}

/* Whatever can be added anywhere is sound, and so is a copy of it. */
static void
test_every_kind (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
  g_autoptr (GDate) today = g_date_new_dmy (18, 6, 2020);
  g_autoptr (GPtrArray) items = roadmap_list (roadmap, NULL, NULL);
  guint n = 0;

  g_ptr_array_add (items, roadmap_get_root (roadmap));
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GArray) list = roadmap_list_additions (roadmap, g_ptr_array_index (items, i));

      for (guint j = 0; j < list->len; j++, n++)
        {
          const RoadmapAddition *addition = &g_array_index (list, RoadmapAddition, j);
          g_autoptr (RoadmapItem) item = NULL;
          g_autoptr (GPtrArray) one = g_ptr_array_new ();
          g_autoptr (GPtrArray) copies = NULL;
          g_autoptr (GError) error = NULL;
          RoadmapPlace place;

          g_assert_true (roadmap_find_addition (roadmap, addition->kind, g_ptr_array_index (items, i), addition->where, &place));
          item = roadmap_new_item (roadmap, addition->kind, &place, today, NULL);
          roadmap_arrange_insert (history, roadmap, "add", item, &place, &error);
          g_assert_no_error (error);
          g_assert_true (roadmap_check (roadmap, item, NULL));
          g_ptr_array_add (one, item);
          copies = roadmap_arrange_duplicate (history, roadmap, "copy", one, &error);
          g_assert_no_error (error);
          roadmap_arrange_remove (history, roadmap, "remove", one, &error);
          g_assert_no_error (error);
        }
    }
  g_assert_cmpuint (n, >, 100);
}

/* Items of another document, put down at @at. */
static GPtrArray *
paste (Roadmap     *roadmap,
       const char  *text,
       const char  *at,
       guint       *n_dropped,
       GError     **error)
{
  g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) texts = g_strsplit (text, "\n\n", -1);

  for (char **each = texts; *each != NULL; each++)
    g_ptr_array_add (items, sample_parse_item (*each));
  return roadmap_arrange_paste (history, roadmap, "step", items, sample_get (roadmap, at), n_dropped, error);
}

static const struct
{
  const char *text;
  const char *at;
  const char *changes;
  guint       n_dropped;
} pastes[] = {
  /* An id that is free stays; one that is taken is replaced, and links to it too. */
  { "bar x.b1 | start=FY2020 | end=FY2020 | title=甲\n\nbar irb.b1 | start=FY2020 | end=FY2020 | after=x.b1 | title=乙\n\n"
    "milestone x.ms | start=2020-04 | of=irb.b1 | title=丙",
    "ic",
    "+ bar x.b1 | origin=editor | start=FY2020 | end=FY2020 | title=甲\n"
    "+ bar bar#1 | origin=editor | start=FY2020 | end=FY2020 | after=x.b1 | title=乙\n"
    "+ milestone x.ms | origin=editor | start=2020-04 | of=bar#1 | title=丙\n", 0 },
  /* Links to what this document lacks are left out, those to its statuses and categories stay. */
  { "bar x.b1 | source=part.7 | start=FY2020 | end=FY2020 | measures=x.m7 | after=x.b7 irb.b1 | status=running | title=甲",
    "irb.m2",
    "+ bar x.b1 | origin=editor | start=FY2020 | end=FY2020 | measures=irb.m2 | after=irb.b1 | status=running | title=甲\n", 2 },
  /* Beside a bar: where that stands. */
  { "bar x.b1 | start=FY2020 | end=FY2020 | title=甲", "irb.b2",
    "+ bar x.b1 | origin=editor | start=FY2020 | end=FY2020 | measures=irb.m1 irb.m2 | title=甲\n", 0 },
  /* … unless its own links say it. */
  { "bar x.b1 | start=FY2020 | end=FY2020 | measures=irb.m2 | title=甲", "irb.b1",
    "+ bar x.b1 | origin=editor | start=FY2020 | end=FY2020 | measures=irb.m2 | title=甲\n", 0 },
  /* A whole stage, with a bar selected. */
  { "stage x | number=① | title=新\n  measure x.m | title=丁\n  bar x.b | start=FY2020 | end=FY2020 | measures=x.m | title=甲",
    "irb.b2",
    "+ stage x | origin=editor | number=① | title=新\n"
    "+ measure x.m | title=丁\n"
    "+ bar x.b | start=FY2020 | end=FY2020 | measures=x.m | title=甲\n", 0 },
  { "issue x.i | text=<ref to=\"n1\">※</ref>と<ref to=\"n9\">※２</ref>", "irb.r2",
    "+ issue x.i | origin=editor | text=<ref to=\"n1\">※</ref>と※２\n", 1 },
};

static void
test_paste (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pastes); i++)
    {
      g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
      g_autoptr (GHashTable) known = list_ids (roadmap);
      g_autofree char *before = sample_dump (roadmap);
      g_autofree char *after = NULL;
      g_autofree char *told = NULL;
      g_autofree char *changes = NULL;
      g_autoptr (GPtrArray) pasted = NULL;
      g_autoptr (GError) error = NULL;
      guint n_dropped;

      for (const char *id = strchr (pastes[i].text, ' '); id != NULL; id = strstr (id + 1, " x."))
        g_hash_table_add (known, g_strndup (id + 1, strcspn (id + 1, " ")));
      pasted = paste (roadmap, pastes[i].text, pastes[i].at, &n_dropped, &error);
      g_assert_no_error (error);
      after = sample_dump (roadmap);
      told = tell_ids (roadmap, known, after);
      changes = list_changes (before, told);
      g_assert_cmpstr (changes, ==, pastes[i].changes);
      g_assert_cmpuint (n_dropped, ==, pastes[i].n_dropped);
    }
}

/* The same id twice, links to things of the wrong kind and to itself. */
static void
test_paste_hostile (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autoptr (GPtrArray) pasted = NULL;
  g_autoptr (GError) error = NULL;
  guint n_dropped;

  pasted = paste (roadmap,
                  "bar x | start=FY2020 | end=FY2020 | measures=irb x | after=x | title=甲\n\n"
                  "bar x | start=FY2020 | end=FY2020 | status=x | title=乙\n\n"
                  "bar plan | start=FY2020 | end=FY2020 | after=plan roadmap | title=丙",
                  "ic", &n_dropped, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pasted->len, ==, 3);
  g_assert_cmpuint (n_dropped, ==, 4);
  for (guint i = 0; i < pasted->len; i++)
    g_assert_true (roadmap_check (roadmap, g_ptr_array_index (pasted, i), NULL));
}

/* Within an amendment what is added is part of it, and what was adopted can be taken out. */
static void
test_amendment (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
  g_autoptr (GPtrArray) bar = get_items (roadmap, "irb.b1");
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;
  RoadmapItem *amendment;

  roadmap_history_begin (history, "amend");
  amendment = roadmap_open_amendment (roadmap, "2022-03-25", "見直し", NULL, &error);
  g_assert_no_error (error);
  roadmap_history_commit (history, &error);
  g_assert_no_error (error);

  copies = roadmap_arrange_duplicate (history, roadmap, "copy", bar, &error);
  g_assert_no_error (error);
  g_assert_null (roadmap_item_get (g_ptr_array_index (copies, 0), "origin"));
  g_assert_true (roadmap_item_is_of (g_ptr_array_index (copies, 0), amendment));

  roadmap_arrange_remove (history, roadmap, "remove", bar, &error);
  g_assert_no_error (error);
  g_assert_true (roadmap_item_is_withdrawn (g_ptr_array_index (bar, 0)));
  g_assert_null (roadmap_item_get (sample_get (roadmap, "irb.b2"), "after"));
  roadmap_arrange_remove (history, roadmap, "remove", copies, &error);
  g_assert_no_error (error);

  roadmap_history_undo (history);
  roadmap_history_undo (history);
  g_assert_cmpstr (roadmap_item_get (sample_get (roadmap, "irb.b2"), "after"), ==, "irb.b1");
  g_assert_false (roadmap_item_is_withdrawn (g_ptr_array_index (bar, 0)));
}

static const struct
{
  const char *text;
  const char *at;
  const char *message;
} refused_pastes[] = {
  { "cell x | title=甲", "irb", "There is no place for the kind “Cell” here; select another item first and paste again" },
  { "bar x | start=FY2020 | end=FY2020 | title=甲\n\ncell y | title=甲", "irb",
    "There is no place for the kind “Cell” here; select another item first and paste again" },
  { "bar x | start=FY2021 | end=FY2020 | title=甲", "irb",
    "“x” ends (FY2020) before it starts (FY2021); exchange the two or correct one" },
  { "bar x | start=FY2021 | title=甲", "irb", "the bar “x” has no “end”; add one" },
};

static void
test_paste_nowhere (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused_pastes); i++)
    {
      g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
      g_autofree char *before = sample_dump (roadmap);
      g_autofree char *after = NULL;
      g_autoptr (GPtrArray) pasted = NULL;
      g_autoptr (GError) error = NULL;
      guint n_dropped;

      pasted = paste (roadmap, refused_pastes[i].text, refused_pastes[i].at, &n_dropped, &error);
      g_assert_null (pasted);
      g_assert_cmpstr (error->message, ==, refused_pastes[i].message);
      after = sample_dump (roadmap);
      g_assert_cmpstr (after, ==, before);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrange/stories", test_stories);
  g_test_add_func ("/arrange/additions", test_additions);
  g_test_add_func ("/arrange/numbers", test_numbers);
  g_test_add_func ("/arrange/every-kind", test_every_kind);
  g_test_add_func ("/arrange/paste", test_paste);
  g_test_add_func ("/arrange/paste-hostile", test_paste_hostile);
  g_test_add_func ("/arrange/paste-nowhere", test_paste_nowhere);
  g_test_add_func ("/arrange/amendment", test_amendment);
  return g_test_run ();
}
