/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "sample.h"

#include <stdlib.h>
#include <string.h>

const char sample_text[] =
  "roadmap roadmap | edition=ed | fiscal-start=4 | title=工程表 | title@en=Roadmap\n"
  "  edition ed | date=2020-06-18 | title=令和２年６月18日\n"
  "  domain common | title=共通\n"
  "  category a | label=A | title=法改正\n"
  "  category b | label=B | title=運用\n"
  "  status open | title=未着手 | letter=未\n"
  "  status running | title=実施中 | letter=実\n"
  "  status done | closed=true | title=完了 | letter=完\n"
  "  chart plan | calendar=fiscal | start=FY2020 | end=FY2023 | title=計画\n"
  "    stage irb | number=① | title=IRBの審査 | title@en=Ethics review\n"
  "      roadblock irb.r1 | domain=common | categories=a b | title=【審査の質】\n"
  "        issue irb.r1.i1 | marker=・ | text=委員に<ref to=\"n1\">※</ref>AI&amp;MLの専門家がいない\n"
  "      roadblock irb.r2 | title=【専門家の不足】\n"
  "      measure irb.m1 | roadblocks=irb.r1 irb.r2 | title=指針の改正\n"
  "      measure irb.m2 | title=周知\n"
  "      bar irb.b1 | start=FY2020-Q1 | end=FY2020-Q3 | basis=inferred | measures=irb.m1 | status=done | title=改正\n"
  "        followup irb.b1.f1 | origin=editor | date=2021-03-31 | year=FY2020 | status=running | progress=議論した\n"
  "        followup irb.b1.f2 | date=2022-03-31 | year=FY2021 | status=done | progress=告示した\n"
  "      bar irb.b2 | start=FY2020-Q4 | end=FY2021-Q4 | open=true | measures=irb.m1 irb.m2 | after=irb.b1 | notes=n1 | "
      "status=running | title=ガイダンス\n"
  "      bar irb.b3 | start=FY2021 | end=FY2021 | roadblocks=irb.r2 | title=人材育成\n"
  "      bar irb.b4 | start=FY2022 | end=FY2022 | title=見直し\n"
  "      milestone irb.ms | start=2020-08 | of=irb.b1 | title=答申\n"
  "    stage ic | number=② | title=同意\n"
  "      bar ic.b1 | start=FY2020-Q1 | end=FY2020-Q3 | status=running | title=改正\n"
  "      remark ic.x1 | origin=editor | text=推定\n"
  "    note n1 | number=※ | text=指針\n"
  "      paragraph n1.p1 | text=令和３年改正\n"
  "  chart map | calendar=calendar | start=2017 | end=2020 | title=俯瞰図\n"
  "    lane genome | number=① | title=ゲノム\n"
  "      lane genome.sub | title=拠点\n"
  "        bar genome.b1 | origin=editor | start=2017 | end=2018-Q2 | title=整備\n"
  "      milestone genome.ms | start=2018 | title=運用開始\n";

static RoadmapItem *
parse_line (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, " | ", -1);
  g_auto (GStrv) head = g_strsplit (parts[0], " ", -1);
  const RoadmapKind *kind = roadmap_schema_find_kind (head[0]);
  RoadmapItem *item;

  g_assert_nonnull (kind);
  g_assert_cmpuint (g_strv_length (head), ==, 2);
  item = roadmap_item_new (kind, head[1]);
  for (char **part = parts + 1; *part != NULL; part++)
    {
      g_auto (GStrv) pair = g_strsplit (*part, "=", 2);
      char *language = strchr (pair[0], '@');

      if (language != NULL)
        *language++ = '\0';
      roadmap_item_init_value (item, sample_get_field (item, pair[0]), language, pair[1]);
    }
  return item;
}

