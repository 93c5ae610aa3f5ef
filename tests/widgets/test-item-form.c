/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Forms without a dialog: what each type of field takes, says and undoes. */

#include <string.h>

#include "form-driver.h"
#include "sample.h"
#include "stage.h"
#include "widgets/item-picker.h"
#include "widgets/link-rows.h"
#include "widgets/text-card.h"

typedef struct
{
  Roadmap         *roadmap;
  GtkWidget       *window;
  RoadmapItemForm *form;
} Form;

static void
pump (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
open_form (Form       *form,
           const char *text,
           const char *id)
{
  form->roadmap = sample_parse (text);
  form->form = ROADMAP_ITEM_FORM (roadmap_item_form_new (form->roadmap, sample_get (form->roadmap, id), NULL, NULL));
  form->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (form->window), 480, 640);
  gtk_window_set_child (GTK_WINDOW (form->window),
                        g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", form->form, "hscrollbar-policy", GTK_POLICY_NEVER, NULL));
  gtk_window_present (GTK_WINDOW (form->window));
  gtk_test_widget_wait_for_draw (form->window);
}

/* Nothing may keep the form or the roadmap. */
static void
close_form (Form *form)
{
  gpointer widget = form->form;

  g_object_add_weak_pointer (G_OBJECT (widget), &widget);
  gtk_window_destroy (GTK_WINDOW (form->window));
  pump ();
  g_assert_null (widget);
  g_assert_finalize_object (form->roadmap);
}

static const char *
get_value (Form       *form,
           const char *name)
{
  return form_get (form->form, name, NULL)->value;
}

static const char *
get_problem (Form       *form,
             const char *name)
{
  return roadmap_field_row_get_problem (form_get (form->form, name, NULL)->row);
}

static void
enter (Form       *form,
       const char *name,
       const char *value)
{
  form_enter (form->form, form_get (form->form, name, NULL), value);
}

/* The edits as text, one a line. */
static void
assert_edits (Form       *form,
              const char *wanted)
{
  g_autoptr (GPtrArray) edits = roadmap_item_form_get_edits (form->form);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < edits->len; i++)
    {
      const RoadmapEdit *edit = g_ptr_array_index (edits, i);

      g_assert_cmpint (edit->type, ==, ROADMAP_EDIT_SET);
      g_string_append_printf (text, "%s%s%s%s", i > 0 ? "; " : "", edit->field->name, edit->value != NULL ? "=" : "",
                              edit->value != NULL ? edit->value : "");
    }
  g_assert_cmpstr (text->str, ==, wanted);
}

#define ROADMAP(more) "roadmap r | date=2020-06-18 | fiscal-start=4 | title=工程表\n" more

