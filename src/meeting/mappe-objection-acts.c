/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-objection-acts.h"

#include <glib/gi18n-lib.h>

#include "mappe-act-private.h"
#include "mappe-meeting-dates.h"
#include "mappe-meeting.h"
#include "mappe-minutes-acts.h"
#include "mappe-minutes.h"
#include "mappe-objection.h"

/* Objections to minutes: GemO § 41. */

/**
 * mappe_objection_is_late:
 * @raised_on: day, "YYYY-MM-DD"
 *
 * Returns: whether it comes after the next meeting, the last in which minutes can be objected to (GemO § 41)
 */
gboolean
mappe_objection_is_late (const MappeSitting *sitting, const char *raised_on)
{
  return sitting->next != NULL &&
         !mappe_objection_in_time (raised_on, mappe_row_get_text (sitting->next, MAPPE_MEETING_HELD_ON));
}

static const char *
fault_of (const MappeSitting *sitting, const MappeObjectionGiven *given)
{
  const MappeRow *edition = mappe_sitting_last_minutes (sitting);

  if (given->person <= 0)
    return _("Who objects is missing");
  if (given->text == NULL || *given->text == '\0')
    return _("The wording of the objection is missing");
  if (given->raised_on == NULL)
    return _("The day is missing");
  if (strcmp (given->raised_on, mappe_row_get_text (sitting->meeting, MAPPE_MEETING_HELD_ON)) < 0)
    return _("That day is before the meeting");
  if (edition == NULL || mappe_minutes_stage (sitting) < MAPPE_MINUTES_SENT)
    return _("There is nothing to object to before the minutes are sent");
  return NULL;
}

/* Minutes that were sent have become minutes that are objected to. */
static void
mark_objected (const MappeSitting *sitting, MappeEdit *edit)
{
  const MappeRow *base = mappe_sitting_last_minutes (sitting);
  MappeRow *edition, *meeting;

  if (mappe_minutes_stage (sitting) != MAPPE_MINUTES_SENT)
    return;
  edition = mappe_row_copy (base);
  meeting = mappe_row_copy (sitting->meeting);
  mappe_row_set_canonical (edition, MAPPE_MINUTES_STATE, "objected", NULL);
  mappe_row_set_canonical (meeting, MAPPE_MEETING_MINUTES_STATE, "objected", NULL);
  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) base), edition);
  mappe_edit_update (edit, mappe_row_ref (sitting->meeting), meeting);
}

/**
 * mappe_objection_raise:
 * @given: the objection
 *
 * Records an objection to minutes that were sent. One that comes after the next meeting is recorded all the same, with
 * the remark that it is late.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_objection_raise (const MappeSitting *sitting, const MappeObjectionGiven *given, GError **error)
{
  const char *fault = fault_of (sitting, given);
  MappeRow *row;
  MappeEdit *edit;

  if (fault != NULL)
    {
      g_set_error_literal (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_MISSING, fault);
      return NULL;
    }
  row = mappe_row_new_preset (&mappe_objection_kind);
  mappe_act_set_id (row, MAPPE_OBJECTION_MEETING, sitting->meeting->id);
  mappe_act_set_id (row, MAPPE_OBJECTION_AGENDA_ITEM, given->item);
  mappe_act_set_id (row, MAPPE_OBJECTION_RAISED_BY, given->person);
  mappe_row_set_canonical (row, MAPPE_OBJECTION_RAISED_ON, given->raised_on, NULL);
  mappe_row_set_canonical (row, MAPPE_OBJECTION_TEXT, given->text, NULL);
  mappe_row_set_canonical (row, MAPPE_OBJECTION_OUTCOME, "open", NULL);
  if (mappe_objection_is_late (sitting, given->raised_on))
    mappe_row_set_canonical (row, MAPPE_OBJECTION_NOTE, _("late: after the next meeting"), NULL);
  edit = mappe_edit_new (_("Objection to the minutes"));
  mappe_edit_insert (edit, row);
  mark_objected (sitting, edit);
  return edit;
}

/**
 * mappe_objection_decide:
 * @objection: id of an objection to these minutes
 * @accepted: whether the minutes are corrected
 * @meeting: id of the meeting that decided, or 0 when it is not known
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_objection_decide (const MappeSitting *sitting, gint64 objection, gboolean accepted, gint64 meeting,
                        GError **error)
{
  for (guint i = 0; i < sitting->objections->len; i++)
    {
      const MappeListed *listed = g_ptr_array_index (sitting->objections, i);
      MappeRow *row;
      MappeEdit *edit;

      if (listed->row->id != objection)
        continue;
      row = mappe_row_copy (listed->row);
      mappe_row_set_canonical (row, MAPPE_OBJECTION_OUTCOME, accepted ? "accepted" : "rejected", NULL);
      mappe_act_set_id (row, MAPPE_OBJECTION_DECIDED_IN, meeting);
      edit = mappe_edit_new (accepted ? _("Accept objection") : _("Reject objection"));
      mappe_edit_update (edit, mappe_row_ref (listed->row), row);
      return edit;
    }
  g_set_error_literal (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_MISSING,
                       _("This objection is not there any more"));
  return NULL;
}
