/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-follow-up-acts.h"

#include <glib/gi18n-lib.h>

#include "mappe-act-private.h"
#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-meeting.h"
#include "mappe-person.h"
#include "mappe-task.h"

/* What becomes of the decisions of a meeting. A decision and a task have the same fields for it. */

typedef struct {
  guint status, done_on, due_on, due_reason, organisation, title;
} Fields;

static const Fields task_fields = {
  MAPPE_TASK_STATUS, MAPPE_TASK_DONE_ON, MAPPE_TASK_DUE_ON, MAPPE_TASK_DUE_REASON, MAPPE_TASK_RESPONSIBLE_ORGANISATION,
  MAPPE_TASK_TITLE,
};
static const Fields decision_fields = {
  MAPPE_DECISION_STATUS, MAPPE_DECISION_DONE_ON, MAPPE_DECISION_DUE_ON, MAPPE_DECISION_DUE_REASON,
  MAPPE_DECISION_RESPONSIBLE_ORGANISATION, MAPPE_DECISION_NUMBER,
};

static const Fields *
fields_of (const MappeRow *row)
{
  return row->kind == &mappe_task_kind ? &task_fields : &decision_fields;
}

/* @label: what is done; @mine: (transfer full) */
static MappeEdit *
edit_of (const MappeRow *row, MappeRow *mine, const char *label)
{
  const char *title = mappe_row_get_text (row, fields_of (row)->title);
  g_autofree char *text = g_strdup_printf ("%s: %s", label,
                                           title != NULL ? title : mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
  MappeEdit *edit = mappe_edit_new (text);

  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) row), mine);
  return edit;
}

/** mappe_follow_up_is_finished: Returns: whether a decision or task is done or dropped */
gboolean
mappe_follow_up_is_finished (const MappeRow *row)
{
  const char *status = mappe_row_get_text (row, fields_of (row)->status);

  return g_strcmp0 (status, "done") == 0 || g_strcmp0 (status, "dropped") == 0;
}

static gint64
office_of (const MappeSitting *sitting, gint64 person)
{
  const MappeParticipant *participant = mappe_sitting_participant (sitting, person);

  return participant != NULL ? mappe_row_get_int (participant->row, MAPPE_PERSON_ORGANISATION) : 0;
}

/**
 * mappe_follow_up_add_task:
 * @given: the task
 *
 * Adds a task under a decision or an item. Without an office it is that of the person, else that of the decision is
 * left to whoever assigns it.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_follow_up_add_task (const MappeSitting *sitting, const MappeTaskGiven *given, GError **error)
{
  gint64 organisation = given->organisation > 0 ? given->organisation : office_of (sitting, given->person);
  g_autofree char *label = NULL;
  MappeEdit *edit;
  MappeRow *row;

  if (given->title == NULL || *given->title == '\0')
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("What is to be done is missing"));
  if (g_strcmp0 (given->due_on, mappe_row_get_text (sitting->meeting, MAPPE_MEETING_HELD_ON)) < 0 &&
      given->due_on != NULL)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("That day is before the meeting"));
  row = mappe_row_new_preset (&mappe_task_kind);
  mappe_act_set_id (row, MAPPE_TASK_AGENDA_ITEM, given->item);
  mappe_act_set_id (row, MAPPE_TASK_DECISION, given->decision);
  mappe_act_set_id (row, MAPPE_TASK_RESPONSIBLE_MEMBER, given->person);
  mappe_act_set_id (row, MAPPE_TASK_RESPONSIBLE_ORGANISATION, organisation);
  mappe_row_set_canonical (row, MAPPE_TASK_DUE_ON, given->due_on, NULL);
  if (!mappe_row_set_canonical (row, MAPPE_TASK_TITLE, given->title, error))
    {
      mappe_row_unref (row);
      return NULL;
    }
  label = g_strdup_printf ("%s: %s", _("Add task"), given->title);
  edit = mappe_edit_new (label);
  mappe_edit_insert (edit, row);
  return edit;
}

/** mappe_follow_up_done: Returns: (transfer full) (nullable): the edit: a decision or task was done on @day */
MappeEdit *
mappe_follow_up_done (const MappeRow *row, const char *day, GError **error)
{
  const Fields *fields = fields_of (row);
  MappeRow *mine;

  if (mappe_follow_up_is_finished (row))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("This is finished already"));
  mine = mappe_row_copy (row);
  mappe_row_set_canonical (mine, fields->status, "done", NULL);
  mappe_row_set_canonical (mine, fields->done_on, day, NULL);
  return edit_of (row, mine, _("Done"));
}

