/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/schema-words.h"

#include <string.h>

#include "model/value-words.h"

/* The labels of model/schema.c, which are English. */
static const struct
{
  const char *label;
  const char *japanese;
} labels[] = {
  { "Origin", "由来" },
  { "Edition", "版" },
  { "Source part", "出典資料" },
  { "Source page", "出典のページ" },
  { "Adopted on", "策定日" },
  { "First month of the fiscal year", "会計年度の開始月" },
  { "Licence", "利用条件" },
  { "Title", "表題" },
  { "Adopted by", "策定者" },
  { "Attribution", "出典表示" },
  { "Heading", "見出し" },
  { "Subheading", "小見出し" },
  { "Date", "日付" },
  { "Amendment in progress", "見直し作業中" },
  { "Meeting", "会議" },
  { "What was changed", "変更箇所" },
  { "In force until", "見直した版" },
  { "Former wording", "旧文言" },
  { "Letter", "記号" },
  { "Colour", "色" },
  { "Pattern", "模様" },
  { "Nothing left to do", "対応終了" },
  { "Date line", "日付の記載" },
  { "Author", "作成者" },
  { "Marker", "行頭記号" },
  { "Text", "文章" },
  { "Number", "番号" },
  { "Role", "役割" },
  { "Calendar", "暦" },
  { "Columns", "列の単位" },
  { "First period", "最初の期間" },
  { "Last period", "最後の期間" },
  { "Runs on", "以降も続く" },
  { "Short name", "略称" },
  { "Taken from", "引用元" },
  { "Heads the column of", "見出しを付ける列" },
  { "From", "開始" },
  { "To", "終了" },
  { "Grid column", "列の位置" },
  { "Grid columns", "列数" },
  { "Level", "階層" },
  { "Leads to", "矢印の先" },
  { "Hue", "色合い" },
  { "Continues", "引き継ぐ領域" },
  { "Domain", "領域" },
  { "Categories", "区分" },
  { "Roadblocks", "ロードブロック" },
  { "Status", "状況" },
  { "Basis of the span", "期間の根拠" },
  { "Measures", "取組事項" },
  { "Follows", "先行する帯" },
  { "Notes", "注釈" },
  { "Explanation", "説明" },
  { "Time as worded", "原文での時期" },
  { "When", "時期" },
  { "Milestone of", "対象の帯" },
  { "Recorded on", "記録日" },
  { "Fiscal year", "会計年度" },
  { "Evidence", "根拠資料" },
  { "Repeats", "再掲元" },
  { "Progress", "進捗" },
  { "Plan", "今後の予定" },
  { "Grid row", "行の位置" },
  { "Grid rows", "行数" },
  { "Lane", "領域" },
  { "Roadmap", "工程表" },
  { "Part of the source", "出典資料" },
  { "Withdrawn", "削除されたもの" },
  { "Category", "区分" },
  { "Narrative", "本文" },
  { "Section", "節" },
  { "Paragraph", "段落" },
  { "Footnote", "脚注" },
  { "Chart", "チャート" },
  { "Column heading", "列見出し" },
  { "Column", "列" },
  { "Stage", "開発段階" },
  { "Roadblock", "ロードブロック" },
  { "Issue", "論点" },
  { "Addressed", "着手・対応済みの事項" },
  { "Measure", "取組事項" },
  { "Bar", "帯" },
  { "Milestone", "マイルストーン" },
  { "Follow-up", "フォローアップ" },
  { "Note", "注釈" },
  { "Editor’s remark", "編集注" },
  { "Bird’s-eye map", "俯瞰図" },
  { "Band", "段" },
  { "Region", "区域" },
  { "Cell", "セル" },
};

/* The words of CHOICE and BOOLEAN fields. */
static const struct
{
  const char *word;
  const char *english;
  const char *japanese;
} choices[] = {
  { "editor", "Editor", "編集者" },
  { "current", "Current", "現行" },
  { "earlier", "Earlier plan", "以前の計画" },
  { "fiscal", "Fiscal years", "年度" },
  { "calendar", "Calendar years", "暦年" },
  { "year", "Years", "年" },
  { "half", "Half-years", "半年" },
  { "quarter", "Quarters", "四半期" },
  { "month", "Months", "月" },
  { "stated", "Stated", "明記" },
  { "inferred", "Inferred", "推定" },
  { "confirmed", "Confirmed", "推定（確認済み）" },
  { "plain", "Plain", "無地" },
  { "hatched", "Hatched", "斜線" },
  { "struck", "Struck through", "取消線" },
  { "true", "Yes", "はい" },
  { "false", "No", "いいえ" },
};

static gboolean
is_japanese (const char *language)
{
  return language != NULL && g_str_has_prefix (language, "ja");
}

const char *
roadmap_label_word (const char *label,
                    const char *language)
{
  for (gsize i = 0; is_japanese (language) && i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].label, label) == 0)
      return labels[i].japanese;
  return label;
}

const char *
roadmap_kind_word (const RoadmapKind *kind,
                   const char        *language)
{
  return roadmap_label_word (kind->label, language);
}

const char *
roadmap_field_word (const RoadmapField *field,
                    const char         *language)
{
  return roadmap_label_word (field->label, language);
}

char *
roadmap_value_word (Roadmap            *roadmap,
                    const RoadmapField *field,
                    const char         *value,
                    const char         *language)
{
  gboolean chosen = field->type == ROADMAP_FIELD_CHOICE || field->type == ROADMAP_FIELD_BOOLEAN;

  for (gsize i = 0; chosen && value != NULL && i < G_N_ELEMENTS (choices); i++)
    if (strcmp (choices[i].word, value) == 0)
      return g_strdup (is_japanese (language) ? choices[i].japanese : choices[i].english);
  return roadmap_value_describe (roadmap, field, value, language);
}
