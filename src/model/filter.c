/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/filter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _RoadmapFilter
{
  gatomicrefcount  ref_count;
  char           **values[ROADMAP_N_FACETS]; /* each in alphabetical order without doubles; NULL for none */
};

G_DEFINE_BOXED_TYPE (RoadmapFilter, roadmap_filter, roadmap_filter_ref, roadmap_filter_unref)

/* How many values a sentence names. */
#define MAX_NAMED 12

static RoadmapFilter *
copy (const RoadmapFilter *self)
{
  RoadmapFilter *new = g_new0 (RoadmapFilter, 1);

  g_atomic_ref_count_init (&new->ref_count);
  for (guint i = 0; self != NULL && i < ROADMAP_N_FACETS; i++)
    new->values[i] = g_strdupv (self->values[i]);
  return new;
}

RoadmapFilter *
roadmap_filter_ref (RoadmapFilter *self)
{
  if (self != NULL)
    g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
roadmap_filter_unref (RoadmapFilter *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < ROADMAP_N_FACETS; i++)
    g_strfreev (self->values[i]);
  g_free (self);
}

/* (transfer full): @self, which is taken, or NULL if it has no values. */
static RoadmapFilter *
end (RoadmapFilter *self)
{
  for (guint i = 0; i < ROADMAP_N_FACETS; i++)
    if (self->values[i] != NULL)
      return self;
  roadmap_filter_unref (self);
  return NULL;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_value (RoadmapFilter *self,
           RoadmapFacet   facet,
           const char    *value)
{
  char **old = self->values[facet];
  guint n = old != NULL ? g_strv_length (old) : 0;

  if (old != NULL && g_strv_contains ((const char *const *) old, value))
    return;
  self->values[facet] = g_renew (char *, old, n + 2);
  self->values[facet][n] = g_strdup (value);
  self->values[facet][n + 1] = NULL;
  qsort (self->values[facet], n + 1, sizeof (char *), compare_words);
}

static void
remove_value (RoadmapFilter *self,
              RoadmapFacet   facet,
              const char    *value)
{
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) old = g_steal_pointer (&self->values[facet]);

  for (char **word = old; word != NULL && *word != NULL; word++)
    if (strcmp (*word, value) != 0)
      g_strv_builder_add (kept, *word);
  self->values[facet] = g_strv_builder_end (kept);
  if (*self->values[facet] == NULL)
    g_clear_pointer (&self->values[facet], g_strfreev);
}

/* "A, B, C", with "…" if there are more than a sentence bears. */
static char *
join_some (char **words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL && i <= MAX_NAMED; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", i < MAX_NAMED ? words[i] : "…");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
join_facets (void)
{
  char *names[ROADMAP_N_FACETS + 1] = { NULL };

  for (guint i = 0; i < ROADMAP_N_FACETS; i++)
    names[i] = (char *) roadmap_facet_get_name (i);
  return g_strjoinv (", ", names);
}

static gboolean
fail_unknown_facet (const char  *word,
                    GError     **error)
{
  g_autofree char *names = join_facets ();

  g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
               /* Translators: the second is a list of words that are written as they are */
               _("“%s” is nothing to filter by; write one of: %s"), word, names);
  return FALSE;
}

/* The values that are no items are the same in each roadmap. */
static gboolean
check_value (RoadmapFacet   facet,
             const char    *value,
             GError       **error)
{
  if (facet == ROADMAP_FACET_YEAR && roadmap_facet_find_key (NULL, facet, value) == NULL)
    {
      g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID, _("“%s” is no year; write for example year:2021"), value);
      return FALSE;
    }
  if (facet == ROADMAP_FACET_BASIS && roadmap_facet_find_key (NULL, facet, value) == NULL)
    {
      g_auto (GStrv) values = roadmap_facet_list_values (NULL, facet);
      g_autofree char *names = g_strjoinv (", ", values);

      g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID, _("“%s” is no basis; write one of: %s"), value, names);
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse_values (RoadmapFilter  *self,
              RoadmapFacet    facet,
              const char     *word,
              const char     *values,
              GError        **error)
{
  g_auto (GStrv) parts = g_strsplit (values, ",", -1);
  guint n = 0;

  for (char **part = parts; *part != NULL; part++)
    {
      if (**part == '\0')
        continue;
      if (!check_value (facet, *part, error))
        return FALSE;
      add_value (self, facet, *part);
      n++;
    }
  if (n == 0)
    g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
                 _("“%s” names no value; write for example category:A,C"), word);
  return n > 0;
}

