/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-due.h"

static MappeDueGroup
group_of (const MappeDueItem *self)
{
  switch (self->topic)
    {
    case MAPPE_DUE_TASK:
    case MAPPE_DUE_DECISION:
    case MAPPE_DUE_CALL:
    case MAPPE_DUE_PAPERS:
    case MAPPE_DUE_NOTICE:
    case MAPPE_DUE_USE_REPORT:
    case MAPPE_DUE_REVIEW:
    case MAPPE_DUE_GRANT_REPORT:
    case MAPPE_DUE_APPLICATION:
    case MAPPE_DUE_TRAINING:
      return self->light == MAPPE_DUE_OVERDUE ? MAPPE_DUE_GROUP_OVERDUE
             : self->light == MAPPE_DUE_SOON  ? MAPPE_DUE_GROUP_SOON
                                              : MAPPE_DUE_GROUP_REPORTS;
    case MAPPE_DUE_DEBRIEF:
      return self->light == MAPPE_DUE_OVERDUE ? MAPPE_DUE_GROUP_OVERDUE : MAPPE_DUE_GROUP_SOON;
    case MAPPE_DUE_CONSENT:
    case MAPPE_DUE_CLOSURE:
      return MAPPE_DUE_GROUP_EVENTS;
    case MAPPE_DUE_CONTRIBUTIONS:
    case MAPPE_DUE_PATROLS:
    case MAPPE_DUE_RECORDS:
      return MAPPE_DUE_GROUP_REPORTS;
    case MAPPE_DUE_OPEN:
    case MAPPE_DUE_DEFERRED:
      return MAPPE_DUE_GROUP_OPEN;
    case MAPPE_DUE_MEETING:
      return MAPPE_DUE_GROUP_MEETINGS;
    case MAPPE_DUE_UNCONFIRMED:
    case MAPPE_DUE_MINUTES:
    case MAPPE_DUE_WITH_CHAIR:
    case MAPPE_DUE_APPROVAL:
    case MAPPE_DUE_OBJECTION:
      return MAPPE_DUE_GROUP_MINUTES;
    case MAPPE_DUE_NUMBERS:
      return MAPPE_DUE_GROUP_NUMBERS;
    case MAPPE_DUE_TERM:
    case MAPPE_DUE_MEMBERSHIP:
    case MAPPE_DUE_UNDERTAKING:
    case MAPPE_DUE_VOLUNTEER:
      return MAPPE_DUE_GROUP_TERMS;
    case MAPPE_DUE_STANDING:
    default:
      return MAPPE_DUE_N_GROUPS;
    }
}

static int
compare_days (gconstpointer left, gconstpointer right)
{
  return g_strcmp0 ((*(MappeDueItem *const *) left)->date, (*(MappeDueItem *const *) right)->date);
}

/**
 * mappe_due_group_items:
 * @due: (element-type MappeDueItem): as of mappe_store_due()
 *
 * Returns: (transfer container) (element-type MappeDueItem): those of @due that the group shows, in its order
 */
GPtrArray *
mappe_due_group_items (GPtrArray *due, MappeDueGroup group)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < due->len; i++)
    if (group_of (g_ptr_array_index (due, i)) == group)
      g_ptr_array_add (items, g_ptr_array_index (due, i));
  if (group == MAPPE_DUE_GROUP_OVERDUE || group == MAPPE_DUE_GROUP_SOON || group == MAPPE_DUE_GROUP_REPORTS)
    g_ptr_array_sort (items, compare_days);
  return items;
}

/**
 * mappe_due_item_day:
 * @days_left: (out): days from today to the day, negative when it is past; 0 without a day
 *
 * Returns: (transfer none) (nullable): the day by which something has to happen: for an objection or a deferred item
 *   the next meeting, for numbers the end of the first period without one
 */
const char *
mappe_due_item_day (const MappeDueItem *self, int *days_left)
{
  gboolean by_deadline = self->topic == MAPPE_DUE_OBJECTION || self->topic == MAPPE_DUE_DEFERRED
                         || self->topic == MAPPE_DUE_NUMBERS;

  *days_left = 0;
  if (self->topic == MAPPE_DUE_UNDERTAKING || self->topic == MAPPE_DUE_VOLUNTEER)
    return NULL;
  *days_left = by_deadline ? self->deadline_left : self->days_left;
  return by_deadline ? self->deadline : self->date;
}
