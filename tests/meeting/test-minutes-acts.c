/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of minutes: draft, chair, sent, objections, approved, sealed, corrected. */
#include "mappe-agenda-item.h"
#include "mappe-build-minutes.h"
#include "mappe-decision.h"
#include "mappe-meeting.h"
#include "mappe-minutes-acts.h"
#include "mappe-minutes-missing.h"
#include "mappe-minutes.h"
#include "mappe-objection-acts.h"
#include "mappe-objection.h"
#include "mappe-person.h"
#include "mappe-snapshot.h"
#include "mappe-task.h"
#include "mappe-test-demo.h"
#include "mappe-writers.h"

typedef MappeTestStore Fixture;

#define HELD "2026-10-27"
#define SENT "2026-11-18"
#define APPROVED "2026-11-20"

static const MappeRow *
edition_of (const MappeSitting *sitting)
{
  return mappe_sitting_last_minutes (sitting);
}

static void
assert_text (const MappeRow *row, guint field, const char *expected)
{
  g_assert_cmpstr (mappe_row_get_text (row, field), ==, expected);
}

/* The newest edition and the meeting say the same. */
static void
assert_stage (const MappeSitting *sitting, MappeMinutesStage stage, const char *code)
{
  g_assert_cmpint (mappe_minutes_stage (sitting), ==, stage);
  assert_text (edition_of (sitting), MAPPE_MINUTES_STATE, code);
  assert_text (sitting->meeting, MAPPE_MEETING_MINUTES_STATE, code);
}

/* MTG05 without the minutes that the demo brings along. */
static MappeSitting *
without_minutes (Fixture *fixture)
{
  MappeSitting *sitting = mappe_test_sitting (fixture->store, "MTG05");
  MappeEdit *edit = mappe_edit_new ("Test");

  for (guint i = 0; i < sitting->minutes->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (sitting->minutes, i);

      mappe_edit_delete (edit, row->kind, row->id, row->version);
    }
  for (guint i = 0; i < sitting->objections->len; i++)
    {
      const MappeListed *listed = g_ptr_array_index (sitting->objections, i);

      mappe_edit_delete (edit, listed->row->kind, listed->row->id, listed->row->version);
    }
  return mappe_test_act (fixture->store, sitting, edit, NULL);
}

#define ACT(sitting, call)                                                                                            \
  G_STMT_START                                                                                                        \
  {                                                                                                                   \
    GError *error_ = NULL;                                                                                            \
    GError **error = &error_;                                                                                         \
    MappeEdit *edit_ = call;                                                                                          \
    sitting = mappe_test_act (fixture->store, sitting, edit_, error_);                                                \
  }                                                                                                                   \
  G_STMT_END

