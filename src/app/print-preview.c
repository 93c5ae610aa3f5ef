/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/print-preview.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/print.h"
#include "app/print-pane.h"
#include "app/print-words.h"
#include "document/document.h"
#include "document/file.h"
#include "model/pairs.h"
#include "widgets/page-thumbnails.h"
#include "widgets/page-view.h"

/* Pixels at the usual size of text.  Below these widths the options and the thumbnails lie over the pages instead of
 * beside them, and the header leaves out what has a menu entry. */
#define OPTIONS_BESIDE    900
#define THUMBNAILS_BESIDE 700
#define FULL_HEADER       620
#define DEFAULT_WIDTH     1180
#define DEFAULT_HEIGHT    800
#define OPTIONS_WIDTH     336
#define THUMBNAILS_WIDTH  164

/* So long nothing must have been chosen before pages are made anew, in milliseconds. */
#define PAUSE 120
/* What takes longer is announced by a spinner. */
#define NOTICEABLE (80 * G_TIME_SPAN_MILLISECOND)

/* The layout that an older version is chosen for. */
#define CHANGES "changes"

struct _RoadmapPrintPreview
{
  AdwWindow            parent_instance;

  RoadmapPrintSource   source;      /* its pointers are owned, or point to: */
  GDate                today;
  GFile               *file;        /* nullable */
  RoadmapPrintChoices *choices;
  Roadmap             *since;       /* of the file that changes are shown since; NULL: none was chosen */
  RoadmapPrintJob     *job;         /* NULL: nothing to print, or not yet */
  guint                update_id;   /* waits to make pages anew; 0: they are as chosen */
  gint64               took;        /* making them last time */
  guint                return_to;   /* the page that was looked at when there were no pages any more */
  guint                label_id;
  guint                room_id;
  int                  room_for;    /* the width that was given out last */

  AdwWindowTitle      *title;
  GtkLabel            *summary;
  GtkWidget           *export_button;
  AdwToastOverlay     *toasts;
  AdwFlap             *thumbnails_flap;
  AdwFlap             *options_flap;
  AdwClamp            *thumbnails_pane; /* each the flap of the ones above */
  AdwClamp            *options_pane;
  RoadmapPageThumbnails *thumbnails;
  RoadmapPageView     *pages;
  RoadmapPrintPane    *pane;
  GtkStack            *stack;
  AdwStatusPage       *nothing;
  GtkSpinner          *spinner;
  GtkLabel            *place;
  GtkMenuButton       *zoom_button;
};

G_DEFINE_FINAL_TYPE (RoadmapPrintPreview, roadmap_print_preview, ADW_TYPE_WINDOW)

/* Labels */

static void
update_actions (RoadmapPrintPreview *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  RoadmapPageColumn *pages = ROADMAP_PAGE_COLUMN (self->pages);
  guint page = roadmap_page_column_get_page (pages);
  double scale = roadmap_page_view_get_scale (self->pages);
  gboolean has_pages = self->job != NULL;

  gtk_widget_action_set_enabled (widget, "preview.print", has_pages);
  gtk_widget_action_set_enabled (widget, "preview.export", has_pages);
  gtk_widget_action_set_enabled (widget, "preview.previous-page", has_pages && page > 0);
  gtk_widget_action_set_enabled (widget, "preview.next-page",
                                 has_pages && page + 1 < roadmap_page_column_get_n_pages (pages));
  gtk_widget_action_set_enabled (widget, "preview.zoom-in", has_pages && scale < ROADMAP_PAGE_SCALE_MAX);
  gtk_widget_action_set_enabled (widget, "preview.zoom-out", has_pages && scale > ROADMAP_PAGE_SCALE_MIN);
  gtk_widget_action_set_enabled (widget, "preview.zoom-actual", has_pages);
}

static void
show_place (RoadmapPrintPreview *self)
{
  RoadmapPageColumn *pages = ROADMAP_PAGE_COLUMN (self->pages);
  g_autofree char *place = NULL;

  if (self->job != NULL)
    place = g_strdup_printf (_("Page %u of %u"), roadmap_page_column_get_page (pages) + 1,
                             roadmap_page_column_get_n_pages (pages));
  gtk_label_set_label (self->place, place != NULL ? place : "");
}

