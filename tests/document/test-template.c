/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* New roadmaps from the templates of the repository: whatever is chosen, they are files like any other. */

#include "document/document.h"
#include "document/reader.h"
#include "document/validate.h"
#include "document/writer.h"
#include "fixture.h"
#include "model/amendment.h"
#include "model/template.h"

static Roadmap *
load_template (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "templates", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RoadmapDocument) document = roadmap_document_open_path (path, &error);

  g_assert_no_error (error);
  return g_object_ref (roadmap_document_get_roadmap (document));
}

static RoadmapTemplateChoice
choose (const char        *language,
        const char *const *lanes)
{
  return (RoadmapTemplateChoice) {
    .title = " 新しい工程表 ",
    .language = language,
    .calendar = ROADMAP_CALENDAR_FISCAL,
    .fiscal_start = 4,
    .first_year = 2026,
    .last_year = 2028,
    .columns = "quarter",
    .lanes = lanes,
  };
}

static Roadmap *
make (Roadmap                     *template,
      const RoadmapTemplateChoice *choice)
{
  g_autoptr (GError) error = NULL;
  Roadmap *roadmap;

  g_assert_null (roadmap_template_find_problem (choice));
  roadmap = roadmap_template_make (template, choice, &error);
  g_assert_no_error (error);
  return roadmap;
}

/* Written, it keeps the schema, and reads as the same. */
static void
assert_file (Roadmap *roadmap)
{
  g_autofree char *schema = g_test_build_filename (G_TEST_DIST, "..", "data", "roadmap.rng", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = roadmap_write (NULL, roadmap, &error);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (Roadmap) read = NULL;

  g_assert_no_error (error);
  roadmap_validate (bytes, "new.xml", schema, &error);
  g_assert_no_error (error);
  read = roadmap_read (bytes, "new.xml", &error);
  g_assert_no_error (error);
  again = roadmap_write (NULL, read, &error);
  fixture_assert_bytes ("again", again, bytes);
}

static void
test_all (void)
{
  static const char *const names[] = { "1-empty.xml", "2-nine-stages.xml", "3-domain-lanes.xml" };
  static const char *const tags[] = { "ja", "en" };
  static const char *const own[] = { "一つ目", "その他", "a < b & c", NULL };
  static const char *const none[] = { NULL };
  static const char *const columns[] = { "year", "half", "quarter", "month" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint n = 0; n < 2 * 2 * 4 * 2 * 3; n++)
      {
        g_autoptr (Roadmap) template = load_template (names[i]);
        const char *language = tags[n % 2];
        g_auto (GStrv) proposed = roadmap_template_list_lanes (template, language);
        const char *const *lanes[] = { (const char *const *) proposed, own, none };
        RoadmapTemplateChoice choice = choose (language, lanes[n % 3]);
        g_autoptr (Roadmap) roadmap = NULL;
        g_autoptr (GPtrArray) made = NULL;

        choice.calendar = n / 2 % 2 == 0 ? ROADMAP_CALENDAR_FISCAL : ROADMAP_CALENDAR_CIVIL;
        choice.columns = columns[n / 4 % 4];
        choice.categories = n / 16 % 2 == 0;
        choice.fiscal_start = n % 12 + 1;
        roadmap = make (template, &choice);
        assert_file (roadmap);
        g_assert_cmpstr (roadmap_get_language (roadmap), ==, language);
        made = roadmap_list (roadmap, NULL, roadmap_template_get_lane_kind (template)->name);
        g_assert_cmpuint (made->len, ==, g_strv_length ((char **) choice.lanes));
      }
}

static const char *
get (Roadmap    *roadmap,
     const char *id,
     const char *field)
{
  return roadmap_item_get (roadmap_lookup (roadmap, id), field);
}

static void
test_choice (void)
{
  static const char *const lanes[] = { "Other", " Pilot ", NULL };
  g_autoptr (Roadmap) template = load_template ("2-nine-stages.xml");
  RoadmapTemplateChoice choice = choose ("en", lanes);
  GDate today;
  g_autoptr (Roadmap) roadmap = NULL;
  g_autoptr (Roadmap) another = NULL;
  g_autoptr (GPtrArray) stages = NULL;
  RoadmapItem *pilot;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 28, 11, 2026);
  choice.today = &today;
  choice.calendar = ROADMAP_CALENDAR_CIVIL;
  choice.columns = "half";
  roadmap = make (template, &choice);

  g_assert_cmpstr (roadmap_item_get (roadmap_get_root (roadmap), "title"), ==, "新しい工程表");
  g_assert_cmpstr (get (roadmap, "edition.first", "date"), ==, "2026-11-28");
  g_assert_cmpstr (get (roadmap, "edition.first", "title"), ==, "First edition");
  g_assert_cmpstr (get (roadmap, "plan", "calendar"), ==, "calendar");
  g_assert_cmpstr (get (roadmap, "plan", "columns"), ==, "half");
  g_assert_cmpstr (get (roadmap, "plan", "start"), ==, "2026");
  g_assert_cmpstr (get (roadmap, "plan", "end"), ==, "2028");
  g_assert_null (roadmap_lookup (roadmap, "category.a"));

  /* A stage the template knows comes with its translation, and all are numbered in their order. */
  stages = roadmap_list (roadmap, NULL, "stage");
  g_assert_cmpstr (get (roadmap, "other", "title"), ==, "Other");
  g_assert_cmpstr (roadmap_item_get_in (roadmap_lookup (roadmap, "other"), "title", "ja"), ==, "その他");
  g_assert_cmpstr (get (roadmap, "other", "number"), ==, "①");
  pilot = g_ptr_array_index (stages, 1);
  g_assert_cmpstr (roadmap_item_get (pilot, "title"), ==, "Pilot");
  g_assert_cmpstr (roadmap_item_get (pilot, "number"), ==, "②");
  g_assert_cmpstr (get (roadmap, "done", "title"), ==, "Done");
  g_assert_cmpstr (get (roadmap, "done", "letter"), ==, "D");
  g_assert_cmpstr (roadmap_item_get_in (roadmap_lookup (roadmap, "done"), "letter", "ja"), ==, "完");

  /* Two new roadmaps are two, not versions of one. */
  another = make (template, &choice);
  g_assert_cmpstr (roadmap_item_get_id (roadmap_get_root (another)), !=, roadmap_item_get_id (roadmap_get_root (roadmap)));
}

