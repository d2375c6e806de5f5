/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-event-acts.h"

#include <glib/gi18n-lib.h>

#include "mappe-date.h"
#include "mappe-debrief-finding.h"
#include "mappe-deployment-plan-item.h"
#include "mappe-deployment-plan.h"
#include "mappe-event-check.h"
#include "mappe-event-consent.h"
#include "mappe-field-work-error.h"
#include "mappe-event.h"
#include "mappe-task.h"

static gboolean
is_empty (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* @label: translated; the title of the record is put behind it. */
static MappeEdit *
begin (const char *label, const char *title)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", label, title != NULL ? title : "");

  return mappe_edit_new (text);
}

static MappeEdit *
begin_event (const MappeEventFile *file, const char *label)
{
  return begin (label, mappe_row_get_text (file->event->row, MAPPE_EVENT_TITLE));
}

/* The row as it shall be, owned by the edit, to be filled before it is applied. */
static MappeRow *
update (MappeEdit *edit, const MappeRow *base)
{
  MappeRow *mine = mappe_row_copy (base);

  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) base), mine);
  return mine;
}

static void
set (MappeRow *row, guint field, const char *text)
{
  mappe_row_set_canonical (row, field, is_empty (text) ? NULL : text, NULL);
}

/* --- consents and concept --- */

/** mappe_event_consent: @state: code of "consent_state"; @day: when it was declared. Returns: (transfer full): the
 * edit: an office has declared itself, or is asked anew */
MappeEdit *
mappe_event_consent (const MappeRow *consent, const char *state, const char *day)
{
  gboolean open = g_str_equal (state, "open");
  const char *label = open ? _("Consent open again") : g_str_equal (state, "given") ? _("Consent given")
                                                                                    : _("Consent refused");
  MappeEdit *edit = begin (label, mappe_row_get_text (consent, MAPPE_EVENT_CONSENT_PART));
  MappeRow *mine = update (edit, consent);

  set (mine, MAPPE_EVENT_CONSENT_STATE, state);
  set (mine, MAPPE_EVENT_CONSENT_DECIDED_ON, open ? NULL : day);
  return edit;
}

/**
 * mappe_event_release_concept:
 * @reason: (nullable): why, when not all offices have consented
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_event_release_concept (const MappeEventFile *file, const char *reason, GError **error)
{
  const MappeRow *event = file->event->row;
  guint given = mappe_event_file_n_consents (file, "given");
  MappeEdit *edit;
  MappeRow *mine;

  if (g_strcmp0 (mappe_row_get_text (event, MAPPE_EVENT_CONCEPT_STATUS), "released") == 0)
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_STATE, _("The concept is released already"));
  if (given < file->consents->len && is_empty (reason))
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_MISSING,
                               _("Not all offices have consented; the chair's reason is needed"));
  edit = begin_event (file, _("Release concept"));
  mine = update (edit, event);
  set (mine, MAPPE_EVENT_CONCEPT_STATUS, "released");
  set (mine, MAPPE_EVENT_CONCEPT_REASON, given < file->consents->len ? reason : NULL);
  return edit;
}

/* --- deployment plan --- */

static int
find_line (const MappeEventFile *file, gint64 line)
{
  for (guint i = 0; i < file->lines->len; i++)
    if (((MappeListed *) g_ptr_array_index (file->lines, i))->row->id == line)
      return (int) i;
  return -1;
}

static const MappeRow *
line_at (const MappeEventFile *file, int at)
{
  return at >= 0 && at < (int) file->lines->len ? ((MappeListed *) g_ptr_array_index (file->lines, at))->row : NULL;
}

static guint
phase_of (const MappeRow *line)
{
  return mappe_event_phase (mappe_row_get_text (line, MAPPE_DEPLOYMENT_PLAN_ITEM_PHASE));
}

/* Writes the places of the lines of a phase, with two of them exchanged. */
static void
number_phase (const MappeEventFile *file, MappeEdit *edit, guint phase, int one, int other)
{
  gint64 place = 0;

  for (int i = 0; i < (int) file->lines->len; i++)
    {
      const MappeRow *row = line_at (file, i == one ? other : i == other ? one : i);

      if (phase_of (row) != phase)
        continue;
      place++;
      if (mappe_row_is_null (row, MAPPE_DEPLOYMENT_PLAN_ITEM_POSITION)
          || mappe_row_get_int (row, MAPPE_DEPLOYMENT_PLAN_ITEM_POSITION) != place)
        mappe_value_set_int (&update (edit, row)->values[MAPPE_DEPLOYMENT_PLAN_ITEM_POSITION], place);
    }
}

/** mappe_event_move_phase: Returns: (transfer none) (nullable): code of the phase that a line goes into with the next
 * move; %NULL when it stays in its own, or cannot go further */
const char *
mappe_event_move_phase (const MappeEventFile *file, gint64 line, int direction)
{
  int at = find_line (file, line);
  const MappeRow *row = line_at (file, at), *neighbour = line_at (file, at + direction);
  int phase = row != NULL ? (int) phase_of (row) + direction : -1;

  if (row == NULL || phase < 0 || phase >= MAPPE_EVENT_N_PHASES
      || (neighbour != NULL && phase_of (neighbour) == phase_of (row)))
    return NULL;
  return mappe_event_phases[phase];
}

