/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-notice.h"

#include "mappe-date.h"

/* GemO § 34 (3), MGeschO: neither the day of receipt nor the day of the meeting counts; Saturdays, Sundays and holidays
 * do. Reckoned by calendar days: a change of the clock in between makes no difference. */

/** mappe_notice_clear: Frees what the notice holds. */
void
mappe_notice_clear (MappeNotice *self)
{
  g_clear_pointer (&self->deadline, g_free);
}

/**
 * mappe_notice_deadline:
 * @held_on: (nullable): the day of the meeting, "YYYY-MM-DD"
 * @notice_days: how many full calendar days must lie between receipt and meeting day
 * @deadline: (out) (transfer full): the deadline, "YYYY-MM-DD"; %NULL on failure
 *
 * Finds the last day on which the invitation must be received. With 4 days, a meeting on the 10th needs receipt on the
 * 5th.
 *
 * Returns: %FALSE when @held_on is not a valid day or the deadline would lie before the year 1583
 */
gboolean
mappe_notice_deadline (const char *held_on, guint notice_days, char **deadline)
{
  *deadline = notice_days < G_MAXINT ? mappe_date_add_days (held_on, -(int) notice_days - 1) : NULL;
  return *deadline != NULL;
}

/**
 * mappe_notice_check:
 * @received_on: (nullable): day the invitation is received; an electronic one counts on the day it is sent
 * @held_on: (nullable): day of the meeting
 * @notice_days: full calendar days needed: 4 by law, 1 when urgent, more by the rules of the body
 * @notice: (out): the notice with its arithmetic; to be cleared
 *
 * Returns: %FALSE when one of the days is not valid
 */
gboolean
mappe_notice_check (const char *received_on, const char *held_on, guint notice_days, MappeNotice *notice)
{
  *notice = (MappeNotice) { .required = notice_days };
  if (!mappe_date_is_valid (received_on) || !mappe_notice_deadline (held_on, notice_days, &notice->deadline))
    return FALSE;
  notice->given = mappe_date_days_between (received_on, held_on) - 1;
  notice->kept = notice->given >= (int) notice_days;
  return TRUE;
}