static void
show_scale (RoadmapPrintPreview *self)
{
  /* Translators: how large pages are shown, where 100 is their true size */
  g_autofree char *scale = g_strdup_printf (_("%.0f %%"), 100 * roadmap_page_view_get_scale (self->pages));
  /* Translators: %s is how large pages are shown, such as “100 %” */
  g_autofree char *name = g_strdup_printf (_("Zoom: %s"), scale);

  gtk_menu_button_set_label (self->zoom_button, scale);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->zoom_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
show_labels_cb (gpointer user_data)
{
  RoadmapPrintPreview *self = user_data;

  self->label_id = 0;
  show_place (self);
  show_scale (self);
  update_actions (self);
  return G_SOURCE_REMOVE;
}

/* The scale becomes known while sizes are given out, and no label must ask for another size then. */
static void
queue_labels_cb (RoadmapPrintPreview *self)
{
  if (self->label_id == 0)
    self->label_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_labels_cb, self, NULL);
}

static void
show_summary (RoadmapPrintPreview *self)
{
  g_autofree char *summary = NULL;

  if (self->job != NULL)
    summary = roadmap_print_words_summary (roadmap_print_job_get_pages (self->job));
  adw_window_title_set_subtitle (self->title, summary != NULL ? summary : "");
  gtk_label_set_label (self->summary, summary != NULL ? summary : "");
}

/* Pages */

/* The id of what stands on top of the current page, or NULL. */
static char *
find_shown (RoadmapPrintPreview *self)
{
  guint page = roadmap_page_column_get_page (ROADMAP_PAGE_COLUMN (self->pages));
  RoadmapScene *scene;

  /* Who has not gone anywhere stays at the beginning. */
  if (self->job == NULL || page == 0 || page >= roadmap_pages_get_n_pages (roadmap_print_job_get_pages (self->job)))
    return NULL;
  scene = roadmap_pages_get_scene (roadmap_print_job_get_pages (self->job), page);
  for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
    if (roadmap_scene_get_group (scene, i)->item != NULL)
      return g_strdup (roadmap_item_get_id (roadmap_scene_get_group (scene, i)->item));
  return NULL;
}

/* What was looked at is looked at again, on whatever page it is now. */
static void
show_again (RoadmapPrintPreview *self,
            const char          *id)
{
  RoadmapItem *item = roadmap_lookup (roadmap_print_job_get_roadmap (self->job), id);
  guint page;
  double y;

  if (item != NULL && roadmap_pages_find (roadmap_print_job_get_pages (self->job), item, &page, &y))
    roadmap_page_column_set_page (ROADMAP_PAGE_COLUMN (self->pages), page);
}

static RoadmapPrintJob *
create_job (RoadmapPrintPreview  *self,
            GError              **error)
{
  gboolean since_file = g_str_equal (roadmap_print_choices_get_since (self->choices), ROADMAP_PRINT_SINCE_FILE);
  RoadmapPrintJob *job = roadmap_print_job_new (&self->source, self->choices, since_file ? self->since : NULL, error);

  if (job != NULL)
    roadmap_print_job_get_pages (job);
  return job;
}

/* @job NULL: none. */
static void
show_pages (RoadmapPrintPreview *self,
            RoadmapPrintJob     *job)
{
  RoadmapPages *pages = job != NULL ? roadmap_print_job_get_pages (job) : NULL;

  roadmap_page_column_set_pages (ROADMAP_PAGE_COLUMN (self->pages), pages);
  roadmap_page_column_set_pages (ROADMAP_PAGE_COLUMN (self->thumbnails), pages);
  g_clear_pointer (&self->job, roadmap_print_job_unref);
  if (job != NULL)
    self->job = roadmap_print_job_ref (job);
}

