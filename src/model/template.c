/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  Roadmap                     *roadmap; /* the template */
  const RoadmapTemplateChoice *choice;
  const char                  *language; /* NULL: the template's own becomes that of the roadmap */
  RoadmapItem                 *copy;     /* the item that is being made */
} Making;

static gboolean
is_lane (RoadmapItem *item)
{
  return roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane");
}

/* (transfer container): the stages or lanes of the first chart. */
static GPtrArray *
list_models (Roadmap *self)
{
  g_autoptr (GPtrArray) charts = roadmap_list (self, NULL, "chart");
  GPtrArray *models = g_ptr_array_new ();
  RoadmapItem *chart = charts->len > 0 ? g_ptr_array_index (charts, 0) : NULL;

  for (guint i = 0; chart != NULL && i < roadmap_item_get_n_children (chart); i++)
    if (is_lane (roadmap_item_get_child (chart, i)))
      g_ptr_array_add (models, roadmap_item_get_child (chart, i));
  return models;
}

/* A language of the template as its items have it. */
static const char *
get_item_language (Roadmap    *self,
                   const char *language)
{
  return g_ascii_strcasecmp (language, roadmap_get_language (self)) == 0 ? NULL : language;
}

char **
roadmap_template_list_lanes (Roadmap    *self,
                             const char *language)
{
  g_autoptr (GPtrArray) models = list_models (self);
  GPtrArray *titles = g_ptr_array_new ();

  for (guint i = 0; i < models->len; i++)
    g_ptr_array_add (titles, roadmap_item_dup_title (g_ptr_array_index (models, i), get_item_language (self, language)));
  g_ptr_array_add (titles, NULL);
  return (char **) g_ptr_array_free (titles, FALSE);
}

const RoadmapKind *
roadmap_template_get_lane_kind (Roadmap *self)
{
  g_autoptr (GPtrArray) models = list_models (self);

  return models->len > 0 ? roadmap_item_get_kind (g_ptr_array_index (models, 0)) : roadmap_schema_find_kind ("lane");
}

gboolean
roadmap_template_has_categories (Roadmap *self)
{
  g_autoptr (GPtrArray) categories = roadmap_list (self, NULL, "category");

  return categories->len > 0;
}

static gboolean
has_blank (const char *const *lanes)
{
  for (; *lanes != NULL; lanes++)
    {
      g_autofree char *stripped = g_strstrip (g_strdup (*lanes));

      if (*stripped == '\0')
        return TRUE;
    }
  return FALSE;
}

const char *
roadmap_template_find_problem (const RoadmapTemplateChoice *choice)
{
  g_autofree char *title = g_strstrip (g_strdup (choice->title != NULL ? choice->title : ""));

  if (*title == '\0')
    return _("The roadmap needs a title.");
  if (choice->first_year < ROADMAP_TEMPLATE_FIRST_YEAR || choice->last_year > ROADMAP_TEMPLATE_LAST_YEAR)
    return _("The years must be between 1868 and 2200.");
  if (choice->last_year < choice->first_year)
    return _("The last year must not be before the first.");
  if (choice->last_year - choice->first_year >= ROADMAP_TEMPLATE_MAX_YEARS)
    return _("A roadmap has a hundred years at most.");
  if (has_blank (choice->lanes))
    return _("Each stage or lane needs a name.");
  return NULL;
}

/* Making */

static void
set (RoadmapItem *item,
     const char  *field,
     const char  *value)
{
  const RoadmapField *found = roadmap_kind_find_field (roadmap_item_get_kind (item), field);

  if (found != NULL)
    roadmap_item_init_value (item, found, NULL, value);
}

/* Another language becomes the roadmap's own, and the template's a translation; what is not translated stays as it is. */
static void
copy_value_cb (const RoadmapField *field,
               const char         *language,
               const char         *value,
               gpointer            user_data)
{
  Making *making = user_data;

  if (making->language == NULL || !roadmap_field_is_text (field))
    roadmap_item_init_value (making->copy, field, language, value);
  else if (g_strcmp0 (language, making->language) == 0)
    roadmap_item_init_value (making->copy, field, NULL, value);
  else if (language != NULL)
    roadmap_item_init_value (making->copy, field, language, value);
  else if (roadmap_item_get_value (making->copy, field, NULL) == NULL)
    roadmap_item_init_value (making->copy, field, NULL, value);
}

static void
add_original_cb (const RoadmapField *field,
                 const char         *language,
                 const char         *value,
                 gpointer            user_data)
{
  Making *making = user_data;
  const char *own = roadmap_item_get_value (making->copy, field, NULL);

  /* Only beside a translation that took its place. */
  if (language == NULL && roadmap_field_is_text (field) && strcmp (own, value) != 0)
    roadmap_item_init_value (making->copy, field, roadmap_get_language (making->roadmap), value);
}

static RoadmapItem *
copy_item (Making      *making,
           RoadmapItem *item,
           const char  *id)
{
  RoadmapItem *copy = roadmap_item_new (roadmap_item_get_kind (item), id);

  making->copy = copy;
  roadmap_item_foreach_value (item, copy_value_cb, making);
  if (making->language != NULL)
    roadmap_item_foreach_value (item, add_original_cb, making);
  return copy;
}

