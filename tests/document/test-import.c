/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/import.h"

#include <string.h>

#include "../model/sample.h"
#include "document/csv-text.h"
#include "document/document.h"
#include "document/encoding.h"
#include "document/plain-time.h"

static GDate today;

static Roadmap *
try (const char  *importer,
     const char  *name,
     const char  *text,
     gssize       length,
     GError     **error)
{
  g_autoptr (GBytes) content = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return roadmap_import_find (importer)->read (content, name, &(RoadmapImportOptions) { .today = &today }, error);
}

static Roadmap *
import (const char *importer,
        const char *name,
        const char *text)
{
  g_autoptr (GError) error = NULL;
  Roadmap *roadmap = try (importer, name, text, -1, &error);

  g_assert_no_error (error);
  return roadmap;
}

/* All but the outermost item, whose id comes from the file's content. */
static void
assert_items (Roadmap    *roadmap,
              const char *expected)
{
  g_autofree char *dump = sample_dump (roadmap);

  sample_assert_text (strchr (dump, '\n') + 1, expected);
}

static void
assert_error (const char *importer,
              const char *name,
              const char *text,
              gssize      length,
              const char *pattern)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Roadmap) roadmap = try (importer, name, text, length, &error);

  g_assert_null (roadmap);
  g_assert_nonnull (error);
  g_assert_true (error->domain == ROADMAP_ERROR);
  if (!g_pattern_match_simple (pattern, error->message))
    g_error ("“%s” is not “%s”", error->message, pattern);
}

/* Time */

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    const char *days; /* NULL: not understood */
    gboolean    is_fiscal;
  } rows[] = {
    { "2020-04-01", "2020-04-01 2020-04-01" },
    { " 2020/4/1 ", "2020-04-01 2020-04-01" },
    { "2020.04.01", "2020-04-01 2020-04-01" },
    { "20200401", "2020-04-01 2020-04-01" },
    { "2020-04-01T08:00:00", "2020-04-01 2020-04-01" },
    { "2020/04/01 8:00", "2020-04-01 2020-04-01" },
    { "1.4.2020", "2020-04-01 2020-04-01" },
    { "15/4/2020", "2020-04-15 2020-04-15" },
    { "4/15/2020", "2020-04-15 2020-04-15" },
    { "4/4/2020", "2020-04-04 2020-04-04" },
    { "4/5/2020", NULL },
    { "２０２０年４月１日", "2020-04-01 2020-04-01" },
    { "令和2年4月1日", "2020-04-01 2020-04-01" },
    { "令和２年（2020）４月１日", "2020-04-01 2020-04-01" },
    { "令和元年5月1日", "2019-05-01 2019-05-01" },
    { "R2.4.1", "2020-04-01 2020-04-01" },
    { "H31/4/30", "2019-04-30 2019-04-30" },
    { "2020-02-30", NULL },
    { "2020-13-01", NULL },
    { "2020-02", "2020-02-01 2020-02-29" },
    { "2020/4", "2020-04-01 2020-04-30" },
    { "2020年4月", "2020-04-01 2020-04-30" },
    { "令和3年12月", "2021-12-01 2021-12-31" },
    { "2020-00", NULL },
    { "2020", "2020-01-01 2020-12-31" },
    { "2020年", "2020-01-01 2020-12-31" },
    { "2020-Q2", "2020-04-01 2020-06-30" },
    { "2020 Q4", "2020-10-01 2020-12-31" },
    { "Q4 2020", "2020-10-01 2020-12-31" },
    { "2020-H2", "2020-07-01 2020-12-31" },
    { "FY2020", "2020-04-01 2021-03-31", TRUE },
    { "fy2020 q1", "2020-04-01 2020-06-30", TRUE },
    { "FY2020-H2", "2020-10-01 2021-03-31", TRUE },
    { "2020年度", "2020-04-01 2021-03-31", TRUE },
    { "令和2年度第4四半期", "2021-01-01 2021-03-31", TRUE },
    { "令和2年度（2020）第1四半期", "2020-04-01 2020-06-30", TRUE },
    { "令和元年度", "2019-04-01 2020-03-31", TRUE },
    { "2020年度下半期", "2020-10-01 2021-03-31", TRUE },
    { "令和3年度上期", "2021-04-01 2021-09-30", TRUE },
    { "2020-Q5", NULL },
    { "0000-01-01", NULL },
    { "9999-12-31", NULL },
    { "", NULL },
    { "soon", NULL },
    { "令和", NULL },
    { "令和2年度以降", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapPlainTime time;
      gboolean is_read = roadmap_plain_time_parse (rows[i].text, 4, &time);
      g_autofree char *first = is_read ? roadmap_date_format (&time.first) : NULL;
      g_autofree char *last = is_read ? roadmap_date_format (&time.last) : NULL;
      g_autofree char *days = is_read ? g_strconcat (first, " ", last, NULL) : NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (days, ==, rows[i].days);
      if (is_read)
        g_assert_cmpint (time.is_fiscal, ==, rows[i].is_fiscal);
    }
}

