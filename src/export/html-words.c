/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/html-words.h"

#include "chart/schema-words.h"

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
  { "Search for words of the roadmap", "工程表の語句を検索" },
  { "Filter", "絞り込み" },
  { "Show all", "すべて表示" },
  { "bars are shown", "件の帯を表示中" },
  { "of", "／" },
  { "Results of the search", "検索結果" },
  { "found", "件見つかりました" },
  { "Nothing was found", "見つかりませんでした" },
  { "more; add a word to find fewer", "件は省略しています。語を足すと絞り込めます" },
  { "Overview", "概要" },
  { "Editions", "版" },
  { "As of", "基準日" },
  { "The wording in this language is the editor’s translation, not the adopted text; the adopted wording stands with "
    "each "
    "item.",
    "日本語の文言は編集者による訳であり、策定された文言ではありません。策定された文言は各項目に併記しています。" },
  { "Timeline", "タイムライン" },
  { "Earlier plan", "以前の工程表" },
  { "Tables", "一覧表" },
  { "Details", "詳細" },
  { "Keys", "凡例・区分" },
  { "To the top", "先頭へ" },
  { "Today", "今日" },
  { "Item", "項目" },
  { "Time", "時期" },
  { "None recorded", "記録なし" },
  { "Show in the timeline", "タイムラインで見る" },
  { "p. %s", "%s頁" },

  /* Details. */
  { "Our translation", "仮訳" },
  { "Added by the editor", "編集者による追加" },
  { "Adopted wording", "策定された文言" },
  { "Started or addressed", "着手・対応済みの事項" },
  { "As worded", "原文の表記" },
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
  { "On the bird’s-eye map", "俯瞰図での位置" },
  { "Referred to by", "参照元" },
  { "Until %s", "%sの見直し前" },
  { "Nothing", "なし" },
  { "Bars", "帯" },
  { "Milestones", "マイルストーン" },
  { "Source", "出典" },
  { "Footnotes", "脚注" },
  { "Stages and lanes", "開発段階・領域" },
  { "Years", "年" },
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
  if (word == NULL)
    word = roadmap_label_word (english, language);
  g_return_val_if_fail (word != english, english);
  return word;
}
