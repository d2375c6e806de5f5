/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agenda-item.h"
#include "mappe-agreement.h"
#include "mappe-area.h"
#include "mappe-body.h"
#include "mappe-citizen-input.h"
#include "mappe-decision.h"
#include "mappe-due-private.h"
#include "mappe-finance-line.h"
#include "mappe-funding-application.h"
#include "mappe-funding-programme.h"
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-meeting.h"
#include "mappe-membership.h"
#include "mappe-minutes.h"
#include "mappe-objection.h"
#include "mappe-organisation.h"
#include "mappe-patrol.h"
#include "mappe-person.h"
#include "mappe-project.h"
#include "mappe-sample.h"
#include "mappe-task.h"
#include "mappe-test-store.h"
#include "mappe-volunteer-programme.h"
#include "mappe-volunteer.h"

#define TODAY "2026-11-23"

typedef MappeTestStore Fixture;

static gint64
insert (Fixture *fixture, MappeRow *row)
{
  return mappe_test_insert (fixture->store, row);
}

#define ADD(fixture, kind, ...) insert (fixture, mappe_test_row (&mappe_##kind##_kind, __VA_ARGS__, NULL))
#define ID(id) (g_strdup_printf ("%" G_GINT64_FORMAT, (id)))

/* What is due under a topic, as "reference days light" joined by commas. */
static char *
listed (Fixture *fixture, MappeDueTopic topic)
{
  static const char lights[] = "asou";  /* ahead soon overdue undated */
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = mappe_store_due (fixture->store, TODAY, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < due->len; i++)
    {
      const MappeDueItem *item = g_ptr_array_index (due, i);

      if (item->topic == topic)
        g_string_append_printf (text, "%s%s %d %c", text->len > 0 ? ", " : "", item->reference, item->days_left,
                                lights[item->light]);
    }
  return g_string_free (text, FALSE);
}

static void
expect (Fixture *fixture, MappeDueTopic topic, const char *expected)
{
  g_autofree char *found = listed (fixture, topic);

  g_assert_cmpstr (found, ==, expected);
}

/* The entry of a topic, which must be the only one. */
static MappeDueItem *
only (Fixture *fixture, MappeDueTopic topic, GPtrArray **due)
{
  MappeDueItem *found = NULL;

  *due = mappe_store_due (fixture->store, TODAY, NULL);
  for (guint i = 0; i < (*due)->len; i++)
    {
      MappeDueItem *item = g_ptr_array_index (*due, i);

      if (item->topic != topic)
        continue;
      g_assert_null (found);
      found = item;
    }
  g_assert_nonnull (found);
  return found;
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) due = mappe_store_due (fixture->store, TODAY, NULL);
  g_autofree MappeDueCounts *counts = mappe_store_due_counts (fixture->store, TODAY, NULL);

  g_assert_cmpuint (due->len, ==, 0);
  g_assert_cmpuint (counts->overview, ==, 0);
}

static void
test_tasks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *person = ID (ADD (fixture, person, "first_name", "Ruth", "last_name", "Amsel"));
  g_autofree char *office = ID (ADD (fixture, organisation, "name", "Order office"));
  g_autoptr (GPtrArray) due = NULL;

  ADD (fixture, task, "reference", "T-A", "title", "late", "due_on", "2026-11-22", "responsible_member", person,
       "responsible_organisation", office);
  ADD (fixture, task, "reference", "T-B", "title", "today", "due_on", "2026-11-23");
  ADD (fixture, task, "reference", "T-C", "title", "last day", "due_on", "2026-12-07", "status", "in_progress");
  ADD (fixture, task, "reference", "T-D", "title", "later", "due_on", "2026-12-08");
  ADD (fixture, task, "reference", "T-E", "title", "done", "due_on", "2026-11-01", "status", "done", "done_on",
       "2026-11-01");
  ADD (fixture, task, "reference", "T-F", "title", "dropped", "due_on", "2026-11-01", "status", "dropped");
  ADD (fixture, task, "reference", "T-G", "title", "undated");
  expect (fixture, MAPPE_DUE_TASK, "T-A -1 o, T-B 0 s, T-C 14 s");

  due = mappe_store_due (fixture->store, TODAY, NULL);
  const MappeDueItem *first = g_ptr_array_index (due, 0);
  g_assert_cmpstr (first->who, ==, "Ruth Amsel");
  g_assert_cmpstr (first->where, ==, "Order office");
  g_assert_cmpstr (first->title, ==, "late");
  g_autofree MappeDueCounts *counts = mappe_store_due_counts (fixture->store, TODAY, NULL);
  g_assert_cmpuint (counts->overview, ==, 2);
  g_assert_cmpuint (mappe_due_counts_of_page (counts, "decisions"), ==, 1);
  g_assert_cmpuint (mappe_due_counts_of_page (counts, "areas"), ==, 0);
}

