/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What falls on the days of a time: the demo council's autumn of 2026. */
#include "mappe-calendar.h"
#include "mappe-meeting.h"
#include "mappe-plan-acts.h"
#include "mappe-test-demo.h"

typedef MappeTestStore Fixture;

static MappeCalendar *
load (Fixture *self, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  MappeCalendar *calendar = mappe_calendar_load (self->store, from, to, &error);

  g_assert_no_error (error);
  return calendar;
}

static void
set_meeting (Fixture *self, const char *reference, const char *field, const char *value)
{
  gint64 id = mappe_store_find (self->store, &mappe_meeting_kind, reference, NULL);

  mappe_test_set (self->store, &mappe_meeting_kind, id, field, value);
}

/* A line an entry of the topic: "2026-12-08 16:00 MTG06". Those that are finished or cancelled say so. */
static char *
describe (Fixture *self, const MappeCalendar *calendar, MappeCalendarTopic topic)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < calendar->entries->len; i++)
    {
      const MappeCalendarEntry *entry = g_ptr_array_index (calendar->entries, i);
      g_autoptr (MappeRow) row = mappe_store_load (self->store, entry->kind, entry->id, NULL);

      if (entry->topic == topic)
        g_string_append_printf (text, "%s%s%s %s%s%s\n", entry->date, entry->time != NULL ? " " : "",
                                entry->time != NULL ? entry->time : "",
                                mappe_row_get_text (row, MAPPE_FIELD_REFERENCE), entry->finished ? " finished" : "",
                                entry->cancelled ? " cancelled" : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_topic (Fixture *self, const MappeCalendar *calendar, MappeCalendarTopic topic, const char *expected)
{
  g_autofree char *text = describe (self, calendar, topic);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_meetings (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeCalendar) calendar = load (self, "2026-10-01", "2026-12-31");

  assert_topic (self, calendar, MAPPE_CALENDAR_MEETING, "2026-10-27 15:30 MTG05 finished\n2026-12-08 16:00 MTG06\n");
  assert_topic (self, calendar, MAPPE_CALENDAR_CALL, "2026-11-10 MTG06 finished\n");
  assert_topic (self, calendar, MAPPE_CALENDAR_PAPERS, "2026-10-06 MTG05 finished\n2026-11-17 MTG06 finished\n");
  assert_topic (self, calendar, MAPPE_CALENDAR_INVITATION, "2026-10-12 MTG05 finished\n2026-11-23 MTG06 finished\n");
  assert_topic (self, calendar, MAPPE_CALENDAR_MINUTES, "2026-11-27 MTG05 finished\n");
  g_assert_cmpstr (calendar->state, ==, "Rhineland-Palatinate");
}

static void
test_tasks (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeCalendar) calendar = load (self, "2026-10-01", "2026-12-31");

  assert_topic (self, calendar, MAPPE_CALENDAR_TASK,
                "2026-10-13 T-09 finished\n2026-10-15 T-08\n2026-11-20 T-17 finished\n2026-12-01 T-16\n"
                "2026-12-31 T-18\n");
  assert_topic (self, calendar, MAPPE_CALENDAR_DECISION, "2026-10-15 D-09\n2026-10-27 D-12 finished\n");
}

/* The deadline of the programme that has one comes every year; reports of two grants; trainings of three people. */
static void
test_field_work (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeCalendar) calendar = load (self, "2026-01-01", "2028-12-31");

  assert_topic (self, calendar, MAPPE_CALENDAR_APPLICATIONS, "2027-09-30 FP-03\n2028-09-30 FP-03\n");
  assert_topic (self, calendar, MAPPE_CALENDAR_GRANT_REPORT, "2026-06-30 FA-03 finished\n2027-03-31 FA-01\n");
  assert_topic (self, calendar, MAPPE_CALENDAR_TRAINING, "2026-10-10 VO-003\n2026-10-14 VO-001\n2027-03-17 VO-002\n");
}

/* By day; each has a title, and each meeting entry the name of its body. */
static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeCalendar) calendar = load (self, "2025-01-01", "2027-12-31");
  const MappeCalendarEntry *last = NULL;

  g_assert_cmpuint (calendar->entries->len, >, 40);
  for (guint i = 0; i < calendar->entries->len; i++)
    {
      const MappeCalendarEntry *entry = g_ptr_array_index (calendar->entries, i);

      g_assert_cmpstr (entry->date, >=, "2025-01-01");
      g_assert_cmpstr (entry->date, <=, "2027-12-31");
      if (last != NULL)
        g_assert_true (g_strcmp0 (last->date, entry->date) < 0
                       || (g_str_equal (last->date, entry->date) && last->topic <= entry->topic));
      g_assert_true (entry->title != NULL && *entry->title != '\0');
      g_assert_true ((entry->kind == &mappe_meeting_kind) == (entry->body != NULL));
      last = entry;
    }
}