/* What a value of each type must be like is said in words, under the name that the form has for the field. */
static void
test_checks (void)
{
  static const struct
  {
    const char *id;
    const char *field;
    const char *value;
    const char *problem; /* NULL: allowed */
  } table[] = {
    { "r", "date", "2020-02-30", "“Adopted on” cannot be “2020-02-30”; it must be a date such as 2020-06-18" },
    { "r", "date", "2020-02-29", NULL },
    { "r", "licence", "no address", "“Licence” cannot be “no address”; it must be a web address such as "
                                    "https://www.example.org/" },
    { "r", "licence", "https://www.example.org/", NULL },
    { "r", "fiscal-start", "1234567", "“First month of the fiscal year” cannot be “1234567”; it must be a whole number of at "
                                      "most six digits" },
    { "r", "title", " ", "“Title” cannot be empty." },
    { "done", "colour", "#12345", "“Colour” cannot be “#12345”; it must be a colour such as #3584e4" },
    { "done", "colour", "#12345f", NULL },
    { "done", "letter", "", "“Letter” cannot be empty." },
    { "n1", "text", "a < b", "“Text” cannot be “a < b”; it must be text with complete <ref> and <link> tags and nothing else" },
    { "n1", "text", "<ref to=\"nowhere\">1</ref>", "A link leads to “nowhere”, which does not exist." },
    { "n1", "text", "<ref to=\"r\">1</ref> &lt;", NULL },
    { "n1", "number", "", "“Number” cannot be empty." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Form form;

      open_form (&form, ROADMAP ("  status done | title=完了 | letter=完 | colour=#26a269\n"
                                 "  chart c | calendar=fiscal | start=FY2020 | end=FY2022 | title=図\n"
                                 "    note n1 | origin=editor | number=1 | text=注\n"),
                 table[i].id);
      roadmap_item_form_unlock (form.form);
      enter (&form, table[i].field, table[i].value);
      g_assert_cmpstr (get_problem (&form, table[i].field), ==, table[i].problem);
      g_assert_cmpstr (roadmap_item_form_get_problem (form.form), ==, table[i].problem);
      roadmap_item_form_undo (form.form);
      g_assert_null (roadmap_item_form_get_problem (form.form));
      assert_edits (&form, "");
      close_form (&form);
    }
}

/* What is not touched is not rewritten, however it is spelled. */
static void
test_spelling (void)
{
  Form form;

  open_form (&form, ROADMAP ("  chart c | calendar=fiscal | start=FY2020 | end=FY2022 | open=false | title=図\n"
                             "    column k | x=007 | open=false | title= 令和２年度 \n"),
             "k");
  assert_edits (&form, "");
  enter (&form, "x", "8");
  enter (&form, "open", "true");
  assert_edits (&form, "open=true; x=8");
  enter (&form, "x", "7");
  enter (&form, "open", NULL);
  assert_edits (&form, "");
  g_assert_cmpstr (get_value (&form, "x"), ==, "007");
  g_assert_cmpstr (get_value (&form, "open"), ==, "false");
  close_form (&form);
}

static void
test_number (void)
{
  Form form;
  GtkSpinButton *spin;

  open_form (&form, ROADMAP (""), "r");
  spin = GTK_SPIN_BUTTON (form_find_below (roadmap_field_row_get_widget (form_get (form.form, "fiscal-start", NULL)->row),
                                           GTK_TYPE_SPIN_BUTTON));
  gtk_spin_button_spin (spin, GTK_SPIN_STEP_FORWARD, 1);
  g_assert_cmpstr (get_value (&form, "fiscal-start"), ==, "5");
  gtk_spin_button_spin (spin, GTK_SPIN_END, 1);
  g_assert_cmpstr (get_value (&form, "fiscal-start"), ==, "12");
  gtk_spin_button_spin (spin, GTK_SPIN_HOME, 1);
  assert_edits (&form, "fiscal-start");
  gtk_spin_button_spin (spin, GTK_SPIN_STEP_FORWARD, 1);
  g_assert_cmpstr (get_value (&form, "fiscal-start"), ==, "1");
  close_form (&form);
}

static GtkTextBuffer *
get_buffer (Form       *form,
            const char *name)
{
  GtkWidget *card = roadmap_field_row_get_widget (form_get (form->form, name, NULL)->row);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (roadmap_text_card_get_view (ROADMAP_TEXT_CARD (card))));
}

static void
type (Form       *form,
      const char *name,
      const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    gtk_text_buffer_insert_at_cursor (get_buffer (form, name), c, g_utf8_next_char (c) - c);
}

/* Word by word, then the other fields, in the order in which they were edited. */
static void
test_undo (void)
{
  static const char *const titles[] = { "one two three", "one two ", "one " };
  Form form;

  open_form (&form, ROADMAP ("  chart c | calendar=fiscal | start=FY2020 | end=FY2022 | title=図\n"
                             "    lane l | origin=editor | number=① | title=い\n"),
             "l");
  enter (&form, "title", NULL);
  type (&form, "title", "one two three");
  enter (&form, "hue", "#3584e4");
  enter (&form, "number", "②");
  enter (&form, "hue", "#e62d42");
  assert_edits (&form, "number=②; title=one two three; hue=#e62d42");

  roadmap_item_form_undo (form.form);
  g_assert_cmpstr (get_value (&form, "hue"), ==, "#3584e4");
  roadmap_item_form_undo (form.form);
  g_assert_cmpstr (get_value (&form, "number"), ==, "①");
  roadmap_item_form_undo (form.form);
  g_assert_null (get_value (&form, "hue"));
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkTextIter start, end;
      g_autofree char *text = NULL;

      gtk_text_buffer_get_bounds (get_buffer (&form, "title"), &start, &end);
      text = gtk_text_buffer_get_text (get_buffer (&form, "title"), &start, &end, FALSE);
      g_assert_cmpstr (text, ==, titles[i]);
      roadmap_item_form_undo (form.form);
      g_assert_true (gtk_widget_has_focus (form_find_below (GTK_WIDGET (form.form), GTK_TYPE_TEXT_VIEW)));
    }
  g_assert_false (roadmap_item_form_can_undo (form.form));
  assert_edits (&form, "");

  while (roadmap_item_form_can_redo (form.form))
    roadmap_item_form_redo (form.form);
  assert_edits (&form, "number=②; title=one two three; hue=#e62d42");

  /* Another edit takes away what could be redone. */
  roadmap_item_form_undo (form.form);
  enter (&form, "number", "③");
  g_assert_false (roadmap_item_form_can_redo (form.form));
  close_form (&form);
}