#define REFUSED(call, code)                                                                                           \
  G_STMT_START                                                                                                        \
  {                                                                                                                   \
    GError *error_ = NULL;                                                                                            \
    GError **error = &error_;                                                                                         \
    MappeEdit *edit_ = call;                                                                                          \
    mappe_test_refused (edit_, error_, MAPPE_MEETING_ERROR_##code);                                                   \
  }                                                                                                                   \
  G_STMT_END

static MappeSitting *
sent_minutes (Fixture *fixture)
{
  MappeSitting *sitting = without_minutes (fixture);

  ACT (sitting, mappe_minutes_begin (sitting, error));
  ACT (sitting, mappe_minutes_give_to_chair (sitting, SENT, error));
  ACT (sitting, mappe_minutes_send (sitting, SENT, error));
  return sitting;
}

static MappeEdit *
seal (const MappeSitting *sitting, GError **error)
{
  MappeMinutesSignatures names = { "Dr. Amalia Ahornstein", "Dorian Distelfeld", APPROVED };
  g_autoptr (MappeNode) document = mappe_build_minutes_signed (sitting, &names, mappe_language_get ("de"));
  g_autoptr (GBytes) content = mappe_write_xml (document, error);
  MappeMinutesSeal with = { content, names.chair, names.minute_taker, names.signed_on };

  g_assert_nonnull (content);
  return mappe_minutes_seal (sitting, &with, error);
}

static MappeSitting *
sealed_minutes (Fixture *fixture)
{
  MappeSitting *sitting = sent_minutes (fixture);

  ACT (sitting, mappe_minutes_approve (sitting, APPROVED, 0, error));
  ACT (sitting, seal (sitting, error));
  return sitting;
}

static void
test_way (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = without_minutes (fixture);

  g_assert_cmpint (mappe_minutes_stage (sitting), ==, MAPPE_MINUTES_NONE);
  REFUSED (mappe_minutes_send (sitting, SENT, error), STATE);
  ACT (sitting, mappe_minutes_begin (sitting, error));
  assert_stage (sitting, MAPPE_MINUTES_DRAFT, "draft");
  g_assert_cmpint (mappe_row_get_int (edition_of (sitting), MAPPE_MINUTES_EDITION), ==, 1);
  REFUSED (mappe_minutes_begin (sitting, error), STATE);
  REFUSED (mappe_minutes_give_to_chair (sitting, "2026-10-26", error), STATE);
  ACT (sitting, mappe_minutes_give_to_chair (sitting, SENT, error));
  assert_stage (sitting, MAPPE_MINUTES_WITH_CHAIR, "in_review");
  assert_text (edition_of (sitting), MAPPE_MINUTES_WITH_CHAIR_ON, SENT);
  REFUSED (mappe_minutes_approve (sitting, APPROVED, 0, error), STATE);
  ACT (sitting, mappe_minutes_send (sitting, SENT, error));
  assert_stage (sitting, MAPPE_MINUTES_SENT, "sent");
  assert_text (sitting->meeting, MAPPE_MEETING_MINUTES_SENT_ON, SENT);
  REFUSED (mappe_minutes_approve (sitting, "2026-10-26", 0, error), STATE);
  REFUSED (mappe_minutes_approve (sitting, "2026-11-17", 0, error), STATE);
  REFUSED (mappe_minutes_approve (sitting, "2999-01-01", 0, error), STATE);
  REFUSED (seal (sitting, error), STATE);
  ACT (sitting, mappe_minutes_approve (sitting, APPROVED, 0, error));
  assert_stage (sitting, MAPPE_MINUTES_APPROVED, "approved");
  assert_text (sitting->meeting, MAPPE_MEETING_MINUTES_APPROVED_ON, APPROVED);
}

/* MTG06 is still to come. */
static void
test_too_early (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");

  REFUSED (mappe_minutes_begin (sitting, error), STATE);
}

static void
test_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = sent_minutes (fixture);

  ACT (sitting, mappe_minutes_approve (sitting, APPROVED, 0, error));
  ACT (sitting, mappe_minutes_take_back (sitting, error));
  assert_stage (sitting, MAPPE_MINUTES_SENT, "sent");
  assert_text (sitting->meeting, MAPPE_MEETING_MINUTES_APPROVED_ON, NULL);
  ACT (sitting, mappe_minutes_take_back (sitting, error));
  assert_stage (sitting, MAPPE_MINUTES_WITH_CHAIR, "in_review");
  assert_text (sitting->meeting, MAPPE_MEETING_MINUTES_SENT_ON, NULL);
  ACT (sitting, mappe_minutes_take_back (sitting, error));
  assert_stage (sitting, MAPPE_MINUTES_DRAFT, "draft");
  assert_text (edition_of (sitting), MAPPE_MINUTES_WITH_CHAIR_ON, NULL);
  REFUSED (mappe_minutes_take_back (sitting, error), STATE);
}

static void
test_typed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = sent_minutes (fixture);
  const MappeSittingItem *item = mappe_test_item (sitting, "1");

  ACT (sitting, mappe_minutes_type (sitting, edition_of (sitting), MAPPE_MINUTES_OPENING, "**Anfang**", error));
  assert_text (edition_of (sitting), MAPPE_MINUTES_OPENING, "**Anfang**");
  item = mappe_test_item (sitting, "1");
  ACT (sitting, mappe_minutes_type (sitting, item->row, MAPPE_AGENDA_ITEM_DISCUSSION, "- eins\n- zwei", error));
  assert_text (mappe_test_item (sitting, "1")->row, MAPPE_AGENDA_ITEM_DISCUSSION, "- eins\n- zwei");
  ACT (sitting, mappe_minutes_type (sitting, edition_of (sitting), MAPPE_MINUTES_OPENING, "", error));
  g_assert_true (mappe_row_is_null (edition_of (sitting), MAPPE_MINUTES_OPENING));
  ACT (sitting, mappe_minutes_approve (sitting, APPROVED, 0, error));
  REFUSED (mappe_minutes_type (sitting, edition_of (sitting), MAPPE_MINUTES_OPENING, "x", error), STATE);
}