/* The first and the last day belong to the time. */
static void
test_borders (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeCalendar) day = load (self, "2026-12-08", "2026-12-08");
  g_autoptr (MappeCalendar) before = load (self, "2026-12-02", "2026-12-07");
  g_autoptr (MappeCalendar) after = load (self, "2026-12-09", "2026-12-30");

  assert_topic (self, day, MAPPE_CALENDAR_MEETING, "2026-12-08 16:00 MTG06\n");
  assert_topic (self, before, MAPPE_CALENDAR_MEETING, "");
  assert_topic (self, after, MAPPE_CALENDAR_MEETING, "");
}

/* An urgent meeting has the period of an urgent one; a day that was set goes before the one reckoned. */
static void
test_urgent (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeCalendar) calendar = NULL;
  gint64 body = mappe_store_find (self->store, mappe_kind_lookup ("body", NULL), "B01", NULL);

  mappe_test_set (self->store, mappe_kind_lookup ("body", NULL), body, "urgent_notice_days", "3");
  set_meeting (self, "MTG06", "urgent", "1");
  set_meeting (self, "MTG06", "call_closes_on", "2026-12-01");
  set_meeting (self, "MTG06", "invited_on", NULL);
  set_meeting (self, "MTG06", "state", "planned");
  calendar = load (self, "2026-11-01", "2026-12-31");
  assert_topic (self, calendar, MAPPE_CALENDAR_INVITATION, "2026-12-04 MTG06\n");
  assert_topic (self, calendar, MAPPE_CALENDAR_CALL, "2026-12-01 MTG06\n");
}

/* A cancelled meeting is still shown, without anything to be done for it. */
static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (self->store, "MTG06");
  g_autoptr (MappeCalendar) calendar = NULL;

  sitting = mappe_test_act (self->store, sitting, mappe_plan_cancel (sitting, "The hall is closed", NULL), NULL);
  calendar = load (self, "2026-11-01", "2026-12-31");
  assert_topic (self, calendar, MAPPE_CALENDAR_MEETING, "2026-12-08 16:00 MTG06 cancelled\n");
  assert_topic (self, calendar, MAPPE_CALENDAR_INVITATION, "");
  assert_topic (self, calendar, MAPPE_CALENDAR_CALL, "");
}

static void
test_minutes (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeCalendar) calendar = NULL;

  set_meeting (self, "MTG05", "minutes_sent_on", NULL);
  calendar = load (self, "2026-11-01", "2026-12-31");
  assert_topic (self, calendar, MAPPE_CALENDAR_MINUTES, "2026-11-27 MTG05\n");
}

/* All days of an event, and the deadline of its debrief. */
static void
test_events (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeCalendar) summer = load (self, "2026-07-01", "2026-08-02");
  g_autoptr (MappeCalendar) days = load (self, "2026-11-22", "2026-11-24");
  g_autoptr (MappeCalendar) winter = load (self, "2026-11-01", "2027-01-31");

  assert_topic (self, summer, MAPPE_CALENDAR_EVENT,
                "2026-07-18 EV-04 finished\n2026-07-19 EV-04 finished\n2026-07-31 EV-03 finished\n"
                "2026-08-01 EV-03 finished\n2026-08-02 EV-03 finished\n");
  assert_topic (self, days, MAPPE_CALENDAR_EVENT, "2026-11-22 EV-07 finished\n2026-11-23 EV-07\n2026-11-24 EV-07\n");
  assert_topic (self, winter, MAPPE_CALENDAR_DEBRIEF, "2026-11-01 EV-06\n2027-01-19 EV-07\n");
}

#define ADD(path, function)                                                                                           \
  g_test_add ("/calendar/" path, Fixture, "en", mappe_test_demo_set_up, function, mappe_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("MAPPE_TODAY", "2026-11-23", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("meetings", test_meetings);
  ADD ("tasks", test_tasks);
  ADD ("field-work", test_field_work);
  ADD ("order", test_order);
  ADD ("borders", test_borders);
  ADD ("urgent", test_urgent);
  ADD ("cancelled", test_cancelled);
  ADD ("minutes", test_minutes);
  ADD ("events", test_events);
  return g_test_run ();
}