/* It is a draft: its wording can be changed, and nobody has to be told what it was before. */
static void
test_draft (void)
{
  static const char *const lanes[] = { "その他", NULL };
  g_autoptr (Roadmap) template = load_template ("2-nine-stages.xml");
  RoadmapTemplateChoice choice = choose ("ja", lanes);
  g_autoptr (Roadmap) roadmap = make (template, &choice);
  RoadmapItem *stage = roadmap_lookup (roadmap, "other");
  g_autoptr (RoadmapEdit) edit = roadmap_edit_new_set (
    stage, roadmap_kind_find_field (roadmap_item_get_kind (stage), "title"), NULL, "試行");
  g_autoptr (GPtrArray) former = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (roadmap_get_amendment (roadmap) == roadmap_lookup (roadmap, "edition.first"));
  roadmap_change (roadmap, edit, &error);
  g_assert_no_error (error);
  former = roadmap_list (roadmap, NULL, "former");
  g_assert_cmpuint (former->len, ==, 0);
  g_assert_true (roadmap_finish_amendment (roadmap, &error));
  g_assert_null (roadmap_get_amendment (roadmap));
}

static void
test_numbers (void)
{
  g_autoptr (Roadmap) template = load_template ("3-domain-lanes.xml");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  RoadmapTemplateChoice choice;
  g_autoptr (Roadmap) roadmap = NULL;
  g_autoptr (GPtrArray) lanes = NULL;
  static const struct
  {
    guint       index;
    const char *number;
  } expected[] = { { 0, "①" }, { 19, "⑳" }, { 20, "㉑" }, { 34, "㉟" }, { 35, "㊱" }, { 49, "㊿" }, { 50, "51" } };

  for (guint i = 0; i < 51; i++)
    g_ptr_array_add (names, g_strdup_printf ("レーン %u", i));
  g_ptr_array_add (names, NULL);
  choice = choose ("ja", (const char *const *) names->pdata);
  roadmap = make (template, &choice);
  lanes = roadmap_list (roadmap, NULL, "lane");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (roadmap_item_get (g_ptr_array_index (lanes, expected[i].index), "number"), ==, expected[i].number);
}

static void
test_problems (void)
{
  static const char *const lanes[] = { "a", NULL };
  static const char *const blank[] = { "a", " ", NULL };
  static const struct
  {
    const char *title;
    int         first, last;
    gboolean    blank;
    const char *problem;
  } table[] = {
    { "t", 2026, 2028, FALSE, NULL },
    { "t", 2026, 2026, FALSE, NULL },
    { " ", 2026, 2028, FALSE, "The roadmap needs a title." },
    { NULL, 2026, 2028, FALSE, "The roadmap needs a title." },
    { "t", 2028, 2026, FALSE, "The last year must not be before the first." },
    { "t", 0, 2026, FALSE, "The years must be between 1868 and 2200." },
    { "t", 2026, 99999, FALSE, "The years must be between 1868 and 2200." },
    { "t", 1990, 2090, FALSE, "A roadmap has a hundred years at most." },
    { "t", 2026, 2028, TRUE, "Each stage or lane needs a name." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      RoadmapTemplateChoice choice = choose ("ja", table[i].blank ? blank : lanes);

      choice.title = table[i].title;
      choice.first_year = table[i].first;
      choice.last_year = table[i].last;
      g_assert_cmpstr (roadmap_template_find_problem (&choice), ==, table[i].problem);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/all", test_all);
  g_test_add_func ("/template/choice", test_choice);
  g_test_add_func ("/template/draft", test_draft);
  g_test_add_func ("/template/numbers", test_numbers);
  g_test_add_func ("/template/problems", test_problems);

  return g_test_run ();
}
