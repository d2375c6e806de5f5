/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-minutes-missing.h"

#include <glib/gi18n-lib.h>

#include "mappe-agenda-item.h"
#include "mappe-agenda-part.h"
#include "mappe-body.h"
#include "mappe-decision.h"
#include "mappe-meeting.h"
#include "mappe-task.h"

/* Which of the elements of minutes are not recorded yet. */

static void
missing_free (MappeMissing *self)
{
  g_free (self->text);
  g_free (self->advice);
  g_clear_pointer (&self->row, mappe_row_unref);
  g_free (self);
}

static void
add (GPtrArray *missing, const char *step, const MappeRow *row, const char *text, const char *advice)
{
  MappeMissing *self = g_new0 (MappeMissing, 1);

  self->text = g_strdup (text);
  self->advice = g_strdup (advice);
  self->step = step;
  self->row = row != NULL ? mappe_row_ref ((MappeRow *) row) : NULL;
  g_ptr_array_add (missing, self);
}

/* --- the meeting --- */

static gboolean
lacks_end (const MappeRow *meeting)
{
  if (!mappe_row_is_null (meeting, MAPPE_MEETING_OPENED_AT))
    return mappe_row_is_null (meeting, MAPPE_MEETING_CLOSED_AT);
  return mappe_row_is_null (meeting, MAPPE_MEETING_CLOSED_AT) && mappe_row_is_null (meeting, MAPPE_MEETING_END_AT);
}

static void
check_meeting (const MappeSitting *sitting, GPtrArray *missing)
{
  const MappeRow *meeting = sitting->meeting;

  if (sitting->chair == NULL)
    add (missing, "plan", NULL, _("The chair is missing"), _("Say who chaired the meeting"));
  if (sitting->minute_taker == NULL)
    add (missing, "plan", NULL, _("The minute-taker is missing"), _("Say who took the minutes"));
  if (mappe_row_is_null (meeting, MAPPE_MEETING_PLACE))
    add (missing, "plan", NULL, _("The place is missing"), _("Say where the meeting was"));
  if (mappe_row_is_null (meeting, MAPPE_MEETING_START_AT) && mappe_row_is_null (meeting, MAPPE_MEETING_OPENED_AT))
    add (missing, "sitting", NULL, _("The begin is missing"), _("Open the sitting"));
  if (lacks_end (meeting))
    add (missing, "sitting", NULL, _("The end is missing"), _("Close the sitting"));
  if (mappe_row_is_null (meeting, MAPPE_MEETING_INVITED_ON))
    add (missing, "invitation", NULL, _("The day of the invitation is missing"),
         _("Without it nobody can say whether the notice period was kept"));
  if (sitting->items->len == 0)
    add (missing, "agenda", NULL, _("There is no agenda"), _("Add its items"));
}

static gboolean
is_recorded (const MappeParticipant *participant)
{
  static const char *const recorded[] = { "present", "excused", "absent", "deputised", "declined", NULL };

  return g_strv_contains (recorded, participant->status);
}

static void
check_attendance (const MappeSitting *sitting, GPtrArray *missing)
{
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < sitting->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (sitting->participants, i);

      n += participant->membership != NULL && !is_recorded (participant) ? 1 : 0;
    }
  if (n == 0)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The attendance of %u member is not recorded",
                                       "The attendance of %u members is not recorded", n), n);
  add (missing, "sitting", NULL, text, _("Say who was present, excused or absent"));
}

/* --- items --- */

static void
check_decision (const MappeSittingItem *item, const MappeSittingDecision *decision, GPtrArray *missing)
{
  const MappeRow *row = decision->row;
  const char *form = mappe_row_get_text (row, MAPPE_DECISION_VOTE_TYPE);
  g_autofree char *text = NULL, *votes = NULL, *number = NULL, *names = NULL;

  /* Translators: the number of an agenda item, in these four */
  text = g_strdup_printf (_("Item %s: a decision has no wording"), item->number);
  votes = g_strdup_printf (_("Item %s: a decision has no result of the vote"), item->number);
  number = g_strdup_printf (_("Item %s: a decision has no number"), item->number);
  names = g_strdup_printf (_("Item %s: a roll call has no names"), item->number);
  if (mappe_row_is_null (row, MAPPE_DECISION_TEXT))
    add (missing, "sitting", row, text, _("Write what was decided"));
  if (mappe_row_is_null (row, MAPPE_DECISION_NUMBER))
    add (missing, "sitting", row, number, _("Decisions are numbered without gaps"));
  if (mappe_row_is_null (row, MAPPE_DECISION_YES) && g_strcmp0 (form, "consensus") != 0)
    add (missing, "sitting", row, votes, _("Enter the votes"));
  if (g_strcmp0 (form, "roll_call") == 0 && decision->roll_call->len == 0)
    add (missing, "sitting", row, names, _("Enter who voted how"));
}

static void
check_tasks (const MappeSittingItem *item, GPtrArray *missing)
{
  for (guint i = 0; i < item->tasks->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (item->tasks, i))->row;
      const char *title = mappe_row_get_text (row, MAPPE_TASK_TITLE);
      /* Translators: the title of a task, in these two */
      g_autofree char *who = g_strdup_printf (_("Nobody is responsible for “%s”"), title);
      g_autofree char *when = g_strdup_printf (_("“%s” has no date"), title);

      if (mappe_row_is_null (row, MAPPE_TASK_RESPONSIBLE_MEMBER) &&
          mappe_row_is_null (row, MAPPE_TASK_RESPONSIBLE_ORGANISATION))
        add (missing, "follow-up", row, who, _("Assign the task"));
      if (mappe_row_is_null (row, MAPPE_TASK_DUE_ON))
        add (missing, "follow-up", row, when, _("Say until when"));
    }
}

static void
check_item (const MappeSitting *sitting, const MappeSittingItem *item, GPtrArray *missing)
{
  const char *kind = mappe_row_get_text (sitting->body, MAPPE_BODY_MINUTES_KIND);
  g_autofree char *result = g_strdup_printf (_("Item %s has no result"), item->number);
  g_autofree char *course = g_strdup_printf (_("Item %s: the course of the discussion is missing"), item->number);
  g_autofree char *title = g_strdup_printf (_("Item %s has no public title"), item->number);

  if (item->decisions->len == 0 && mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_RESULT))
    add (missing, "sitting", item->row, result, _("Decided, noted, deferred or withdrawn?"));
  if (g_strcmp0 (kind, "proceedings") == 0 && mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_DISCUSSION))
    add (missing, "minutes", item->row, course, _("Minutes of proceedings tell what was said"));
  if (!item->public && mappe_agenda_has_public_part (sitting->meeting) &&
      mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_PUBLIC_TITLE))
    add (missing, "agenda", item->row, title, _("The public minutes show a neutral title"));
  for (guint i = 0; i < item->decisions->len; i++)
    check_decision (item, g_ptr_array_index (item->decisions, i), missing);
  check_tasks (item, missing);
}

/**
 * mappe_minutes_missing:
 *
 * Returns: (transfer full) (element-type MappeMissing): what the minutes still lack, in the order of the document; in
 *   the language of the user
 */
GPtrArray *
mappe_minutes_missing (const MappeSitting *sitting)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func ((GDestroyNotify) missing_free);

  check_meeting (sitting, missing);
  check_attendance (sitting, missing);
  for (guint i = 0; i < sitting->items->len; i++)
    check_item (sitting, g_ptr_array_index (sitting->items, i), missing);
  return missing;
}