/**
 * mappe_event_move_line:
 * @direction: −1 up, 1 down
 *
 * Returns: (transfer full) (nullable): the edit: the line changes places with its neighbour in its phase; at the edge
 *   of the phase it goes into the next one
 */
MappeEdit *
mappe_event_move_line (const MappeEventFile *file, gint64 line, int direction, GError **error)
{
  int at = find_line (file, line);
  const MappeRow *row = line_at (file, at), *neighbour = line_at (file, at + direction);
  const char *into = mappe_event_move_phase (file, line, direction);
  MappeEdit *edit;
  guint phase;

  if (row == NULL)
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_STATE, _("This line is gone"));
  phase = phase_of (row);
  if (into == NULL && (neighbour == NULL || phase_of (neighbour) != phase))
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_STATE, _("The line cannot go further"));
  edit = begin (_("Move line"), mappe_row_get_text (row, MAPPE_DEPLOYMENT_PLAN_ITEM_TASK));
  if (into == NULL)
    number_phase (file, edit, phase, at, at + direction);
  else
    {
      MappeRow *mine = update (edit, row);

      set (mine, MAPPE_DEPLOYMENT_PLAN_ITEM_PHASE, into);
      /* Up it comes behind all of the phase before, down in front of all. */
      if (direction > 0)
        mappe_value_set_int (&mine->values[MAPPE_DEPLOYMENT_PLAN_ITEM_POSITION], 0);
      else
        mappe_value_clear (&mine->values[MAPPE_DEPLOYMENT_PLAN_ITEM_POSITION]);
    }
  return edit;
}

static gint64
last_edition (const MappeEventFile *file)
{
  gint64 last = mappe_row_get_int (file->event->row, MAPPE_EVENT_PLAN_VERSION);

  if (file->plans->len > 0)
    last = MAX (last, mappe_row_get_int (((MappeListed *) g_ptr_array_index (file->plans, 0))->row,
                                         MAPPE_DEPLOYMENT_PLAN_EDITION));
  return last;
}

/* The content as released; also the value of the blob field. */
static char *
freeze (const MappeEventFile *file, MappeEdit *edit, const MappePlanHead *head)
{
  g_autoptr (GPtrArray) lines = mappe_plan_lines (file->lines);
  char *xml = mappe_plan_write (head, lines);
  g_autoptr (GBytes) content = g_bytes_new_take (xml, strlen (xml));

  return mappe_edit_add_blob (edit, content);
}

/**
 * mappe_event_release_plan:
 * @person: who releases it: the chair
 * @name: (nullable): name of that person, for the frozen content
 * @day: of the release
 *
 * Returns: (transfer full) (nullable): the edit: the plan as it is becomes the next version, which nothing changes any
 *   more
 */
MappeEdit *
mappe_event_release_plan (const MappeEventFile *file, gint64 person, const char *name, const char *day, GError **error)
{
  const MappeRow *event = file->event->row;
  const MappePlanHead head = { mappe_row_get_text (event, MAPPE_FIELD_REFERENCE),
                               mappe_row_get_text (event, MAPPE_EVENT_TITLE), day, name, last_edition (file) + 1 };
  g_autofree char *content = NULL;
  MappeEdit *edit;
  MappeRow *plan, *mine;

  if (file->lines->len == 0)
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_MISSING, _("The deployment plan has no lines"));
  if (person <= 0)
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_MISSING, _("Who releases the plan is missing"));
  edit = begin_event (file, _("Release deployment plan"));
  content = freeze (file, edit, &head);
  plan = mappe_row_new_preset (&mappe_deployment_plan_kind);
  mappe_value_set_int (&plan->values[MAPPE_DEPLOYMENT_PLAN_EVENT], event->id);
  mappe_value_set_int (&plan->values[MAPPE_DEPLOYMENT_PLAN_EDITION], head.edition);
  mappe_value_set_int (&plan->values[MAPPE_DEPLOYMENT_PLAN_RELEASED_BY], person);
  set (plan, MAPPE_DEPLOYMENT_PLAN_RELEASED_ON, day);
  set (plan, MAPPE_DEPLOYMENT_PLAN_CONTENT, content);
  mappe_edit_insert (edit, plan);
  mine = update (edit, event);
  mappe_value_set_int (&mine->values[MAPPE_EVENT_PLAN_VERSION], head.edition);
  mappe_value_set_int (&mine->values[MAPPE_EVENT_PLAN_RELEASED_BY], person);
  set (mine, MAPPE_EVENT_PLAN_RELEASED_ON, day);
  return edit;
}

/* --- debrief --- */