static char *
add_item (Fixture *fixture, const char *body, const char *held_on, const char *state)
{
  g_autofree char *meeting = ID (ADD (fixture, meeting, "title", held_on, "body", body, "held_on", held_on, "state",
                                      state, "minutes_state", "approved"));

  return ID (ADD (fixture, agenda_item, "meeting", meeting, "number", "1", "title", "Item"));
}

static void
test_decisions (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = ID (ADD (fixture, body, "name", "Plenary"));
  g_autofree char *item = add_item (fixture, body, "2026-10-01", "held");
  g_autofree char *followed = ID (ADD (fixture, decision, "reference", "D-A", "agenda_item", item, "text", "a",
                                       "due_on", "2026-11-01"));
  gint64 task = ADD (fixture, task, "title", "t", "decision", followed, "due_on", "2027-01-01");

  ADD (fixture, decision, "reference", "D-B", "agenda_item", item, "text", "b", "due_on", "2026-11-30", "number", "7");
  ADD (fixture, decision, "reference", "D-C", "agenda_item", item, "text", "c", "due_on", "2026-11-30", "status",
       "done");
  expect (fixture, MAPPE_DUE_DECISION, "D-B 7 s");
  mappe_test_set (fixture->store, &mappe_task_kind, task, "status", "dropped");
  expect (fixture, MAPPE_DUE_DECISION, "D-A -22 o, D-B 7 s");
}

static void
test_open_since (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = ID (ADD (fixture, body, "name", "Plenary"));
  g_autofree char *other = ID (ADD (fixture, body, "name", "Group"));
  g_autofree char *zoo = ID (ADD (fixture, organisation, "name", "Zoo"));
  g_autofree char *aid = ID (ADD (fixture, organisation, "name", "Aid"));
  g_autofree char *old = add_item (fixture, body, "2026-05-01", "held");
  g_autofree char *last = add_item (fixture, body, "2026-10-01", "held");
  g_autofree char *next = add_item (fixture, body, "2026-12-08", "invited");
  g_autofree char *group = add_item (fixture, other, "2025-01-01", "held");
  g_autofree char *decision = ID (ADD (fixture, decision, "agenda_item", last, "text", "x"));

  ADD (fixture, task, "reference", "T-A", "title", "old", "agenda_item", old);
  ADD (fixture, task, "reference", "T-B", "title", "last", "agenda_item", last, "responsible_organisation", zoo,
       "due_on", "2027-03-03");
  ADD (fixture, task, "reference", "T-C", "title", "by decision", "decision", decision, "responsible_organisation",
       aid);
  ADD (fixture, task, "reference", "T-D", "title", "both", "decision", decision, "agenda_item", last,
       "responsible_organisation", zoo, "due_on", "2027-02-02");
  ADD (fixture, task, "reference", "T-E", "title", "done", "agenda_item", last, "status", "dropped");
  ADD (fixture, task, "reference", "T-F", "title", "next", "agenda_item", next);
  ADD (fixture, task, "reference", "T-G", "title", "group", "agenda_item", group);
  expect (fixture, MAPPE_DUE_OPEN, "T-C 0 u, T-D 71 a, T-B 100 a, T-G 0 u");
}

static void
test_meetings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) due = NULL;
  g_autofree char *body = ID (ADD (fixture, body, "name", "Plenary", "notice_days", "14"));
  gint64 meeting = ADD (fixture, meeting, "reference", "M-A", "title", "Autumn", "body", body, "held_on", "2026-12-08",
                        "public_part", "1");
  const MappeDueItem *item = only (fixture, MAPPE_DUE_MEETING, &due);

  /* 14 full days lie between the 23rd of November and the 8th of December. */
  g_assert_cmpstr (item->deadline, ==, "2026-11-23");
  g_assert_cmpint (item->deadline_left, ==, 0);
  g_assert_cmpint (item->of, ==, 14);
  g_assert_cmpint (item->papers, ==, 0);
  g_assert_cmpint (item->light, ==, MAPPE_DUE_SOON);
  g_assert_cmpuint (item->lacks, ==, MAPPE_DUE_LACKS_AGENDA | MAPPE_DUE_LACKS_INVITATION | MAPPE_DUE_LACKS_NOTICE
                                     | MAPPE_DUE_LACKS_PLACE);
  g_autofree MappeDueCounts *counts = mappe_store_due_counts (fixture->store, TODAY, NULL);
  /* The invitation and the public notice. */
  g_assert_cmpuint (counts->meetings, ==, 2);
  g_assert_cmpuint (counts->overview, ==, 2);

  mappe_test_set (fixture->store, &mappe_meeting_kind, meeting, "held_on", "2026-12-07");
  g_clear_pointer (&due, g_ptr_array_unref);
  item = only (fixture, MAPPE_DUE_MEETING, &due);
  g_assert_cmpint (item->light, ==, MAPPE_DUE_OVERDUE);
  mappe_test_set (fixture->store, &mappe_meeting_kind, meeting, "invited_on", "2026-11-23");
  mappe_test_set (fixture->store, &mappe_meeting_kind, meeting, "state", "invited");
  g_clear_pointer (&due, g_ptr_array_unref);
  item = only (fixture, MAPPE_DUE_MEETING, &due);
  g_assert_cmpuint (item->lacks, ==, MAPPE_DUE_LACKS_AGENDA | MAPPE_DUE_LACKS_NOTICE | MAPPE_DUE_LACKS_PLACE
                                     | MAPPE_DUE_LACKS_LATE);
}

