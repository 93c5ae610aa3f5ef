/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Time as people and other programs write it in tables. */
typedef struct
{
  GDate    first;     /* the first day of what is written … */
  GDate    last;      /* … and the last: of a day itself, of a month, quarter or year its end */
  gboolean is_fiscal; /* it is a fiscal year or a part of one */
} RoadmapPlainTime;

/* Reads @text: days such as 2020-04-01, 2020/4/1, 20200401, 1.4.2020, 2020年4月1日, 令和2年4月1日, R2.4.1, with a time of day
 * or without; months such as 2020-04 and 令和2年4月; years, halves and quarters such as 2020, 令和2年度, FY2020-Q1, 2020 Q1,
 * 令和2年度（2020）第1四半期 and 2020年度下半期.  Full-width letters and digits are as good.  @fiscal_start is the first month of
 * a fiscal year.
 *
 * FALSE if it is none of these, is no date of the calendar, or could be two, as 4/5/2020 is. */
gboolean roadmap_plain_time_parse (const char       *text,
                                   int               fiscal_start,
                                   RoadmapPlainTime *time);

G_END_DECLS
