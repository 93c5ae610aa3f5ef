/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "app/edition-bar.h"
#include "app/window.h"
#include "document/document.h"
#include "document/import.h"
#include "document/journal.h"
#include "model/history.h"
#include "model/tally.h"
#include "widgets/detail-pane.h"
#include "widgets/filter-bar.h"
#include "widgets/filter-empty.h"
#include "widgets/search-bar.h"
#include "widgets/swimlane-view.h"
#include "widgets/view-state.h"

G_BEGIN_DECLS

/* For window.c, which shows the document, window-trees.c and window-views.c, which show it from several sides,
 * window-file.c, window-editions.c and window-actions.c, which do things with it, window-status.c, which says how it
 * stands, and window-late.c, which makes the rest once it is seen. */

/* @self may be closed: what was not saved is saved by now, or @discarded. */
typedef void (*RoadmapCloseFunc) (RoadmapWindow *self,
                                  gboolean       discarded,
                                  gpointer       user_data);

/* Of window-disk.c. */
typedef struct _RoadmapWindowDisk RoadmapWindowDisk;

/* Called when the work was saved. */
typedef void (*RoadmapSavedFunc) (RoadmapWindow *self);

/* Of window-saving.c. */
typedef struct _RoadmapWindowSaving RoadmapWindowSaving;

struct _RoadmapWindow
{
  AdwApplicationWindow  parent_instance;

  GSettings            *settings;
  RoadmapDocument      *document; /* NULL while the window is empty */
  RoadmapHistory       *history;  /* of the document's roadmap */
  RoadmapJournal       *journal;  /* of the document */
  RoadmapJournal       *retired_journal; /* of the one before; NULL once it is of no use any more */
  guint                 retired_id;
  RoadmapViewState     *state;
  GDateTime            *saved_at; /* NULL: not saved by this window yet */
  RoadmapWindowDisk    *disk;     /* what other programs do to the file */
  RoadmapWindowSaving  *saving;   /* NULL: nothing is being saved */
  gboolean              closing;  /* the question about unsaved work was answered */
  gboolean              asking;   /* it is asked */
  RoadmapCloseFunc      may_close; /* waits for the answer; NULL: nobody */
  gpointer              may_close_data;
  RoadmapSavedFunc      saved_as; /* waits for a file to be chosen and written; NULL: nobody */
  gboolean              inhibiting; /* the session is asked not to end */
  guint                 inhibition; /* 0 where it cannot be asked */
  char                 *author;   /* of the last follow-up that was recorded */
  char                 *past;     /* the edition that is shown as it was; NULL: what is there now */
  char                 *editions; /* what the menu of editions was made of */
  gulong                tree_shown_id;
  int                   room_for; /* the width that was given out last */
  guint                 room_id;
  RoadmapTally          tally;        /* of what is shown, while it is known … */
  gboolean              has_tally;
  RoadmapItem          *tally_chart;  /* … for this chart (not owned, only compared) */
  guint                 complete_id; /* waits to complete the window, 0 if it need not be */
  gboolean              has_entered; /* the document that is shown has had the focus */

  AdwViewSwitcherTitle *title;
  AdwViewSwitcherBar   *switcher_bar;
  AdwSplitButton       *open_button;
  GMenu                *primary_menu;
  GMenu                *narrow_menu; /* its first section where the header has no room */
  GMenuModel           *view_menu;
  GMenu                *edition_menu;
  GtkMenuButton        *menu_button;
  GtkMenuButton        *view_button;
  GtkButton            *undo_button;
  GtkButton            *redo_button;
  RoadmapEditionBar    *edition_bar;
  AdwToastOverlay      *toasts;
  AdwBin               *disk_place; /* has the bar that tells of other programs once there was something to tell */
  AdwBin               *access_place; /* has the bar that tells why the file is read-only once one was opened */
  GtkStack             *pages;
  AdwBin               *start_place; /* has the start page once one was needed */
  AdwClamp             *sidebar_pane; /* each the flap of the following */
  AdwClamp             *details_pane;
  AdwFlap              *sidebar_flap;
  AdwFlap              *details_flap;
  RoadmapSearchBar     *search_bar;
  GtkStack             *trees;
  GtkBox               *tree_switcher;
  RoadmapFilterBar     *filter_bar;
  RoadmapFilterEmpty   *filter_empty;
  AdwViewStack         *views;
  GtkWidget            *shown_view; /* its page that is shown; not owned */
  RoadmapSwimlaneView  *timeline;
  GMenuModel           *item_menu;
  GMenu                *add_menu;    /* these two are filled by what is selected; NULL until they are first needed */
  GMenu                *status_menu;
  char                 *menus_for;   /* what they were filled for */
  AdwBin               *details_place;
  GtkLabel             *status_label;
  GtkWidget            *unlocked_button; /* seen while adopted wording is unlocked */
  GtkLabel             *legend_label;
};

