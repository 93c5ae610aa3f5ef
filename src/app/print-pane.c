/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/print-pane.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/layout-list.h"
#include "app/print-words.h"
#include "app/value-row.h"
#include "chart/axis.h"
#include "chart/words.h"
#include "document/file.h"
#include "model/edition.h"
#include "model/era.h"
#include "model/followup.h"
#include "model/mark.h"

struct _RoadmapPrintPane
{
  AdwBin               parent_instance;

  RoadmapPrintChoices *choices;
  Roadmap             *roadmap;  /* with all its editions */
  char                *language; /* of the wording in the options */
  gboolean             filtered; /* there is a filter */
  RoadmapPrintJob     *job;      /* NULL: none yet */
  char               **usual;    /* the layouts that a pack has taken the place of; NULL: none */
  char                *since;    /* before the last choice */
  gboolean             updating;

  RoadmapLayoutList   *layouts;
  GtkWidget           *pack_row;
  GtkSwitch           *pack_switch;
  AdwComboRow         *chart_row;
  GtkWidget           *earlier_row;
  GtkSwitch           *earlier_switch;
  GtkWidget           *filter_row;
  GtkSwitch           *filter_switch;
  AdwComboRow         *edition_row;
  AdwComboRow         *language_row;
  AdwComboRow         *year_row;
  AdwComboRow         *since_row;
  AdwComboRow         *paper_row;
  AdwComboRow         *orientation_row;
  GtkSpinButton       *margin_spin;
};

enum { CHOOSE_SINCE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoadmapPrintPane, roadmap_print_pane, ADW_TYPE_BIN)

/* What a row offers. */
typedef struct
{
  GPtrArray *values;
  GPtrArray *labels;
} Offer;

static void
clear_offer (Offer *offer)
{
  g_clear_pointer (&offer->values, g_ptr_array_unref);
  g_clear_pointer (&offer->labels, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Offer, clear_offer)

static Offer
create_offer (void)
{
  return (Offer) { g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free) };
}

/* Takes over @label. */
static void
offer_value (Offer      *offer,
             const char *value,
             char       *label)
{
  g_ptr_array_add (offer->values, g_strdup (value));
  g_ptr_array_add (offer->labels, label);
}

/* A row that leaves no choice is not shown. */
static void
show_offer (Offer       *offer,
            AdwComboRow *row)
{
  g_ptr_array_add (offer->values, NULL);
  g_ptr_array_add (offer->labels, NULL);
  roadmap_value_row_set_values (row, (const char *const *) offer->values->pdata,
                                (const char *const *) offer->labels->pdata);
  gtk_widget_set_visible (GTK_WIDGET (row), roadmap_value_row_get_n_values (row) > 1);
}

static void
show_papers (RoadmapPrintPane *self)
{
  g_auto (Offer) offer = create_offer ();

  for (const char *const *name = roadmap_paper_get_names (); *name != NULL; name++)
    offer_value (&offer, *name, g_strdup (roadmap_print_words_paper (*name)));
  show_offer (&offer, self->paper_row);
}

static void
show_orientations (RoadmapPrintPane *self)
{
  g_auto (Offer) offer = create_offer ();

  offer_value (&offer, "landscape", g_strdup (_("Landscape")));
  offer_value (&offer, "portrait", g_strdup (_("Portrait")));
  show_offer (&offer, self->orientation_row);
}

static void
show_charts (RoadmapPrintPane *self,
             Roadmap          *roadmap)
{
  g_autoptr (GPtrArray) charts = roadmap_list_charts (roadmap);
  g_auto (Offer) offer = create_offer ();

  if (charts->len > 1)
    offer_value (&offer, "", g_strdup (_("All")));
  for (guint i = 0; i < charts->len; i++)
    offer_value (&offer, charts->len > 1 ? roadmap_item_get_id (g_ptr_array_index (charts, i)) : "",
                 roadmap_item_dup_title (g_ptr_array_index (charts, i), self->language));
  show_offer (&offer, self->chart_row);
}

/* The newest first; what is there now is the last of them. */
static void
show_editions (RoadmapPrintPane *self)
{
  g_autoptr (GPtrArray) editions = roadmap_list_editions (self->roadmap);
  g_auto (Offer) offer = create_offer ();

  for (guint i = editions->len; i > 0; i--)
    {
      RoadmapItem *edition = g_ptr_array_index (editions, i - 1);
      g_autofree char *day = roadmap_edition_dup_day (edition, self->language);

      if (i < editions->len)
        offer_value (&offer, roadmap_item_get_id (edition), g_steal_pointer (&day));
      else
        /* Translators: %s is the day of the last edition */
        offer_value (&offer, "", g_strdup_printf (_("Current: %s"), day));
    }
  show_offer (&offer, self->edition_row);
}

