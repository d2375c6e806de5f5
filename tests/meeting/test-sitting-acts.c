/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sitting from its opening to its closing: the demo's second invitation, MTG06, as the secretary records it. */
#include "mappe-absence.h"
#include "mappe-agenda-item.h"
#include "mappe-attendance.h"
#include "mappe-conflict-declaration.h"
#include "mappe-decision.h"
#include "mappe-item-acts.h"
#include "mappe-meeting.h"
#include "mappe-minutes.h"
#include "mappe-motion.h"
#include "mappe-objection.h"
#include "mappe-presence-acts.h"
#include "mappe-sitting-acts.h"
#include "mappe-test-demo.h"
#include "mappe-vote-acts.h"

typedef struct {
  MappeTestStore  test;
  MappeSitting   *sitting;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  mappe_test_demo_set_up (&fixture->test, "de");
  fixture->sitting = mappe_test_sitting (fixture->test.store, data);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  mappe_sitting_unref (fixture->sitting);
  mappe_test_store_tear_down (&fixture->test, NULL);
}

static int
at (const char *hhmm)
{
  return mappe_minute_parse (hhmm);
}

/* The act is applied; it must not be refused. */
#define DO(act)                                                                                                       \
  G_STMT_START                                                                                                        \
  {                                                                                                                   \
    GError *error = NULL;                                                                                             \
    MappeEdit *edit_ = act;                                                                                           \
    fixture->sitting = mappe_test_act (fixture->test.store, fixture->sitting, edit_, error);                          \
  }                                                                                                                   \
  G_STMT_END

/* The act is refused, with a sentence. */
#define REFUSED(act, what)                                                                                            \
  G_STMT_START                                                                                                        \
  {                                                                                                                   \
    g_autoptr (GError) error = NULL;                                                                                  \
    g_assert_null (act);                                                                                              \
    g_assert_error (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_##what);                                          \
    g_assert_cmpuint (strlen (error->message), >, 10);                                                                \
  }                                                                                                                   \
  G_STMT_END

#define S fixture->sitting
#define PERSON(reference) (mappe_test_participant (S, reference)->person)
#define ITEM(number) (mappe_test_item (S, number)->row->id)

static void
assert_field (const MappeRow *row, guint field, const char *value)
{
  g_autofree char *found = mappe_row_get_canonical (row, field);

  g_assert_cmpstr (found, ==, value);
}

static const char *const ten[] = { "M01", "M02", "M05", "M07", "M08", "M09", "M10", "M11", "M12", "M15" };

static void
open_with_ten (Fixture *fixture)
{
  DO (mappe_sitting_open (S, at ("16:02"), NULL, &error));
  for (guint i = 0; i < G_N_ELEMENTS (ten); i++)
    DO (mappe_presence_arrive (S, PERSON (ten[i]), at ("16:03"), &error));
}

static MappeBallot
ballot (const char *form, guint yes, guint no, guint abstain)
{
  return (MappeBallot){ .form = form, .text = "Das Arbeitsprogramm 2027 wird beschlossen.", .yes = yes, .no = no,
                        .abstain = abstain, .secret_yes = -1 };
}

static const MappeRow *
only_decision (Fixture *fixture, const char *number)
{
  const MappeSittingItem *item = mappe_test_item (S, number);

  g_assert_cmpuint (item->decisions->len, ==, 1);
  return ((MappeSittingDecision *) g_ptr_array_index (item->decisions, 0))->row;
}

/* --- opening and closing --- */

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (mappe_sitting_state (S), ==, MAPPE_SITTING_WAITING);
  REFUSED (mappe_item_call_next (S, at ("16:00"), &error), STATE);
  REFUSED (mappe_sitting_close (S, at ("17:00"), &error), STATE);
  REFUSED (mappe_sitting_open (S, -1, NULL, &error), MISSING);
  REFUSED (mappe_sitting_open (S, at ("16:00"), "2026-11-01", &error), STATE);
  DO (mappe_presence_arrive (S, PERSON ("M01"), at ("15:50"), &error));
  DO (mappe_presence_arrive (S, PERSON ("M02"), at ("15:50"), &error));
  DO (mappe_presence_leave (S, PERSON ("M02"), at ("15:55"), &error));
  DO (mappe_sitting_open (S, at ("16:02"), NULL, &error));
  g_assert_cmpint (mappe_sitting_state (S), ==, MAPPE_SITTING_RUNNING);
  assert_field (S->meeting, MAPPE_MEETING_OPENED_AT, "16:02");
  assert_field (S->meeting, MAPPE_MEETING_QUORUM_RULE, "more_than_half");
  assert_field (S->meeting, MAPPE_MEETING_MAJORITY_RULE, "simple_majority");
  assert_field (S->meeting, MAPPE_MEETING_VOTING_MEMBERS_AT_DATE, "19");
  /* Who was there before is there from the opening on; who left before was not. */
  assert_field (mappe_test_participant (S, "M01")->attendance, MAPPE_ATTENDANCE_ARRIVED_AT, "16:02");
  assert_field (mappe_test_participant (S, "M02")->attendance, MAPPE_ATTENDANCE_ARRIVED_AT, NULL);
  for (guint i = 0; i < S->participants->len; i++)
    g_assert_nonnull (((MappeParticipant *) g_ptr_array_index (S->participants, i))->attendance);
  REFUSED (mappe_sitting_open (S, at ("16:05"), NULL, &error), STATE);
  REFUSED (mappe_presence_arrive (S, PERSON ("M02"), at ("16:01"), &error), STATE);
}

