/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/amend-dialog.h"
#include "app/compat.h"
#include "app/view-place.h"
#include "app/window-arrange.h"
#include "model/amendment.h"
#include "model/as-of.h"
#include "model/mark.h"

/* The editions of the roadmap: amending it, and looking at it as it was. */

static Roadmap *
get_current (RoadmapWindow *self)
{
  return roadmap_document_get_roadmap (self->document);
}

/* What is shown */

/* What was looked at is looked at again, as it was then. */
static void
show (RoadmapWindow *self,
      Roadmap       *roadmap)
{
  g_autoptr (RoadmapViewPlace) place = roadmap_view_place_save (self->state, GTK_WIDGET (self->views));

  roadmap_window_show_roadmap (self, roadmap);
  roadmap_view_place_restore (place, self->state, GTK_WIDGET (self->views));
  roadmap_window_update_status (self);
  roadmap_window_update_actions (self);
}

/* @id is that of an edition, or empty for what is there now. */
static void
show_edition (RoadmapWindow *self,
              const char    *id)
{
  RoadmapItem *edition = *id != '\0' ? roadmap_lookup (get_current (self), id) : NULL;
  g_autoptr (Roadmap) past = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (id, self->past != NULL ? self->past : "") == 0)
    return;
  if (edition != NULL)
    {
      past = roadmap_as_of (get_current (self), edition, &error);
      if (past == NULL)
        {
          roadmap_compat_tell (GTK_WINDOW (self), _("The Edition Cannot Be Shown"), error->message);
          roadmap_window_update_actions (self);
          return;
        }
    }

  g_free (self->past);
  self->past = edition != NULL ? g_strdup (id) : NULL;
  show (self, past != NULL ? past : get_current (self));
}

static void
edition_cb (GSimpleAction *action,
            GVariant      *id,
            gpointer       user_data)
{
  RoadmapWindow *self = user_data;

  if (self->document != NULL)
    show_edition (self, g_variant_get_string (id, NULL));
}

/* Amending */

static void
opened_cb (RoadmapAmendDialog *dialog,
           RoadmapWindow      *self)
{
  roadmap_window_toast (self, _("From now on, changes to what was adopted belong to the amendment"));
}

