/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/reading.h"

#include "sample.h"

/* A text of two pages with notes, and a table in a part of its own whose pages are not in the order of the file. */
static const char source_text[] =
  "roadmap roadmap | title=工程表\n"
  "  part text | page=1 | title=本文 | heading=工程表について\n"
  "  part annex | page=1 | title=別添 | heading=解消のための工程表 | subheading=次ページ以降\n"
  "  edition ed | date=2020-06-18 | title=令和２年６月18日 | source=text | page=1\n"
  "  category a | label=A | title=法改正 | source=annex | page=1\n"
  "  category b | label=B | title=運用\n"
  "  status done | title=完了 | letter=完\n"
  "  narrative n | source=text | page=1 | title=工程表について | dateline=６月18日\n"
  "    section s1 | title=【解消】\n"
  "      paragraph s1.p1 | marker=○ | page=1-2 | text=検討<ref to=\"f1\">1</ref>した\n"
  "        paragraph s1.p1.1 | page=2 | text=特に\n"
  "    footnote f1 | page=1 | number=1 | text=まとめ\n"
  "      paragraph f1.p | marker=・ | text=参考\n"
  "  chart c2 | source=annex | page=5 | calendar=fiscal | start=FY2020 | end=FY2022 | title=領域\n"
  "    heading c2.h | for=note | title=【注釈】\n"
  "    column c2.c | title=2020\n"
  "    lane l | number=① | title=ゲノム\n"
  "      lane l.l | title=拠点\n"
  "        bar l.b | start=FY2020 | end=FY2020 | notes=c2.n | title=整備 | detail=速やかに\n"
  "    note c2.n | number=※ | text=拠出\n"
  "  chart c1 | source=annex | page=1 | calendar=fiscal | start=FY2020 | end=FY2022 | title=解消のための工程表\n"
  "    heading c1.h | for=roadblock | title=障壁\n"
  "    stage g | number=① | title=IRB | page=2\n"
  "      roadblock g.r | title=【審査】\n"
  "        issue g.r.i | marker=○ | text=異なる\n"
  "      addressed g.a | roadblocks=g.r\n"
  "        paragraph g.a.p | marker=・ | text=確認\n"
  "      bar g.b | start=FY2020 | end=FY2020 | title=・改正\n"
  "        followup g.b.f | date=2021-01-01 | progress=了\n"
  "      remark g.x | origin=editor | text=原文のまま\n"
  "  map m | title=俯瞰図\n"
  "    column m.c | title=予防\n"
  "    band m.b | title=技術\n"
  "      region m.r | number=⑦ | lane=l | title=予防\n"
  "        cell m.k | title=保健指導\n";

/* "FORM depth id.field marker" a line. */
static void
append_passage (GString              *text,
                const RoadmapPassage *passage)
{
  static const char *const forms[] = {
    "PAGE", "OVERLINE", "TITLE", "SUBTITLE", "BYLINE", "HEADING", "GROUP", "ENTRY", "TEXT", "DETAIL", "NOTE", "REMARK"
  };
  const char *marker = roadmap_passage_get_marker (passage);

  g_string_append_printf (text, "%*s%s", (int) passage->depth * 2, "", forms[passage->form]);
  if (passage->item != NULL)
    g_string_append_printf (text, " %s", roadmap_item_get_id (passage->item));
  if (passage->form == ROADMAP_PASSAGE_PAGE)
    g_string_append_printf (text, " %u", passage->page);
  if (passage->field != NULL)
    g_string_append_printf (text, " %s", passage->field->name);
  if (marker != NULL)
    g_string_append_printf (text, " %s", marker);
  g_string_append_c (text, '\n');
}

static char *
dump (GArray *passages)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < passages->len; i++)
    append_passage (text, &g_array_index (passages, RoadmapPassage, i));
  return g_string_free (text, FALSE);
}

