/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/accessible-names.h"
#include "app/print-preview.h"
#include "app/print-words.h"
#include "chart/page-target.h"
#include "dialog-fixture.h"
#include "widgets/page-cell.h"
#include "widgets/page-column.h"

static const GDate *
get_today (void)
{
  static GDate today;

  g_date_set_dmy (&today, 1, 4, 2021);
  return &today;
}

static RoadmapPrintPreview *
get_preview (DialogFixture *fixture)
{
  return ROADMAP_PRINT_PREVIEW (fixture->dialog);
}

static void
settle (DialogFixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 120 * G_USEC_PER_SEC;

  dialog_pump (SHORTLY);
  while (roadmap_print_preview_is_busy (get_preview (fixture)) && g_get_monotonic_time () < end)
    dialog_pump (SHORTLY);
  g_assert_false (roadmap_print_preview_is_busy (get_preview (fixture)));
  dialog_pump (SHORTLY);
}

static void
open_filtered (DialogFixture *fixture,
               const char    *filter)
{
  g_autoptr (RoadmapFilter) parsed = NULL;
  RoadmapPrintSource source = {
    .roadmap = fixture->roadmap,
    .today = get_today (),
  };

  g_assert_true (roadmap_filter_parse (filter, &parsed, NULL));
  source.filter = parsed;
  roadmap_accessible_names_init ();
  dialog_show (fixture, roadmap_print_preview_new (NULL, &source, NULL, NULL));
  settle (fixture);
}

static void
open_preview (DialogFixture *fixture)
{
  open_filtered (fixture, "");
}

static void
choose (DialogFixture *fixture,
        const char    *property,
        const char    *value)
{
  g_object_set (roadmap_print_preview_get_choices (get_preview (fixture)), property, value, NULL);
  settle (fixture);
}

static void
choose_layouts (DialogFixture *fixture,
                const char    *layouts)
{
  g_auto (GStrv) names = g_strsplit (layouts, ",", -1);

  g_object_set (roadmap_print_preview_get_choices (get_preview (fixture)), "layouts", names, NULL);
  settle (fixture);
}

static RoadmapPages *
get_pages (DialogFixture *fixture)
{
  RoadmapPrintJob *job = roadmap_print_preview_get_job (get_preview (fixture));

  g_assert_nonnull (job);
  return roadmap_print_job_get_pages (job);
}

static void
assert_paper (DialogFixture *fixture,
              double         width,
              double         height)
{
  const RoadmapPaper *paper = roadmap_pages_get_paper (get_pages (fixture));

  g_assert_cmpfloat_with_epsilon (paper->width / ROADMAP_PAPER_MM, width, 0.1);
  g_assert_cmpfloat_with_epsilon (paper->height / ROADMAP_PAPER_MM, height, 0.1);
}

static void
set_up (DialogFixture *fixture,
        gconstpointer  data)
{
  dialog_reset_settings (APPLICATION_ID ".Print");
  dialog_set_up (fixture, data);
}

/* Options */

static void
test_paper (DialogFixture *fixture,
            gconstpointer  data)
{
  open_preview (fixture);
  assert_paper (fixture, 420, 297);
  dialog_pick_text (fixture, "paper_row", "A4");
  settle (fixture);
  assert_paper (fixture, 297, 210);
  dialog_pick_text (fixture, "orientation_row", "Portrait");
  settle (fixture);
  assert_paper (fixture, 210, 297);
  dialog_pick_text (fixture, "paper_row", "B5 (JIS)");
  settle (fixture);
  assert_paper (fixture, 182, 257);
}

/* Also that the paper's own margin is shown until there is another. */
static void
test_margins (DialogFixture *fixture,
              gconstpointer  data)
{
  GtkSpinButton *spin;

  open_preview (fixture);
  spin = dialog_find (fixture, "margin_spin");
  g_assert_cmpfloat (gtk_spin_button_get_value (spin), ==, 15);
  dialog_pick_text (fixture, "paper_row", "A4");
  settle (fixture);
  g_assert_cmpfloat (gtk_spin_button_get_value (spin), ==, 12);
  gtk_spin_button_set_value (spin, 25);
  settle (fixture);
  g_assert_cmpfloat_with_epsilon (roadmap_pages_get_paper (get_pages (fixture))->margin, 25 * ROADMAP_PAPER_MM, 0.01);
  dialog_pick_text (fixture, "paper_row", "A3");
  settle (fixture);
  g_assert_cmpfloat_with_epsilon (roadmap_pages_get_paper (get_pages (fixture))->margin, 25 * ROADMAP_PAPER_MM, 0.01);
}