/* Without a choice it is that of the window, which is one of them. */
static void
show_languages (RoadmapPrintPane *self,
                RoadmapPrintJob  *job)
{
  Roadmap *roadmap = roadmap_print_job_get_roadmap (job);
  g_auto (GStrv) languages = roadmap_list_languages (roadmap);
  const char *chosen = roadmap_print_choices_get_language (self->choices);
  g_auto (Offer) offer = create_offer ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      gboolean silent = !g_strv_contains ((const char *const *) languages, chosen) &&
                        g_str_equal (languages[i], roadmap_print_job_get_language (job));
      const char *name = roadmap_language_name (languages[i]);

      /* Translators: %s is a language */
      offer_value (&offer, silent ? chosen : languages[i],
                   g_strdup_printf (i == 0 ? _("%s, as adopted") : _("%s, translated"), name));
    }
  show_offer (&offer, self->language_row);
}

static gboolean
prints (RoadmapPrintJob *job,
        const char      *layout)
{
  g_auto (GStrv) names = roadmap_print_job_list_layouts (job);

  return g_strv_contains ((const char *const *) names, layout);
}

static void
show_years (RoadmapPrintPane *self,
            RoadmapPrintJob  *job)
{
  g_autoptr (GArray) years = roadmap_list_followup_years (roadmap_print_job_get_roadmap (job));
  g_auto (Offer) offer = create_offer ();

  for (guint i = 0; i < years->len && (prints (job, "follow-up") || prints (job, "progress")); i++)
    {
      const RoadmapYear *year = &g_array_index (years, RoadmapYear, i);
      g_autofree char *value = g_strdup_printf ("%d", year->year);

      offer_value (&offer, i > 0 ? value : "",
                   roadmap_year_describe (year->calendar, year->year, ROADMAP_YEAR_LONG, self->language));
    }
  show_offer (&offer, self->year_row);
}

/* Since the edition before the last, an older one, or what a file has.  A roadmap of one edition has changes only
 * since a file. */
static void
show_since (RoadmapPrintPane *self,
            RoadmapPrintJob  *job)
{
  g_autoptr (GPtrArray) editions = roadmap_list_editions (self->roadmap);
  GFile *file = roadmap_print_choices_get_since_file (self->choices);
  g_auto (Offer) offer = create_offer ();

  for (guint i = editions->len; i > 1; i--)
    {
      RoadmapItem *edition = g_ptr_array_index (editions, i - 2);

      offer_value (&offer, i < editions->len ? roadmap_item_get_id (edition) : "",
                   roadmap_edition_dup_day (edition, self->language));
    }
  if (editions->len < 2)
    /* Translators: no file to compare with */
    offer_value (&offer, "", g_strdup (_("None")));
  if (file != NULL)
    offer_value (&offer, ROADMAP_PRINT_SINCE_FILE, roadmap_file_dup_display_name (file));
  offer_value (&offer, ROADMAP_PRINT_SINCE_ASK, g_strdup (_("Other File…")));
  show_offer (&offer, self->since_row);
  gtk_widget_set_visible (GTK_WIDGET (self->since_row), editions->len < 2 || prints (job, "changes"));
}

static void
show_margin (RoadmapPrintPane *self)
{
  RoadmapPaper paper = roadmap_print_choices_get_paper (self->choices);

  self->updating = TRUE;
  gtk_spin_button_set_value (self->margin_spin, round (paper.margin / ROADMAP_PAPER_MM));
  self->updating = FALSE;
}

static void
margin_changed_cb (RoadmapPrintPane *self)
{
  if (!self->updating)
    g_object_set (self->choices, "margin", gtk_spin_button_get_value (self->margin_spin), NULL);
}

/* A cover and contents are for several layouts: with them come the usual ones of a meeting, unless several were chosen
 * already; and without them what was chosen before. */
static void
pack_cb (RoadmapPrintPane *self)
{
  const char *const *chosen = roadmap_print_choices_get_layouts (self->choices);
  g_auto (GStrv) pack = self->job != NULL ? roadmap_print_job_list_pack (self->job) : NULL;

  if (pack == NULL || chosen == NULL)
    return;
  if (roadmap_print_choices_get_pack (self->choices))
    {
      if (g_strv_length ((char **) chosen) > 1)
        return;
      g_strfreev (self->usual);
      self->usual = g_strdupv ((char **) chosen);
      g_object_set (self->choices, "layouts", pack, NULL);
    }
  else if (self->usual != NULL)
    {
      if (g_strv_equal (chosen, (const char *const *) pack))
        g_object_set (self->choices, "layouts", self->usual, NULL);
      g_clear_pointer (&self->usual, g_strfreev);
    }
}