static void
test_order (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (source_text);
  g_autoptr (GArray) passages = roadmap_reading_list (roadmap);
  g_autofree char *text = dump (passages);

  g_assert_cmpstr (text, ==,
                   "PAGE text 1\n"
                   "OVERLINE text title\n"
                   "TITLE text heading\n"
                   "BYLINE n dateline\n"
                   "HEADING s1 title\n"
                   "TEXT s1.p1 text ○\n"
                   "NOTE f1 text 1\n"
                   "  NOTE f1.p text ・\n"
                   "PAGE text 2\n"
                   "  TEXT s1.p1.1 text\n"
                   "PAGE annex 1\n"
                   "OVERLINE annex title\n"
                   "TITLE annex heading\n"
                   "SUBTITLE annex subheading\n"
                   "TEXT a title A\n"
                   "PAGE annex 2\n"
                   "HEADING g title\n"
                   "GROUP c1.h title\n"
                   "ENTRY g.r title\n"
                   "  TEXT g.r.i text ○\n"
                   "GROUP g.a\n"
                   "TEXT g.a.p text ・\n"
                   "GROUP g.b\n"
                   "TEXT g.b title\n"
                   "REMARK g.x text\n"
                   "PAGE annex 5\n"
                   "TITLE c2 title\n"
                   "HEADING l title\n"
                   "  HEADING l.l title\n"
                   "TEXT l.b title •\n"
                   "  DETAIL l.b detail\n"
                   "GROUP c2.h title\n"
                   "NOTE c2.n text ※\n"
                   "PAGE 0\n"
                   "TITLE m title\n"
                   "TEXT m.c title\n"
                   "HEADING m.b title\n"
                   "ENTRY m.r title\n"
                   "  TEXT m.k title •\n");
}

/* Without parts there are no pages, and the text is in the order of the file. */
static void
test_no_parts (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autoptr (GArray) passages = roadmap_reading_list (roadmap);
  g_autofree char *text = dump (passages);

  g_assert_true (g_str_has_prefix (text, "TITLE plan title\nHEADING irb title\nGROUP irb.r1\nENTRY irb.r1 title\n"
                                         "  TEXT irb.r1.i1 text ・\nENTRY irb.r2 title\nGROUP irb.m1\n"));
  g_assert_null (strstr (text, "PAGE"));
}

static void
test_find (void)
{
  static const struct
  {
    const char *id;
    const char *found;
  } rows[] = {
    { "s1.p1", "TEXT s1.p1 text ○\n" },
    { "l.b", "TEXT l.b title •\n" },
    /* What has no words of its own is found by those in it … */
    { "g.a", "TEXT g.a.p text ・\n" },
    { "c1", "HEADING g title\n" },
    { "n", "BYLINE n dateline\n" },
    { "c1.h", "GROUP c1.h title\n" },
    { "text", "OVERLINE text title\n" },
    /* … and what is left out by what is around it. */
    { "g.b.f", "TEXT g.b title\n" },
    { "c2.c", "TITLE c2 title\n" },
    { "ed", NULL },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (source_text);
  g_autoptr (GArray) passages = roadmap_reading_list (roadmap);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint position;

      if (roadmap_reading_find (passages, sample_get (roadmap, rows[i].id), &position))
        append_passage (text, &g_array_index (passages, RoadmapPassage, position));
      g_test_message ("%s", rows[i].id);
      g_assert_cmpstr (text->str, ==, rows[i].found != NULL ? rows[i].found : "");
    }
}

static void
test_mentions (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (source_text);
  g_autoptr (GPtrArray) text = roadmap_reading_list_mentions (roadmap, sample_get (roadmap, "f1"));
  g_autoptr (GPtrArray) chart = roadmap_reading_list_mentions (roadmap, sample_get (roadmap, "c2.n"));
  g_autofree char *text_ids = sample_join_ids (text);
  g_autofree char *chart_ids = sample_join_ids (chart);

  g_assert_cmpstr (text_ids, ==, "s1.p1");
  g_assert_cmpstr (chart_ids, ==, "l.b");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/order", test_order);
  g_test_add_func ("/reading/no-parts", test_no_parts);
  g_test_add_func ("/reading/find", test_find);
  g_test_add_func ("/reading/mentions", test_mentions);
  return g_test_run ();
}