/* Two windows type into one text: the second is told, with both texts. */
static void
test_typed_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = sent_minutes (fixture);
  g_autoptr (MappeSitting) later = mappe_sitting_ref (sitting);
  g_autoptr (MappeApplied) fault = NULL;
  MappeEdit *mine;

  ACT (later, mappe_minutes_type (sitting, edition_of (sitting), MAPPE_MINUTES_OPENING, "theirs", error));
  mine = mappe_minutes_type (sitting, edition_of (sitting), MAPPE_MINUTES_OPENING, "mine", NULL);
  fault = mappe_test_refuse (fixture->store, mine, MAPPE_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (fault->conflicts->len, ==, 1);
  g_assert_cmpstr (((MappeConflict *) g_ptr_array_index (fault->conflicts, 0))->theirs, ==, "theirs");
}

/* --- objections --- */

static void
test_objection (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = sent_minutes (fixture);
  gint64 person = mappe_test_participant (sitting, "M24")->person;
  MappeObjectionGiven given = { person, mappe_test_item (sitting, "5")->row->id, "2026-11-19", "Die Uhrzeit fehlt" };
  const MappeListed *objection;

  REFUSED (mappe_objection_raise (sitting, &(MappeObjectionGiven) { 0, 0, SENT, "x" }, error), MISSING);
  REFUSED (mappe_objection_raise (sitting, &(MappeObjectionGiven) { person, 0, SENT, "" }, error), MISSING);
  REFUSED (mappe_objection_raise (sitting, &(MappeObjectionGiven) { person, 0, "2026-10-01", "x" }, error), MISSING);
  ACT (sitting, mappe_objection_raise (sitting, &given, error));
  assert_stage (sitting, MAPPE_MINUTES_OBJECTED, "objected");
  g_assert_cmpuint (sitting->objections->len, ==, 1);
  objection = g_ptr_array_index (sitting->objections, 0);
  assert_text (objection->row, MAPPE_OBJECTION_NOTE, NULL);
  REFUSED (mappe_minutes_approve (sitting, APPROVED, 0, error), STATE);
  REFUSED (mappe_minutes_take_back (sitting, error), STATE);
  REFUSED (mappe_objection_decide (sitting, 4711, TRUE, 0, error), MISSING);
  ACT (sitting, mappe_objection_decide (sitting, objection->row->id, TRUE, sitting->next->id, error));
  objection = g_ptr_array_index (sitting->objections, 0);
  assert_text (objection->row, MAPPE_OBJECTION_OUTCOME, "accepted");
  g_assert_cmpint (mappe_row_get_int (objection->row, MAPPE_OBJECTION_DECIDED_IN), ==, sitting->next->id);
  ACT (sitting, mappe_minutes_approve (sitting, APPROVED, 0, error));
  ACT (sitting, mappe_minutes_take_back (sitting, error));
  assert_stage (sitting, MAPPE_MINUTES_OBJECTED, "objected");
}

static void
test_late_objection (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = sent_minutes (fixture);
  MappeObjectionGiven given = { mappe_test_participant (sitting, "M24")->person, 0, "2026-12-09", "Zu spät" };

  g_assert_cmpstr (mappe_row_get_text (sitting->next, MAPPE_MEETING_HELD_ON), ==, "2026-12-08");
  g_assert_false (mappe_objection_is_late (sitting, "2026-12-08"));
  g_assert_true (mappe_objection_is_late (sitting, "2026-12-09"));
  ACT (sitting, mappe_objection_raise (sitting, &given, error));
  g_assert_nonnull (mappe_row_get_text (((MappeListed *) g_ptr_array_index (sitting->objections, 0))->row,
                                        MAPPE_OBJECTION_NOTE));
}

static void
test_objection_to_draft (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = without_minutes (fixture);
  MappeObjectionGiven given = { mappe_test_participant (sitting, "M24")->person, 0, SENT, "x" };

  REFUSED (mappe_objection_raise (sitting, &given, error), MISSING);
}

/* --- the seal --- */

static void
test_seal_needs_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = sent_minutes (fixture);
  g_autoptr (GBytes) content = g_bytes_new_static ("x", 1);

  ACT (sitting, mappe_minutes_approve (sitting, APPROVED, 0, error));
  REFUSED (mappe_minutes_seal (sitting, &(MappeMinutesSeal) { content, NULL, "b", APPROVED }, error), MISSING);
  REFUSED (mappe_minutes_seal (sitting, &(MappeMinutesSeal) { content, "a", "", APPROVED }, error), MISSING);
  REFUSED (mappe_minutes_seal (sitting, &(MappeMinutesSeal) { content, "a", "b", NULL }, error), MISSING);
  REFUSED (mappe_minutes_seal (sitting, &(MappeMinutesSeal) { content, "a", "b", SENT }, error), STATE);
}