/* The options are those of the roadmap without the filter, so that something can be chosen. */
static void
show_nothing (RoadmapPrintPreview *self,
              const GError        *error)
{
  RoadmapPrintSource source = self->source;
  g_autoptr (RoadmapPrintJob) job = NULL;

  source.filter = NULL;
  job = roadmap_print_job_new (&source, self->choices, NULL, NULL);
  if (job != NULL)
    roadmap_print_pane_update (self->pane, job);
  adw_status_page_set_title (self->nothing, error->message);
}

static void
make_pages (RoadmapPrintPreview *self)
{
  g_autofree char *shown = find_shown (self);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (RoadmapPrintJob) job = create_job (self, &error);

  g_clear_handle_id (&self->update_id, g_source_remove);
  self->took = g_get_monotonic_time () - start;
  show_pages (self, job);
  if (job != NULL && shown != NULL)
    show_again (self, shown);
  else if (self->return_to > 0)
    roadmap_page_column_set_page (ROADMAP_PAGE_COLUMN (self->pages), self->return_to);
  self->return_to = 0;
  if (job != NULL)
    roadmap_print_pane_update (self->pane, job);
  else
    show_nothing (self, error);

  gtk_stack_set_visible_child_name (self->stack, job != NULL ? "pages" : "nothing");
  gtk_spinner_set_spinning (self->spinner, FALSE);
  show_summary (self);
  show_labels_cb (self);
}

static gboolean
make_pages_cb (gpointer user_data)
{
  RoadmapPrintPreview *self = user_data;

  self->update_id = 0;
  make_pages (self);
  return G_SOURCE_REMOVE;
}

/* After a frame that shows what was chosen, and that it takes its time. */
static gboolean
begin_cb (gpointer user_data)
{
  RoadmapPrintPreview *self = user_data;

  gtk_spinner_set_spinning (self->spinner, self->job == NULL || self->took > NOTICEABLE);
  self->update_id = g_timeout_add_full (G_PRIORITY_LOW, 20, make_pages_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
queue_update (RoadmapPrintPreview *self,
              guint                pause)
{
  g_clear_handle_id (&self->update_id, g_source_remove);
  self->update_id = g_timeout_add (pause, begin_cb, self);
}

static void
changed_cb (RoadmapPrintPreview *self)
{
  queue_update (self, PAUSE);
}

/* Pages are made of the roadmap when they are first seen; those of what it was before cannot be made any more. */
static void
roadmap_changed_cb (RoadmapPrintPreview *self)
{
  if (self->job != NULL)
    self->return_to = roadmap_page_column_get_page (ROADMAP_PAGE_COLUMN (self->pages));
  show_pages (self, NULL);
  queue_update (self, PAUSE);
}

/* What is printed is what was chosen, even a moment ago. */
static gboolean
ensure_pages (RoadmapPrintPreview *self)
{
  if (self->update_id != 0)
    make_pages (self);
  return self->job != NULL;
}

/* Actions */

static void
print_failed_cb (const GError *error,
                 gpointer      user_data)
{
  roadmap_compat_tell (user_data, _("The Roadmap Was Not Printed"), error->message);
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  RoadmapPrintPreview *self = ROADMAP_PRINT_PREVIEW (widget);

  if (ensure_pages (self))
    roadmap_print_run (GTK_WINDOW (self), self->job, roadmap_page_column_get_page (ROADMAP_PAGE_COLUMN (self->pages)),
                       print_failed_cb, self);
}

static void
export_chosen_cb (GFile    *file,
                  gpointer  user_data)
{
  RoadmapPrintPreview *self = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = roadmap_file_dup_display_name (file);
  g_autofree char *message = NULL;
  g_autofree char *escaped = NULL;
  g_autoptr (GError) error = NULL;

  if (!ensure_pages (self))
    return;
  if (!roadmap_print_to_pdf (file, self->job, now, &error))
    {
      roadmap_compat_tell (GTK_WINDOW (self), _("The PDF Was Not Written"), error->message);
      return;
    }
  /* Translators: %s is the name of a file */
  message = g_strdup_printf (_("“%s” written"), name);
  escaped = g_markup_escape_text (message, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  RoadmapPrintPreview *self = ROADMAP_PRINT_PREVIEW (widget);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (!ensure_pages (self))
    return;
  title = g_strdup (roadmap_pages_get_title (roadmap_print_job_get_pages (self->job)));
  name = g_strdup_printf ("%s.pdf", g_strdelimit (title, "/\n", ' '));
  roadmap_compat_choose_save (GTK_WINDOW (self), _("Export to PDF"), ROADMAP_FILES_PDF, name, self->file,
                              export_chosen_cb, self);
}

static void
step_page_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  roadmap_page_column_step (ROADMAP_PAGE_COLUMN (ROADMAP_PRINT_PREVIEW (widget)->pages),
                            g_str_equal (action, "preview.next-page") ? 1 : -1);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RoadmapPageView *pages = ROADMAP_PRINT_PREVIEW (widget)->pages;

  if (g_str_equal (action, "preview.zoom-actual"))
    roadmap_page_view_set_scale (pages, 1);
  else
    roadmap_page_view_step_scale (pages, g_str_equal (action, "preview.zoom-in") ? 1 : -1);
}

static void
toggle_flap_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  RoadmapPrintPreview *self = ROADMAP_PRINT_PREVIEW (widget);
  AdwFlap *flap = g_str_equal (action, "preview.thumbnails") ? self->thumbnails_flap : self->options_flap;

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static void
shortcuts_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/koteihyo/Koteihyo/ui/print-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, GTK_WINDOW (widget));
  gtk_window_set_destroy_with_parent (window, TRUE);
  gtk_window_present (window);
}

