/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Writes a roadmap of N items in max (LANES, N / 50) stages and lanes, always the same one for the same N.
 *   generate-roadmap N FILE [LANES]     9 lanes
 * The first stage of one that has fifty items a lane is that of all such.
 * It is like a real one: Japanese titles as long as those of the shipped roadmap, three in five with an English translation,
 * spans in quarters, chains of bars, roadblocks and measures with what serves them, statuses, notes, follow-ups. */

#include "config.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

#define N_QUARTERS     16
#define FIRST_YEAR     2020
#define ITEMS_PER_LANE 50
#define MIN_LANES      9

typedef struct
{
  FILE  *file;
  GRand *random;
} Generator;

/* How many items of a lane are of which kind, of a hundred; the rest are bars. */
typedef struct
{
  guint roadblocks, measures, milestones, notes, followups;
} Mix;

static const Mix stage_mix = { 8, 10, 2, 4, 6 };
static const Mix lane_mix = { 0, 0, 8, 4, 6 };

/* The lengths of the bars' titles in the shipped roadmap, in characters. */
static const guint title_lengths[] = {
  6, 8, 11, 12, 12, 13, 14, 14, 15, 15, 16, 20, 23, 23, 24, 25, 26, 27, 28, 29, 29, 30, 32, 35, 37, 41, 42, 43, 44, 45, 50,
  52, 56, 61, 67, 79, 96,
};

static const char *const subjects[] = {
  "医療機器", "画像診断支援", "ゲノム医療", "個人情報", "診療情報", "臨床研究", "クラウド", "介護記録", "手術支援", "創薬",
  "電子カルテ", "審査基準", "匿名加工情報", "学習用データ", "標準規格", "遠隔診療", "AI-IRB", "AMED研究", "プログラム", "人材",
};
static const char *const objects[] = {
  "に係る倫理指針", "の取扱いに関するガイドライン", "の共有基盤", "データベース", "に関する実証研究", "の標準化に関する調査",
  "（第２版）", "の評価手法", "利活用の在り方", "に資する研究事業", "の安全管理、運用体制", "及び教育プログラム", "／支援窓口",
};
static const char *const actions[] = {
  "の改正", "の作成", "の検討", "を周知", "の構築", "を実施", "の見直し", "を公表", "の開発", "、必要に応じて改定", "へ展開", "の運用開始",
};
static const char *const english_subjects[] = {
  "medical devices", "diagnostic imaging", "genomic medicine", "personal information", "clinical records", "cloud services",
  "surgical support", "drug discovery", "anonymised data", "training data", "review criteria", "telemedicine",
};
static const char *const english_actions[] = {
  "Amend the guidelines on", "Draw up guidance on", "Study standards for", "Make known the rules on", "Build a database of",
  "Carry out a field trial of", "Review the use of", "Publish the results on", "Support research on",
};
static const char *const hues[] = { "#3584e4", "#2190a4", "#3a944a", "#c88800", "#ed5b00", "#e62d42", "#d56199", "#9141ac" };
static const char *const statuses[] = { "not-started", "in-progress", "ongoing", "done", "delayed" };

static guint
pick (Generator *self,
      guint      n)
{
  return g_rand_int_range (self->random, 0, n);
}

static gboolean
happens (Generator *self,
         guint      percent)
{
  return pick (self, 100) < percent;
}

#define PICK(self, words) (words[pick (self, G_N_ELEMENTS (words))])

/* (transfer full): at most @length characters, and nearly as many. */
static char *
make_japanese (Generator *self,
               glong      length)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (g_utf8_strlen (text->str, -1) < length)
    {
      if (text->len > 0)
        g_string_append (text, "、");
      g_string_append (text, PICK (self, subjects));
      g_string_append (text, PICK (self, objects));
      g_string_append (text, PICK (self, actions));
    }
  return g_utf8_substring (text->str, 0, length);
}

static void
write_translation (Generator  *self,
                   const char *name,
                   guint       n_parts)
{
  fprintf (self->file, "        <%s xml:lang=\"en\">", name);
  for (guint i = 0; i < n_parts; i++)
    fprintf (self->file, "%s%s %s", i > 0 ? "; " : "", PICK (self, english_actions), PICK (self, english_subjects));
  fprintf (self->file, "</%s>\n", name);
}

static void
write_wording (Generator  *self,
               const char *name,
               guint       length)
{
  g_autofree char *text = make_japanese (self, length);

  fprintf (self->file, "        <%s>%s</%s>\n", name, text, name);
  if (happens (self, 60))
    write_translation (self, name, length / 20 + 1);
}

static void
write_point (Generator  *self,
             const char *name,
             guint       quarter)
{
  fprintf (self->file, " %s=\"FY%u-Q%u\"", name, FIRST_YEAR + quarter / 4, quarter % 4 + 1);
}