typedef struct
{
  const char                  *name;
  const char                  *parameter; /* (nullable): a type string */
  GtkWidgetActionActivateFunc  activate;
} RoadmapWindowAction;

/* @actions ends with one without a name. */
void roadmap_window_install_actions (RoadmapWindowClass        *klass,
                                     const RoadmapWindowAction *actions);
void roadmap_window_init_actions   (RoadmapWindowClass *klass);
/* What the whole roadmap is. */
void roadmap_window_init_properties (RoadmapWindowClass *klass);
/* Opening, saving and printing. */
void roadmap_window_init_file_actions (RoadmapWindowClass *klass);
void roadmap_window_init_export (RoadmapWindowClass *klass);
void roadmap_window_init_print_actions (RoadmapWindowClass *klass);
/* The actions that have a state of their own, for a window whose settings are there. */
void roadmap_window_add_actions    (RoadmapWindow      *self);
/* Which actions can be used, by what is open, selected and done. */
void roadmap_window_update_actions (RoadmapWindow      *self);
/* Saves; tells when that fails, and offers what can be done then. @saved (nullable) is called on success. */
void roadmap_window_save           (RoadmapWindow      *self,
                                    RoadmapSavedFunc    saved);
/* Asks what to do, since somebody else's work is in the file now. */
void roadmap_window_ask_about_changed (RoadmapWindow   *self);
/* Writes @file (NULL: the document's own) in the background, or after what is being written; tells when that fails.  @saved
 * (nullable) is called on success. */
void roadmap_window_write          (RoadmapWindow      *self,
                                    GFile              *file,
                                    RoadmapSavedFunc    saved);
gboolean roadmap_window_is_saving  (RoadmapWindow      *self);
/* If something is being saved: TRUE, and @then is called when it is, unless it fails. */
gboolean roadmap_window_wait_for_saving (RoadmapWindow    *self,
                                         RoadmapSavedFunc  then);
/* Whether the file is read-only, and why, is told. */
void roadmap_window_update_access  (RoadmapWindow      *self);
/* Shows @document instead of what the window shows now. */
void roadmap_window_show_document  (RoadmapWindow      *self,
                                    RoadmapDocument    *document);

/* Whether it shows a roadmap, with a file or without. */
gboolean roadmap_window_has_roadmap (RoadmapWindow     *self);
/* Shows a roadmap that was just made, and has no file. */
void roadmap_window_show_new       (RoadmapWindow      *self,
                                    Roadmap            *roadmap);

/* window-import */

/* A new roadmap of another program's file, here or in a new window, as roadmap_window_open() does; @importer (nullable): the
 * one that recognises the file. */
void     roadmap_window_import          (RoadmapWindow         *self,
                                         GFile                 *file,
                                         const RoadmapImporter *importer);
/* The same if an importer recognises it; else nothing is done and FALSE returned. */
gboolean roadmap_window_import_if_other (RoadmapWindow         *self,
                                         GFile                 *file);
void     roadmap_window_init_import     (RoadmapWindowClass    *klass);
/* What people call the window's file. */
char *roadmap_window_dup_name      (RoadmapWindow      *self);
/* Asks whether to save, if there is something to save.  @may_close is called unless the answer is no or the save fails. */
void roadmap_window_ask_to_close   (RoadmapWindow      *self,
                                    RoadmapCloseFunc    may_close,
                                    gpointer            user_data);