/* The older version that changes are shown since. */
static void
since_chosen_cb (GFile    *file,
                 gpointer  user_data)
{
  RoadmapPrintPreview *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RoadmapDocument) document = roadmap_document_open (file, &error);

  if (document == NULL ||
      !roadmap_print_preview_show_since (self, file, roadmap_document_get_roadmap (document), &error))
    roadmap_compat_tell (GTK_WINDOW (self), _("The Roadmap Was Not Opened"), error->message);
}

static void
choose_since_cb (RoadmapPrintPreview *self)
{
  roadmap_compat_choose_open (GTK_WINDOW (self), since_chosen_cb, self);
}

static void
open_uri_cb (RoadmapPrintPreview *self,
             const char          *uri)
{
  roadmap_compat_open_uri (GTK_WINDOW (self), uri);
}

/* Room */

static double
get_text_scale (RoadmapPrintPreview *self)
{
  int dpi; /* × 1024 */

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? MAX (1.0, dpi / (96.0 * 1024)) : 1.0;
}

/* Beside the pages a pane grows with its text; over them it must leave something of the smallest window. */
static void
place_pane (AdwFlap  *flap,
            AdwClamp *pane,
            int       width,
            gboolean  folded)
{
  AdwFlapFoldPolicy policy = folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER;

  gtk_widget_set_size_request (GTK_WIDGET (pane), width, -1);
  adw_clamp_set_maximum_size (pane, width);
  adw_clamp_set_tightening_threshold (pane, width);
  if (adw_flap_get_fold_policy (flap) == policy)
    return;
  adw_flap_set_fold_policy (flap, policy);
  adw_flap_set_reveal_flap (flap, !folded);
}

static void
use_room (RoadmapPrintPreview *self,
          int                  width)
{
  double scale = get_text_scale (self);
  gboolean full = width >= FULL_HEADER * scale;
  gboolean fold_options = width < OPTIONS_BESIDE * scale;

  place_pane (self->options_flap, self->options_pane, OPTIONS_WIDTH * (fold_options ? 1 : scale), fold_options);
  place_pane (self->thumbnails_flap, self->thumbnails_pane, THUMBNAILS_WIDTH, width < THUMBNAILS_BESIDE * scale);
  gtk_widget_set_visible (self->export_button, full);
  gtk_widget_set_visible (GTK_WIDGET (self->title), full);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), !full);
}

static gboolean
use_room_cb (gpointer user_data)
{
  RoadmapPrintPreview *self = user_data;

  self->room_id = 0;
  use_room (self, self->room_for);
  return G_SOURCE_REMOVE;
}