static void
assert_summary (DialogFixture *fixture,
                const char    *pattern)
{
  const char *summary = adw_window_title_get_subtitle (dialog_find (fixture, "title"));

  if (!g_pattern_match_simple (pattern, summary))
    g_error ("“%s” is not like “%s”", summary, pattern);
  g_assert_cmpstr (gtk_label_get_label (dialog_find (fixture, "summary")), ==, summary);
}

/* What comes out is told before it is printed. */
static void
test_summary (DialogFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *pages = NULL;

  open_preview (fixture);
  assert_summary (fixture, "2 pages · A3 landscape · text *.? pt");
  choose (fixture, "chart", "stages");
  assert_summary (fixture, "1 page · A3 landscape · text *.? pt");
  choose (fixture, "paper", "b4");
  choose (fixture, "orientation", "portrait");
  pages = g_strdup_printf ("%u page* · B4 (JIS) portrait · text *.? pt",
                           roadmap_pages_get_n_pages (get_pages (fixture)));
  assert_summary (fixture, pages);
}

static GtkWidget *
find_row (DialogFixture *fixture,
          const char    *title)
{
  return dialog_find (fixture, title);
}

/* (transfer none): the button in a row that moves it up (0) or down (1). */
static GtkWidget *
find_mover (GtkWidget *row,
            guint      which)
{
  g_autoptr (GQueue) queue = g_queue_new ();

  g_queue_push_tail (queue, row);
  while (!g_queue_is_empty (queue))
    {
      GtkWidget *widget = g_queue_pop_head (queue);

      if (GTK_IS_BUTTON (widget) && which-- == 0)
        return widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (queue, child);
    }
  g_assert_not_reached ();
}

static void
tick (DialogFixture *fixture,
      const char    *title)
{
  gtk_widget_activate (GTK_WIDGET (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (find_row (fixture, title)))));
  settle (fixture);
}

static void
assert_layouts (DialogFixture *fixture,
                const char    *expected)
{
  g_auto (GStrv) names = roadmap_print_job_list_layouts (roadmap_print_preview_get_job (get_preview (fixture)));
  g_autofree char *joined = g_strjoinv (",", names);

  g_assert_cmpstr (joined, ==, expected);
}

/* Several layouts are printed in the order they are put in; the last of them cannot be taken away. */
static void
test_layouts (DialogFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *check;
  guint n_pages;

  open_preview (fixture);
  assert_layouts (fixture, "swimlane");
  check = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (find_row (fixture, "Swimlane timeline")));
  g_assert_false (gtk_widget_get_sensitive (check));
  n_pages = roadmap_pages_get_n_pages (get_pages (fixture));

  tick (fixture, "Bird’s-eye map");
  assert_layouts (fixture, "swimlane,map");
  g_assert_cmpuint (roadmap_pages_get_n_pages (get_pages (fixture)), ==, n_pages + 1);
  g_assert_true (gtk_widget_get_sensitive (check));
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (find_row (fixture, "Bird’s-eye map"))), ==, 1);

  g_signal_emit_by_name (find_mover (find_row (fixture, "Bird’s-eye map"), 0), "clicked");
  settle (fixture);
  assert_layouts (fixture, "map,swimlane");
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (find_row (fixture, "Bird’s-eye map"))), ==, 0);
  g_signal_emit_by_name (find_mover (find_row (fixture, "Bird’s-eye map"), 1), "clicked");
  settle (fixture);
  assert_layouts (fixture, "swimlane,map");

  tick (fixture, "Swimlane timeline");
  assert_layouts (fixture, "map");
  g_assert_cmpuint (roadmap_pages_get_n_pages (get_pages (fixture)), ==, 1);
}