void roadmap_window_close_for_good (RoadmapWindow      *self);
/* Whether the window stays for now, and asks. */
gboolean roadmap_window_hold       (RoadmapWindow      *self);
/* Keeps the session from ending while there is unsaved work. */
void roadmap_window_update_inhibition (RoadmapWindow   *self);
void roadmap_window_end_inhibition (RoadmapWindow      *self);

/* Other programs that write the window's file.  follow is called when another document is shown. */
void roadmap_window_init_disk      (RoadmapWindow      *self);
void roadmap_window_dispose_disk   (RoadmapWindow      *self);
void roadmap_window_follow_disk    (RoadmapWindow      *self);
/* Looks at the file soon, and tells what is found in a bar. */
void roadmap_window_look_at_disk   (RoadmapWindow      *self);
/* Called when it is clear what the file holds. */
typedef void (*RoadmapDiskFunc)    (RoadmapWindow      *self);
void roadmap_window_find_disk      (RoadmapWindow      *self,
                                    RoadmapDiskFunc     found);
/* Lets the next save overwrite what was found; FALSE if nothing was. */
gboolean roadmap_window_keep_mine  (RoadmapWindow      *self);

/* Reads the file again, with what is not saved carried over; conflicts are decided first. */
void roadmap_window_reload         (RoadmapWindow      *self);
/* Shows what another program changed, and offers to reload. */
void roadmap_window_compare_with_file (RoadmapWindow   *self);
void roadmap_window_init_disk_actions (RoadmapWindowClass *klass);

/* The document's roadmap, or one as it was, instead of what is shown now. */
void roadmap_window_show_roadmap   (RoadmapWindow      *self,
                                    Roadmap            *roadmap);

/* The editions. */
void roadmap_window_init_edition_actions (RoadmapWindowClass *klass);
void roadmap_window_add_edition_action (RoadmapWindow  *self);
/* The menu, the bar and the actions, by which editions there are and which is shown. */
void roadmap_window_update_editions (RoadmapWindow     *self);

/* The trees: one for each chart, the current ones first, then the earlier plans. */
void roadmap_window_init_trees     (RoadmapWindow      *self);
void roadmap_window_rebuild_trees  (RoadmapWindow      *self);
void roadmap_window_remove_trees   (RoadmapWindow      *self);
/* Makes the tree that is turned to. */
void roadmap_window_ensure_tree    (RoadmapWindow      *self);
/* Turns to the tree of @chart (nullable), if there is one. */
void roadmap_window_show_tree      (RoadmapWindow      *self,
                                    RoadmapItem        *chart);

/* The views.  init binds them, and what is shown in them, to the settings. */
void roadmap_window_init_views     (RoadmapWindow      *self);
void roadmap_window_save_view      (RoadmapWindow      *self);
/* Browses the chart that was browsed last. */
void roadmap_window_restore_chart  (RoadmapWindow      *self);
void roadmap_window_update_views   (RoadmapWindow      *self);
/* (transfer none): the view of this name, which is turned to. */
GtkWidget *roadmap_window_show_view (RoadmapWindow     *self,
                                     const char        *name);
void roadmap_window_show_in_document (RoadmapWindow    *self,
                                      RoadmapItem      *item);
void roadmap_window_show_in_timeline (RoadmapWindow    *self,
                                      RoadmapItem      *item);
void roadmap_window_collapse_all   (RoadmapWindow      *self,
                                    gboolean            collapsed);
/* Shows what there is room for, now and not while sizes are given out; or looks at it again soon. */
void roadmap_window_use_room       (RoadmapWindow      *self);
void roadmap_window_queue_use_room (RoadmapWindow      *self);
void roadmap_window_set_details_shown (RoadmapWindow   *self,
                                       gboolean         shown);

/* Has what the first frame need not show made after the next frame: the menus and, when there is a document, its tree and
 * details. */
void roadmap_window_queue_complete (RoadmapWindow      *self);

/* A short message at the bottom that goes away by itself. */
void roadmap_window_toast          (RoadmapWindow      *self,
                                    const char         *message);
/* Counts what is in a roadmap that is going to be shown, and follows its edits. */
void roadmap_window_count           (RoadmapWindow      *self,
                                     Roadmap            *roadmap);
/* Title, counts, the time of the last save, or what the legend explains have changed. */
void roadmap_window_update_status  (RoadmapWindow      *self);

G_END_DECLS