static void
test_other_day (Fixture *fixture, gconstpointer data)
{
  DO (mappe_sitting_open (S, at ("16:02"), "2026-12-09", &error));
  assert_field (S->meeting, MAPPE_MEETING_HELD_ON, "2026-12-09");
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *again = NULL;

  open_with_ten (fixture);
  DO (mappe_presence_leave (S, PERSON ("M01"), at ("16:40"), &error));
  DO (mappe_item_call_next (S, at ("16:41"), &error));
  DO (mappe_item_call_next (S, at ("16:42"), &error));
  REFUSED (mappe_sitting_close (S, at ("16:42"), &error), STATE);
  before = mappe_test_store_content (fixture->test.store);
  DO (mappe_sitting_close (S, at ("17:30"), &error));
  g_assert_cmpint (mappe_sitting_state (S), ==, MAPPE_SITTING_CLOSED);
  assert_field (S->meeting, MAPPE_MEETING_STATE, "held");
  assert_field (S->meeting, MAPPE_MEETING_END_AT, "17:30");
  assert_field (S->meeting, MAPPE_MEETING_MINUTES_STATE, "draft");
  g_assert_cmpuint (S->minutes->len, ==, 1);
  assert_field (mappe_sitting_last_minutes (S), MAPPE_MINUTES_EDITION, "1");
  assert_field (mappe_sitting_last_minutes (S), MAPPE_MINUTES_STATE, "draft");
  assert_field (mappe_test_participant (S, "M01")->attendance, MAPPE_ATTENDANCE_LEFT_AT, "16:40");
  assert_field (mappe_test_participant (S, "M02")->attendance, MAPPE_ATTENDANCE_LEFT_AT, "17:30");
  g_assert_cmpstr (mappe_test_participant (S, "M16")->status, ==, "absent");
  /* Nine are left: no quorum for item 4, but for item 3, which is invited to for the second time. */
  assert_field (mappe_test_item (S, "3")->row, MAPPE_AGENDA_ITEM_RESULT, "deferred");
  assert_field (mappe_test_item (S, "4")->row, MAPPE_AGENDA_ITEM_RESULT, "deferred_no_quorum");
  assert_field (mappe_test_item (S, "5")->row, MAPPE_AGENDA_ITEM_RESULT, "noted");
  assert_field (mappe_test_item (S, "2")->row, MAPPE_AGENDA_ITEM_CLOSED_AT, "17:30");
  g_assert_null (mappe_sitting_running (S));
  g_free (mappe_store_undo (fixture->test.store, NULL));
  again = mappe_test_store_content (fixture->test.store);
  g_assert_cmpstr (again, ==, before);
}

static void
test_declined_is_excused (Fixture *fixture, gconstpointer data)
{
  DO (mappe_presence_mark (S, PERSON ("M16"), "declined", &error));
  DO (mappe_sitting_open (S, at ("16:02"), NULL, &error));
  DO (mappe_sitting_close (S, at ("16:10"), &error));
  g_assert_cmpstr (mappe_test_participant (S, "M16")->status, ==, "excused");
}

static void
test_reopen (Fixture *fixture, gconstpointer data)
{
  open_with_ten (fixture);
  REFUSED (mappe_sitting_reopen (S, &error), STATE);
  DO (mappe_item_call_next (S, at ("16:05"), &error));
  DO (mappe_sitting_close (S, at ("17:30"), &error));
  DO (mappe_sitting_reopen (S, &error));
  g_assert_cmpint (mappe_sitting_state (S), ==, MAPPE_SITTING_RUNNING);
  assert_field (S->meeting, MAPPE_MEETING_STATE, "invited");
  g_assert_true (mappe_presence_is_here (mappe_test_participant (S, "M01")));
  assert_field (mappe_test_item (S, "4")->row, MAPPE_AGENDA_ITEM_RESULT, NULL);
  g_assert_cmpstr (mappe_sitting_running (S)->number, ==, "1");
  DO (mappe_sitting_close (S, at ("17:40"), &error));
  g_assert_cmpuint (S->minutes->len, ==, 1);
}

/* --- coming and going --- */

