/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-date.h"
#include "mappe-test-edit.h"

#include <string.h>

/* One case a rule: what breaks it is refused with the field at fault, what just keeps it is saved. */

typedef MappeTestMeeting Fixture;

static void
refused (Fixture *fixture, MappeEdit *edit, const char *kind, const char *field)
{
  mappe_test_refuse_at (fixture->test.store, edit, kind, field);
}

static void
accept (Fixture *fixture, MappeEdit *edit)
{
  mappe_test_accept (fixture->test.store, edit);
}

/* --- presence --- */

static void
test_present_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = NULL;

  g_free (ADD (fixture, "attendance", "meeting", fixture->meeting, "person", fixture->person, "status", "present"));
  refused (fixture, INSERT ("attendance", "meeting", fixture->meeting, "person", fixture->person), "attendance",
           "person");
  other = ADD (fixture, "attendance", "meeting", fixture->meeting, "person", fixture->other);
  refused (fixture, CHANGE (fixture, "attendance", other, "person", fixture->person), "attendance", "person");
}

/* Undo gives back what was there, also when a rule would forbid it as an edit. */
static void
test_swap_in_one_edit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = ADD (fixture, "attendance", "meeting", fixture->meeting, "person", fixture->person);
  MappeEdit *edit = mappe_test_deletion ("attendance", first);

  mappe_edit_insert (edit, ROW ("attendance", "meeting", fixture->meeting, "person", fixture->person));
  accept (fixture, edit);
  g_free (mappe_store_undo (fixture->test.store, NULL));
  g_assert_cmpint (mappe_test_count (fixture->test.store, "attendance"), ==, 1);
}

static void
test_times_of_absent (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = ADD (fixture, "attendance", "meeting", fixture->meeting, "person", fixture->person, "status",
                             "deputised", "arrived_at", "15:30", "left_at", "17:30");

  refused (fixture, CHANGE (fixture, "attendance", id, "status", "excused"), "attendance", "arrived_at");
  refused (fixture, CHANGE (fixture, "attendance", id, "status", "excused", "arrived_at", NULL), "attendance",
           "left_at");
  accept (fixture, CHANGE (fixture, "attendance", id, "status", "excused", "arrived_at", NULL, "left_at", NULL));
  refused (fixture, INSERT ("absence", "attendance", id, "left_at", "16:00", "returned_at", "16:10"), "absence",
           "attendance");
}

static void
test_absence (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = ADD (fixture, "attendance", "meeting", fixture->meeting, "person", fixture->person, "status",
                             "present", "arrived_at", "15:30", "left_at", "17:30");

  refused (fixture, INSERT ("absence", "attendance", id, "left_at", "15:29", "returned_at", "15:40"), "absence",
           "left_at");
  refused (fixture, INSERT ("absence", "attendance", id, "left_at", "17:20", "returned_at", "17:31"), "absence",
           "returned_at");
  g_free (ADD (fixture, "absence", "attendance", id, "left_at", "15:30", "returned_at", "16:00"));
  refused (fixture, INSERT ("absence", "attendance", id, "left_at", "15:59", "returned_at", "16:10"), "absence",
           "left_at");
  g_free (ADD (fixture, "absence", "attendance", id, "left_at", "16:00", "returned_at", "17:30"));
  refused (fixture, CHANGE (fixture, "attendance", id, "arrived_at", "15:31"), "attendance", "arrived_at");
  refused (fixture, CHANGE (fixture, "attendance", id, "left_at", "17:29"), "attendance", "left_at");
  refused (fixture, CHANGE (fixture, "attendance", id, "status", "absent", "arrived_at", NULL, "left_at", NULL),
           "attendance", "status");
  accept (fixture, CHANGE (fixture, "attendance", id, "arrived_at", NULL, "left_at", "18:00"));
}

/* --- decisions --- */

static char *
item_of (Fixture *fixture, const char *held_on, const char *state, const char *opened_at)
{
  g_autofree char *meeting = ADD (fixture, "meeting", "title", "x", "body", fixture->body, "held_on", held_on, "state",
                                  state, "opened_at", opened_at);

  return ADD (fixture, "agenda-item", "title", "y", "meeting", meeting);
}