/* (transfer full): the shipped roadmap without its map. */
static RoadmapDocument *
open_without_map (DialogFixture *fixture)
{
  g_autofree char *path = g_file_get_path (roadmap_document_get_file (fixture->document));
  g_autofree char *copy = g_build_filename (fixture->folder, "mapless.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  RoadmapDocument *document;
  char *from, *to;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  from = strstr (text, "<map ");
  to = strstr (text, "</map>");
  g_assert_true (from != NULL && to != NULL);
  memmove (from, to + strlen ("</map>"), strlen (to + strlen ("</map>")) + 1);
  g_assert_true (g_file_set_contents (copy, text, -1, NULL));
  document = roadmap_document_open_path (copy, &error);
  g_assert_no_error (error);
  g_remove (copy);
  return document;
}

/* What a roadmap has nothing for is not offered, and is passed over if it was chosen for another one. */
static void
test_what_applies (DialogFixture *fixture,
                   gconstpointer  data)
{
  const char *const layouts[] = { "map", "table", "unknown", NULL };
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID ".Print");
  g_autoptr (RoadmapDocument) document = open_without_map (fixture);
  const RoadmapPrintSource source = { .roadmap = roadmap_document_get_roadmap (document) };

  g_settings_set_strv (settings, "layouts", layouts);
  dialog_show (fixture, roadmap_print_preview_new (NULL, &source, NULL, NULL));
  settle (fixture);
  g_assert_false (gtk_widget_get_visible (find_row (fixture, "Bird’s-eye map")));
  g_assert_true (gtk_widget_get_visible (find_row (fixture, "Official table")));
  assert_layouts (fixture, "table");
  g_assert_false (gtk_widget_get_visible (dialog_find (fixture, "filter_row")));
}

/* A meeting pack has the usual layouts after cover and contents, and leaves what was chosen before as it was. */
static void
test_pack (DialogFixture *fixture,
           gconstpointer  data)
{
  GtkSwitch *pack;
  guint n_pages;
  g_auto (GStrv) names = NULL;

  open_preview (fixture);
  n_pages = roadmap_pages_get_n_pages (get_pages (fixture));
  pack = dialog_find (fixture, "pack_switch");
  gtk_switch_set_active (pack, TRUE);
  settle (fixture);
  names = roadmap_print_job_list_layouts (roadmap_print_preview_get_job (get_preview (fixture)));
  g_assert_cmpuint (g_strv_length (names), >, 3);
  g_assert_cmpuint (roadmap_pages_get_n_pages (get_pages (fixture)), >, n_pages + g_strv_length (names));
  gtk_switch_set_active (pack, FALSE);
  settle (fixture);
  assert_layouts (fixture, "swimlane");
}

static void
test_language (DialogFixture *fixture,
               gconstpointer  data)
{
  open_preview (fixture);
  g_assert_cmpstr (dialog_get_picked (fixture, "language_row"), ==, "日本語, as adopted");
  g_assert_nonnull (strstr (roadmap_pages_get_title (get_pages (fixture)), "工程表"));
  dialog_pick_text (fixture, "language_row", "English, translated");
  settle (fixture);
  g_assert_null (strstr (roadmap_pages_get_title (get_pages (fixture)), "工程表"));
  g_assert_cmpstr (dialog_get_picked (fixture, "language_row"), ==, "English, translated");
}

/* Bars of a scene's page. */
static guint
count_items (DialogFixture *fixture,
             const char    *kind)
{
  RoadmapPages *pages = get_pages (fixture);
  guint n = 0;

  for (guint page = 0; page < roadmap_pages_get_n_pages (pages); page++)
    {
      RoadmapScene *scene = roadmap_pages_get_scene (pages, page);

      for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
        n += roadmap_item_is (roadmap_scene_get_group (scene, i)->item, kind);
    }
  return n;
}

static void
test_filter (DialogFixture *fixture,
             gconstpointer  data)
{
  guint n_filtered;

  open_filtered (fixture, "year:2022");
  n_filtered = count_items (fixture, "bar");
  g_assert_cmpuint (n_filtered, >, 0);
  g_assert_true (gtk_widget_get_visible (dialog_find (fixture, "filter_row")));
  gtk_switch_set_active (dialog_find (fixture, "filter_switch"), FALSE);
  settle (fixture);
  g_assert_cmpuint (count_items (fixture, "bar"), >, n_filtered);
}

