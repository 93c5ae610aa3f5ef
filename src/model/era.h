/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/span.h"

G_BEGIN_DECLS

/* Words for time, in the language of what is shown rather than of the interface: Japanese for "ja", English for any other
 * language.  Japanese names years by era; 元号 begin on the day their cabinet order says (元号法 昭和54年法律第43号), and the
 * first year is 元年.  All results are newly allocated. */

typedef enum
{
  ROADMAP_YEAR_LONG,  /* 令和2年度（2020） · FY2020 */
  ROADMAP_YEAR_ERA,   /* 令和2年度 · FY2020 */
  ROADMAP_YEAR_WEST,  /* 2020年度 · FY2020 */
} RoadmapYearForm;

/* The name of the year @year of @calendar.  A fiscal year has the era of its 1 April, but 2019 is 令和元年度 throughout
 * (新元号への移行に伴う期間の関係省庁連絡会議申合せ, 2 April 2019); the civil year 2019 is 平成31年・令和元年. */
char *roadmap_year_describe  (RoadmapCalendar     calendar,
                              int                 year,
                              RoadmapYearForm     form,
                              const char         *language);
/* "令和2年度第1四半期", "2020年8月" as 令和2年8月, "FY2020 Q1", "August 2020". */
char *roadmap_point_describe (const RoadmapPoint *point,
                              int                 fiscal_start,
                              const char         *language);
/* "令和2年度第1四半期から令和3年度" · "FY2020 Q1 to FY2021", with 以降 / "onwards" when open.  A span of one point is that
 * point. */
char *roadmap_span_describe  (const RoadmapSpan  *span,
                              int                 fiscal_start,
                              const char         *language);
/* As roadmap_span_describe(), where there is little room: "令和2年度Q1–Q3", "令和2年度Q4–3年度Q1", "令和3年度Q1–" when open ·
 * "FY2020 Q1–Q3", "FY2020 Q4–FY2021 Q1", "FY2021 Q1–".  It can be broken behind the dash alone. */
char *roadmap_span_abbreviate (const RoadmapSpan  *span,
                               int                 fiscal_start,
                               const char         *language);
/* "令和2年6月18日" · "18 June 2020". */
char *roadmap_date_describe  (const GDate        *date,
                              const char         *language);

/* Reads the year of an era at the start of @text, "令和2年" or "R2" up to the digits (元 is 1), as @year of the Western calendar.
 * Returns where the text goes on, or NULL if no era begins it. */
const char *roadmap_era_parse_year (const char *text,
                                    int        *year);

G_END_DECLS
