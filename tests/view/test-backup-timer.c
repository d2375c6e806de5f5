/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-backup-timer.h"

static void
test_due (void)
{
  const gint64 day = 24 * 3600;
  const gint64 now = 100 * day;

  g_assert_true (mappe_backup_timer_is_due (now, 0, 24, now));
  g_assert_false (mappe_backup_timer_is_due (now, 0, 0, now));
  g_assert_false (mappe_backup_timer_is_due (now, now - day + 1, 24, now));
  g_assert_true (mappe_backup_timer_is_due (now, now - day, 24, now));
  /* Nothing was changed since the last one. */
  g_assert_false (mappe_backup_timer_is_due (now - 5 * day, now - 4 * day, 24, now));
  /* The clock was set back: a copy from the future does not stop the backups. */
  g_assert_true (mappe_backup_timer_is_due (now + 11 * day, now + 10 * day, 24, now));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup-timer/due", test_due);
  return g_test_run ();
}