static void
test_minutes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) due = NULL;
  g_autofree char *body = ID (ADD (fixture, body, "name", "Plenary"));
  g_autofree char *person = ID (ADD (fixture, person, "last_name", "Amsel"));
  gint64 late = ADD (fixture, meeting, "reference", "M-A", "title", "a", "body", body, "held_on", "2026-10-22",
                     "state", "held");
  g_autofree char *late_id = ID (late);

  ADD (fixture, meeting, "reference", "M-B", "title", "b", "body", body, "held_on", "2026-10-23", "state", "held",
       "minutes_state", "in_review");
  ADD (fixture, meeting, "reference", "M-C", "title", "c", "body", body, "held_on", "2026-11-22");
  ADD (fixture, meeting, "reference", "M-D", "title", "d", "body", body, "held_on", "2026-10-01", "state", "cancelled");
  ADD (fixture, meeting, "reference", "M-E", "title", "e", "body", body, "held_on", "2026-12-01");
  expect (fixture, MAPPE_DUE_MINUTES, "M-A -1 o, M-B 0 s");
  expect (fixture, MAPPE_DUE_UNCONFIRMED, "M-C -1 o");
  expect (fixture, MAPPE_DUE_MEETING, "M-E 8 o");

  ADD (fixture, objection, "reference", "O-A", "meeting", late_id, "raised_by", person, "raised_on", "2026-11-20",
       "text", "Wrong time");
  ADD (fixture, objection, "reference", "O-B", "meeting", late_id, "raised_by", person, "text", "x", "outcome",
       "accepted");
  expect (fixture, MAPPE_DUE_OBJECTION, "O-A -3 s");
  const MappeDueItem *objection = only (fixture, MAPPE_DUE_OBJECTION, &due);
  g_assert_cmpstr (objection->deadline, ==, "2026-12-01");
  g_assert_cmpstr (objection->who, ==, "Amsel");

  mappe_test_set (fixture->store, &mappe_meeting_kind, late, "minutes_sent_on", "2026-11-23");
  expect (fixture, MAPPE_DUE_MINUTES, "M-B 0 s");
  const MappeDueItem *next = NULL;
  for (guint i = 0; i < due->len; i++)
    if (((MappeDueItem *) g_ptr_array_index (due, i))->topic == MAPPE_DUE_MEETING)
      next = g_ptr_array_index (due, i);
  g_assert_true (next->lacks & MAPPE_DUE_LACKS_APPROVAL);
}

/* What leads up to a meeting: 28 and 21 days before it where the body says nothing else. */
static void
test_before_meeting (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = ID (ADD (fixture, body, "name", "Plenary", "call_days", "28", "papers_days", "21"));
  gint64 meeting = ADD (fixture, meeting, "reference", "M-A", "title", "Winter", "body", body, "held_on", "2026-12-21",
                        "public_part", "1");

  expect (fixture, MAPPE_DUE_CALL, "M-A 0 s");
  expect (fixture, MAPPE_DUE_PAPERS, "M-A 7 s");
  expect (fixture, MAPPE_DUE_NOTICE, "M-A 13 s");
  mappe_test_set (fixture->store, &mappe_meeting_kind, meeting, "call_closes_on", "2026-12-07");
  expect (fixture, MAPPE_DUE_CALL, "M-A 14 s");
  mappe_test_set (fixture->store, &mappe_meeting_kind, meeting, "call_closes_on", "2026-12-08");
  expect (fixture, MAPPE_DUE_CALL, "");
  mappe_test_set (fixture->store, &mappe_meeting_kind, meeting, "call_closes_on", "2026-11-22");
  expect (fixture, MAPPE_DUE_CALL, "");
  mappe_test_set (fixture->store, &mappe_meeting_kind, meeting, "invited_on", "2026-11-23");
  expect (fixture, MAPPE_DUE_PAPERS, "");
  mappe_test_set (fixture->store, &mappe_meeting_kind, meeting, "held_on", "2026-12-07");
  expect (fixture, MAPPE_DUE_NOTICE, "M-A -1 o");
  mappe_test_set (fixture->store, &mappe_meeting_kind, meeting, "urgent", "1");
  expect (fixture, MAPPE_DUE_NOTICE, "M-A 12 s");
  mappe_test_set (fixture->store, &mappe_meeting_kind, meeting, "published_on", "2026-11-23");
  expect (fixture, MAPPE_DUE_NOTICE, "");
  g_autofree MappeDueCounts *counts = mappe_store_due_counts (fixture->store, TODAY, NULL);
  g_assert_cmpuint (counts->overview, ==, 0);
}