static void
test_come_and_go (Fixture *fixture, gconstpointer data)
{
  gint64 person = PERSON ("M01");

  DO (mappe_sitting_open (S, at ("16:00"), NULL, &error));
  REFUSED (mappe_presence_leave (S, person, at ("16:10"), &error), PRESENCE);
  DO (mappe_presence_arrive (S, person, at ("16:10"), &error));
  REFUSED (mappe_presence_arrive (S, person, at ("16:12"), &error), PRESENCE);
  REFUSED (mappe_presence_leave (S, person, at ("16:10"), &error), PRESENCE);
  REFUSED (mappe_presence_mark (S, person, "excused", &error), PRESENCE);
  DO (mappe_presence_leave (S, person, at ("16:30"), &error));
  REFUSED (mappe_presence_arrive (S, person, at ("16:20"), &error), PRESENCE);
  DO (mappe_presence_arrive (S, person, at ("16:40"), &error));
  g_assert_cmpuint (mappe_test_participant (S, "M01")->absences->len, ==, 1);
  g_assert_false (mappe_participant_present (mappe_test_participant (S, "M01"), at ("16:35")));
  g_assert_true (mappe_participant_present (mappe_test_participant (S, "M01"), at ("16:40")));
  REFUSED (mappe_presence_leave (S, person, at ("16:35"), &error), PRESENCE);
  DO (mappe_presence_leave (S, person, at ("16:50"), &error));
  /* Back in the same minute: as if never gone. */
  DO (mappe_presence_arrive (S, person, at ("16:50"), &error));
  g_assert_cmpuint (mappe_test_participant (S, "M01")->absences->len, ==, 1);
  REFUSED (mappe_presence_arrive (S, -5, at ("16:50"), &error), MISSING);
}

static void
test_arrive_all (Fixture *fixture, gconstpointer data)
{
  guint accepted = 0;

  DO (mappe_sitting_open (S, at ("16:00"), NULL, &error));
  for (guint i = 0; i < S->participants->len; i++)
    accepted += g_str_equal (((MappeParticipant *) g_ptr_array_index (S->participants, i))->status, "accepted");
  if (accepted == 0)
    REFUSED (mappe_presence_arrive_all (S, at ("16:00"), &error), PRESENCE);
  DO (mappe_presence_mark (S, PERSON ("M01"), "accepted", &error));
  DO (mappe_presence_arrive_all (S, at ("16:00"), &error));
  g_assert_true (mappe_presence_is_here (mappe_test_participant (S, "M01")));
  REFUSED (mappe_presence_arrive_all (S, at ("16:00"), &error), PRESENCE);
}

static void
test_deputy (Fixture *fixture, gconstpointer data)
{
  DO (mappe_sitting_open (S, at ("16:00"), NULL, &error));
  REFUSED (mappe_presence_depute (S, PERSON ("M07"), 0, " ", at ("16:00"), &error), MISSING);
  REFUSED (mappe_presence_depute (S, PERSON ("M07"), PERSON ("M07"), NULL, at ("16:00"), &error), PRESENCE);
  DO (mappe_presence_arrive (S, PERSON ("M03"), at ("16:00"), &error));
  REFUSED (mappe_presence_depute (S, PERSON ("M07"), PERSON ("M03"), NULL, at ("16:01"), &error), PRESENCE);
  DO (mappe_presence_depute (S, PERSON ("M07"), 0, "Fuchs", at ("16:01"), &error));
  g_assert_cmpstr (mappe_test_participant (S, "M07")->status, ==, "deputised");
  g_assert_cmpstr (mappe_test_participant (S, "M07")->deputy, ==, "Fuchs");
  g_assert_cmpuint (mappe_sitting_present (S, at ("16:05")), ==, 1);
  /* The deputy of another member cannot be the member of another chair. */
  DO (mappe_presence_depute (S, PERSON ("M08"), PERSON ("M06"), NULL, at ("16:01"), &error));
  REFUSED (mappe_presence_arrive (S, PERSON ("M06"), at ("16:02"), &error), PRESENCE);
  REFUSED (mappe_presence_depute (S, PERSON ("M09"), PERSON ("M06"), NULL, at ("16:02"), &error), PRESENCE);
}

/* Past midnight the sitting goes on at the last minute of its day; the morning after, times are typed. */
static void
test_midnight (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (mappe_sitting_live_minute (S, "2026-12-09", at ("00:10")), ==, at ("00:10"));
  DO (mappe_sitting_open (S, at ("16:00"), NULL, &error));
  g_assert_cmpint (mappe_sitting_live_minute (S, "2026-12-08", at ("16:05")), ==, at ("16:05"));
  g_assert_cmpint (mappe_sitting_live_minute (S, "2026-12-09", at ("00:10")), ==, at ("23:59"));
  g_assert_cmpint (mappe_sitting_live_minute (S, "2026-12-09", at ("06:00")), ==, at ("06:00"));
  g_assert_cmpint (mappe_sitting_live_minute (S, "2026-12-10", at ("00:10")), ==, at ("00:10"));
  DO (mappe_sitting_close (S, at ("23:59"), &error));
  g_assert_cmpint (mappe_sitting_live_minute (S, "2026-12-09", at ("00:10")), ==, at ("00:10"));
}

