/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/error.h"
#include "model/item.h"
#include "model/schema.h"

#include <string.h>

/* Every word of @words must be the name of a kind. */
static void
check_kind_names (const char *words)
{
  g_auto (GStrv) names = words != NULL ? g_strsplit (words, " ", -1) : NULL;

  for (char **name = names; name != NULL && *name != NULL; name++)
    {
      g_test_message ("%s", *name);
      g_assert_nonnull (roadmap_schema_find_kind (*name));
    }
}

static void
test_kinds (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const RoadmapKind *kind = roadmap_schema_get_kinds (); kind->name != NULL; kind++)
    {
      g_auto (GStrv) children = kind->children != NULL ? g_strsplit (kind->children, " ", -1) : NULL;

      g_test_message ("%s", kind->name);
      g_assert_true (g_hash_table_add (names, (gpointer) kind->name));
      g_assert_true (roadmap_schema_find_kind (kind->name) == kind);
      g_assert_cmpstr (kind->label, !=, "");
      check_kind_names (kind->children);
      for (char **child = children; child != NULL && *child != NULL; child++)
        {
          g_assert_true (roadmap_kind_may_contain (kind, *child));
          g_hash_table_add (held, g_strdup (*child));
        }
    }

  /* Everything but the outermost has a place somewhere. */
  for (const RoadmapKind *kind = roadmap_schema_get_kinds (); kind->name != NULL; kind++)
    g_assert_cmpint (g_hash_table_contains (held, kind->name), ==, strcmp (kind->name, ROADMAP_KIND_ROOT) != 0);
}

static void
check_field (const RoadmapKind  *kind,
             const RoadmapField *field)
{
  g_test_message ("%s %s", kind->name, field->name);
  g_assert_true (roadmap_kind_find_field (kind, field->name) == field);
  g_assert_cmpstr (field->label, !=, "");
  g_assert_cmpint (roadmap_field_is_link (field), ==, field->target != NULL);
  g_assert_cmpint (field->type == ROADMAP_FIELD_CHOICE, ==, field->choices != NULL);
  if (field->flags & ROADMAP_FIELD_NESTS)
    g_assert_true (roadmap_field_is_link (field));
  check_kind_names (field->target);
}

static void
test_fields (void)
{
  for (const RoadmapKind *kind = roadmap_schema_get_kinds (); kind->name != NULL; kind++)
    {
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
      gboolean wording = FALSE;

      for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
        {
          g_assert_true (g_hash_table_add (names, (gpointer) field->name));
          check_field (kind, field);

          /* In the file attributes stand before elements, and the table is in the order of the file. */
          g_assert_false (wording && !roadmap_field_is_text (field));
          wording = roadmap_field_is_text (field);
        }

      /* What any item may say. */
      g_assert_nonnull (roadmap_kind_find_field (kind, "origin"));
      g_assert_nonnull (roadmap_kind_find_field (kind, "source"));
    }
}

