/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The few words a chart brings along itself.  They are in the language of the content, which need not be that of the
 * interface, so they do not go through gettext: Japanese for "ja", English for any other language. */
typedef enum
{
  ROADMAP_WORD_TODAY,
  ROADMAP_WORD_ONWARDS,      /* behind the last year of a chart that runs on */
  ROADMAP_WORD_CONTINUED,    /* behind the name of a lane on its next page */
  ROADMAP_WORD_LEGEND,
  ROADMAP_WORD_INFERRED,
  ROADMAP_WORD_OPEN_END,
  ROADMAP_WORD_BEGINS_BEFORE,
  ROADMAP_WORD_ENDS_AFTER,
  ROADMAP_WORD_MILESTONE,
  ROADMAP_WORD_INFERRED_MILESTONE,
  ROADMAP_WORD_NEXT_STEP,
  ROADMAP_WORD_NOTES,
  ROADMAP_WORD_ITEM,         /* heads of the columns of what has changed */
  ROADMAP_WORD_FIELD,
  ROADMAP_WORD_BEFORE,
  ROADMAP_WORD_AFTER,
  ROADMAP_WORD_ORDER_IN,     /* "%s": what the order of has changed */
  ROADMAP_WORD_ADDED,        /* what became of an item */
  ROADMAP_WORD_REMOVED,
  ROADMAP_WORD_MOVED,
  ROADMAP_WORD_CHANGES,
  ROADMAP_WORD_CHANGES_SINCE, /* "%s": the day of an edition, or a file */
  ROADMAP_WORD_NO_CHANGES,
  ROADMAP_WORD_N_REVISED,    /* "%s": a number */
  ROADMAP_WORD_N_ADDED,
  ROADMAP_WORD_N_REMOVED,
  ROADMAP_WORD_WHOLE,        /* what stands in no chart */
  ROADMAP_WORD_PACK,         /* the cover of a meeting pack, and what it tells */
  ROADMAP_WORD_CONTENTS,
  ROADMAP_WORD_MEETING,
  ROADMAP_WORD_EDITION,
  ROADMAP_WORD_DAY,
  ROADMAP_WORD_SHOWN,
  ROADMAP_WORD_FILE,
  ROADMAP_WORD_FINGERPRINT,
  ROADMAP_WORD_LICENCE,
  ROADMAP_WORD_LANGUAGE,
  ROADMAP_WORD_DOMAIN,       /* heads of columns that the roadmap has no heading for */
  ROADMAP_WORD_ROADBLOCK,
  ROADMAP_WORD_ADDRESSED,
  ROADMAP_WORD_MEASURE,
  ROADMAP_WORD_PAST_EDITION, /* "%s": the edition */
  ROADMAP_WORD_AS_OF,        /* "%s": today */
  ROADMAP_WORD_TAKEN_FROM,   /* "%s": another document */
  ROADMAP_WORD_TRANSLATED,
  ROADMAP_WORD_RING,         /* of a map */
  ROADMAP_WORD_FILTERED,     /* "%s": by what */
  ROADMAP_WORD_CATEGORY,     /* what can be filtered by, and what values it has */
  ROADMAP_WORD_STATUS,
  ROADMAP_WORD_STAGE,
  ROADMAP_WORD_YEARS,
  ROADMAP_WORD_BASIS,
  ROADMAP_WORD_NO_STATUS,
  ROADMAP_WORD_STATED,
  ROADMAP_WORD_IS_INFERRED,
  ROADMAP_WORD_CONFIRMED,
  ROADMAP_WORD_OVERDUE,
  ROADMAP_WORD_SPAN,
  ROADMAP_WORD_COLON,        /* between what is said and of what */
  ROADMAP_WORD_BAR_ENDS,     /* "%s": the bar */
  ROADMAP_WORD_YEAR_PROGRESS, /* "%s": the year */
  ROADMAP_WORD_YEAR_FOLLOWUP, /* "%s": the year; title of a table of records */
  ROADMAP_WORD_PLANS,
  ROADMAP_WORD_NO_RECORD,
  ROADMAP_WORD_NO_MEASURE,   /* for a roadblock */
  ROADMAP_WORD_OTHER_MEASURES, /* over those that serve no roadblock */
  ROADMAP_WORD_REPEATED,     /* 再掲 */
  ROADMAP_WORD_REPEATED_FROM, /* "%s": where it stands */
  ROADMAP_WORD_BRIEF_INFERRED, /* behind a span */
  ROADMAP_WORD_EVIDENCE,     /* before an address */
  ROADMAP_WORD_RECORDED,     /* before figures: how many of how many have a record */
  ROADMAP_WORD_PROGRESS_TITLE, /* "%s": the year; title of a summary */
  ROADMAP_WORD_BARS,
  ROADMAP_WORD_CLOSED,
  ROADMAP_WORD_CLOSED_SHARE, /* of all bars */
  ROADMAP_WORD_WITH_STATUS,
  ROADMAP_WORD_YEAR_RECORDS, /* "%s": the year; bars with a record */
  ROADMAP_WORD_RECORDS,
  ROADMAP_WORD_TOTAL,
  ROADMAP_WORD_BY_STATUS,
  ROADMAP_WORD_BY_PLAN,
  ROADMAP_WORD_BY_CATEGORY,
  ROADMAP_WORD_PHASE_BEFORE, /* where a bar lies by plan */
  ROADMAP_WORD_PHASE_DURING,
  ROADMAP_WORD_PHASE_AFTER,
  ROADMAP_WORD_OVERDUE_LIST, /* "%s": how many */
  ROADMAP_WORD_CHANGED_LIST, /* "%s": how many */
  ROADMAP_WORD_PLANNED_END,
  ROADMAP_WORD_OVERDUE_FOR,
  ROADMAP_WORD_SINCE_MONTH,  /* "%s": the first month */
  ROADMAP_WORD_YEARS_LONG,   /* "%s": how many */
  ROADMAP_WORD_MONTHS_LONG,  /* "%s": how many */
  ROADMAP_WORD_NO_STATUS_YET,
  ROADMAP_WORD_NO_STATUS_BUT_PLAN,
  ROADMAP_WORD_NO_YEAR_RECORDS, /* "%s": the year */
  ROADMAP_WORD_NO_BEFORE,    /* "%s": the year before */
  ROADMAP_WORD_ABOUT_OVERDUE,
  ROADMAP_WORD_ABOUT_RECORDS,
  ROADMAP_WORD_ABOUT_CATEGORIES,
} RoadmapWord;

const char *roadmap_word      (RoadmapWord  word,
                               const char  *language);
/* (transfer full): a word that the list above says has a "%s", with @value in its place. */
char       *roadmap_word_with (RoadmapWord  word,
                               const char  *language,
                               const char  *value);
/* What those who read a language call it; others than the usual ones are called by their tags. */
const char *roadmap_language_name (const char  *tag);

G_END_DECLS