static void
test_after_meeting (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = ID (ADD (fixture, body, "name", "Plenary"));
  g_autofree char *first = ID (ADD (fixture, meeting, "reference", "M-A", "title", "a", "body", body, "held_on",
                                    "2026-09-01", "state", "held", "minutes_sent_on", "2026-09-20", "minutes_state",
                                    "sent"));
  gint64 minutes = ADD (fixture, minutes, "meeting", first, "state", "in_review", "with_chair_on", "2026-11-16");

  /* A week is over only tomorrow. */
  expect (fixture, MAPPE_DUE_WITH_CHAIR, "");
  mappe_test_set (fixture->store, &mappe_minutes_kind, minutes, "with_chair_on", "2026-11-15");
  expect (fixture, MAPPE_DUE_WITH_CHAIR, "M-A -1 o");
  mappe_test_set (fixture->store, &mappe_minutes_kind, minutes, "state", "sent");
  expect (fixture, MAPPE_DUE_WITH_CHAIR, "");

  expect (fixture, MAPPE_DUE_APPROVAL, "");
  ADD (fixture, meeting, "title", "planned", "body", body, "held_on", "2026-11-20");
  expect (fixture, MAPPE_DUE_APPROVAL, "");
  ADD (fixture, meeting, "title", "b", "body", body, "held_on", "2026-11-21", "state", "held");
  ADD (fixture, meeting, "title", "c", "body", body, "held_on", "2026-11-22", "state", "held");
  expect (fixture, MAPPE_DUE_APPROVAL, "M-A -2 o");
  g_autofree MappeDueCounts *counts = mappe_store_due_counts (fixture->store, TODAY, NULL);
  /* This one, the minutes of two meetings and the meeting to confirm. */
  g_assert_cmpuint (counts->meetings, ==, 4);
  mappe_test_set (fixture->store, &mappe_meeting_kind, 1, "minutes_state", "approved");
  expect (fixture, MAPPE_DUE_APPROVAL, "");
}

static void
test_deferred (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) due = NULL;
  g_autofree char *body = ID (ADD (fixture, body, "name", "Plenary"));
  g_autofree char *meeting = ID (ADD (fixture, meeting, "title", "a", "body", body, "held_on", "2026-10-01", "state",
                                      "held", "minutes_state", "approved"));
  g_autofree char *old = ID (ADD (fixture, meeting, "title", "a", "body", body, "held_on", "2024-11-22", "state",
                                  "held"));
  g_autofree char *next = ID (ADD (fixture, meeting, "title", "b", "body", body, "held_on", "2026-12-08"));
  g_autofree char *item = ID (ADD (fixture, agenda_item, "reference", "AI-A", "meeting", meeting, "title", "Lamps",
                                   "result", "deferred"));

  ADD (fixture, agenda_item, "reference", "AI-B", "meeting", meeting, "title", "Benches", "result",
       "deferred_no_quorum");
  ADD (fixture, agenda_item, "reference", "AI-C", "meeting", meeting, "title", "Patrols", "result", "adopted");
  ADD (fixture, agenda_item, "reference", "AI-D", "meeting", old, "title", "Old", "result", "deferred");
  expect (fixture, MAPPE_DUE_DEFERRED, "AI-A 0 u, AI-B 0 u");
  ADD (fixture, agenda_item, "meeting", next, "title", "Lamps again", "carried_from", item);
  const MappeDueItem *left = only (fixture, MAPPE_DUE_DEFERRED, &due);
  g_assert_cmpstr (left->reference, ==, "AI-B");
  g_assert_cmpstr (left->since, ==, "2026-10-01");
  g_assert_cmpstr (left->deadline, ==, "2026-12-08");
  g_assert_cmpstr (left->where, ==, "Plenary");
}

