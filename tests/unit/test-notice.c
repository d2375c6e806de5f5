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

typedef struct {
  const char *received_on, *held_on;
  guint days;
  int given;
  gboolean kept;
} Check;

/* GemO § 34 (3): neither the day of receipt nor that of the meeting counts. */
static const Check checks[] = {
  { "2026-12-05", "2026-12-10", 4, 4, TRUE },    /* exactly */
  { "2026-12-06", "2026-12-10", 4, 3, FALSE },   /* one day short */
  { "2026-12-04", "2026-12-10", 4, 5, TRUE },
  { "2026-12-08", "2026-12-10", 1, 1, TRUE },    /* urgent */
  { "2026-12-09", "2026-12-10", 1, 0, FALSE },
  { "2026-12-09", "2026-12-10", 0, 0, TRUE },
  { "2026-12-10", "2026-12-10", 0, -1, FALSE },  /* on the day itself */
  { "2026-12-11", "2026-12-10", 4, -2, FALSE },  /* afterwards */
  { "2026-10-09", "2026-10-27", 14, 17, TRUE },  /* MTG05 */
  { "2026-11-23", "2026-12-08", 14, 14, TRUE },  /* MTG06, on the last day */
  { "2026-11-24", "2026-12-08", 14, 13, FALSE },
  { "2028-02-26", "2028-03-02", 4, 4, TRUE },    /* the leap day counts */
  { "2027-02-26", "2027-03-02", 4, 3, FALSE },
  { "2028-02-29", "2028-03-05", 4, 4, TRUE },    /* received on it */
  { "2028-02-24", "2028-02-29", 4, 4, TRUE },    /* held on it */
  { "2026-03-28", "2026-03-30", 1, 1, TRUE },    /* the day of 23 hours is a full one */
  { "2026-03-29", "2026-03-30", 1, 0, FALSE },
  { "2026-10-24", "2026-10-26", 1, 1, TRUE },    /* the day of 25 hours is one only */
  { "2026-10-25", "2026-10-26", 1, 0, FALSE },
  { "2026-04-02", "2026-04-07", 4, 4, TRUE },    /* Good Friday to Easter Monday: holidays and Sundays count */
  { "2026-12-24", "2026-12-29", 4, 4, TRUE },    /* Christmas and a Sunday */
  { "2026-12-29", "2027-01-03", 4, 4, TRUE },    /* across the year, held on a Sunday */
};

static void
test_check (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_auto (MappeNotice) notice = { 0 };

      g_assert_true (mappe_notice_check (checks[i].received_on, checks[i].held_on, checks[i].days, &notice));
      g_assert_cmpuint (notice.required, ==, checks[i].days);
      g_assert_cmpint (notice.given, ==, checks[i].given);
      g_assert_cmpint (notice.kept, ==, checks[i].kept);
      /* The deadline says the same. */
      g_assert_cmpint (g_strcmp0 (checks[i].received_on, notice.deadline) <= 0, ==, checks[i].kept);
    }
}

static void
test_check_invalid (void)
{
  static const char *const days[][2] = { { NULL, "2026-12-10" }, { "2026-12-01", NULL }, { "", "2026-12-10" },
                                         { "2026-02-29", "2026-12-10" }, { "2026-12-01", "2026-12-32" } };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_auto (MappeNotice) notice = { 0 };

      g_assert_false (mappe_notice_check (days[i][0], days[i][1], 4, &notice));
      g_assert_null (notice.deadline);
      g_assert_false (notice.kept);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice/deadlines", test_deadlines);
  g_test_add_func ("/notice/clock-change", test_clock_change);
  g_test_add_func ("/notice/invalid", test_invalid);
  g_test_add_func ("/notice/check", test_check);
  g_test_add_func ("/notice/check-invalid", test_check_invalid);
  return g_test_run ();
}
