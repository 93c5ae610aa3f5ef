/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/fragment.h"

#include "fixture.h"

#include <string.h>

#define HEAD "<fragment xmlns=\"https://koteihyo.org/ns/roadmap\" version=\"1\" xml:lang=\"ja\">"

static GPtrArray *
list_items (RoadmapItem *item, ...) G_GNUC_NULL_TERMINATED;

static GPtrArray *
list_items (RoadmapItem *item, ...)
{
  GPtrArray *items = g_ptr_array_new ();
  va_list others;

  va_start (others, item);
  for (; item != NULL; item = va_arg (others, RoadmapItem *))
    g_ptr_array_add (items, item);
  va_end (others);
  return items;
}

static void
add_value_cb (const RoadmapField *field,
              const char         *language,
              const char         *value,
              gpointer            text)
{
  g_string_append_printf (text, " %s@%s=%s", field->name, language != NULL ? language : "", value);
}

/* All there is to @items. */
static char *
describe (GPtrArray *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      RoadmapItem *top = g_ptr_array_index (items, i);

      for (RoadmapItem *item = top; item != NULL; item = roadmap_item_next (item, top))
        {
          g_string_append_printf (text, "%s %s in %s:", roadmap_item_get_kind (item)->name, roadmap_item_get_id (item),
                                  item != top ? roadmap_item_get_id (roadmap_item_get_parent (item)) : "-");
          roadmap_item_foreach_value (item, add_value_cb, text);
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_round_trip (Roadmap   *roadmap,
                   GPtrArray *items)
{
  g_autofree char *text = roadmap_fragment_write (roadmap, items);
  g_autofree char *expected = describe (items);
  g_autofree char *actual = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (GError) error = NULL;

  read = roadmap_fragment_read (text, -1, "text", &error);
  g_assert_no_error (error);
  actual = describe (read);
  g_assert_cmpstr (actual, ==, expected);
  /* Items that belong to no roadmap are written the same. */
  again = roadmap_fragment_write (roadmap, read);
  g_assert_cmpstr (again, ==, text);
  for (guint i = 0; i < read->len; i++)
    {
      g_assert_null (roadmap_item_get_parent (g_ptr_array_index (read, i)));
      g_assert_cmpuint (roadmap_item_get_line (g_ptr_array_index (read, i)), ==, 0);
    }
}

static void
test_form (void)
{
  g_autofree char *text = fixture_wrap ("  <domain id=\"d\" page=\"3\"><title>A&amp;B</title><title xml:lang=\"en\">x\ny</title>"
                                        "<remark id=\"m\"><text>z</text></remark></domain>\n"
                                        "  <domain id=\"e\"><title/></domain>\n");
  g_autoptr (Roadmap) roadmap = fixture_read (text);
  RoadmapItem *d = roadmap_lookup (roadmap, "d"), *e = roadmap_lookup (roadmap, "e"), *m = roadmap_lookup (roadmap, "m");
  /* What stands in another one is written there, and nothing twice. */
  g_autoptr (GPtrArray) items = list_items (e, m, d, e, NULL);
  g_autofree char *written = roadmap_fragment_write (roadmap, items);

  g_assert_cmpstr (written, ==,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   HEAD "\n"
                   "  <domain id=\"e\">\n"
                   "    <title></title>\n"
                   "  </domain>\n"
                   "  <domain id=\"d\" page=\"3\">\n"
                   "    <title>A&amp;B</title>\n"
                   "    <title xml:lang=\"en\">x\ny</title>\n"
                   "    <remark id=\"m\">\n"
                   "      <text>z</text>\n"
                   "    </remark>\n"
                   "  </domain>\n"
                   "</fragment>\n");
}

/* Every item of the shipped roadmap, each alone, and all children of its outermost one together. */
static void
test_shipped (void)
{
  g_autofree char *path = fixture_dup_data_path ();
  FixtureFile file;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) top = g_ptr_array_new ();
  RoadmapItem *root;

  fixture_open (&file, path);
  all = roadmap_list (file.roadmap, NULL, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (GPtrArray) one = list_items (g_ptr_array_index (all, i), NULL);

      assert_round_trip (file.roadmap, one);
    }
  root = roadmap_get_root (file.roadmap);
  for (guint i = 0; i < roadmap_item_get_n_children (root); i++)
    g_ptr_array_add (top, roadmap_item_get_child (root, i));
  assert_round_trip (file.roadmap, top);
  fixture_close (&file);
}

/* An item of @kind with random values in all its fields, and one of each kind that may stand in it. */
static RoadmapItem *
create_random (Roadmap           *roadmap,
               const RoadmapKind *kind,
               guint             *n,
               guint              depth)
{
  g_autofree char *id = g_strdup_printf ("x.%u-%s", (*n)++, kind->name);
  g_auto (GStrv) children = g_strsplit (kind->children != NULL && depth > 0 ? kind->children : "", " ", -1);
  RoadmapItem *item = roadmap_item_new (kind, id);

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *value = fixture_create_value (roadmap, field, NULL);

      if (value == NULL || g_test_rand_int_range (0, 6) == 0)
        continue;
      roadmap_item_init_value (item, field, NULL, value);
      if (roadmap_field_is_text (field))
        {
          roadmap_item_init_value (item, field, "en", value);
          roadmap_item_init_value (item, field, "zh-Hant", "\n a\t\n\n");
        }
    }
  for (char **name = children; *name != NULL; name++)
    {
      g_autoptr (RoadmapItem) child = create_random (roadmap, roadmap_schema_find_kind (*name), n, depth - 1);

      roadmap_item_init_child (item, child);
    }
  return item;
}