RoadmapItem *
sample_parse_item (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  RoadmapItem *stack[16] = { NULL };

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      gsize depth = strspn (lines[i], " ") / 2;
      g_autoptr (RoadmapItem) item = parse_line (lines[i] + depth * 2);

      g_assert_cmpuint (depth, <, G_N_ELEMENTS (stack));
      g_assert_cmpint (depth == 0, ==, i == 0);
      roadmap_item_set_line (item, i + 1);
      if (depth > 0)
        roadmap_item_init_child (stack[depth - 1], item);
      stack[depth] = depth > 0 ? item : g_object_ref (item);
    }
  return stack[0];
}

Roadmap *
sample_try (const char  *text,
            GError     **error)
{
  g_autoptr (RoadmapItem) root = sample_parse_item (text);

  return roadmap_new (root, "ja", error);
}

Roadmap *
sample_parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  Roadmap *roadmap = sample_try (text, &error);

  g_assert_no_error (error);
  return roadmap;
}

static void
append_value_cb (const RoadmapField *field,
                 const char         *language,
                 const char         *value,
                 gpointer            text)
{
  g_string_append_printf (text, " | %s%s%s=%s", field->name,
                          language != NULL ? "@" : "", language != NULL ? language : "", value);
}

static void
append_item (Roadmap     *roadmap,
             RoadmapItem *item,
             guint        depth,
             GString     *text)
{
  g_assert_true (roadmap_lookup (roadmap, roadmap_item_get_id (item)) == item);

  g_string_append_printf (text, "%*s%s %s", (int) depth * 2, "",
                          roadmap_item_get_kind (item)->name, roadmap_item_get_id (item));
  roadmap_item_foreach_value (item, append_value_cb, text);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (item, i);

      g_assert_true (roadmap_item_get_parent (child) == item);
      g_assert_cmpuint (roadmap_item_get_position (child), ==, i);
      append_item (roadmap, child, depth + 1, text);
    }
}

char *
sample_dump (Roadmap *roadmap)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_item (roadmap, roadmap_get_root (roadmap), 0, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
sample_assert_text (const char *actual,
                    const char *expected)
{
  g_auto (GStrv) lines = g_strsplit (actual, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; lines[i] != NULL || expected_lines[i] != NULL; i++)
    if (g_strcmp0 (lines[i], expected_lines[i]) != 0)
      g_error ("line %u is “%s” instead of “%s”", i + 1, lines[i], expected_lines[i]);
}

static RoadmapEdit *
parse_set (RoadmapItem *item,
           const char  *text)
{
  g_auto (GStrv) pair = g_strsplit (text, "=", 2);
  char *language = strchr (pair[0], '@');

  if (language != NULL)
    *language++ = '\0';
  return roadmap_edit_new_set (item, sample_get_field (item, pair[0]), language, pair[1]);
}

RoadmapEdit *
sample_parse_edit (Roadmap    *roadmap,
                   const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 4);
  RoadmapItem *item = sample_get (roadmap, words[1]);

  if (strcmp (words[0], "set") == 0)
    return parse_set (item, text + strlen ("set ") + strlen (words[1]) + 1);
  if (strcmp (words[0], "remove") == 0)
    return roadmap_edit_new_remove (item);
  if (strcmp (words[0], "move") == 0)
    return roadmap_edit_new_move (item, sample_get (roadmap, words[2]), atoi (words[3]));
  if (strcmp (words[0], "insert") == 0)
    {
      g_autoptr (RoadmapItem) child = sample_parse_item (words[3]);

      return roadmap_edit_new_insert (item, atoi (words[2]), child);
    }
  g_error ("“%s” is not an edit", text);
}

RoadmapItem *
sample_get (Roadmap    *roadmap,
            const char *id)
{
  RoadmapItem *item = roadmap_lookup (roadmap, id);

  if (item == NULL)
    g_error ("there is no item “%s”", id);
  return item;
}

const RoadmapField *
sample_get_field (RoadmapItem *item,
                  const char  *name)
{
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), name);

  if (field == NULL)
    g_error ("%s has no field “%s”", roadmap_item_get_kind (item)->name, name);
  return field;
}

char *
sample_join_ids (GPtrArray *items)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", roadmap_item_get_id (g_ptr_array_index (items, i)));
  return g_string_free (g_steal_pointer (&ids), FALSE);
}