/* A deputy takes over in the middle: at once, and after a time without anybody in that chair. */
static void
test_take_over (Fixture *fixture, gconstpointer data)
{
  DO (mappe_sitting_open (S, at ("16:00"), NULL, &error));
  DO (mappe_presence_arrive (S, PERSON ("M01"), at ("16:00"), &error));
  DO (mappe_presence_arrive (S, PERSON ("M02"), at ("16:00"), &error));
  REFUSED (mappe_presence_depute (S, PERSON ("M01"), 0, "Fuchs", at ("16:00"), &error), PRESENCE);
  DO (mappe_presence_depute (S, PERSON ("M01"), 0, "Fuchs", at ("16:10"), &error));
  g_assert_cmpint (mappe_participant_deputy_from (mappe_test_participant (S, "M01")), ==, at ("16:10"));
  g_assert_cmpuint (mappe_sitting_present (S, at ("16:09")), ==, 2);
  g_assert_cmpuint (mappe_sitting_present (S, at ("16:10")), ==, 2);
  REFUSED (mappe_presence_depute (S, PERSON ("M01"), 0, "Dachs", at ("16:20"), &error), PRESENCE);
  DO (mappe_presence_leave (S, PERSON ("M02"), at ("16:15"), &error));
  REFUSED (mappe_presence_depute (S, PERSON ("M02"), PERSON ("M06"), NULL, at ("16:14"), &error), PRESENCE);
  DO (mappe_presence_depute (S, PERSON ("M02"), PERSON ("M06"), NULL, at ("16:25"), &error));
  g_assert_cmpuint (mappe_sitting_present (S, at ("16:20")), ==, 1);
  g_assert_cmpuint (mappe_sitting_present (S, at ("16:25")), ==, 2);
  DO (mappe_sitting_close (S, at ("17:00"), &error));
  g_assert_cmpstr (mappe_row_get_text (mappe_test_participant (S, "M02")->attendance, MAPPE_ATTENDANCE_DEPUTY_FROM), ==,
                   "16:25");
}

static void
test_correct (Fixture *fixture, gconstpointer data)
{
  const MappeStay one[] = { { at ("16:20"), at ("16:30") } };
  const MappeStay overlapping[] = { { at ("16:20"), at ("16:30") }, { at ("16:25"), at ("16:40") } };
  const MappeStay early[] = { { at ("16:05"), at ("16:30") } };
  MappePresenceTimes times = { "present", at ("16:10"), MAPPE_MINUTE_NONE, one, 1 };
  gint64 person = PERSON ("M01");

  DO (mappe_sitting_open (S, at ("16:00"), NULL, &error));
  DO (mappe_presence_arrive (S, person, at ("16:15"), &error));
  DO (mappe_presence_correct (S, person, &times, &error));
  g_assert_cmpuint (mappe_test_participant (S, "M01")->stays->len, ==, 2);
  times.n_absences = 0;
  times.left = at ("16:10");
  REFUSED (mappe_presence_correct (S, person, &times, &error), PRESENCE);
  times.left = at ("17:00");
  times.absences = overlapping;
  times.n_absences = 2;
  REFUSED (mappe_presence_correct (S, person, &times, &error), PRESENCE);
  times.absences = early;
  times.n_absences = 1;
  REFUSED (mappe_presence_correct (S, person, &times, &error), PRESENCE);
  times.n_absences = 0;
  times.arrived = at ("15:59");
  REFUSED (mappe_presence_correct (S, person, &times, &error), STATE);
  times.arrived = at ("16:12");
  DO (mappe_presence_correct (S, person, &times, &error));
  g_assert_cmpuint (mappe_test_participant (S, "M01")->absences->len, ==, 0);
  times = (MappePresenceTimes){ "excused", at ("16:12"), MAPPE_MINUTE_NONE, NULL, 0 };
  REFUSED (mappe_presence_correct (S, person, &times, &error), PRESENCE);
  times.arrived = MAPPE_MINUTE_NONE;
  DO (mappe_presence_correct (S, person, &times, &error));
  g_assert_cmpstr (mappe_test_participant (S, "M01")->status, ==, "excused");
}

static void
test_guests (Fixture *fixture, gconstpointer data)
{
  guint before = S->guests->len;

  REFUSED (mappe_presence_add_guest (S, "", NULL, 0, &error), MISSING);
  DO (mappe_presence_add_guest (S, "Presse", "Öffentlicher Teil", 0, &error));
  g_assert_cmpuint (S->guests->len, ==, before + 1);
  DO (mappe_presence_remove_guest (S, ((MappeListed *) g_ptr_array_index (S->guests, before))->row->id, &error));
  g_assert_cmpuint (S->guests->len, ==, before);
  REFUSED (mappe_presence_remove_guest (S, 999999, &error), MISSING);
}

/* --- items --- */

