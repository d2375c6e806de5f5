/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-help-text.h"

#include <glib/gi18n.h>

static const MappeHelpChapter chapters[] = {
  { N_("What to do first"),
    { N_("Try the demo council first: main menu, “Demo council”. It holds a whole year of an invented town. "
         "Nothing you do there can break anything."),
      N_("1. Make your own council: main menu, “New council…”. Give it a name and a town and choose where its "
         "file is kept. One file holds everything; give it a place that is backed up."),
      N_("2. Open the preferences (Ctrl+,) and look through the rules of procedure: notice period, quorum, "
         "majority. The program computes deadlines and votes from them."),
      N_("3. Enter the bodies, then the partner organisations, then the people. A new record starts with Ctrl+N "
         "on its page. Memberships are added on the page of the person or of the body."),
      N_("4. Enter the projects with their measures and indicators, and the next meeting. From then on the "
         "overview says what is to be done.") } },
  { N_("Finding things"),
    { N_("Ctrl+K opens the search from everywhere. Type a part of a word: “müll”, “muell” and “mull” find the "
         "same. Up and Down choose, Enter opens, Escape closes."),
      N_("Words inside attached PDFs are found as well; Enter opens the file at the page. There, Ctrl+F looks for "
         "more, F3 goes on, Ctrl+T shows the text alone, Ctrl+plus and Ctrl+minus change the size. Beneath an "
         "attached PDF it is said when it is a scan or has no tags, so that not everybody can read it."),
      N_("Each page of the sidebar lists its records. Ctrl+F goes to the filter of the list, the buttons above it "
         "narrow it to a kind or a state, a click on a heading sorts it."),
      N_("Every name of a person, partner, project, decision or meeting is a link. The tab “Links” of a record "
         "shows who refers to it. Alt+Left goes back to where you were.") } },
  { N_("Changing things"),
    { N_("Click on a value, press F2, or just type: the value becomes a field. Ctrl+S saves. What you typed "
         "survives even if the computer stops; you find it again when you open the record."),
      N_("Dates can be typed short: “31.12.26”, “3.4.”, “+14” for in two weeks, “mo” for next Monday."),
      N_("Ctrl+Z takes back the last step, also after closing and opening the file again; the arrow at the top "
         "says which step it is. Deleting needs no question, because it can be taken back."),
      N_("The tab “History” of a record says who changed what and when.") } },
  { N_("Lists from other programs"),
    { N_("Ctrl+I, “Import…” in the main menu or a file dropped on a list takes in a table (CSV), an address book "
         "(vCard) or a calendar (iCalendar). Encoding, separator and columns are guessed; please look at the list on "
         "the right, it says what will happen to each record. Nothing is changed before you press “Import”."),
      N_("A column may be any field. What you chose is remembered for tables with the same heading. Germans and "
         "English write numbers, days and “yes” in their own ways; all of them are read."),
      N_("Who is perhaps there already is shown with the record that is there: leave out, add as new, or merge, "
         "which fills what is empty. Rejected rows can be saved as a table with the reasons, corrected and imported "
         "again. The whole import is one step that Ctrl+Z takes back.") } },
  { N_("Meetings and decisions"),
    { N_("A meeting goes its way in six steps: plan, agenda, invitation, sitting, minutes, follow-up. Alt+1 to "
         "Alt+6 go to any of them; what was entered in one is used in the next and never typed twice. Escape "
         "leads back to the list."),
      N_("Ctrl+N starts a meeting: body, date, time. On its agenda, type “Title | 15” and press Enter for an item "
         "of 15 minutes, one after the other; Alt+Up and Alt+Down move an item. What was sent is kept: later "
         "changes become a supplement."),
      N_("In the sitting, note who comes and goes: the quorum is reckoned at every moment. Minutes are made from "
         "what was recorded; only the course of the debate is typed. Sealed minutes do not change any more."),
      N_("The notice deadline is counted from the rules of the body: neither the day of receipt nor the day of "
         "the meeting counts."),
      N_("A decision can be followed by tasks with someone responsible and a date. What is overdue stands in the "
         "overview and as a number in the sidebar until it is done. “Decisions and tasks” lists them all for the "
         "next meeting; a new date needs a reason.") } },
  { N_("Projects and their outcomes"),
    { N_("A project has an aim, partners, measures, money and indicators. An indicator has a baseline and a target; "
         "its values are entered for each period. Missing values stay missing: they are never shown as zero."),
      N_("“Outcomes” says of each measure what its figures show, and what they do not. Enter opens the evaluation: "
         "the chart, the sentences that may be said, how far the result carries, and how it was computed. The button "
         "“Outcomes” of a project, measure or indicator leads there as well."),
      N_("In a chart the arrows go from value to value, Up and Down to another line, + and − zoom, Shift with an arrow "
         "moves on, 0 shows all again, 1 to 9 show and hide lines, T shows the table, Ctrl+C copies the picture, the "
         "menu key saves it.") } },
  { N_("Projects by their steps"),
    { N_("The page of a project leads through the seven steps of the Beccaria standards, or through the four of SARA "
         "where the field “Steps” says so. Each step holds what is written for it and the questions at its gate; a "
         "step that is finished can be opened again."),
      N_("No start without a goal: a project is neither set running nor brought past the step of its goals before one "
         "of its indicators has a baseline and a target. The page says what is missing and leads there."),
      N_("Risk and protective factors of a survey become a profile. “Gaps” lists, over all projects, the priority "
         "factors that no programme works on. The level in the Green List is that of a programme; what was found here "
         "stands beside it.") } },
  { N_("Patrols and agreements"),
    { N_("“Joint foot patrols” shows a week: areas down, days across. The arrows go from cell to cell and over "
         "the edge into the week beside. Enter opens a patrol, N plans one here, H records it as held with its "
         "counts, C as cancelled with the reason. “Save week” makes a calendar (.ics) for the services; opened "
         "once more after a change, it replaces what they have."),
      N_("An indicator whose field “Counted from” names the patrols gets its values from the patrol log by a "
         "button on its page; so hours on patrol can be looked at beside how safe people feel."),
      N_("“Agreements” goes through an agreement once a year, clause by clause, beside what the data holds. "
         "Signed off with a decision, the evidence stays as it was, and the next review is due in the rhythm of "
         "the agreement.") } },
  { N_("Places and their audits"),
    { N_("“Areas” lists the places. “Open page” shows what is known of one: recorded and perceived deficit, "
         "audits, projects, contributions, and the patrols of a year."),
      N_("A site audit scores ten criteria from 1, bad, to 5, good, on a page of its own: the digits 1 to 5 are "
         "enough. The chart compares the first audit with the last one; note how light it was, for scores of "
         "light and view compare with care."),
      N_("“Outcomes”, “Places” sets areas side by side, recorded against perceived: where people are afraid "
         "though little happens, other measures help than where much happens.") } },
  { N_("Best practice and its transfer"),
    { N_("A profile tells a project in five parts: what the problem was, what works how, what was done, who was "
         "won for it, and what came of it. It can be published when it meets the four minimum criteria."),
      N_("A transfer takes it to another area: condition by condition, with what fits, what has to be adapted and "
         "what does not fit. When all are judged, one button makes a project of the adapted steps; its result "
         "goes back to the profile.") } },
  { N_("Contributions of citizens"),
    { N_("Walks, surveys and questions bring contributions. “Answer” takes them one after the other, the oldest "
         "first: Ctrl+Enter answered, Ctrl+Shift+Enter not feasible, Ctrl+Page Down to the next one. Say which "
         "measure realises it, and it counts as realised."),
      N_("“Figures” counts received, answered and realised, and the days to the answer. “You said – we did” is "
         "for everybody: only anonymous contributions with an answer are on it."),
      N_("Contributions are anonymous unless you say otherwise. Whoever types a date of birth, a number plate or "
         "a case number is warned; it can be saved all the same, but please leave it out.") } },
  { N_("Volunteers"),
    { N_("The page of a programme takes the counts of each quarter in one line: active, joined, left, hours, "
         "trained. Enter saves, Ctrl+Z takes it back. What is left empty is not known, and stays a gap in the "
         "chart."),
      N_("“Training” shows who is overdue, by the rhythm of the programme, and whose undertaking is missing: "
         "nobody begins without it. “Thanks” lists who was active in a year, for print and for letters."),
      N_("Hours count as own share where a funding programme names a rate: “Put in” writes them into the "
         "application.") } },
  { N_("Funding"),
    { N_("A funding programme holds its rules: highest share, cap, own share, rate for volunteers, deadline, "
         "papers. “Deadlines” offers real examples with their source to start with; change them as you need."),
      N_("The page of an application says of each rule whether it is met, not met or not to be told yet. Papers "
         "of the programme are taken over with one button and ticked off; proofs of use have their day in the "
         "overview and the calendar."),
      N_("For somebody else’s application “Put on the agenda” makes an agenda item with the statement as proposed "
         "decision. Once it is decided, “Take over the decision” makes it the statement.") } },
  { N_("Network and standing"),
    { N_("The network shows who works with whom, through projects, measures and agreements, and which partners "
         "were not active for twelve months. The sectors present in the council are set beside those of other "
         "councils."),
      N_("The standing of the council is one page: the last and the next meeting, terms that end, open decisions, "
         "money not spent, reports due. It warns when the council falls below its own minimum.") } },
  { N_("Sharing"),
    { N_("Ctrl+Shift+S opens “Share” on every page: what goes out, for whom, in which language and format. You see "
         "the pages as they will be and what is in them; then save, print, or open a draft in your mail program. "
         "Nothing is sent by this program."),
      N_("“For whom” decides what is in it: what those readers may not see is not hidden but absent. Members get "
         "the parts for members, everybody gets what is public."),
      N_("Further down in the list are tables for Excel, the calendar, the address book, and the register: the "
         "whole council as one file, sealed with a passphrase. Write the passphrase down; nobody can open the "
         "file without it."),
      N_("What went out is noted. When a part is for others now than when the document last went out, it is named and "
         "you are asked before it goes."),
      N_("“Documents”, “Texts of letters” holds the texts of thanks, answers, appointments, escalations and requests, "
         "which you can make your own.") } },
  { N_("Your file and its backups"),
    { N_("Everything is saved at once, there is nothing to lose by closing the window. While the file is open and "
         "was changed, backups are made by themselves; each is opened again and checked before it counts."),
      N_("Preferences, “Backups” shows the backups and restores one. The file before it is kept beside it."),
      N_("Please do not copy a council file while it is open; use “Save a copy as…” in the main menu."),
      N_("On a network share one person changes the file at a time; everybody else reads. A line at the top says "
         "who is changing it.") } },
  { N_("Keyboard"),
    { N_("Ctrl+K search · Ctrl+N new · Ctrl+S save · Ctrl+Z and Shift+Ctrl+Z undo and redo · F2 edit · Delete "
         "delete"),
      N_("Ctrl+1 to Ctrl+9 the pages of the sidebar · Alt+Left and Alt+Right back and forward · Ctrl+F filter"),
      N_("Alt+1 to Alt+7 the steps of a meeting or an event · Escape back to the list · Ctrl+P print · Ctrl+Shift+S "
         "share a document · Ctrl+I import a file"),
      N_("F11 full screen · F1 this help · Ctrl+? all shortcuts") } },
  { N_("Data protection and archive"),
    { N_("The file stays on your computer; the program sends nothing anywhere. Only you can read it: it is made "
         "with access for your user account alone."),
      N_("Enter official contact data, not private data, unless there is a reason. Statistics in the projects "
         "never need names."),
      N_("“Archive”, “Retention” says what is past its period. Records are offered to the archive first: make the "
         "offer, send its list or the folder, write the decision into the offer; then they can be deleted. Minutes "
         "and decisions stay."),
      N_("“Erase personal data…” in the menu of a person, a volunteer or a contribution takes contact data and notes "
         "out of the record, its history and the file itself. It says before what goes and what stays; the name stays "
         "where minutes tell it. It cannot be undone, nor can anything before it. A backup that is restored and a "
         "register that is taken in do not bring it back as long as the present file can be read; backups "
         "themselves still hold it until they are replaced.") } },
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