/* Then nothing can be printed, but chosen; and nothing else is printed instead. */
static void
test_nothing (DialogFixture *fixture,
              gconstpointer  data)
{
  AdwStatusPage *nothing;
  GtkStack *stack;

  open_filtered (fixture, "category:A basis:confirmed late");
  g_assert_null (roadmap_print_preview_get_job (get_preview (fixture)));
  stack = dialog_find (fixture, "stack");
  nothing = dialog_find (fixture, "nothing");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing");
  g_assert_cmpstr (adw_status_page_get_title (nothing), ==, "The filter leaves nothing to print");
  g_assert_cmpstr (adw_window_title_get_subtitle (dialog_find (fixture, "title")), ==, "");
  g_assert_false (gtk_widget_get_sensitive (dialog_find (fixture, "print_button")));
  g_assert_cmpstr (dialog_get_picked (fixture, "chart_row"), ==, "All");
  gtk_switch_set_active (dialog_find (fixture, "filter_switch"), FALSE);
  settle (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "pages");
  g_assert_true (gtk_widget_get_sensitive (dialog_find (fixture, "print_button")));
  assert_layouts (fixture, "swimlane");
}

static gboolean
has_bookmark (DialogFixture *fixture,
              const char    *words)
{
  for (guint i = 0; i < roadmap_pages_get_n_bookmarks (get_pages (fixture)); i++)
    if (strstr (roadmap_pages_get_bookmark (get_pages (fixture), i)->text, words) != NULL)
      return TRUE;
  return FALSE;
}

/* What changed since another file is printed once one was chosen, whose name is shown then and stands on the pages. */
static void
test_since (DialogFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = open_without_map (fixture);
  g_autoptr (GError) error = NULL;

  open_preview (fixture);
  g_assert_false (gtk_widget_get_visible (find_row (fixture, "Changes")));
  g_assert_cmpstr (dialog_get_picked (fixture, "since_row"), ==, "None");
  g_assert_true (roadmap_print_preview_show_since (get_preview (fixture), roadmap_document_get_file (document),
                                                   roadmap_document_get_roadmap (document), &error));
  g_assert_no_error (error);
  settle (fixture);
  g_assert_true (has_bookmark (fixture, "mapless.xml"));
  g_assert_true (gtk_widget_get_visible (find_row (fixture, "Changes")));
  assert_layouts (fixture, "swimlane,changes");
  g_assert_cmpstr (dialog_get_picked (fixture, "since_row"), ==, "mapless.xml");
  dialog_pick_text (fixture, "since_row", "None");
  settle (fixture);
  assert_layouts (fixture, "swimlane");
}

/* A file of another roadmap is refused, and what is printed stays as it is. */
static void
test_since_other (DialogFixture *fixture,
                  gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "second.xml", NULL);
  g_autoptr (RoadmapDocument) document = roadmap_document_open_path (path, NULL);
  g_autoptr (GError) error = NULL;

  open_preview (fixture);
  g_assert_false (roadmap_print_preview_show_since (get_preview (fixture), roadmap_document_get_file (document),
                                                    roadmap_document_get_roadmap (document), &error));
  g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID);
  settle (fixture);
  g_assert_cmpstr (dialog_get_picked (fixture, "since_row"), ==, "None");
  assert_layouts (fixture, "swimlane");
}

/* What is chosen is found again by the next preview, key by key. */
static void
test_remembered (DialogFixture *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char *key;
    const char *value;
  } table[] = {
    { "layouts", "['table', 'map']" },
    { "pack", "true" },
    { "chart", "'stages'" },
    { "earlier", "true" },
    { "language", "'en'" },
    { "filtered", "false" },
    { "paper", "'b5'" },
    { "orientation", "'portrait'" },
    { "margin", "17.0" },
  };
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID ".Print");
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;
  RoadmapPrintChoices *choices;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  g_assert_cmpuint (g_strv_length (keys), ==, G_N_ELEMENTS (table));

  open_preview (fixture);
  choices = roadmap_print_preview_get_choices (get_preview (fixture));
  g_object_set (choices, "layouts", (const char *[]) { "table", "map", NULL }, "pack", TRUE, "chart", "stages",
                "earlier", TRUE, "language", "en", "filtered", FALSE, "paper", "b5", "orientation", "portrait",
                "margin", 17.0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GVariant) value = g_settings_get_value (settings, table[i].key);
      g_autofree char *text = g_variant_print (value, FALSE);

      g_test_message ("%s", table[i].key);
      g_assert_cmpstr (text, ==, table[i].value);
    }
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  dialog_pump (SHORTLY);

  open_preview (fixture);
  assert_paper (fixture, 182, 257);
  assert_layouts (fixture, "table,map");
  g_assert_true (gtk_switch_get_active (dialog_find (fixture, "pack_switch")));
  g_assert_true (gtk_switch_get_active (dialog_find (fixture, "earlier_switch")));
  g_assert_cmpfloat (gtk_spin_button_get_value (dialog_find (fixture, "margin_spin")), ==, 17);
  g_assert_cmpstr (dialog_get_picked (fixture, "language_row"), ==, "English, translated");
  g_assert_cmpuint (adw_combo_row_get_selected (dialog_find (fixture, "chart_row")), ==, 1);
}