static void
test_never_held (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = mappe_date_today ();
  g_autofree char *tomorrow = mappe_date_add_days (today, 1);
  g_autofree char *cancelled = item_of (fixture, "2026-05-19", "cancelled", NULL);
  g_autofree char *planned = item_of (fixture, tomorrow, "planned", NULL);
  g_autofree char *invited = item_of (fixture, tomorrow, "invited", NULL);
  g_autofree char *opened = item_of (fixture, tomorrow, "invited", "15:30");
  g_autofree char *running = item_of (fixture, today, "invited", NULL);
  g_autofree char *held = item_of (fixture, tomorrow, "held", NULL);
  g_autofree char *decision = NULL;

  refused (fixture, INSERT ("decision", "agenda_item", cancelled, "text", "a"), "decision", "agenda_item");
  refused (fixture, INSERT ("decision", "agenda_item", planned, "text", "a"), "decision", "agenda_item");
  refused (fixture, INSERT ("decision", "agenda_item", invited, "text", "a"), "decision", "agenda_item");
  g_free (ADD (fixture, "decision", "agenda_item", opened, "text", "a"));
  g_free (ADD (fixture, "decision", "agenda_item", running, "text", "a"));
  g_free (ADD (fixture, "decision", "agenda_item", held, "text", "a"));
  decision = ADD (fixture, "decision", "agenda_item", fixture->item, "text", "a");
  refused (fixture, CHANGE (fixture, "decision", decision, "agenda_item", cancelled), "decision", "agenda_item");
  refused (fixture, CHANGE (fixture, "meeting", fixture->meeting, "state", "cancelled"), "meeting", "state");
  refused (fixture, CHANGE (fixture, "meeting", fixture->meeting, "state", "planned", "held_on", tomorrow), "meeting",
           "state");
}

static void
test_item_to_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *cancelled = ADD (fixture, "meeting", "title", "x", "body", fixture->body, "held_on", "2026-05-20",
                                    "state", "cancelled");
  g_autofree char *free_item = ADD (fixture, "agenda-item", "title", "z", "meeting", fixture->meeting);

  g_free (ADD (fixture, "decision", "agenda_item", fixture->item, "text", "a"));
  refused (fixture, CHANGE (fixture, "agenda-item", fixture->item, "meeting", cancelled), "agenda-item", "meeting");
  accept (fixture, CHANGE (fixture, "agenda-item", free_item, "meeting", cancelled));
}

static void
test_number (Fixture *fixture, gconstpointer data)
{
  g_autofree char *group = ADD (fixture, "body", "name", "Group");
  g_autofree char *meeting = ADD (fixture, "meeting", "title", "x", "body", group, "held_on", "2026-01-01", "state",
                                  "held");
  g_autofree char *item = ADD (fixture, "agenda-item", "title", "y", "meeting", meeting);
  g_autofree char *next = item_of (fixture, "2026-06-01", "held", NULL);
  g_autofree char *second = NULL;

  g_free (ADD (fixture, "decision", "agenda_item", fixture->item, "text", "a", "number", "KPR 2026/01"));
  refused (fixture, INSERT ("decision", "agenda_item", next, "text", "b", "number", "KPR 2026/01"), "decision",
           "number");
  second = ADD (fixture, "decision", "agenda_item", item, "text", "b", "number", "KPR 2026/01");
  refused (fixture, CHANGE (fixture, "decision", second, "agenda_item", next), "decision", "number");
  g_free (ADD (fixture, "decision", "agenda_item", next, "text", "b", "number", "KPR 2026/02"));
  g_free (ADD (fixture, "decision", "agenda_item", next, "text", "without a number"));
  g_free (ADD (fixture, "decision", "agenda_item", next, "text", "without a number"));
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  refused (fixture, INSERT ("decision", "agenda_item", fixture->item, "text", "a", "eligible", "3", "yes", "3"),
           "decision", "voting_present");
  refused (fixture,
           INSERT ("decision", "agenda_item", fixture->item, "text", "a", "vote_type", "secret", "voting_present",
                   "3", "no", "3"),
           "decision", "eligible");
  refused (fixture,
           INSERT ("decision", "agenda_item", fixture->item, "text", "a", "voting_present", "3", "eligible", "3",
                   "yes", "2"),
           "decision", "eligible");
  g_free (ADD (fixture, "decision", "agenda_item", fixture->item, "text", "a", "voting_present", "3", "eligible", "3",
               "yes", "3"));
  g_free (ADD (fixture, "decision", "agenda_item", fixture->item, "text", "a", "vote_type", "consensus", "yes", "3"));
}

