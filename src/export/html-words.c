/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/html-words.h"

static const struct
{
  const char *english;
  const char *japanese;
} words[] = {
  /* The page. */
  { "Skip to the content", "本文へ移動" },
  { "Contents", "目次" },
  { "Language", "言語" },
  { "Appearance", "表示" },
  { "Automatic", "自動" },
  { "Light", "明るい" },
  { "Dark", "暗い" },
  { "Search", "検索" },
  { "Search for words of the roadmap", "工程表の語句を検索" },
  { "Clear", "消去" },
  { "Filter", "絞り込み" },
  { "Show all", "すべて表示" },
  { "bars are shown", "件の帯を表示中" },
  { "of", "／" },
  { "Results of the search", "検索結果" },
  { "found", "件見つかりました" },
  { "Nothing was found", "見つかりませんでした" },
  { "more; add a word to find fewer", "件は省略しています。語を足すと絞り込めます" },
  { "Nothing passes the filter.", "条件に合うものはありません。" },
  { "Overview", "概要" },
  { "Adopted by", "策定者" },
  { "Adopted on", "策定日" },
  { "Editions", "版" },
  { "in progress", "作業中" },
  { "As of", "基準日" },
  { "Fingerprint", "指紋" },
  { "File", "ファイル" },
  { "Attribution", "出典表示" },
  { "Licence", "利用条件" },
  { "Made with", "作成：" },
  { "on", "／" },
  { "The wording in this language is the editor’s translation, not the adopted text; the adopted wording stands with each "
    "item.",
    "日本語の文言は編集者による訳であり、策定された文言ではありません。策定された文言は各項目に併記しています。" },
  { "Timeline", "タイムライン" },
  { "Earlier plan", "以前の工程表" },
  { "Tables", "一覧表" },
  { "Details", "詳細" },
  { "Text", "本文" },
  { "Bird’s-eye map", "俯瞰図" },
  { "Keys", "凡例・区分" },
  { "To the top", "先頭へ" },
  { "Opens at the item’s details.", "帯を選ぶと詳細へ移動します。" },
  { "Today", "今日" },
  { "onwards", "以降" },
  { "Item", "項目" },
  { "Time", "時期" },
  { "Status", "状況" },
  { "None recorded", "記録なし" },
  { "Show in the timeline", "タイムラインで見る" },
  { "Page", "頁" },
  { "Nothing is drawn here.", "表示する帯はありません。" },

  /* Details. */
  { "Our translation", "仮訳" },
  { "Adopted wording", "策定された文言" },
  { "Written by the editor", "編集者の記載" },
  { "Started or addressed", "着手・対応済みの事項" },
  { "Issues", "論点" },
  { "As worded", "原文の表記" },
  { "Basis", "根拠" },
  { "Stated in the source", "出典に明記" },
  { "≈ Inferred: the source gives no position", "≈ 推定：出典に位置の記載なし" },
  { "Inferred, and confirmed since", "推定（後に確認済み）" },
  { "Stated", "明記" },
  { "Inferred", "推定" },
  { "Confirmed", "推定（確認済み）" },
  { "Runs on without an end", "以降も続く" },
  { "Overdue", "期限超過" },
  { "Progress Records", "進捗の記録" },
  { "Repeated from", "再掲：" },
  { "Followed by", "後続の帯" },
  { "Comes from", "前の段階" },
  { "On the bird’s-eye map", "俯瞰図での位置" },
  { "Referred to by", "参照元" },
  { "Until %s", "%sの見直し前" },
  { "Nothing", "なし" },
  { "Stages", "開発段階" },
  { "Lanes", "領域" },
  { "Bars", "帯" },
  { "Milestones", "マイルストーン" },
  { "Regions", "区域" },
  { "Cells", "欄" },
  { "Source", "出典" },
  { "Footnotes", "脚注" },
  { "Notes", "注釈" },
  { "Stages and lanes", "開発段階・領域" },
  { "Years", "年" },
  { "Bar of one item: from when to when", "帯：実施期間" },

  /* Kinds and fields: the labels of the schema. */
  { "Roadmap", "工程表" },
  { "Part of the source", "出典の部分" },
  { "Edition", "版" },
  { "Withdrawn", "取り下げ" },
  { "Domain", "領域" },
  { "Category", "区分" },
  { "Narrative", "本文" },
  { "Section", "節" },
  { "Paragraph", "段落" },
  { "Footnote", "脚注" },
  { "Chart", "工程表" },
  { "Column heading", "列見出し" },
  { "Column", "列" },
  { "Stage", "開発段階" },
  { "Lane", "領域" },
  { "Roadblock", "ロードブロック" },
  { "Issue", "論点" },
  { "Addressed", "着手・対応済み" },
  { "Measure", "取組事項" },
  { "Bar", "帯" },
  { "Milestone", "マイルストーン" },
  { "Follow-up", "フォローアップ" },
  { "Note", "注釈" },
  { "Editor’s remark", "編集注" },
  { "Former wording", "旧文言" },
  { "Band", "段" },
  { "Region", "区域" },
  { "Cell", "欄" },
  { "Origin", "記載者" },
  { "Source part", "出典の部分" },
  { "Source page", "出典の頁" },
  { "First month of the fiscal year", "年度の始まりの月" },
  { "Title", "題名" },
  { "Heading", "見出し" },
  { "Subheading", "小見出し" },
  { "Date", "日付" },
  { "Amendment in progress", "見直し作業中" },
  { "Meeting", "会議" },
  { "What was changed", "変更箇所" },
  { "In force until", "有効期限" },
  { "Letter", "記号" },
  { "Colour", "色" },
  { "Pattern", "模様" },
  { "Nothing left to do", "対応終了" },
  { "Date line", "日付" },
  { "Author", "作成者" },
  { "Marker", "行頭記号" },
  { "Number", "番号" },
  { "Role", "役割" },
  { "Calendar", "暦" },
  { "Columns", "列" },
  { "First period", "最初の期間" },
  { "Last period", "最後の期間" },
  { "Runs on", "以降も続く" },
  { "Short name", "短い名前" },
  { "Taken from", "引用元" },
  { "Heads the column of", "列の内容" },
  { "From", "開始" },
  { "To", "終了" },
  { "Grid column", "格子の列" },
  { "Grid columns", "格子の列数" },
  { "Grid row", "格子の行" },
  { "Grid rows", "格子の行数" },
  { "Level", "階層" },
  { "Leads to", "矢印の先" },
  { "Hue", "色" },
  { "Continues", "引き継ぐ領域" },
  { "Categories", "区分" },
  { "Roadblocks", "ロードブロック" },
  { "Basis of the span", "期間の根拠" },
  { "Measures", "取組事項" },
  { "Follows", "先行する帯" },
  { "Explanation", "説明" },
  { "Time as worded", "時期の原文" },
  { "When", "時期" },
  { "Milestone of", "対象の帯" },
  { "Recorded on", "記録日" },
  { "Fiscal year", "年度" },
  { "Evidence", "根拠資料" },
  { "Repeats", "再掲元" },
  { "Progress", "進捗" },
  { "Plan", "今後の予定" },
};

const char *
roadmap_html_word (const char *english,
                   const char *language)
{
  static GHashTable *japanese;
  static gsize is_made;
  const char *word;

  g_return_val_if_fail (english != NULL, "");

  if (language == NULL || !g_str_has_prefix (language, "ja"))
    return english;
  if (g_once_init_enter (&is_made))
    {
      japanese = g_hash_table_new (g_str_hash, g_str_equal);
      for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        g_hash_table_insert (japanese, (gpointer) words[i].english, (gpointer) words[i].japanese);
      g_once_init_leave (&is_made, 1);
    }
  word = g_hash_table_lookup (japanese, english);
  g_return_val_if_fail (word != NULL, english);
  return word;
}