/* Each paper that can be remembered is one there is, and the other way round. */
static void
test_papers (DialogFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID ".Print");

  for (const char *const *name = roadmap_paper_get_names (); *name != NULL; name++)
    {
      g_assert_true (g_settings_set_string (settings, "paper", *name));
      g_assert_cmpstr (roadmap_print_words_paper (*name), !=, *name);
    }
  g_assert_cmpuint (g_strv_length ((char **) roadmap_paper_get_names ()), ==, 5);
}

/* Keys and clicks in the one are seen in the other. */
static void
test_thumbnails (DialogFixture *fixture,
                 gconstpointer  data)
{
  RoadmapPageColumn *pages, *thumbnails;

  open_preview (fixture);
  choose_layouts (fixture, "table");
  pages = dialog_find (fixture, "pages");
  thumbnails = dialog_find (fixture, "thumbnails");
  g_assert_cmpuint (roadmap_page_column_get_n_pages (thumbnails), ==, roadmap_pages_get_n_pages (get_pages (fixture)));
  g_assert_cmpuint (roadmap_page_column_get_n_pages (pages), >, 4);
  roadmap_page_column_set_page (thumbnails, 3);
  dialog_pump (SHORTLY);
  g_assert_cmpuint (roadmap_page_column_get_page (pages), ==, 3);
  g_assert_true (g_str_has_prefix (gtk_label_get_label (dialog_find (fixture, "place")), "Page 4 of "));
  gtk_widget_activate_action (fixture->dialog, "preview.next-page", NULL);
  g_assert_cmpuint (roadmap_page_column_get_page (thumbnails), ==, 4);
  gtk_widget_activate_action (fixture->dialog, "preview.previous-page", NULL);
  g_assert_cmpuint (roadmap_page_column_get_page (thumbnails), ==, 3);
}

/* What was looked at is looked at again, where it is on other paper. */
static void
test_place_stays (DialogFixture *fixture,
                  gconstpointer  data)
{
  RoadmapPageColumn *pages;
  RoadmapItem *stage;
  guint page, again;
  double y;

  open_preview (fixture);
  choose_layouts (fixture, "table");
  pages = dialog_find (fixture, "pages");
  stage = roadmap_scene_get_group (roadmap_pages_get_scene (get_pages (fixture), 5), 0)->item;
  g_assert_true (roadmap_pages_find (get_pages (fixture), stage, &page, &y));
  roadmap_page_column_set_page (pages, page);
  choose (fixture, "paper", "b5");
  choose_layouts (fixture, "map,table");
  g_assert_true (roadmap_pages_find (get_pages (fixture), stage, &again, &y));
  g_assert_cmpuint (again, !=, page);
  g_assert_cmpuint (roadmap_page_column_get_page (pages), ==, again);
}

/* Whether the label comes to be, or not to be, this. */
static void
wait_for_scale (DialogFixture *fixture,
                const char    *scale,
                gboolean       wanted)
{
  GtkMenuButton *button = dialog_find (fixture, "zoom_button");
  gint64 end = g_get_monotonic_time () + 120 * G_USEC_PER_SEC;

  while (g_str_equal (gtk_menu_button_get_label (button), scale) != wanted && g_get_monotonic_time () < end)
    dialog_pump (SHORTLY);
  if (wanted)
    g_assert_cmpstr (gtk_menu_button_get_label (button), ==, scale);
  else
    g_assert_cmpstr (gtk_menu_button_get_label (button), !=, scale);
}