static void
test_call (Fixture *fixture, gconstpointer data)
{
  open_with_ten (fixture);
  DO (mappe_item_call_next (S, at ("16:04"), &error));
  g_assert_cmpstr (mappe_sitting_running (S)->number, ==, "1");
  REFUSED (mappe_item_call (S, ITEM ("1"), at ("16:05"), &error), STATE);
  REFUSED (mappe_item_call (S, ITEM ("2"), at ("16:03"), &error), STATE);
  DO (mappe_item_call (S, ITEM ("3"), at ("16:10"), &error));
  assert_field (mappe_test_item (S, "1")->row, MAPPE_AGENDA_ITEM_CLOSED_AT, "16:10");
  DO (mappe_item_conclude (S, ITEM ("3"), "withdrawn", at ("16:12"), &error));
  g_assert_null (mappe_sitting_running (S));
  g_assert_cmpstr (mappe_sitting_following (S)->number, ==, "2");
  REFUSED (mappe_item_conclude (S, ITEM ("3"), "adopted", at ("16:12"), &error), MISSING);
  REFUSED (mappe_item_correct (S, ITEM ("3"), at ("16:12"), at ("16:11"), &error), STATE);
  DO (mappe_item_correct (S, ITEM ("3"), at ("16:11"), at ("16:12"), &error));
  DO (mappe_item_discuss (S, mappe_test_item (S, "3")->row, "Es wurde gesprochen.", &error));
  assert_field (mappe_test_item (S, "3")->row, MAPPE_AGENDA_ITEM_DISCUSSION, "Es wurde gesprochen.");
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  gint64 moved = ITEM ("5"), before = ITEM ("3"), non_public = ITEM ("6");

  open_with_ten (fixture);
  REFUSED (mappe_item_bring_forward (S, moved, before, "", &error), MISSING);
  REFUSED (mappe_item_bring_forward (S, non_public, before, "Wunsch", &error), STATE);
  DO (mappe_item_bring_forward (S, moved, before, "Auf Wunsch des Vorsitzes", &error));
  g_assert_cmpint (ITEM ("3"), ==, moved);
  g_assert_cmpint (ITEM ("4"), ==, before);
  assert_field (mappe_test_item (S, "3")->row, MAPPE_AGENDA_ITEM_CHANGE_NOTE, "Auf Wunsch des Vorsitzes");
}

static void
test_tasks_and_statements (Fixture *fixture, gconstpointer data)
{
  MappeTaskDraft task = { .title = "Programm versenden", .member = PERSON ("M03"), .due_on = "2026-12-20" };

  open_with_ten (fixture);
  DO (mappe_item_add_task (S, ITEM ("4"), &task, &error));
  g_assert_cmpuint (mappe_test_item (S, "4")->tasks->len, ==, 1);
  task.title = NULL;
  REFUSED (mappe_item_add_task (S, ITEM ("4"), &task, &error), MISSING);
  REFUSED (mappe_item_state (S, ITEM ("4"), PERSON ("M01"), "personal", "", at ("16:10"), &error), MISSING);
  DO (mappe_item_state (S, ITEM ("4"), PERSON ("M01"), "dissent", "Ich bin dagegen.", at ("16:10"), &error));
  g_assert_cmpuint (mappe_test_item (S, "4")->statements->len, ==, 1);
}

/* --- exclusion --- */

static void
test_exclusion (Fixture *fixture, gconstpointer data)
{
  MappeConflictDraft draft = { .ground_code = "employment", .decided_by = "chair", .excluded = TRUE };
  MappeBallot counted = ballot ("open", 9, 0, 0);
  MappeQuorum quorum;
  gint64 declared;

  open_with_ten (fixture);
  draft.person = PERSON ("M10");
  draft.ground_code = "group_interest";
  REFUSED (mappe_item_declare (S, ITEM ("4"), &draft, at ("16:30"), &error), EXCLUDED);
  draft.ground_code = "employment";
  DO (mappe_item_declare (S, ITEM ("4"), &draft, at ("16:30"), &error));
  REFUSED (mappe_item_declare (S, ITEM ("4"), &draft, at ("16:31"), &error), EXCLUDED);
  /* One third is enough where an exclusion is a cause. */
  quorum = mappe_sitting_quorum (S, mappe_test_item (S, "4"), at ("16:31"));
  g_assert_true (quorum.quorate);
  g_assert_cmpint (quorum.applied, ==, MAPPE_QUORUM_ONE_THIRD);
  counted.yes = 10;
  REFUSED (mappe_vote_record (S, ITEM ("4"), &counted, at ("16:32"), &error), COUNT);
  counted.yes = 9;
  DO (mappe_vote_record (S, ITEM ("4"), &counted, at ("16:32"), &error));
  assert_field (only_decision (fixture, "4"), MAPPE_DECISION_VOTING_PRESENT, "10");
  assert_field (only_decision (fixture, "4"), MAPPE_DECISION_ELIGIBLE, "9");
  assert_field (only_decision (fixture, "4"), MAPPE_DECISION_EXCLUSION_GROUND, "§ 22 GemO");
  assert_field (only_decision (fixture, "4"), MAPPE_DECISION_QUORUM_RULE, "one_third");
  g_assert_cmpuint (((MappeSittingDecision *) mappe_test_item (S, "4")->decisions->pdata[0])->excluded->len, ==, 1);
  /* Who has voted is not excluded afterwards; who was excluded does not vote after all. */
  draft.person = PERSON ("M11");
  REFUSED (mappe_item_declare (S, ITEM ("4"), &draft, at ("16:40"), &error), EXCLUDED);
  declared = ((MappeRow *) mappe_test_item (S, "4")->conflicts->pdata[0])->id;
  REFUSED (mappe_item_undeclare (S, declared, &error), EXCLUDED);
}

