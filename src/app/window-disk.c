/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-private.h"

#include "app/accessible-names.h"
#include "app/disk-bar.h"
#include "document/disk.h"

/* Finds out whether another program has written the window's file: when the window gets the focus, and when the file
 * system says that something happened, which it does not everywhere.  What the file holds decides. */

/* Several things happen to a file that is written; and what was found is looked at again before it is told, since a save
 * of our own may be under way. */
#define LOOK_DELAY 300 /* milliseconds */

struct _RoadmapWindowDisk
{
  RoadmapDocument  *document; /* that is followed; NULL: none */
  GFileMonitor     *monitor;  /* NULL where there is none */
  GCancellable     *looking;  /* NULL: nobody is */
  guint             look_id;
  char             *found;    /* the checksum of somebody else's content; NULL: none */
  RoadmapDiskState  state;    /* found last */
  RoadmapDiskFunc   wanted;   /* is told the next result; NULL: nobody */
};

static void
queue_look (RoadmapWindow *self);

static RoadmapDiskBar *
ensure_bar (RoadmapWindow *self)
{
  GtkWidget *bar = adw_bin_get_child (self->disk_place);

  if (bar == NULL)
    {
      bar = g_object_new (ROADMAP_TYPE_DISK_BAR, NULL);
      adw_bin_set_child (self->disk_place, bar);
      roadmap_accessible_names_give (bar);
    }
  return ROADMAP_DISK_BAR (bar);
}

static void
show_bar (RoadmapWindow       *self,
          RoadmapDiskBarState  state)
{
  GtkWidget *bar = adw_bin_get_child (self->disk_place);

  if (bar != NULL || state != ROADMAP_DISK_BAR_HIDDEN)
    roadmap_disk_bar_set_state (ensure_bar (self), state);
}

/* There is something to be saved again. */
static void
note_gone (RoadmapWindow *self)
{
  if (!roadmap_history_get_modified (self->history))
    roadmap_history_mark_unsaved (self->history);
  show_bar (self, ROADMAP_DISK_BAR_GONE);
}

static void
tell_wanted (RoadmapWindow *self)
{
  RoadmapDiskFunc wanted = self->disk->wanted;

  self->disk->wanted = NULL;
  if (wanted != NULL)
    wanted (self);
}

static void
take_result (RoadmapWindow    *self,
             RoadmapDiskState  state,
             const char       *checksum)
{
  RoadmapWindowDisk *disk = self->disk;
  gboolean is_news = state == ROADMAP_DISK_GONE ||
                     (state == ROADMAP_DISK_READ && !roadmap_document_expects (disk->document, checksum));
  gboolean is_sure = is_news && disk->state == state && g_strcmp0 (disk->found, checksum) == 0;

  disk->state = state;
  g_free (disk->found);
  disk->found = is_news ? g_strdup (checksum) : NULL;
  if (is_news && !is_sure)
    queue_look (self);
  else if (!is_news)
    show_bar (self, ROADMAP_DISK_BAR_HIDDEN);
  else if (state == ROADMAP_DISK_GONE)
    note_gone (self);
  else
    show_bar (self, ROADMAP_DISK_BAR_CHANGED);
  if (is_sure || !is_news)
    tell_wanted (self);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (RoadmapWindow) self = user_data;
  g_autofree char *checksum = NULL;
  RoadmapDiskState state = roadmap_disk_look_finish (result, &checksum);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));

  if (g_cancellable_is_cancelled (cancellable) || self->disk == NULL)
    return;
  g_clear_object (&self->disk->looking);
  /* What cannot be reached for a moment is no news either. */
  if (state != ROADMAP_DISK_UNREADABLE)
    take_result (self, state, checksum);
  else
    self->disk->wanted = NULL;
}

void
roadmap_window_look_at_disk (RoadmapWindow *self)
{
  RoadmapWindowDisk *disk = self->disk;
  GFile *file = disk->document != NULL ? roadmap_document_get_file (disk->document) : NULL;

  if (file == NULL || disk->looking != NULL)
    return;
  disk->looking = g_cancellable_new ();
  roadmap_disk_look_async (file, roadmap_document_get_content (disk->document), disk->looking, looked_cb,
                           g_object_ref (self));
}

static gboolean
look_cb (gpointer user_data)
{
  RoadmapWindow *self = user_data;

  self->disk->look_id = 0;
  roadmap_window_look_at_disk (self);
  return G_SOURCE_REMOVE;
}

static void
queue_look (RoadmapWindow *self)
{
  if (self->disk->look_id == 0)
    self->disk->look_id = g_timeout_add (LOOK_DELAY, look_cb, self);
}

static void
stop_following (RoadmapWindow *self)
{
  RoadmapWindowDisk *disk = self->disk;

  g_clear_handle_id (&disk->look_id, g_source_remove);
  if (disk->looking != NULL)
    g_cancellable_cancel (disk->looking);
  g_clear_object (&disk->looking);
  if (disk->monitor != NULL)
    g_signal_handlers_disconnect_by_data (disk->monitor, self);
  g_clear_object (&disk->monitor);
  if (disk->document != NULL)
    g_signal_handlers_disconnect_by_data (disk->document, self);
  g_clear_object (&disk->document);
  g_clear_pointer (&disk->found, g_free);
  disk->state = ROADMAP_DISK_READ;
  disk->wanted = NULL;
}

/* A file system that cannot be watched is looked at when the window gets the focus. */
static void
watch (RoadmapWindow *self)
{
  RoadmapWindowDisk *disk = self->disk;
  GFile *file = roadmap_document_get_file (disk->document);

  if (disk->monitor != NULL)
    g_signal_handlers_disconnect_by_data (disk->monitor, self);
  g_clear_object (&disk->monitor);
  if (file != NULL)
    disk->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (disk->monitor != NULL)
    g_signal_connect_swapped (disk->monitor, "changed", G_CALLBACK (queue_look), self);
}

static void
saved_cb (RoadmapWindow *self)
{
  show_bar (self, ROADMAP_DISK_BAR_HIDDEN);
  queue_look (self);
}

void
roadmap_window_follow_disk (RoadmapWindow *self)
{
  stop_following (self);
  show_bar (self, ROADMAP_DISK_BAR_HIDDEN);
  if (self->document == NULL)
    return;

  self->disk->document = g_object_ref (self->document);
  g_signal_connect_swapped (self->document, "notify::file", G_CALLBACK (watch), self);
  g_signal_connect_swapped (self->document, "saved", G_CALLBACK (saved_cb), self);
  watch (self);
}

static void
active_cb (RoadmapWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    roadmap_window_look_at_disk (self);
}

void
roadmap_window_init_disk (RoadmapWindow *self)
{
  self->disk = g_new0 (RoadmapWindowDisk, 1);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
}

void
roadmap_window_dispose_disk (RoadmapWindow *self)
{
  if (self->disk == NULL)
    return;
  stop_following (self);
  g_clear_pointer (&self->disk, g_free);
}

void
roadmap_window_find_disk (RoadmapWindow   *self,
                          RoadmapDiskFunc  found)
{
  self->disk->wanted = found;
  roadmap_window_look_at_disk (self);
}

gboolean
roadmap_window_keep_mine (RoadmapWindow *self)
{
  if (self->disk->found == NULL)
    return FALSE;

  roadmap_document_allow_overwriting (self->document, self->disk->found);
  g_clear_pointer (&self->disk->found, g_free);
  roadmap_history_mark_unsaved (self->history);
  show_bar (self, ROADMAP_DISK_BAR_HIDDEN);
  return TRUE;
}