static void
test_reports_reviews (Fixture *fixture, gconstpointer data)
{
  g_autofree char *project = ID (ADD (fixture, project, "title", "Light"));

  ADD (fixture, finance_line, "reference", "F-A", "project", project, "use_report_due_on", "2026-11-22",
       "use_report_status", "open");
  ADD (fixture, finance_line, "reference", "F-B", "project", project, "use_report_due_on", "2027-01-22");
  ADD (fixture, finance_line, "reference", "F-C", "project", project, "use_report_due_on", "2027-01-23");
  ADD (fixture, finance_line, "reference", "F-D", "project", project, "use_report_due_on", "2026-01-01",
       "use_report_status", "submitted");
  ADD (fixture, agreement, "reference", "G-A", "title", "a", "status", "active", "next_review_on", "2026-10-01");
  ADD (fixture, agreement, "reference", "G-B", "title", "b", "status", "ended", "next_review_on", "2026-10-01");
  ADD (fixture, agreement, "reference", "G-C", "title", "c", "status", "active", "next_review_on", "2026-12-07");
  ADD (fixture, agreement, "reference", "G-D", "title", "d", "status", "active", "next_review_on", "2027-09-01");
  expect (fixture, MAPPE_DUE_USE_REPORT, "F-A -1 o, F-B 60 a");
  expect (fixture, MAPPE_DUE_REVIEW, "G-A -53 o, G-C 14 s");
  g_autofree MappeDueCounts *counts = mappe_store_due_counts (fixture->store, TODAY, NULL);
  g_assert_cmpuint (counts->projects, ==, 1);
  g_assert_cmpuint (counts->agreements, ==, 2);
  g_assert_cmpuint (counts->overview, ==, 2);
}

static void
test_terms (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = ID (ADD (fixture, body, "name", "Plenary"));
  g_autofree char *person = NULL;

  ADD (fixture, person, "reference", "P-A", "last_name", "a", "term_end", "2026-11-22");
  ADD (fixture, person, "reference", "P-B", "last_name", "b", "term_end", "2027-02-21");
  ADD (fixture, person, "reference", "P-C", "last_name", "c", "term_end", "2027-02-22");
  ADD (fixture, person, "reference", "P-D", "last_name", "d", "term_end", "2026-11-22", "status", "ended");
  expect (fixture, MAPPE_DUE_TERM, "P-A -1 o, P-B 90 a");

  person = ID (ADD (fixture, person, "last_name", "e", "term_end", "2026-12-24", "status", "resting"));
  ADD (fixture, membership, "reference", "S-A", "person", person, "body", body, "valid_to", "2026-11-23");
  ADD (fixture, membership, "reference", "S-B", "person", person, "body", body, "valid_to", "2026-11-22");
  ADD (fixture, membership, "reference", "S-C", "person", person, "body", body, "valid_to", "2026-12-24");
  expect (fixture, MAPPE_DUE_MEMBERSHIP, "");  /* renewed until the end of the term, which is said of the person */
  g_free (mappe_store_undo (fixture->store, NULL));
  expect (fixture, MAPPE_DUE_MEMBERSHIP, "S-A 0 s");

  ADD (fixture, person, "reference", "P-M", "last_name", "m", "appointment_mode", "nomination", "appointed_on",
       "2026-11-01");
  ADD (fixture, person, "reference", "P-N", "last_name", "n", "appointment_mode", "nomination",
       "obligation_signed_on", "2026-11-01");
  ADD (fixture, person, "reference", "P-O", "last_name", "o", "appointment_mode", "ex_officio");
  expect (fixture, MAPPE_DUE_UNDERTAKING, "P-M -22 u");
  g_autofree MappeDueCounts *counts = mappe_store_due_counts (fixture->store, TODAY, NULL);
  g_assert_cmpuint (mappe_due_counts_of_page (counts, "people"), ==, 4);
}

static gint64
add_value (Fixture *fixture, const char *indicator, const char *period, const char *end, const char *status)
{
  gboolean known = !g_str_equal (status, "missing") && !g_str_equal (status, "suppressed");

  return ADD (fixture, indicator_value, "indicator", indicator, "period", period, "period_end", end, "status", status,
              "value", known ? "5" : NULL);
}

/* A missing value arrives: both fields in one edit, since a missing one has no figure. */
static void
give_later (Fixture *fixture, gint64 id)
{
  g_autoptr (MappeRow) base = mappe_store_load (fixture->store, &mappe_indicator_value_kind, id, NULL);
  g_autoptr (MappeRow) mine = mappe_row_copy (base);
  MappeEdit *edit = mappe_edit_new ("later");

  g_assert_true (mappe_row_set_canonical (mine, MAPPE_INDICATOR_VALUE_VALUE, "5", NULL));
  g_assert_true (mappe_row_set_canonical (mine, MAPPE_INDICATOR_VALUE_STATUS, "provisional", NULL));
  mappe_edit_update (edit, g_steal_pointer (&base), g_steal_pointer (&mine));
  g_autoptr (MappeApplied) applied = mappe_store_apply (fixture->store, edit, NULL, NULL);
  g_assert_nonnull (applied);
}

