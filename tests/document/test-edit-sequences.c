/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Sequences of edits at random, over all kinds of items and all fields, in steps that stand, fail or are rolled back: undoing
 * everything gives the bytes there were before, redoing everything those after, and saving and loading in between changes nothing.
 *   test-edit-sequences [-m quick]        some
 *   test-edit-sequences -m thorough       100 000
 *   test-edit-sequences --from=N --to=M   these, of the 100 000 */

#include <string.h>

#include "document/reader.h"
#include "fixture.h"
#include "random-edits.h"

#define N_QUICK    3000
#define N_THOROUGH 100000
/* Of so many sequences one is of the shipped roadmap, which is long, and one of the other one; the rest are of a small one. */
#define SHIPPED_EACH 200
#define SECOND_EACH  7

static int from = -1, to = -1;

static const GOptionEntry options[] = {
  { "from", 0, 0, G_OPTION_ARG_INT, &from },
  { "to", 0, 0, G_OPTION_ARG_INT, &to },
  { NULL },
};

typedef struct
{
  GBytes     *bases[3]; /* small, second, shipped */
  RandomTally tally;
  guint       current;
} Sequences;

static Sequences sequences;

static const char small_body[] =
  "  <part id='part' page=\"1\" ><title>部</title></part>\n"
  "  <edition id=\"edition\" date=\"2020-06-18\">\n    <title>版</title>\n    <meeting>会議</meeting>\n"
  "    <withdrawn id=\"withdrawn\"><note id=\"gone\" number=\"1\"><text>去</text></note></withdrawn>\n  </edition>\n"
  "  <!-- vocabulary -->\n"
  "  <domain id=\"domain\"><title>領域</title></domain><category id=\"category\" label=\"A\"><title>分類</title></category>\n"
  "  <status id=\"done\" colour=\"#26a269\" closed=\"true\">\n    <title>完了</title>\n    <letter>完</letter>\n  </status>\n"
  "\n  <narrative id=\"narrative\" source=\"part\">\n    <title>本文</title>\n"
  "    <section id=\"section\"><paragraph id=\"paragraph\" marker=\"・\"><text>甲<ref to=\"footnote\">1</ref>乙</text></paragraph></section>\n"
  "    <footnote id=\"footnote\" number=\"1\"><text>注</text></footnote>\n  </narrative>\n"
  "  <chart id=\"chart\" calendar=\"fiscal\" start=\"FY2020\" end=\"FY2023\" odd:size=\"large\" xmlns:odd=\"https://example.org/odd\">\n"
  "    <title>工程表</title>\n    <odd:thing/>\n"
  "    <heading id=\"heading\" for=\"bar\"><title>頭</title></heading>\n"
  "    <column id=\"column\" start=\"FY2020\" end=\"FY2020\"><title>令和２年度</title></column>\n"
  "    <stage id=\"stage\" number=\"1\">\n      <title>段階</title>\n"
  "      <roadblock id=\"roadblock\" categories=\"category\" domain=\"domain\">\n        <title>障壁</title>\n"
  "        <issue id=\"issue\"><text>課題</text></issue>\n      </roadblock>\n"
  "      <addressed id=\"addressed\" roadblocks=\"roadblock\"/>\n"
  "      <measure id=\"measure\" roadblocks=\"roadblock\"><title>取組</title></measure>\n"
  "      <bar id=\"bar-1\" start=\"FY2020\" end=\"FY2021\" measures=\"measure\" status=\"done\">\n        <title>棒一</title>\n"
  "        <title xml:lang=\"en\">Bar one</title>\n"
  "        <former id=\"former\" field=\"title\" until=\"edition\"><text>旧棒</text></former>\n"
  "        <followup id=\"followup\" date=\"2021-03-01\"><progress>進捗</progress></followup>\n      </bar>\n"
  "      <bar id=\"bar-2\" start=\"FY2022\" end=\"FY2023\" after=\"bar-1\" open=\"true\" notes=\"note\"><title>棒二</title></bar>\n"
  "      <milestone id=\"milestone\" start=\"FY2022\"><title>節目</title></milestone>\n"
  "      <note id=\"note\" number=\"※\"><text>注</text></note>\n    </stage>\n"
  "    <lane id=\"lane-1\"><title>列</title>\n    <lane id=\"lane-2\"><title>列</title></lane></lane>\n  </chart>\n"
  "  <map id=\"map\" width=\"8\" height=\"4\">\n    <title>地図</title>\n"
  "    <band id=\"band\" x=\"0\" y=\"0\"><title>帯</title>\n"
  "      <region id=\"region\" lane=\"lane-1\"><title>域</title><cell id=\"cell-1\" next=\"cell-2\"><title>甲</title></cell>"
  "<cell id=\"cell-2\"><title>乙</title></cell></region></band>\n  </map>\n"
  "  <remark id=\"remark\"><text>編者注</text></remark>\n";