static void
test_quorum (Fixture *fixture, gconstpointer data)
{
  refused (
      fixture,
      INSERT ("decision", "agenda_item", fixture->item, "text", "a", "voting_present", "9", "quorum_needed", "10"),
      "decision", "quorum_override");
  g_free (ADD (fixture, "decision", "agenda_item", fixture->item, "text", "a", "voting_present", "10", "quorum_needed",
               "10"));
  g_free (ADD (fixture, "decision", "agenda_item", fixture->item, "text", "a", "voting_present", "9", "quorum_needed",
               "10", "quorum_override", "Danger in delay"));
}

/* --- roll call and exclusions --- */

static MappeRow *
roll_call (Fixture *fixture, const char *yes, const char *no)
{
  return ROW ("decision", "agenda_item", fixture->item, "text", "a", "vote_type", "roll_call", "voting_present", "2",
              "eligible", "2", "yes", yes, "no", no, "abstain", "0");
}

static void
call (MappeEdit *edit, gint64 decision, const char *person, const char *vote)
{
  MappeRow *row = ROW ("roll-call-vote", "person", person, "vote", vote);

  mappe_value_set_int (&row->values[mappe_kind_find_field (row->kind, "decision")], decision);
  mappe_edit_insert (edit, row);
}

/* A decision and the roll call of both persons in one edit. */
static MappeEdit *
called (Fixture *fixture, const char *yes, const char *no, const char *first, const char *second)
{
  MappeEdit *edit = mappe_edit_new ("vote");
  gint64 decision = mappe_edit_insert (edit, roll_call (fixture, yes, no));

  call (edit, decision, fixture->person, first);
  call (edit, decision, fixture->other, second);
  return edit;
}

static void
test_roll_call (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;
  g_autofree char *decision = NULL;
  g_autofree char *vote = NULL;

  refused (fixture, called (fixture, "2", "0", "yes", "no"), "decision", "yes");
  refused (fixture, called (fixture, "0", "2", "abstain", "no"), "decision", "no");
  ids = mappe_test_accepted (fixture->test.store, called (fixture, "1", "1", "yes", "no"));
  decision = mappe_test_text_of (g_array_index (ids, gint64, 0));
  vote = mappe_test_text_of (g_array_index (ids, gint64, 1));
  refused (fixture, CHANGE (fixture, "roll-call-vote", vote, "vote", "no"), "decision", "yes");
  refused (fixture, CHANGE (fixture, "decision", decision, "yes", "2", "no", "0"), "decision", "yes");
  refused (fixture, mappe_test_deletion ("roll-call-vote", vote), "decision", "yes");
  refused (fixture, INSERT ("roll-call-vote", "decision", decision, "person", fixture->person, "vote", "yes"),
           "roll-call-vote", "person");
  accept (fixture, ALSO (fixture, CHANGE (fixture, "roll-call-vote", vote, "vote", "no"), "decision", decision,
                         "yes", "0", "no", "2"));
  accept (fixture, mappe_test_deletion ("decision", decision));
}

/* Names may be called before anything is counted. */
static void
test_called_first (Fixture *fixture, gconstpointer data)
{
  g_autofree char *decision = ADD (fixture, "decision", "agenda_item", fixture->item, "text", "a", "vote_type",
                                   "roll_call");

  g_free (ADD (fixture, "roll-call-vote", "decision", decision, "person", fixture->person, "vote", "yes"));
  refused (fixture, CHANGE (fixture, "decision", decision, "voting_present", "1", "eligible", "1", "no", "1"),
           "decision", "no");
  accept (fixture, CHANGE (fixture, "decision", decision, "voting_present", "1", "eligible", "1", "yes", "1"));
}

static void
test_vote_of_excluded (Fixture *fixture, gconstpointer data)
{
  g_autofree char *decision = ADD (fixture, "decision", "agenda_item", fixture->item, "text", "a");

  g_free (ADD (fixture, "decision-exclusion", "decision", decision, "person", fixture->person));
  refused (fixture, INSERT ("roll-call-vote", "decision", decision, "person", fixture->person, "vote", "yes"),
           "roll-call-vote", "person");
  g_free (ADD (fixture, "conflict-declaration", "meeting", fixture->meeting, "agenda_item", fixture->item, "person",
               fixture->other, "consequence", "not_excluded"));
  g_free (ADD (fixture, "roll-call-vote", "decision", decision, "person", fixture->other, "vote", "yes"));
}

