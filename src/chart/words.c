/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/words.h"

static const struct
{
  const char *japanese;
  const char *english;
} words[] = {
  [ROADMAP_WORD_TODAY] = { "今日", "Today" },
  [ROADMAP_WORD_ONWARDS] = { "以降", " onwards" },
  [ROADMAP_WORD_CONTINUED] = { "（続き）", " (continued)" },
  [ROADMAP_WORD_LEGEND] = { "凡例", "Legend" },
  [ROADMAP_WORD_INFERRED] = { "破線：期間は推定", "Dashed: span inferred" },
  [ROADMAP_WORD_OPEN_END] = { "以降も続く", "Runs on without an end" },
  [ROADMAP_WORD_BEGINS_BEFORE] = { "表示期間より前から", "Begins before the years shown" },
  [ROADMAP_WORD_ENDS_AFTER] = { "表示期間より後まで", "Ends after the years shown" },
  [ROADMAP_WORD_MILESTONE] = { "マイルストーン", "Milestone" },
  [ROADMAP_WORD_INFERRED_MILESTONE] = { "マイルストーン（時期は推定）", "Milestone, time inferred" },
  [ROADMAP_WORD_NEXT_STEP] = { "次の工程", "Next step" },
  [ROADMAP_WORD_NOTES] = { "注釈", "Notes" },
  [ROADMAP_WORD_ITEM] = { "項目", "Item" },
  [ROADMAP_WORD_FIELD] = { "内容", "What" },
  [ROADMAP_WORD_BEFORE] = { "変更前", "Before" },
  [ROADMAP_WORD_AFTER] = { "変更後", "Now" },
  [ROADMAP_WORD_ORDER_IN] = { "%sの中で順序を変更", "Another place within %s" },
  [ROADMAP_WORD_ADDED] = { "新設", "Added" },
  [ROADMAP_WORD_REMOVED] = { "削除", "Removed" },
  [ROADMAP_WORD_MOVED] = { "移動", "Moved" },
  [ROADMAP_WORD_CHANGES] = { "新旧対照表", "What has changed" },
  [ROADMAP_WORD_CHANGES_SINCE] = { "%sからの変更（新旧対照表）", "Changes since %s" },
  [ROADMAP_WORD_NO_CHANGES] = { "変更された箇所はない。", "Nothing has changed." },
  [ROADMAP_WORD_N_REVISED] = { "変更%s件", "revised: %s" },
  [ROADMAP_WORD_N_ADDED] = { "新設%s件", "added: %s" },
  [ROADMAP_WORD_N_REMOVED] = { "削除%s件", "removed: %s" },
  [ROADMAP_WORD_WHOLE] = { "工程表全体", "The roadmap as a whole" },
  [ROADMAP_WORD_PACK] = { "会議資料", "Meeting papers" },
  [ROADMAP_WORD_CONTENTS] = { "目次", "Contents" },
  [ROADMAP_WORD_MEETING] = { "会議", "Meeting" },
  [ROADMAP_WORD_EDITION] = { "版", "Edition" },
  [ROADMAP_WORD_DAY] = { "時点", "As of" },
  [ROADMAP_WORD_SHOWN] = { "収録範囲", "Shown" },
  [ROADMAP_WORD_FILE] = { "ファイル", "File" },
  [ROADMAP_WORD_FINGERPRINT] = { "照合値（SHA-256）", "Fingerprint (SHA-256)" },
  [ROADMAP_WORD_LICENCE] = { "利用条件", "Licence" },
  [ROADMAP_WORD_LANGUAGE] = { "言語", "Language" },
  [ROADMAP_WORD_DOMAIN] = { "領域", "Domain" },
  [ROADMAP_WORD_ROADBLOCK] = { "ロードブロック", "Roadblocks" },
  [ROADMAP_WORD_ADDRESSED] = { "着手・対応済みの事項", "Started or addressed" },
  [ROADMAP_WORD_MEASURE] = { "取組事項", "Measures" },
  [ROADMAP_WORD_PAST_EDITION] = { "%s、その後の見直しを含まない", "%s, without later revisions" },
  [ROADMAP_WORD_AS_OF] = { "%s現在", "As of %s" },
  [ROADMAP_WORD_TAKEN_FROM] = { "出典：%s", "Taken from: %s" },
  [ROADMAP_WORD_TRANSLATED] = {
    "日本語の文言は編集者による訳であり、策定された文言ではない。",
    "The English wording is the editor’s translation, not the adopted text.",
  },
  [ROADMAP_WORD_RING] = { "輪と数字：終了した帯の数／すべての帯の数", "Ring and figures: bars closed / all bars of the lane" },
  [ROADMAP_WORD_FILTERED] = { "絞り込み表示（%s）", "Filtered (%s)" },
  [ROADMAP_WORD_CATEGORY] = { "区分", "Category" },
  [ROADMAP_WORD_STATUS] = { "状況", "Status" },
  [ROADMAP_WORD_STAGE] = { "開発段階・領域", "Stages and lanes" },
  [ROADMAP_WORD_YEARS] = { "期間", "Years" },
  [ROADMAP_WORD_BASIS] = { "期間の根拠", "Basis of the span" },
  [ROADMAP_WORD_NO_STATUS] = { "記録なし", "None recorded" },
  [ROADMAP_WORD_STATED] = { "明記", "Stated" },
  [ROADMAP_WORD_IS_INFERRED] = { "推定", "Inferred" },
  [ROADMAP_WORD_CONFIRMED] = { "推定（確認済み）", "Confirmed" },
  [ROADMAP_WORD_OVERDUE] = { "期限超過", "Overdue" },
  [ROADMAP_WORD_SPAN] = { "期間", "Span" },
  [ROADMAP_WORD_COLON] = { "：", ": " },
  [ROADMAP_WORD_BAR_ENDS] = { "%s（終了）", "%s (end)" },
  [ROADMAP_WORD_YEAR_PROGRESS] = { "%sの進捗", "Progress in %s" },
  [ROADMAP_WORD_YEAR_FOLLOWUP] = { "%sフォローアップ", "Follow-up for %s" },
  [ROADMAP_WORD_PLANS] = { "今後の予定等", "Plans" },
  [ROADMAP_WORD_NO_RECORD] = { "記載なし", "No record" },
  [ROADMAP_WORD_NO_MEASURE] = { "取組事項の記載なし", "No measure" },
  [ROADMAP_WORD_OTHER_MEASURES] = { "その他の取組", "Other measures" },
  [ROADMAP_WORD_REPEATED] = { "（再掲）", "(repeated)" },
  [ROADMAP_WORD_REPEATED_FROM] = { "（再掲：%s）", "(repeated from %s)" },
  [ROADMAP_WORD_BRIEF_INFERRED] = { "推定", "inferred" },
  [ROADMAP_WORD_EVIDENCE] = { "参考：", "Evidence: " },
  [ROADMAP_WORD_RECORDED] = { "記載 ", "Recorded " },
  [ROADMAP_WORD_PROGRESS_TITLE] = { "進捗状況の概要（%s）", "Summary of progress (%s)" },
  [ROADMAP_WORD_BARS] = { "帯の数", "Bars" },
  [ROADMAP_WORD_CLOSED] = { "対応終了", "Closed" },
  [ROADMAP_WORD_CLOSED_SHARE] = { "終了率", "Closed" },
  [ROADMAP_WORD_WITH_STATUS] = { "状況の記録がある帯", "With a status" },
  [ROADMAP_WORD_YEAR_RECORDS] = { "%sの記載がある帯", "With a record for %s" },
  [ROADMAP_WORD_RECORDS] = { "記載", "With record" },
  [ROADMAP_WORD_TOTAL] = { "計", "Total" },
  [ROADMAP_WORD_BY_STATUS] = { "状況の内訳", "By status" },
  [ROADMAP_WORD_BY_PLAN] = { "計画上の期間の内訳", "By planned span" },
  [ROADMAP_WORD_BY_CATEGORY] = { "区分別", "By category" },
  [ROADMAP_WORD_PHASE_BEFORE] = { "開始前", "To come" },
  [ROADMAP_WORD_PHASE_DURING] = { "期間中", "Under way" },
  [ROADMAP_WORD_PHASE_AFTER] = { "期間終了", "Ended" },
  [ROADMAP_WORD_OVERDUE_LIST] = { "期限を超過した帯（%s本）", "Overdue (%s)" },
  [ROADMAP_WORD_CHANGED_LIST] = { "前年度末から状況が変わった帯（%s本）", "Changed since the year before (%s)" },
  [ROADMAP_WORD_PLANNED_END] = { "終了の予定", "Planned end" },
  [ROADMAP_WORD_OVERDUE_FOR] = { "超過の期間", "Overdue" },
  [ROADMAP_WORD_SINCE_MONTH] = { "%sから", "Since %s" },
  [ROADMAP_WORD_YEARS_LONG] = { "%s年", "%s yr" },
  [ROADMAP_WORD_MONTHS_LONG] = { "%sか月", "%s mo" },
  [ROADMAP_WORD_NO_STATUS_YET] = { "状況はまだ一件も記録されていない。", "No status has been recorded yet." },
  [ROADMAP_WORD_NO_STATUS_BUT_PLAN] = {
    "状況はまだ一件も記録されていない。内訳は、計画上の期間が現在どこにあるかを示すもので、実際の進捗ではない。",
    "No status has been recorded yet. Bars are divided by where their planned span lies today, which does not say how far "
    "they are.",
  },
  [ROADMAP_WORD_NO_YEAR_RECORDS] = { "%sの進捗の記載はまだない。", "Nothing has been recorded for %s yet." },
  [ROADMAP_WORD_NO_BEFORE] = {
    "%s以前の記載がないため、前年度末からの変化は示していない。",
    "Changes are not shown, since nothing was recorded for %s or before.",
  },
  [ROADMAP_WORD_ABOUT_OVERDUE] = {
    "期限超過：期間が終わり、対応終了となっていない帯。「以降」も続く帯を除く。",
    "Overdue: bars whose span has ended and that are not closed, without those that run on.",
  },
  [ROADMAP_WORD_ABOUT_RECORDS] = {
    "記載：その年度の進捗の記載が、帯自体又はその取組事項にあるもの。",
    "With record: bars for which, or for whose measure, something was recorded for the year.",
  },
  [ROADMAP_WORD_ABOUT_CATEGORIES] = {
    "区分別：一つの帯を複数の区分に数えることがある。",
    "By category: a bar may count in several.",
  },
};

const char *
roadmap_word (RoadmapWord  word,
              const char  *language)
{
  gboolean japanese = language != NULL && g_str_has_prefix (language, "ja");

  return japanese ? words[word].japanese : words[word].english;
}

char *
roadmap_word_with (RoadmapWord  word,
                   const char  *language,
                   const char  *value)
{
  g_auto (GStrv) parts = g_strsplit (roadmap_word (word, language), "%s", 2);

  return g_strjoinv (value, parts);
}

const char *
roadmap_language_name (const char *tag)
{
  static const struct { const char *tag, *name; } languages[] = {
    { "ja", "日本語" }, { "en", "English" }, { "fr", "Français" }, { "de", "Deutsch" }, { "zh", "中文" }, { "ko", "한국어" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strcasecmp (languages[i].tag, tag) == 0)
      return languages[i].name;
  return tag;
}