/* --- votes --- */

static void
test_vote (Fixture *fixture, gconstpointer data)
{
  MappeBallot counted = ballot ("open", 7, 2, 1);

  REFUSED (mappe_vote_record (S, ITEM ("4"), &counted, at ("16:30"), &error), STATE);
  open_with_ten (fixture);
  counted.yes = 6;
  g_assert_cmpint (mappe_ballot_check (S, ITEM ("4"), &counted, at ("16:30"), NULL), ==, MAPPE_BALLOT_COUNTS);
  REFUSED (mappe_vote_record (S, ITEM ("4"), &counted, at ("16:30"), &error), COUNT);
  counted.yes = 7;
  counted.text = "  ";
  g_assert_cmpint (mappe_ballot_check (S, ITEM ("4"), &counted, at ("16:30"), NULL), ==, MAPPE_BALLOT_TEXT);
  counted = ballot ("open", 7, 2, 1);
  DO (mappe_vote_record (S, ITEM ("4"), &counted, at ("16:30"), &error));
  assert_field (only_decision (fixture, "4"), MAPPE_DECISION_NUMBER, "KPR 2026/09");
  assert_field (only_decision (fixture, "4"), MAPPE_DECISION_OUTCOME, "adopted");
  assert_field (only_decision (fixture, "4"), MAPPE_DECISION_PUBLIC, "1");
  assert_field (only_decision (fixture, "4"), MAPPE_DECISION_STATUTORY, "19");
  assert_field (only_decision (fixture, "4"), MAPPE_DECISION_QUORUM_NEEDED, "10");
  assert_field (mappe_test_item (S, "4")->row, MAPPE_AGENDA_ITEM_RESULT, "adopted");
  REFUSED (mappe_vote_record (S, ITEM ("4"), &counted, at ("16:31"), &error), STATE);
  REFUSED (mappe_item_conclude (S, ITEM ("4"), "deferred", at ("16:31"), &error), STATE);
  REFUSED (mappe_item_state (S, ITEM ("4"), PERSON ("M01"), "dissent", "Nein.", at ("16:31"), &error), STATE);
  /* Those who were counted were there. */
  REFUSED (mappe_presence_leave (S, PERSON ("M01"), at ("16:30"), &error), COUNT);
  REFUSED (mappe_presence_arrive (S, PERSON ("M16"), at ("16:25"), &error), COUNT);
  DO (mappe_presence_leave (S, PERSON ("M01"), at ("16:31"), &error));
  counted.further = TRUE;
  counted.text = "Und noch etwas.";
  REFUSED (mappe_vote_record (S, ITEM ("4"), &counted, at ("16:32"), &error), QUORUM);
}

static void
test_no_quorum (Fixture *fixture, gconstpointer data)
{
  MappeBallot counted = ballot ("open", 1, 0, 0);

  DO (mappe_sitting_open (S, at ("16:00"), NULL, &error));
  DO (mappe_presence_arrive (S, PERSON ("M01"), at ("16:00"), &error));
  REFUSED (mappe_vote_record (S, ITEM ("4"), &counted, at ("16:30"), &error), QUORUM);
  REFUSED (mappe_vote_record (S, ITEM ("3"), &counted, at ("16:30"), &error), QUORUM);
  counted.override = "Eilentscheidung des Vorsitzes nach Anhörung";
  DO (mappe_vote_record (S, ITEM ("4"), &counted, at ("16:30"), &error));
  assert_field (only_decision (fixture, "4"), MAPPE_DECISION_QUORUM_OVERRIDE, counted.override);
  /* Item 3 needs three only: it is invited to for the second time. */
  DO (mappe_presence_arrive (S, PERSON ("M02"), at ("16:31"), &error));
  DO (mappe_presence_arrive (S, PERSON ("M05"), at ("16:31"), &error));
  counted = ballot ("open", 3, 0, 0);
  DO (mappe_vote_record (S, ITEM ("3"), &counted, at ("16:35"), &error));
  assert_field (only_decision (fixture, "3"), MAPPE_DECISION_QUORUM_RULE, "three_members");
  assert_field (only_decision (fixture, "3"), MAPPE_DECISION_OUTCOME, "adopted_amended");
  REFUSED (mappe_vote_record (S, ITEM ("2"), &counted, at ("16:36"), &error), QUORUM);
}

