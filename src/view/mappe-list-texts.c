/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-list-texts.h"

#include <glib/gi18n.h>

/* What a list says of itself before its first record. */
typedef struct {
  const char *kind;
  const char *empty;
  const char *purpose;
  const char *new_label;
  const char *sort;  /* field that the list is sorted by at first, with "-" for the last first */
} Text;

static const Text texts[] = {
  { "person", N_("No people yet"),
    N_("The members of the council, their deputies and the people you work with: role, term of office, how to "
        "reach them."),
    N_("New person"), "last_name" },
  { "body", N_("No bodies yet"),
    N_("The plenary, the steering group and the working groups, each with its rules of procedure."),
    N_("New body"), NULL },
  { "organisation", N_("No partners yet"),
    N_("Offices, associations, schools, police: everyone who prevents crime with you."), N_("New partner"),
    "name" },
  { "project", N_("No projects yet"),
    N_("What the council does: prevention projects with goals, measures, money and measured results."),
    N_("New project"), NULL },
  { "measure", N_("No measures yet"), N_("The single steps of the projects, with who does them and until when."),
    N_("New measure"), "due_on" },
  { "finance-line", N_("No finance lines yet"),
    N_("Grants and own funds of the projects, planned and spent, and the reports they ask for."),
    N_("New finance line"), NULL },
  { "indicator", N_("No indicators yet"),
    N_("What is counted or asked to see whether a project works, with baseline and target."),
    N_("New indicator"), NULL },
  { "indicator-value", N_("No values yet"), N_("The figures of the indicators, period by period."),
    N_("New value"), NULL },
  { "area", N_("No areas yet"),
    N_("Places that people worry about or where things happen: parks, stations, ways to school."),
    N_("New area"), "name" },
  { "agreement", N_("No agreements yet"),
    N_("Security partnerships and other agreements, with the day of their next review."), N_("New agreement"),
    NULL },
  { "agreement-clause", N_("No clauses yet"),
    N_("What the partners promised each other, and how far it is done."), N_("New clause"), NULL },
  { "meeting", N_("No meetings yet"),
    N_("Meetings from the first date to the approved minutes, with their notice periods."), N_("New meeting"),
    "-held_on" },
  { "agenda-item", N_("No agenda items yet"), N_("What the meetings talk about and decide."),
    N_("New agenda item"), NULL },
  { "decision", N_("No decisions yet"),
    N_("What was decided, how the vote went, and whether it has been carried out."), N_("New decision"), NULL },
  { "task", N_("No tasks yet"), N_("Who does what until when. Overdue tasks are shown on the overview."),
    N_("New task"), "due_on" },
  { "site-audit", N_("No site audits yet"),
    N_("Ten criteria of a place, scored on the spot, before and after something was changed."), N_("New site audit"),
    "-held_on" },
  { "best-practice-profile", N_("No profiles yet"),
    N_("What worked, told so that others can take it over: problem, mechanism, evidence."), N_("New profile"), NULL },
  { "transfer", N_("No transfers yet"), N_("A best practice taken to another area, condition by condition."),
    N_("New transfer"), "-begun_on" },
  { "citizen-input", N_("No contributions yet"),
    N_("What citizens said at walks, in surveys and in questions, anonymous, with the answer they got."),
    N_("New contribution"), "-received_on" },
  { "participation-event", N_("No participation yet"),
    N_("Walks, surveys and forums at which citizens have their say."), N_("New participation"), "-held_from" },
  { "volunteer-programme", N_("No volunteer programmes yet"),
    N_("Volunteers with one task, like safety advice for seniors; their counts and hours, quarter by quarter."),
    N_("New programme"), "name" },
  { "volunteer", N_("No volunteers yet"),
    N_("Who needs an undertaking, an appointment or training. No date of birth is kept."), N_("New volunteer"),
    "last_name" },
  { "funding-application", N_("No applications yet"),
    N_("What was applied for, by whom, with papers, payments and the proof of use."), N_("New application"), NULL },
  { "funding-programme", N_("No funding programmes yet"),
    N_("Rules, deadlines and papers of those who give money. Under “Deadlines” real examples can be added."),
    N_("New funding programme"), "name" },
  { "document", N_("No documents yet"), N_("Papers of meetings and projects, kept inside the council file."),
    N_("New document"), NULL },
};

static const Text *
text_of (const MappeKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].kind, kind->name))
      return &texts[i];
  return NULL;
}

/**
 * mappe_list_purpose:
 *
 * Returns: translated sentence: what the list of @kind is for
 */
const char *
mappe_list_purpose (const MappeKind *kind)
{
  const Text *text = text_of (kind);
  return text != NULL ? _(text->purpose) : "";
}

/**
 * mappe_list_empty:
 *
 * Returns: translated heading of a list without records
 */
const char *
mappe_list_empty (const MappeKind *kind)
{
  const Text *text = text_of (kind);
  return text != NULL ? _(text->empty) : _("Nothing here yet");
}

/**
 * mappe_list_new_label:
 *
 * Returns: translated label of the button that makes the first record
 */
const char *
mappe_list_new_label (const MappeKind *kind)
{
  const Text *text = text_of (kind);
  return text != NULL ? _(text->new_label) : _("New record");
}

/**
 * mappe_list_n_records:
 *
 * Returns: (transfer full): "3 records", for the labels of steps that can be undone
 */
char *
mappe_list_n_records (gint64 n)
{
  return g_strdup_printf (ngettext ("%u record", "%u records", (gulong) n), (guint) n);
}

/**
 * mappe_list_usual_sort:
 * @field: (out): number of the field
 * @descending: (out): whether the last is first
 *
 * How a list is sorted when nothing else was chosen.
 */
void
mappe_list_usual_sort (const MappeKind *kind, guint *field, gboolean *descending)
{
  const Text *text = text_of (kind);
  const char *name = text != NULL ? text->sort : NULL;
  int number;

  *descending = name != NULL && *name == '-';
  number = name != NULL ? mappe_kind_find_field (kind, name + *descending) : -1;
  *field = number >= 0 ? (guint) number : MAPPE_FIELD_REFERENCE;
}