static void
amend_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);
  GtkWidget *dialog = roadmap_amend_dialog_new (GTK_WINDOW (self), self->history, get_current (self),
                                                roadmap_view_state_get_today (self->state));

  g_signal_connect_object (dialog, "opened", G_CALLBACK (opened_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
finish (RoadmapWindow *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  roadmap_history_begin (self->history, _("Finish Amendment"));
  done = roadmap_finish_amendment (get_current (self), &error);
  if (!done)
    roadmap_history_rollback (self->history);
  else
    done = roadmap_history_commit (self->history, &error);
  if (done)
    roadmap_window_toast (self, _("The amendment is finished; what was adopted is locked again"));
  else
    roadmap_compat_tell (GTK_WINDOW (self), _("The Amendment Was Not Finished"), error->message);
}

static void
finish_answered_cb (const char *response,
                    gpointer    user_data)
{
  RoadmapWindow *self = user_data;

  if (g_strcmp0 (response, "finish") == 0 && self->document != NULL &&
      roadmap_get_amendment (get_current (self)) != NULL)
    finish (self);
}

/* "3 items were revised, 1 was added and 2 were taken out." and what comes of finishing. */
static char *
describe_amendment (RoadmapWindow *self,
                    RoadmapItem   *amendment)
{
  RoadmapAmended amended = roadmap_count_amended (get_current (self), amendment);
  g_autoptr (GString) text = g_string_new (NULL);

  if (amended.n_revised + amended.n_added + amended.n_withdrawn == 0)
    g_string_append (text, _("Nothing that was adopted has been changed."));
  else
    {
      g_string_append_printf (text, ngettext ("%u item was revised", "%u items were revised", amended.n_revised),
                              amended.n_revised);
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u was added", "%u were added", amended.n_added), amended.n_added);
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u was taken out", "%u were taken out", amended.n_withdrawn),
                              amended.n_withdrawn);
    }
  g_string_append_c (text, '\n');
  g_string_append (text, _("What was adopted will be locked again, and the edition stays readable as it is then."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
finish_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);
  g_autofree char *body = describe_amendment (self, roadmap_get_amendment (get_current (self)));
  const RoadmapAnswer answers[] = {
    { .id = "cancel", .label = _("_Cancel") },
    { .id = "finish", .label = _("_Finish"), .suggested = TRUE },
    { NULL },
  };

  roadmap_compat_ask (GTK_WINDOW (self), _("Finish the Amendment?"), body, answers, finish_answered_cb, self);
}

/* The menu of editions */

static void
append_edition (GMenu      *menu,
                const char *label,
                const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.edition", "s", id);
  g_menu_append_item (menu, item);
}

/* What is there now is the last of them. */
static void
fill_menu (RoadmapWindow *self,
           GPtrArray     *editions,
           const char    *language)
{
  g_menu_remove_all (self->edition_menu);
  for (guint i = editions->len; i > 0; i--)
    {
      RoadmapItem *edition = g_ptr_array_index (editions, i - 1);
      g_autofree char *day = roadmap_edition_dup_day (edition, language);
      g_autofree char *label = NULL;

      if (i < editions->len)
        label = g_strdup (day);
      else if (roadmap_item_get_boolean (edition, "draft"))
        /* Translators: %s is the day of an amendment in progress */
        label = g_strdup_printf (_("_Current: Amendment of %s"), day);
      else
        /* Translators: %s is the day of the last edition */
        label = g_strdup_printf (_("_Current: %s"), day);
      append_edition (self->edition_menu, label, i < editions->len ? roadmap_item_get_id (edition) : "");
    }
  if (editions->len == 0)
    append_edition (self->edition_menu, _("_Current"), "");
}

/* What the menu depends on. */
static char *
describe_menu (GPtrArray  *editions,
               const char *language)
{
  GString *text = g_string_new (language);

  for (guint i = 0; i < editions->len; i++)
    {
      RoadmapItem *edition = g_ptr_array_index (editions, i);

      g_string_append_printf (text, "\n%s %s %d", roadmap_item_get_id (edition), roadmap_item_get (edition, "date"),
                              roadmap_item_get_boolean (edition, "draft"));
    }
  return g_string_free (text, FALSE);
}

static void
update_menu (RoadmapWindow *self)
{
  const char *language = roadmap_view_state_get_words (self->state);
  g_autoptr (GPtrArray) editions = roadmap_list_editions (get_current (self));
  g_autofree char *text = describe_menu (editions, language);

  if (g_strcmp0 (self->editions, text) == 0)
    return;
  fill_menu (self, editions, language);
  g_free (self->editions);
  self->editions = g_steal_pointer (&text);
}

/* The bar */

static void
update_bar (RoadmapWindow *self)
{
  const char *language = roadmap_view_state_get_words (self->state);
  RoadmapItem *amendment = roadmap_get_amendment (get_current (self));
  RoadmapItem *edition = self->past != NULL ? roadmap_lookup (get_current (self), self->past) : amendment;
  g_autofree char *day = edition != NULL ? roadmap_edition_dup_day (edition, language) : NULL;
  g_autofree char *text = NULL;

  if (day == NULL)
    {
      roadmap_edition_bar_hide (self->edition_bar);
      return;
    }
  /* Translators: %s is the day of an edition */
  text = g_strdup_printf (self->past != NULL ? _("As of %s (read only)")
                                             : _("Amendment of %s: changes to what was adopted belong to it"), day);
  if (self->past != NULL)
    roadmap_edition_bar_reveal (self->edition_bar, ROADMAP_EDITION_BAR_PAST, text, _("_Back to Current"), "win.edition::");
  else
    roadmap_edition_bar_reveal (self->edition_bar, ROADMAP_EDITION_BAR_AMENDMENT, text, _("_Finish…"),
                                "win.finish-amendment");
}

/* Nothing can be changed in what was.  Undo would change what is not shown. */
static void
disable_editing (RoadmapWindow *self)
{
  static const char *const actions[] = {
    "win.undo", "win.redo", "win.record-progress", "win.edit-item",
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], FALSE);
}

void
roadmap_window_update_editions (RoadmapWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "edition");
  gboolean open = self->document != NULL && roadmap_view_state_get_roadmap (self->state) != NULL;
  gboolean amending = open && roadmap_get_amendment (get_current (self)) != NULL;

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), open);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (self->past != NULL ? self->past : ""));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.amend", roadmap_window_may_edit (self) && !amending);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.finish-amendment", roadmap_window_may_edit (self) && amending);
  if (self->past != NULL)
    disable_editing (self);
  if (!open)
    return;
  update_menu (self);
  update_bar (self);
}

void
roadmap_window_init_edition_actions (RoadmapWindowClass *klass)
{
  static const RoadmapWindowAction table[] = {
    { "win.amend", NULL, amend_cb },
    { "win.finish-amendment", NULL, finish_cb },
    { NULL },
  };

  roadmap_window_install_actions (klass, table);
}

void
roadmap_window_add_edition_action (RoadmapWindow *self)
{
  const GActionEntry entries[] = { { "edition", NULL, "s", "''", edition_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