static void
test_roll_call (Fixture *fixture, gconstpointer data)
{
  MappeCalledVote called[G_N_ELEMENTS (ten)];
  MappeBallot counted = ballot ("roll_call", 0, 0, 0);
  const MappeSittingDecision *decision;

  open_with_ten (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (ten); i++)
    called[i] = (MappeCalledVote){ PERSON (ten[i]), i < 4 ? "no" : i < 5 ? "abstain" : "yes" };
  counted.called = called;
  counted.n_called = 9;
  REFUSED (mappe_vote_record (S, ITEM ("4"), &counted, at ("16:30"), &error), COUNT);
  counted.n_called = 10;
  called[9].person = PERSON ("M16");
  g_assert_cmpint (mappe_ballot_check (S, ITEM ("4"), &counted, at ("16:30"), NULL), ==, MAPPE_BALLOT_CALLED);
  called[9].person = PERSON ("M15");
  DO (mappe_vote_record (S, ITEM ("4"), &counted, at ("16:30"), &error));
  decision = g_ptr_array_index (mappe_test_item (S, "4")->decisions, 0);
  g_assert_cmpuint (decision->roll_call->len, ==, 10);
  assert_field (decision->row, MAPPE_DECISION_YES, "5");
  assert_field (decision->row, MAPPE_DECISION_NO, "4");
  assert_field (decision->row, MAPPE_DECISION_ABSTAIN, "1");
  assert_field (decision->row, MAPPE_DECISION_OUTCOME, "adopted");
}

static void
test_secret (Fixture *fixture, gconstpointer data)
{
  MappeBallot counted = ballot ("secret", 5, 5, 0);

  open_with_ten (fixture);
  g_assert_cmpuint (mappe_ballot_secret_needed (S, ITEM ("4")), ==, 13);
  g_assert_cmpint (mappe_ballot_check (S, ITEM ("4"), &counted, at ("16:30"), NULL), ==, MAPPE_BALLOT_SECRET);
  counted.secret_yes = 12;
  REFUSED (mappe_vote_record (S, ITEM ("4"), &counted, at ("16:30"), &error), COUNT);
  counted.secret_yes = 13;
  DO (mappe_item_state (S, ITEM ("4"), PERSON ("M01"), "dissent", "Ich bin dagegen.", at ("16:20"), &error));
  REFUSED (mappe_vote_record (S, ITEM ("4"), &counted, at ("16:30"), &error), STATE);
  g_free (mappe_store_undo (fixture->test.store, NULL));
  mappe_sitting_unref (S);
  S = mappe_test_sitting (fixture->test.store, data);
  DO (mappe_vote_record (S, ITEM ("4"), &counted, at ("16:30"), &error));
  /* A tie rejects. */
  assert_field (only_decision (fixture, "4"), MAPPE_DECISION_OUTCOME, "rejected");
  assert_field (only_decision (fixture, "4"), MAPPE_DECISION_SECRET_YES, "13");
  REFUSED (mappe_item_state (S, ITEM ("4"), PERSON ("M01"), "dissent", "Nein.", at ("16:29"), &error), STATE);
}

static void
test_motions (Fixture *fixture, gconstpointer data)
{
  MappeMotionDraft draft = { .kind = "amendment", .proposer = PERSON ("M11"), .text = "Ergänzung" };
  MappeBallot counted = ballot ("open", 10, 0, 0);
  gint64 motion;

  open_with_ten (fixture);
  DO (mappe_vote_put_motion (S, ITEM ("4"), &draft, at ("16:20"), &error));
  motion = ((MappeRow *) mappe_test_item (S, "4")->motions->pdata[0])->id;
  DO (mappe_vote_change_motion (S, motion, "Ergänzung 2", &error));
  REFUSED (mappe_vote_change_motion (S, motion, "", &error), MISSING);
  REFUSED (mappe_vote_judge_motion (S, motion, 5, 5, 1, at ("16:25"), &error), COUNT);
  DO (mappe_vote_judge_motion (S, motion, 6, 4, 0, at ("16:25"), &error));
  REFUSED (mappe_vote_withdraw_motion (S, motion, &error), STATE);
  DO (mappe_vote_record (S, ITEM ("4"), &counted, at ("16:30"), &error));
  assert_field (only_decision (fixture, "4"), MAPPE_DECISION_OUTCOME, "adopted_amended");
  draft.text = "";
  REFUSED (mappe_vote_put_motion (S, ITEM ("4"), &draft, at ("16:20"), &error), MISSING);
}

