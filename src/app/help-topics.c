/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/help-topics.h"

#include <glib/gi18n-lib.h>

#define HUE        0x3584e4
#define STATUS_HUE 0x1c71d8

#define BAR(FLAGS) \
  { .form = ROADMAP_FORM_BOX, .ink = ROADMAP_INK_BAR_TINT, .hue = HUE, .corner = 4, .flags = (FLAGS), \
    .rect = { 0, 0, 44, 20 } }
#define DIAMOND(FLAGS) \
  { .form = ROADMAP_FORM_DIAMOND, .ink = ROADMAP_INK_HUE, .hue = HUE, .flags = (FLAGS), .rect = { 15, 0, 14, 14 } }

static const RoadmapHelpEntry finding[] = {
  { N_("Search"),
    N_("Press Ctrl+F and type. Large and small letters count as the same, and so do full and half width. What is found is "
       "listed with its place, and marked in the views.") },
  { N_("Filter"),
    N_("The button beside the search narrows the views to categories, statuses, domains, years or the basis of spans. What "
       "is on stands as chips above the view; each can be taken off, and Escape in the search clears them all.") },
  { N_("Outline"),
    N_("The outline at the left holds every chart as a tree: stages or domains, what blocks the work, measures and bars. "
       "F9 shows and hides it. What you select in one place is selected in all.") },
  { N_("Where It Stands"),
    N_("The details at the right say on which page of the source an item stands, and link to what belongs to it: the "
       "roadblocks a measure serves, and the measures that serve a roadblock.") },
  { NULL }
};

static const RoadmapHelpEntry views[] = {
  { N_("Timeline"),
    N_("Stages, domains or both as lanes, with their work as bars along the years. Ctrl and the wheel, or two fingers, zoom "
       "around the pointer; Ctrl+0 fits all years to the width.") },
  { N_("Table"), N_("The layout of the printed roadmap, row by row. It says the same as the timeline.") },
  { N_("Map"), N_("The bird’s-eye map: the regions in which the work takes place, and how far each has come.") },
  { N_("Document"), N_("The text the roadmap was adopted with, and where in it each item stands.") },
  { N_("Progress"),
    N_("How many bars are how far, by chart, stage and category, what is overdue, and what has changed since the year "
       "before. Enter on a stage shows it in the timeline.") },
  { N_("Follow-up"), N_("What was reported on each measure in the newest year that has records, and what comes next.") },
  { N_("Wording"),
    N_("The chart can be read as adopted or in translation. The language of the menus and that of the chart are "
       "independent.") },
  { NULL }
};

static const RoadmapHelpEntry timeline[] = {
  { N_("Bar"), N_("Work, from its beginning to its end. The colour is that of its lane."), BAR (0) },
  { N_("Dashed Edge"),
    N_("The span was inferred: the source draws the bar, but does not say in words when it begins or ends. A solid edge "
       "means that the span was stated."), BAR (ROADMAP_SHAPE_DASHED) },
  { N_("Arrow Head"), N_("The work runs on; no end was set."), BAR (ROADMAP_SHAPE_OPEN_END) },
  { N_("Notch"), N_("The bar begins before the years that are shown, or ends after them."),
    BAR (ROADMAP_SHAPE_BEGINS_BEFORE | ROADMAP_SHAPE_ENDS_AFTER) },
  { N_("Diamond"), N_("A milestone: something is due at this time. A hollow one was inferred."), DIAMOND (0) },
  { N_("Arrow"), N_("The next step of the same work."),
    { .form = ROADMAP_FORM_CONNECTOR, .ink = ROADMAP_INK_HUE, .hue = HUE, .corner = 5, .rect = { 8, 0, 26, 16 } } },
  { N_("Letter on a Colour"),
    N_("The status as it was last recorded. A bar without a letter has no record yet. What is late is hatched, and the text "
       "of what was cancelled is struck through, so that it can be told without colour."),
    { .form = ROADMAP_FORM_CHIP, .ink = ROADMAP_INK_STATUS, .hue = STATUS_HUE, .corner = 4, .rect = { 12, 0, 20, 20 } },
    /* Translators: the letter of the status “in progress” */
    NC_("status", "P") },
  { N_("Red Line"), N_("Today."),
    { .form = ROADMAP_FORM_FILL, .ink = ROADMAP_INK_TODAY, .rect = { 21, 0, 2, 24 } } },
  { NULL }
};