static Roadmap *
read (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  Roadmap *roadmap = roadmap_read (bytes, "sequence.xml", &error);

  g_assert_no_error (error);
  roadmap_set_wording_locked (roadmap, FALSE);
  return roadmap;
}

/* For messages: which sequence it was, and in what state. */
static const char *
say (const char *what)
{
  static char words[100];

  g_snprintf (words, sizeof words, "sequence %u, %s", sequences.current, what);
  return words;
}

/* The roadmap is the same, however it is written. */
static void
assert_same (const char *what,
             Roadmap    *roadmap,
             Roadmap    *expected)
{
  g_autoptr (GBytes) one = fixture_write (NULL, roadmap);
  g_autoptr (GBytes) other = fixture_write (NULL, expected);

  fixture_assert_bytes (say (what), one, other);
}

static void
undo_all (RoadmapHistory *history)
{
  while (roadmap_history_get_can_undo (history))
    roadmap_history_undo (history);
}

static void
redo_all (RoadmapHistory *history)
{
  while (roadmap_history_get_can_redo (history))
    roadmap_history_redo (history);
}

/* A few steps, then back to the beginning and forth to the end.  Returns what is written at the end.  @original is what
 * @roadmap was read from, or saved as last. */
static GBytes *
edit_back_and_forth (Roadmap     *roadmap,
                     GBytes      *original,
                     guint        n_steps,
                     RandomTally *tally)
{
  g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;
  GBytes *after;

  roadmap_set_wording_locked (roadmap, g_random_int_range (0, 4) == 0);
  for (guint i = 0; i < n_steps; i++)
    random_edits_take_step (roadmap, history, tally);
  redo_all (history);
  after = fixture_write (original, roadmap);

  undo_all (history);
  undone = fixture_write (original, roadmap);
  fixture_assert_bytes (say ("everything undone"), undone, original);
  g_assert_false (roadmap_history_get_modified (history));

  redo_all (history);
  redone = fixture_write (original, roadmap);
  fixture_assert_bytes (say ("everything redone"), redone, after);
  return after;
}

static void
run_sequence (guint n)
{
  guint base = n % SHIPPED_EACH == SHIPPED_EACH - 1 ? 2 : n % SECOND_EACH == SECOND_EACH - 1 ? 1 : 0;
  GBytes *original = sequences.bases[base];
  g_autoptr (Roadmap) roadmap = read (original);
  g_autoptr (Roadmap) loaded = NULL;
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GBytes) on = NULL;
  g_autoptr (GBytes) on_loaded = NULL;
  RandomTally uncounted;

  sequences.current = n;
  g_random_set_seed (n);
  saved = edit_back_and_forth (roadmap, original, 1 + g_random_int_range (0, 6), &sequences.tally);
  loaded = read (saved);
  assert_same ("saved and loaded", loaded, roadmap);

  /* Whether one goes on with what was edited or with what was loaded makes no difference. */
  g_random_set_seed (n + N_THOROUGH);
  on = edit_back_and_forth (roadmap, saved, 3, &sequences.tally);
  random_tally_init (&uncounted);
  g_random_set_seed (n + N_THOROUGH);
  on_loaded = edit_back_and_forth (loaded, saved, 3, &uncounted);
  random_tally_clear (&uncounted);
  fixture_assert_bytes (say ("loaded and edited on"), on_loaded, on);
}

static void
test_sequences (void)
{
  guint first = from >= 0 ? from : 0;
  guint end = to >= 0 ? to : g_test_thorough () ? N_THOROUGH : N_QUICK;

  random_tally_init (&sequences.tally);
  for (guint n = first; n < end; n++)
    {
      if (n % 5000 == 0 && n > 0)
        g_test_message ("sequence %u", n);
      run_sequence (n);
    }
  g_test_message ("%u sequences: %u edits, %u refused; %u steps, of which %u broke a rule and %u were rolled back", end - first,
                  sequences.tally.n_edits, sequences.tally.n_refused, sequences.tally.n_steps, sequences.tally.n_failed,
                  sequences.tally.n_rolled_back);
  /* Nothing of this is worth much unless all of it happened. */
  if (end - first >= N_QUICK)
    random_tally_assert_all (&sequences.tally);
  random_tally_clear (&sequences.tally);
}

static void
load_bases (void)
{
  g_autofree char *shipped = fixture_dup_data_path ();
  g_autofree char *second = fixture_dup_odd_path ();
  char *text = fixture_wrap (small_body);

  sequences.bases[0] = g_bytes_new_take (text, strlen (text));
  sequences.bases[1] = fixture_load (second);
  sequences.bases[2] = fixture_load (shipped);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  int code;

  g_test_init (&argc, &argv, NULL);
  g_option_context_add_main_entries (context, options, NULL);
  g_assert_true (g_option_context_parse (context, &argc, &argv, NULL));
  load_bases ();
  g_test_add_func ("/edit-sequences", test_sequences);
  code = g_test_run ();
  for (guint i = 0; i < G_N_ELEMENTS (sequences.bases); i++)
    g_bytes_unref (sequences.bases[i]);
  return code;
}