static void
test_random (void)
{
  g_autofree char *path = fixture_dup_data_path ();
  FixtureFile file;
  guint n = 0;

  fixture_open (&file, path);
  for (guint round = 0; round < 8; round++)
    for (const RoadmapKind *kind = roadmap_schema_get_kinds (); kind->name != NULL; kind++)
      {
        g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

        if (strcmp (kind->name, ROADMAP_KIND_ROOT) == 0)
          continue;
        for (guint i = g_test_rand_int_range (0, 4); i > 0; i--)
          g_ptr_array_add (items, create_random (file.roadmap, kind, &n, 2));
        assert_round_trip (file.roadmap, items);
      }
  g_test_message ("%u items", n);
  fixture_close (&file);
}

static void
test_hostile (void)
{
  static const struct
  {
    const char *text;
    const char *message; /* NULL: it is right */
  } rows[] = {
    { HEAD "</fragment>", NULL },
    { HEAD "<unknown><bar id='b'/></unknown></fragment>", NULL },
    { HEAD "<domain id='d'/>stray<!-- note --></fragment>", NULL },
    /* Links may lead nowhere, ids occur twice, what is required be missing: that is looked at where it is put. */
    { HEAD "<bar id='b' after='nobody'/><bar id='b'/></fragment>", NULL },
    { "", "clip:1: *empty*" },
    { "text", "clip:1: this is not an XML file*" },
    { "<a/>", "clip:1: this is XML but no copied part*" },
    { "<fragment version='1' xml:lang='ja'/>", "clip:1: this is XML but no copied part*" },
    { "<fragment xmlns='https://koteihyo.org/ns/roadmap' xml:lang='ja'/>", "clip:1: this is XML but no copied part*" },
    { "<fragment xmlns='https://koteihyo.org/ns/roadmap' version='1'/>", "clip:1: this is XML but no copied part*" },
    { "<fragment xmlns='https://koteihyo.org/ns/roadmap' version='one' xml:lang='ja'/>",
      "clip:1: this is XML but no copied part*" },
    { "<fragment xmlns='https://koteihyo.org/ns/roadmap' version='2' xml:lang='ja'/>", "clip:1: this was copied from a newer*" },
    { "<roadmap xmlns='https://koteihyo.org/ns/roadmap' version='1' xml:lang='ja' id='r'/>",
      "clip:1: this is XML but no copied part*" },
    { "<bar xmlns='https://koteihyo.org/ns/roadmap' id='b'/>", "clip:1: this is XML but no copied part*" },
    { HEAD "\n<roadmap id='r'><domain id='d'/></roadmap></fragment>", NULL },
    { HEAD "<bar/></fragment>", "clip:1: this <bar> has no id*" },
    { HEAD "<bar id='1'/></fragment>", "clip:1: “1” cannot be an id*" },
    { HEAD "\n<bar id='b' start='soon'/></fragment>", "clip:2: *start*soon*" },
    { HEAD "<status id='s' colour='red'/></fragment>", "clip:1: *colour*red*" },
    { HEAD "<note id='n'><text>a<b>c</b></text></note></fragment>", "clip:1: *text*" },
    { HEAD "<note id='n'><text>a</text><text>b</text></note></fragment>", "clip:1: *second <text>*" },
    { HEAD "<bar id='b'>", "clip:1: the file ends too early*" },
    { HEAD "</fragment><bar id='b'/>", "clip:1: *not well-formed*" },
    { "<!DOCTYPE a [<!ENTITY e 'x'>]>" HEAD "</fragment>", "clip:1: *<!DOCTYPE>*" },
    { HEAD "&e;</fragment>", "clip:1: *not well-formed*" },
    { HEAD "<domain id='d'><title>\x01</title></domain></fragment>", "clip:1: *not well-formed*" },
    { HEAD "<domain id='d'><title>\xff</title></domain></fragment>", "clip:1: *" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *escaped = g_strescape (rows[i].text, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) items = roadmap_fragment_read (rows[i].text, -1, "clip", &error);

      g_test_message ("%s: %s", escaped, error != NULL ? error->message : "read");
      g_assert_cmpint (items != NULL, ==, rows[i].message == NULL);
      g_assert_cmpint (error != NULL, ==, rows[i].message != NULL);
      if (error != NULL)
        g_assert_true (error->domain == ROADMAP_ERROR && g_pattern_match_simple (rows[i].message, error->message));
    }
}

/* Cut off anywhere it is refused; NUL bytes too. */
static void
test_cut (void)
{
  static const char text[] = HEAD "<bar id=\"b\" start=\"FY2020\"><title>x</title><followup id=\"f\" date=\"2020-01-01\"/></bar></fragment>";
  gsize size = strlen (text);

  for (gsize n = 0; n < size; n++)
    {
      g_autofree char *holed = g_strdup (text);
      g_autoptr (GError) error = NULL;

      g_assert_null (roadmap_fragment_read (text, n, "clip", &error));
      g_assert_true (error->domain == ROADMAP_ERROR);
      g_clear_error (&error);
      holed[n] = '\0';
      g_assert_null (roadmap_fragment_read (holed, size, "clip", &error));
      g_assert_true (error->domain == ROADMAP_ERROR);
    }
}

/* A million elements in one another are refused by the parser's limit, in time and without a stack of their own. */
static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, "<lane id=\"l\">");
  g_assert_null (roadmap_fragment_read (text->str, text->len, "clip", &error));
  g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_SYNTAX);
}

