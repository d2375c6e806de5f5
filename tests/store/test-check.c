/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-test-store.h"

#include <string.h>

#include "mappe-backup.h"
#include "mappe-conn.h"

/* Each case makes one thing wrong behind the back of the store, as a damaged file or another program would, and
 * expects that this and nothing else is found. */

static const MappeKind *
kind (const char *name)
{
  return mappe_kind_lookup (name, NULL);
}

static char *
number (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* "rule kind reference field", one a line. */
static char *
findings (MappeStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = mappe_store_check (store, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const MappeFinding *finding = g_ptr_array_index (all, i);

      g_assert_nonnull (finding->detail);
      g_string_append_printf (text, "%s%s %s %s %s", i > 0 ? "|" : "", finding->rule,
                              finding->kind != NULL ? finding->kind->name : "-",
                              finding->reference != NULL ? finding->reference : "-",
                              finding->field >= 0 ? finding->kind->fields[finding->field].name : "-");
    }
  return g_string_free (text, FALSE);
}

static void
assert_findings (MappeStore *store, const char *expected)
{
  g_autofree char *found = findings (store);

  g_assert_cmpstr (found, ==, expected);
}

static void
tamper (MappeTestStore *test, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeConn) conn = mappe_conn_open (test->path, MAPPE_CONN_DEFAULT, &error);

  g_assert_no_error (error);
  mappe_conn_script (conn, "PRAGMA foreign_keys=OFF", &error);
  mappe_conn_script (conn, sql, &error);
  g_assert_no_error (error);
}

static void
fill (MappeTestStore *test)
{
  MappeStore *store = test->store;
  g_autofree char *body = number (mappe_test_insert (store, mappe_test_row (kind ("body"), "reference", "B01", "name",
                                                                            "Plenum", NULL)));
  g_autofree char *person = number (mappe_test_insert (store, mappe_test_row (kind ("person"), "reference", "M01",
                                                                              "last_name", "Müller", NULL)));
  g_autofree char *meeting =
    number (mappe_test_insert (store, mappe_test_row (kind ("meeting"), "reference", "MTG01", "body", body, "title",
                                                      "Sitzung", "held_on", "2026-05-19", "start_at", "15:30",
                                                      "end_at", "17:30", NULL)));
  g_autofree char *item = number (mappe_test_insert (store, mappe_test_row (kind ("agenda-item"), "reference",
                                                                            "AI-0101", "meeting", meeting, "title",
                                                                            "Punkt", NULL)));
  g_autofree char *decision = NULL;

  mappe_test_insert (store, mappe_test_row (kind ("membership"), "reference", "MB01", "person", person, "body", body,
                                            "valid_from", "2026-01-01", "valid_to", "2026-12-31", NULL));
  mappe_test_insert (store, mappe_test_row (kind ("attendance"), "reference", "AT01", "meeting", meeting, "person",
                                            person, "status", "present", "arrived_at", "15:30", "left_at", "17:30",
                                            NULL));
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *reference = g_strdup_printf ("D-0%u", i);
      g_autofree char *text = g_strdup_printf ("KPR 2026/0%u", i);

      g_free (decision);
      decision = number (mappe_test_insert (store, mappe_test_row (kind ("decision"), "reference", reference,
                                                                   "agenda_item", item, "number", text, "text", "Ja",
                                                                   "voted_at", "16:00", "voting_present", "1",
                                                                   "eligible", "1", "yes", "1", "no", "0", "abstain",
                                                                   "0", NULL)));
    }
  mappe_test_insert (store, mappe_test_row (kind ("roll-call-vote"), "reference", "RV01", "decision", decision,
                                            "person", person, "vote", "yes", NULL));
}

static void
attach (MappeTestStore *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = g_bytes_new_static ("content", 7);
  g_autoptr (MappeApplied) applied = NULL;
  MappeEdit *edit = mappe_edit_new ("attach");
  g_autofree char *hash = mappe_edit_add_blob (edit, content);

  mappe_edit_insert (edit, mappe_test_row (kind ("document"), "reference", "DOC-001", "title", "Plan", "content", hash,
                                           NULL));
  applied = mappe_store_apply (test->store, edit, NULL, &error);
  g_assert_no_error (error);
}

static void
test_sound (MappeTestStore *test, gconstpointer data)
{
  assert_findings (test->store, "");
  fill (test);
  attach (test);
  assert_findings (test->store, "");
  for (guint i = 0; i < 4; i++)
    g_free (mappe_store_undo (test->store, NULL));
  g_free (mappe_store_redo (test->store, NULL));
  assert_findings (test->store, "");
}

typedef struct {
  const char *name;
  const char *sql;
  const char *expected;
} Case;