static void
test_excluded_by_conflict (Fixture *fixture, gconstpointer data)
{
  g_autofree char *decision = ADD (fixture, "decision", "agenda_item", fixture->item, "text", "a");
  g_autofree char *elsewhere = ADD (fixture, "agenda-item", "title", "Other", "meeting", fixture->meeting);

  g_free (ADD (fixture, "conflict-declaration", "meeting", fixture->meeting, "agenda_item", fixture->item, "person",
               fixture->person, "consequence", "excluded"));
  refused (fixture, INSERT ("roll-call-vote", "decision", decision, "person", fixture->person, "vote", "yes"),
           "roll-call-vote", "person");
  g_free (ADD (fixture, "roll-call-vote", "decision", decision, "person", fixture->other, "vote", "yes"));
  refused (fixture,
           INSERT ("conflict-declaration", "meeting", fixture->meeting, "agenda_item", fixture->item, "person",
                   fixture->other, "consequence", "excluded"),
           "conflict-declaration", "consequence");
  refused (fixture, INSERT ("decision-exclusion", "decision", decision, "person", fixture->other),
           "decision-exclusion", "person");
  g_free (ADD (fixture, "conflict-declaration", "meeting", fixture->meeting, "agenda_item", elsewhere, "person",
               fixture->other, "consequence", "excluded"));
}

/* --- agenda --- */

static void
test_keep_decisions (Fixture *fixture, gconstpointer data)
{
  g_autofree char *decision = ADD (fixture, "decision", "agenda_item", fixture->item, "text", "a");
  MappeEdit *edit = mappe_test_deletion ("agenda-item", fixture->item);

  refused (fixture, mappe_test_deletion ("agenda-item", fixture->item), "agenda-item", "-");
  refused (fixture, mappe_test_deletion ("meeting", fixture->meeting), "agenda-item", "-");
  mappe_edit_delete (edit, mappe_test_kind ("decision"), g_ascii_strtoll (decision, NULL, 10), 0);
  accept (fixture, edit);
  accept (fixture, mappe_test_deletion ("meeting", fixture->meeting));
}

static void
test_part_after_invitation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *meeting = ADD (fixture, "meeting", "title", "x", "body", fixture->body, "held_on", "2026-06-19",
                                  "state", "planned");
  g_autofree char *item = ADD (fixture, "agenda-item", "title", "y", "meeting", meeting);

  refused (fixture, CHANGE (fixture, "agenda-item", fixture->item, "public", "1"), "agenda-item", "public");
  accept (fixture, CHANGE (fixture, "agenda-item", item, "public", "1"));
  /* The edit that invites may still sort the agenda. */
  accept (fixture, ALSO (fixture, CHANGE (fixture, "meeting", meeting, "invited_on", "2026-06-01"), "agenda-item",
                         item, "public", "0"));
  refused (fixture, CHANGE (fixture, "agenda-item", item, "public", "1"), "agenda-item", "public");
  refused (
      fixture,
      ALSO (fixture, CHANGE (fixture, "meeting", meeting, "invited_on", NULL), "agenda-item", item, "public", "1"),
      "agenda-item", "public");
  accept (fixture, CHANGE (fixture, "agenda-item", item, "title", "z"));
}

static void
test_beneath_itself (Fixture *fixture, gconstpointer data)
{
  g_autofree char *below = ADD (fixture, "agenda-item", "title", "b", "meeting", fixture->meeting, "parent",
                                fixture->item);
  g_autofree char *lowest = ADD (fixture, "agenda-item", "title", "c", "meeting", fixture->meeting, "parent", below);

  refused (fixture, CHANGE (fixture, "agenda-item", fixture->item, "parent", fixture->item), "agenda-item", "parent");
  refused (fixture, CHANGE (fixture, "agenda-item", fixture->item, "parent", lowest), "agenda-item", "parent");
  accept (fixture, CHANGE (fixture, "agenda-item", lowest, "parent", fixture->item));
  /* Turned round in one edit. */
  accept (fixture, ALSO (fixture, CHANGE (fixture, "agenda-item", fixture->item, "parent", lowest), "agenda-item",
                         lowest, "parent", NULL));
}

