/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-arrange.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/fragment.h"

/* Items go through the clipboard as an XML text (document/fragment.h), so that they can be kept and sent as one, too. */

static void
copy (RoadmapWindow *self,
      GPtrArray     *items)
{
  g_autofree char *text = roadmap_fragment_write (roadmap_view_state_get_roadmap (self->state), items);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes (ROADMAP_FRAGMENT_MIME_TYPE, bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);
  g_autoptr (GPtrArray) items = roadmap_window_list_selected (self);

  if (items != NULL)
    copy (self, items);
}

static void
cut_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);
  g_autoptr (GPtrArray) items = roadmap_window_list_selected (self);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (items == NULL || !roadmap_window_may_edit (self))
    return;
  copy (self, items);
  name = roadmap_window_describe (self, items, _("Cut “%s”"), ngettext ("Cut %u Item", "Cut %u Items", items->len));
  roadmap_window_delete (self, items, name);
}

/* Any text may be in the clipboard, of which people know that it is nothing to paste here. */
static void
tell_unreadable (RoadmapWindow *self,
                 const GError  *error)
{
  g_autoptr (GError) other =
    g_error_new_literal (ROADMAP_ERROR, ROADMAP_ERROR_FORMAT,
                         _("The clipboard holds no items of a roadmap; copy some first and paste again"));

  roadmap_window_toast_error (self, g_error_matches (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID) ? error : other);
}

static void
tell_pasted (RoadmapWindow *self,
             GPtrArray     *items,
             guint          n_dropped)
{
  g_autofree char *pasted = roadmap_window_describe (self, items, _("Pasted “%s”"),
                                                     ngettext ("Pasted %u item", "Pasted %u items", items->len));
  g_autofree char *dropped = NULL;
  g_autofree char *message = NULL;

  if (n_dropped == 0)
    {
      roadmap_window_toast_done (self, pasted);
      return;
    }
  dropped = g_strdup_printf (ngettext ("%u link that would lead nowhere here was left out",
                                       "%u links that would lead nowhere here were left out", n_dropped),
                             n_dropped);
  /* Translators: “Pasted 3 items; 2 links that would lead nowhere here were left out” */
  message = g_strdup_printf (_("%s; %s"), pasted, dropped);
  roadmap_window_toast_done (self, message);
}

/* (transfer full) (nullable): the items of @text, in the language of the roadmap; why not has been told. */
static GPtrArray *
read_items (RoadmapWindow *self,
            const char    *text)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (self->state);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = roadmap_fragment_read_for (text, -1, _("Clipboard"), roadmap_get_language (roadmap), &error);

  if (items != NULL && items->len > 0)
    return g_steal_pointer (&items);
  tell_unreadable (self, error);
  return NULL;
}

gboolean
roadmap_window_paste (RoadmapWindow      *self,
                      const char         *text,
                      RoadmapItem        *at,
                      const RoadmapPlace *place)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (self->state);
  g_autoptr (GPtrArray) items = read_items (self, text);
  g_autoptr (GPtrArray) pasted = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  guint n_dropped = 0;

  if (items == NULL)
    return FALSE;
  name = roadmap_window_describe (self, items, _("Paste “%s”"), ngettext ("Paste %u Item", "Paste %u Items", items->len));
  if (place != NULL)
    pasted = roadmap_arrange_paste_to (self->history, roadmap, name, items, place, &n_dropped, &error);
  else
    pasted = roadmap_arrange_paste (self->history, roadmap, name, items, at, &n_dropped, &error);
  if (pasted == NULL)
    {
      roadmap_window_toast_error (self, error);
      return FALSE;
    }
  roadmap_view_state_set_selection (self->state, pasted, NULL);
  tell_pasted (self, pasted, n_dropped);
  return TRUE;
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (RoadmapWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  /* It may have been closed, or another roadmap opened in it, in the meantime. */
  if (roadmap_window_may_edit (self))
    roadmap_window_paste (self, text != NULL ? text : "", roadmap_window_get_target (self), NULL);
}

static void
paste_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);

  if (roadmap_window_may_edit (self))
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read_cb, g_object_ref (self));
}

void
roadmap_window_init_clipboard (RoadmapWindowClass *klass)
{
  static const RoadmapWindowAction table[] = {
    { "win.cut", NULL, cut_cb },
    { "win.copy", NULL, copy_cb },
    { "win.paste", NULL, paste_cb },
    { NULL },
  };

  roadmap_window_install_actions (klass, table);
}