/* DOMAIN.md R-01: what is sealed stays, to the last byte, whatever becomes of the data it was made from. */
static void
test_seal_holds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = sealed_minutes (fixture);
  g_autofree char *hash = g_strdup (mappe_row_get_text (edition_of (sitting), MAPPE_MINUTES_CONTENT));
  g_autoptr (GBytes) before = mappe_store_blob (fixture->store, hash, NULL), after = NULL;
  g_autoptr (MappeNode) sealed = NULL, same = NULL, changed = NULL;
  g_autoptr (GError) cause = NULL;

  assert_stage (sitting, MAPPE_MINUTES_SEALED, "sealed");
  g_assert_false (mappe_row_is_null (edition_of (sitting), MAPPE_MINUTES_SEALED_AT));
  sealed = mappe_read_xml (before, &cause);
  g_assert_no_error (cause);
  same = mappe_build_minutes (sitting, MAPPE_CLASS_CONFIDENTIAL, mappe_language_get ("de"));
  g_assert_true (mappe_node_equal (sealed, same));
  mappe_test_set (fixture->store, &mappe_person_kind, mappe_test_participant (sitting, "M24")->person, "last_name",
                  "Zymbal");
  mappe_sitting_unref (sitting);
  sitting = mappe_test_sitting (fixture->store, "MTG05");
  changed = mappe_build_minutes (sitting, MAPPE_CLASS_CONFIDENTIAL, mappe_language_get ("de"));
  g_assert_false (mappe_node_equal (sealed, changed));
  assert_text (edition_of (sitting), MAPPE_MINUTES_CONTENT, hash);
  after = mappe_store_blob (fixture->store, hash, NULL);
  g_assert_cmpmem (g_bytes_get_data (before, NULL), g_bytes_get_size (before), g_bytes_get_data (after, NULL),
                   g_bytes_get_size (after));
}

static void
test_seal_refuses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = sealed_minutes (fixture);
  MappeEdit *edit = mappe_edit_new ("Test");
  MappeRow *mine = mappe_row_copy (edition_of (sitting));
  g_autoptr (MappeApplied) fault = NULL;

  REFUSED (mappe_minutes_take_back (sitting, error), STATE);
  REFUSED (mappe_minutes_send (sitting, SENT, error), STATE);
  REFUSED (mappe_minutes_type (sitting, edition_of (sitting), MAPPE_MINUTES_OPENING, "x", error), STATE);
  REFUSED (seal (sitting, error), STATE);
  /* Nor by the back door. */
  g_assert_true (mappe_row_set_canonical (mine, MAPPE_MINUTES_OPENING, "x", NULL));
  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) edition_of (sitting)), mine);
  fault = mappe_test_refuse (fixture->store, edit, MAPPE_STORE_ERROR_REFUSED);
}

static void
test_correction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = sent_minutes (fixture);
  const MappeSittingDecision *decision = g_ptr_array_index (mappe_test_item (sitting, "2")->decisions, 0);
  gint64 id = decision->row->id;
  const MappeRow *first;

  REFUSED (mappe_minutes_correct (sitting, "Grund", id, error), STATE);
  ACT (sitting, mappe_minutes_type (sitting, edition_of (sitting), MAPPE_MINUTES_OPENING, "Anfang", error));
  ACT (sitting, mappe_minutes_approve (sitting, APPROVED, 0, error));
  ACT (sitting, seal (sitting, error));
  REFUSED (mappe_minutes_correct (sitting, "", id, error), MISSING);
  REFUSED (mappe_minutes_correct (sitting, "Grund", 0, error), MISSING);
  ACT (sitting, mappe_minutes_correct (sitting, "Uhrzeit falsch", id, error));
  assert_stage (sitting, MAPPE_MINUTES_DRAFT, "draft");
  g_assert_cmpuint (sitting->minutes->len, ==, 2);
  first = g_ptr_array_index (sitting->minutes, 0);
  assert_text (first, MAPPE_MINUTES_STATE, "sealed");
  assert_text (edition_of (sitting), MAPPE_MINUTES_REASON, "Uhrzeit falsch");
  assert_text (edition_of (sitting), MAPPE_MINUTES_OPENING, "Anfang");
  g_assert_cmpint (mappe_row_get_int (edition_of (sitting), MAPPE_MINUTES_EDITION), ==, 2);
  assert_text (sitting->meeting, MAPPE_MEETING_MINUTES_SENT_ON, SENT);
  ACT (sitting, mappe_minutes_give_to_chair (sitting, APPROVED, error));
  assert_text (sitting->meeting, MAPPE_MEETING_MINUTES_SENT_ON, SENT);
}