static const Case cases[] = {
  { "reference", "UPDATE meeting SET body = 999", "reference meeting MTG01 body" },
  { "required", "UPDATE body SET name = NULL, name_key = NULL, search_text = 'b01'", "required body B01 name" },
  { "reference-empty", "UPDATE body SET reference = NULL, reference_key = NULL, search_text = 'plenum'",
    "required body - reference" },
  { "code", "UPDATE decision SET status = 'nonsense' WHERE reference = 'D-01'", "code decision D-01 status" },
  { "range", "UPDATE body SET notice_days = 2", "range body B01 notice_days" },
  { "text-for-number", "UPDATE body SET notice_days = 'many'", "type body B01 notice_days" },
  { "bytes-for-number", "UPDATE body SET notice_days = x'00ff41'", "type body B01 notice_days" },
  { "part-for-whole", "UPDATE body SET notice_days = 14.5", "type body B01 notice_days" },
  { "derived-key", "UPDATE person SET last_name_key = 'x'", "derived person M01 last_name" },
  { "derived-search", "UPDATE person SET search_text = 'x'", "derived person M01 -" },
  { "version", "UPDATE person SET version = 9999", "version person M01 -" },
  { "votes", "UPDATE decision SET eligible = 7, voting_present = 7 WHERE reference = 'D-01'",
    "votes decision D-01 eligible" },
  { "roll-call", "UPDATE roll_call_vote SET vote = 'no'", "votes decision D-03 yes|votes decision D-03 no" },
  { "late", "UPDATE attendance SET arrived_at = '18:00', left_at = NULL", "presence attendance AT01 arrived_at" },
  { "early", "UPDATE attendance SET arrived_at = '14:00', left_at = '15:00'", "presence attendance AT01 left_at" },
  { "after", "UPDATE attendance SET left_at = '17:31'", "presence attendance AT01 left_at" },
  { "vote-time", "UPDATE decision SET voted_at = '15:29' WHERE reference = 'D-02'",
    "presence decision D-02 voted_at" },
  { "vote-time-opened", "UPDATE meeting SET opened_at = '16:01'",
    "presence decision D-01 voted_at|presence decision D-02 voted_at|presence decision D-03 voted_at" },
  { "times-of-absent", "UPDATE attendance SET status = 'excused'", "presence attendance AT01 status" },
  { "votes-half", "UPDATE decision SET yes = NULL WHERE reference = 'D-01'", "votes decision D-01 eligible" },
  { "no-quorum", "UPDATE decision SET quorum_needed = 2 WHERE reference = 'D-01'",
    "votes decision D-01 quorum_override" },
  { "cancelled", "UPDATE meeting SET state = 'cancelled'",
    "votes decision D-01 agenda_item|votes decision D-02 agenda_item|votes decision D-03 agenda_item" },
  { "beneath-itself", "UPDATE agenda_item SET parent = id", "agenda agenda-item AI-0101 parent" },
  { "approved-before", "UPDATE meeting SET minutes_approved_on = '2026-05-18'",
    "minutes meeting MTG01 minutes_approved_on" },
  { "blob", "UPDATE blob_content SET bytes = 'other'", "blob - - -" },
  { "blob-gone", "DELETE FROM blob_content", "blob document DOC-001 content" },
  { "log-count", "UPDATE change SET last_id = last_id + 1 WHERE kind_name = 'person'", "log person - -" },
  { "log-order", "UPDATE change_set SET at = '1999-01-01T00:00:00.000Z' WHERE id = 3", "log - - -" },
  { "log-stack", "UPDATE change_set SET undo_next = 999 WHERE id = 3", "log - - -" },
  { "log-orphan", "UPDATE change SET set_id = 999 WHERE kind_name = 'person'", "log - - -" },
};

static void
test_case (MappeTestStore *test, gconstpointer data)
{
  const Case *wrong = data;

  fill (test);
  attach (test);
  tamper (test, wrong->sql);
  assert_findings (test->store, wrong->expected);
}

/* As data of an older program may be: a base set is not asked whether it breaks a rule. */
static void
set_unguarded (MappeTestStore *test, gint64 decision, const char *field, const char *value)
{
  MappeRow *base = mappe_store_load (test->store, kind ("decision"), decision, NULL);
  MappeRow *mine = mappe_row_copy (base);
  MappeEdit *edit = mappe_edit_new_base ("old data");
  g_autoptr (MappeApplied) applied = NULL;

  mappe_row_set_canonical (mine, (guint) mappe_kind_find_field (mine->kind, field), value, NULL);
  mappe_edit_update (edit, base, mine);
  applied = mappe_store_apply (test->store, edit, NULL, NULL);
  g_assert_nonnull (applied);
}

static void
test_numbering (MappeTestStore *test, gconstpointer data)
{
  fill (test);
  mappe_test_set (test->store, kind ("decision"), 3, "number", "KPR 2026/07");
  assert_findings (test->store, "numbering decision D-03 number");
  set_unguarded (test, 3, "number", "KPR 2026/02");
  assert_findings (test->store, "numbering decision D-03 number");
  mappe_test_set (test->store, kind ("decision"), 3, "number", "LG 2026/09");
  assert_findings (test->store, "");
  mappe_test_set (test->store, kind ("decision"), 3, "number", "without digits");
  assert_findings (test->store, "");
}

/* Records that no edit would be allowed to add. */
typedef struct {
  const char *name;
  const char *kind;
  const char *pairs[10];
  const char *expected;
} Added;