/* What is shown must not change while sizes are being given out. */
static void
roadmap_print_preview_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  RoadmapPrintPreview *self = ROADMAP_PRINT_PREVIEW (widget);

  GTK_WIDGET_CLASS (roadmap_print_preview_parent_class)->size_allocate (widget, width, height, baseline);
  if (width != self->room_for && self->room_id == 0)
    self->room_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, use_room_cb, self, NULL);
  self->room_for = width;
}

/* Object */

static void
roadmap_print_preview_dispose (GObject *object)
{
  RoadmapPrintPreview *self = ROADMAP_PRINT_PREVIEW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_handle_id (&self->label_id, g_source_remove);
  g_clear_handle_id (&self->room_id, g_source_remove);

  G_OBJECT_CLASS (roadmap_print_preview_parent_class)->dispose (object);
}

static void
roadmap_print_preview_finalize (GObject *object)
{
  RoadmapPrintPreview *self = ROADMAP_PRINT_PREVIEW (object);

  g_clear_pointer (&self->job, roadmap_print_job_unref);
  g_clear_object (&self->choices);
  g_clear_object (&self->since);
  g_clear_object (&self->file);
  g_clear_object (&self->source.roadmap);
  g_free ((char *) self->source.language);
  g_clear_pointer (&self->source.filter, roadmap_filter_unref);
  g_free ((char *) self->source.file_name);
  g_free ((char *) self->source.fingerprint);

  G_OBJECT_CLASS (roadmap_print_preview_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } table[] = {
    { GDK_KEY_Escape, 0, "window.close" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "preview.print" },
    { GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "preview.export" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.zoom-out" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom-actual" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "preview.zoom-actual" },
    { GDK_KEY_question, GDK_CONTROL_MASK, "preview.shortcuts" },
    { GDK_KEY_F9, 0, "preview.thumbnails" },
    { GDK_KEY_F9, GDK_SHIFT_MASK, "preview.options" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_widget_class_add_binding_action (klass, table[i].key, table[i].modifiers, table[i].action, NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_1, GDK_CONTROL_MASK, "view.fit", "s", "width");
  gtk_widget_class_add_binding_action (klass, GDK_KEY_2, GDK_CONTROL_MASK, "view.fit", "s", "page");
}

static void
roadmap_print_preview_class_init (RoadmapPrintPreviewClass *klass)
{
  static const struct
  {
    const char                  *name;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "preview.print", print_cb },
    { "preview.export", export_cb },
    { "preview.previous-page", step_page_cb },
    { "preview.next-page", step_page_cb },
    { "preview.zoom-in", zoom_cb },
    { "preview.zoom-out", zoom_cb },
    { "preview.zoom-actual", zoom_cb },
    { "preview.thumbnails", toggle_flap_cb },
    { "preview.options", toggle_flap_cb },
    { "preview.shortcuts", shortcuts_cb },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roadmap_print_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = roadmap_print_preview_finalize;
  widget_class->size_allocate = roadmap_print_preview_size_allocate;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  add_keys (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPreview, title);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPreview, summary);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPreview, export_button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPreview, toasts);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPreview, thumbnails_flap);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPreview, options_flap);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPreview, thumbnails_pane);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPreview, options_pane);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPreview, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPreview, pages);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPreview, pane);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPreview, nothing);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPreview, spinner);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPreview, place);
  gtk_widget_class_bind_template_child (widget_class, RoadmapPrintPreview, zoom_button);
}