/* Until a file is chosen, what was chosen before stays. */
static void
since_cb (RoadmapPrintPane *self)
{
  const char *since = roadmap_print_choices_get_since (self->choices);

  if (g_str_equal (since, ROADMAP_PRINT_SINCE_ASK))
    {
      g_object_set (self->choices, "since", self->since, NULL);
      g_signal_emit (self, signals[CHOOSE_SINCE], 0);
      return;
    }
  g_free (self->since);
  self->since = g_strdup (since);
}

static void
roadmap_print_pane_finalize (GObject *object)
{
  RoadmapPrintPane *self = ROADMAP_PRINT_PANE (object);

  g_clear_object (&self->choices);
  g_clear_object (&self->roadmap);
  g_clear_pointer (&self->job, roadmap_print_job_unref);
  g_strfreev (self->usual);
  g_free (self->since);
  g_free (self->language);

  G_OBJECT_CLASS (roadmap_print_pane_parent_class)->finalize (object);
}

static void
roadmap_print_pane_class_init (RoadmapPrintPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roadmap_print_pane_finalize;
  signals[CHOOSE_SINCE] = g_signal_new ("choose-since", ROADMAP_TYPE_PRINT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/print-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPane, layouts);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPane, pack_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPane, pack_switch);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPane, chart_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPane, earlier_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPane, earlier_switch);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPane, filter_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPane, filter_switch);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPane, edition_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPane, language_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPane, year_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPane, since_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPane, paper_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPane, orientation_row);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPane, margin_spin);
  gtk_widget_class_bind_template_callback (widget_class, margin_changed_cb);
}

static void
roadmap_print_pane_init (RoadmapPrintPane *self)
{
  g_type_ensure (ROADMAP_TYPE_LAYOUT_LIST);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A screen reader reads the row's title for its switch. */
static void
bind_switch (RoadmapPrintPane *self,
             const char       *property,
             GtkSwitch        *toggle)
{
  g_object_bind_property (self->choices, property, toggle, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

void
roadmap_print_pane_bind (RoadmapPrintPane         *self,
                         const RoadmapPrintSource *source,
                         RoadmapPrintChoices      *choices)
{
  const struct
  {
    AdwComboRow *row;
    const char  *property;
  } rows[] = {
    { self->chart_row, "chart" },       { self->edition_row, "edition" }, { self->language_row, "language" },
    { self->year_row, "year" },         { self->since_row, "since" },     { self->paper_row, "paper" },
    { self->orientation_row, "orientation" },
  };

  g_return_if_fail (ROADMAP_IS_PRINT_PANE (self));
  g_return_if_fail (source != NULL && ROADMAP_IS_PRINT_CHOICES (choices));

  self->choices = g_object_ref (choices);
  self->roadmap = g_object_ref (source->roadmap);
  self->language = g_strdup (source->language != NULL ? source->language : roadmap_get_language (source->roadmap));
  self->filtered = source->filter != NULL;
  self->since = g_strdup (roadmap_print_choices_get_since (choices));
  roadmap_layout_list_bind (self->layouts, choices);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    roadmap_value_row_bind (rows[i].row, G_OBJECT (choices), rows[i].property);
  bind_switch (self, "pack", self->pack_switch);
  bind_switch (self, "earlier", self->earlier_switch);
  bind_switch (self, "filtered", self->filter_switch);
  g_signal_connect_object (choices, "notify::pack", G_CALLBACK (pack_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (choices, "notify::since", G_CALLBACK (since_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_visible (self->filter_row, self->filtered);
  show_papers (self);
  show_orientations (self);
  show_editions (self);
}

void
roadmap_print_pane_update (RoadmapPrintPane *self,
                           RoadmapPrintJob  *job)
{
  Roadmap *roadmap;
  g_autoptr (GPtrArray) earlier = NULL;

  g_return_if_fail (ROADMAP_IS_PRINT_PANE (self));
  g_return_if_fail (job != NULL);

  roadmap = roadmap_print_job_get_roadmap (job);
  earlier = roadmap_list_earlier_charts (roadmap);
  roadmap_print_job_ref (job);
  g_clear_pointer (&self->job, roadmap_print_job_unref);
  self->job = job;
  roadmap_layout_list_update (self->layouts, job);
  gtk_widget_set_visible (self->earlier_row, earlier->len > 0);
  show_charts (self, roadmap);
  show_languages (self, job);
  show_years (self, job);
  show_since (self, job);
  show_margin (self);
}
