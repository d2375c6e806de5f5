/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-help-text.h"

#include <glib/gi18n.h>

static const MappeHelpChapter chapters[] = {
  { N_("What to do first"),
    { N_("Try the demo council first: main menu, “Demo council”. It holds a whole year of an invented town. Nothing "
         "you do there can break anything."),
      N_("1. Make your own council: main menu, “New council…”. Give it a name and a town and choose where its file "
         "is kept. One file holds everything; give it a place that is backed up."),
      N_("2. Open the preferences (Ctrl+,) and look through the rules of procedure: notice period, quorum, majority. "
         "The program computes deadlines and votes from them."),
      N_("3. Enter the bodies, then the partner organisations, then the people. A new record starts with Ctrl+N on "
         "its page. Memberships are added on the page of the person or of the body."),
      N_("4. Enter the projects with their measures and indicators, and the next meeting. From then on the overview "
         "says what is to be done.") } },
  { N_("Finding things"),
    { N_("Ctrl+K opens the search from everywhere. Type a part of a word: “müll”, “muell” and “mull” find the same. "
         "Up and Down choose, Enter opens, Escape closes."),
      N_("Each page of the sidebar lists its records. Ctrl+F goes to the filter of the list, the buttons above it "
         "narrow it to a kind or a state, a click on a heading sorts it."),
      N_("Every name of a person, partner, project, decision or meeting is a link. The tab “Links” of a record shows "
         "who refers to it. Alt+Left goes back to where you were.") } },
  { N_("Changing things"),
    { N_("Click on a value, press F2, or just type: the value becomes a field. Ctrl+S saves. What you typed "
         "survives even if the computer stops; you find it again when you open the record."),
      N_("Dates can be typed short: “31.12.26”, “3.4.”, “+14” for in two weeks, “mo” for next Monday."),
      N_("Ctrl+Z takes back the last step, also after closing and opening the file again; the arrow at the top says "
         "which step it is. Deleting needs no question, because it can be taken back."),
      N_("The tab “History” of a record says who changed what and when.") } },
  { N_("Meetings and decisions"),
    { N_("A meeting goes its way in six steps: plan, agenda, invitation, sitting, minutes, follow-up. Alt+1 to Alt+6 "
         "go to any of them; what was entered in one is used in the next and never typed twice. Escape leads back to "
         "the list."),
      N_("Ctrl+N starts a meeting: body, date, time. On its agenda, type “Title | 15” and press Enter for an item of "
         "15 minutes, one after the other; Alt+Up and Alt+Down move an item. What was sent is kept: later changes "
         "become a supplement."),
      N_("In the sitting, note who comes and goes: the quorum is reckoned at every moment. Minutes are made from what "
         "was recorded; only the course of the debate is typed. Sealed minutes do not change any more."),
      N_("The notice deadline is counted from the rules of the body: neither the day of receipt nor the day of the "
         "meeting counts."),
      N_("A decision can be followed by tasks with someone responsible and a date. What is overdue stands in the "
         "overview and as a number in the sidebar until it is done. “Decisions and tasks” lists them all for the next "
         "meeting; a new date needs a reason.") } },
  { N_("Projects and their outcomes"),
    { N_("A project has an aim, partners, measures, money and indicators. An indicator has a baseline and a target; "
         "its values are entered for each period. Missing values stay missing: they are never shown as zero."),
      N_("“Outcomes” says of each measure what its figures show, and what they do not. Enter opens the evaluation: "
         "the chart, the sentences that may be said, how far the result carries, and how it was computed. The button "
         "“Outcomes” of a project, measure or indicator leads there as well."),
      N_("In a chart the arrows go from value to value, Up and Down to another line, + and − zoom, Shift with an arrow "
         "moves on, 0 shows all again, 1 to 9 show and hide lines, T shows the table, Ctrl+C copies the picture, the "
         "menu key saves it.") } },
  { N_("Patrols and agreements"),
    { N_("“Joint foot patrols” shows a week: areas down, days across. The arrows go from cell to cell and over the "
         "edge into the week beside. Enter opens a patrol, N plans one here, H records it as held with its counts, C "
         "as cancelled with the reason. “Save week” makes a calendar (.ics) for the services; opened once more after "
         "a change, it replaces what they have."),
      N_("An indicator whose field “Counted from” names the patrols gets its values from the patrol log by a button on "
         "its page; so hours on patrol can be looked at beside how safe people feel."),
      N_("“Agreements” goes through an agreement once a year, clause by clause, beside what the data holds. Signed off "
         "with a decision, the evidence stays as it was, and the next review is due in the rhythm of the "
         "agreement.") } },
  { N_("Your file and its backups"),
    { N_("Everything is saved at once, there is nothing to lose by closing the window. While the file is open and was "
         "changed, backups are made by themselves; each is opened again and checked before it counts."),
      N_("Preferences, “Backups” shows the backups and restores one. The file before it is kept beside it."),
      N_("Please do not copy a council file while it is open; use “Save a copy as…” in the main menu."),
      N_("On a network share one person changes the file at a time; everybody else reads. A line at the top says who "
         "is changing it.") } },
  { N_("Keyboard"),
    { N_("Ctrl+K search · Ctrl+N new · Ctrl+S save · Ctrl+Z and Shift+Ctrl+Z undo and redo · F2 edit · Delete delete"),
      N_("Ctrl+1 to Ctrl+9 the pages of the sidebar · Alt+Left and Alt+Right back and forward · Ctrl+F filter"),
      N_("Alt+1 to Alt+6 the steps of a meeting · Escape back to the list · Ctrl+P print"),
      N_("F11 full screen · F1 this help · Ctrl+? all shortcuts") } },
  { N_("Data protection"),
    { N_("The file stays on your computer; the program sends nothing anywhere. Only you can read it: it is made with "
         "access for your user account alone."),
      N_("Enter official contact data, not private data, unless there is a reason. Statistics in the projects never "
         "need names.") } },
};

/**
 * mappe_help_chapters:
 * @n_chapters: (out): their number
 *
 * Returns: (transfer none): the chapters of the help in their order
 */
const MappeHelpChapter *
mappe_help_chapters (guint *n_chapters)
{
  *n_chapters = G_N_ELEMENTS (chapters);
  return chapters;
}