/** mappe_follow_up_reopen: Returns: (transfer full) (nullable): the edit: what was finished is in progress again */
MappeEdit *
mappe_follow_up_reopen (const MappeRow *row, GError **error)
{
  const Fields *fields = fields_of (row);
  MappeRow *mine;

  if (!mappe_follow_up_is_finished (row))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_STATE, _("This is not finished"));
  mine = mappe_row_copy (row);
  mappe_row_set_canonical (mine, fields->status, "in_progress", NULL);
  mappe_row_set_canonical (mine, fields->done_on, NULL, NULL);
  return edit_of (row, mine, _("Open again"));
}

/**
 * mappe_follow_up_new_date:
 * @due_on: the new day
 * @reason: why; required for a day that was set
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_follow_up_new_date (const MappeRow *row, const char *due_on, const char *reason, GError **error)
{
  const Fields *fields = fields_of (row);
  MappeRow *mine;

  if (due_on == NULL || !mappe_date_is_valid (due_on))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The day is missing"));
  if (!mappe_row_is_null (row, fields->due_on) && (reason == NULL || *reason == '\0'))
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("A new date needs a reason"));
  mine = mappe_row_copy (row);
  mappe_row_set_canonical (mine, fields->due_on, due_on, NULL);
  mappe_row_set_canonical (mine, fields->due_reason, reason, NULL);
  if (g_strcmp0 (mappe_row_get_text (row, fields->status), "overdue") == 0)
    mappe_row_set_canonical (mine, fields->status, "in_progress", NULL);
  return edit_of (row, mine, _("New date"));
}

/** mappe_follow_up_assign: Returns: (transfer full) (nullable): the edit: an office is responsible for it */
MappeEdit *
mappe_follow_up_assign (const MappeRow *row, gint64 organisation, GError **error)
{
  MappeRow *mine;

  if (organisation <= 0)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING, _("The office is missing"));
  mine = mappe_row_copy (row);
  mappe_act_set_id (mine, fields_of (row)->organisation, organisation);
  return edit_of (row, mine, _("Assign"));
}

/**
 * mappe_follow_up_extract_sent:
 * @organisation: id of the office; its decisions are marked
 * @day: "YYYY-MM-DD"
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_follow_up_extract_sent (const MappeSitting *sitting, gint64 organisation, const char *day, GError **error)
{
  g_autoptr (MappeEdit) edit = mappe_edit_new (_("Extract sent"));

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      for (guint d = 0; d < item->decisions->len; d++)
        {
          const MappeSittingDecision *decision = g_ptr_array_index (item->decisions, d);
          MappeRow *mine;

          if (mappe_row_get_int (decision->row, MAPPE_DECISION_RESPONSIBLE_ORGANISATION) != organisation)
            continue;
          mine = mappe_row_copy (decision->row);
          mappe_row_set_canonical (mine, MAPPE_DECISION_EXTRACT_SENT_ON, day, NULL);
          mappe_edit_update (edit, mappe_row_ref (decision->row), mine);
        }
    }
  if (organisation <= 0 || mappe_edit_size (edit) == 0)
    return mappe_act_refuse (error, MAPPE_MEETING_ERROR_MISSING,
                             _("This office carries out no decision of the meeting"));
  return g_steal_pointer (&edit);
}