static void
write_roadblock (Generator *self,
                 guint      lane,
                 guint      number)
{
  fprintf (self->file, "      <roadblock id=\"l%u.roadblock-%u\" domain=\"domain.%u\" categories=\"category.%c\">\n",
           lane, number, pick (self, 2), 'a' + pick (self, 5));
  write_wording (self, "title", 15 + pick (self, 40));
  fprintf (self->file, "      </roadblock>\n");
}

static void
write_measure (Generator *self,
               guint      lane,
               guint      number,
               guint      n_roadblocks)
{
  fprintf (self->file, "      <measure id=\"l%u.measure-%u\"", lane, number);
  if (n_roadblocks > 0)
    fprintf (self->file, " roadblocks=\"l%u.roadblock-%u\"", lane, pick (self, n_roadblocks));
  fprintf (self->file, ">\n");
  write_wording (self, "title", 7 + pick (self, 50));
  fprintf (self->file, "      </measure>\n");
}

static void
write_followup (Generator *self,
                guint      lane,
                guint      number)
{
  guint year = FIRST_YEAR + pick (self, 4);

  fprintf (self->file, "        <followup id=\"l%u.followup-%u\" date=\"%u-03-%02u\" year=\"FY%u\" status=\"%s\">\n", lane, number,
           year + 1, 1 + pick (self, 31), year, PICK (self, statuses));
  write_wording (self, "progress", 40 + pick (self, 60));
  write_wording (self, "plan", 20 + pick (self, 40));
  fprintf (self->file, "        </followup>\n");
}

/* A bar of a chain begins in the quarter after the one it follows. */
static void
write_bar_head (Generator *self,
                guint      lane,
                guint      number,
                guint      n_measures,
                guint      n_notes,
                guint     *next)
{
  gboolean follows = number > 0 && *next < N_QUARTERS && happens (self, 40);
  guint start = follows ? *next : pick (self, N_QUARTERS);
  guint end = MIN (start + pick (self, 6), N_QUARTERS - 1);

  *next = end + 1;
  fprintf (self->file, "      <bar id=\"l%u.bar-%u\"", lane, number);
  write_point (self, "start", start);
  write_point (self, "end", end);
  fprintf (self->file, "%s basis=\"%s\"", happens (self, 15) ? " open=\"true\"" : "", happens (self, 80) ? "inferred" : "stated");
  if (n_measures > 0)
    fprintf (self->file, " measures=\"l%u.measure-%u\"", lane, pick (self, n_measures));
  if (follows)
    fprintf (self->file, " after=\"l%u.bar-%u\"", lane, number - 1);
  if (n_notes > 0 && happens (self, 10))
    fprintf (self->file, " notes=\"l%u.note-%u\"", lane, pick (self, n_notes));
  if (happens (self, 60))
    fprintf (self->file, " status=\"%s\"", PICK (self, statuses));
  fprintf (self->file, ">\n");
}

static void
write_milestone (Generator *self,
                 guint      lane,
                 guint      number)
{
  fprintf (self->file, "      <milestone id=\"l%u.milestone-%u\" start=\"FY%u-Q%u\" basis=\"stated\">\n", lane, number,
           FIRST_YEAR + pick (self, 4), 1 + pick (self, 4));
  write_wording (self, "title", 6 + pick (self, 6));
  fprintf (self->file, "      </milestone>\n");
}

static void
write_note (Generator *self,
            guint      lane,
            guint      number)
{
  fprintf (self->file, "      <note id=\"l%u.note-%u\" number=\"%u\">\n", lane, number, number + 1);
  write_wording (self, "text", 20 + pick (self, 20));
  fprintf (self->file, "      </note>\n");
}

static void
write_lane (Generator  *self,
            const char *kind,
            guint       lane,
            guint       n_items,
            const Mix  *mix)
{
  guint n_roadblocks = n_items * mix->roadblocks / 100;
  guint n_measures = n_items * mix->measures / 100;
  guint n_milestones = n_items * mix->milestones / 100;
  guint n_notes = n_items * mix->notes / 100;
  guint n_followups = n_items * mix->followups / 100;
  guint n_bars = n_items - n_roadblocks - n_measures - n_milestones - n_notes - n_followups;
  guint next = 0;

  fprintf (self->file, "    <%s id=\"l%u\" number=\"%u\" hue=\"%s\">\n", kind, lane, lane + 1, hues[lane % G_N_ELEMENTS (hues)]);
  write_wording (self, "title", 4 + pick (self, 10));
  for (guint i = 0; i < n_roadblocks; i++)
    write_roadblock (self, lane, i);
  for (guint i = 0; i < n_measures; i++)
    write_measure (self, lane, i, n_roadblocks);
  for (guint i = 0; i < n_bars; i++)
    {
      write_bar_head (self, lane, i, n_measures, n_notes, &next);
      write_wording (self, "title", PICK (self, title_lengths));
      if (happens (self, 25))
        write_wording (self, "detail", 40 + pick (self, 60));
      if (i < n_followups)
        write_followup (self, lane, i);
      fprintf (self->file, "      </bar>\n");
    }
  for (guint i = 0; i < n_milestones; i++)
    write_milestone (self, lane, i);
  for (guint i = 0; i < n_notes; i++)
    write_note (self, lane, i);
  fprintf (self->file, "    </%s>\n", kind);
}

