/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-date.h"
#include "mappe-notice.h"

typedef struct {
  const char *held_on;
  guint days;
  const char *deadline;
} Case;

static void
test_deadlines (void)
{
  static const Case cases[] = {
    { "2026-12-10", 4, "2026-12-05" },  /* the 6th, 7th, 8th and 9th lie between */
    { "2026-12-10", 1, "2026-12-08" },  /* urgent */
    { "2026-12-10", 0, "2026-12-09" },
    { "2026-12-10", 14, "2026-11-25" },
    { "2027-01-03", 7, "2026-12-26" },  /* across the year, on a holiday */
    { "2028-03-02", 4, "2028-02-26" },  /* leap year */
    { "2027-03-02", 4, "2027-02-25" },
    { "2028-02-29", 14, "2028-02-14" },
    { "2100-03-02", 4, "2100-02-25" },  /* no leap year */
    { "2000-03-02", 4, "2000-02-26" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *deadline = NULL;

      g_assert_true (mappe_notice_deadline (cases[i].held_on, cases[i].days, &deadline));
      g_assert_cmpstr (deadline, ==, cases[i].deadline);
      g_assert_cmpint (mappe_date_days_between (deadline, cases[i].held_on) - 1, ==, (int) cases[i].days);
    }
}

/* In Germany the clocks change on 2026-03-29 and 2026-10-25; a count of hours would lose or win a day there. */
static void
test_clock_change (void)
{
  static const char *const zones[] = { "Europe/Berlin", "Pacific/Apia", "UTC" };
  g_autofree char *before = g_strdup (g_getenv ("TZ"));

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *spring = NULL;
      g_autofree char *autumn = NULL;

      g_setenv ("TZ", zones[i], TRUE);
      g_assert_true (mappe_notice_deadline ("2026-03-31", 4, &spring));
      g_assert_cmpstr (spring, ==, "2026-03-26");
      g_assert_true (mappe_notice_deadline ("2026-10-27", 4, &autumn));
      g_assert_cmpstr (autumn, ==, "2026-10-22");
    }
  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
}

static void
test_invalid (void)
{
  static const char *const days[] = { "", "2026-02-30", "10.12.2026", "1583-01-01" };
  char *deadline = (char *) "untouched";

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_assert_false (mappe_notice_deadline (days[i], 4, &deadline));
      g_assert_null (deadline);
    }
  g_assert_false (mappe_notice_deadline (NULL, 4, &deadline));
  g_assert_false (mappe_notice_deadline ("2026-12-10", G_MAXUINT, &deadline));
  g_assert_false (mappe_notice_deadline ("2026-12-10", G_MAXINT, &deadline));
  g_assert_false (mappe_notice_deadline ("2026-12-10", G_MAXINT - 1, &deadline));
  g_assert_null (deadline);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice/deadlines", test_deadlines);
  g_test_add_func ("/notice/clock-change", test_clock_change);
  g_test_add_func ("/notice/invalid", test_invalid);
  return g_test_run ();
}