/* Progress must never be able to overwrite what was published. */
static void
test_official_fields (void)
{
  static const struct
  {
    const char *kind, *field;
    gboolean    official;
  } rows[] = {
    { "bar", "title", TRUE },       { "bar", "detail", TRUE },      { "bar", "timing", TRUE },
    { "bar", "status", FALSE },     { "measure", "title", TRUE },   { "measure", "status", FALSE },
    { "roadblock", "title", TRUE }, { "stage", "number", TRUE },    { "stage", "hue", FALSE },
    { "issue", "text", TRUE },      { "note", "text", TRUE },       { "remark", "text", FALSE },
    { "followup", "progress", FALSE }, { "followup", "plan", FALSE }, { "status", "title", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const RoadmapKind *kind = roadmap_schema_find_kind (rows[i].kind);
      const RoadmapField *field = roadmap_kind_find_field (kind, rows[i].field);

      g_test_message ("%s %s", rows[i].kind, rows[i].field);
      g_assert_nonnull (field);
      g_assert_cmpint ((field->flags & ROADMAP_FIELD_OFFICIAL) != 0, ==, rows[i].official);
    }
}

static void
test_look_ups (void)
{
  const RoadmapKind *stage = roadmap_schema_find_kind ("stage");
  const RoadmapField *measures = roadmap_kind_find_field (roadmap_schema_find_kind ("bar"), "measures");

  g_assert_null (roadmap_schema_find_kind (""));
  g_assert_null (roadmap_schema_find_kind ("stag"));
  g_assert_null (roadmap_schema_find_kind ("stages"));
  g_assert_null (roadmap_kind_find_field (stage, ""));
  g_assert_null (roadmap_kind_find_field (stage, "status"));

  /* Only whole words of the list count. */
  g_assert_true (roadmap_kind_may_contain (stage, "heading"));
  g_assert_true (roadmap_kind_may_contain (stage, "remark"));
  g_assert_false (roadmap_kind_may_contain (stage, "lane"));
  g_assert_false (roadmap_kind_may_contain (stage, "head"));
  g_assert_false (roadmap_kind_may_contain (stage, "mark"));
  g_assert_false (roadmap_kind_may_contain (stage, "heading roadblock"));
  g_assert_false (roadmap_kind_may_contain (stage, ""));
  g_assert_false (roadmap_kind_may_contain (roadmap_schema_find_kind ("remark"), "remark"));

  g_assert_true (roadmap_field_may_link_to (measures, "measure"));
  g_assert_false (roadmap_field_may_link_to (measures, "measures"));
  g_assert_false (roadmap_field_may_link_to (measures, "roadblock"));
}

static const struct
{
  const char *kind, *field;
  const char *value;
  gboolean    right;
} values[] = {
  { "stage", "number", "①", TRUE },
  { "stage", "number", "1 a", TRUE },
  { "stage", "number", "", FALSE },
  { "stage", "number", "1\n2", FALSE },
  { "stage", "number", "1\r", FALSE },

  { "bar", "title", "", TRUE },
  { "bar", "title", "改正指針の\nガイダンス作成", TRUE },
  { "bar", "title", "<b> & </b>", TRUE },
  { "bar", "title", "a\tb", TRUE },
  { "bar", "title", "\xff", FALSE },
  { "bar", "title", "\xe4\xbb", FALSE },
  /* XML has no way to write these. A vertical tab is what PowerPoint puts on the clipboard for a line break. */
  { "bar", "title", "a\vb", FALSE },
  { "bar", "title", "a\001b", FALSE },
  { "bar", "title", "a\033[1mb", FALSE },
  { "bar", "title", "a\uffffb", FALSE },
  { "bar", "title", "a\U0001f4c5b", TRUE },
  { "stage", "number", "1\v", FALSE },

  { "issue", "text", "", TRUE },
  { "issue", "text", "IRB &amp; IC &lt;1&gt; &#x2460;", TRUE },
  { "issue", "text", "参照<ref to=\"note-1\">※１</ref>及び<link href=\"https://www.mhlw.go.jp/\">資料</link>", TRUE },
  { "issue", "text", "<![CDATA[<b>]]>", TRUE },
  { "issue", "text", "a<!-- checked -->b", TRUE },
  { "issue", "text", "a & b", FALSE },
  { "issue", "text", "a < b", FALSE },
  { "issue", "text", "&nbsp;", FALSE },
  { "issue", "text", "&#1;", FALSE },
  { "issue", "text", "<b>bold</b>", FALSE },
  { "issue", "text", "<ref to=\"a\">※", FALSE },
  { "issue", "text", "※</ref>", FALSE },
  { "issue", "text", "<ref>※</ref>", FALSE },
  { "issue", "text", "<link to=\"a\">※</link>", FALSE },
  { "issue", "text", "<ref to=\"a\"><link href=\"https://a.example/\">※</link></ref>", FALSE },
  { "issue", "text", "<!DOCTYPE a>", FALSE },
  /* No way out of the element that the text stands in. */
  { "issue", "text", "a</text><text>b", FALSE },
  { "issue", "text", "a</text><bar/><text>b", FALSE },
  { "issue", "text", "a</text>", FALSE },

  { "cell", "x", "0", TRUE },
  { "cell", "x", "007", TRUE },
  { "cell", "x", "999999", TRUE },
  { "cell", "x", "1000000", FALSE },
  { "cell", "x", "", FALSE },
  { "cell", "x", "-1", FALSE },
  { "cell", "x", "+1", FALSE },
  { "cell", "x", "1.5", FALSE },
  { "cell", "x", "1 ", FALSE },
  { "cell", "x", "１", FALSE },

  { "bar", "open", "true", TRUE },
  { "bar", "open", "false", TRUE },
  { "bar", "open", "1", FALSE },
  { "bar", "open", "True", FALSE },
  { "bar", "open", "", FALSE },

  { "bar", "basis", "stated", TRUE },
  { "bar", "basis", "confirmed", TRUE },
  { "bar", "basis", "state", FALSE },
  { "bar", "basis", "stated inferred", FALSE },
  { "bar", "basis", "", FALSE },
  { "bar", "basis", " ", FALSE },

  { "bar", "start", "FY2020-Q1", TRUE },
  { "bar", "start", "2020-08", TRUE },
  { "bar", "start", "FY2020-Q5", FALSE },
  { "bar", "start", "", FALSE },

  { "followup", "date", "2021-03-31", TRUE },
  { "followup", "date", "2021-02-29", FALSE },
  { "followup", "date", "2021-3-31", FALSE },

  { "stage", "hue", "#3584e4", TRUE },
  { "stage", "hue", "#3584E4", TRUE },
  { "stage", "hue", "3584e4", FALSE },
  { "stage", "hue", "#358", FALSE },
  { "stage", "hue", "#3584e4f", FALSE },
  { "stage", "hue", "#3584eg", FALSE },
  { "stage", "hue", "", FALSE },

  { "followup", "evidence", "https://www.mhlw.go.jp/stf/newpage_11951.html", TRUE },
  { "followup", "evidence", "https://ja.wikipedia.org/wiki/工程表", TRUE },
  { "followup", "evidence", "mailto:a@b.example", TRUE },
  { "followup", "evidence", "www.mhlw.go.jp", FALSE },
  { "followup", "evidence", "https://www.mhlw.go.jp/a b", FALSE },
  { "followup", "evidence", "https://www.mhlw.go.jp/\n", FALSE },
  { "followup", "evidence", "", FALSE },

  { "bar", "status", "status.done", TRUE },
  { "bar", "status", "a b", FALSE },
  { "bar", "status", "", FALSE },
  { "bar", "status", " a", FALSE },
  { "bar", "status", "a\nb", FALSE },

  { "bar", "measures", "a", TRUE },
  { "bar", "measures", "a b.c-1", TRUE },
  { "bar", "measures", "a  b", FALSE },
  { "bar", "measures", " a", FALSE },
  { "bar", "measures", "a ", FALSE },
  { "bar", "measures", "a\tb", FALSE },
  { "bar", "measures", "", FALSE },
};

static void
test_values (void)
{
  guint types_seen = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const RoadmapKind *kind = roadmap_schema_find_kind (values[i].kind);
      const RoadmapField *field = roadmap_kind_find_field (kind, values[i].field);
      g_autofree char *shown = g_strescape (values[i].value, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s %s “%s”", values[i].kind, values[i].field, shown);
      g_assert_cmpint (roadmap_field_check (field, values[i].value, &error), ==, values[i].right);
      types_seen |= 1u << field->type;
      if (values[i].right)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, values[i].field));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      if (field->type == ROADMAP_FIELD_CHOICE)
        g_assert_nonnull (strstr (error->message, field->choices));
    }
  g_assert_cmpuint (types_seen, ==, (1u << (ROADMAP_FIELD_REFS + 1)) - 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/kinds", test_kinds);
  g_test_add_func ("/schema/fields", test_fields);
  g_test_add_func ("/schema/official-fields", test_official_fields);
  g_test_add_func ("/schema/look-ups", test_look_ups);
  g_test_add_func ("/schema/values", test_values);

  return g_test_run ();
}