/* --- minutes --- */

static void
test_approved_before (Fixture *fixture, gconstpointer data)
{
  g_autofree char *minutes = NULL;

  refused (fixture, CHANGE (fixture, "meeting", fixture->meeting, "minutes_approved_on", "2026-05-18"), "meeting",
           "minutes_approved_on");
  accept (fixture, CHANGE (fixture, "meeting", fixture->meeting, "minutes_approved_on", "2026-05-19"));
  refused (fixture, INSERT ("minutes", "meeting", fixture->meeting, "approved_on", "2026-05-18"), "minutes",
           "approved_on");
  minutes = ADD (fixture, "minutes", "meeting", fixture->meeting, "approved_on", "2026-05-19");
  refused (fixture, CHANGE (fixture, "meeting", fixture->meeting, "held_on", "2026-05-20", "minutes_approved_on", NULL),
           "meeting", "held_on");
  refused (fixture, CHANGE (fixture, "minutes", minutes, "approved_on", NULL, "state", "approved"), "minutes",
           "approved_on");
  accept (fixture, CHANGE (fixture, "minutes", minutes, "state", "approved"));
}

static void
test_edition (Fixture *fixture, gconstpointer data)
{
  g_autofree char *next = ADD (fixture, "meeting", "title", "x", "body", fixture->body, "held_on", "2026-06-19");

  g_free (ADD (fixture, "minutes", "meeting", fixture->meeting, "edition", NULL));
  refused (fixture, INSERT ("minutes", "meeting", fixture->meeting, "edition", "1"), "minutes", "edition");
  refused (fixture, INSERT ("minutes", "meeting", fixture->meeting, "edition", "2"), "minutes", "reason");
  g_free (ADD (fixture, "minutes", "meeting", fixture->meeting, "edition", "2", "reason", "Wrong name"));
  g_free (ADD (fixture, "minutes", "meeting", next, "edition", "1"));
}

static void
test_sealing (Fixture *fixture, gconstpointer data)
{
  static const char *const needed[] = { "content", "signed_on", "signed_chair", "signed_minute_taker" };
  static const char *const values[] = { NULL, "2026-06-02", "A", "B" };
  g_autofree char *id = ADD (fixture, "minutes", "meeting", fixture->meeting);
  g_autoptr (GBytes) content = g_bytes_new_static ("text", 4);

  refused (fixture, CHANGE (fixture, "minutes", id, "sealed_at", "2026-06-02T10:00"), "minutes", "approved_on");
  accept (fixture, CHANGE (fixture, "minutes", id, "approved_on", "2026-06-01"));
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      MappeEdit *edit = mappe_edit_new ("fill");
      g_autofree char *hash = i == 0 ? mappe_edit_add_blob (edit, content) : g_strdup (values[i]);

      refused (fixture, CHANGE (fixture, "minutes", id, "sealed_at", "2026-06-02T10:00"), "minutes", needed[i]);
      accept (fixture, ALSO (fixture, edit, "minutes", id, needed[i], hash));
    }
  accept (fixture, CHANGE (fixture, "minutes", id, "sealed_at", "2026-06-02T10:00", "state", "sealed"));
}

static void
test_sealed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = mappe_test_meeting_seal (fixture);
  g_autofree char *next = ADD (fixture, "meeting", "title", "Autumn", "body", fixture->body, "held_on", "2026-06-20",
                               "state", "held");
  g_autofree char *item = ADD (fixture, "agenda-item", "title", "Minutes", "meeting", next);
  g_autofree char *decision = NULL;
  MappeEdit *base = mappe_edit_new_base ("base");

  refused (fixture, CHANGE (fixture, "minutes", id, "note", "x"), "minutes", "sealed_at");
  refused (fixture, CHANGE (fixture, "minutes", id, "sealed_at", NULL, "state", "draft"), "minutes", "sealed_at");
  refused (fixture, mappe_test_deletion ("minutes", id), "minutes", "sealed_at");
  refused (fixture, mappe_test_deletion ("meeting", fixture->meeting), "minutes", "sealed_at");
  refused (fixture, ALSO (fixture, base, "minutes", id, "note", "x"), "minutes", "sealed_at");
  decision = ADD (fixture, "decision", "agenda_item", item, "text", "Correction");
  g_free (ADD (fixture, "minutes", "meeting", fixture->meeting, "edition", "2", "reason", "Name", "decision",
               decision));
}