static void
test_zoom (DialogFixture *fixture,
           gconstpointer  data)
{
  const char *whole_size = "Zoom: 100 %";

  open_preview (fixture);
  gtk_widget_activate_action (fixture->dialog, "preview.zoom-actual", NULL);
  wait_for_scale (fixture, "100 %", TRUE);
  gtk_test_accessible_assert_property (dialog_find (fixture, "zoom_button"), GTK_ACCESSIBLE_PROPERTY_LABEL, whole_size);
  gtk_widget_activate_action (fixture->dialog, "preview.zoom-in", NULL);
  wait_for_scale (fixture, "110 %", TRUE);
  gtk_widget_activate_action (fixture->dialog, "preview.zoom-out", NULL);
  gtk_widget_activate_action (fixture->dialog, "preview.zoom-out", NULL);
  wait_for_scale (fixture, "90 %", TRUE);
  gtk_widget_activate_action (fixture->dialog, "view.fit", "s", "page");
  wait_for_scale (fixture, "90 %", FALSE);
}

/* Pages follow what is done to the roadmap in the meantime, and those of what it was are not looked at any more. */
static void
test_edits (DialogFixture *fixture,
            gconstpointer  data)
{
  RoadmapItem *bar = dialog_get_item (fixture, "irb.bar-3");
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (bar), "status");
  g_autoptr (RoadmapEdit) edit = roadmap_edit_new_set (bar, field, NULL, "delayed");
  RoadmapPageColumn *pages;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  open_preview (fixture);
  pages = dialog_find (fixture, "pages");
  before = roadmap_scene_dump (roadmap_pages_get_scene (get_pages (fixture), 0));
  roadmap_page_column_set_page (pages, 1);
  g_assert_true (roadmap_apply (fixture->roadmap, edit, NULL));
  g_assert_cmpuint (roadmap_page_column_get_n_pages (pages), ==, 0);
  settle (fixture);
  after = roadmap_scene_dump (roadmap_pages_get_scene (get_pages (fixture), 0));
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpuint (roadmap_page_column_get_page (pages), ==, 1);
}

/* Narrow as a phone, the panes lie over the pages, and the summary below the header. */
static void
test_fits (DialogFixture *fixture,
           gconstpointer  data)
{
  open_preview (fixture);
  g_assert_false (gtk_widget_get_visible (dialog_find (fixture, "summary")));
  /* One pane after the other makes room. */
  for (int width = 860; width > 360 || !adw_flap_get_folded (dialog_find (fixture, "thumbnails_flap")); width -= 250)
    {
      gtk_window_set_default_size (GTK_WINDOW (fixture->dialog), MAX (360, width), 600);
      dialog_pump (3 * SHORTLY);
      g_assert_cmpint (width, >, -2000);
    }
  dialog_assert_fits (fixture);
  g_assert_true (adw_flap_get_folded (dialog_find (fixture, "options_flap")));
  g_assert_true (gtk_widget_get_visible (dialog_find (fixture, "summary")));
  gtk_widget_activate_action (fixture->dialog, "preview.options", NULL);
  dialog_pump (SHORTLY);
  g_assert_true (adw_flap_get_reveal_flap (dialog_find (fixture, "options_flap")));
}

