/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "mappe-backup.h"
#include "mappe-erase.h"
#include "mappe-erasure.h"
#include "mappe-invitation.h"
#include "mappe-person.h"
#include "mappe-search.h"
#include "mappe-store-private.h"
#include "mappe-test-edit.h"
#include "mappe-volunteer.h"

/* Personal data that are erased are gone: from the record, the log, the search, and every byte of the file. */

#define SECRET "zeder-geheim@example.org"
#define OLD_SECRET "0651-778899-alt"

static gint64
number (const char *id)
{
  return g_ascii_strtoll (id, NULL, 10);
}

/* Whether the bytes of a file hold the text, in whatever case. */
static gboolean
file_holds (const char *path, const char *text)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &content, &length, NULL))
    return FALSE;
  for (gsize i = 0; i + strlen (text) <= length; i++)
    if (g_ascii_strncasecmp (content + i, text, strlen (text)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
council_holds (MappeTestStore *test, const char *text)
{
  g_autofree char *journal = g_strconcat (test->path, "-wal", NULL);

  return file_holds (test->path, text) || file_holds (journal, text);
}

static void
erase (MappeTestStore *test, const MappeKind *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mappe_store_erase (test->store, kind, id, "request", "Erase personal data", &error));
  g_assert_no_error (error);
}

/* A person with contact data of now and of before. */
static gint64
add_person (MappeTestStore *test)
{
  gint64 id = mappe_test_add (test->store, "person", "first_name", "Zora", "last_name", "Zederbaum", "phone",
                              OLD_SECRET, "email", SECRET, "note", "prefers letters", NULL);

  mappe_test_set (test->store, &mappe_person_kind, id, "phone", "0651 1");
  return id;
}

static void
assert_value (MappeTestStore *test, const MappeKind *kind, gint64 id, const char *field, const char *expected)
{
  g_autofree char *value = mappe_test_get (test->store, kind, id, field);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_bytes (MappeTestStore *test, gconstpointer data)
{
  gint64 id = add_person (test);
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  g_assert_true (council_holds (test, SECRET));
  g_assert_true (council_holds (test, OLD_SECRET));
  erase (test, &mappe_person_kind, id);
  g_assert_false (council_holds (test, SECRET));
  g_assert_false (council_holds (test, OLD_SECRET));
  g_assert_false (council_holds (test, "zederbaum"));
  g_assert_false (council_holds (test, "prefers letters"));
  assert_value (test, &mappe_person_kind, id, "email", NULL);
  assert_value (test, &mappe_person_kind, id, "last_name", "M01");
  history = mappe_store_history (test->store, &mappe_person_kind, id, NULL);
  for (guint i = 0; i < history->len; i++)
    {
      const MappeHistoryEntry *entry = g_ptr_array_index (history, i);

      g_assert_null (entry->old_value);
      g_assert_null (entry->new_value);
    }
  hits = mappe_store_search (test->store, "Zederbaum", 10, NULL);
  g_assert_cmpuint (hits->len, ==, 0);
}

/* Also after the file was closed and opened, and while another connection is reading. */
static void
test_reader (MappeTestStore *test, gconstpointer data)
{
  gint64 id = add_person (test);
  g_autoptr (MappeConn) reader = mappe_conn_open (test->path, MAPPE_CONN_READ_ONLY, NULL);
  MappeStmt *stmt;
  gboolean has_row;

  g_assert_true (mappe_conn_begin (reader, MAPPE_TXN_READ, NULL));
  stmt = mappe_conn_prepare (reader, "SELECT id FROM person", NULL);
  g_assert_true (mappe_stmt_step (stmt, &has_row, NULL) && has_row);
  erase (test, &mappe_person_kind, id);
  mappe_stmt_reset (stmt);
  mappe_conn_rollback (reader);
  g_clear_object (&reader);
  mappe_test_store_reopen (test);
  g_assert_false (council_holds (test, SECRET));
}

static void
test_no_undo (MappeTestStore *test, gconstpointer data)
{
  gint64 id = add_person (test);
  g_autoptr (GError) error = NULL;
  g_autofree char *kind = NULL;

  mappe_test_settle ();
  g_assert_nonnull (mappe_store_get_undo_label (test->store));
  erase (test, &mappe_person_kind, id);
  mappe_test_settle ();
  g_assert_null (mappe_store_get_undo_label (test->store));
  g_assert_null (mappe_store_undo (test->store, &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOTHING);
  g_assert_cmpint (mappe_test_count (test->store, "erasure"), ==, 1);
  assert_value (test, &mappe_erasure_kind, 1, "record", "M01");
  kind = mappe_test_get (test->store, &mappe_erasure_kind, 1, "kind");
  g_assert_cmpstr (kind, ==, "person");
  /* The proof is nobody's to change. */
  {
    MappeEdit *edit = mappe_edit_new ("Delete");

    mappe_edit_delete (edit, &mappe_erasure_kind, 1, 0);
    mappe_applied_free (mappe_test_refuse (test->store, edit, MAPPE_STORE_ERROR_REFUSED));
  }
}

/* DP-03: the contact data go, the name stays where minutes tell it, and sealed minutes are the same bytes. */
static void
test_minutes (MappeTestMeeting *fixture, gconstpointer data)
{
  MappeTestStore *test = &fixture->test;
  gint64 id = number (fixture->person);
  g_autofree char *attendance = ADD (fixture, "attendance", "meeting", fixture->meeting, "person", fixture->person);
  g_autofree char *minutes = NULL, *before = NULL, *after = NULL, *name = NULL;
  g_autoptr (MappeErasePlan) plan = NULL;

  mappe_test_set (test->store, &mappe_person_kind, id, "email", SECRET);
  minutes = mappe_test_meeting_seal (fixture);
  name = mappe_test_get (test->store, &mappe_person_kind, id, "last_name");
  before = mappe_test_get (test->store, mappe_test_kind ("minutes"), number (minutes), "content");
  plan = mappe_store_erase_plan (test->store, &mappe_person_kind, id, NULL);
  g_assert_true (plan->name_kept);
  g_assert_cmpint (plan->n_sealed, ==, 1);
  erase (test, &mappe_person_kind, id);
  assert_value (test, &mappe_person_kind, id, "last_name", name);
  assert_value (test, &mappe_person_kind, id, "email", NULL);
  after = mappe_test_get (test->store, mappe_test_kind ("minutes"), number (minutes), "content");
  g_assert_cmpstr (before, ==, after);
  g_assert_false (council_holds (test, SECRET));
}

/* What belongs to the person goes too, also where it was deleted before. */
static void
test_invitations (MappeTestMeeting *fixture, gconstpointer data)
{
  MappeTestStore *test = &fixture->test;
  g_autofree char *version = ADD (fixture, "agenda-version", "meeting", fixture->meeting, "edition", "1", "sent_on",
                              "2026-03-04");
  g_autofree char *kept = ADD (fixture, "invitation", "agenda_version", version, "person", fixture->person, "address",
                               SECRET);
  g_autofree char *gone = ADD (fixture, "invitation", "agenda_version", version, "person", fixture->person, "address",
                               OLD_SECRET);
  MappeEdit *edit = mappe_edit_new ("Delete");

  mappe_edit_delete (edit, &mappe_invitation_kind, number (gone), 0);
  mappe_test_accept (test->store, edit);
  erase (test, &mappe_person_kind, number (fixture->person));
  assert_value (test, &mappe_invitation_kind, number (kept), "address", NULL);
  g_assert_false (council_holds (test, SECRET));
  g_assert_false (council_holds (test, OLD_SECRET));
}

/* A backup from before brings nothing back: it is erased in the restored copy too. */
static void
test_restore (MappeTestStore *test, gconstpointer data)
{
  gint64 id = add_person (test);
  gint64 other = mappe_test_add (test->store, "person", "last_name", "Ahorn", "email", "ahorn@example.org", NULL);
  g_autofree char *backup = g_build_filename (test->folder, "backup.ratsmappe", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (mappe_store_backup (test->store, backup, &error));
  erase (test, &mappe_person_kind, id);
  mappe_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&test->store));
  g_assert_true (mappe_backup_restore (backup, test->path, &error));
  g_assert_no_error (error);
  g_assert_false (council_holds (test, SECRET));
  test->store = mappe_store_open (test->path, MAPPE_STORE_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  assert_value (test, &mappe_person_kind, id, "email", NULL);
  assert_value (test, &mappe_person_kind, other, "email", "ahorn@example.org");
  g_assert_cmpint (mappe_test_count (test->store, "erasure"), ==, 1);
}

/* A volunteer is named in labels of steps; nobody's minutes need the name. */
static void
test_labels (MappeTestStore *test, gconstpointer data)
{
  gint64 programme = mappe_test_add (test->store, "volunteer-programme", "name", "Security advisers", NULL);
  g_autofree char *programme_id = g_strdup_printf ("%" G_GINT64_FORMAT, programme);
  gint64 id = mappe_test_add (test->store, "volunteer", "first_name", "Zora", "last_name", "Zederbaum", "programme",
                              programme_id, "email", SECRET, NULL);
  g_autoptr (MappeRow) row = mappe_store_load (test->store, &mappe_volunteer_kind, id, NULL);
  g_autoptr (MappeRow) mine = mappe_row_copy (row);
  g_autofree char *title = mappe_row_get_title (row), *label = g_strdup_printf ("Trained today: %s", title);
  MappeEdit *edit = mappe_edit_new (label);

  mappe_value_set_text (&mine->values[MAPPE_VOLUNTEER_TRAINED_ON], "2026-03-04");
  mappe_edit_update (edit, g_steal_pointer (&row), g_steal_pointer (&mine));
  mappe_test_accept (test->store, edit);
  erase (test, &mappe_volunteer_kind, id);
  g_assert_false (council_holds (test, "zederbaum"));
  g_assert_false (council_holds (test, SECRET));
}

/* Where the council has decided to ask the archive first, it is asked first. */
static void
test_archive_first (MappeTestStore *test, gconstpointer data)
{
  gint64 body = mappe_test_add (test->store, "body", "name", "Council", NULL);
  gint64 id = add_person (test);
  g_autofree char *body_id = g_strdup_printf ("%" G_GINT64_FORMAT, body);
  g_autofree char *person_id = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (GError) error = NULL;

  mappe_test_add (test->store, "membership", "person", person_id, "body", body_id, "valid_from", "2010-01-01",
                  "valid_to", "2014-12-31", NULL);
  mappe_test_add (test->store, "retention-class", "scope", "person", "follow", "blank", "years", "1", "offer", "1",
                  NULL);
  g_assert_false (mappe_store_erase (test->store, &mappe_person_kind, id, "period", "Erase", &error));
  g_assert_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_REFUSED);
  g_assert_nonnull (mappe_store_error_get_reason (error));
  assert_value (test, &mappe_person_kind, id, "email", SECRET);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD_TEST(name, func)                                                                                          \
  g_test_add ("/erase/" name, MappeTestStore, NULL, mappe_test_store_set_up, func, mappe_test_store_tear_down)
#define ADD_MEETING_TEST(name, func)                                                                                  \
  g_test_add ("/erase/" name, MappeTestMeeting, NULL, mappe_test_meeting_set_up, func, mappe_test_meeting_tear_down)
  ADD_TEST ("bytes", test_bytes);
  ADD_TEST ("reader", test_reader);
  ADD_TEST ("no-undo", test_no_undo);
  ADD_MEETING_TEST ("minutes", test_minutes);
  ADD_MEETING_TEST ("invitations", test_invitations);
  ADD_TEST ("restore", test_restore);
  ADD_TEST ("labels", test_labels);
  ADD_TEST ("archive-first", test_archive_first);
  return g_test_run ();
}