static void
write_head (Generator *self)
{
  static const char *const titles[] = { "未着手", "実施中", "継続", "完了", "遅延" };
  static const char *const letters[] = { "未", "実", "継", "完", "遅" };

  fprintf (self->file, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<roadmap xmlns=\"https://koteihyo.org/ns/roadmap\" version=\"1\" xml:lang=\"ja\" id=\"roadmap\" date=\"2020-06-18\""
           " fiscal-start=\"4\">\n"
           "  <title>計測のための工程表</title>\n  <title xml:lang=\"en\">A roadmap to measure with</title>\n");
  for (guint i = 0; i < 2; i++)
    fprintf (self->file, "  <domain id=\"domain.%u\">\n    <title>領域%u</title>\n  </domain>\n", i, i + 1);
  for (char c = 'a'; c <= 'e'; c++)
    fprintf (self->file, "  <category id=\"category.%c\" label=\"%c\">\n    <title>分類%c</title>\n  </category>\n",
             c, g_ascii_toupper (c), c);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    fprintf (self->file, "  <status id=\"%s\" colour=\"#1c71d8\" pattern=\"plain\"%s>\n    <title>%s</title>\n"
             "    <letter>%s</letter>\n  </status>\n", statuses[i], i == 3 ? " closed=\"true\"" : "", titles[i], letters[i]);
}

static void
write_chart_head (Generator  *self,
                  const char *id,
                  const char *title)
{
  fprintf (self->file, "  <chart id=\"%s\" role=\"current\" calendar=\"fiscal\" columns=\"year\" start=\"FY%u\" end=\"FY%u\">\n"
           "    <title>%s</title>\n", id, FIRST_YEAR, FIRST_YEAR + N_QUARTERS / 4 - 1, title);
  for (guint i = 0; i < N_QUARTERS / 4; i++)
    fprintf (self->file, "    <column id=\"%s.column-%u\" start=\"FY%u\" end=\"FY%u\">\n      <title>令和%u年度</title>\n    </column>\n",
             id, i, FIRST_YEAR + i, FIRST_YEAR + i, 2 + i);
}

/* Lanes @first to @end of @n_lanes, which hold @n_items together. */
static void
write_lanes (Generator  *self,
             const char *kind,
             const Mix  *mix,
             guint       first,
             guint       end,
             guint       n_lanes,
             guint       n_items)
{
  for (guint i = first; i < end; i++)
    write_lane (self, kind, i, n_items / n_lanes + (i < n_items % n_lanes), mix);
}

static void
write_roadmap (Generator *self,
               guint      n_items,
               guint      least_lanes)
{
  guint n_lanes = MAX (least_lanes, n_items / ITEMS_PER_LANE);
  guint n_stages = MAX (1, n_lanes / 3);

  write_head (self);
  write_chart_head (self, "stages", "開発段階の工程表");
  write_lanes (self, "stage", &stage_mix, 0, n_stages, n_lanes, n_items);
  fprintf (self->file, "  </chart>\n");
  write_chart_head (self, "domains", "領域の工程表");
  write_lanes (self, "lane", &lane_mix, n_stages, n_lanes, n_lanes, n_items);
  fprintf (self->file, "  </chart>\n</roadmap>\n");
}

int
main (int    argc,
      char **argv)
{
  Generator self = { NULL };
  gboolean failed;

  if (argc != 3 && argc != 4)
    {
      g_printerr ("Usage: generate-roadmap N FILE [LANES]\n");
      return EXIT_FAILURE;
    }

  self.file = fopen (argv[2], "w");
  if (self.file == NULL)
    {
      perror (argv[2]);
      return EXIT_FAILURE;
    }
  self.random = g_rand_new_with_seed (20200618);
  write_roadmap (&self, strtoul (argv[1], NULL, 10), argc > 3 ? strtoul (argv[3], NULL, 10) : MIN_LANES);
  g_rand_free (self.random);
  failed = ferror (self.file) != 0;
  if (fclose (self.file) != 0 || failed)
    {
      perror (argv[2]);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}