/* The links on a page that is seen, in order. */
static GPtrArray *
list_links (GtkWidget *pages,
            guint      page)
{
  GPtrArray *links = g_ptr_array_new ();

  for (GtkWidget *cell = gtk_widget_get_first_child (pages); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    for (GtkWidget *child = gtk_widget_get_first_child (cell); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      if (ROADMAP_IS_PAGE_LINK (child) && roadmap_page_cell_get_page (ROADMAP_PAGE_CELL (cell)) == page)
        g_ptr_array_add (links, child);
  return links;
}

/* The entries of the table of contents lead to their pages, by the pointer and by Tab and Enter. */
static void
test_contents (DialogFixture *fixture,
               gconstpointer  data)
{
  RoadmapPageColumn *pages;
  RoadmapScene *scene;
  const RoadmapSceneLink *last;
  g_autoptr (GPtrArray) links = NULL;
  g_autofree char *name = NULL;
  guint page;
  double y;

  open_preview (fixture);
  gtk_switch_set_active (dialog_find (fixture, "pack_switch"), TRUE);
  settle (fixture);
  pages = dialog_find (fixture, "pages");
  roadmap_page_column_set_page (pages, 1);
  dialog_pump (3 * SHORTLY);
  scene = roadmap_pages_get_scene (get_pages (fixture), 1);
  links = list_links (GTK_WIDGET (pages), 1);
  g_assert_cmpuint (links->len, >, 10);
  g_assert_cmpuint (links->len, ==, roadmap_scene_get_n_links (scene));

  last = roadmap_scene_get_link (scene, links->len - 1);
  g_assert_true (roadmap_page_target_find (get_pages (fixture), last->target, &page, &y));
  name = g_strdup_printf ("Page %u of %u: *", page + 1, roadmap_pages_get_n_pages (get_pages (fixture)));
  g_assert_true (g_pattern_match_simple (name,
                                         gtk_widget_get_tooltip_text (g_ptr_array_index (links, links->len - 1))));
  gtk_test_accessible_assert_role (g_ptr_array_index (links, 0), GTK_ACCESSIBLE_ROLE_LINK);

  gtk_widget_grab_focus (GTK_WIDGET (pages));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (pages), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_has_focus (g_ptr_array_index (links, 0)));
  gtk_widget_activate_action (g_ptr_array_index (links, links->len - 1), "page.follow", "s", last->target);
  dialog_pump (3 * SHORTLY);
  g_assert_cmpuint (page, >, 2);
  g_assert_cmpuint (roadmap_page_column_get_page (pages), ==, page);
  g_assert_true (ROADMAP_IS_PAGE_CELL (gtk_window_get_focus (GTK_WINDOW (fixture->dialog))));
}

/* Nothing that is not seen lies over the pages. */
static void
test_pages_take_the_pointer (DialogFixture *fixture,
                             gconstpointer  data)
{
  GtkWidget *pages;
  graphene_rect_t bounds;
  GtkWidget *picked;

  open_preview (fixture);
  pages = dialog_find (fixture, "pages");
  g_assert_true (gtk_widget_compute_bounds (pages, fixture->dialog, &bounds));
  picked = gtk_widget_pick (fixture->dialog, bounds.origin.x + bounds.size.width / 2,
                            bounds.origin.y + bounds.size.height / 2, GTK_PICK_DEFAULT);
  g_assert_true (picked == pages || gtk_widget_is_ancestor (picked, pages));
}

/* Every accelerator of the shortcuts window can be read; warnings are fatal here. */
static void
test_shortcuts (DialogFixture *fixture,
                gconstpointer  data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = g_list_model_get_n_items (windows);

  open_preview (fixture);
  gtk_widget_activate_action (fixture->dialog, "preview.shortcuts", NULL);
  dialog_pump (3 * SHORTLY);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n + 2);
}

/* Every control has a name. */
static void
test_names (DialogFixture *fixture,
            gconstpointer  data)
{
  open_preview (fixture);
  gtk_test_accessible_assert_property (dialog_find (fixture, "thumbnails_button"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Page Thumbnails");
  gtk_test_accessible_assert_property (dialog_find (fixture, "options_button"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Options");
  gtk_test_accessible_assert_property (dialog_find (fixture, "paper_row"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "A3");
  gtk_test_accessible_assert_property (find_mover (find_row (fixture, "Official table"), 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Print “Official table” earlier");
}

#define ADD(path, test) g_test_add (path, DialogFixture, NULL, set_up, test, dialog_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("/print-preview/paper", test_paper);
  ADD ("/print-preview/margins", test_margins);
  ADD ("/print-preview/summary", test_summary);
  ADD ("/print-preview/layouts", test_layouts);
  ADD ("/print-preview/what-applies", test_what_applies);
  ADD ("/print-preview/pack", test_pack);
  ADD ("/print-preview/language", test_language);
  ADD ("/print-preview/filter", test_filter);
  ADD ("/print-preview/nothing", test_nothing);
  ADD ("/print-preview/since/file", test_since);
  ADD ("/print-preview/since/other", test_since_other);
  ADD ("/print-preview/remembered", test_remembered);
  ADD ("/print-preview/papers", test_papers);
  ADD ("/print-preview/thumbnails", test_thumbnails);
  ADD ("/print-preview/place-stays", test_place_stays);
  ADD ("/print-preview/zoom", test_zoom);
  ADD ("/print-preview/edits", test_edits);
  ADD ("/print-preview/fits", test_fits);
  ADD ("/print-preview/contents", test_contents);
  ADD ("/print-preview/pages-take-the-pointer", test_pages_take_the_pointer);
  ADD ("/print-preview/shortcuts", test_shortcuts);
  ADD ("/print-preview/names", test_names);
  return g_test_run ();
}