/* Undo takes the basis back together with the move that changed it. */
static void
test_undo_basis (void)
{
  Form form;

  open_form (&form, sample_text, "irb.b1");
  roadmap_item_form_unlock (form.form);
  enter (&form, "basis", "inferred");
  close_form (&form);

  open_form (&form, ROADMAP ("  chart c | calendar=fiscal | start=FY2020 | end=FY2022 | title=図\n"
                             "    lane l | title=い\n"
                             "      bar b | start=FY2020-Q1 | end=FY2021 | basis=inferred | title=帯\n"),
             "b");
  enter (&form, "start", "FY2020-Q3");
  assert_edits (&form, "start=FY2020-Q3; basis=confirmed");
  roadmap_item_form_undo (form.form);
  assert_edits (&form, "");
  roadmap_item_form_redo (form.form);
  assert_edits (&form, "start=FY2020-Q3; basis=confirmed");
  close_form (&form);
}

static const char links_text[] =
  ROADMAP ("  category a | label=A | title=法改正\n"
           "  category b | label=B | title=運用\n"
           "  category k | label=C | title=周知\n"
           "  chart c | calendar=fiscal | start=FY2020 | end=FY2022 | title=図\n"
           "    stage s | title=段階\n"
           "      roadblock s.r | categories=a b k | title=壁\n");

static RoadmapLinkRows *
get_links (Form       *form,
           const char *name)
{
  return ROADMAP_LINK_ROWS (roadmap_field_row_get_widget (form_get (form->form, name, NULL)->row));
}

/* By the keys of the line at @position. */
static void
press (Form            *form,
       guint            position,
       guint            key,
       GdkModifierType  modifiers)
{
  GtkWidget *lines = gtk_widget_get_last_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (get_links (form, "categories"))));
  GtkWidget *line = gtk_widget_get_first_child (lines);
  g_autoptr (GListModel) controllers = NULL;
  gboolean handled = FALSE;

  while (position-- > 0)
    line = gtk_widget_get_next_sibling (line);
  controllers = gtk_widget_observe_controllers (line);
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0u, modifiers, &handled);
    }
  g_assert_true (handled);
}