static gboolean
parse_word (RoadmapFilter  *self,
            const char     *word,
            GError        **error)
{
  const char *colon = strchr (word, ':');
  g_autofree char *name = colon != NULL ? g_strndup (word, colon - word) : g_strdup (word);
  RoadmapFacet facet;

  if (!roadmap_facet_find (name, &facet))
    return fail_unknown_facet (name, error);
  if (facet != ROADMAP_FACET_LATE)
    return parse_values (self, facet, word, colon != NULL ? colon + 1 : "", error);
  if (colon != NULL)
    {
      g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID, _("“%s” has a value too many; write only “%s”"), word, name);
      return FALSE;
    }
  add_value (self, facet, name);
  return TRUE;
}

gboolean
roadmap_filter_parse (const char     *text,
                      RoadmapFilter **filter,
                      GError        **error)
{
  g_autoptr (RoadmapFilter) self = copy (NULL);
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0' && !parse_word (self, *word, error))
      return FALSE;
  *filter = end (g_steal_pointer (&self));
  return TRUE;
}

char *
roadmap_filter_dup_text (const RoadmapFilter *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; self != NULL && i < ROADMAP_N_FACETS; i++)
    {
      g_autofree char *values = self->values[i] != NULL ? g_strjoinv (",", self->values[i]) : NULL;

      if (values == NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      if (i == ROADMAP_FACET_LATE)
        g_string_append (text, values);
      else
        g_string_append_printf (text, "%s:%s", roadmap_facet_get_name (i), values);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
roadmap_filter_equal (const RoadmapFilter *self,
                      const RoadmapFilter *other)
{
  g_autofree char *one = roadmap_filter_dup_text (self);
  g_autofree char *two = roadmap_filter_dup_text (other);

  return strcmp (one, two) == 0;
}

const char *const *
roadmap_filter_get_values (const RoadmapFilter *self,
                           RoadmapFacet         facet)
{
  return self != NULL ? (const char *const *) self->values[facet] : NULL;
}

gboolean
roadmap_filter_has (const RoadmapFilter *self,
                    RoadmapFacet         facet,
                    const char          *value)
{
  const char *const *values = roadmap_filter_get_values (self, facet);

  return values != NULL && g_strv_contains (values, value);
}

RoadmapFilter *
roadmap_filter_set (const RoadmapFilter *self,
                    RoadmapFacet         facet,
                    const char          *value,
                    gboolean             on)
{
  RoadmapFilter *new = copy (self);

  g_return_val_if_fail (value != NULL && *value != '\0' && strpbrk (value, " \t\n,") == NULL, end (new));

  if (on)
    add_value (new, facet, value);
  else
    remove_value (new, facet, value);
  return end (new);
}

static gboolean
fail_unknown_value (Roadmap       *roadmap,
                    RoadmapFacet   facet,
                    const char    *value,
                    GError       **error)
{
  g_auto (GStrv) values = roadmap_facet_list_values (roadmap, facet);
  g_autofree char *names = join_some (values);

  g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
               /* Translators: such as “category:X”, and a list of words that are written as they are */
               _("the roadmap has no “%s:%s”; choose from: %s"), roadmap_facet_get_name (facet), value, names);
  return FALSE;
}

gboolean
roadmap_filter_resolve (const RoadmapFilter  *self,
                        Roadmap              *roadmap,
                        RoadmapFilter       **resolved,
                        GError              **error)
{
  g_autoptr (RoadmapFilter) new = copy (NULL);

  for (guint i = 0; self != NULL && i < ROADMAP_N_FACETS; i++)
    for (char **word = self->values[i]; word != NULL && *word != NULL; word++)
      {
        g_autofree char *value = roadmap_facet_dup_value (roadmap, i, *word);

        if (value == NULL)
          return fail_unknown_value (roadmap, i, *word, error);
        add_value (new, i, value);
      }
  *resolved = end (g_steal_pointer (&new));
  return TRUE;
}

RoadmapFilter *
roadmap_filter_restrict (const RoadmapFilter *self,
                         Roadmap             *roadmap)
{
  g_autoptr (RoadmapFilter) new = copy (NULL);

  for (guint i = 0; self != NULL && i < ROADMAP_N_FACETS; i++)
    for (char **word = self->values[i]; word != NULL && *word != NULL; word++)
      {
        g_autofree char *value = roadmap_facet_dup_value (roadmap, i, *word);

        if (value != NULL)
          add_value (new, i, value);
      }
  return end (g_steal_pointer (&new));
}
