/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-meeting-dates.h"

typedef struct {
  const char *held_on;
  guint days;
  const char *due;
} Due;

/* "Within a month": the same day of the next month, or its last. */
static void
test_minutes_due (void)
{
  static const Due cases[] = {
    { "2026-10-27", 30, "2026-11-27" },
    { "2026-10-27", 31, "2026-11-27" },
    { "2026-01-31", 30, "2026-02-28" },
    { "2028-01-31", 30, "2028-02-29" },
    { "2028-01-30", 31, "2028-02-29" },
    { "2027-01-29", 31, "2027-02-28" },
    { "2100-01-31", 30, "2100-02-28" },
    { "2026-02-28", 30, "2026-03-28" },
    { "2026-03-31", 30, "2026-04-30" },
    { "2026-12-31", 30, "2027-01-31" },
    { "2026-12-08", 31, "2027-01-08" },
    /* other periods are days */
    { "2026-10-27", 29, "2026-11-25" },
    { "2026-10-27", 32, "2026-11-28" },
    { "2026-10-27", 0, "2026-10-27" },
    { "2026-01-31", 14, "2026-02-14" },
    { "2028-02-28", 1, "2028-02-29" },
    { "9999-11-30", 30, "9999-12-30" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *due = mappe_minutes_due_on (cases[i].held_on, cases[i].days);

      g_assert_cmpstr (due, ==, cases[i].due);
    }
}

static void
test_minutes_due_never (void)
{
  g_assert_null (mappe_minutes_due_on (NULL, 30));
  g_assert_null (mappe_minutes_due_on ("", 30));
  g_assert_null (mappe_minutes_due_on ("2026-02-29", 30));
  g_assert_null (mappe_minutes_due_on ("9999-12-01", 30));
  g_assert_null (mappe_minutes_due_on ("9999-12-31", 1));
  g_assert_null (mappe_minutes_due_on ("2026-10-27", G_MAXUINT));
}

static void
test_objections (void)
{
  g_assert_true (mappe_objection_in_time ("2026-12-07", "2026-12-08"));
  g_assert_true (mappe_objection_in_time ("2026-12-08", "2026-12-08"));  /* in that meeting */
  g_assert_false (mappe_objection_in_time ("2026-12-09", "2026-12-08"));
  g_assert_false (mappe_objection_in_time ("2027-01-01", "2026-12-31"));
  g_assert_true (mappe_objection_in_time ("2027-06-30", NULL));
  g_assert_true (mappe_objection_in_time ("2027-06-30", ""));
  g_assert_false (mappe_objection_in_time ("", "2026-12-08"));
  g_assert_false (mappe_objection_in_time ("2026-02-29", "2026-12-08"));
  g_assert_false (mappe_objection_in_time (NULL, NULL));
}

static void
test_calendar (void)
{
  static const MappeMeetingRules plenary = { .call_days = 28, .papers_days = 21, .notice_days = 14,
                                            .minutes_days = 30 };
  g_auto (MappeMeetingDates) dates = { 0 };

  g_assert_true (mappe_meeting_dates_find ("2026-12-08", &plenary, &dates));
  g_assert_cmpstr (dates.call_closes_on, ==, "2026-11-10");
  g_assert_cmpstr (dates.papers_due_on, ==, "2026-11-17");
  g_assert_cmpstr (dates.invite_by, ==, "2026-11-23");  /* the 14 days from the 24th to the 7th lie between */
  g_assert_cmpstr (dates.notice_by, ==, "2026-11-23");
  g_assert_cmpstr (dates.minutes_due_on, ==, "2027-01-08");
}

static void
test_calendar_of_leap_year (void)
{
  static const MappeMeetingRules group = { .call_days = 14, .papers_days = 1, .notice_days = 7, .minutes_days = 14 };
  g_auto (MappeMeetingDates) dates = { 0 };

  g_assert_true (mappe_meeting_dates_find ("2028-03-01", &group, &dates));
  g_assert_cmpstr (dates.call_closes_on, ==, "2028-02-16");
  g_assert_cmpstr (dates.papers_due_on, ==, "2028-02-29");
  g_assert_cmpstr (dates.invite_by, ==, "2028-02-22");
  g_assert_cmpstr (dates.minutes_due_on, ==, "2028-03-15");
}

static void
test_calendar_of_no_day (void)
{
  static const char *const days[] = { "", "2026-02-29", "08.12.2026", "1583-01-05" };
  static const MappeMeetingRules rules = { 28, 21, 14, 30 };
  g_auto (MappeMeetingDates) dates = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_assert_false (mappe_meeting_dates_find (days[i], &rules, &dates));
      g_assert_null (dates.call_closes_on);
      g_assert_null (dates.invite_by);
      g_assert_null (dates.minutes_due_on);
    }
  g_assert_false (mappe_meeting_dates_find (NULL, &rules, &dates));
}

/* A day that lies before all days is left out; the others are there. */
static void
test_calendar_at_the_end_of_days (void)
{
  static const MappeMeetingRules rules = { 28, G_MAXUINT, 4, 30 };
  g_auto (MappeMeetingDates) dates = { 0 };

  g_assert_true (mappe_meeting_dates_find ("1583-01-10", &rules, &dates));
  g_assert_null (dates.call_closes_on);
  g_assert_null (dates.papers_due_on);
  g_assert_cmpstr (dates.invite_by, ==, "1583-01-05");
  g_assert_cmpstr (dates.minutes_due_on, ==, "1583-02-10");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meeting-dates/minutes-due", test_minutes_due);
  g_test_add_func ("/meeting-dates/minutes-due-never", test_minutes_due_never);
  g_test_add_func ("/meeting-dates/objections", test_objections);
  g_test_add_func ("/meeting-dates/calendar", test_calendar);
  g_test_add_func ("/meeting-dates/calendar-of-leap-year", test_calendar_of_leap_year);
  g_test_add_func ("/meeting-dates/calendar-of-no-day", test_calendar_of_no_day);
  g_test_add_func ("/meeting-dates/calendar-at-the-end-of-days", test_calendar_at_the_end_of_days);
  return g_test_run ();
}