/**
 * mappe_event_debrief:
 * @held_on: the day
 * @participants: (nullable): who took part
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_event_debrief (const MappeEventFile *file, const char *held_on, const char *participants, GError **error)
{
  const MappeRow *event = file->event->row;
  MappeEdit *edit;
  MappeRow *mine;

  if (is_empty (held_on))
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_MISSING, _("The day of the debrief is missing"));
  if (g_strcmp0 (held_on, mappe_row_get_text (event, MAPPE_EVENT_START_ON)) < 0)
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_STATE, _("That day is before the event"));
  edit = begin_event (file, _("Debrief held"));
  mine = update (edit, event);
  set (mine, MAPPE_EVENT_DEBRIEF_ON, held_on);
  set (mine, MAPPE_EVENT_DEBRIEF_STATUS, "done");
  set (mine, MAPPE_EVENT_DEBRIEF_PARTICIPANTS, participants);
  return edit;
}

/** mappe_event_waive_debrief: Returns: (transfer full) (nullable): the edit: there will be no debrief */
MappeEdit *
mappe_event_waive_debrief (const MappeEventFile *file, GError **error)
{
  MappeEdit *edit;

  if (!mappe_row_is_null (file->event->row, MAPPE_EVENT_DEBRIEF_ON))
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_STATE, _("The debrief was held"));
  edit = begin_event (file, _("No debrief"));
  set (update (edit, file->event->row), MAPPE_EVENT_DEBRIEF_STATUS, "waived");
  return edit;
}

/** mappe_event_add_finding: Returns: (transfer full) (nullable): the edit */
MappeEdit *
mappe_event_add_finding (const MappeEventFile *file, const MappeFindingGiven *given, GError **error)
{
  MappeEdit *edit;
  MappeRow *row;

  if (is_empty (given->text))
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_MISSING, _("What was found is missing"));
  row = mappe_row_new_preset (&mappe_debrief_finding_kind);
  if (!mappe_row_set_canonical (row, MAPPE_DEBRIEF_FINDING_TEXT, given->text, error))
    {
      mappe_row_unref (row);
      return NULL;
    }
  mappe_value_set_int (&row->values[MAPPE_DEBRIEF_FINDING_EVENT], file->event->row->id);
  set (row, MAPPE_DEBRIEF_FINDING_RATING, given->rating);
  set (row, MAPPE_DEBRIEF_FINDING_CATEGORY, given->category);
  set (row, MAPPE_DEBRIEF_FINDING_DUE_ON, given->due_on);
  if (given->responsible > 0)
    mappe_value_set_int (&row->values[MAPPE_DEBRIEF_FINDING_RESPONSIBLE_ORGANISATION], given->responsible);
  /* What is to be kept asks nobody for anything. */
  if (g_strcmp0 (given->rating, "keep") == 0)
    set (row, MAPPE_DEBRIEF_FINDING_STATUS, "closed");
  edit = begin (_("Finding"), given->text);
  mappe_edit_insert (edit, row);
  return edit;
}

/**
 * mappe_event_make_task:
 * @finding: of a debrief
 *
 * Returns: (transfer full) (nullable): the edit: the finding becomes a task of the office responsible for it, and knows
 *   it
 */
MappeEdit *
mappe_event_make_task (const MappeRow *finding, GError **error)
{
  enum { OFFICE = MAPPE_DEBRIEF_FINDING_RESPONSIBLE_ORGANISATION };
  const char *text = mappe_row_get_text (finding, MAPPE_DEBRIEF_FINDING_TEXT);
  g_autofree char *title = g_strdelimit (g_strdup (text), "\n\r\t", ' ');
  MappeEdit *edit;
  MappeRow *task, *mine;
  gint64 id;

  if (!mappe_row_is_null (finding, MAPPE_DEBRIEF_FINDING_TASK))
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_STATE, _("This finding has a task already"));
  edit = begin (_("Finding becomes task"), title);
  task = mappe_row_new_preset (&mappe_task_kind);
  set (task, MAPPE_TASK_TITLE, title);
  set (task, MAPPE_TASK_DUE_ON, mappe_row_get_text (finding, MAPPE_DEBRIEF_FINDING_DUE_ON));
  if (!mappe_row_is_null (finding, OFFICE))
    mappe_value_set_int (&task->values[MAPPE_TASK_RESPONSIBLE_ORGANISATION], mappe_row_get_int (finding, OFFICE));
  id = mappe_edit_insert (edit, task);
  mine = update (edit, finding);
  mappe_value_set_int (&mine->values[MAPPE_DEBRIEF_FINDING_TASK], id);
  set (mine, MAPPE_DEBRIEF_FINDING_STATUS, "in_progress");
  return edit;
}

/* --- check list --- */

/** mappe_event_check: Returns: (transfer full): the edit: a point of the check list is done on @day, or open again */
MappeEdit *
mappe_event_check (const MappeRow *check, gboolean done, const char *day)
{
  MappeEdit *edit = begin (done ? _("Done") : _("Open again"), mappe_row_get_text (check, MAPPE_EVENT_CHECK_TEXT));
  MappeRow *mine = update (edit, check);

  mappe_value_set_int (&mine->values[MAPPE_EVENT_CHECK_DONE], done);
  set (mine, MAPPE_EVENT_CHECK_DONE_ON, done ? day : NULL);
  return edit;
}