static const Added added_cases[] = {
  { "attendance-twice", "attendance", { "reference", "AT02", "meeting", "1", "person", "1" },
    "presence attendance AT02 person" },
  { "absence-outside", "absence",
    { "reference", "AB02", "attendance", "1", "left_at", "15:29", "returned_at", "15:40" },
    "presence absence AB02 left_at" },
  { "vote-twice", "roll-call-vote", { "reference", "RV02", "decision", "3", "person", "1", "vote", "abstain" },
    "votes decision D-03 abstain|votes roll-call-vote RV02 person" },
  { "vote-of-excluded", "decision-exclusion", { "reference", "DX02", "decision", "3", "person", "1" },
    "votes roll-call-vote RV01 person" },
  { "vote-in-conflict", "conflict-declaration",
    { "meeting", "1", "agenda_item", "1", "person", "1", "consequence", "excluded" },
    "votes roll-call-vote RV01 person" },
  { "minutes-before", "minutes", { "reference", "MIN-02", "meeting", "1", "approved_on", "2026-05-18" },
    "minutes minutes MIN-02 approved_on" },
  { "sealed-empty", "minutes", { "reference", "MIN-02", "meeting", "1", "sealed_at", "2026-05-20T10:00" },
    "minutes minutes MIN-02 sealed_at" },
};

static void
test_added (MappeTestStore *test, gconstpointer data)
{
  const Added *wrong = data;
  MappeRow *row = mappe_row_new_preset (kind (wrong->kind));
  MappeEdit *edit = mappe_edit_new_base ("old data");
  g_autoptr (MappeApplied) applied = NULL;

  fill (test);
  for (guint i = 0; i < G_N_ELEMENTS (wrong->pairs) && wrong->pairs[i] != NULL; i += 2)
    mappe_row_set_canonical (row, (guint) mappe_kind_find_field (row->kind, wrong->pairs[i]), wrong->pairs[i + 1],
                             NULL);
  mappe_edit_insert (edit, row);
  applied = mappe_store_apply (test->store, edit, NULL, NULL);
  g_assert_nonnull (applied);
  assert_findings (test->store, wrong->expected);
}

static void
insert_memberships (MappeTestStore *test, const char *from, const char *to)
{
  mappe_test_insert (test->store, mappe_test_row (kind ("membership"), "reference", "MB02", "person", "1", "body", "1",
                                                  "valid_from", from, "valid_to", to, NULL));
}

static void
test_membership (MappeTestStore *test, gconstpointer data)
{
  fill (test);
  insert_memberships (test, "2027-01-01", NULL);
  assert_findings (test->store, "");
  g_free (mappe_store_undo (test->store, NULL));
  insert_memberships (test, "2026-12-31", NULL);
  assert_findings (test->store, "membership membership MB02 valid_from");
  g_free (mappe_store_undo (test->store, NULL));
  insert_memberships (test, NULL, NULL);
  assert_findings (test->store, "membership membership MB02 valid_from");
}

static void
test_many (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  const MappeFinding *last;
  MappeEdit *edit = mappe_edit_new_import ("many");
  g_autoptr (MappeApplied) applied = NULL;

  for (guint i = 0; i < 1500; i++)
    mappe_edit_insert (edit, mappe_test_row (kind ("organisation"), "name", "Verein", NULL));
  applied = mappe_store_apply (test->store, edit, NULL, NULL);
  tamper (test, "UPDATE organisation SET search_text = 'x'");
  all = mappe_store_check (test->store, NULL);
  g_assert_cmpuint (all->len, ==, 1001);
  last = g_ptr_array_index (all, 1000);
  g_assert_cmpstr (last->detail, ==, "500 more of these");
}

static void
test_damaged (MappeTestStore *test, gconstpointer data)
{
  g_autofree char *content = NULL;
  g_autofree char *found = NULL;
  gsize length;

  fill (test);
  mappe_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&test->store));
  g_assert_true (g_file_get_contents (test->path, &content, &length, NULL));
  for (gsize page = 8; page < length / 4096 && test->store == NULL; page++)
    {
      g_autofree char *damaged = g_memdup2 (content, length);

      memset (damaged + page * 4096, 0, 4096);
      g_assert_true (g_file_set_contents (test->path, damaged, length, NULL));
      test->store = mappe_store_open (test->path, MAPPE_STORE_OPEN_DEFAULT, NULL);
    }
  found = findings (test->store);
  g_assert_true (g_str_has_prefix (found, "integrity - - -"));
  g_assert_null (strstr (found, "derived"));
}

#define ADD(path, func) \
  g_test_add ("/check/" path, MappeTestStore, NULL, mappe_test_store_set_up, func, mappe_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sound", test_sound);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/check/", cases[i].name, NULL);

      g_test_add (path, MappeTestStore, &cases[i], mappe_test_store_set_up, test_case, mappe_test_store_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (added_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/check/", added_cases[i].name, NULL);

      g_test_add (path, MappeTestStore, &added_cases[i], mappe_test_store_set_up, test_added,
                  mappe_test_store_tear_down);
    }
  ADD ("numbering", test_numbering);
  ADD ("membership", test_membership);
  ADD ("many", test_many);
  ADD ("damaged", test_damaged);
  return g_test_run ();
}