static const RoadmapHelpEntry keyboard[] = {
  { N_("From Part to Part"),
    N_("Tab goes from the outline to the view and on to the details. A view is one step, however much it shows.") },
  { N_("Within a View"),
    N_("The arrow keys go from item to item, Home and End to the first and the last of a row, with Ctrl of the "
       "whole view, Page Up and Page Down a page further. What has the focus is selected, and its details are shown.") },
  { N_("With an Item"),
    N_("Enter opens the details. Menu or Shift+F10 shows what can be done with the item. In the timeline “n” shows its notes; "
       "“-” collapses a lane to its name, and “+” expands it. Escape selects nothing.") },
  { N_("From Result to Result"),
    N_("F3 or Ctrl+G goes to the next result of a search, with Shift to the one before, wherever the focus is.") },
  { N_("All Shortcuts"), N_("Press Ctrl+? for the list. F10 opens the main menu.") },
  { NULL }
};

static const RoadmapHelpEntry progress[] = {
  { N_("Record Progress"),
    N_("Select a bar or a measure and press Ctrl+R. A record has a date, a year, what was done, what is planned, and a "
       "status. Earlier records stay as they are.") },
  { N_("Adopted Wording"),
    N_("What was adopted is locked, and no record can change it. To correct a slip, press Ctrl+E and unlock the wording "
       "first. What was decided since is an amendment.") },
  { N_("Undo"), N_("Ctrl+Z takes back one step, Shift+Ctrl+Z does it again, back to when the file was opened.") },
  { N_("Whose Words"),
    N_("Translations, remarks and inferred spans are not part of what was adopted. They are shown in italics and named as "
       "the editor’s.") },
  { NULL }
};

static const RoadmapHelpEntry editing[] = {
  { N_("Forms"),
    N_("Ctrl+E, or a double click, opens the form of an item: wording in each language, time, links, categories, notes. What is wrong "
       "is said as you type. Ctrl+Z goes back within the form; what it saves is one step of the window.") },
  { N_("Add and Arrange"),
    N_("The menu of an item adds what can stand there, duplicates, moves and deletes it. Ctrl+X, Ctrl+C and Ctrl+V take items to "
       "another place, another window or, as text, another program. Rows of the outline can be dragged.") },
  { N_("Several at Once"),
    N_("Ctrl and a click, Shift and the arrow keys, or Shift and a drag across the timeline select several items. What the menu "
       "then does, such as setting a status, is one step.") },
  { N_("On the Timeline"),
    N_("Drag a bar to move it, its end to make it longer or shorter, and across an empty place of a lane to draw a new one. Escape "
       "gives up. With the keyboard, Ctrl and the arrow keys move a bar, with Shift they set its end; comma and full stop set its "
       "start.") },
  { N_("Amendments"),
    N_("Amend, in the main menu, opens a new edition. Until it is finished, changes to what was adopted belong to it; the former "
       "wording stays in the details, and the items say when they were revised. View options, Edition, shows the roadmap as it was.") },
  { N_("Everything Else"),
    N_("Roadmap Properties, in the main menu, has the title page, categories, statuses, charts with their years, editions, and the "
       "places on the map.") },
  { NULL }
};

static const RoadmapHelpEntry printing[] = {
  { N_("Preview"),
    N_("Ctrl+P shows all pages before they are printed. The line below the title says how many they are, on what "
       "paper, and how large their letters are. What you choose applies at once, and most of it is remembered.") },
  { N_("Layouts"),
    N_("Tick what you want: timeline, official table or domain chart, map, follow-ups, progress, changes, narrative. "
       "What is ticked stands first and is printed in that order; the arrows move it.") },
  { N_("Meeting Pack"),
    N_("Meeting Pack puts a cover and a table of contents before the pages, numbers them through, and ticks what a "
       "meeting usually gets.") },
  { N_("Content"),
    N_("All charts or one, with the earlier plan or without; what the filter shows, or all; any edition, in any "
       "language of the roadmap. Changes Since compares with an earlier edition or, with Other File, with another "
       "version of the roadmap.") },
  { N_("Follow-Ups and Progress"),
    N_("The follow-up table gives each stage or lane pages of its own, with what was done in the year and what comes "
       "next. Before the first record it is a form to fill in. The summary of progress counts how far the bars are, "
       "and lists what is overdue.") },
  { N_("Size of Letters"),
    N_("Letters are larger on larger paper. They become a little smaller where that saves a page, smaller down to 6 "
       "points only where something is to stand on one page, and larger where there is room. What does not fit "
       "continues on the next page, with its heads again.") },
  { N_("Keys in the Preview"),
    N_("Page Up, Page Down and the space bar read on. Ctrl and the wheel zoom; Ctrl+0 shows the true size, Ctrl+1 the "
       "width, Ctrl+2 a page. F9 shows the thumbnails, Shift+F9 the options, and Ctrl+? the other keys.") },
  { N_("Printer and PDF"),
    N_("Print opens the dialog of the system with exactly these pages; another paper chosen there makes them anew. "
       "Shift+Ctrl+P writes them as a PDF, with text that can be searched, bookmarks and links.") },
  { N_("Without a Window"),
    N_("“koteihyo-cli print” makes the same pages on a computer without a display, and “koteihyo-cli export” the other "
       "formats.") },
  { NULL }
};

