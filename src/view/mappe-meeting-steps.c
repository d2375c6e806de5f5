/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-meeting-steps.h"

#include <glib/gi18n.h>

#include "mappe-agenda-item.h"
#include "mappe-agenda-step.h"
#include "mappe-follow-up-step.h"
#include "mappe-invitation-step.h"
#include "mappe-meeting.h"
#include "mappe-minutes-step.h"
#include "mappe-plan-step.h"
#include "mappe-sitting-step.h"
#include "mappe-task.h"

static gboolean
has_state (const MappeSitting *sitting, const char *state)
{
  return g_strcmp0 (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_STATE), state) == 0;
}

static gboolean
is_planned (gconstpointer data)
{
  const MappeSitting *sitting = data;
  return !mappe_row_is_null (sitting->meeting, MAPPE_MEETING_START_AT) &&
         !mappe_row_is_null (sitting->meeting, MAPPE_MEETING_PLACE);
}

static gboolean
is_invited (gconstpointer data)
{
  const MappeSitting *sitting = data;
  return has_state (sitting, "invited") || has_state (sitting, "held") ||
         !mappe_row_is_null (sitting->meeting, MAPPE_MEETING_INVITED_ON);
}

/* The standing items come by themselves: they alone are no agenda yet. */
static gboolean
has_agenda (gconstpointer data)
{
  const MappeSitting *sitting = data;
  for (guint i = 0; i < sitting->items->len; i++)
    if (mappe_row_is_null (((MappeSittingItem *) g_ptr_array_index (sitting->items, i))->row,
                           MAPPE_AGENDA_ITEM_STANDING))
      return TRUE;
  return sitting->items->len > 0 && is_invited (sitting);
}

static gboolean
is_held (gconstpointer data)
{
  const MappeSitting *sitting = data;
  return has_state (sitting, "held");
}

static gboolean
is_recorded (gconstpointer sitting)
{
  return mappe_sitting_has_approved_minutes (sitting);
}

static gboolean
is_followed_up (gconstpointer data)
{
  const MappeSitting *sitting = data;
  if (!is_held (sitting))
    return FALSE;
  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      for (guint t = 0; t < item->tasks->len; t++)
        {
          const MappeListed *task = g_ptr_array_index (item->tasks, t);
          const char *status = mappe_row_get_text (task->row, MAPPE_TASK_STATUS);

          if (g_strcmp0 (status, "done") != 0 && g_strcmp0 (status, "dropped") != 0)
            return FALSE;
        }
    }
  return TRUE;
}

const MappeStepSpec mappe_meeting_steps[MAPPE_MEETING_N_STEPS] = {
  { "plan", N_("Plan"), mappe_plan_step_get_type, is_planned },
  { "agenda", N_("Agenda"), mappe_agenda_step_get_type, has_agenda },
  { "invitation", N_("Invitation"), mappe_invitation_step_get_type, is_invited },
  { "sitting", N_("Sitting"), mappe_sitting_step_get_type, is_held },
  { "minutes", N_("Minutes"), mappe_minutes_step_get_type, is_recorded },
  { "follow-up", N_("Follow-up"), mappe_follow_up_step_get_type, is_followed_up },
};

/**
 * mappe_meeting_steps_now:
 *
 * Returns: number of the step that the meeting has come to: the first that is not done
 */
guint
mappe_meeting_steps_now (const MappeSitting *sitting)
{
  for (guint i = 0; i < MAPPE_MEETING_N_STEPS; i++)
    if (!mappe_meeting_steps[i].is_done (sitting))
      return i;
  return MAPPE_MEETING_N_STEPS - 1;
}