/* What was recorded of a meeting, a record each. */
typedef struct {
  const char *kind;
  char       *id;
  const char *field, *value;  /* a change to it */
  MappeRow   *more;           /* another such record */
} Recorded;

static GArray *
record_all (Fixture *fixture)
{
  const char *meeting = fixture->meeting, *item = fixture->item, *person = fixture->person, *other = fixture->other;
  char *decision = ADD (fixture, "decision", "agenda_item", item, "text", "Lamps", "vote_type", "open",
                        "voting_present", "1", "eligible", "1", "yes", "1", "no", "0", "abstain", "0");
  char *attendance = ADD (fixture, "attendance", "meeting", meeting, "person", person, "status", "present");
  const Recorded all[] = {
    { "decision", decision, "text", "Dark", ROW ("decision", "agenda_item", item, "text", "More") },
    { "attendance", attendance, "arrived_at", "16:00", ROW ("attendance", "meeting", meeting, "person", other) },
    { "absence", ADD (fixture, "absence", "attendance", attendance, "left_at", "16:30", "returned_at", "16:40"),
      "left_at", "16:31",
      ROW ("absence", "attendance", attendance, "left_at", "17:00", "returned_at", "17:10") },
    { "agenda-item", g_strdup (item), "discussion", "x", ROW ("agenda-item", "meeting", meeting, "title", "x") },
    { "guest", ADD (fixture, "guest", "meeting", meeting, "name", "Cedar"), "name", "Birch",
      ROW ("guest", "meeting", meeting, "name", "x") },
    { "motion", ADD (fixture, "motion", "agenda_item", item, "text", "Light"), "text", "x",
      ROW ("motion", "agenda_item", item, "text", "x") },
    { "statement", ADD (fixture, "statement", "agenda_item", item, "person", person, "text", "No"), "text", "Yes",
      ROW ("statement", "agenda_item", item, "person", other, "text", "x") },
    { "conflict-declaration", ADD (fixture, "conflict-declaration", "meeting", meeting, "agenda_item", item, "person",
                                   other, "consequence", "excluded"), "consequence", "not_excluded",
      ROW ("conflict-declaration", "meeting", meeting, "agenda_item", item, "person", person) },
    { "decision-exclusion", ADD (fixture, "decision-exclusion", "decision", decision, "person", other), "person",
      fixture->person, ROW ("decision-exclusion", "decision", decision, "person", person) },
    { "roll-call-vote", ADD (fixture, "roll-call-vote", "decision", decision, "person", person, "vote", "yes"), "vote",
      "no", ROW ("roll-call-vote", "decision", decision, "person", other, "vote", "no") },
  };

  return g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (Recorded)), all, G_N_ELEMENTS (all));
}

static void
refused_for_seal (Fixture *fixture, MappeEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply (fixture->test.store, edit, NULL, &error);

  g_assert_null (applied);
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_REFUSED);
  g_assert_cmpstr (mappe_store_error_get_reason (error), ==,
                   "The minutes of this meeting are sealed; only a correction of them changes what was recorded");
}

/* Nothing of what the minutes tell is added, changed or taken away; notes are. */
static void
test_sealed_records (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) all = record_all (fixture);

  g_free (mappe_test_meeting_seal (fixture));
  for (guint i = 0; i < all->len; i++)
    {
      Recorded *each = &g_array_index (all, Recorded, i);

      refused_for_seal (fixture, CHANGE (fixture, each->kind, each->id, each->field, each->value));
      refused_for_seal (fixture, mappe_test_insertion (each->more));
      if (!g_str_equal (each->kind, "agenda-item"))
        refused_for_seal (fixture, mappe_test_deletion (each->kind, each->id));
      accept (fixture, CHANGE (fixture, each->kind, each->id, "note", "seen"));
      g_free (each->id);
    }
  refused_for_seal (fixture, CHANGE (fixture, "meeting", fixture->meeting, "closed_at", "18:00"));
  accept (fixture, CHANGE (fixture, "meeting", fixture->meeting, "note", "seen"));
}