static void
test_links (void)
{
  Form form;

  open_form (&form, links_text, "s.r");
  press (&form, 2, GDK_KEY_Up, GDK_CONTROL_MASK);
  assert_edits (&form, "categories=a k b");
  press (&form, 0, GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_edits (&form, "categories=k a b");
  press (&form, 1, GDK_KEY_Delete, 0);
  assert_edits (&form, "categories=k b");
  /* The focus stays among the lines. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (form.window)), GTK_WIDGET (get_links (&form, "categories"))));
  press (&form, 0, GDK_KEY_Up, GDK_CONTROL_MASK);
  assert_edits (&form, "categories=k b");
  press (&form, 0, GDK_KEY_Delete, 0);
  press (&form, 0, GDK_KEY_Delete, 0);
  assert_edits (&form, "categories");
  for (guint i = 0; i < 5; i++)
    roadmap_item_form_undo (form.form);
  assert_edits (&form, "");
  close_form (&form);
}

static guint
count_widgets (GtkWidget *top)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);
  return n;
}

/* Of many items only those in view have widgets, and a search finds among all. */
static void
test_picker (void)
{
  g_autoptr (GString) text = g_string_new (ROADMAP ("  chart c | calendar=fiscal | start=FY2020 | end=FY2022 | title=図\n"
                                                    "    lane l | title=い\n"
                                                    "      bar b | start=FY2020 | end=FY2020 | title=帯\n"));
  GtkPopover *picker;
  GtkWidget *list;
  Form form;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "      bar b%u | start=FY2020 | end=FY2020 | title=仕事%u\n", i, i);
  open_form (&form, text->str, "b");
  picker = gtk_menu_button_get_popover (GTK_MENU_BUTTON (roadmap_link_rows_get_button (get_links (&form, "after"))));
  gtk_popover_popup (picker);
  for (guint i = 0; i < 20; i++)
    gtk_test_widget_wait_for_draw (form.window);
  pump ();
  list = form_find_below (GTK_WIDGET (picker), GTK_TYPE_LIST_VIEW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))), ==, 20000);
  g_assert_cmpuint (count_widgets (list), <, 4000);

  gtk_editable_set_text (GTK_EDITABLE (form_find_below (GTK_WIDGET (picker), GTK_TYPE_SEARCH_ENTRY)), "仕事19876");
  g_signal_emit_by_name (form_find_below (GTK_WIDGET (picker), GTK_TYPE_SEARCH_ENTRY), "activate");
  assert_edits (&form, "after=b19876");
  close_form (&form);
}

/* A translation is there once there is something to translate. */
static void
test_translation (void)
{
  Form form;

  open_form (&form, ROADMAP ("  edition e | origin=editor | date=2020-06-18 | title=版 | title@en=Edition\n"), "e");
  g_assert_true (gtk_widget_get_visible (roadmap_field_row_get_widget (form_get (form.form, "title", "en")->row)));
  g_assert_false (gtk_widget_get_visible (roadmap_field_row_get_widget (form_get (form.form, "meeting", "en")->row)));
  enter (&form, "meeting", "第1回");
  g_assert_true (gtk_widget_get_visible (roadmap_field_row_get_widget (form_get (form.form, "meeting", "en")->row)));
  form_enter (form.form, form_get (form.form, "meeting", "en"), "First meeting");
  form_enter (form.form, form_get (form.form, "title", "en"), NULL);
  assert_edits (&form, "meeting=第1回; title; meeting=First meeting");
  close_form (&form);
}

static void
test_insert_link (void)
{
  Form form;
  GtkTextIter start, end;
  GtkWidget *card, *button;

  open_form (&form, ROADMAP ("  chart c | calendar=fiscal | start=FY2020 | end=FY2022 | title=図\n"
                             "    note n1 | origin=editor | number=1 | text=指針と注\n"),
             "n1");
  card = roadmap_field_row_get_widget (form_get (form.form, "text", NULL)->row);
  gtk_text_buffer_get_start_iter (get_buffer (&form, "text"), &start);
  end = start;
  gtk_text_iter_forward_chars (&end, 2);
  gtk_text_buffer_select_range (get_buffer (&form, "text"), &start, &end);
  button = form_find_below (card, GTK_TYPE_MENU_BUTTON);
  g_signal_emit_by_name (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)), "picked", sample_get (form.roadmap, "c"));
  assert_edits (&form, "text=<ref to=\"c\">指針</ref>と注");
  g_assert_null (get_problem (&form, "text"));
  roadmap_item_form_undo (form.form);
  assert_edits (&form, "");
  close_form (&form);
}

int
main (int    argc,
      char **argv)
{
  stage_init (&argc, &argv);

  g_test_add_func ("/item-form/checks", test_checks);
  g_test_add_func ("/item-form/spelling", test_spelling);
  g_test_add_func ("/item-form/number", test_number);
  g_test_add_func ("/item-form/undo", test_undo);
  g_test_add_func ("/item-form/undo-basis", test_undo_basis);
  g_test_add_func ("/item-form/links", test_links);
  g_test_add_func ("/item-form/picker", test_picker);
  g_test_add_func ("/item-form/translation", test_translation);
  g_test_add_func ("/item-form/insert-link", test_insert_link);
  return g_test_run ();
}