/* Money: an application by the yearly day of its programme, a proof of use; who is finished is left out. */
static void
test_money (Fixture *fixture, gconstpointer data)
{
  g_autofree char *yearly = ID (ADD (fixture, funding_programme, "name", "A", "deadline_on", "2024-12-01",
                                     "deadline_yearly", "1"));
  g_autofree char *far = ID (ADD (fixture, funding_programme, "name", "B", "deadline_on", "2027-02-01",
                                  "deadline_yearly", "0"));
  g_autofree char *over = ID (ADD (fixture, funding_programme, "name", "C", "deadline_on", "2026-11-20",
                                   "deadline_yearly", "0"));

  ADD (fixture, funding_application, "reference", "F-A", "title", "x", "programme", yearly);
  ADD (fixture, funding_application, "reference", "F-B", "title", "x", "programme", far);
  ADD (fixture, funding_application, "reference", "F-C", "title", "x", "programme", over);
  ADD (fixture, funding_application, "reference", "F-D", "title", "x", "programme", over, "status", "submitted");
  ADD (fixture, funding_application, "reference", "F-E", "title", "x", "programme", far, "status", "granted",
       "use_report_due_on", "2026-11-22");
  ADD (fixture, funding_application, "reference", "F-F", "title", "x", "programme", far, "status", "granted",
       "use_report_due_on", "2026-11-22", "use_report_on", "2026-11-20");
  ADD (fixture, funding_application, "reference", "F-G", "title", "x", "programme", far, "status", "granted",
       "use_report_due_on", "2027-01-22");
  ADD (fixture, funding_application, "reference", "F-H", "title", "x", "programme", far, "status", "granted",
       "use_report_due_on", "2027-01-23");
  expect (fixture, MAPPE_DUE_APPLICATION, "F-A 8 s, F-C -3 o");
  expect (fixture, MAPPE_DUE_GRANT_REPORT, "F-E -1 o, F-G 60 a");
}

/* Training by the noted day, by the rhythm, and with the begin; nobody who ended or did not begin. */
static void
test_volunteers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *yearly = ID (ADD (fixture, volunteer_programme, "name", "A", "training_every_months", "12"));
  g_autofree char *never = ID (ADD (fixture, volunteer_programme, "name", "B"));

  ADD (fixture, volunteer, "reference", "V-A", "last_name", "a", "programme", yearly, "begins_on", "2020-01-01",
       "undertaking_on", "2020-01-01", "trained_on", "2025-11-25");
  ADD (fixture, volunteer, "reference", "V-B", "last_name", "b", "programme", yearly, "begins_on", "2026-11-20",
       "undertaking_on", "2026-11-20");
  ADD (fixture, volunteer, "reference", "V-C", "last_name", "c", "programme", never, "begins_on", "2020-01-01",
       "undertaking_on", "2020-01-01", "training_due_on", "2026-11-23");
  ADD (fixture, volunteer, "reference", "V-D", "last_name", "d", "programme", never, "begins_on", "2020-01-01",
       "undertaking_on", "2020-01-01");
  ADD (fixture, volunteer, "reference", "V-E", "last_name", "e", "programme", yearly, "begins_on", "2020-01-01",
       "undertaking_on", "2020-01-01", "trained_on", "2025-11-25", "ends_on", "2026-11-22");
  ADD (fixture, volunteer, "reference", "V-F", "last_name", "f", "programme", yearly);
  expect (fixture, MAPPE_DUE_TRAINING, "V-C 0 s, V-A 2 s, V-B -3 o");
  expect (fixture, MAPPE_DUE_VOLUNTEER, "V-F 0 u");
}

