/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/markup.h"

#include <string.h>

static gboolean
is_wide_at (const char *p)
{
  return g_unichar_iswide (g_utf8_get_char (p));
}

char *
roadmap_markup_unfold (const char *text,
                       gsize       length)
{
  GString *words = g_string_sized_new (length);
  const char *end = text + length;

  for (const char *p = text, *feed; p < end; p = feed + 1)
    {
      feed = memchr (p, '\n', end - p);
      g_string_append_len (words, p, (feed != NULL ? feed : end) - p);
      if (feed == NULL)
        break;
      if ((feed == text || !is_wide_at (g_utf8_prev_char (feed))) && (feed + 1 == end || !is_wide_at (feed + 1)))
        g_string_append_c (words, ' ');
    }
  return g_string_free (words, FALSE);
}

typedef struct
{
  GString  *text;
  gboolean  opened; /* the element that roadmap_markup_to_text() puts around the fragment */
} Markup;

static void
append_text_cb (GMarkupParseContext  *context,
                const char           *text,
                gsize                 length,
                gpointer              user_data,
                GError              **error)
{
  Markup *markup = user_data;
  g_autofree char *words = roadmap_markup_unfold (text, length);

  g_string_append (markup->text, words);
}

static void
check_tag_cb (GMarkupParseContext  *context,
              const char           *name,
              const char          **attributes,
              const char          **values,
              gpointer              user_data,
              GError              **error)
{
  Markup *markup = user_data;
  const GSList *open = g_markup_parse_context_get_element_stack (context);
  const char *wanted = strcmp (name, "ref") == 0 ? "to" : strcmp (name, "link") == 0 ? "href" : NULL;

  if (open->next == NULL && !markup->opened)
    {
      markup->opened = TRUE;
      return;
    }

  /* Without <text> around it, the fragment has closed that itself; with more, a tag stands in a tag. */
  if (g_slist_length ((GSList *) open) != 2 || wanted == NULL || !g_strv_contains (attributes, wanted))
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "<%s>", name);
}

static void
check_passthrough_cb (GMarkupParseContext  *context,
                      const char           *text,
                      gsize                 length,
                      gpointer              user_data,
                      GError              **error)
{
  if (g_strstr_len (text, length, "<!DOCTYPE") == text)
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "<!DOCTYPE>");
}

char *
roadmap_markup_to_text (const char *markup)
{
  const GMarkupParser parser = {
    .start_element = check_tag_cb,
    .text = append_text_cb,
    .passthrough = check_passthrough_cb,
  };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = NULL;
  Markup read = { text, FALSE };

  g_return_val_if_fail (markup != NULL, NULL);

  /* Most texts have no tags. */
  if (strpbrk (markup, "<&") == NULL)
    return roadmap_markup_unfold (markup, strlen (markup));

  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &read, NULL);
  if (!g_markup_parse_context_parse (context, "<text>", -1, NULL) ||
      !g_markup_parse_context_parse (context, markup, -1, NULL) ||
      !g_markup_parse_context_parse (context, "</text>", -1, NULL) ||
      !g_markup_parse_context_end_parse (context, NULL))
    return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
find_attribute (const char **names,
                const char **values,
                const char  *wanted)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], wanted) == 0)
      return values[i];
  return "";
}

typedef struct
{
  RoadmapMarkupFunc   visit;
  gpointer            user_data;
  RoadmapMarkupPiece  piece;
  GString            *words;
  char               *target;
} Walk;

/* Tells the words up to here, and begins a piece. */
static void
begin_piece (Walk               *walk,
             RoadmapMarkupPiece  piece,
             const char         *target)
{
  if (walk->words->len > 0)
    walk->visit (walk->piece, walk->words->str, walk->target, walk->user_data);
  g_string_truncate (walk->words, 0);
  g_free (walk->target);
  walk->target = g_strdup (target);
  walk->piece = piece;
}

static void
begin_mark_cb (GMarkupParseContext  *context,
               const char           *name,
               const char          **names,
               const char          **values,
               gpointer              user_data,
               GError              **error)
{
  if (strcmp (name, "ref") == 0)
    begin_piece (user_data, ROADMAP_MARKUP_REF, find_attribute (names, values, "to"));
  else if (strcmp (name, "link") == 0)
    begin_piece (user_data, ROADMAP_MARKUP_LINK, find_attribute (names, values, "href"));
}

