/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/era.h"

static void
test_days (void)
{
  static const struct
  {
    const char *date, *japanese, *english;
  } rows[] = {
    { "2020-06-18", "令和2年6月18日", "18 June 2020" },
    { "2019-05-01", "令和元年5月1日", "1 May 2019" },
    { "2019-04-30", "平成31年4月30日", "30 April 2019" },
    { "2018-12-31", "平成30年12月31日", "31 December 2018" },
    { "1989-01-08", "平成元年1月8日", "8 January 1989" },
    { "1989-01-07", "昭和64年1月7日", "7 January 1989" },
    { "1926-12-25", "昭和元年12月25日", "25 December 1926" },
    { "1926-12-24", "大正15年12月24日", "24 December 1926" },
    { "1912-07-30", "大正元年7月30日", "30 July 1912" },
    { "1912-07-29", "明治45年7月29日", "29 July 1912" },
    { "1868-10-23", "明治元年10月23日", "23 October 1868" },
    { "1868-10-22", "1868年10月22日", "22 October 1868" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate date;
      g_autofree char *japanese = NULL;
      g_autofree char *english = NULL;

      g_assert_true (roadmap_date_parse (rows[i].date, &date));
      japanese = roadmap_date_describe (&date, "ja");
      english = roadmap_date_describe (&date, "en");
      g_assert_cmpstr (japanese, ==, rows[i].japanese);
      g_assert_cmpstr (english, ==, rows[i].english);
    }
}

static void
test_years (void)
{
  static const struct
  {
    RoadmapCalendar  calendar;
    int              year;
    const char      *full, *era, *west, *english;
  } rows[] = {
    { ROADMAP_CALENDAR_FISCAL, 2020, "令和2年度（2020）", "令和2年度", "2020年度", "FY2020" },
    { ROADMAP_CALENDAR_FISCAL, 2023, "令和5年度（2023）", "令和5年度", "2023年度", "FY2023" },
    /* The ministries agreed on one name for the year of the change: 令和元年度, though its April was 平成. */
    { ROADMAP_CALENDAR_FISCAL, 2019, "令和元年度（2019）", "令和元年度", "2019年度", "FY2019" },
    { ROADMAP_CALENDAR_FISCAL, 2018, "平成30年度（2018）", "平成30年度", "2018年度", "FY2018" },
    { ROADMAP_CALENDAR_FISCAL, 1989, "平成元年度（1989）", "平成元年度", "1989年度", "FY1989" },
    { ROADMAP_CALENDAR_FISCAL, 1988, "昭和63年度（1988）", "昭和63年度", "1988年度", "FY1988" },
    /* The era that is a week long has no fiscal year of its own. */
    { ROADMAP_CALENDAR_FISCAL, 1927, "昭和2年度（1927）", "昭和2年度", "1927年度", "FY1927" },
    { ROADMAP_CALENDAR_FISCAL, 1926, "大正15年度（1926）", "大正15年度", "1926年度", "FY1926" },
    { ROADMAP_CALENDAR_FISCAL, 1912, "明治45年度（1912）", "明治45年度", "1912年度", "FY1912" },
    { ROADMAP_CALENDAR_CIVIL,  2020, "令和2年（2020）", "令和2年", "2020年", "2020" },
    { ROADMAP_CALENDAR_CIVIL,  2019, "平成31年・令和元年（2019）", "平成31年・令和元年", "2019年", "2019" },
    { ROADMAP_CALENDAR_CIVIL,  2017, "平成29年（2017）", "平成29年", "2017年", "2017" },
    { ROADMAP_CALENDAR_CIVIL,  1989, "昭和64年・平成元年（1989）", "昭和64年・平成元年", "1989年", "1989" },
    { ROADMAP_CALENDAR_CIVIL,  1988, "昭和63年（1988）", "昭和63年", "1988年", "1988" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapCalendar calendar = rows[i].calendar;
      g_autofree char *full = roadmap_year_describe (calendar, rows[i].year, ROADMAP_YEAR_LONG, "ja");
      g_autofree char *era = roadmap_year_describe (calendar, rows[i].year, ROADMAP_YEAR_ERA, "ja-JP");
      g_autofree char *west = roadmap_year_describe (calendar, rows[i].year, ROADMAP_YEAR_WEST, "ja");

      g_assert_cmpstr (full, ==, rows[i].full);
      g_assert_cmpstr (era, ==, rows[i].era);
      g_assert_cmpstr (west, ==, rows[i].west);
      for (int form = ROADMAP_YEAR_LONG; form <= ROADMAP_YEAR_WEST; form++)
        {
          g_autofree char *english = roadmap_year_describe (calendar, rows[i].year, form, "en");

          g_assert_cmpstr (english, ==, rows[i].english);
        }
    }
}

static void
test_years_before_meiji (void)
{
  g_autofree char *fiscal = roadmap_year_describe (ROADMAP_CALENDAR_FISCAL, 1867, ROADMAP_YEAR_ERA, "ja");
  g_autofree char *civil = roadmap_year_describe (ROADMAP_CALENDAR_CIVIL, 1867, ROADMAP_YEAR_ERA, "ja");
  g_autofree char *change = roadmap_year_describe (ROADMAP_CALENDAR_CIVIL, 1868, ROADMAP_YEAR_ERA, "ja");

  g_assert_cmpstr (fiscal, ==, "1867年度");
  g_assert_cmpstr (civil, ==, "1867年");
  g_assert_cmpstr (change, ==, "1868年・明治元年");
}

static void
test_points (void)
{
  static const struct
  {
    const char *point, *japanese, *english;
  } rows[] = {
    { "FY2020",    "令和2年度", "FY2020" },
    { "FY2020-H1", "令和2年度上半期", "FY2020 H1" },
    { "FY2020-H2", "令和2年度下半期", "FY2020 H2" },
    { "FY2020-Q1", "令和2年度第1四半期", "FY2020 Q1" },
    { "FY2020-Q4", "令和2年度第4四半期", "FY2020 Q4" },
    { "FY2019-Q1", "令和元年度第1四半期", "FY2019 Q1" },
    { "2017",      "平成29年", "2017" },
    { "2017-Q3",   "平成29年第3四半期", "2017 Q3" },
    { "2020-08",   "令和2年8月", "August 2020" },
    { "2021-01",   "令和3年1月", "January 2021" },
    { "2019-04",   "平成31年4月", "April 2019" },
    { "2019-05",   "令和元年5月", "May 2019" },
    /* A month in which the era changed has the name of the era it ended in. */
    { "1989-01",   "平成元年1月", "January 1989" },
    { "1926-12",   "昭和元年12月", "December 1926" },
    { "1912-07",   "大正元年7月", "July 1912" },
    { "1868-09",   "1868年9月", "September 1868" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapPoint point;
      g_autofree char *japanese = NULL;
      g_autofree char *english = NULL;

      g_assert_true (roadmap_point_parse (rows[i].point, 4, &point));
      japanese = roadmap_point_describe (&point, 4, "ja");
      english = roadmap_point_describe (&point, 4, "fr");
      g_assert_cmpstr (japanese, ==, rows[i].japanese);
      g_assert_cmpstr (english, ==, rows[i].english);
    }
}

static void
test_spans (void)
{
  static const struct
  {
    const char *start, *end;
    gboolean    open;
    const char *japanese, *english;
  } rows[] = {
    { "FY2020-Q1", "FY2021",    FALSE, "令和2年度第1四半期から令和3年度", "FY2020 Q1 to FY2021" },
    { "FY2020",    "FY2022",    FALSE, "令和2年度から令和4年度", "FY2020 to FY2022" },
    { "2019-04",   "2019-05",   FALSE, "平成31年4月から令和元年5月", "April 2019 to May 2019" },
    { "FY2020",    "FY2020",    FALSE, "令和2年度", "FY2020" },
    { "2020-08",   "2020-08",   FALSE, "令和2年8月", "August 2020" },
    /* The same first month, but not the same point. */
    { "FY2020-Q1", "FY2020",    FALSE, "令和2年度第1四半期から令和2年度", "FY2020 Q1 to FY2020" },
    { "FY2020",    "FY2020-Q1", FALSE, "令和2年度から令和2年度第1四半期", "FY2020 to FY2020 Q1" },
    { "FY2021-Q1", "FY2022-Q4", TRUE,  "令和3年度第1四半期以降", "FY2021 Q1 onwards" },
    { "FY2021",    "FY2021",    TRUE,  "令和3年度以降", "FY2021 onwards" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapSpan span = { .open = rows[i].open };
      g_autofree char *japanese = NULL;
      g_autofree char *english = NULL;

      g_assert_true (roadmap_point_parse (rows[i].start, 4, &span.start));
      g_assert_true (roadmap_point_parse (rows[i].end, 4, &span.end));
      japanese = roadmap_span_describe (&span, 4, "ja");
      english = roadmap_span_describe (&span, 4, NULL);
      g_assert_cmpstr (japanese, ==, rows[i].japanese);
      g_assert_cmpstr (english, ==, rows[i].english);
    }
}

static void
test_short_spans (void)
{
  static const struct
  {
    const char *start, *end;
    gboolean    open;
    const char *japanese, *english;
  } rows[] = {
    { "FY2020-Q1", "FY2020-Q3", FALSE, "令和2年度Q1–Q3", "FY2020\u00a0Q1–Q3" },
    { "FY2020-Q4", "FY2021-Q1", FALSE, "令和2年度Q4–3年度Q1", "FY2020\u00a0Q4–FY2021\u00a0Q1" },
    { "FY2020",    "FY2022",    FALSE, "令和2年度–4年度", "FY2020–FY2022" },
    { "FY2017",    "FY2020-H1", FALSE, "平成29年度–令和2年度上期", "FY2017–FY2020\u00a0H1" },
    { "FY2020",    "FY2020",    FALSE, "令和2年度", "FY2020" },
    { "FY2020",    "FY2020-Q2", FALSE, "令和2年度–2年度Q2", "FY2020–FY2020\u00a0Q2" },
    { "2020-04",   "2020-08",   FALSE, "令和2年4月–8月", "2020\u00a0Apr–Aug" },
    { "2020-02",   "2020-02",   FALSE, "令和2年2月", "2020\u00a0Feb" },
    { "2019-04",   "2019-05",   FALSE, "平成31年4月–令和元年5月", "2019\u00a0Apr–May" },
    { "2024-Q1",   "2024-Q4",   FALSE, "令和6年Q1–Q4", "2024\u00a0Q1–Q4" },
    { "FY2021-Q1", "FY2022-Q4", TRUE,  "令和3年度Q1–", "FY2021\u00a0Q1–" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapSpan span = { .open = rows[i].open };
      g_autofree char *japanese = NULL;
      g_autofree char *english = NULL;

      g_assert_true (roadmap_point_parse (rows[i].start, 4, &span.start));
      g_assert_true (roadmap_point_parse (rows[i].end, 4, &span.end));
      japanese = roadmap_span_abbreviate (&span, 4, "ja");
      english = roadmap_span_abbreviate (&span, 4, "en");
      g_assert_cmpstr (japanese, ==, rows[i].japanese);
      g_assert_cmpstr (english, ==, rows[i].english);
    }
}

/* A fiscal year that begins in October: its first quarter is still of that year. */
static void
test_other_fiscal_start (void)
{
  RoadmapPoint point;
  g_autofree char *japanese = NULL;

  g_assert_true (roadmap_point_parse ("FY2020-Q2", 10, &point));
  japanese = roadmap_point_describe (&point, 10, "ja");
  g_assert_cmpstr (japanese, ==, "令和2年度第2四半期");
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    int         year;
    const char *rest; /* NULL: no year of an era */
  } rows[] = {
    { "令和2年度", 2020, "年度" }, { "令和元年", 2019, "年" }, { "平成31.4", 2019, ".4" }, { "R2.4.1", 2020, ".4.1" },
    { "h30", 2018, "" }, { "昭和64年", 1989, "年" }, { "明治1年", 1868, "年" },
    { "令和", 0, NULL }, { "令和0年", 0, NULL }, { "令和100年", 0, NULL }, { "Right", 0, NULL }, { "2020", 0, NULL }, { "", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int year = 0;
      const char *rest = roadmap_era_parse_year (rows[i].text, &year);

      g_assert_cmpstr (rest, ==, rows[i].rest);
      if (rest != NULL)
        g_assert_cmpint (year, ==, rows[i].year);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/era/days", test_days);
  g_test_add_func ("/era/years", test_years);
  g_test_add_func ("/era/years-before-meiji", test_years_before_meiji);
  g_test_add_func ("/era/points", test_points);
  g_test_add_func ("/era/spans", test_spans);
  g_test_add_func ("/era/short-spans", test_short_spans);
  g_test_add_func ("/era/other-fiscal-start", test_other_fiscal_start);
  g_test_add_func ("/era/parse", test_parse);

  return g_test_run ();
}