static void
test_languages (void)
{
  static const char text[] = HEAD
    "<domain id=\"d\"><title>分野</title><title xml:lang=\"EN\">Domain</title><remark id=\"m\"><text>注</text></remark></domain>"
    "<domain id=\"e\"><title xml:lang=\"en\">Only</title></domain></fragment>";
  static const struct
  {
    const char *language;
    const char *expected;
  } rows[] = {
    { "ja", "domain d in -: title@=分野 title@EN=Domain\nremark m in d: text@=注\ndomain e in -: title@en=Only\n" },
    { "JA", "domain d in -: title@=分野 title@EN=Domain\nremark m in d: text@=注\ndomain e in -: title@en=Only\n" },
    { "en", "domain d in -: title@=Domain title@ja=分野\nremark m in d: text@=注\ndomain e in -: title@=Only\n" },
    { "fr", "domain d in -: title@=分野 title@EN=Domain\nremark m in d: text@=注\ndomain e in -: title@en=Only\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) items = roadmap_fragment_read_for (text, -1, "clip", rows[i].language, &error);
      g_autofree char *actual = NULL;

      g_assert_no_error (error);
      actual = describe (items);
      g_assert_cmpstr (actual, ==, rows[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fragment/form", test_form);
  g_test_add_func ("/fragment/shipped", test_shipped);
  g_test_add_func ("/fragment/random", test_random);
  g_test_add_func ("/fragment/hostile", test_hostile);
  g_test_add_func ("/fragment/cut", test_cut);
  g_test_add_func ("/fragment/deep", test_deep);
  g_test_add_func ("/fragment/languages", test_languages);

  return g_test_run ();
}
