/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-date.h"
#include "mappe-notice.h"

/**
 * mappe_notice_deadline:
 * @held_on: (nullable): the day of the meeting, "YYYY-MM-DD"
 * @notice_days: how many full calendar days must lie between receipt and meeting day
 * @deadline: (out) (transfer full): the deadline, "YYYY-MM-DD"; %NULL on failure
 *
 * Finds the last day on which the invitation must be received. Neither the day of receipt nor the day of the
 * meeting counts; Saturdays, Sundays and holidays do (GemO of Rhineland-Palatinate § 34, and its model rules
 * of procedure). With 4 days, a meeting on the 10th needs receipt on the 5th.
 *
 * The calculation is by calendar days: a change of the clock in between makes no difference.
 *
 * Returns: %FALSE when @held_on is not a valid day or the deadline would lie before the year 1583
 */
gboolean
mappe_notice_deadline (const char *held_on, guint notice_days, char **deadline)
{
  *deadline = notice_days < G_MAXINT ? mappe_date_add_days (held_on, -(int) notice_days - 1) : NULL;
  return *deadline != NULL;
}