static gpointer
approval_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_snapshot_minutes_approval (snapshot, *(gint64 *) data, error);
}

/* MTG03 was approved in MTG05 by D-13; about MTG05 nothing is decided yet. */
static void
test_approval (Fixture *fixture, gconstpointer data)
{
  gint64 spring = mappe_store_find (fixture->store, &mappe_meeting_kind, "MTG03", NULL);
  gint64 autumn = mappe_store_find (fixture->store, &mappe_meeting_kind, "MTG05", NULL);
  g_autoptr (MappeMinutesApproval) found = mappe_store_read (fixture->store, approval_job, &spring, NULL);
  g_autoptr (MappeMinutesApproval) none = mappe_store_read (fixture->store, approval_job, &autumn, NULL);

  g_assert_cmpint (found->decision, ==, mappe_store_find (fixture->store, &mappe_decision_kind, "D-13", NULL));
  g_assert_cmpstr (found->held_on, ==, HELD);
  g_assert_cmpint (none->decision, ==, 0);
}

/* --- the check list --- */

static guint
count_missing (const MappeSitting *sitting, const char *step)
{
  g_autoptr (GPtrArray) missing = mappe_minutes_missing (sitting);
  guint n = 0;

  for (guint i = 0; i < missing->len; i++)
    {
      const MappeMissing *each = g_ptr_array_index (missing, i);

      g_assert_cmpstr (each->text, !=, "");
      g_assert_cmpstr (each->advice, !=, "");
      n += g_str_equal (each->step, step) ? 1 : 0;
    }
  return n;
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");
  const MappeListed *task = g_ptr_array_index (mappe_test_item (sitting, "6")->tasks, 0);
  gint64 meeting = sitting->meeting->id;
  g_autoptr (GPtrArray) none = mappe_minutes_missing (sitting);

  g_assert_cmpuint (none->len, ==, 0);
  mappe_test_set (fixture->store, &mappe_meeting_kind, meeting, "chair", NULL);
  mappe_test_set (fixture->store, &mappe_meeting_kind, meeting, "place", NULL);
  mappe_test_set (fixture->store, &mappe_meeting_kind, meeting, "closed_at", NULL);
  mappe_test_set (fixture->store, &mappe_agenda_item_kind, mappe_test_item (sitting, "3")->row->id, "result", NULL);
  mappe_test_set (fixture->store, &mappe_task_kind, task->row->id, "responsible_member", NULL);
  mappe_test_set (fixture->store, &mappe_task_kind, task->row->id, "responsible_organisation", NULL);
  mappe_sitting_unref (sitting);
  sitting = mappe_test_sitting (fixture->store, "MTG05");
  g_assert_cmpuint (count_missing (sitting, "plan"), ==, 2);
  g_assert_cmpuint (count_missing (sitting, "sitting"), ==, 2);
  g_assert_cmpuint (count_missing (sitting, "follow-up"), ==, 1);
}

static void
test_missing_attendance (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");

  /* Nobody's attendance is recorded, no item has a result, there is no end yet. */
  g_assert_cmpuint (count_missing (sitting, "sitting"), >=, sitting->items->len);
}

#define ADD(path, function)                                                                                           \
  g_test_add ("/minutes-acts/" path, Fixture, "de", mappe_test_demo_set_up, function, mappe_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("way", test_way);
  ADD ("too-early", test_too_early);
  ADD ("back", test_back);
  ADD ("typed", test_typed);
  ADD ("typed-twice", test_typed_twice);
  ADD ("objection", test_objection);
  ADD ("late-objection", test_late_objection);
  ADD ("objection-to-draft", test_objection_to_draft);
  ADD ("seal-needs-names", test_seal_needs_names);
  ADD ("seal-holds", test_seal_holds);
  ADD ("seal-refuses", test_seal_refuses);
  ADD ("correction", test_correction);
  ADD ("approval", test_approval);
  ADD ("missing", test_missing);
  ADD ("missing-attendance", test_missing_attendance);
  return g_test_run ();
}