/* Text */

static char *
join_cells (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = roadmap_csv_parse (bytes, "a.csv", &error);
  g_autoptr (GString) joined = g_string_new (NULL);

  if (rows == NULL)
    return g_strdup (error->message);
  for (guint i = 0; i < rows->len; i++)
    {
      const RoadmapCsvRow *row = g_ptr_array_index (rows, i);
      g_autofree char *cells = g_strjoinv ("|", row->cells);

      g_string_append_printf (joined, "%u:%s;", row->line, cells);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
test_cells (void)
{
  static const char *const rows[][2] = {
    { "a,b\r\n1,2\r\n", "1:a|b;2:1|2;" },
    { "a,b\n1,2", "1:a|b;2:1|2;" },
    { "a\rb\r", "1:a;2:b;" },
    { "a;b\n1;2,5\n", "1:a|b;2:1|2,5;" },
    { "a\tb, c\n1\t2\n", "1:a|b, c;2:1|2;" },
    { "a\n\n,,\n\n2\n", "1:a;5:2;" },
    { "a\n \"x\" \n", "1:a;2:x;" },
    { "a\n\" x \"\n", "1:a;2: x ;" },
    { "a\n  x  ,\n", "1:a;2:x|;" },
    { "a,b\n\"1,\"\"2\"\"\r\n3\",4\n5,6\n", "1:a|b;2:1,\"2\"\n3|4;4:5|6;" },
    { "a\n\"\"\n\"\",x\n", "1:a;3:|x;" },
    { "a\nx\"y\n", "1:a;2:x\"y;" },
    { "", "a.csv:1: the table is empty; choose another file" },
    { "\n\n,", "a.csv:1: the table is empty; choose another file" },
    { "a\n\"x\ny\n", "a.csv:2: a quotation mark opens a cell here that none closes; add it, or double it inside of a text" },
    { "a\n\"x\"y\n", "a.csv:2: there is text behind the quotation mark that closes a cell; double the mark if it belongs to the "
                     "text" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *cells = join_cells (rows[i][0]);

      g_assert_cmpstr (cells, ==, rows[i][1]);
    }
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *encoding;
    const char *mark;
  } rows[] = {
    { "UTF-8", "" }, { "UTF-8", "\ufeff" }, { "UTF-16LE", "\ufeff" }, { "UTF-16BE", "\ufeff" }, { "UTF-16LE", "" },
    { "CP932", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strconcat (rows[i].mark, "件名,開始\r\nガイダンス①,2020年度\r\n", NULL);
      gsize size;
      g_autofree char *encoded = g_convert (text, -1, rows[i].encoding, "UTF-8", NULL, &size, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (Roadmap) roadmap = try ("csv", "a.csv", encoded, size, &error);
      g_autoptr (GPtrArray) bars = NULL;

      g_test_message ("%s%s", rows[i].encoding, *rows[i].mark != '\0' ? " with a mark" : "");
      g_assert_no_error (error);
      bars = roadmap_list (roadmap, NULL, "bar");
      g_assert_cmpuint (bars->len, ==, 1);
      g_assert_cmpstr (roadmap_item_get (bars->pdata[0], "title"), ==, "ガイダンス①");
    }
  assert_error ("csv", "a.csv", "title\n\xff\xfd\x80\x81", -1, "a.csv:1: *UTF-8*");
  assert_error ("csv", "a.csv", "title\nA\0B", 9, "a.csv:*");
  assert_error ("csv", "a.csv", "", 0, "a.csv:1: *empty*");
}

/* Simple tables */

static void
test_table (void)
{
  g_autoptr (Roadmap) roadmap = import ("csv", "/home/me/計画.csv",
                                        "番号,分野,施策名,開始日（予定）,終了日（予定）,状況,備考,先行作業,マイルストーン\n"
                                        "1,審査,指針改正,2020/4/1,2020/12/31,完了,\"改正, 周知\",,\n"
                                        "2,同意,周知,令和3年度,,,,,\n"
                                        "3,審査,ガイダンス,令和2年度第4四半期,R3.6.30,実施中,,1,\n"
                                        "4,審査,答申,,2020年8月,,,,○\n"
                                        "5,,見直し,2022-05-10,2022-06-20,,,\"3, 2\",\n"
                                        "6,同意,検討,,,,,,\n");

  g_assert_cmpstr (roadmap_get_language (roadmap), ==, "ja");
  g_assert_cmpstr (roadmap_item_get (roadmap_get_root (roadmap), "title"), ==, "計画");
  g_assert_cmpint (roadmap_get_fiscal_start (roadmap), ==, 4);
  assert_items (roadmap,
                "  edition edition.first | date=2026-11-28 | draft=true | title=初版\n"
                "  status status-1 | origin=editor | closed=true | title=完了 | letter=完\n"
                "  status status-2 | origin=editor | title=実施中 | letter=実\n"
                "  chart chart-1 | calendar=fiscal | start=FY2020 | end=FY2022 | title=計画\n"
                "    lane lane-1 | title=審査\n"
                "      bar bar-1 | start=FY2020-Q1 | end=FY2020-Q3 | basis=stated | status=status-1 | title=指針改正 | "
                "detail=改正, 周知\n"
                "      bar bar-2 | start=FY2020-Q4 | end=FY2021-Q1 | basis=stated | after=bar-1 | status=status-2 | "
                "title=ガイダンス\n"
                "      milestone milestone-1 | start=2020-08 | basis=stated | title=答申\n"
                "    lane lane-2 | title=同意\n"
                "      bar bar-3 | start=FY2021 | end=FY2021 | basis=stated | title=周知\n"
                "      measure measure-1 | title=検討\n"
                "    lane lane-3 | title=その他\n"
                "      bar bar-4 | start=2022-05 | end=2022-06 | basis=stated | after=bar-2 bar-3 | title=見直し | "
                "timing=令和4年5月10日から令和4年6月20日まで\n");
}

/* The statuses of a new roadmap are those of the template; a word of the file that is among them is that one. */
static void
test_template (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "templates", "1-empty.xml", NULL);
  g_autoptr (RoadmapDocument) template = roadmap_document_open_path (path, NULL);
  const char text[] = "title,start,status,% complete\nA,2020,done,\nB,2021,Waiting,\nC,2022,,100%\n";
  g_autoptr (GBytes) content = g_bytes_new_static (text, strlen (text));
  RoadmapImportOptions options = { .today = &today };
  g_autoptr (Roadmap) roadmap = NULL;
  g_autoptr (GPtrArray) statuses = NULL;
  g_autofree char *ids = NULL;

  g_assert_nonnull (template);
  options.template = roadmap_document_get_roadmap (template);
  roadmap = roadmap_import_find ("csv")->read (content, "a.csv", &options, NULL);
  statuses = roadmap_list (roadmap, NULL, "status");
  ids = sample_join_ids (statuses);
  g_assert_true (g_str_has_prefix (ids, "not-started in-progress "));
  g_assert_true (g_str_has_suffix (ids, " status-1"));
  g_assert_cmpstr (roadmap_item_get (sample_get (roadmap, "not-started"), "title"), ==, "Not started");
  g_assert_cmpstr (roadmap_item_get (sample_get (roadmap, "bar-1"), "status"), ==, "done");
  g_assert_cmpstr (roadmap_item_get (sample_get (roadmap, "bar-2"), "status"), ==, "status-1");
  g_assert_cmpstr (roadmap_item_get (sample_get (roadmap, "bar-3"), "status"), ==, "done");
}

static void
test_english (void)
{
  g_autoptr (Roadmap) roadmap = import ("csv", "plan.csv",
                                        "Phase;Lane;Task Name;Start;Due date;% Complete;Description\n"
                                        "Design;North;Survey;2024-01-01;2024-12-31;100%;\n"
                                        "Design;South;Survey;2024-Q1;2024-Q3;40%;Two lines\n"
                                        "Design;;Report;;2024-08-15;;\n"
                                        "Build;;;;;;\n");

  g_assert_cmpstr (roadmap_get_language (roadmap), ==, "en");
  assert_items (roadmap,
                "  edition edition.first | date=2026-11-28 | draft=true | title=First edition\n"
                "  status status-1 | origin=editor | closed=true | title=Done | letter=D\n"
                "  chart chart-1 | calendar=calendar | start=2024 | end=2024 | title=plan\n"
                "    lane lane-1 | title=Design\n"
                "      lane lane-2 | title=North\n"
                "        bar bar-1 | start=2024 | end=2024 | basis=stated | status=status-1 | title=Survey\n"
                "      lane lane-3 | title=South\n"
                "        bar bar-2 | start=2024-Q1 | end=2024-Q3 | basis=stated | title=Survey | detail=Two lines\n"
                "      bar bar-3 | start=2024-08 | end=2024-08 | basis=stated | title=Report | "
                "timing=15 August 2024 to 15 August 2024\n"
                "    lane lane-4 | title=Build\n");
}

static void
test_table_errors (void)
{
  static const char *const rows[][2] = {
    { "x,y\n1,2\n", "a.csv:1: no column has the head “title”*" },
    { "title,start\nA,2020\n,2021\n", "a.csv:3: this row has no title*" },
    { "title,start\nA,2020\n\nB,someday\n", "a.csv:4: “someday” is no date*" },
    { "title,start,end\nA,2021,2020\n", "a.csv:2: “A” ends before it begins*" },
    { "title,status\nA,\"\001x\"\n", "a.csv:2: “title” holds a control character*" },
    { "title\n\"A\001\"\n", "a.csv:2: “title” holds a control character*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_error ("csv", "a.csv", rows[i][0], -1, rows[i][1]);
}

/* Tables of items */

#define ITEMS                                                                                                     \
  "id,kind,parent,language,title,title.exact,title@en,text,text.exact,date,draft,calendar,start,start.date,end,"    \
  "measures.1,measures.2,basis,number,edition\n"
#define ROOT    "r,roadmap,,ja,計画,,Plan,,,,,,,,,,,,,ed\n"
#define EDITION "ed,edition,r,ja,版,,,,,2020-06-18,,,,,,,,,,ed\n"
#define CHART   "c,chart,r,ja,図,,,,,,,fiscal,FY2020,2020-04-01,FY2022,,,,,ed\n"
#define LANE    "l,lane,c,ja,二行の題,\"二行\nの題\",,,,,,,,,,,,,①,ed\n"

static void
test_items (void)
{
  /* The bar comes before what it stands in, and its start only as a day. */
  g_autoptr (Roadmap) roadmap = import ("csv", "a.csv",
                                        ITEMS "b,bar,l,ja,帯,,Bar,,,,,,,2020-07-01,FY2021,m2,m1,inferred,,ed\n" ROOT CHART
                                          LANE "m1,measure,l,ja,一,,,,,,,,,,,,,,,ed\n"
                                        "m2,measure,l,ja,別の題,\"元の\n題\",,,,,,,,,,,,,,ed\n"
                                        "n,note,c,ja,,,,A&Bの,A&amp;B<link href=\"https://a.jp\">の</link>,,,,,,,,,,１,ed\n"
                                        "o,note,c,ja,,,,a < b,,,,,,,,,,,２,ed\n" EDITION);

  assert_items (roadmap,
                "  chart c | calendar=fiscal | start=FY2020 | end=FY2022 | title=図\n"
                "    lane l | number=① | title=二行\nの題\n"
                "      bar b | start=2020-07 | end=FY2021 | basis=inferred | measures=m2 m1 | title=帯 | title@en=Bar\n"
                "      measure m1 | title=一\n"
                "      measure m2 | title=別の題\n"
                "    note n | number=１ | text=A&amp;B<link href=\"https://a.jp\">の</link>\n"
                "    note o | number=２ | text=a &lt; b\n"
                "  edition ed | date=2020-06-18 | title=版\n");
  g_assert_cmpstr (roadmap_item_get_id (roadmap_get_root (roadmap)), ==, "r");
  g_assert_cmpuint (roadmap_item_get_line (sample_get (roadmap, "b")), ==, 0);
}

static void
test_item_errors (void)
{
  static const char *const rows[][2] = {
    { ITEMS ROOT "1x,chart,r,ja,A,,,,,,,,,,,,,,,\n", "a.csv:3: “1x” cannot be an id*" },
    { ITEMS ROOT "x,task,r,ja,A,,,,,,,,,,,,,,,\n", "a.csv:3: there are no items of the kind “task”*" },
    { ITEMS ROOT EDITION EDITION, "a.csv:4: the id “ed” is used twice*" },
    { ITEMS EDITION, "a.csv:1: there is no row of the kind “roadmap”*" },
    { ITEMS ROOT ROOT, "a.csv:3: the id “r” is used twice*" },
    { ITEMS ROOT "s,roadmap,,ja,A,,,,,,,,,,,,,,,\n", "a.csv:3: “s” has no right place*" },
    { ITEMS ROOT "x,edition,,ja,A,,,,,,,,,,,,,,,\n", "a.csv:3: “x” has no right place*" },
    { ITEMS ROOT "x,edition,y,ja,A,,,,,,,,,,,,,,,\n", "a.csv:3: the parent “y” has no row*" },
    { ITEMS ROOT EDITION "x,bar,r,ja,A,,,,,,,,,,,,,,,\n", "a.csv:4: “x” cannot stand in “r”*" },
    { ITEMS ROOT EDITION CHART "x,lane,y,ja,A,,,,,,,,,,,,,,,\ny,lane,x,ja,B,,,,,,,,,,,,,,,\n",
      "a.csv:5: “x” stands in itself*" },
    { ITEMS ROOT EDITION CHART "x,lane,x,ja,A,,,,,,,,,,,,,,,\n", "a.csv:5: “x” stands in itself*" },
    { ITEMS "r,roadmap,,,計画,,Plan,,,,,,,,,,,,,\n", "a.csv:2: “” is no language*" },
    { ITEMS ROOT EDITION CHART LANE "b,bar,l,ja,帯,,,,,,,,soon,,FY2021,,,,,\n", "a.csv:7: “start” cannot be “soon”*" },
    { ITEMS ROOT EDITION CHART LANE "b,bar,l,ja,帯,,,,,,,,FY2021,,FY2020,,,,,\n", "a.csv:7: *" },
    { ITEMS ROOT EDITION CHART LANE "b,bar,l,ja,帯,,,,,,,,FY2021,,FY2021,zz,,,,\n", "a.csv:7: *zz*" },
    { ITEMS ROOT EDITION CHART LANE "b,bar,l,ja,,,,,,,,,FY2021,,FY2021,,,,,\n", "a.csv:7: *title*" },
    { ITEMS ROOT EDITION CHART "n,note,c,ja,,,,,x <b>y</b>,,,,,,,,,,１,\n", "a.csv:5: *text*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_error ("csv", "a.csv", rows[i][0], -1, rows[i][1]);
}

/* Project plans */

#define PROJECT "<Project xmlns=\"http://schemas.microsoft.com/project\">\n"
#define TASK(uid, name, level, start, finish, more)                                                    \
  "<Task><UID>" uid "</UID><ID>" uid "</ID><Name>" name "</Name><OutlineLevel>" level "</OutlineLevel>" \
  "<Start>" start "T08:00:00</Start><Finish>" finish "T17:00:00</Finish>" more "</Task>\n"
#define AFTER(uid, type) "<PredecessorLink><PredecessorUID>" uid "</PredecessorUID><Type>" type "</Type></PredecessorLink>"

static void
test_project (void)
{
  g_autoptr (Roadmap) roadmap = import ("mspdi", "p.xml",
                                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" PROJECT "<Title>Harbour &amp; grid</Title>\n"
                                        "<FYStartDate>7</FYStartDate><Tasks>\n"
                                          TASK ("0", "Project", "0", "2024-01-01", "2025-12-31", "")
                                          TASK ("1", "All", "1", "2024-01-01", "2025-12-31", "<Summary>1</Summary>")
                                          TASK ("2", "Quay", "2", "2024-01-01", "2024-12-31", "")
                                          TASK ("3", "Survey", "3", "2024-07-01", "2024-12-31", "<PercentComplete>100</PercentComplete>"
                                                                                                "<Notes>Cables&#10;and ducts</Notes>")
                                          TASK ("4", "Lay cables", "3", "2025-02-10", "2025-03-31", AFTER ("3", "1") AFTER ("5", "1")
                                                                                                      AFTER ("2", "1"))
                                          TASK ("5", "On shore power", "3", "2025-06-30", "2025-06-30", "<Milestone>1</Milestone>")
                                          TASK ("6", "Batteries", "2", "2024-07-01", "2025-06-30", AFTER ("3", "3"))
                                          TASK ("7", "Gone", "2", "2024-07-01", "2025-06-30", "<IsNull>1</IsNull>")
                                        "<Task><UID>8</UID><Name>Some time</Name><OutlineLevel>9</OutlineLevel></Task>\n"
                                        "</Tasks></Project>\n");

  g_assert_cmpstr (roadmap_item_get (roadmap_get_root (roadmap), "title"), ==, "Harbour & grid");
  g_assert_cmpint (roadmap_get_fiscal_start (roadmap), ==, 7);
  assert_items (roadmap,
                "  edition edition.first | date=2026-11-28 | draft=true | title=First edition\n"
                "  status status-1 | origin=editor | closed=true | title=Done | letter=D\n"
                "  chart chart-1 | calendar=fiscal | start=FY2024 | end=FY2024 | title=All\n"
                "    lane lane-1 | title=Quay\n"
                "      bar bar-1 | start=FY2024-Q1 | end=FY2024-Q2 | basis=stated | status=status-1 | title=Survey | "
                "detail=Cables\nand ducts\n"
                "      bar bar-2 | start=2025-02 | end=2025-03 | basis=stated | after=bar-1 | title=Lay cables | "
                "timing=10 February 2025 to 31 March 2025\n"
                "      milestone milestone-1 | start=2025-06 | basis=stated | title=On shore power\n"
                "    lane lane-2 | title=Batteries\n"
                "      measure measure-1 | title=Some time\n");
}

static void
test_project_errors (void)
{
  static const char *const rows[][2] = {
    { "<Project>", "p.xml:1: *" },
    { "<Project><Tasks/></Project>", "p.xml:1: this is no project plan*" },
    { PROJECT "<Tasks>\n<Task><UID>1</UID></Task></Tasks></Project>", "p.xml:3: this task has no name*" },
    { PROJECT "<Tasks>\n" TASK ("1", "A", "1", "2024-02-30", "2024-03-01", "") "</Tasks></Project>",
      "p.xml:3: the task has the date “2024-02-30*" },
    { PROJECT "<Tasks>\n" TASK ("1", "A", "1", "2024-02-10", "2024-02-01", "") "</Tasks></Project>",
      "p.xml:3: “A” ends before it begins*" },
    { "<!DOCTYPE Project [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n" PROJECT "<Title>&b;</Title></Project>",
      "p.xml:1: *" },
    { "<!DOCTYPE Project SYSTEM \"file:///etc/passwd\">\n" PROJECT "</Project>", "p.xml:1: *" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_error ("mspdi", "p.xml", rows[i][0], -1, rows[i][1]);
}

/* What is not meant well */

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (PROJECT "<Tasks>\n");
  g_autoptr (Roadmap) roadmap = NULL;
  guint deepest = 0;

  for (guint i = 1; i <= 5000; i++)
    g_string_append_printf (text, "<Task><UID>%u</UID><Name>T</Name><OutlineLevel>%u</OutlineLevel></Task>\n", i, i);
  g_string_append (text, "</Tasks></Project>\n");
  roadmap = import ("mspdi", "p.xml", text->str);

  for (RoadmapItem *item = roadmap_get_root (roadmap); item != NULL;
       item = roadmap_item_next (item, roadmap_get_root (roadmap)))
    {
      guint depth = 0;

      for (RoadmapItem *above = item; above != NULL; above = roadmap_item_get_parent (above))
        depth++;
      deepest = MAX (deepest, depth);
    }
  g_assert_cmpuint (deepest, <, 50);
}

static void
test_deep_items (void)
{
  g_autoptr (GString) text = g_string_new (ITEMS ROOT EDITION CHART LANE);

  for (guint i = 1; i <= 1000; i++)
    if (i == 1)
      g_string_append (text, "l1,lane,l,ja,A,,,,,,,,,,,,,,,\n");
    else
      g_string_append_printf (text, "l%u,lane,l%u,ja,A,,,,,,,,,,,,,,,\n", i, i - 1);
  assert_error ("csv", "a.csv", text->str, -1, "a.csv:*: “l*” stands in itself or too deep in other items*");
}

static void
test_wide (void)
{
  g_autoptr (GString) text = g_string_new ("title");

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, ",x");
  g_string_append (text, "\nA\n");
  assert_error ("csv", "a.csv", text->str, -1, "a.csv:1: the table has too many cells*");
}

/* Twenty thousand rows are a matter of a moment, also if all are in one lane and follow each other. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("id,lane,title,start,end,after\n");
  g_autoptr (Roadmap) roadmap = NULL;
  g_autoptr (GPtrArray) bars = NULL;

  for (guint i = 1; i <= 20000; i++)
    g_string_append_printf (text, "%u,L,T,2020-04-01,2020-09-30,%u\n", i, i - 1);
  roadmap = import ("csv", "a.csv", text->str);
  bars = roadmap_list (roadmap, NULL, "bar");
  g_assert_cmpuint (bars->len, ==, 20000);
  g_assert_cmpstr (roadmap_item_get (bars->pdata[19999], "after"), ==, "bar-19999");
}

/* Which file is what */

static void
test_recognise (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *importer;
  } rows[] = {
    { "a.csv", "x", "csv" },
    { "A.CSV", "x", "csv" },
    { "a.tsv", "x", "csv" },
    { "a.xml", PROJECT, "mspdi" },
    { "a", "\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x -->\n<Project SaveVersion='14' xmlns='http://schemas.microsoft.com/project'>",
      "mspdi" },
    { "a.xml", "<roadmap xmlns=\"https://koteihyo.org/ns/roadmap\" version=\"1\">", NULL },
    { "a.xml", "<Project xmlns=\"https://example.org\">", NULL },
    { "a.txt", "title\nA", NULL },
    { "a.xml", "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) content = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      const RoadmapImporter *importer = roadmap_import_recognise (content, rows[i].name);

      g_assert_cmpstr (importer != NULL ? importer->id : NULL, ==, rows[i].importer);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_date_set_dmy (&today, 28, 11, 2026);
  g_test_add_func ("/import/times", test_times);
  g_test_add_func ("/import/cells", test_cells);
  g_test_add_func ("/import/encodings", test_encodings);
  g_test_add_func ("/import/table", test_table);
  g_test_add_func ("/import/template", test_template);
  g_test_add_func ("/import/english", test_english);
  g_test_add_func ("/import/table-errors", test_table_errors);
  g_test_add_func ("/import/items", test_items);
  g_test_add_func ("/import/item-errors", test_item_errors);
  g_test_add_func ("/import/project", test_project);
  g_test_add_func ("/import/project-errors", test_project_errors);
  g_test_add_func ("/import/deep", test_deep);
  g_test_add_func ("/import/deep-items", test_deep_items);
  g_test_add_func ("/import/wide", test_wide);
  g_test_add_func ("/import/long", test_long);
  g_test_add_func ("/import/recognise", test_recognise);
  return g_test_run ();
}