static const RoadmapHelpEntry exchange[] = {
  { N_("Export"),
    N_("Shift+Ctrl+E lists the formats, each with what it cannot carry, and below them what can be chosen for it. "
       "Nothing is replaced unasked.") },
  { N_("Web Page"),
    N_("For those who do not have the program: one file that any browser opens, on a telephone, too, and without a "
       "network. It has the timeline, the tables, the map, all details and the narrative, in every language of the "
       "roadmap, with search and filters. It cannot be opened as a roadmap again.") },
  { N_("Picture"),
    N_("SVG and PNG show a whole chart in one piece or, if you choose a paper, each page in a file of its own. Words "
       "in a picture cannot be searched.") },
  { N_("CSV Table"),
    N_("A row for each item with all of its fields, one value a cell, for spreadsheets and machines. Imported again, "
       "it is the same roadmap. If a spreadsheet program shows wrong letters, export it with a byte order mark.") },
  { N_("Calendar Entries"),
    N_("The days on which bars end and milestones fall, as iCalendar: not when bars begin, nor what runs on without an "
       "end. Importing a newer one into your calendar updates them.") },
  { N_("Project Plan"),
    N_("Bars and milestones as tasks with dates, links and an outline, as Microsoft Project XML: not the narrative, "
       "the map, follow-ups and what has no time.") },
  { N_("Import"),
    N_("Import, in the main menu, makes a new roadmap of a CSV table or a project plan; so does opening or dropping "
       "one. It is not saved until you save it, and no file is written over.") },
  { N_("Tables of Your Own"),
    N_("The first line names the columns, in any order: title, start, end, lane, note, status, or the same in "
       "Japanese. Only the title must be there. Dates can be days, months, quarters or years, such as 2020-06-18 or "
       "FY2020-Q1; what could be read in two ways is refused.") },
  { NULL }
};

static const RoadmapHelpEntry files[] = {
  { N_("One File"),
    N_("A roadmap is one file on your own computer. No account and no network are needed, and nothing is sent.") },
  { N_("Saving"),
    N_("Ctrl+S replaces the file in one step, so that a crash leaves the old or the new one whole. The version before stays "
       "beside it, with “~” behind its name.") },
  { N_("After a Crash"),
    N_("Each step is kept on this computer within a second, and until it is saved. If the program or the computer goes down, the "
       "next start offers what was not saved: to restore, to compare, or to discard.") },
  { N_("Changed by Others"),
    N_("If another program has changed the file since it was opened, a bar says so, and it is not written over unasked. Reload "
       "carries your unsaved work over, and asks where both have changed the same.") },
  { N_("Small Changes Stay Small"),
    N_("Only the lines of what you changed differ in the file, which makes it easy to compare two versions.") },
  { NULL }
};

const RoadmapHelpTopic *
roadmap_help_get_topics (void)
{
  static const RoadmapHelpTopic topics[] = {
    { "finding", N_("Finding Things"), finding },
    { "views", N_("Views"), views },
    { "timeline", N_("Reading the Timeline"), timeline },
    { "keyboard", N_("Using the Keyboard"), keyboard },
    { "progress", N_("Recording Progress"), progress },
    { "editing", N_("Editing"), editing },
    { "printing", N_("Printing"), printing },
    { "exchange", N_("Other Programs"), exchange },
    { "files", N_("Files and Safety"), files },
    { NULL }
  };

  return topics;
}