/* A number as the template writes them: ① ② … where it has ①, else 1 2 …. */
static char *
dup_number (const char *model,
            guint       index)
{
  static const struct
  {
    guint    first; /* index of */
    gunichar character;
    guint    n;
  } circled[] = { { 0, 0x2460, 20 }, { 20, 0x3251, 15 }, { 35, 0x32b1, 15 } };
  gunichar first = g_utf8_get_char (model);
  char text[7] = "";

  if (first >= 0x2460 && first < 0x2460 + 20)
    for (guint i = 0; i < G_N_ELEMENTS (circled); i++)
      if (index >= circled[i].first && index < circled[i].first + circled[i].n)
        {
          g_unichar_to_utf8 (circled[i].character + index - circled[i].first, text);
          return g_strdup (text);
        }
  return g_strdup_printf ("%u", index + 1);
}

static RoadmapItem *
take_model (Making     *making,
            GPtrArray  *models,
            const char *title)
{
  for (guint i = 0; i < models->len; i++)
    {
      RoadmapItem *model = g_ptr_array_index (models, i);
      g_autofree char *model_title = roadmap_item_dup_title (model, making->language);

      if (strcmp (model_title, title) == 0)
        {
          g_ptr_array_remove_index (models, i);
          return model;
        }
    }
  return NULL;
}

static RoadmapItem *copy_tree (Making      *making,
                               RoadmapItem *item);

/* One that the template proposes comes with all that it has there. */
static RoadmapItem *
make_lane (Making     *making,
           GPtrArray  *models,
           const char *title)
{
  const RoadmapKind *kind = roadmap_template_get_lane_kind (making->roadmap);
  RoadmapItem *model = take_model (making, models, title);
  g_autofree char *id = model == NULL ? roadmap_dup_new_id (making->roadmap, kind) : NULL;
  RoadmapItem *lane;

  if (model != NULL)
    return copy_tree (making, model);
  lane = roadmap_item_new (kind, id);
  set (lane, "title", title);
  return lane;
}

static void
add_lanes (Making      *making,
           RoadmapItem *chart)
{
  g_autoptr (GPtrArray) models = list_models (making->roadmap);
  const char *number = models->len > 0 ? roadmap_item_get (g_ptr_array_index (models, 0), "number") : NULL;
  const char *const *titles = making->choice->lanes;

  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autofree char *title = g_strstrip (g_strdup (titles[i]));
      g_autoptr (RoadmapItem) lane = make_lane (making, models, title);
      g_autofree char *own = number != NULL ? dup_number (number, i) : NULL;

      if (own != NULL)
        set (lane, "number", own);
      roadmap_item_init_child (chart, lane);
    }
}

static void
set_years (Making      *making,
           RoadmapItem *chart)
{
  const RoadmapTemplateChoice *choice = making->choice;
  gboolean fiscal = choice->calendar == ROADMAP_CALENDAR_FISCAL;
  g_autofree char *start = g_strdup_printf ("%s%d", fiscal ? "FY" : "", choice->first_year);
  g_autofree char *end = g_strdup_printf ("%s%d", fiscal ? "FY" : "", choice->last_year);

  set (chart, "calendar", fiscal ? "fiscal" : "calendar");
  set (chart, "columns", choice->columns);
  set (chart, "start", start);
  set (chart, "end", end);
}

static gboolean
is_left_out (Making      *making,
             RoadmapItem *item)
{
  return roadmap_item_is (item, "category") && !making->choice->categories;
}

static RoadmapItem *
copy_tree (Making      *making,
           RoadmapItem *item)
{
  RoadmapItem *copy = copy_item (making, item, roadmap_item_get_id (item));
  gboolean is_chart = roadmap_item_is (item, "chart");

  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (item, i);
      g_autoptr (RoadmapItem) child_copy = NULL;

      if (is_chart && is_lane (child))
        continue;
      child_copy = copy_tree (making, child);
      roadmap_item_init_child (copy, child_copy);
    }
  if (is_chart)
    {
      set_years (making, copy);
      add_lanes (making, copy);
    }
  if (roadmap_item_is (item, "edition") && making->choice->today != NULL)
    {
      char date[11] = "";

      g_date_strftime (date, sizeof date, "%Y-%m-%d", making->choice->today);
      set (copy, "date", date);
    }
  return copy;
}

Roadmap *
roadmap_template_make (Roadmap                      *self,
                       const RoadmapTemplateChoice  *choice,
                       GError                      **error)
{
  RoadmapItem *root = roadmap_get_root (self);
  Making making = { self, choice, get_item_language (self, choice->language), NULL };
  g_autofree char *id = roadmap_dup_new_id (self, roadmap_item_get_kind (root));
  g_autofree char *month = g_strdup_printf ("%d", choice->fiscal_start);
  g_autofree char *title = g_strstrip (g_strdup (choice->title));
  g_autoptr (RoadmapItem) new_root = NULL;

  g_return_val_if_fail (roadmap_template_find_problem (choice) == NULL, NULL);

  new_root = roadmap_item_new (roadmap_item_get_kind (root), id);
  set (new_root, "edition", roadmap_item_get (root, "edition"));
  set (new_root, "fiscal-start", month);
  set (new_root, "title", title);
  for (guint i = 0; i < roadmap_item_get_n_children (root); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (root, i);
      g_autoptr (RoadmapItem) copy = is_left_out (&making, child) ? NULL : copy_tree (&making, child);

      if (copy != NULL)
        roadmap_item_init_child (new_root, copy);
    }
  return roadmap_new (new_root, choice->language, error);
}