/* What comes after a meeting goes on; records do not come in from another one; a correction opens all. */
static void
test_sealed_goes_on (Fixture *fixture, gconstpointer data)
{
  g_autofree char *next = ADD (fixture, "meeting", "title", "Autumn", "body", fixture->body, "held_on", "2026-06-20",
                               "state", "held");
  g_autofree char *later = ADD (fixture, "agenda-item", "title", "Minutes", "meeting", next);
  g_autofree char *moved = ADD (fixture, "motion", "agenda_item", later, "text", "Light");
  g_autofree char *decision = ADD (fixture, "decision", "agenda_item", fixture->item, "text", "Lamps");
  g_autofree char *before = ADD (fixture, "meeting", "title", "Winter", "body", fixture->body, "held_on", "2026-01-10",
                                 "state", "held");
  g_autofree char *early = ADD (fixture, "agenda-item", "title", "Lamps", "meeting", before);
  g_autofree char *old = ADD (fixture, "decision", "agenda_item", early, "text", "No lamps");
  g_autofree char *new = ADD (fixture, "decision", "agenda_item", later, "text", "Name");
  g_autofree char *correction = NULL;

  g_free (mappe_test_meeting_seal (fixture));
  accept (fixture, CHANGE (fixture, "decision", decision, "status", "done", "done_on", "2026-07-01"));
  g_free (ADD (fixture, "task", "title", "Order lamps", "agenda_item", fixture->item, "decision", decision));
  g_free (ADD (fixture, "objection", "meeting", fixture->meeting, "raised_by", fixture->person, "text", "No"));
  refused_for_seal (fixture, CHANGE (fixture, "motion", moved, "agenda_item", fixture->item));
  g_free (ADD (fixture, "motion", "agenda_item", later, "text", "More light"));
  correction = ADD (fixture, "minutes", "meeting", fixture->meeting, "edition", "2", "reason", "Name");
  refused (fixture, CHANGE (fixture, "minutes", correction, "decision", old), "minutes", "decision");
  accept (fixture, CHANGE (fixture, "minutes", correction, "decision", new));
  accept (fixture, CHANGE (fixture, "motion", moved, "agenda_item", fixture->item));
  accept (fixture, mappe_test_deletion ("minutes", correction));
  refused_for_seal (fixture, CHANGE (fixture, "motion", moved, "text", "Dark"));
}

/* --- new dates --- */

static void
test_new_date (Fixture *fixture, gconstpointer data)
{
  const char *name = data;
  g_autofree char *id = g_str_equal (name, "task")
                            ? ADD (fixture, "task", "title", "a")
                            : ADD (fixture, "decision", "agenda_item", fixture->item, "text", "a");

  accept (fixture, CHANGE (fixture, name, id, "due_on", "2026-07-01"));
  refused (fixture, CHANGE (fixture, name, id, "due_on", "2026-08-01"), name, "due_reason");
  refused (fixture, CHANGE (fixture, name, id, "due_on", NULL), name, "due_reason");
  accept (fixture, CHANGE (fixture, name, id, "due_on", "2026-08-01", "due_reason", "Ill"));
  refused (fixture, CHANGE (fixture, name, id, "due_on", "2026-09-01"), name, "due_reason");
  refused (fixture, CHANGE (fixture, name, id, "due_on", "2026-09-01", "due_reason", NULL), name, "due_reason");
  accept (fixture, CHANGE (fixture, name, id, "due_on", "2026-09-01", "due_reason", "Still ill"));
  accept (fixture, CHANGE (fixture, name, id, "note", "x"));
}

/* --- what the rules do not ask about --- */

/* A record that was wrong before, by an older program, does not stand in the way. */
static void
test_only_touched (Fixture *fixture, gconstpointer data)
{
  MappeEdit *base = mappe_edit_new_base ("old data");
  g_autoptr (GArray) ids = NULL;
  g_autofree char *second = NULL;

  mappe_edit_insert (base, ROW ("attendance", "meeting", fixture->meeting, "person", fixture->person));
  mappe_edit_insert (base, ROW ("attendance", "meeting", fixture->meeting, "person", fixture->person));
  ids = mappe_test_accepted (fixture->test.store, base);
  second = mappe_test_text_of (g_array_index (ids, gint64, 1));
  accept (fixture, CHANGE (fixture, "attendance", second, "note", "x"));
  accept (fixture, CHANGE (fixture, "attendance", second, "person", fixture->other));
}