static void
roadmap_print_preview_init (RoadmapPrintPreview *self)
{
  g_autoptr (GSimpleActionGroup) view = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) fit = NULL;

  g_type_ensure (ROADMAP_TYPE_PAGE_VIEW);
  g_type_ensure (ROADMAP_TYPE_PAGE_THUMBNAILS);
  g_type_ensure (ROADMAP_TYPE_PRINT_PANE);
  gtk_widget_init_template (GTK_WIDGET (self));

  fit = g_property_action_new ("fit", self->pages, "fit");
  g_action_map_add_action (G_ACTION_MAP (view), G_ACTION (fit));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", G_ACTION_GROUP (view));
  g_signal_connect_object (self->pages, "notify::page", G_CALLBACK (queue_labels_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "notify::zoom", G_CALLBACK (queue_labels_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "open-uri", G_CALLBACK (open_uri_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "choose-since", G_CALLBACK (choose_since_cb), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

/* As large as its parent, within reason: on a small screen that has its size. */
static void
choose_size (RoadmapPrintPreview *self,
             GtkWindow           *parent)
{
  int width = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;
  int height = parent != NULL ? gtk_widget_get_height (GTK_WIDGET (parent)) : 0;

  width = width > 0 ? MIN (width, DEFAULT_WIDTH) : DEFAULT_WIDTH;
  height = height > 0 ? MIN (height, DEFAULT_HEIGHT) : DEFAULT_HEIGHT;
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  use_room (self, width);
}

static void
own_source (RoadmapPrintPreview      *self,
            const RoadmapPrintSource *source)
{
  self->source = *source;
  g_object_ref (self->source.roadmap);
  self->source.language = g_strdup (source->language);
  roadmap_filter_ref (self->source.filter);
  self->source.file_name = g_strdup (source->file_name);
  self->source.fingerprint = g_strdup (source->fingerprint);
  if (source->today == NULL)
    return;
  self->today = *source->today;
  self->source.today = &self->today;
}

GtkWidget *
roadmap_print_preview_new (GtkWindow                *parent,
                           const RoadmapPrintSource *source,
                           GFile                    *file,
                           const char               *edition)
{
  RoadmapPrintPreview *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (source != NULL && ROADMAP_IS_ROADMAP (source->roadmap), NULL);

  self = g_object_new (ROADMAP_TYPE_PRINT_PREVIEW, "transient-for", parent, NULL);
  own_source (self, source);
  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->choices = roadmap_print_choices_new ();
  g_object_set (self->choices, "edition", edition != NULL ? edition : "", NULL);
  roadmap_print_pane_bind (self->pane, &self->source, self->choices);
  g_signal_connect_object (self->choices, "notify", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source->roadmap, "changed", G_CALLBACK (roadmap_changed_cb), self, G_CONNECT_SWAPPED);
  choose_size (self, parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->pages));
  queue_update (self, 0);
  return GTK_WIDGET (self);
}

RoadmapPrintChoices *
roadmap_print_preview_get_choices (RoadmapPrintPreview *self)
{
  g_return_val_if_fail (ROADMAP_IS_PRINT_PREVIEW (self), NULL);

  return self->choices;
}

RoadmapPrintJob *
roadmap_print_preview_get_job (RoadmapPrintPreview *self)
{
  g_return_val_if_fail (ROADMAP_IS_PRINT_PREVIEW (self), NULL);

  return self->job;
}

gboolean
roadmap_print_preview_is_busy (RoadmapPrintPreview *self)
{
  g_return_val_if_fail (ROADMAP_IS_PRINT_PREVIEW (self), FALSE);

  return self->update_id != 0;
}

gboolean
roadmap_print_preview_show_since (RoadmapPrintPreview  *self,
                                  GFile                *file,
                                  Roadmap              *roadmap,
                                  GError              **error)
{
  const char *const *layouts;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) with_changes = NULL;

  g_return_val_if_fail (ROADMAP_IS_PRINT_PREVIEW (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file) && ROADMAP_IS_ROADMAP (roadmap), FALSE);

  if (!roadmap_pairs_check (roadmap, self->source.roadmap, error))
    return FALSE;
  g_set_object (&self->since, roadmap);
  g_object_set (self->choices, "since-file", file, "since", ROADMAP_PRINT_SINCE_FILE, NULL);
  layouts = roadmap_print_choices_get_layouts (self->choices);
  if (layouts == NULL || g_strv_contains (layouts, CHANGES))
    return TRUE;
  g_strv_builder_addv (builder, (const char **) layouts);
  g_strv_builder_add (builder, CHANGES);
  with_changes = g_strv_builder_end (builder);
  g_object_set (self->choices, "layouts", with_changes, NULL);
  return TRUE;
}