static void
end_mark_cb (GMarkupParseContext  *context,
             const char           *name,
             gpointer              user_data,
             GError              **error)
{
  begin_piece (user_data, ROADMAP_MARKUP_WORDS, NULL);
}

static void
add_words_cb (GMarkupParseContext  *context,
              const char           *text,
              gsize                 length,
              gpointer              user_data,
              GError              **error)
{
  Walk *walk = user_data;
  g_autofree char *words = roadmap_markup_unfold (text, length);

  g_string_append (walk->words, words);
}

gboolean
roadmap_markup_foreach (const char        *markup,
                        RoadmapMarkupFunc  visit,
                        gpointer           user_data)
{
  const GMarkupParser parser = { .start_element = begin_mark_cb, .end_element = end_mark_cb, .text = add_words_cb };
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = NULL;
  Walk walk = { visit, user_data, ROADMAP_MARKUP_WORDS, words, NULL };
  gboolean is_formed;

  g_return_val_if_fail (markup != NULL && visit != NULL, FALSE);

  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &walk, NULL);
  is_formed = g_markup_parse_context_parse (context, "<text>", -1, NULL) &&
              g_markup_parse_context_parse (context, markup, -1, NULL) &&
              g_markup_parse_context_parse (context, "</text>", -1, NULL) &&
              g_markup_parse_context_end_parse (context, NULL);
  g_free (walk.target);
  return is_formed;
}

gboolean
roadmap_uri_is_safe (const char *uri)
{
  static const char *const schemes[] = { "https", "http", "mailto", NULL };
  const char *scheme = g_uri_peek_scheme (uri);

  return scheme != NULL && g_strv_contains (schemes, scheme);
}

static void
add_ref_cb (GMarkupParseContext  *context,
            const char           *name,
            const char          **attributes,
            const char          **values,
            gpointer              ids,
            GError              **error)
{
  for (gsize i = 0; strcmp (name, "ref") == 0 && attributes[i] != NULL; i++)
    if (strcmp (attributes[i], "to") == 0)
      g_strv_builder_add (ids, values[i]);
}

char **
roadmap_markup_list_refs (const char *markup)
{
  const GMarkupParser parser = { .start_element = add_ref_cb };
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GMarkupParseContext) context = NULL;

  g_return_val_if_fail (markup != NULL, NULL);

  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, ids, NULL);
  if (g_markup_parse_context_parse (context, "<text>", -1, NULL) &&
      g_markup_parse_context_parse (context, markup, -1, NULL))
    g_markup_parse_context_parse (context, "</text>", -1, NULL);
  return g_strv_builder_end (ids);
}

typedef struct
{
  RoadmapRefFunc replace;
  gpointer       user_data;
} Replacement;

/* Ids are names without anything that would have to be escaped. */
static gboolean
replace_ref_cb (const GMatchInfo *match,
                GString          *result,
                gpointer          user_data)
{
  const Replacement *replacement = user_data;
  g_autofree char *id = g_match_info_fetch (match, 1);
  g_autofree char *words = g_match_info_fetch (match, 2);
  g_autofree char *new_id = replacement->replace (id, replacement->user_data);

  if (new_id != NULL)
    g_string_append_printf (result, "<ref to=\"%s\">%s</ref>", new_id, words);
  else
    g_string_append (result, words);
  return FALSE;
}

char *
roadmap_markup_replace_refs (const char     *markup,
                             RoadmapRefFunc  replace,
                             gpointer        user_data)
{
  g_autoptr (GRegex) ref = NULL;
  char *replaced;

  g_return_val_if_fail (markup != NULL && replace != NULL, NULL);

  if (strstr (markup, "<ref") == NULL)
    return g_strdup (markup);
  ref = g_regex_new ("<ref\\s+to\\s*=\\s*[\"']([^\"'<>&]*)[\"']\\s*>([^<]*)</ref\\s*>", 0, 0, NULL);
  replaced = g_regex_replace_eval (ref, markup, -1, 0, 0, replace_ref_cb, &(Replacement) { replace, user_data }, NULL);
  return replaced != NULL ? replaced : g_strdup (markup);
}