/* --- series --- */

static MappeRow *
value_of (const char *indicator, const char *period, const char *first, const char *last, const char *value)
{
  return ROW ("indicator-value", "indicator", indicator, "period", period, "period_start", first, "period_end", last,
              "value", value);
}

/* No period and no day twice, whether it comes alone or with others in one edit. */
static void
test_series (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = ADD (fixture, "indicator", "name", "Thefts", "scale", "count");
  g_autofree char *two = ADD (fixture, "indicator", "name", "Feeling safe", "scale", "scale_1_4");
  MappeEdit *edit = mappe_edit_new ("values");

  mappe_edit_insert (edit, value_of (one, "2024", "2024-01-01", "2024-12-31", "40"));
  mappe_edit_insert (edit, value_of (one, "2025", "2025-01-01", "2025-12-31", "31"));
  mappe_edit_insert (edit, value_of (two, "2024", "2024-01-01", "2024-12-31", "2.5"));
  accept (fixture, edit);
  refused (fixture, mappe_test_insertion (value_of (one, "2025", NULL, NULL, "30")), "indicator-value", "period");
  refused (fixture, mappe_test_insertion (value_of (one, "after the fair", "2025-12-31", "2026-01-06", "3")),
           "indicator-value", "period_start");
  refused (fixture, mappe_test_insertion (value_of (one, "both years", "2023-06-01", "2026-06-01", "3")),
           "indicator-value", "period_start");
  accept (fixture, mappe_test_insertion (value_of (one, "before the fair", "2026-01-01", "2026-01-06", "3")));
  edit = mappe_edit_new ("values");
  mappe_edit_insert (edit, value_of (two, "2025", "2025-01-01", "2025-12-31", "2.5"));
  mappe_edit_insert (edit, value_of (two, "fair", "2025-06-01", "2025-06-07", "2.9"));
  refused (fixture, edit, "indicator-value", "period_start");
  refused (fixture, mappe_test_insertion (value_of (one, "2027", NULL, NULL, "-1")), "indicator-value", "value");
  refused (fixture, mappe_test_insertion (value_of (two, "2027", NULL, NULL, "4.1")), "indicator-value", "value");
  accept (fixture, mappe_test_insertion (value_of (two, "2027", NULL, NULL, "4")));
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  MappeEdit *edit = mappe_edit_new_import ("import");

  mappe_edit_insert (edit, ROW ("attendance", "meeting", fixture->meeting, "person", fixture->person));
  mappe_edit_insert (edit, ROW ("attendance", "meeting", fixture->meeting, "person", fixture->person));
  refused (fixture, edit, "attendance", "person");
}

#define TEST_WITH(name, data, func)                                                                               \
  g_test_add ("/guard/" name, Fixture, data, mappe_test_meeting_set_up, func, mappe_test_meeting_tear_down)
#define TEST(name, func) TEST_WITH (name, NULL, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("present-twice", test_present_twice);
  TEST ("swap-in-one-edit", test_swap_in_one_edit);
  TEST ("times-of-absent", test_times_of_absent);
  TEST ("absence", test_absence);
  TEST ("never-held", test_never_held);
  TEST ("item-to-cancelled", test_item_to_cancelled);
  TEST ("number", test_number);
  TEST ("counts", test_counts);
  TEST ("quorum", test_quorum);
  TEST ("roll-call", test_roll_call);
  TEST ("called-first", test_called_first);
  TEST ("vote-of-excluded", test_vote_of_excluded);
  TEST ("excluded-by-conflict", test_excluded_by_conflict);
  TEST ("keep-decisions", test_keep_decisions);
  TEST ("beneath-itself", test_beneath_itself);
  TEST ("part-after-invitation", test_part_after_invitation);
  TEST ("approved-before", test_approved_before);
  TEST ("edition", test_edition);
  TEST ("sealing", test_sealing);
  TEST ("sealed", test_sealed);
  TEST ("sealed-records", test_sealed_records);
  TEST ("sealed-goes-on", test_sealed_goes_on);
  TEST_WITH ("new-date-of-task", "task", test_new_date);
  TEST_WITH ("new-date-of-decision", "decision", test_new_date);
  TEST ("only-touched", test_only_touched);
  TEST ("series", test_series);
  TEST ("import", test_import);
  return g_test_run ();
}