/* One entry each, for the oldest, with the number of all. */
static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  g_autofree char *area = ID (ADD (fixture, area, "name", "Park"));
  g_autofree char *unit = ID (ADD (fixture, organisation, "name", "Police station"));
  g_autoptr (GPtrArray) due = NULL, again = NULL;

  ADD (fixture, citizen_input, "reference", "C-A", "text", "x", "received_on", "2026-10-25", "status", "new");
  ADD (fixture, citizen_input, "reference", "C-B", "text", "x", "received_on", "2026-10-01", "status", "in_progress");
  ADD (fixture, citizen_input, "reference", "C-C", "text", "x", "received_on", "2026-09-01", "status", "answered");
  ADD (fixture, citizen_input, "reference", "C-D", "text", "x", "received_on", "2026-10-26", "status", "new");
  ADD (fixture, patrol, "reference", "P-A", "date", "2026-11-22", "start_at", "20:00", "police_organisation", unit,
       "area", area, "status", "planned");
  ADD (fixture, patrol, "reference", "P-B", "date", "2026-11-23", "start_at", "20:00", "police_organisation", unit,
       "area", area, "status", "planned");
  ADD (fixture, patrol, "reference", "P-C", "date", "2026-11-20", "start_at", "20:00", "police_organisation", unit,
       "area", area, "status", "planned");
  ADD (fixture, patrol, "reference", "P-D", "date", "2026-11-01", "start_at", "20:00", "police_organisation", unit,
       "area", area, "status", "held");
  g_assert_cmpint (only (fixture, MAPPE_DUE_CONTRIBUTIONS, &due)->count, ==, 2);
  g_assert_cmpint (only (fixture, MAPPE_DUE_PATROLS, &again)->count, ==, 2);
  expect (fixture, MAPPE_DUE_CONTRIBUTIONS, "C-B -53 u");
  expect (fixture, MAPPE_DUE_PATROLS, "P-C -3 u");
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) due = NULL;
  gint64 project = ADD (fixture, project, "title", "run", "status", "planned", "start_on", "2026-01-01");
  g_autofree char *running = ID (project);
  g_autofree char *over = ID (ADD (fixture, project, "title", "over", "status", "completed"));
  g_autofree char *a = ID (ADD (fixture, indicator, "reference", "I-A", "name", "a", "project", running, "baseline",
                                "9", "target", "3"));
  g_autofree char *b = ID (ADD (fixture, indicator, "reference", "I-B", "name", "b", "project", over));
  g_autofree char *c = ID (ADD (fixture, indicator, "reference", "I-C", "name", "c", "frequency", "yearly"));

  mappe_test_set (fixture->store, &mappe_project_kind, project, "status", "running");
  /* Never a value: the periods since the start. */
  expect (fixture, MAPPE_DUE_NUMBERS, "I-A 0 o, I-C 0 u");
  add_value (fixture, a, "2026Q2", "2026-06-30", "final");
  gint64 missing = add_value (fixture, a, "2026Q3", "2026-09-30", "missing");
  add_value (fixture, a, "2025Q4", "2025-12-31", "final");
  add_value (fixture, c, "2025", "2025-12-31", "suppressed");
  expect (fixture, MAPPE_DUE_NUMBERS, "I-A -146 o");
  const MappeDueItem *item = only (fixture, MAPPE_DUE_NUMBERS, &due);
  g_assert_cmpint (item->count, ==, 1);
  g_assert_cmpstr (item->deadline, ==, "2026-09-30");
  g_assert_cmpstr (item->date, ==, "2026-06-30");
  give_later (fixture, missing);
  expect (fixture, MAPPE_DUE_NUMBERS, "");
}

/* A value entered with nothing but the word for its period counts. */
static void
test_numbers_typed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = ID (ADD (fixture, indicator, "reference", "I-A", "name", "a"));

  ADD (fixture, indicator_value, "indicator", a, "period", "2026Q1", "value", "1");
  expect (fixture, MAPPE_DUE_NUMBERS, "I-A -237 o");
  ADD (fixture, indicator_value, "indicator", a, "period", "2026Q3", "value", "2");
  expect (fixture, MAPPE_DUE_NUMBERS, "");
}

static void
test_periods (void)
{
  const struct { const char *frequency, *newest, *today; gint64 missing; const char *first; } cases[] = {
    { "quarterly", "2026-09-30", "2026-12-31", 0, "2026-12-31" },
    { "quarterly", "2026-09-30", "2027-01-01", 1, "2026-12-31" },
    { "quarterly", "2026-03-31", "2026-11-23", 2, "2026-06-30" },
    { "half_yearly", "2026-06-30", "2026-11-23", 0, "2026-12-31" },
    { "yearly", "2025-06-30", "2026-06-30", 0, "2026-06-30" },
    { "yearly", "2025-06-30", "2026-07-01", 1, "2026-06-30" },
    { "monthly", "2027-12-31", "2028-03-01", 2, "2028-01-31" },
    { "monthly", "2027-11-30", "2026-03-01", 0, "2027-12-31" },
    { "once", "2026-03-31", "2026-11-23", 0, NULL },
    { "quarterly", NULL, "2026-11-23", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = NULL;

      g_assert_cmpint (mappe_due_missing_periods (cases[i].frequency, cases[i].newest, cases[i].today, &first), ==,
                       cases[i].missing);
      g_assert_cmpstr (first, ==, cases[i].first);
    }
}

static void
test_standing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) due = NULL;
  g_autofree char *group = ID (ADD (fixture, body, "reference", "B01", "name", "Group", "kind", "working_group"));
  g_autofree char *body = ID (ADD (fixture, body, "reference", "B02", "name", "Plenary", "kind", "plenary"));
  g_autofree char *a = ID (ADD (fixture, person, "last_name", "a"));
  g_autofree char *b = ID (ADD (fixture, person, "last_name", "b"));

  ADD (fixture, membership, "person", a, "body", body, "voting", "1", "valid_from", "2026-11-23");
  ADD (fixture, membership, "person", b, "body", body, "voting", "0");
  ADD (fixture, membership, "person", b, "body", body, "voting", "1", "valid_to", "2026-11-22");
  ADD (fixture, membership, "person", a, "body", group);
  g_free (add_item (fixture, body, "2026-10-01", "held"));
  g_free (add_item (fixture, body, "2026-12-08", "planned"));
  const MappeDueItem *item = only (fixture, MAPPE_DUE_STANDING, &due);
  g_assert_cmpstr (item->title, ==, "Plenary");
  g_assert_cmpint (item->count, ==, 2);
  g_assert_cmpint (item->of, ==, 1);
  g_assert_cmpstr (item->deadline, ==, "2026-10-01");
  g_assert_cmpstr (item->date, ==, "2026-12-08");
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) counted = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autofree MappeDueCounts *counts = NULL;

  ADD (fixture, task, "title", "late", "due_on", "2026-11-22");
  mappe_store_due_async (fixture->store, TODAY, NULL, finished_cb, &result);
  mappe_store_due_counts_async (fixture->store, TODAY, NULL, finished_cb, &counted);
  while (result == NULL || counted == NULL)
    g_main_context_iteration (NULL, TRUE);
  due = mappe_store_due_finish (fixture->store, result, NULL);
  counts = mappe_store_due_counts_finish (fixture->store, counted, NULL);
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_cmpuint (counts->decisions, ==, 1);
}