static void
test_approval (Fixture *fixture, gconstpointer data)
{
  MappeBallot counted = { .form = "open", .text = "Die Niederschrift wird mit der Einwendung genehmigt.", .yes = 10,
                          .secret_yes = -1, .objections_accepted = TRUE };
  g_autoptr (MappeSitting) approved = NULL;
  MappeListed *objection;

  open_with_ten (fixture);
  DO (mappe_vote_record (S, ITEM ("2"), &counted, at ("16:10"), &error));
  assert_field (only_decision (fixture, "2"), MAPPE_DECISION_OUTCOME, "adopted_amended");
  approved = mappe_test_sitting (fixture->test.store, "MTG05");
  assert_field (approved->meeting, MAPPE_MEETING_MINUTES_STATE, "approved");
  assert_field (approved->meeting, MAPPE_MEETING_MINUTES_APPROVED_ON, "2026-12-08");
  assert_field (mappe_sitting_last_minutes (approved), MAPPE_MINUTES_STATE, "approved");
  objection = g_ptr_array_index (approved->objections, 0);
  assert_field (objection->row, MAPPE_OBJECTION_OUTCOME, "accepted");
  /* Approved minutes end the recording. */
  g_assert_null (mappe_presence_leave (approved, mappe_test_participant (approved, "M01")->person, at ("17:00"), NULL));
}

/* MTG05: at 17:10 nine of nineteen are left. */
static void
test_lost_quorum (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) turns = mappe_sitting_turns (S, at ("23:59"));
  MappeBallot counted = ballot ("open", 9, 0, 0);
  const MappeQuorumTurn *lost;

  g_assert_cmpuint (turns->len, ==, 2);
  g_assert_true (g_array_index (turns, MappeQuorumTurn, 0).quorum.quorate);
  lost = &g_array_index (turns, MappeQuorumTurn, 1);
  g_assert_cmpint (lost->minute, ==, at ("17:10"));
  g_assert_cmpuint (lost->quorum.present, ==, 9);
  REFUSED (mappe_vote_record (S, ITEM ("8"), &counted, at ("17:10"), &error), QUORUM);
  g_assert_true (mappe_sitting_excluded (S, mappe_test_item (S, "5"), PERSON ("M24")));
}

static void
test_consensus (Fixture *fixture, gconstpointer data)
{
  MappeBallot reached = { .form = "consensus", .text = "Empfehlung: Beleuchtung zuerst.", .secret_yes = -1 };

  mappe_test_set (fixture->test.store, &mappe_meeting_kind, S->meeting->id, "minutes_state", "draft");
  mappe_sitting_unref (S);
  S = mappe_test_sitting (fixture->test.store, data);
  if (S->minutes->len > 0)
    {
      mappe_test_set (fixture->test.store, &mappe_minutes_kind, mappe_sitting_last_minutes (S)->id, "state", "draft");
      mappe_sitting_unref (S);
      S = mappe_test_sitting (fixture->test.store, data);
    }
  DO (mappe_vote_record (S, ITEM ("4"), &reached, at ("11:30"), &error));
  assert_field (only_decision (fixture, "4"), MAPPE_DECISION_OUTCOME, "recommended");
  assert_field (only_decision (fixture, "4"), MAPPE_DECISION_YES, NULL);
}

#define ADD(path, meeting, function) g_test_add (path, Fixture, meeting, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/sitting-acts/open", "MTG06", test_open);
  ADD ("/sitting-acts/other-day", "MTG06", test_other_day);
  ADD ("/sitting-acts/close", "MTG06", test_close);
  ADD ("/sitting-acts/declined", "MTG06", test_declined_is_excused);
  ADD ("/sitting-acts/reopen", "MTG06", test_reopen);
  ADD ("/sitting-acts/come-and-go", "MTG06", test_come_and_go);
  ADD ("/sitting-acts/arrive-all", "MTG06", test_arrive_all);
  ADD ("/sitting-acts/deputy", "MTG06", test_deputy);
  ADD ("/sitting-acts/midnight", "MTG06", test_midnight);
  ADD ("/sitting-acts/take-over", "MTG06", test_take_over);
  ADD ("/sitting-acts/correct", "MTG06", test_correct);
  ADD ("/sitting-acts/guests", "MTG06", test_guests);
  ADD ("/sitting-acts/call", "MTG06", test_call);
  ADD ("/sitting-acts/order", "MTG06", test_order);
  ADD ("/sitting-acts/tasks-and-statements", "MTG06", test_tasks_and_statements);
  ADD ("/sitting-acts/exclusion", "MTG06", test_exclusion);
  ADD ("/sitting-acts/vote", "MTG06", test_vote);
  ADD ("/sitting-acts/no-quorum", "MTG06", test_no_quorum);
  ADD ("/sitting-acts/roll-call", "MTG06", test_roll_call);
  ADD ("/sitting-acts/secret", "MTG06", test_secret);
  ADD ("/sitting-acts/motions", "MTG06", test_motions);
  ADD ("/sitting-acts/approval", "MTG06", test_approval);
  ADD ("/sitting-acts/lost-quorum", "MTG05", test_lost_quorum);
  ADD ("/sitting-acts/consensus", "MTG04", test_consensus);
  return g_test_run ();
}