/* The council of the demonstration on its day: what its authors built in comes to light. */
static void
test_demo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = mappe_sample_find_folder ();
  g_autofree MappeDueCounts *counts = NULL;
  g_autoptr (GError) error = NULL;

  mappe_sample_load (fixture->store, folder, "en", &error);
  g_assert_no_error (error);
  expect (fixture, MAPPE_DUE_TASK, "T-05 -54 o, T-08 -39 o, T-16 8 s");
  expect (fixture, MAPPE_DUE_DECISION, "");
  expect (fixture, MAPPE_DUE_OPEN, "T-16 8 s, T-13 128 a, T-11 97 a, T-12 219 a, T-05 -54 o, T-10 128 a");
  expect (fixture, MAPPE_DUE_MEETING, "MTG06 15 a");
  expect (fixture, MAPPE_DUE_CALL, "");
  expect (fixture, MAPPE_DUE_PAPERS, "");
  expect (fixture, MAPPE_DUE_NOTICE, "");
  expect (fixture, MAPPE_DUE_MINUTES, "");
  expect (fixture, MAPPE_DUE_WITH_CHAIR, "");
  expect (fixture, MAPPE_DUE_APPROVAL, "");
  expect (fixture, MAPPE_DUE_DEFERRED, "");
  expect (fixture, MAPPE_DUE_OBJECTION, "OB-02 -3 a");
  expect (fixture, MAPPE_DUE_USE_REPORT, "");
  expect (fixture, MAPPE_DUE_REVIEW, "AG-01 -53 o");
  expect (fixture, MAPPE_DUE_DEBRIEF, "EV-06 -22 o");
  expect (fixture, MAPPE_DUE_CONSENT, "EC006 -3 o");
  expect (fixture, MAPPE_DUE_CLOSURE, "RC-05 29 a");
  expect (fixture, MAPPE_DUE_NUMBERS, "");
  expect (fixture, MAPPE_DUE_TERM, "");
  expect (fixture, MAPPE_DUE_UNDERTAKING, "M25 -875 u");
  counts = mappe_store_due_counts (fixture->store, TODAY, NULL);
  expect (fixture, MAPPE_DUE_GRANT_REPORT, "");
  expect (fixture, MAPPE_DUE_APPLICATION, "");
  expect (fixture, MAPPE_DUE_TRAINING, "VO-003 -44 o, VO-001 -40 o");
  expect (fixture, MAPPE_DUE_VOLUNTEER, "VO-006 0 u");
  expect (fixture, MAPPE_DUE_CONTRIBUTIONS, "CI-003 -1688 u");
  expect (fixture, MAPPE_DUE_PATROLS, "");
  g_assert_cmpuint (counts->overview, ==, 6);
  g_assert_cmpuint (mappe_due_counts_of_page (counts, "volunteers"), ==, 3);
  g_assert_cmpuint (mappe_due_counts_of_page (counts, "funding"), ==, 0);
  g_assert_cmpuint (counts->decisions, ==, 2);
  g_assert_cmpuint (counts->events, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/due/periods", test_periods);
#define TEST(name, func)                                                                                            \
  g_test_add ("/due/" name, Fixture, NULL, mappe_test_store_set_up, func, mappe_test_store_tear_down)
  TEST ("empty", test_empty);
  TEST ("tasks", test_tasks);
  TEST ("decisions", test_decisions);
  TEST ("open-since", test_open_since);
  TEST ("meetings", test_meetings);
  TEST ("minutes", test_minutes);
  TEST ("before-meeting", test_before_meeting);
  TEST ("after-meeting", test_after_meeting);
  TEST ("deferred", test_deferred);
  TEST ("reports-reviews", test_reports_reviews);
  TEST ("terms", test_terms);
  TEST ("money", test_money);
  TEST ("volunteers", test_volunteers);
  TEST ("waiting", test_waiting);
  TEST ("numbers", test_numbers);
  TEST ("numbers-typed", test_numbers_typed);
  TEST ("standing", test_standing);
  TEST ("async", test_async);
  TEST ("demo", test_demo);
  return g_test_run ();
}
